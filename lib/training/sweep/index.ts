import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Values,
  any,
  choice,
  count,
  int,
  nullable,
  signal as signalField,
  str,
  value,
} from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { messageOf } from '../../arguments/describe';
import { valueError } from '../../errors';
import { appendWhole, makeFolder } from '../../arguments/whole-files';
import { TrainingError } from '../errors';
import { trainInWorker } from '../worker/train-in-worker';
import { plain } from '../settings';
import { type Choice, type Chosen, type Space, checkSpace, draw, grid, randomOf } from './space';

/** What a sweep's training module finds in its context's `data`. */
export interface TrialData<P = Readonly<Record<string, Choice>>, D = unknown> {
  /** The hyper-parameters of this trial. */
  readonly params: P;
  /** The trial's number, from 0. */
  readonly trial: number;
  /** A seed of its own, the same when the sweep is resumed. */
  readonly seed: number;
  /** How much to train: as many epochs, or whatever the module takes it for. Null where the sweep gives no budgets. */
  readonly budget: number | null;
  /** A folder of its own, for a `RunDirectory`; a later rung of halving has the same one, to go on from. */
  readonly folder: string;
  /** What the sweep was given as `data`. */
  readonly data: D;
}

export interface SweepOptions<S extends Space, D = unknown> {
  /** What to choose among. */
  readonly space: S;
  /**
   * `grid` tries all combinations, `random` draws `trials` of them, and `halving` draws them, gives each a small budget, and the better
   * ones `factor` times as much, until `maxBudget`. @defaultValue 'random'
   */
  readonly search?: 'grid' | 'random' | 'halving';
  /** How many are drawn. @defaultValue 16 */
  readonly trials?: number;
  /** The figure to compare by, of what a module returns. @defaultValue null, which takes a number as it is, or `score` */
  readonly metric?: string | null;
  /** Which is better. @defaultValue 'min' */
  readonly mode?: 'min' | 'max';
  /** The first budget of halving. @defaultValue 1 */
  readonly minBudget?: number;
  /** The last budget of halving. @defaultValue 9 */
  readonly maxBudget?: number;
  /** Each rung keeps one in so many. @defaultValue 3 */
  readonly factor?: number;
  /** Trials at a time, each in a worker of its own. @defaultValue 1 */
  readonly workers?: number;
  /** libtorch's threads in each worker. @defaultValue 1 */
  readonly threads?: number;
  /** Decides what is drawn. @defaultValue 0 */
  readonly seed?: number;
  /** Where the sweep writes down what it has; a sweep that is called again with it goes on. @defaultValue 'sweep' */
  readonly folder?: string;
  /** Given to each trial besides its parameters; must be structured-cloneable. */
  readonly data?: D;
  /** Ends the sweep; what was finished stays in its folder. */
  readonly signal?: AbortSignal | null;
  /** Told of each trial that has ended. */
  readonly onTrial?: (trial: Trial<Chosen<S>>) => void;
}

/** A trial that has ended. */
export interface Trial<P = Readonly<Record<string, Choice>>> {
  /** Its number, from 0. */
  readonly trial: number;
  /** The hyper-parameters. */
  readonly params: P;
  /** What it was given to train; null without budgets. */
  readonly budget: number | null;
  /** The figure; null where it failed. */
  readonly score: number | null;
  /** Why it failed; null where it did not. */
  readonly error: string | null;
  /** How long it took. */
  readonly seconds: number;
}

const OPTIONS = {
  space: plain<Space>(),
  search: choice(['grid', 'random', 'halving'], 'random'),
  trials: count(1, 16),
  metric: nullable(str()),
  mode: choice(['min', 'max'], 'min'),
  minBudget: count(1, 1),
  maxBudget: count(1, 9),
  factor: count(2, 3),
  workers: count(1, 1),
  threads: count(1, 1),
  seed: int(0),
  folder: str('sweep'),
  data: { ...any(), object: true },
  signal: signalField(),
  onTrial: nullable(value<(trial: Trial) => void>('a function', (v) => typeof v === 'function')),
};

type Settings = Values<typeof OPTIONS>;

/** What a sweep has found. It prints as a table, the best trial first. */
export class SweepResult<P = Readonly<Record<string, Choice>>> {
  /** The trials, the best one first; those that failed come last. Of halving, each with its greatest budget. */
  readonly trials: readonly Trial<P>[];

