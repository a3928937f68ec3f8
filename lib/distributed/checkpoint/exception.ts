import { messageOf } from '../../arguments/describe';
import { TorchError, type TorchErrorCode } from '../../errors';

/** What a rank reports of its failure. */
export interface Failure {
  /** The message of the rank's own error. */
  readonly message: string;
  /** The code of that error; `ERR_TORCH` for one that is not this library's. */
  readonly code: TorchErrorCode;
}

/** @internal */
export function failureOf(error: unknown): Failure {
  const { code } = (error ?? {}) as { code?: unknown };
  const known = typeof code === 'string' && code.startsWith('ERR_TORCH');
  return { message: messageOf(error), code: known ? (code as TorchErrorCode) : 'ERR_TORCH' };
}

/**
 * A save or a load failed on one rank or more; every rank gets it. Its code is that of the first failure, and its cause
 * this rank's own error, if it had one.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html
 * @example
 * try {
 *   distributed.checkpoint.load({ model }, { checkpointId: 'not-there', noDist: true });
 * } catch (error) {
 *   if (error instanceof distributed.checkpoint.CheckpointException) console.log([...error.failures.keys()]); // the ranks
 * }
 */
export class CheckpointException extends TorchError {
  override readonly name = 'CheckpointException';
  /** What went wrong, by rank. */
  readonly failures: ReadonlyMap<number, Failure>;

  constructor(step: string, failures: ReadonlyMap<number, Failure>, options: ErrorOptions = {}) {
    const [first] = failures.values();
    const lines = [...failures].map(([rank, { message }]) => `rank ${rank}: ${message}`);
    super(`CheckpointException ranks: [${[...failures.keys()].join(', ')}] in step '${step}'\n${lines.join('\n')}`, {
      code: first?.code ?? 'ERR_TORCH',
      ...options,
    });
    this.failures = failures;
  }
}
