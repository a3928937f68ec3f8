import { type Values, any, choice, count, nullable, signal as signalField, str, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { messageOf, show } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { limitArguments } from '../../arguments/surplus';
import { runtimeError, typeError } from '../../errors';
import { type SharedTensor, fromSharedState, shareState } from '../../tensor/share';
import { clone } from '../../ops/generated/functions';
import { noGrad } from '../../autograd/modes';
import type { Tensor } from '../../ops/tensor-methods';
import { type Weights, trainInWorker } from '../worker/train-in-worker';
import { ExampleQueue } from './queue';
import { Versions } from './versions';

/** What an online module finds in its context's `data`. */
export interface RoundData<E = unknown, D = unknown> {
  /** The examples to train on, the oldest first. */
  readonly examples: readonly E[];
  /** Those to measure with, before and after. */
  readonly heldOut: readonly E[];
  /**
   * The current weights: `model.swapState(torch.fromSharedState(weights))` loads them. Null in the first round if there
   * are none.
   */
  readonly weights: Record<string, SharedTensor> | null;
  /** What `online` was given as `data`. */
  readonly data: D;
}

/** What an online module returns. */
export interface RoundResult {
  /** `torch.shareState(model.stateDict())`. */
  readonly weights: Record<string, SharedTensor>;
  /** The figure of the current weights on the held-out examples; null if there were none. */
  readonly before: number | null;
  /** The same with the new weights. */
  readonly after: number;
}

/** How a round has ended. */
export interface Round {
  /** `swapped`, `refused` by the gate, or `failed`. */
  readonly outcome: 'swapped' | 'refused' | 'failed';
  /** The version of the weights that serve now; 0 before the first. */
  readonly version: number;
  /** The figure of the current weights; null if there were none, or if the round failed. */
  readonly before: number | null;
  /** The figure with the new weights; null where the round failed. */
  readonly after: number | null;
  /** Examples that were trained on. */
  readonly examples: number;
  /** Why it failed. */
  readonly error: string | null;
}

export interface OnlineOptions<E = unknown, D = unknown> {
  /** Where the examples are. */
  readonly queue: ExampleQueue<E>;
  /**
   * Where accepted weights are kept, for roll-backs and for the next start. `current.json` there says which version serves: the next
   * start begins with it, also after a process that was killed.
   */
  readonly folder: string;
  /** Puts accepted weights into service: `(weights) => predictor.swap(weights)`. This function owns the weights. */
  readonly apply: (weights: Weights, version: number) => void | Promise<void>;
  /** The weights to begin with, where the folder has none. @defaultValue null */
  readonly weights?: Weights | null;
  /** New examples that make a round. @defaultValue 100 */
  readonly minExamples?: number;
  /** How often to check whether there are enough, in milliseconds. @defaultValue 1000 */
  readonly everyMs?: number;
  /** Whether a smaller or a greater figure is better. @defaultValue 'min' */
  readonly mode?: 'min' | 'max';
  /** By how much the figure may be worse. @defaultValue 0 */
  readonly tolerance?: number;
  /** Versions that are kept to go back to. @defaultValue 5 */
  readonly keep?: number;
  /** libtorch's threads in the worker. @defaultValue 1 */
  readonly threads?: number;
  /** Given to each round; must be structured-cloneable. */
  readonly data?: D;
  /** Told of each round. */
  readonly onRound?: ((round: Round) => void) | null;
  /** Ends it. */
  readonly signal?: AbortSignal | null;
}

const fn = <F>() => value<F>('a function', (v) => typeof v === 'function');

const OPTIONS = {
  queue: value<ExampleQueue>('an ExampleQueue', (v) => v instanceof ExampleQueue),
  folder: str(),
  apply: fn<OnlineOptions['apply']>(),
  weights: nullable(value<Weights>('tensors by name', isPlainObject)),
  minExamples: count(1, 100),
  everyMs: count(1, 1000),
  mode: choice(['min', 'max'], 'min'),
  tolerance: value<number>('a number that is not negative', (v) => typeof v === 'number' && v >= 0, 0),
  keep: count(1, 5),
  threads: count(1, 1),
  data: { ...any(), object: true },
  onRound: nullable(fn<(round: Round) => void>()),
  signal: signalField(),
};

/**
 * Learns while it serves. When there are enough new examples, a worker trains on them, starting from the current weights.
 * The new weights serve only if the figure on held-out examples is not worse. Accepted weights are kept, for going back and
 * for a restart. A worker that dies or fails costs its round: the examples stay, and the next round has them.
 *
 * @param module - A training module, as of {@link trainInWorker}. Its `data` is a {@link RoundData}; it returns a
 *   {@link RoundResult}.
 * @example
 * const queue = new training.ExampleQueue('examples');
 * const learning = await training.online(new URL('./round.js', import.meta.url), {
 *   queue,
 *   folder: 'weights',
 *   apply: (weights) => predictor.swap(weights),
 * });
 * // when somebody says what was right
 * queue.add({ text: 'You have won', label: 1 });
 * // when it was a mistake after all
 * await learning.rollBack();
 */
export async function online<E = unknown, D = unknown>(
  module: URL | string,
  options: OnlineOptions<E, D>,
  ...surplus: []
): Promise<OnlineLearning> {
  refuseSurplus('online', 2, surplus);
  const learning = new OnlineLearning(module, readOptions('online', OPTIONS, options));
  await learning.begin();
  return learning;
}

/** What {@link online} has started. */
export class OnlineLearning {
  readonly #settings: Values<typeof OPTIONS>;
  readonly #versions: Versions;
  readonly #stop = new AbortController();
  #weights: Weights | null = null;
  #version = 0;
  #seen = 0;
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<unknown> = Promise.resolve();
  #busy = false;

  /** @internal */
  constructor(
    readonly module: URL | string,
    settings: Values<typeof OPTIONS>,
  ) {
    this.#settings = settings;
    this.#versions = new Versions('online', settings.folder);
  }

  /** The version of the weights that serve; 0 where none were accepted yet. */
  get version(): number {
    return this.#version;
  }

  /** The versions that can be gone back to, the oldest first. */
  get versions(): readonly number[] {
    return this.#versions.all;
  }

  /** Takes the weights that served last, or the newest of those before that can be read, and begins to look for examples. @internal */
  async begin(): Promise<void> {
    const { everyMs, signal, weights } = this.#settings;
    signal?.throwIfAborted();
    for (const version of [...this.versions].reverse()) {
      try {
        await this.#serve(this.#versions.read(version), version);
        break;
      } catch {
        // A file that cannot be read, or does not fit any longer, is no version.
      }
    }
    if (this.#version === 0 && weights) this.#weights = copyOf(weights);
    signal?.addEventListener('abort', () => void this.close(), { once: true });
    this.#timer = setInterval(() => this.#look(), everyMs);
    this.#timer.unref();
  }

  async #serve(weights: Weights, version: number): Promise<void> {
    const own = copyOf(weights);
    try {
      await this.#settings.apply(weights, version);
    } catch (error) {
      dispose(own);
      throw error;
    }
    dispose(this.#weights);
    [this.#weights, this.#version] = [own, version];
  }

  #look(): void {
    const { queue, minExamples } = this.#settings;
    if (this.#busy || queue.added - this.#seen < minExamples || queue.length === 0) return;
    void this.round();
  }

  /** Trains one round now, after one that is running. The promise never rejects; the result says how the round ended. */
  round(): Promise<Round> {
    const next = this.#working.then(() => this.#round());
    this.#working = next;
    return next;
  }

  async #round(): Promise<Round> {
    const { queue, onRound } = this.#settings;
    this.#busy = true;
    const { added } = queue;
    const examples = queue.examples();
    const ended = { before: null, after: null, examples: examples.length, error: null };
    let round: Round;
    try {
      const result = await this.#train(examples);
      const { before, after } = result;
      const weights: Weights = fromSharedState(result.weights);
      const passes = this.#passes(before, after);
      if (passes) await this.#accept(weights);
      else dispose(weights);
      round = { ...ended, outcome: passes ? 'swapped' : 'refused', version: this.#version, before, after };
    } catch (error) {
      round = { ...ended, outcome: 'failed', version: this.#version, error: messageOf(error) };
    } finally {
      this.#busy = false;
      // Also after a failure: it waits for new examples before it tries again.
      this.#seen = added;
    }
    try {
      onRound?.(round);
    } catch (error) {
      // The rounds that follow wait for this one, and nobody may be waiting for their promises.
      process.emitWarning(`online: onRound failed: ${messageOf(error)}`, { code: 'TORCH_WARNING' });
    }
    return round;
  }

  async #train(examples: readonly unknown[]): Promise<RoundResult> {
    const { queue, threads, data } = this.#settings;
    // A copy, as the round trains in what it is given.
    const copies = this.#weights && copyOf(this.#weights);
    const weights = copies && (shareState(copies) as unknown as RoundData['weights']);
    dispose(copies);
    const given: RoundData = { examples, heldOut: queue.heldOut(), weights, data };
    const result: unknown = await trainInWorker(this.module, { data: given, threads, signal: this.#stop.signal });
    const { before, after, weights: trained } = (isPlainObject(result) ? result : {}) as Partial<RoundResult>;
    if (isPlainObject(trained) && typeof after === 'number' && (before === null || typeof before === 'number')) {
      return result as RoundResult;
    }
    throw typeError(`online: the module should return { weights, before, after }, got ${show(result)}`);
  }

  /** Whether new weights may serve: NaN never passes. */
  #passes(before: number | null, after: number): boolean {
    const { mode, tolerance } = this.#settings;
    if (Number.isNaN(after)) return false;
    if (before === null || Number.isNaN(before)) return true;
    return mode === 'min' ? after <= before + tolerance : after >= before - tolerance;
  }

  async #accept(weights: Weights): Promise<void> {
    const version = Math.max(this.#version, ...this.versions, 0) + 1;
    await this.#versions.write(version, weights);
    try {
      await this.#serve(weights, version);
    } catch (error) {
      // What could not be served is no version to go back to.
      this.#versions.drop(version);
      throw error;
    }
    this.#versions.commit(version);
    this.#versions.keep(this.#settings.keep);
  }

  /**
   * Goes back to an earlier version, by default the previous one; later ones are dropped. Where the process is killed meanwhile, the next
   * start serves the version before or the one that was asked for.
   *
   * @throws TorchError where there is none.
   */
  async rollBack(version?: number): Promise<number> {
    if (version !== undefined && !Number.isSafeInteger(version)) {
      throw typeError(`OnlineLearning.rollBack(): expected the number of a version, got ${show(version)}`);
    }
    const back = this.#working.then(async () => {
      const target = version ?? this.versions.filter((one) => one < this.#version).at(-1);
      if (target === undefined || !this.versions.includes(target)) {
        throw runtimeError(`online: there is no version ${target ?? 'before this one'} to go back to`);
      }
      const weights = this.#versions.read(target);
      const before = this.#versions.current ?? this.#version;
      // First of all: a process that ends from here on does not come back with what was taken back.
      this.#versions.commit(target);
      try {
        await this.#serve(weights, target);
      } catch (error) {
        this.#versions.commit(before);
        throw error;
      }
      this.#versions.dropAfter(target);
      return target;
    });
    this.#working = back.catch(() => undefined);
    return back;
  }

  /** Ends it; a round that goes on is aborted. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#stop.abort(runtimeError('online: it was closed'));
    await this.#working;
    dispose(this.#weights);
    this.#weights = null;
  }
}

function copyOf(weights: Weights): Weights {
  const copies: Record<string, Tensor> = {};
  noGrad(() => {
    for (const [name, tensor] of Object.entries(weights)) copies[name] = clone(tensor);
  });
  return copies;
}

function dispose(weights: Readonly<Record<string, Tensor>> | null): void {
  for (const tensor of Object.values(weights ?? {})) tensor.dispose();
}

limitArguments([OnlineLearning], { round: 0, rollBack: 1, close: 0 });
