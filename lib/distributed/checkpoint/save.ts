import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import type { GroupOrNone } from '../../c10d/world';
import { Size } from '../../serialization/python-values';
import { isTensor } from '../../tensor/tensor';
import { markLike } from '../shards';
import { ranksOf, SAVE, writerOf } from './arguments';
import type { Metadata } from './metadata';
import type { StateDictLike } from './nested-dict';
import { METADATA, SAVE_PLAN, WRITE_RESULTS } from './plan-pickle';
import type { SavePlan, SavePlanner } from './planner';
import { type Ranks, allReduce, reduceScatter } from './ranks';
import { DefaultSavePlanner } from './save-planner';
import { isStateful } from './stateful';
import { runLater, runNow, type Step, type Steps, take } from './steps';
import type { StorageWriter, WriteResult } from './storage';

export interface SaveOptions {
  /** The folder; needed unless `storageWriter` has one. */
  readonly checkpointId?: string | URL | null;
  /** Where to write. @defaultValue a FileSystemWriter of `checkpointId` */
  readonly storageWriter?: StorageWriter | null;
  /** What to write. @defaultValue a DefaultSavePlanner */
  readonly planner?: SavePlanner | null;
  /** The ranks that write together. @defaultValue all */
  readonly processGroup?: GroupOrNone | null;
  /** Write as a single process, even where there is a group. @defaultValue false */
  readonly noDist?: boolean;
}

/** Values by name: tensors, dicts, lists, plain values, and objects with a state dict of their own. */
export type SavedState = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

/**
 * Writes a checkpoint together with the other ranks of the group, or as one process where there is no group. Nested dicts
 * and lists are taken apart; a part of a tensor ({@link markShard}, and the parameters of `fullyShard`) is written by the
 * rank that has it, anything else by one of those that have it. Blocks until the checkpoint is complete; see
 * {@link asyncSave}.
 *
 * Python's `torch.distributed.checkpoint.load` reads it, with another number of ranks too.
 *
 * @param stateDict - Values by name. Modules and optimizers, and whatever else has `stateDict` and `loadStateDict`, are
 *   asked for their state.
 * @param options - Where, what and with whom.
 * @returns What `.metadata` says, on every rank.
 * @throws CheckpointException on every rank if one of them failed.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.save
 * @example
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * distributed.checkpoint.save({ model, optimizer, epoch: 3 }, { checkpointId: 'run/epoch-3', noDist: true });
 */
export function save(stateDict: SavedState, options?: SaveOptions): Metadata;
export function save(...args: readonly unknown[]): Metadata {
  const { stateDict, ...options } = readArguments('distributed.checkpoint.save', SAVE, args);
  return runNow(saving(stateOf(stateDict), options));
}

/**
 * {@link save} off the thread. The tensors are copied before it returns, so training may go on at once; the values are
 * decided then, too. With other ranks, its messages use the group while they are sent: give a group of its own, of
 * `distributed.newGroup`, where training goes on over the same ranks.
 *
 * @returns A promise of what `.metadata` says.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.async_save
 * @example
 * const model = new nn.Linear(2, 1);
 * const saved = distributed.checkpoint.asyncSave({ model }, { checkpointId: 'run/last', noDist: true });
 * await saved;
 */
export function asyncSave(stateDict: SavedState, options?: SaveOptions): Promise<Metadata>;
export async function asyncSave(...args: readonly unknown[]): Promise<Metadata> {
  const { stateDict, ...options } = readArguments('distributed.checkpoint.asyncSave', SAVE, args);
  return runLater(saving(staged(stateOf(stateDict)), options));
}

type Given = { readonly [K in keyof SaveOptions]?: SaveOptions[K] | undefined };

function* saving(state: StateDictLike, options: Given): Steps<Metadata> {
  const ranks = ranksOf('save', options.processGroup ?? null, options.noDist ?? false);
  const writer = writerOf(options.storageWriter ?? null, options.checkpointId ?? null);
  return yield* saveStateDict(state, { ranks, writer, planner: options.planner ?? new DefaultSavePlanner() });
}

interface Saving {
  readonly ranks: Ranks;
  readonly writer: StorageWriter;
  readonly planner: SavePlanner;
}

function* saveStateDict(state: StateDictLike, { ranks, writer, planner }: Saving): Steps<Metadata> {
  const { isCoordinator, rank } = ranks;
  let metadata: Metadata | null = null;
  const plan = yield* reduceScatter(
    ranks,
    'plan',
    SAVE_PLAN,
    // eslint-disable-next-line require-yield -- a step like the others, but one that waits for nothing
    function* () {
      planner.setUpPlanner(state, writer.storageMeta(), isCoordinator);
      writer.setUpStorageWriter({ isCoordinator, rank });
      return writer.prepareLocalPlan(planner.createLocalPlan());
    },
    (given) => {
      const [plans, global] = planner.createGlobalPlan(given);
      metadata = global;
      return writer.prepareGlobalPlan(plans);
    },
  );
  return yield* allReduce(
    ranks,
    'write',
    [WRITE_RESULTS, METADATA],
    () => take(writing(writer, planner, plan)),
    (results) => writer.finish(metadata as Metadata, results),
  );
}

function writing(writer: StorageWriter, planner: SavePlanner, given: SavePlan): Step<readonly WriteResult[]> {
  const plan = planner.finishPlan(given);
  return {
    now: () => writer.writeData(plan, planner),
    later: async () => (writer.writeDataAsync ? writer.writeDataAsync(plan, planner) : writer.writeData(plan, planner)),
  };
}

/** The state dict with those of the objects in it that have one. */
function stateOf(stateDict: object): StateDictLike {
  const entries = entriesOf(stateDict).map(([key, value]): [string, unknown] => [String(key), stateIn(value)]);
  return new Map(entries);
}

function stateIn(value: unknown): unknown {
  return isStateful(value) ? value.stateDict() : value;
}

/** A copy of the tensors, and of the dicts and lists that hold them. */
function staged(state: StateDictLike): StateDictLike {
  return copyOf(state, 0) as StateDictLike;
}

function copyOf(value: unknown, depth: number): unknown {
  if (isTensor(value)) {
    return markLike(value.detach().cpu().clone().requiresGrad_(value.requiresGrad), value);
  }
  if (depth > 1000 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return copyContainer(value, depth);
}

function copyContainer(value: object, depth: number): unknown {
  if (Array.isArray(value)) {
    if (value instanceof Size) return value;
    const items = value.map((item) => copyOf(item, depth + 1));
    return Object.isFrozen(value) ? Object.freeze(items) : items;
  }
  if (!isMap(value) && !isPlainObject(value)) return value;
  const entries = entriesOf(value).map(([key, item]) => [key, copyOf(item, depth + 1)] as const);
  return isMap(value) ? new Map(entries) : Object.fromEntries(entries);
}
