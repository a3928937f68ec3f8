import type { Synchronous } from '../../../arguments/synchronous';
import { refuseSurplus } from '../../../arguments/read';
import { allReduce } from '../../../c10d/all-reduce';
import type { Future } from '../../../c10d/future';
import type { ProcessGroup } from '../../../c10d/process-group';
import { groupOrDefault } from '../../../c10d/world';
import type { GradBucket } from '../../../nn/parallel';
import { cat, empty, randn, stack, zeros } from '../../../ops/generated/functions';
import type { Tensor } from '../../../ops/tensor-methods';
import { forkRng, manualSeed } from '../../../random/index';
import { allreduceHook } from './default-hooks';
import { orthogonalize } from './orthogonalize';
import { forgetAll, type PowerSGDState, remember } from './power-sgd-state';
import { volumeOf } from '../../../arguments/extents';

export { type PowerSGDOptions, PowerSGDState } from './power-sgd-state';

const sum = (tensor: Tensor, group: ProcessGroup): Future<Tensor> =>
  allReduce(tensor, { group, asyncOp: true })
    .getFuture()
    .then(([total]) => total as Tensor);

/** Runs with a seed that the state draws; what is drawn elsewhere does not change. */
function seeded<R>({ random }: PowerSGDState, body: () => Synchronous<R>): R {
  return forkRng({ devices: [] }, () => {
    manualSeed(random.randint(1_000_000_000));
    return body();
  });
}

/** Adds what the step before has lost, and gives a copy of the sum to find out what this one loses. */
function withError(state: PowerSGDState, bucket: GradBucket, buffer: Tensor): Tensor | null {
  if (!state.useErrorFeedback) return null;
  const error = state.errorDict.get(bucket.index());
  if (error) buffer.add_(error);
  else remember(state.errorDict, bucket.index(), zeros(buffer.shape, { dtype: buffer.dtype, device: buffer.device }));
  return buffer.clone();
}

function finish(state: PowerSGDState, bucket: GradBucket, buffer: Tensor, before: Tensor | null): void {
  if (before) remember(state.errorDict, bucket.index(), before.sub(buffer));
  if (!state.warmStart) {
    forgetAll(state.pMemoryDict);
    forgetAll(state.qMemoryDict);
  }
}

/** A matrix that is sent as a product, or several of one shape, with the places of its factors. */
interface Compressed {
  /** `[b, n, m]` */
  readonly matrices: Tensor;
  /** The gradients of which `matrices` is a copy; none where it is a view. */
  readonly originals: readonly Tensor[];
  /** `[b, n, r]` */
  readonly p: Tensor;
  /** `[b, m, r]` */
  readonly q: Tensor;
}

interface Parts {
  readonly matrices: readonly Tensor[];
  readonly plain: readonly Tensor[];
}

const extents = (tensor: Tensor): [number, number] => tensor.shape.slice(-2) as [number, number];
const rankOf = ({ matrixApproximationRank }: PowerSGDState, n: number, m: number): number =>
  Math.min(n, m, matrixApproximationRank);

/** Which gradients are worth it; the others are sent as they are. */
function partsOf(state: PowerSGDState, gradients: readonly Tensor[]): Parts {
  const [matrices, plain]: [Tensor[], Tensor[]] = [[], []];
  for (const gradient of gradients) {
    const matrix = gradient.view([gradient.shape[0] ?? 1, -1]);
    const [n, m] = extents(matrix);
    const whole = n * m;
    const small = (n + m) * rankOf(state, n, m);
    const worth = small * state.minCompressionRate < whole;
    (worth ? matrices : plain).push(worth ? matrix : gradient);
    state.totalNumelBeforeCompression += whole;
    state.totalNumelAfterCompression += worth ? small : whole;
  }
  return { matrices, plain };
}

