/** Functions that Python has around operators that join, split and align tensors. */
import { asFunction } from '../dispatch/operator';
import type { Tensor } from '../tensor';
import { type Tensors, tensorsOf } from './variadic';
import { valueError } from '../errors';

type OfList<R> = (tensors: readonly Tensor[]) => R;

const ops = {
  broadcastTensors: asFunction<OfList<Tensor[]>>('aten::broadcast_tensors'),
  cartesianProd: asFunction<OfList<Tensor>>('aten::cartesian_prod'),
  blockDiag: asFunction<OfList<Tensor>>('aten::block_diag'),
  meshgrid: asFunction<(tensors: readonly Tensor[], options?: MeshgridOptions) => Tensor[]>('aten::meshgrid'),
  chainMatmul: asFunction<OfList<Tensor>>('aten::chain_matmul'),
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
  const lists = shapes.map((shape) => (typeof shape === 'number' ? [shape] : shape));
  const result: number[] = new Array<number>(Math.max(0, ...lists.map((shape) => shape.length))).fill(1);
  for (const shape of lists) {
    shape.forEach((extent, i) => {
      const at = result.length - shape.length + i;
      if (!Number.isInteger(extent) || extent < 0) throw valueError(`broadcastShapes(): ${extent} is no extent`);
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

/** Every combination of the elements of vectors. @see https://docs.pytorch.org/docs/2.13/generated/torch.cartesian_prod.html */
export function cartesianProd(...tensors: Tensors): Tensor {
  return ops.cartesianProd(tensorsOf('cartesianProd', tensors));
}

/** A block diagonal matrix. @see https://docs.pytorch.org/docs/2.13/generated/torch.block_diag.html */
export function blockDiag(...tensors: Tensors): Tensor {
  return ops.blockDiag(tensorsOf('blockDiag', tensors));
}

/** The product of matrices. @see https://docs.pytorch.org/docs/2.13/generated/torch.chain_matmul.html */
export function chainMatmul(...matrices: Tensors): Tensor {
  return ops.chainMatmul(tensorsOf('chainMatmul', matrices));
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
  const last = args.at(-1);
  const hasOptions = typeof last === 'object' && Object.getPrototypeOf(last) === Object.prototype;
  const tensors = tensorsOf('meshgrid', (hasOptions ? args.slice(0, -1) : args) as Tensors);
  return hasOptions ? ops.meshgrid(tensors, last as MeshgridOptions) : ops.meshgrid(tensors);
}

/**
 * Chunks of a size, the last one smaller, or of given sizes: views.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.split.html
 */
export function split(
  tensor: Tensor,
  sizeOrSections: number | readonly number[],
  dim: number | { dim?: number } = 0,
): Tensor[] {
  const along = typeof dim === 'number' ? dim : (dim.dim ?? 0);
  if (typeof sizeOrSections === 'number') return ops.split(tensor, sizeOrSections, along);
  return ops.splitWithSizes(tensor, sizeOrSections, along);
}

function atLeast(count: 1 | 2 | 3) {
  const one = asFunction<(tensor: Tensor) => Tensor>(`aten::atleast_${count}d`);
  function call(tensor: Tensor): Tensor;
  function call(...tensors: Tensors): Tensor[];
  function call(...tensors: Tensors): Tensor | Tensor[] {
    const list = tensorsOf(`atleast${count}d`, tensors);
    return tensors.length === 1 && list === tensors ? one(list[0] as Tensor) : list.map((tensor) => one(tensor));
  }
  return call;
}

/** With at least one dimension. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_1d.html */
export const atleast1d = atLeast(1);
/** With at least two dimensions. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_2d.html */
export const atleast2d = atLeast(2);
/** With at least three dimensions. @see https://docs.pytorch.org/docs/2.13/generated/torch.atleast_3d.html */
export const atleast3d = atLeast(3);
