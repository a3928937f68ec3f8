/** What a dataset knows of the worker it is in. */
export interface WorkerInfo {
  /** 0 … numWorkers - 1. */
  readonly id: number;
  readonly numWorkers: number;
  /** The epoch's base seed plus `id`, as in Python: for random numbers that differ between workers and epochs. */
  readonly seed: number | bigint;
}

let current: WorkerInfo | null = null;

/**
 * The worker of a DataLoader that this code runs in; null elsewhere. An iterable dataset uses it to give each worker a
 * share of its own.
 *
 * The default generator is shared by all threads of the process, so it is not seeded anew in a worker, as it is in a
 * worker process of Python: make a `torch.Generator` from `seed`.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.get_worker_info
 */
export function getWorkerInfo(): WorkerInfo | null {
  return current;
}

/** @internal */
export function setWorkerInfo(info: WorkerInfo): void {
  current = info;
}
