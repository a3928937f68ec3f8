import { callback, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { Conv2dNormActivation, type NormLayer, Permute, run } from '../ops/layers';
import { StochasticDepth } from '../ops/stochastic-depth';
import { SnakeKeys } from '../snake-keys';
import { type Recipe, define } from './registry';

/** Normalizes over the channels of a picture. */
class LayerNorm2d extends nn.LayerNorm {
  override forward(x: Tensor): Tensor {
    return super.forward(x.permute([0, 2, 3, 1])).permute([0, 3, 1, 2]);
  }
}

class CNBlock extends SnakeKeys {
  readonly layerScale: nn.Parameter;
  readonly block: nn.Sequential;
  readonly stochasticDepth: StochasticDepth;

  constructor(channels: number, layerScale: number, depthProbability: number) {
    super();
    this.block = new nn.Sequential(
      new nn.Conv2d(channels, channels, 7, { padding: 3, groups: channels, bias: true }),
      new Permute([0, 2, 3, 1]),
      new nn.LayerNorm(channels, { eps: 1e-6 }),
      new nn.Linear(channels, 4 * channels, { bias: true }),
      new nn.GELU(),
      new nn.Linear(4 * channels, channels, { bias: true }),
      new Permute([0, 3, 1, 2]),
    );
    this.layerScale = new nn.Parameter(torch.ones([channels, 1, 1]).mul(layerScale));
    this.stochasticDepth = new StochasticDepth(depthProbability, 'row');
  }

  override forward(input: Tensor): Tensor {
    const result = this.layerScale.mul(this.block.forward(input));
    return this.stochasticDepth.forward(result).add_(input);
  }
}

export interface ConvNeXtOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The probability that the last block is left out; earlier ones less. @defaultValue that of the model: 0.1 to 0.5 */
  readonly stochasticDepthProb?: number;
  /** The first scale of each block's branch. @defaultValue 1e-6 */
  readonly layerScale?: number;
  /** Makes the normalizations between the stages. @defaultValue null, which means over the channels, eps 1e-6 */
  readonly normLayer?: NormLayer | null;
}

const OPTIONS = {
  numClasses: int(1000),
  stochasticDepthProb: float(0),
  layerScale: float(1e-6),
  normLayer: nullable(callback<NormLayer>()),
};

/** A stage: its channels, and its number of blocks. */
type Stage = readonly [channels: number, blocks: number];

/**
 * A ConvNeXt over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/convnext.html
 * @example
 * const model = new vision.models.ConvNeXt([[16, 1], [32, 1]], { numClasses: 10 });
 * model.forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class ConvNeXt extends nn.Module {
  features: nn.Module;
  avgpool: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(stages: readonly Stage[], options: ConvNeXtOptions = {}) {
    super();
    const { numClasses, stochasticDepthProb, layerScale, ...read } = readOptions('ConvNeXt', OPTIONS, options);
    const normLayer = read.normLayer ?? ((channels) => new LayerNorm2d(channels, { eps: 1e-6 }));
    const total = stages.reduce((sum, [, blocks]) => sum + blocks, 0);
    const first = (stages[0] as Stage)[0];
    const last = (stages.at(-1) as Stage)[0];
    const stem = { kernelSize: 4, stride: 4, padding: 0, normLayer, activationLayer: null, bias: true };
    const layers: nn.Module[] = [new Conv2dNormActivation(3, first, stem)];
    let done = 0;
    stages.forEach(([channels, blocks], i) => {
      const block = (): nn.Module => new CNBlock(channels, layerScale, (stochasticDepthProb * done++) / (total - 1));
      layers.push(new nn.Sequential(...Array.from({ length: blocks }, block)));
      const next = stages[i + 1]?.[0];
      if (next === undefined) return;
      layers.push(new nn.Sequential(normLayer(channels), new nn.Conv2d(channels, next, 2, { stride: 2 })));
    });
    this.features = new nn.Sequential(...layers);
    this.avgpool = new nn.AdaptiveAvgPool2d(1);
    this.classifier = new nn.Sequential(normLayer(last), new nn.Flatten(1), new nn.Linear(last, numClasses));
    for (const module of this.modules()) {
      if (!(module instanceof nn.Conv2d || module instanceof nn.Linear)) continue;
      nn.init.truncNormal_(module.weight, { std: 0.02 });
      if (module.bias) nn.init.zeros_(module.bias);
    }
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.avgpool, run(this.features, x)));
  }
}

const make =
  (stages: readonly Stage[], stochasticDepthProb: number): Recipe<ConvNeXt, ConvNeXtOptions> =>
  (options) =>
    new ConvNeXt(stages, { stochasticDepthProb, ...options });

const widths = (first: number, third: number): Stage[] => [
  [first, 3],
  [2 * first, 3],
  [4 * first, third],
  [8 * first, 3],
];

/**
 * ConvNeXt Tiny.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_tiny.html
 * @example
 * const model = vision.models.convnextTiny({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const convnextTiny = define('convnext_tiny', make(widths(96, 9), 0.1));
/**
 * ConvNeXt Small.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_small.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.convnextSmall();
 * (model.classifier as nn.Sequential).set(2, new nn.Linear(768, 3));
 * model.eval().forward(torch.rand([1, 3, 64, 64])).shape; // [1, 3]
 */
export const convnextSmall = define('convnext_small', make(widths(96, 27), 0.4));
/**
 * ConvNeXt Base.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_base.html
 * @example
 * const model = vision.models.convnextBase({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const convnextBase = define('convnext_base', make(widths(128, 27), 0.5));
/**
 * ConvNeXt Large.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.convnext_large.html
 * @example
 * // The features of pictures, without the last layers.
 * const { features } = vision.models.convnextLarge().eval();
 * (features as nn.Sequential).forward(torch.rand([1, 3, 64, 64])).shape; // [1, 1536, 2, 2]
 */
export const convnextLarge = define('convnext_large', make(widths(192, 27), 0.5));
