import type { Mixed } from '../../arguments/signature';
import type { Tensor } from '../../tensor/tensor';
import { float, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { runtimeError, valueError } from '../../errors';
import type { Optimizer } from '../optimizer';
import { OPTIMIZER, numbers, readMetric } from './arguments';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  checkEpoch,
  perGroup,
  setValue,
  valueOf,
} from './scheduler';
import { limitArguments } from '../../arguments/surplus';

export interface PlateauOptions {
  /** Whether a smaller or a larger metric is better. @defaultValue 'min' */
  readonly mode?: 'min' | 'max';
  /** The factor by which the learning rate is multiplied; below 1. @defaultValue 0.1 */
  readonly factor?: number;
  /** How many epochs without progress are tolerated. @defaultValue 10 */
  readonly patience?: number;
  /** By how much a metric must be better to count as progress. @defaultValue 1e-4 */
  readonly threshold?: number;
  /** Whether `threshold` is a fraction of the best value or a difference from it. @defaultValue 'rel' */
  readonly thresholdMode?: 'rel' | 'abs';
  /** How many epochs are not counted after a change. @defaultValue 0 */
  readonly cooldown?: number;
  /** The lowest learning rate: one number, or one for each group. @defaultValue 0 */
  readonly minLr?: number | readonly number[];
  /** Changes of the learning rate that are smaller are not made. @defaultValue 1e-8 */
  readonly eps?: number;
}

const TABLE = {
  optimizer: OPTIMIZER,
  mode: str('min'),
  factor: float(0.1),
  patience: float(10),
  threshold: float(1e-4),
  thresholdMode: str('rel'),
  cooldown: float(0),
  minLr: numbers(0),
  eps: float(1e-8),
};

/**
 * Multiplies the learning rate by a factor when a metric stops improving.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.ReduceLROnPlateau(optimizer, { patience: 3 });
 * scheduler.step(0.25); // the loss on the data for validation
 */
export class ReduceLROnPlateau extends LRScheduler {
  mode: 'min' | 'max';
  factor: number;
  patience: number;
  threshold: number;
  thresholdMode: 'rel' | 'abs';
  cooldown: number;
  eps: number;
  minLrs: number[];
  best: number;
  cooldownCounter = 0;
  numBadEpochs = 0;
  protected defaultMinLr: number | null;

  constructor(optimizer: Optimizer, options?: PlateauOptions);
  /** The options by position, in Python's order. */
  constructor(
    optimizer: Optimizer,
    mode?: 'min' | 'max',
    factor?: number,
    ...optional: Mixed<
      [
        patience?: number,
        threshold?: number,
        thresholdMode?: 'rel' | 'abs',
        cooldown?: number,
        minLr?: number | readonly number[],
        eps?: number,
      ],
      PlateauOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('ReduceLROnPlateau', TABLE, args);
    const { mode, factor, patience, threshold, thresholdMode, cooldown, minLr, eps } = given;
    super(given.optimizer);
    if (factor >= 1) throw valueError('Factor should be < 1.0.');
    if (mode !== 'min' && mode !== 'max') throw valueError(`mode ${mode} is unknown!`);
    if (thresholdMode !== 'rel' && thresholdMode !== 'abs') {
      throw valueError(`threshold mode ${thresholdMode} is unknown!`);
    }
    [this.mode, this.factor, this.patience, this.threshold] = [mode, factor, patience, threshold];
    [this.thresholdMode, this.cooldown, this.eps] = [thresholdMode, cooldown, eps];
    this.minLrs = perGroup('minLr', this.optimizer, minLr);
    this.defaultMinLr = typeof minLr === 'number' ? minLr : null;
    this.best = this.modeWorse;
    this.lastEpoch = 0;
    this.lastLr = this.current;
  }

  get inCooldown(): boolean {
    return this.cooldownCounter > 0;
  }

  protected get modeWorse(): number {
    return this.mode === 'min' ? Infinity : -Infinity;
  }

  /** Read from a state dict; it follows from the mode. */
  protected set modeWorse(_value: number) {
    return;
  }

  getLr(): number[] {
    return this.current;
  }

  /** @param metrics - The metric of this epoch: a number, or a tensor of one element. */
  override step(metrics?: number | Tensor, epoch: number = this.lastEpoch + 1): void {
    const current = readMetric('ReduceLROnPlateau.step', metrics);
    checkEpoch('ReduceLROnPlateau', epoch);
    this.lastEpoch = epoch;
    if (this.#isBetter(current)) [this.best, this.numBadEpochs] = [current, 0];
    else this.numBadEpochs++;
    if (this.inCooldown) {
      this.cooldownCounter--;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs > this.patience) {
      this.#reduce();
      [this.cooldownCounter, this.numBadEpochs] = [this.cooldown, 0];
    }
    this.lastLr = this.current;
  }

  #isBetter(value: number): boolean {
    const { best, threshold } = this;
    if (this.mode === 'min') return value < (this.thresholdMode === 'rel' ? best * (1 - threshold) : best - threshold);
    return value > (this.thresholdMode === 'rel' ? best * (threshold + 1) : best + threshold);
  }

  #reduce(): void {
    const groups = this.optimizer.paramGroups;
    if (groups.length !== this.minLrs.length) {
      if (this.defaultMinLr === null) {
        throw runtimeError(
          `The number of param groups in the \`optimizer\` (${groups.length}) differs from when \`ReduceLROnPlateau\` ` +
            `was initialized (${this.minLrs.length}): set \`minLrs\` to match`,
        );
      }
      this.minLrs = groups.map(() => this.defaultMinLr as number);
    }
    groups.forEach((group, i) => {
      const former = valueOf(group.lr);
      const lr = Math.max(former * this.factor, this.minLrs[i] as number);
      if (former - lr > this.eps) setValue(group, 'lr', lr);
    });
  }

  protected override savedAttributes(): SavedAttributes {
    return {
      factor: 'factor',
      default_min_lr: 'defaultMinLr',
      min_lrs: 'minLrs',
      patience: 'patience',
      cooldown: 'cooldown',
      eps: 'eps',
      mode_worse: 'modeWorse',
      mode: 'mode',
      threshold: 'threshold',
      threshold_mode: 'thresholdMode',
      best: 'best',
      cooldown_counter: 'cooldownCounter',
      num_bad_epochs: 'numBadEpochs',
    };
  }

  /** Python's has fewer attributes than other schedulers'. */
  override stateDict(): Record<string, unknown> {
    const { base_lrs, _step_count, _is_initial, _get_lr_called_within_step, ...state } = super.stateDict();
    void [base_lrs, _step_count, _is_initial, _get_lr_called_within_step];
    return state;
  }
}

limitArguments([ReduceLROnPlateau], { ...SCHEDULER_ARGUMENTS, step: 2 });
