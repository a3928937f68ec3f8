/**
 * What the fused recurrent kernels promise beside their values in test/parity/recurrent: each instruction set, precision
 * and modes, and input that is odd or wrong.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { nn, type Tensor } from '../../../lib/index';

const { packPaddedSequence } = nn.utils.rnn;
const KINDS = ['RNN', 'GRU', 'LSTM', 'projected LSTM'] as const;
type Kind = (typeof KINDS)[number];
type AnyLayer = nn.Module & { forward(input: unknown, hx?: unknown): [Tensor, Tensor | Tensor[]] };

/** The width of h. */
const stateWidth = (kind: Kind, hidden: number): number => (kind === 'projected LSTM' ? Math.ceil(hidden / 2) : hidden);

function make(kind: Kind, input: number, hidden: number, options?: object): AnyLayer {
  torch.manualSeed(4);
  const projection = kind === 'projected LSTM' ? { projSize: stateWidth(kind, hidden) } : {};
  const Class = nn[kind === 'projected LSTM' ? 'LSTM' : kind] as unknown as new (...args: unknown[]) => AnyLayer;
  return new Class(input, hidden, { ...options, ...projection });
}

function relativeError(actual: Tensor, expected: Tensor): number {
  const wanted = expected.detach().to(torch.float64);
  const scale = Math.max(Number(wanted.abs().max().item()), 1e-30);
  return Number(actual.detach().to(torch.float64).sub(wanted).abs().max().item()) / scale;
}

/** The same layer in float64, which libtorch's own kernels compute. */
function widened(layer: AnyLayer, kind: Kind, ...args: [number, number, object?]): AnyLayer {
  const wide = make(kind, ...args).double();
  wide.loadStateDict(layer.stateDict());
  return wide;
}

function plainly<R>(body: () => R): R {
  torch.backends.rnn.fused = false;
  try {
    return body();
  } finally {
    torch.backends.rnn.fused = true;
  }
}

beforeAll(() => {
  torch.backends.rnn.fused = true;
});
afterAll(() => {
  torch.backends.rnn.fused = false;
});

describe('instruction sets, each in a process of its own', () => {
  const root = path.join(__dirname, '../../..');
  test.each([
    ['default', ['portable']],
    ['avx2', ['avx2', 'portable']],
    ['', ['avx512', 'avx2', 'portable']],
  ])(
    'capability %p',
    (capability, allowed) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'test/support/recurrent-paths.ts')],
        {
          env: { ...process.env, LIBTORCH_NODE_CPU_CAPABILITY: capability, LIBTORCH_NODE_FUSED_RNN: '1' },
          encoding: 'utf8',
        },
      );
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      const { kernels, errors } = JSON.parse(stdout) as { kernels: string; errors: Record<Kind, number> };
      expect(allowed).toContain(kernels);
      for (const kind of KINDS) {
        expect(errors[kind]).toBeGreaterThan(1e-10); // float32 was at work
        expect(errors[kind]).toBeLessThan(1e-5);
      }
    },
    300_000,
  );
});

