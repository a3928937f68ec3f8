import * as torch from '../index';
import { type Field, any, bool, count, nullable, optional, str, value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { show } from '../arguments/describe';
import { typeError, valueError } from '../errors';
import { Batcher, REQUEST_FIELDS, type RequestOptions, milliseconds } from './batcher';
import { ServingError } from './errors';
import { type Outcome, ServingMetrics } from './metrics';
import { type Served, ServedModel } from './served-model';
import { WorkerModel } from './workers';

/** How requests become batches, and what the server stands. */
export interface PredictorLimits {
  /** The most inputs of a batch. @defaultValue 32 */
  readonly maxBatch?: number;
  /** How long the first input of a batch waits for others, in milliseconds. @defaultValue 2 */
  readonly delayMs?: number;
  /** How many inputs may wait; more are refused with `ERR_SERVING_BUSY`. @defaultValue 256 */
  readonly maxWaiting?: number;
  /** Milliseconds after which a request fails with `ERR_SERVING_TIMEOUT`. @defaultValue null, which means no limit */
  readonly timeoutMs?: number | null;
}

/** A model in this thread. */
export interface PredictorOptions<I, O> extends Served<I, O>, PredictorLimits {
  /** Optimize the model with `torch.optimizeForInference`. @defaultValue true */
  readonly prepare?: boolean;
  /** Inputs to compute before the first request, so that this is not slow. @defaultValue null */
  readonly warmUp?: readonly I[] | null;
  /** The name of the first version. @defaultValue '1' */
  readonly version?: string;
}

/** A model in workers. */
export interface WorkerPredictorOptions<I> extends PredictorLimits {
  /** Workers, which share the memory of the weights. @defaultValue 2 */
  readonly workers?: number;
  /** libtorch's threads in each worker. @defaultValue 1 */
  readonly threads?: number;
  /** The argument of the module's function; must be structured-cloneable. */
  readonly data?: unknown;
  /** Options of node for the workers. */
  readonly execArgv?: readonly string[];
  /** Optimize the model with `torch.optimizeForInference`. @defaultValue true */
  readonly prepare?: boolean;
  /** Inputs to compute before the first request. @defaultValue null */
  readonly warmUp?: readonly I[] | null;
  /** The name of the first version. @defaultValue '1' */
  readonly version?: string;
}

/** Which part of the requests a version has. */
export interface VersionOptions {
  /** Its share of the requests, from 0 to 1; the main version gets the rest. @defaultValue 0 */
  readonly share?: number;
  /** Compute the requests of the other versions too, and discard the outputs: a trial run. @defaultValue false */
  readonly shadow?: boolean;
}

/** What one request may ask for. */
export interface PredictOptions extends RequestOptions {
  /** A version by its name; else the shares decide. */
  readonly version?: string | null;
  /** Requests with the same key, such as a user's number, go to the same version until shares change. */
  readonly key?: string | null;
}

/** What an answer came from. */
export interface Answer<O> {
  /** What `split` has made of the model's output for this input. */
  readonly output: O;
  /** The version that answered. */
  readonly version: string;
  /** How often its weights had been replaced. */
  readonly swaps: number;
}

/** How a predictor is. */
export interface Health {
  /** `ok`, `degraded` while a worker is being replaced, or `closed`. */
  readonly state: 'ok' | 'degraded' | 'closed';
  /** By name: the share of the requests, whether it is a shadow, and how often its weights were replaced. */
  readonly versions: Readonly<
    Record<string, { readonly share: number; readonly shadow: boolean; readonly swaps: number }>
  >;
  /** Requests that wait. */
  readonly waiting: number;
  /** Workers that answer; 0 where the model is in this thread. */
  readonly workers: number;
}

type Engine<I, O> = ServedModel<I, O> | WorkerModel<I, O>;

interface Version<I, O> {
  readonly name: string;
  readonly engine: Engine<I, O>;
  readonly batcher: Batcher<I, O>;
  share: number;
  shadow: boolean;
  swaps: number;
}

const fn = <F>(): Field<F> => ({ ...value<F>('a function', (v) => typeof v === 'function'), object: true });
const share = value<number>('a number from 0 to 1', (v) => typeof v === 'number' && v >= 0 && v <= 1, 0);

const LIMITS = {
  maxBatch: count(1, 32),
  delayMs: milliseconds(2),
  maxWaiting: count(1, 256),
  timeoutMs: nullable(milliseconds(0)),
};
const COMMON = {
  ...LIMITS,
  prepare: bool(true),
  warmUp: nullable(value<readonly unknown[]>('a list of inputs', (v) => Array.isArray(v))),
  version: str('1'),
};
const SERVED = {
  model: value<torch.nn.Module>('an nn.Module', (v) => v instanceof torch.nn.Module),
  collate: fn<Served<never, unknown>['collate']>(),
  split: optional(nullable(fn<NonNullable<Served<never, unknown>['split']>>())),
};
const LOCAL = { ...SERVED, ...COMMON };
const WORKERS = {
  ...COMMON,
  workers: count(1, 2),
  threads: count(1, 1),
  data: { ...any(), object: true },
  execArgv: optional(value<readonly string[]>('a list of strings', (v) => Array.isArray(v))),
};
const VERSION = { share, shadow: bool(false) };
const REQUEST = {
  ...REQUEST_FIELDS,
  version: nullable(str()),
  key: nullable(str()),
};

/**
 * Answers requests with a model. It joins requests that arrive close together into batches, replaces weights and models
 * between batches, and keeps metrics.
 *
 * @typeParam I - An input.
 * @typeParam O - Its answer: by default a row of the output.
 * @example
 * import { Predictor } from 'libtorch-node/serving';
 * const predictor = new Predictor({
 *   model: new nn.Sequential(new nn.Linear(4, 2), new nn.Softmax(1)),
 *   collate: (inputs: readonly number[][]) => torch.tensor(inputs, { dtype: torch.float32 }),
 * });
 * const probabilities = await predictor.predict([1, 2, 3, 4], { timeoutMs: 100 });
 * await predictor.close();
 */
export class Predictor<I, O = number[]> {
  readonly #versions = new Map<string, Version<I, O>>();
  readonly #metrics = new ServingMetrics();
  readonly #limits: Required<PredictorLimits>;
  readonly #prepare: boolean;
  #main: string;
  #closed = false;

  constructor(options: PredictorOptions<I, O>, ...surplus: []) {
    refuseSurplus('Predictor', 1, surplus);
    if (options instanceof Started) {
      const { settings, engine } = options as unknown as Started<I, O>;
      [this.#limits, this.#prepare, this.#main] = [settings, settings.prepare, settings.version];
      this.#add(settings.version, engine, { share: 0, shadow: false });
      return;
    }
    const { model, collate, split, version, prepare, warmUp, ...limits } = readOptions('Predictor', LOCAL, options);
    [this.#limits, this.#prepare, this.#main] = [limits, prepare, version];
    const engine = new ServedModel<I, O>({ model, collate, split } as unknown as Served<I, O>, prepare);
    if (warmUp) engine.run(warmUp as readonly I[]);
    this.#add(version, engine, { share: 0, shadow: false });
  }

  /**
   * A predictor with workers. Each has a model of its own, and all share the weights in memory. If a worker dies, it is
   * replaced, and another one computes its requests.
   *
   * @param module - The absolute path or URL of a module. Its default export is a function that is given `data` and returns a
   * {@link Served}.
   * @throws what the module throws.
   * @example
   * import { Predictor } from 'libtorch-node/serving';
   * const predictor = await Predictor.inWorkers(new URL('./served.js', import.meta.url), { workers: 2 });
   */
  static async inWorkers<I, O = number[]>(
    module: URL | string,
    options: WorkerPredictorOptions<I> = {},
    ...surplus: []
  ): Promise<Predictor<I, O>> {
    refuseSurplus('Predictor.inWorkers', 2, surplus);
    const settings = readOptions('Predictor.inWorkers', WORKERS, options);
    const started: { metrics: ServingMetrics | null } = { metrics: null };
    const engine = await WorkerModel.start<I, O>({
      ...settings,
      module: String(module),
      onRestart: () => {
        if (started.metrics) started.metrics.restarts++;
      },
    });
    if (settings.warmUp) await engine.run(settings.warmUp as readonly I[]);
    const predictor = new Predictor<I, O>(new Started(settings, engine) as never);
    started.metrics = predictor.#metrics;
    return predictor;
  }

  #add(name: string, engine: Engine<I, O>, options: Required<VersionOptions>): Version<I, O> {
    const figures = this.#metrics.version(name);
    const batcher = new Batcher<I, O>({
      ...this.#limits,
      run: (inputs) => engine.run(inputs),
      concurrency: engine instanceof WorkerModel ? engine.wanted : 1,
      onBatch: (size) => figures.sizes.add(size),
    });
    const version = { name, engine, batcher, ...options, swaps: 0 };
    this.#versions.set(name, version);
    return version;
  }

  /** The version that has what no share names. */
  get main(): string {
    return this.#main;
  }

  /**
   * Answers one input.
   *
   * @throws ServingError `ERR_SERVING_BUSY` where too many wait, `ERR_SERVING_TIMEOUT`, `ERR_SERVING_INPUT` where `collate` cannot read the
   * input; the signal's reason; and what the model throws.
   */
  async predict(input: I, options: PredictOptions = {}, ...surplus: []): Promise<O> {
    refuseSurplus('Predictor.predict', 2, surplus);
    return (await this.answer(input, options)).output;
  }

  /** The same, with the version that answered. */
  async answer(input: I, options: PredictOptions = {}, ...surplus: []): Promise<Answer<O>> {
    refuseSurplus('Predictor.answer', 2, surplus);
    const {
      signal,
      timeoutMs = this.#limits.timeoutMs,
      version,
      key,
    } = readOptions('Predictor.predict', REQUEST, options);
    if (this.#closed) throw new ServingError('the predictor is closed', 'ERR_SERVING_CLOSED');
    const chosen = version === null ? this.#choose(key) : this.#version(version);
    const { swaps } = chosen;
    const answered = this.#measured(chosen, input, { signal, timeoutMs });
    for (const other of this.#versions.values())
      if (other.shadow && other !== chosen) this.#shadow(other, input, timeoutMs);
    return { output: await answered, version: chosen.name, swaps };
  }

  async #measured({ name, batcher }: Version<I, O>, input: I, request: RequestOptions): Promise<O> {
    const started = performance.now();
    try {
      const output = await batcher.submit(input, request);
      this.#metrics.request(name, 'ok', (performance.now() - started) / 1000);
      return output;
    } catch (error) {
      this.#metrics.request(name, outcomeOf(error, request.signal), 0);
      throw error;
    }
  }

  /** Computed beside an answer if there is room. It delays no answer, and its errors fail no request. */
  #shadow(version: Version<I, O>, input: I, timeoutMs: number | null): void {
    if (version.batcher.waiting >= this.#limits.maxWaiting) return;
    this.#measured(version, input, { timeoutMs }).catch(() => undefined);
  }

  #choose(key: string | null): Version<I, O> {
    let at = key === null ? Math.random() : placeOf(key);
    for (const version of this.#versions.values()) {
      if (version.share === 0 || version.name === this.#main) continue;
      if (at < version.share) return version;
      at -= version.share;
    }
    return this.#version(this.#main);
  }

  #version(name: string): Version<I, O> {
    const version = this.#versions.get(name);
    if (version) return version;
    const known = [...this.#versions.keys()].join(', ');
    throw new ServingError(`there is no version '${name}'; there are ${known}`, 'ERR_SERVING_VERSION');
  }

  /**
   * Replaces the weights of a version between two batches, without a copy. No request sees a mixture of old and new
   * weights. The predictor owns the weights from now on.
   *
   * @throws TorchError `ERR_TORCH_STATE_DICT` if names, shapes or dtypes differ; nothing has changed then.
   */
  async swap(weights: torch.training.Weights, version: string = this.#main, ...surplus: []): Promise<void> {
    refuseSurplus('Predictor.swap', 2, surplus);
    const target = this.#version(version);
    await target.engine.swap(weights);
    target.swaps++;
    this.#metrics.version(version).swaps++;
  }

  /**
   * Adds another model under a name of its own: as a shadow, for a share of the requests, or to be promoted.
   *
   * @example
   * const collate = (rows: readonly number[][]) => torch.tensor(rows, { dtype: torch.float32 });
   * predictor.install('2', { model: new nn.Linear(4, 2), collate }, { share: 0.05 });
   * predictor.promote('2');
   * (await predictor.answer([1, 2, 3, 4])).version; // '2'
   */
  install(name: string, served: Served<I, O>, options: VersionOptions = {}, ...surplus: []): void {
    refuseSurplus('Predictor.install', 3, surplus);
    if (typeof name !== 'string' || name === '')
      throw typeError(`Predictor.install(): expected a name, got ${show(name)}`);
    if (this.#versions.has(name)) throw valueError(`Predictor.install(): there is a version '${name}' already`);
    const own = readOptions('Predictor.install', VERSION, options);
    this.#checkShares(name, own.share);
    const { model, collate, split } = readOptions('Predictor.install', SERVED, served);
    this.#add(name, new ServedModel<I, O>({ model, collate, split } as unknown as Served<I, O>, this.#prepare), own);
  }

  /** Sets which part of the requests a version has. */
  share(name: string, options: VersionOptions, ...surplus: []): void {
    refuseSurplus('Predictor.share', 2, surplus);
    const version = this.#version(name);
    const own = readOptions('Predictor.share', VERSION, options);
    this.#checkShares(name, own.share);
    Object.assign(version, own);
  }

  #checkShares(name: string, wanted: number): void {
    const others = [...this.#versions.values()].filter(
      (version) => version.name !== name && version.name !== this.#main,
    );
    const sum = others.reduce((total, version) => total + version.share, wanted);
    if (sum > 1) throw valueError(`Predictor: the shares of all versions come to ${sum}, more than 1`);
  }

  /** Makes a version the main one. The previous one stays, without a share: to go back, promote it again. */
  promote(name: string, ...surplus: []): void {
    refuseSurplus('Predictor.promote', 1, surplus);
    const version = this.#version(name);
    this.#version(this.#main).share = 0;
    [version.share, version.shadow] = [0, false];
    this.#main = name;
  }

  /** Removes a version after it has answered its requests. The main version cannot be removed. */
  async remove(name: string, ...surplus: []): Promise<void> {
    refuseSurplus('Predictor.remove', 1, surplus);
    const version = this.#version(name);
    if (name === this.#main)
      throw valueError(`Predictor.remove(): '${name}' is the main version: promote another one first`);
    this.#versions.delete(name);
    await version.batcher.close();
    if (version.engine instanceof WorkerModel) await version.engine.close();
    this.#metrics.forget(name);
  }

  /** How it is, for a probe. */
  health(...surplus: []): Health {
    refuseSurplus('Predictor.health', 0, surplus);
    const all = [...this.#versions.values()];
    const pools = all.flatMap(({ engine }) => (engine instanceof WorkerModel ? [engine] : []));
    const workers = pools.reduce((sum, { alive }) => sum + alive, 0);
    const whole = pools.every(({ alive, wanted }) => alive >= wanted);
    return {
      state: this.#closed ? 'closed' : whole ? 'ok' : 'degraded',
      versions: Object.fromEntries(
        all.map(({ name, share: part, shadow, swaps }) => [
          name,
          { share: name === this.#main ? this.#rest : part, shadow, swaps },
        ]),
      ),
      waiting: all.reduce((sum, { batcher }) => sum + batcher.waiting, 0),
      workers,
    };
  }

  get #rest(): number {
    const others = [...this.#versions.values()].filter(({ name }) => name !== this.#main);
    return others.reduce((rest, version) => rest - version.share, 1);
  }

  /** The metrics in the text format of Prometheus, version 0.0.4. */
  metrics(...surplus: []): string {
    refuseSurplus('Predictor.metrics', 0, surplus);
    const { waiting, workers } = this.health();
    return this.#metrics.text([
      { name: 'libtorch_requests_waiting', help: 'Requests that wait.', value: waiting },
      { name: 'libtorch_workers', help: 'Workers that answer.', value: workers },
      { name: 'libtorch_tensor_bytes', help: 'Bytes of live tensors of this thread.', value: torch.memory().bytes },
    ]);
  }

  /** Refuses new requests, answers the waiting ones for up to `graceMs`, and ends the workers. */
  async close(
    options: {
      /** How long waiting requests may take, in milliseconds. @defaultValue 5000 */
      readonly graceMs?: number;
    } = {},
    ...surplus: []
  ): Promise<void> {
    refuseSurplus('Predictor.close', 1, surplus);
    const { graceMs } = readOptions('Predictor.close', { graceMs: milliseconds(5000) }, options);
    this.#closed = true;
    const all = [...this.#versions.values()];
    const timer = setTimeout(() => {
      const gone = new ServingError('the predictor is closed', 'ERR_SERVING_CLOSED');
      for (const { batcher } of all) batcher.abandon(gone);
    }, graceMs);
    await Promise.all(all.map(({ batcher }) => batcher.close()));
    clearTimeout(timer);
    await Promise.all(all.flatMap(({ engine }) => (engine instanceof WorkerModel ? [engine.close()] : [])));
  }
}

/** Workers that are ready, on their way into a predictor. */
class Started<I, O> {
  constructor(
    readonly settings: Required<PredictorLimits> & { readonly prepare: boolean; readonly version: string },
    readonly engine: WorkerModel<I, O>,
  ) {}
}

function outcomeOf(error: unknown, signal: AbortSignal | null | undefined): Outcome {
  if (signal?.aborted && error === signal.reason) return 'aborted';
  if (!(error instanceof ServingError)) return 'error';
  return error.code === 'ERR_SERVING_BUSY' ? 'busy' : error.code === 'ERR_SERVING_TIMEOUT' ? 'timeout' : 'error';
}

/** A place from 0 to below 1 that a key always has: FNV-1a, its bits mixed once more. */
function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
