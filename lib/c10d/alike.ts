import { libtorch } from '../native/binding';
import { TorchError, runtimeError } from '../errors';
import { announce, attendance } from './attendance';
import { getDebugLevel } from './environment';
import { closeStore, PrefixStore, type Store, TCPStore } from './store';

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

/** Where a rank stands, and the store by which it finds the others. */
interface Place {
  readonly store: Store;
  readonly rank: number;
  readonly size: number;
  /** Where in the store notices stand. */
  readonly meeting: string;
}

/** How long rank 0, whose store the others read, stays for those that say nothing, in seconds. */
const PATIENCE = 10;

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

/**
 * Another connection to the server of a store, since a store that waits answers nobody else. Null for other kinds:
 * FileStores count who opens them, and HashStores have one rank.
 */
async function connectionTo(store: Store): Promise<Store | null> {
  if (store instanceof PrefixStore) {
    const inner = await connectionTo(store.underlyingStore);
    return inner && new PrefixStore(store.prefix, inner);
  }
  return store instanceof TCPStore ? TCPStore.open(store.host, store.port, { timeout: store.timeout }) : null;
}

const everybody = (size: number): number[] => Array.from({ length: size }, (_, rank) => rank);

/** The part of the store in which ranks tell what they have, and what they have found to be wrong. */
class Notices {
  readonly #place: Place;
  readonly #facts: Facts;

  constructor(place: Place) {
    this.#place = place;
    this.#facts = { rank: place.rank, size: place.size, libtorch: libtorch.version, debug: getDebugLevel() };
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
    const notice = JSON.stringify([what, why]);
    for (let rank = 0; rank < Math.max(this.#place.size, size); rank++) this.#tell(rank, notice);
    return this.#failure(what, why);
  }

  /** What another rank has told all, or null when {@link hearNoMore} was called or the store has gone. */
  async hear(): Promise<Error | null> {
    const { store, rank } = this.#place;
    const notice = await store.getAsync(this.#key('told', rank)).then(String, () => '');
    if (notice === '') return null;
    const [what, why] = JSON.parse(notice) as [string, string];
    return this.#failure(what, why);
  }

  hearNoMore(): void {
    try {
      this.#tell(this.#place.rank, '');
    } catch {
      // A store that has gone lets go by itself.
    }
  }

  /**
   * Says that this rank has read what differs, and fails. Rank 0 waits until all others have, since the store ends with
   * it; those that say nothing, as Python's, have {@link PATIENCE}.
   */
  async leave(error: Error, ranks: readonly number[] = everybody(this.#place.size)): Promise<never> {
    const { store, rank } = this.#place;
    const others = ranks.filter((other) => other > 0).map((other) => this.#key('left', other));
    try {
      if (rank > 0) store.set(this.#key('left', rank), '1');
      else await store.waitAsync(others, Math.min(PATIENCE, store.timeout));
    } catch {
      // What is known here is the better error.
    }
    throw error;
  }

  #failure(what: string, why: string): Error {
    const { rank, size } = this.#place;
    return runtimeError(`initProcessGroup: ${what}, said on rank ${rank} of ${size}: ${why}`);
  }

  #tell(rank: number, notice: string): void {
    this.#place.store.set(this.#key('told', rank), notice);
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

/** Leaves this rank's number in a store by which no rendezvous has done so. */
function note({ store, meeting, rank }: Place): void {
  try {
    announce(store, meeting, rank);
  } catch {
    // A store that has gone fails the opening, which says what that means.
  }
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
 * @param drop - Takes what has been opened although nobody waits for it any more.
 * @internal
 */
export async function amongAlike<T>(place: Place, open: () => Promise<T>, drop: (late: T) => void): Promise<T> {
  if (place.size === 1) return open();
  const store = await connectionTo(place.store).catch(() => null);
  note({ ...place, store: store ?? place.store });
  if (!store) return open().catch((error: unknown) => Promise.reject(withAbsence(place, error) as Error));
  const notices = new Notices({ ...place, store });
  try {
    const difference = notices.compare();
    if (difference) return await notices.leave(difference);
    const opening = open();
    const heard = notices.hear();
    const settled = opening.then(
      () => null,
      () => null,
    );
    const error = await Promise.race([settled, heard]);
    // Whoever hears nothing waits for what is under way.
    if (error === null) {
      return await opening.catch((failed: unknown) => {
        throw withAbsence({ ...place, store }, failed);
      });
    }
    opening.then(drop, () => undefined);
    return await notices.leave(error);
  } finally {
    notices.hearNoMore();
    closeStore(store);
  }
}
