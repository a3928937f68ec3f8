/** Models that are written in TypeScript and exported: one for each family of layers. */
import * as torch from '../../lib/index';
const { Dim } = torch.export;
type DynamicShapes = torch.export.DynamicShapes;

const { nn } = torch;
const F = nn.functional;
type T = torch.Tensor;

export interface ModelCase {
  readonly name: string;
  make(): torch.nn.Module;
  /** Inputs for a batch size and a length (or a height). */
  inputs(batch: number, length: number): T[];
  readonly shapes: DynamicShapes | null;
  /** Batch and length of another call in Python. */
  readonly other: readonly [batch: number, length: number];
  /** Where ONNX has no counterpart. */
  readonly onnx?: false;
  /** Where TorchScript's tracer cannot follow: it records one way, and one number of steps. */
  readonly jit?: false;
  /** A trace of TorchScript holds for the sizes of the example alone, and a warning says so. */
  readonly fixedTrace?: true;
  /** The model learns in this mode; others are in evaluation mode. */
  readonly training?: true;
}

const batch = new Dim('batch');
const time = new Dim('time', { min: 2, max: 64 });
const B: DynamicShapes = [{ 0: batch }];
const BT: DynamicShapes = [{ 0: batch, 1: time }];

class Last extends nn.Module {
  head: torch.nn.Linear;
  constructor(
    readonly rnn: torch.nn.Module,
    width: number,
  ) {
    super();
    this.head = new nn.Linear(width, 3);
  }
  override forward(x: T): T {
    const [output] = this.rnn.forward(x as never) as [T];
    return F.logSoftmax(this.head.forward(output.index(':', -1)), 1);
  }
}

class States extends nn.Module {
  rnn = new nn.GRU(6, 5, { numLayers: 2, bidirectional: true });
  override forward(x: T, h: T): [T, T] {
    return this.rnn.forward(x, h) as [T, T];
  }
}

class Language extends nn.Module {
  embedding = new nn.Embedding(50, 16);
  encoder = new nn.TransformerEncoder(
    new nn.TransformerEncoderLayer(16, 4, { dimFeedforward: 32, dropout: 0.1, batchFirst: true }),
    2,
  );
  override forward(x: T): T {
    const mask = nn.Transformer.generateSquareSubsequentMask(x.shape[1] as number);
    const hidden = this.encoder.forward(this.embedding.forward(x), { mask, isCausal: true });
    return F.linear(hidden, this.embedding.weight); // tied
  }
}

class Block extends nn.Module {
  conv1: torch.nn.Conv2d;
  norm1: torch.nn.BatchNorm2d;
  conv2: torch.nn.Conv2d;
  norm2: torch.nn.BatchNorm2d;
  down: torch.nn.Module | null;
  constructor(from: number, to: number, stride: number) {
    super();
    this.conv1 = new nn.Conv2d(from, to, 3, { stride, padding: 1, bias: false });
    this.norm1 = new nn.BatchNorm2d(to);
    this.conv2 = new nn.Conv2d(to, to, 3, { padding: 1, bias: false });
    this.norm2 = new nn.BatchNorm2d(to);
    this.down = stride === 1 ? null : new nn.Conv2d(from, to, 1, { stride, bias: false });
  }
  override forward(x: T): T {
    let y = F.relu(this.norm1.forward(this.conv1.forward(x)), { inplace: true });
    y = this.norm2.forward(this.conv2.forward(y));
    y.add_(this.down ? (this.down.forward(x as never) as T) : x);
    return y.relu();
  }
}

class ResNet extends nn.Module {
  stem = new nn.Sequential(new nn.Conv2d(3, 8, 7, { stride: 2, padding: 3 }), new nn.BatchNorm2d(8), new nn.ReLU());
  blocks = new nn.Sequential(new Block(8, 8, 1), new Block(8, 16, 2));
  head = new nn.Linear(16, 4);
  override forward(x: T): T {
    const y = this.blocks.forward(F.maxPool2d(this.stem.forward(x) as T, 3, 2, 1)) as T;
    return this.head.forward(torch.flatten(F.adaptiveAvgPool2d(y, 1), 1));
  }
}

class UNet extends nn.Module {
  down = new nn.Conv2d(2, 6, 3, { stride: 2, padding: 1 });
  up = new nn.ConvTranspose2d(6, 4, 3, { stride: 2, padding: 1, outputPadding: 1 });
  last = new nn.Conv2d(6, 2, 3, { padding: 'same', paddingMode: 'reflect' });
  override forward(x: T): T {
    const y = this.up.forward(F.leakyRelu(this.down.forward(x), 0.1));
    const z = torch.cat([y, x], 1);
    return F.interpolate(this.last.forward(z), { scaleFactor: 2, mode: 'bilinear', alignCorners: false });
  }
}

