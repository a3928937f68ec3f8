/** torchvision's `transforms.v2.functional`: the transforms as functions, without chance. */
export { type AffineOptions, type RotateOptions, affine, rotate } from './affine';
export {
  type ClampOptions,
  type ConvertFormatOptions,
  clampBoundingBoxes,
  convertBoundingBoxFormat,
} from './box-formats';
export {
  adjustBrightness,
  adjustContrast,
  adjustGamma,
  adjustHue,
  adjustSaturation,
  grayscaleToRgb,
  rgbToGrayscale,
} from './color';
export { type CropOptions, type ResizedCropOptions, centerCrop, crop, resizedCrop } from './crop';
export { type ToDtypeOptions, convertImageDtype, toDtype } from './dtype';
export { type ElasticOptions, elastic } from './elastic';
export {
  type GaussianBlurOptions,
  type GaussianNoiseOptions,
  type NormalizeOptions,
  erase,
  gaussianBlur,
  gaussianNoise,
  normalize,
} from './filter';
export { fiveCrop, tenCrop } from './several-crops';
export { horizontalFlip, verticalFlip } from './flip';
export { type PadOptions, pad } from './pad';
export { type Corners, type PerspectiveOptions, perspective } from './perspective';
export { type ResizeOptions, resize } from './resize';
export { type SanitizeOptions, sanitizeBoundingBoxes } from './sanitize';
export { getDimensions, getNumChannels, getSize } from './size';
export { type RawPixels, toImage } from './to-image';
export { adjustSharpness, autocontrast, equalize, invert, permuteChannels, posterize, solarize } from './tone';
