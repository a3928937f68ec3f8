import { show } from '../../arguments/describe';
import { serializationError } from '../../serialization/errors';
import { isOrderedDict, PickledObject, TorchConstant } from '../../serialization/python-values';
import { DType } from '../../tensor/dtype';
import * as layouts from '../../tensor/layout';
import type { Layout, MemoryFormat } from '../../tensor/layout';
import {
  BytesStorageMetadata,
  ChunkStorageMetadata,
  Metadata,
  MetadataIndex,
  type ObjectPath,
  type StorageData,
  type StorageInfo,
  type StorageMeta,
  TensorProperties,
  TensorStorageMetadata,
} from './metadata';
import { MEMORY_FORMATS } from './metadata-pickle';

/**
 * Makes {@link Metadata} of the tree of a `.metadata` pickle. The file may say anything: each value is checked when it is
 * taken, and nothing here follows the tree deeper than the format goes, so a pickle that holds itself is refused like
 * any other wrong value.
 */

const PACKAGE = 'torch.distributed.checkpoint.';
const MODULE = `${PACKAGE}metadata.`;
const PATHS = ['pathlib.PosixPath', 'pathlib.WindowsPath', 'pathlib._local.PosixPath', 'pathlib._local.WindowsPath'];

/** @internal */
export function refuse(what: string, expected: string, given: unknown): never {
  const shown = given instanceof PickledObject ? `a ${given.className}` : given === undefined ? 'nothing' : show(given);
  throw serializationError(`the metadata of the checkpoint is damaged: ${what} should be ${expected}, got ${shown}`);
}

/** @internal */
export function metadataFrom(tree: unknown): Metadata {
  const fields = attributesOf('the root', tree, 'metadata.Metadata');
  const entries = mapOf('state_dict_metadata', fields['state_dict_metadata']);
  return new Metadata({
    stateDictMetadata: new Map([...entries].map(([key, entry]) => [textOf('a name', key), storageOf(entry)])),
    plannerData: orNull(fields['planner_data'], plannerDataOf),
    storageData: orNull(fields['storage_data'], storageDataOf),
    storageMeta: orNull(fields['storage_meta'], storageMetaOf),
    version: orNull(fields['version'], (version) => textOf('version', version)),
  });
}

/** @internal */
export function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : read(value);
}

/** The attributes of an object of one of the classes of Python's package: `metadata.Metadata`. @internal */
export function attributesOf(what: string, value: unknown, className: string): Readonly<Record<string, unknown>> {
  const full = PACKAGE + className;
  if (!(value instanceof PickledObject) || value.className !== full) return refuse(what, `a ${full}`, value);
  const { state } = value;
  if (state === null) return {};
  if (typeof state !== 'object' || Array.isArray(state) || state instanceof PickledObject) {
    return refuse(`the state of ${what}`, 'a dict', state);
  }
  return Object.fromEntries(state instanceof Map ? (state as Map<string, unknown>) : Object.entries(state));
}

/** @internal */
export function mapOf(what: string, value: unknown): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value as ReadonlyMap<unknown, unknown>;
  const isDict = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isDict || isOrderedDict(value)) return refuse(what, 'a dict', value);
  return new Map(Object.entries(value));
}

/** @internal */
export function textOf(what: string, value: unknown): string {
  return typeof value === 'string' ? value : refuse(what, 'a string', value);
}

/** @internal */
export function countOf(what: string, value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse(what, 'a count', value);
}

/** @internal */
export function listOf(what: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(what, 'a list', value);
}

/** @internal */
export function sizeOf(what: string, value: unknown): number[] {
  return listOf(what, value).map((extent) => countOf(what, extent));
}

function storageOf(value: unknown): TensorStorageMetadata | BytesStorageMetadata {
  if (value instanceof PickledObject && value.className === `${MODULE}BytesStorageMetadata`) {
    return new BytesStorageMetadata();
  }
  const fields = attributesOf('an entry', value, 'metadata.TensorStorageMetadata');
  const size = sizeOf('size', fields['size']);
  const chunks = listOf('chunks', fields['chunks']).map((chunk) => chunkOf(chunk, size));
  return new TensorStorageMetadata(propertiesOf(fields['properties']), size, chunks);
}

/** @internal */
export function chunkOf(value: unknown, size: readonly number[]): ChunkStorageMetadata {
  const fields = attributesOf('a chunk', value, 'metadata.ChunkStorageMetadata');
  const offsets = sizeOf('offsets', fields['offsets']);
  const sizes = sizeOf('sizes', fields['sizes']);
  const inside = size.every((extent, dim) => (offsets[dim] ?? Infinity) + (sizes[dim] ?? Infinity) <= extent);
  if (!inside || offsets.length !== size.length || sizes.length !== size.length) {
    const text = `[${sizes.join(', ')}] at [${offsets.join(', ')}]`;
    throw serializationError(
      `the metadata of the checkpoint is damaged: a chunk of ${text} is not inside of its tensor`,
    );
  }
  return new ChunkStorageMetadata(offsets, sizes);
}

