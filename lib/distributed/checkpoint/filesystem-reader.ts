import { refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '../../arguments/describe';
import { regularFile } from '../../arguments/files';
import { runtimeError, TorchError, valueError } from '../../errors';
import { noGrad } from '../../autograd/modes';
import { volumeOf } from '../../arguments/extents';
import { serializationError } from '../../serialization/errors';
import { Entry, loadMetadataTree, type Targets } from '../../serialization/open';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { fileOf, folderOf, infoOf, METADATA, requireLengths } from './folder';
import type { Metadata, StorageData, StorageInfo } from './metadata';
import { metadataFrom } from './metadata-reader';
import type { LoadPlan, LoadPlanner, ReadItem } from './planner';
import { narrowByIndex } from './planner-helpers';
import { type Step, type Steps, runLater, runNow, take } from './steps';
import type { StorageReader, StorageSetUp } from './storage';

const LABEL = 'FileSystemReader';

/** The pieces that are taken of one entry. */
interface Reading {
  readonly file: string;
  readonly info: StorageInfo;
  readonly items: ReadItem[];
}

/**
 * Reads a checkpoint from a folder. Only the entries that are asked for are read, one at a time: whole rows straight into
 * the tensors that they go to, other parts through memory of the size of their entry. A file of the folder may say what it likes: names that
 * are not the format's, places outside of files and files outside of the folder are errors.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.FileSystemReader
 * @example
 * distributed.checkpoint.save({ step: 3 }, { checkpointId: 'run/step-3', noDist: true });
 * const reader = new distributed.checkpoint.FileSystemReader('run/step-3');
 * [...reader.readMetadata().stateDictMetadata.keys()]; // ['step']
 */
export class FileSystemReader implements StorageReader {
  #folder: string;
  #storageData: StorageData = new Map();
  #loadId = randomUUID() as string;

  /** @param path - The folder. */
  constructor(path: string | URL, ...surplus: []) {
    refuseSurplus('FileSystemReader', 1, surplus);
    this.#folder = folderOf(LABEL, path);
  }

  get checkpointId(): string {
    return this.#folder;
  }

  reset(checkpointId: string | URL | null = null): void {
    if (checkpointId !== null) this.#folder = folderOf(LABEL, checkpointId);
    this.#storageData = new Map();
    this.#loadId = randomUUID();
  }

  /**
   * What `.metadata` says.
   *
   * @throws TorchError with code `ERR_TORCH_SERIALIZATION` if it is damaged, or names a class that does not belong to the
   *   format; with code `ERR_TORCH_FILE` if it is missing or cannot be read.
   */
  readMetadata(): Metadata {
    const file = regularFile(LABEL, path.join(this.#folder, METADATA));
    const metadata = naming(file, () => metadataFrom(loadMetadataTree(file)));
    naming(file, () => requireLengths(metadata));
    const former = metadata.storageMeta ?? { checkpointId: null, saveId: null, modules: [] };
    return metadata.with({ storageMeta: { ...former, loadId: this.#loadId } });
  }

  setUpStorageReader({ storageData }: Metadata, _setUp: StorageSetUp): void {
    if (storageData === null) throw valueError('storage_data must not be None in metadata');
    this.#storageData = storageData;
  }

  prepareLocalPlan(plan: LoadPlan): LoadPlan {
    return plan;
  }

  prepareGlobalPlan(plans: readonly LoadPlan[]): readonly LoadPlan[] {
    return plans;
  }

  readData(plan: LoadPlan, planner: LoadPlanner): void {
    runNow(this.#read(plan, planner));
  }

  async readDataAsync(plan: LoadPlan, planner: LoadPlanner): Promise<void> {
    return runLater(this.#read(plan, planner));
  }

  *#read(plan: LoadPlan, planner: LoadPlanner): Steps<void> {
    for (const { file, info, items } of this.#readings(plan)) {
      const entry = yield* take(opening(file, info));
      const deliveries = items.map((item): Delivery => {
        return { item, target: item.type === 'byteIo' ? null : noGrad(() => planner.resolveTensor(item).detach()) };
      });
      const targets = targetsOf(entry, deliveries);
      if (!targets || !(yield* take(filling(entry, targets, file)))) {
        deliver(planner, deliveries, yield* take(contents(entry, file)), file);
      }
      noGrad(() => {
        for (const { item, target } of deliveries) if (target) planner.commitTensor(item, target);
      });
    }
  }

  /** Each entry once, file by file from its beginning to its end. */
  #readings({ items }: LoadPlan): Reading[] {
    const readings = new Map<string, Reading>();
    for (const item of items) {
      const { key } = item.storageIndex;
      const info = infoOf(this.#storageData, item.storageIndex);
      const known = readings.get(key);
      if (known) known.items.push(item);
      else readings.set(key, { file: fileOf(this.#folder, info), info, items: [item] });
    }
    return [...readings.values()].sort((a, b) =>
      a.file === b.file ? a.info.offset - b.info.offset : a.file < b.file ? -1 : 1,
    );
  }
}

/** A piece of an entry, and the tensor that it goes to; null for what is no tensor. */
interface Delivery {
  readonly item: ReadItem;
  readonly target: Tensor | null;
}

/** A step whose errors name a file. */
function stepOn<T>(file: string, now: () => T, later: () => Promise<T>): Step<T> {
  return {
    now: () => naming(file, now),
    later: () => later().catch((error: unknown) => naming(file, () => rethrow(error))),
  };
}

function opening(file: string, { offset, length }: StorageInfo): Step<Entry> {
  const checked = regularFile(LABEL, file);
  return stepOn(
    file,
    () => Entry.open(checked, [offset, length]),
    () => Entry.openAsync(checked, [offset, length]),
  );
}

function contents(entry: Entry, file: string): Step<unknown> {
  return stepOn(
    file,
    () => entry.read(),
    () => entry.readAsync(),
  );
}

function filling(entry: Entry, targets: Targets, file: string): Step<boolean> {
  return stepOn(
    file,
    () => entry.readInto(targets),
    () => entry.readIntoAsync(targets),
  );
}

/** Where the pieces of an entry go, if each is a stretch of it, so that no copy is needed; null where one is not. */
function targetsOf(entry: Entry, deliveries: readonly Delivery[]): Targets | null {
  const { shape } = entry;
  if (!shape) return null;
  const [tensors, offsets]: [Tensor[], number[]] = [[], []];
  for (const { item, target } of deliveries) {
    const offset = stretchAt(shape, item);
    if (!target || offset === null || !isSame(target.shape, item.lengths)) return null;
    tensors.push(target);
    offsets.push(offset);
  }
  return { tensors, offsets };
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((extent, dim) => extent === b[dim]);

/** Where a piece of whole rows begins in a tensor, in elements; null for one of another kind. */
function stretchAt(shape: readonly number[], { storageOffsets, lengths }: ReadItem): number | null {
  const [first = 0] = storageOffsets;
  if (lengths.length !== shape.length || !isSame(lengths.slice(1), shape.slice(1))) return null;
  if (first + (lengths[0] ?? 1) > (shape[0] ?? 1)) return null;
  return first * volumeOf(shape.slice(1));
}

function rethrow(error: unknown): never {
  throw error;
}

/** Gives an error of the reader, which knows bytes only, the file's name. */
function naming<T>(file: string, body: () => T): T {
  try {
    return body();
  } catch (cause) {
    if (!(cause instanceof TorchError) || messageOf(cause).includes(file)) throw cause;
    throw runtimeError(`${JSON.stringify(file)}: ${cause.message}`, { code: cause.code, cause });
  }
}

function deliver(planner: LoadPlanner, deliveries: readonly Delivery[], value: unknown, file: string): void {
  for (const { item, target } of deliveries) {
    if (!target) {
      planner.loadBytes(item, value);
      continue;
    }
    const { fqn } = item.storageIndex;
    if (!isTensor(value)) throw serializationError(`${JSON.stringify(file)}: ${fqn} should be a tensor, and is not`);
    const piece = pieceOf(value, item, file);
    noGrad(() => target.copy_(piece));
    if (piece !== value) piece.dispose();
  }
  // Large memory that nobody holds should not wait for the garbage collector.
  if (isTensor(value) && deliveries.every(({ target }) => target)) value.dispose();
}

function pieceOf(tensor: Tensor, { storageIndex, storageOffsets, lengths }: ReadItem, file: string): Tensor {
  const { shape } = tensor;
  const fits = lengths.every((length, dim) => (storageOffsets[dim] ?? 0) + length <= (shape[dim] ?? -1));
  if (fits && lengths.length === shape.length) return narrowByIndex(tensor, storageOffsets, lengths);
  throw serializationError(
    `${JSON.stringify(file)}: ${storageIndex.fqn} has the shape [${shape.join(', ')}], of which the piece ` +
      `[${lengths.join(', ')}] at [${storageOffsets.join(', ')}] is wanted`,
  );
}

limitArguments([FileSystemReader], {
  ...{ reset: 1, readMetadata: 0, setUpStorageReader: 2, prepareLocalPlan: 1, prepareGlobalPlan: 1 },
  ...{ readData: 2, readDataAsync: 2 },
});
