import { type Field, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { Optimizer } from '../optimizer';
import { LAST_EPOCH, OPTIMIZER } from './arguments';
import { entriesOf } from '../../arguments/plain-object';
import { ReduceLROnPlateau } from './plateau';
import {
  SCHEDULER_ARGUMENTS,
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  type SchedulerStateDict,
  setValue,
} from './scheduler';
import { typeError, valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

const list = <T>(what: string): Field<readonly T[]> => value<readonly T[]>(what, (v) => Array.isArray(v));

const SEQUENTIAL = {
  optimizer: OPTIMIZER,
  schedulers: list<LRScheduler>('a list of schedulers'),
  milestones: value<readonly number[]>(
    'a list of epochs',
    (v) => Array.isArray(v) && v.every((epoch) => typeof epoch === 'number'),
  ),
  lastEpoch: LAST_EPOCH,
};

const CHAINED = {
  schedulers: list<LRScheduler>('a list of schedulers'),
  optimizer: nullable(OPTIMIZER),
};

/** The base class of schedulers that combine others. */
abstract class Composed extends LRScheduler {
  protected readonly schedulers: readonly LRScheduler[];

  constructor(label: string, optimizer: Optimizer | undefined, schedulers: readonly LRScheduler[], lastEpoch = -1) {
    const owner = optimizer ?? schedulers[0]?.optimizer;
    if (schedulers.length < 1) throw valueError(`${label} expects at least one scheduler, but got no scheduler.`);
    schedulers.forEach((scheduler, i) => checkMember(label, owner, scheduler, i));
    super(owner, lastEpoch);
    this.schedulers = [...schedulers];
  }

  getLr(): number[] {
    return this.current;
  }

  override undo(): void {
    for (const scheduler of this.schedulers) scheduler.undo();
  }

  override stateDict(): SchedulerStateDict {
    const own = Object.entries(this.savedAttributes());
    const state = own.map(([python, name]) => [python, (this as unknown as Record<string, unknown>)[name]]);
    return {
      ...(Object.fromEntries(state) as SchedulerStateDict),
      _schedulers: this.schedulers.map((scheduler) => scheduler.stateDict()),
    };
  }

  override loadStateDict(stateDict: object): void {
    const entries = entriesOf(stateDict);
    const states = entries.find(([key]) => key === '_schedulers')?.[1];
    if (!Array.isArray(states) || states.length !== this.schedulers.length) {
      throw typeError(`${this.constructor.name}: the state dict must hold ${this.schedulers.length} schedulers`);
    }
    super.loadStateDict(Object.fromEntries(entries.filter(([key]) => key !== '_schedulers')));
    states.forEach((state: object, i) => this.schedulers[i]?.loadStateDict(state));
  }
}

function checkMember(label: string, optimizer: unknown, scheduler: unknown, index: number): void {
  if (!(scheduler instanceof LRScheduler)) {
    throw typeError(`${label} at index ${index} should have \`optimizer\` as its attribute.`);
  }
  if (scheduler instanceof ReduceLROnPlateau) {
    throw typeError(
      `${label} does not support \`ReduceLROnPlateau\` scheduler as its \`step\` needs a metric, ` +
        `but got one at index ${index} in the given schedulers sequence.`,
    );
  }
  if (optimizer instanceof Optimizer && scheduler.optimizer !== optimizer) {
    throw typeError(
      `${label} expects all schedulers to belong to the same optimizer, but got scheduler ` +
        `${scheduler.constructor.name} at index ${index}, which has another one.`,
    );
  }
}

/** How many of the sorted milestones are at most `epoch`. */
function passed(milestones: readonly number[], epoch: number): number {
  const index = milestones.findIndex((milestone) => milestone > epoch);
  return index < 0 ? milestones.length : index;
}

/**
 * Runs one scheduler after the other, and changes at the milestones.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.SequentialLR.html
 * @example
 * const warmup = new torch.optim.lrScheduler.LinearLR(optimizer, { totalIters: 5 });
 * const decay = new torch.optim.lrScheduler.ExponentialLR(optimizer, 0.9);
 * const scheduler = new torch.optim.lrScheduler.SequentialLR(optimizer, [warmup, decay], [5]);
 */
export class SequentialLR extends Composed {
  milestones: number[];

  constructor(
    optimizer: Optimizer,
    schedulers: readonly LRScheduler[],
    milestones: readonly number[],
    lastEpoch?: number | SchedulerOptions,
  );
  constructor(
    optimizer: Optimizer,
    options: SchedulerOptions & {
      /** The schedulers, in their order. */
      readonly schedulers: readonly LRScheduler[];
      /** The epochs at which the learning rate changes. */
      readonly milestones: readonly number[];
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, schedulers, milestones, lastEpoch } = readArguments('SequentialLR', SEQUENTIAL, args);
    super('SequentialLR', optimizer, schedulers, lastEpoch);
    if (milestones.length !== schedulers.length - 1) {
      throw valueError(
        'Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, ' +
          `but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${milestones.length}`,
      );
    }
    this.milestones = [...milestones];
    this.lastEpoch = lastEpoch + 1;
    // All members have made their first steps. Undo these, and repeat only that of the first member.
    for (const group of this.optimizer.paramGroups) setValue(group, 'lr', group['initialLr'] as number);
    this.undo();
    this.#active(0).restart();
    this.lastLr = this.#active(0).getLastLr();
  }

  #active(epoch: number): LRScheduler {
    return this.schedulers[passed(this.milestones, epoch)] as LRScheduler;
  }

  override step(): void {
    this.lastEpoch++;
    const index = passed(this.milestones, this.lastEpoch);
    const scheduler = this.#active(this.lastEpoch);
    if (index > 0 && this.milestones[index - 1] === this.lastEpoch) scheduler.update(0);
    else scheduler.step();
    this.lastLr = scheduler.getLastLr();
  }

  protected override savedAttributes(): SavedAttributes {
    return { _milestones: 'milestones', last_epoch: 'lastEpoch', _last_lr: 'lastLr' };
  }
}

/**
 * All schedulers in each step, one on the other.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ChainedScheduler.html
 * @example
 * const { lrScheduler } = optim;
 * const warmup = new lrScheduler.ConstantLR(optimizer, { factor: 0.1, totalIters: 2 });
 * const decay = new lrScheduler.ExponentialLR(optimizer, 0.9);
 * const scheduler = new lrScheduler.ChainedScheduler([warmup, decay]);
 * optimizer.step();
 * scheduler.step();
 * scheduler.getLastLr(); // [0.009]
 */
export class ChainedScheduler extends Composed {
  constructor(
    schedulers: readonly LRScheduler[],
    optimizer?:
      | Optimizer
      | {
          /** The optimizer whose learning rate is set. */
          readonly optimizer?: Optimizer | null;
        }
      | null,
  );
  constructor(...args: readonly unknown[]) {
    const { schedulers, optimizer } = readArguments('ChainedScheduler', CHAINED, args);
    super('ChainedScheduler', optimizer ?? undefined, schedulers);
    this.lastLr = this.current;
  }

  override step(): void {
    for (const scheduler of this.schedulers) scheduler.step();
    this.lastLr = this.current;
  }

  protected override savedAttributes(): SavedAttributes {
    return { _last_lr: 'lastLr' };
  }
}

limitArguments([Composed, ChainedScheduler, SequentialLR], { ...SCHEDULER_ARGUMENTS, step: 0 });
