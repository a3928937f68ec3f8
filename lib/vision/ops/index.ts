/** torchvision's operators and blocks. */
export {
  type ActivationLayer,
  Conv2dNormActivation,
  type ConvNormActivationOptions,
  FrozenBatchNorm2d,
  MLP,
  type MLPOptions,
  type NormLayer,
  Permute,
  SqueezeExcitation,
  type SqueezeExcitationOptions,
} from './layers';
export {
  DropBlock2d,
  DropBlock3d,
  type DropBlockLayerOptions,
  type DropBlockOptions,
  dropBlock2d,
  dropBlock3d,
} from './drop-block';
export { StochasticDepth, type StochasticDepthMode, stochasticDepth } from './stochastic-depth';
export {
  type BoxFormat,
  batchedNms,
  boxArea,
  boxConvert,
  boxIou,
  clipBoxesToImage,
  completeBoxIou,
  distanceBoxIou,
  generalizedBoxIou,
  masksToBoxes,
  nms,
  removeSmallBoxes,
} from './boxes';
export {
  type BoxLossOptions,
  type FocalLossOptions,
  type Reduction,
  completeBoxIouLoss,
  distanceBoxIouLoss,
  generalizedBoxIouLoss,
  sigmoidFocalLoss,
} from './losses';
export { DeformConv2d, type DeformConv2dLayerOptions, type DeformConv2dOptions, deformConv2d } from './deform-conv';
export { PSRoIAlign, type PSRoIAlignOptions, RoIAlign, type RoIAlignOptions, psRoiAlign, roiAlign } from './roi-align';
export { PSRoIPool, RoIPool, type RoIPoolOptions, psRoiPool, roiPool } from './roi-pool';
