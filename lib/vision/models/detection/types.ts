import type { Tensor } from '../../../index';

/** What is in a picture: what a detector learns from. */
export interface DetectionTarget {
  /** Float `[N, 4]`: left, top, right, bottom, in pixels of the picture. */
  readonly boxes: Tensor;
  /** int64 `[N]`: the class of each box; 0 is the background. */
  readonly labels: Tensor;
  /** uint8 `[N, H, W]`: where each thing is; for Mask R-CNN. */
  readonly masks?: Tensor;
  /** Float `[N, K, 3]`: column, row, and whether it is seen; for Keypoint R-CNN. */
  readonly keypoints?: Tensor;
}

/** What a detector finds in a picture, best first. */
export interface Detection {
  /** `[K, 4]`: left, top, right, bottom, in pixels of the picture. */
  readonly boxes: Tensor;
  /** int64 `[K]`. */
  readonly labels: Tensor;
  /** `[K]`, from 0 to 1. */
  readonly scores: Tensor;
  /** `[K, 1, H, W]`: the chance of each pixel, of Mask R-CNN. */
  readonly masks?: Tensor;
  /** `[K, points, 3]`: column, row, and 1, of Keypoint R-CNN. */
  readonly keypoints?: Tensor;
  /** `[K, points]`: the scores of the key points, of Keypoint R-CNN. */
  readonly keypointsScores?: Tensor;
}

/** Height and width. */
export type Size = readonly [height: number, width: number];

/** Pictures in one tensor, with their sizes before they were filled up. */
export interface ImageList {
  /** The pictures, `[N, C, H, W]`. */
  readonly tensors: Tensor;
  /** Height and width of each picture in it. */
  readonly imageSizes: readonly Size[];
}

/** Losses by their names. */
export type Losses = Record<string, Tensor>;

/** Feature maps by their names, the finest first. */
export type Features = Readonly<Record<string, Tensor>>;
