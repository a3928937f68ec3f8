/** `torch.testing.make_tensor`. */
import { bool, float, keyword, nullable, required, value } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { readOptions } from '../arguments/read';
import { show } from '../arguments/describe';
import { typeError, valueError, warn } from '../errors';
import { slice } from '../ops/indexing/slice';
import { empty, randint, viewAsReal } from '../ops/generated/functions';
import { floatText } from '../ops/print/numbers';
import { pythonText } from '../ops/print/python-text';
import { finfo, iinfo } from '../ops/python/types';
import type { Tensor } from '../ops/tensor-methods';
import { FACTORY } from '../tensor/arguments';
import type { DeviceLike } from '../tensor/device';
import { DType, float32 } from '../tensor/dtype';
import { MemoryFormat } from '../tensor/layout';
import { volumeOf } from '../arguments/extents';

export interface MakeTensorOptions {
  /** The dtype. */
  readonly dtype: DType;
  /** The device. */
  readonly device: DeviceLike;
  /** The least value. @defaultValue null: -9, or 0 for booleans and unsigned integers */
  readonly low?: number | null;
  /** What all values are below. @defaultValue null: 9, 10 for integers and 2 for booleans */
  readonly high?: number | null;
  /** Record operations on the tensor; for floating point and complex dtypes only. @defaultValue false */
  readonly requiresGrad?: boolean;
  /** A tensor that is not contiguous, if it has more than one element. @defaultValue false */
  readonly noncontiguous?: boolean;
  /** Put 1, or the smallest positive number, in the place of zeros. @defaultValue false */
  readonly excludeZero?: boolean;
  /** The order of dimensions in memory; not together with `noncontiguous`. @defaultValue null */
  readonly memoryFormat?: MemoryFormat | null;
}

const TABLE = {
  dtype: required(value<DType>('a dtype', (given) => given instanceof DType)),
  device: required({ ...FACTORY.device, fallback: undefined }),
  low: keyword(nullable(float())),
  high: keyword(nullable(float())),
  requiresGrad: bool(false),
  noncontiguous: bool(false),
  excludeZero: bool(false),
  memoryFormat: nullable(value<MemoryFormat>('a memory format', (given) => given instanceof MemoryFormat)),
};

const INTEGRAL = new Set(['uint8', 'int8', 'int16', 'int32', 'int64', 'uint16', 'uint32', 'uint64', 'bool']);
const FLOATING = new Set(['float16', 'bfloat16', 'float32', 'float64', 'complex32', 'complex64', 'complex128']);
const SMALL = new Set(['float8_e4m3fn', 'float8_e5m2', 'float8_e4m3fnuz', 'float8_e5m2fnuz']);

type Whole = number | bigint;
type Shape = readonly number[];

/** What values of a dtype may be, and what they are by default. */
interface Limits {
  readonly least: Whole;
  readonly end: Whole;
  readonly low: number;
  readonly high: number;
}

/**
 * A tensor of random values for tests, drawn from `[low, high)` by the default generator, as in Python.
 *
 * @param shape - The size, as a list or as separate numbers.
 * @throws TorchValueError for bounds that are NaN, in the wrong order or beyond the dtype, `requiresGrad` of integers, and
 * `noncontiguous` together with `memoryFormat`; TypeError for other dtypes.
 * @see https://docs.pytorch.org/docs/2.13/testing.html#torch.testing.make_tensor
 * @example
 * torch.testing.makeTensor([3], { dtype: torch.float32, device: 'cpu', low: -1, high: 1 });
 */
export function makeTensor(shape: readonly number[], options: MakeTensorOptions): Tensor;
export function makeTensor(...shapeAndOptions: [...shape: number[], options: MakeTensorOptions]): Tensor;
export function makeTensor(...args: readonly unknown[]): Tensor {
  const options = args[args.length - 1];
  if (!isPlainObject(options)) throw typeError(`torch.testing.makeTensor() misses 'dtype' (a dtype)`);
  const read = readOptions('torch.testing.makeTensor', TABLE, options) as Required<MakeTensorOptions>;
  const shape = shapeOf(args.slice(0, -1));
  requireFitting(read);
  const noncontiguous = read.noncontiguous && volumeOf(shape) > 1;
  const doubled = noncontiguous ? [...shape.slice(0, -1), 2 * (shape[shape.length - 1] as number)] : shape;
  let result = drawn(doubled, read);
  if (noncontiguous) result = result.index('...', slice(1, null, 2));
  else if (read.memoryFormat !== null) result = result.clone({ memoryFormat: read.memoryFormat });
  const { name } = read.dtype;
  if (read.excludeZero) result.maskedFill_(result.eq(0), INTEGRAL.has(name) ? 1 : finfo(read.dtype).tiny);
  return FLOATING.has(name) ? result.requiresGrad_(read.requiresGrad) : result;
}

