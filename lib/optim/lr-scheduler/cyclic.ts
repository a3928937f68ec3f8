import type { Mixed } from '../../arguments/signature';
import { type Values, bool, callback, choice, float, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { divide, pow } from '../libm';
import { LAST_EPOCH, OPTIMIZER, numbers, returnedNumber } from './arguments';
import type { Optimizer } from '../optimizer';
import { setMomentum, startMomentum, usesBeta1 } from './momentum';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  type SchedulerStateDict,
  checkedOptimizer,
  perGroup,
  setValue,
} from './scheduler';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface CyclicLROptions extends SchedulerOptions {
  /** The number of steps in which the learning rate rises. @defaultValue 2000 */
  readonly stepSizeUp?: number;
  /** The number of steps in which it falls. @defaultValue null, which means `stepSizeUp` */
  readonly stepSizeDown?: number | null;
  /** The shape of the cycles. @defaultValue 'triangular' */
  readonly mode?: 'triangular' | 'triangular2' | 'exp_range';
  /** With `exp_range`, the amplitude is gamma to the power of the step. @defaultValue 1 */
  readonly gamma?: number;
  /** The amplitude as a function of the cycle or the step; replaces `mode`. @defaultValue null */
  readonly scaleFn?: ((x: number) => number) | null;
  /** Whether `scaleFn` gets the number of the cycle or of the step. @defaultValue 'cycle' */
  readonly scaleMode?: 'cycle' | 'iterations';
  /** Move the momentum against the learning rate. @defaultValue true */
  readonly cycleMomentum?: boolean;
  /** The lowest momentum: one number, or one for each group. @defaultValue 0.8 */
  readonly baseMomentum?: number | readonly number[];
  /** The highest momentum: one number, or one for each group. @defaultValue 0.9 */
  readonly maxMomentum?: number | readonly number[];
}

const TABLE = {
  optimizer: OPTIMIZER,
  baseLr: numbers(),
  maxLr: numbers(),
  stepSizeUp: float(2000),
  stepSizeDown: nullable(float()),
  mode: str('triangular'),
  gamma: float(1),
  scaleFn: nullable(callback<(x: number) => number>()),
  scaleMode: choice(['cycle', 'iterations'], 'cycle'),
  cycleMomentum: bool(true),
  baseMomentum: numbers(0.8),
  maxMomentum: numbers(0.9),
  lastEpoch: LAST_EPOCH,
};

type Given = Values<typeof TABLE>;

const MODES: Readonly<Record<string, 'cycle' | 'iterations'>> = {
  triangular: 'cycle',
  triangular2: 'cycle',
  exp_range: 'iterations',
};

/**
 * The learning rate goes up and down between two values, with each batch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CyclicLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.CyclicLR(optimizer, 0.01, 0.1, { stepSizeUp: 100 });
 */
export class CyclicLR extends LRScheduler {
  maxLrs: number[];
  totalSize: number;
  stepRatio: number;
  mode: string;
  gamma: number;
  scaleMode: 'cycle' | 'iterations';
  cycleMomentum: boolean;
  protected useBeta1 = false;
  protected baseMomentums: number[] = [];
  protected maxMomentums: number[] = [];
  readonly #scaleFn: ((x: number) => number) | null;

