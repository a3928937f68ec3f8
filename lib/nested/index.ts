/** `torch.nested`: tensors whose rows have sizes of their own, in libtorch's strided layout or in the jagged one. */
import { type Field, bool, int, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError, typeError } from '../errors';
import { asFunction } from '../ops/dispatch/operator';
import { unbind } from '../ops/generated/functions';
import { tensor as makeTensor } from '../ops/python/index';
import type { Tensor } from '../ops/tensor-methods';
import { FACTORY, tensor } from '../tensor/arguments';
import type { DeviceLike } from '../tensor/device';
import type { DType } from '../tensor/dtype';
import { Layout, jagged, strided } from '../tensor/layout';
import { isTensor } from '../tensor/tensor';
import { narrowJagged } from './jagged';
import type { JaggedTensor } from './jagged-tensor';

type Options = Readonly<Record<string, unknown>>;
const ops = {
  fromList: asFunction<(list: readonly Tensor[], options: Options) => Tensor>('aten::_nested_tensor_from_tensor_list'),
  padded: asFunction<(input: Tensor, padding: number, size: readonly number[] | null) => Tensor>(
    'aten::nested_to_padded_tensor',
  ),
  narrow: asFunction<(input: Tensor, dim: number, start: number, length: number) => Tensor>('aten::narrow'),
};

export { JaggedTensor, type JaggedReduction, type JaggedSize } from './jagged-tensor';
export { type FromJaggedOptions, maskedSelect, nestedTensorFromJagged } from './jagged';

const LAYOUT = nullable(value<Layout>('a layout', (v) => v instanceof Layout));

