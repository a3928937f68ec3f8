import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { type: 'minor' }) => void;

/** V8's `gc`, or a function that does nothing if the engine does not expose it. */
function findCollect(): Collect {
  try {
    // Only contexts made while the flag is set have `gc`: the program's own global object stays as it is.
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as Collect;
  } catch {
    return () => undefined;
  } finally {
    if ((globalThis as { gc?: unknown }).gc === undefined) setFlagsFromString('--no-expose-gc');
  }
}

let collect: Collect | undefined;

/**
 * Collects V8's young generation (some 0.3 ms). V8 decides by the size of its own heap, and by outside memory only in
 * time with its concurrent marking: on a busy machine a loop makes hundreds of megabytes of tensors meanwhile.
 */
export function collectYoung(): void {
  collect ??= findCollect();
  collect({ type: 'minor' });
}

/** Collects all generations: some milliseconds, and more where the heap is large. */
export function collectAll(): void {
  collect ??= findCollect();
  collect();
}
