import { native } from '../native/binding';
import { sweepSignal } from '../native/codes';
import { collectAll, collectYoung } from '../native/collect';
import type { Handle } from '../native/contract';
import { watchIdle } from './idle';
import { refuseLater, requireSynchronous } from '../arguments/synchronous';

/** Tensors that share a weak reference, since one reference and one call are cheaper than many. */
const FAMILY_SIZE = 64;

const { nothing: NOTHING, collectAndSweep: COLLECT_AND_SWEEP, collectAll: COLLECT_ALL } = sweepSignal;

const SCOPE_ADVICE = 'Put a scope around each synchronous part, and dispose what lives between them.';

interface Accessors<T> {
  handleOrZero(tensor: T): Handle;
  takeHandle(tensor: T): Handle;
  /** Lets `tensor` keep `family` alive. */
  join(tensor: T, family: object): void;
  isTensor(value: unknown): value is T;
}

/** A frame with more places for tensors than this is not used for another scope. */
const SPARE_SIZE = 256;

/** A stack frame of `torch.scope`: the tensors made in it. One that has ended serves the next scope, which then makes no objects. */
class Frame<T> {
  parent: Frame<T> | null = null;
  /** The first `count` are the tensors; the other places are empty. */
  readonly made: (T | undefined)[] = [];
  count = 0;
}

/**
 * Decides when a handle ends. A tensor belongs to the innermost scope in which it was made. Outside of scopes it joins
 * the nursery. The tensors of the nursery enter the native table together, as a family; the table sweeps the handles of
 * collected wrappers. A family stays alive while one of its members does, since each member refers to the array of all.
 */
export class Lifetimes<T extends object> {
  readonly #signals = new Int32Array(native.signals());
  readonly #handles = new Int32Array(FAMILY_SIZE);
  readonly #kept = new WeakSet<T>();
  /** Null while a scope ends. */
  #ending: Int32Array | null = null;
  #anyKept = false;
  #nursery: T[] = [];
  #frame: Frame<T> | null = null;
  /** One that has ended. */
  #spare: Frame<T> | null = null;

