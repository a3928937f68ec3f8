/** Functions that Python has around operators that join, split and align tensors. */
import { choice, int, ints, keyword, optional } from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments, readOptions } from '../../arguments/read';
import { tensor as tensorField } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import type { Tensor } from '../../tensor/tensor';
import { type Tensors, tensorsOf } from './variadic';
import { typeError, valueError } from '../../errors';

type OfList<R> = (tensors: readonly Tensor[]) => R;

const ops = {
  broadcastTensors: asFunction<OfList<Tensor[]>>('aten::broadcast_tensors'),
  cartesianProd: asFunction<OfList<Tensor>>('aten::cartesian_prod'),
  blockDiag: asFunction<OfList<Tensor>>('aten::block_diag'),
  meshgrid: asFunction<(tensors: readonly Tensor[], options?: MeshgridOptions) => Tensor[]>('aten::meshgrid'),
  chainMatmul: asFunction<OfList<Tensor>>('aten::chain_matmul'),
  multiDot:
    asFunction<(tensors: readonly Tensor[], options: { readonly out: Tensor }) => Tensor>('aten::linalg_multi_dot'),
  split: asFunction<(tensor: Tensor, size: number, dim: number) => Tensor[]>('aten::split'),
  splitWithSizes:
    asFunction<(tensor: Tensor, sizes: readonly number[], dim: number) => Tensor[]>('aten::split_with_sizes'),
};

/** Expands tensors to their common shape. @see https://docs.pytorch.org/docs/2.13/generated/torch.broadcast_tensors.html */
export function broadcastTensors(...tensors: Tensors): Tensor[] {
  return ops.broadcastTensors(tensorsOf('broadcastTensors', tensors));
}

/**
 * The shape to which shapes broadcast.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.broadcast_shapes.html
 * @example
 * torch.broadcastShapes([2, 1], [3]); // [2, 3]
 */
export function broadcastShapes(...shapes: readonly (readonly number[] | number)[]): number[] {
  const lists = shapes.map(shapeOf);
  const result: number[] = new Array<number>(Math.max(0, ...lists.map((shape) => shape.length))).fill(1);
  for (const shape of lists) {
    shape.forEach((extent, i) => {
      const at = result.length - shape.length + i;
      if (!Number.isInteger(extent) || extent < 0) throw valueError(`broadcastShapes(): ${extent} is not a size`);
      if (extent === 1 || extent === result[at]) return;
      if (result[at] !== 1) {
        const all = lists.map((list) => `[${list.join(', ')}]`).join(' and ');
        throw valueError(`broadcastShapes(): the shapes ${all} do not broadcast: ${result[at]} against ${extent}`);
      }
      result[at] = extent;
    });
  }
  return result;
}

function shapeOf(shape: unknown): readonly number[] {
  if (Number.isSafeInteger(shape)) return [shape as number];
  if (Array.isArray(shape)) return shape as readonly number[];
  throw typeError(`broadcastShapes(): expected shapes, got ${show(shape)}`);
}

/** Every combination of the elements of vectors. @see https://docs.pytorch.org/docs/2.13/generated/torch.cartesian_prod.html */
export function cartesianProd(...tensors: Tensors): Tensor {
  return ops.cartesianProd(tensorsOf('cartesianProd', tensors));
}

/** A block diagonal matrix. @see https://docs.pytorch.org/docs/2.13/generated/torch.block_diag.html */
export function blockDiag(...tensors: Tensors): Tensor {
  return ops.blockDiag(tensorsOf('blockDiag', tensors));
}

/** The tensors of a variadic call and the options object after them. */
function variadic(args: readonly unknown[]): [tensors: Tensors, options: object] {
  const last = args.at(-1);
  return isPlainObject(last) ? [args.slice(0, -1) as Tensors, last] : [args as Tensors, {}];
}

const CHAIN = { out: keyword(optional(tensorField())) };

/** The options of {@link chainMatmul}. */
export interface ChainOptions {
  /** Receives the result. */
  readonly out?: Tensor;
}

