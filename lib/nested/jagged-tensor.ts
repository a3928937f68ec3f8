/** Nested tensors in the jagged layout: all rows one behind the other in one tensor, and where each of them begins. */
import { bool, callback, either, int, listOfInts, nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { show } from '../arguments/describe';
import { indexError, runtimeError, typeError, valueError } from '../errors';
import { arange, constantPadNd } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import type { Device } from '../tensor/device';
import { type DType, int64 } from '../tensor/dtype';
import { type Layout, jagged } from '../tensor/layout';
import { isTensor } from '../tensor/tensor';
import { type JaggedParts, extremes, placesOf, raggedName, requireParts, rowLengths } from './jagged-parts';

/** The size of a jagged tensor: that of its ragged dimension is `j0`, `j1` and so on, the same for the same offsets. */
export type JaggedSize = readonly (number | string)[];

type Operand = number | Tensor | JaggedTensor;

/** What the constructor takes. */
let ready: JaggedParts | null = null;

const isOperand = (given: unknown): boolean =>
  typeof given === 'number' || isTensor(given) || given instanceof JaggedTensor;
const OPERAND = { other: value<Operand>('a number, a Tensor or a JaggedTensor', isOperand) };
const MAP = { body: callback<(values: Tensor) => Tensor>() };
const PADDED = { padding: value<number>('a number', (v) => typeof v === 'number'), outputSize: nullable(listOfInts()) };
const REDUCE = { dim: nullable(either(int(), listOfInts())), keepdim: bool(false) };
const SIZE = { dim: nullable(int()) };
const SWAP = { dim0: int(), dim1: int() };

/** How a dimension is reduced. */
export interface JaggedReduction {
  /** The dimension, or the dimensions. @defaultValue null, for all */
  readonly dim?: number | readonly number[] | null;
  /** Keep dimensions of size 1 in their place. @defaultValue false */
  readonly keepdim?: boolean;
}

/** The arguments of a reduction. */
type ReductionArguments = [
  dim?: number | readonly number[] | null | JaggedReduction,
  keepdim?: boolean | JaggedReduction,
];

/**
 * A nested tensor in the jagged layout, as `torch.nested.nestedTensorFromJagged` makes it. In Python it is a class over the values
 * and the offsets, and so it is here: an object whose operators are methods. {@link map} calls any function that computes each
 * element, or the dimensions behind the ragged one, by itself: an activation, a linear layer, a normalization. Gradients go
 * through the values.
 *
 * @see https://docs.pytorch.org/docs/2.13/nested.html
 * @example
 * const values = torch.arange(6).to(torch.float32).view([3, 2]);
 * const rows = torch.nested.nestedTensorFromJagged(values, torch.tensor([0, 1, 3]));
 * rows.map((x) => x.relu()).mul(2).unbind().map((row) => row.shape); // [[1, 2], [2, 2]]
 */
export class JaggedTensor {
  readonly #parts: JaggedParts;
  #maxSeqlen: number | null;

  /** @internal */
  constructor() {
    if (ready === null) {
      throw typeError('a JaggedTensor is made by torch.nested.nestedTensorFromJagged() or torch.nested.maskedSelect()');
    }
    this.#parts = ready;
    this.#maxSeqlen = ready.maxSeqlen;
    raggedName(ready.lengths ?? ready.offsets);
  }

  /** @internal */
  static of(parts: JaggedParts): JaggedTensor {
    requireParts(parts);
    ready = parts;
    try {
      return new JaggedTensor();
    } finally {
      ready = null;
    }
  }

  /** Other values in the same rows. */
  #with(values: Tensor, raggedIdx = this.#parts.raggedIdx): JaggedTensor {
    return JaggedTensor.of({ ...this.#parts, maxSeqlen: this.#maxSeqlen, values, raggedIdx });
  }

  /** All rows, one behind the other. */
  values(...args: []): Tensor {
    takesNothing('values', args);
    return this.#parts.values;
  }

  /** Where each row begins in the values, and where the last one ends. */
  offsets(...args: []): Tensor {
    takesNothing('offsets', args);
    return this.#parts.offsets;
  }

  /** The lengths of the rows, if there is something between them; otherwise null. */
  lengths(...args: []): Tensor | null {
    takesNothing('lengths', args);
    return this.#parts.lengths;
  }

  /** The size: a name such as `j0` stands for the ragged dimension. */
  get shape(): JaggedSize {
    const { values, offsets, lengths, raggedIdx } = this.#parts;
    const size: (number | string)[] = [offsets.numel() - 1, ...values.shape];
    size[raggedIdx] = raggedName(lengths ?? offsets);
    return size;
  }
  /** The size, or that of one dimension: a name such as `j0` is that of the ragged one. */
  size(): JaggedSize;
  size(dim: number): number | string;
  size(...args: readonly unknown[]): JaggedSize | number | string {
    const { dim } = readArguments('size', SIZE, args);
    if (dim === null) return this.shape;
    const { shape } = this;
    const place = dim < 0 ? dim + shape.length : dim;
    if (place >= 0 && place < shape.length) return shape[place] as number | string;
    throw indexError(
      `Dimension out of range (expected to be in range of [${-shape.length}, ${shape.length - 1}], but got ${dim})`,
    );
  }
  get ndim(): number {
    return this.#parts.values.ndim + 1;
  }
  get dtype(): DType {
    return this.#parts.values.dtype;
  }
  get device(): Device {
    return this.#parts.values.device;
  }
  get layout(): Layout {
    return jagged;
  }
  /** Always true. */
  readonly isNested = true;
  get requiresGrad(): boolean {
    return this.#parts.values.requiresGrad;
  }

  /** How many elements there are in all rows. */
  numel(...args: []): number {
    takesNothing('numel', args);
    const { values, lengths, raggedIdx } = this.#parts;
    if (lengths === null) return values.numel();
    const others = values.shape.filter((_, i) => i !== raggedIdx - 1).reduce((product, size) => product * size, 1);
    return lengths.sum().item<number>() * others;
  }

  /** Whether all elements lie one behind the other. */
  isContiguous(...args: []): boolean {
    takesNothing('isContiguous', args);
    return this.#parts.lengths === null && this.#parts.values.isContiguous();
  }

  #longest(): number {
    if (this.#maxSeqlen === null) {
      const lengths = rowLengths(this.#parts);
      this.#maxSeqlen = lengths.numel() === 0 ? 0 : lengths.max().item<number>();
    }
    return this.#maxSeqlen;
  }

  /** The rows, which share memory with the values. */
  unbind(...args: []): Tensor[] {
    takesNothing('unbind', args);
    const { values, offsets, raggedIdx } = this.#parts;
    const begins = offsets.tolist<number[]>();
    const lengths = rowLengths(this.#parts).tolist<number[]>();
    const size = values.shape[raggedIdx - 1] as number;
    return lengths.map((length, i) => {
      const begin = begins[i] as number;
      if (begin < 0 || length < 0 || begin + length > size) {
        throw runtimeError('unbind(): nested tensor offsets and lengths do not match ragged_idx dimension');
      }
      return values.narrow(raggedIdx - 1, begin, length);
    });
  }

  /**
   * Other values in the same rows: of a function that keeps the ragged dimension, such as an activation or a linear layer.
   *
   * @param body gets the values, without the dimension of the rows
   */
  map(...args: [body: (values: Tensor) => Tensor]): JaggedTensor {
    const { body } = readArguments('map', MAP, args);
    const { values, raggedIdx } = this.#parts;
    const result: unknown = body(values);
    if (isTensor(result) && result.shape[raggedIdx - 1] === values.shape[raggedIdx - 1]) return this.#with(result);
    throw typeError(
      `map(): the function should return a Tensor with as many elements in its ragged dimension, got ${show(result)}`,
    );
  }

  /** A binary function: of numbers, of rows of the same lengths, or of a tensor that is spread over them. */
  #combine(name: string, other: Operand, body: (a: Tensor, b: Tensor | number) => Tensor): JaggedTensor {
    const { values, raggedIdx } = this.#parts;
    if (typeof other === 'number') return this.#with(body(values, other));
    const fail = (): Error =>
      runtimeError(
        `cannot call binary pointwise function ${name} with inputs of shapes (${this.shape.join(', ')}) and ` +
          `(${other.shape.join(', ')})`,
      );
    if (other instanceof JaggedTensor) {
      if (other.#parts.raggedIdx !== raggedIdx || other.shape[raggedIdx] !== this.shape[raggedIdx]) throw fail();
      return this.#with(body(values, other.#parts.values));
    }
    if (other.ndim > this.ndim) {
      throw runtimeError('NYI: broadcasting NT with T with larger dim', { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
    }
    let squeezed = other;
    while (squeezed.ndim > 0 && squeezed.shape[0] === 1) squeezed = squeezed.squeeze(0);
    if (this.ndim >= squeezed.ndim + 2) return this.#with(body(values, squeezed));
    if (other.ndim !== this.ndim || other.shape[0] !== this.shape[0]) throw fail();
    return this.#with(body(values, this.#spread(other)));
  }

  /** A row of `other` for each row of this, one behind the other. */
  #spread(other: Tensor): Tensor {
    const { values, raggedIdx, lengths } = this.#parts;
    if (lengths !== null) throw runtimeError('a tensor is not spread over the rows of a nested tensor with holes');
    const total = values.shape[raggedIdx - 1] as number;
    const wide = other.shape.map((size, i) => (i === raggedIdx ? Math.max(this.#longest(), 0) : size));
    const padded = other.expand(wide).transpose(1, raggedIdx);
    const [row, place] = placesOf(this.#parts, total);
    const rows = padded.flatten(0, 1).indexSelect(0, row.mul(padded.shape[1] as number).add(place));
    return rows.transpose(0, raggedIdx - 1);
  }

  /** The sum with a number, with rows of the same lengths, or with a tensor that is spread over them. */
  add(...args: [other: number | Tensor | JaggedTensor]): JaggedTensor {
    return this.#combine('add', readArguments('add', OPERAND, args).other, (a, b) => a.add(b as Tensor));
  }

  /** The difference to a number, to rows of the same lengths, or to a tensor that is spread over them. */
  sub(...args: [other: number | Tensor | JaggedTensor]): JaggedTensor {
    return this.#combine('sub', readArguments('sub', OPERAND, args).other, (a, b) => a.sub(b as Tensor));
  }

  /** The product with a number, with rows of the same lengths, or with a tensor that is spread over them. */
  mul(...args: [other: number | Tensor | JaggedTensor]): JaggedTensor {
    return this.#combine('mul', readArguments('mul', OPERAND, args).other, (a, b) => a.mul(b as Tensor));
  }

  /** The quotient by a number, by rows of the same lengths, or by a tensor that is spread over them. */
  div(...args: [other: number | Tensor | JaggedTensor]): JaggedTensor {
    return this.#combine('div', readArguments('div', OPERAND, args).other, (a, b) => a.div(b as Tensor));
  }

  #canonical(dim: number): number {
    const { ndim } = this;
    if (dim >= -ndim && dim < ndim) return dim < 0 ? dim + ndim : dim;
    throw runtimeError(`Dimension out of range (expected to be in range of [${-ndim}, ${ndim - 1}], but got ${dim})`);
  }

  /** Changes two dimensions; that of the rows stays the first. */
  transpose(...args: [dim0: number, dim1: number]): JaggedTensor {
    const { dim0, dim1 } = readArguments('transpose', SWAP, args);
    const [a, b] = [this.#canonical(dim0), this.#canonical(dim1)];
    const { values, raggedIdx } = this.#parts;
    if (a === 0 || b === 0) throw valueError('Transpose is not supported on the batch dimension for jagged NT');
    const moved = a === raggedIdx ? b : b === raggedIdx ? a : raggedIdx;
    return this.#with(values.transpose(a - 1, b - 1), moved);
  }

  /**
   * A dense tensor with room for each row; shorter ones are padded. Without `outputSize`, there is room for the largest row if
   * its length is known (`maxSeqlen`), and otherwise for all elements, as in Python.
   */
  toPaddedTensor(
    ...args: [
      padding: number,
      outputSize?:
        | readonly number[]
        | null
        | {
            /** The shape of the result. @defaultValue null */
            readonly outputSize?: readonly number[] | null;
          },
    ]
  ): Tensor {
    const { padding, outputSize } = readArguments('toPaddedTensor', PADDED, args);
    const { raggedIdx, values } = this.#parts;
    const given = outputSize?.[raggedIdx];
    return this.#padded(given ?? this.#maxSeqlen ?? (values.shape[0] as number), padding);
  }

  #padded(length: number, padding: number): Tensor {
    const { values, offsets, lengths, raggedIdx } = this.#parts;
    if (lengths !== null) throw runtimeError('to_padded_tensor(): not supported for nested tensors with holes');
    const { device } = this;
    const flat = values.transpose(raggedIdx - 1, 0);
    const batch = offsets.numel() - 1;
    const places = arange(length, { device }).unsqueeze(0);
    const begins = offsets.narrow(0, 0, batch).to(int64).unsqueeze(1);
    const inside = places.lt(offsets.diff().unsqueeze(1));
    // A row of zeros behind the values is what lies beyond the rows.
    const source = constantPadNd(flat, [...new Array<number>(2 * flat.ndim - 1).fill(0), 1]);
    const index = begins.add(places).where(inside, (source.shape[0] as number) - 1);
    const rows = source.indexSelect(0, index.reshape([-1])).view([batch, length, ...flat.shape.slice(1)]);
    const mask = inside.view([batch, length, ...flat.shape.slice(1).map(() => 1)]);
    return rows.maskedFill(mask.logicalNot(), padding).transpose(1, raggedIdx);
  }

  #reduce(name: string, args: readonly unknown[], identity: number, body: Reduction): Tensor | JaggedTensor {
    const { dim, keepdim } = readArguments(name, REDUCE, args);
    const { values, raggedIdx, lengths } = this.#parts;
    const given = dim === null ? [] : typeof dim === 'number' ? [dim] : dim;
    if (given.length === 0) {
      const whole = body(values, null, keepdim);
      return keepdim ? whole.unsqueeze(raggedIdx) : whole;
    }
    const dims = [...new Set(given.map((one) => this.#canonical(one)))];
    const [batch, ragged] = [dims.includes(0), dims.includes(raggedIdx)];
    const inner = [...new Set(dims.map((one) => (one === 0 ? raggedIdx - 1 : one - 1)))];
    if (!ragged) {
      if (batch) {
        throw runtimeError(
          `${name}(): reducing along the batch dimension but not the ragged dimension is not supported for nested tensors`,
        );
      }
      const moved = keepdim ? raggedIdx : raggedIdx - inner.filter((one) => one < raggedIdx - 1).length;
      return this.#with(body(values, inner, keepdim), moved);
    }
    if (lengths !== null) {
      throw runtimeError(
        `${name}(): reducing across the ragged dimension is not supported for non-contiguous nested tensors with holes`,
      );
    }
    if (batch) {
      const whole = body(values, inner, keepdim);
      return keepdim ? whole.unsqueeze(0) : whole;
    }
    if (dims.length > 1) {
      throw runtimeError(
        `${name}(): reducing along a ragged and non-batch dimension is not supported for nested tensors`,
      );
    }
    return body(this.toPaddedTensor(identity), [raggedIdx], keepdim);
  }

  /** The sum over dimensions; a dense tensor if the ragged dimension is among them. */
  sum(...args: ReductionArguments): Tensor | JaggedTensor {
    return this.#reduce('sum', args, 0, (x, dim, keepdim) => (dim === null ? x.sum() : x.sum(dim, keepdim)));
  }

  /** The largest element over dimensions; a dense tensor if the ragged dimension is among them. */
  amax(...args: ReductionArguments): Tensor | JaggedTensor {
    return this.#reduce('amax', args, extremes(this.dtype).min, (x, dim, keepdim) => x.amax(dim ?? [], keepdim));
  }

  /** The smallest element over dimensions; a dense tensor if the ragged dimension is among them. */
  amin(...args: ReductionArguments): Tensor | JaggedTensor {
    return this.#reduce('amin', args, extremes(this.dtype).max, (x, dim, keepdim) => x.amin(dim ?? [], keepdim));
  }

  /** The mean over dimensions; over the ragged one that of each row, as a dense tensor. */
  mean(...args: ReductionArguments): Tensor | JaggedTensor {
    const { dim, keepdim } = readArguments('mean', REDUCE, args);
    const dims = dim === null ? [] : (typeof dim === 'number' ? [dim] : dim).map((one) => this.#canonical(one));
    if (dims.length !== 1 || dims[0] !== this.#parts.raggedIdx) {
      return this.#reduce('mean', args, 0, (x, inner, keep) => (inner === null ? x.mean() : x.mean(inner, keep)));
    }
    const sums = this.#reduce('mean', [dim, keepdim], 0, (x, inner, keep) => x.sum(inner as number[], keep)) as Tensor;
    return sums.div(rowLengths(this.#parts).view([-1, ...new Array<number>(sums.ndim - 1).fill(1)]));
  }

  /** The softmax over a dimension other than that of the rows; over the ragged one within each row. */
  softmax(
    ...args: [
      dim:
        | number
        | {
            /** The dimension. */
            readonly dim: number;
          },
    ]
  ): JaggedTensor {
    const dim = this.#canonical(readArguments('softmax', { dim: int() }, args).dim);
    const { values, raggedIdx, lengths } = this.#parts;
    if (dim === 0) {
      throw runtimeError('softmax(): not supported when reducing across the batch dimension for NestedTensor');
    }
    if (dim !== raggedIdx) return this.#with(values.softmax(dim - 1));
    if (raggedIdx > 1) {
      throw runtimeError(
        'softmax(): not supported when reducing along the ragged dimension for ragged_idx > 1 for NestedTensor',
      );
    }
    if (lengths !== null) {
      throw runtimeError(
        'softmax(): not supported where lengths is not None if reducing across the ragged dimension for NestedTensor',
      );
    }
    const soft = this.#padded(this.#longest(), -Infinity).softmax(1);
    const [row, place] = placesOf(this.#parts, values.shape[0] as number);
    return this.#with(soft.flatten(0, 1).indexSelect(0, row.mul(soft.shape[1] as number).add(place)));
  }

  /** The same values, not recorded for autograd. */
  detach(...args: []): JaggedTensor {
    takesNothing('detach', args);
    return this.#with(this.#parts.values.detach());
  }

  /** A copy of the values in the same rows. */
  clone(...args: []): JaggedTensor {
    takesNothing('clone', args);
    return this.#with(this.#parts.values.clone());
  }

  /** `NestedTensor(size=(2, j0), offsets=…, contiguous=true)`, as Python prints it. */
  toString(): string {
    const size = this.shape.join(', ');
    const recorded = this.requiresGrad ? ', requires_grad=True' : '';
    const contiguous = this.isContiguous() ? 'True' : 'False';
    return `NestedTensor(size=(${size}), offsets=${String(this.#parts.offsets)}${recorded}, contiguous=${contiguous})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** A reduction of dense values; null for all dimensions. */
type Reduction = (x: Tensor, dim: readonly number[] | null, keepdim: boolean) => Tensor;
