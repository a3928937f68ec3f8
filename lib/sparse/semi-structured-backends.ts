/** The two forms of a matrix with two zeros in each four elements: that of CUTLASS and that of cuSPARSELt. */
import { sizeText } from '../arguments/extents';
import { bool, int, str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError, warn } from '../errors';
import { asFunction } from '../ops/dispatch/operator';
import { constantPadNd } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { type DType, bfloat16, float16, float32, float8_e4m3fn, int8 } from '../tensor/dtype';
import { FROM_DENSE, SparseSemiStructuredTensor, notImplemented } from './semi-structured';
import { fromDenseCutlass, toDenseCutlass } from './semi-structured-conversions';

type Options = Readonly<Record<string, unknown>>;
type Tiles = [packed: Tensor, meta: Tensor | null, packedT: Tensor, metaT: Tensor | null, bitmask: Tensor];

const ops = {
  mm: asFunction<(packed: Tensor, meta: Tensor, dense: Tensor) => Tensor>('aten::_sparse_semi_structured_mm'),
  addmm: asFunction<(bias: Tensor, packed: Tensor, meta: Tensor, dense: Tensor) => Tensor>(
    'aten::_sparse_semi_structured_addmm',
  ),
  tile: asFunction<(input: Tensor, algorithm: string, useCutlass: boolean) => Tiles>(
    'aten::_sparse_semi_structured_tile',
  ),
  compress: asFunction<(input: Tensor) => Tensor>('aten::_cslt_compress'),
  cusparseltMm: asFunction<(packed: Tensor, dense: Tensor, options: Options) => Tensor>('aten::_cslt_sparse_mm'),
};

type Sizes = readonly [rows: number, columns: number];

/** Of what a backend takes: the sizes of which those of the matrix are multiples, and those of its dense factor. */
type Constraints = ReadonlyMap<DType, { readonly sparse: Sizes; readonly dense: Sizes }>;

const CUTLASS: Constraints = new Map([
  [int8, { sparse: [16, 128], dense: [16, 16] }],
  [float16, { sparse: [32, 64], dense: [8, 8] }],
  [bfloat16, { sparse: [32, 64], dense: [8, 8] }],
  [float32, { sparse: [32, 32], dense: [4, 4] }],
]);

const CUSPARSELT: Constraints = new Map([
  [float8_e4m3fn, { sparse: [32, 32], dense: [16, 16] }],
  [int8, { sparse: [32, 32], dense: [16, 16] }],
  [float16, { sparse: [16, 16], dense: [8, 8] }],
  [bfloat16, { sparse: [16, 16], dense: [8, 8] }],
]);

/** What {@link SparseSemiStructuredTensorCUTLASS.fromDense} takes by name. */
interface AlgorithmId {
  /** The algorithm of cuSPARSELt; CUTLASS has one only. @defaultValue 0 */
  readonly algId?: number;
}

const PRUNE = { originalTensor: tensor(), algorithm: str('') };

/** How the elements that are kept are chosen. */
interface PruneOptions {
  /** An algorithm of the kernel's. @defaultValue '' */
  readonly algorithm?: string;
}

function requireCompressible(name: string, x: Tensor, constraints: Constraints): void {
  if (x.device.type !== 'cuda') {
    throw runtimeError(
      `Error original_tensor.device= ${String(x.device)} is not supported! Only CUDA tensors are currently supported.`,
    );
  }
  if (x.ndim !== 2) {
    throw runtimeError(
      `Error original_tensor.dim = ${x.ndim} is not supported! Only 2d tensors are currently supported.`,
    );
  }
  if (!x.isContiguous()) {
    throw runtimeError('Error original_tensor is not contiguous!Only contiguous tensors are currently supported.');
  }
  const sizes = constraints.get(x.dtype)?.sparse;
  if (!sizes)
    throw runtimeError(`Error original_tensor.dtype ${String(x.dtype)} is not a supported dtype for ${name}!`);
  if (x.shape.some((size, i) => size === 0 || size % (sizes[i] as number) !== 0)) {
    throw runtimeError(
      `Error original_tensor.shape ${sizeText(x.shape)} is not supported! Both dimensions must be larger or equal than and ` +
        `a multiple of (${sizes.join(', ')})`,
    );
  }
}

/** The dense factor with zeros up to sizes that the kernel takes, and what is cut off the product again. */
function padded(dense: Tensor, [rows, columns]: Sizes): { readonly input: Tensor; readonly isPadded: boolean } {
  const [m, n] = dense.shape as [number, number];
  const [below, right] = [(rows - (m % rows)) % rows, (columns - (n % columns)) % columns];
  const isPadded = below !== 0 || right !== 0;
  return { input: isPadded ? constantPadNd(dense, [0, right, 0, below]) : dense, isPadded };
}

/** The sizes for a dense factor of this dtype. */
function denseSizes(constraints: Constraints, { dtype }: Tensor): Sizes {
  const found = constraints.get(dtype);
  if (found) return found.dense;
  throw notImplemented(`no product with a matrix of ${String(dtype)}`);
}

