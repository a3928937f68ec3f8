import { int } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { nn, type Tensor } from '../../../index';
import { batchNorm } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { heFanOut } from '../initialize';
import { type Recipe, define } from '../registry';
import { type BackboneOptions, frozenNorm, resnetPyramid, separateBackbone, withoutEps } from './backbones';
import { FasterRCNN, type FasterRCNNOptions, type FasterRCNNParts } from './faster-rcnn';
import { MultiScaleRoIAlign } from './roi-pool';

/**
 * Convolutions over the features of a box, for its key points.
 *
 * @example
 * const head = new vision.models.detection.KeypointRCNNHeads(8, [16, 16]);
 * head.forward(torch.rand([2, 8, 14, 14])).shape; // [2, 16, 14, 14]
 */
export class KeypointRCNNHeads extends nn.Sequential {
  constructor(inChannels: number, layers: readonly number[]) {
    super(
      ...layers.flatMap((channels, i) => [
        new nn.Conv2d(layers[i - 1] ?? inChannels, channels, 3, { stride: 1, padding: 1 }),
        new nn.ReLU({ inplace: true }),
      ]),
    );
    for (const layer of this) if (layer instanceof nn.Conv2d) heFanOut(layer);
  }
}

/**
 * The last layers of key points: a map of each point. Put a new one in the place of `model.roiHeads.keypointPredictor` for
 * other points.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/keypoint_rcnn.py
 * @example
 * const predictor = new vision.models.detection.KeypointRCNNPredictor(512, 5);
 * predictor.forward(torch.ones([2, 512, 14, 14])).shape; // [2, 5, 56, 56]
 */
export class KeypointRCNNPredictor extends SnakeKeys {
  readonly kpsScoreLowres: nn.ConvTranspose2d;

  constructor(inChannels: number, numKeypoints: number) {
    super();
    this.kpsScoreLowres = new nn.ConvTranspose2d(inChannels, numKeypoints, 4, { stride: 2, padding: 1 });
    nn.init.kaimingNormal_(this.kpsScoreLowres.weight, { mode: 'fanOut', nonlinearity: 'relu' });
    if (this.kpsScoreLowres.bias) nn.init.zeros_(this.kpsScoreLowres.bias);
  }

  override forward(x: Tensor): Tensor {
    const options = { scaleFactor: 2, mode: 'bilinear', alignCorners: false, recomputeScaleFactor: false } as const;
    return nn.functional.interpolate(this.kpsScoreLowres.forward(x), options);
  }
}

export interface KeypointRCNNOptions extends FasterRCNNOptions {
  /** The number of key points of a thing. @defaultValue 17 */
  readonly numKeypoints?: number;
}

const OWN = { numClasses: int(2), numKeypoints: int(17) };
const SHORTER_SIDES = [640, 672, 704, 736, 768, 800];

/**
 * Faster R-CNN that also says where points of each thing are, such as joints of people: in training it needs `keypoints`,
 * in evaluation it gives them. Unlike for Faster R-CNN, there are 2 classes by default, and the shorter side has one of
 * several lengths.
 *
 * @throws TorchValueError for targets without key points in training, and as {@link FasterRCNN} does.
 * @see https://docs.pytorch.org/vision/stable/models/keypoint_rcnn.html
 * @example
 * const model = vision.models.detection.keypointrcnnResnet50Fpn({ numKeypoints: 5, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.keypoints!.shape.slice(1); // [5, 3]
 */
export class KeypointRCNN extends FasterRCNN {
  constructor(
    backbone: nn.Module & { readonly outChannels: number },
    { numKeypoints: points, numClasses: classes, minSize = SHORTER_SIDES, ...options }: KeypointRCNNOptions = {},
    parts: FasterRCNNParts = {},
  ) {
    const given = { numClasses: classes, numKeypoints: points };
    const { numClasses, numKeypoints } = readOptions('KeypointRCNN', OWN, given);
    const head = new KeypointRCNNHeads(
      backbone.outChannels,
      Array.from({ length: 8 }, () => 512),
    );
    const predictor = new KeypointRCNNPredictor(512, numKeypoints);
    super(backbone, { minSize, numClasses, ...options }, parts);
    const pool = { featmapNames: ['0', '1', '2', '3'], outputSize: 14, samplingRatio: 2 };
    this.roiHeads.keypointRoiPool = new MultiScaleRoIAlign(pool);
    this.roiHeads.keypointHead = head;
    this.roiHeads.keypointPredictor = predictor;
  }
}

export interface KeypointDetectorOptions extends KeypointRCNNOptions, BackboneOptions {}

const recipe: Recipe<KeypointRCNN, KeypointDetectorOptions> = (given, trained = false) => {
  const { weights, learned, count, rest } = separateBackbone('KeypointRCNN', given, trained, [3, 5]);
  return new KeypointRCNN(resnetPyramid({ weights, count, normLayer: learned ? frozenNorm : batchNorm }), rest);
};

/**
 * Keypoint R-CNN on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.keypointrcnn_resnet50_fpn.html
 * @example
 * // Five points of each thing, in place of seventeen.
 * const model = vision.models.detection.keypointrcnnResnet50Fpn();
 * model.roiHeads.keypointPredictor = new vision.models.detection.KeypointRCNNPredictor(512, 5);
 */
export const keypointrcnnResnet50Fpn = define(
  'keypointrcnn_resnet50_fpn',
  recipe,
  withoutEps('keypointrcnn_resnet50_fpn'),
  2,
);
