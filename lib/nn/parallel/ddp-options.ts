import { bool, float, int, nullable, required, value } from '../../arguments/fields';
import { groupField, type GroupOrNone } from '../../c10d/world';
import type { ProcessGroup } from '../../c10d/process-group';
import { typeError, valueError, warn } from '../../errors';
import { something } from '../../tensor/arguments';
import { type DeviceLike, isDeviceLike } from '../../tensor/device';
import type { Parameter } from '../parameter';

export interface DistributedDataParallelOptions {
  /** The CUDA device of the module, in an array of one; left out for modules of the CPU or of several devices. */
  readonly deviceIds?: readonly (number | DeviceLike)[] | null;
  /** Where the output goes; `deviceIds[0]` by default. Left out for modules of the CPU. */
  readonly outputDevice?: number | DeviceLike | null;
  /** The dimension of the batch. @defaultValue 0 */
  readonly dim?: number;
  /** Deprecated in Python: use `forwardSyncBuffers`. With false, buffers are not sent at the start either. */
  readonly broadcastBuffers?: boolean | null;
  /**
   * Compares the ranks' parameters, and sends those of rank 0 to all, when the module is wrapped. Whoever turns it off
   * makes sure that all ranks start with the same. @defaultValue true
   */
  readonly initSync?: boolean;
  /** The ranks that train together; all of them by default. */
  readonly processGroup?: ProcessGroup | null;
  /**
   * How large the buckets are whose gradients are reduced together, in MiB.
   * @defaultValue null, which means 25, and 1 for the first bucket
   */
  readonly bucketCapMb?: number | null;
  /**
   * Looks through each step's graph for parameters that the output does not come from, which would be waited for.
   * @defaultValue false
   */
  readonly findUnusedParameters?: boolean;
  /** Does nothing, as in Python. */
  readonly checkReduction?: boolean;
  /** Makes `grad` a view of the bucket: less memory, and no copies. @defaultValue false */
  readonly gradientAsBucketView?: boolean;
  /** All steps have the same graph, and so the same unused parameters: these are looked for once. @defaultValue false */
  readonly staticGraph?: boolean;
  /** Parameters whose gradients are reduced together once that of `paramToHookAllReduce` is there. */
  readonly delayAllReduceNamedParams?: readonly (readonly [name: string, parameter: Parameter])[] | null;
  /**
   * The parameter whose gradient, once it is there, starts the reduction of those of `delayAllReduceNamedParams`. It is
   * given with them, and not without. @defaultValue null
   */
  readonly paramToHookAllReduce?: Parameter | null;
  /** Not available: Python's form of it works with streams of a GPU only. `torch.amp.autocast` serves all devices. */
  readonly mixedPrecision?: null;
  /** Not available: there are no device meshes. Give `processGroup`. */
  readonly deviceMesh?: null;
  /** Does not reduce unused parameters, which are then the same on all ranks and in all steps. @defaultValue false */
  readonly skipAllReduceUnusedParams?: boolean;
  /** A size for each bucket, in MiB; the last one is for all that follow. */
  readonly bucketCapMbList?: readonly number[] | null;
  /** Copies the gradients of a bucket in one go when it is complete. @defaultValue false */
  readonly batchedGradCopy?: boolean;
  /**
   * Sends the buffers of rank 0 to all before each forward.
   * @defaultValue null, which means what `broadcastBuffers` says, and true where that is left out too
   */
  readonly forwardSyncBuffers?: boolean | null;
}

type DdpOption<K extends keyof DistributedDataParallelOptions> = DistributedDataParallelOptions[K];

/** What follows the module by position, in Python's order. */
export type DdpArguments = [
  deviceIds?: DdpOption<'deviceIds'>,
  outputDevice?: DdpOption<'outputDevice'>,
  dim?: number,
  broadcastBuffers?: boolean | null,
  initSync?: boolean,
  processGroup?: ProcessGroup | null,
  bucketCapMb?: number | null,
  findUnusedParameters?: boolean,
  checkReduction?: boolean,
  gradientAsBucketView?: boolean,
  staticGraph?: boolean,
  delayAllReduceNamedParams?: DdpOption<'delayAllReduceNamedParams'>,
  paramToHookAllReduce?: Parameter | null,
  mixedPrecision?: null,
  deviceMesh?: null,
  skipAllReduceUnusedParams?: boolean,
  bucketCapMbList?: readonly number[] | null,
  batchedGradCopy?: boolean,
  forwardSyncBuffers?: boolean | null,
];

