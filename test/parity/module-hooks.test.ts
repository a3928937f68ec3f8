/** Backward hooks of modules beside Python's: what they are called with, in which order, and what they change. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { bitDifference, runPython } from '../support/python';

type Logged = [name: string, ...(Tensor | null | string)[]];

const PYTHON = `
class Two(torch.nn.Module):
    def __init__(self): super().__init__(); self.fc = torch.nn.Linear(3, 2)
    def forward(self, x, y, flag=None): return self.fc(x) * y, x.sum()
def run(x_grad, y_grad, use_second):
    torch.manual_seed(2)
    log = []
    module = Two()
    module.register_full_backward_pre_hook(lambda m, go: log.append(['pre', *go]))
    module.register_full_backward_hook(lambda m, gi, go: log.append(['full', *gi, '|', *go]))
    module.register_full_backward_hook(lambda m, gi, go: log.append(['first', *gi]), prepend=True)
    module.fc.register_full_backward_hook(lambda m, gi, go: log.append(['inner', *gi, '|', *go]))
    x, y = torch.randn(4, 3, requires_grad=x_grad), torch.randn(4, 2, requires_grad=y_grad)
    a, b = module(x, y, 'flag')
    (a.sin().sum() + (b if use_second else 0)).backward()
    return log, [t.grad for t in [x, y, *module.parameters()]]
def replace():
    torch.manual_seed(2)
    layer = torch.nn.Linear(3, 2)
    layer.register_full_backward_pre_hook(lambda m, go: (go[0] * 3,))
    layer.register_full_backward_hook(lambda m, gi, go: (gi[0] + 1,))
    layer.register_full_backward_hook(lambda m, gi, go: (gi[0] * 2,))
    x = torch.randn(4, 3, requires_grad=True)
    layer(x).sum().backward()
    return [x.grad, layer.weight.grad, layer.bias.grad]
output = {'logs': [run(*case) for case in input], 'replaced': replace()}
`;

type Flags = [xGrad: boolean, yGrad: boolean, useSecond: boolean];

const CASES: Flags[] = [
  [true, true, true],
  [true, false, true],
  [true, true, false],
  [false, false, true],
  [false, true, false],
];

class Two extends nn.Module {
  readonly fc = new nn.Linear(3, 2);
  override forward(x: Tensor, y: Tensor, _flag: string): [Tensor, Tensor] {
    return [this.fc.forward(x).mul(y), x.sum()];
  }
}

function run(xGrad: boolean, yGrad: boolean, useSecond: boolean): [Logged[], (Tensor | null)[]] {
  torch.manualSeed(2);
  const log: Logged[] = [];
  const module = new Two();
  const push = (...entry: Logged): void => void log.push(entry);
  module.registerFullBackwardPreHook((_, go) => push('pre', ...go));
  module.registerFullBackwardHook((_, gi, go) => push('full', ...gi, '|', ...go));
  module.registerFullBackwardHook((_, gi) => push('first', ...gi), { prepend: true });
  module.fc.registerFullBackwardHook((_, gi, go) => push('inner', ...gi, '|', ...go));
  const [x, y] = [torch.randn([4, 3]).requiresGrad_(xGrad), torch.randn([4, 2]).requiresGrad_(yGrad)];
  const [a, b] = module.forward(x, y, 'flag');
  const loss = a.sin().sum();
  (useSecond ? loss.add(b) : loss).backward();
  return [log, [x, y, ...module.parameters()].map(({ grad }) => grad)];
}

let python: { logs: [Logged[], (Tensor | null)[]][]; replaced: Tensor[] };
beforeAll(() => {
  python = runPython(PYTHON, CASES);
  process.on('warning', () => undefined);
});

function expectSame(actual: unknown, expected: unknown, where: string): void {
  if (actual instanceof torch.Tensor && expected instanceof torch.Tensor) {
    expect([where, bitDifference(actual, expected)]).toEqual([where, null]);
  } else if (Array.isArray(actual) && Array.isArray(expected)) {
    expect([where, actual.length]).toEqual([where, expected.length]);
    actual.forEach((item, i) => expectSame(item, expected[i], `${where}.${i}`));
  } else {
    expect([where, actual]).toEqual([where, expected]);
  }
}

test.each(CASES.map((one, i) => [JSON.stringify(one), i] as const))('called as Python calls them: %s', (_, i) => {
  expectSame(run(...CASES[i]!), python.logs[i], 'log');
});

test('their results are passed on', () => {
  torch.manualSeed(2);
  const layer = new nn.Linear(3, 2);
  layer.registerFullBackwardPreHook((_, [go]) => [go!.mul(3)]);
  layer.registerFullBackwardHook((_, [gi]) => [gi!.add(1)]);
  layer.registerFullBackwardHook((_, [gi]) => [gi!.mul(2)]);
  const x = torch.randn([4, 3]).requiresGrad_();
  layer.forward(x).sum().backward();
  expectSame([x.grad, layer.weight.grad, layer.bias!.grad], python.replaced, 'replaced');
});

test('they end with their handle, and errors come through backward', () => {
  const layer = new nn.Linear(3, 2);
  let calls = 0;
  const handle = layer.registerFullBackwardHook(() => void calls++);
  const x = torch.randn([4, 3]).requiresGrad_();
  layer.forward(x).sum().backward();
  handle.remove();
  handle.remove();
  layer.forward(x).sum().backward();
  expect([calls, Object.hasOwn(layer, 'forward')]).toEqual([1, false]);
  for (const [wrong, message] of [
    [() => [x, x], 'invalid number of gradients, got 2, but expected 1'],
    [() => 'x', 'returns an array of Tensors'],
    [
      () => {
        throw new Error('my own');
      },
      'my own',
    ],
  ] as const) {
    const one = layer.registerFullBackwardHook(wrong);
    expect(() => layer.forward(x).sum().backward()).toThrow(message);
    one.remove();
  }
  layer.forward(x).sum().backward();
});
