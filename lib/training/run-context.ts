import type { Module } from '../nn/index';
import type { Optimizer } from '../optim/index';
import type { History } from './events';

/** What callbacks see of a run, and what they may do. */
export interface RunContext {
  /** The model that is trained. */
  readonly model: Module;
  /** Its optimizer. */
  readonly optimizer: Optimizer;
  /** What is trained on: this rank's share of it. */
  readonly loader: Iterable<unknown> | AsyncIterable<unknown>;
  /** What has been reached so far. */
  readonly history: History;
  /** This process among those of a distributed run, from 0. */
  readonly rank: number;
  /** How many processes the run has. */
  readonly size: number;
  /** From 0. */
  readonly epoch: number;
  /** Optimizer steps so far. */
  readonly step: number;
  /** The last checkpoint that was written whole. */
  readonly lastCheckpoint: string | null;
  /** Ends the run after the current step: `fit` resolves with the history. */
  stop(): void;
  /** Waits after the current step until {@link resume}. */
  pause(): void;
  /** Goes on where the run waits. */
  resume(): void;
  /**
   * Writes all that the run needs to go on from here. In a distributed run all ranks call it, and rank 0 writes the file.
   *
   * @throws TrainingError `ERR_TRAINING_BUSY` between two batches of one step, where a warning may come.
   */
  save(path: string): Promise<void>;
  /** Tells everybody who listens. */
  warn(message: string): Promise<void>;
}
