/** Averagers and the optimizer around them, in a group of one; what they do to parameters is compared with Python's. */
import * as torch from '../../../lib/index';

const { averagers, hierarchicalModelAverager, utils } = torch.distributed.algorithms.modelAveraging;
const { PeriodicModelAverager } = averagers;
const { HierarchicalModelAverager } = hierarchicalModelAverager;
const { PostLocalSGDOptimizer } = torch.distributed.optim;

beforeAll(async () => {
  const store = new torch.distributed.HashStore();
  await torch.distributed.initProcessGroup('gloo', { store, rank: 0, worldSize: 1 });
});
afterAll(() => torch.distributed.destroyProcessGroup());

test('what cannot be is refused', async () => {
  expect(() => new PeriodicModelAverager(0)).toThrow('Arg `period` must be a positive value.');
  expect(() => new PeriodicModelAverager(2, -1)).toThrow('Arg `warmupSteps` must be a non-negative number.');
  expect(() => new PeriodicModelAverager(2, { warmup: 1 } as never)).toThrow(/warmup/);
  await expect(HierarchicalModelAverager.create(new Map())).rejects.toThrow('must not be empty');
  await expect(HierarchicalModelAverager.create(new Map([[0, 1]]))).rejects.toThrow('must be a positive value');
  await expect(HierarchicalModelAverager.create(new Map([[2, 5]]))).rejects.toThrow(
    'The last value in arg `periodGroupSizeDict` 5 must be equal to the size of arg `processGroup` 1.',
  );
  await expect(HierarchicalModelAverager.create({ 2: 1 } as never)).rejects.toThrow(TypeError);
  expect(() => new HierarchicalModelAverager({} as never)).toThrow(/HierarchicalModelAverager.create/);
  expect(() => utils.getParamsToAverage([torch.ones([1])] as never)).toThrow(/type Tensor is not supported/);
  const layer = new torch.nn.Linear(1, 1);
  const sgd = new torch.optim.SGD(layer.parameters(), { lr: 0.1 });
  const averager = new PeriodicModelAverager(2);
  expect(() => new PostLocalSGDOptimizer(sgd, {} as never)).toThrow(TypeError);
  expect(() => new PostLocalSGDOptimizer(sgd, averager).step(() => 1)).toThrow(/takes no function/);
  // As in Python: there is nothing to put together.
  expect(() => averager.averageParameters(layer.parameters())).toThrow(/expected a non-empty list of Tensors/);
});

test('a period of one step warns', () => {
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  try {
    expect(new PeriodicModelAverager(1).period).toBe(1);
    expect(String(warned.mock.calls[0]?.[0])).toMatch(/When period is 1, no need to use model averaging/);
  } finally {
    warned.mockRestore();
  }
});

test('a state dict has the count of steps, with which the averager goes on', () => {
  const layer = new torch.nn.Linear(2, 1);
  const make = () =>
    new PostLocalSGDOptimizer(
      new torch.optim.Adam(layer.parameters(), { lr: 0.1 }),
      new PeriodicModelAverager(3, { warmupSteps: 1 }),
    );
  const optimizer = make();
  for (let step = 0; step < 2; step++) {
    optimizer.zeroGrad();
    layer
      .forward(torch.ones([1, 2]))
      .sum()
      .backward();
    optimizer.step();
  }
  const dict = optimizer.stateDict();
  expect(dict.step).toBe(2);
  const other = make();
  other.loadStateDict(torch.load<object>(torch.saveToBuffer(dict)));
  expect(other.averager.step).toBe(2);
  expect([...other.state.keys()].every((key, i) => key === layer.parameters()[i])).toBe(true);
  expect(other.paramGroups === other.optim.paramGroups).toBe(true);
  expect(String(other)).toBe(String(other.optim));
  const { step: _, ...without } = dict;
  other.loadStateDict(without);
  expect(other.averager.step).toBe(0);
  expect(() => other.loadStateDict({ ...dict, step: -1 })).toThrow(/`step` should be a count/);
  // A scheduler and a GradScaler see the groups of the wrapped optimizer.
  const scheduler = new torch.optim.lrScheduler.StepLR(other, 1, { gamma: 0.5 });
  other.step();
  scheduler.step();
  expect(other.optim.paramGroups[0]?.['lr']).toBe(0.05);
});
