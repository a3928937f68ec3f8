import { native } from '../native/binding';
import { valueError } from '../errors';
import { nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { Tensor } from '../tensor/tensor';
import { type Async, type CollectiveOptions, type Sync, asyncField, handles, memberGroup } from './arguments';
import { checkGroupRank, chooseRank, rankField } from './ranks';
import { realHandles, requireOneDtype, tensorArray } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface GatherOptions extends CollectiveOptions {
  /** Which rank of all gets the tensors. @defaultValue null, which means 0, unless `groupDst` is given */
  readonly dst?: number | null;
  /** {@link dst} as a rank of the group. */
  readonly groupDst?: number | null;
}

export interface ScatterOptions extends CollectiveOptions {
  /** Which rank of all has the tensors. @defaultValue null, which means 0, unless `groupSrc` is given */
  readonly src?: number | null;
  /** {@link src} as a rank of the group. */
  readonly groupSrc?: number | null;
}

const GATHER = {
  tensor: tensor(),
  gatherList: nullable(tensorArray()),
  dst: rankField,
  group: groupField(),
  asyncOp: asyncField,
  groupDst: rankField,
};

/** A list is given where it is used, and nowhere else. @internal */
export function checkGatherList(isRoot: boolean, list: readonly unknown[]): void {
  if (isRoot && list.length === 0) throw valueError('Argument `gatherList` must be specified on destination rank.');
  if (!isRoot && list.length > 0) {
    throw valueError('Argument `gatherList` must NOT be specified on non-destination ranks.');
  }
}

/**
 * Gathers a tensor of each rank, on one rank.
 *
 * @param gatherList On that rank, a tensor for each rank, which is written to; null on the others.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.gather
 * @example
 * const isFirst = torch.distributed.getRank() === 0;
 * const all = Array.from({ length: torch.distributed.getWorldSize() }, () => torch.zeros([2]));
 * torch.distributed.gather(torch.ones([2]), isFirst ? all : null, { dst: 0 });
 */
export function gather(tensor: Tensor, gatherList: readonly Tensor[] | null, options: GatherOptions & Async): Work;
export function gather(
  tensor: Tensor,
  gatherList?: readonly Tensor[] | null,
  options?: GatherOptions & Sync,
): undefined;
export function gather(
  tensor: Tensor,
  gatherList?: readonly Tensor[] | null | GatherOptions,
  dst?: number | null | GatherOptions,
  group?: GroupOrNone | null | GatherOptions,
  asyncOp?: boolean | GatherOptions,
  groupDst?: number | null,
): Work | undefined;
export function gather(...args: readonly unknown[]): Work | undefined {
  const given = readArguments('gather', GATHER, args);
  const list = given.gatherList ?? [];
  requireOneDtype([given.tensor, ...list]);
  const members = memberGroup('gather', given.group);
  if (!members) return undefined;
  const dst = given.dst === null && given.groupDst === null ? 0 : given.dst;
  const root = checkGroupRank('gather', members, chooseRank(members, dst, given.groupDst));
  const isRoot = root === members.rank();
  checkGatherList(isRoot, list);
  return launch('gather', members, given.asyncOp, (box, wait) =>
    native.gather(box, isRoot ? [handles(list)] : [], handles([given.tensor]), root, wait),
  );
}

const SCATTER = {
  tensor: tensor(),
  scatterList: nullable(tensorArray()),
  src: rankField,
  group: groupField(),
  asyncOp: asyncField,
  groupSrc: rankField,
};

function checkScatterList(isRoot: boolean, list: readonly Tensor[]): void {
  if (isRoot && list.length === 0) throw valueError('Argument `scatterList` must be specified on source rank.');
  if (!isRoot && list.length > 0) {
    throw valueError('Argument `scatterList` must NOT be specified on non-source ranks.');
  }
}

/**
 * Gives each rank one of the tensors that one rank has.
 *
 * @param tensor Is written to.
 * @param scatterList On that rank, a tensor for each rank; null on the others.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.scatter
 * @example
 * const isFirst = torch.distributed.getRank() === 0;
 * const parts = Array.from({ length: torch.distributed.getWorldSize() }, (_, i) => torch.zeros([2]).add(i));
 * torch.distributed.scatter(torch.zeros([2]), isFirst ? parts : null, { src: 0 });
 */
export function scatter(tensor: Tensor, scatterList: readonly Tensor[] | null, options: ScatterOptions & Async): Work;
export function scatter(
  tensor: Tensor,
  scatterList?: readonly Tensor[] | null,
  options?: ScatterOptions & Sync,
): undefined;
export function scatter(
  tensor: Tensor,
  scatterList?: readonly Tensor[] | null | ScatterOptions,
  src?: number | null | ScatterOptions,
  group?: GroupOrNone | null | ScatterOptions,
  asyncOp?: boolean | ScatterOptions,
  groupSrc?: number | null,
): Work | undefined;
export function scatter(...args: readonly unknown[]): Work | undefined {
  const given = readArguments('scatter', SCATTER, args);
  const list = given.scatterList ?? [];
  requireOneDtype([given.tensor, ...list]);
  const members = memberGroup('scatter', given.group);
  if (!members) return undefined;
  const src = given.src === null && given.groupSrc === null ? 0 : given.src;
  const root = checkGroupRank('scatter', members, chooseRank(members, src, given.groupSrc));
  const isRoot = root === members.rank();
  checkScatterList(isRoot, list);
  return launch('scatter', members, given.asyncOp, (box, wait) =>
    native.scatter(box, realHandles([given.tensor]), isRoot ? [realHandles(list)] : [], root, wait),
  );
}
