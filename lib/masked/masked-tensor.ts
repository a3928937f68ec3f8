import { bool, int, nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { typeError, valueError, warn } from '../errors';
import { asFunction } from '../ops/dispatch/operator';
import { onesLike } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { Scalar } from '../tensor/scalar';
import { tensor } from '../tensor/arguments';
import { bool as boolean, type DType } from '../tensor/dtype';
import type { Device } from '../tensor/device';
import { type Layout, sparseCoo, sparseCsr, strided } from '../tensor/layout';
import { maskedText } from './masked-text';

const ops = {
  nnz: asFunction<(input: Tensor) => number>('aten::_nnz'),
  alias: asFunction<(input: Tensor) => Tensor>('aten::alias'),
  coo: asFunction<(indices: Tensor, values: Tensor, size: readonly number[]) => Tensor>('aten::sparse_coo_tensor'),
  csr: asFunction<(crow: Tensor, col: Tensor, values: Tensor, size: readonly number[]) => Tensor>(
    'aten::sparse_csr_tensor',
  ),
  softmax: asFunction<(input: Tensor, mask: Tensor, dim: number, type: number) => Tensor>('aten::_masked_softmax'),
};

const NOTICE =
  'The PyTorch API of MaskedTensors is in prototype stage and will change in the near future. Please open a Github issue ' +
  'for features requests and see our documentation on the torch.masked module for further information about the project.';

const DTYPES = new Set(['float16', 'float32', 'float64', 'bool', 'int8', 'int16', 'int32', 'int64']);
const LAYOUTS: ReadonlySet<Layout> = new Set([strided, sparseCoo, sparseCsr]);

const same = (a: Tensor, b: Tensor): boolean => a.shape.join() === b.shape.join() && a.eq(b).all().item<boolean>();

/** The tensors that say where the elements of a sparse tensor are. */
const placesOf = (x: Tensor): readonly Tensor[] =>
  x.layout === sparseCoo ? [x.indices()] : [x.crowIndices(), x.colIndices()];

/** Whether two sparse tensors have elements in the same places. @internal */
export const samePlaces = (a: Tensor, b: Tensor): boolean =>
  placesOf(a).every((places, i) => same(places, placesOf(b)[i] as Tensor));

/** A sparse tensor with other values in the same places. @internal */
export function withValues(x: Tensor, values: Tensor): Tensor {
  if (x.layout === sparseCoo) return ops.coo(x.indices(), values, x.shape);
  return ops.csr(x.crowIndices(), x.colIndices(), values, x.shape);
}

function requireParts(data: Tensor, mask: Tensor): void {
  if (!LAYOUTS.has(data.layout)) throw typeError(`data layout of ${String(data.layout)} is not supported.`);
  if (mask.dtype !== boolean) throw typeError('mask must have dtype bool.');
  if (!DTYPES.has(data.dtype.name)) throw typeError(`${String(data.dtype)} is not supported in MaskedTensor.`);
  if (data.ndim !== mask.ndim) throw valueError('data.dim() must equal mask.dim()');
  if (data.shape.join() !== mask.shape.join()) throw valueError('data.size() must equal mask.size()');
  if (data.layout === strided || samePlaces(data, mask)) return;
  throw valueError(
    data.layout === sparseCoo
      ? 'data and mask are both sparse COO tensors but do not have the same indices.'
      : 'data and mask are both sparse CSR tensors but do not share either crow or col indices.',
  );
}

/** Data and mask of one layout, with elements in the same places. */
function matched(data: Tensor, mask: Tensor): [Tensor, Tensor] {
  if (data.layout !== mask.layout) throw typeError('data and mask must have the same layout.');
  if (data.layout === strided) return [data, mask];
  const [whole, places] = data.layout === sparseCoo ? [data.coalesce(), mask.coalesce()] : [data, mask];
  return ops.nnz(whole) === ops.nnz(places) ? [whole, places] : [whole.sparseMask(places), places];
}

/** What the constructor takes as it is, without a check, a copy or a warning. */
let readyParts: readonly [data: Tensor, mask: Tensor] | null = null;

const FIELDS = { data: tensor(), mask: tensor(), requiresGrad: bool(false) };
const DIM = { dim: int(), dtype: nullable(value<DType>('a dtype', () => true)) };
const isOperand = (v: unknown): boolean => isTensor(v) || v instanceof MaskedTensor;
const GRADIENT = nullable(value<Tensor | MaskedTensor>('a Tensor or a MaskedTensor', isOperand));
const WHERE = {
  condition: tensor(),
  other: value<Tensor | MaskedTensor>('a Tensor or a MaskedTensor', isOperand),
};

/** The options of {@link MaskedTensor}. */
export interface MaskedTensorOptions {
  /** Record operations for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
}

/**
 * A tensor of which some elements do not count: reductions leave them out, and operators leave their places masked. It is an
 * object with a tensor of data and a tensor of booleans, true where an element counts; operators are its methods. As in Python,
 * where it is called a prototype, operators of two take equal masks.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 * @example
 * const x = torch.masked.maskedTensor(torch.tensor([1, 2, 3]), torch.tensor([true, false, true]));
 * x.add(1).sum().item(); // 6
 */
export class MaskedTensor {
  #data: Tensor;
  #mask: Tensor;

  /**
   * @param data - The elements: floats of 16 to 64 bits, integers or booleans; strided, or sparse by coordinates or rows.
   * @param mask - Booleans in the same shape and layout.
   * @throws TypeError for other dtypes and layouts; TorchValueError for other shapes.
   */
  constructor(...args: [data: Tensor, mask: Tensor, requiresGrad?: boolean | MaskedTensorOptions]) {
    if (readyParts !== null) {
      [this.#data, this.#mask] = readyParts;
      return;
    }
    const { data, mask, requiresGrad } = readArguments('MaskedTensor', FIELDS, args);
    warn(NOTICE);
    if (data.requiresGrad) {
      warn(
        'It is not recommended to create a MaskedTensor with a tensor that requires_grad. To avoid this, you can use ' +
          'data.detach().clone()',
      );
    }
    const [whole, places] = matched(data.detach(), mask);
    requireParts(whole, places);
    this.#data = whole.clone().requiresGrad_(requiresGrad);
    this.#mask = places.clone();
  }

  /** One of parts that are used as they are, so that gradients go through it. @internal */
  static of(data: Tensor, mask: Tensor): MaskedTensor {
    const [whole, places] = matched(data, mask);
    requireParts(whole, places);
    readyParts = [whole, places];
    try {
      return new MaskedTensor(whole, places);
    } finally {
      readyParts = null;
    }
  }

  /** The elements, those that do not count as well. */
  getData(...args: []): Tensor {
    takesNothing('getData', args);
    return this.#data.layout === strided ? ops.alias(this.#data) : this.#data;
  }

  /** True where an element counts. */
  getMask(...args: []): Tensor {
    takesNothing('getMask', args);
    return this.#mask;
  }

  /** The elements, with this value where one does not count. */
  toTensor(...args: [value: Scalar]): Tensor {
    const { value: fill } = readArguments('toTensor', { value: value<Scalar>('a number', () => true) }, args);
    return this.#data.maskedFill(this.#mask.logicalNot(), fill);
  }

  /** Takes other parts, as operators that end in `_` do. @internal */
  replace(data: Tensor): this {
    requireParts(data, this.#mask);
    this.#data = data;
    return this;
  }

  get shape(): readonly number[] {
    return this.#data.shape;
  }
  get ndim(): number {
    return this.#data.ndim;
  }
  get dtype(): DType {
    return this.#data.dtype;
  }
  get device(): Device {
    return this.#data.device;
  }
  get layout(): Layout {
    return this.#data.layout;
  }
  get requiresGrad(): boolean {
    return this.#data.requiresGrad;
  }
  get isLeaf(): boolean {
    return this.#data.isLeaf;
  }
  get isSparse(): boolean {
    return this.layout !== strided;
  }

  /** The gradient, with this tensor's mask. */
  get grad(): MaskedTensor | null {
    const { grad } = this.#data;
    return grad === null ? null : MaskedTensor.of(grad, this.#mask);
  }

  size(...args: []): readonly number[] {
    takesNothing('size', args);
    return this.shape;
  }

  dim(...args: []): number {
    takesNothing('dim', args);
    return this.ndim;
  }

  numel(...args: []): number {
    takesNothing('numel', args);
    return this.#data.numel();
  }

  isSparseCoo(...args: []): boolean {
    takesNothing('isSparseCoo', args);
    return this.layout === sparseCoo;
  }

  isSparseCsr(...args: []): boolean {
    takesNothing('isSparseCsr', args);
    return this.layout === sparseCsr;
  }

  isContiguous(...args: []): boolean {
    takesNothing('isContiguous', args);
    if (this.isSparse) throw valueError('MaskedTensors with sparse data do not have is_contiguous');
    return this.#data.isContiguous();
  }

  requiresGrad_(...args: [requiresGrad?: boolean]): this {
    this.#data.requiresGrad_(...args);
    return this;
  }

  /** Computes gradients, as of a tensor of the elements. */
  backward(...args: [gradient?: MaskedTensor | Tensor | null]): void {
    const { gradient } = readArguments('backward', { gradient: GRADIENT }, args);
    this.#data.backward(gradient instanceof MaskedTensor ? gradient.#data : gradient);
  }

  /** The only element. @throws TorchValueError if it does not count. */
  item(...args: []): number | bigint | boolean {
    takesNothing('item', args);
    if (!this.#mask.item<boolean>()) throw valueError('item(): the element of this MaskedTensor is masked out');
    return this.#data.item<number | bigint | boolean>();
  }

  /** The softmax of the elements that count. */
  softmax(...args: [dim: number, dtype?: DType | null]): MaskedTensor {
    const { dim, dtype } = readArguments('softmax', DIM, args);
    const data = dtype === null ? this.#data : this.#data.to(dtype);
    return MaskedTensor.of(ops.softmax(data, this.#mask.logicalNot(), dim, 2), this.#mask);
  }

  /** This tensor's elements where the condition is true, the other's elsewhere; with the masks of both. */
  where(...args: [condition: Tensor, other: MaskedTensor | Tensor]): MaskedTensor {
    const { condition, other } = readArguments('where', WHERE, args);
    const [data, mask] = other instanceof MaskedTensor ? [other.#data, other.#mask] : [other, null];
    const counts = mask ?? onesLike(data.detach(), { dtype: boolean });
    return MaskedTensor.of(this.#data.where(condition, data), this.#mask.where(condition, counts));
  }

  /** In another dtype, or on another device. */
  to(...args: [target: DType | Device | string]): MaskedTensor {
    const data = this.#data.to(...(args as [DType]));
    return MaskedTensor.of(data, this.#mask.to(data.device));
  }

  toDense(...args: []): MaskedTensor {
    takesNothing('toDense', args);
    return this.isSparse ? MaskedTensor.of(this.#data.toDense(), this.#mask.toDense()) : this;
  }

  toSparse(...args: []): MaskedTensor {
    takesNothing('toSparse', args);
    return this.toSparseCoo();
  }

  toSparseCoo(...args: []): MaskedTensor {
    takesNothing('toSparseCoo', args);
    if (this.isSparseCoo()) return this;
    const places = this.#mask.toDense().toSparse().coalesce();
    return MaskedTensor.of(this.toDense().#data.sparseMask(places), places);
  }

  toSparseCsr(...args: []): MaskedTensor {
    takesNothing('toSparseCsr', args);
    if (this.ndim !== 2) {
      throw valueError(
        `Only 2D tensors can be converted to the SparseCsr layout but got shape: [${this.shape.join(', ')}]`,
      );
    }
    if (this.isSparseCsr()) return this;
    const places = this.#mask.toDense().toSparseCsr();
    return MaskedTensor.of(this.toDense().#data.sparseMask(places), places);
  }

  /** As Python prints it: masked-out elements are `--`. */
  toString(): string {
    return maskedText(this.#data.detach(), this.#mask);
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
