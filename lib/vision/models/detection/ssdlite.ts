import { readOptions } from '../../../arguments/read';
import { int } from '../../../arguments/fields';
import { nn, type Tensor } from '../../../index';
import { Conv2dNormActivation, type NormLayer, relu6, run } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { mobilenetV3Large } from '../mobilenet-v3';
import { type Recipe, define } from '../registry';
import { type MobileBlock, separateBackbone, stagesOf } from './backbones';
import { DefaultBoxGenerator } from './default-boxes';
import { SSD, type SSDDetectorOptions, SSDHeads, SSDScoringHead, channelsOf } from './ssd';
import type { Features } from './types';

const norm: NormLayer = (channels) => new nn.BatchNorm2d(channels, { eps: 0.001, momentum: 0.03 });

/** Weights from a normal distribution with a standard deviation of 0.03, and a bias of zero. */
function normal03(module: nn.Module): void {
  for (const layer of module.modules()) {
    if (!(layer instanceof nn.Conv2d)) continue;
    nn.init.normal_(layer.weight, { std: 0.03 });
    if (layer.bias) nn.init.zeros_(layer.bias);
  }
}

const block = (input: number, output: number, options: { kernelSize: number; stride?: number; groups?: number }) =>
  new Conv2dNormActivation(input, output, { ...options, normLayer: norm, activationLayer: relu6 });

/** A map of half the size. */
function extraBlock(input: number, output: number): nn.Sequential {
  const inside = Math.floor(output / 2);
  return new nn.Sequential(
    block(input, inside, { kernelSize: 1 }),
    block(inside, inside, { kernelSize: 3, stride: 2, groups: inside }),
    block(inside, output, { kernelSize: 1 }),
  );
}

function predictions(inChannels: readonly number[], numAnchors: readonly number[], values: number): nn.Module[] {
  const layers = inChannels.map(
    (channels, i) =>
      new nn.Sequential(
        block(channels, channels, { kernelSize: 3, groups: channels }),
        new nn.Conv2d(channels, values * (numAnchors[i] ?? 0), 1),
      ),
  );
  layers.forEach(normal03);
  return layers;
}

class SSDLiteClassificationHead extends SSDScoringHead {
  constructor(inChannels: readonly number[], numAnchors: readonly number[], numClasses: number) {
    super(predictions(inChannels, numAnchors, numClasses), numClasses);
  }
}

class SSDLiteRegressionHead extends SSDScoringHead {
  constructor(inChannels: readonly number[], numAnchors: readonly number[]) {
    super(predictions(inChannels, numAnchors, 4), 4);
  }
}

/**
 * Says of each anchor what is there and how its box differs, by convolutions of each channel for itself.
 *
 * @example
 * const head = new vision.models.detection.SSDLiteHead([8, 16], [6, 6], 3);
 * head.forward([torch.rand([1, 8, 4, 4]), torch.rand([1, 16, 2, 2])]).clsLogits!.shape; // [1, 120, 3]
 */
export class SSDLiteHead extends SSDHeads {
  constructor(inChannels: readonly number[], numAnchors: readonly number[], numClasses: number) {
    super(
      new SSDLiteClassificationHead(inChannels, numAnchors, numClasses),
      new SSDLiteRegressionHead(inChannels, numAnchors),
    );
  }
}

/** MobileNetV3 in two parts, and further layers that make the picture ever smaller. */
class SSDLiteFeatureExtractorMobileNet extends SnakeKeys {
  readonly features: nn.Sequential;
  readonly extra: nn.ModuleList;

  constructor(blocks: readonly MobileBlock[], position: number) {
    super();
    const [first, ...others] = (blocks[position] as MobileBlock & { readonly block: nn.Sequential }).block;
    // A part of a Sequential keeps the numbers of its layers.
    const rest = new nn.Sequential(Object.fromEntries(others.map((layer, i) => [String(i + 1), layer])));
    this.features = new nn.Sequential(
      new nn.Sequential(...blocks.slice(0, position), first as nn.Module),
      new nn.Sequential(rest, ...blocks.slice(position + 1)),
    );
    const widths = [(blocks.at(-1) as MobileBlock).outChannels, 512, 256, 256, 128];
    const extra = widths.slice(1).map((width, i) => extraBlock(widths[i] as number, width));
    extra.forEach(normal03);
    this.extra = new nn.ModuleList(extra);
  }

  override forward(x: Tensor): Features {
    const maps: Tensor[] = [];
    [...this.features, ...this.extra].reduce((value, layer) => {
      maps.push(run(layer, value));
      return maps.at(-1) as Tensor;
    }, x);
    return Object.fromEntries(maps.map((map, i) => [String(i), map]));
  }
}

const DEFAULTS = {
  scoreThresh: 0.001,
  nmsThresh: 0.55,
  detectionsPerImg: 300,
  topkCandidates: 300,
  imageMean: [0.5, 0.5, 0.5],
  imageStd: [0.5, 0.5, 0.5],
};

const recipe: Recipe<SSD, SSDDetectorOptions> = (given, trained = false) => {
  const { weights, count, rest } = separateBackbone('SSD', given, trained, [6, 6]);
  const backbone = mobilenetV3Large({ weights, normLayer: norm, reducedTail: weights === null });
  if (weights === null) normal03(backbone);
  const { blocks, stages } = stagesOf(backbone.features, count);
  const extractor = new SSDLiteFeatureExtractorMobileNet(blocks, stages.at(-2) as number);
  const size = [320, 320] as const;
  const ratios = Array.from({ length: 6 }, () => [2, 3]);
  const anchors = new DefaultBoxGenerator(ratios, { minRatio: 0.2, maxRatio: 0.95 });
  const { numClasses } = readOptions(
    'SSD',
    { numClasses: int(91) },
    { numClasses: (rest as SSDDetectorOptions).numClasses },
  );
  const head = new SSDLiteHead(channelsOf(extractor, size), anchors.numAnchorsPerLocation(), numClasses);
  return new SSD(extractor, anchors, size, { ...DEFAULTS, ...rest }, { head });
};

/**
 * SSDlite on MobileNetV3, over pictures of 320 × 320.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.ssdlite320_mobilenet_v3_large.html
 * @example
 * // The losses of a step of training.
 * const model = vision.models.detection.ssdlite320MobilenetV3Large({ numClasses: 3 });
 * const target = { boxes: torch.tensor([[4, 4, 40, 30]], { dtype: torch.float32 }), labels: torch.tensor([1]) };
 * const losses = model.forward([torch.rand([3, 64, 48]), torch.rand([3, 32, 32])], [target, target]);
 * Object.keys(losses); // ['bboxRegression', 'classification']
 */
export const ssdlite320MobilenetV3Large = define('ssdlite320_mobilenet_v3_large', recipe, undefined, 91);
