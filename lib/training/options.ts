import type { Batches } from './batch';
import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { Tensor } from '../ops/tensor-methods';
import type { Callback } from './callback';
import type { Figures, Metric } from './metrics/metric';
import type { Synchronous } from '../arguments/synchronous';
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
  /** For a model of several outputs: an output and its target for each metric, by the metric's name. */
  readonly outputs?: Readonly<Record<string, readonly [output: Tensor, target: Tensor]>>;
  /** How many samples the loss is the mean of; the default is the first extent of the batch. */
  readonly samples?: number;
}

/** The loss of one batch; gradients are the trainer's work. */
export type TrainingStep<B, M extends Module = Module> = (batch: B, model: M) => StepOutput | Tensor;

/** The output for one batch. */
export type PredictStep<B, M extends Module = Module> = (batch: B, model: M) => Tensor;

/** What the default step calls with the model's output and the target: a function, or a module as `new nn.CrossEntropyLoss()`. */
export type Loss = ((output: Tensor, target: Tensor) => Tensor) | { forward(output: Tensor, target: Tensor): Tensor };

/** The batch of the default step. */
export type Pair = readonly [input: Tensor, target: Tensor];

/** What a loader may give where a step takes `B`: for the default step any array, of which it asks for two tensors when it comes. */
export type Accepted<B> = [input: Tensor, target: Tensor] extends B ? readonly Tensor[] : B;

/** What `predict` takes without a `predictStep`: the input, or an array that begins with it. */
export type Inputs = Tensor | readonly [input: Tensor, ...rest: unknown[]];

interface WithLoss<B, M extends Module> {
  /** Called with the model's output and the target: a module or a function. Not needed with `trainingStep`. */
  readonly loss: Loss;
  /** Replaces the default step, which takes batches `[input, target]`. */
  readonly trainingStep?: TrainingStep<B, M> | null;
}

interface WithStep<B, M extends Module> {
  /** Not needed with `trainingStep`. */
  readonly loss?: Loss | null;
  /** Replaces the default step, which takes batches `[input, target]`. */
  readonly trainingStep: TrainingStep<B, M>;
}

/**
 * The options of a {@link Trainer}: it needs a `loss` or a `trainingStep`.
 *
 * @typeParam B - A batch.
 * @typeParam M - The model.
 */
export type TrainerOptions<B = Pair, M extends Module = Module> = TrainerSettings<B, M> &
  (WithLoss<B, M> | WithStep<B, M>);

/** What a {@link Trainer} takes besides its `loss` or `trainingStep`. */
export interface TrainerSettings<B = Pair, M extends Module = Module> {
  /** The model to train. */
  readonly model: M;
  /** The optimizer of its parameters. */
  readonly optimizer: Optimizer;
  /** Sets the learning rate; steps after each epoch unless a plan says otherwise. */
  readonly scheduler?: SchedulerLike | SchedulerPlan | null;
  /**
   * Computed over each epoch, by name. A `trainingStep` gives them its `output` and `target`. One that computes several numbers is
   * logged as `name.part`.
   */
  readonly metrics?: Readonly<Record<string, Metric<Figures>>>;
  /** What is called with each event, in this order. */
  readonly callbacks?: readonly Callback[];
  /** After how many epochs training ends. */
  readonly maxEpochs?: number;
  /** Optimizer steps over all epochs. */
  readonly maxSteps?: number;
  /** Clip gradients to this norm before each step. */
  readonly clipGradNorm?: number | null;
  /**
   * Batches whose gradients are averaged for one step, or a schedule: `{ 0: 1, 4: 2 }` takes one batch for a step, and two from the
   * fifth epoch on. Those that are left over at the end of an epoch make a step of
   * their own, and are averaged over their own number.
   */
  readonly accumulate?: number | Readonly<Record<number, number>>;
  /**
   * Steps in which the learning rate grows in a line to its own, from the first step's `1 / warmup` of it on: `LinearLR`, in a chain
   * with `scheduler`.
   * @defaultValue 0
   */
  readonly warmup?: number;
  /**
   * Train on the first so many batches only, the same in each epoch, and validate on them: a model that cannot learn these by heart has a
   * mistake.
   * @defaultValue null, which means all batches
   */
  readonly overfitBatches?: number | null;
  /**
   * One epoch of one batch (or so many), one of validation, and nothing is written: to see whether a program runs through.
   * @defaultValue false
   */
  readonly fastDevRun?: boolean | number;
  /** Scales the loss, for float16. */
  readonly scaler?: ScalerLike | null;
  /**
   * Runs the forward pass and the loss, or the step of one's own; for mixed precision
   * `(body) => torch.autocast('cuda', { dtype: torch.float16 }, body)`.
   */
  readonly autocast?: <R>(body: () => Synchronous<R>) => R;
  /** Move the model and each batch there. */
  readonly device?: DeviceLike | null;
  /**
   * `torch.manualSeed` before the first epoch, on each rank with its number added: ranks draw different numbers, and the workers of
   * their loaders as well, and another run draws the same.
   */
  readonly seed?: number | bigint | null;
  /** A `step` event after every n-th step. */
  readonly logEvery?: number;
  /** What `predict` does with a batch. By default the model is given the batch if it is a tensor, else its first item. */
  readonly predictStep?: PredictStep<B, M> | null;
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

/** What `evaluate` and `predict` take besides the loader. */
export interface PassOptions {
  /** Stops the pass when it is aborted. */
  readonly signal?: AbortSignal | null;
}

export interface FitOptions<B = Pair> {
  /** What to evaluate on after each epoch. */
  readonly validation?: Batches<Accepted<B>> | null;
  /** Validate after every n-th epoch. The default is 1. */
  readonly validateEvery?: number;
  /** Stops training when it is aborted. */
  readonly signal?: AbortSignal | null;
  /** A checkpoint file, or a run directory with one: go on where it was. */
  readonly resumeFrom?: string | null;
  /**
   * Go on from the last checkpoint of the run's `Checkpoints` or `RunDirectory`, or begin where there is none yet.
   * @defaultValue true with a `RunDirectory` that was made with `resume: true`, else false
   */
  readonly resume?: boolean;
  /** On SIGTERM and SIGINT, write a checkpoint (where a Checkpoints callback is there) and end cleanly. */
  readonly handleSignals?: boolean;
}
