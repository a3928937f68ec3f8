import { callback, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { MLP, type NormLayer, Permute, gelu, run } from '../ops/layers';
import { StochasticDepth } from '../ops/stochastic-depth';
import { SnakeKeys } from '../snake-keys';
import { type Recipe, define } from './registry';
import { type Pair, ShiftedWindowAttention, ShiftedWindowAttentionV2, type WindowOptions } from './window-attention';

/** `[…, H, W, C]` as `[…, H / 2, W / 2, 4 C]`; an odd size is padded. */
function quarters(x: Tensor): Tensor {
  const [height, width] = x.shape.slice(-3, -1) as unknown as [number, number];
  const padded = nn.functional.pad(x, [0, 0, 0, width % 2, 0, height % 2]);
  const part = (top: number, left: number): Tensor =>
    padded.index('...', torch.slice(top, null, 2), torch.slice(left, null, 2), ':');
  return torch.cat([part(0, 0), part(1, 0), part(0, 1), part(1, 1)], -1);
}

class PatchMerging extends nn.Module {
  readonly reduction: nn.Linear;
  readonly norm: nn.Module;

  constructor(dim: number, normLayer: NormLayer) {
    super();
    this.reduction = new nn.Linear(4 * dim, 2 * dim, { bias: false });
    this.norm = normLayer(4 * dim);
  }

  override forward(x: Tensor): Tensor {
    return this.reduction.forward(run(this.norm, quarters(x)));
  }
}

class PatchMergingV2 extends nn.Module {
  readonly reduction: nn.Linear;
  readonly norm: nn.Module;

  constructor(dim: number, normLayer: NormLayer) {
    super();
    this.reduction = new nn.Linear(4 * dim, 2 * dim, { bias: false });
    this.norm = normLayer(2 * dim);
  }

  override forward(x: Tensor): Tensor {
    return run(this.norm, this.reduction.forward(quarters(x)));
  }
}

interface BlockOptions extends WindowOptions {
  readonly mlpRatio: number;
  readonly stochasticDepthProb: number;
  readonly normLayer: NormLayer;
}

class SwinTransformerBlock extends SnakeKeys {
  readonly norm1: nn.Module;
  readonly attn: nn.Module;
  readonly stochasticDepth: StochasticDepth;
  readonly norm2: nn.Module;
  readonly mlp: MLP;

  constructor(options: BlockOptions) {
    super();
    const { dim, mlpRatio, stochasticDepthProb, normLayer, dropout } = options;
    this.norm1 = normLayer(dim);
    this.attn = this.makeAttention(options);
    this.stochasticDepth = new StochasticDepth(stochasticDepthProb, 'row');
    this.norm2 = normLayer(dim);
    const widths = [Math.trunc(dim * mlpRatio), dim];
    this.mlp = new MLP(dim, widths, { activationLayer: gelu, inplace: null, dropout });
    for (const module of this.mlp.modules()) {
      if (!(module instanceof nn.Linear)) continue;
      nn.init.xavierUniform_(module.weight);
      if (module.bias) nn.init.normal_(module.bias, { std: 1e-6 });
    }
  }

  protected makeAttention(options: WindowOptions): nn.Module {
    return new ShiftedWindowAttention(options);
  }

  override forward(x: Tensor): Tensor {
    const attended = x.add(this.stochasticDepth.forward(run(this.attn, run(this.norm1, x))));
    return attended.add(this.stochasticDepth.forward(this.mlp.forward(run(this.norm2, attended))));
  }
}

class SwinTransformerBlockV2 extends SwinTransformerBlock {
  protected override makeAttention(options: WindowOptions): nn.Module {
    return new ShiftedWindowAttentionV2(options);
  }

  override forward(x: Tensor): Tensor {
    const attended = x.add(this.stochasticDepth.forward(run(this.norm1, run(this.attn, x))));
    return attended.add(this.stochasticDepth.forward(run(this.norm2, this.mlp.forward(attended))));
  }
}

export interface SwinTransformerOptions {
  /** The ratio of the width inside the linear layers to that of a block. @defaultValue 4 */
  readonly mlpRatio?: number;
  /** The probability that dropout zeroes a number. @defaultValue 0 */
  readonly dropout?: number;
  /** The same for the weights of attention. @defaultValue 0 */
  readonly attentionDropout?: number;
  /** The probability that the last block is left out; earlier ones less. @defaultValue that of the model: 0.2 to 0.5 */
  readonly stochasticDepthProb?: number;
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** Makes a normalization layer for a number of channels. @defaultValue null, which means `nn.LayerNorm` */
  readonly normLayer?: NormLayer | null;
}

const OPTIONS = {
  mlpRatio: float(4),
  dropout: float(0),
  attentionDropout: float(0),
  stochasticDepthProb: float(0.1),
  numClasses: int(1000),
  normLayer: nullable(callback<NormLayer>()),
};

/** The measures of a Swin transformer. */
export interface SwinPlan {
  /** 1, or 2 for attention by cosines and normalization after the branches. */
  readonly version: 1 | 2;
  /** The height and width of a patch. */
  readonly patchSize: readonly [number, number];
  /** The width of the first stage, which doubles with each further one. */
  readonly embedDim: number;
  /** The number of blocks of each stage. */
  readonly depths: readonly number[];
  /** The number of heads of each stage. */
  readonly numHeads: readonly number[];
  /** The height and width of a window. */
  readonly windowSize: readonly [number, number];
}

const VERSIONS = {
  1: { Block: SwinTransformerBlock, Merging: PatchMerging },
  2: { Block: SwinTransformerBlockV2, Merging: PatchMergingV2 },
};

/**
 * A Swin transformer over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/swin_transformer.html
 * @example
 * const plan = { version: 1, patchSize: [4, 4], embedDim: 8, depths: [2, 2], numHeads: [1, 2], windowSize: [4, 4] } as const;
 * new vision.models.SwinTransformer(plan, { numClasses: 10 }).forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class SwinTransformer extends nn.Module {
  features: nn.Module;
  readonly norm: nn.Module;
  readonly permute: Permute;
  avgpool: nn.Module;
  readonly flatten: nn.Flatten;
  /** The last layer: put another one here for other classes. */
  head: nn.Module;

  constructor(plan: SwinPlan, options: SwinTransformerOptions = {}) {
    super();
    const { numClasses, stochasticDepthProb, ...read } = readOptions('SwinTransformer', OPTIONS, options);
    const normLayer = read.normLayer ?? ((channels) => new nn.LayerNorm(channels, { eps: 1e-5 }));
    const { patchSize, embedDim, depths, numHeads, windowSize, version } = plan;
    const { Block, Merging } = VERSIONS[version];
    const total = depths.reduce((sum, depth) => sum + depth, 0);
    const patches = new nn.Conv2d(3, embedDim, [...patchSize], { stride: [...patchSize] });
    const layers: nn.Module[] = [new nn.Sequential(patches, new Permute([0, 2, 3, 1]), normLayer(embedDim))];
    let done = 0;
    depths.forEach((depth, stage) => {
      const dim = embedDim * 2 ** stage;
      const block = (_: unknown, i: number): nn.Module => {
        const shiftSize = windowSize.map((size) => (i % 2 === 0 ? 0 : Math.floor(size / 2))) as unknown as Pair;
        const probability = (stochasticDepthProb * done++) / (total - 1);
        const shape = { dim, windowSize, shiftSize, numHeads: numHeads[stage] as number };
        return new Block({ ...read, ...shape, normLayer, stochasticDepthProb: probability });
      };
      layers.push(new nn.Sequential(...Array.from({ length: depth }, block)));
      if (stage < depths.length - 1) layers.push(new Merging(dim, normLayer));
    });
    const last = embedDim * 2 ** (depths.length - 1);
    this.features = new nn.Sequential(...layers);
    this.norm = normLayer(last);
    this.permute = new Permute([0, 3, 1, 2]);
    this.avgpool = new nn.AdaptiveAvgPool2d(1);
    this.flatten = new nn.Flatten(1);
    this.head = new nn.Linear(last, numClasses);
    for (const module of this.modules()) {
      if (!(module instanceof nn.Linear)) continue;
      nn.init.truncNormal_(module.weight, { std: 0.02 });
      if (module.bias) nn.init.zeros_(module.bias);
    }
  }

  override forward(x: Tensor): Tensor {
    const features = this.permute.forward(run(this.norm, run(this.features, x)));
    return run(this.head, this.flatten.forward(run(this.avgpool, features)));
  }
}

