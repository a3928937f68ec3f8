import { libtorch } from '../native/binding';
import { runtimeError } from '../errors';
import { getDebugLevel, variable } from './environment';
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

/** How often this thread has joined others. A store may have served before, and its keys stay. */
let joined = 0;

/** The part of the store in which ranks tell what they have, and what they have found to differ. */
class Notices {
  readonly #place: Place;
  readonly #facts: Facts;
  readonly #prefix: string;

  constructor(place: Place) {
    this.#place = place;
    this.#facts = { rank: place.rank, size: place.size, libtorch: libtorch.version, debug: getDebugLevel() };
    this.#prefix = `libtorch-node/${variable('TORCHELASTIC_RESTART_COUNT') ?? 0}/${joined++}`;
  }

  /** Compares this rank with the first that came. Where they differ, all that have come or will come are told; the error. */
  compare(): Error | null {
    const text = this.#place.store.compareSet(`${this.#prefix}/facts`, '', JSON.stringify(this.#facts)).toString();
    const first = JSON.parse(text) as Facts;
    const difference = differenceOf(this.#facts, first);
    if (difference === null) return null;
    for (let rank = 0; rank < Math.max(this.#facts.size, first.size); rank++) this.#tell(rank, difference);
    return this.#failure(difference);
  }

  /** The error of {@link compare} on another rank, or null when {@link hearNoMore} was called or the store has gone. */
  async hear(): Promise<Error | null> {
    const { store, rank } = this.#place;
    const difference = await store.getAsync(this.#key('told', rank)).then(String, () => '');
    return difference === '' ? null : this.#failure(difference);
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
  async leave(error: Error): Promise<never> {
    const { store, rank, size } = this.#place;
    const others = Array.from({ length: size - 1 }, (_, i) => this.#key('left', i + 1));
    try {
      if (rank > 0) store.set(this.#key('left', rank), '1');
      else await store.waitAsync(others, Math.min(PATIENCE, store.timeout));
    } catch {
      // What is known here is the better error.
    }
    throw error;
  }

  #failure(difference: string): Error {
    const { rank, size } = this.#place;
    return runtimeError(`initProcessGroup: the ranks differ, said on rank ${rank} of ${size}: ${difference}`);
  }

  #tell(rank: number, difference: string): void {
    this.#place.store.set(this.#key('told', rank), difference);
  }

  #key(what: string, rank: number): string {
    return `${this.#prefix}/${what}/${rank}`;
  }
}

/**
 * Opens what all ranks open together, unless one of them differs: then each that tells of itself fails at once.
 *
 * @param drop - Takes what has been opened although nobody waits for it any more.
 * @internal
 */
export async function amongAlike<T>(place: Place, open: () => Promise<T>, drop: (late: T) => void): Promise<T> {
  // A store that has gone fails the opening, which says what that means.
  const store = place.size > 1 ? await connectionTo(place.store).catch(() => null) : null;
  if (!store) return open();
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
    if (error === null) return await opening;
    opening.then(drop, () => undefined);
    return await notices.leave(error);
  } finally {
    notices.hearNoMore();
    closeStore(store);
  }
}
