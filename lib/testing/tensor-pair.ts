/** Two tensors that are compared: first what they are, then their values. */
import { sizeText } from '../arguments/extents';
import { valueError } from '../errors';
import { asFunction } from '../ops/dispatch/operator';
import { isclose } from '../ops/generated/functions';
import { pythonText } from '../ops/print/python-text';
import { promoteTypes } from '../ops/python/types';
import { tupleText } from '../ops/print/numbers';
import type { Tensor } from '../ops/tensor-methods';
import { Complex } from '../tensor/complex';
import { type DType, int64, uint16, uint32, uint64 } from '../tensor/dtype';
import { type Layout, jagged, sparseBsc, sparseBsr, sparseCoo, sparseCsc, sparseCsr, strided } from '../tensor/layout';
import { type Scalar, type Tolerances, scalarMismatch, tensorMismatch } from './mismatch';

/** What a comparison of tensors looks at. */
export interface TensorChecks {
  readonly equalNan: boolean;
  readonly checkDevice: boolean;
  readonly checkDtype: boolean;
  readonly checkLayout: boolean;
  readonly checkStride: boolean;
}

/** How the caller's error is made: with the place among lists and mappings. */
export type Fail = (message: string) => Error;

const internal = {
  count: asFunction<(x: Tensor) => number>('aten::_nnz'),
  indices: asFunction<(x: Tensor) => Tensor>('aten::_indices'),
  values: asFunction<(x: Tensor) => Tensor>('aten::_values'),
};

const SUPPORTED: readonly Layout[] = [strided, jagged, sparseCoo, sparseCsr, sparseCsc, sparseBsr, sparseBsc];

/** Python's names of c10::QScheme. */
const QSCHEMES = [
  ...['per_tensor_affine', 'per_channel_affine', 'per_tensor_symmetric', 'per_channel_symmetric'],
  'per_channel_affine_float_qparams',
];
const qscheme = (tensor: Tensor): string => `torch.${QSCHEMES[Number(tensor.qscheme())]}`;

export class TensorPair {
  constructor(
    private readonly actual: Tensor,
    private readonly expected: Tensor,
    private readonly tolerances: Tolerances,
    private readonly checks: TensorChecks,
    private readonly fail: Fail,
  ) {
    for (const { layout } of [actual, expected]) {
      if (!SUPPORTED.includes(layout)) throw valueError(`Unsupported tensor layout ${layout.toString()}`);
    }
  }

  compare(): void {
    this.#compareAttributes();
    if (this.actual.isMeta || this.expected.isMeta) return;
    const [actual, expected] = this.#equalized();
    this.#compareValues(actual, expected);
  }

