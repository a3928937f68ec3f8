import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runtimeError } from '../errors';
import { variable } from './environment';
import type { Store } from './store';

/**
 * Which group of all ranks over one store this is. The keys of the first are Python's. A store may outlive it: that of torchrun,
 * one of the program's own, a file that another rank has not left yet. In its keys the ranks of the next group would find the
 * connections of the first, and wait for them in vain, as Python's do. So rank 0 numbers the groups; where all ranks are of
 * Node, each group after the first has keys of its own.
 */
export interface Round {
  /** Where in the store notices stand. */
  readonly meeting: string;
  /** What stands before the keys of the group, besides Python's; null where those are enough. */
  readonly prefix: string | null;
  /** Says that there is no group, so that this rank may come to the same round again. */
  fail(): void;
}

/** Who enters a round. @internal */
export interface Entering {
  readonly store: Store;
  readonly rank: number;
  readonly size: number;
  /** How long to wait for rank 0, in seconds. */
  readonly timeout: number;
  /** Whether the store ends with a group, since rank 0 serves it. */
  readonly isServed: boolean;
}

/** How often to look whether rank 0 has come again, in milliseconds. */
const PAUSE = 20;

/** The last round of each store that this thread has entered. */
const entered = new Map<string, number>();

/** Keys of one store, and of one attempt of a starter. */
class Rounds {
  readonly #store: Store;
  readonly #root = `libtorch-node/${variable('TORCHELASTIC_RESTART_COUNT') ?? 0}`;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What tells this store from others at its address, before and after it. */
  get id(): string {
    return this.#store.compareSet(this.#key('id'), '', randomUUID()).toString();
  }

  /** The last round that rank 0 has opened; 0 where it has not come, or is of Python. */
  get latest(): number {
    const key = this.#key('latest');
    return this.#store.check([key]) ? Number(this.#store.get(key)) : 0;
  }

  meeting(round: number): string {
    return this.#key(String(round - 1));
  }

  hasOwnKeys(round: number): boolean {
    return this.#store.check([this.#key(`own/${round}`)]);
  }

  /** Whether the store has gone, or the group was refused: then its meeting says so to whoever comes again. */
  isOver(round: number): boolean {
    try {
      return this.#store.check([`${this.meeting(round)}/notice`]);
    } catch {
      return true;
    }
  }

  /** Says that this rank is of Node. */
  sign(rank: number): void {
    this.#store.set(this.#key(`node/${rank}`), '');
  }

  /** Rank 0 opens the round after the last that it has entered; a process that is new to the store goes on where it is. */
  lead(last: number, size: number): number {
    if (last === 0) return Number(this.#store.compareSet(this.#key('latest'), '', '1'));
    const next = Math.max(last, this.latest) + 1;
    const all = Array.from({ length: size }, (_, rank) => this.#key(`node/${rank}`));
    if (this.#store.check(all)) this.#store.set(this.#key(`own/${next}`), '');
    this.#store.set(this.#key('latest'), String(next));
    return next;
  }

  #key(name: string): string {
    return `${this.#root}/${name}`;
  }
}

/** The round that rank 0 has opened after the last that this thread has entered. */
async function follow(rounds: Rounds, last: number, { rank, timeout, isServed }: Entering): Promise<number> {
  const end = performance.now() + timeout * 1000;
  for (;;) {
    const latest = rounds.latest;
    if (last === 0) return Math.max(latest, 1);
    if (latest > last) return latest;
    // Nobody numbers the groups of a rank 0 of Python.
    if (latest === 0 && !isServed) return last + 1;
    if (performance.now() > end) {
      throw runtimeError(
        `initProcessGroup: rank ${rank} has left a group and makes the next one, which rank 0 has not done in time. ` +
          'Destroy the group, and make the next one, on all ranks',
      );
    }
    await sleep(PAUSE);
  }
}

/**
 * Finds out which group over a store the ranks make now.
 *
 * @throws TorchError if the store has gone, or rank 0 does not come again in time.
 * @internal
 */
export async function enterRound(entering: Entering): Promise<Round> {
  const { store, rank, size } = entering;
  const rounds = new Rounds(store);
  if (size < 2) return { meeting: rounds.meeting(1), prefix: null, fail: () => undefined };
  const id = rounds.id;
  const last = entered.get(id) ?? 0;
  rounds.sign(rank);
  const round = rank === 0 ? rounds.lead(last, size) : await follow(rounds, last, entering);
  entered.set(id, round);
  const fail = (): void => {
    // Rank 0 opens another one when it comes again.
    if (rank > 0 && !rounds.isOver(round)) entered.set(id, last);
  };
  const prefix = round > 1 && rounds.hasOwnKeys(round) ? `round-${round}` : null;
  return { meeting: rounds.meeting(round), prefix, fail };
}
