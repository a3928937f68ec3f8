import type { EndEvent, EpochEndEvent, TrainingEvent } from './events';
import type { RunContext } from './run-context';

/** When callbacks may save: after a step, or after one of these events. */
export type SaveMoment = { readonly type: 'step' } | EpochEndEvent | EndEvent;

/**
 * Something that watches a run and may act on it. `on` sees every event, in order, and is waited for. What a callback
 * must remember over a resume goes through `stateDict` and `loadStateDict`.
 *
 * The order of callbacks decides who hears of an event first, and nothing else: `save` is called when all have heard of
 * it, and `finish` when all have saved.
 *
 * @example
 * const printer: torch.training.Callback = {
 *   name: 'printer',
 *   on: (event) => {
 *     if (event.type === 'epochEnd') console.log(event.epoch, event.train.loss);
 *   },
 * };
 */
export interface Callback {
  /** Unique in a run: its state is saved under this name. */
  readonly name: string;
  /**
   * On which ranks of a distributed run it is called: `first` is for what writes a file or to a terminal.
   * @defaultValue 'all'
   */
  readonly ranks?: 'all' | 'first';
  /** Called with each event. */
  on(event: TrainingEvent, run: RunContext): void | Promise<void>;
  /** Called after every optimizer step, logged or not, and before anything is saved. */
  afterStep?(run: RunContext): void;
  /** Called before a validation; what it returns is called after it, even where that fails. */
  validating?(run: RunContext): (() => void) | undefined;
  /** Whether the learning rate is this callback's business now, so that the run's scheduler rests. */
  ownsLearningRate?(run: RunContext): boolean;
  /**
   * For what writes the run down: called after every optimizer step, logged or not, and after the `epochEnd` and `end`
   * events, when every callback has heard of them.
   */
  save?(moment: SaveMoment, run: RunContext): void | Promise<void>;
  /** For what changes the model at the end: called once, after everybody has saved. */
  finish?(run: RunContext): void | Promise<void>;
  /** Called once where the run ends by an error, before `close`. */
  fail?(error: unknown, run: RunContext): void;
  /** What a checkpoint keeps of the callback. */
  stateDict?(): unknown;
  /** Takes back what `stateDict` gave. */
  loadStateDict?(state: unknown): void;
  /** Runs once when the run ends, whether it failed or not. */
  close?(): void | Promise<void>;
}

/** How many arguments the methods of a callback take. @internal */
export const CALLBACK_ARGUMENTS = {
  on: 2,
  afterStep: 1,
  validating: 1,
  ownsLearningRate: 1,
  save: 2,
  finish: 1,
  fail: 2,
  stateDict: 0,
  loadStateDict: 1,
  close: 0,
};

/** Closes every callback, even where another fails to; then fails as the first of those. @internal */
export async function closeAll(callbacks: readonly Callback[]): Promise<void> {
  const failures: unknown[] = [];
  for (const callback of callbacks) {
    try {
      await callback.close?.();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
