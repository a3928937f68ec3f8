import { limitArguments } from '../../arguments/surplus';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { any, bool, count, keyword } from '../../arguments/fields';
import { fileFailure, statIfThere } from '../../arguments/files';
import { readArguments } from '../../arguments/read';
import { runtimeError, typeError, valueError, warn } from '../../errors';
import { native } from '../../native/binding';
import {
  compact,
  type PreparedArchive,
  prepareArchive,
  writeArchives,
  writeArchivesAsync,
} from '../../serialization/save';
import { isTensor } from '../../tensor/tensor';
import { folderOf, METADATA, SUFFIX } from './folder';
import type { Metadata, StorageMeta } from './metadata';
import { pickleMetadata } from './metadata-pickle';
import { type SavePlan, type SavePlanner, tensorStorageSize, type WriteItem } from './planner';
import type { StorageSetUp, StorageWriter, WriteResult } from './storage';

const LABEL = 'FileSystemWriter';

export interface FileSystemWriterOptions {
  /** One file for each rank (for each of its threads), not one for each entry. @defaultValue true */
  readonly singleFilePerRank?: boolean;
  /** Into how many files a rank writes; `asyncSave` writes them at the same time. @defaultValue 1 */
  readonly threadCount?: number;
  /** Replace a checkpoint that is there, with a warning, instead of an error. @defaultValue true */
  readonly overwrite?: boolean;
}

const OPTIONS = {
  path: any<string | URL>(),
  singleFilePerRank: bool(true),
  threadCount: keyword(count(1, 1)),
  overwrite: keyword(bool(true)),
};

/**
 * Writes a checkpoint into a folder, which is made where it is missing: the data of rank i into `__i_0.distcp`, and at last
 * `.metadata`. Every file appears whole or not at all, and a folder without `.metadata` is no checkpoint: what a killed
 * process leaves cannot be taken for one. A checkpoint that is replaced loses its `.metadata` before the first of its
 * files is overwritten; to keep the last one until the next is complete, give each a folder of its own.
 *
 * All files are synced to the disk.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.FileSystemWriter
 * @example
 * const storageWriter = new distributed.checkpoint.FileSystemWriter('run/step-3', { threadCount: 2 });
 * distributed.checkpoint.save({ step: 3 }, { storageWriter, noDist: true });
 */
export class FileSystemWriter implements StorageWriter {
  readonly #options: Required<FileSystemWriterOptions>;
  #folder: string;
  #saveId = randomUUID() as string;

  /** @param path - The folder. */
  constructor(
    path: string | URL,
    singleFilePerRank?: boolean | FileSystemWriterOptions,
    options?: FileSystemWriterOptions,
  );
  constructor(...args: readonly unknown[]) {
    const { path: given, ...options } = readArguments(LABEL, OPTIONS, args);
    this.#folder = folderOf(LABEL, given);
    this.#options = options;
  }

  get checkpointId(): string {
    return this.#folder;
  }

  reset(checkpointId: string | URL | null = null): void {
    if (checkpointId !== null) this.#folder = folderOf(LABEL, checkpointId);
    this.#saveId = randomUUID();
  }

  setUpStorageWriter(_setUp: StorageSetUp): void {
    // A folder needs nothing before.
  }

