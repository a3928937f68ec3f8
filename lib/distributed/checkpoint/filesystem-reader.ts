import { refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '../../arguments/describe';
import { regularFile } from '../../arguments/files';
import { runtimeError, TorchError, valueError } from '../../errors';
import { noGrad } from '../../autograd/modes';
import { serializationError } from '../../serialization/errors';
import { loadMetadataTree, loadWindow, loadWindowAsync } from '../../serialization/open';
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
 * Reads a checkpoint from a folder. Only the entries that are asked for are read, one at a time: besides the tensors that
 * they go to, so much memory is needed as the largest of them has. A file of the folder may say what it likes: names that
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
    for (const reading of this.#readings(plan)) {
      const value = yield* take(opening(reading));
      for (const item of reading.items) deliver(planner, item, value, reading.file);
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

function opening({ file, info: { offset, length } }: Reading): Step<unknown> {
  const checked = regularFile(LABEL, file);
  return {
    now: () => naming(file, () => loadWindow(checked, [offset, length])),
    later: () =>
      loadWindowAsync(checked, [offset, length]).catch((error: unknown) => naming(file, () => rethrow(error))),
  };
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

function deliver(planner: LoadPlanner, item: ReadItem, value: unknown, file: string): void {
  if (item.type === 'byteIo') return planner.loadBytes(item, value);
  const { fqn } = item.storageIndex;
  if (!isTensor(value)) throw serializationError(`${JSON.stringify(file)}: ${fqn} should be a tensor, and is not`);
  noGrad(() => {
    const piece = pieceOf(value, item, file);
    const target = planner.resolveTensor(item).detach();
    target.copy_(piece);
    planner.commitTensor(item, target);
  });
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
