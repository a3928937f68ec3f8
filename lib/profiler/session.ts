import { randomUUID } from 'node:crypto';
import { native } from '../native/binding';
import type { ProfileBox, SessionArguments } from '../native/contract/profiler';
import { type Values, any, bool, choice, nullable } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError, valueError, warn } from '../errors';
import { type AveragesRest, STACKS, type StacksOptions, averages, during, pathArgument, toggle } from './calls';
import { EventList } from './event-list';
import type { FunctionEvent, FunctionEventAvg } from './event';
import { type LoopSpan, EventLoopWatch } from './event-loop';
import { ProfilerActivity, activityCodes } from './enums';
import { parseEvents } from './parse';
import { recording } from './spans';
import { Stacks } from './stacks';
import type { TableRest } from './table';
import { writeTrace } from './trace-file';
import { buildTree } from './event-tree';

const FIELDS = {
  enabled: bool(true),
  useDevice: nullable(choice(['cuda', 'xpu', 'mtia', 'hpu'])),
  recordShapes: bool(false),
  withFlops: bool(false),
  profileMemory: bool(false),
  withStack: bool(false),
  withModules: bool(false),
  useKineto: bool(false),
  useCpu: bool(true),
  accEvents: bool(false),
  withOverloadNames: bool(false),
  withEventLoop: bool(false),
  customTraceIdCallback: any<() => string>(),
};

/** What `autograd.profiler.profile` takes. */
export interface SessionOptions {
  /** Whether anything is recorded. @defaultValue true */
  readonly enabled?: boolean;
  /** The device whose work is recorded too. @defaultValue null */
  readonly useDevice?: 'cuda' | 'xpu' | 'mtia' | 'hpu' | null;
  /** Records the shapes of inputs. @defaultValue false */
  readonly recordShapes?: boolean;
  /** Estimates floating-point operations. @defaultValue false */
  readonly withFlops?: boolean;
  /** Records what is allocated and freed. @defaultValue false */
  readonly profileMemory?: boolean;
  /** Records where JavaScript called each operator. @defaultValue false */
  readonly withStack?: boolean;
  /** Records the modules of TorchScript. @defaultValue false */
  readonly withModules?: boolean;
  /** Whether Kineto records what the device does, where there is one. @defaultValue false */
  readonly useKineto?: boolean;
  /** Whether the CPU is recorded. @defaultValue true */
  readonly useCpu?: boolean;
  /** Keeps the events of former sessions. @defaultValue false */
  readonly accEvents?: boolean;
  /** Records the names of overloads. @defaultValue false */
  readonly withOverloadNames?: boolean;
  /** Adds to the trace when the event loop was blocked and garbage was collected. @defaultValue false */
  readonly withEventLoop?: boolean;
  /** Names each session. @defaultValue a random number */
  readonly customTraceIdCallback?: () => string;
}

/**
 * Records the operators that run between `start()` and `stop()` on this thread, and on others that work for it.
 * `torch.profiler.profile` has schedules as well.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.profiler.profile
 * @example
 * const profiler = new torch.autograd.profiler.profile();
 * profiler.during(() => torch.ones([2]).exp());
 * console.log(profiler.keyAverages().table({ sortBy: 'selfCpuTimeTotal' }));
 */
export class profile implements Disposable {
  readonly #options: Values<typeof FIELDS>;
  readonly #useDevice: string | null;
  #traceId = '';
  #box: ProfileBox | null = null;
  #events: EventList | null = null;
  #earlier: readonly FunctionEvent[] = [];
  #stacks: Stacks | null = null;
  #watch: EventLoopWatch | null = null;
  #loop: readonly LoopSpan[] = [];
  /** What `performance.now()` was at a time of the events' clock. */
  #clock: readonly [now: number, ns: bigint] = [0, 0n];
  #entered = false;

