import { nn } from '../../../index';
import { Conv2dNormActivation, type NormLayer, batchNorm } from '../../ops/layers';
import { heFanOut } from '../initialize';
import { type Recipe, define } from '../registry';
import { frozenNorm, resnetPyramid, separateBackbone, withoutEps } from './backbones';
import {
  FasterRCNN,
  type FasterRCNNDetectorOptions,
  type FasterRCNNOptions,
  type FasterRCNNParts,
  secondParts,
} from './faster-rcnn';
import { readOldNames } from './old-names';
import { MultiScaleRoIAlign } from './roi-pool';

/**
 * Convolutions over the features of a box, for its mask.
 *
 * @example
 * const head = new vision.models.detection.MaskRCNNHeads(8, [16, 16], 1);
 * head.forward(torch.rand([2, 8, 14, 14])).shape; // [2, 16, 14, 14]
 */
export class MaskRCNNHeads extends nn.Sequential {
  constructor(inChannels: number, layers: readonly number[], dilation: number, normLayer: NormLayer | null = null) {
    super(
      ...layers.map((channels, i) => {
        const options = { kernelSize: 3, stride: 1, padding: dilation, dilation, normLayer };
        return new Conv2dNormActivation(layers[i - 1] ?? inChannels, channels, options);
      }),
    );
    for (const module of this.modules()) if (module instanceof nn.Conv2d) heFanOut(module);
    readOldNames(this, Object.fromEntries(layers.map((_, i) => [`mask_fcn${i + 1}`, `${i}.0`])));
  }
}

/**
 * The last layers of masks: a mask of each class. Put a new one in the place of `model.roiHeads.maskPredictor` for other
 * classes.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/mask_rcnn.py
 * @example
 * const predictor = new vision.models.detection.MaskRCNNPredictor(256, 256, 3);
 * predictor.forward(torch.ones([2, 256, 14, 14])).shape; // [2, 3, 28, 28]
 */
export class MaskRCNNPredictor extends nn.Sequential {
  constructor(inChannels: number, dimReduced: number, numClasses: number) {
    super({
      conv5_mask: new nn.ConvTranspose2d(inChannels, dimReduced, 2, { stride: 2 }),
      relu: new nn.ReLU({ inplace: true }),
      mask_fcn_logits: new nn.Conv2d(dimReduced, numClasses, 1),
    });
    for (const [name, weight] of this.namedParameters()) {
      if (name.includes('weight')) nn.init.kaimingNormal_(weight, { mode: 'fanOut', nonlinearity: 'relu' });
    }
  }
}

/** The parts of a Mask R-CNN that others take the place of. */
export interface MaskRCNNParts extends FasterRCNNParts {
  /** What looks at the features of a box for its mask. */
  readonly maskHead?: nn.Module;
}

/**
 * Faster R-CNN that also says which pixels belong to each thing: in training it needs `masks`, in evaluation it gives them.
 *
 * @throws TorchValueError for targets without masks in training, and as {@link FasterRCNN} does.
 * @see https://docs.pytorch.org/vision/stable/models/mask_rcnn.html
 * @example
 * const model = vision.models.detection.maskrcnnResnet50Fpn({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.masks!.shape.slice(1); // [1, 64, 48]
 */
export class MaskRCNN extends FasterRCNN {
  constructor(
    backbone: nn.Module & { readonly outChannels: number },
    options: FasterRCNNOptions = {},
    parts: MaskRCNNParts = {},
  ) {
    const { maskHead = new MaskRCNNHeads(backbone.outChannels, [256, 256, 256, 256], 1), ...rest } = parts;
    const predictor = new MaskRCNNPredictor(256, 256, options.numClasses ?? 91);
    super(backbone, options, rest);
    const pool = { featmapNames: ['0', '1', '2', '3'], outputSize: 14, samplingRatio: 2 };
    this.roiHeads.maskRoiPool = new MultiScaleRoIAlign(pool);
    this.roiHeads.maskHead = maskHead;
    this.roiHeads.maskPredictor = predictor;
  }
}

const onResnet: Recipe<MaskRCNN, FasterRCNNDetectorOptions> = (given, trained = false) => {
  const { weights, learned, count, rest } = separateBackbone('MaskRCNN', given, trained, [3, 5]);
  return new MaskRCNN(resnetPyramid({ weights, count, normLayer: learned ? frozenNorm : batchNorm }), rest);
};

const onResnetV2: Recipe<MaskRCNN, FasterRCNNDetectorOptions> = (given, trained = false) => {
  const { weights, count, rest } = separateBackbone('MaskRCNN', given, trained, [3, 5]);
  const backbone = resnetPyramid({ weights, count, normLayer: batchNorm, pyramidNorm: batchNorm });
  const parts = secondParts();
  const maskHead = new MaskRCNNHeads(backbone.outChannels, [256, 256, 256, 256], 1, batchNorm);
  return new MaskRCNN(backbone, rest, { ...parts, maskHead });
};

/**
 * Mask R-CNN on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.maskrcnn_resnet50_fpn.html
 * @example
 * // Other classes: new layers in the place of the last ones.
 * const model = vision.models.detection.maskrcnnResnet50Fpn();
 * model.roiHeads.boxPredictor = new vision.models.detection.FastRCNNPredictor(1024, 3);
 * model.roiHeads.maskPredictor = new vision.models.detection.MaskRCNNPredictor(256, 256, 3);
 */
export const maskrcnnResnet50Fpn = define('maskrcnn_resnet50_fpn', onResnet, withoutEps('maskrcnn_resnet50_fpn'), 91);
/**
 * Mask R-CNN on ResNet-50 with normalizations.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.maskrcnn_resnet50_fpn_v2.html
 * @example
 * const model = vision.models.detection.maskrcnnResnet50FpnV2({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.labels.numel() === found!.scores.numel(); // true
 */
export const maskrcnnResnet50FpnV2 = define('maskrcnn_resnet50_fpn_v2', onResnetV2, undefined, 91);
