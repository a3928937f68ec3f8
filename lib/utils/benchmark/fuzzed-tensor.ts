import { bool, callback, count, float, listOfInts, nullable, str, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { show } from '../../arguments/describe';
import { typeError, valueError } from '../../errors';
import { rand, randint } from '../../ops/generated/functions';
import { slice } from '../../ops/indexing/slice';
import type { Tensor } from '../../ops/tensor-methods';
import { DType, float32 } from '../../tensor/dtype';
import { isTensor } from '../../tensor/tensor';
import type { FuzzedParameters } from './fuzzed-parameter';
import type { RandomState } from './random-state';

/** Sizes: numbers, and names of parameters. */
export type FuzzedSize = readonly (string | number)[];

/** Makes the tensor of which a {@link FuzzedTensor} takes a part: it gets the size, the dtype, and all parameters. */
export type TensorConstructor = (
  given: { readonly size: readonly number[]; readonly dtype: DType } & FuzzedParameters,
) => Tensor;

/** What {@link FuzzedTensor} takes. */
export interface FuzzedTensorOptions {
  /** The size of each dimension: numbers, and names of parameters. It must be given. */
  readonly size?: FuzzedSize;
  /**
   * For each dimension, of how many elements one is taken: the tensor is a part of a larger one.
   * @defaultValue null, for all elements
   */
  readonly steps?: FuzzedSize | null;
  /** The probability that the dimensions lie in memory in their order. @defaultValue 0.5 */
  readonly probabilityContiguous?: number;
  /** Draw again below this number of elements. @defaultValue null */
  readonly minElements?: number | null;
  /** Draw again above this number of elements. @defaultValue null */
  readonly maxElements?: number | null;
  /** Draw again above this number of bytes, those between the elements included. @defaultValue null */
  readonly maxAllocationBytes?: number | null;
  /** The parameter that says how many dimensions there are. @defaultValue null, for all those of `size` */
  readonly dimParameter?: string | null;
  /** Has no effect, as in Python. @defaultValue null */
  readonly rollParameter?: string | null;
  /** The dtype. @defaultValue torch.float32 */
  readonly dtype?: DType;
  /** Put it on the GPU. @defaultValue false */
  readonly cuda?: boolean;
  /** Makes the elements. @defaultValue null, for numbers of [0, 1), or whole ones from 1 to 126 */
  readonly tensorConstructor?: TensorConstructor | null;
}

/** What a {@link Fuzzer} tells of a tensor. */
export type FuzzedProperties = Readonly<Record<string, unknown>>;

const isSize = (given: unknown): boolean =>
  Array.isArray(given) && given.every((one) => typeof one === 'string' || (Number.isSafeInteger(one) && one >= 0));

/** @internal */
export const SIZE = value<FuzzedSize>('an array of sizes and names of parameters', isSize);
/** @internal */
export const DTYPE = value<DType>('a dtype', (given) => given instanceof DType, float32);

const FIELDS = {
  name: str(),
  size: SIZE,
  steps: nullable(SIZE),
  probabilityContiguous: float(0.5),
  minElements: nullable(count(0)),
  maxElements: nullable(count(0)),
  maxAllocationBytes: nullable(count(0)),
  dimParameter: nullable(str()),
  rollParameter: nullable(str()),
  dtype: DTYPE,
  cuda: bool(false),
  tensorConstructor: nullable(callback<TensorConstructor>()),
};

/** How large a tensor is in one draw. */
interface Extent {
  readonly size: readonly number[];
  readonly steps: readonly number[];
  readonly allocation: readonly number[];
}

/** As an exact number: a product of sizes can be beyond 2^53. */
const product = (sizes: readonly number[], base = 1): bigint =>
  sizes.reduce((total, one) => total * BigInt(one), BigInt(base));

const exceeds = (left: bigint | number | null, right: bigint | number | null): boolean =>
  left !== null && right !== null && left > right;

/**
 * A tensor of random size and layout, which a {@link Fuzzer} makes.
 *
 * @throws TorchError where a name in `size` or `steps` is that of no parameter
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/utils/benchmark/utils/fuzzer.py
 * @example
 * const { FuzzedTensor } = torch.utils.benchmark;
 * const x = new FuzzedTensor('x', ['rows', 8], { probabilityContiguous: 0.75, maxElements: 4096 });
 */
export class FuzzedTensor {
  /** The name under which it is handed out. */
  readonly name: string;
  readonly #options: Omit<Required<FuzzedTensorOptions>, 'rollParameter'>;

  constructor(
    ...args: [
      name: string,
      ...optional: Mixed<
        [
          size: FuzzedSize,
          steps?: FuzzedSize | null,
          probabilityContiguous?: number,
          minElements?: number | null,
          maxElements?: number | null,
          maxAllocationBytes?: number | null,
          dimParameter?: string | null,
          rollParameter?: string | null,
          dtype?: DType,
          cuda?: boolean,
          tensorConstructor?: TensorConstructor | null,
        ],
        FuzzedTensorOptions
      >,
    ]
  ) {
    const { name, ...options } = readArguments('FuzzedTensor', FIELDS, args);
    this.name = name;
    this.#options = options;
  }

  /**
   * Makes the elements where no other constructor was given: numbers of [0, 1), or whole ones from 1 to 126.
   *
   * @param size the shape
   * @param dtype the dtype
   */
  static defaultTensorConstructor(...args: [size: readonly number[], dtype: DType]): Tensor {
    const { size, dtype } = readArguments(
      'FuzzedTensor.defaultTensorConstructor',
      { size: listOfInts(), dtype: value<DType>('a dtype', (given) => given instanceof DType) },
      args,
    );
    const options = { dtype, device: 'cpu' } as const;
    return dtype.isFloatingPoint || dtype.isComplex ? rand(size, options) : randint(1, 127, size, options);
  }

  #resolve(values: FuzzedSize, dim: number, params: FuzzedParameters): number[] {
    const known = values.slice(0, dim).map((one) => {
      const given = Object.hasOwn(params, one) ? params[one] : one;
      if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0) return given;
      throw valueError(`FuzzedTensor '${this.name}': the size ${show(one)} is ${show(given)}, no whole number from 0`);
    });
    return [...known, ...Array.from({ length: Math.max(dim - known.length, 0) }, () => 1)];
  }

  /** The sizes in one draw. @internal */
  extent(params: FuzzedParameters): Extent {
    const { dimParameter, size: sizes, steps: given } = this.#options;
    const dim = dimParameter === null ? sizes.length : params[dimParameter];
    if (typeof dim !== 'number' || !Number.isSafeInteger(dim) || dim < 0) {
      throw valueError(`FuzzedTensor '${this.name}': '${dimParameter}' is ${show(dim)}, no number of dimensions`);
    }
    const size = this.#resolve(sizes, dim, params);
    const steps = this.#resolve(given ?? [], dim, params);
    return { size, steps, allocation: size.map((one, i) => one * (steps[i] as number)) };
  }

  /** Makes the tensor and what is told of it. @internal */
  make(params: FuzzedParameters, state: RandomState): readonly [tensor: Tensor, properties: FuzzedProperties] {
    const { size, steps, allocation } = this.extent(params);
    const { probabilityContiguous, dtype, cuda } = this.#options;
    let raw = this.#elements(allocation, params);
    if (cuda) raw = raw.to('cuda');
    let order = size.map((_, i) => i);
    if (state.rand() > probabilityContiguous) {
      while (order.length > 1 && order.every((one, i) => one === i)) order = state.permutation(order.length);
      const back = order.map((_, i) => order.indexOf(i));
      raw = raw.permute(order).contiguous().permute(back);
    }
    const slices = size.map((one, i) => slice(0, one * (steps[i] as number), steps[i] as number));
    const tensor = slices.length ? raw.index(...slices) : raw;
    const isContiguous = tensor.isContiguous();
    return [tensor, { numel: tensor.numel(), order, steps, isContiguous, dtype: String(dtype) }];
  }

  #elements(size: readonly number[], params: FuzzedParameters): Tensor {
    const { tensorConstructor, dtype } = this.#options;
    if (tensorConstructor === null) return FuzzedTensor.defaultTensorConstructor(size, dtype);
    const made: unknown = tensorConstructor({ ...params, size, dtype });
    if (isTensor(made)) return made;
    throw typeError(`FuzzedTensor '${this.name}': tensorConstructor returned ${show(made)}, no Tensor`);
  }

  /**
   * Whether the tensor of these parameters has neither too few elements nor too many.
   *
   * @param params the value of each parameter
   */
  satisfiesConstraints(params: FuzzedParameters, ...surplus: []): boolean {
    readArguments('FuzzedTensor.satisfiesConstraints', {}, surplus);
    const { size, allocation } = this.extent(params);
    const { minElements, maxElements, maxAllocationBytes, dtype } = this.#options;
    const elements = product(size);
    const bytes = product(allocation, dtype.itemsize);
    return !(exceeds(elements, maxElements) || exceeds(minElements, elements) || exceeds(bytes, maxAllocationBytes));
  }
}
