import type { GroupBox } from '../native/contract/distributed';
import { native } from '../native/binding';
import { float } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { typeError } from '../errors';
import type { Store } from './store';
import { milliseconds } from './time';

/** What a group is, besides its native object. @internal */
export interface GroupFacts {
  readonly box: GroupBox;
  /** As Python's ranks call it. */
  readonly name: string;
  readonly description: string;
  readonly rank: number;
  /** The global ranks, in the order of ranks in the group. */
  readonly ranks: readonly number[];
  /** Pairs of device type and backend. */
  readonly backends: readonly (readonly [device: string, backend: string])[];
  /** As it was asked for: `gloo`, `cpu:gloo,cuda:nccl`, `undefined`. */
  readonly backend: string;
  /** What the group's keys stand in, with its name as prefix. */
  readonly store: Store;
  /** In milliseconds. */
  readonly timeout: number;
}

const TIMEOUT = { timeout: float() };

let factsOf: (group: ProcessGroup) => GroupFacts;
let endOf: (group: ProcessGroup) => GroupBox | undefined;

/**
 * Ranks that communicate with each other: all of them, or some. Made by `initProcessGroup` and `newGroup`.
 *
 * @throws TorchTypeError for `new ProcessGroup()`.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#groups
 * @example
 * const group = await torch.distributed.newGroup([0], { groupDesc: 'the first alone' });
 * torch.distributed.getWorldSize(group); // 1
 */
export class ProcessGroup {
  readonly #facts: GroupFacts;
  #destroyed = false;

  /** @internal */
  constructor(facts: GroupFacts) {
    if (typeof facts?.box !== 'object') {
      throw typeError('a ProcessGroup is made by initProcessGroup() and newGroup(), not by new');
    }
    this.#facts = facts;
  }

  static {
    factsOf = (group: ProcessGroup): GroupFacts => group.#facts;
    endOf = (group: ProcessGroup): GroupBox | undefined => {
      if (group.#destroyed) return undefined;
      group.#destroyed = true;
      return group.#facts.box;
    };
  }

  /** The name by which `c10d`'s functions (`_c10d_functional`) find the group. */
  get name(): string {
    return this.#facts.name;
  }

  /** Python's name for {@link name}. */
  get groupName(): string {
    return this.#facts.name;
  }

  /** `default_pg`, or what `newGroup` was given. */
  get groupDesc(): string {
    return this.#facts.description;
  }

  /** The rank of this process in the group. */
  rank(...args: readonly never[]): number {
    takesNothing('rank', args);
    return this.#facts.rank;
  }

  /** The number of ranks. */
  size(...args: readonly never[]): number {
    takesNothing('size', args);
    return this.#facts.ranks.length;
  }

  /** Whether `destroyProcessGroup` has ended it. */
  get destroyed(): boolean {
    return this.#destroyed;
  }

  /** Sets how long operations may take from now on, in seconds. */
  setTimeout(timeout: number): void;
  setTimeout(...args: readonly unknown[]): void {
    const { timeout } = readArguments('setTimeout', TIMEOUT, args);
    native.setGroupTimeout(this.#facts.box, milliseconds('setTimeout', timeout));
  }
}

/** @internal */
export const groupFacts = (group: ProcessGroup): GroupFacts => factsOf(group);

/** Where an operation ran, for errors. @internal */
export function placeIn(group: ProcessGroup): string {
  const { rank, ranks, description } = factsOf(group);
  return ` on rank ${rank} of ${ranks.length} (group ${description})`;
}

/** The native group. @internal */
export const nativeOf = (group: ProcessGroup): GroupBox => factsOf(group).box;

/** Marks a group as destroyed; its native object, unless it had been before. @internal */
export const endGroup = (group: ProcessGroup): GroupBox | undefined => endOf(group);
