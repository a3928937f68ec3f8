import { setTimeout } from 'node:timers/promises';
import type { Evaluation } from '../events';
import type { Tally } from '../tally';
import type { Strategy, Wish } from './strategy';

const NOTHING: Wish = { drained: 0, stop: 0, abort: 0, pause: 0 };

/** How often ranks that wait ask each other whether to go on. */
const PAUSE_MS = 100;

/** What a rank wishes for the run. */
export interface Wishes {
  readonly stop: boolean;
  readonly abort: boolean;
  readonly pause: boolean;
}

/**
 * What the ranks of a run have agreed on. One of them that wishes to end, or has no more batches, decides for all; they hear of it
 * between the same two steps. For one process it is that one's own wish.
 */
export class Agreement {
  #agreed = NOTHING;

  constructor(
    readonly strategy: Strategy,
    readonly wishes: () => Wishes,
  ) {}

  /** Whether there are other ranks to agree with. */
  get needed(): boolean {
    return this.strategy.size > 1;
  }

  get stop(): boolean {
    return this.needed ? this.#agreed.stop > 0 : this.wishes().stop;
  }

  /** One process throws the signal's reason where it looks at the signal. */
  get abort(): boolean {
    return this.#agreed.abort > 0;
  }

  get pause(): boolean {
    return this.needed ? this.#agreed.pause > 0 : this.wishes().pause;
  }

  /** Asks all ranks; returns the sums of what else they bring. */
  async ask(drained: boolean, ...values: readonly number[]): Promise<{ drained: boolean; sums: number[] }> {
    const { stop, abort, pause } = this.wishes();
    const own = [drained, stop, abort, pause].map(Number);
    const [noMore = 0, stops = 0, aborts = 0, pauses = 0, ...sums] = await this.strategy.sum([...own, ...values]);
    this.#agreed = { drained: noMore, stop: stops, abort: aborts, pause: pauses };
    return { drained: noMore > 0, sums };
  }

  /** The mean of a step's loss over the ranks; what they wish is asked in one go. */
  async mean(loss: number): Promise<number> {
    if (!this.needed) return loss;
    const { sums } = await this.ask(false, loss);
    return (sums[0] as number) / this.strategy.size;
  }

  /** Whether something holds on any rank; asked in the middle of a step, so that this thread waits. */
  anyNow(holds: boolean): boolean {
    return this.needed ? this.strategy.sumNow(Number(holds)) > 0 : holds;
  }

  /** What all ranks have counted. */
  async together(tally: Tally): Promise<Evaluation> {
    return this.needed ? tally.together(await this.strategy.gather(tally.stateDict())) : tally.result;
  }

  /** Waits until nobody wishes to pause. Ranks that wait go on telling each other, or they would take each other for lost. */
  async resumed(over: () => boolean): Promise<void> {
    while (this.pause && !over()) {
      await setTimeout(PAUSE_MS);
      await this.ask(false);
    }
  }
}

/** Another rank was aborted while this one did something that it has to do for all. */
export class AbortedElsewhere extends Error {}
