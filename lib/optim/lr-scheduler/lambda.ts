import { value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Optimizer } from '../optimizer';
import { LAST_EPOCH, OPTIMIZER, returnedNumber } from './arguments';
import { entriesOf } from '../../arguments/plain-object';
import { SCHEDULER_ARGUMENTS, LRScheduler, type SchedulerOptions, type SchedulerStateDict } from './scheduler';
import { typeError, valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

/** A factor by the epoch. */
export type LrLambda = (epoch: number) => number;

const isFunction = (v: unknown): boolean => typeof v === 'function';

const TABLE = {
  optimizer: OPTIMIZER,
  lrLambda: value<LrLambda | readonly LrLambda[]>(
    'a function, or a list with one for each group',
    (v) => isFunction(v) || (Array.isArray(v) && v.every(isFunction)),
  ),
  lastEpoch: LAST_EPOCH,
};

abstract class FunctionScheduler extends LRScheduler {
  protected readonly lambdas: readonly LrLambda[];

  constructor(optimizer: Optimizer, lrLambda: LrLambda | readonly LrLambda[], lastEpoch?: number | SchedulerOptions);
  constructor(
    optimizer: Optimizer,
    options: SchedulerOptions & {
      /** The factor for each epoch, also for each group. */ readonly lrLambda: LrLambda | readonly LrLambda[];
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, lrLambda, lastEpoch } = readArguments(new.target.name, TABLE, args);
    super(optimizer, lastEpoch);
    const count = this.optimizer.paramGroups.length;
    const list = Array.isArray(lrLambda) ? (lrLambda as readonly LrLambda[]) : undefined;
    if (list && list.length !== count) {
      throw valueError(`Expected ${count} lr_lambdas, but got ${list.length}`);
    }
    this.lambdas = list ? [...list] : new Array<LrLambda>(count).fill(lrLambda as LrLambda);
    this.start();
  }

  protected factor(group: number): number {
    const lambda = this.lambdas[group];
    if (!lambda) throw typeError(`${this.constructor.name} has no function for group ${group}`);
    const what = `the function for group ${group}, called with epoch ${this.lastEpoch},`;
    return returnedNumber(this.constructor.name, what, lambda(this.lastEpoch));
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

limitArguments([FunctionScheduler, LambdaLR, MultiplicativeLR], SCHEDULER_ARGUMENTS);
