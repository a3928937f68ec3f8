/** MaxViT: convolutions, attention within windows, and attention across a grid, one after the other. */
import { callback, float, int, ints, nullable, optional } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import {
  type ActivationLayer,
  Conv2dNormActivation,
  type NormLayer,
  SqueezeExcitation,
  gelu,
  run,
  silu,
} from '../ops/layers';
import { StochasticDepth } from '../ops/stochastic-depth';
import { SnakeKeys } from '../snake-keys';
import { tupleText } from '../text';
import { initialize, onesAndZeros } from './initialize';
import { type Recipe, define } from './registry';

type Pair = readonly [height: number, width: number];

/** The size after a convolution of 3 × 3 that halves. */
const halved = ([height, width]: Pair): Pair => [Math.floor((height - 1) / 2) + 1, Math.floor((width - 1) / 2) + 1];

interface Width {
  readonly input: number;
  readonly output: number;
}

interface Design {
  readonly squeezeRatio: number;
  readonly expansionRatio: number;
  readonly normLayer: NormLayer;
  readonly activationLayer: ActivationLayer;
  readonly headDim: number;
  readonly mlpRatio: number;
  readonly mlpDropout: number;
  readonly attentionDropout: number;
  readonly partitionSize: number;
}

class MaxVitConvolution extends SnakeKeys {
  readonly proj: nn.Module;
  readonly stochasticDepth: nn.Module;
  readonly layers: nn.Sequential;

  constructor({ input, output }: Width, stride: number, drop: number, design: Design) {
    super();
    const point = (): nn.Module => new nn.Conv2d(input, output, 1, { stride: 1, bias: true });
    const pool = (): nn.Module[] => (stride === 2 ? [new nn.AvgPool2d(3, { stride, padding: 1 })] : []);
    this.proj = stride !== 1 || input !== output ? new nn.Sequential(...pool(), point()) : new nn.Identity();
    const inside = Math.trunc(output * design.expansionRatio);
    this.stochasticDepth = drop ? new StochasticDepth(drop, 'row') : new nn.Identity();
    const { normLayer, activationLayer } = design;
    const common = { activationLayer, normLayer, inplace: null };
    this.layers = new nn.Sequential({
      pre_norm: normLayer(input),
      conv_a: new Conv2dNormActivation(input, inside, { kernelSize: 1, stride: 1, padding: 0, ...common }),
      conv_b: new Conv2dNormActivation(inside, inside, {
        kernelSize: 3,
        stride,
        padding: 1,
        groups: inside,
        ...common,
      }),
      squeeze_excitation: new SqueezeExcitation(inside, Math.trunc(output * design.squeezeRatio), { activation: silu }),
      conv_c: new nn.Conv2d(inside, output, 1, { bias: true }),
    });
  }

  override forward(x: Tensor): Tensor {
    const shortcut = run(this.proj, x);
    return shortcut.add(run(this.stochasticDepth, this.layers.forward(x)));
  }

  override displayName(): string {
    return 'MBConv';
  }
}

/** How far apart each two places of a window are, as a number. */
function relativeIndex(size: number): Tensor {
  const line = torch.arange(size);
  const places = torch.stack(torch.meshgrid(line, line, { indexing: 'ij' })).flatten(1);
  const apart = places
    .unsqueeze(2)
    .sub(places.unsqueeze(1))
    .add(size - 1);
  return apart
    .index(0)
    .mul(2 * size - 1)
    .add(apart.index(1));
}

class RelativePositionalMultiHeadAttention extends SnakeKeys {
  readonly toQkv: nn.Linear;
  readonly merge: nn.Linear;
  readonly relativePositionBiasTable: nn.Parameter;
  declare relativePositionIndex: Tensor;
  private readonly heads: number;

  constructor(
    private readonly channels: number,
    private readonly headDim: number,
    private readonly places: number,
  ) {
    super();
    if (channels % headDim !== 0) {
      throw valueError(`feat_dim: ${channels} must be divisible by head_dim: ${headDim}`);
    }
    this.heads = channels / headDim;
    const size = Math.trunc(Math.sqrt(places));
    this.toQkv = new nn.Linear(channels, channels * 3);
    this.merge = new nn.Linear(channels, channels);
    this.relativePositionBiasTable = new nn.Parameter(torch.empty([(2 * size - 1) ** 2, this.heads]));
    this.registerBuffer('relativePositionIndex', relativeIndex(size));
    nn.init.truncNormal_(this.relativePositionBiasTable, { std: 0.02 });
  }

