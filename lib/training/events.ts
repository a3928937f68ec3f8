/** Metrics by name. */
export type Scores = Readonly<Record<string, number>>;

/** What one pass over a loader came to. */
export interface Evaluation {
  /** The mean over samples. */
  readonly loss: number;
  readonly metrics: Scores;
  readonly samples: number;
}

interface At {
  /** From 0. */
  readonly epoch: number;
  /** Optimizer steps so far, over all epochs. */
  readonly step: number;
}

export interface StartEvent extends At {
  readonly type: 'start';
  readonly maxEpochs: number;
  readonly maxSteps: number;
  /** Batches of an epoch, or null if the loader does not say. */
  readonly batches: number | null;
  readonly parameters: number;
  readonly resumed: boolean;
}

export interface EpochStartEvent extends At {
  readonly type: 'epochStart';
}

export interface StepEvent extends At {
  readonly type: 'step';
  /** The batch within the epoch, from 0. */
  readonly batch: number;
  readonly batches: number | null;
  readonly loss: number;
  /** The learning rate of each group. */
  readonly lr: readonly number[];
  /** Samples per second since the last of these events. */
  readonly rate: number;
  /** The norm of all gradients before clipping, where they are clipped. */
  readonly gradNorm: number | null;
}

export interface ValidationEvent extends At, Evaluation {
  readonly type: 'validation';
}

export interface EpochEndEvent extends At {
  readonly type: 'epochEnd';
  readonly train: Evaluation;
  readonly validation: Evaluation | null;
  readonly lr: readonly number[];
  readonly seconds: number;
}

export interface CheckpointEvent extends At {
  readonly type: 'checkpoint';
  readonly path: string;
}

export interface WarningEvent extends At {
  readonly type: 'warning';
  readonly message: string;
}

export interface PauseEvent extends At {
  readonly type: 'paused' | 'resumed';
}

/** Why a run ended without an error. */
export type EndReason = 'finished' | 'stopped' | 'aborted';

export interface EndEvent extends At {
  readonly type: 'end';
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
  readonly epoch: number;
  readonly step: number;
  readonly train: Evaluation;
  readonly validation: Evaluation | null;
  readonly lr: readonly number[];
}

/** What `await trainer.fit(…)` gives. Plain numbers: it survives a checkpoint and a `postMessage`. */
export interface History {
  readonly epochs: EpochRecord[];
  /** The loss of every step. */
  readonly losses: number[];
  step: number;
  reason: EndReason;
}
