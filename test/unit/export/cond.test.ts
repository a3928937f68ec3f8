/** torch.cond in exported programs: both ways are recorded, and the program chooses. */
import * as torch from '../../../lib/index';

const { nn } = torch;
const { Dim } = torch.export;
type T = torch.Tensor;

const batch = new Dim('batch');
const dynamic = { dynamicShapes: [{ 0: batch }] };
const x = torch.ones([3, 4]);

function model(forward: (x: T) => unknown, members: object = {}): torch.nn.Module {
  class Model extends nn.Module {
    constructor() {
      super();
      Object.assign(this, members);
    }
    override forward(input: T): unknown {
      return forward(input);
    }
  }
  return new Model();
}

type Way = (...operands: T[]) => unknown;
const choose = (pred: (a: T) => T, onTrue: Way, onFalse: Way, members: object = {}): torch.nn.Module =>
  model((a) => torch.cond(pred(a), onTrue as never, onFalse as never, [a] as never), members);
const positive = (a: T): T => a.sum().gt(0);

const graphsOf = (program: torch.export.ExportedProgram): string[][] =>
  program.graph.nodes.flatMap(({ inputs }) =>
    inputs.flatMap(({ arg }) =>
      arg.type === 'as_graph' ? [arg.value.graph.nodes.map(({ target }) => target.replace('torch.ops.aten.', ''))] : [],
    ),
  );

it('has both ways, and takes the right one at each call', () => {
  const linear = new nn.Linear(4, 4);
  const net = choose(
    positive,
    (a) => linear.forward(a as T).mul((a as T).shape[0] as number),
    (a) => (a as T).sin(),
    { linear },
  );
  const program = torch.export.export(net, [x], dynamic);
  expect(graphsOf(program)).toEqual([['linear.default', 'sym_size.int', 'mul.Tensor'], ['sin.default']]);
  const module = program.module();
  const inputs = [torch.randn([5, 4]).abs(), torch.randn([7, 4]).abs().neg()];
  for (const input of inputs) {
    expect((module.forward(input) as T).equal(net.forward(input as never) as T)).toBe(true);
  }
  (module.forward(inputs[0]) as T).sum().backward();
  expect(linear.weight.grad?.abs().sum().item()).toBeGreaterThan(0);
  linear.zeroGrad();
  const other = module.forward(inputs[1]) as T;
  expect(other.equal(inputs[1]?.sin() as T)).toBe(true);
});

it('nests, and gives trees back', () => {
  const net = choose(
    positive,
    (a) => ({
      y: torch.cond(
        (a as T).mean().gt(2),
        (b: T) => b.add(1),
        (b: T) => b.add(2),
        [a as T],
      ),
      more: [(a as T).cos()],
    }),
    (a) => ({ y: a, more: [(a as T).select(0, 0).expand((a as T).shape)] }),
  );
  const program = torch.export.export(net, [x], dynamic);
  const module = program.module();
  for (const value of [1, 3, -1]) {
    const input = torch.full([6, 4], value, { dtype: torch.float32 });
    const [got, wanted] = [module, net].map((one) => one.forward(input as never) as { y: T; more: T[] });
    expect(got?.y.equal(wanted?.y as T)).toBe(true);
    expect(got?.more[0]?.equal(wanted?.more[0] as T)).toBe(true);
  }
  // What is returned must be the branch's own: neither an operand nor a view.
  const targets = ['select.int', 'sym_size.int', 'expand.default', 'clone.default', 'clone.default'];
  expect(graphsOf(program)[1]).toEqual(targets);
});

it('draws the random numbers of the way that is taken', () => {
  const net = choose(
    positive,
    (a) => torch.dropout(a as T, 0.5, true),
    (a) => torch.dropout(a as T, 0.25, true),
  );
  const module = torch.export.export(net, [x]).module();
  for (const input of [x, x.neg()]) {
    const [a, b] = [net, module].map((one) => {
      torch.manualSeed(4);
      return one.forward(input as never) as T;
    });
    expect(a?.equal(b as T)).toBe(true);
  }
});

it('is an ordinary choice for a boolean, and outside of a recording', () => {
  const net = model((a) =>
    torch.cond(
      a.shape[1] === 4,
      (b: T) => b.sin(),
      (b: T) => b.cos(),
      [a],
    ),
  );
  expect(torch.export.export(net, [x]).graph.nodes.map(({ target }) => target)).toEqual(['torch.ops.aten.sin.default']);
  let calls = 0;
  torch.cond(
    torch.tensor(true),
    () => calls++,
    () => calls++,
    [],
  );
  expect(calls).toBe(1);
});

describe('what a graph cannot hold', () => {
  const counter = torch.zeros([]);
  it.each<[string, Way, Way, RegExp]>([
    ['other structures', (a) => a, (a) => [a], /the branches return other structures/],
    ['other shapes', (a) => a, (a) => (a as T).sum(1), /tensors of other forms, float32\[3, 4\] and float32\[3\]/],
    ['other dtypes', (a) => a, (a) => (a as T).double(), /tensors of other forms, float32.* and float64/],
    ['a number', () => 3, () => 4, /a branch returns a value that is no tensor/],
    ['nothing', () => undefined, () => undefined, /the result of a branch is undefined/],
    ['a write to an input', (a) => (a as T).add_(1), (a) => a, /a branch writes to a tensor that was made outside/],
    ['a write to a view of it', (a) => (a as T).view([12]).add_(1), (a) => (a as T).view([12]), /a branch writes to/],
    [
      'a write to what it closes over',
      (a) => [counter.add_(1), a],
      (a) => [counter, a],
      /writes to a tensor|shares memory/,
    ],
    ['elements', (a) => (a as T).mul((a as T).sum().item() as number), (a) => a, /item\(\) reads elements/],
  ])('%s', (_, onTrue, onFalse, text) => {
    const net = choose(positive, onTrue, onFalse);
    expect(() => torch.export.export(net, [x])).toThrow(text);
    expect(() => torch.export.export(net, [x])).toThrow(/cond\.test\.ts:\d+|made outside|is undefined/);
  });

  it('a result of a way that was not returned', () => {
    let leaked: T | null = null;
    const net = model((a) => {
      const y = torch.cond(
        positive(a),
        (b: T) => (leaked = b.sin()),
        (b: T) => b.cos(),
        [a],
      );
      return y.add(leaked as T);
    });
    expect(() => torch.export.export(net, [x])).toThrow(/a tensor is used before it is made/);
  });
});
