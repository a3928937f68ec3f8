/** What the addon exports for `torch.profiler`. The names are listed in `lib/native/contract.ts`. */
import type { Box } from '../values';

/** What a session has recorded. */
export type ProfileBox = Box<'ProfilerResult'>;
/** A named stretch of a program that has begun. */
export type SpanBox = Box<'Span'>;

/** An event as Kineto has it. Times are in microseconds since the start of the trace. */
export interface NativeEvent {
  readonly name: string;
  readonly overloadName: string;
  readonly id: number;
  /** Of work on a device: the `id` of the event that started it, else 0. */
  readonly linkedId: number;
  readonly start: number;
  readonly end: number;
  readonly thread: number;
  readonly endThread: number;
  readonly forwardThread: number;
  readonly deviceType: number;
  readonly deviceIndex: number;
  readonly deviceResource: number;
  readonly isAsync: boolean;
  readonly hidden: boolean;
  readonly isAnnotation: boolean;
  readonly activityType: number;
  readonly shapes: readonly (readonly number[])[];
  readonly structuredShapes: readonly (readonly number[] | readonly (readonly number[])[])[];
  readonly strides: readonly (readonly number[] | readonly (readonly number[])[])[];
  readonly dtypes: readonly string[];
  readonly inputs: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>>;
  readonly stack: readonly string[];
  readonly modules: readonly string[];
  readonly scope: number;
  readonly sequence: number;
  readonly flops: number;
  readonly bytes: number;
  /** What a kernel took by libtorch's own timing, or -1. */
  readonly gpuTime: number;
}

/** What both functions that begin a session take. */
export type SessionArguments = [
  activities: readonly number[],
  gpuFallback: boolean,
  recordShapes: boolean,
  profileMemory: boolean,
  withStack: boolean,
  withFlops: boolean,
  withModules: boolean,
  overloadNames: boolean,
  traceId: string,
];

export interface ProfilerNative {
  prepareProfiler(...session: SessionArguments): void;
  /** `started` is called with the name of each operator and span that JavaScript starts. */
  enableProfiler(...session: [...SessionArguments, started: ((name: string) => void) | null]): void;
  disableProfiler(): ProfileBox;
  /** Each operator is a range from now on: for VTune (`itt`), or else for Nsight. Ends with `disableProfiler`. */
  emitRanges(itt: boolean, recordShapes: boolean): void;
  profilerEnabled(): boolean;
  toggleProfiler(enable: boolean, activities: readonly number[]): void;
  addProfilerMetadata(key: string, json: string): void;
  /** The clock of the events: nanoseconds since 1970. */
  profilerTime(): bigint;
  isKinetoStopped(): boolean;
  profilerEvents(profile: ProfileBox, gpuTimes: boolean): NativeEvent[];
  /** Nanoseconds since 1970. */
  profilerStart(profile: ProfileBox): bigint;
  /** Once for a profile. */
  saveProfile(profile: ProfileBox, path: string): void;
  beginSpan(name: string, args: string | null): SpanBox;
  endSpan(span: SpanBox): void;
  addExecutionTrace(path: string): boolean;
  removeExecutionTrace(): void;
  enableExecutionTrace(enable: boolean): void;
}
