import { setTimeout as sleep } from 'node:timers/promises';
import { libtorch } from '../native/binding';
import { TorchError, runtimeError } from '../errors';
import { announce, attendance } from './attendance';
import { getDebugLevel } from './environment';
import { FileStore, PrefixStore, type Store, beside, closeWhole, getBeside } from './store';
import { TCPStore } from './tcp-store';

/**
 * What all ranks need to have alike, told through the store before they make the group of all ranks: where it differs they
 * would wait for each other until the timeout. Ranks of Python tell nothing of themselves.
 */

interface Facts {
  readonly rank: number;
  readonly size: number;
  readonly libtorch: string;
  readonly debug: string;
}

/** Where a rank stands, and the store by which it finds the others. @internal */
export interface Place {
  readonly store: Store;
  readonly rank: number;
  readonly size: number;
  /** Where in the store notices stand. */
  readonly meeting: string;
}

/** How long rank 0, whose store the others read, stays for those that say nothing, in seconds since it came. */
const PATIENCE = 10;

const TWICE = 'one number is taken twice';

const minor = (version: string): string => version.split('.').slice(0, 2).join('.');

/** In what two ranks differ, or null. */
function differenceOf(own: Facts, first: Facts): string | null {
  const pair = (a: string, b: string): string => `rank ${own.rank} ${a}, and rank ${first.rank} ${b}`;
  if (own.size !== first.size) {
    return `${pair(`was told of ${own.size} ranks`, `of ${first.size}`)}. Give all the same WORLD_SIZE`;
  }
  if (minor(own.libtorch) !== minor(first.libtorch)) {
    return `${pair(`has libtorch ${own.libtorch}`, first.libtorch)}. Start all ranks with one version`;
  }
  // Only this level talks to the others by itself.
  if ((own.debug === 'DETAIL') === (first.debug === 'DETAIL')) return null;
  const levels = pair(`has TORCH_DISTRIBUTED_DEBUG=${own.debug}`, first.debug);
  return `${levels}. Set it on all ranks, or on none`;
}

/** The store that has the keys, behind all prefixes. */
function rootOf(store: Store): Store {
  return store instanceof PrefixStore ? rootOf(store.underlyingStore) : store;
}

const everybody = (size: number): number[] => Array.from({ length: size }, (_, rank) => rank);

/** When a rank listens: while rank 0 waits for others to find its store, or while the group is opened. Its key wakes it. */
type Moment = 'early' | 'told';

/** The part of the store in which ranks tell what they have, and what they have found to be wrong. */
class Notices {
  readonly #place: Place;
  readonly #facts: Facts;
  readonly #moment: Moment;
  readonly #came = performance.now();
  /** How many numbers of ranks nobody has: where one is taken twice, another one is not. */
  #untaken = 0;
  /** Whether another process has this one's number. */
  #isDouble = false;

  constructor(place: Place, moment: Moment = 'told') {
    this.#place = place;
    this.#moment = moment;
    this.#facts = { rank: place.rank, size: place.size, libtorch: libtorch.version, debug: getDebugLevel() };
  }

  /** Takes this rank's number. Where another one has it, all are told; the error. */
  takeNumber(): Error | null {
    const { store, meeting, rank } = this.#place;
    const taken = announce(store, meeting, rank);
    this.#isDouble = taken !== null;
    return taken === null ? null : this.tellAll(TWICE, taken);
  }

