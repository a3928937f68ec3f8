/** The options of distances. */

export interface CosineSimilarityOptions {
  /** The dimension along which vectors lie. @defaultValue 1 */
  readonly dim?: number | undefined;
  /** The least norm to divide by. @defaultValue 1e-8 */
  readonly eps?: number | undefined;
}

export interface NormDegreeOptions {
  /** The power of the norm: 2 is the Euclidean distance. @defaultValue 2 */
  readonly p?: number | undefined;
}

export interface PairwiseDistanceOptions extends NormDegreeOptions {
  /** Added to each difference, so that no distance is 0. @defaultValue 1e-6 */
  readonly eps?: number | undefined;
  /** Keep the reduced dimension with size 1. @defaultValue false */
  readonly keepdim?: boolean | undefined;
}

export interface NormalizeOptions extends NormDegreeOptions {
  /** The dimension along which vectors get norm 1. @defaultValue 1 */
  readonly dim?: number | undefined;
  /** The least norm to divide by. @defaultValue 1e-12 */
  readonly eps?: number | undefined;
}
