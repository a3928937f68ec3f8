import { type GlobalName, PickleWriter } from '../../serialization/pickle-writer';
import type { MemoryFormat } from '../../tensor/layout';
import {
  BytesStorageMetadata,
  type ChunkStorageMetadata,
  type Metadata,
  type MetadataIndex,
  type ObjectPath,
  type StorageInfo,
  type StorageMeta,
  type TensorProperties,
  type TensorStorageMetadata,
} from './metadata';

/** Writes `.metadata`: the pickle that Python's `torch.distributed.checkpoint` writes, object by object. */

const MODULE = 'torch.distributed.checkpoint.metadata';
const STORAGE_INFO: GlobalName = ['torch.distributed.checkpoint.filesystem', '_StorageInfo'];

/** Writes the value on which it is called. @internal */
export type Write<T> = (value: T) => void;

/** `_MEM_FORMAT_ENCODING`, by our names. @internal */
export const MEMORY_FORMATS: readonly string[] = ['contiguous_format', 'channels_last', 'preserve_format'];

/** The bytes of `.metadata`. @internal */
export function pickleMetadata(metadata: Metadata): Buffer {
  const pickler = new MetadataPickler();
  pickler.metadata(metadata);
  return pickler.out.finish();
}

/** Writes the objects that a distributed checkpoint is made of. @internal */
export class MetadataPickler {
  readonly out = new PickleWriter();

  metadata(metadata: Metadata): void {
    this.object([MODULE, 'Metadata'], {
      state_dict_metadata: () => this.dict(metadata.stateDictMetadata, (entry) => this.#storage(entry)),
      planner_data: () => this.orNone(metadata.plannerData, (data) => this.paths(data)),
      storage_data: () => this.orNone(metadata.storageData, (data) => this.#storageData([...data.values()])),
      storage_meta: () => this.orNone(metadata.storageMeta, (meta) => this.#storageMeta(meta)),
      version: () => this.orNone(metadata.version, (version) => this.out.text(version)),
    });
  }

  /** An object of a class, made without calling it, and its attributes. */
  object(name: GlobalName, attributes: Readonly<Record<string, () => void>>): void {
    this.out.global(name);
    this.out.emptyTuple();
    this.out.newObject();
    if (Object.keys(attributes).length === 0) return;
    this.out.emptyDict();
    this.out.mark();
    for (const [key, write] of Object.entries(attributes)) {
      this.out.text(key);
      write();
    }
    this.out.setItems();
    this.out.build();
  }

  dict<T>(entries: ReadonlyMap<string, T>, write: Write<T>): void {
    this.out.emptyDict();
    this.out.mark();
    for (const [key, value] of entries) {
      this.out.text(key);
      write(value);
    }
    this.out.setItems();
  }

  orNone<T>(value: T | null, write: Write<T>): void {
    if (value === null) this.out.none();
    else write(value);
  }

  #storage(entry: TensorStorageMetadata | BytesStorageMetadata): void {
    if (entry instanceof BytesStorageMetadata) return this.object([MODULE, 'BytesStorageMetadata'], {});
    this.object([MODULE, 'TensorStorageMetadata'], {
      properties: () => this.properties(entry.properties),
      size: () => this.size(entry.size),
      chunks: () => this.list(entry.chunks, (chunk) => this.chunk(chunk)),
    });
  }

  chunk({ offsets, sizes }: ChunkStorageMetadata): void {
    this.object([MODULE, 'ChunkStorageMetadata'], {
      offsets: () => this.size(offsets),
      sizes: () => this.size(sizes),
    });
  }

  properties({ dtype, layout, requiresGrad, memoryFormat, pinMemory }: TensorProperties): void {
    this.out.global([MODULE, 'TensorProperties']);
    this.out.emptyTuple();
    this.out.newObject();
    this.out.mark();
    this.out.global(['torch', dtype.name]);
    this.out.global(['torch.serialization', '_get_layout']);
    this.out.text(String(layout));
    this.out.tuple1();
    this.out.reduce();
    this.out.bool(requiresGrad);
    this.#memoryFormat(memoryFormat);
    this.out.bool(pinMemory);
    this.out.tuple();
    this.out.build();
  }

  #memoryFormat({ name }: MemoryFormat): void {
    this.out.global([MODULE, '_MEM_FORMAT_ENCODING']);
    this.out.int(MEMORY_FORMATS.indexOf(name));
    this.out.tuple1();
    this.out.reduce();
  }

  #storageData(entries: readonly { readonly index: MetadataIndex; readonly info: StorageInfo }[]): void {
    this.out.emptyDict();
    this.out.mark();
    for (const { index, info } of entries) {
      this.index(index);
      this.info(info);
    }
    this.out.setItems();
  }

  index({ fqn, offset, index }: MetadataIndex): void {
    this.object([MODULE, 'MetadataIndex'], {
      fqn: () => this.out.text(fqn),
      index: () => this.orNone(index, (number) => this.out.int(number)),
      offset: () => this.orNone(offset, (offsets) => this.size(offsets)),
    });
  }

  info({ relativePath, offset, length, transformDescriptors }: StorageInfo): void {
    this.object(STORAGE_INFO, {
      relative_path: () => this.out.text(relativePath),
      offset: () => this.out.int(offset),
      length: () => this.out.int(length),
      // Python leaves it out where there is none.
      ...(transformDescriptors && {
        transform_descriptors: () => this.list(transformDescriptors, (name) => this.out.text(name)),
      }),
    });
  }

  #storageMeta({ checkpointId, saveId, loadId, modules }: StorageMeta): void {
    const text = (value: string | null) => () => this.orNone(value, (given) => this.out.text(given));
    this.object([MODULE, 'StorageMeta'], {
      checkpoint_id: text(checkpointId),
      save_id: text(saveId),
      load_id: text(loadId),
      modules: () => this.list(modules, (module) => this.out.text(module)),
    });
  }

  list<T>(items: readonly T[], write: Write<T>): void {
    this.out.emptyList();
    if (items.length === 0) return;
    this.out.mark();
    for (const item of items) write(item);
    this.out.appends();
  }

  size(extents: readonly number[]): void {
    this.out.global(['torch', 'Size']);
    this.out.mark();
    for (const extent of extents) this.out.int(extent);
    this.out.tuple();
    this.out.tuple1();
    this.out.reduce();
  }

  /** The path of each name. */
  paths(paths: ReadonlyMap<string, ObjectPath>): void {
    this.dict(paths, (path) => this.#path(path));
  }

  #path(path: ObjectPath): void {
    this.out.mark();
    for (const step of path) {
      if (typeof step === 'number') this.out.int(step);
      else this.out.text(step);
    }
    this.out.tuple();
  }
}
