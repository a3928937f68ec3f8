/**
 * What the addon exports for `DistributedDataParallel`. The names are listed in the addon's interface,
 * `lib/native/contract.ts`.
 */
import type { Box, Handle, JobId, Settle } from '../values';
import type { GroupBox, WorkBox } from './distributed';

export type ReducerBox = Box<'Reducer'>;

/** How the Reducer puts gradients together. Sizes are in bytes. */
export interface ReducerSettings {
  /** What the first buckets may hold, the last limit repeated; and the buckets that are made after the first backward. */
  readonly limits: readonly number[];
  readonly laterLimits: readonly number[];
  readonly bucketBytes: number;
  readonly firstBucketBytes: number;
  readonly findUnusedParameters: boolean;
  readonly gradientAsBucketView: boolean;
  readonly skipAllReduceUnusedParams: boolean;
  readonly batchedGradCopy: boolean;
  /** Of the parameters, for errors. */
  readonly names: readonly string[];
}

/**
 * Called with a bucket: its index, whether it is the last, its buffer, the positions of its parameters, and a number that
 * `settleCommHook` takes, or 0 where no promise can settle. Returns a tensor, the number of something to finish, or 0 for
 * a promise.
 */
export type RunCommHook = (
  index: number,
  isLast: boolean,
  buffer: Handle,
  parameters: readonly number[],
  number: number,
) => [Handle] | number;

export interface ReducerNative {
  newReducer(
    group: GroupBox,
    params: readonly Handle[],
    /** 1 for a parameter whose gradient is sparse. */
    sparse: readonly number[],
    settings: ReducerSettings,
  ): ReducerBox;
  /** For the logging data. */
  describeModule(
    reducer: ReducerBox,
    name: string,
    deviceIds: readonly number[],
    outputDevice: number,
    broadcastsBuffers: boolean,
    hasSyncBatchNorm: boolean,
    staticGraph: boolean,
  ): void;
  prepareForward(reducer: ReducerBox, group: GroupBox): void;
  rebuildBuckets(reducer: ReducerBox): boolean;
  rebuildBucketsAsync(reducer: ReducerBox, settle: Settle): JobId;
  /** The positions of the parameters in the order of the buckets, or null while these are the first ones. */
  bucketOrder(reducer: ReducerBox, settle: Settle): JobId;
  useBucketOrder(reducer: ReducerBox, order: readonly number[]): void;
  /** With `search`, looks for the parameters that the outputs do not come from. */
  prepareBackward(reducer: ReducerBox, outputs: readonly Handle[], search: boolean): void;
  /** The same values, with a node behind them that Python calls _DDPSink. */
  sinkOutputs(reducer: ReducerBox, outputs: readonly Handle[]): Handle[];
  setForwardWork(reducer: ReducerBox, work: WorkBox, divideByInitialWorldSize: boolean): void;
  setStaticGraph(reducer: ReducerBox): void;
  awaitsFirstBackward(reducer: ReducerBox): boolean;
  registerCommHook(reducer: ReducerBox, name: string, run: RunCommHook, finish: (number: number) => [Handle]): void;
  registerBuiltinCommHook(reducer: ReducerBox, name: string, kind: string): void;
  /** With a handle, or with null and the error in an array. */
  settleCommHook(number: number, result: Handle | null, error?: [unknown]): void;
  matchAllReduce(reducer: ReducerBox): void;
  matchAllReduceAsync(reducer: ReducerBox, settle: Settle): JobId;
  localUsedMap(reducer: ReducerBox): Handle;
  pushRebuiltParameters(reducer: ReducerBox): void;
  logUnevenInputs(reducer: ReducerBox): void;
  logDdpError(reducer: ReducerBox, message: string): void;
  setLoggingSampleRate(reducer: ReducerBox, rate: number): void;
  ddpLoggingData(reducer: ReducerBox): [name: string, value: string | number | bigint][];
  checkReducerFinalized(reducer: ReducerBox): void;
  verifyParameters(group: GroupBox, params: readonly Handle[]): void;
  broadcastCoalesced(group: GroupBox, tensors: readonly Handle[], bytes: number, rank: number): void;
  broadcastCoalescedAsync(
    group: GroupBox,
    tensors: readonly Handle[],
    bytes: number,
    rank: number,
    settle: Settle,
  ): JobId;
}
