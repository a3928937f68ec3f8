import type { Tensor } from '../../../index';

/** What is in a picture: what a detector learns from. */
export interface DetectionTarget {
  /** Float `[N, 4]`: left, top, right, bottom, in pixels of the picture. */
  readonly boxes: Tensor;
  /** int64 `[N]`: the class of each box; 0 is the background. */
  readonly labels: Tensor;
}

/** What a detector finds in a picture, best first. */
export interface Detection {
  /** `[K, 4]`: left, top, right, bottom, in pixels of the picture. */
  readonly boxes: Tensor;
  /** int64 `[K]`. */
  readonly labels: Tensor;
  /** `[K]`, from 0 to 1. */
  readonly scores: Tensor;
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
