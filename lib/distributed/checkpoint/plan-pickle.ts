import type { GlobalName } from '../../serialization/pickle-writer';
import { serializationError } from '../../serialization/errors';
import { PickledObject } from '../../serialization/python-values';
import type { Metadata } from './metadata';
import type { MetadataPickler } from './metadata-pickle';
import {
  attributesOf,
  chunkOf,
  countOf,
  listOf,
  metadataFrom,
  metadataIndexOf,
  orNull,
  plannerDataOf,
  propertiesOf,
  refuse,
  sizeOf,
  storageInfoOf,
  textOf,
} from './metadata-reader';
import type { LoadPlan, ReadItem, SavePlan, TensorWriteData, WriteItem } from './planner';
import type { WriteResult } from './storage';

/**
 * Plans and results as they travel between ranks: the pickles of Python's classes, so that ranks of Python take part. What
 * comes from another rank is checked like a file, and nothing in it is run.
 */

const PACKAGE = 'torch.distributed.checkpoint';
const PLANNER = `${PACKAGE}.planner`;

/** How one kind of value travels. @internal */
export interface Codec<T> {
  write(pickler: MetadataPickler, value: T): void;
  read(tree: unknown): T;
}

/** Python counts them from 1. */
const WRITE_TYPES = ['tensor', 'shard', 'byteIo'] as const;
const READ_TYPES = ['tensor', 'byteIo'] as const;

function writeEnum(pickler: MetadataPickler, name: string, types: readonly string[], type: string): void {
  pickler.out.global([PLANNER, name]);
  pickler.out.int(types.indexOf(type) + 1);
  pickler.out.tuple1();
  pickler.out.reduce();
}

function enumOf<T extends string>(value: unknown, name: string, types: readonly T[]): T {
  const isOne = value instanceof PickledObject && value.className === `${PLANNER}.${name}`;
  const type = isOne ? types[Number(value.args[0]) - 1] : undefined;
  return type ?? refuse('type', `a ${name}`, value);
}

const PREFIX: GlobalName = [`${PACKAGE}.filesystem`, '_StoragePrefix'];

function prefixOf(value: unknown): string {
  return textOf('prefix', attributesOf('storage_data', value, 'filesystem._StoragePrefix')['prefix']);
}

/** @internal */
export const SAVE_PLAN: Codec<SavePlan> = {
  write(pickler, { items, storageData = null, plannerData = null }) {
    pickler.object([PLANNER, 'SavePlan'], {
      items: () => pickler.list(items, (item) => writeWriteItem(pickler, item)),
      storage_data: () =>
        pickler.orNone(storageData, (prefix) => pickler.object(PREFIX, { prefix: () => pickler.out.text(prefix) })),
      planner_data: () => pickler.orNone(plannerData, (paths) => pickler.paths(paths)),
      usable: () => pickler.out.bool(true),
    });
  },
  read(tree) {
    const fields = attributesOf('a plan', tree, 'planner.SavePlan');
    if (fields['usable'] === false) {
      throw serializationError('ranks of Python keep plans from save to save; leave out enable_plan_caching there');
    }
    return {
      items: listOf('items', fields['items']).map(writeItemOf),
      storageData: orNull(fields['storage_data'], prefixOf),
      plannerData: orNull(fields['planner_data'], plannerDataOf),
    };
  },
};

function writeWriteItem(pickler: MetadataPickler, { index, type, tensorData }: WriteItem): void {
  pickler.object([PLANNER, 'WriteItem'], {
    index: () => pickler.index(index),
    type: () => writeEnum(pickler, 'WriteItemType', WRITE_TYPES, type),
    bytes_io_data: () => pickler.out.none(),
    tensor_data: () => pickler.orNone(tensorData, (data) => writeTensorData(pickler, data)),
  });
}

function writeTensorData(pickler: MetadataPickler, { chunk, properties, size }: TensorWriteData): void {
  pickler.object([PLANNER, 'TensorWriteData'], {
    chunk: () => pickler.chunk(chunk),
    properties: () => pickler.properties(properties),
    size: () => pickler.size(size),
  });
}

function writeItemOf(value: unknown): WriteItem {
  const fields = attributesOf('an item', value, 'planner.WriteItem');
  return {
    index: metadataIndexOf(fields['index']),
    type: enumOf(fields['type'], 'WriteItemType', WRITE_TYPES),
    tensorData: orNull(fields['tensor_data'], tensorDataOf),
  };
}

function tensorDataOf(value: unknown): TensorWriteData {
  const fields = attributesOf('tensor_data', value, 'planner.TensorWriteData');
  const size = sizeOf('size', fields['size']);
  return { chunk: chunkOf(fields['chunk'], size), properties: propertiesOf(fields['properties']), size };
}

/** @internal */
export const LOAD_PLAN: Codec<LoadPlan> = {
  write(pickler, { items }) {
    pickler.object([PLANNER, 'LoadPlan'], {
      items: () => pickler.list(items, (item) => writeReadItem(pickler, item)),
      storage_data: () => pickler.out.none(),
      planner_data: () => pickler.out.none(),
    });
  },
  read: (tree) => ({
    items: listOf('items', attributesOf('a plan', tree, 'planner.LoadPlan')['items']).map(readItemOf),
  }),
};

function writeReadItem(pickler: MetadataPickler, item: ReadItem): void {
  pickler.object([PLANNER, 'ReadItem'], {
    type: () => writeEnum(pickler, 'LoadItemType', READ_TYPES, item.type),
    dest_index: () => pickler.index(item.destIndex),
    dest_offsets: () => pickler.size(item.destOffsets),
    storage_index: () => pickler.index(item.storageIndex),
    storage_offsets: () => pickler.size(item.storageOffsets),
    lengths: () => pickler.size(item.lengths),
  });
}

function readItemOf(value: unknown): ReadItem {
  const fields = attributesOf('an item', value, 'planner.ReadItem');
  return {
    type: enumOf(fields['type'], 'LoadItemType', READ_TYPES),
    destIndex: metadataIndexOf(fields['dest_index']),
    destOffsets: sizeOf('dest_offsets', fields['dest_offsets']),
    storageIndex: metadataIndexOf(fields['storage_index']),
    storageOffsets: sizeOf('storage_offsets', fields['storage_offsets']),
    lengths: sizeOf('lengths', fields['lengths']),
  };
}

/** @internal */
export const WRITE_RESULTS: Codec<readonly WriteResult[]> = {
  write(pickler, results) {
    pickler.list(results, ({ index, sizeInBytes, storageData }) =>
      pickler.object([`${PACKAGE}.storage`, 'WriteResult'], {
        index: () => pickler.index(index),
        size_in_bytes: () => pickler.out.int(sizeInBytes),
        storage_data: () => pickler.info(storageData),
      }),
    );
  },
  read: (tree) =>
    listOf('the results', tree).map((value) => {
      const fields = attributesOf('a result', value, 'storage.WriteResult');
      return {
        index: metadataIndexOf(fields['index']),
        sizeInBytes: countOf('size_in_bytes', fields['size_in_bytes']),
        storageData: storageInfoOf(fields['storage_data']),
      };
    }),
};

/** @internal */
export const METADATA: Codec<Metadata> = {
  write: (pickler, metadata) => pickler.metadata(metadata),
  read: metadataFrom,
};

/** @internal */
export const NOTHING: Codec<null> = {
  write: (pickler) => pickler.out.none(),
  read: () => null,
};