  private positionBias(): Tensor {
    const { places } = this;
    const bias = this.relativePositionBiasTable.index(this.relativePositionIndex.view([-1]));
    return bias.view([places, places, -1]).permute([2, 0, 1]).contiguous().unsqueeze(0);
  }

  override forward(x: Tensor): Tensor {
    const [batch, windows, places, channels] = x.shape as [number, number, number, number];
    const [q, k, v] = this.toQkv
      .forward(x)
      .chunk(3, -1)
      .map((one) => one.reshape([batch, windows, places, this.heads, this.headDim]).permute([0, 1, 3, 2, 4])) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    const near = torch.einsum('BGHID,BGHJD->BGHIJ', [q, k.mul(this.channels ** -0.5)]);
    const weights = nn.functional.softmax(near.add(this.positionBias()), { dim: -1 });
    const out = torch.einsum('BGHIJ,BGHJD->BGHID', [weights, v]);
    return this.merge.forward(out.permute([0, 1, 3, 2, 4]).reshape([batch, windows, places, channels]));
  }
}

class SwapAxes extends nn.Module {
  override forward(x: Tensor): Tensor {
    return x.transpose(-2, -3);
  }
}

class WindowPartition extends nn.Module {
  /** `[B, C, H, W]` as `[B, windows, places, C]`. */
  override forward(x: Tensor, side: number): Tensor {
    const [batch, channels, h, w] = x.shape as [number, number, number, number];
    const [down, across] = [Math.floor(h / side), Math.floor(w / side)];
    return x
      .reshape([batch, channels, down, side, across, side])
      .permute([0, 2, 4, 3, 5, 1])
      .reshape([batch, down * across, side * side, channels]);
  }
}

class WindowDepartition extends nn.Module {
  /** The way back from {@link WindowPartition}. */
  override forward(x: Tensor, side: number, down: number, across: number): Tensor {
    const [batch, , , channels] = x.shape as [number, number, number, number];
    return x
      .reshape([batch, down, across, side, side, channels])
      .permute([0, 5, 1, 3, 2, 4])
      .reshape([batch, channels, down * side, across * side]);
  }
}

class PartitionAttentionLayer extends SnakeKeys {
  readonly partitionOp = new WindowPartition();
  readonly departitionOp = new WindowDepartition();
  readonly partitionSwap: nn.Module;
  readonly departitionSwap: nn.Module;
  readonly attnLayer: nn.Sequential;
  readonly mlpLayer: nn.Sequential;
  readonly stochasticDropout: StochasticDepth;
  private readonly side: number;

  constructor(
    channels: number,
    kind: 'window' | 'grid',
    private readonly gridSize: Pair,
    drop: number,
    design: Design,
  ) {
    super();
    const { partitionSize, headDim, mlpRatio, activationLayer } = design;
    this.side = kind === 'window' ? partitionSize : Math.floor(gridSize[0] / partitionSize);
    const swap = (): nn.Module => (kind === 'grid' ? new SwapAxes() : new nn.Identity());
    this.partitionSwap = swap();
    this.departitionSwap = swap();
    this.attnLayer = new nn.Sequential(
      new nn.LayerNorm(channels),
      new RelativePositionalMultiHeadAttention(channels, headDim, partitionSize ** 2),
      new nn.Dropout(design.attentionDropout),
    );
    this.mlpLayer = new nn.Sequential(
      new nn.LayerNorm(channels),
      new nn.Linear(channels, channels * mlpRatio),
      activationLayer(),
      new nn.Linear(channels * mlpRatio, channels),
      new nn.Dropout(design.mlpDropout),
    );
    this.stochasticDropout = new StochasticDepth(drop, 'row');
  }

