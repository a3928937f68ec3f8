import type { Module } from '../../nn/index';
import type { Optimizer } from '../../optim/index';
import type { Batches } from '../batch';

/** What the ranks of a run tell each other before each batch; counts of ranks in what they agree on. */
export interface Wish {
  /** There are no more batches in this epoch. */
  readonly drained: number;
  /** The run is to end after the current step. */
  readonly stop: number;
  /** The run is to end as aborted. */
  readonly abort: number;
  /** The run is to wait. */
  readonly pause: number;
}

/**
 * What a pass over a loader is for: training needs shares of equal length. To `predict`, rank r of n takes the batches r, r + n,
 * … of a loader, or gets the loader itself back where it has all that it is to predict.
 */
export type Purpose = 'train' | 'evaluate' | 'predict';

/**
 * How a run is spread over processes. The Trainer asks it at each place where ranks have to do something together; for
 * one process all of it is nothing.
 *
 * @see https://lightning.ai/docs/pytorch/stable/extensions/strategy.html
 */
export interface Strategy {
  /** Which strategy it is: `single`, `ddp`, or a name of your own. */
  readonly name: string;
  /** This process among all, from 0; known after {@link setUp}. */
  readonly rank: number;
  /** How many processes there are; known after {@link setUp}. */
  readonly size: number;
  /** Joins the other ranks. Called before each run, and does nothing the second time. */
  setUp(): Promise<void>;
  /** The model whose forward is called in training. */
  wrap(model: Module): Module;
  /** This rank's share of a loader's batches, and what is to be warned of, if anything. */
  shard<B>(loader: Batches<B>, purpose: Purpose, seed: number): { loader: Batches<B>; warning: string | null };
  /** Runs a forward and a backward whose gradients stay on this rank for now. */
  alone<R>(body: () => R): R;
  /** Averages gradients that have stayed on their ranks. */
  averageGradients(optimizer: Optimizer): Promise<void>;
  /** Gives all ranks the buffers of rank 0: what running means have come to differs. */
  shareBuffers(model: Module): Promise<void>;
  /** Whether the step of one's own has called the wrapped model, as it has to. */
  readonly called: boolean;
  /** The sum of each number over the ranks. */
  sum(values: readonly number[]): Promise<number[]>;
  /** The same for one number, at once: in the middle of a step. */
  sumNow(value: number): number;
  /** What each rank has given, on all ranks: values that a checkpoint can hold. */
  gather<T>(value: T): Promise<T[]>;
  /** What a checkpoint keeps for {@link restore}; asked on all ranks at the same moment. Without it: nothing. */
  state?(): Promise<unknown>;
  /** Takes what {@link Strategy.state} gave when the checkpoint was written, before {@link wrap}. */
  restore?(state: unknown): void;
  /** Tells the other ranks why this one ends. Returns the error of the run: that of the rank that has failed first. */
  fail(error: unknown): Promise<unknown>;
}

/** This rank's shares of the loaders of a run. @internal */
export function sharesOf<B>(
  strategy: Strategy,
  loader: Batches<B>,
  validation: Batches<B> | null,
  seed: number | bigint | null,
): { loader: Batches<B>; validation: Batches<B> | null; warning: string | null } {
  const number = Number(seed ?? 0);
  const share = strategy.shard(loader, 'train', number);
  return { ...share, validation: validation && strategy.shard(validation, 'evaluate', number).loader };
}

/** One process: nobody to talk to. */
export class SingleProcess implements Strategy {
  readonly name = 'single';
  readonly rank = 0;
  readonly size = 1;
  readonly called = true;

  async setUp(): Promise<void> {
    // Nobody is to be waited for.
  }

  wrap(model: Module): Module {
    return model;
  }

  shard<B>(loader: Batches<B>): { loader: Batches<B>; warning: null } {
    return { loader, warning: null };
  }

  alone<R>(body: () => R): R {
    return body();
  }

  async averageGradients(): Promise<void> {
    // They are the mean already.
  }

  async shareBuffers(): Promise<void> {
    // There are no others.
  }

  async sum(values: readonly number[]): Promise<number[]> {
    return [...values];
  }

  sumNow(value: number): number {
    return value;
  }

  async gather<T>(value: T): Promise<T[]> {
    return [value];
  }

  async fail(error: unknown): Promise<unknown> {
    return error;
  }
}