/** The product of matrices. @see https://docs.pytorch.org/docs/2.13/generated/torch.chain_matmul.html */
export function chainMatmul(...matrices: Tensors | readonly [...Tensors, ChainOptions]): Tensor {
  const [tensors, options] = variadic(matrices);
  const list = tensorsOf('chainMatmul', tensors);
  const { out } = readOptions('chainMatmul', CHAIN, options);
  return out ? ops.multiDot(list, { out }) : ops.chainMatmul(list);
}

export interface MeshgridOptions {
  /** `'ij'` by default: the first vector runs along the first dimension; with `'xy'` along the second. */
  readonly indexing?: 'ij' | 'xy';
}

/**
 * Grids of coordinates from vectors.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.meshgrid.html
 * @example
 * const [x, y] = torch.meshgrid(torch.arange(3), torch.arange(2), { indexing: 'xy' });
 */
export function meshgrid(...args: readonly [...Tensors, MeshgridOptions] | Tensors): Tensor[] {
  const [tensors, options] = variadic(args);
  const { indexing } = readOptions('meshgrid', MESHGRID, options);
  return ops.meshgrid(tensorsOf('meshgrid', tensors), { indexing });
}

/** Without `indexing`, libtorch warns that its default will change. Ours will not. */
const MESHGRID = { indexing: choice(['ij', 'xy'], 'ij') };

const SPLIT = { tensor: tensorField(), splitSizeOrSections: ints(), dim: int(0) };

export interface SplitOptions {
  /** The size of each part, or a list of sizes. */
  readonly splitSizeOrSections?: number | readonly number[];
  /** The same, under the name that the method has in Python. */
  readonly splitSize?: number | readonly number[];
  /** The dimension to split. @defaultValue 0 */
  readonly dim?: number;
}

/**
 * Views of consecutive parts: all of one size, but for a smaller last one, or of the given sizes.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.split.html
 * @example
 * torch.split(torch.arange(5), 2).map((part) => part.tolist()); // [[0, 1], [2, 3], [4]]
 */
export function split(
  tensor: Tensor,
  splitSizeOrSections: number | readonly number[] | SplitOptions,
  dim?: number | Pick<SplitOptions, 'dim'>,
): Tensor[];
export function split(...args: readonly unknown[]): Tensor[] {
  const { tensor, splitSizeOrSections, dim } = readArguments('split', SPLIT, withSplitSize(args));
  if (typeof splitSizeOrSections === 'number') return ops.split(tensor, splitSizeOrSections, dim);
  return ops.splitWithSizes(tensor, splitSizeOrSections, dim);
}

/** Python's method calls `splitSizeOrSections` splitSize. */
function withSplitSize(args: readonly unknown[]): readonly unknown[] {
  const last = args.at(-1);
  if (!isPlainObject(last) || !('splitSize' in last)) return args;
  const { splitSize, splitSizeOrSections = splitSize, ...rest } = last;
  if (splitSizeOrSections !== splitSize)
    throw typeError("split() got several values for argument 'splitSizeOrSections'");
  return [...args.slice(0, -1), { ...rest, splitSizeOrSections }];
}

function atLeast(count: 1 | 2 | 3) {
  const one = asFunction<(tensor: Tensor) => Tensor>(`aten::atleast_${count}d`);
  function call(tensor: Tensor): Tensor;
  function call(...tensors: Tensors): Tensor[];
  function call(...tensors: Tensors): Tensor | Tensor[] {
    const list = tensorsOf(`atleast${count}d`, tensors);
    return tensors.length === 1 && !Array.isArray(tensors[0])
      ? one(list[0] as Tensor)
      : list.map((tensor) => one(tensor));
  }
  return call;
}

/** With at least one dimension. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_1d.html */
export const atleast1d = atLeast(1);
/** With at least two dimensions. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_2d.html */
export const atleast2d = atLeast(2);
/** With at least three dimensions. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_3d.html */
export const atleast3d = atLeast(3);
