/** Operators defined in JavaScript. Names are used once in this file: the dispatcher is the process's. */
import { Worker } from 'node:worker_threads';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const { library } = torch;
type Call = (...args: unknown[]) => Tensor;
const op = (name: string): Call =>
  (torch.ops as unknown as Record<string, Record<string, Call>>)['unit']?.[name] as Call;
const float = (values: number[], requiresGrad = false): Tensor =>
  torch.tensor(values, { dtype: torch.float32, requiresGrad });

/** What a call says when it fails. */
function errorOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

describe('Library', () => {
  test('defines, implements and takes back', () => {
    const own = new library.Library('unit', 'FRAGMENT');
    expect(own.define('scaled(Tensor x, *, float factor=2.0, ScalarType? dtype=None, int[] dims=[]) -> Tensor')).toBe(
      'scaled',
    );
    const seen: unknown[] = [];
    const kernel = (x: Tensor, factor: number, dtype: torch.DType | null, dims: number[]): Tensor => {
      seen.push([factor, dtype, dims]);
      return x.mul(factor).to(dtype ?? x.dtype);
    };
    own.impl('scaled', kernel, 'CompositeExplicitAutograd');
    expect(op('scaled')(float([1, 2])).tolist()).toEqual([2, 4]);
    const doubled = op('scaled')(float([1, 2]), { factor: 3.5, dtype: torch.float64, dims: [1, -2] });
    expect([doubled.tolist(), doubled.dtype]).toEqual([[3.5, 7], torch.float64]);
    expect(seen).toEqual([
      [2, null, []],
      [3.5, torch.float64, [1, -2]],
    ]);
    expect((op('scaled') as unknown as torch.RawOperator).schemas[0]).toMatch(/^unit::scaled\(Tensor x/);
    expect(() => own.define('scaled(Tensor x) -> Tensor')).toThrow('was defined before');
    expect(() =>
      own.define('scaled(Tensor x, *, float factor=2.0, ScalarType? dtype=None, int[] dims=[]) -> Tensor'),
    ).toThrow('with the same name and overload name multiple times');
    expect(() => own.impl('scaled', kernel, 'CompositeExplicitAutograd')).toThrow(
      "there's already a kernel registered from python overriding scaled's behavior for CompositeExplicitAutograd",
    );
    own.impl('scaled', (x: Tensor) => x.neg(), 'CompositeExplicitAutograd', { allowOverride: true });
    const bound = op('scaled');
    expect(bound(float([1])).tolist()).toEqual([-1]);
    own.destroy();
    own.destroy();
    expect(op('scaled')).toBeUndefined();
    expect(() => bound(float([1]))).toThrow();
    expect(() => own.define('other(Tensor x) -> Tensor')).toThrow('Library object has been destroyed');
    using again = new library.Library('unit', 'FRAGMENT');
    again.define('scaled(Tensor x, *, float factor=2.0, ScalarType? dtype=None, int[] dims=[]) -> Tensor');
    again.impl('scaled', kernel, 'CPU');
    expect(op('scaled')(float([4])).tolist()).toEqual([8]);
  });

  test('a namespace of its own is taken once', () => {
    using first = new library.Library('unitonce', 'DEF');
    expect(first.kind).toBe('DEF');
    expect(() => new library.Library('unitonce', 'DEF')).toThrow('Only a single TORCH_LIBRARY can be used');
    expect(() => new library.Library('prim', 'DEF')).toThrow('prim is a reserved namespace');
    expect(() => new library.Library('unit', 'OTHER' as never)).toThrow("'kind' should be 'DEF'");
  });

  test('errors say what is wrong', () => {
    using own = new library.Library('unit', 'FRAGMENT');
    expect(() => own.define('not a schema')).toThrow();
    expect(() => own.define('elsewhere::f(Tensor x) -> Tensor')).toThrow('namespace');
    expect(() => own.impl('nowhere', (x: Tensor) => x, 'CPU')).toThrow('there is no operator unit::nowhere');
    own.define('fails(Tensor x) -> Tensor');
    expect(() => op('fails')(float([1]))).toThrow('unit::fails');
    expect(() => own.impl('fails', (x: Tensor) => x, 'NoSuchKey')).toThrow('could not parse dispatch key: NoSuchKey');
    own.impl('fails', () => 5, 'CPU');
    expect(() => op('fails')(float([1]))).toThrow('result 0 of the kernel of unit::fails should be a Tensor, got 5');
    own.impl('fails', async () => Promise.resolve(float([1])), 'CPU', { allowOverride: true });
    expect(() => op('fails')(float([1]))).toThrow('returned a promise');
    const thrown = new RangeError('mine');
    own.impl('fails', () => { throw thrown; }, 'CPU', { allowOverride: true }); // prettier-ignore
    expect(() => op('fails')(float([1]))).toThrow(thrown);
  });

  test('lists, several results and changes in place', () => {
    using own = new library.Library('unit', 'FRAGMENT');
    own.define('pieces(Tensor[] list, Tensor? extra, str how) -> (Tensor, Tensor[], int)');
    own.impl(
      'pieces',
      (list: Tensor[], extra: Tensor | null, how: string) => [torch.cat(list), extra ? [extra] : list, how.length],
      'CPU',
    );
    const [whole, parts, length] = op('pieces')([float([1]), float([2, 3])], null, 'abc') as unknown as [
      Tensor,
      Tensor[],
      number,
    ];
    expect([whole.tolist(), parts.map((part) => part.tolist()), length]).toEqual([[1, 2, 3], [[1], [2, 3]], 3]);
    own.define('bump_(Tensor(a!) x) -> Tensor(a!)');
    own.impl('bump_', (x: Tensor) => x.add_(1), 'CPU');
    const x = float([1]);
    expect(op('bump_')(x)).toBe(x);
    expect(x.tolist()).toEqual([2]);
    own.define('nothing(Tensor x) -> ()');
    own.impl('nothing', () => undefined, 'CPU');
    expect(op('nothing')(x)).toBeUndefined();
  });

  test('another thread gets an error', async () => {
    using own = new library.Library('unit', 'FRAGMENT');
    own.define('here(Tensor x) -> Tensor');
    own.impl('here', (x: Tensor) => x, 'CPU');
    const code = `
      require(${JSON.stringify(require.resolve('../../support/register-ts.cjs'))});
      const torch = require(${JSON.stringify(require.resolve('../../../lib/index'))});
      let message = 'nothing';
      try { torch.ops.unit.here(torch.ones([1])); } catch (error) { message = error.message; }
      require('node:worker_threads').parentPort.postMessage(message);`;
    const worker = new Worker(code, { eval: true });
    const message = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    expect(message).toMatch('can only be called on the thread that registered it');
    await worker.terminate();
  });
});

describe('customOp', () => {
  const cube = library.customOp('unit::cube', (x: Tensor, n: number) => x.pow(n), {
    schema: '(Tensor x, int n=3) -> Tensor',
  });

  test('asks for a formula, and uses it', () => {
    const x = float([1, 2.5], true);
    expect(cube(float([2]), 3).tolist()).toEqual([8]);
    const y = cube(x, 3);
    expect(y.gradFn?.name()).toBe('GeneratedBackwardFor_unit_cube_defaultBackward');
    expect(() => y.sum().backward()).toThrow(
      'Trying to backward through unit.cube.default but no autograd formula was registered.',
    );
    cube.registerAutograd(
      (context, gradient: Tensor) => {
        const [saved] = context.savedTensors as [Tensor];
        const n = context.data['n'] as number;
        return [gradient.mul(saved.pow(n - 1)).mul(n), null];
      },
      {
        setupContext: (context, [saved, n]: [Tensor, number]) => {
          context.saveForBackward(saved);
          context.data['n'] = n;
        },
      },
    );
    cube(x, 3).sum().backward();
    expect(x.grad?.tolist()).toEqual([3, 18.75]);
    const [g] = torch.autograd.grad(cube(x, 3).sum(), x, { createGraph: true });
    const [h] = torch.autograd.grad(g.sum(), x);
    expect(h.tolist()).toEqual([6, 15]);
    expect(
      torch.func
        .grad((v: Tensor) => cube(v, 3).sum())(float([2]))
        .tolist(),
    ).toEqual([12]);
  });

  test('without memory, mapped and cast', () => {
    expect(() => cube(torch.ones([2, 3], { device: 'meta' }), 2)).toThrow(
      'There was no fake impl registered for <CustomOpDef(unit::cube)>.',
    );
    cube.registerFake((x: Tensor) => torch.emptyLike(x));
    const fake = cube(torch.ones([2, 3], { device: 'meta' }), 2);
    expect([fake.shape, fake.device.type]).toEqual([[2, 3], 'meta']);
    const infos: unknown[] = [];
    cube.registerVmap((info, inDims, x: Tensor, n: number) => {
      infos.push([info, inDims]);
      return [cube(x, n), inDims[0]];
    });
    const mapped = torch.func.vmap((v: Tensor) => cube(v, 2));
    expect(mapped(torch.tensor([[1, 2], [3, 4]])).tolist()).toEqual([[1, 4], [9, 16]]); // prettier-ignore
    expect(infos).toEqual([[{ batchSize: 2, randomness: 'error' }, [0, null]]]);
    const outer = torch.func.vmap(torch.func.vmap((v: Tensor) => cube(v, 2)));
    expect(outer(torch.tensor([[[1, 2]], [[3, 4]]])).tolist()).toEqual([[[1, 4]], [[9, 16]]]); // prettier-ignore
    cube.registerAutocast('cpu', torch.bfloat16);
    expect(torch.autocast('cpu', () => cube(float([2]), 2)).dtype).toBe(torch.bfloat16);
    expect(cube(float([2]), 2).dtype).toBe(torch.float32);
  });

  test('asks for a fake rule on tensors without memory, as Python', () => {
    const meta = torch.ones([2], { device: 'meta' });
    let calls = 0;
    const kernel = (x: Tensor): Tensor => {
      calls += 1;
      return x.clone();
    };
    const messages = ['unit::faceless', 'unit::faceless_cpu'].map((name, i) => {
      const options = { schema: '(Tensor x) -> Tensor', deviceTypes: i === 1 ? 'cpu' : null };
      const operator = library.customOp(name, kernel, options);
      expect(operator(float([1])).tolist()).toEqual([1]);
      return [
        errorOf(() => operator(meta)),
        errorOf(() => operator(torch.ones([2], { device: 'meta', requiresGrad: true }))),
      ];
    });
    const expected = (name: string): string =>
      `There was no fake impl registered for <CustomOpDef(unit::${name})>. This is necessary for torch.compile/export/fx ` +
      `tracing to work. Please use \`${name}.registerFake\` to add an fake impl.`;
    expect(messages).toEqual(['faceless', 'faceless_cpu'].map((name) => [expected(name), expected(name)]));
    expect(calls).toBe(2);
    const two = library.customOp('unit::faceless2', (_: Tensor, y: Tensor) => y.clone(), {
      schema: '(Tensor x, Tensor y) -> Tensor',
    });
    expect(errorOf(() => two(torch.ones([2]), meta))).toBe(expected('faceless2'));

    const changes = library.customOp('unit::changes', (x: Tensor) => void x.add_(1), {
      schema: '(Tensor(a!) x) -> ()',
      mutatesArgs: ['x'],
    });
    expect(changes(meta)).toBeUndefined();
    const filled = float([1]);
    changes(filled);
    expect(filled.tolist()).toEqual([2]);

    // The last rule counts, however it is registered.
    two.registerFake((x: Tensor) => x.newEmpty([3]));
    expect(two(meta, meta).shape).toEqual([3]);
    library.registerFake('unit::faceless2', (x: Tensor) => x.newEmpty([4]));
    expect(two(meta, meta).shape).toEqual([4]);
    library.registerFake(torch.ops['unit']!['faceless2']!, (x: Tensor) => x.newEmpty([5]));
    expect(two(meta, meta).shape).toEqual([5]);
    expect(two(torch.ones([2]), torch.ones([6])).shape).toEqual([6]);
  });

  test('opcheck finds what is wrong', () => {
    expect(library.opcheck('unit::cube', [float([1, 2], true), 2])).toEqual({
      test_schema: 'SUCCESS',
      test_autograd_registration: 'SUCCESS',
      test_faketensor: 'SUCCESS',
    });
    const wrong = library.customOp(
      'unit::wrong',
      (x: Tensor) => {
        x.add_(1);
        return x.clone();
      },
      { schema: '(Tensor x) -> Tensor' },
    );
    wrong.registerFake(() => torch.empty([1], { device: 'meta' }));
    expect(() => library.opcheck('unit::wrong', [float([1, 2])])).toThrow('was mutated');
    const found = library.opcheck('unit::wrong', [float([1, 2])], {}, { raiseException: false });
    expect(String(found.test_faketensor)).toContain('float32[1], and of the real one float32[2]');
  });

  test('refuses what is no operator', () => {
    expect(() => library.customOp('unit::cube', (x: Tensor) => x, { schema: '(Tensor x, int n=3) -> Tensor' })).toThrow(
      'with the same name and overload name multiple times',
    );
    expect(() => library.customOp('unit::none', (x: Tensor) => x, {} as never)).toThrow('give its schema');
    expect(() => library.customOp('none', (x: Tensor) => x, { schema: '(Tensor x) -> Tensor' })).toThrow(
      'namespace::name',
    );
    expect(() => library.define('unit::bad', 'Tensor x')).toThrow('expected schema to look like');
    expect(() =>
      library.customOp('unit::mut', (x: Tensor) => x, { schema: '(Tensor(a!) x) -> ()', mutatesArgs: [] }),
    ).toThrow('The schema suggests that the op mutates ["x"]');
    const same = library.customOp('unit::same', (x: Tensor) => x, { schema: '(Tensor x) -> Tensor' });
    expect(() => same(float([1]))).toThrow('must not also be an input');
    expect(() => library.registerFake('unit::absent', () => null)).toThrow('operator unit::absent does not exist');
    expect(() => library.registerAutograd('unit::mut', () => null)).toThrow('non-functional operator');
  });

  test('is one call in an exported program', () => {
    class Model extends torch.nn.Module {
      override forward(x: Tensor): Tensor {
        return cube(x, 3).add(1);
      }
    }
    const program = torch.export.export(new Model(), [float([1, 2])]);
    expect(program.graph.nodes.map(({ target }: { target: string }) => target).join()).toContain('unit.cube.default');
    expect((program.module().forward(float([2, 3])) as Tensor).tolist()).toEqual([9, 28]);
  });
});
