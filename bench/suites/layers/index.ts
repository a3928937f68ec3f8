import * as torch from 'libtorch-node';
import { type Tensor, nn } from 'libtorch-node';
import { rounds } from '../../harness/extent';
import type { Figure, OwnSuite } from '../../harness/types';

const F = nn.functional;

type Pair = readonly [layer: () => unknown, call: () => unknown];

/** A layer and the function that computes the same, with the same tensors. */
function pairs(): Readonly<Record<string, Pair>> {
  const rows = torch.randn([64, 128]);
  const image = torch.randn([1, 8, 16, 16]);
  const ids = torch.randint(0, 50, [8, 16]);
  const of = <M extends nn.Module & { forward(x: Tensor): unknown }>(
    layer: M,
    x: Tensor,
    call: (m: M) => unknown,
  ): Pair => {
    layer.eval();
    return [() => layer.forward(x), () => call(layer)];
  };
  return {
    Linear: of(new nn.Linear(128, 64), rows, ({ weight, bias }) => F.linear(rows, weight, bias)),
    LayerNorm: of(new nn.LayerNorm(128), rows, ({ weight, bias }) => F.layerNorm(rows, [128], weight, bias)),
    RMSNorm: of(new nn.RMSNorm(128), rows, ({ weight }) => F.rmsNorm(rows, [128], weight)),
    GroupNorm: of(new nn.GroupNorm(2, 8), image, ({ weight, bias }) => F.groupNorm(image, 2, weight, bias)),
    BatchNorm2d: of(new nn.BatchNorm2d(8), image, ({ runningMean, runningVar, weight, bias }) =>
      F.batchNorm(image, runningMean, runningVar, weight, bias),
    ),
    Conv2d: of(new nn.Conv2d(8, 8, 3), image, ({ weight, bias }) => F.conv2d(image, weight, bias)),
    ConvTranspose2d: of(new nn.ConvTranspose2d(8, 8, 3), image, ({ weight, bias }) =>
      F.convTranspose2d(image, weight, bias),
    ),
    Embedding: of(new nn.Embedding(50, 16), ids, ({ weight }) => F.embedding(ids, weight)),
    MaxPool2d: of(new nn.MaxPool2d(2), image, () => F.maxPool2d(image, 2)),
    AvgPool2d: of(new nn.AvgPool2d(2), image, () => F.avgPool2d(image, 2)),
    AdaptiveAvgPool2d: of(new nn.AdaptiveAvgPool2d(1), image, () => F.adaptiveAvgPool2d(image, 1)),
    ReLU: of(new nn.ReLU(), rows, () => F.relu(rows)),
    GELU: of(new nn.GELU(), rows, () => F.gelu(rows)),
    SiLU: of(new nn.SiLU(), rows, () => F.silu(rows)),
    Sigmoid: of(new nn.Sigmoid(), rows, () => F.sigmoid(rows)),
    Tanh: of(new nn.Tanh(), rows, () => F.tanh(rows)),
    LeakyReLU: of(new nn.LeakyReLU(), rows, () => F.leakyRelu(rows)),
    Hardswish: of(new nn.Hardswish(), rows, () => F.hardswish(rows)),
    ELU: of(new nn.ELU(), rows, () => F.elu(rows)),
    Softplus: of(new nn.Softplus(), rows, () => F.softplus(rows)),
    Softmax: of(new nn.Softmax(1), rows, () => F.softmax(rows, 1)),
    LogSoftmax: of(new nn.LogSoftmax(1), rows, () => F.logSoftmax(rows, 1)),
    Dropout: of(new nn.Dropout(), rows, () => F.dropout(rows, 0.5, false)),
    Flatten: of(new nn.Flatten(), image, () => torch.flatten(image, 1)),
    PixelShuffle: of(new nn.PixelShuffle(2), image, () => F.pixelShuffle(image, 2)),
    Upsample: of(new nn.Upsample({ scaleFactor: 2 }), image, () => F.interpolate(image, { scaleFactor: 2 })),
    ZeroPad2d: of(new nn.ZeroPad2d(1), image, () => F.pad(image, [1, 1, 1, 1])),
  };
}

function microseconds(call: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < 100; i++) torch.scope(() => void call());
  return Number(process.hrtime.bigint() - start) / 1e5;
}

/** The fastest of many short rounds in turn: these calls are too short for medians to hold beside other programs. */
function figuresOf(name: string, [layer, call]: Pair): Figure[] {
  const times = Array.from({ length: rounds(40) }, () => [microseconds(layer), microseconds(call)] as const);
  const ofLayer = Math.min(...times.map(([time]) => time));
  const ofFunction = Math.min(...times.map(([, time]) => time));
  return [
    { name: `${name}: layer / function`, value: ofLayer / ofFunction, unit: 'ratio', atMost: 1.3 },
    { name: `${name}: layer`, value: ofLayer, unit: 'us' },
  ];
}

/** The forward of each kind of layer beside the function that computes the same, in inference. */
export const suite: OwnSuite = {
  title: 'Layers beside their functions',
  measure: () =>
    Promise.resolve(
      torch.noGrad(() => {
        const threads = torch.getNumThreads();
        torch.setNumThreads(1);
        const figures = Object.entries(pairs()).flatMap(([name, pair]) => figuresOf(name, pair));
        torch.setNumThreads(threads);
        return figures;
      }),
    ),
};
