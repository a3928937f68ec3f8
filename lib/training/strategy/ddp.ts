import { getWorldSize, initProcessGroup, isInitialized, newGroup, ProcessGroup, type Store } from '../../c10d/index';
import { groupFacts } from '../../c10d/process-group';
import { defaultGroup } from '../../c10d/world';
import { bool, nullable, str } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import { runtimeError } from '../../errors';
import { type Module, parallel } from '../../nn/index';
import type { Optimizer } from '../../optim/index';
import { deviceCount, isAvailable, setDevice } from '../../cuda/device';
import type { Batches } from '../batch';
import { positive } from '../settings-fields';
import { averageGradients, gather, shareBuffers, sum, sumNow } from './exchange';
import { tellFailure } from './failure';
import { shardLoader } from './shard-loader';
import type { Purpose, Strategy } from './strategy';

/** Options of {@link DDPStrategy}; those of the model's wrapper are Python's. */
export interface DDPStrategyOptions {
  /** Look for parameters that a forward pass has not used. @defaultValue false */
  readonly findUnusedParameters?: boolean;
  /** The most of a bucket of gradients, in MiB. */
  readonly bucketCapMb?: number | null;
  /** Gradients are views of the buckets, which saves their memory. @defaultValue false */
  readonly gradientAsBucketView?: boolean;
  /** Promises that each step has the same graph. @defaultValue false */
  readonly staticGraph?: boolean;
  /** Rank 0 gives its buffers to all before each forward pass. @defaultValue true */
  readonly forwardSyncBuffers?: boolean;
  /** Give each rank its share of the loaders. With `false` they are shared out already. @defaultValue true */
  readonly shardLoaders?: boolean;
  /** For `initProcessGroup`, where the program has not called it. */
  readonly backend?: string | null;
  /** How long a rank waits for the others, in seconds; by default as in the group of all ranks. */
  readonly timeout?: number | null;
}

const OPTIONS = {
  findUnusedParameters: bool(false),
  bucketCapMb: nullable(positive()),
  gradientAsBucketView: bool(false),
  staticGraph: bool(false),
  forwardSyncBuffers: bool(true),
  shardLoaders: bool(true),
  backend: nullable(str()),
  timeout: nullable(positive()),
};

/** What belongs to the group of one strategy. */
interface Joined {
  readonly group: ProcessGroup;
  readonly store: Store;
  /** Where a rank that fails leaves its note. */
  readonly key: string;
}

/**
 * Trains on several processes, each with a replica of the model and its share of the data: `nn.parallel.DistributedDataParallel`
 * around the model, and the rest of a run agreed on by all ranks.
 *
 * Before the first run it joins the group of all ranks (`initProcessGroup`), unless the program has done so, and makes a group of
 * its own. A rank that fails ends that group, so that the run ends on all ranks with its error.
 *
 * @example
 * // npx libtorch-node run --nproc-per-node 2 train.js
 * const trainer = new training.Trainer({ model, loss, optimizer, strategy: new training.DDPStrategy({ bucketCapMb: 50 }) });
 */
export class DDPStrategy implements Strategy {
  readonly name = 'ddp';
  readonly options: Readonly<ReturnType<typeof optionsOf>>;
  #joined: Joined | null = null;
  #wrapped: parallel.DistributedDataParallel | null = null;
  #called = false;
  /** The order of gradients of the run that goes on here. */
  #bucketOrder: readonly number[] | null = null;

  constructor(options: DDPStrategyOptions = {}, ...surplus: []) {
    refuseSurplus('DDPStrategy', 1, surplus);
    this.options = optionsOf(options);
  }

  get rank(): number {
    return this.#group.rank();
  }

  get size(): number {
    return this.#group.size();
  }

  get called(): boolean {
    return this.#called;
  }

  get #group(): ProcessGroup {
    if (this.#joined) return this.#joined.group;
    throw runtimeError('DDPStrategy: the ranks are known when a run has begun');
  }

