import type { TrainerOptions } from '../options';
import { DDPStrategy, isDistributed } from './ddp';
import { SingleProcess, type Strategy } from './strategy';

/** The strategy of a Trainer; `auto` looks at the environment when a run begins, and says nothing where there is nothing. */
export class Chosen {
  #strategy: Strategy | null = null;

  constructor(readonly wanted: NonNullable<TrainerOptions['strategy']>) {}

  get strategy(): Strategy {
    if (this.#strategy) return this.#strategy;
    const chosen = this.#choose();
    // Who trains alone may join a group later.
    if (!(chosen instanceof SingleProcess)) this.#strategy = chosen;
    return chosen;
  }

  #choose(): Strategy {
    const { wanted } = this;
    if (typeof wanted === 'object') return wanted;
    if (wanted === 'single') return new SingleProcess();
    return wanted === 'ddp' || isDistributed() ? new DDPStrategy() : new SingleProcess();
  }
}
