/** What the `vmap` of a custom function learns about the batch. */
export interface VmapInfo {
  /** The size of the mapped dimension. */
  readonly batchSize: number;
  /** What operators that draw random numbers do. */
  readonly randomness: 'error' | 'same' | 'different';
}

/** Where the mapped dimension is in the output, or in each output of an array; null where there is none. */
export type OutDims = number | null | readonly (number | null)[];
