import { fixed } from '../../ops/print/numbers';
import { count, iterable, nullable, record, str, value } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError } from '../../errors';
import { indent } from '../../ops/print/python-text';
import { deviation, mean, quantile, selectUnit } from './statistics';

const MOST_FIGURES = 4;
/** 25 ns. */
const LEAST_INTERVAL = 25e-9;
const WARN = 0.1;
const GROSS_WARN = 0.25;

const TASK = {
  stmt: str(),
  setup: str('pass'),
  globalSetup: str(''),
  label: nullable(str()),
  subLabel: nullable(str()),
  description: nullable(str()),
  env: nullable(str()),
  numThreads: count(1, 1),
};

/** What a measurement is of. */
export interface TaskOptions {
  /** The code that is measured, as text. */
  readonly stmt: string;
  /** The code that runs before, as text. @defaultValue 'pass' */
  readonly setup?: string;
  /** Of C++ in Python. @defaultValue '' */
  readonly globalSetup?: string;
  /** What is measured: the title of a table. @defaultValue null */
  readonly label?: string | null;
  /** Which variant: the name of a row. @defaultValue null */
  readonly subLabel?: string | null;
  /** What is compared: the name of a column. @defaultValue null */
  readonly description?: string | null;
  /** Where it ran. @defaultValue null */
  readonly env?: string | null;
  /** The number of threads. @defaultValue 1 */
  readonly numThreads?: number;
}

/** What a measurement is of, in all its parts. */
export class TaskSpec {
  readonly stmt: string;
  readonly setup: string;
  readonly globalSetup: string;
  readonly label: string | null;
  readonly subLabel: string | null;
  readonly description: string | null;
  readonly env: string | null;
  readonly numThreads: number;

  constructor(
    ...args: [
      stmt: string | TaskOptions,
      ...optional: Mixed<
        [
          setup?: string,
          globalSetup?: string,
          label?: string | null,
          subLabel?: string | null,
          description?: string | null,
          env?: string | null,
          numThreads?: number,
        ],
        Omit<TaskOptions, 'stmt'>
      >,
    ]
  ) {
    const read = readArguments('TaskSpec', TASK, args);
    this.stmt = read.stmt;
    this.setup = read.setup;
    this.globalSetup = read.globalSetup;
    this.label = read.label;
    this.subLabel = read.subLabel;
    this.description = read.description;
    this.env = read.env;
    this.numThreads = read.numThreads;
  }

  /** What the measurement is called. */
  get title(): string {
    const behind = this.subLabel ? `: ${this.subLabel}` : '';
    if (this.label !== null) return this.label + behind;
    if (!this.stmt.includes('\n')) return this.stmt + behind;
    return `stmt:${this.subLabel ? ` (${this.subLabel})` : ''}\n${indent(this.stmt)}`;
  }

  /** The code that runs before, for printing. */
  setupStr(...args: []): string {
    takesNothing('setupStr', args);
    if (this.setup === 'pass' || this.setup === '') return '';
    return this.setup.includes('\n') ? `setup:\n${indent(this.setup)}` : `setup: ${this.setup}`;
  }

  /** Title, description and setup, a line each. */
  summarize(...args: []): string {
    takesNothing('summarize', args);
    return [this.title, this.description ?? '', this.setupStr()]
      .filter((part) => part !== '')
      .map((part) => (part.includes('\n') ? `${part}\n` : part))
      .join('\n');
  }
}

const FIELDS = {
  numberPerRun: count(1),
  rawTimes: value<readonly number[]>(
    'an array of seconds',
    (v) => Array.isArray(v) && v.every((one) => typeof one === 'number'),
  ),
  taskSpec: value<TaskSpec>('a TaskSpec', (v) => v instanceof TaskSpec),
  metadata: nullable(record()),
};

/**
 * How long something took: one time or several, and their statistics, in seconds for one run.
 *
 * @see https://docs.pytorch.org/docs/2.13/benchmark_utils.html#torch.utils.benchmark.Measurement
 */
