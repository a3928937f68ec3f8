import type { Mixed } from '../../arguments/signature';
import { type Values, bool, float, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { cos, divide } from '../libm';
import { LAST_EPOCH, OPTIMIZER, numbers } from './arguments';
import type { Optimizer } from '../optimizer';
import { setMomentum, startMomentum, usesBeta1 } from './momentum';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  checkedOptimizer,
  perGroup,
} from './scheduler';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface OneCycleLROptions extends SchedulerOptions {
  /** The number of steps of the cycle. Needed unless `epochs` and `stepsPerEpoch` are given. @defaultValue null */
  readonly totalSteps?: number | null;
  /** How many epochs the cycle has, with `stepsPerEpoch`. @defaultValue null */
  readonly epochs?: number | null;
  /** How many steps an epoch has, with `epochs`. @defaultValue null */
  readonly stepsPerEpoch?: number | null;
  /** The share of the cycle in which the learning rate rises. @defaultValue 0.3 */
  readonly pctStart?: number;
  /** Whether the learning rate follows a cosine or a line. @defaultValue 'cos' */
  readonly annealStrategy?: 'cos' | 'linear';
  /** Move the momentum against the learning rate. @defaultValue true */
  readonly cycleMomentum?: boolean;
  /** The lowest momentum: one number, or one for each group. @defaultValue 0.85 */
  readonly baseMomentum?: number | readonly number[];
  /** The highest momentum: one number, or one for each group. @defaultValue 0.95 */
  readonly maxMomentum?: number | readonly number[];
  /** The first learning rate is `maxLr` divided by this. @defaultValue 25 */
  readonly divFactor?: number;
  /** The last learning rate is the first one divided by this. @defaultValue 10000 */
  readonly finalDivFactor?: number;
  /** Fall for as long as it rose, and then fall to the last learning rate. @defaultValue false */
  readonly threePhase?: boolean;
}

const TABLE = {
  optimizer: OPTIMIZER,
  maxLr: numbers(),
  totalSteps: nullable(float()),
  epochs: nullable(float()),
  stepsPerEpoch: nullable(float()),
  pctStart: float(0.3),
  annealStrategy: str('cos'),
  cycleMomentum: bool(true),
  baseMomentum: numbers(0.85),
  maxMomentum: numbers(0.95),
  divFactor: float(25),
  finalDivFactor: float(1e4),
  threePhase: bool(false),
  lastEpoch: LAST_EPOCH,
};

type Given = Values<typeof TABLE>;

/** In Python's spelling, since a state dict holds it. */
interface Phase {
  readonly end_step: number;
  readonly start_lr: string;
  readonly end_lr: string;
  readonly start_momentum: string;
  readonly end_momentum: string;
}

/** The keys of a group that the phases name. */
const KEYS: Readonly<Record<string, string>> = {
  initial_lr: 'initialLr',
  max_lr: 'maxLr',
  min_lr: 'minLr',
  max_momentum: 'maxMomentum',
  base_momentum: 'baseMomentum',
};

function phase(end_step: number, lr: readonly [string, string], momentum: readonly [string, string]): Phase {
  return { end_step, start_lr: lr[0], end_lr: lr[1], start_momentum: momentum[0], end_momentum: momentum[1] };
}

function phasesOf(total: number, start: number, three: boolean): Phase[] {
  const rise = phase(start * total - 1, ['initial_lr', 'max_lr'], ['max_momentum', 'base_momentum']);
  if (!three) return [rise, phase(total - 1, ['max_lr', 'min_lr'], ['base_momentum', 'max_momentum'])];
  const fall = phase(2 * start * total - 2, ['max_lr', 'initial_lr'], ['base_momentum', 'max_momentum']);
  return [rise, fall, phase(total - 1, ['initial_lr', 'min_lr'], ['max_momentum', 'max_momentum'])];
}

function totalOf({ totalSteps, epochs, stepsPerEpoch }: Given): number {
  const positive = (name: string, value: number): number => {
    if (!Number.isInteger(value) || value <= 0) {
      throw valueError(`Expected positive integer ${name}, but got ${value}`);
    }
    return value;
  };
  if (totalSteps !== null) return positive('total_steps', totalSteps);
  if (epochs === null || stepsPerEpoch === null) {
    throw valueError('You must define either totalSteps OR (epochs AND stepsPerEpoch)');
  }
  return positive('epochs', epochs) * positive('steps_per_epoch', stepsPerEpoch);
}

/**
 * One cycle over the whole training: the learning rate rises to its maximum, and then falls far below the first one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.OneCycleLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.OneCycleLR(optimizer, 0.1, { epochs: 10, stepsPerEpoch: loader.length });
 */
