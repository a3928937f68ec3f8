/**
 * What the addon exports for `torch.distributed`. The names are listed in the addon's interface,
 * `lib/native/contract.ts`. Durations are milliseconds.
 */
import type { Box, Handle, JobBox, Settle } from '../values';

export type StoreBox = Box<'Store'>;
export type GroupBox = Box<'ProcessGroup'>;
export type WorkBox = Box<'Work'>;

/** A reduction: its name, or the factor of PREMUL_SUM, as a number or as a tensor of one element. */
export type NativeReduceOp = string | number | readonly [Handle];

/** A collective under way, or undefined where the call waited for its end. */
export type Started = WorkBox | undefined;

export interface StoreNative {
  /** With `settle` a job, with null the store at once; `listening` is a descriptor, or -1. */
  openTcpStore(
    host: string,
    port: number,
    workers: number,
    isServer: boolean,
    timeout: number,
    waitForWorkers: boolean,
    multiTenant: boolean,
    useLibUV: boolean,
    listening: number,
    settle: Settle | null,
  ): StoreBox | JobBox;
  openFileStore(path: string, workers: number): StoreBox;
  openHashStore(): StoreBox;
  openPrefixStore(prefix: string, store: StoreBox): StoreBox;
  /** Lets go of the store; a server ends when nobody holds it. */
  closeStore(store: StoreBox): void;
  tcpStoreAddress(store: StoreBox): [host: string, port: number] | null;
  storeSet(store: StoreBox, key: string, value: Uint8Array): void;
  /** With `settle` a job, in which the store answers nobody else; with null the value at once. */
  storeGet(store: StoreBox, key: string, settle: Settle | null): ArrayBuffer | JobBox;
  /** `timeout` is -1 for the store's own. */
  storeWait(store: StoreBox, keys: readonly string[], timeout: number, settle: Settle | null): void;
  storeAdd(store: StoreBox, key: string, amount: number): number | bigint;
  storeCompareSet(store: StoreBox, key: string, expected: Uint8Array, desired: Uint8Array): ArrayBuffer;
  storeDelete(store: StoreBox, key: string): boolean;
  storeCheck(store: StoreBox, keys: readonly string[]): boolean;
  storeCount(store: StoreBox): number;
  storeKeys(store: StoreBox): string[];
  storeTimeout(store: StoreBox): number;
  storeSetTimeout(store: StoreBox, timeout: number): void;
  storeExtended(store: StoreBox): boolean;
  storeAppend(store: StoreBox, key: string, value: Uint8Array): void;
  storeMultiGet(store: StoreBox, keys: readonly string[]): ArrayBuffer[];
  storeMultiSet(store: StoreBox, keys: readonly string[], values: readonly Uint8Array[]): void;
  storeQueuePush(store: StoreBox, key: string, value: Uint8Array): void;
  storeQueuePop(store: StoreBox, key: string, block: boolean): ArrayBuffer;
  storeQueueLen(store: StoreBox, key: string): number;
}

export interface GroupNative {
  openGroup(
    store: StoreBox,
    rank: number,
    size: number,
    name: string,
    description: string,
    backends: readonly (readonly [device: string, backend: string])[],
    timeout: number,
    globalRanks: readonly number[],
    settle: Settle,
  ): JobBox;
  /** Settles when the group's threads and connections have ended. */
  closeGroup(group: GroupBox, settle: Settle): void;
  abortGroup(group: GroupBox): void;
  /** The ranks, in the group, to which gloo has no connection any more. */
  groupLost(group: GroupBox): number[];
  setGroupTimeout(group: GroupBox, timeout: number): void;
  groupSequence(group: GroupBox): number;
  setDebugLevel(level: number): void;
  setDebugLevelFromEnvironment(): void;
  debugLevel(): number;
  ncclBuilt(): boolean;
}

export interface WorkNative {
  /** `timeout` is 0 for the group's. */
  waitWork(work: WorkBox, timeout: number): void;
  /** Settles when the work has ended; blocks nobody. */
  watchWork(work: WorkBox, settle: Settle): void;
  workCompleted(work: WorkBox): boolean;
  workSuccess(work: WorkBox): boolean;
  workResult(work: WorkBox): Handle[];
  workSource(work: WorkBox): number;
}

/** Each takes last whether to wait for the end. */
export interface CollectiveNative {
  allReduce(group: GroupBox, tensors: Handle[], op: NativeReduceOp, wait: boolean): Started;
  allReduceCoalesced(group: GroupBox, tensors: Handle[], op: NativeReduceOp, wait: boolean): Started;
  broadcast(group: GroupBox, tensors: Handle[], root: number, wait: boolean): Started;
  reduce(group: GroupBox, tensors: Handle[], op: NativeReduceOp, root: number, wait: boolean): Started;
  allGather(group: GroupBox, outputs: Handle[][], inputs: Handle[], wait: boolean): Started;
  allGatherCoalesced(group: GroupBox, outputs: Handle[][], inputs: Handle[], wait: boolean): Started;
  allGatherSingle(group: GroupBox, output: Handle, input: Handle, wait: boolean): Started;
  gather(group: GroupBox, outputs: Handle[][], inputs: Handle[], root: number, wait: boolean): Started;
  scatter(group: GroupBox, outputs: Handle[], inputs: Handle[][], root: number, wait: boolean): Started;
  reduceScatter(group: GroupBox, outputs: Handle[], inputs: Handle[][], op: NativeReduceOp, wait: boolean): Started;
  reduceScatterSingle(group: GroupBox, output: Handle, input: Handle, op: NativeReduceOp, wait: boolean): Started;
  allToAll(group: GroupBox, outputs: Handle[], inputs: Handle[], wait: boolean): Started;
  allToAllSingle(
    group: GroupBox,
    output: Handle,
    input: Handle,
    outputSizes: readonly number[],
    inputSizes: readonly number[],
    wait: boolean,
  ): Started;
  /** `timeout` is -1 for the group's. */
  barrier(group: GroupBox, timeout: number, wait: boolean): Started;
  /** Blocks where `settle` is null. */
  monitoredBarrier(group: GroupBox, timeout: number, waitAllRanks: boolean, settle: Settle | null): void;
  send(group: GroupBox, tensors: Handle[], destination: number, tag: number, wait: boolean): Started;
  /** `source` is -1 for any. */
  recv(group: GroupBox, tensors: Handle[], source: number, tag: number, wait: boolean): Started;
}

/** Tensors whose memory is given back and filled again. */
export type WholeBox = Box<'region of whole parameters'>;

export interface WholeNative {
  wholeCreate(dtypes: readonly number[], shapes: readonly (readonly number[])[]): [WholeBox, Handle[]];
  /** From the bytes of all ranks: of each one, tensor i has `lengths[i]` bytes at `offsets[i]`. */
  wholeFill(
    region: WholeBox,
    gathered: Handle,
    ranks: number,
    offsets: readonly number[],
    lengths: readonly number[],
  ): void;
  wholeDrop(region: WholeBox): void;
  wholeFilled(region: WholeBox): boolean;
  /** How many bytes are filled in this process, and the most since the last call. */
  wholeBytes(): [now: number, most: number];
}