/** Matrices of one shape stand together, and are computed together if that is wanted. */
function batches(state: PowerSGDState, matrices: readonly Tensor[]): Pick<Compressed, 'matrices' | 'originals'>[] {
  const byShape = new Map<string, Tensor[]>();
  for (const matrix of matrices) {
    const shape = matrix.shape.join();
    byShape.set(shape, [...(byShape.get(shape) ?? []), matrix]);
  }
  return [...byShape.values()].flatMap((alike) =>
    state.batchTensorsWithSameShape && alike.length > 1
      ? [{ matrices: stack(alike), originals: alike }]
      : alike.map((one) => ({ matrices: one.unsqueeze(0), originals: [] })),
  );
}

/** The factors' memory is one tensor for each side of a bucket, so that one message sends it. */
function placed(state: PowerSGDState, bucket: GradBucket, matrices: readonly Tensor[]): [Compressed[], boolean] {
  const buffer = bucket.buffer();
  const index = bucket.index();
  const like = { dtype: buffer.dtype, device: buffer.device };
  const groups = batches(state, matrices);
  const size = (side: 0 | 1): number =>
    matrices.reduce((total, one) => total + extents(one)[side] * rankOf(state, ...extents(one)), 0);
  const fresh = !state.warmStart || !state.pMemoryDict.has(index);
  if (fresh) {
    remember(state.pMemoryDict, index, empty([size(0)], like));
    remember(state.qMemoryDict, index, empty([size(1)], like));
  }
  const offsets = [0, 0];
  const part = (memory: Tensor, side: 0 | 1, batch: Tensor): Tensor => {
    const [count = 1] = batch.shape;
    const shape = [count, extents(batch)[side], rankOf(state, ...extents(batch))];
    const length = volumeOf(shape);
    const view = memory.narrow(0, offsets[side] as number, length).view(shape);
    offsets[side] = (offsets[side] as number) + length;
    return view;
  };
  const [ps, qs] = [state.pMemoryDict.get(index) as Tensor, state.qMemoryDict.get(index) as Tensor];
  const compressed = groups.map((one) => ({
    ...one,
    ...{ p: part(ps, 0, one.matrices), q: part(qs, 1, one.matrices) },
  }));
  return [compressed, fresh];
}

function prepareQs(state: PowerSGDState, compressed: readonly Compressed[], fresh: boolean): void {
  const { orthogonalizationEpsilon: epsilon } = state;
  const prepare = (): void => {
    for (const { q } of compressed) {
      if (fresh) q.copy_(randn(q.shape, { dtype: q.dtype }));
      orthogonalize(q, epsilon);
    }
  };
  if (fresh) seeded(state, prepare);
  else prepare();
}

/** Copies the parts of one tensor into several. */
function spread(from: Tensor, into: readonly Tensor[]): void {
  let offset = 0;
  for (const tensor of into) {
    tensor.copy_(from.narrow(0, offset, tensor.numel()).viewAs(tensor));
    offset += tensor.numel();
  }
}

/**
 * Sends, in the place of each gradient matrix, two narrow ones whose product is near to it: fewer bytes, and gradients that
 * are not quite those. What a step loses is added to the next. Vectors are averaged as they are. Bits are those of Python's.
 *
 * @param state - Settings and memory, see {@link PowerSGDState}.
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.powerSGD_hook.powerSGD_hook
 * @example
 * const { PowerSGDState, powerSGDHook } = distributed.algorithms.ddpCommHooks.powerSGDHook;
 * ddp.registerCommHook(new PowerSGDState(null, { matrixApproximationRank: 2, startPowerSGDIter: 10 }), powerSGDHook);
 */
