import { native } from '../native/binding';
import { type Field, type Values, bool, callback, iterable, optional, str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { show } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { typeError, valueError, warn } from '../errors';
import {
  type AveragesRest,
  STACKS,
  type StacksOptions,
  averages,
  during,
  isActivity,
  pathArgument,
  toggleArguments,
} from './calls';
import { ProfilerAction, ProfilerActivity } from './enums';
import type { FunctionEventAvg } from './event';
import type { EventList } from './event-list';
import type { TraceObserver } from './execution-trace';
import { type RecordedFunction, recordFunction } from './record-function';
import * as session from './session';
import { checkJson } from './metadata';

type Schedule = (step: number) => ProfilerAction;

const observer = (): Field<TraceObserver> =>
  value<TraceObserver>('an observer with start(), stop() and cleanup()', (given) =>
    ['start', 'stop', 'cleanup'].every(
      (name) => typeof (given as Record<string, unknown> | null)?.[name] === 'function',
    ),
  );

const FIELDS = {
  activities: optional(iterable<Iterable<ProfilerActivity>>('an iterable of activities')),
  schedule: optional(callback<Schedule>()),
  onTraceReady: optional(callback<(profiler: profile) => unknown>()),
  recordShapes: bool(false),
  profileMemory: bool(false),
  withStack: bool(false),
  withFlops: bool(false),
  withModules: bool(false),
  executionTraceObserver: optional(observer()),
  accEvents: bool(false),
  customTraceIdCallback: optional(callback<() => string>()),
  withOverloadNames: bool(false),
  withEventLoop: bool(false),
};

/** What {@link profile} takes. */
export interface ProfileOptions {
  /** What is recorded. @defaultValue the CPU, and CUDA where there is a GPU */
  readonly activities?: Iterable<ProfilerActivity>;
  /** What to do at each step, see {@link schedule}. @defaultValue all steps are recorded */
  readonly schedule?: (step: number) => ProfilerAction;
  /** Called at the end of each cycle, for example by {@link tensorboardTraceHandler}. */
  readonly onTraceReady?: (profiler: profile) => unknown;
  /** Records the shapes of inputs. @defaultValue false */
  readonly recordShapes?: boolean;
  /** Records what is allocated and freed. @defaultValue false */
  readonly profileMemory?: boolean;
  /** Records where JavaScript called each operator. @defaultValue false */
  readonly withStack?: boolean;
  /** Estimates floating-point operations. @defaultValue false */
  readonly withFlops?: boolean;
  /** Records the modules of TorchScript. @defaultValue false */
  readonly withModules?: boolean;
  /** Starts and stops with the profiler. */
  readonly executionTraceObserver?: TraceObserver;
  /** Keeps the events of former cycles. @defaultValue false */
  readonly accEvents?: boolean;
  /** Names each cycle. @defaultValue a random number */
  readonly customTraceIdCallback?: () => string;
  /** Records the names of overloads. @defaultValue false */
  readonly withOverloadNames?: boolean;
  /** Adds to the trace when the event loop was blocked and garbage was collected. @defaultValue false */
  readonly withEventLoop?: boolean;
}

/** What can be recorded on this machine. */
export function supportedActivities(...args: []): Set<ProfilerActivity> {
  takesNothing('torch.profiler.supportedActivities', args);
  const cuda = native.cudaDeviceCount() > 0 ? [ProfilerActivity.CUDA] : [];
  return new Set([ProfilerActivity.CPU, ...cuda]);
}

function readActivities(given: Iterable<unknown> | undefined): Set<ProfilerActivity> {
  if (given === undefined) return supportedActivities();
  const activities = new Set<ProfilerActivity>();
  for (const item of given) {
    if (isPlainObject(item))
      throw typeError('profile: parts of an activity cannot be chosen here; pass the activity itself');
    if (!isActivity(item)) throw typeError(`Expected ProfilerActivity or dict, got ${show(item)}`);
    if (activities.has(item)) throw valueError(`Activity ProfilerActivity.${item} specified more than once`);
    activities.add(item);
  }
  if (activities.size === 0) throw valueError('No valid profiler activities found');
  return activities;
}

/** Python warns once that a cycle clears the events of the previous one. */
const clearing = { told: false };

type Move = 'prepare' | 'start' | 'stop' | 'ready';
const BEGIN: readonly Move[] = ['prepare', 'start'];
const FINISH: readonly Move[] = ['stop', 'ready'];

/** What leads from one action to the next; null is the end. */
const MOVES: Readonly<Record<string, readonly Move[]>> = {
  ...{ 'NONE>WARMUP': ['prepare'], 'NONE>RECORD': BEGIN, 'NONE>RECORD_AND_SAVE': BEGIN },
  ...{ 'WARMUP>NONE': ['start', 'stop'], 'WARMUP>RECORD': ['start'], 'WARMUP>RECORD_AND_SAVE': ['start'] },
  ...{ 'RECORD>NONE': ['stop'], 'RECORD>WARMUP': ['stop'] },
  ...{ 'RECORD_AND_SAVE>NONE': FINISH, 'RECORD_AND_SAVE>WARMUP': [...FINISH, 'prepare'] },
  ...{ 'RECORD_AND_SAVE>RECORD': [...FINISH, ...BEGIN], 'RECORD_AND_SAVE>RECORD_AND_SAVE': [...FINISH, ...BEGIN] },
  ...{ 'WARMUP>DEVICE_STOPPED': ['start', ...FINISH], 'RECORD>DEVICE_STOPPED': FINISH },
  ...{ 'DEVICE_STOPPED>WARMUP': ['prepare'], 'DEVICE_STOPPED>RECORD': BEGIN, 'DEVICE_STOPPED>RECORD_AND_SAVE': BEGIN },
  ...{ 'WARMUP>null': ['start', 'stop'], 'RECORD>null': FINISH, 'RECORD_AND_SAVE>null': FINISH },
};

/** Steps that a schedule should not make; they are made all the same. */
const INCORRECT = new Set(['WARMUP>NONE', 'RECORD>NONE', 'RECORD>WARMUP']);

const ACTIONS = new Set<unknown>(['NONE', 'WARMUP', 'RECORD', 'RECORD_AND_SAVE']);

/** A schedule's answer, which may be anything where it was written by hand. */
function actionAt(schedule: Schedule, step: number): ProfilerAction {
  const action: unknown = schedule(step);
  if (action === ProfilerAction.DEVICE_STOPPED) {
    throw valueError(
      'ProfilerAction.DEVICE_STOPPED is set internally by the profiler and must not be returned by a user-provided schedule',
    );
  }
  if (!ACTIONS.has(action))
    throw typeError(`profile: the schedule returned ${show(action)} at step ${step}, not a ProfilerAction`);
  return action as ProfilerAction;
}

/**
 * Records what a program does: operators with their times, shapes and memory, and spans that it names. Everything between
 * `start()` and `stop()` on this thread is recorded, or the steps that a schedule chooses.
 *
 * @see https://docs.pytorch.org/docs/2.13/profiler.html#torch.profiler.profile
 * @example
 * const profiler = new torch.profiler.profile({ recordShapes: true });
 * profiler.during(() => torch.randn([64, 64]).mm(torch.randn([64, 64])));
 * console.log(profiler.keyAverages().table({ sortBy: 'selfCpuTimeTotal', rowLimit: 10 }));
 * profiler.exportChromeTrace('trace.json'); // ui.perfetto.dev opens it
 */
export class profile implements Disposable {
  readonly activities: ReadonlySet<ProfilerActivity>;
  /** The number of the step, which {@link step} counts. */
  stepNum = 0;
  /** What it does now. */
  currentAction: ProfilerAction;
  readonly #options: Values<typeof FIELDS>;
  readonly #schedule: Schedule;
  readonly #observer: TraceObserver | undefined;
  readonly #preset = new Map<string, string>();
  readonly #metadata = new Map<string, string>();
  #scheduled: ProfilerAction;
  #session: session.profile | null = null;
  #step: RecordedFunction | null = null;
  #open = false;

  constructor(...args: [options?: ProfileOptions]) {
    this.#options = readArguments('torch.profiler.profile', FIELDS, args);
    this.activities = readActivities(this.#options.activities);
    this.#schedule = this.#options.schedule ?? ((): ProfilerAction => ProfilerAction.RECORD);
    this.#observer = this.#options.executionTraceObserver;
    this.currentAction = this.#scheduled = actionAt(this.#schedule, 0);
  }

  /** Starts, as the schedule has it for the first step. */
  start(...args: []): this {
    takesNothing('profile.start', args);
    this.#transit(ProfilerAction.NONE, this.currentAction);
    this.#open = true;
    this.#beginStep();
    return this;
  }

  /** Ends. What the schedule has recorded until now is handed to `onTraceReady`. */
  stop(...args: []): void {
    takesNothing('profile.stop', args);
    this.#endStep();
    this.#open = false;
    this.#transit(this.currentAction, null);
    this.currentAction = this.#scheduled;
    this.#observer?.cleanup();
  }

  /** Says that the next step begins. */
  step(...args: []): void {
    takesNothing('profile.step', args);
    this.#endStep();
    const before = this.currentAction;
    const scheduledBefore = this.#scheduled;
    const action = actionAt(this.#schedule, this.stepNum + 1);
    this.stepNum++;
    this.#scheduled = action;
    this.currentAction = this.#settle(before, scheduledBefore, action);
    this.#transit(before, this.currentAction);
    this.#beginStep();
  }

  /** A device that has stopped to record by itself stays stopped until the next cycle. */
  #settle(before: ProfilerAction, scheduledBefore: ProfilerAction, action: ProfilerAction): ProfilerAction {
    if (before === ProfilerAction.DEVICE_STOPPED) {
      const newCycle = scheduledBefore === ProfilerAction.RECORD_AND_SAVE || action === ProfilerAction.NONE;
      return newCycle ? action : ProfilerAction.DEVICE_STOPPED;
    }
    const records = before === ProfilerAction.WARMUP || before === ProfilerAction.RECORD;
    if (!this.#useDevice() || !records || action === ProfilerAction.NONE || !native.isKinetoStopped()) return action;
    warn(
      `Device profiling activity collection was stopped early at step ${this.stepNum}. Profiler schedule is proceeding ` +
        'until next cycle without actual profiler activity collection.',
    );
    return ProfilerAction.DEVICE_STOPPED;
  }

  #beginStep(): void {
    if (this.#options.schedule) this.#step = recordFunction(`ProfilerStep#${this.stepNum}`);
  }

  #endStep(): void {
    this.#step?.end();
    this.#step = null;
  }

  #transit(before: ProfilerAction, after: ProfilerAction | null): void {
    const name = `${before}>${after}`;
    if (INCORRECT.has(name)) warn(`Incorrect schedule: ${before} followed by ${after}`);
    for (const move of MOVES[name] ?? []) this.#make(move);
  }

  #make(move: Move): void {
    if (move === 'prepare') this.#prepare();
    else if (move === 'start') this.#begin();
    else if (move === 'stop') this.#finish();
    else this.#options.onTraceReady?.(this);
  }

  #useDevice(): 'cuda' | null {
    return this.activities.has(ProfilerActivity.CUDA) ? 'cuda' : null;
  }

  #prepare(): void {
    const { accEvents, recordShapes, withFlops, profileMemory, withStack, withModules } = this.#options;
    if (this.#session && !accEvents && !clearing.told) {
      clearing.told = true;
      warn(
        'Warning: Profiler clears events at the end of each cycle. Only events from the current cycle will be reported. ' +
          'To keep events across cycles, set acc_events=True.',
      );
    }
    if (!this.#session || !accEvents) {
      const { customTraceIdCallback, withOverloadNames, withEventLoop } = this.#options;
      this.#session = new session.profile({
        ...{ useCpu: this.activities.has(ProfilerActivity.CPU), useDevice: this.#useDevice(), useKineto: true },
        ...{ recordShapes, withFlops, profileMemory, withStack, withModules, accEvents },
        ...{ withOverloadNames, withEventLoop, ...(customTraceIdCallback ? { customTraceIdCallback } : {}) },
      });
    }
    this.#metadata.clear();
    this.#session.prepare();
  }

  #begin(): void {
    this.#observer?.start();
    this.#running('starting trace').begin();
    for (const option of ['profileMemory', 'withStack', 'recordShapes', 'withModules', 'withFlops'] as const) {
      const name = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      if (this.#options[option]) native.addProfilerMetadata(name, '1');
    }
  }

  #finish(): void {
    this.#observer?.stop();
    this.#running('stopping trace').end();
  }

  #running(what: string): session.profile {
    if (this.#session) return this.#session;
    throw valueError(`Profiler must be initialized before ${what}`);
  }

  /** Records while a function runs or, if it returns a promise, until that settles. */
  during<R>(body: () => R, ...surplus: []): R {
    return during('profile.during', this, body, surplus);
  }

  [Symbol.dispose](): void {
    if (this.#open) this.stop();
  }

  /** The events of the last cycle, in the order of time. */
  events(...args: []): EventList {
    takesNothing('profile.events', args);
    return this.#running('accessing events').functionEvents;
  }

  /** Adds up the events of each name. Shapes, callers and overloads may be part of the key. */
  keyAverages(...args: AveragesRest): EventList<FunctionEventAvg> {
    const settings = averages('profile.keyAverages', args);
    return this.#running('getting key averages').functionEvents.keyAverages(...settings);
  }

  /**
   * Writes the trace of the last cycle for Chrome and Perfetto, compressed if the path ends in `.gz`. Each cycle can be
   * written once.
   *
   * @param path the file
   */
  exportChromeTrace(...args: [path: string]): void {
    const path = pathArgument('profile.exportChromeTrace', args);
    this.#running('exporting chrome trace').write(path, new Map([...this.#preset, ...this.#metadata]));
  }

  /**
   * Writes a line for each event with a stack: its entries, outermost first, and the figure. Needs `withStack`.
   *
   * @param path the file
   * @param metric the figure; by default `selfCpuTimeTotal`
   */
  exportStacks(...args: [path: string, metric?: string | StacksOptions]): void {
    const { path, metric } = readArguments('profile.exportStacks', STACKS, args);
    this.#running('exporting stacks').exportStacks(path, metric);
  }

  /** Switches the recording of some activities on or off while the profiler runs. */
  toggleCollectionDynamic(...args: [enable: boolean, activities: Iterable<ProfilerActivity>]): void {
    const [enable, activities] = toggleArguments('profile.toggleCollectionDynamic', args);
    this.#session?.toggleCollectionDynamic(enable, activities);
  }

  /** Adds a text to the trace, while the profiler runs. */
  addMetadata(...args: [key: string, value: string]): void {
    const { key, value: text } = readArguments('profile.addMetadata', { key: str(), value: str() }, args);
    this.#metadata.set(key, JSON.stringify(text));
  }

  /** Adds a value as JSON to the trace, while the profiler runs. */
  addMetadataJson(...args: [key: string, value: string]): void {
    const { key, value: json } = readArguments('profile.addMetadataJson', { key: str(), value: str() }, args);
    this.#metadata.set(key, checkJson('profile.addMetadataJson', json));
  }

  /** The same before the profiler runs: it is added to each trace. */
  presetMetadataJson(...args: [key: string, value: string]): void {
    const { key, value: json } = readArguments('profile.presetMetadataJson', { key: str(), value: str() }, args);
    this.#preset.set(key, checkJson('profile.presetMetadataJson', json));
  }

  /** The name of the last cycle, or null. */
  getTraceId(...args: []): string | null {
    takesNothing('profile.getTraceId', args);
    return this.#session?.traceId ?? null;
  }
}