export class Measurement {
  readonly numberPerRun: number;
  /** The seconds that each block of runs took. */
  readonly rawTimes: readonly number[];
  readonly taskSpec: TaskSpec;
  /** Anything that a program wants to keep with it. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly #sorted: readonly number[];

  constructor(
    ...args: [
      numberPerRun: number,
      rawTimes: readonly number[],
      taskSpec: TaskSpec,
      metadata?: Readonly<Record<string, unknown>> | null,
    ]
  ) {
    const read = readArguments('Measurement', FIELDS, args);
    this.numberPerRun = read.numberPerRun;
    this.rawTimes = read.rawTimes;
    this.taskSpec = read.taskSpec;
    this.metadata = read.metadata;
    this.#sorted = [...this.times].sort((a, b) => a - b);
  }

  /** The seconds that one run took, for each block. */
  get times(): number[] {
    return this.rawTimes.map((time) => time / this.numberPerRun);
  }
  get median(): number {
    return quantile(this.#sorted, 0.5);
  }
  get mean(): number {
    return mean(this.#sorted);
  }
  /** The range in which the middle half of the times lies. */
  get iqr(): number {
    return quantile(this.#sorted, 0.75) - quantile(this.#sorted, 0.25);
  }

  /** How many figures of the median mean something, roughly: 1 to 4. */
  get significantFigures(): number {
    const total = this.#sorted.length;
    const middle = this.#sorted.slice(Math.floor(total / 4), Math.ceil((3 * total) / 4));
    const interval = Math.max((1.645 * deviation(middle)) / Math.sqrt(middle.length), LEAST_INTERVAL);
    return Math.min(Math.max(Math.floor(Math.log10(this.median / interval)), 1), MOST_FIGURES);
  }

  /** Whether the times differ suspiciously. */
  get hasWarnings(): boolean {
    return this.#warnings().length > 0;
  }

  #warnings(): string[] {
    if (this.#sorted.length === 0 || this.meetsConfidence(WARN)) return [];
    const share = `${fixed((this.iqr / this.median) * 100, 1)}%`;
    const reason = this.meetsConfidence(GROSS_WARN)
      ? 'This could indicate system fluctuation.'
      : 'This suggests significant environmental influence.';
    return [`  WARNING: Interquartile range is ${share} of the median measurement.\n           ${reason}`];
  }

  /** Whether the middle half of the times lies within this share of the median. */
  meetsConfidence(...args: [threshold?: number]): boolean {
    const { threshold } = readArguments('meetsConfidence', CONFIDENCE, args);
    return this.iqr / this.median < threshold;
  }

  get title(): string {
    return this.taskSpec.title;
  }
  get stmt(): string {
    return this.taskSpec.stmt;
  }
  get setup(): string {
    return this.taskSpec.setup;
  }
  get label(): string | null {
    return this.taskSpec.label;
  }
  get subLabel(): string | null {
    return this.taskSpec.subLabel;
  }
  get description(): string | null {
    return this.taskSpec.description;
  }
  get numThreads(): number {
    return this.taskSpec.numThreads;
  }
  get env(): string {
    return this.taskSpec.env ?? 'Unspecified env';
  }
  /** The name of its row in a table. */
  get asRowName(): string {
    return this.subLabel || this.stmt || '[Unknown]';
  }

  toString(): string {
    const n = this.#sorted.length;
    const [unit, scale] = selectUnit(this.median);
    const time = (seconds: number): string => fixed(seconds / scale, 2);
    const range = `(${time(quantile(this.#sorted, 0.25))} to ${time(quantile(this.#sorted, 0.75))})`;
    const several = n > 1 ? 's' : '';
    const threads = `${this.numThreads} thread${this.numThreads > 1 ? 's' : ''}`;
    return [
      '<torch.utils.benchmark.utils.common.Measurement object>',
      this.taskSpec.summarize(),
      `  ${n > 1 ? 'Median: ' : ''}${time(this.median)} ${unit}`,
      ...(n >= 4 ? [`  IQR:    ${time(this.iqr)} ${unit} ${range}`] : []),
      `  ${n} measurement${several}, ${this.numberPerRun} runs ${n > 1 ? 'per measurement,' : ','} ${threads}`,
      ...this.#warnings(),
    ].join('\n');
  }

  /** Joins the measurements of each task; times are then those of one run. */
  static merge(...args: [measurements: Iterable<Measurement>]): Measurement[] {
    const groups = new Map<string, Measurement[]>();
    const { measurements } = readArguments('Measurement.merge', MERGE, args);
    for (const one of measurementsOf(measurements)) {
      const key = JSON.stringify(one.taskSpec);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map(
      (group) =>
        new Measurement(
          1,
          group.flatMap(({ times }) => times),
          (group[0] as Measurement).taskSpec,
        ),
    );
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

const MERGE = { measurements: iterable<Iterable<Measurement>>('an iterable of measurements') };

const CONFIDENCE = {
  threshold: value<number>('a number', (v) => typeof v === 'number', WARN),
};

/** A list of measurements, or an error. @internal */
export function measurementsOf(given: Iterable<unknown>): Measurement[] {
  return [...given].map((one) => {
    if (one instanceof Measurement) return one;
    throw valueError(`Expected an instance of \`Measurement\`, got ${typeof one} instead.`);
  });
}
