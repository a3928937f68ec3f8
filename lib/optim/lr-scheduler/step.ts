import { show } from '../../arguments/describe';
import { float, int, iterable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { floorDivide, modulo, pow } from '../libm';
import { LAST_EPOCH, OPTIMIZER } from './arguments';
import type { Optimizer } from '../optimizer';
import { entriesOf } from '../../arguments/plain-object';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  type SchedulerStateDict,
} from './scheduler';
import { typeError, valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface StepOptions extends SchedulerOptions {
  /** The factor by which the learning rate is multiplied. @defaultValue 0.1 */
  readonly gamma?: number;
}

const STEP = { optimizer: OPTIMIZER, stepSize: int(), gamma: float(0.1), lastEpoch: LAST_EPOCH };

const MULTI_STEP = {
  optimizer: OPTIMIZER,
  milestones: iterable<Iterable<number>>('an iterable of epochs'),
  gamma: float(0.1),
  lastEpoch: LAST_EPOCH,
};

/**
 * The learning rate times `gamma` every `stepSize` epochs.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.StepLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.StepLR(optimizer, 30, { gamma: 0.1 });
 */
export class StepLR extends LRScheduler {
  stepSize: number;
  gamma: number;

  constructor(optimizer: Optimizer, stepSize: number, options?: StepOptions);
  constructor(optimizer: Optimizer, stepSize: number, gamma?: number, lastEpoch?: number | SchedulerOptions);
  constructor(
    optimizer: Optimizer,
    options: StepOptions & {
      /** How many epochs lie between changes. */
      readonly stepSize: number;
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, stepSize, gamma, lastEpoch } = readArguments('StepLR', STEP, args);
    super(optimizer, lastEpoch);
    if (stepSize === 0) throw valueError('StepLR: stepSize must not be 0');
    [this.stepSize, this.gamma] = [stepSize, gamma];
    this.start();
  }

  getLr(): number[] {
    const stays = this.lastEpoch === 0 || modulo(this.lastEpoch, this.stepSize, 'stepSize') !== 0;
    return stays ? this.current : this.scaled(this.current, this.gamma);
  }

  protected override closedFormLr(): number[] {
    return this.scaled(this.baseLrs, pow(this.gamma, floorDivide(this.lastEpoch, this.stepSize, 'stepSize')));
  }

  protected override savedAttributes(): SavedAttributes {
    return { step_size: 'stepSize', gamma: 'gamma' };
  }
}

/**
 * The learning rate times `gamma` at each of the milestones.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.MultiStepLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.MultiStepLR(optimizer, [30, 80]);
 */
export class MultiStepLR extends LRScheduler {
  /** How often each epoch is a milestone. */
  milestones: Map<number, number>;
  gamma: number;

  constructor(optimizer: Optimizer, milestones: Iterable<number>, options?: StepOptions);
  constructor(
    optimizer: Optimizer,
    milestones: Iterable<number>,
    gamma?: number,
    lastEpoch?: number | SchedulerOptions,
  );
  constructor(
    optimizer: Optimizer,
    options: StepOptions & {
      /** The epochs at which the learning rate changes. */ readonly milestones: Iterable<number>;
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, milestones, gamma, lastEpoch } = readArguments('MultiStepLR', MULTI_STEP, args);
    super(optimizer, lastEpoch);
    this.milestones = new Map();
    for (const epoch of milestones) {
      if (typeof epoch !== 'number') {
        throw typeError(`MultiStepLR: 'milestones' should hold numbers, got ${show(epoch)}`);
      }
      this.milestones.set(epoch, (this.milestones.get(epoch) ?? 0) + 1);
    }
    this.gamma = gamma;
    this.start();
  }

  getLr(): number[] {
    const times = this.milestones.get(this.lastEpoch);
    return times === undefined ? this.current : this.scaled(this.current, pow(this.gamma, times));
  }

  protected override closedFormLr(): number[] {
    let passed = 0;
    for (const [epoch, times] of this.milestones) if (epoch <= this.lastEpoch) passed += times;
    return this.scaled(this.baseLrs, pow(this.gamma, passed));
  }

  protected override savedAttributes(): SavedAttributes {
    return { gamma: 'gamma' };
  }

  override stateDict(): SchedulerStateDict {
    return { milestones: new Map(this.milestones), ...super.stateDict() };
  }

  override loadStateDict(stateDict: object): void {
    super.loadStateDict(stateDict);
    const saved = entriesOf(stateDict).find(([key]) => key === 'milestones')?.[1];
    if (typeof saved !== 'object' || saved === null) return;
    this.milestones = new Map(entriesOf(saved).map(([epoch, times]) => [Number(epoch), Number(times)]));
  }
}

limitArguments([StepLR, MultiStepLR], SCHEDULER_ARGUMENTS);
