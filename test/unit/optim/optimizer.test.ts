import * as torch from '../../../lib/index';
import { type Tensor, nn, optim } from '../../../lib/index';

const weight = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.float32 }).requiresGrad_();

function withGradient(...values: number[]): Tensor {
  const w = weight(...values);
  w.grad = torch.ones([values.length]);
  return w;
}

const make: Readonly<Record<string, (params: never) => optim.Optimizer>> = {
  Adadelta: (p) => new optim.Adadelta(p),
  Adafactor: (p) => new optim.Adafactor(p),
  Adagrad: (p) => new optim.Adagrad(p),
  Adam: (p) => new optim.Adam(p),
  AdamW: (p) => new optim.AdamW(p),
  Adamax: (p) => new optim.Adamax(p),
  ASGD: (p) => new optim.ASGD(p),
  LBFGS: (p) => new optim.LBFGS(p),
  Muon: (p) => new optim.Muon(p),
  NAdam: (p) => new optim.NAdam(p),
  RAdam: (p) => new optim.RAdam(p),
  RMSprop: (p) => new optim.RMSprop(p),
  Rprop: (p) => new optim.Rprop(p),
  SGD: (p) => new optim.SGD(p),
  SparseAdam: (p) => new optim.SparseAdam(p),
};

describe.each(Object.entries(make))('%s', (name, construct) => {
  const build = (params: unknown): optim.Optimizer => construct(params as never);

  it.each([
    ['an empty list', [], /empty parameter list/],
    ['a tensor', torch.ones([2]), /should be an iterable of Tensors or groups, but got/],
    ['nothing', undefined, /misses 'params' \(an iterable of Tensors or groups\)/],
    ['null', null, /but got null/],
    ['a number', 5, /but got integer 5/],
    ['text', 'abc', /but got string/],
    ['numbers', [1, 2], /can only optimize Tensors, but one of the params is integer 1 /],
    ['null among tensors', [weight(1), null], /can only optimize Tensors|one of the params is null/],
    ['a set in a group', [{ params: new Set([weight(1)]) }], /ordered collection/],
    ['a group without params', [{ lr: 1 }], /needs params/],
    ['names of some only', [['a', weight(1)], weight(2)], /with\/without names/],
    [
      'groups that share a tensor',
      ((w) => [{ params: [w] }, { params: [w] }])(weight(1)),
      /more than one parameter group|per-parameter options/,
    ],
  ])('refuses %s', (_, params, message) => {
    expect(() => build(params)).toThrow(message);
  });

  it('refuses a tensor that is not a leaf, as it has no gradient', () => {
    expect(() => build([weight(1).mul(2)])).toThrow("can't optimize a non-leaf Tensor (parameter 0)");
  });

  it('refuses a disposed tensor and says so', () => {
    const w = weight(1);
    w.dispose();
    expect(() => build([w])).toThrow(/disposed/);
  });

  it('names an option that is nearly one', () => {
    const Class = (optim as unknown as Record<string, new (params: unknown, options: object) => unknown>)[name]!;
    expect(() => new Class([weight(1)], { Lr: 1 })).toThrow(`${name}() got an unknown option 'Lr': did you mean 'lr'?`);
    expect(() => new Class([weight(1)], { lr: 'much' })).toThrow(/lr must be a number|lr/);
    expect(() => new Class([weight(1)], { lr: -1 })).toThrow(/Invalid learning rate: -1|should be >= 0 but is: -1/);
    expect(() => new Class([weight(1)], 'much' as never)).toThrow(`${name}(): 'lr' should be a number`);
    expect(() => new Class([weight(1)], { foreach_: true })).toThrow(torch.TorchTypeError);
  });

  it('prints as Python does, with its class', () => {
    const text = String(build([torch.ones([2, 2], { requiresGrad: true })]));
    expect(text.split('\n').slice(0, 2)).toEqual([`${name} (`, 'Parameter Group 0']);
    expect(text).toMatch(/^ {4}lr: /m);
  });
});

it('names the right option of a group', () => {
  expect(() => new optim.Adam([{ params: [weight(1)], weight_decay: 0 }])).toThrow(
    "Adam: unknown option 'weight_decay' in a parameter group: did you mean 'weightDecay'?",
  );
});

it('warns of duplicate parameters in a group', () => {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const w = weight(1);
  new optim.SGD([w, w]);
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    'optimizer contains a parameter group with duplicate parameters; in future, this will be an error',
  ]);
  warn.mockRestore();
});

