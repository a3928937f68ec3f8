import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { Tensor } from '../ops/tensor-methods';
import type { Callback } from './callback';
import type { Metric } from './metrics/metric';
import type { DeviceLike } from '../tensor/device';
import type { Strategy } from './strategy/strategy';

/** A learning rate scheduler. */
export interface SchedulerLike {
  /** Sets the next learning rate. */
  step(metric?: number): void;
  /** What a checkpoint keeps of the scheduler. */
  stateDict(): unknown;
  /** Takes back what `stateDict` gave. */
  loadStateDict(state: never): void;
}

/** A gradient scaler for mixed precision, as `torch.amp.GradScaler`. */
export interface ScalerLike {
  /** Multiplies the loss by the scale. */
  scale(loss: Tensor): Tensor;
  /** Divides the gradients of an optimizer's parameters by the scale. */
  unscale_(optimizer: Optimizer): void;
  /** Makes a step, unless a gradient is infinite or NaN. */
  step(optimizer: Optimizer): unknown;
  /** Adjusts the scale. */
  update(): void;
  /** What a checkpoint keeps of the scaler. */
  stateDict(): unknown;
  /** Takes back what `stateDict` gave. */
  loadStateDict(state: never): void;
}

export interface SchedulerPlan {
  /** The scheduler. */
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
  /** What the output is compared with, for metrics. */
  readonly target?: Tensor;
  /** How many samples the loss is the mean of; the default is the first extent of the batch. */
  readonly samples?: number;
}

/** The loss of one batch; gradients are the trainer's work. */
export type TrainingStep<B> = (batch: B, model: Module) => StepOutput | Tensor;

/** The output for one batch. */
export type PredictStep<B> = (batch: B, model: Module) => Tensor;

export interface TrainerOptions<B = unknown> {
  /** The model to train. */
  readonly model: Module;
  /** Called with the model's output and the target: a module or a function. Not needed with `trainingStep`. */
  readonly loss?: { forward(output: never, target: never): Tensor } | ((output: never, target: never) => Tensor);
  /** The optimizer of its parameters. */
  readonly optimizer: Optimizer;
  /** Sets the learning rate; steps after each epoch unless a plan says otherwise. */
  readonly scheduler?: SchedulerLike | SchedulerPlan | null;
  /** Computed over each epoch, by name. A `trainingStep` gives them its `output` and `target`. */
  readonly metrics?: Readonly<Record<string, Metric>>;
  /** What is called with each event, in this order. */
  readonly callbacks?: readonly Callback[];
  /** After how many epochs training ends. */
  readonly maxEpochs?: number;
  /** Optimizer steps over all epochs. */
  readonly maxSteps?: number;
  /** Clip gradients to this norm before each step. */
  readonly clipGradNorm?: number | null;
  /**
   * Batches whose gradients are averaged for one step. Those that are left over at the end of an epoch make a step of
   * their own, and are averaged over their own number.
   */
  readonly accumulate?: number;
  /** Scales the loss, for float16. */
  readonly scaler?: ScalerLike | null;
  /**
   * Runs the forward pass and the loss, or the step of one's own; for mixed precision
   * `(body) => torch.autocast('cuda', { dtype: torch.float16 }, body)`.
   */
  readonly autocast?: <R>(body: () => R) => R;
  /** Move the model and each batch there. */
  readonly device?: DeviceLike | null;
  /** `torch.manualSeed` before the first epoch. */
  readonly seed?: number | bigint | null;
  /** A `step` event after every n-th step. */
  readonly logEvery?: number;
  /** Replaces the default step, which takes batches `[input, target]`. */
  readonly trainingStep?: TrainingStep<B> | null;
  /** What `predict` does with a batch. By default the model is given the batch if it is a tensor, else its first item. */
  readonly predictStep?: PredictStep<B> | null;
  /** What a loss that is NaN or infinite does: stop with an error (the default), leave the step out, or go on. */
  readonly onNaN?: 'throw' | 'skip' | 'ignore';
  /** Look at the first batch for the usual mistakes: stop (the default), warn, or not at all. */
  readonly checks?: 'error' | 'warn' | 'off';
  /**
   * Dispose the tensors of each batch after its step, instead of leaving them to garbage collection. The default is true
   * for a DataLoader over a TensorDataset, whose batches are nobody else's.
   */
  readonly disposeBatches?: boolean;
  /**
   * How the run is spread over processes. `ddp` trains replicas of the model on all ranks of a process group; `auto`, the default,
   * does that where `npx libtorch-node run`, torchrun or the like has started this process as one of several, or the program has
   * called `initProcessGroup`; `single` trains alone. An object is a {@link DDPStrategy} with options, or a strategy of one's own.
   */
  readonly strategy?: 'auto' | 'ddp' | 'single' | Strategy;
}

/**
 * What a run iterates: a `DataLoader`, an array of batches, or any iterable that starts anew each time. What can be
 * iterated asynchronously is, so that the event loop turns while a batch is waited for.
 */
export type Batches<B> = Iterable<B> | AsyncIterable<B>;

/** What `evaluate` and `predict` take besides the loader. */
export interface PassOptions {
  /** Stops the pass when it is aborted. */
  readonly signal?: AbortSignal | null;
}

export interface FitOptions<B = unknown> {
  /** What to evaluate on after each epoch. */
  readonly validation?: Batches<B> | null;
  /** Validate after every n-th epoch. The default is 1. */
  readonly validateEvery?: number;
  /** Stops training when it is aborted. */
  readonly signal?: AbortSignal | null;
  /** A checkpoint file, or a run directory with one: go on where it was. */
  readonly resumeFrom?: string | null;
  /** On SIGTERM and SIGINT, write a checkpoint (where a Checkpoints callback is there) and end cleanly. */
  readonly handleSignals?: boolean;
}
