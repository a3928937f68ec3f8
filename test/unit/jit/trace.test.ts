import * as torch from '../../../lib/index';
import { type Tensor, autograd, jit, nn } from '../../../lib/index';

const warnings: string[] = [];
beforeEach(() => {
  warnings.splice(0);
  jest.spyOn(process, 'emitWarning').mockImplementation((message) => void warnings.push(String(message)));
});
afterEach(() => jest.restoreAllMocks());
const told = (): string => warnings.join('\n');

class Net extends nn.Module {
  readonly layer = new nn.Linear(4, 4);
  constructor(private readonly body: (x: Tensor, layer: nn.Linear) => unknown) {
    super();
  }
  override forward(x: Tensor): unknown {
    return this.body(x, this.layer);
  }
}

const x = torch.arange(12).reshape([3, 4]).to(torch.float32).div(7);

test('shares its parameters with the model, and has the names of the arguments', () => {
  const model = new nn.Linear(4, 2);
  const traced = jit.trace(model, x);
  model.weight.data = torch.zeros([2, 4]);
  expect(torch.equal(traced.forward({ input: x }) as Tensor, model.forward(x))).toBe(true);
  expect(traced.getMethod('forward').parameters).toEqual([{ name: 'input', type: 'Tensor', optional: false }]);
  expect(String(traced)).toBe('Linear(original_name=Linear)');
  const named = jit.trace((a: Tensor, b: Tensor) => a.mul(b), [x, x], { argumentNames: ['left', 'right'] });
  expect((named.forward({ right: x, left: torch.zeros([3, 4]) }) as Tensor).sum().item()).toBe(0);
});

test('takes and returns tuples and dicts', () => {
  const traced = jit.trace((pair: [Tensor, Tensor]) => [pair[0].add(1), [pair[1]]], [[x, x]]);
  const [a, [b]] = traced.forward([x, x.mul(2)]) as [Tensor, [Tensor]];
  expect([torch.equal(a, x.add(1)), torch.equal(b, x.mul(2))]).toEqual([true, true]);
  const dict = (d: Record<string, Tensor>): Record<string, Tensor> => ({ out: (d['in'] as Tensor).add(1) });
  expect(() => jit.trace(dict, [{ in: x }])).toThrow('strict');
  const loose = jit.trace(dict, [{ in: x }], { strict: false });
  expect(torch.equal((loose.forward({ in: x }) as { out: Tensor }).out, x.add(1))).toBe(true);
});

test('sizes stay open, alone and together', () => {
  const model = (t: Tensor): Tensor => {
    const [batch = 0, width = 0] = t.shape;
    const padded = torch.cat([t.reshape([batch * width]), torch.zeros([batch + 2])]);
    return padded.narrow(0, 2, batch * width - 2);
  };
  const open = jit.trace(model, [x]);
  for (const [batch, width] of [
    [3, 4],
    [5, 7],
    [1, 9],
  ] as const) {
    const input = torch.randn([batch, width]);
    expect(torch.equal(open.forward(input) as Tensor, model(input))).toBe(true);
  }
  const traced = jit.trace((t: Tensor) => t.reshape([2 * (t.shape[0] as number), -1]), [x]);
  expect((traced.forward(torch.ones([5, 6])) as Tensor).shape).toEqual([10, 3]);
});

test('a size that cannot be open is told', () => {
  const traced = jit.trace((t: Tensor) => t.div(Math.sqrt(t.shape[0] as number)), [x]);
  expect(torch.allclose(traced.forward(x) as Tensor, x.div(Math.sqrt(3)))).toBe(true);
  expect(told()).toMatch(/dimension 0 of input 0 has the size 3, as in the example: aten::div gets/);
  warnings.splice(0);
  jit.trace((t: Tensor) => ((t.shape[0] as number) > 3 ? t.add(1) : t.mul(2)), [x]);
  expect(told()).toMatch(/the model computes aten::mul for one size and aten::add for another/);
});

test('what depends on values is refused, and read numbers are told', () => {
  const branch = (t: Tensor): Tensor => (t.index(0, 0).item() === 0 ? t.add(1) : t.mul(2));
  expect(() => jit.trace(branch, [x])).toThrow("is not the model's on the example inputs in another order");
  expect(told()).toContain('Converting a tensor to JavaScript values might cause the trace to be incorrect');
  expect(() => jit.trace(branch, [x], { checkTrace: false })).not.toThrow();
  const rare = (t: Tensor): Tensor => ((t.max().item() as number) > 100 ? t.add(1) : t.mul(2));
  expect(() => jit.trace(rare, [x], { checkInputs: [[x.add(1000)]] })).toThrow('checkInputs[0]');
});

