import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathOf, statOf } from '../../arguments/files';
import { fileError, valueError } from '../../errors';
import { serializationError } from '../../serialization/errors';
import { type Metadata, MetadataIndex, type StorageData, type StorageInfo, TensorStorageMetadata } from './metadata';
import { volumeOf } from '../../arguments/extents';

/** The files of a checkpoint. */

/** @internal */
export const METADATA = '.metadata';

/** @internal */
export const SUFFIX = '.distcp';

/** Whether a path is the folder of a distributed checkpoint. @internal */
export function isDistributed(folder: string): boolean {
  // What cannot be looked at is told by whoever opens it.
  return existsSync(path.join(folder, METADATA));
}

/** The folder that an argument names. @internal */
export function folderOf(label: string, given: unknown): string {
  const folder = pathOf(label, given);
  if (!folder.includes('://')) return folder;
  throw valueError(`${label}: ${JSON.stringify(folder)} is not a folder; for other storage, give a reader or writer`);
}

/** The file of an entry: one of the checkpoint's folder, whatever the metadata say. @internal */
export function fileOf(folder: string, { relativePath }: StorageInfo): string {
  const parts = relativePath.split(/[/\\]/);
  const isInside = relativePath !== '' && !relativePath.includes('\0') && !path.isAbsolute(relativePath);
  const isPlain = parts.every((part) => part !== '' && part !== '..' && !/^[a-z]:/i.test(part));
  if (isInside && isPlain) return path.join(folder, ...parts);
  throw serializationError(
    `the metadata of the checkpoint names a file outside of its folder: ${JSON.stringify(relativePath)}`,
  );
}

/** Where an entry lies. @internal */
export function infoOf(storageData: StorageData, index: MetadataIndex): StorageInfo {
  const entry = storageData.get(index.key);
  if (!entry) {
    const at = index.offset ? ` at [${index.offset.join(', ')}]` : '';
    throw serializationError(`the metadata of the checkpoint does not say where ${index.fqn}${at} is stored`);
  }
  const { info } = entry;
  if (!info.transformDescriptors?.length) return info;
  throw serializationError(
    `${index.fqn} was written through ${info.transformDescriptors.join(', ')}, which cannot be undone here`,
  );
}

/** Fails where a part of a tensor has fewer bytes in its file than it needs. @internal */
export function requireLengths({ stateDictMetadata, storageData }: Metadata): void {
  for (const [fqn, entry] of stateDictMetadata) {
    if (!(entry instanceof TensorStorageMetadata) || !storageData) continue;
    for (const { offsets, sizes } of entry.chunks) {
      const needed = volumeOf(sizes) * entry.properties.dtype.itemsize;
      const info = storageData.get(new MetadataIndex(fqn, offsets).key)?.info;
      if (!info || info.transformDescriptors?.length || info.length >= needed) continue;
      throw serializationError(
        `the metadata of the checkpoint is damaged: ${fqn} needs ${needed} bytes, its entry in ${info.relativePath} ` +
          `has ${info.length}`,
      );
    }
  }
}

/** Fails where a file of the checkpoint is missing or too short. @internal */
export function requireFiles(label: string, folder: string, storageData: StorageData): void {
  const ends = new Map<string, number>();
  for (const { info } of storageData.values()) {
    const file = fileOf(folder, info);
    ends.set(file, Math.max(ends.get(file) ?? 0, info.offset + info.length));
  }
  for (const [file, end] of ends) {
    const { size } = statOf(label, file);
    if (size >= end) continue;
    throw fileError(`${label}: ${JSON.stringify(file)} is cut off: it has ${size} bytes, ${end} are needed`);
  }
}
