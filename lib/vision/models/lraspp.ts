import { int, nullable, value } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import { SnakeKeys } from '../snake-keys';
import { IntermediateLayerGetter } from './intermediate-layers';
import { mobilenetV3Large } from './mobilenet-v3';
import { type Recipe, define } from './registry';

class LRASPPHead extends SnakeKeys {
  readonly cbr: nn.Sequential;
  readonly scale: nn.Sequential;
  readonly lowClassifier: nn.Conv2d;
  readonly highClassifier: nn.Conv2d;

  constructor(low: number, high: number, classes: number, inside: number) {
    super();
    this.cbr = new nn.Sequential(
      new nn.Conv2d(high, inside, 1, { bias: false }),
      new nn.BatchNorm2d(inside),
      new nn.ReLU({ inplace: true }),
    );
    this.scale = new nn.Sequential(
      new nn.AdaptiveAvgPool2d(1),
      new nn.Conv2d(high, inside, 1, { bias: false }),
      new nn.Sigmoid(),
    );
    this.lowClassifier = new nn.Conv2d(low, classes, 1);
    this.highClassifier = new nn.Conv2d(inside, classes, 1);
  }

  override forward({ low, high }: { readonly low: Tensor; readonly high: Tensor }): Tensor {
    const scaled = this.cbr.forward(high).mul(this.scale.forward(high));
    const size = low.shape.slice(-2);
    const large = nn.functional.interpolate(scaled, { size, mode: 'bilinear', alignCorners: false });
    return this.lowClassifier.forward(low).add(this.highClassifier.forward(large));
  }
}

/**
 * A small model for segmentation: gives `{ out: [N, classes, H, W] }`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/lraspp.html
 * @example
 * const model = vision.models.lrasppMobilenetV3Large({ numClasses: 3 }).eval();
 * model.forward(torch.ones([1, 3, 32, 32])).out.shape; // [1, 3, 32, 32]
 */
export class LRASPP extends nn.Module {
  readonly backbone: IntermediateLayerGetter;
  /** The head: put another one here for other classes. */
  classifier: LRASPPHead;

  constructor(backbone: IntermediateLayerGetter, low: number, high: number, classes: number, inside = 128) {
    super();
    this.backbone = backbone;
    this.classifier = new LRASPPHead(low, high, classes, inside);
  }

  override forward(input: Tensor): { readonly out: Tensor } {
    const features = this.backbone.forward(input) as { readonly low: Tensor; readonly high: Tensor };
    const size = input.shape.slice(-2);
    const out = this.classifier.forward(features);
    return { out: nn.functional.interpolate(out, { size, mode: 'bilinear', alignCorners: false }) };
  }
}

export interface LRASPPOptions {
  /** The number of classes, with the background. @defaultValue 21 */
  readonly numClasses?: number;
  /** A file with weights for the backbone alone. @defaultValue null, which means random ones */
  readonly weightsBackbone?: string | URL | null;
}

const OPTIONS = {
  numClasses: int(21),
  weightsBackbone: nullable(value<string | URL>('a path', (v) => typeof v === 'string' || v instanceof URL)),
};

const recipe: Recipe<LRASPP, LRASPPOptions> = (given) => {
  const { numClasses, weightsBackbone: weights } = readOptions('LRASPP on mobilenetV3Large', OPTIONS, given);
  const { features } = mobilenetV3Large({ dilated: true, weights });
  const blocks = [...features] as (nn.Module & { readonly shrinks?: boolean; readonly outChannels: number })[];
  const stages = [0, ...blocks.flatMap(({ shrinks }, i) => (shrinks ? [i] : [])), blocks.length - 1];
  const [high, low] = [stages.at(-1), stages.at(-4)] as [number, number];
  const channels = (i: number): number => blocks[i]?.outChannels ?? 0;
  const backbone = new IntermediateLayerGetter(features, { [low]: 'low', [high]: 'high' });
  return new LRASPP(backbone, channels(low), channels(high), numClasses);
};

/**
 * LR-ASPP on MobileNetV3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.lraspp_mobilenet_v3_large.html
 * @example
 * const model = vision.models.lrasppMobilenetV3Large({ numClasses: 3 }).eval();
 * model.forward(torch.rand([1, 3, 64, 64])).out.shape; // [1, 3, 64, 64]
 */
export const lrasppMobilenetV3Large = define('lraspp_mobilenet_v3_large', recipe, undefined, 21);
