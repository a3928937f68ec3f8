import { float, int } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { clipBoxesToImage } from '../../ops/boxes';
import { run } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { tupleText } from '../../text';
import { type Recipe, define } from '../registry';
import { vgg16 } from '../vgg';
import { type BackboneOptions, freeze, separateBackbone } from './backbones';
import { DefaultBoxGenerator } from './default-boxes';
import { DETECTOR, type DetectorOptions, transformFor } from './detector-options';
import { BoxCoder, indicesOf, matchForced } from './matching';
import { type HeadOutputs, OneStageDetector, bestOf, featuresOf, flattenMap, matchAll } from './one-stage';
import type { GeneralizedRCNNTransform } from './rcnn-transform';
import type { Detection, DetectionTarget, Features, Losses, Size } from './types';

function xavier(module: nn.Module): void {
  for (const layer of module.modules()) {
    if (!(layer instanceof nn.Conv2d)) continue;
    nn.init.xavierUniform_(layer.weight);
    if (layer.bias) nn.init.zeros_(layer.bias);
  }
}

/**
 * A layer for each feature map, whose results stand one behind the other.
 *
 * @example
 * // A layer for each map: 6 and 4 anchors at each place, 3 numbers for each.
 * const layers = [new nn.Conv2d(8, 6 * 3, 3, { padding: 1 }), new nn.Conv2d(16, 4 * 3, 3, { padding: 1 })];
 * const head = new vision.models.detection.SSDScoringHead(layers, 3);
 * head.forward([torch.rand([1, 8, 4, 4]), torch.rand([1, 16, 2, 2])]).shape; // [1, 112, 3]
 */
export class SSDScoringHead extends SnakeKeys {
  readonly moduleList: nn.ModuleList;
  private readonly numColumns: number;

  constructor(layers: readonly nn.Module[], numColumns: number) {
    super();
    this.moduleList = new nn.ModuleList([...layers]);
    this.numColumns = numColumns;
  }

  override forward(maps: readonly Tensor[]): Tensor {
    const layers = [...this.moduleList];
    return torch.cat(
      maps.map((map, i) => flattenMap(run(layers[i] as nn.Module, map), this.numColumns)),
      1,
    );
  }
}

/**
 * What each anchor's box shows.
 *
 * @example
 * const head = new vision.models.detection.SSDClassificationHead([8, 16], [6, 4], 3);
 * head.forward([torch.rand([1, 8, 4, 4]), torch.rand([1, 16, 2, 2])]).shape; // [1, 112, 3]
 */
export class SSDClassificationHead extends SSDScoringHead {
  constructor(inChannels: readonly number[], numAnchors: readonly number[], numClasses: number) {
    super(convolutions(inChannels, numAnchors, numClasses), numClasses);
  }
}

/**
 * How each anchor's box differs.
 *
 * @example
 * const head = new vision.models.detection.SSDRegressionHead([8, 16], [6, 4]);
 * head.forward([torch.rand([1, 8, 4, 4]), torch.rand([1, 16, 2, 2])]).shape; // [1, 112, 4]
 */
export class SSDRegressionHead extends SSDScoringHead {
  constructor(inChannels: readonly number[], numAnchors: readonly number[]) {
    super(convolutions(inChannels, numAnchors, 4), 4);
  }
}

function convolutions(inChannels: readonly number[], numAnchors: readonly number[], values: number): nn.Module[] {
  const layers = inChannels.map(
    (channels, i) => new nn.Conv2d(channels, values * (numAnchors[i] ?? 0), 3, { padding: 1 }),
  );
  layers.forEach(xavier);
  return layers;
}

/**
 * Says of each anchor what is there, and how its box differs.
 *
 * @example
 * const model = vision.models.detection.ssd300Vgg16({ numClasses: 3 });
 * model.head instanceof vision.models.detection.SSDHeads; // true
 */
export abstract class SSDHeads extends SnakeKeys {
  constructor(
    readonly classificationHead: SSDScoringHead,
    readonly regressionHead: SSDScoringHead,
  ) {
    super();
  }

