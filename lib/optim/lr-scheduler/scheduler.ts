import { native } from '../../native/binding';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';
import { Optimizer } from '../optimizer';
import { entriesOf } from '../../arguments/plain-object';
import type { ParamGroup } from '../types';
import { type Arithmetic, arithmeticOf } from './arithmetic';
import { article, show } from '../../arguments/describe';
import { int, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { typeError, valueError, warn } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

/** How many arguments the methods of a scheduler take. @internal */
export const SCHEDULER_ARGUMENTS = { getLr: 0, getLastLr: 0, step: 1, undo: 0, stateDict: 0, loadStateDict: 1 };

/** What every scheduler takes. */
export interface SchedulerOptions {
  /** The epoch after which training is resumed; -1 starts from the beginning. @defaultValue -1 */
  readonly lastEpoch?: number;
}

/** A scheduler's state in Python's spelling. */
export type SchedulerStateDict = Record<string, unknown>;

/** Attributes of a scheduler that its state dict holds: names in Python and here. */
export type SavedAttributes = Readonly<Record<string, string>>;

const BASE = { optimizer: value<unknown>('an Optimizer', () => true), lastEpoch: int(-1) };

/** How many steps an optimizer had made when its first scheduler was made. */
const stepsBefore = new WeakMap<object, number>();

/**
 * The base class of all schedulers. Each `step` sets the learning rates of the optimizer's groups.
 *
 * A custom scheduler extends this class, defines `getLr`, and calls `start` at the end of its constructor.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LRScheduler.html
 * @example
 * class HalvingLR extends optim.lrScheduler.LRScheduler {
 *   constructor(optimizer: optim.Optimizer) {
 *     super(optimizer);
 *     this.start();
 *   }
 *   getLr(): number[] {
 *     return this.baseLrs.map((lr) => lr / 2 ** this.lastEpoch);
 *   }
 * }
 */
export abstract class LRScheduler {
  /** The optimizer whose learning rate is set. */
  readonly optimizer: Optimizer;
  lastEpoch: number;
  /** The learning rates that the groups began with. */
  baseLrs: number[];
  /** How often `step` ran, the constructor's included. */
  protected stepCount = 0;
  protected lastLr: number[] = [];
  /** Whether the constructor's step runs. */
  protected isInitial = false;

  /** @param lastEpoch - The epoch after which training is resumed; -1 begins. Also by name, `{ lastEpoch }`. */
  constructor(optimizer: unknown, lastEpoch?: number | SchedulerOptions);
  constructor(...args: readonly unknown[]) {
    const { optimizer, lastEpoch } = readArguments(new.target.name, BASE, args);
    this.optimizer = checkedOptimizer(optimizer);
    if (!stepsBefore.has(this.optimizer)) stepsBefore.set(this.optimizer, this.optimizer.stepCount);
    this.#prepareGroups(lastEpoch);
    this.baseLrs = groupValues(this.optimizer, 'initialLr');
    this.lastEpoch = lastEpoch;
  }

  #prepareGroups(lastEpoch: number): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      if (lastEpoch === -1) group['initialLr'] ??= valueOf(group.lr);
      else if (!('initialLr' in group)) {
        throw typeError(
          `param 'initialLr' is not specified in paramGroups[${i}] when resuming a scheduler with lastEpoch >= 0; ` +
            "load the optimizer's state first",
        );
      }
    });
  }

  /** Makes the first step; the last thing that a constructor does. */
  protected start(): void {
    this.stepCount = 0;
    this.isInitial = true;
    try {
      this.step();
    } finally {
      this.isInitial = false;
    }
  }

  /** Begins again, as one of several in a sequence. @internal */
  restart(): void {
    this.start();
  }

  /** The learning rates of this epoch, one for each group. */
  abstract getLr(): number[];

  /** The same, computed from the epoch alone, if there is a formula for it. */
  protected closedFormLr(): number[] {
    return this.getLr();
  }

  /** The learning rates that the last step set. */
  getLastLr(): number[] {
    return this.lastLr;
  }

  /**
   * Goes to the next epoch, or to a given one, and sets the learning rates. Comes after `optimizer.step()`.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LRScheduler.html
   */
  step(epoch?: number): void {
    if (this.stepCount === 1 && this.optimizer.stepCount === stepsBefore.get(this.optimizer)) {
      warn(
        'Detected call of `lrScheduler.step()` before `optimizer.step()`: call them in the opposite order, or the first ' +
          'value of the learning rate schedule is skipped',
      );
    }
    this.stepCount++;
    this.update(epoch);
  }

  /** @internal */
  update(epoch?: number): void {
    checkEpoch(this.constructor.name, epoch);
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    this.apply(epoch === undefined ? this.getLr() : this.closedFormLr());
  }

  /** Sets the groups' learning rates. */
  protected apply(values: readonly number[]): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      const value = values[i];
      if (value === undefined) throw typeError(`${this.constructor.name} has no learning rate for group ${i}`);
      setValue(group, 'lr', value);
    });
    this.lastLr = groupValues(this.optimizer, 'lr');
  }

  /** Each group's rate, or another value of it, times a factor. */
  protected scaled(rates: readonly number[], factor: number | ((group: number) => number)): number[] {
    return this.mapRates(rates, (rate, { times }, i) => times(rate, typeof factor === 'number' ? factor : factor(i)));
  }

  /** New rates, computed as each group's kind of rate asks for. */
  protected mapRates(
    rates: readonly number[],
    next: (rate: number, arithmetic: Arithmetic, group: number) => number,
  ): number[] {
    const groups = this.optimizer.paramGroups;
    return rates.map((rate, i) => next(rate, arithmeticOf(groups[i]?.lr ?? 0), i));
  }

  /** The learning rates as they are. */
  protected get current(): number[] {
    return groupValues(this.optimizer, 'lr');
  }

  /** Takes one step back. Used for the members of a sequence after the first. @internal */
  undo(): void {
    this.lastEpoch--;
  }

  /** Attributes of the class that its state dict holds, beside those of all schedulers. */
  protected savedAttributes(): SavedAttributes {
    return {};
  }

  /**
   * The state in Python's spelling.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LRScheduler.html
   */
  stateDict(): SchedulerStateDict {
    const own = Object.entries({ ...COMMON, ...this.savedAttributes() });
    const state = own.map(([python, name]) => [python, copied((this as unknown as Record<string, unknown>)[name])]);
    return { ...(Object.fromEntries(state) as SchedulerStateDict), _get_lr_called_within_step: false };
  }

  /** Takes over what {@link LRScheduler.stateDict} returned, here or in Python. */
  loadStateDict(stateDict: object): void {
    const known: SavedAttributes = { ...COMMON, ...this.savedAttributes() };
    for (const [key, value] of entriesOf(stateDict)) {
      const name = known[String(key)];
      if (name === undefined) continue;
      const own = this as unknown as Record<string, unknown>;
      own[name] = likeFormer(`${this.constructor.name}.loadStateDict(): '${String(key)}'`, own[name], copied(value));
    }
  }
}