/**
 * The form of CUTLASS: the elements that are kept, and beside them where they stood.
 *
 * @see https://docs.pytorch.org/docs/2.13/sparse.html#sparse-semi-structured-tensors
 * @example
 * const { SparseSemiStructuredTensorCUTLASS } = torch.sparse;
 * const weight = torch.tensor([0, 0, 1, 1]).tile([128, 32]).half().cuda(); // needs 'cuda'
 * const compressed = SparseSemiStructuredTensorCUTLASS.fromDense(weight);
 * compressed.toDense().equal(weight); // true
 */
export class SparseSemiStructuredTensorCUTLASS extends SparseSemiStructuredTensor {
  /** The backend. */
  static readonly BACKEND: string = 'cutlass';

  /**
   * Compresses a matrix of the GPU. Where four neighbours have more than two elements that are not zero, the first ones are
   * kept.
   *
   * @throws TorchError for a tensor of another device, or of a shape or dtype that CUTLASS has no kernels for
   */
  static override fromDense(
    ...args: [originalTensor: Tensor, algId?: number | AlgorithmId]
  ): SparseSemiStructuredTensorCUTLASS {
    const { originalTensor } = readArguments('SparseSemiStructuredTensorCUTLASS.fromDense', FROM_DENSE, args);
    requireCompressible('SparseSemiStructuredTensorCUTLASS', originalTensor, CUTLASS);
    const [packed, meta] = fromDenseCutlass(originalTensor);
    const { shape, requiresGrad } = originalTensor;
    return new SparseSemiStructuredTensorCUTLASS(shape, { packed, meta, requiresGrad });
  }

  /**
   * Keeps the largest elements of each 4 × 4 tile, two in each row and column, and compresses the matrix and the transposed
   * one: for training.
   *
   * @throws TorchError for a tensor that is not on a GPU
   */
  static pruneDenseStaticSort(
    ...args: [originalTensor: Tensor, algorithm?: string | PruneOptions]
  ): SparseSemiStructuredTensorCUTLASS {
    const name = 'SparseSemiStructuredTensorCUTLASS.pruneDenseStaticSort';
    const { originalTensor, algorithm } = readArguments(name, PRUNE, args);
    const [packed, meta, packedT, metaT, compressedSwizzledBitmask] = ops.tile(originalTensor, algorithm, true);
    const parts = { packed, meta, packedT, metaT, compressedSwizzledBitmask };
    return new SparseSemiStructuredTensorCUTLASS(originalTensor.shape, parts);
  }

  /** The matrix with its zeros, on its device. */
  override toDense(...args: []): Tensor {
    takesNothing('toDense', args);
    const { packed, meta } = this;
    if (packed === null || meta === null) throw notImplemented('meta and packed must not be null');
    return meta.ndim === 2 ? toDenseCutlass(packed, meta) : super.toDense();
  }

  /** @internal */
  override product(dense: Tensor, bias: Tensor | null, transposed: boolean): Tensor {
    const { packed, meta } = this;
    if (packed === null || meta === null) {
      throw notImplemented(`\`${this.constructor.name}\` matmul: operation is not supported`);
    }
    const { input, isPadded } = padded(dense, denseSizes(CUTLASS, dense));
    const factor = transposed ? input.t() : input;
    const whole = bias === null ? ops.mm(packed, meta, factor) : ops.addmm(bias, packed, meta, factor);
    const columns = dense.shape[transposed ? 0 : 1] as number;
    const result = isPadded ? whole.narrow(0, 0, this.shape[0] as number).narrow(1, 0, columns) : whole;
    if (transposed) return result.t().contiguous();
    return isPadded ? result.contiguous() : result;
  }
}

/**
 * The form of cuSPARSELt: one tensor with the elements that are kept and, behind them, where they stood.
 *
 * @see https://docs.pytorch.org/docs/2.13/sparse.html#sparse-semi-structured-tensors
 * @example
 * const { SparseSemiStructuredTensorCUSPARSELT } = torch.sparse;
 * const weight = torch.tensor([0, 0, 1, 1]).tile([128, 32]).half().cuda(); // needs 'cuda'
 * SparseSemiStructuredTensorCUSPARSELT.fromDense(weight).mm(weight).shape; // [128, 128]
 */
export class SparseSemiStructuredTensorCUSPARSELT extends SparseSemiStructuredTensor {
  /** The backend. */
  static readonly BACKEND: string = 'cusparselt';

  /**
   * Compresses a matrix of the GPU.
   *
   * @throws TorchError for a tensor of another device, or of a shape or dtype that cuSPARSELt has no kernels for
   */
  static override fromDense(
    ...args: [originalTensor: Tensor, algId?: number | AlgorithmId]
  ): SparseSemiStructuredTensorCUSPARSELT {
    const { originalTensor, algId } = readArguments('SparseSemiStructuredTensorCUSPARSELT.fromDense', FROM_DENSE, args);
    requireCompressible('SparseSemiStructuredTensorCUSPARSELT', originalTensor, CUSPARSELT);
    const { shape, requiresGrad } = originalTensor;
    return new SparseSemiStructuredTensorCUSPARSELT(shape, {
      packed: ops.compress(originalTensor),
      fuseTransposeCusparselt: SparseSemiStructuredTensor.fuseTranspose,
      algIdCusparselt: algId,
      requiresGrad,
    });
  }

