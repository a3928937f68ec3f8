import { createHash } from 'node:crypto';
import { native } from '../native/binding';
import { runtimeError, valueError } from '../errors';
import { bool, float, int, keyword, listOfInts, nullable, str, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { BackendLike } from './backend';
import { type GroupPlan, openGroup } from './open-group';
import { groupFacts, type ProcessGroup } from './process-group';
import { getProcessGroupRanks } from './ranks';
import { PrefixStore, type Store, beside, closeWhole } from './store';
import { milliseconds } from './time';
import { type GroupOrNone, NON_GROUP_MEMBER, defaultGroup, groupField, liveGroup, world } from './world';

export interface NewGroupOptions {
  /** The ranks of all that are in the group; every rank by default. */
  readonly ranks?: readonly number[] | null;
  /** How long its operations may take, in seconds; by default that of the group of all ranks. */
  readonly timeout?: number | null;
  /** By default that of the group of all ranks. */
  readonly backend?: BackendLike | null;
  /** Whether only the group's own ranks call this; its name is then made of their numbers. @defaultValue false */
  readonly useLocalSynchronization?: boolean;
  /** What errors call the group. @defaultValue null, which means 'undefined' */
  readonly groupDesc?: string | null;
  /** Whether the ranks are numbered in their order among all ranks, and not in that of the list. @defaultValue true */
  readonly sortRanks?: boolean;
}

const TABLE = {
  ranks: nullable(listOfInts()),
  timeout: nullable(float()),
  backend: nullable(str()),
  useLocalSynchronization: keyword(bool(false)),
  groupDesc: keyword(nullable(str())),
  sortRanks: keyword(bool(true)),
};

function checkRanks(ranks: readonly number[], worldSize: number): void {
  if (new Set(ranks).size !== ranks.length) {
    throw valueError(`ranks list must not contain duplicate entries, got [${ranks.join(', ')}]`);
  }
  if (ranks.length > worldSize) {
    throw valueError("the new group's world size should be less or equal to the world size set by initProcessGroup");
  }
  for (const rank of ranks) {
    if (rank >= 0 && rank < worldSize) continue;
    throw valueError(`Rank ${rank} is out of range. Valid ranks are 0 to ${worldSize - 1} (worldSize=${worldSize})`);
  }
}

/** As Python names a group: by number, or by a hash of its ranks and how many groups there are. */
function groupName(ranks: readonly number[], hashed: boolean): string {
  if (!hashed) return String(world.count++);
  return createHash('sha1')
    .update([...ranks, world.groups.size].join('_'))
    .digest('hex');
}

/** The keys of a group stand in the store of the group of all ranks, behind that one's name. */
function storeOf(group: ProcessGroup): Store {
  const { store, name } = groupFacts(group);
  return new PrefixStore(`${name}/`, store);
}

/**
 * Makes a group of some ranks. All ranks call it, in the same order, those too that are not in the group: they get
 * {@link NON_GROUP_MEMBER}, which collectives take and do nothing. Several may be asked for at once, and are made one after
 * another.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.new_group
 * @example
 * const even = await torch.distributed.newGroup([0]);
 * torch.distributed.allReduce(torch.ones([1]), { group: even });
 */
export async function newGroup(options?: NewGroupOptions): Promise<GroupOrNone>;
export async function newGroup(
  ranks: readonly number[] | null,
  timeout?: number | null | NewGroupOptions,
  backend?: BackendLike | null | NewGroupOptions,
  options?: NewGroupOptions,
): Promise<GroupOrNone>;
export async function newGroup(...args: readonly unknown[]): Promise<GroupOrNone> {
  const given = readArguments('newGroup', TABLE, args);
  return makeGroup({
    ...given,
    timeout: given.timeout === null ? null : milliseconds('newGroup', given.timeout),
  });
}

interface Wanted {
  readonly ranks: readonly number[] | null;
  /** In milliseconds. */
  readonly timeout: number | null;
  readonly backend: string | null;
  readonly useLocalSynchronization?: boolean;
  readonly groupDesc: string | null;
  readonly sortRanks?: boolean;
}

/**
 * Makes groups one after another, in the order of the calls, which is that of all ranks: the name of a group depends on how
 * many have been made before it.
 */
function makeGroup(wanted: Wanted): Promise<GroupOrNone> {
  const parent = defaultGroup();
  const made = world.making.then(() => makeNext(parent, wanted));
  world.making = made.catch(() => undefined);
  return made;
}

async function makeNext(parent: ProcessGroup, wanted: Wanted): Promise<GroupOrNone> {
  const facts = groupFacts(liveGroup(parent));
  const { useLocalSynchronization: local = false, sortRanks = true } = wanted;
  if (local && wanted.ranks !== null && !wanted.ranks.includes(parent.rank())) return NON_GROUP_MEMBER;
  const all = wanted.ranks ?? facts.ranks;
  const ranks = sortRanks ? [...all].sort((a, b) => a - b) : [...all];
  checkRanks(ranks, parent.size());
  const name = groupName(ranks, local);
  const rank = ranks.indexOf(parent.rank());
  if (rank < 0) return NON_GROUP_MEMBER;
  const plan: GroupPlan = {
    ...{ store: storeOf(parent), rank, size: ranks.length, name, globalRanks: ranks },
    description: wanted.groupDesc ?? 'undefined',
    backend: wanted.backend ?? facts.backend,
    timeout: wanted.timeout ?? facts.timeout,
  };
  // What waits for the others answers nobody else, and the store may be the program's. One that has gone fails the opening,
  // which says what that means.
  const own = await beside(plan.store).catch(() => plan.store);
  try {
    return await openGroup(plan, own);
  } finally {
    // The group keeps the connection.
    if (own !== plan.store) closeWhole(own);
  }
}

/** Options of {@link newSubgroups} and {@link newSubgroupsByEnumeration}. */
export interface SubgroupsOptions {
  /** How long operations may take, in seconds; by default as in the group of all ranks. */
  readonly timeout?: number | null;
  /** By default that of the group of all ranks. */
  readonly backend?: BackendLike | null;
  /** What errors call the groups. */
  readonly groupDesc?: string | null;
}

/** The group that this rank is in, and all of them. */
export type Subgroups = [current: GroupOrNone | undefined, all: GroupOrNone[]];

const SUBGROUPS = {
  groupSize: nullable(int()),
  group: groupField(),
  timeout: nullable(float()),
  backend: nullable(str()),
  groupDesc: keyword(nullable(str())),
};

/**
 * Divides the ranks into groups of equal size, of neighbors.
 *
 * @param groupSize By default the number of GPUs.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.new_subgroups
 * @example
 * // Groups of as many neighbours as a machine has ranks; here there is one rank.
 * const [mine, all] = await distributed.newSubgroups(1);
 * all.length; // 1
 */
export async function newSubgroups(
  groupSize?: number | null,
  options?: SubgroupsOptions & {
    /** The group whose ranks are divided. @defaultValue null, which means that of all ranks */
    readonly group?: ProcessGroup | null;
  },
): Promise<Subgroups>;
export async function newSubgroups(...args: readonly unknown[]): Promise<Subgroups> {
  const given = readArguments('newSubgroups', SUBGROUPS, args);
  const gpus = native.cudaDeviceCount();
  const groupSize = given.groupSize ?? gpus;
  if (given.groupSize === null && gpus === 0) {
    throw valueError(
      'Default group size only takes effect when CUDA is available. If your subgroup using a backend that does not ' +
        "depend on CUDA, please pass in 'groupSize' correctly.",
    );
  }
  if (groupSize <= 0) throw valueError(`The arg 'groupSize' (${groupSize}) must be positive`);
  const ranks = getProcessGroupRanks(given.group as ProcessGroup | null);
  const size = ranks.length;
  if (size < groupSize) throw valueError(`The arg 'groupSize' (${groupSize}) must not exceed the world size (${size})`);
  if (size % groupSize !== 0)
    throw valueError(`The world size (${size}) must be divisible by 'groupSize=${groupSize}'`);
  const lists = Array.from({ length: size / groupSize }, (_, i) => ranks.slice(i * groupSize, (i + 1) * groupSize));
  return enumerate('newSubgroups', lists, given);
}

const ENUMERATION = {
  ranksPerSubgroupList: value<readonly (readonly number[])[]>(
    'a list of lists of ranks',
    (v) => Array.isArray(v) && v.every((list) => listOfInts().fits(list)),
  ),
  timeout: nullable(float()),
  backend: nullable(str()),
  groupDesc: keyword(nullable(str())),
};

/**
 * Divides the ranks into groups as the lists say.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.new_subgroups_by_enumeration
 * @example
 * const [mine, all] = await distributed.newSubgroupsByEnumeration([[0]]);
 * all.length; // 1
 */
export async function newSubgroupsByEnumeration(
  ranksPerSubgroupList: readonly (readonly number[])[],
  options?: SubgroupsOptions,
): Promise<Subgroups>;
export async function newSubgroupsByEnumeration(...args: readonly unknown[]): Promise<Subgroups> {
  const given = readArguments('newSubgroupsByEnumeration', ENUMERATION, args);
  return enumerate('newSubgroupsByEnumeration', given.ranksPerSubgroupList, given);
}

interface Common {
  readonly timeout: number | null;
  readonly backend: string | null;
  readonly groupDesc: string | null;
}

async function enumerate(label: string, lists: readonly (readonly number[])[], common: Common): Promise<Subgroups> {
  if (lists.length === 0) throw valueError("The arg 'ranksPerSubgroupList' cannot be empty");
  requireDisjoint(lists);
  const timeout = common.timeout === null ? null : milliseconds(label, common.timeout);
  const rank = defaultGroup().rank();
  const all: GroupOrNone[] = [];
  let current: GroupOrNone | undefined;
  for (const ranks of lists) {
    const group = await makeGroup({ ...common, ranks, timeout });
    all.push(group);
    if (ranks.includes(rank)) current = group;
  }
  return [current, all];
}

function requireDisjoint(lists: readonly (readonly number[])[]): void {
  const seen = new Map<number, readonly number[]>();
  for (const ranks of lists) {
    for (const rank of ranks) {
      const other = seen.get(rank);
      if (other) {
        throw valueError(`Rank ${rank} has appeared in both subgroup [${other.join(', ')}] and [${ranks.join(', ')}]`);
      }
      seen.set(rank, ranks);
    }
  }
}

/**
 * Splits a group that is bound to a GPU, as NCCL can. A group on the CPU is refused, as in Python: use {@link newGroup}.
 *
 * @throws TorchError for a group that no GPU is bound to.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.split_group
 * @example
 * const why = await distributed.splitGroup(null, [[0]]).catch((error: Error) => error.message);
 * String(why).startsWith('No device associated with the default pg'); // true
 */
export async function splitGroup(
  parentPg?: ProcessGroup | null,
  splitRanks?: readonly (readonly number[])[] | null,
): Promise<ProcessGroup>;
export async function splitGroup(...args: readonly unknown[]): Promise<ProcessGroup> {
  const { splitRanks } = readArguments('splitGroup', SPLIT, args);
  if (splitRanks === null || splitRanks.length === 0) throw valueError('splitRanks cannot be null or empty');
  defaultGroup();
  throw runtimeError(
    'No device associated with the default pg, not safe to split any process groups; newGroup() makes a group of some ranks',
  );
}

const SPLIT = { parentPg: groupField(), splitRanks: nullable(ENUMERATION.ranksPerSubgroupList) };
