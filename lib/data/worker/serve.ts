/** What a loader's worker thread does: makes the dataset, and batches in the order in which they are asked for. */
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { native } from '../../native/binding';
import { defaultCollate, defaultConvert } from '../collate';
import { type IterableDataset, type MapDataset, isIterableDataset } from '../dataset';
import { Fetcher } from '../fetch';
import { StreamEpoch } from '../stream-epoch';
import { setWorkerInfo } from './info';
import { type Batching, type Order, type Report, type WorkerSetup, pack } from './protocol';
import { messageOf, nameOf } from '../../arguments/describe';
import { typeError } from '../../errors';

type Dataset = MapDataset<unknown> | IterableDataset<unknown>;

interface DatasetModule {
  readonly default?: unknown;
  readonly collate?: (samples: never) => unknown;
}

/** What the thread was started with, from {@link serveLoader} on. */
let setup: WorkerSetup;
let signal: Int32Array;

function report(message: Report): void {
  setup.port.postMessage(message);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}

/** Makes the dataset of a module: its default export is a function, a class, or the dataset itself. */
async function makeDataset(exported: unknown): Promise<Dataset> {
  const factory = (exported as { default?: unknown } | null)?.default ?? exported;
  if (typeof factory !== 'function') return factory as Dataset;
  // A class without its own constructor of arguments takes none; a function may be asynchronous.
  const isClass = /^class\b/.test(Function.prototype.toString.call(factory));
  if (isClass) return new (factory as new (options: unknown) => Dataset)(setup.options);
  return (factory as (options: unknown) => Dataset | Promise<Dataset>)(setup.options);
}

function load(specifier: string): Promise<unknown> {
  return import(specifier.startsWith('file:') ? specifier : pathToFileURL(specifier).href);
}

/** What `workerInit` names. */
type Init = (id: number) => unknown;

class Server {
  #stream: StreamEpoch | null = null;
  #seeded = false;

  constructor(
    readonly dataset: Dataset,
    readonly collate: ((samples: never) => unknown) | undefined,
    readonly init: Init | null,
  ) {}

  async begin({ seed, batching }: Order & { type: 'epoch' }): Promise<void> {
    if (!this.#seeded) await this.#start(seed);
    this.#stream?.close();
    this.#stream = isIterableDataset(this.dataset) ? new StreamEpoch(this.dataset, this.#plan(batching)) : null;
  }

  /** Once for a worker, as in Python: one that serves further epochs goes on where its generator stands. */
  async #start(seed: number | bigint): Promise<void> {
    this.#seeded = true;
    native.ownGenerator(seed);
    setWorkerInfo({ id: setup.id, numWorkers: setup.numWorkers, seed, dataset: this.dataset });
    await this.init?.(setup.id);
  }

  /** The next batch of a stream, or the one that is asked for; undefined at a stream's end. */
  async batch(order: Order & { type: 'batch' }): Promise<unknown> {
    if (this.#stream) return this.#stream.nextAsync();
    const { request } = order;
    const batched = typeof request !== 'number';
    const fetcher = new Fetcher(this.dataset as MapDataset<unknown>, this.#collation(batched));
    return fetcher.fetch(request as number);
  }

  #collation(batched: boolean): { collate: (samples: never) => unknown; defaultCollation: boolean } {
    const collate = this.collate ?? (batched ? defaultCollate : defaultConvert);
    return { collate, defaultCollation: !this.collate };
  }

  #plan(batching: Batching): ConstructorParameters<typeof StreamEpoch>[1] {
    return { ...batching, ...this.#collation(batching.batchSize !== null) };
  }
}

async function obey(server: Server, order: Order): Promise<void> {
  const { epoch } = order;
  try {
    if (order.type === 'epoch') {
      await server.begin(order);
      return;
    }
    const value = await server.batch(order);
    report(value === undefined ? { type: 'end', epoch } : { type: 'batch', epoch, value: pack(value) });
  } catch (error) {
    fail(epoch, error);
  }
}

/** An error that cannot be cloned is told as text. */
function fail(epoch: number, error: unknown): void {
  const told = error instanceof Error ? error : new Error(messageOf(error));
  try {
    report({ type: 'error', epoch, error: told });
  } catch {
    report({ type: 'error', epoch, error: new Error(told.message) });
  }
}

async function loadInit(module: string | null): Promise<Init | null> {
  if (module === null) return null;
  const exported = ((await load(module)) as DatasetModule).default as { default?: unknown } | undefined;
  const init = exported?.default ?? exported;
  if (typeof init === 'function') return init as Init;
  throw typeError(`the default export of workerInit, ${module}, should be a function, got ${nameOf(init)}`);
}

async function main(): Promise<void> {
  setWorkerInfo({ id: setup.id, numWorkers: setup.numWorkers, seed: 0, dataset: null });
  // What the making of a dataset draws is no other thread's, and the same each time.
  native.ownGenerator(0);
  const loaded = (await load(setup.module)) as DatasetModule;
  // A CommonJS module that was TypeScript has its exports one level down.
  const inner = (loaded.default ?? {}) as DatasetModule;
  const dataset = await makeDataset(loaded.default);
  const iterable = isIterableDataset(dataset);
  if (!iterable && typeof (dataset as Partial<MapDataset<unknown>> | undefined)?.get !== 'function') {
    throw typeError(`the default export of ${setup.module} makes ${nameOf(dataset)}, which is not a dataset`);
  }
  const server = new Server(dataset, loaded.collate ?? inner.collate, await loadInit(setup.init));
  let done: Promise<void> = Promise.resolve();
  setup.port.on('message', (order: Order) => {
    done = done.then(() => obey(server, order));
  });
  const length = 'length' in dataset ? dataset.length : null;
  report({ type: 'ready', environment: native.announce(), length, iterable });
}

/** Serves the loader that started this thread. @internal */
export function serveLoader(): void {
  setup = workerData as WorkerSetup;
  signal = new Int32Array(setup.signal);
  main().catch((error: unknown) => fail(-1, error));
}