  constructor(
    ...args: Mixed<
      [
        enabled?: boolean,
        useDevice?: SessionOptions['useDevice'],
        recordShapes?: boolean,
        withFlops?: boolean,
        profileMemory?: boolean,
        withStack?: boolean,
        withModules?: boolean,
        useKineto?: boolean,
        useCpu?: boolean,
        accEvents?: boolean,
        withOverloadNames?: boolean,
        withEventLoop?: boolean,
        customTraceIdCallback?: () => string,
      ],
      SessionOptions
    >
  ) {
    this.#options = readArguments('autograd.profiler.profile', FIELDS, args);
    this.#useDevice = usable(this.#options.useDevice);
    if (!this.#options.useCpu && !this.#options.useKineto)
      throw valueError('Device-only events supported only with Kineto (use_kineto=True)');
    if (this.#activities().length === 0) throw valueError('No activities specified for the profiler');
  }

  #activities(): ProfilerActivity[] {
    const { useCpu, useKineto } = this.#options;
    const device = useKineto && this.#useDevice !== null ? [ProfilerActivity.CUDA] : [];
    return [...(useCpu ? [ProfilerActivity.CPU] : []), ...device];
  }

  #arguments(): SessionArguments {
    const { recordShapes, profileMemory, withStack, withFlops, withModules, withOverloadNames, useKineto } =
      this.#options;
    return [
      activityCodes(this.#activities()),
      this.#useDevice !== null && !useKineto,
      recordShapes || withFlops,
      profileMemory,
      withStack,
      withFlops,
      withModules,
      withOverloadNames,
      this.#traceId,
    ];
  }

  /** Starts to record. */
  start(...args: []): this {
    takesNothing('profile.start', args);
    if (!this.#options.enabled) return this;
    if (this.#entered) throw runtimeError('Profiler context manager is not reentrant');
    this.prepare();
    this.begin();
    return this;
  }

  /** @internal */
  prepare(): void {
    this.#entered = true;
    const { customTraceIdCallback } = this.#options;
    this.#traceId = customTraceIdCallback?.() ?? randomUUID().replaceAll('-', '').toUpperCase();
    native.prepareProfiler(...this.#arguments());
  }

  /** @internal */
  begin(): void {
    this.#entered = true;
    this.#stacks = this.#options.withStack ? new Stacks() : null;
    native.enableProfiler(...this.#arguments(), this.#stacks?.started ?? null);
    recording.active = true;
    this.#clock = [performance.now(), native.profilerTime()];
    this.#watch = this.#options.withEventLoop ? new EventLoopWatch() : null;
  }

  /** Stops to record. */
  stop(...args: []): void {
    takesNothing('profile.stop', args);
    if (!this.#options.enabled) return;
    this.end();
  }

  /** @internal */
  end(): void {
    if (this.#useDevice === 'cuda') native.cudaSynchronize(native.cudaCurrentDevice());
    const box = native.disableProfiler();
    recording.active = native.profilerEnabled();
    this.#loop = this.#watch?.stop() ?? [];
    this.#watch = null;
    if (this.#options.accEvents && this.#events) this.#earlier = [...this.#events];
    this.#events = null;
    this.#box = box;
    if (this.#options.accEvents) void this.functionEvents;
  }

  /** The number of the session. @internal */
  get traceId(): string {
    return this.#traceId;
  }

  /** Records while a function runs or, if it returns a promise, until that settles. */
  during<R>(body: () => R, ...surplus: []): R {
    return during('profile.during', this, body, surplus);
  }

  [Symbol.dispose](): void {
    if (this.#entered && !this.#box) this.stop();
  }

  /** The events in the order of time. */
  get functionEvents(): EventList {
    return (this.#events ??= this.#parse());
  }

  #parse(): EventList {
    const { profileMemory, withFlops, useKineto } = this.#options;
    const useDevice = this.#useDevice;
    const events = this.#box ? parseEvents(this.#box, useDevice, useDevice !== null && !useKineto) : [];
    const thread = events.find((event) => event.thread > 0)?.thread ?? 0;
    buildTree(events, (list) => this.#stacks?.assign(list, thread));
    return new EventList([...events, ...this.#earlier], { useDevice, profileMemory, withFlops });
  }

  /** The events as a table; see {@link EventList.table}. */
  table(...args: TableRest): string {
    return this.functionEvents.table(...args);
  }

  /** Adds up the events of each name; see {@link EventList.keyAverages}. */
  keyAverages(...args: AveragesRest): EventList<FunctionEventAvg> {
    return this.functionEvents.keyAverages(...averages('profile.keyAverages', args));
  }

  /** The sum of all events. */
  totalAverage(...args: []): FunctionEventAvg {
    takesNothing('profile.totalAverage', args);
    return this.functionEvents.totalAverage();
  }

  /** The sum of all events' own time on the CPU, in microseconds. */
  get selfCpuTimeTotal(): number {
    return this.functionEvents.selfCpuTimeTotal;
  }

  /** Writes the trace for Chrome and Perfetto, compressed if the path ends in `.gz`. Each session can be written once. */
  exportChromeTrace(...args: [path: string]): void {
    this.write(pathArgument('exportChromeTrace', args), new Map());
  }

  /** @internal */
  write(path: string, metadata: ReadonlyMap<string, string>): void {
    if (!this.#box) throw runtimeError('exportChromeTrace: nothing was recorded yet');
    writeTrace(this.#box, path, { spans: this.#loop, clock: this.#clock, metadata });
  }

  /** Writes stacks with a figure; see {@link EventList.exportStacks}. */
  exportStacks(...args: [path: string, metric?: string | StacksOptions]): void {
    const { path, metric } = readArguments('exportStacks', STACKS, args);
    if (!this.#options.withStack) throw valueError('export_stacks() requires with_stack=True');
    this.functionEvents.exportStacks(path, metric);
  }

  /** Switches the recording of some activities on or off while the profiler runs. */
  toggleCollectionDynamic(...args: [enabled: boolean, activities: Iterable<ProfilerActivity>]): void {
    toggle('toggleCollectionDynamic', args);
  }

  toString(): string {
    return this.#box ? this.table() : '<unfinished torch.autograd.profile>';
  }
}

/** The device, if its work can be recorded; a warning otherwise, as in Python. */
function usable(device: string | null): string | null {
  if (device === null) return null;
  if (device === 'cuda' && native.cudaDeviceCount() > 0) return device;
  warn(`${device.toUpperCase()} is not available, disabling ${device.toUpperCase()} profiling`);
  return null;
}
