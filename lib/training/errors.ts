/** What stops a training run for a reason of its own. */
import { refuseSurplus } from '../arguments/read';

export type TrainingErrorCode =
  | 'ERR_TRAINING_NAN'
  | 'ERR_TRAINING_CHECK'
  | 'ERR_TRAINING_NO_BATCHES'
  | 'ERR_TRAINING_RESUME'
  | 'ERR_TRAINING_RUN_DIRECTORY'
  | 'ERR_TRAINING_BUSY'
  | 'ERR_TRAINING_WORKER'
  /** Another rank of the run has failed, or has ended. */
  | 'ERR_TRAINING_RANK';

export interface TrainingErrorOptions extends ErrorOptions {
  /** What went wrong. */
  readonly code: TrainingErrorCode;
  /** Optimizer steps that were done. */
  readonly step?: number;
  /** The epoch in which it happened. */
  readonly epoch?: number;
  /** The batch within the epoch. */
  readonly batch?: number;
  /** The last checkpoint that was written whole. */
  readonly checkpoint?: string | null;
}

/**
 * A training run that cannot go on: `code` says why, and the rest where it was.
 *
 * @example
 * const diverges = (output: torch.Tensor) => output.sum().mul(NaN);
 * const trainer = new training.Trainer({ model, loss: diverges, optimizer, onNaN: 'throw' });
 * try {
 *   await trainer.fit(loader);
 * } catch (error) {
 *   if (error instanceof training.TrainingError) console.error(error.code, error.step);
 * }
 */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
  /** What went wrong. */
  readonly code: TrainingErrorCode;
  /** The step at which it happened. */
  readonly step: number | undefined;
  /** The epoch in which it happened. */
  readonly epoch: number | undefined;
  /** The batch of the epoch. */
  readonly batch: number | undefined;
  /** The last checkpoint that was written; null if there is none. */
  readonly checkpoint: string | null | undefined;

  constructor(
    message: string,
    { code, step, epoch, batch, checkpoint, ...rest }: TrainingErrorOptions,
    ...surplus: []
  ) {
    super(message, rest);
    refuseSurplus('TrainingError', 2, surplus);
    this.code = code;
    this.step = step;
    this.epoch = epoch;
    this.batch = batch;
    this.checkpoint = checkpoint;
  }
}

/** Where a batch stands in a run. */
export interface Position {
  readonly step: number;
  readonly epoch: number;
  readonly batch: number;
}

/** The checks of the first batch found a mistake. */
export function checkFailed(message: string, step: number): TrainingError {
  return new TrainingError(message, { code: 'ERR_TRAINING_CHECK', step });
}

/** A step of one's own went past the wrapper that averages the gradients. */
export function notCalled(step: number): TrainingError {
  const why = 'on several ranks only that one averages the gradients';
  return checkFailed(`trainingStep did not call the model that it was given: ${why}`, step);
}

const NOTHING_TO_TRAIN =
  'no parameter of the model requires grad, so there is nothing to train: call requiresGrad_(true) on those that are to learn';
const CUT_OFF =
  'it was cut off from the model, by detach(), item(), noGrad() or torch.tensor(…): compute it from the output with operators of tensors';

/** A loss that nothing leads back from: `backward` would say so, but not whose loss it is. */
export function noGraph(whose: string, frozen: boolean, { step, epoch, batch }: Position): TrainingError {
  return new TrainingError(`${whose} does not require grad: ${frozen ? NOTHING_TO_TRAIN : CUT_OFF}`, {
    ...{ code: 'ERR_TRAINING_CHECK', step, epoch, batch },
  });
}

/** A loader came to its end before it gave anything: a mean over nothing would be NaN. */
export function noBatches({ step, epoch }: Pick<Position, 'step' | 'epoch'>): TrainingError {
  const hint = epoch > 0 ? '; a generator gives its batches once: use an array, a DataLoader or another iterable' : '';
  return new TrainingError(`the loader gave no batches in epoch ${epoch}${hint}`, {
    ...{ code: 'ERR_TRAINING_NO_BATCHES', step, epoch },
  });
}

/** The loss of a batch was NaN or infinite. */
export function notFinite(
  loss: number,
  { step, epoch, batch, lastCheckpoint: checkpoint }: Position & { readonly lastCheckpoint: string | null },
): TrainingError {
  const last = checkpoint === null ? 'there is no checkpoint' : `the last good checkpoint is ${checkpoint}`;
  return new TrainingError(`the loss is ${loss} at step ${step} (epoch ${epoch}, batch ${batch}); ${last}`, {
    ...{ code: 'ERR_TRAINING_NAN', step, epoch, batch, checkpoint },
  });
}