export function powerSGDHook(state: PowerSGDState, bucket: GradBucket, ...surplus: []): Future<Tensor> {
  refuseSurplus('powerSGDHook', 2, surplus);
  const group = groupOrDefault(state.processGroup);
  const buffer = bucket.buffer();
  if (state.iter < state.startPowerSGDIter) {
    state.maybeIncreaseIter(bucket);
    return allreduceHook(group, bucket);
  }
  const before = withError(state, bucket, buffer);
  const { matrices, plain } = partsOf(state, bucket.gradients());
  const rest = plain.length > 0 ? cat(plain.map((one) => one.view([-1]))) : empty([0], { dtype: buffer.dtype });
  const [compressed, fresh] = placed(state, bucket, matrices);
  prepareQs(state, compressed, fresh);
  for (const { matrices: m, p, q } of compressed) p.copy_(m.bmm(q));
  const memory = (table: Map<number, Tensor>): Tensor => table.get(bucket.index()) as Tensor;
  return sum(rest, group)
    .then((total) => {
      spread(total.div_(group.size()), plain);
      return sum(memory(state.pMemoryDict), group);
    })
    .then(() => {
      for (const { p } of compressed) orthogonalize(p, state.orthogonalizationEpsilon);
      for (const { matrices: m, p, q } of compressed) q.copy_(m.transpose(1, 2).bmm(p));
      return sum(memory(state.qMemoryDict), group);
    })
    .then((qs) => {
      qs.div_(group.size());
      for (const { matrices: m, originals, p, q } of compressed) {
        m.copy_(p.bmm(q.transpose(1, 2)));
        originals.forEach((original, i) => original.copy_(m.select(0, i)));
      }
      finish(state, bucket, buffer, before);
      state.maybeIncreaseIter(bucket);
      return buffer;
    });
}

/**
 * PowerSGD of a whole bucket as one square matrix: faster than {@link powerSGDHook}, and less exact, since the numbers of
 * one row are unrelated.
 *
 * @param state - Settings and memory, see {@link PowerSGDState}.
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.powerSGD_hook.batched_powerSGD_hook
 * @example
 * const { powerSGDHook } = distributed.algorithms.ddpCommHooks;
 * const state = new powerSGDHook.PowerSGDState(null, { matrixApproximationRank: 1 });
 * ddp.registerCommHook(state, powerSGDHook.batchedPowerSGDHook);
 */
export function batchedPowerSGDHook(state: PowerSGDState, bucket: GradBucket, ...surplus: []): Future<Tensor> {
  refuseSurplus('batchedPowerSGDHook', 2, surplus);
  const group = groupOrDefault(state.processGroup);
  const buffer = bucket.buffer();
  if (state.iter < state.startPowerSGDIter) {
    state.maybeIncreaseIter(bucket);
    return allreduceHook(group, bucket);
  }
  const length = buffer.numel();
  const side = Math.ceil(Math.sqrt(length));
  state.totalNumelBeforeCompression += length;
  state.totalNumelAfterCompression += side * state.matrixApproximationRank * 2;
  const square = zeros([side * side], { dtype: buffer.dtype, device: buffer.device });
  square.narrow(0, 0, length).copy_(buffer);
  const before = withError(state, bucket, square);
  const matrix = square.view([side, side]);
  const [p, q] = squareFactors(state, bucket, side);
  // Python leaves the epsilon out here.
  orthogonalize(q.unsqueeze(0));
  p.copy_(matrix.matmul(q));
  return sum(p, group)
    .then(() => {
      orthogonalize(p.unsqueeze(0));
      q.copy_(matrix.t().matmul(p));
      return sum(q, group);
    })
    .then(() => {
      q.div_(group.size());
      matrix.copy_(p.matmul(q.t()));
      finish(state, bucket, square, before);
      state.maybeIncreaseIter(bucket);
      return buffer.copy_(square.narrow(0, 0, length));
    });
}

/** The factors of a bucket's matrix, both `[side, rank]`. */
function squareFactors(state: PowerSGDState, bucket: GradBucket, side: number): [p: Tensor, q: Tensor] {
  const { dtype, device } = bucket.buffer();
  const shape = [side, state.matrixApproximationRank];
  const index = bucket.index();
  if (!state.warmStart || !state.pMemoryDict.has(index)) {
    remember(state.pMemoryDict, index, empty(shape, { dtype, device }));
    const drawn = seeded(state, () => randn(shape, { dtype }));
    remember(state.qMemoryDict, index, drawn.to(device));
  }
  return [state.pMemoryDict.get(index) as Tensor, state.qMemoryDict.get(index) as Tensor];
}
