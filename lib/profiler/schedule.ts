import { hostname } from 'node:os';
import fs from 'node:fs';
import path from 'node:path';
import { bool, int, nullable, str } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError, valueError, warn } from '../errors';
import { ProfilerAction } from './enums';

const SCHEDULE = {
  wait: int(),
  warmup: int(),
  active: int(),
  repeat: int(0),
  skipFirst: int(0),
  skipFirstWait: int(0),
};

/** The steps of a cycle. */
export interface ScheduleOptions {
  /** Steps at the start of each cycle in which nothing happens. */
  readonly wait: number;
  /** Steps in which the profiler gets ready. */
  readonly warmup: number;
  /** Steps that are recorded. */
  readonly active: number;
  /** The number of cycles; 0 for no end. @defaultValue 0 */
  readonly repeat?: number;
  /** Steps before the first cycle. @defaultValue 0 */
  readonly skipFirst?: number;
  /** Not 0: the first cycle does not wait. @defaultValue 0 */
  readonly skipFirstWait?: number;
}

/**
 * When the steps of a training loop are recorded: in cycles of `wait`, `warmup` and `active` steps.
 *
 * @see https://docs.pytorch.org/docs/2.13/profiler.html#torch.profiler.schedule
 * @example
 * const schedule = torch.profiler.schedule({ wait: 1, warmup: 1, active: 2, repeat: 1 });
 * [0, 1, 2, 3, 4].map(schedule); // ['NONE', 'WARMUP', 'RECORD', 'RECORD_AND_SAVE', 'NONE']
 */
export function schedule(...args: [options: ScheduleOptions]): (step: number) => ProfilerAction {
  const read = readArguments('torch.profiler.schedule', SCHEDULE, args);
  const { wait, warmup, active, repeat, skipFirst, skipFirstWait } = read;
  if (wait < 0 || warmup < 0 || active <= 0 || repeat < 0 || skipFirst < 0) {
    throw valueError(
      `Invalid profiler schedule arguments. Got wait=${wait} (need >= 0), warmup=${warmup} (need >= 0), ` +
        `active=${active} (need > 0), repeat=${repeat} (need >= 0), skip_first=${skipFirst} (need >= 0).`,
    );
  }
  if (warmup === 0) warn("Profiler won't be using warmup, this can skew profiler results");
  const steps = wait + warmup + active;
  return (step) => {
    if (step < 0) throw valueError(`Step must be non-negative. Got ${step}.`);
    if (step < skipFirst) return ProfilerAction.NONE;
    const since = step - skipFirst + (skipFirstWait === 0 ? 0 : wait);
    if (repeat > 0 && since / steps >= repeat) return ProfilerAction.NONE;
    const within = since % steps;
    if (within < wait) return ProfilerAction.NONE;
    if (within < wait + warmup) return ProfilerAction.WARMUP;
    return within < steps - 1 ? ProfilerAction.RECORD : ProfilerAction.RECORD_AND_SAVE;
  };
}

const HANDLER = { dirName: str(), workerName: nullable(str()), useGzip: bool(false) };

/** How {@link tensorboardTraceHandler} names its files. */
export interface TraceHandlerOptions {
  /** Names this process among several. @defaultValue the host and the number of the process */
  readonly workerName?: string | null;
  /** Compresses the files. @defaultValue false */
  readonly useGzip?: boolean;
}

/**
 * For `onTraceReady`: writes each trace into a folder that TensorBoard shows.
 *
 * @param dirName the folder, which is made
 * @see https://docs.pytorch.org/docs/2.13/profiler.html#torch.profiler.tensorboard_trace_handler
 */
export function tensorboardTraceHandler(
  ...args: [dirName: string, workerName?: string | null | TraceHandlerOptions, useGzip?: boolean | TraceHandlerOptions]
): (profiler: { exportChromeTrace(path: string): void }) => void {
  const { dirName, workerName, useGzip } = readArguments('torch.profiler.tensorboardTraceHandler', HANDLER, args);
  const worker = workerName || `${hostname()}_${process.pid}`;
  let last = 0n;
  return (profiler) => {
    try {
      fs.mkdirSync(dirName, { recursive: true });
    } catch (cause) {
      throw runtimeError(`Can't create directory: ${dirName}`, { cause });
    }
    const now = BigInt(Date.now()) * 1_000_000n;
    last = now > last ? now : last + 1n;
    profiler.exportChromeTrace(path.join(dirName, `${worker}.${last}.pt.trace.json${useGzip ? '.gz' : ''}`));
  };
}
