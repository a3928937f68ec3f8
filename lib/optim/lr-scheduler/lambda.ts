import type { Optimizer } from '../optimizer';
import { entriesOf } from '../spelling';
import { LRScheduler, type SchedulerOptions, type SchedulerStateDict } from './scheduler';
import { typeError, valueError } from '../../errors';

/** A factor by the epoch. */
export type LrLambda = (epoch: number) => number;

abstract class FunctionScheduler extends LRScheduler {
  protected readonly lambdas: readonly LrLambda[];

  constructor(optimizer: Optimizer, lrLambda: LrLambda | readonly LrLambda[], options?: SchedulerOptions) {
    super(optimizer, options, []);
    const count = this.optimizer.paramGroups.length;
    const list = Array.isArray(lrLambda) ? (lrLambda as readonly LrLambda[]) : undefined;
    if (list && list.length !== count) {
      throw valueError(`Expected ${count} lr_lambdas, but got ${list.length}`);
    }
    this.lambdas = list ? [...list] : new Array<LrLambda>(count).fill(lrLambda as LrLambda);
    for (const lambda of this.lambdas) {
      if (typeof lambda !== 'function') throw typeError(`lr_lambda should be a function, but got ${typeof lambda}`);
    }
    this.start();
  }

  protected factor(group: number): number {
    const lambda = this.lambdas[group];
    if (!lambda) throw typeError(`${this.constructor.name} has no function for group ${group}`);
    return lambda(this.lastEpoch);
  }

  /** Functions are not saved, as in Python. */
  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), lr_lambdas: this.lambdas.map(() => null) };
  }

  override loadStateDict(stateDict: object): void {
    super.loadStateDict(Object.fromEntries(entriesOf(stateDict).filter(([key]) => key !== 'lr_lambdas')));
  }
}

/**
 * The first learning rate times a function of the epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LambdaLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.LambdaLR(optimizer, (epoch) => 0.95 ** epoch);
 */
export class LambdaLR extends FunctionScheduler {
  getLr(): number[] {
    return this.scaled(this.baseLrs, (i) => this.factor(i));
  }
}

/**
 * The learning rate times a function of the epoch, in each epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.MultiplicativeLR(optimizer, () => 0.95);
 */
export class MultiplicativeLR extends FunctionScheduler {
  getLr(): number[] {
    return this.isInitial ? this.current : this.scaled(this.current, (i) => this.factor(i));
  }
}