  constructor(
    optimizer: Optimizer,
    baseLr: number | readonly number[],
    maxLr: number | readonly number[],
    options?: CyclicLROptions,
  );
  /** The options by position, in Python's order. */
  constructor(
    optimizer: Optimizer,
    baseLr: number | readonly number[],
    maxLr: number | readonly number[],
    stepSizeUp?: number,
    ...optional: Mixed<
      [
        stepSizeDown?: number | null,
        mode?: 'triangular' | 'triangular2' | 'exp_range',
        gamma?: number,
        scaleFn?: ((x: number) => number) | null,
        scaleMode?: 'cycle' | 'iterations',
        cycleMomentum?: boolean,
        baseMomentum?: number | readonly number[],
        maxMomentum?: number | readonly number[],
        lastEpoch?: number,
      ],
      CyclicLROptions
    >
  );
  constructor(
    optimizer: Optimizer,
    options: CyclicLROptions & {
      /** The least learning rate, also for each group. */
      readonly baseLr: number | readonly number[];
      /** The largest learning rate, also for each group. */
      readonly maxLr: number | readonly number[];
    },
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('CyclicLR', TABLE, args);
    const { baseLr, maxLr, stepSizeUp, stepSizeDown, mode, gamma, scaleFn, scaleMode, cycleMomentum } = given;
    const { lastEpoch } = given;
    const owner = checkedOptimizer(given.optimizer);
    const baseLrs = perGroup('baseLr', owner, baseLr);
    if (lastEpoch === -1) owner.paramGroups.forEach((group, i) => setValue(group, 'lr', baseLrs[i] as number));
    super(owner, lastEpoch);
    this.maxLrs = perGroup('maxLr', owner, maxLr);
    this.totalSize = stepSizeUp + (stepSizeDown ?? stepSizeUp);
    this.stepRatio = divide(stepSizeUp, this.totalSize, 'stepSizeUp + stepSizeDown');
    if (!(mode in MODES) && scaleFn === null) throw valueError('mode is invalid and scaleFn is null');
    [this.mode, this.gamma, this.#scaleFn] = [mode, gamma, scaleFn];
    this.scaleMode = scaleFn === null ? (MODES[mode] ?? scaleMode) : scaleMode;
    this.cycleMomentum = cycleMomentum;
    if (cycleMomentum) this.#startMomentum(given);
    this.start();
    this.baseLrs = baseLrs;
  }

  #startMomentum({ baseMomentum, maxMomentum, lastEpoch }: Given): void {
    this.useBeta1 = usesBeta1(this.optimizer);
    this.baseMomentums = perGroup('baseMomentum', this.optimizer, baseMomentum);
    this.maxMomentums = perGroup('maxMomentum', this.optimizer, maxMomentum);
    if (lastEpoch === -1) startMomentum(this.optimizer, this.useBeta1, this.maxMomentums, this.baseMomentums);
  }

  /** The amplitude of a cycle, or of a step. */
  scaleFn(x: number): number {
    if (this.#scaleFn) return returnedNumber('CyclicLR', 'scaleFn', this.#scaleFn(x));
    if (this.mode === 'triangular2') return divide(1, pow(2, x - 1), 'the amplitude');
    return this.mode === 'exp_range' ? pow(this.gamma, x) : 1;
  }

  getLr(): number[] {
    const position = divide(this.lastEpoch, this.totalSize, 'the length of a cycle');
    const cycle = Math.floor(1 + position);
    const x = 1 + position - cycle;
    const height =
      x <= this.stepRatio ? divide(x, this.stepRatio, 'stepSizeUp') : divide(x - 1, this.stepRatio - 1, 'stepSizeDown');
    const amplitude = (): number => this.scaleFn(this.scaleMode === 'cycle' ? cycle : this.lastEpoch);
    const lrs = this.baseLrs.map((base, i) => base + ((this.maxLrs[i] as number) - base) * height * amplitude());
    if (this.cycleMomentum) {
      this.optimizer.paramGroups.forEach((group, i) => {
        const most = this.maxMomentums[i] as number;
        setMomentum(group, this.useBeta1, most - (most - (this.baseMomentums[i] as number)) * height * amplitude());
      });
    }
    return lrs;
  }

  protected override savedAttributes(): SavedAttributes {
    const momentum = { use_beta1: 'useBeta1', base_momentums: 'baseMomentums', max_momentums: 'maxMomentums' };
    return {
      max_lrs: 'maxLrs',
      total_size: 'totalSize',
      step_ratio: 'stepRatio',
      mode: 'mode',
      gamma: 'gamma',
      scale_mode: 'scaleMode',
      cycle_momentum: 'cycleMomentum',
      ...(this.cycleMomentum ? momentum : {}),
    };
  }

  /** A function of one's own is not saved, as in Python. */
  override stateDict(): SchedulerStateDict {
    return { ...super.stateDict(), _scale_fn_custom: null };
  }
}

limitArguments([CyclicLR], SCHEDULER_ARGUMENTS);