export class OneCycleLR extends LRScheduler {
  totalSteps: number;
  cycleMomentum: boolean;
  protected useBeta1 = false;
  protected phases: Phase[];
  protected annealStrategy: string;

  constructor(optimizer: Optimizer, maxLr: number | readonly number[], options?: OneCycleLROptions);
  /** The options by position, in Python's order. */
  constructor(
    optimizer: Optimizer,
    maxLr: number | readonly number[],
    totalSteps?: number | null,
    ...optional: Mixed<
      [
        epochs?: number | null,
        stepsPerEpoch?: number | null,
        pctStart?: number,
        annealStrategy?: 'cos' | 'linear',
        cycleMomentum?: boolean,
        baseMomentum?: number | readonly number[],
        maxMomentum?: number | readonly number[],
        divFactor?: number,
        finalDivFactor?: number,
        threePhase?: boolean,
        lastEpoch?: number,
      ],
      OneCycleLROptions
    >
  );
  constructor(
    optimizer: Optimizer,
    options: OneCycleLROptions & {
      /** The largest learning rate, also for each group. */ readonly maxLr: number | readonly number[];
    },
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('OneCycleLR', TABLE, args);
    const { maxLr, pctStart, annealStrategy, threePhase, cycleMomentum } = given;
    const owner = checkedOptimizer(given.optimizer);
    const total = totalOf(given);
    if (!(pctStart >= 0 && pctStart <= 1)) {
      throw valueError(`Expected float between 0 and 1 pct_start, but got ${pctStart}`);
    }
    if (annealStrategy !== 'cos' && annealStrategy !== 'linear') {
      throw valueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${annealStrategy}`);
    }
    startRates(owner, perGroup('maxLr', owner, maxLr), given);
    const useBeta1 = cycleMomentum && startMomenta(owner, given);
    super(owner, given.lastEpoch);
    [this.totalSteps, this.annealStrategy] = [total, annealStrategy];
    [this.cycleMomentum, this.useBeta1] = [cycleMomentum, useBeta1];
    this.phases = phasesOf(total, pctStart, threePhase);
    this.start();
  }

  getLr(): number[] {
    const step = this.lastEpoch;
    if (step > this.totalSteps) {
      throw valueError(`Tried to step ${step} times. The specified number of total steps is ${this.totalSteps}`);
    }
    return this.optimizer.paramGroups.map((group) => this.#groupLr(group, step));
  }

  #groupLr(group: Record<string, unknown>, step: number): number {
    const found = this.phases.findIndex(({ end_step }) => step <= end_step);
    const index = found < 0 ? this.phases.length - 1 : found;
    const now = this.phases[index] as Phase;
    const start = this.phases[index - 1]?.end_step ?? 0;
    const part = divide(step - start, now.end_step - start, 'the length of a phase');
    const value = (key: string): number => group[KEYS[key] as string] as number;
    if (this.cycleMomentum) {
      const momentum = this.#anneal(value(now.start_momentum), value(now.end_momentum), part);
      setMomentum(group, this.useBeta1, momentum);
    }
    return this.#anneal(value(now.start_lr), value(now.end_lr), part);
  }

  #anneal(start: number, end: number, part: number): number {
    if (this.annealStrategy === 'linear') return (end - start) * part + start;
    return end + ((start - end) / 2) * (cos(Math.PI * part) + 1);
  }

  protected override savedAttributes(): SavedAttributes {
    return {
      total_steps: 'totalSteps',
      _schedule_phases: 'phases',
      _anneal_func_type: 'annealStrategy',
      cycle_momentum: 'cycleMomentum',
      ...(this.cycleMomentum ? { use_beta1: 'useBeta1' } : {}),
    };
  }
}

function startRates(optimizer: Optimizer, maxLrs: readonly number[], given: Given): void {
  const { divFactor, finalDivFactor, lastEpoch } = given;
  if (lastEpoch !== -1) return;
  optimizer.paramGroups.forEach((group, i) => {
    const most = maxLrs[i] as number;
    const first = divide(most, divFactor, 'divFactor');
    Object.assign(group, { initialLr: first, maxLr: most, minLr: divide(first, finalDivFactor, 'finalDivFactor') });
  });
}

/** Sets the first momentum; returns whether it is Adam's first beta. */
function startMomenta(optimizer: Optimizer, { baseMomentum, maxMomentum, lastEpoch }: Given): boolean {
  const beta1 = usesBeta1(optimizer);
  const most = perGroup('maxMomentum', optimizer, maxMomentum);
  const base = perGroup('baseMomentum', optimizer, baseMomentum);
  if (lastEpoch === -1) startMomentum(optimizer, beta1, most, base);
  return beta1;
}

limitArguments([OneCycleLR], SCHEDULER_ARGUMENTS);
