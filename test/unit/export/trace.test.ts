/** torch.export.export: what becomes of a model, and what cannot become a graph. */
import * as torch from '../../../lib/index';

const { nn } = torch;
const { Dim } = torch.export;
const F = nn.functional;
type T = torch.Tensor;

/** A model of one function. */
function model(forward: (...inputs: never[]) => unknown, members: object = {}): torch.nn.Module {
  class Model extends nn.Module {
    constructor() {
      super();
      Object.assign(this, members);
    }
    override forward(...inputs: never[]): unknown {
      return forward.apply(this, inputs);
    }
  }
  return new Model();
}

const targets = (program: torch.export.ExportedProgram): string[] =>
  program.graph.nodes.map(({ target }) => target.replace('torch.ops.aten.', ''));

const x = torch.randn([4, 6]);
const batch = new Dim('batch');

describe('torch.export.export', () => {
  it('finds sums, products and quotients of sizes', () => {
    const time = new Dim('time', { min: 2 });
    const net = model((a: T) => {
      const [b, t] = a.shape as [number, number];
      const half = Math.floor((t + 1) / 2);
      return [a.reshape([b * t]), a.narrow(1, 0, half), torch.zeros([2 * b + 3]), torch.ones([b + t]), a.mul(t - 1)];
    });
    const program = torch.export.export(net, [x], { dynamicShapes: [{ 0: batch, 1: time }] });
    const wide = torch.randn([5, 9]);
    const got = program.module().forward(wide) as T[];
    expect(got.map(({ shape }) => shape)).toEqual([[45], [5, 5], [13], [14], [5, 9]]);
    expect(got[4]?.equal(wide.mul(8))).toBe(true);
    expect([...program.rangeConstraints]).toEqual([
      ['s0', { lower: 0, upper: Infinity }],
      ['s1', { lower: 2, upper: Infinity }],
    ]);
    expect(targets(program)).toContain('_operator.floordiv');
  });

  it('follows strides of convolutions and pools', () => {
    const net = new nn.Sequential(
      new nn.Conv2d(1, 2, 3, { stride: 2 }),
      new nn.MaxPool2d(3, { stride: 2, padding: 1 }),
    );
    const shape = model(
      (a: T) => {
        const y = net.forward(a as never) as T;
        return y.reshape([y.shape[0] as number, (y.shape[2] as number) * (y.shape[3] as number) * 2]);
      },
      { net },
    );
    const sizes = { 0: batch, 2: new Dim('h', { min: 8 }), 3: new Dim('w', { min: 8 }) };
    const program = torch.export.export(shape, [torch.randn([2, 1, 17, 21])], { dynamicShapes: [sizes] });
    expect((program.module().forward(torch.randn([3, 1, 40, 33])) as T).shape).toEqual([3, 160]);
  });

  it('takes trees and names, and gives trees and sizes back', () => {
    const net = model((a: T, { scale, other }: { scale: number; other: { k: T[] } }) => ({
      y: a.mul(scale).add(other.k[0] as T),
      more: [a.shape[0], null, 'text'],
    }));
    const kwargs = { scale: 2, other: { k: [torch.ones([6])] } };
    const program = torch.export.export(net, [x], { kwargs, dynamicShapes: [{ 0: batch }, null, null] });
    const wide = torch.randn([9, 6]);
    const got = program.module().forward(wide, { ...kwargs, other: { k: [torch.ones([6]).mul(3)] } }) as { y: T };
    expect(got.y.equal(wide.mul(2).add(3))).toBe(true);
    expect(got).toMatchObject({ more: [9, null, 'text'] });
  });

  it('keeps state, random numbers and gradients of the model as they were', () => {
    const net = new nn.Sequential(new nn.Linear(6, 3), new nn.BatchNorm1d(3), new nn.Dropout());
    torch.manualSeed(1);
    const before = torch.getRngState();
    const program = torch.export.export(net, [x], { dynamicShapes: [{ 0: batch }] });
    expect(torch.getRngState().equal(before)).toBe(true);
    expect(net.namedBuffers().map(([, b]) => b.sum().item())).toEqual([0, 3, 0]);
    expect(net.parameters().map(({ grad }) => grad)).toEqual([null, null, null, null]);
    const module = program.module();
    module.forward(x);
    // The program shares the model's buffers.
    expect(net.namedBuffers().at(-1)?.[1].item()).toBe(1);
    expect(module.parameters()[0]?.storageOffset()).toBe(0);
  });

  it('leaves what runs without autograd without it', () => {
    const weight = new nn.Parameter(torch.ones([6]));
    const net = model((a: T) => a.mul(weight).add(torch.noGrad(() => a.mul(weight).mul(2))), { weight });
    const program = torch.export.export(net, [x]);
    expect(targets(program)).toContain('detach.default');
    (program.module().forward(x) as T).sum().backward();
    expect(weight.grad?.equal(x.sum(0))).toBe(true);
  });

  it('has the casts of autocast', () => {
    const linear = new nn.Linear(6, 2);
    const net = model((a: T) => torch.amp.autocast('cpu', { dtype: torch.bfloat16 }, () => linear.forward(a)), {
      linear,
    });
    const program = torch.export.export(net, [x]);
    expect((program.module().forward(x) as T).dtype).toBe(torch.bfloat16);
  });

  it('copies constants that forward writes to, and lifts the others', () => {
    const net = model((a: T) => {
      const sum = torch.tensor([0, 0, 0, 0, 0, 0], { dtype: torch.float32 });
      sum.add_(a.sum(0));
      return sum.add(torch.tensor([1, 2, 3, 4, 5, 6]));
    });
    const module = torch.export.export(net, [x]).module();
    const first = module.forward(x) as T;
    expect((module.forward(x) as T).equal(first)).toBe(true);
  });

  it('lets forward print', () => {
    const net = model((a: T) => (String(a) ? a.mul(2) : a));
    expect(targets(torch.export.export(net, [x]))).toEqual(['mul.Tensor']);
  });

  it('makes dimensions without a name dynamic where the model allows it', () => {
    const shapes = { dynamicShapes: [{ 0: Dim.AUTO, 1: Dim.AUTO }, { 0: Dim.AUTO }] };
    const net = model((a: T, b: T) => a.reshape([-1, 6]).add(b.unsqueeze(1)));
    const program = torch.export.export(net, [x, torch.randn([4])], shapes);
    expect(program.rangeConstraints.size).toBe(1);
    const got = program.module().forward(torch.ones([7, 6]), torch.zeros([7])) as T;
    expect(got.shape).toEqual([7, 6]);
    const fixed = { dynamicShapes: [{ 1: Dim.DYNAMIC }, null] };
    expect(() => torch.export.export(net, [x, torch.randn([4])], fixed)).toThrow(/the model fixes it at 6/);
  });

  it('knows multiples', () => {
    const net = model((a: T) => a.reshape([(a.shape[0] as number) / 2, 12]));
    const pairs = new Dim('pairs', { min: 1, max: 50 }).mul(2);
    const program = torch.export.export(net, [x], { dynamicShapes: [{ 0: pairs }] });
    expect((program.module().forward(torch.randn([10, 6])) as T).shape).toEqual([5, 12]);
    expect(() => torch.export.export(net, [x], { dynamicShapes: [{ 0: batch }] })).toThrow(/dim\.mul\(n\)/);
  });
});