  override forward(maps: readonly Tensor[]): HeadOutputs {
    return { bboxRegression: this.regressionHead.forward(maps), clsLogits: this.classificationHead.forward(maps) };
  }
}

/**
 * {@link SSDHeads} of one convolution for each feature map.
 *
 * @example
 * const head = new vision.models.detection.SSDHead([8, 16], [6, 4], 3);
 * head.forward([torch.rand([1, 8, 4, 4]), torch.rand([1, 16, 2, 2])]).bboxRegression!.shape; // [1, 112, 4]
 */
export class SSDHead extends SSDHeads {
  constructor(inChannels: readonly number[], numAnchors: readonly number[], numClasses: number) {
    super(new SSDClassificationHead(inChannels, numAnchors, numClasses), new SSDRegressionHead(inChannels, numAnchors));
  }
}

export interface SSDOptions extends DetectorOptions {
  /** The least chance of what is found. @defaultValue 0.01; 0.001 for SSDlite */
  readonly scoreThresh?: number;
  /** The overlap from which one of two finds is suppressed. @defaultValue 0.45; 0.55 for SSDlite */
  readonly nmsThresh?: number;
  /** The most finds in a picture. @defaultValue 200; 300 for SSDlite */
  readonly detectionsPerImg?: number;
  /** The overlap from which an anchor is a thing. @defaultValue 0.5 */
  readonly iouThresh?: number;
  /** The most candidates of each class before suppression. @defaultValue 400; 300 for SSDlite */
  readonly topkCandidates?: number;
  /** The part of anchors learned from that are things. @defaultValue 0.25 */
  readonly positiveFraction?: number;
}

const OPTIONS = {
  ...DETECTOR,
  scoreThresh: float(0.01),
  nmsThresh: float(0.45),
  detectionsPerImg: int(200),
  iouThresh: float(0.5),
  topkCandidates: int(400),
  positiveFraction: float(0.25),
};

/** The channels of each feature map. */
export function channelsOf(backbone: nn.Module, [width, height]: readonly [number, number]): number[] {
  const { training } = backbone;
  backbone.eval();
  const channels = torch.noGrad(() =>
    torch.scope(() =>
      Object.values(featuresOf(backbone, torch.zeros([1, 3, height, width]))).map((map) => map.shape[1] as number),
    ),
  );
  backbone.train(training);
  return channels;
}

/** The parts of an SSD that others take the place of. */
export interface SSDParts {
  /** What looks at the anchors. */
  readonly head?: nn.Module;
}

/**
 * Finds things in pictures in one stage, from boxes of many sizes. Pictures are resized to one size.
 *
 * @throws TorchValueError for boxes without a width or height, for targets that are missing in training.
 * @see https://docs.pytorch.org/vision/stable/models/ssd.html
 * @example
 * const model = vision.models.detection.ssdlite320MobilenetV3Large({ numClasses: 3 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.boxes.shape[1]; // 4
 */
export class SSD extends OneStageDetector {
  override readonly backbone: nn.Module;
  override readonly anchorGenerator: DefaultBoxGenerator;
  /** The head: put another one here for other classes. */
  override head: nn.Module;
  override readonly transform: GeneralizedRCNNTransform;
  private readonly options: Required<SSDOptions>;
  private readonly boxCoder = new BoxCoder([10, 10, 5, 5]);

  constructor(
    backbone: nn.Module,
    anchorGenerator: DefaultBoxGenerator,
    size: readonly [width: number, height: number],
    options: SSDOptions = {},
    parts: SSDParts = {},
  ) {
    super();
    const read = readOptions('SSD', OPTIONS, options);
    this.options = read as Required<SSDOptions>;
    this.backbone = backbone;
    this.anchorGenerator = anchorGenerator;
    this.head = parts.head ?? headFor(backbone, anchorGenerator, size, read.numClasses);
    this.transform = transformFor(read, {
      minSize: Math.min(...size),
      maxSize: Math.max(...size),
      sizeDivisible: 1,
      fixedSize: size,
    });
  }