  storageMeta(): StorageMeta {
    return { checkpointId: this.#folder, saveId: this.#saveId, loadId: null, modules: [] };
  }

  prepareLocalPlan(plan: SavePlan): SavePlan {
    try {
      fs.mkdirSync(this.#folder, { recursive: true });
    } catch (cause) {
      throw fileFailure(LABEL, this.#folder, cause);
    }
    if (!statIfThere(LABEL, this.#metadata)) return plan;
    if (!this.#options.overwrite) throw runtimeError('Checkpoint already exists and self.overwrite=False.');
    warn(
      `Detected an existing checkpoint in ${this.#folder}, overwriting since overwrite is true. Set it to false to have ` +
        'an error instead.',
    );
    return plan;
  }

  prepareGlobalPlan(plans: readonly SavePlan[]): readonly SavePlan[] {
    this.#invalidate();
    return plans.map((plan, rank) => ({ ...plan, storageData: plan.storageData ?? `__${rank}_` }));
  }

  writeData(plan: SavePlan, planner: SavePlanner): readonly WriteResult[] {
    return this.#files(plan).flatMap(({ name, items }) => {
      const lengths = writeArchives(path.join(this.#folder, name), archivesOf(items, planner));
      return resultsOf(name, items, lengths);
    });
  }

  async writeDataAsync(plan: SavePlan, planner: SavePlanner): Promise<readonly WriteResult[]> {
    const written = this.#files(plan).map(async ({ name, items }) => {
      const lengths = await writeArchivesAsync(path.join(this.#folder, name), archivesOf(items, planner));
      return resultsOf(name, items, lengths);
    });
    // All are waited for, so that none is still written when an error is told.
    const settled = await Promise.allSettled(written);
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return (await Promise.all(written)).flat();
  }

  finish(metadata: Metadata, results: readonly (readonly WriteResult[])[]): Metadata {
    const storageData = new Map(
      results.flat().map(({ index, storageData: info }) => [index.key, { index, info }] as const),
    );
    const complete = metadata.with({ storageData, storageMeta: this.storageMeta(), version: '1.0.0' });
    native.rawWrite(this.#metadata, pickleMetadata(complete), []);
    return complete;
  }

  get #metadata(): string {
    return path.join(this.#folder, METADATA);
  }

  /** From here on the folder is no checkpoint, until the new one is complete. */
  #invalidate(): void {
    try {
      fs.rmSync(this.#metadata, { force: true });
    } catch (cause) {
      throw fileFailure(LABEL, this.#metadata, cause);
    }
  }

  #files({ items, storageData: prefix }: SavePlan): readonly { readonly name: string; readonly items: WriteItem[] }[] {
    if (typeof prefix !== 'string') throw valueError(`${LABEL}: the plan names no files; prepareGlobalPlan does`);
    const { singleFilePerRank, threadCount } = this.#options;
    const buckets = singleFilePerRank ? splitBySize(threadCount, items) : items.map((item) => [item]);
    return buckets.map((bucket, i) => ({ name: `${prefix}${i}${SUFFIX}`, items: bytesFirst(bucket) }));
  }
}

function bytesFirst(items: readonly WriteItem[]): WriteItem[] {
  return [...items.filter(({ type }) => type === 'byteIo'), ...items.filter(({ type }) => type !== 'byteIo')];
}

/** Shares items out so that no file gets much more than another. */
function splitBySize(bins: number, items: readonly WriteItem[]): WriteItem[][] {
  if (bins === 1) return [[...items]];
  const buckets = Array.from({ length: bins }, () => ({ items: [] as WriteItem[], bytes: 0 }));
  const [bytes, tensors] = [
    items.filter(({ type }) => type === 'byteIo'),
    items.filter(({ type }) => type !== 'byteIo'),
  ];
  bytes.forEach((item, i) => buckets[i % bins]?.items.push(item));
  const size = (item: WriteItem): number => tensorStorageSize(item) ?? 0;
  for (const item of [...tensors].sort((a, b) => size(b) - size(a))) {
    const smallest = buckets.reduce((least, bucket) => (bucket.bytes < least.bytes ? bucket : least));
    smallest.items.push(item);
    smallest.bytes += size(item);
  }
  return buckets.map((bucket) => bucket.items);
}

function archivesOf(items: readonly WriteItem[], planner: SavePlanner): PreparedArchive[] {
  return items.map((item) => {
    const value = planner.resolveData(item);
    if (item.type === 'byteIo') return naming(item, () => prepareArchive(value));
    if (!isTensor(value)) throw valueError(`Data must be torch.Tensor for non-BYTE_IO write items: ${item.index.fqn}`);
    return prepareArchive(compact(value));
  });
}

/** A value that cannot be saved is told with its name. */
function naming<T>({ index: { fqn } }: WriteItem, body: () => T): T {
  try {
    return body();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw typeError(`distributed.checkpoint: ${fqn}: ${cause.message}`, { cause });
  }
}

function resultsOf(name: string, items: readonly WriteItem[], lengths: readonly number[]): WriteResult[] {
  let offset = 0;
  return items.map(({ index }, i) => {
    const length = lengths[i] ?? 0;
    const result = { index, sizeInBytes: length, storageData: { relativePath: name, offset, length } };
    offset += length;
    return result;
  });
}

limitArguments([FileSystemWriter], {
  ...{ reset: 1, setUpStorageWriter: 1, storageMeta: 0, prepareLocalPlan: 1, prepareGlobalPlan: 1 },
  ...{ writeData: 2, writeDataAsync: 2, finish: 2 },
});
