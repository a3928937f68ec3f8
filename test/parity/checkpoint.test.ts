/** Activation checkpointing beside Python's: gradients, dropout, and what it does without parameters. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const { checkpoint, checkpointSequential } = torch.utils.checkpoint;

const PYTHON = `
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
def make():
    torch.manual_seed(4)
    return torch.nn.Sequential(torch.nn.Linear(6, 8), torch.nn.Tanh(), torch.nn.Dropout(0.4), torch.nn.Linear(8, 3))
def run(call, x_grad):
    model = make()
    x = torch.randn(5, 6, requires_grad=x_grad)
    y = call(model, x)
    noise = torch.rand(3)
    y.sin().sum().backward()
    return [y, noise, torch.rand(2), x.grad, *(p.grad for p in model.parameters())]
kept = lambda reentrant: lambda model, x: checkpoint(model, x, use_reentrant=reentrant)
output = {
  'module': [run(kept(False), g) for g in (True, False)],
  'sequential': run(lambda model, x: checkpoint_sequential(model, 2, x, use_reentrant=False), True),
  'function': run(lambda model, x: checkpoint(lambda z: model(z), x, use_reentrant=True), True),
}
`;

type Results = (Tensor | null)[];
let python: { module: [Results, Results]; sequential: Results; function: Results };
beforeAll(() => {
  python = runPython(PYTHON);
});

function make(): nn.Sequential {
  torch.manualSeed(4);
  return new nn.Sequential(new nn.Linear(6, 8), new nn.Tanh(), new nn.Dropout(0.4), new nn.Linear(8, 3));
}

function run(call: (model: nn.Sequential, x: Tensor) => unknown, xGrad = true): Results {
  const model = make();
  const x = torch.randn([5, 6]).requiresGrad_(xGrad);
  const y = call(model, x) as Tensor;
  const noise = torch.rand([3]);
  y.sin().sum().backward();
  return [y, noise, torch.rand([2]), x.grad, ...model.parameters().map(({ grad }) => grad)];
}

function expectSame(actual: Results, expected: Results): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((tensor, i) => {
    const other = expected[i] ?? null;
    if (tensor && other) expectBitEqual(tensor, other, `result ${i}`);
    else expect([i, tensor === null, other === null]).toEqual([i, true, true]);
  });
}

test('a module, with an input that gets a gradient and with one that does not', () => {
  expectSame(
    run((model, x) => checkpoint(model, [x])),
    python.module[0],
  );
  expectSame(
    run((model, x) => checkpoint(model, [x]), false),
    python.module[1],
  );
});

test('a sequence in segments', () => {
  expectSame(
    run((model, x) => checkpointSequential(model, 2, x)),
    python.sequential,
  );
  expect(() => checkpointSequential(make(), 5, torch.ones([1, 6]))).toThrow('4 modules make 1 to 4 segments');
});

test('a function, its parameters named or not', () => {
  const body = (model: nn.Sequential) => (z: Tensor) => model.forward(z);
  expectSame(
    run((model, x) => checkpoint(body(model), [x])),
    python.function,
  );
  expectSame(
    run((model, x) => checkpoint(body(model), [x], { parameters: model.parameters() })),
    python.function,
  );
  const model = make().eval();
  const x = torch.randn([5, 6]);
  const y = checkpoint(body(model as nn.Sequential), [x], { parameters: model.parameters() }) as Tensor;
  const [gradient] = torch.autograd.grad(y.sum(), model.parameters().slice(0, 1));
  const [expected] = torch.autograd.grad(model.forward(x).sum(), model.parameters().slice(0, 1));
  expectBitEqual(gradient as Tensor, expected as Tensor);
  expect(model.parameters().every(({ grad }) => grad === null)).toBe(true);
});

test('backward runs it again, in the mode of the first time', () => {
  const calls: boolean[] = [];
  const body = (x: Tensor, factor: number): [Tensor, string] => {
    calls.push(torch.isGradEnabled());
    return [x.mul(factor), 'kept'];
  };
  const x = torch.ones([2]).requiresGrad_();
  const [y, text] = checkpoint(body, [x, 3]) as [Tensor, string];
  expect([text, calls]).toEqual(['kept', [false]]);
  y.sum().backward();
  expect([x.grad?.tolist(), calls]).toEqual([
    [3, 3],
    [false, true],
  ]);
  const lower = torch.autocast('cpu', () => checkpoint(new nn.Linear(2, 2), [x]) as Tensor);
  expect(lower.dtype).toBe(torch.bfloat16);
  lower.sum().backward();
});

test('refuses what it cannot do', () => {
  const x = torch.ones([2]).requiresGrad_();
  const y = checkpoint((z: Tensor) => z.mul(z), [x]) as Tensor;
  expect(() => torch.autograd.grad(y.sum(), [x], { createGraph: true })).toThrow('no second derivative');
  expect(() => checkpoint(3 as never, [x])).toThrow('takes a module or a function');
  expect(() => checkpoint(make(), x as never)).toThrow('as an array');
  let first = true;
  const changed = checkpoint((z: Tensor) => (first ? ((first = false), z.mul(2)) : z.detach()), [x]) as Tensor;
  expect(() => changed.sum().backward()).toThrow('this checkpoint() is not necessary');
});
