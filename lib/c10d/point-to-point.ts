import { native } from '../native/binding';
import { valueError } from '../errors';
import { int, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { Tensor } from '../tensor/tensor';
import { memberGroup } from './arguments';
import type { ProcessGroup } from './process-group';
import { checkGroupRank, chooseRank, globalRankOf, rankField } from './ranks';
import { realHandles } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, NON_GROUP_MEMBER, groupField, groupOrDefault } from './world';

export interface SendOptions {
  /** To which rank of all. */
  readonly dst?: number | null;
  /** The ranks of which both are; all by default. */
  readonly group?: GroupOrNone | null;
  /** Only a receive with the same number takes it. @defaultValue 0 */
  readonly tag?: number;
  /** {@link dst} as a rank of the group. */
  readonly groupDst?: number | null;
}

export interface RecvOptions {
  /** From which rank of all; from any if it is left out. */
  readonly src?: number | null;
  /** The ranks of which both are; all by default. */
  readonly group?: GroupOrNone | null;
  /** Takes only a send with the same number. @defaultValue 0 */
  readonly tag?: number;
  /** {@link src} as a rank of the group. */
  readonly groupSrc?: number | null;
}

const SEND = { tensor: tensor(), dst: rankField, group: groupField(), tag: int(0), groupDst: rankField };
const RECV = { tensor: tensor(), src: rankField, group: groupField(), tag: int(0), groupSrc: rankField };

function otherRank(label: string, what: string, group: ProcessGroup, rank: number): number {
  checkGroupRank(label, group, rank);
  if (rank !== group.rank()) return rank;
  throw valueError(`Invalid ${what} rank: ${what} rank should not be the same as the rank of the current process.`);
}

function sending(label: string, args: readonly unknown[], asyncOp: boolean): Work | undefined {
  const { tensor: given, dst, group, tag, groupDst } = readArguments(label, SEND, args);
  const members = memberGroup(label, group);
  if (!members) return undefined;
  const to = otherRank(label, 'destination', members, chooseRank(members, dst, groupDst));
  return launch(label, members, asyncOp, (box, wait) => native.send(box, realHandles([given]), to, tag, wait));
}

/**
 * Sends a tensor of any shape to another rank; blocks until it has gone.
 *
 * @throws TorchValueError if the other rank is this one, or is not in the group.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.send
 * @example
 * const { distributed: dist } = torch;
 * const x = torch.full([2], 3);
 * if (dist.getRank() === 0) dist.send(x, 1);
 * else dist.recv(x, 0);
 */
export function send(tensor: Tensor, options: SendOptions): void;
export function send(
  tensor: Tensor,
  dst: number | null,
  group?: GroupOrNone | null | SendOptions,
  tag?: number | SendOptions,
  groupDst?: number | null,
): void;
export function send(...args: readonly unknown[]): void {
  sending('send', args, false);
}

/**
 * Starts to send a tensor of any shape to another rank. Keep the work until it has ended.
 *
 * @returns The work; undefined where this rank is not in the group.
 * @throws TorchValueError if the other rank is this one, or is not in the group.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.isend
 * @example
 * const { distributed: dist } = torch;
 * const other = 1 - dist.getRank();
 * const mine = torch.full([2], dist.getRank());
 * const theirs = torch.zerosLike(mine);
 * await Promise.all([dist.isend(mine, other), dist.irecv(theirs, other)]);
 * theirs.equal(torch.full([2], other)); // true
 */
export function isend(tensor: Tensor, options: SendOptions): Work | undefined;
export function isend(
  tensor: Tensor,
  dst: number | null,
  group?: GroupOrNone | null | SendOptions,
  tag?: number | SendOptions,
  groupDst?: number | null,
): Work | undefined;
export function isend(...args: readonly unknown[]): Work | undefined {
  return sending('isend', args, true);
}

interface Receiving {
  readonly work: Work;
  readonly group: ProcessGroup;
  /** In the group; undefined for any. */
  readonly source: number | undefined;
}

function receiving(label: string, args: readonly unknown[]): Receiving | undefined {
  const { tensor: given, src, group, tag, groupSrc } = readArguments(label, RECV, args);
  const members = memberGroup(label, group);
  if (!members) return undefined;
  const any = src === null && groupSrc === null;
  const source = any ? undefined : otherRank(label, 'source', members, chooseRank(members, src, groupSrc));
  const work = launch(label, members, true, (box, wait) =>
    native.recv(box, realHandles([given]), source ?? -1, tag, wait),
  );
  return { work: work as Work, group: members, source };
}

/**
 * Receives a tensor from another rank; blocks until it has come.
 *
 * @param tensor Is written to: with the shape and the dtype of what was sent.
 * @returns The rank of all that has sent it; -1 where this rank is not in the group.
 * @throws TorchValueError if the other rank is this one, or is not in the group.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.recv
 * @example
 * const { distributed: dist } = torch;
 * const x = torch.zeros([3]);
 * // From whoever sends first.
 * const source = dist.getRank() === 1 ? dist.recv(x) : void dist.send(torch.ones([3]), 1);
 * x.sum().item() === (dist.getRank() === 1 && source === 0 ? 3 : 0); // true
 */