  async setUp(): Promise<void> {
    if (this.#joined && !this.#joined.group.destroyed) return;
    const { backend, timeout } = this.options;
    if (!isInitialized()) await initProcessGroup(backend, { timeout });
    takeOwnGpu();
    const facts = groupFacts(defaultGroup());
    // Numbers travel as tensors of the CPU, whatever carries the gradients.
    const both = facts.backend === 'nccl' ? 'cpu:gloo,cuda:nccl' : null;
    const group = await newGroup({ timeout, backend: both, groupDesc: 'trainer' });
    if (!(group instanceof ProcessGroup)) throw runtimeError('DDPStrategy: this rank is not in the group of all ranks');
    this.#joined = { group, store: facts.store, key: `libtorch-node/trainer/${group.name}` };
    this.#wrapped = null;
  }

  wrap(model: Module): Module {
    if (this.#wrapped?.module === model) return this.#wrapped;
    const { findUnusedParameters, gradientAsBucketView, staticGraph, forwardSyncBuffers, bucketCapMb } = this.options;
    const wrapped = new parallel.DistributedDataParallel(model, {
      ...{ findUnusedParameters, gradientAsBucketView, staticGraph, forwardSyncBuffers, processGroup: this.#group },
      ...(bucketCapMb === null ? {} : { bucketCapMb }),
    });
    if (this.#bucketOrder) wrapped.useBucketOrder(this.#bucketOrder);
    this.#bucketOrder = null;
    this.#called = false;
    const once = wrapped.registerForwardPreHook(() => {
      this.#called = true;
      once.remove();
    });
    this.#wrapped = wrapped;
    return wrapped;
  }

  shard<B>(loader: Batches<B>, purpose: Purpose, seed: number): { loader: Batches<B>; warning: string | null } {
    if (!this.options.shardLoaders) return { loader, warning: null };
    return shardLoader(loader, { numReplicas: this.size, rank: this.rank }, purpose, seed);
  }

  alone<R>(body: () => R): R {
    return this.#wrapped ? this.#wrapped.noSync(body) : body();
  }

  averageGradients(optimizer: Optimizer): Promise<void> {
    return averageGradients(this.#group, optimizer);
  }

  shareBuffers(model: Module): Promise<void> {
    return shareBuffers(this.#group, model);
  }

  sum(values: readonly number[]): Promise<number[]> {
    return sum(this.#group, values);
  }

  sumNow(value: number): number {
    return sumNow(this.#group, value);
  }

  gather<T>(value: T): Promise<T[]> {
    return gather(this.#group, value);
  }

  /** Where in a bucket a gradient lies decides in which order the ranks' numbers are added. */
  async state(): Promise<unknown> {
    return { bucketOrder: (await this.#wrapped?.bucketOrder()) ?? null };
  }

  restore(state: unknown): void {
    const order = (state as { readonly bucketOrder?: unknown } | null)?.bucketOrder;
    this.#bucketOrder = isPermutation(order) ? order : null;
  }

  async fail(error: unknown): Promise<unknown> {
    const joined = this.#joined;
    if (!joined || joined.group.destroyed) return error;
    return tellFailure(joined.store, joined.key, joined.group, error);
  }
}

function optionsOf(options: DDPStrategyOptions) {
  return readOptions('DDPStrategy', OPTIONS, options);
}

/** Whether it is a list of the numbers from 0, each once: a checkpoint may say anything. */
function isPermutation(order: unknown): order is readonly number[] {
  if (!Array.isArray(order)) return false;
  const seen = new Set<unknown>(order);
  return seen.size === order.length && order.every((_, i) => seen.has(i));
}

/** A rank works on the GPU of its own number: `cuda` without a number means that one. */
function takeOwnGpu(): void {
  const local = process.env['LOCAL_RANK'];
  if (isAvailable() && local !== undefined && Number(local) < deviceCount()) setDevice(Number(local));
}

/** Whether a starter of ranks has started this process, or the program has joined a group: of more than one rank. */
export function isDistributed(): boolean {
  if (isInitialized()) return getWorldSize() > 1;
  const { RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT } = process.env;
  return Boolean(RANK && MASTER_ADDR && MASTER_PORT) && Number(WORLD_SIZE) > 1;
}

/** The number of this process before a run has begun; 0 for one process. @internal */
export function rankHere(): number {
  if (isInitialized()) return groupFacts(defaultGroup()).rank;
  return isDistributed() ? Number(process.env['RANK']) : 0;
}

limitArguments([DDPStrategy], {
  ...{ setUp: 0, wrap: 1, shard: 3, alone: 1, averageGradients: 1 },
  ...{ state: 0, restore: 1, shareBuffers: 1, sum: 1, sumNow: 1, gather: 1, fail: 1 },
});
