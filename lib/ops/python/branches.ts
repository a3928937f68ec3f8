import type { Tensor } from '../tensor-methods';

/** A choice between two functions by a tensor. */
export interface Choice {
  readonly pred: Tensor;
  readonly trueFn: (...operands: unknown[]) => unknown;
  readonly falseFn: (...operands: unknown[]) => unknown;
  readonly operands: readonly unknown[];
}

/** What makes such a choice while a model is recorded: both functions belong to a graph. @internal */
export type BranchRecorder = (choice: Choice) => unknown;

let recorder: BranchRecorder | null = null;

/** What records a choice now; null outside of a recording. @internal */
export const branchRecorder = (): BranchRecorder | null => recorder;

/** Runs `body`; a choice by a tensor goes to `by` meanwhile. @internal */
export function withBranchRecorder<R>(by: BranchRecorder, body: () => R): R {
  const before = recorder;
  recorder = by;
  try {
    return body();
  } finally {
    recorder = before;
  }
}