export function recv(tensor: Tensor, options?: RecvOptions): number;
export function recv(
  tensor: Tensor,
  src: number | null,
  group?: GroupOrNone | null | RecvOptions,
  tag?: number | RecvOptions,
  groupSrc?: number | null,
): number;
export function recv(...args: readonly unknown[]): number {
  const begun = receiving('recv', args);
  if (!begun) return -1;
  begun.work.wait();
  return globalRankOf(begun.group, begun.source ?? begun.work.sourceRank());
}

/**
 * Starts to receive a tensor from another rank.
 *
 * @param tensor Is written to: with the shape and the dtype of what was sent.
 * @returns The work; undefined where this rank is not in the group.
 * @throws TorchValueError if the other rank is this one, or is not in the group.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.irecv
 * @example
 * const { distributed: dist } = torch;
 * const works = dist.getRank() === 0 ? [dist.isend(torch.ones([2]), 1)] : [dist.irecv(torch.zeros([2]), 0)];
 * await Promise.all(works);
 */
export function irecv(tensor: Tensor, options?: RecvOptions): Work | undefined;
export function irecv(
  tensor: Tensor,
  src: number | null,
  group?: GroupOrNone | null | RecvOptions,
  tag?: number | RecvOptions,
  groupSrc?: number | null,
): Work | undefined;
export function irecv(...args: readonly unknown[]): Work | undefined {
  return receiving('irecv', args)?.work;
}

/** What {@link P2POp} starts. */
export type P2PFunction = typeof isend | typeof irecv;

export interface P2POpOptions {
  /** The other rank, of all. */
  readonly peer?: number | null;
  /** The ranks of which both are; all by default. */
  readonly group?: GroupOrNone | null;
  /** A receive takes only a send with the same number. @defaultValue 0 */
  readonly tag?: number;
  /** {@link peer} as a rank of the group. */
  readonly groupPeer?: number | null;
}

const P2P = {
  op: value<P2PFunction>('torch.distributed.isend or torch.distributed.irecv', (v) => v === isend || v === irecv),
  tensor: tensor(),
  peer: rankField,
  group: groupField(),
  tag: int(0),
  groupPeer: rankField,
};

/**
 * One send or receive of {@link batchIsendIrecv}.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.P2POp
 * @example
 * const { distributed: dist } = torch;
 * const receive = new dist.P2POp(dist.irecv, torch.zeros([2]), 1 - dist.getRank(), { tag: 7 });
 * receive.tag; // 7
 */
export class P2POp {
  readonly op: P2PFunction;
  readonly tensor: Tensor;
  readonly group: ProcessGroup;
  /** The other rank, of all. */
  readonly peer: number;
  /** A receive takes only a send with the same number. */
  readonly tag: number;
  /** The other rank, of the group. */
  readonly groupPeer: number;

  constructor(op: P2PFunction, tensor: Tensor, options: P2POpOptions);
  constructor(
    op: P2PFunction,
    tensor: Tensor,
    peer: number | null,
    group?: GroupOrNone | null | P2POpOptions,
    tag?: number | P2POpOptions,
    groupPeer?: number | null,
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('P2POp', P2P, args);
    if (given.group === NON_GROUP_MEMBER) throw valueError('P2POp: this rank is not part of the group');
    this.op = given.op;
    this.tensor = given.tensor;
    this.tag = given.tag;
    this.group = groupOrDefault(given.group, 'P2POp');
    this.groupPeer = checkGroupRank('P2POp', this.group, chooseRank(this.group, given.peer, given.groupPeer));
    this.peer = globalRankOf(this.group, this.groupPeer);
  }
}

const BATCH = { p2pOpList: value<readonly P2POp[]>('a list of P2POp', (v) => Array.isArray(v)) };

/**
 * Starts several sends and receives of one group, in any order, such as a ring has.
 *
 * @throws TorchValueError for an empty list, for what is no {@link P2POp}, and for ops of several groups.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.batch_isend_irecv
 * @example
 * const { distributed: dist } = torch;
 * const [rank, size] = [dist.getRank(), dist.getWorldSize()];
 * const next = new dist.P2POp(dist.isend, torch.full([1], rank), (rank + 1) % size);
 * const last = new dist.P2POp(dist.irecv, torch.zeros([1], { dtype: torch.int64 }), (rank - 1 + size) % size);
 * for (const work of dist.batchIsendIrecv([next, last])) await work;
 */
export function batchIsendIrecv(p2pOpList: readonly P2POp[]): Work[];
export function batchIsendIrecv(...args: readonly unknown[]): Work[] {
  const { p2pOpList } = readArguments('batchIsendIrecv', BATCH, args);
  const [first] = p2pOpList;
  if (!first || !p2pOpList.every((one) => one instanceof P2POp)) {
    throw valueError('Invalid `p2pOpList`. Each op is expected to be of type `torch.distributed.P2POp`.');
  }
  if (p2pOpList.some(({ group }) => group !== first.group)) throw valueError('All ops need to use the same group.');
  return p2pOpList.flatMap(({ op, tensor: given, group, tag, groupPeer }) => {
    const work =
      op === isend
        ? isend(given, { group, tag, groupDst: groupPeer })
        : irecv(given, { group, tag, groupSrc: groupPeer });
    return work ?? [];
  });
}
