/** Transformer layers and attention in training by kernels of this package: beside libtorch's operators, and what takes those. */
import * as torch from '../../../lib';
import { type Tensor, nn } from '../../../lib';

const { mlp } = torch.backends;
const threads = torch.getNumThreads();
beforeEach(() => {
  torch.manualSeed(0);
  mlp.fused = true;
});
afterAll(() => {
  mlp.fused = process.env['LIBTORCH_NODE_FUSED_MLP'] !== '0';
  torch.setNumThreads(threads);
});

/** The same with and without the fused path, from the same random numbers; both leave the generator alike. */
function both<T>(compute: () => T): [fused: T, plain: T] {
  const states: Tensor[] = [];
  const results = [true, false].map((fused) => {
    torch.manualSeed(1);
    mlp.fused = fused;
    const result = compute();
    states.push(torch.getRngState());
    return result;
  });
  mlp.fused = true;
  expect((states[0] as Tensor).equal(states[1] as Tensor)).toBe(true);
  return results as [T, T];
}

function expectClose(found: readonly Tensor[], expected: readonly Tensor[], bound = 2e-5): void {
  expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  const largest = (tensor: Tensor): number => tensor.abs().max().item() as number;
  // A gradient that is zero but for rounding, as that of a key's bias, has no digits to compare.
  const all = Math.max(...expected.map(largest));
  found.forEach((tensor, i) => {
    const other = expected[i] as Tensor;
    expect(largest(tensor.sub(other)) / Math.max(largest(other), 1e-2 * all, 1e-30)).toBeLessThan(bound);
  });
}

/** The output, and gradients of the inputs and of all parameters. */
function gradients(model: nn.Module, output: Tensor, inputs: readonly Tensor[]): Tensor[] {
  const wanted = [...inputs.filter((x) => x.requiresGrad), ...model.parameters().filter((p) => p.requiresGrad)];
  const loss = output.mul(torch.arange(output.numel()).reshape(output.shape).add(1).cos()).sum();
  return [output, ...torch.autograd.grad([loss], wanted)];
}

const named = (output: Tensor): string => String(output);
const SHAPES = [
  ['few positions', 2, 5, 8, 2],
  ['odd sizes', 3, 17, 12, 3],
  ['many', 4, 70, 64, 4],
  ['shared out to threads', 8, 65, 128, 4],
] as const;

describe.each(SHAPES)('encoder layer, %s', (_name, batch, length, width, heads) => {
  const make = (options: object): nn.TransformerEncoderLayer => {
    torch.manualSeed(3);
    return new nn.TransformerEncoderLayer(width, heads, {
      dimFeedforward: 3 * width + 1,
      batchFirst: true,
      ...options,
    });
  };
  test.each([
    [{}],
    [{ dropout: 0 }],
    [{ dropout: 0.4, activation: 'gelu' }],
    [{ normFirst: true }],
    [{ normFirst: true, dropout: 0, activation: new nn.SiLU() }],
    [{ batchFirst: false, activation: torch.nn.functional.gelu }],
    [{ bias: false }],
  ])('with %o', (options) => {
    const layer = make(options);
    const x = torch.randn([batch, length, width], { requiresGrad: true });
    for (const count of [1, 2]) {
      torch.setNumThreads(count);
      const [fused, plain] = both(() => gradients(layer, layer.forward(x), [x]));
      expect(
        [named(fused[0] as Tensor), named(plain[0] as Tensor)].map((text) => text.includes('ChainBackward')),
      ).toEqual([true, false]);
      expectClose(fused, plain);
    }
    torch.setNumThreads(threads);
    expectClose(...both(() => gradients(layer, layer.forward(x.detach()), [])));
  });

  test('with masks', () => {
    const layer = make({ dropout: 0.2 });
    const x = torch.randn([batch, length, width], { requiresGrad: true });
    const padding = torch
      .arange(length)
      .ge(length - 2)
      .expand([batch, length])
      .contiguous();
    const causal = nn.Transformer.generateSquareSubsequentMask(length);
    const each = torch.randn([batch * heads, length, length]);
    for (const masks of [
      { srcKeyPaddingMask: padding },
      { srcMask: causal },
      { srcMask: causal, isCausal: true },
      { srcMask: each },
      { srcMask: causal.lt(0), srcKeyPaddingMask: padding },
    ]) {
      const [fused, plain] = both(() => gradients(layer, layer.forward(x, masks), [x]));
      expectClose(fused, plain);
    }
  });

  test('second derivatives', () => {
    const layer = make({ dropout: 0.2, activation: 'gelu' });
    const x = torch.randn([batch, Math.min(length, 20), width], { requiresGrad: true });
    const [fused, plain] = both(() => {
      const [dx] = torch.autograd.grad([layer.forward(x).cos().sum()], [x], { createGraph: true }) as [Tensor];
      return [dx, ...torch.autograd.grad([dx.square().sum()], [x, layer.linear1.weight as Tensor])];
    });
    expectClose(fused, plain, 1e-4);
  });
});

