import { isMap, isPlainObject } from '../../arguments/plain-object';
import { any, bool, type Field, keyword, nullable, value } from '../../arguments/fields';
import { isInitialized } from '../../c10d/init';
import { type GroupOrNone, groupField, groupOrDefault, NON_GROUP_MEMBER } from '../../c10d/world';
import { runtimeError, valueError, warn } from '../../errors';
import { FileSystemReader } from './filesystem-reader';
import { FileSystemWriter } from './filesystem-writer';
import type { LoadPlanner, SavePlanner } from './planner';
import { GroupRanks } from './group-ranks';
import { type Ranks, SOLO } from './ranks';
import type { StorageReader, StorageWriter } from './storage';

/** What saving and loading are given. */

function having<T>(expects: string, method: string): Field<T | null> {
  const fits = (given: unknown): boolean =>
    typeof given === 'object' && given !== null && typeof (given as Record<string, unknown>)[method] === 'function';
  return keyword(nullable(value<T>(expects, fits)));
}

/** @internal */
export const STATE_DICT: Field<object> = {
  ...value<object>('a state dict (an object or a Map)', (given) => isPlainObject(given) || isMap(given)),
  object: true,
};

/** @internal */
export const COMMON = {
  checkpointId: keyword(nullable(any<string | URL>() as Field<string | URL>)),
  processGroup: keyword(groupField()),
  noDist: keyword(bool(false)),
};

/** @internal */
export const SAVE = {
  stateDict: STATE_DICT,
  ...COMMON,
  storageWriter: having<StorageWriter>('a StorageWriter', 'writeData'),
  planner: having<SavePlanner>('a SavePlanner', 'createLocalPlan'),
};

/** @internal */
export const LOAD = {
  stateDict: STATE_DICT,
  ...COMMON,
  storageReader: having<StorageReader>('a StorageReader', 'readData'),
  planner: having<LoadPlanner>('a LoadPlanner', 'createLocalPlan'),
};

interface Resettable {
  reset(checkpointId?: string | URL | null): void;
}

function storageOf<S extends Resettable>(given: S | null, id: string | URL | null, make: (id: string | URL) => S): S {
  if (given) {
    if (id !== null) given.reset(id);
    return given;
  }
  if (id !== null) return make(id);
  throw runtimeError('`checkpointId` must be specified if storageReader/storageWriter is null.');
}

/** @internal */
export function writerOf(given: StorageWriter | null, id: string | URL | null): StorageWriter {
  return storageOf<StorageWriter>(given, id, (folder) => new FileSystemWriter(folder));
}

/** @internal */
export function readerOf(given: StorageReader | null, id: string | URL | null): StorageReader {
  return storageOf<StorageReader>(given, id, (folder) => new FileSystemReader(folder));
}

/** The ranks that take part: those of the group, or this process alone. @internal */
export function ranksOf(verb: 'save' | 'load', group: GroupOrNone | null, noDist: boolean): Ranks {
  if (noDist) return SOLO;
  if (isInitialized()) {
    if (group === NON_GROUP_MEMBER)
      throw valueError(`this rank is not part of the group that is to ${verb} the checkpoint`);
    return new GroupRanks(groupOrDefault(group));
  }
  warn(
    'torch.distributed is disabled, unavailable or uninitialized, assuming the intent is to ' +
      `${verb} in a single process.`,
  );
  return SOLO;
}
