/**
 * Everything that the addon exports: the contract between lib/ and native/. A test compares these names with the loaded
 * addon. Nothing outside lib/ sees this module; TypeScript validates before it calls, native code checks what memory
 * safety needs.
 */

import type { ErrorDetails } from '../errors';
import type { NnNative } from './contract/nn';
import type { PreparedNative } from './contract/prepared';
import type { SerializationNative } from './contract/serialization';
import type { ExportNative } from './contract/export';
import type { AmpNative } from './contract/amp';
import type { BackendsNative } from './contract/backends';
import type { CudaNative } from './contract/cuda';
import type { CollectiveNative, WholeNative, GroupNative, StoreNative, WorkNative } from './contract/distributed';
import type { FuncNative } from './contract/func';
import type { GraphNative, LibraryNative } from './contract/graph';
import type { JitNative } from './contract/jit';
import type { OptimNative } from './contract/optim';
import type { ProfilerNative } from './contract/profiler';
import type { QuantizationNative } from './contract/quantization';
import type { ReducerNative } from './contract/reducer';
import type { TraceNative } from './contract/trace';
import type {
  EpochBox,
  FunctionContextBox,
  GeneratorBox,
  Handle,
  HookBox,
  JobBox,
  JobId,
  NativeOperator,
  OverloadSchema,
  Settle,
  TensorsCallback,
} from './values';

export type * from './values';

/** What is on or off: for the process, but `gradLayout` for the thread. */
export type NativeSwitch =
  | 'sparseInvariants'
  | 'warnAlways'
  | 'warnOnStreamMismatch'
  | 'overrideStaleStream'
  | 'gradLayout';

export interface CoreNative {
  /** What lib/native/codes.ts has, from native code's own enums. */
  codes(): Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Cancels a job that has not begun, whose settle function is then not called. Returns whether it did. */
  cancelJob(job: JobId): boolean;
  /** The event loop need not live for this job any more; it settles if the loop lives until then. */
  letGoOfJob(job: JobBox): void;
  /** Called as the process ends: begins no more jobs, and waits at most this many milliseconds for those that run. */
  endJobs(patience: number): void;
  setErrorFactory(factory: (kind: string, message: string, details: ErrorDetails | null) => Error): void;
  /** Gets libtorch's warnings; it must not throw. */
  setWarningReceiver(receiver: (message: string, deprecation: boolean) => void): void;
  buildInfo(): { compiledFor: string; flavour: 'cpu' | 'cuda'; config: string; parallel: string };
  setNumThreads(count: number): void;
  getNumThreads(): number;
  setDefaultDtype(dtype: number): void;
  getDefaultDtype(): number;
  setDeterministic(enabled: boolean, warnOnly: boolean): void;
  isDeterministic(): boolean;
  isDeterministicWarnOnly(): boolean;
  setFlushDenormal(enabled: boolean): boolean;
  isSwitchedOn(which: NativeSwitch): boolean;
  switchTo(which: NativeSwitch, on: boolean): void;
  setFloat32MatmulPrecision(precision: string): void;
  setNumInteropThreads(count: number): void;
  getNumInteropThreads(): number;
}

export interface DispatchNative {
  operatorNames(): [name: string, overload: string][];
  /** All overloads, or those of these names, as far as they exist. */
  operatorSchemas(name: string, overloads?: readonly string[]): OverloadSchema[];
  bindOperator(name: string, overload: string): NativeOperator;
  /** The kernel for a dispatch key, and where it was registered. */
  bindKernel(name: string, overload: string, key: string): [kernel: NativeOperator, debug: string];
  loadLibrary(path: string): void;
}

export interface HandleNative {
  /** Int32: [what is wanted ({@link sweepSignal}), live handles]. */
  signals(): ArrayBuffer;
  release(handle: Handle): void;
  releaseMany(handles: Int32Array, count: number): void;
  adopt(handles: Int32Array, count: number, wrappers: object[]): void;
  sweep(): number;
  /** V8 has collected all generations, and the table has been swept since. */
  collectedAll(): void;
  /**
   * Shows V8 the cycles that pass through native code. Returns null if there are none. Otherwise it returns wrappers,
   * each with what it must keep alive until {@link endCycles}. Collect garbage between the two calls.
   */
  beginCycles(): [wrappers: object[], kept: object[]] | null;
  endCycles(): void;
  /** Called when objects other than tensors have made a sweep necessary. */
  setSweeper(sweeper: () => void): void;
  collectedSinceSweep(): boolean;
  memory(resetPeak: boolean): { tensors: number; bytes: number; cached: number; peak: number };
  emptyCache(): void;
  /** Gives back what has not been used since the last call; returns whether another call is worthwhile. */
  shrinkCache(): boolean;
  give(handle: Handle, uses: number, passing: boolean): number;
  take(ticket: number): Handle;
  discard(ticket: number): void;
}

