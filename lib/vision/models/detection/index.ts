/** Models that find things in pictures: torchvision's `models.detection`. */
export { AnchorGenerator } from './anchors';
export {
  type DetectorOptions,
  FastRCNNConvFCHead,
  FastRCNNPredictor,
  FasterRCNN,
  type FasterRCNNOptions,
  type FasterRCNNParts,
  TwoMLPHead,
  fasterrcnnMobilenetV3Large320Fpn,
  fasterrcnnMobilenetV3LargeFpn,
  fasterrcnnResnet50Fpn,
  fasterrcnnResnet50FpnV2,
} from './faster-rcnn';
export {
  BackboneWithFPN,
  ExtraFPNBlock,
  FeaturePyramidNetwork,
  type FeaturePyramidOptions,
  LastLevelMaxPool,
} from './fpn';
export { GeneralizedRCNNTransform, type RCNNTransformOptions } from './rcnn-transform';
export { RoIHeads, type RoIHeadsOptions } from './roi-heads';
export { MultiScaleRoIAlign, type MultiScaleRoIAlignOptions } from './roi-pool';
export { RPNHead, type RPNOptions, RegionProposalNetwork } from './rpn';
export type { Detection, DetectionTarget, Features, ImageList, Losses, Size } from './types';