  /** @internal */
  constructor(trials: readonly Trial<P>[]) {
    this.trials = trials;
  }

  /** The best trial; null where all have failed. */
  get best(): Trial<P> | null {
    const [first] = this.trials;
    return first && first.score !== null ? first : null;
  }

  toString(): string {
    const names = [...new Set(this.trials.flatMap(({ params }) => Object.keys(params as object)))];
    const head = ['trial', 'score', ...names, 'budget', 'seconds', ''];
    const rows = this.trials.map(({ trial, score, params, budget, seconds, error }) => [
      String(trial),
      score === null ? 'failed' : shortened(score),
      ...names.map((name) => text((params as Readonly<Record<string, Choice>>)[name])),
      budget === null ? '' : String(budget),
      seconds.toFixed(1),
      error === null ? '' : (error.split('\n')[0] as string),
    ]);
    const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] as string).length)));
    return [head, ...rows]
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(widths[i] as number))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

const shortened = (score: number): string => String(Number(score.toPrecision(6)));
const text = (choice: Choice | undefined): string => (typeof choice === 'number' ? shortened(choice) : String(choice));

/**
 * Trains a module with many hyper-parameters, each trial in a worker, and says which were best. A trial that fails, or whose worker dies, is
 * one of the failed ones, and the others go on. What has ended is in `folder/trials.jsonl`: the same call again goes on from there.
 *
 * @param module - A training module, as of {@link trainInWorker}. Its `data` is a {@link TrialData}; it returns the figure, or an object that
 * has it.
 * @throws TrainingError `ERR_TRAINING_RESUME` for a folder of another sweep; the signal's reason where it was aborted.
 * @example
 * const result = await training.sweep(new URL('./trial.js', import.meta.url), {
 *   space: { lr: { min: 1e-4, max: 1e-1, scale: 'log' }, hidden: [32, 64, 128] },
 *   search: 'halving',
 *   trials: 27,
 * });
 * console.log(String(result), result.best?.params);
 */
export async function sweep<const S extends Space, D = unknown>(
  module: URL | string,
  options: SweepOptions<S, D>,
  ...surplus: []
): Promise<SweepResult<Chosen<S>>> {
  refuseSurplus('sweep', 2, surplus);
  const settings: Settings = readOptions('sweep', OPTIONS, options);
  checkSpace('sweep', settings.space);
  if (settings.maxBudget < settings.minBudget) throw valueError('sweep(): maxBudget is less than minBudget');
  const sweeping = new Sweep(module, settings);
  return new SweepResult(await sweeping.run()) as unknown as SweepResult<Chosen<S>>;
}

interface Candidate {
  readonly trial: number;
  readonly params: Readonly<Record<string, Choice>>;
}

class Sweep {
  readonly #done = new Map<string, Trial>();
  readonly #folder: string;

  constructor(
    readonly module: URL | string,
    readonly settings: Settings,
  ) {
    this.#folder = makeFolder('sweep', settings.folder);
    this.#read();
  }

  get #file(): string {
    return path.join(this.#folder, 'trials.jsonl');
  }

