/** torchvision's `transforms.v2`: what is done to pictures, masks and boxes before a model sees them. */
export * as functional from './functional/index';
export {
  AugMix,
  type AugMixOptions,
  type AugmentOptions,
  AutoAugment,
  type AutoAugmentOptions,
  AutoAugmentPolicy,
  RandAugment,
  type RandAugmentOptions,
  TrivialAugmentWide,
  type TrivialAugmentOptions,
} from './augment';
export {
  ClampBoundingBoxes,
  type ClampBoundingBoxesOptions,
  ConvertBoundingBoxFormat,
  type FormatOptions,
  RandomIoUCrop,
  type RandomIoUCropOptions,
  SanitizeBoundingBoxes,
  type SanitizeBoundingBoxesOptions,
  SetClampingMode,
} from './boxes';
export {
  ColorJitter,
  type ColorJitterOptions,
  Grayscale,
  type GrayscaleOptions,
  RGB,
  RandomChannelPermutation,
  RandomGrayscale,
  RandomPhotometricDistort,
  type RandomPhotometricDistortOptions,
} from './colors';
export {
  Compose,
  RandomApply,
  type RandomApplyOptions,
  RandomChoice,
  type RandomChoiceOptions,
  RandomOrder,
  type TransformsOptions,
} from './containers';
export {
  CenterCrop,
  FiveCrop,
  RandomCrop,
  type RandomCropOptions,
  RandomResizedCrop,
  type RandomResizedCropOptions,
  TenCrop,
  type TenCropOptions,
} from './crops';
export { ConvertImageDtype, type DTypeByKind, ToDtype, type ToDtypeTransformOptions } from './dtypes';
export { RandomErasing, type RandomErasingOptions } from './erasing';
export { RandomHorizontalFlip, RandomVerticalFlip } from './flips';
export { type Interpolation, InterpolationMode } from './functional/interpolation';
export {
  ElasticTransform,
  type ElasticTransformOptions,
  RandomAffine,
  type RandomAffineOptions,
  RandomPerspective,
  type RandomPerspectiveOptions,
  RandomRotation,
  type RandomRotationOptions,
} from './geometry';
export type { LabelsGetter } from './labels';
export {
  GaussianBlur,
  type GaussianBlurTransformOptions,
  GaussianNoise,
  type GaussianNoiseTransformOptions,
  Identity,
  Lambda,
  LinearTransformation,
  type LinearTransformationOptions,
  Normalize,
  type NormalizeTransformOptions,
  ToImage,
  ToPureTensor,
} from './misc';
export { CutMix, type MixOptions, MixUp } from './mix';
export type { FillOptions, InterpolationOptions, PadModeOptions, ProbabilityOptions, SizeOptions } from './options';
export { Pad, type PadTransformOptions, RandomZoomOut, type RandomZoomOutOptions } from './pads';
export {
  RandomResize,
  type RandomResizeOptions,
  RandomShortestSize,
  type RandomShortestSizeOptions,
  Resize,
  type ResizeTransformOptions,
  ScaleJitter,
  type ScaleJitterOptions,
} from './resizes';
export {
  RandomAdjustSharpness,
  type RandomAdjustSharpnessOptions,
  RandomAutocontrast,
  RandomEqualize,
  RandomInvert,
  RandomPosterize,
  type RandomPosterizeOptions,
  RandomSolarize,
  type RandomSolarizeOptions,
} from './tones';
export { type Outcome, type Params, type Shown, Transform } from './transform';
export type { Callable, Fill, FillByKind, NumberOrList, PaddingMode } from './types';