function requireStrided(name: string, layout: Layout | null): void {
  if (layout === null || layout === strided) return;
  if (layout === jagged) {
    throw runtimeError(
      `${name}(): libtorch has no kernels for the jagged layout: use the strided one, or torch.nested.nestedTensorFromJagged()`,
      { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
    );
  }
  throw runtimeError(`Specified layout is unsupported for nested tensors: ${String(layout)}`);
}

/** The options of {@link nestedTensor}. */
export interface NestedTensorOptions {
  /** The dtype. @defaultValue null, for that of the first tensor */
  readonly dtype?: DType | null;
  /** The device. @defaultValue null, for that of the first tensor */
  readonly device?: DeviceLike | null;
  /** `torch.strided`, the only layout here. @defaultValue null */
  readonly layout?: Layout | null;
  /** Record operators on it. @defaultValue false */
  readonly requiresGrad?: boolean;
  /** Put it into pinned memory. @defaultValue false */
  readonly pinMemory?: boolean;
}

const isList = (v: unknown): boolean => Array.isArray(v);

const NESTED = {
  tensorList: value<readonly unknown[]>('an array of Tensors or of lists', isList),
  dtype: keyword(FACTORY.dtype),
  layout: keyword(LAYOUT),
  device: keyword(FACTORY.device),
  requiresGrad: keyword(bool(false)),
  pinMemory: keyword(bool(false)),
};

/**
 * Copies tensors, or lists of numbers, into a nested tensor. It is a leaf for autograd.
 *
 * @throws TorchError if the tensors differ in their number of dimensions, and for the jagged layout, which libtorch has no
 *   kernels for
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.nested_tensor.html
 * @example
 * const rows = torch.nested.nestedTensor([torch.ones([2]), torch.ones([3])]);
 * torch.nested.toPaddedTensor(rows, 0).tolist(); // [[1, 1, 0], [1, 1, 1]]
 */
export function nestedTensor(tensorList: readonly unknown[], options?: NestedTensorOptions): Tensor;
export function nestedTensor(...args: readonly unknown[]): Tensor {
  const read = readArguments('nestedTensor', NESTED, args);
  requireStrided('nestedTensor', read.layout);
  const { dtype, device, pinMemory } = read;
  const list = read.tensorList.map((item) => (isTensor(item) ? item.detach() : makeTensor(item as number[])));
  const result = ops.fromList(list, { dtype, device, pinMemory: pinMemory || null });
  return result.requiresGrad_(read.requiresGrad);
}

const AS_NESTED = {
  ts: value<Tensor | readonly Tensor[]>('a Tensor or an array of Tensors', (v) => isTensor(v) || isList(v)),
  dtype: FACTORY.dtype,
  device: FACTORY.device,
  layout: LAYOUT,
};

/** The options of {@link asNestedTensor}. */
export type AsNestedTensorOptions = Pick<NestedTensorOptions, 'dtype' | 'device' | 'layout'>;

/**
 * A nested tensor from tensors, or from the rows of one. It is differentiable.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.as_nested_tensor.html
 * @example
 * const a = torch.ones([2], { requiresGrad: true });
 * torch.nested.toPaddedTensor(torch.nested.asNestedTensor([a, torch.ones([3])]), 0).sum().backward();
 * a.grad?.tolist(); // [1, 1]
 */
export function asNestedTensor(ts: Tensor | readonly Tensor[], options?: AsNestedTensorOptions): Tensor;
export function asNestedTensor(...args: readonly unknown[]): Tensor {
  const { ts, dtype, device, layout } = readArguments('asNestedTensor', AS_NESTED, args);
  if (!isTensor(ts) && !ts.every(isTensor)) {
    throw typeError('as_nested_tensor(): Expected first argument to be a tensor or a list / tuple of tensors');
  }
  if (isTensor(ts) && !ts.isNested && ts.ndim < 2) {
    throw runtimeError('as_nested_tensor(): Expected tensor argument to have dim() > 1');
  }
  requireStrided('asNestedTensor', layout);
  if (isTensor(ts) && ts.isNested) {
    const same = layout === ts.layout;
    if (!same) throw runtimeError('as_nested_tensor(): Converting between nested tensor layouts is not supported');
    return ts.to({ dtype, device });
  }
  return ops.fromList(isTensor(ts) ? unbind(ts) : ts, { dtype, device });
}

const PADDED = {
  input: tensor(),
  padding: value<number>('a number', (v) => typeof v === 'number'),
  outputSize: nullable(value<readonly number[]>('a list of integers', isList)),
};

/**
 * A dense tensor with room for the largest row in each dimension; shorter rows are padded.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.to_padded_tensor.html
 */
export function toPaddedTensor(
  input: Tensor,
  padding: number,
  outputSize?:
    | readonly number[]
    | null
    | {
        /**
         * The shape of the result; each size must be at least that of the rows. @defaultValue null, for the largest sizes
         */
        readonly outputSize?: readonly number[] | null;
      },
): Tensor;
export function toPaddedTensor(...args: readonly unknown[]): Tensor {
  const { input, padding, outputSize } = readArguments('toPaddedTensor', PADDED, args);
  return ops.padded(input, padding, outputSize);
}

const extent = (): Field<number | Tensor> =>
  value<number | Tensor>('an integer or a Tensor', (v) => Number.isSafeInteger(v) || isTensor(v));
const NARROW = { tensor: tensor(), dim: int(), start: extent(), length: extent(), layout: LAYOUT };

/** The options of {@link narrow}. */
export interface NarrowOptions {
  /** `torch.strided` copies the parts, `torch.jagged` shares the memory of `tensor`. @defaultValue torch.strided */
  readonly layout?: Layout | null;
}

/**
 * A nested tensor of a part of each row.
 *
 * @param tensor - The rows, one behind the other in the first dimension.
 * @param dim - The dimension that becomes shorter; in the jagged layout, 1.
 * @param start - Where the parts begin; in the jagged layout, a tensor of a number for each row is possible.
 * @param length - How long they are, likewise.
 * @throws TorchError for tensors as start or length in the strided layout
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nested.narrow.html
 * @example
 * const x = torch.arange(6).reshape([2, 3]);
 * const parts = torch.nested.narrow(x, 1, torch.tensor([0, 1]), torch.tensor([1, 2]), { layout: torch.jagged });
 * parts.unbind().map((row) => row.tolist()); // [[0], [4, 5]]
 */
export function narrow(tensor: Tensor, dim: number, start: number, length: number): Tensor;
export function narrow(
  tensor: Tensor,
  dim: number,
  start: Tensor,
  length: number | Tensor,
  layout: Layout | NarrowOptions,
): JaggedTensor;
export function narrow(
  tensor: Tensor,
  dim: number,
  start: number,
  length: Tensor,
  layout: Layout | NarrowOptions,
): JaggedTensor;
export function narrow(
  tensor: Tensor,
  dim: number,
  start: number,
  length: number,
  layout?: Layout | NarrowOptions,
): Tensor | JaggedTensor;
export function narrow(...args: readonly unknown[]): Tensor | JaggedTensor {
  const { tensor: x, dim, start, length, layout } = readArguments('torch.nested.narrow', NARROW, args);
  if (layout === jagged) return narrowJagged(x, dim, start, length);
  requireStrided('torch.nested.narrow', layout);
  if (isTensor(start) || isTensor(length)) {
    throw runtimeError('start and length must be integers for the strided layout NT impl');
  }
  return ops.narrow(ops.fromList(unbind(x), {}), dim, start, length);
}