it('takes a closure with gradients recorded, and returns its value', () => {
  const w = weight(3);
  const optimizer = new optim.SGD([w], { lr: 0.5 });
  const loss = torch.noGrad(() =>
    optimizer.step(() => {
      optimizer.zeroGrad();
      const value = w.mul(w).sum();
      value.backward();
      return value;
    }),
  );
  expect(loss.item()).toBe(9);
  expect(w.tolist()).toEqual([0]);
  expect(() => optimizer.step('closure' as never)).toThrow(
    'step() takes a function that computes the loss, got string',
  );
});

it('leaves everything as it was when the closure throws', () => {
  const w = withGradient(1);
  const optimizer = new optim.Adam([w]);
  const failing = (): never => {
    throw new Error('no data');
  };
  expect(() => optimizer.step(failing)).toThrow('no data');
  expect([w.tolist(), optimizer.state.size, torch.isGradEnabled()]).toEqual([[1], 0, true]);
});

describe('hooks', () => {
  it('run around each step, in order, until they are removed', () => {
    const optimizer = new optim.SGD([withGradient(1)]);
    const calls: string[] = [];
    const handles = [
      optim.registerOptimizerStepPreHook(() => void calls.push('all before')),
      optim.registerOptimizerStepPostHook(() => void calls.push('all after')),
      optimizer.registerStepPreHook((it) => void calls.push(it === optimizer ? 'before' : 'other')),
      optimizer.registerStepPostHook(() => void calls.push('after')),
    ];
    optimizer.step();
    for (const handle of handles) handle.remove();
    handles[0]?.remove();
    optimizer.step();
    expect(calls).toEqual(['all before', 'before', 'after', 'all after']);
  });

  it('may give the step another closure, and nothing but a list of arguments', () => {
    const optimizer = new optim.SGD([withGradient(1)]);
    const handle = optimizer.registerStepPreHook(() => [() => 42]);
    expect((optimizer as { step(): unknown }).step()).toBe(42);
    handle.remove();
    optimizer.registerStepPreHook(() => 7);
    expect(() => optimizer.step()).toThrow('a step hook must return nothing or an array of arguments, got number');
    expect(() => optimizer.registerStepPreHook(3 as never)).toThrow('a hook must be a function, got number');
  });

  it('may step the optimizer again', () => {
    const w = withGradient(1);
    const optimizer = new optim.SGD([w], { lr: 0.25 });
    const handle = optimizer.registerStepPostHook(() => {
      handle.remove();
      optimizer.step();
    });
    optimizer.step();
    expect(w.tolist()).toEqual([0.5]);
  });

  it('see and change state dicts', () => {
    const optimizer = new optim.SGD([weight(1)], { lr: 0.25 });
    const calls: string[] = [];
    optimizer.registerStateDictPreHook(() => void calls.push('pre'));
    optimizer.registerStateDictPostHook((_, dict) => ({ ...dict, extra: 1 }));
    optimizer.registerStateDictPostHook(() => void calls.push('first'), true);
    optimizer.registerLoadStateDictPreHook((_, dict) => {
      const groups = dict.param_groups.map((group) => ({ ...group, lr: 0.125 }));
      return { ...dict, param_groups: groups };
    });
    optimizer.registerLoadStateDictPostHook(() => void calls.push('loaded'));
    const dict = optimizer.stateDict();
    expect((dict as unknown as { extra: number }).extra).toBe(1);
    optimizer.loadStateDict(dict);
    expect(optimizer.paramGroups[0]?.lr).toBe(0.125);
    expect(calls).toEqual(['pre', 'first', 'loaded']);
  });
});