class Patches extends nn.Module {
  patch = new nn.Conv2d(3, 16, 4, { stride: 4 });
  token = new nn.Parameter(torch.randn([1, 1, 16]));
  position = new nn.Parameter(torch.randn([1, 65, 16]));
  layer = new nn.TransformerEncoderLayer(16, 2, {
    dimFeedforward: 24,
    activation: 'gelu',
    normFirst: true,
    batchFirst: true,
  });
  override forward(x: T): T {
    const [count] = x.shape as [number];
    let y = this.patch.forward(x).flatten(2).transpose(1, 2);
    y = torch.cat([this.token.expand([count, -1, -1]), y], 1);
    y = y.add(this.position.narrow(1, 0, y.shape[1] as number));
    return this.layer.forward(y).index(':', 0);
  }
}

class Attention extends nn.Module {
  attention = new nn.MultiheadAttention(12, 3, { batchFirst: true });
  override forward(x: T, padding: T): [T, T] {
    const [output, weights] = this.attention.forward(x, x, x, { keyPaddingMask: padding });
    return [output, weights as T];
  }
}

class Scaled extends nn.Module {
  q = new nn.Linear(12, 12);
  kv = new nn.Linear(12, 6);
  override forward(x: T): T {
    const [b, t] = x.shape as [number, number];
    const split = (y: T, heads: number): T => y.view([b, t, heads, -1]).transpose(1, 2);
    const [k, v] = this.kv.forward(x).chunk(2, -1) as [T, T];
    const y = F.scaledDotProductAttention(split(this.q.forward(x), 4), split(k, 1), split(v, 1), {
      isCausal: true,
      enableGqa: true,
    });
    return y.transpose(1, 2).reshape([b, t, 12]);
  }
}

class Norms extends nn.Module {
  layers = new nn.Sequential(new nn.GroupNorm(2, 4), new nn.InstanceNorm1d(4, { affine: true }), new nn.BatchNorm1d(4));
  layer = new nn.LayerNorm([4, 6]);
  rms = new nn.RMSNorm(6);
  override forward(x: T): T {
    return this.rms.forward(this.layer.forward(this.layers.forward(x) as T));
  }
}

class Activations extends nn.Module {
  prelu = new nn.PReLU(5);
  override forward(x: T): T {
    const parts = [
      ...[F.elu(x), F.selu(x), F.celu(x), F.gelu(x), F.gelu(x, { approximate: 'tanh' }), F.silu(x), F.mish(x)],
      ...[F.softplus(x), F.hardswish(x), F.hardsigmoid(x), F.hardtanh(x), F.relu6(x), F.logsigmoid(x), F.softsign(x)],
      ...[F.hardshrink(x), F.softshrink(x), F.tanhshrink(x), F.threshold(x, 0.1, 2), this.prelu.forward(x)],
      ...[F.softmax(x, 1), F.softmin(x, 1), x.tanh(), x.sigmoid()],
    ];
    return torch.stack(parts, 1).add(F.glu(torch.cat([x, x], 1), 1).unsqueeze(1));
  }
}

class Indexing extends nn.Module {
  table = new nn.Buffer(torch.arange(12).reshape([3, 4]));
  override forward(x: T, at: T): T {
    const [b, t] = x.shape as [number, number];
    const picked = x.gather(1, at.unsqueeze(-1).expand([-1, -1, x.shape[2] as number]));
    const rolled = picked.roll(1, 1).flip([2]);
    const filled = torch.zeros([b, t, 4]).scatterAdd(1, at.unsqueeze(-1).expand([-1, -1, 4]), x);
    const rows = this.table.index(torch.tensor([0, 2]), torch.tensor([1, 3])).sum();
    const places = torch.arange(t).unsqueeze(0).lt(at).unsqueeze(-1);
    const result = torch.where(places, rolled, filled).maskedFill(x.gt(1), -1).add(rows);
    result.select(1, 0).mul_(2);
    return result.narrow(1, 1, t - 1).cumsum(1);
  }
}

class Reductions extends nn.Module {
  override forward(x: T): Record<string, T> {
    const [values, indices] = x.topk(2, { dim: 1 });
    return {
      mean: x.mean([1, 2]),
      spread: x.std(1).add(x.var(1, { unbiased: false })),
      top: values.sum(1),
      places: indices,
      norm: x.norm(2, 2),
      best: x.argmax(2),
      log: x.logsumexp(1),
      any: x.gt(1).any(2),
      largest: (x.max(1) as unknown as T[])[0] as T,
      scaled: x.sum().div(x.shape[1] as number),
    };
  }
}

