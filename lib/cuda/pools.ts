/** Pools of a GPU's memory. */
import type { Synchronous } from '../arguments/synchronous';
import { any, bool } from '../arguments/fields';
import { readArguments, refuseSurplus, requireInstance, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { native } from '../native/binding';
import type { MemorySegment, PoolBox } from '../native/contract/cuda';
import { type CudaDeviceLike, deviceIndex } from './device';
import type { GraphPool } from './graphs';

/** The options of {@link MemPool}. */
export interface MemPoolOptions {
  /** Whether a tensor outside of the pool may lie in it where there is no other memory. @defaultValue false */
  readonly useOnOom?: boolean;
  /** Whether its segments are never split. @defaultValue false */
  readonly noSplit?: boolean;
}

const POOL = { useOnOom: bool(false), noSplit: bool(false) };

/**
 * A pool of a GPU's memory: tensors that are made in {@link useMemPool} lie in it, apart from all others. Python's `allocator`,
 * functions of C that get the memory, is not here.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.MemPool.html
 * @example
 * const pool = new torch.cuda.MemPool(); // needs 'cuda'
 * const kept = torch.cuda.useMemPool(pool, () => torch.ones([1000], { device: 'cuda' }));
 * pool.snapshot().length; // 1
 */
export class MemPool {
  readonly #box: PoolBox;

  constructor(...args: [options?: MemPoolOptions]) {
    const { useOnOom, noSplit } = readArguments('torch.cuda.MemPool', POOL, args);
    this.#box = native.newPool(useOnOom, noSplit);
  }

  /** @internal */
  static boxOf(pool: MemPool): PoolBox {
    return pool.#box;
  }

  /** Its two numbers, which `torch.cuda.graph` takes as `pool`. */
  get id(): GraphPool {
    return native.poolId(this.#box);
  }

  /** How many hold it: this object, and graphs and calls of {@link useMemPool} that use it. */
  useCount(...args: []): number {
    takesNothing('useCount', args);
    return native.poolUses(this.#box);
  }

  /** Its segments, as in `torch.cuda.memorySnapshot`. */
  snapshot(...args: []): readonly MemorySegment[] {
    takesNothing('snapshot', args);
    return native.cudaMemorySnapshot(this.id);
  }
}

/** The options of {@link useMemPool}. */
export interface UseMemPoolOptions {
  /** The GPU. @defaultValue null, which means the current one */
  readonly device?: CudaDeviceLike;
}

const USE = { device: any<CudaDeviceLike>() };

/**
 * Takes the GPU memory of new tensors from a pool while a synchronous function runs, or until the guard ends. It is so for the thread that
 * calls this: what other threads allocate, as those of backward, lies elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.use_mem_pool.html
 */
export function useMemPool(pool: MemPool, options?: UseMemPoolOptions): ModeGuard;
export function useMemPool<R>(pool: MemPool, body: () => Synchronous<R>, options?: UseMemPoolOptions): R;
export function useMemPool<R>(
  pool: MemPool,
  first?: UseMemPoolOptions | (() => R),
  second?: UseMemPoolOptions,
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('torch.cuda.useMemPool', 3, surplus);
  const box = MemPool.boxOf(requireInstance('torch.cuda.useMemPool', 'pool', MemPool, pool));
  const [body, options] = typeof first === 'function' ? [first, second] : [undefined, first];
  const { device } = readArguments('torch.cuda.useMemPool', USE, options ? [options] : []);
  const index = deviceIndex('useMemPool', [device]);
  native.beginPool(box, index);
  return during(
    'torch.cuda.useMemPool',
    guard(() => native.endPool(box, index)),
    body,
  );
}
