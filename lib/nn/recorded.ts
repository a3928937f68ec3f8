/**
 * Whether a model is being recorded for torch.export. A graph has one way: forward must not look at elements then, and does
 * without what it would only do for speed, or to warn of bad values.
 */
let depth = 0;

/** @internal */
export const isRecorded = (): boolean => depth > 0;

/** Runs `body` while {@link isRecorded} holds. @internal */
export function whileRecorded<R>(body: () => R): R {
  depth++;
  try {
    return body();
  } finally {
    depth--;
  }
}