test('random numbers are the same for the trace and the model; a result that depends on them is told', () => {
  const model = new nn.Sequential(new nn.Linear(4, 4), new nn.Dropout(0.5));
  const state = torch.getRngState();
  jit.trace(model, x);
  expect(told()).toMatch(/nondeterministic nodes.*aten::dropout/);
  warnings.splice(0);
  jit.trace(new nn.LSTM(4, 3), torch.ones([2, 3, 4]));
  expect(told()).toBe('');
  expect(state.shape).toEqual(torch.getRngState().shape);
});

test('running means are updated by one forward, as in Python', () => {
  const [model, other] = [new nn.BatchNorm1d(4), new nn.BatchNorm1d(4)];
  jit.trace(model, x);
  other.forward(x);
  expect(torch.equal(model.runningMean as Tensor, other.runningMean as Tensor)).toBe(true);
  expect((model.numBatchesTracked as Tensor).item()).toBe(1);
});

test('what is no trace of a model is an error', () => {
  expect(() => jit.trace(new Net(() => undefined), x)).toThrow('a forgotten return?');
  expect(() => jit.trace(new Net(() => 3), x)).toThrow('should return a Tensor');
  expect(() => jit.trace(new Net(async (t) => t), x)).toThrow('returned a Promise');
  expect(() => jit.trace(3 as never, x)).toThrow("'func' should be a Module or a function, got 3");
  expect(() => jit.trace(new nn.Linear(4, 2), 'x' as never)).toThrow('exampleInputs should be a Tensor or an array');
  expect(() => jit.trace(new nn.Linear(4, 2), torch.ones([3, 5]))).toThrow('mat1');
  const error = new Error('mine');
  const fail = (): never => {
    throw error;
  };
  expect(() => jit.trace(new Net(fail), x)).toThrow(error);
  // A trace that has failed leaves nothing behind.
  expect(jit.isTracing()).toBe(false);
  expect(() => jit.trace((t: Tensor) => jit.trace((u: Tensor) => u.add(1), [t]).forward(t), [x])).toThrow(
    'being made already',
  );
  expect(() => jit.script(new nn.Linear(1, 1))).toThrow('torch.jit.trace');
  expect(() => new jit.ScriptModule(...([] as unknown as ConstructorParameters<typeof jit.ScriptModule>))).toThrow(
    'torch.jit.load',
  );
});

test("parameters that are no module's, and custom functions, are refused", () => {
  const weight = new nn.Parameter(torch.ones([4, 4]));
  expect(() => jit.trace((t: Tensor) => t.matmul(weight), [x])).toThrow('requires grad');
  class Double extends autograd.Function {
    static forward(_ctx: unknown, t: Tensor): Tensor {
      return t.mul(2);
    }
    static backward(_ctx: unknown, g: Tensor): Tensor {
      return g.mul(2);
    }
  }
  const traced = jit.trace(new Net((t, layer) => Double.apply(layer.forward(t))), x);
  expect(traced.graph).toContain('aten::mul');
});

test('a traced module can be traced again', () => {
  const inner = jit.trace(new nn.Linear(4, 4), x);
  const outer = jit.trace(new nn.Sequential(inner as never, new nn.ReLU()), x);
  expect(torch.equal(outer.forward(x) as Tensor, (inner.forward(x) as Tensor).relu())).toBe(true);
  expect(Object.keys(outer.stateDict())).toEqual(['0.weight', '0.bias']);
});

test('holds the elements of tensors that forward makes of numbers and of bytes', () => {
  const made = (): Tensor => torch.tensor([1, 3]).add(torch.fromTypedArray(new BigInt64Array([5n, 7n])));
  const traced = jit.trace(new Net((input, layer) => layer.forward(input).add(made().sum())), x);
  expect(String(traced.graph)).not.toContain('aten::empty');
  const numbers = jit.trace((input: Tensor) => input.add(made()), torch.zeros([2]));
  expect((numbers.forward(torch.zeros([2])) as Tensor).tolist()).toEqual([6, 10]);
});

test('warns of a number that changes only with a size farther away', () => {
  const rows = new Net((input) => input.mul(Math.floor((input.shape[0] as number) / 3)));
  const traced = jit.trace(rows, torch.ones([6, 4]));
  expect(told()).toMatch(/right only where dimension 0 of input 0 has a size near 6, as in the example/);
  expect((traced.forward(torch.ones([7, 4])) as Tensor).mean().item()).toBe(2);
});