describe.each(KINDS)('%s', (kind) => {
  test('bfloat16 is computed in float32 and rounded once', () => {
    const layer = make(kind, 7, 20, { numLayers: 2 }).bfloat16();
    const x = torch.randn([6, 3, 7]).bfloat16();
    const [y] = layer.forward(x);
    y.float().sum().backward();
    const wide = widened(layer, kind, 7, 20, { numLayers: 2 });
    const [expected] = wide.forward(x.double());
    expected.sum().backward();
    expect(y.dtype).toBe(torch.bfloat16);
    expect(relativeError(y, expected)).toBeLessThan(1 / 256); // half of bfloat16's last place
    for (const [i, parameter] of layer.parameters().entries()) {
      expect(parameter.grad!.dtype).toBe(torch.bfloat16);
      expect(relativeError(parameter.grad!, wide.parameters()[i]!.grad!)).toBeLessThan(0.02);
    }
  });

  test('autocast computes in bfloat16, with libtorch’s dtypes', () => {
    const layer = make(kind, 5, 9);
    const [x, h, c] = [torch.randn([4, 2, 5]), torch.randn([1, 2, stateWidth(kind, 9)]), torch.randn([1, 2, 9])];
    const state = kind.endsWith('LSTM') ? [h, c] : h;
    const run = (): Tensor[] => torch.autocast('cpu', () => layer.forward(x, state).flat() as Tensor[]);
    const [fused, plain] = [run(), plainly(run)];
    expect(fused.map(({ dtype }) => dtype)).toEqual(plain.map(({ dtype }) => dtype));
    fused.forEach((tensor, i) => {
      expect(relativeError(tensor, plain[i]!)).toBeLessThan(0.03);
    });
  });

  test('noGrad and inferenceMode give the values that training gives', () => {
    const layer = make(kind, 5, 33, { numLayers: 2, bidirectional: true });
    const x = torch.randn([9, 4, 5]);
    const [trained] = layer.forward(x);
    const [quiet] = torch.noGrad(() => layer.forward(x));
    const [inference] = torch.inferenceMode(() => layer.forward(x));
    expect(trained.requiresGrad).toBe(true);
    expect(quiet.requiresGrad).toBe(false);
    expect(inference.isInference()).toBe(true);
    expect(torch.equal(quiet, trained)).toBe(true);
    expect(torch.equal(inference, trained)).toBe(true);
  });

  test('dropout between layers draws the numbers that libtorch draws', () => {
    const layer = make(kind, 5, 16, { numLayers: 3, dropout: 0.4 });
    const x = torch.randn([5, 4, 5]);
    const run = (): Tensor => {
      torch.manualSeed(9);
      return layer.forward(x)[0];
    };
    expect(relativeError(run(), plainly(run))).toBeLessThan(1e-5);
    layer.eval();
    expect(torch.equal(run(), layer.forward(x)[0])).toBe(true);
  });

  test('10,000 time steps', () => {
    const layer = make(kind, 3, 8);
    const x = torch.randn([10_000, 1, 3]);
    const wide = widened(layer, kind, 3, 8);
    const sum = ([y]: [Tensor, unknown]): Tensor => y.sum();
    sum(layer.forward(x)).backward();
    sum(wide.forward(x.double())).backward();
    for (const [i, parameter] of layer.parameters().entries()) {
      expect(relativeError(parameter.grad!, wide.parameters()[i]!.grad!)).toBeLessThan(1e-5);
    }
  });

  test('a second derivative is libtorch’s', () => {
    const layer = make(kind, 3, 6);
    const second = (module: AnyLayer, input: Tensor): readonly Tensor[] => {
      const x = input.requiresGrad_();
      const y = module.forward(x)[0];
      const weights = module.parameters();
      const first = torch.autograd.grad(y.mul(y).sum(), [x, ...weights], { createGraph: true }) as readonly Tensor[];
      const norm = first.map((g) => g.mul(g).sum()).reduce((a, b) => a.add(b));
      return torch.autograd.grad(norm, [x, ...weights.slice(0, 2), ...weights.slice(4)]) as readonly Tensor[];
    };
    const x = torch.randn([4, 2, 3]);
    const actual = second(layer, x.detach().clone());
    second(widened(layer, kind, 3, 6), x.double()).forEach((expected, i) => {
      expect(relativeError(actual[i]!, expected)).toBeLessThan(1e-5);
    });
  });

  test('non-contiguous inputs and weights', () => {
    const layer = make(kind, 8, 16);
    for (const [name, parameter] of layer.namedParameters()) {
      const transposed = parameter.dim() === 2 ? parameter.detach().t().contiguous().t() : parameter.detach();
      const property = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      (layer as unknown as Record<string, unknown>)[property] = new nn.Parameter(transposed);
    }
    expect(layer.parameters()[0]!.isContiguous()).toBe(false);
    const x = torch.randn([8, 3, 5]).permute(2, 1, 0);
    const wide = widened(layer, kind, 8, 16);
    layer.forward(x)[0].sin().sum().backward();
    wide.forward(x.double())[0].sin().sum().backward();
    for (const [i, parameter] of layer.parameters().entries()) {
      expect(relativeError(parameter.grad!, wide.parameters()[i]!.grad!)).toBeLessThan(1e-5);
    }
  });

  test('frozen weights, and an input that requires gradients or not', () => {
    const layer = make(kind, 4, 8);
    const all = torch.randn([5, 3, 4]);
    layer.parameters()[0]!.requiresGrad_(false);
    layer.forward(all)[0].sum().backward();
    expect(layer.parameters()[0]!.grad).toBeNull();
    expect(layer.parameters()[1]!.grad!.abs().sum().item()).toBeGreaterThan(0);
    layer.requiresGrad_(false);
    expect(layer.forward(all)[0].requiresGrad).toBe(false);
    const x = all.clone().requiresGrad_();
    layer.forward(x)[0].sum().backward();
    const wide = widened(layer, kind, 4, 8);
    const wideX = all.double().requiresGrad_();
    wide.forward(wideX)[0].sum().backward();
    expect(relativeError(x.grad!, wideX.grad!)).toBeLessThan(1e-5);
  });

  test.each([NaN, Infinity, -Infinity])('%p goes where libtorch lets it go', (odd) => {
    const layer = make(kind, 4, 17);
    const x = torch.randn([5, 3, 4]);
    x.setItem([2, 1, 0], odd);
    const run = (): Tensor[] => {
      const [y, state] = layer.forward(x);
      const gradients = torch.autograd.grad(y.sum(), layer.parameters()) as readonly Tensor[];
      return [y, state, ...gradients].flat();
    };
    const [fused, plain] = [run(), plainly(run)];
    fused.forEach((tensor, i) => {
      expect(torch.equal(tensor.isnan(), plain[i]!.isnan())).toBe(true);
      expect(torch.equal(tensor.isinf(), plain[i]!.isinf())).toBe(true);
    });
  });

  test('mixed dtypes and lengths that are wrong are errors, unsorted ones are sorted', () => {
    const layer = make(kind, 4, 8);
    expect(() => layer.forward(torch.randn([5, 3, 4]).double())).toThrow('dtype');
    const x = torch.randn([5, 3, 4]);
    expect(() => packPaddedSequence(x, [5, 0, 2], { enforceSorted: false })).toThrow('greater than 0');
    expect(() => packPaddedSequence(x, [2, 5, 3])).toThrow('sorted');
    const unsorted = layer.forward(packPaddedSequence(x, [2, 5, 3], { enforceSorted: false }))[1];
    const [state] = [unsorted].flat() as [Tensor];
    const alone = [layer.forward(x.narrow(1, 1, 1))[1]].flat()[0] as Tensor; // the row of five steps
    expect(relativeError(state.narrow(1, 1, 1), alone)).toBeLessThan(1e-6);
  });
});

