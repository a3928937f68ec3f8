/** Makes of the lines of `events.jsonl` what the board shows of a run. */
import type { EpochRow, MatrixRow, RunState } from '../protocol';
import { Lines } from './tail';
import { Series, finite } from './series';

type Event = Readonly<Record<string, unknown>>;

/** Enough for a table; the curves have all epochs. */
const MOST_EPOCHS = 2000;
const MOST_MATRICES = 200;
const MOST_WARNINGS = 100;
/** A run with more names than these is none that a person looks through. */
const MOST_SERIES = 2000;
const MOST_CLASSES = 200;
/** Events of this version and of older ones are understood. */
const VERSION = 1;

/** The loss of each logged step, as TensorBoard's files call it, too. */
export const STEP_LOSS = 'train/loss_step';

export class RunLog {
  readonly series = new Map<string, Series>();
  readonly epochs: EpochRow[] = [];
  readonly matrices: MatrixRow[] = [];
  readonly warnings: { step: number; time: number | null; message: string }[] = [];
  readonly lines: Lines;
  started: number | null = null;
  updated: number | null = null;
  step = 0;
  epoch = 0;
  parameters: number | null = null;
  /** How the log ends: null where it just stops. */
  ending: RunState | null = null;
  paused = false;
  problem: string | null = null;
  /** Lines that are no events. */
  odd = 0;
  /** Whether a newer version has written it. */
  newer = false;
  #limits: { epochs: number; steps: number; batches: number | null } | null = null;
  #batch: number | null = null;

  constructor() {
    this.lines = new Lines(
      (line) => this.read(line),
      () => this.clear(),
    );
  }

  clear(): void {
    this.series.clear();
    for (const list of [this.epochs, this.matrices, this.warnings]) list.length = 0;
    [this.started, this.updated, this.parameters, this.ending, this.problem] = [null, null, null, null, null];
    [this.step, this.epoch, this.odd, this.paused, this.newer] = [0, 0, 0, false, false];
    [this.#limits, this.#batch] = [null, null];
  }

  /** Takes one line, whatever it holds. */
  read(line: string): void {
    let event: unknown;
    try {
      event = JSON.parse(line);
    } catch {
      this.odd++;
      return;
    }
    if (isTable(event) && typeof event['type'] === 'string') this.#take(event);
    else this.odd++;
  }

  #take(event: Event): void {
    const time = numberOf(event['time']);
    if (time !== null) {
      this.started ??= time;
      this.updated = time;
    }
    this.step = numberOf(event['step']) ?? this.step;
    this.epoch = numberOf(event['epoch']) ?? this.epoch;
    const read = READERS[event['type'] as string];
    if (read) read.call(this, event, time);
    if (event['type'] !== 'warning' && event['type'] !== 'checkpoint') this.#goesOn(event['type'] as string);
  }