  constructor(readonly accessors: Accessors<T>) {
    native.setSweeper(() => this.#settle());
  }

  /** Called once for every new tensor. */
  register(tensor: T): void {
    const frame = this.#frame;
    if (frame !== null) frame.made[frame.count++] = tensor;
    else this.#nurse(tensor);
  }

  #nurse(tensor: T): void {
    this.#nursery.push(tensor);
    if (this.#nursery.length === FAMILY_SIZE || this.#signals[0] !== NOTHING) this.#settle();
  }

  /** Removes a tensor from every scope. Only `dispose()` and garbage collection end it then. */
  keep(tensor: T): void {
    if (this.#frame === null) return;
    this.#kept.add(tensor);
    this.#anyKept = true;
  }

  sweep(full: boolean): number {
    this.#adoptNursery();
    return full ? this.#collectAll() : native.sweep();
  }

  /** Runs `body`. Tensors that it made and did not return are disposed after it. */
  run<R>(body: () => R): R {
    requireSynchronous('torch.scope', body, SCOPE_ADVICE);
    const frame = this.#spare ?? new Frame<T>();
    this.#spare = null;
    frame.parent = this.#frame;
    this.#frame = frame;
    let outcome: object | null = null;
    try {
      const result = body();
      if (typeof result === 'object' && result !== null) {
        refuseLater('torch.scope', result, SCOPE_ADVICE);
        outcome = result;
      }
      return result;
    } finally {
      this.#frame = frame.parent;
      this.#end(frame, outcome === null ? null : this.#tensorsIn(outcome));
    }
  }

  #end(frame: Frame<T>, survivors: Survivors<T> | null): void {
    if (frame.count > 0) this.#release(frame, survivors);
    frame.parent = null;
    frame.count = 0;
    if (frame.made.length <= SPARE_SIZE) this.#spare = frame;
    if (this.#frame === null) watchIdle();
    if (this.#signals[0] !== NOTHING) this.#settle();
  }

  #release({ made, count: all }: Frame<T>, survivors: Survivors<T> | null): void {
    const { takeHandle } = this.accessors;
    const handles = this.#takeEnding(all);
    let count = 0;
    for (let i = 0; i < all; i++) {
      const tensor = made[i] as T;
      made[i] = undefined;
      if (this.#outlives(tensor, survivors)) continue;
      const handle = takeHandle(tensor);
      if (handle !== 0) handles[count++] = handle;
    }
    if (count === 1) native.release(handles[0] as Handle);
    else native.releaseMany(handles, count);
    this.#ending = handles;
  }

  /** Whether a tensor of a scope that ends lives on; if so, it belongs to another one or to nobody now. */
  #outlives(tensor: T, survivors: Survivors<T> | null): boolean {
    if (survivors === null && !this.#anyKept) return false;
    if (this.accessors.handleOrZero(tensor) === 0) return false;
    if (survivors !== null && holds(survivors, tensor)) this.register(tensor);
    else if (this.#anyKept && this.#kept.has(tensor)) this.#nurse(tensor);
    else return false;
    return true;
  }

  /** Room for the handles that a scope releases. A hook that runs meanwhile may end a scope as well: it gets its own. */
  #takeEnding(length: number): Int32Array {
    const room = this.#ending;
    this.#ending = null;
    return room !== null && room.length >= length ? room : new Int32Array(Math.max(2 * length, FAMILY_SIZE));
  }

  #settle(): void {
    this.#adoptNursery();
    if (this.#signals[0] === NOTHING) return;
    watchIdle();
    if (this.#signals[0] === COLLECT_ALL) return void this.#collectAll();
    if (!native.collectedSinceSweep()) collectYoung();
    native.sweep();
    if (this.#signals[0] === COLLECT_AND_SWEEP) {
      collectYoung();
      native.sweep();
    }
    if (this.#signals[0] === COLLECT_ALL) this.#collectAll();
  }

  #collectAll(): number {
    const before = native.sweep();
    const edges = edgesThroughNative();
    collectAll();
    if (edges !== null) native.endCycles();
    const released = before + native.sweep();
    native.collectedAll();
    return released;
  }

  #adoptNursery(): void {
    const family = this.#nursery;
    if (family.length === 0) return;
    this.#nursery = [];
    const { handleOrZero, join } = this.accessors;
    let count = 0;
    for (const tensor of family) {
      this.#handles[count++] = handleOrZero(tensor);
      join(tensor, family);
    }
    native.adopt(this.#handles, count, family);
  }

  /** Tensors that a result holds, at any depth of arrays, plain objects, maps and sets. */
  #tensorsIn(result: object): Survivors<T> {
    const { isTensor } = this.accessors;
    if (isTensor(result)) return [result];
    if (Array.isArray(result) && result.length <= FEW && result.every(isTensor)) return result;
    const found = new Set<T>();
    const seen = new Set<object>();
    const pending: unknown[] = [result];
    while (pending.length) {
      const value = pending.pop();
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      if (this.accessors.isTensor(value)) found.add(value);
      // One by one: as arguments of a call, a long array would overflow the stack.
      else for (const child of children(value)) if (typeof child === 'object') pending.push(child);
    }
    return found;
  }
}

/** What survives a scope: a few tensors, or a set of them. */
type Survivors<T> = readonly T[] | ReadonlySet<T>;

/** Up to as many, looking through an array costs less than making a set. */
const FEW = 8;

function holds<T>(survivors: Survivors<T>, tensor: T): boolean {
  return Array.isArray(survivors) ? survivors.includes(tensor) : (survivors as ReadonlySet<T>).has(tensor);
}

/**
 * Shows V8 what native code keeps alive for each wrapper. While the result lives, only wrappers keep the functions on
 * their graphs alive.
 */
function edgesThroughNative(): WeakMap<object, unknown> | null {
  const found = native.beginCycles();
  if (found === null) return null;
  const [wrappers, kept] = found;
  const edges = new WeakMap<object, unknown>();
  // No closure: V8 compiles a hot one on another thread, which keeps what it closes over, here all wrappers, until it is done.
  for (let i = 0; i < wrappers.length; i++) edges.set(wrappers[i] as object, kept[i]);
  // Nor does it help anything else that still has the lists.
  wrappers.length = kept.length = 0;
  return edges;
}

function children(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value)) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (Array.isArray(value) || value instanceof Set) return value;
  return Object.values(value);
}
