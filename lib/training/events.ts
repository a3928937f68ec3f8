/** Metrics by name. */
export type Scores = Readonly<Record<string, number>>;

/** What one pass over a loader came to. */
export interface Evaluation {
  /** The mean over samples. */
  readonly loss: number;
  /** Loss and metrics by name. */
  readonly metrics: Scores;
  /** How many samples were seen. */
  readonly samples: number;
  /** What metrics count in tables, such as `ConfusionMatrix`, by name; left out where there is none. */
  readonly matrices?: Readonly<Record<string, readonly (readonly number[])[]>>;
}

interface At {
  /** From 0. */
  readonly epoch: number;
  /** Optimizer steps so far, over all epochs. */
  readonly step: number;
}

export interface StartEvent extends At {
  /** The kind of event. */
  readonly type: 'start';
  /** After how many epochs training ends. */
  readonly maxEpochs: number;
  /** After how many steps training ends. */
  readonly maxSteps: number;
  /** Batches of an epoch, or null if the loader does not say. */
  readonly batches: number | null;
  /** How many numbers are trained. */
  readonly parameters: number;
  /** Whether training goes on from a checkpoint. */
  readonly resumed: boolean;
}

export interface EpochStartEvent extends At {
  /** The kind of event. */
  readonly type: 'epochStart';
}

export interface StepEvent extends At {
  /** The kind of event. */
  readonly type: 'step';
  /** The batch within the epoch, from 0. */
  readonly batch: number;
  /** How many batches of the epoch have been seen. */
  readonly batches: number | null;
  /** The loss of the step. */
  readonly loss: number;
  /** The learning rate of each group. */
  readonly lr: readonly number[];
  /** Samples per second since the last of these events. */
  readonly rate: number;
  /** The norm of all gradients before clipping, where they are clipped. */
  readonly gradNorm: number | null;
}

export interface ValidationEvent extends At, Evaluation {
  /** The kind of event. */
  readonly type: 'validation';
}

export interface EpochEndEvent extends At {
  /** The kind of event. */
  readonly type: 'epochEnd';
  /** Loss and metrics of the epoch. */
  readonly train: Evaluation;
  /** Loss and metrics on the validation data; undefined where there was no pass. */
  readonly validation: Evaluation | null;
  /** The learning rate at the end of the epoch. */
  readonly lr: readonly number[];
  /** How long the epoch took, in seconds. */
  readonly seconds: number;
}

export interface CheckpointEvent extends At {
  /** The kind of event. */
  readonly type: 'checkpoint';
  /** Where the checkpoint lies. */
  readonly path: string;
}

export interface WarningEvent extends At {
  /** The kind of event. */
  readonly type: 'warning';
  /** What is wrong, and what helps. */
  readonly message: string;
}

export interface PauseEvent extends At {
  /** The kind of event. */
  readonly type: 'paused' | 'resumed';
}

/** Why a run ended without an error. */
export type EndReason = 'finished' | 'stopped' | 'aborted';

export interface EndEvent extends At {
  /** The kind of event. */
  readonly type: 'end';
  /** Why training ended. */
  readonly reason: EndReason;
}

export type TrainingEvent =
  | StartEvent
  | EpochStartEvent
  | StepEvent
  | ValidationEvent
  | EpochEndEvent
  | CheckpointEvent
  | WarningEvent
  | PauseEvent
  | EndEvent;

/** One row for each epoch. */
export interface EpochRecord {
  /** The number of the epoch, from 1 on. */
  readonly epoch: number;
  /** How many steps had been made. */
  readonly step: number;
  /** Loss and metrics of the epoch. */
  readonly train: Evaluation;
  /** Loss and metrics on the validation data, where there was a pass. */
  readonly validation: Evaluation | null;
  /** The learning rate at the end of the epoch. */
  readonly lr: readonly number[];
}

/** What `await trainer.fit(…)` gives. Plain numbers: it survives a checkpoint and a `postMessage`. */
export interface History {
  /** What each epoch gave. */
  readonly epochs: EpochRecord[];
  /** The loss of every step. */
  readonly losses: number[];
  /** How many steps have been made. */
  step: number;
  /** Why training ended. */
  reason: EndReason;
}
