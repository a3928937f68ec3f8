import { entriesOf, isMap } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import type { GroupOrNone } from '../../c10d/world';
import { Optimizer } from '../../optim/optimizer';
import { LOAD, ranksOf, readerOf } from './arguments';
import { FileSystemReader } from './filesystem-reader';
import { requireFiles } from './folder';
import { DefaultLoadPlanner, EmptyStateDictLoadPlanner } from './load-planner';
import type { Metadata } from './metadata';
import { asObjects } from './nested-dict';
import { LOAD_PLAN, NOTHING } from './plan-pickle';
import type { LoadPlan, LoadPlanner } from './planner';
import { allDone, type Ranks, reduceScatter, SOLO } from './ranks';
import { initialize } from './optimizer-state';
import { isStateful, type Stateful } from './stateful';
import { runLater, runNow, type Step, type Steps, take } from './steps';
import type { StorageReader } from './storage';

export interface LoadOptions {
  /** The folder; needed unless `storageReader` has one. */
  readonly checkpointId?: string | URL | null;
  /** Where to read. @defaultValue a FileSystemReader of `checkpointId` */
  readonly storageReader?: StorageReader | null;
  /** What to read. @defaultValue a DefaultLoadPlanner */
  readonly planner?: LoadPlanner | null;
  /** The ranks that read together. @defaultValue all */
  readonly processGroup?: GroupOrNone | null;
  /** Read as a single process, even where there is a group. @defaultValue false */
  readonly noDist?: boolean;
}

/** Values by name, into which a checkpoint is read. */
export type LoadedState = Record<string, unknown> | Map<string, unknown>;

/**
 * Reads a checkpoint of {@link save}, or of Python's, into a state dict: tensors are filled in place, other values are
 * replaced, and objects with a state dict of their own get theirs. Each rank reads what it needs; a tensor that was
 * written in parts by three ranks is read by two or by one.
 *
 * Nothing that the files say is run, and a name that is not the format's is an error.
 *
 * @param stateDict - Values by name, as they were saved; tensors with their shapes.
 * @param options - Where, what and with whom.
 * @throws CheckpointException on every rank if one of them failed: a name that the checkpoint does not have, another
 *   shape, a file that is missing, cut off or damaged.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.load
 * @example
 * const model = new nn.Linear(2, 1);
 * distributed.checkpoint.save({ model, epoch: 3 }, { checkpointId: 'run/epoch-3', noDist: true });
 * const state = { model, epoch: 0 };
 * distributed.checkpoint.load(state, { checkpointId: 'run/epoch-3', noDist: true });
 * state.epoch; // 3
 */
export function load(stateDict: LoadedState, options?: LoadOptions): void;
export function load(...args: readonly unknown[]): void {
  const { stateDict, ...options } = readArguments('distributed.checkpoint.load', LOAD, args);
  runNow(loading(stateDict as LoadedState, options));
}

/**
 * {@link load} off the thread: the event loop lives while files are read and other ranks are waited for.
 *
 * @example
 * distributed.checkpoint.save({ model, epoch: 3 }, { checkpointId: 'run/epoch-3', noDist: true });
 * const state = { model, epoch: 0 };
 * await distributed.checkpoint.loadAsync(state, { checkpointId: 'run/epoch-3', noDist: true });
 * state.epoch; // 3
 */
export function loadAsync(stateDict: LoadedState, options?: LoadOptions): Promise<void>;
export async function loadAsync(...args: readonly unknown[]): Promise<void> {
  const { stateDict, ...options } = readArguments('distributed.checkpoint.loadAsync', LOAD, args);
  await runLater(loading(stateDict as LoadedState, options));
}

/**
 * Everything that a folder holds, as one process: the nested state dict as it was saved.
 *
 * @param folder - The checkpoint.
 * @param keys - Only these names, or what lies in the dicts of these names.
 * @internal
 */
export function loadEverything(folder: string | URL, keys: Iterable<string> | null = null): unknown {
  const reader = new FileSystemReader(folder);
  const { storageData } = reader.readMetadata();
  if (storageData) requireFiles('distributed.checkpoint', reader.checkpointId, storageData);
  const state = new Map<string, unknown>();
  runNow(loadStateDict(state, { ranks: SOLO, reader, planner: new EmptyStateDictLoadPlanner(keys) }));
  return asObjects(state);
}

type Given = { readonly [K in keyof LoadOptions]?: LoadOptions[K] | undefined };

function* loading(stateDict: LoadedState, options: Given): Steps<void> {
  const ranks = ranksOf('load', options.processGroup ?? null, options.noDist ?? false);
  const reader = readerOf(options.storageReader ?? null, options.checkpointId ?? null);
  // All ranks read in one order.
  const given = entriesOf(stateDict).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) as [string, unknown][];
  const state = new Map(given.map(([key, value]) => [key, isStateful(value) ? stateToFill(value) : value]));
  yield* loadStateDict(state, { ranks, reader, planner: options.planner ?? new DefaultLoadPlanner() });
  for (const [key, value] of given) {
    if (isStateful(value)) value.loadStateDict(state.get(key) as never);
    else if (isMap(stateDict)) stateDict.set(key, state.get(key));
    else stateDict[key] = state.get(key);
  }
}

/** An optimizer without state makes it first: Python would read the options of its groups and leave out the rest. */
function stateToFill(value: Stateful): unknown {
  if (value instanceof Optimizer) initialize(value);
  return value.stateDict();
}

interface Loading {
  readonly ranks: Ranks;
  readonly reader: StorageReader;
  readonly planner: LoadPlanner;
}

function* loadStateDict(state: Map<string, unknown>, { ranks, reader, planner }: Loading): Steps<void> {
  const { isCoordinator, rank } = ranks;
  const plan = yield* reduceScatter(
    ranks,
    'plan',
    LOAD_PLAN,
    // eslint-disable-next-line require-yield -- a step like the others, but one that waits for nothing
    function* () {
      const metadata: Metadata = reader.readMetadata();
      planner.setUpPlanner(state, metadata, isCoordinator);
      reader.setUpStorageReader(metadata, { isCoordinator, rank });
      return reader.prepareLocalPlan(planner.createLocalPlan());
    },
    (plans) => reader.prepareGlobalPlan(planner.createGlobalPlan(plans)),
  );
  yield* allDone(ranks, 'read', NOTHING, function* () {
    yield* take(reading(reader, planner, plan));
    return null;
  });
}

function reading(reader: StorageReader, planner: LoadPlanner, given: LoadPlan): Step<void> {
  const plan = planner.finishPlan(given);
  return {
    now: () => reader.readData(plan, planner),
    later: async () => (reader.readDataAsync ? reader.readDataAsync(plan, planner) : reader.readData(plan, planner)),
  };
}
