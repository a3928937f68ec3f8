import { entryFile } from '../../arguments/entry-file';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { bool, count, float, keyword, nullable, record, str, value } from '../../arguments/fields';
import { messageOf } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import { runtimeError, typeError } from '../../errors';
import { fromPlain } from '../../native/plain-error';
import type { RankEnd, RankStart } from './serve';

export interface SpawnOptions {
  /** Given to the function behind its rank; must be structured-cloneable. Tensors go as `tensor.share()`. */
  readonly args?: readonly unknown[];
  /** How many ranks. @defaultValue 1 */
  readonly nprocs?: number;
  /** Resolve when all ranks have ended; otherwise when they have been started. @defaultValue true */
  readonly join?: boolean;
  /** The module's export to call; by default the default one. */
  readonly name?: string | null;
  /** libtorch's threads of each rank; by default the processors are shared out. */
  readonly threads?: number | null;
  /** Variables of the ranks' environment besides `RANK`, `WORLD_SIZE` and the like. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node for the workers, as `['--import', 'tsx']` where the module is TypeScript. */
  readonly execArgv?: readonly string[];
}

const isModule = (given: unknown): boolean => given instanceof URL || (typeof given === 'string' && given !== '');
const isList = (given: unknown): boolean => Array.isArray(given);

/** Python's order; what it has not is given by name. */
const TABLE = {
  module: value<URL | string>('the URL or absolute path of a module', isModule),
  args: value<readonly unknown[]>('a list of arguments', isList, []),
  nprocs: count(1, 1),
  join: bool(true),
  name: keyword(nullable(str())),
  threads: keyword(nullable(count(1))),
  env: keyword(record<Readonly<Record<string, string>>>({})),
  execArgv: keyword(value<readonly string[]>('a list of strings', isList, [])),
};

type Settings = ReturnType<typeof settingsOf>;

function settingsOf(args: readonly unknown[]) {
  return readArguments('spawn', TABLE, args);
}

/**
 * Runs a module's function once for each rank, in `worker_threads` of this process: `fn(rank, ...args)`. The ranks find each
 * other with `initProcessGroup()`, as their environment has what torchrun sets. If one fails, all others are ended and the
 * promise rejects with its error.
 *
 * Python starts processes; threads share this one, so that its memory is shared too, and what ends the process ends all ranks.
 * For processes of their own there is `npx libtorch-node run`.
 *
 * @param module Its default export is the function, unless `name` says another one.
 * @returns What the ranks have returned, in their order; with `join: false` a {@link SpawnContext}.
 * @throws TorchError `rank 1 ended with an error: …`, with the rank's error as its cause.
 * @see https://docs.pytorch.org/docs/2.13/multiprocessing.html#torch.multiprocessing.spawn.spawn
 * @example
 * // train.ts
 * export default async (rank: number, scale: number) => {
 *   await torch.distributed.initProcessGroup('gloo');
 *   const x = torch.full([2], (rank + 1) * scale);
 *   torch.distributed.allReduce(x);
 *   return x.tolist();
 * };
 *
 * // main.ts
 * await torch.distributed.spawn(new URL('./train.js', import.meta.url), [10], 2); // [[30, 30], [30, 30]]
 */
export async function spawn<R = unknown>(module: URL | string, options?: SpawnOptions & { join?: true }): Promise<R[]>;
export async function spawn<R = unknown>(
  module: URL | string,
  options: SpawnOptions & { join: false },
): Promise<SpawnContext<R>>;
export async function spawn<R = unknown>(
  module: URL | string,
  args: readonly unknown[],
  nprocs?: number | Omit<SpawnOptions, 'args'>,
  join?: true | Omit<SpawnOptions, 'args' | 'nprocs'>,
): Promise<R[]>;
export async function spawn<R = unknown>(
  module: URL | string,
  args: readonly unknown[],
  nprocs: number,
  join: false,
): Promise<SpawnContext<R>>;
export async function spawn(...args: readonly unknown[]): Promise<unknown> {
  const settings = settingsOf(args);
  const context = new SpawnContext(settings, moduleOf(settings.module), await freePort());
  return settings.join ? context.results : context;
}

/**
 * The ranks that {@link spawn} has started with `join: false`.
 *
 * @see https://docs.pytorch.org/docs/2.13/multiprocessing.html#torch.multiprocessing.SpawnContext
 * @example
 * const context = await torch.distributed.spawn(new URL('./train.js', import.meta.url), { nprocs: 2, join: false });
 * while (!(await context.join(60))) console.log('still training');
 * console.log(await context.results); // what the ranks have returned
 */