describe('what a graph cannot hold', () => {
  const here = /trace\.test\.ts:\d+/;
  const refused = (net: torch.nn.Module, text: RegExp, options = {}): void => {
    expect(() => torch.export.export(net, [x], options)).toThrow(text);
    expect(() => torch.export.export(net, [x], options)).toThrow(here);
    // The recording has ended.
    expect(torch.ones([1]).item()).toBe(1);
  };

  it('is what JavaScript does with elements', () => {
    refused(
      model((a: T) => a.mul(a.sum().item() as number)),
      /item\(\) reads elements/,
    );
    refused(
      model((a: T) => torch.tensor(a.tolist() as number[][])),
      /tolist\(\) or toTypedArray\(\) reads elements/,
    );
    refused(
      model((a: T) => (a.equal(a) ? a : a.add(1))),
      /equal\(\) reads elements/,
    );
  });

  it('is another way for other sizes', () => {
    const net = model((a: T) => ((a.shape[0] as number) > 4 ? a.add(1) : a.mul(2)));
    refused(net, /takes a different path where batch = \d+: aten\.mul/, { dynamicShapes: [{ 0: batch }] });
  });

  it('is a tensor that JavaScript makes of sizes', () => {
    const net = model((a: T) => a.sum().add(torch.tensor([a.shape[0] as number])));
    refused(net, /a tensor that no operator made has different elements/, { dynamicShapes: [{ 0: batch }] });
  });

  it('is a number of another form', () => {
    const net = model((a: T) => a.mul(Math.sqrt(a.shape[0] as number)));
    refused(net, /a number in aten\.mul depends on the inputs/, { dynamicShapes: [{ 0: batch }] });
  });

  it('is a result of any size', () => {
    refused(
      model((a: T) => a.index(a.gt(0))),
      /the size of a result depends on elements/,
    );
  });

  it('is state outside of the model', () => {
    const weight = torch.ones([6], { requiresGrad: true });
    refused(
      model((a: T) => a.mul(weight)),
      /not a parameter of the model/,
    );
    let calls = 0;
    expect(() =>
      torch.export.export(
        model((a: T) => a.add(calls++)),
        [x],
      ),
    ).toThrow(/a number in aten\.add depends/);
  });

  it('is a backward of its own', () => {
    class Twice extends torch.autograd.Function {
      static forward(_context: unknown, a: T): T {
        return a.clone();
      }
      static backward(_context: unknown, gradient: T): T {
        return gradient.mul(2);
      }
    }
    const weight = new nn.Parameter(torch.ones([6]));
    const net = model((a: T) => (Twice as unknown as { apply(a: T): T }).apply(a.mul(weight)), { weight });
    expect(() => torch.export.export(net, [x])).toThrow(/the gradient of weight/);
    expect(torch.noGrad(() => torch.export.export(net, [x]))).toBeInstanceOf(torch.export.ExportedProgram);
  });

  it('is a promise, and whatever is no value of a program', () => {
    expect(() =>
      torch.export.export(
        model((a: T) => Promise.resolve(a)),
        [x],
      ),
    ).toThrow(/the output of Model is Promise/);
    expect(() =>
      torch.export.export(
        model((a: T) => a),
        [x, new Map() as never],
      ),
    ).toThrow(/the input arg1 is Map/);
    expect(() =>
      torch.export.export(
        model((a: T) => a),
        [x],
        { strict: true },
      ),
    ).toThrow(/strict/);
    expect(() => torch.export.export(x as never, [x])).toThrow(TypeError);
  });
});

