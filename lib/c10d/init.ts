import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { native } from '../native/binding';
import type { GroupBox } from '../native/contract/distributed';
import { TorchError, runtimeError, valueError } from '../errors';
import { messageOf } from '../arguments/describe';
import { float, int, keyword, nullable, str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { amongAlike } from './alike';
import type { BackendLike } from './backend';
import { backendMap } from './backend';
import { readDebugLevel } from './environment';
import { openGroup } from './open-group';
import { type ProcessGroup, endGroup, groupFacts, nativeOf, placeIn } from './process-group';
import { rendezvous } from './rendezvous';
import { type Round, enterRound } from './rounds';
import { FileStore, PrefixStore, Store, closeStore } from './store';
import { milliseconds, settled } from './time';
import { type GroupOrNone, NON_GROUP_MEMBER, groupField, groupOrDefault, world } from './world';

export interface InitProcessGroupOptions {
  /**
   * `gloo` for tensors on the CPU, `nccl` for those on GPUs, or both as in `cpu:gloo,cuda:nccl`. By default that of the
   * machine.
   */
  readonly backend?: BackendLike | null;
  /**
   * Where the ranks meet: `env://` (the environment variables `RANK`, `WORLD_SIZE`, `MASTER_ADDR` and `MASTER_PORT`),
   * `tcp://HOST:PORT`, where rank 0 listens, or `file:///PATH`, a file that all ranks reach.
   * @defaultValue null, which means 'env://', unless `store` is given
   */
  readonly initMethod?: string | null;
  /** How long to wait for other ranks, now and in each operation, in seconds. @defaultValue null, which means 600 */
  readonly timeout?: number | null;
  /** The number of ranks, if `initMethod` does not say it. @defaultValue -1 */
  readonly worldSize?: number;
  /** The rank of this process, from 0, if `initMethod` does not say it. @defaultValue -1 */
  readonly rank?: number;
  /** A store that all ranks reach, in place of `initMethod`. */
  readonly store?: Store | null;
  /** Ignored, as in Python. */
  readonly groupName?: string;
}

/** The default of gloo and NCCL here, in seconds. Python waits 30 minutes for gloo. */
const DEFAULT_TIMEOUT = 600;

const TABLE = {
  backend: nullable(str()),
  initMethod: nullable(str()),
  timeout: nullable(float()),
  worldSize: int(-1),
  rank: int(-1),
  store: nullable(value<Store>('a Store', (v) => v instanceof Store)),
  groupName: keyword(str('')),
};

interface Place {
  readonly store: Store;
  readonly rank: number;
  readonly worldSize: number;
  readonly round: Round;
}

/** What a store that could not be opened means. */
function noStore(where: string, rank: number, cause: unknown): unknown {
  if (!(cause instanceof TorchError) || cause.code !== 'ERR_TORCH') return cause;
  const message = messageOf(cause);
  // The ranks have met, and know what is wrong.
  if (message.startsWith('initProcessGroup: ')) return cause;
  const hint = /EADDRINUSE|address already in use/i.test(message)
    ? 'the port is in use: choose another one, or end the process that has it. '
    : /is no store/.test(message)
      ? 'another program has the port: start rank 0 at a port that is free, and give all ranks the same. '
      : /clients joined/.test(message)
        ? 'not all ranks came in time: start each of them, with the same address and number of ranks. '
        : 'see that rank 0 runs, that address and port are the same everywhere, and that no firewall is between. ';
  return runtimeError(`initProcessGroup: rank ${rank} found no store at ${where}: ${hint}\n  ${message}`, { cause });
}

async function findPlace(given: ReturnType<typeof read>, timeout: number): Promise<Place> {
  const { store, rank, worldSize } = given;
  if (store) {
    if (worldSize <= 0) throw valueError('worldSize must be positive if using store');
    if (rank < 0) throw valueError('rank must be non-negative if using store');
    const round = await enterRound({ store, rank, size: worldSize, timeout, isServed: false });
    return { store, rank, worldSize, round };
  }
  const address = given.initMethod ?? 'env://';
  try {
    const place = await rendezvous(address, { rank, worldSize, timeout });
    world.stores.push(place.store, place.store.underlyingStore);
    place.store.setTimeout(timeout);
    return place;
  } catch (cause) {
    const env = address.startsWith('env:');
    const where = env ? `${process.env['MASTER_ADDR']}:${process.env['MASTER_PORT']}` : address;
    throw noStore(where, env && rank < 0 ? Number(process.env['RANK']) : rank, cause);
  }
}

/** What the keys of the group stand in, within a store. */
function keysOf(round: Round, store: Store): Store {
  if (round.prefix === null) return store;
  const keys = new PrefixStore(round.prefix, store);
  world.stores.push(keys);
  return keys;
}

function read(args: readonly unknown[]) {
  const given = readArguments('initProcessGroup', TABLE, args);
  if (given.store && given.initMethod !== null) throw valueError('Cannot specify both initMethod and store.');
  return given;
}

function checkRank({ rank, worldSize }: Place): void {
  if (worldSize < 1) throw valueError(`initProcessGroup: the number of ranks should be at least 1, got ${worldSize}`);
  if (rank >= 0 && rank < worldSize) return;
  throw valueError(`initProcessGroup: rank ${rank} is not between 0 and ${worldSize - 1} (worldSize - 1)`);
}

/**
 * Joins the group of all ranks. Resolves when every rank is there; this thread is not blocked.
 *
 * Ranks may be processes of Node and of Python, or `worker_threads` of one process, in any mixture.
 *
 * @throws TorchError where the others do not come in time: it says what to look for.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.init_process_group
 * @example
 * import { distributed as dist } from 'libtorch-node';
 *
 * await dist.initProcessGroup('gloo', { initMethod: 'tcp://127.0.0.1:29511', rank: 0, worldSize: 1 });
 * const x = torch.ones([2]);
 * await dist.allReduce(x, { asyncOp: true });
 * await dist.destroyProcessGroup();
 */
export async function initProcessGroup(options?: InitProcessGroupOptions): Promise<void>;
export async function initProcessGroup(
  backend: BackendLike | null,
  initMethod?: string | null | Omit<InitProcessGroupOptions, 'backend'>,
  timeout?: number | null | InitProcessGroupOptions,
  worldSize?: number | InitProcessGroupOptions,
  rank?: number | InitProcessGroupOptions,
  store?: Store | null,
): Promise<void>;
export async function initProcessGroup(...args: readonly unknown[]): Promise<void> {
  const given = read(args);
  if (world.group || world.starting) throw valueError('trying to initialize the default process group twice!');
  const seconds = given.timeout ?? DEFAULT_TIMEOUT;
  const timeout = milliseconds('initProcessGroup', seconds);
  const backend = given.backend ?? 'undefined';
  backendMap(backend);
  readDebugLevel();
  world.starting = true;
  let round: Round | undefined;
  try {
    const place = await findPlace(given, seconds);
    ({ round } = place);
    const { meeting } = round;
    const keys = keysOf.bind(null, round);
    checkRank(place);
    const name = String(world.count++);
    const { store, rank, worldSize: size } = place;
    const plan = {
      store: keys(store),
      rank,
      size,
      name,
      backend,
      timeout,
      description: 'default_pg',
      globalRanks: [],
    };
    const open = (signal: AbortSignal, own: Store): Promise<ProcessGroup> => openGroup(plan, keys(own), signal);
    world.group = await amongAlike({ store, rank, size, meeting }, open, abandon);
  } catch (error) {
    round?.fail();
    forgetWorld();
    throw error;
  } finally {
    world.starting = false;
  }
}

/** Ends a group that nobody waits for any more. */
function abandon(group: ProcessGroup): void {
  world.groups.delete(group);
  const box = endGroup(group);
  if (box) ended(box).catch(() => undefined);
}

/** Lets go of everything but the native groups, which are the caller's. */
function forgetWorld(): void {
  for (const store of world.stores) closeStore(store);
  world.stores = [];
  world.groups.clear();
  if (world.group) world.left = placeIn(world.group);
  world.group = null;
  world.count = 0;
  world.making = Promise.resolve();
}

const GROUP = { group: groupField() };

/**
 * Ends a group, by default that of all ranks and with it all others. Resolves when its threads and connections have
 * ended, which waits for what is under way; nothing may be started on it from the call on. Then the ranks may make the next
 * group, also at the same address.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.destroy_process_group
 * @example
 * const group = await distributed.newGroup();
 * distributed.destroyProcessGroup(group);
 */
export async function destroyProcessGroup(group?: GroupOrNone | null): Promise<void>;
export async function destroyProcessGroup(...args: readonly unknown[]): Promise<void> {
  const { group } = readArguments('destroyProcessGroup', GROUP, args);
  if (group === NON_GROUP_MEMBER) return;
  const chosen = group ?? world.group;
  if (!chosen) throw valueError('Process group cannot be null: there is none');
  if (!world.groups.has(chosen)) throw valueError('Invalid process group specified');
  const ending = chosen === world.group ? [...world.groups].sort(byName).reverse() : [chosen];
  const boxes = ending.flatMap((one) => endGroup(one) ?? []);
  const ends = boxes.map(ended);
  for (const one of ending) {
    world.groups.delete(one);
    // That of the group of all ranks may be the program's.
    if (one !== world.group) closeStore(groupFacts(one).store);
  }
  const files = chosen === world.group ? world.stores.filter((store) => store instanceof FileStore) : [];
  if (chosen === world.group) forgetWorld();
  await Promise.all(ends);
  for (const { path } of files) await deleted(path);
}

/** How long a rank that has left a group waits for the others to leave it, in milliseconds, where they met in a file. */
const TOGETHER = 1000;

/**
 * Waits until the last of the ranks has deleted the file in which they met. One that made its next group there before that would
 * lose what it wrote: libtorch counts the ranks that are left, and deletes the file a moment later.
 */
async function deleted(path: string): Promise<void> {
  const end = performance.now() + TOGETHER;
  while (existsSync(path) && performance.now() < end) await sleep(5);
}

/** Closes a native group; resolves when its threads and connections have ended. */
function ended(box: GroupBox): Promise<void> {
  return settled(
    (settle) => native.closeGroup(box, settle),
    () => undefined,
  );
}

function byName(a: ProcessGroup, b: ProcessGroup): number {
  const [first, second] = [groupFacts(a).name, groupFacts(b).name];
  return first < second ? -1 : Number(first > second);
}

/**
 * Whether this thread is in a group of all ranks.
 *
 * @example
 * if (distributed.isInitialized()) distributed.barrier();
 */
export function isInitialized(...args: readonly never[]): boolean {
  takesNothing('isInitialized', args);
  return world.group !== null;
}

/**
 * The rank of this process in a group, by default that of all ranks; -1 where it is not in it.
 *
 * @example
 * if (distributed.getRank() === 0) console.log('only the first rank says so');
 */
export function getRank(group?: GroupOrNone | null): number;
export function getRank(...args: readonly unknown[]): number {
  const { group } = readArguments('getRank', GROUP, args);
  return group === NON_GROUP_MEMBER ? -1 : groupOrDefault(group).rank();
}

/**
 * The number of ranks of a group, by default that of all ranks; -1 where this one is not in it.
 *
 * @example
 * const share = 64 / distributed.getWorldSize(); // of a batch of 64
 */
export function getWorldSize(group?: GroupOrNone | null): number;
export function getWorldSize(...args: readonly unknown[]): number {
  const { group } = readArguments('getWorldSize', GROUP, args);
  return group === NON_GROUP_MEMBER ? -1 : groupOrDefault(group).size();
}

/**
 * Ends what is under way in a group, by default that of all ranks, with an error, here and on the other ranks. Nothing can
 * be done with the group afterwards but to destroy it. For when another rank is known to be lost.
 *
 * @example
 * const group = await distributed.newGroup();
 * distributed.abortProcessGroup(group);
 * distributed.destroyProcessGroup(group);
 */
export function abortProcessGroup(group?: GroupOrNone | null): void;
export function abortProcessGroup(...args: readonly unknown[]): void {
  const { group } = readArguments('abortProcessGroup', GROUP, args);
  if (group === NON_GROUP_MEMBER) return;
  native.abortGroup(nativeOf(groupOrDefault(group, 'abortProcessGroup')));
}