  override forward(x: Tensor): Tensor {
    const { side, gridSize } = this;
    if (gridSize[0] % side !== 0 || gridSize[1] % side !== 0) {
      throw valueError(
        'Grid size must be divisible by partition size. ' +
          `Got grid size of ${tupleText(gridSize)} and partition size of ${side}`,
      );
    }
    const given = run(this.partitionSwap, this.partitionOp.forward(x, side));
    const attended = given.add(this.stochasticDropout.forward(this.attnLayer.forward(given)));
    const changed = attended.add(this.stochasticDropout.forward(this.mlpLayer.forward(attended)));
    const back = run(this.departitionSwap, changed);
    return this.departitionOp.forward(back, side, gridSize[0] / side, gridSize[1] / side);
  }
}

class MaxVitLayer extends nn.Module {
  readonly layers: nn.Sequential;

  constructor(width: Width, stride: number, gridSize: Pair, drop: number, design: Design) {
    super();
    this.layers = new nn.Sequential({
      MBconv: new MaxVitConvolution(width, stride, drop, design),
      window_attention: new PartitionAttentionLayer(width.output, 'window', gridSize, drop, design),
      grid_attention: new PartitionAttentionLayer(width.output, 'grid', gridSize, drop, design),
    });
  }

  override forward(x: Tensor): Tensor {
    return this.layers.forward(x);
  }
}

class MaxVitBlock extends nn.Module {
  readonly layers: nn.ModuleList;

  constructor({ input, output }: Width, gridSize: Pair, drops: readonly number[], design: Design) {
    super();
    const layer = (drop: number, i: number): nn.Module =>
      new MaxVitLayer({ input: i === 0 ? input : output, output }, i === 0 ? 2 : 1, gridSize, drop, design);
    this.layers = new nn.ModuleList(drops.map(layer));
  }

  override forward(x: Tensor): Tensor {
    return [...this.layers].reduce((value, layer) => run(layer, value), x);
  }
}

export interface MaxVitOptions {
  /** The height and width of pictures; the model takes no others. @defaultValue [224, 224] */
  readonly inputSize?: readonly number[];
  /** The channels of the first convolutions. @defaultValue 64 */
  readonly stemChannels?: number;
  /** The side of a window, and of the grid. @defaultValue 7 */
  readonly partitionSize?: number;
  /** The channels of each block. @defaultValue [64, 128, 256, 512] */
  readonly blockChannels?: readonly number[];
  /** The number of layers of each block. @defaultValue [2, 2, 5, 2] */
  readonly blockLayers?: readonly number[];
  /** The channels of a head. @defaultValue 32 */
  readonly headDim?: number;
  /** The probability that the last layer's branches are left out; earlier ones less. @defaultValue 0.2 */
  readonly stochasticDepthProb?: number;
  /** Makes the normalizations of the convolutions. @defaultValue null, which means `nn.BatchNorm2d` with eps 0.001 and momentum 0.01 */
  readonly normLayer?: NormLayer | null;
  /** Makes the activations. @defaultValue `nn.GELU` */
  readonly activationLayer?: ActivationLayer;
  /** The part of a layer's channels that squeezing leaves. @defaultValue 0.25 */
  readonly squeezeRatio?: number;
  /** How many times as many channels there are within the convolutions. @defaultValue 4 */
  readonly expansionRatio?: number;
  /** How many times as many channels there are within the linear layers. @defaultValue 4 */
  readonly mlpRatio?: number;
  /** The probability that dropout zeroes a number after the linear layers. @defaultValue 0 */
  readonly mlpDropout?: number;
  /** The probability that dropout zeroes a number after the attention. @defaultValue 0 */
  readonly attentionDropout?: number;
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
}

const OPTIONS = {
  inputSize: ints([224, 224]),
  stemChannels: int(64),
  partitionSize: int(7),
  blockChannels: ints([64, 128, 256, 512]),
  blockLayers: ints([2, 2, 5, 2]),
  headDim: int(32),
  stochasticDepthProb: float(0.2),
  normLayer: nullable(callback<NormLayer>()),
  activationLayer: optional(callback<ActivationLayer>()),
  squeezeRatio: float(0.25),
  expansionRatio: float(4),
  mlpRatio: int(4),
  mlpDropout: float(0),
  attentionDropout: float(0),
  numClasses: int(1000),
};

const list = (given: number | readonly number[]): readonly number[] => [given].flat();

