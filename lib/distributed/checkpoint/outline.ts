import { basename } from 'node:path';
import { type FileOutline, Note } from '../../serialization/outline';
import { FileSystemReader } from './filesystem-reader';
import { type Metadata, MetadataIndex, TensorStorageMetadata } from './metadata';
import { volumeOf } from '../../arguments/extents';

/** What `.metadata` says of a folder, as `inspect` prints files; no data are read. @internal */
export function outlineDistributed(folder: string): FileOutline & { readonly shards: readonly string[] } {
  const metadata = new FileSystemReader(folder).readMetadata();
  const infos = [...(metadata.storageData?.values() ?? [])].map(({ info }) => info);
  const entries = [...metadata.stateDictMetadata];
  return {
    format: 'dcp',
    shards: [...new Set(infos.map(({ relativePath }) => basename(relativePath)))],
    bytes: infos.reduce((sum, { length }) => sum + length, 0),
    bigEndian: false,
    tensors: entries.flatMap(([name, entry]) =>
      entry instanceof TensorStorageMetadata ? [tensorOf(name, entry)] : [],
    ),
    values: Object.fromEntries(
      entries
        .filter(([, entry]) => !(entry instanceof TensorStorageMetadata))
        .map(([name]) => [name, new Note(bytesText(metadata, name))]),
    ),
    metadata: {},
    classes: [],
  };
}

function tensorOf(name: string, { properties, size }: TensorStorageMetadata): FileOutline['tensors'][number] {
  const bytes = volumeOf(size) * properties.dtype.itemsize;
  return { name, dtype: properties.dtype.name, shape: size, bytes, parameter: false, storage: null, location: null };
}

function bytesText({ storageData }: Metadata, name: string): string {
  const length = storageData?.get(new MetadataIndex(name).key)?.info.length;
  return length === undefined ? '(a value)' : `(a value of ${length} bytes)`;
}