/** @internal */
export function propertiesOf(value: unknown): TensorProperties {
  const className = `${MODULE}TensorProperties`;
  if (!(value instanceof PickledObject) || value.className !== className) {
    return refuse('properties', `a ${className}`, value);
  }
  const [dtype, layout, requiresGrad, memoryFormat, pinMemory] = listOf('properties', value.state);
  return new TensorProperties(
    dtype instanceof DType ? dtype : refuse('dtype', 'a dtype', dtype),
    layoutOf(layout),
    requiresGrad === true,
    memoryFormatOf(memoryFormat),
    pinMemory === true,
  );
}

function layoutOf(value: unknown): Layout {
  const name = value instanceof TorchConstant && value.kind === 'layout' ? value.name : '';
  const layout = Object.values(layouts).find((known) => known instanceof layouts.Layout && String(known) === name);
  return (layout as Layout | undefined) ?? refuse('layout', 'a layout', value);
}

function memoryFormatOf(value: unknown): MemoryFormat {
  if (!(value instanceof PickledObject) || value.className !== `${MODULE}_MEM_FORMAT_ENCODING`) {
    return refuse('memory_format', 'a memory format', value);
  }
  const name = MEMORY_FORMATS[Number(value.args[0])];
  const format = Object.values(layouts).find((known) => known instanceof layouts.MemoryFormat && known.name === name);
  return (format as MemoryFormat | undefined) ?? refuse('memory_format', 'a memory format', value.args[0]);
}

/** @internal */
export function plannerDataOf(value: unknown): ReadonlyMap<string, ObjectPath> {
  return new Map([...mapOf('planner_data', value)].map(([key, path]) => [textOf('a name', key), pathOf(path)]));
}

function pathOf(value: unknown): ObjectPath {
  const steps = listOf('a path of planner_data', value);
  if (steps.length === 0) return refuse('a path of planner_data', 'a list with a key', value);
  return steps.map((step) => (typeof step === 'string' ? step : indexOf(step)));
}

/** No list of a state dict is longer; a hostile number would make one that is. */
const MOST_ITEMS = 10_000_000;

function indexOf(step: unknown): number {
  const index = countOf('a step of a path', step);
  return index <= MOST_ITEMS ? index : refuse('a step of a path', 'the number of an item', step);
}

function storageDataOf(value: unknown): StorageData {
  const entries = [...mapOf('storage_data', value)].map(([key, entry]) => {
    const index = metadataIndexOf(key);
    return [index.key, { index, info: storageInfoOf(entry) }] as const;
  });
  return new Map(entries);
}

/** @internal */
export function metadataIndexOf(value: unknown): MetadataIndex {
  const fields = attributesOf('a key of storage_data', value, 'metadata.MetadataIndex');
  return new MetadataIndex(
    textOf('fqn', fields['fqn']),
    orNull(fields['offset'], (offset) => sizeOf('offset', offset)),
    orNull(fields['index'], (index) => countOf('index', index)),
  );
}

/** @internal */
export function storageInfoOf(value: unknown): StorageInfo {
  const fields = attributesOf('an entry of storage_data', value, 'filesystem._StorageInfo');
  return {
    relativePath: textOf('relative_path', fields['relative_path']),
    offset: countOf('offset', fields['offset']),
    length: countOf('length', fields['length']),
    transformDescriptors: orNull(fields['transform_descriptors'], (names) =>
      listOf('transform_descriptors', names).map((name) => textOf('a transformation', name)),
    ),
  };
}

function storageMetaOf(value: unknown): StorageMeta {
  const fields = attributesOf('storage_meta', value, 'metadata.StorageMeta');
  const text = (name: string): string | null => orNull(fields[name], (given) => pathText(name, given));
  const modules = orNull(fields['modules'], (names) => listOf('modules', names).map((name) => textOf('module', name)));
  return {
    checkpointId: text('checkpoint_id'),
    saveId: text('save_id'),
    loadId: text('load_id'),
    modules: modules ?? [],
  };
}

/** A path of Python's `pathlib` as a string; it is never opened. */
function pathText(what: string, value: unknown): string {
  if (!(value instanceof PickledObject)) return textOf(what, value);
  if (!PATHS.includes(value.className)) return refuse(what, 'a path', value);
  return value.args
    .map((part) => textOf(what, part))
    .join('/')
    .replace(/^\/\//, '/');
}