export class SpawnContext<R = unknown> {
  /** What the ranks return; rejects with the first error, when all of them have ended. */
  readonly results: Promise<R[]>;
  readonly #workers: readonly Worker[];

  /** @internal */
  constructor(settings: Settings, module: string, port: number) {
    this.#workers = Array.from({ length: settings.nprocs }, (_, rank) => startWorker(settings, module, rank, port));
    this.results = this.#run();
    // Whoever has the context may ask later, or only for `join`.
    this.results.catch(() => undefined);
  }

  /**
   * Waits for the ranks.
   *
   * @param timeout In seconds; null waits for ever.
   * @returns Whether all of them have ended.
   * @throws What the first rank that failed has thrown.
   */
  async join(timeout?: number | null): Promise<boolean>;
  async join(...args: readonly unknown[]): Promise<boolean> {
    const { timeout } = readArguments('join', { timeout: nullable(float()) }, args);
    const done = this.results.then(() => true);
    if (timeout === null) return done;
    const timer = new AbortController();
    const late = sleep(timeout * 1000, false, { signal: timer.signal, ref: false }).catch(() => false);
    return Promise.race([done, late]).finally(() => timer.abort());
  }

  /** Ends all ranks where they are; {@link results} then rejects. */
  async terminate(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async #run(): Promise<R[]> {
    // In the order in which they told of it: those that follow have lost their partner.
    const failed: Error[] = [];
    const fail = (error: Error): void => void failed.push(error);
    const ends = this.#workers.map(async (worker, rank) => {
      const result = await resultOf<R>(worker, rank, fail);
      if (failed.length > 0) void this.terminate();
      return result;
    });
    const results = await Promise.all(ends);
    if (failed[0]) throw failed[0];
    return results as R[];
  }
}

function moduleOf(given: URL | string): string {
  if (given instanceof URL) return given.href;
  if (path.isAbsolute(given)) return pathToFileURL(given).href;
  if (URL.canParse(given)) return given;
  throw typeError(`spawn: expected the module as an absolute path or a URL, got ${JSON.stringify(given)}`);
}

function startWorker(
  { args, nprocs, name, threads, env, execArgv }: Settings,
  module: string,
  rank: number,
  port: number,
): Worker {
  const share = Math.max(1, Math.floor(availableParallelism() / nprocs));
  const workerData: RankStart = { module, name, rank, args, threads: threads ?? share };
  const [at, size] = [String(rank), String(nprocs)];
  try {
    return new Worker(entryFile(__dirname), {
      workerData,
      // Without, they are those of this process.
      ...(execArgv.length > 0 ? { execArgv: [...execArgv] } : {}),
      env: {
        ...process.env,
        ...{
          RANK: at,
          LOCAL_RANK: at,
          WORLD_SIZE: size,
          LOCAL_WORLD_SIZE: size,
          GROUP_RANK: '0',
          GROUP_WORLD_SIZE: '1',
        },
        ...{ MASTER_ADDR: '127.0.0.1', MASTER_PORT: String(port), TORCHELASTIC_USE_AGENT_STORE: 'False' },
        ...env,
      },
    });
  } catch (cause) {
    if ((cause as Error).name !== 'DataCloneError') throw cause;
    throw typeError(`spawn: args must be structured-cloneable: ${messageOf(cause)}`, { cause });
  }
}

/** What a rank returns, once its thread has ended; `fail` hears at once if it has failed. */
async function resultOf<R>(worker: Worker, rank: number, fail: (error: Error) => void): Promise<R | undefined> {
  let end: { readonly value?: unknown } | null = null;
  const failed = (cause: unknown): void => {
    end = {};
    fail(runtimeError(`rank ${rank} ended with an error: ${messageOf(cause)}`, { cause }));
  };
  worker.on('message', (message: RankEnd) => {
    if (message.type === 'result') end = message;
    else failed(fromPlain(message.error));
  });
  worker.on('error', failed);
  const code = await new Promise<number>((resolve) => worker.once('exit', resolve));
  const told = end as { readonly value?: unknown } | null;
  if (told === null) fail(runtimeError(`rank ${rank} ended with exit code ${code} before its function did`));
  return told?.value as R | undefined;
}

/** A port that nobody uses now; rank 0 opens its store there a moment later. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

limitArguments([SpawnContext], { terminate: 0 });