function shapeOf(given: readonly unknown[]): Shape {
  const list = given.length === 1 && Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given;
  if (list.every((size) => Number.isSafeInteger(size))) return list as Shape;
  throw typeError(`torch.testing.makeTensor() expected a size of integers, got ${show(list)}`);
}

function requireFitting({ dtype, noncontiguous, memoryFormat, requiresGrad }: Required<MakeTensorOptions>): void {
  if (noncontiguous && memoryFormat !== null) {
    throw valueError(
      'The parameters `noncontiguous` and `memory_format` are mutually exclusive, but got noncontiguous=True and ' +
        `memory_format=${memoryFormat.toString()}`,
    );
  }
  if (requiresGrad && INTEGRAL.has(dtype.name)) {
    throw valueError(
      `\`requires_grad=True\` is not supported for boolean and integral dtypes, but got dtype=${dtype.toString()}`,
    );
  }
}

function limitsOf(dtype: DType): Limits {
  if (dtype.name === 'bool') return { least: 0, end: 2, low: 0, high: 2 };
  if (INTEGRAL.has(dtype.name)) {
    const { min, max } = iinfo(dtype);
    const end = dtype.name === 'int64' ? max : typeof max === 'bigint' ? max + 1n : max + 1;
    return { least: min, end, low: -9, high: 10 };
  }
  const { min, max } = finfo(dtype);
  return { least: min, end: max, low: -9, high: 9 };
}

function clamp(x: Whole, least: Whole, most: Whole): Whole {
  const below = x > least ? x : least;
  return below < most ? below : most;
}

function boundsOf({ dtype, low: given, high: wanted }: Required<MakeTensorOptions>): [Whole, Whole] {
  const { least, end, ...defaults } = limitsOf(dtype);
  const [low, high] = [given ?? defaults.low, wanted ?? defaults.high];
  const [first, last] = [pythonText(low), pythonText(high)];
  if (Number.isNaN(low) || Number.isNaN(high)) {
    throw valueError(`\`low\` and \`high\` cannot be NaN, but got low=${first} and high=${last}`);
  }
  if (low === high && FLOATING.has(dtype.name)) {
    warn(
      'Passing `low==high` to `torch.testing.makeTensor` for floating or complex types is deprecated since 2.1 and will be ' +
        'removed in 2.3. Use `torch.full(...)` instead.',
    );
  } else if (low >= high) {
    throw valueError(`\`low\` must be less than \`high\`, but got ${first} >= ${last}`);
  } else if (high < least || low >= end) {
    const bound = (x: Whole): string => (INTEGRAL.has(dtype.name) ? String(x) : floatText(Number(x)));
    throw valueError(
      `The value interval specified by \`low\` and \`high\` is [${first}, ${last}), but ${dtype.toString()} only ` +
        `supports [${bound(least)}, ${bound(end)})`,
    );
  }
  return [clamp(low, least, end), clamp(high, least, end)];
}

function drawn(shape: Shape, options: Required<MakeTensorOptions>): Tensor {
  const { dtype, device } = options;
  const { name } = dtype;
  if (INTEGRAL.has(name)) {
    const [low, high] = boundsOf(options).map((x) => (typeof x === 'bigint' ? x : Math.ceil(x))) as [number, number];
    return randint(low, high, shape, { dtype, device });
  }
  if (!FLOATING.has(name) && !SMALL.has(name)) {
    throw typeError(
      `The requested dtype '${dtype.toString()}' is not supported by torch.testing.make_tensor(). To request support, file ` +
        'an issue at: https://github.com/pytorch/pytorch/issues',
    );
  }
  const [low, high] = boundsOf(options).map(Number) as [number, number];
  const result = empty(shape, { dtype: SMALL.has(name) ? float32 : dtype, device });
  uniform(dtype.isComplex ? viewAsReal(result) : result, low, high);
  return SMALL.has(name) ? result.to(dtype) : result;
}

/** A range that is wider than the largest number is drawn in halves. */
function uniform(tensor: Tensor, low: number, high: number): void {
  if (high - low >= finfo(tensor.dtype).max) tensor.uniform_(low / 2, high / 2).mul_(2);
  else tensor.uniform_(low, high);
}
