import { type Field, callback, count, float, keyword, nullable, optional, str, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { refuseLater } from '../../arguments/synchronous';
import { typeError } from '../../errors';
import { show } from '../../arguments/describe';
import { getNumThreads, setNumThreads } from '../../tensor/settings';
import { native } from '../../native/binding';
import { Measurement, TaskSpec } from './measurement';

type Statement = () => unknown;

const statement = (): Field<Statement> => ({
  ...value<Statement>('a function', (v) => typeof v === 'function'),
  refuse: (given) =>
    typeError(`Timer: 'stmt' should be a function, as JavaScript compiles no text here; got ${show(given)}`),
});

const FIELDS = {
  stmt: statement(),
  setup: optional(callback<Statement>()),
  timer: optional(callback<() => number>()),
  label: nullable(str()),
  subLabel: nullable(str()),
  description: nullable(str()),
  env: nullable(str()),
  numThreads: count(1, 1),
};

/** What {@link Timer} takes. */
export interface TimerOptions {
  /** The code that is measured. */
  readonly stmt: () => unknown;
  /** Runs before each measurement. */
  readonly setup?: () => unknown;
  /** The clock, in seconds. @defaultValue performance.now(), after the GPU has ended its work */
  readonly timer?: () => number;
  /** What is measured: the title of a table. @defaultValue null */
  readonly label?: string | null;
  /** Which variant: the name of a row. @defaultValue null */
  readonly subLabel?: string | null;
  /** What is compared: the name of a column. @defaultValue null */
  readonly description?: string | null;
  /** Where it runs. @defaultValue null */
  readonly env?: string | null;
  /** The number of threads that libtorch uses meanwhile. @defaultValue 1 */
  readonly numThreads?: number;
}

/** A clock that lets the GPU end its work first. */
function defaultTimer(): number {
  if (native.cudaIsInitialized()) native.cudaSynchronize(native.cudaCurrentDevice());
  return performance.now() / 1000;
}

/** The body of a function of one expression, else the whole function. */
function textOf(body: Statement | undefined): string {
  if (body === undefined) return 'pass';
  const text = body.toString().replace(/^(async )?\(\) ?=> ?(?!\{)/, '');
  const lines = text.split('\n');
  const least = Math.min(...lines.slice(1).map((line) => (/\S/.test(line) ? line.search(/\S/) : Infinity)));
  const shift = Number.isFinite(least) ? least : 0;
  return [lines[0] ?? '', ...lines.slice(1).map((line) => line.slice(shift))].join('\n').trimEnd();
}

type Report = (number: number, seconds: number) => unknown;

const BLOCKED = { callback: nullable(callback<Report>()), minRunTime: float(0.2) };
const ADAPTIVE = {
  threshold: float(0.1),
  minRunTime: keyword(float(0.01)),
  maxRunTime: keyword(float(10)),
  callback: keyword(nullable(callback<Report>())),
};

/** How long {@link Timer.blockedAutorange} measures. */
export interface BlockedOptions {
  /** Called after each block. @defaultValue null */
  readonly callback?: Report | null;
  /** The seconds that all blocks take together, at least. @defaultValue 0.2 */
  readonly minRunTime?: number;
}

/** How long {@link Timer.adaptiveAutorange} measures. */
export interface AdaptiveOptions {
  /** Ends when the middle half of the times lies within this share of the median. @defaultValue 0.1 */
  readonly threshold?: number;
  /** The seconds that it takes at least. @defaultValue 0.01 */
  readonly minRunTime?: number;
  /** The seconds that it takes at most. @defaultValue 10 */
  readonly maxRunTime?: number;
  /** Called after each block. @defaultValue null */
  readonly callback?: Report | null;
}

interface Loop {
  readonly number: number;
  readonly stop: (times: readonly number[]) => boolean;
  readonly minRunTime: number;
  readonly maxRunTime?: number;
  readonly callback: Report | null;
}

/**
 * Measures how long a function takes: warmed up, with one thread of libtorch unless told otherwise, and after the GPU has
 * ended its work.
 *
 * @see https://docs.pytorch.org/docs/2.13/benchmark_utils.html#torch.utils.benchmark.Timer
 * @example
 * const x = torch.randn([64, 64]);
 * const timer = new torch.utils.benchmark.Timer({ stmt: () => x.mm(x).dispose(), label: 'mm', subLabel: '64' });
 * console.log(String(timer.blockedAutorange({ minRunTime: 0.01 })));
 */
export class Timer {
  readonly #stmt: Statement;
  readonly #setup: Statement | undefined;
  readonly #clock: () => number;
  readonly #task: TaskSpec;

  constructor(
    ...args: [
      stmt: (() => unknown) | TimerOptions,
      ...optional: Mixed<
        [
          setup?: () => unknown,
          timer?: () => number,
          label?: string | null,
          subLabel?: string | null,
          description?: string | null,
          env?: string | null,
          numThreads?: number,
        ],
        Omit<TimerOptions, 'stmt'>
      >,
    ]
  ) {
    const { stmt, setup, timer, ...names } = readArguments('Timer', FIELDS, args);
    this.#stmt = stmt;
    this.#setup = setup;
    this.#clock = timer ?? defaultTimer;
    this.#task = new TaskSpec({ stmt: textOf(stmt), setup: textOf(setup), ...names });
  }

  #time(number: number): number {
    this.#setup?.();
    const body = this.#stmt;
    const start = this.#clock();
    for (let i = 0; i < number; i++) body();
    return Math.max(this.#clock() - start, 1e-9);
  }

  /** Runs with the task's number of threads. What the function returns later cannot be measured. */
  #inThreads<R>(body: () => R): R {
    const before = getNumThreads();
    setNumThreads(this.#task.numThreads);
    try {
      refuseLater('Timer', this.#stmt(), 'Measure a synchronous function.');
      return body();
    } finally {
      setNumThreads(before);
    }
  }

  #measurement(numberPerRun: number, rawTimes: readonly number[]): Measurement {
    return new Measurement(numberPerRun, rawTimes, this.#task);
  }

  /**
   * Runs the function this many times, after a hundredth of it to warm up.
   *
   * @param number how often
   */
  timeit(...args: [number?: number]): Measurement {
    const { number } = readArguments('timeit', { number: count(1, 1_000_000) }, args);
    return this.#inThreads(() => {
      this.#time(Math.max(Math.floor(number / 100), 2));
      return this.#measurement(number, [this.#time(number)]);
    });
  }

  /** Enough runs that what the clock takes does not count. */
  #blockSize(minRunTime: number): number {
    const empty = Array.from({ length: 5 }, () => this.#time(0)).sort((a, b) => a - b)[2] ?? 0;
    for (let number = 1; ; number *= 10) {
      const taken = this.#time(number);
      if (empty / taken <= 1e-4 && taken >= minRunTime / 1000) return number;
      if (taken > minRunTime || number * 10 > 2 ** 31 - 1) return number;
    }
  }

  #loop({ number, stop, minRunTime, maxRunTime, callback: report }: Loop): number[] {
    const times: number[] = [];
    let total = 0;
    for (let enough = false; total < minRunTime || !enough; ) {
      const taken = this.#time(number);
      times.push(taken);
      total += taken;
      report?.(number, taken);
      enough = stop(times);
      if (maxRunTime && total > maxRunTime) break;
    }
    return times;
  }

  /** Measures blocks of runs until they have taken long enough together. */
  blockedAutorange(...args: [callback?: Report | null | BlockedOptions, minRunTime?: number]): Measurement {
    const { callback: report, minRunTime } = readArguments('blockedAutorange', BLOCKED, args);
    return this.#inThreads(() => {
      const number = this.#blockSize(minRunTime);
      return this.#measurement(number, this.#loop({ number, stop: () => true, minRunTime, callback: report }));
    });
  }

  /** Measures blocks of runs until their times agree well enough. */
  adaptiveAutorange(...args: [threshold?: number | AdaptiveOptions, options?: AdaptiveOptions]): Measurement {
    const { threshold, ...rest } = readArguments('adaptiveAutorange', ADAPTIVE, args);
    return this.#inThreads(() => {
      const number = this.#blockSize(0.05);
      const stop = (times: readonly number[]): boolean =>
        times.length > 3 && this.#measurement(number, times).meetsConfidence(threshold);
      return this.#measurement(number, this.#loop({ number, stop, ...rest }));
    });
  }
}
