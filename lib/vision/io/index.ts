/** Pictures from files: torchvision's `io`, through the package `sharp`. */
export { type ImageMode, type ReadImageOptions, decodeImage, readImage } from './read-image';