  /** Compares this rank with the first that came. Where they differ, all that have come or will come are told; the error. */
  compare(): Error | null {
    const { store, meeting } = this.#place;
    const text = store.compareSet(`${meeting}/facts`, '', JSON.stringify(this.#facts)).toString();
    const first = JSON.parse(text) as Facts;
    const difference = differenceOf(this.#facts, first);
    return difference === null ? null : this.tellAll('the ranks differ', difference, first.size);
  }

  /** Tells all ranks, those too that come later, why there will be no group; the error. */
  tellAll(what: string, why: string, size = 0): Error {
    const { store } = this.#place;
    store.set(this.#notice, JSON.stringify([what, why]));
    for (let rank = 0; rank < Math.max(this.#place.size, size); rank++) store.set(this.#key('told', rank), '');
    store.set(this.#key('early', 0), '');
    return this.#failure(what, why);
  }

  /**
   * What another rank has told all, or null when {@link hearNoMore} was called or the store has gone. May never settle once
   * the signal is aborted.
   */
  async hear(signal: AbortSignal): Promise<Error | null> {
    const { store, rank } = this.#place;
    try {
      await getBeside(store, this.#key(this.#moment, rank), signal);
      if (!store.check([this.#notice])) return null;
      const [what, why] = JSON.parse(store.get(this.#notice).toString()) as [string, string];
      return this.#failure(what, why);
    } catch {
      return null;
    }
  }

  /** Wakes {@link hear}; false where the store has gone. */
  hearNoMore(): boolean {
    const { store, rank } = this.#place;
    try {
      // Only wakes: what was told stays, since another process may have this one's number, and has not read it yet.
      store.set(this.#key(this.#moment, rank), '');
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Says that this rank has read what differs, and fails. Rank 0 waits until all others have, since a server ends with it;
   * those that say nothing, as Python's, have {@link PATIENCE}.
   */
  async leave(error: Error, ranks: readonly number[] = everybody(this.#place.size)): Promise<never> {
    const { store, rank } = this.#place;
    try {
      // Where this one took the number later, the one that has it has not read that yet.
      if (!this.#isDouble) store.set(this.#key('left', rank), '1');
      if (rank === 0) await this.#areGone(this.#isDouble ? ranks : ranks.filter((other) => other > 0));
    } catch {
      // What is known here is the better error.
    }
    throw error;
  }

  async #areGone(others: readonly number[]): Promise<void> {
    const { store } = this.#place;
    if (!(rootOf(store) instanceof TCPStore)) return;
    const end = this.#came + PATIENCE * 1000;
    const isGone = (other: number): boolean => store.check([this.#key('left', other)]);
    while (others.filter(isGone).length < others.length - this.#untaken && performance.now() < end) await sleep(20);
  }

  #failure(what: string, why: string): Error {
    const { store, rank, size } = this.#place;
    if (what === TWICE) this.#untaken = 1;
    const root = rootOf(store);
    const stale = root instanceof FileStore ? `. If an earlier run has left ${root.path}, delete it` : '';
    return runtimeError(`initProcessGroup: ${what}, said on rank ${rank} of ${size}: ${why}${stale}`);
  }

  get #notice(): string {
    return `${this.#place.meeting}/notice`;
  }

  #key(what: string, rank: number): string {
    return `${this.#place.meeting}/${what}/${rank}`;
  }
}

/**
 * Fails on all ranks for one reason: each hears of it, and the store lives until they have.
 *
 * @param here - The ranks that have come.
 * @internal
 */
export async function refuseTogether(
  place: Place,
  [what, why]: readonly [what: string, why: string],
  here?: readonly number[],
): Promise<never> {
  const notices = new Notices(place);
  return notices.leave(notices.tellAll(what, why), here);
}

/**
 * Leaves this rank's number in the store, or fails, as all others do, where another one has it.
 *
 * @internal
 */
export function takeNumber(place: Place): void {
  const taken = new Notices(place).takeNumber();
  if (taken) throw taken;
}

/** Opens something; nobody waits for it any more once the signal is aborted. */
type Open<T> = (signal: AbortSignal) => Promise<T>;

/** What is opened, or the error that another rank tells meanwhile. */
async function unlessTold<T>(notices: Notices, open: Open<T>, drop: (late: T) => void): Promise<T> {
  const [left, deaf] = [new AbortController(), new AbortController()];
  const opening = open(left.signal);
  const settled = opening.then(
    () => null,
    () => null,
  );
  const hearing = notices.hear(deaf.signal);
  const error = await Promise.race([settled, hearing]);
  if (error === null) {
    // Whoever hears nothing waits for what is under way. What listens holds the store.
    await settled;
    if (notices.hearNoMore()) await hearing;
    else deaf.abort();
    return opening;
  }
  opening.then(drop, () => undefined);
  left.abort();
  return notices.leave(error);
}

/**
 * Opens the store that others find, unless one of them tells meanwhile why there will be no group.
 *
 * @param drop - Takes what has been opened although nobody waits for it any more.
 * @internal
 */
export async function whileTheyCome<T>(place: Place, open: Open<T>, drop: (late: T) => void): Promise<T> {
  return unlessTold(new Notices(place, 'early'), open, drop);
}

/** An error, with who has not come where that is why. */
function withAbsence({ store, meeting, size }: Place, error: unknown): unknown {
  if (!(error instanceof TorchError) || !/Not all ranks came in time/.test(error.message)) return error;
  let missing: string | null = null;
  try {
    ({ missing } = attendance(store, meeting, size));
  } catch {
    // The store has gone: the error says what is known.
  }
  return missing === null ? error : runtimeError(`${error.message}\n  ${missing}.`, { cause: error });
}

/**
 * Opens what all ranks open together, unless one of them differs: then each that tells of itself fails at once.
 *
 * @param open - Gets a store that nobody else asks: what is opened waits for keys in it, also after it has been left.
 * @param drop - Takes what has been opened although nobody waits for it any more.
 * @internal
 */
export async function amongAlike<T>(
  place: Place,
  open: (signal: AbortSignal, store: Store) => Promise<T>,
  drop: (late: T) => void,
): Promise<T> {
  const alone = new AbortController();
  if (place.size === 1) return open(alone.signal, place.store);
  const store = await beside(place.store).catch(() => null);
  // A store that has gone fails the opening, which says what that means.
  if (!store) return open(alone.signal, place.store);
  const notices = new Notices(place);
  try {
    const error = notices.takeNumber() ?? notices.compare();
    if (error) return await notices.leave(error);
    const known = (signal: AbortSignal): Promise<T> =>
      open(signal, store).catch((error: unknown) => Promise.reject(withAbsence(place, error) as Error));
    return await unlessTold(notices, known, drop);
  } finally {
    // What has been opened keeps the connection.
    if (store !== place.store) closeWhole(store);
  }
}