export interface TensorNative {
  shape(handle: Handle): number[];
  stride(handle: Handle): number[];
  dtype(handle: Handle): number;
  device(handle: Handle): string;
  layout(handle: Handle): number;
  numel(handle: Handle): number;
  storageInfo(handle: Handle): { offset: number; bytes: number; address: bigint; exists: boolean };
  /** Bits: {@link tensorFlag}. */
  flags(handle: Handle): number;
  gradFunctionName(handle: Handle): string | null;
  /** What a dual tensor carries. */
  forwardTangent(handle: Handle): Handle | null;
  grad(handle: Handle): Handle | null;
  setGrad(handle: Handle, grad: Handle | null): void;
  setRequiresGrad(handle: Handle, requiresGrad: boolean): void;
  retainGrad(handle: Handle): void;
  setData(handle: Handle, data: Handle): void;
  variableData(handle: Handle): Handle;
  alias(handle: Handle): Handle;
  isSame(a: Handle, b: Handle): boolean;
  version(handle: Handle): number;
  fromBytes(buffer: ArrayBuffer, offset: number, length: number, dtype: number, shape: readonly number[]): Handle;
  viewBytes(buffer: ArrayBuffer, offset: number, length: number, dtype: number, shape: readonly number[]): Handle;
  toBytes(handle: Handle): ArrayBuffer;
  shareBytes(handle: Handle): ArrayBuffer;
  item(handle: Handle): number | bigint | boolean | [number, number];
  elementSize(dtype: number): number;
  index(handle: Handle, indices: readonly unknown[]): Handle;
  indexPut(handle: Handle, indices: readonly unknown[], value: Handle | null, scalar: unknown): void;
}

export interface GeneratorNative {
  newGenerator(device: string): GeneratorBox;
  defaultGenerator(device: string): GeneratorBox;
  setSeed(generator: GeneratorBox, seed: number | bigint): void;
  freshSeed(generator: GeneratorBox): number | bigint;
  initialSeed(generator: GeneratorBox): number | bigint;
  generatorDevice(generator: GeneratorBox): string;
  getState(generator: GeneratorBox): Handle;
  setState(generator: GeneratorBox, state: Handle): void;
  manualSeed(seed: number | bigint): void;
  ownGenerator(seed: number | bigint): void;
}

export interface AutogradNative {
  backward(
    tensors: Handle[],
    gradients: (Handle | null)[],
    retainGraph: boolean,
    createGraph: boolean,
    inputs: Handle[],
  ): void;
  gradients(
    outputs: Handle[],
    inputs: Handle[],
    gradients: (Handle | null)[],
    retainGraph: boolean,
    createGraph: boolean,
    allowUnused: boolean,
  ): (Handle | null)[];
  setGradEnabled(enabled: boolean): boolean;
  isGradEnabled(): boolean;
  isInferenceModeEnabled(): boolean;
  withInferenceMode<T>(enabled: boolean, body: () => T): T;
  setDetectAnomaly(enabled: boolean, checkNan: boolean): void;
  detectAnomalyState(): [enabled: boolean, checkNan: boolean];
  backwardAsync(
    tensors: Handle[],
    gradients: (Handle | null)[],
    retainGraph: boolean,
    createGraph: boolean,
    inputs: Handle[],
    settle: Settle,
  ): JobId;
  /** Each backwardAsync is followed by one of these. */
  backwardSettled(): void;
  /** With `others`, the hook also gets the number of the backward, and for how many of them it computes gradients. */
  registerHook(
    handle: Handle,
    hook: TensorsCallback | ((handles: (Handle | null)[], task: number, count: number) => (Handle | null)[]),
    others: Handle[] | null,
  ): HookBox;
  registerPostAccumulateGradHook(handle: Handle, hook: TensorsCallback): HookBox;
  removeHook(hook: HookBox): void;
  applyFunction(
    name: string,
    backward: TensorsCallback,
    inputs: Handle[],
    outputs: (Handle | null)[],
    dirty: Handle[],
    constant: Handle[],
    saved: (Handle | null)[],
    materialize: boolean,
    jvp: TensorsCallback,
  ): [outputs: (Handle | null)[], context: FunctionContextBox | null];
  savedTensors(context: FunctionContextBox): (Handle | null)[];
  delayedError(message: string, tensors: (Handle | null)[]): (Handle | null)[];
}

export interface DataNative {
  openLoader(
    tensors: readonly Handle[],
    order: Handle,
    batchSize: number,
    dropLast: boolean,
    threads: number,
    ahead: number,
    timeoutMs: number,
  ): EpochBox;
  nextBatch(epoch: EpochBox): Handle[] | null;
  closeLoader(epoch: EpochBox): void;
  announce(): number;
  isAnnounced(environment: number): boolean;
}

export interface NativeBinding
  extends CoreNative,
    DispatchNative,
    HandleNative,
    TensorNative,
    GeneratorNative,
    AutogradNative,
    SerializationNative,
    ExportNative,
    DataNative,
    NnNative,
    PreparedNative,
    AmpNative,
    FuncNative,
    GraphNative,
    LibraryNative,
    OptimNative,
    BackendsNative,
    CudaNative,
    StoreNative,
    GroupNative,
    WorkNative,
    CollectiveNative,
    WholeNative,
    ReducerNative,
    JitNative,
    TraceNative,
    ProfilerNative,
    QuantizationNative {}