  #differ(attribute: string, actual: string, expected: string): Error {
    return this.fail(`The values for attribute '${attribute}' do not match: ${actual} != ${expected}.`);
  }

  #compareAttributes(): void {
    const { actual, expected, checks } = this;
    const same = (name: string, a: string, b: string): void => {
      if (a !== b) throw this.#differ(name, a, b);
    };
    same('shape', sizeText(actual.shape), sizeText(expected.shape));
    same('is_quantized', pythonText(actual.isQuantized), pythonText(expected.isQuantized));
    if (actual.isQuantized) same('qscheme()', qscheme(actual), qscheme(expected));
    if (checks.checkLayout) same('layout', actual.layout.toString(), expected.layout.toString());
    if (checks.checkStride && actual.layout === strided && expected.layout === strided) {
      same('stride()', tupleText(actual.stride()), tupleText(expected.stride()));
    }
    if (checks.checkDevice) same('device', actual.device.toString(), expected.device.toString());
    if (checks.checkDtype) same('dtype', actual.dtype.toString(), expected.dtype.toString());
  }

  /** On one device, of one dtype and one layout, where they may differ in these. */
  #equalized(): [Tensor, Tensor] {
    let { actual, expected } = this;
    if (actual.device.toString() !== expected.device.toString()) [actual, expected] = [actual.cpu(), expected.cpu()];
    if (actual.dtype !== expected.dtype) {
      const dtype = promoteTypes(promotable(actual.dtype), promotable(expected.dtype));
      [actual, expected] = [actual.to(dtype), expected.to(dtype)];
    }
    if (actual.layout !== expected.layout) [actual, expected] = [dense(actual), dense(expected)];
    return [actual, expected];
  }

  #compareValues(actual: Tensor, expected: Tensor): void {
    const { layout } = actual;
    if (actual.isQuantized) {
      return this.#close(actual.dequantize(), expected.dequantize(), 'Quantized tensor-likes');
    }
    if (layout === sparseCoo) return this.#compareSparse(actual, expected);
    if (layout === jagged) return this.#close(actual.values(), expected.values());
    if (layout !== strided) return this.#compareCompressed(actual, expected);
    const { rtol, atol } = this.tolerances;
    if (actual.dtype.isFloatingPoint && actual.dtype.itemsize === 1 && (rtol !== 0 || atol !== 0)) {
      throw valueError(
        `Rtol=${pythonText(rtol)} and atol=${pythonText(atol)} are not supported for bitwise comparison of low` +
          ' dimensional floats. Please use rtol=0.0 and atol=0.0.',
      );
    }
    this.#close(actual, expected);
  }

  #compareSparse(actual: Tensor, expected: Tensor): void {
    this.#sameCount('The number of sparse dimensions in sparse COO', actual.sparseDim(), expected.sparseDim());
    this.#sameCount('The number of specified values in sparse COO', internal.count(actual), internal.count(expected));
    this.#equal(internal.indices(actual), internal.indices(expected), 'Sparse COO indices');
    this.#close(internal.values(actual), internal.values(expected), 'Sparse COO values');
  }

  #compareCompressed(actual: Tensor, expected: Tensor): void {
    const name = actual.layout.name.replace('sparse_', '').toUpperCase();
    const rows = actual.layout === sparseCsr || actual.layout === sparseBsr;
    this.#sameCount(
      `The number of specified values in sparse ${name}`,
      internal.count(actual),
      internal.count(expected),
    );
    const compressed = (x: Tensor): Tensor => (rows ? x.crowIndices() : x.ccolIndices());
    const plain = (x: Tensor): Tensor => (rows ? x.colIndices() : x.rowIndices());
    const dtype = promoteTypes(compressed(actual).dtype, compressed(expected).dtype);
    const pairs = [
      [compressed, rows ? 'crow_indices' : 'ccol_indices'],
      [plain, rows ? 'col_indices' : 'row_indices'],
    ] as const;
    for (const [of, member] of pairs) {
      this.#equal(of(actual).to(dtype), of(expected).to(dtype), `Sparse ${name} ${member}`);
    }
    this.#close(actual.values(), expected.values(), `Sparse ${name} values`);
  }

  #sameCount(what: string, actual: number, expected: number): void {
    if (actual !== expected) throw this.fail(`${what} tensors does not match: ${actual} != ${expected}`);
  }

  #equal(actual: Tensor, expected: Tensor, name: string): void {
    this.#within(actual, expected, { rtol: 0, atol: 0 }, false, name);
  }

  #close(actual: Tensor, expected: Tensor, name?: string): void {
    this.#within(actual, expected, this.tolerances, this.checks.equalNan, name);
  }

  #within(actual: Tensor, expected: Tensor, tolerances: Tolerances, equalNan: boolean, name?: string): void {
    const matches = isclose(actual, expected, { ...tolerances, equalNan });
    if (matches.all().item<boolean>() === true) return;
    throw this.fail(
      actual.ndim === 0
        ? scalarMismatch(scalarOf(actual), scalarOf(expected), tolerances, name)
        : tensorMismatch(actual, expected, matches, tolerances, name),
    );
  }
}

/** Unsigned dtypes of more than 8 bits have no rules of promotion. */
const promotable = (dtype: DType): DType => ([uint16, uint32, uint64].includes(dtype) ? int64 : dtype);

const dense = (tensor: Tensor): Tensor => (tensor.layout === strided ? tensor : tensor.toDense());

function scalarOf(tensor: Tensor): Scalar {
  const value = tensor.item<number | bigint | boolean | Complex>();
  if (value instanceof Complex || typeof value === 'boolean') {
    return { kind: typeof value === 'boolean' ? 'bool' : 'complex', value };
  }
  return { kind: tensor.dtype.isFloatingPoint ? 'float' : 'int', value };
}
