import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { numbersOf } from '../metrics/metric';
import { EventFile } from './event-file';
import { encode } from './events';
import { isPlainObject } from '../../arguments/plain-object';
import { type Field, count, either, float, int, str, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { tensor } from '../../tensor/arguments';
import { runtimeError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

const one = value<Tensor>('a Tensor of one element', (v) => isTensor(v) && v.numel() === 1);
const numbers = value<readonly number[]>(
  'an array of numbers',
  (v) => Array.isArray(v) && v.every((item) => typeof item === 'number'),
);

const SCALAR = { tag: str(), value: either(float(), one), step: int() };
const HISTOGRAM = { tag: str(), values: either(numbers, tensor()), step: int(), bins: count(1, 30) };
const TEXT = { tag: str(), text: str(), step: int() };

type PlainValues = Readonly<Record<string, number | string | boolean>>;

/** An object of numbers, strings and booleans. @internal */
export function plainValues(): Field<PlainValues> {
  const fits = (v: unknown): boolean =>
    isPlainObject(v) && Object.values(v).every((item) => ['number', 'string', 'boolean'].includes(typeof item));
  return { ...value<PlainValues>('an object of numbers, strings and booleans', fits), object: true };
}

/**
 * Writes event files that TensorBoard shows: scalars, histograms, text and hyper-parameters.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensorboard.html
 * @example
 * const writer = new training.SummaryWriter('runs/first');
 * writer.addScalar('loss', 0.5, 1);
 * writer.close();
 */
export class SummaryWriter {
  readonly logDir: string;
  /** The path of the event file. */
  readonly file: string;
  readonly #events: EventFile;
  #closed = false;

  constructor(logDir: string, ...surplus: []) {
    refuseSurplus('SummaryWriter', 1, surplus);
    this.#events = new EventFile(logDir);
    this.logDir = this.#events.folder;
    this.file = this.#events.file;
  }

  #add(value: object, globalStep: number): void {
    if (this.#closed) throw runtimeError('this SummaryWriter is closed');
    this.#events.addValues([value], { globalStep, walltime: null });
  }

  /** One figure: a number, or a tensor of one element. */
  addScalar(...args: [tag: string, value: number | Tensor, step: number]): void {
    const read = readArguments('addScalar', SCALAR, args);
    const figure = isTensor(read.value) ? Number(read.value.item()) : read.value;
    this.#add({ tag: read.tag, simpleValue: figure }, read.step);
  }

  /** The distribution of a tensor's elements, in `bins` equal steps. Elements that are not finite are left out. */
  addHistogram(
    ...args: [
      tag: string,
      values: Tensor | readonly number[],
      step: number,
      bins?:
        | number
        | {
            /** The number of bins. @defaultValue 30 */
            readonly bins?: number;
          },
    ]
  ): void {
    const read = readArguments('addHistogram', HISTOGRAM, args);
    const numbers = isTensor(read.values) ? numbersOf(read.values).map(Number) : read.values;
    this.#add({ tag: read.tag, histo: histogramOf(numbers.filter(Number.isFinite), read.bins) }, read.step);
  }

  /** Text in Markdown. */
  addText(...args: [tag: string, text: string, step: number]): void {
    const DT_STRING = 7;
    const { tag, text, step } = readArguments('addText', TEXT, args);
    const tensor = { dtype: DT_STRING, tensorShape: { dim: [{ size: 1 }] }, stringVal: [Buffer.from(text)] };
    const metadata = { pluginData: { pluginName: 'text' } };
    this.#add({ tag: `${tag}/text_summary`, tensor, metadata }, step);
  }

  /** The settings of this run, by which TensorBoard compares runs. */
  addHyperParameters(...args: [values: Readonly<Record<string, number | string | boolean>>]): void {
    const { values } = readArguments('addHyperParameters', { values: plainValues() }, args);
    const hparams = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, parameterOf(value)]));
    const sessionStartInfo = { hparams, startTimeSecs: Date.now() / 1000 };
    const content = encode('HParams', { version: 0, sessionStartInfo });
    const metadata = { pluginData: { pluginName: 'hparams', content } };
    this.#add({ tag: '_hparams_/session_start_info', metadata }, 0);
  }

  close(): void {
    this.#closed = true;
  }
}

function parameterOf(value: number | string | boolean): object {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function histogramOf(values: readonly number[], bins: number): Record<string, number | number[]> {
  if (values.length === 0) return { min: 0, max: 0, num: 0, sum: 0, sumSquares: 0, bucketLimit: [0], bucket: [0] };
  let [min, max, sum, sumSquares] = [Infinity, -Infinity, 0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    sumSquares += value * value;
  }
  const width = (max - min) / bins || 1;
  const bucket = new Array<number>(bins).fill(0);
  for (const value of values) {
    const at = Math.min(bins - 1, Math.floor((value - min) / width));
    bucket[at] = (bucket[at] ?? 0) + 1;
  }
  const bucketLimit = bucket.map((_, i) => min + width * (i + 1));
  return { min, max, num: values.length, sum, sumSquares, bucketLimit, bucket };
}

limitArguments([SummaryWriter], { close: 0 });
