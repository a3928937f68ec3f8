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
  generalizedBoxIouLoss,
  sigmoidFocalLoss,
} from './losses';
export { RoIAlign, type RoIAlignOptions, roiAlign } from './roi-align';