/** The size of what each block gives; all have to be a number of windows. */
function gridSizes(inputSize: Pair, blocks: number, partitionSize: number): Pair[] {
  const sizes: Pair[] = [];
  for (let size = halved(inputSize), i = 0; i < blocks; i++) sizes.push((size = halved(size)));
  const bad = sizes.findIndex((size) => size.some((extent) => extent % partitionSize !== 0 || extent === 0));
  if (bad < 0) return sizes;
  throw valueError(
    `Input size ${tupleText(sizes[bad] as Pair)} of block ${bad} is not divisible by partition size ${partitionSize}. ` +
      'Consider changing the partition size or the input size.\nCurrent configuration yields the following block input ' +
      `sizes: [${sizes.map((size) => tupleText(size)).join(', ')}].`,
  );
}

/**
 * A MaxViT over pictures `[N, 3, H, W]` of one size; gives `[N, numClasses]`.
 *
 * @throws TorchValueError for a size of pictures of which some block's is no multiple of `partitionSize`.
 * @see https://docs.pytorch.org/vision/stable/models/maxvit.html
 * @example
 * const small = { inputSize: [16, 16], partitionSize: 2, stemChannels: 8, blockChannels: [16, 32], blockLayers: [1, 1], headDim: 8 };
 * new vision.models.MaxVit({ ...small, numClasses: 10 }).forward(torch.ones([2, 3, 16, 16])).shape; // [2, 10]
 */
export class MaxVit extends SnakeKeys {
  stem: nn.Module;
  blocks: nn.ModuleList;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(options: MaxVitOptions = {}) {
    super();
    const read = readOptions('MaxVit', OPTIONS, options);
    const [channels, layers, size] = [read.blockChannels, read.blockLayers, read.inputSize].map(list) as [
      readonly number[],
      readonly number[],
      readonly number[],
    ];
    const inputSize = (size.length === 1 ? [size[0], size[0]] : size) as unknown as Pair;
    const grids = gridSizes(inputSize, channels.length, read.partitionSize);
    const normLayer = read.normLayer ?? ((many) => new nn.BatchNorm2d(many, { eps: 0.001, momentum: 0.01 }));
    const design: Design = { ...read, normLayer, activationLayer: read.activationLayer ?? gelu };
    const { activationLayer } = design;
    const { stemChannels } = read;
    this.stem = new nn.Sequential(
      new Conv2dNormActivation(3, stemChannels, { stride: 2, normLayer, activationLayer, bias: false, inplace: null }),
      new Conv2dNormActivation(stemChannels, stemChannels, { normLayer: null, activationLayer: null, bias: true }),
    );
    const total = layers.reduce((sum, count) => sum + count, 0);
    let done = 0;
    const blocks = channels.map((output, i) => {
      const drops = Array.from({ length: layers[i] ?? 0 }, () => done++ * (read.stochasticDepthProb / (total - 1)));
      return new MaxVitBlock({ input: channels[i - 1] ?? stemChannels, output }, grids[i] as Pair, drops, design);
    });
    this.blocks = new nn.ModuleList(blocks);
    const last = channels.at(-1) as number;
    this.classifier = new nn.Sequential(
      new nn.AdaptiveAvgPool2d(1),
      new nn.Flatten(),
      new nn.LayerNorm(last),
      new nn.Linear(last, last),
      new nn.Tanh(),
      new nn.Linear(last, read.numClasses, { bias: false }),
    );
    initialize(this, { convolution: normal02, norm: onesAndZeros, linear: normal02 });
  }

  override forward(x: Tensor): Tensor {
    const features = [...this.blocks].reduce((value, block) => run(block, value), run(this.stem, x));
    return run(this.classifier, features);
  }
}

/** Weights from a normal distribution with a standard deviation of 0.02, and a bias of zero. */
function normal02({ weight, bias }: nn.Conv2d | nn.Linear): void {
  nn.init.normal_(weight, { std: 0.02 });
  if (bias) nn.init.zeros_(bias);
}

const recipe: Recipe<MaxVit, MaxVitOptions> = (options) => new MaxVit(options);

/**
 * The tiny MaxViT.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.maxvit_t.html
 * @example
 * const model = vision.models.maxvitT({ inputSize: [224, 224], numClasses: 10 }).eval();
 * model.forward(torch.rand([1, 3, 224, 224])).shape; // [1, 10]
 */
export const maxvitT = define('maxvit_t', recipe);
