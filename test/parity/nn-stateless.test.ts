/** functionalCall, stackModuleState, lazy layers and the adaptive softmax beside Python's. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const PYTHON = `
torch.manual_seed(5)
out = {}
model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2))
weights = {n: torch.randn_like(p).requires_grad_() for n, p in model.named_parameters()}
x = torch.randn(5, 3)
y = torch.func.functional_call(model, weights, (x,))
y.sin().sum().backward()
out['y'], out['grads'], out['own'] = y, [w.grad for w in weights.values()], [p.grad for p in model.parameters()]
stacked, buffers = torch.func.stack_module_state([torch.nn.BatchNorm1d(4), torch.nn.BatchNorm1d(4)])
out['stacked'] = {k: v for k, v in {**stacked, **buffers}.items()}
out['requires'] = [v.requires_grad for v in {**stacked, **buffers}.values()]

torch.manual_seed(6)
lazy = torch.nn.Sequential(torch.nn.LazyConv2d(3, 2), torch.nn.LazyBatchNorm2d(), torch.nn.Flatten(), torch.nn.LazyLinear(2))
out['lazy before'] = repr(lazy)
out['lazy y'] = lazy(torch.randn(2, 2, 4, 4))
out['lazy after'] = repr(lazy)
out['lazy state'] = dict(lazy.state_dict())

torch.manual_seed(7)
adaptive = torch.nn.AdaptiveLogSoftmaxWithLoss(8, 20, [5, 10], div_value=2.0, head_bias=True)
x, t = torch.randn(6, 8, requires_grad=True), torch.tensor([0, 7, 12, 3, 19, 5])
result = adaptive(x, t)
result.loss.backward()
out['adaptive'] = [result.output, result.loss, adaptive.log_prob(x), adaptive.predict(x), x.grad, *(p.grad for p in adaptive.parameters())]
out['adaptive keys'] = list(adaptive.state_dict())
out['adaptive text'] = repr(adaptive)
output = out
`;

interface Answers {
  readonly y: Tensor;
  readonly grads: Tensor[];
  readonly own: null[];
  readonly stacked: Record<string, Tensor>;
  readonly requires: boolean[];
  readonly 'lazy before': string;
  readonly 'lazy after': string;
  readonly 'lazy y': Tensor;
  readonly 'lazy state': Record<string, Tensor>;
  readonly adaptive: Tensor[];
  readonly 'adaptive keys': string[];
  readonly 'adaptive text': string;
}

let python: Answers;
beforeAll(() => {
  python = runPython<Answers>(PYTHON);
});

function expectAll(actual: Readonly<Record<string, Tensor>>, expected: Readonly<Record<string, Tensor>>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, tensor] of Object.entries(actual)) expectBitEqual(tensor, expected[name] as Tensor, name);
}

describe('functionalCall', () => {
  it('calls with other tensors, which get the gradients', () => {
    torch.manualSeed(5);
    const model = new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
    const own = model.parameters();
    const weights = Object.fromEntries(
      model.namedParameters().map(([name, p]) => [name, torch.randnLike(p).detach().requiresGrad_()]),
    );
    const y = torch.func.functionalCall(model, weights, torch.randn([5, 3])) as Tensor;
    y.sin().sum().backward();
    expectBitEqual(y, python.y);
    Object.values(weights).forEach((w, i) => expectBitEqual(w.grad as Tensor, python.grads[i] as Tensor, `grad ${i}`));
    expect(own.map(({ grad }) => grad)).toEqual(python.own);
    expect(model.parameters().every((p, i) => p === own[i])).toBe(true);
  });

  it('gives the module its tensors back when forward throws', () => {
    const linear = new nn.Linear(3, 2);
    const { weight } = linear;
    expect(() => torch.func.functionalCall(linear, { weight: torch.zeros([2, 9]) }, torch.ones([1, 3]))).toThrow();
    expect(linear.weight).toBe(weight);
    expect(linear.forward(torch.ones([1, 3])).shape).toEqual([1, 2]);
  });

  it('knows ties, strictness and several dictionaries', () => {
    const model = new nn.Sequential(new nn.Linear(2, 2), new nn.Linear(2, 2));
    (model.at(1) as nn.Linear).weight = (model.at(0) as nn.Linear).weight;
    const x = torch.ones([1, 2]);
    const call = (tensors: object, options?: object): unknown =>
      torch.func.functionalCall(model, tensors as Record<string, Tensor>, x, options);
    expect(() => call({ '0.weight': torch.zeros([2, 2]), '1.weight': torch.ones([2, 2]) })).toThrow('tied');
    const zero = [{ '0.weight': torch.zeros([2, 2]) }, { '0.bias': torch.zeros([2]), '1.bias': torch.ones([2]) }];
    expect((call(zero) as Tensor).tolist()).toEqual([[1, 1]]);
    expect(() => call([{ '0.bias': x }, { '0.bias': x }])).toThrow('multiple dictionaries');
    expect(() => call({ nothing: x }, { strict: true })).toThrow(
      "Error(s) in reparametrizing for Sequential:\n\tUnexpected key(s): 'nothing'.\n\tMissing key(s): '0.weight'",
    );
    expect(() => call({ '0.bias': 3 })).toThrow("'0.bias' is not a Tensor");
  });

  it('stacks the state of several modules', () => {
    const [parameters, buffers] = torch.func.stackModuleState([new nn.BatchNorm1d(4), new nn.BatchNorm1d(4)]);
    const all = { ...parameters, ...buffers };
    expectAll(all, python.stacked);
    expect(Object.values(all).map(({ requiresGrad }) => requiresGrad)).toEqual(python.requires);
    expect(() => torch.func.stackModuleState([])).toThrow('at least one model, got 0');
    expect(() => torch.func.stackModuleState([new nn.Linear(1, 1), new nn.ReLU()])).toThrow('the same class');
  });
});

describe('lazy layers', () => {
  const make = (): nn.Sequential =>
    new nn.Sequential(new nn.LazyConv2d(3, 2), new nn.LazyBatchNorm2d(), new nn.Flatten(), new nn.LazyLinear(2));

  it('become the layers they stand for', () => {
    torch.manualSeed(6);
    const model = make();
    expect(String(model)).toBe(python['lazy before']);
    expectBitEqual(model.forward(torch.randn([2, 2, 4, 4])), python['lazy y']);
    expect(String(model)).toBe(python['lazy after']);
    expectAll(model.stateDict(), python['lazy state']);
    expect(model.at(0)).toBeInstanceOf(nn.Conv2d);
  });

  it('take their sizes from a state dict', () => {
    const model = make();
    model.loadStateDict(python['lazy state']);
    expectAll(model.stateDict(), python['lazy state']);
  });

  it('name a wrong option', () => {
    expect(() => new nn.LazyConv2d(3, 2, { paddingmode: 'same' } as never)).toThrow("did you mean 'paddingMode'");
  });
});

it('AdaptiveLogSoftmaxWithLoss computes what Python does', () => {
  torch.manualSeed(7);
  const adaptive = new nn.AdaptiveLogSoftmaxWithLoss(8, 20, [5, 10], { divValue: 2, headBias: true });
  const x = torch.randn([6, 8]).requiresGrad_();
  const [output, loss] = adaptive.forward(x, torch.tensor([0, 7, 12, 3, 19, 5]));
  loss.backward();
  const results = [output, loss, adaptive.logProb(x), adaptive.predict(x), x.grad as Tensor];
  const all = [...results, ...adaptive.parameters().map(({ grad }) => grad as Tensor)];
  expect(all).toHaveLength(python.adaptive.length);
  all.forEach((tensor, i) => expectBitEqual(tensor, python.adaptive[i] as Tensor, `result ${i}`));
  expect(Object.keys(adaptive.stateDict())).toEqual(python['adaptive keys']);
  expect(String(adaptive)).toBe(python['adaptive text']);
  expect(() => adaptive.forward(x, torch.tensor([0, 7, 12, 3, 19, 20]))).toThrow('should be in [0, 19]');
});
