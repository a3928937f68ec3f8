import { Optimizer } from '../optimizer';
import { entriesOf } from '../spelling';
import { ReduceLROnPlateau } from './plateau';
import {
  LRScheduler,
  type SavedAttributes,
  type SchedulerOptions,
  type SchedulerStateDict,
  setValue,
} from './scheduler';
import { typeError, valueError } from '../../errors';

/** What several schedulers that work as one have in common. */
abstract class Composed extends LRScheduler {
  protected readonly schedulers: readonly LRScheduler[];

  constructor(
    label: string,
    optimizer: Optimizer | undefined,
    schedulers: readonly LRScheduler[],
    options?: SchedulerOptions,
  ) {
    const owner = optimizer ?? schedulers[0]?.optimizer;
    if (schedulers.length < 1) throw valueError(`${label} expects at least one scheduler, but got no scheduler.`);
    schedulers.forEach((scheduler, i) => checkMember(label, owner, scheduler, i));
    super(owner, options);
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
 * One scheduler after the other, changing at the milestones.
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
    options: SchedulerOptions = {},
  ) {
    super('SequentialLR', optimizer, schedulers, options);
    if (milestones.length !== schedulers.length - 1) {
      throw valueError(
        'Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, ' +
          `but got number of schedulers ${schedulers.length} and the number of milestones to be equal to ${milestones.length}`,
      );
    }
    this.milestones = [...milestones];
    this.lastEpoch = (options.lastEpoch ?? -1) + 1;
    // The members have made their first steps: back to the beginning, and only the first one's again.
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
 * const scheduler = new torch.optim.lrScheduler.ChainedScheduler([warmup, decay]);
 */
export class ChainedScheduler extends Composed {
  constructor(schedulers: readonly LRScheduler[], options: { readonly optimizer?: Optimizer } = {}) {
    super('ChainedScheduler', options.optimizer, schedulers);
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
