/** What a dataset knows of the worker it is in. */
import { takesNothing } from '../../arguments/read';

export interface WorkerInfo {
  /** 0 … numWorkers - 1. */
  readonly id: number;
  /** How many workers load data. */
  readonly numWorkers: number;
  /**
   * The loader's base seed plus `id`: what the worker's default generator was seeded with when its first epoch began. 0 while
   * the dataset is made.
   */
  readonly seed: number | bigint;
  /** The worker's own dataset; null while it is made. */
  readonly dataset: object | null;
}

let current: WorkerInfo | null = null;

/**
 * The worker of a DataLoader that this code runs in; null elsewhere. An iterable dataset uses it to give each worker a
 * share of its own.
 *
 * Each worker draws from a default generator of its own, as a worker process of Python does, and gets the same numbers. Operators that
 * take no generator, as `dropout`, draw from the process's.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.get_worker_info
 */
export function getWorkerInfo(...args: []): WorkerInfo | null {
  takesNothing('getWorkerInfo', args);
  return current;
}

/** @internal */
export function setWorkerInfo(info: WorkerInfo): void {
  current = info;
}
