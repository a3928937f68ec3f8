import { bool, count, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { show } from '../../arguments/describe';
import { valueError } from '../../errors';
import { cat, rand, randint, randnLike } from '../../ops/generated/functions';
import { sparseCooTensor, tensor as makeTensor } from '../../ops/python/index';
import type { Tensor } from '../../ops/tensor-methods';
import { type DType, int64 } from '../../tensor/dtype';
import type { FuzzedParameters } from './fuzzed-parameter';
import { DTYPE, type FuzzedProperties, type FuzzedSize, FuzzedTensor, SIZE } from './fuzzed-tensor';

/** What {@link FuzzedSparseTensor} takes. */
export interface FuzzedSparseTensorOptions {
  /** The size of each dimension: numbers, and names of parameters. It must be given. */
  readonly size?: FuzzedSize;
  /** Draw again below this number of elements. @defaultValue null */
  readonly minElements?: number | null;
  /** Draw again above this number of elements. @defaultValue null */
  readonly maxElements?: number | null;
  /** The parameter that says how many dimensions there are. @defaultValue null, for all those of `size` */
  readonly dimParameter?: string | null;
  /** The parameter that says how many of them are sparse. @defaultValue null, for all */
  readonly sparseDim?: string | null;
  /** Has no effect, as in Python. @defaultValue null */
  readonly nnz?: string | null;
  /** The parameter that says which part of the sum of the sizes has a value. @defaultValue null, for 'density' */
  readonly density?: string | null;
  /** The parameter that says whether each index occurs once. @defaultValue null, for 'coalesced' */
  readonly coalesced?: string | null;
  /** The dtype. @defaultValue torch.float32 */
  readonly dtype?: DType;
  /** Put it on the GPU. @defaultValue false */
  readonly cuda?: boolean;
}

const FIELDS = {
  name: str(),
  size: SIZE,
  minElements: nullable(count(0)),
  maxElements: nullable(count(0)),
  dimParameter: nullable(str()),
  sparseDim: nullable(str()),
  nnz: nullable(str()),
  density: nullable(str()),
  coalesced: nullable(str()),
  dtype: DTYPE,
  cuda: bool(false),
};

const PARTS = { size: SIZE, dtype: DTYPE, sparseDim: count(1), nnz: count(0), isCoalesced: bool() };

/** What a sparse tensor is made of. */
interface SparseParts {
  readonly size: readonly number[];
  readonly dtype: DType;
  readonly sparseDim: number;
  readonly nnz: number;
  readonly isCoalesced: boolean;
}

/**
 * A sparse tensor of random size, which a {@link Fuzzer} makes. The parameters say how many values it has.
 *
 * @throws TorchError where a parameter is missing, or has a value that makes no sense
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/utils/benchmark/utils/sparse_fuzzer.py
 * @example
 * const { FuzzedParameter, FuzzedSparseTensor, Fuzzer } = torch.utils.benchmark;
 * const fuzzer = new Fuzzer(
 *   [
 *     new FuzzedParameter('rows', 4, 64, 'loguniform'),
 *     new FuzzedParameter('density', 0.1, 0.4, 'uniform'),
 *     new FuzzedParameter('coalesced', { distribution: new Map([[true, 0.5], [false, 0.5]]) }),
 *   ],
 *   [new FuzzedSparseTensor('x', ['rows', 8])],
 *   { seed: 0 },
 * );
 * for (const [{ x }] of fuzzer.take(2)) console.log(String(x));
 */
export class FuzzedSparseTensor extends FuzzedTensor {
  readonly #options: Pick<Required<FuzzedSparseTensorOptions>, 'sparseDim' | 'dtype' | 'cuda'>;
  readonly #density: string;
  readonly #coalesced: string;

  constructor(
    ...args: [
      name: string,
      ...optional: Mixed<
        [
          size: FuzzedSize,
          minElements?: number | null,
          maxElements?: number | null,
          dimParameter?: string | null,
          sparseDim?: string | null,
          nnz?: string | null,
          density?: string | null,
          coalesced?: string | null,
          dtype?: DType,
          cuda?: boolean,
        ],
        FuzzedSparseTensorOptions
      >,
    ]
  ) {
    const { name, size, minElements, maxElements, dimParameter, ...rest } = readArguments(
      'FuzzedSparseTensor',
      FIELDS,
      args,
    );
    super(name, size, { minElements, maxElements, dimParameter, dtype: rest.dtype, cuda: rest.cuda });
    this.#options = rest;
    this.#density = rest.density ?? 'density';
    this.#coalesced = rest.coalesced ?? 'coalesced';
  }

  /**
   * Makes a sparse tensor: random values at random indices. Unless it is coalesced, each index occurs twice.
   *
   * @param size the shape
   * @param dtype the dtype of the values
   * @param sparseDim how many dimensions are sparse
   * @param nnz how many indices are drawn
   * @param isCoalesced whether values of the same index are added up
   */
  static sparseTensorConstructor(
    ...args: [size: readonly number[], dtype: DType, sparseDim: number, nnz: number, isCoalesced: boolean]
  ): Tensor {
    const parts = readArguments('FuzzedSparseTensor.sparseTensorConstructor', PARTS, args);
    return sparseTensor({ ...parts, size: parts.size as readonly number[] });
  }

  #read<T>(params: FuzzedParameters, name: string, what: string, fits: (given: unknown) => boolean): T {
    const given = Object.hasOwn(params, name) ? params[name] : undefined;
    if (fits(given)) return given as T;
    throw valueError(
      `FuzzedSparseTensor '${this.name}': the parameter '${name}' should be ${what}, got ${show(given)}`,
    );
  }

  /** @internal */
  override make(params: FuzzedParameters): readonly [tensor: Tensor, properties: FuzzedProperties] {
    const { size } = this.extent(params);
    const { sparseDim: named, dtype, cuda } = this.#options;
    const share = (given: unknown): boolean => typeof given === 'number' && given >= 0 && given <= 1;
    const density = this.#read<number>(params, this.#density, 'a number from 0 to 1', share);
    const isCoalesced = this.#read<boolean>(params, this.#coalesced, 'a boolean', (v) => typeof v === 'boolean');
    const positive = (given: unknown): boolean => Number.isSafeInteger(given) && (given as number) > 0;
    const asked = named === null ? size.length : this.#read<number>(params, named, 'a number from 1', positive);
    const nnz = Math.ceil(size.reduce((sum, one) => sum + one, 0) * density);
    const made = sparseTensor({ size, dtype, sparseDim: Math.min(asked, size.length), nnz, isCoalesced });
    const tensor = cuda ? made.to('cuda') : made;
    const [sparseDim, denseDim] = [tensor.sparseDim(), tensor.denseDim()];
    const properties = {
      ...{ numel: tensor.numel(), shape: tensor.shape, isCoalesced: tensor.isCoalesced() },
      ...{ density, sparsity: 1 - density, sparseDim, denseDim },
      ...{ isHybrid: size.length > sparseDim, dtype: String(dtype) },
    };
    return [tensor, properties];
  }
}

function sparseTensor({ size, dtype, sparseDim, nnz, isCoalesced }: SparseParts): Tensor {
  const extents = size.slice(0, sparseDim);
  if (extents.every((one) => one <= 0) && nnz !== 0) {
    throw valueError(`a tensor of size [${size.join(', ')}] has no room for ${nnz} values`);
  }
  const shape = [nnz, ...size.slice(sparseDim)];
  const options = { dtype, device: 'cpu' } as const;
  let values = dtype.isFloatingPoint ? rand(shape, options) : randint(1, 127, shape, options);
  const drawn = rand([sparseDim, nnz], { device: 'cpu' });
  let indices = drawn.mul_(makeTensor(extents).unsqueeze(1).to(drawn)).to(int64);
  if (!isCoalesced) {
    values = cat([values, randnLike(values)], 0);
    indices = cat([indices, indices], 1);
  }
  const made = sparseCooTensor(indices, values, size);
  return isCoalesced ? made.coalesce() : made;
}