  /** A run that was resumed has not ended, after all. */
  #goesOn(type: string): void {
    if (type === 'end' || type === 'failed') return;
    this.ending = null;
    this.problem = null;
    this.paused = type === 'paused';
  }

  start(event: Event): void {
    this.parameters = numberOf(event['parameters']);
    this.#limits = {
      epochs: numberOf(event['maxEpochs']) ?? Infinity,
      steps: numberOf(event['maxSteps']) ?? Infinity,
      batches: numberOf(event['batches']),
    };
    if ((numberOf(event['version']) ?? VERSION) > VERSION) this.newer = true;
  }

  stepped(event: Event, time: number | null): void {
    this.#batch = numberOf(event['batch']);
    this.add(STEP_LOSS, event['loss'], time);
    if (Array.isArray(event['lr'])) event['lr'].forEach((lr, i) => this.add(i === 0 ? 'lr' : `lr/${i}`, lr, time));
    this.add('system/samples per second', event['rate'], time);
    if (typeof event['gradNorm'] === 'number') this.add('train/gradient norm', event['gradNorm'], time);
  }

  epochEnded(event: Event, time: number | null): void {
    const figures: Record<string, number | null> = {};
    for (const part of ['train', 'validation'] as const) {
      const evaluation = event[part];
      if (!isTable(evaluation)) continue;
      const metrics = isTable(evaluation['metrics']) ? evaluation['metrics'] : {};
      for (const [name, value] of [['loss', evaluation['loss']] as const, ...Object.entries(metrics)]) {
        this.add(`${part}/${name}`, value, time);
        figures[`${part}/${name}`] = numberOf(value);
      }
      this.#takeMatrices(part, evaluation['matrices']);
    }
    this.#batch = null;
    const seconds = numberOf(event['seconds']);
    while (this.epochs.length > 0 && (this.epochs.at(-1) as EpochRow).epoch >= this.epoch) this.epochs.pop();
    this.epochs.push({ epoch: this.epoch, step: this.step, seconds, figures });
    if (this.epochs.length > MOST_EPOCHS) this.epochs.shift();
    // The event is told before the next epoch begins.
    this.epoch++;
  }

  #takeMatrices(part: string, matrices: unknown): void {
    if (!isTable(matrices)) return;
    for (const [name, counts] of Object.entries(matrices)) {
      if (!isMatrix(counts)) continue;
      this.matrices.push({ name: `${part}/${name}`, step: this.step, epoch: this.epoch, counts });
      if (this.matrices.length > MOST_MATRICES) this.matrices.shift();
    }
  }

  warned(event: Event, time: number | null): void {
    this.warnings.push({ step: this.step, time, message: String(event['message']).slice(0, 10_000) });
    if (this.warnings.length > MOST_WARNINGS) this.warnings.shift();
  }

  ended(event: Event): void {
    const reason = event['reason'];
    this.ending = reason === 'finished' || reason === 'stopped' || reason === 'aborted' ? reason : 'unknown';
    this.paused = false;
  }

  failed(event: Event): void {
    this.ending = 'failed';
    this.problem = String(event['message']).slice(0, 10_000);
  }

  add(name: string, value: unknown, time: number | null, step = this.step): void {
    // JSON has no NaN: it is null in a log.
    if (typeof value !== 'number' && value !== null) return;
    let series = this.series.get(name);
    if (!series) {
      if (this.series.size >= MOST_SERIES) return;
      this.series.set(name, (series = new Series()));
    }
    series.add(step, time ?? NaN, value ?? NaN);
  }

  get progress(): number | null {
    if (this.#limits === null) return null;
    const { epochs, steps, batches } = this.#limits;
    const bySteps = this.step / steps;
    const within = batches !== null && batches > 0 && this.#batch !== null ? (this.#batch + 1) / batches : 0;
    const byEpochs = (this.epoch + within) / epochs;
    const most = Math.max(bySteps, byEpochs);
    return most > 0 && Number.isFinite(most) ? Math.min(1, most) : null;
  }

  /** The loss in a few points: of the steps, or where there are none of the epochs. */
  spark(points: number): (number | null)[] {
    return sparkOf(
      this.series.get(STEP_LOSS) ?? this.series.get('validation/loss') ?? this.series.get('train/loss'),
      points,
    );
  }
}

/** The means of so many stretches of a curve. */
export function sparkOf(series: Series | undefined, points: number): (number | null)[] {
  const { values = [] } = series?.points(points * 8) ?? {};
  const count = Math.min(points, values.length);
  return Array.from({ length: count }, (_, i) => {
    const share = values.slice(Math.floor((i * values.length) / count), Math.floor(((i + 1) * values.length) / count));
    const known = share.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return known.length > 0 ? finite(Number(mean.toPrecision(4))) : null;
  });
}

const READERS: Readonly<Record<string, (this: RunLog, event: Event, time: number | null) => void>> = {
  __proto__: null as never,
  start: RunLog.prototype.start,
  step: RunLog.prototype.stepped,
  epochEnd: RunLog.prototype.epochEnded,
  warning: RunLog.prototype.warned,
  end: RunLog.prototype.ended,
  failed: RunLog.prototype.failed,
};

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A square of counts. */
function isMatrix(value: unknown): value is number[][] {
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) &&
    row.length === (value as unknown[]).length &&
    row.every((count) => typeof count === 'number' && Number.isFinite(count));
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_CLASSES && value.every(isRow);
}