  protected override losses(
    targets: readonly DetectionTarget[],
    { clsLogits, bboxRegression }: HeadOutputs,
    anchors: readonly Tensor[],
  ): Losses {
    const [logits, differences] = [clsLogits, bboxRegression] as [Tensor, Tensor];
    const matches = matchAll(targets, anchors, (quality) => matchForced(quality, this.options.iouThresh));
    let count = 0;
    const each = matches.map((own, i) => {
      const { boxes, labels } = targets[i] as DetectionTarget;
      const things = indicesOf(own.ge(0));
      const which = own.indexSelect(0, things);
      count += things.numel();
      const goals = this.boxCoder.encodeSingle(
        boxes.indexSelect(0, which),
        (anchors[i] as Tensor).indexSelect(0, things),
      );
      const loss = nn.functional.smoothL1Loss(differences.index(i).index(things), goals, { reduction: 'sum' });
      const classes = labels.newZeros([logits.shape[1] as number]);
      return [loss, classes.indexCopy(0, things, labels.indexSelect(0, which))] as const;
    });
    const boxLoss = torch.stack(each.map(([loss]) => loss)).sum();
    const classes = torch.stack(each.map(([, own]) => own));
    const all = Math.max(1, count);
    return { bboxRegression: boxLoss.div(all), classification: this.classLoss(logits, classes).div(all) };
  }

  /** The losses of the things, and of those of the background that are hardest. */
  private classLoss(logits: Tensor, classes: Tensor): Tensor {
    const { positiveFraction } = this.options;
    const flat = logits.view([-1, logits.shape.at(-1) as number]);
    const loss = nn.functional.crossEntropy(flat, classes.view([-1]), { reduction: 'none' }).view([...classes.shape]);
    const things = classes.gt(0);
    const wanted = things.sum(1, true).mul((1 - positiveFraction) / positiveFraction);
    const order = loss.detach().maskedFill(things, -Infinity).sort({ dim: 1, descending: true })[1];
    const hardest = order.sort({ dim: 1 })[1].lt(wanted);
    return loss.index(things).sum().add(loss.index(hardest).sum());
  }

  protected override detect({ clsLogits, bboxRegression }: HeadOutputs, anchors: Tensor, size: Size): Detection {
    const { scoreThresh, nmsThresh, detectionsPerImg, topkCandidates } = this.options;
    const boxes = clipBoxesToImage(this.boxCoder.decodeSingle(bboxRegression as Tensor, anchors), size);
    const chances = (clsLogits as Tensor).softmax(-1);
    const parts = Array.from({ length: (chances.shape[1] as number) - 1 }, (_, i) => {
      const all = chances.select(1, i + 1);
      const good = indicesOf(all.gt(scoreThresh));
      const [scores, order] = all.indexSelect(0, good).topk(Math.min(good.numel(), topkCandidates));
      const labels = torch.fullLike(scores, i + 1, { dtype: torch.int64 });
      return { boxes: boxes.indexSelect(0, good.indexSelect(0, order)), scores, labels };
    });
    return bestOf(parts, nmsThresh, detectionsPerImg);
  }
}

function headFor(
  backbone: nn.Module,
  anchors: DefaultBoxGenerator,
  size: readonly [number, number],
  numClasses: number,
): SSDHead {
  const channels = channelsOf(backbone, size);
  if (channels.length !== anchors.aspectRatios.length) {
    throw valueError(
      `The length of the output channels from the backbone (${channels.length}) do not match the length of the anchor ` +
        `generator aspect ratios (${anchors.aspectRatios.length}); the size is ${tupleText(size)}`,
    );
  }
  return new SSDHead(channels, anchors.numAnchorsPerLocation(), numClasses);
}

