/** Models that find things in pictures: torchvision's `models.detection`. */
export { AnchorGenerator } from './anchors';
export type { BackboneOptions } from './backbones';
export { type DefaultBoxOptions, DefaultBoxGenerator } from './default-boxes';
export type { DetectorOptions, ShapedDetectorOptions } from './detector-options';
export {
  FastRCNNConvFCHead,
  FastRCNNPredictor,
  FasterRCNN,
  type FasterRCNNDetectorOptions,
  type FasterRCNNOptions,
  type FasterRCNNParts,
  TwoMLPHead,
  fasterrcnnMobilenetV3Large320Fpn,
  fasterrcnnMobilenetV3LargeFpn,
  fasterrcnnResnet50Fpn,
  fasterrcnnResnet50FpnV2,
} from './faster-rcnn';
export {
  FCOS,
  FCOSClassificationHead,
  type FCOSDetectorOptions,
  FCOSHead,
  type FCOSOptions,
  type FCOSParts,
  FCOSRegressionHead,
  fcosResnet50Fpn,
} from './fcos';
export {
  BackboneWithFPN,
  ExtraFPNBlock,
  FeaturePyramidNetwork,
  type FeaturePyramidOptions,
  LastLevelMaxPool,
  LastLevelP6P7,
} from './fpn';
export {
  type KeypointDetectorOptions,
  KeypointRCNN,
  KeypointRCNNHeads,
  type KeypointRCNNOptions,
  KeypointRCNNPredictor,
  keypointrcnnResnet50Fpn,
} from './keypoint-rcnn';
export {
  MaskRCNN,
  MaskRCNNHeads,
  type MaskRCNNParts,
  MaskRCNNPredictor,
  maskrcnnResnet50Fpn,
  maskrcnnResnet50FpnV2,
} from './mask-rcnn';
export { type HeadOutputs, OneStageDetector } from './one-stage';
export { GeneralizedRCNNTransform, type RCNNTransformOptions } from './rcnn-transform';
export {
  RetinaNet,
  RetinaNetClassificationHead,
  type RetinaNetDetectorOptions,
  RetinaNetHead,
  type RetinaNetOptions,
  type RetinaNetParts,
  RetinaNetRegressionHead,
  retinanetResnet50Fpn,
  retinanetResnet50FpnV2,
} from './retinanet';
export { RoIHeads, type RoIHeadsOptions } from './roi-heads';
export { MultiScaleRoIAlign, type MultiScaleRoIAlignOptions } from './roi-pool';
export { RPNHead, type RPNOptions, RegionProposalNetwork } from './rpn';
export {
  SSD,
  SSDClassificationHead,
  type SSDDetectorOptions,
  SSDHead,
  SSDHeads,
  type SSDOptions,
  type SSDParts,
  SSDRegressionHead,
  SSDScoringHead,
  ssd300Vgg16,
} from './ssd';
export { SSDLiteHead, ssdlite320MobilenetV3Large } from './ssdlite';
export type { Detection, DetectionTarget, Features, ImageList, Losses, Size } from './types';
