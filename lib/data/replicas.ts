import { getRank, getWorldSize, isInitialized } from '../c10d/index';
import { valueError } from '../errors';
import { getWorkerInfo } from './worker/info';

/** One of several processes that share a dataset. */
export interface Replica {
  readonly numReplicas: number;
  readonly rank: number;
}

/**
 * Which of how many processes this one is, as far as the caller has not said it: what the process group says. A loader's
 * worker is in no group; there the environment of its process says it.
 *
 * @throws TorchValueError Where neither does, or where the rank is not among them.
 */
export function replicaOf(given: { readonly numReplicas: number | null; readonly rank: number | null }): Replica {
  const inWorker = getWorkerInfo() !== null && !isInitialized();
  const numReplicas = given.numReplicas ?? (inWorker ? fromEnvironment('WORLD_SIZE', 1) : getWorldSize());
  const rank = given.rank ?? (inWorker ? fromEnvironment('RANK', 0) : getRank());
  if (rank >= 0 && rank < numReplicas) return { numReplicas, rank };
  throw valueError(`Invalid rank ${rank}, rank should be in the interval [0, ${numReplicas - 1}]`);
}

function fromEnvironment(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw valueError(`the environment variable ${name} should be an integer, got '${text}'`);
}
