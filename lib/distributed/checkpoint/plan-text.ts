import * as dtypes from '../../tensor/dtype';
import { DType } from '../../tensor/dtype';
import { serializationError } from '../../serialization/errors';
import { ChunkStorageMetadata, MetadataIndex, type ObjectPath, TensorProperties } from './metadata';
import type { LoadPlan, ReadItem, SavePlan, WriteItem } from './planner';
import type { WriteResult } from './storage';

/** Plans as text, in which they travel between ranks. */

type Json = Readonly<Record<string, unknown>>;

function dtypeNamed(name: string): DType {
  const dtype: unknown = (dtypes as Readonly<Record<string, unknown>>)[name];
  if (dtype instanceof DType) return dtype;
  throw serializationError(`another rank named a dtype that there is not: ${name}`);
}

const indexOf = ({ fqn, offset, index }: MetadataIndex): MetadataIndex => new MetadataIndex(fqn, offset, index);

const chunkOf = ({ offsets, sizes }: ChunkStorageMetadata): ChunkStorageMetadata =>
  new ChunkStorageMetadata(offsets, sizes);

/** Of the properties, those that a part has: layout and memory format are always the plain ones. */
function replacer(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
  if (!(value instanceof TensorProperties)) return value;
  return { dtype: value.dtype.name, requiresGrad: value.requiresGrad, pinMemory: value.pinMemory };
}

/** @internal */
export function planText(plan: SavePlan | LoadPlan | readonly WriteResult[]): string {
  return JSON.stringify(plan, replacer);
}

/** @internal */
export function savePlanOf(text: string): SavePlan {
  const { items, storageData, plannerData } = JSON.parse(text) as {
    items: WriteItem[];
    storageData?: string | null;
    plannerData?: [string, ObjectPath][] | null;
  };
  return {
    items: items.map(writeItemOf),
    storageData: storageData ?? null,
    plannerData: plannerData ? new Map(plannerData) : null,
  };
}

function writeItemOf({ index, type, tensorData }: WriteItem): WriteItem {
  if (tensorData === null) return { index: indexOf(index), type, tensorData };
  const { dtype, requiresGrad, pinMemory } = tensorData.properties as unknown as Json;
  const properties = new TensorProperties(
    dtypeNamed(String(dtype)),
    undefined,
    requiresGrad === true,
    undefined,
    pinMemory === true,
  );
  return {
    index: indexOf(index),
    type,
    tensorData: { chunk: chunkOf(tensorData.chunk), properties, size: tensorData.size },
  };
}

/** @internal */
export function loadPlanOf(text: string): LoadPlan {
  const { items } = JSON.parse(text) as { items: ReadItem[] };
  return {
    items: items.map((item) => ({
      ...item,
      destIndex: indexOf(item.destIndex),
      storageIndex: indexOf(item.storageIndex),
    })),
  };
}

/** @internal */
export function writeResultsOf(text: string): WriteResult[] {
  return (JSON.parse(text) as WriteResult[]).map((result) => ({ ...result, index: indexOf(result.index) }));
}