describe('parameter groups', () => {
  it('have their own options, also those that come later', () => {
    const [a, b] = [withGradient(1), withGradient(1)];
    const optimizer = new optim.SGD([{ params: [a], lr: 0.5 }], { lr: 0.125 });
    optimizer.addParamGroup({ params: b });
    optimizer.step();
    expect([a.item(), b.item()]).toEqual([0.5, 0.875]);
    expect(() => optimizer.addParamGroup({ params: [a] })).toThrow(
      'some parameters appear in more than one parameter group',
    );
    expect(() => optimizer.addParamGroup(5 as never)).toThrow(
      "SGD.addParamGroup(): 'paramGroup' should be an object, got 5",
    );
    expect(() => optimizer.addParamGroup({ params: [['b', weight(1)]] })).toThrow(/should be with\/without names/);
    expect(optimizer.paramGroups.length).toBe(2);
  });

  it('say which option is wrong at the step, and change nothing', () => {
    const w = withGradient(1);
    const optimizer = new optim.Adam([w]);
    const group = optimizer.paramGroups[0]! as { betas: unknown };
    group.betas = [0.9];
    expect(() => optimizer.step()).toThrow('Adam: paramGroups[0].betas must be 2 numbers');
    group.betas = new Proxy([0.9, 0.999], {});
    optimizer.step();
    expect(w.item()).toBeCloseTo(0.999, 5);
  });

  it('take betas as tensors where Python does', () => {
    const w = withGradient(1);
    const one = (value: number): Tensor => torch.tensor([value], { dtype: torch.float32 });
    const betas = (a: unknown, b: unknown) => ({ betas: [a, b] as never });
    const half = torch.tensor(0.5);
    expect(() => new optim.Adam([w], betas(0.9, half))).toThrow('betas must be either both numbers or both Tensors');
    expect(() => new optim.Adam([w], betas(half, one(1.5)))).toThrow('Invalid beta parameter at index 1: 1.5');
    expect(() => new optim.AdamW([w], betas(half, torch.zeros([2])))).toThrow('Tensor betas[1] must be 1-element');
    expect(() => new optim.Adam([w], { ...betas(half, half), foreach: true })).toThrow(
      'betas[0] as a Tensor is not supported for capturable=False and foreach=True',
    );
    expect(() => new optim.NAdam([w], betas(half, half))).toThrow("NAdam(): 'betas' should be two numbers");
    const adam = new optim.Adam([w], betas(one(0.5), one(0.75)));
    expect(adam.paramGroups[0]?.betas.map((beta) => (beta as Tensor).shape)).toEqual([[], []]);
    adam.step();
    expect(w.item()).toBeCloseTo(0.999, 5);
    const nadam = new optim.NAdam([w]);
    (nadam.paramGroups[0] as { betas: unknown }).betas = [half, half];
    expect(() => nadam.step()).toThrow('NAdam: paramGroups[0].betas[0] must be');
  });

  it('name their parameters where these were given with names', () => {
    const model = new nn.Linear(2, 1);
    const optimizer = new optim.SGD(model.namedParameters());
    expect(optimizer.paramGroups[0]?.paramNames).toEqual(['weight', 'bias']);
    expect(optimizer.stateDict().param_groups[0]).toMatchObject({ param_names: ['weight', 'bias'], params: [0, 1] });
  });
});

describe('state dicts', () => {
  it('of other sizes are refused, and nothing is lost', () => {
    const w = withGradient(1, 2);
    const optimizer = new optim.Adam([w]);
    optimizer.step();
    const other = new optim.Adam([weight(1), weight(2)]).stateDict();
    expect(() => optimizer.loadStateDict(other)).toThrow("doesn't match the size of optimizer's group");
    const groups = new optim.Adam([{ params: [weight(1)] }, { params: [weight(1)] }]).stateDict();
    expect(() => optimizer.loadStateDict(groups)).toThrow('different number of parameter groups');
    expect(() => optimizer.loadStateDict({})).toThrow("must have 'state' and 'param_groups'");
    expect((optimizer.state.get(w) as { step: Tensor }).step.item()).toBe(1);
  });

  it('hold tensors of their own only after a copy', () => {
    const w = withGradient(1);
    const optimizer = new optim.SGD([w], { momentum: 0.5 });
    optimizer.step();
    const live = optimizer.stateDict().state.get(0) as { momentum_buffer: Tensor };
    optimizer.step();
    expect(live.momentum_buffer.item()).toBe(1.5);
  });

  it('carry an optimizer over to a deep copy of its model', () => {
    const model = new nn.Linear(2, 1);
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.1 });
    const train = (net: nn.Linear, by: optim.Optimizer): number[] => {
      by.zeroGrad();
      net
        .forward(torch.ones([3, 2]))
        .sum()
        .backward();
      by.step();
      return net.weight.view(-1).tolist() as number[];
    };
    train(model, optimizer);
    const twin = nn.deepCopy(model);
    const second = new optim.Adam(twin.parameters(), { lr: 0.1 });
    second.loadStateDict(structuredState(optimizer));
    expect(train(twin, second)).toEqual(train(model, optimizer));
  });
});

/** A state dict whose tensors are copies. */
function structuredState(optimizer: optim.Optimizer): object {
  const { state, param_groups } = optimizer.stateDict();
  const copy = (entry: object): object =>
    Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, (value as Tensor).clone()]));
  return { state: new Map([...state].map(([key, entry]) => [key, copy(entry)])), param_groups };
}

it('keeps its state when a scope ends, and works on parameters without gradients', () => {
  const [w, idle] = [withGradient(1), weight(5)];
  const optimizer = torch.scope(() => new optim.Adam([w, idle]));
  torch.scope(() => optimizer.step());
  torch.scope(() => optimizer.step());
  expect((optimizer.state.get(w) as { step: Tensor }).step.item()).toBe(2);
  expect([optimizer.state.has(idle), idle.item()]).toEqual([false, 5]);
});