describe('an LSTM with projections', () => {
  const make5 = (options?: object): AnyLayer => make('LSTM', 5, 9, { projSize: 4, numLayers: 2, ...options });

  test('is computed by the fused kernels, whose bits are not libtorch’s', () => {
    const layer = make5();
    const x = torch.randn([40, 12, 5]);
    const [fused, plain] = [layer.forward(x)[0], plainly(() => layer.forward(x)[0])];
    expect(fused.shape).toEqual([40, 12, 4]);
    expect(torch.equal(fused, plain)).toBe(false);
    expect(relativeError(fused, plain)).toBeLessThan(1e-5);
  });

  test('sorts and unsorts both states, of different widths, with a batch', () => {
    const layer = make5({ bidirectional: true });
    const [x, h, c] = [torch.randn([6, 3, 5]), torch.randn([4, 3, 4]), torch.randn([4, 3, 9])];
    const lengths = [2, 6, 3];
    const packed = packPaddedSequence(x, lengths, { enforceSorted: false });
    const states = layer.forward(packed, [h, c])[1] as Tensor[];
    expect(states.map(({ shape }) => shape)).toEqual([
      [4, 3, 4],
      [4, 3, 9],
    ]);
    lengths.forEach((length, row) => {
      const one = (tensor: Tensor): Tensor => tensor.narrow(1, row, 1);
      const alone = layer.forward(one(x).narrow(0, 0, length), [one(h), one(c)])[1] as Tensor[];
      states.forEach((state, i) => {
        expect(relativeError(one(state), alone[i]!)).toBeLessThan(1e-5);
      });
    });
  });

  test('a single row without gradients, with and without biases, is what a batch of them gives', () => {
    for (const bias of [true, false]) {
      const layer = make5({ bias, bidirectional: true, batchFirst: true });
      const x = torch.randn([20, 7, 5]);
      const all = layer.forward(x)[0];
      const row = torch.noGrad(() => layer.forward(x.narrow(0, 3, 1))[0]);
      expect(relativeError(row, all.narrow(0, 3, 1))).toBeLessThan(1e-5);
    }
  });

  test('takes input without a batch dimension', () => {
    const layer = make5();
    const x = torch.randn([6, 5]);
    const [y, states] = layer.forward(x);
    expect([y, ...(states as Tensor[])].map(({ shape }) => shape)).toEqual([
      [6, 4],
      [2, 4],
      [2, 9],
    ]);
    expect(relativeError(y, layer.forward(x.unsqueeze(1))[0].squeeze(1))).toBe(0);
  });

  test('a frozen projection has no gradient, a projection alone has one', () => {
    const layer = make('LSTM', 5, 9, { projSize: 4 });
    const [x, projection] = [torch.randn([7, 3, 5]), layer.parameters()[4]!];
    projection.requiresGrad_(false);
    layer.forward(x)[0].sin().sum().backward();
    expect(projection.grad).toBeNull();
    layer.requiresGrad_(false);
    projection.requiresGrad_();
    layer.forward(x)[0].sin().sum().backward();
    const wide = make('LSTM', 5, 9, { projSize: 4 }).double();
    wide.loadStateDict(layer.stateDict());
    wide.forward(x.double())[0].sin().sum().backward();
    expect(relativeError(projection.grad!, wide.parameters()[4]!.grad!)).toBeLessThan(1e-5);
  });

  test('states of wrong widths are errors', () => {
    const layer = make5();
    const [x, h, c] = [torch.randn([6, 2, 5]), torch.randn([2, 2, 4]), torch.randn([2, 2, 9])];
    for (const states of [
      [h, h],
      [c, c],
      [c, h],
    ]) {
      expect(() => layer.forward(x, states)).toThrow('Expected hidden');
    }
  });
});
