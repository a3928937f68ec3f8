import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { Tensor } from '../tensor-methods';
import type { Callback } from './callback';
import type { Metric } from './metrics/metric';
import { typeError } from '../errors';

/** A learning rate scheduler. */
export interface SchedulerLike {
  step(metric?: number): void;
  stateDict(): unknown;
  loadStateDict(state: never): void;
}

/** A gradient scaler for mixed precision, as `torch.amp.GradScaler`. */
export interface ScalerLike {
  scale(loss: Tensor): Tensor;
  unscale_(optimizer: Optimizer): void;
  step(optimizer: Optimizer): unknown;
  update(): void;
  stateDict(): unknown;
  loadStateDict(state: never): void;
}

export interface SchedulerPlan {
  readonly scheduler: SchedulerLike;
  /** When it steps. The default is after each epoch. */
  readonly interval?: 'epoch' | 'step';
  /** Pass it the validation loss (else the training loss), as ReduceLROnPlateau wants. */
  readonly monitor?: boolean;
}

/** What a step of one's own returns. */
export interface StepOutput {
  /** A scalar with a gradient. */
  readonly loss: Tensor;
  /** What the metrics are given. */
  readonly output?: Tensor;
  readonly target?: Tensor;
  /** How many samples the loss is the mean of; the default is the first extent of the batch. */
  readonly samples?: number;
}

/** The loss of one batch; gradients are the trainer's work. */
export type TrainingStep<B> = (batch: B, model: Module) => StepOutput | Tensor;

export interface TrainerOptions<B = unknown> {
  readonly model: Module;
  /** Called with the model's output and the target: a module or a function. Not needed with `trainingStep`. */
  readonly loss?: { forward(output: never, target: never): Tensor } | ((output: never, target: never) => Tensor);
  readonly optimizer: Optimizer;
  readonly scheduler?: SchedulerLike | SchedulerPlan | null;
  /** Computed over each epoch, by name. */
  readonly metrics?: Readonly<Record<string, Metric>>;
  readonly callbacks?: readonly Callback[];
  readonly maxEpochs?: number;
  /** Optimizer steps over all epochs. */
  readonly maxSteps?: number;
  /** Clip gradients to this norm before each step. */
  readonly clipGradNorm?: number | null;
  /** Batches whose gradients are added before a step; the loss is divided by it. */
  readonly accumulate?: number;
  readonly scaler?: ScalerLike | null;
  /** Runs the forward pass; for mixed precision `(body) => torch.autocast({ … }, body)`. */
  readonly autocast?: <R>(body: () => R) => R;
  /** Move the model and each batch there. */
  readonly device?: string | null;
  /** `torch.manualSeed` before the first epoch. */
  readonly seed?: number | bigint | null;
  /** A `step` event after every n-th step. */
  readonly logEvery?: number;
  /** Replaces the default step, which takes batches `[input, target]`. */
  readonly trainingStep?: TrainingStep<B>;
  /** What a loss that is NaN or infinite does: stop with an error (the default), leave the step out, or go on. */
  readonly onNaN?: 'throw' | 'skip' | 'ignore';
  /** Look at the first batch for the usual mistakes: stop (the default), warn, or not at all. */
  readonly checks?: 'error' | 'warn' | 'off';
  /**
   * Dispose the tensors of each batch after its step, instead of leaving them to garbage collection. The default is true
   * for a DataLoader over a TensorDataset, whose batches are nobody else's.
   */
  readonly disposeBatches?: boolean;
}

/** What a run iterates: a `DataLoader`, an array of batches, or any iterable that starts anew each time. */
export type Batches<B> = Iterable<B> | AsyncIterable<B>;

export interface FitOptions<B = unknown> {
  readonly validation?: Batches<B> | null;
  /** Validate after every n-th epoch. The default is 1. */
  readonly validateEvery?: number;
  readonly signal?: AbortSignal | null;
  /** A checkpoint file, or a run directory with one: go on where it was. */
  readonly resumeFrom?: string | null;
  /** On SIGTERM and SIGINT, write a checkpoint (where a Checkpoints callback is there) and end cleanly. */
  readonly handleSignals?: boolean;
}

/** The options with their defaults, checked. */
export type Settings<B> = ReturnType<typeof settingsOf<B>>;

const KNOWN = new Set(
  (
    'model loss optimizer scheduler metrics callbacks maxEpochs maxSteps clipGradNorm accumulate scaler autocast device ' +
    'seed logEvery trainingStep onNaN checks disposeBatches'
  ).split(' '),
);

function count(name: string, value: number, least = 1): number {
  if (value === Infinity) return value;
  if (!Number.isInteger(value) || value < least) {
    throw typeError(`Trainer: ${name} should be an integer of at least ${least}, got ${String(value)}`);
  }
  return value;
}

/** Checks a trainer's options and fills in their defaults. */
export function settingsOf<B>(options: TrainerOptions<B>) {
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name)) throw typeError(`Trainer: unknown option '${name}'`);
  }
  const { model, optimizer } = options;
  if (typeof model?.forward !== 'function') throw typeError('Trainer: model should be a nn.Module');
  if (typeof optimizer?.step !== 'function') throw typeError('Trainer: optimizer should be an Optimizer');
  if (!options.loss && !options.trainingStep) throw typeError('Trainer: give a loss or a trainingStep');
  const clip = options.clipGradNorm ?? null;
  if (clip !== null && !(clip > 0)) throw typeError(`Trainer: clipGradNorm should be positive, got ${clip}`);
  const { maxEpochs, maxSteps = Infinity } = options;
  const { scheduler = null } = options;
  return {
    model,
    optimizer,
    loss: options.loss ?? null,
    scheduler: scheduler && 'scheduler' in scheduler ? scheduler : scheduler && { scheduler },
    metrics: options.metrics ?? {},
    callbacks: named(options.callbacks ?? []),
    maxEpochs: count('maxEpochs', maxEpochs ?? (maxSteps === Infinity ? 1 : Infinity), 0),
    maxSteps: count('maxSteps', maxSteps, 0),
    clipGradNorm: clip,
    accumulate: count('accumulate', options.accumulate ?? 1),
    scaler: options.scaler ?? null,
    autocast: options.autocast ?? (<R>(body: () => R): R => body()),
    device: options.device ?? null,
    seed: options.seed ?? null,
    logEvery: count('logEvery', options.logEvery ?? 1),
    trainingStep: options.trainingStep ?? null,
    onNaN: options.onNaN ?? 'throw',
    checks: options.checks ?? 'error',
    disposeBatches: options.disposeBatches,
  } as const;
}

function named(callbacks: readonly Callback[]): readonly Callback[] {
  const names = new Set<string>();
  for (const { name } of callbacks) {
    if (names.has(name)) throw typeError(`Trainer: two callbacks are called '${name}'`);
    names.add(name);
  }
  return callbacks;
}