/** A loaded attribute, which has to be of the kind of the one that it replaces: it comes from a file. */
function likeFormer(label: string, former: unknown, loaded: unknown): unknown {
  const read = typeof loaded === 'bigint' ? Number(loaded) : loaded;
  const [was, is] = [kindOf(former), kindOf(read)];
  // What may be null by default may be null or a number.
  if (was === is || was === 'null' || (is === 'null' && was === 'number')) return read;
  throw typeError(`${label} should be ${article(was)}, got ${show(loaded)}`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** @throws TorchTypeError for an epoch that is no number. */
export function checkEpoch(label: string, epoch: unknown): void {
  if (epoch === undefined || typeof epoch === 'number') return;
  throw typeError(`${label}.step(): 'epoch' should be a number, got ${show(epoch)}`);
}

const COMMON: SavedAttributes = {
  base_lrs: 'baseLrs',
  last_epoch: 'lastEpoch',
  _step_count: 'stepCount',
  _is_initial: 'isInitial',
  _last_lr: 'lastLr',
};

/** Arrays are copied, tensors become numbers. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isTensor(value) ? valueOf(value) : value;
}

export function checkedOptimizer(optimizer: unknown): Optimizer {
  if (optimizer instanceof Optimizer) return optimizer;
  const name = (optimizer as { constructor?: { name?: string } } | null | undefined)?.constructor?.name;
  throw typeError(`${name ?? String(optimizer)} is not an Optimizer`);
}

/** A number, also where a group holds it as a tensor. */
export function valueOf(value: number | Tensor): number {
  return isTensor(value) ? Number(native.item(handleOf(value))) : value;
}

export function groupValues(optimizer: Optimizer, key: string): number[] {
  return optimizer.paramGroups.map((group) => valueOf(group[key] as number | Tensor));
}

/** Sets an option of a group; a tensor keeps its place and takes the value. */
export function setValue(group: ParamGroup, key: string, value: number): void {
  const former = group[key];
  if (isTensor(former)) former.data.fill_(value);
  else (group as Record<string, unknown>)[key] = value;
}

/** One value for each group, from a list or a single one. */
export function perGroup<T>(name: string, optimizer: Optimizer, value: T | readonly T[]): T[] {
  const count = optimizer.paramGroups.length;
  if (!Array.isArray(value)) return new Array<T>(count).fill(value as T);
  if (value.length !== count) {
    throw valueError(
      `${name} must have the same length as optimizer.paramGroups. ${name} has ${value.length} values, paramGroups has ${count}.`,
    );
  }
  return [...(value as T[])];
}

limitArguments([LRScheduler], SCHEDULER_ARGUMENTS);
