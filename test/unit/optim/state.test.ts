/**
 * The state of an optimizer is anybody's: it is read from files, and JavaScript may assign it or change its tensors in
 * place. Whatever it is, a step ends with an error or with a result, never with the process.
 */
import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';
import { snakeCase } from '../../../lib/arguments/names';

type Class = new (params: readonly Tensor[], options?: object) => optim.Optimizer;
const classes = optim as unknown as Readonly<Record<string, Class>>;

const VARIANTS: readonly (readonly [name: string, options: object])[] = [
  ...['Adadelta', 'Adafactor', 'Adagrad', 'Adam', 'AdamW', 'Adamax', 'ASGD', 'NAdam', 'RAdam', 'Rprop'].map(
    (name) => [name, {}] as const,
  ),
  ['SparseAdam', {}],
  ['Muon', {}],
  ['SGD', { momentum: 0.9 }],
  ['RMSprop', { momentum: 0.9, centered: true }],
  ['Adam', { fused: true }],
  ['Adam', { foreach: true }],
  ['Adam', { amsgrad: true }],
  ['AdamW', { fused: true, amsgrad: true }],
  ['Adagrad', { fused: true }],
  ['SGD', { fused: true, momentum: 0.9 }],
];

const SHAPE = [3, 4];

function stepped(name: string, options: object) {
  const w = torch.ones(SHAPE).requiresGrad_();
  const optimizer = new (classes[name] as Class)([w], options);
  const step = (): void => {
    w.grad = name === 'SparseAdam' ? torch.ones(SHAPE).toSparse(1) : torch.ones(SHAPE);
    optimizer.step();
  };
  step();
  return { w, optimizer, step };
}

/** What a field of the state must not be: with the sizes of another tensor, or without memory of its own. */
const BAD: Readonly<Record<string, () => unknown>> = {
  'a tensor without elements': () => torch.ones([0]),
  'a larger tensor': () => torch.ones([50, 50]),
  'a tensor on the meta device': () => torch.ones(SHAPE, { device: 'meta' }),
  text: () => 'x',
};

describe.each(VARIANTS)('%s %j', (name, options) => {
  const fields = (): string[] => {
    const { w, optimizer } = stepped(name, options);
    return Object.keys(optimizer.state.get(w) as object);
  };

  it.each(Object.entries(BAD))('refuses %s in any field that is loaded or assigned', (_, bad) => {
    for (const field of fields()) {
      const { w, optimizer, step } = stepped(name, options);
      const former = (optimizer.state.get(w) as Record<string, unknown>)[field];
      const dict = optimizer.stateDict();
      (dict.state.get(0) as Record<string, unknown>)[snakeCase(field)] = bad();
      expect(() => optimizer.loadStateDict(dict)).toThrow(snakeCase(field));
      expect(() => optimizer.state.set(w, { ...optimizer.state.get(w), [field]: bad() })).toThrow(snakeCase(field));
      // What was there is there still.
      const now = (optimizer.state.get(w) as Record<string, unknown>)[field];
      if (torch.isTensor(former)) expect(torch.equal(now as Tensor, former)).toBe(true);
      else expect(now).toEqual(former);
      step();
    }
  });

  it('refuses a state whose tensor lost its elements in place', () => {
    for (const field of fields()) {
      const { w, optimizer, step } = stepped(name, options);
      const value = (optimizer.state.get(w) as Record<string, unknown>)[field];
      if (!torch.isTensor(value)) continue;
      value.resize_([0]);
      expect(step).toThrow(new RegExp(`the state '${snakeCase(field)}'`));
    }
  });

  it('refuses a gradient of other sizes than its parameter', () => {
    if (name === 'SparseAdam') return;
    const { w, optimizer } = stepped(name, options);
    w.data = torch.ones([100, 100]);
    expect(() => optimizer.step()).toThrow('a gradient has size [3, 4], its parameter has size [100, 100]');
  });
});