const make =
  (
    version: 1 | 2,
    width: 96 | 128,
    third: 6 | 18,
    probability: number,
  ): Recipe<SwinTransformer, SwinTransformerOptions> =>
  (options) => {
    const window = version === 1 ? 7 : 8;
    const heads = width / 32;
    const plan: SwinPlan = {
      version,
      patchSize: [4, 4],
      embedDim: width,
      depths: [2, 2, third, 2],
      numHeads: [heads, 2 * heads, 4 * heads, 8 * heads],
      windowSize: [window, window],
    };
    return new SwinTransformer(plan, { stochasticDepthProb: probability, ...options });
  };

/**
 * Swin-T.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_t.html
 * @example
 * const model = vision.models.swinT({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const swinT = define('swin_t', make(1, 96, 6, 0.2));
/**
 * Swin-S.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_s.html
 * @example
 * const model = vision.models.swinS({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const swinS = define('swin_s', make(1, 96, 18, 0.3));
/**
 * Swin-B.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_b.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.swinB();
 * model.head = new nn.Linear(1024, 3);
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const swinB = define('swin_b', make(1, 128, 18, 0.5));
/**
 * Swin-T, version 2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_v2_t.html
 * @example
 * const model = vision.models.swinV2T({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const swinV2T = define('swin_v2_t', make(2, 96, 6, 0.2));
/**
 * Swin-S, version 2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_v2_s.html
 * @example
 * const model = vision.models.swinV2S({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const swinV2S = define('swin_v2_s', make(2, 96, 18, 0.3));
/**
 * Swin-B, version 2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.swin_v2_b.html
 * @example
 * // Fewer blocks are skipped in training.
 * const model = vision.models.swinV2B({ numClasses: 10, stochasticDepthProb: 0.2 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const swinV2B = define('swin_v2_b', make(2, 128, 18, 0.5));
