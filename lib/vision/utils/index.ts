/** torchvision's `utils`: pictures side by side, in files, and with boxes, masks and key points drawn on them. */
export type { Color } from './colors';
export { type DrawBoxesOptions, drawBoundingBoxes } from './draw';
export { flowToImage } from './flow';
export { type GridOptions, makeGrid } from './grid';
export { type Connection, type DrawKeypointsOptions, drawKeypoints } from './keypoints';
export { type DrawMasksOptions, drawSegmentationMasks } from './masks';
export { type SaveImageOptions, saveImage } from './save-image';