describe('dynamicShapes', () => {
  const net = new nn.Linear(6, 2);
  it.each([
    [[{ 0: batch }, null], /2 entries, and the model is called with 1 arguments \(input\)/],
    [{ inputs: { 0: batch } }, /has 'inputs', which the model does not take: did you mean 'input'/],
    [[{ 2: batch }], /has an entry for dimension 2, but the input has 2 dimensions/],
    [[[batch]], /has 1 entries for 2 dimensions/],
    [[{ 0: 5 }], /says that input\.shape\[0\] is 5, and the example has 4/],
    [[{ 0: 'batch' }], /has to be a Dim, a number or null/],
    [[{ 0: new Dim('b', { max: 3 }) }], /makes 'b' 4, which is outside of its limits \[0, 3\]/],
    [[{ 0: new Dim('b').mul(3) }], /is 4 in the example, which 3\*b cannot be/],
    [[{ 0: batch, 1: batch }], /'batch' is 4 in one place of the examples and 6 in input\.shape\[1\]/],
  ])('%j is an error', (dynamicShapes, text) => {
    expect(() => torch.export.export(net, [x], { dynamicShapes: dynamicShapes as never })).toThrow(text);
  });

  it('has names and limits that Python accepts', () => {
    expect(() => new Dim('a-b')).toThrow(/identifier/);
    expect(() => new Dim('a', { min: 4, max: 4 })).toThrow('Cannot create Dim with inconsistent min=4, max=4');
    expect(torch.export.dims('a', 'b').map(String)).toEqual(['a', 'b']);
    const a = new Dim('a');
    // As Python's `2 * a + 1` and its like are called.
    const derived = [a.mul(2).add(1), a.sub(1), a.add(1).mul(2), a.mul(2).mul(4), a.add(1).sub(1)];
    expect(derived.map(String)).toEqual(['2*a + 1', 'a - 1', '2*a + 2', '8*a', 'a']);
  });

  it('says what the model throws at another size', () => {
    const fixed = model((a: T) => F.linear(a, torch.ones([2, 6])).reshape([8]));
    expect(() => torch.export.export(fixed, [x], { dynamicShapes: [{ 0: batch }] })).toThrow(
      /the model fails where batch = 5: .*shape '\[8\]' is invalid/s,
    );
  });
});