test('a decoder layer', () => {
  for (const normFirst of [false, true]) {
    const layer = new nn.TransformerDecoderLayer(16, 4, { dimFeedforward: 40, batchFirst: true, normFirst });
    const [x, memory] = [
      torch.randn([3, 9, 16], { requiresGrad: true }),
      torch.randn([3, 7, 16], { requiresGrad: true }),
    ];
    const tgtMask = nn.Transformer.generateSquareSubsequentMask(9);
    expectClose(...both(() => gradients(layer, layer.forward(x, memory, { tgtMask }), [x, memory])));
  }
});

test('whole encoders, beside float64', () => {
  const encoder = new nn.TransformerEncoder(new nn.TransformerEncoderLayer(32, 4, { dropout: 0, batchFirst: true }), 2);
  const x = torch.randn([4, 20, 32], { requiresGrad: true });
  const found = gradients(encoder, encoder.forward(x), [x]);
  encoder.double();
  const wide = x.detach().double().requiresGrad_();
  expectClose(
    found.map((tensor) => tensor.double()),
    gradients(encoder, encoder.forward(wide), [wide]),
    1e-5,
  );
});

describe('attention', () => {
  const attention = (options: object = {}): nn.MultiheadAttention =>
    new nn.MultiheadAttention(12, 3, { batchFirst: true, ...options });
  const attend = (module: nn.MultiheadAttention, x: Tensor, options: object = {}): Tensor =>
    module.forward(x, x, x, { needWeights: false, ...options })[0];
  const isFused = (output: Tensor): boolean => {
    const waiting = [output.gradFn];
    for (const node of waiting) {
      if (node?.name() === 'AttentionBackward') return true;
      if (waiting.length < 30) waiting.push(...(node?.nextFunctions ?? []).map(([next]) => next));
    }
    return false;
  };

  test('rows that attend to nothing are zero, as are their gradients', () => {
    const module = attention();
    const x = torch.randn([2, 6, 12], { requiresGrad: true });
    const attnMask = torch.zeros([6, 6]);
    attnMask.select(0, 2).fill_(-Infinity);
    const [fused, plain] = both(() => gradients(module, attend(module, x, { attnMask }), [x]));
    expect(isFused(fused[0] as Tensor)).toBe(true);
    expectClose(fused, plain);
  });

  test('NaN and infinity are carried through', () => {
    const module = attention();
    for (const bad of [NaN, Infinity, -Infinity]) {
      const x = torch.randn([2, 6, 12]);
      x.select(0, 1).select(0, 2).fill_(bad);
      const [fused, plain] = both(() => attend(module, x));
      expect(fused.isfinite().equal(plain.isfinite())).toBe(true);
      expect(fused.isnan().equal(plain.isnan())).toBe(true);
    }
  });

  test('large scores do not overflow', () => {
    const module = attention();
    const x = torch.randn([2, 6, 12]).mul(300).requiresGrad_();
    const [fused, plain] = both(() => gradients(module, attend(module, x), [x]));
    expectClose(fused.slice(0, 1), plain.slice(0, 1), 1e-3);
    expect(fused.map((tensor) => tensor.isfinite().all().item())).not.toContain(false);
  });

  test('takes the ordinary path for other dtypes, gaps, empty batches, wanted weights, other keys, and gradients of a mask', () => {
    const module = attention();
    const x = torch.randn([2, 6, 12]);
    expect(isFused(attend(module, x))).toBe(true);
    expect(isFused(module.forward(x, x, x)[0])).toBe(false);
    expect(isFused(module.forward(x, x.clone(), x, { needWeights: false })[0])).toBe(false);
    expect(isFused(attend(module, torch.randn([6, 2, 12]).transpose(0, 1)))).toBe(false);
    expect(attend(module, torch.zeros([0, 6, 12])).shape).toEqual([0, 6, 12]);
    const attnMask = torch.zeros([6, 6], { requiresGrad: true });
    const output = attend(module, x, { attnMask });
    expect(isFused(output)).toBe(false);
    output.sum().backward();
    expect(attnMask.grad?.shape).toEqual([6, 6]);
    expect(() => attend(module, x.double())).toThrow(/dtype/);
    expect(attend(module.double(), x.double()).dtype).toBe(torch.float64);
    expect(isFused(attend(attention({ addBiasKv: true }), x))).toBe(false);
    expect(torch.autocast('cpu', () => attend(attention(), x)).dtype).toBe(torch.bfloat16);
  });

  test('wrong masks are the same errors', () => {
    const module = attention();
    const x = torch.randn([2, 6, 12]);
    for (const wrong of [
      { attnMask: torch.zeros([5, 6]) },
      { attnMask: torch.zeros([6]) },
      { keyPaddingMask: torch.zeros([2, 5]) },
      { isCausal: true },
      { attnMask: torch.zeros([6, 6], { dtype: torch.int64 }) },
    ]) {
      const [fused, plain] = both(() => {
        try {
          return String(attend(module, x, wrong).shape);
        } catch (error) {
          return (error as Error).message;
        }
      });
      expect(fused).toBe(plain);
    }
  });

  test('a changed weight or projection before backward is an error, as in PyTorch', () => {
    const module = attention();
    const x = torch.randn([2, 6, 12], { requiresGrad: true });
    const loss = attend(module, x).sum();
    torch.noGrad(() => void (module.inProjWeight as Tensor).add_(1));
    expect(() => loss.backward()).toThrow('modified by an inplace operation');
  });

  test('backward twice needs retainGraph', () => {
    const module = attention({ dropout: 0.5 });
    const x = torch.randn([2, 6, 12], { requiresGrad: true });
    const loss = attend(module, x).sum();
    loss.backward({ retainGraph: true });
    const first = x.grad?.clone() as Tensor;
    loss.backward();
    expectClose([x.grad as Tensor], [first.mul(2)]);
    expect(() => loss.backward()).toThrow('second time');
  });
});

