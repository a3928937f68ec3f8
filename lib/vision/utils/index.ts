/** torchvision's `utils`: pictures side by side, in files, and with boxes and masks drawn on them. */
export type { Color } from './colors';
export { type DrawBoxesOptions, type DrawMasksOptions, drawBoundingBoxes, drawSegmentationMasks } from './draw';
export { type GridOptions, makeGrid } from './grid';
export { type SaveImageOptions, saveImage } from './save-image';