/** VGG-16 as far as its fourth stage, and further layers that make the picture ever smaller. */
class SSDFeatureExtractorVGG extends SnakeKeys {
  readonly scaleWeight: nn.Parameter;
  readonly features: nn.Sequential;
  readonly extra: nn.ModuleList;

  constructor(layers: readonly nn.Module[]) {
    super();
    const pools = layers.flatMap((layer, i) => (layer instanceof nn.MaxPool2d ? [i] : []));
    const [third, fourth] = pools.slice(2) as [number, number];
    const backbone = layers.map((layer, i) =>
      i === third ? new nn.MaxPool2d(2, { stride: 2, ceilMode: true }) : layer,
    );
    this.scaleWeight = new nn.Parameter(torch.ones([512]).mul(20));
    this.features = new nn.Sequential(...backbone.slice(0, fourth));
    const relu = (): nn.ReLU => new nn.ReLU({ inplace: true });
    const extra = EXTRA.map(([input, inside, output, options]) => {
      const second = (): nn.Conv2d => new nn.Conv2d(inside, output, 3, options);
      return new nn.Sequential(new nn.Conv2d(input, inside, 1), relu(), second(), relu());
    });
    extra.forEach(xavier);
    const fc = new nn.Sequential(
      new nn.MaxPool2d(3, { stride: 1, padding: 1 }),
      new nn.Conv2d(512, 1024, 3, { padding: 6, dilation: 6 }),
      relu(),
      new nn.Conv2d(1024, 1024, 1),
      relu(),
    );
    xavier(fc);
    this.extra = new nn.ModuleList([new nn.Sequential(...backbone.slice(fourth, -1), fc), ...extra]);
  }

  override forward(x: Tensor): Features {
    const early = this.features.forward(x);
    const maps = [this.scaleWeight.view([1, -1, 1, 1]).mul(nn.functional.normalize(early))];
    [...this.extra].reduce((value, block) => {
      maps.push(run(block, value));
      return maps.at(-1) as Tensor;
    }, early);
    return Object.fromEntries(maps.map((map, i) => [String(i), map]));
  }
}

/** Channels before, between and after the two convolutions, and the options of the second. */
const EXTRA = [
  [1024, 256, 512, { padding: 1, stride: 2 }],
  [512, 128, 256, { padding: 1, stride: 2 }],
  [256, 128, 256, {}],
  [256, 128, 256, {}],
] as const;

export interface SSDDetectorOptions extends SSDOptions, BackboneOptions {}

const recipe: Recipe<SSD, SSDDetectorOptions> = (given, trained = false) => {
  const { weights, count, rest } = separateBackbone('SSD', given, trained, [4, 5]);
  const layers = [...(vgg16({ weights }).features as nn.Sequential)];
  const stages = [0, ...layers.flatMap((layer, i) => (layer instanceof nn.MaxPool2d ? [i] : [])).slice(0, -1)];
  freeze(...layers.slice(0, count === 0 ? layers.length : stages[stages.length - count]));
  const anchors = new DefaultBoxGenerator([[2], [2, 3], [2, 3], [2, 3], [2], [2]], {
    scales: [0.07, 0.15, 0.33, 0.51, 0.69, 0.87, 1.05],
    steps: [8, 16, 32, 64, 100, 300],
  });
  const colours = { imageMean: [0.48235, 0.45882, 0.40784], imageStd: [1 / 255, 1 / 255, 1 / 255] };
  return new SSD(new SSDFeatureExtractorVGG(layers), anchors, [300, 300], { ...colours, ...rest });
};

/**
 * SSD on VGG-16, over pictures of 300 × 300.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.ssd300_vgg16.html
 * @example
 * // Other classes: a new head.
 * const model = vision.models.detection.ssd300Vgg16();
 * model.head = new vision.models.detection.SSDHead([512, 1024, 512, 256, 256, 256], [4, 6, 6, 6, 4, 4], 3);
 * const [found] = torch.noGrad(() => model.eval().forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.boxes.shape[1]; // 4
 */
export const ssd300Vgg16 = define('ssd300_vgg16', recipe, undefined, 91);