describe('takes the ordinary path', () => {
  const layer = (): nn.TransformerEncoderLayer =>
    new nn.TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true });
  const isFused = (output: Tensor): boolean => named(output).includes('ChainBackward');

  test('with hooks, and calls them', () => {
    for (const name of ['linear1', 'dropout', 'linear2', 'dropout2', 'norm2'] as const) {
      const made = layer();
      const x = torch.randn([2, 3, 8]);
      expect(isFused(made.forward(x))).toBe(true);
      let called = 0;
      const handle = (made[name] as nn.Module).registerForwardHook(() => void called++);
      expect([isFused(made.forward(x)), called]).toEqual([false, 1]);
      handle.remove();
      expect(isFused(made.forward(x))).toBe(true);
    }
  });

  test('for layers that were replaced, and sees the next ones', () => {
    class Doubled extends nn.Linear {
      override forward(x: Tensor): Tensor {
        return super.forward(x).mul(2);
      }
    }
    const made = layer().eval();
    const x = torch.randn([2, 3, 8]);
    const before = made.forward(x);
    const doubled = new Doubled(16, 8);
    doubled.loadStateDict(made.linear2.stateDict());
    made.linear2 = doubled;
    const after = made.forward(x);
    expect(after.allclose(before)).toBe(false);
    made.linear2 = new nn.Linear(16, 8);
    made.linear2.loadStateDict(doubled.stateDict());
    expect(made.forward(x).allclose(before, { atol: 1e-6 })).toBe(true);
  });

  test('under transforms, hooks on saved tensors and anomaly detection', () => {
    const made = layer().eval();
    const x = torch.randn([4, 2, 3, 8]);
    const mapped = torch.func.vmap((each: Tensor) => made.forward(each))(x) as Tensor;
    const one = torch.stack([...x].map((each) => made.forward(each)));
    expect(mapped.allclose(one, { atol: 1e-5 })).toBe(true);
    let packed = 0;
    const output = torch.autograd.graph.savedTensorsHooks(
      (tensor) => {
        packed++;
        return tensor;
      },
      (tensor) => tensor,
      () => made.forward(x.select(0, 0)),
    );
    expect([isFused(output), packed > 10]).toEqual([false, true]);
    const found = torch.autograd.detectAnomaly(() => made.forward(x.select(0, 0)));
    expect(isFused(found)).toBe(false);
  });
});
