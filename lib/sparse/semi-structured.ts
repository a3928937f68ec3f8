/** `torch.sparse`: matrices of which each four elements have two zeros, which some GPUs multiply twice as fast. */
import { sizeText } from '../arguments/extents';
import { bool, int, listOfInts, nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { runtimeError, valueError, warn } from '../errors';
import { eye } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';
import { type DType, int16, int32 } from '../tensor/dtype';
import type { Layout } from '../tensor/layout';
import { isTensor } from '../tensor/tensor';

const NOTICE =
  'The PyTorch API of SparseSemiStructuredTensor is in prototype stage and will change in the near future. Please open a ' +
  'Github issue for features requests and see our documentation on the torch.sparse module for further information about ' +
  'the project.';

/** An error for what the compressed form cannot do. @internal */
export const notImplemented = (text: string): Error => runtimeError(text, { code: 'ERR_TORCH_NOT_IMPLEMENTED' });

/** Whether the program was told that this is a prototype. */
let noticed = false;

/** What a {@link SparseSemiStructuredTensor} is made of. */
export interface SemiStructuredParts {
  /** The elements that are kept. @defaultValue null */
  readonly packed?: Tensor | null;
  /** Where they stood, if that is stored apart. @defaultValue null */
  readonly meta?: Tensor | null;
  /** The elements that are kept of the transposed matrix. @defaultValue null */
  readonly packedT?: Tensor | null;
  /** Where those stood. @defaultValue null */
  readonly metaT?: Tensor | null;
  /** Which elements are kept, in the order of the threads of a kernel. @defaultValue null */
  readonly compressedSwizzledBitmask?: Tensor | null;
  /** Let cuSPARSELt transpose what it multiplies. @defaultValue false */
  readonly fuseTransposeCusparselt?: boolean;
  /** The algorithm that cuSPARSELt takes. @defaultValue 0 */
  readonly algIdCusparselt?: number;
  /** Whether it was made of a matrix that is recorded for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
}

const PART = nullable(tensor());
const FIELDS = {
  shape: listOfInts(),
  packed: PART,
  meta: PART,
  packedT: PART,
  metaT: PART,
  compressedSwizzledBitmask: PART,
  fuseTransposeCusparselt: bool(false),
  algIdCusparselt: int(0),
  requiresGrad: bool(false),
};

type Class<T> = new (shape: readonly number[], parts: SemiStructuredParts) => T;

/** What makes a compressed tensor of a dense one takes. @internal */
export const FROM_DENSE = { originalTensor: tensor(), algId: int(0) };
const MM = { other: value<Tensor | SparseSemiStructuredTensor>('a Tensor', (v) => isTensor(v) || isSemi(v)) };
const LINEAR = { input: tensor(), bias: nullable(tensor()) };
const LEFT = { other: tensor(), bias: nullable(tensor()) };
const TO = { device: value<DeviceLike>('a device', isDeviceLike) };
const VIEW = { shape: listOfInts() };

const isSemi = (given: unknown): given is SparseSemiStructuredTensor => given instanceof SparseSemiStructuredTensor;
/** A shape as Python prints it. @internal */

/**
 * A matrix in which each four neighbours have two zeros, without these zeros. It is an object with the compressed tensors;
 * what can be done with it are its methods. Products need a GPU of compute capability 8.0 or more. Compressing and
 * {@link SparseSemiStructuredTensorCUTLASS.toDense} are plain tensor code. It is a prototype in PyTorch as well.
 *
 * This is the base of the two forms, of which {@link toSparseSemiStructured} makes one.
 *
 * @throws TorchValueError if there are neither `packed` nor `packedT`
 * @see https://docs.pytorch.org/docs/2.13/sparse.html#sparse-semi-structured-tensors
 */
export class SparseSemiStructuredTensor {
  /** Whether {@link toSparseSemiStructured} makes CUTLASS's form, not cuSPARSELt's. Python's `_FORCE_CUTLASS`. */
  static forceCutlass = false;
  /** Whether cuSPARSELt's form transposes what it multiplies. Python's `_FUSE_TRANSPOSE`. */
  static fuseTranspose = false;

  /** The shape of the matrix with its zeros. */
  readonly shape: readonly number[];
  /** The elements that are kept. */
  readonly packed: Tensor | null;
  /** Where they stood, if that is stored apart. */
  readonly meta: Tensor | null;
  /** The elements that are kept of the transposed matrix. */
  readonly packedT: Tensor | null;
  /** Where those stood. */
  readonly metaT: Tensor | null;
  /** Which elements are kept, in the order of the threads of a kernel. */
  readonly compressedSwizzledBitmask: Tensor | null;
  /** Whether cuSPARSELt transposes what it multiplies. */
  readonly fuseTransposeCusparselt: boolean;
  /** The algorithm that cuSPARSELt takes. */
  readonly algIdCusparselt: number;
  /** Whether it was made of a matrix that is recorded for autograd. */
  readonly requiresGrad: boolean;

  constructor(
    ...args: [
      shape: readonly number[],
      ...optional: Mixed<
        [
          packed?: Tensor | null,
          meta?: Tensor | null,
          packedT?: Tensor | null,
          metaT?: Tensor | null,
          compressedSwizzledBitmask?: Tensor | null,
          fuseTransposeCusparselt?: boolean,
          algIdCusparselt?: number,
          requiresGrad?: boolean,
        ],
        SemiStructuredParts
      >,
    ]
  ) {
    const given = readArguments('SparseSemiStructuredTensor', FIELDS, args);
    if (!noticed) warn(NOTICE);
    noticed = true;
    if (given.packed === null && given.packedT === null) {
      throw valueError('At least one of packed or packed_t must be provided');
    }
    this.shape = Object.freeze([...given.shape]);
    this.packed = given.packed;
    this.meta = given.meta;
    this.packedT = given.packedT;
    this.metaT = given.metaT;
    this.compressedSwizzledBitmask = given.compressedSwizzledBitmask;
    this.fuseTransposeCusparselt = given.fuseTransposeCusparselt;
    this.algIdCusparselt = given.algIdCusparselt;
    this.requiresGrad = given.requiresGrad;
  }

  /**
   * Compresses a matrix. The base class has no form of its own.
   *
   * @throws TorchError always, with the code `ERR_TORCH_NOT_IMPLEMENTED`
   */
  static fromDense(
    ...args: [
      originalTensor: Tensor,
      algId?:
        | number
        | {
            /** The algorithm of cuSPARSELt. @defaultValue 0 */
            readonly algId?: number;
          },
    ]
  ): SparseSemiStructuredTensor {
    readArguments('SparseSemiStructuredTensor.fromDense', FROM_DENSE, args);
    throw notImplemented('SparseSemiStructuredTensor has no form of its own: use one of the two classes for a backend');
  }

  get #first(): Tensor {
    return (this.packed ?? this.packedT) as Tensor;
  }

  get dtype(): DType {
    return this.#first.dtype;
  }
  get device(): Device {
    return this.#first.device;
  }
  get layout(): Layout {
    return this.#first.layout;
  }
  get ndim(): number {
    return this.shape.length;
  }

  /** Parts of this one, with some others in their place. @internal */
  with(parts: SemiStructuredParts, shape = this.shape): this {
    return new (this.constructor as Class<this>)(shape, { ...this.#parts(), ...parts });
  }

  #parts(): Required<SemiStructuredParts> {
    const { packed, meta, packedT, metaT, compressedSwizzledBitmask, requiresGrad } = this;
    const { fuseTransposeCusparselt, algIdCusparselt } = this;
    const tensors = { packed, meta, packedT, metaT, compressedSwizzledBitmask };
    return { ...tensors, fuseTransposeCusparselt, algIdCusparselt, requiresGrad };
  }

  #kept(): Tensor {
    if (this.packed !== null) return this.packed;
    throw valueError('this tensor has only the parts of its transposed form: packed is null');
  }

  /** The elements that are kept. */
  values(...args: []): Tensor {
    takesNothing('values', args);
    const packed = this.#kept();
    if (this.meta !== null) return packed.detach();
    const [rows, columns] = this.shape as [number, number];
    return packed
      .ravel()
      .narrow(0, 0, (rows * columns) / 2)
      .view([rows, -1]);
  }

  /** Where the elements stood that are kept, as the backend encodes it. */
  indices(...args: []): Tensor {
    takesNothing('indices', args);
    const packed = this.#kept();
    if (this.meta !== null) return this.meta;
    const [rows, columns] = this.shape as [number, number];
    const kept = (rows * columns) / 2;
    const rest = packed.ravel().narrow(0, kept, packed.numel() - kept);
    return rest.view([rows, -1]).view(this.dtype === int32 ? int32 : int16);
  }

  /** The transposed matrix: the parts for both change places. */
  t(...args: []): this {
    takesNothing('t', args);
    const { packed, meta, packedT, metaT, compressedSwizzledBitmask: mask } = this;
    const parts = { packed: packedT, meta: metaT, packedT: packed, metaT: meta, requiresGrad: false };
    const turned = { ...parts, compressedSwizzledBitmask: mask === null ? null : mask.transpose(0, 1) };
    return this.with(turned, [...this.shape].reverse());
  }

  /** The same parts, not recorded for autograd. */
  detach(...args: []): this {
    takesNothing('detach', args);
    return this.with({ requiresGrad: false });
  }

  /** A copy of all parts. */
  clone(...args: []): this {
    takesNothing('clone', args);
    const copy = (part: Tensor | null): Tensor | null => part?.clone() ?? null;
    const { packed, meta, packedT, metaT, compressedSwizzledBitmask } = this;
    return this.with({
      ...{ packed: copy(packed), meta: copy(meta), packedT: copy(packedT), metaT: copy(metaT) },
      compressedSwizzledBitmask: copy(compressedSwizzledBitmask),
    });
  }

  /** This tensor, where `shape` is the one that it has. */
  view(...args: [shape: readonly number[]]): this {
    const { shape } = readArguments('view', VIEW, args);
    if (shape.join() === this.shape.join()) return this;
    throw notImplemented(
      `\`view\` is not implemented for SparseSemiStructuredTensor, except for the dummy case (shape=[${shape.join(', ')}])`,
    );
  }

  /** The matrix with its zeros, on the CPU. It can be moved nowhere else. */
  to(...args: [device: DeviceLike]): Tensor {
    const { device } = readArguments('to', TO, args);
    if (new Device(String(device)).type === 'cpu') return this.toDense().to('cpu');
    throw notImplemented(
      `\`to()\` with '${String(device)}' is not implemented for SparseSemiStructuredTensor. Only \`to('cpu')\` is supported ` +
        'currently.',
    );
  }

  /** The matrix with its zeros, on its device: a product with the identity. */
  toDense(...args: []): Tensor {
    takesNothing('toDense', args);
    return this.mm(eye(this.shape.at(-1) as number, { dtype: this.dtype, device: this.device }));
  }

  /**
   * The product with a dense matrix.
   *
   * @param other the matrix on the right
   */
  mm(...args: [other: Tensor]): Tensor {
    const { other } = readArguments('mm', MM, args);
    return this.multiply(other as Tensor, null, false);
  }

  /**
   * The product of a dense matrix with this one, `other @ this`, and a bias for each column.
   *
   * @param other the matrix on the left
   * @param bias of one dimension
   */
  rmm(
    ...args: [
      other: Tensor,
      bias?:
        | Tensor
        | null
        | {
            /** Is added to each row. @defaultValue null */
            readonly bias?: Tensor | null;
          },
    ]
  ): Tensor {
    const { other, bias } = readArguments('rmm', LEFT, args);
    return this.t().multiply(other, bias, true);
  }

  /**
   * `torch.nn.functional.linear` with this matrix as the weight.
   *
   * @param input its last dimension is that of the weight's columns
   * @param bias is added to each row
   */
  linear(
    ...args: [
      input: Tensor,
      bias?:
        | Tensor
        | null
        | {
            /** Is added to each row. @defaultValue null */
            readonly bias?: Tensor | null;
          },
    ]
  ): Tensor {
    const { input, bias } = readArguments('linear', LINEAR, args);
    const product = this.multiply(input.view([-1, input.shape.at(-1) as number]), bias, true);
    return product.view([...input.shape.slice(0, -1), -1]);
  }

  /** The product, checked. @internal */
  multiply(other: Tensor, bias: Tensor | null, transposed: boolean): Tensor {
    if (isSemi(other)) {
      throw valueError('`SparseSemiStructuredTensor @ SparseSemiStructuredTensor` is not supported by the hardware');
    }
    if (bias !== null && bias.ndim !== 1) {
      throw notImplemented(
        `\`SparseSemiStructuredTensor\` matmul: only bias dim=1 supported. Shape=${sizeText(bias.shape)}`,
      );
    }
    if (this.ndim !== 2 || other.ndim !== 2) {
      throw notImplemented(`\`${this.constructor.name}\` matmul: Broadcasting is not implemented`);
    }
    if (this.packed === null) throw notImplemented(`\`${this.constructor.name}\` matmul: operation is not supported`);
    return this.product(other, bias, transposed);
  }

  /** The product, which the backend computes. @internal */
  product(_other: Tensor, _bias: Tensor | null, _transposed: boolean): Tensor {
    throw notImplemented('SparseSemiStructuredTensor has no form of its own: use one of the two classes for a backend');
  }

  toString(): string {
    return `${this.constructor.name}(shape=${sizeText(this.shape)})`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
