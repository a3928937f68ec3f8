import { float, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { cos } from '../libm';
import { LAST_EPOCH, OPTIMIZER, numbers } from '../lr-scheduler/arguments';
import type { Optimizer } from '../optimizer';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  groupValues,
  perGroup,
} from '../lr-scheduler/scheduler';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface SWALROptions extends SchedulerOptions {
  /** The number of epochs in which the learning rate moves to its new value. @defaultValue 10 */
  readonly annealEpochs?: number;
  /** Whether the learning rate follows a cosine or a line. @defaultValue 'cos' */
  readonly annealStrategy?: 'cos' | 'linear';
}

const TABLE = {
  optimizer: OPTIMIZER,
  swaLr: numbers(),
  annealEpochs: float(10),
  annealStrategy: str('cos'),
  lastEpoch: LAST_EPOCH,
};

/**
 * Anneals each group's learning rate to a fixed one, for the end of training with averaged weights.
 *
 * @param swaLr - The learning rate to reach, or one for each group.
 * @throws TorchValueError for another strategy, or a number of epochs that is negative or not whole.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.SWALR.html
 * @example
 * const scheduler = new torch.optim.swaUtils.SWALR(optimizer, 0.05, { annealEpochs: 20 });
 */
export class SWALR extends LRScheduler {
  annealEpochs: number;
  annealStrategy: 'cos' | 'linear';

  constructor(optimizer: Optimizer, swaLr: number | readonly number[], options?: SWALROptions);
  constructor(
    optimizer: Optimizer,
    swaLr: number | readonly number[],
    annealEpochs?: number,
    annealStrategy?: 'cos' | 'linear' | SWALROptions,
    lastEpoch?: number | SWALROptions,
  );
  constructor(
    optimizer: Optimizer,
    options: SWALROptions & {
      /** The learning rate that is approached, also for each group. */ readonly swaLr: number | readonly number[];
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, swaLr, annealEpochs, annealStrategy, lastEpoch } = readArguments('SWALR', TABLE, args);
    super(optimizer, lastEpoch);
    const rates = perGroup('swaLr', optimizer, swaLr);
    if (annealStrategy !== 'cos' && annealStrategy !== 'linear') {
      throw valueError(`annealStrategy must be one of 'cos' or 'linear', instead got ${annealStrategy}`);
    }
    if (!Number.isInteger(annealEpochs) || annealEpochs < 0) {
      throw valueError(`annealEpochs must be equal or greater than 0, got ${annealEpochs}`);
    }
    optimizer.paramGroups.forEach((group, i) => (group['swaLr'] = rates[i]));
    this.annealEpochs = annealEpochs;
    this.annealStrategy = annealStrategy;
    this.start();
  }

  getLr(): number[] {
    const step = this.annealEpochs === 0 ? Math.max(1, this.stepCount - 1) : this.stepCount - 1;
    const [former, now] = [this.#share(step - 1), this.#share(step)];
    const targets = groupValues(this.optimizer, 'swaLr');
    return this.mapRates(this.current, (lr, { minus, over, times, plus }, i) => {
      const target = targets[i] as number;
      // The last step ends at the target exactly.
      if (former === 1) return target * now + target * (1 - now);
      const initial = over(minus(lr, former * target), 1 - former);
      return plus(times(initial, 1 - now), target * now);
    });
  }

  /** How much of the way to the new rate is done. */
  #share(step: number): number {
    const t = Math.max(0, Math.min(1, step / Math.max(1, this.annealEpochs)));
    return this.annealStrategy === 'cos' ? (1 - cos(Math.PI * t)) / 2 : t;
  }

  protected override savedAttributes(): SavedAttributes {
    return { anneal_epochs: 'annealEpochs', _anneal_strategy: 'annealStrategy' };
  }
}

limitArguments([SWALR], SCHEDULER_ARGUMENTS);
