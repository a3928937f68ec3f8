import { native } from './binding';
import { collectYoung } from './collect-young';
import type { Handle } from './native';

/** Wrappers whose handles are not yet tied to garbage collection: adopted together, as one call is cheaper. */
const NURSERY_SIZE = 512;

// Values of the table's first signal.
const NOTHING = 0;
const COLLECT_AND_SWEEP = 2;

interface Accessors<T> {
  handleOrZero(tensor: T): Handle;
  takeHandle(tensor: T): Handle;
  isTensor(value: unknown): value is T;
}

/** A stack frame of `torch.scope`: the tensors made in it. */
class Frame<T> {
  readonly made: T[] = [];
  constructor(readonly parent: Frame<T> | null) {}
}

/**
 * Who ends a handle. A tensor belongs to the innermost scope it was made in; outside of scopes it joins the nursery, and
 * from there the native table, which sweeps the handles of collected wrappers.
 */
export class Lifetimes<T extends object> {
  readonly #signals = new Int32Array(native.signals());
  readonly #kept = new WeakSet<T>();
  #nursery: T[] = [];
  #frame: Frame<T> | null = null;

  constructor(readonly accessors: Accessors<T>) {}

  /** Called once for every new tensor. */
  register(tensor: T): void {
    if (this.#frame !== null) {
      this.#frame.made.push(tensor);
      return;
    }
    this.#nursery.push(tensor);
    if (this.#nursery.length >= NURSERY_SIZE || this.#signals[0] !== NOTHING) this.#settle();
  }

  /** Takes a tensor out of every scope: only dispose and garbage collection end it now. */
  keep(tensor: T): void {
    if (this.#frame === null || this.#kept.has(tensor)) return;
    this.#kept.add(tensor);
  }

  sweep(): number {
    this.#adoptNursery();
    return native.sweep();
  }

  /** Runs `body`; what it made and did not return ends with it. */
  run<R>(body: () => R): R {
    const frame = (this.#frame = new Frame<T>(this.#frame));
    let result: R | undefined;
    try {
      result = body();
      if (isThenable(result)) throw new TypeError('torch.scope is synchronous: its function returned a promise');
      return result;
    } finally {
      this.#frame = frame.parent;
      this.#end(frame, isThenable(result) ? new Set() : this.#tensorsIn(result));
    }
  }

  #end(frame: Frame<T>, survivors: ReadonlySet<T>): void {
    const { handleOrZero, takeHandle } = this.accessors;
    const handles = new Int32Array(frame.made.length);
    let count = 0;
    for (const tensor of frame.made) {
      if (handleOrZero(tensor) === 0) continue;
      if (survivors.has(tensor)) this.register(tensor);
      else if (this.#kept.has(tensor)) this.#nursery.push(tensor);
      else handles[count++] = takeHandle(tensor);
    }
    native.releaseMany(handles, count);
    if (this.#nursery.length >= NURSERY_SIZE || this.#signals[0] !== NOTHING) this.#settle();
  }

  #settle(): void {
    this.#adoptNursery();
    if (this.#signals[0] === NOTHING) return;
    native.sweep();
    if (this.#signals[0] !== COLLECT_AND_SWEEP) return;
    collectYoung();
    native.sweep();
  }

  #adoptNursery(): void {
    const { handleOrZero } = this.accessors;
    const alive = this.#nursery.filter((tensor) => handleOrZero(tensor) !== 0);
    this.#nursery = [];
    if (alive.length) native.adopt(Int32Array.from(alive, handleOrZero), alive);
  }

  /** Tensors that a result holds, at any depth of arrays, plain objects, maps and sets. */
  #tensorsIn(result: unknown): ReadonlySet<T> {
    const found = new Set<T>();
    const seen = new Set<object>();
    const pending: unknown[] = [result];
    while (pending.length) {
      const value = pending.pop();
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      if (this.accessors.isTensor(value)) found.add(value);
      else pending.push(...children(value));
    }
    return found;
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

function children(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (Array.isArray(value) || value instanceof Set) return value;
  return Object.values(value);
}
