/** What a worker of `spawn` does: calls the module's function as one rank, and tells what it returns. */
import { parentPort, workerData } from 'node:worker_threads';

import { messageOf } from '../../arguments/describe';
import { destroyProcessGroup, isInitialized } from '../../c10d/index';
import { typeError } from '../../errors';
import { native } from '../../native/binding';
import { type PlainError, toPlain } from '../../native/plain-error';
import { endPort } from '../../native/worker-port';

/** What a worker is started with. */
export interface RankStart {
  readonly module: string;
  /** The name of an export; null for the default one. */
  readonly name: string | null;
  readonly rank: number;
  readonly args: readonly unknown[];
  readonly threads: number;
}

/** How the rank has ended. */
export type RankEnd =
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'error'; readonly error: PlainError };

async function functionOf({ module, name }: RankStart): Promise<(...args: unknown[]) => unknown> {
  let found = (await import(module)) as Record<string, unknown>;
  if (name === null || !(name in found)) {
    // A CommonJS module with a default export of its own has it one level below.
    for (let i = 0; i < 2 && typeof found === 'object' && found !== null && 'default' in found; i++) {
      found = found['default'] as Record<string, unknown>;
    }
  }
  const chosen: unknown = name === null ? found : (found as Record<string, unknown> | null)?.[name];
  if (typeof chosen === 'function') return chosen as (...args: unknown[]) => unknown;
  throw typeError(`spawn: ${module} should export a function ${name === null ? 'as its default' : `'${name}'`}`);
}

async function run(start: RankStart): Promise<unknown> {
  native.setNumThreads(start.threads);
  const main = await functionOf(start);
  return main(start.rank, ...start.args);
}

/** Serves the rank that this thread was started for. @internal */
export function serveRank(): void {
  const port = parentPort;
  if (!port) return;
  const end = (message: RankEnd): void => {
    port.postMessage(message);
    endPort(port);
  };
  run(workerData as RankStart)
    .then((value) => {
      try {
        end({ type: 'result', value });
      } catch (cause) {
        throw typeError(`spawn: the result must be structured-cloneable: ${messageOf(cause)}`, { cause });
      }
    })
    .catch(async (error: unknown) => {
      end({ type: 'error', error: toPlain(error) });
      // The other ranks wait for this one, perhaps in native code, where they cannot be ended: now they hear of it.
      if (isInitialized()) await destroyProcessGroup().catch(() => undefined);
    });
}