  /**
   * Keeps the largest elements of each 4 × 4 tile, two in each row and column, and compresses the matrix and the transposed
   * one: for training.
   *
   * @throws TorchError for a tensor that is not on a GPU
   */
  static pruneDenseStaticSort(
    ...args: [originalTensor: Tensor, algorithm?: string | PruneOptions]
  ): SparseSemiStructuredTensorCUSPARSELT {
    const name = 'SparseSemiStructuredTensorCUSPARSELT.pruneDenseStaticSort';
    const { originalTensor, algorithm } = readArguments(name, PRUNE, args);
    const [packed, meta, packedT, metaT, compressedSwizzledBitmask] = ops.tile(originalTensor, algorithm, false);
    const [rows, columns] = originalTensor.shape as [number, number];
    return new SparseSemiStructuredTensorCUSPARSELT(originalTensor.shape, {
      packed: packed.view([rows, -1]),
      packedT: packedT.view([columns, -1]),
      ...{ meta, metaT, compressedSwizzledBitmask },
    });
  }

  /** @internal */
  override product(dense: Tensor, bias: Tensor | null, transposed: boolean): Tensor {
    this.#requireSame(dense, bias);
    const { input, isPadded } = padded(dense, denseSizes(CUSPARSELT, dense));
    const options = { bias, transposeResult: transposed, algId: this.algIdCusparselt };
    const whole = ops.cusparseltMm(this.packed as Tensor, transposed ? input.t() : input, options);
    if (!isPadded) return whole;
    return whole.narrow(transposed ? 0 : 1, 0, dense.shape[transposed ? 0 : 1] as number).contiguous();
  }

  #requireSame(dense: Tensor, bias: Tensor | null): void {
    const [own, other] = [String(this.dtype), String(dense.dtype)];
    const head = `\`${this.constructor.name}\` matmul: trying to do \`A=(${this.shape.join(', ')}) @ B=(${dense.shape.join(', ')})`;
    if (dense.dtype !== this.dtype) {
      throw notImplemented(
        `${head}\`, with A.dtype=${own} and B.dtype=${other}. This operation is only supported when A and B have the same ` +
          'data type.',
      );
    }
    if (bias !== null && bias.dtype !== this.dtype) {
      throw notImplemented(
        `${head} + C\`, with A.dtype=B.dtype=${own} and C.dtype=${String(bias.dtype)}. This operation is only supported ` +
          'when A, B and C have the same data type.',
      );
    }
    if (this.dtype === float8_e4m3fn) {
      throw notImplemented(
        `${head}\`, with A.dtype=B.dtype=${own}. mm is not supported for float8_e4m3fn, please use \`torch._scaled_mm\` ` +
          'instead.',
      );
    }
  }
}

const TO_SPARSE = { originalTensor: tensor(), transposed: bool(false), algId: int(0) };

/** The options of {@link toSparseSemiStructured}. */
export interface SemiStructuredOptions {
  /** Has no effect, and is deprecated. @defaultValue false */
  readonly transposed?: boolean;
  /** The algorithm that cuSPARSELt takes. @defaultValue 0 */
  readonly algId?: number;
}

/**
 * Compresses a matrix of the GPU in which each four neighbours have two zeros: in the form of cuSPARSELt, or in that of CUTLASS
 * if `SparseSemiStructuredTensor.forceCutlass` says so.
 *
 * @throws TorchError for a tensor that is not on a GPU, and for shapes and dtypes that there are no kernels for
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.to_sparse_semi_structured.html
 * @example
 * const weight = torch.tensor([0, 0, 1, 1]).tile([128, 32]).half().cuda(); // needs 'cuda'
 * torch.sparse.toSparseSemiStructured(weight).linear(torch.ones([4, 128]).half().cuda()).shape; // [4, 128]
 */
export function toSparseSemiStructured(
  ...args: [originalTensor: Tensor, ...optional: Mixed<[transposed?: boolean, algId?: number], SemiStructuredOptions>]
): SparseSemiStructuredTensor {
  const { originalTensor, transposed, algId } = readArguments('torch.sparse.toSparseSemiStructured', TO_SPARSE, args);
  if (transposed) {
    warn(
      'Setting transpose from `to_sparse_semi_structured` is deprecated and will be removed in a future release. ' +
        '`SparseSemiStructuredTensor` only support contiguous input tensors.',
    );
  }
  const { forceCutlass } = SparseSemiStructuredTensor;
  const Form = forceCutlass ? SparseSemiStructuredTensorCUTLASS : SparseSemiStructuredTensorCUSPARSELT;
  return Form.fromDense(originalTensor, algId);
}