class Steps extends nn.Module {
  cell = new nn.LSTMCell(4, 5);
  gru = new nn.GRUCell(5, 3);
  override forward(x: T): T {
    let state: [T, T] | undefined;
    let h: T | undefined;
    for (const step of x.unbind(1)) {
      state = this.cell.forward(step, state);
      h = this.gru.forward(state[0], h);
    }
    return h as T;
  }
}

class Running extends nn.Module {
  net = new nn.Sequential(new nn.Linear(6, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Dropout(0.3));
  head = new nn.Linear(8, 2);
  override forward(x: T): T {
    return this.head.forward(this.net.forward(x) as T);
  }
}

const normal = (...shape: number[]) => torch.randn(shape);

/** Twenty models. */
class Choosing extends nn.Module {
  up = new nn.Linear(4, 6);
  down = new nn.Sequential(new nn.Linear(4, 6, { bias: false }), new nn.Tanh());
  override forward(x: T): { y: T; count: T } {
    const [count] = x.shape as [number];
    const [y, z] = torch.cond(
      x.sum().gt(0),
      (a: T): [T, T] => [this.up.forward(a).mul(count), a],
      (a: T): [T, T] => [this.down.forward(a) as T, a.mul(2)],
      [x],
    );
    return { y: y.add(this.up.bias as T), count: z.mean(1) };
  }
}

/** Sequences of several lengths; the last states, and the outputs padded again. */
class Packed extends nn.Module {
  head: torch.nn.Linear;
  constructor(
    readonly rnn: torch.nn.RNN | torch.nn.GRU | torch.nn.LSTM,
    readonly enforceSorted: boolean,
    readonly totalLength: number | null = null,
  ) {
    super();
    this.head = new nn.Linear(rnn.hiddenSize * (rnn.bidirectional ? 2 : 1), 3);
  }
  override forward(x: T, lengths: T): [T, T, ...T[]] {
    const { packPaddedSequence, padPackedSequence } = nn.utils.rnn;
    const { batchFirst } = this.rnn;
    const packed = packPaddedSequence(x, lengths, { batchFirst, enforceSorted: this.enforceSorted });
    const [output, states] = (this.rnn as torch.nn.GRU).forward(packed);
    const more = { batchFirst, totalLength: this.totalLength, paddingValue: -1 };
    const [padded, counts] = padPackedSequence(output, more);
    return [this.head.forward(padded), counts, ...[states].flat()];
  }
}

/** Lengths from `most` down. */
const descending = (count: number, most: number): T => torch.arange(most, most - count, -1).clamp({ min: 1 });

export const MODELS: readonly ModelCase[] = [
  {
    name: 'mlp',
    make: () => new nn.Sequential(new nn.Linear(16, 32), new nn.ReLU(), new nn.Linear(32, 4)),
    inputs: (b) => [normal(b, 16)],
    shapes: B,
    other: [9, 0],
  },
  {
    name: 'training',
    make: () => new Running(),
    inputs: (b) => [normal(b, 6)],
    shapes: B,
    other: [9, 0],
    onnx: false,
    training: true,
  },
  {
    name: 'lstm',
    make: () => new Last(new nn.LSTM(8, 16, { batchFirst: true }), 16),
    inputs: (b, t) => [normal(b, t, 8)],
    shapes: BT,
    other: [2, 13],
  },
  {
    name: 'lstm2',
    make: () => new Last(new nn.LSTM(8, 6, { batchFirst: true, numLayers: 2, bidirectional: true, bias: false }), 12),
    inputs: (b, t) => [normal(b, t, 8)],
    shapes: BT,
    other: [2, 13],
  },
  {
    name: 'gru',
    make: () => new States(),
    inputs: (b, t) => [normal(t, b, 6), normal(4, b, 5)],
    shapes: [{ 0: time, 1: batch }, { 1: batch }],
    other: [2, 9],
  },
  {
    name: 'rnn',
    make: () => new Last(new nn.RNN(8, 6, { batchFirst: true, nonlinearity: 'relu' }), 6),
    inputs: (b, t) => [normal(b, t, 8)],
    shapes: BT,
    other: [5, 4],
  },
  { name: 'cells', make: () => new Steps(), inputs: (b) => [normal(b, 3, 4)], shapes: B, other: [6, 0] },
  {
    name: 'language',
    make: () => new Language(),
    inputs: (b, t) => [torch.randint(0, 50, [b, t])],
    shapes: BT,
    other: [2, 11],
  },
  {
    name: 'resnet',
    make: () => new ResNet(),
    inputs: (b, t) => [normal(b, 3, 20 + t, 27)],
    shapes: [{ 0: batch, 2: Dim.AUTO }],
    other: [3, 12],
  },
  {
    name: 'unet',
    make: () => new UNet(),
    inputs: (b, t) => [normal(b, 2, 2 * t, 8)],
    shapes: [{ 0: batch, 2: new Dim('half', { min: 2 }).mul(2) }],
    other: [3, 6],
  },
  {
    name: 'patches',
    make: () => new Patches(),
    inputs: (b, t) => [normal(b, 3, 4 * t, 8)],
    shapes: [{ 0: batch, 2: new Dim('rows', { min: 2, max: 30 }).mul(4) }],
    other: [3, 6],
    fixedTrace: true,
  },
  {
    name: 'attention',
    make: () => new Attention(),
    inputs: (b, t) => [normal(b, t, 12), torch.arange(t).ge(torch.arange(b).add(2).unsqueeze(1))],
    shapes: [
      { 0: batch, 1: time },
      { 0: batch, 1: time },
    ],
    other: [2, 6],
  },
  { name: 'scaled', make: () => new Scaled(), inputs: (b, t) => [normal(b, t, 12)], shapes: BT, other: [2, 9] },
  { name: 'norms', make: () => new Norms(), inputs: (b) => [normal(b, 4, 6)], shapes: B, other: [5, 0] },
  { name: 'activations', make: () => new Activations(), inputs: (b) => [normal(b, 5)], shapes: B, other: [5, 0] },
  {
    name: 'indexing',
    make: () => new Indexing(),
    inputs: (b, t) => [normal(b, t, 4), torch.randint(0, t, [b, t])],
    shapes: [
      { 0: batch, 1: time },
      { 0: batch, 1: time },
    ],
    other: [4, 8],
  },
  {
    name: 'reductions',
    make: () => new Reductions(),
    inputs: (b, t) => [normal(b, t, 5)],
    shapes: BT,
    other: [4, 8],
    fixedTrace: true,
  },
  {
    name: 'conv1d',
    make: () =>
      new nn.Sequential(
        new nn.Conv1d(3, 6, 5, { padding: 2, paddingMode: 'circular' }),
        new nn.AvgPool1d(2),
        new nn.Conv1d(6, 6, 3, { dilation: 2, groups: 3 }),
        new nn.MaxPool1d(2, { ceilMode: true }),
      ),
    inputs: (b, t) => [normal(b, 3, 16 + t)],
    shapes: [{ 0: batch, 2: new Dim('length', { min: 16 }) }],
    other: [2, 9],
  },
  {
    name: 'conv3d',
    make: () =>
      new nn.Sequential(new nn.Conv3d(1, 4, 3), new nn.ELU(), new nn.AdaptiveAvgPool3d([2, 1, 3]), new nn.Flatten()),
    inputs: (b) => [normal(b, 1, 6, 6, 7)],
    shapes: B,
    other: [3, 0],
  },
  {
    name: 'bilinear',
    make: () => {
      class Pair extends nn.Module {
        a = new nn.Bilinear(4, 5, 3);
        bag = new nn.Embedding(10, 5);
        override forward(x: T, at: T): T {
          return F.normalize(this.a.forward(x, this.bag.forward(at)), { dim: 1 });
        }
      }
      return new Pair();
    },
    inputs: (b) => [normal(b, 4), torch.randint(0, 10, [b])],
    shapes: [{ 0: batch }, { 0: batch }],
    other: [6, 0],
  },
  {
    name: 'choosing',
    make: () => new Choosing(),
    inputs: (b) => [normal(b, 4)],
    shapes: B,
    other: [7, 0],
    jit: false,
  },
  {
    name: 'packed',
    make: () => new Packed(new nn.LSTM(5, 6, { batchFirst: true, numLayers: 2 }), true),
    inputs: (b, t) => [normal(b, t, 5), descending(b, t)],
    shapes: [{ 0: batch, 1: time }, { 0: batch }],
    other: [3, 9],
    jit: false,
  },
  {
    name: 'packed2',
    make: () => new Packed(new nn.GRU(5, 4, { bidirectional: true }), false, 80),
    inputs: (b, t) => [normal(t, b, 5), descending(b, t).flip(0)],
    shapes: [{ 0: time, 1: batch }, { 0: batch }],
    other: [5, 6],
    jit: false,
  },
  {
    name: 'packed3',
    make: () => new Packed(new nn.RNN(5, 4, { bidirectional: true, batchFirst: true }), false),
    inputs: (b, t) => [normal(b, t, 5), descending(b, t).roll(1)],
    shapes: [{ 0: batch, 1: time }, { 0: batch }],
    other: [2, 8],
    jit: false,
  },
];
