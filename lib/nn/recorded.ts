/**
 * Whether a model is being recorded for torch.export, and which of its modules are being called. A graph has one way: forward must
 * not look at elements then, and does without what it would only do for speed, or to warn of bad values.
 */
let depth = 0;

/** @internal */
export const isRecorded = (): boolean => depth > 0;

/** What is told which modules are called. @internal */
export interface CallObserver {
  enter(module: object): void;
  leave(module: object): void;
}

let observer: CallObserver | null = null;

/** Runs `body` while {@link isRecorded} holds. @internal */
export function whileRecorded<R>(body: () => R, watching: CallObserver): R {
  const before = observer;
  observer = watching;
  depth++;
  try {
    return body();
  } finally {
    depth--;
    observer = before;
  }
}

/** Runs the forward of a module that is recorded. @internal */
export function callRecorded<R>(module: object, body: () => R): R {
  const told = observer;
  told?.enter(module);
  try {
    return body();
  } finally {
    told?.leave(module);
  }
}