const isPlace = (v: unknown): boolean => Number.isSafeInteger(v) || isDeviceLike(v);
const refused = (reason: string): ReturnType<typeof value<null>> => ({
  ...value<null>('null', (v) => v === null, null),
  refuse: (_given, prefix) => typeError(`${prefix}${reason}`),
});
const numbers = value<readonly number[]>('an array of numbers', (v) => {
  return Array.isArray(v) && v.every((item) => typeof item === 'number');
});
const namedParameters = value<readonly (readonly [string, Parameter])[]>('an array of pairs [name, Parameter]', (v) => {
  return Array.isArray(v) && v.every((pair) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string');
});

/** In Python's order. @internal */
export const DDP = {
  module: required(something()),
  deviceIds: nullable(
    value<readonly (number | DeviceLike)[]>('an array of devices', (v) => Array.isArray(v) && v.every(isPlace)),
  ),
  outputDevice: nullable(value<number | DeviceLike>('a device', isPlace)),
  dim: int(0),
  broadcastBuffers: nullable(bool()),
  initSync: bool(true),
  processGroup: groupField(),
  bucketCapMb: nullable(float()),
  findUnusedParameters: bool(false),
  checkReduction: bool(false),
  gradientAsBucketView: bool(false),
  staticGraph: bool(false),
  delayAllReduceNamedParams: nullable(namedParameters),
  paramToHookAllReduce: nullable(something()),
  mixedPrecision: refused(
    "DistributedDataParallel's own mixed precision needs streams and events of a GPU, as in Python: use torch.amp.autocast",
  ),
  deviceMesh: refused('there are no device meshes here: give processGroup'),
  skipAllReduceUnusedParams: bool(false),
  bucketCapMbList: nullable(numbers),
  batchedGradCopy: bool(false),
  forwardSyncBuffers: nullable(bool()),
};

/** What the table reads. @internal */
export interface DdpValues extends Required<Omit<DistributedDataParallelOptions, 'processGroup'>> {
  readonly processGroup: GroupOrNone | null;
}

/** Of `DistributedDataParallel.join`, in Python's order. @internal */
export const JOIN = {
  divideByInitialWorldSize: bool(true),
  enable: bool(true),
  throwOnEarlyTermination: bool(false),
};

const MIB = 1024 * 1024;
const DEFAULT_CAP_MB = 25;
const FIRST_BUCKET_BYTES = MIB;
/** No limit: Python's `sys.maxsize` as far as a number goes. */
const ONE_BUCKET = Number.MAX_SAFE_INTEGER;

/** Sizes of buckets in bytes, as the Reducer takes them. */
export interface BucketSizes {
  readonly bucketBytes: number;
  readonly firstBucketBytes: number;
  readonly limits: readonly number[];
  readonly laterLimits: readonly number[];
}

function bytes(name: string, mib: number): number {
  const size = Math.trunc(mib * MIB);
  if (Number.isSafeInteger(size) && size >= 0) return size;
  throw valueError(`DistributedDataParallel(): '${name}' should be a size in MiB of at least 0, got ${mib}`);
}

/** The first step has one bucket, as the order of the gradients is not known yet, unless unused ones are looked for. @internal */
export function bucketSizes(options: DdpValues): BucketSizes {
  const { bucketCapMb, bucketCapMbList, staticGraph, findUnusedParameters } = options;
  const list = (bucketCapMbList ?? []).map((cap) => bytes('bucketCapMbList', cap));
  if (list.length > 0) {
    const largest = Math.max(...list);
    return { bucketBytes: largest, firstBucketBytes: largest, limits: list, laterLimits: list };
  }
  const bucketBytes = bytes('bucketCapMb', bucketCapMb ?? DEFAULT_CAP_MB);
  const firstBucketBytes = bucketCapMb === null ? FIRST_BUCKET_BYTES : bucketBytes;
  const found = firstBucketBytes < bucketBytes ? [firstBucketBytes, bucketBytes] : [bucketBytes];
  const limits = staticGraph || !findUnusedParameters ? [ONE_BUCKET] : found;
  return { bucketBytes, firstBucketBytes, limits, laterLimits: [] };
}

/** Whether buffers are sent before each forward, and at the start. @internal */
export function bufferSync(options: DdpValues): { readonly forward: boolean; readonly init: boolean } {
  const { broadcastBuffers, forwardSyncBuffers } = options;
  if (broadcastBuffers !== null && forwardSyncBuffers !== null) {
    warn(
      'Both `broadcastBuffers` and `forwardSyncBuffers` were specified. `broadcastBuffers` is deprecated and its value is ' +
        'ignored when `forwardSyncBuffers` is provided.',
    );
  } else if (broadcastBuffers !== null) {
    warn(
      '`broadcastBuffers` is deprecated. Use `forwardSyncBuffers` instead. IMPORTANT: unlike `broadcastBuffers: false`, ' +
        '`forwardSyncBuffers: false` still syncs buffers at init. If you rely on buffers NOT being synced at init (e.g. ' +
        'rank-local buffers), keep using `broadcastBuffers: false`.',
    );
  }
  if (forwardSyncBuffers !== null) return { forward: forwardSyncBuffers, init: true };
  const both = broadcastBuffers ?? true;
  return { forward: both, init: both };
}