  /** What decides which trials there are: a folder belongs to one such sweep. */
  get #identity(): string {
    const { space, search, trials, seed, metric, mode } = this.settings;
    return JSON.stringify({ space, search, trials: search === 'grid' ? null : trials, seed, metric, mode });
  }

  /** Takes what an earlier call has finished. A line that was cut by a kill is left out. */
  #read(): void {
    const sweepOf = (identity: string): string => JSON.stringify({ sweep: identity });
    if (!existsSync(this.#file)) {
      appendWhole(this.#file, `${sweepOf(this.#identity)}\n`);
      return;
    }
    const [head = '', ...lines] = readFileSync(this.#file, 'utf8').split('\n');
    if (head !== sweepOf(this.#identity)) {
      throw new TrainingError(`${this.#folder} has the trials of another sweep: use another folder`, {
        code: 'ERR_TRAINING_RESUME',
      });
    }
    for (const trial of lines.flatMap(trialIn)) this.#done.set(keyOf(trial.trial, trial.budget), trial);
  }

  async run(): Promise<Trial[]> {
    const { search, space, trials, seed } = this.settings;
    const random = randomOf(seed);
    const drawn = Array.from({ length: trials }, () => draw(space, random));
    const params = search === 'grid' ? [...grid('sweep', space)] : drawn;
    const candidates = params.map((chosen, trial) => ({ trial, params: chosen }));
    return search === 'halving' ? this.#halve(candidates) : this.#ranked(await this.#rung(candidates, null));
  }

  /** Successive halving: each rung has `factor` times the budget for one in `factor` of the trials. */
  async #halve(candidates: readonly Candidate[]): Promise<Trial[]> {
    const { minBudget, maxBudget, factor } = this.settings;
    const last = new Map<number, Trial>();
    let rung = candidates;
    for (let budget = minBudget; ; budget = Math.min(maxBudget, budget * factor)) {
      const ranked = this.#ranked(await this.#rung(rung, budget));
      for (const trial of ranked) last.set(trial.trial, trial);
      const better = ranked
        .filter(({ score }) => score !== null)
        .slice(0, Math.max(1, Math.floor(rung.length / factor)));
      if (budget >= maxBudget || better.length === 0) break;
      rung = better.map(({ trial, params }) => ({ trial, params }));
    }
    const all = [...last.values()];
    // Figures of different budgets do not compare: those that came further are first.
    return all.sort(
      (a, b) =>
        Number(a.score === null) - Number(b.score === null) || (b.budget ?? 0) - (a.budget ?? 0) || this.#compare(a, b),
    );
  }

  #ranked(trials: readonly Trial[]): Trial[] {
    return [...trials].sort((a, b) => this.#compare(a, b));
  }

  /** The better one first; NaN and failures last. */
  #compare(a: Trial, b: Trial): number {
    const key = ({ score }: Trial): number => {
      if (score === null || Number.isNaN(score)) return Infinity;
      return this.settings.mode === 'min' ? score : -score;
    };
    const [x, y] = [key(a), key(b)];
    return x === y ? Number(a.score === null) - Number(b.score === null) || a.trial - b.trial : x < y ? -1 : 1;
  }

  async #rung(candidates: readonly Candidate[], budget: number | null): Promise<Trial[]> {
    const waiting = [...candidates];
    const trials: Trial[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        this.settings.signal?.throwIfAborted();
        trials.push(this.#done.get(keyOf(next.trial, budget)) ?? (await this.#try(next, budget)));
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.settings.workers, candidates.length) }, work));
    return trials;
  }

  async #try({ trial, params }: Candidate, budget: number | null): Promise<Trial> {
    const { seed, data, signal, threads, onTrial } = this.settings;
    const folder = makeFolder('sweep', path.join(this.#folder, String(trial)));
    const given: TrialData = { params, trial, seed: seed + trial, budget, folder, data };
    const started = performance.now();
    let score: number | null = null;
    let error: string | null = null;
    try {
      score = this.#scoreOf(await trainInWorker(this.module, { data: given, signal, threads }));
    } catch (cause) {
      signal?.throwIfAborted();
      error = messageOf(cause);
    }
    const ended: Trial = { trial, params, budget, score, error, seconds: (performance.now() - started) / 1000 };
    appendWhole(this.#file, `${JSON.stringify(ended)}\n`);
    this.#done.set(keyOf(trial, budget), ended);
    onTrial?.(ended);
    return ended;
  }

  #scoreOf(result: unknown): number {
    const { metric } = this.settings;
    const figure: unknown = isPlainObject(result) ? result[metric ?? 'score'] : result;
    if (Number.isFinite(figure)) return figure as number;
    if (typeof figure === 'number') throw valueError(`sweep(): the module returned ${figure}, which does not compare`);
    throw valueError(`sweep(): the module returned no number${metric === null ? '' : ` called '${metric}'`}`);
  }
}

const keyOf = (trial: number, budget: number | null): string => `${trial} ${budget ?? ''}`;

function trialIn(line: string): Trial[] {
  try {
    const trial: unknown = JSON.parse(line);
    if (!isPlainObject(trial)) return [];
    const { trial: number, params, error } = trial as Partial<Trial>;
    // A trial that failed is tried again.
    return Number.isInteger(number) && isPlainObject(params) && error === null ? [trial as unknown as Trial] : [];
  } catch {
    return [];
  }
}