it('names what is wrong', () => {
  const { w, optimizer } = stepped('Adam', {});
  const set = (state: object): void => void optimizer.state.set(w, { ...optimizer.state.get(w), ...state });
  expect(() => set({ expAvg: torch.ones([2]) })).toThrow(
    "Adam: the state 'exp_avg' has size [2], the parameter has size [3, 4]",
  );
  expect(() => set({ step: torch.ones([0]) })).toThrow("Adam: the state 'step' should be a single number");
  expect(() => set({ step: torch.ones([], { dtype: torch.complex64 }) })).toThrow("'step' should be a real number");
  expect(() => set({ expAvg: torch.ones([1]).expand(SHAPE) })).toThrow("elements of the state 'exp_avg' share memory");
  expect(() => set({ expAvgSq: null })).toThrow("Adam: the state has no 'exp_avg_sq'");
});

it('takes a state that fits, whatever its dtype was', () => {
  const { w, optimizer, step } = stepped('Adam', {});
  const dict = optimizer.stateDict();
  const entry = dict.state.get(0) as Record<string, Tensor>;
  entry['exp_avg'] = (entry['exp_avg'] as Tensor).to(torch.float64);
  entry['step'] = torch.tensor(7);
  optimizer.loadStateDict(dict);
  step();
  expect((optimizer.state.get(w) as { step: Tensor }).step.item()).toBe(8);
});

it('refuses fused steps over gradients that lie in memory otherwise', () => {
  const w = torch.ones(SHAPE).requiresGrad_();
  const optimizer = new optim.Adam([w], { fused: true });
  w.grad = torch.ones([1, 1]).expand(SHAPE);
  expect(() => optimizer.step()).toThrow('`fused` needs gradients that lie in memory as their parameters do');
});

it('takes a gradient without storage for zeros', () => {
  const w = torch.ones(SHAPE).requiresGrad_();
  const optimizer = new optim.SGD([w], { lr: 1, weightDecay: 0.5 });
  w.grad = (torch.ops as never as any).aten._efficientzerotensor(SHAPE) as Tensor;
  optimizer.step();
  expect(w.tolist()).toEqual(torch.full(SHAPE, 0.5).tolist());
});

it('forgets gradients that are views', () => {
  for (const setToNone of [true, false]) {
    const w = torch.ones([2]).requiresGrad_();
    const optimizer = new optim.SGD([w]);
    const whole = torch.ones([4]);
    w.grad = whole.narrow(0, 0, 2);
    optimizer.zeroGrad(setToNone);
    expect(w.grad?.tolist() ?? null).toEqual(setToNone ? null : [0, 0]);
    expect(whole.tolist()).toEqual(setToNone ? [1, 1, 1, 1] : [0, 0, 1, 1]);
  }
});

describe('LBFGS', () => {
  const made = () => {
    const w = torch.tensor([1, 2], { dtype: torch.float32 }).requiresGrad_();
    const optimizer = new optim.LBFGS([w], { maxIter: 3 });
    const step = (): unknown =>
      optimizer.step(() => {
        optimizer.zeroGrad();
        const loss = w.pow(4).sum();
        loss.backward();
        return loss;
      });
    step();
    return { optimizer, step };
  };

  it.each([
    ['d', torch.ones([3]), "LBFGS: the state 'd' should be a tensor of size [2], got a Tensor"],
    ['old_dirs', 5, "LBFGS: the state 'old_dirs' should be a list of tensors of size [2], got 5"],
    ['old_stps', [torch.ones([])], "LBFGS: the state 'old_stps' should be a list of tensors of size [2]"],
    ['n_iter', 'many', "LBFGS: the state 'n_iter' should be a number, got 'many'"],
    ['t', torch.ones([2]), "LBFGS: the state 't' should be a number or a tensor of one element, got a Tensor"],
  ])('refuses a memory whose %s is of another kind', (name, value, message) => {
    const { optimizer, step } = made();
    const dict = optimizer.stateDict();
    const entry = dict.state.get(0) as Record<string, unknown>;
    optimizer.loadStateDict(dict);
    entry[name] = value;
    expect(() => optimizer.loadStateDict(dict)).toThrow(message);
    step();
  });
});
