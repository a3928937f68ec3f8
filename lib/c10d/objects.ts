import { TorchError, runtimeError, valueError } from '../errors';
import { messageOf } from '../arguments/describe';
import { type Field, any, bool, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { dumps, loads } from '../serialization/save';
import { memberGroup } from './arguments';
import {
  type WorkSteps,
  allGatherBytes,
  broadcastBytes,
  bytesOf,
  bytesTensor,
  cut,
  gatherBytes,
  runLater,
  runNow,
  scatterBytes,
  sizesOf,
  sizesTensor,
  sum,
  zeroBytes,
} from './bytes';
import { checkGatherList } from './gather';
import { irecv, isend } from './point-to-point';
import type { ProcessGroup } from './process-group';
import { checkGroupRank, chooseRank, globalRankOf, rankField } from './ranks';
import { type GroupOrNone, groupField } from './world';

/**
 * Collectives of objects: what `torch.save` takes, as pickles, which Python's ranks read and write. They are read with the
 * list of safe names of `torch.load`: nothing that a pickle says is run.
 */

/** Options of a collective of objects. */
export interface ObjectOptions {
  /** The ranks that take part; all of them by default. */
  readonly group?: GroupOrNone | null;
  /**
   * Gives a promise at once, in place of blocking this thread until the end. Start nothing else on the group before it
   * settles. @defaultValue false
   */
  readonly asyncOp?: boolean;
}

export interface ObjectSourceOptions extends ObjectOptions {
  /**
   * Which rank of all has the objects. {@link recvObjectList} needs this or `groupSrc`.
   * @defaultValue null, which means 0 in the other functions, unless `groupSrc` is given
   */
  readonly src?: number | null;
  /** {@link src} as a rank of the group. */
  readonly groupSrc?: number | null;
}

export interface ObjectTargetOptions extends ObjectOptions {
  /**
   * Which rank of all gets the objects. {@link sendObjectList} needs this or `groupDst`.
   * @defaultValue null, which means 0 in the other functions, unless `groupDst` is given
   */
  readonly dst?: number | null;
  /** {@link dst} as a rank of the group. */
  readonly groupDst?: number | null;
}

interface Promised {
  readonly asyncOp: true;
}
interface Blocking {
  readonly asyncOp?: false | undefined;
}

const run = <T>(steps: WorkSteps<T>, asyncOp: boolean): T | Promise<T> => (asyncOp ? runLater(steps) : runNow(steps));

function unpickle(label: string, from: string, bytes: Uint8Array): unknown {
  try {
    return loads(bytes);
  } catch (cause) {
    if (!(cause instanceof TorchError)) throw cause;
    throw runtimeError(`${label}: an object from ${from} cannot be read: ${messageOf(cause)}`, {
      code: cause.code,
      cause,
    });
  }
}

/** Puts what was received into the places for it. */
function unpickleAll(label: string, from: string, pickles: readonly Uint8Array[], into: unknown[]): void {
  for (const [i, bytes] of pickles.entries()) into[i] = unpickle(label, from, bytes);
}

/** Puts an object of each rank into the places for them. */
function unpickleEach(label: string, group: ProcessGroup, pickles: readonly Uint8Array[], into: unknown[]): void {
  for (const [i, bytes] of pickles.entries()) into[i] = unpickle(label, `rank ${globalRankOf(group, i)}`, bytes);
}

const list = (): Field<unknown[]> => value<unknown[]>('an array', Array.isArray);
const asyncField = keyword(bool(false));

const ALL_GATHER = { objectList: list(), obj: any(), group: groupField(), asyncOp: asyncField };

/**
 * Gathers an object of each rank, on all ranks.
 *
 * @param objectList Gets an object for each rank.
 * @param obj This rank's.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_gather_object
 * @example
 * const all = new Array(torch.distributed.getWorldSize());
 * await torch.distributed.allGatherObject(all, { rank: torch.distributed.getRank() }, { asyncOp: true });
 */
export function allGatherObject(objectList: unknown[], obj: unknown, options: ObjectOptions & Promised): Promise<void>;
export function allGatherObject(objectList: unknown[], obj: unknown, options?: ObjectOptions & Blocking): void;
export function allGatherObject(objectList: unknown[], obj: unknown, group: GroupOrNone | null): void;
export function allGatherObject(...args: readonly unknown[]): Promise<void> | void {
  // The object itself may be a plain one, which is no object of options.
  const [objectList, obj, ...rest] = args;
  const given = readArguments('allGatherObject', ALL_GATHER, [objectList, null, ...rest]);
  const group = memberGroup('allGatherObject', given.group);
  if (!group) return undefined;
  return run(allGatherSteps(group, given.objectList, obj), given.asyncOp);
}

function* allGatherSteps(group: ProcessGroup, objectList: unknown[], obj: unknown): WorkSteps<void> {
  const label = 'allGatherObject';
  unpickleEach(label, group, yield* allGatherBytes(label, group, dumps(obj)), objectList);
}

const GATHER = {
  obj: any(),
  objectGatherList: nullable(list()),
  dst: rankField,
  group: groupField(),
  groupDst: rankField,
  asyncOp: asyncField,
};

/**
 * Gathers an object of each rank, on one rank.
 *
 * @param objectGatherList On that rank, gets an object for each rank; null on the others.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.gather_object
 * @example
 * const objects = distributed.getRank() === 0 ? new Array(distributed.getWorldSize()) : null;
 * distributed.gatherObject({ loss: 0.5 }, objects, { dst: 0 });
 * objects?.[0].loss; // 0.5
 */
export function gatherObject(
  obj: unknown,
  objectGatherList: unknown[] | null,
  options: ObjectTargetOptions & Promised,
): Promise<void>;
export function gatherObject(
  obj: unknown,
  objectGatherList?: unknown[] | null,
  options?: ObjectTargetOptions & Blocking,
): void;
export function gatherObject(
  obj: unknown,
  objectGatherList: unknown[] | null,
  dst: number | null,
  group?: GroupOrNone | null,
  groupDst?: number | null,
): void;
export function gatherObject(...args: readonly unknown[]): Promise<void> | void {
  const [obj, ...rest] = args;
  const given = readArguments('gatherObject', GATHER, [null, ...rest]);
  const group = memberGroup('gatherObject', given.group);
  if (!group) return undefined;
  const dst = given.dst === null && given.groupDst === null ? 0 : given.dst;
  const root = checkGroupRank('gatherObject', group, chooseRank(group, dst, given.groupDst));
  const isRoot = root === group.rank();
  if (isRoot && given.objectGatherList === null) checkGatherList(true, []);
  if (!isRoot && given.objectGatherList?.length) checkGatherList(false, [0]);
  return run(gatherSteps(group, obj, isRoot ? given.objectGatherList : null, root), given.asyncOp);
}

function* gatherSteps(group: ProcessGroup, obj: unknown, into: unknown[] | null, root: number): WorkSteps<void> {
  const label = 'gatherObject';
  const pickles = yield* gatherBytes(label, group, dumps(obj), root);
  if (into && pickles) unpickleEach(label, group, pickles, into);
}

const BROADCAST = {
  objectList: list(),
  src: rankField,
  group: groupField(),
  device: nullable(any()),
  groupSrc: rankField,
  asyncOp: asyncField,
};

/**
 * Copies objects from one rank to all others.
 *
 * @param objectList On that rank the objects; on the others as many places, which get them.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.broadcast_object_list
 * @example
 * const objects = torch.distributed.getRank() === 0 ? ['config', { lr: 0.1 }] : [null, null];
 * torch.distributed.broadcastObjectList(objects, { src: 0 });
 */
export function broadcastObjectList(objectList: unknown[], options: ObjectSourceOptions & Promised): Promise<void>;
export function broadcastObjectList(objectList: unknown[], options?: ObjectSourceOptions & Blocking): void;
export function broadcastObjectList(objectList: unknown[], src: number | null, group?: GroupOrNone | null): void;
export function broadcastObjectList(...args: readonly unknown[]): Promise<void> | void {
  const given = readArguments('broadcastObjectList', BROADCAST, args);
  const group = memberGroup('broadcastObjectList', given.group);
  if (!group) return undefined;
  if (given.objectList.length === 0) throw valueError('broadcastObjectList: the list has no object');
  const src = given.src === null && given.groupSrc === null ? 0 : given.src;
  const root = checkGroupRank('broadcastObjectList', group, chooseRank(group, src, given.groupSrc));
  return run(broadcastSteps(group, given.objectList, root), given.asyncOp);
}

function* broadcastSteps(group: ProcessGroup, objects: unknown[], root: number): WorkSteps<void> {
  const label = 'broadcastObjectList';
  const isRoot = root === group.rank();
  const pickles = yield* broadcastBytes(label, group, isRoot ? objects.map(dumps) : objects.length, root);
  if (!isRoot) unpickleAll(label, `rank ${globalRankOf(group, root)}`, pickles, objects);
}

const SCATTER = {
  scatterObjectOutputList: list(),
  scatterObjectInputList: nullable(list()),
  src: rankField,
  group: groupField(),
  groupSrc: rankField,
  asyncOp: asyncField,
};

/**
 * Gives each rank one of the objects that one rank has.
 *
 * @param scatterObjectOutputList Its first place gets the object.
 * @param scatterObjectInputList On that rank, an object for each rank; null on the others.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.scatter_object_list
 * @example
 * const shares = distributed.getRank() === 0 ? Array.from({ length: distributed.getWorldSize() }, (_, rank) => `file-${rank}`) : null;
 * const mine = [null];
 * distributed.scatterObjectList(mine, shares, { src: 0 });
 * mine[0]; // 'file-0'
 */
export function scatterObjectList(
  scatterObjectOutputList: unknown[],
  scatterObjectInputList: unknown[] | null,
  options: ObjectSourceOptions & Promised,
): Promise<void>;
export function scatterObjectList(
  scatterObjectOutputList: unknown[],
  scatterObjectInputList?: unknown[] | null,
  options?: ObjectSourceOptions & Blocking,
): void;
export function scatterObjectList(
  scatterObjectOutputList: unknown[],
  scatterObjectInputList: unknown[] | null,
  src: number | null,
  group?: GroupOrNone | null,
): void;
export function scatterObjectList(...args: readonly unknown[]): Promise<void> | void {
  const given = readArguments('scatterObjectList', SCATTER, args);
  const group = memberGroup('scatterObjectList', given.group);
  if (!group) return undefined;
  if (given.scatterObjectOutputList.length < 1) {
    throw valueError('Expected argument scatterObjectOutputList to be a list of size at least 1.');
  }
  const src = given.src === null && given.groupSrc === null ? 0 : given.src;
  const root = checkGroupRank('scatterObjectList', group, chooseRank(group, src, given.groupSrc));
  const objects = root === group.rank() ? given.scatterObjectInputList : undefined;
  if (objects === null) throw valueError('source rank must provide non-null scatterObjectInputList');
  if (objects && objects.length !== group.size()) {
    throw valueError(`scatterObjectList: ${objects.length} objects for ${group.size()} ranks`);
  }
  return run(scatterSteps(group, given.scatterObjectOutputList, objects, root), given.asyncOp);
}

function* scatterSteps(
  group: ProcessGroup,
  into: unknown[],
  objects: readonly unknown[] | undefined,
  root: number,
): WorkSteps<void> {
  const label = 'scatterObjectList';
  const pickle = yield* scatterBytes(label, group, objects?.map(dumps) ?? null, root);
  into[0] = unpickle(label, `rank ${globalRankOf(group, root)}`, pickle);
}

const SEND = {
  objectList: list(),
  dst: rankField,
  group: groupField(),
  device: nullable(any()),
  groupDst: rankField,
  asyncOp: asyncField,
};

/**
 * Sends objects to another rank.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.send_object_list
 * @example
 * const { distributed: dist } = torch;
 * const objects: unknown[] = dist.getRank() === 0 ? ['settings', { lr: 0.1 }] : [null, null];
 * if (dist.getRank() === 0) dist.sendObjectList(objects, 1);
 * else dist.recvObjectList(objects, 0);
 * (objects[1] as { lr: number }).lr; // 0.1
 */
export function sendObjectList(objectList: unknown[], options: ObjectTargetOptions & Promised): Promise<void>;
export function sendObjectList(objectList: unknown[], options: ObjectTargetOptions & Blocking): void;
export function sendObjectList(objectList: unknown[], dst: number | null, group?: GroupOrNone | null): void;
export function sendObjectList(...args: readonly unknown[]): Promise<void> | void {
  const given = readArguments('sendObjectList', SEND, args);
  const group = memberGroup('sendObjectList', given.group);
  if (!group) return undefined;
  if (given.objectList.length === 0) throw valueError('sendObjectList: the list has no object');
  const to = chooseRank(group, given.dst, given.groupDst);
  return run(sendSteps(group, given.objectList, to), given.asyncOp);
}

function* sendSteps(group: ProcessGroup, objects: readonly unknown[], to: number): WorkSteps<void> {
  const pickles = objects.map(dumps);
  yield isend(
    sizesTensor(
      pickles.map(({ length }) => length),
      group,
    ),
    { groupDst: to, group },
  );
  yield isend(bytesTensor(Buffer.concat(pickles), group), { groupDst: to, group });
}

const RECV = {
  objectList: list(),
  src: rankField,
  group: groupField(),
  device: nullable(any()),
  groupSrc: rankField,
  asyncOp: asyncField,
};

/**
 * Receives objects from another rank.
 *
 * @param objectList As many places as objects come; they get them.
 * @returns The rank of all that has sent them; -1 where this rank is not in the group.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.recv_object_list
 * @example
 * const { distributed: dist } = torch;
 * const places = [null, null];
 * const source = dist.getRank() === 1 ? dist.recvObjectList(places, 0) : void dist.sendObjectList(['a', 'b'], 1);
 * source; // the rank that has sent them: 0
 * dist.getRank() === 0 || places.join() === 'a,b'; // true
 */
export function recvObjectList(objectList: unknown[], options: ObjectSourceOptions & Promised): Promise<number>;
export function recvObjectList(objectList: unknown[], options?: ObjectSourceOptions & Blocking): number;
export function recvObjectList(objectList: unknown[], src: number | null, group?: GroupOrNone | null): number;
export function recvObjectList(...args: readonly unknown[]): Promise<number> | number {
  const given = readArguments('recvObjectList', RECV, args);
  const group = memberGroup('recvObjectList', given.group);
  if (!group) return given.asyncOp ? Promise.resolve(-1) : -1;
  const from = chooseRank(group, given.src, given.groupSrc);
  return run(recvSteps(group, given.objectList, from), given.asyncOp);
}

function* recvSteps(group: ProcessGroup, objects: unknown[], from: number): WorkSteps<number> {
  const label = 'recvObjectList';
  const sizes = sizesTensor(
    objects.map(() => 0),
    group,
  );
  yield irecv(sizes, { groupSrc: from, group });
  const lengths = sizesOf(label, sizes);
  const row = zeroBytes(sum(lengths), group);
  yield irecv(row, { groupSrc: from, group });
  const rank = globalRankOf(group, from);
  unpickleAll(label, `rank ${rank}`, cut(bytesOf(row), lengths), objects);
  return rank;
}
