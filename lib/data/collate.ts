import { convert } from '../ops/convert/to';
import { stack } from '../ops/generated/functions';
import { deviceInForce } from '../tensor/default-device';
import { bool, float64, int64, type DType } from '../tensor/dtype';
import { dataError, type TorchError, typeError } from '../errors';
import { native } from '../native/binding';
import { type Tensor, isTensor, wrap } from '../tensor/tensor';
import { type NumericArray, dtypeOfArray, isNumericArray, tensorOf } from './typed-array';
import { typeName } from '../arguments/describe';
import { isMap, isPlainObject } from '../arguments/plain-object';
import { refuseSurplus } from '../arguments/read';

/**
 * What {@link defaultCollate} makes of samples of type `T`: a tensor of numbers, booleans, tensors and typed arrays; strings
 * stay; tuples, arrays, objects and maps keep their form.
 */
export type Collated<T> = T extends Tensor | NumericArray | number | bigint | boolean
  ? Tensor
  : T extends string
    ? T[]
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Collated<V>>
      : T extends readonly unknown[]
        ? { -readonly [I in keyof T]: Collated<T[I]> }
        : T extends object
          ? { -readonly [K in keyof T]: Collated<T[K]> }
          : unknown;

/** What {@link defaultConvert} makes of a sample of type `T`, which a loader without batches gives: typed arrays become tensors. */
export type Converted<T> = T extends NumericArray
  ? Tensor
  : T extends Tensor | string
    ? T
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Converted<V>>
      : T extends readonly unknown[]
        ? { -readonly [I in keyof T]: Converted<T[I]> }
        : T extends Readonly<Record<string, unknown>>
          ? { -readonly [K in keyof T]: Converted<T[K]> }
          : T;

/**
 * Joins samples to a batch by Python's rules: tensors and typed arrays are stacked, numbers become a tensor, strings a
 * list; arrays, objects and maps are joined element by element.
 *
 * JavaScript has one kind of number where Python has two: numbers that are all integers become int64, others float64.
 * A feature that is sometimes whole is therefore better given as a `Float32Array` or a tensor.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.default_collate
 * @example
 * data.defaultCollate([{ x: 0.5, y: 1 }, { x: 1.5, y: 0 }]); // { x: tensor([0.5, 1.5]), y: tensor([1, 0]) }
 */
export function defaultCollate<T>(samples: readonly T[], ...surplus: []): Collated<T> {
  refuseSurplus('defaultCollate', 1, surplus);
  if (samples.length === 0) throw typeError('defaultCollate: the batch is empty');
  return join(samples, '') as Collated<T>;
}

/** `path` says where in the sample we are, for messages. */
function join(samples: readonly unknown[], path: string): unknown {
  const first = samples[0];
  if (isTensor(first)) return stackTensors(samples, path);
  if (isNumericArray(first)) return stackArrays(samples, path);
  switch (typeof first) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return numbers(samples, path);
    case 'string':
      return [...samples];
    default:
  }
  if (Array.isArray(first)) return joinArrays(samples as readonly unknown[][], path);
  if (isMap(first)) return joinMaps(samples as readonly Map<unknown, unknown>[], path);
  if (isPlainObject(first)) return joinRecords(samples as readonly Record<string, unknown>[], path);
  throw typeError(
    `defaultCollate: batch must contain tensors, typed arrays, numbers, strings, arrays, maps or plain objects; ` +
      `found ${typeName(first)}${at(path)}${hintFor(first)}`,
  );
}

function stackTensors(samples: readonly unknown[], path: string): Tensor {
  const tensors = samples.map((sample) => {
    if (isTensor(sample)) return sample;
    throw typeError(`defaultCollate: found ${typeName(sample)} among tensors${at(path)}`);
  });
  const shape = String(tensors[0]?.shape);
  const other = tensors.findIndex((tensor) => String(tensor.shape) !== shape);
  if (other >= 0) throw unequal(tensors[0]?.shape, tensors[other]?.shape, other, path);
  return stack(tensors, 0);
}

function stackArrays(samples: readonly unknown[], path: string): Tensor {
  const arrays = samples.map((sample) => {
    if (isNumericArray(sample)) return sample;
    throw typeError(`defaultCollate: found ${typeName(sample)} among typed arrays${at(path)}`);
  });
  const first = arrays[0] as NumericArray;
  const other = arrays.findIndex((array) => array.length !== first.length);
  if (other >= 0) throw unequal([first.length], [arrays[other]?.length ?? 0], other, path);
  const dtype = dtypeOfArray(first);
  if (arrays.every((array) => dtypeOfArray(array) === dtype)) return tensorOf(arrays);
  const tensors = arrays.map((array) => tensorOf(array));
  try {
    return stack(tensors, 0);
  } finally {
    for (const tensor of tensors) tensor.dispose();
  }
}

function unequal(a: unknown, b: unknown, position: number, path: string): TorchError {
  return dataError(
    `defaultCollate: samples do not stack: sample 0 has shape [${String(a)}] and sample ${position} has shape ` +
      `[${String(b)}]${at(path)}. For sequences of unequal lengths use data.padCollate`,
  );
}

/** int64 of integers, bool of booleans, float64 of everything else, as Python's int, bool and float. */
function numbers(samples: readonly unknown[], path: string): Tensor {
  for (const sample of samples) {
    if (typeof sample === 'number' || typeof sample === 'bigint' || typeof sample === 'boolean') continue;
    throw typeError(`defaultCollate: found ${typeName(sample)} among numbers${at(path)}`);
  }
  if (samples.every((sample) => typeof sample === 'boolean')) {
    return fromBytes(Uint8Array.from(samples, Number).buffer, bool, samples.length);
  }
  const whole = samples.every((sample) => typeof sample !== 'number' || Number.isSafeInteger(sample));
  if (!whole) return fromBytes(Float64Array.from(samples as number[], Number).buffer, float64, samples.length);
  return fromBytes(BigInt64Array.from(samples as number[], exact).buffer, int64, samples.length);
}

function exact(value: number | bigint | boolean): bigint {
  const wide = BigInt(value);
  if (BigInt.asIntN(64, wide) !== wide) throw typeError(`defaultCollate: ${wide} does not fit int64`);
  return wide;
}

function fromBytes(buffer: ArrayBuffer, dtype: DType, length: number): Tensor {
  const made = wrap(native.fromBytes(buffer, 0, buffer.byteLength, dtype.code, [length]));
  const device = deviceInForce();
  return device === null ? made : convert(made, { device });
}

function joinArrays(samples: readonly unknown[][], path: string): unknown[] {
  const width = samples[0]?.length ?? 0;
  const other = samples.findIndex((sample) => !Array.isArray(sample) || sample.length !== width);
  if (other >= 0) {
    const found = Array.isArray(samples[other]) ? `${samples[other].length} elements` : typeName(samples[other]);
    throw dataError(
      `defaultCollate: each element in list of batch should be of equal size: sample 0 has ${width} elements and ` +
        `sample ${other} has ${found}${at(path)}. For sequences of unequal lengths use data.padCollate`,
    );
  }
  return Array.from({ length: width }, (_, i) =>
    join(
      samples.map((sample) => sample[i]),
      `${path}[${i}]`,
    ),
  );
}

function joinMaps(samples: readonly Map<unknown, unknown>[], path: string): Map<unknown, unknown> {
  const keys = [...(samples[0]?.keys() ?? [])];
  return new Map(
    keys.map((key) => {
      const values = samples.map((sample, i) => {
        if (isMap(sample) && sample.has(key)) return sample.get(key);
        throw missing(String(key), i, path);
      });
      return [key, join(values, `${path}.${String(key)}`)];
    }),
  );
}

function joinRecords(samples: readonly Record<string, unknown>[], path: string): Record<string, unknown> {
  const entries = Object.keys(samples[0] ?? {}).map((key) => {
    const values = samples.map((sample, i) => {
      if (isPlainObject(sample) && Object.hasOwn(sample, key)) return sample[key];
      throw missing(key, i, path);
    });
    return [key, join(values, `${path}.${key}`)] as const;
  });
  return Object.fromEntries(entries);
}

function missing(key: string, sample: number, path: string): TypeError {
  return typeError(`defaultCollate: sample 0 has a key '${key}' that sample ${sample} lacks${at(path)}`);
}

/** What to do instead with objects that look as if they held something. */
function hintFor(value: unknown): string {
  if (typeof (value as { then?: unknown } | null)?.then === 'function') {
    return ': await it first; a dataset whose `get` is asynchronous needs `for await` over its DataLoader';
  }
  if (Object.prototype.toString.call(value) === '[object Date]') return ': give its getTime()';
  if (Object.prototype.toString.call(value) === '[object Set]') return ': give an array of its elements';
  return typeof value === 'object' && value !== null
    ? ': give its fields in a plain object, or a `collate` of your own'
    : '';
}

function at(path: string): string {
  return path === '' ? '' : ` (at sample${path})`;
}

/**
 * What a loader without batching does to a sample: typed arrays become tensors, everything else stays.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.default_convert
 */
export function defaultConvert(sample: unknown, ...surplus: []): unknown {
  refuseSurplus('defaultConvert', 1, surplus);
  if (isNumericArray(sample)) return tensorOf(sample);
  if (isTensor(sample) || typeof sample !== 'object' || sample === null) return sample;
  if (Array.isArray(sample)) return sample.map((one) => defaultConvert(one));
  if (isMap(sample)) return new Map([...sample].map(([key, value]) => [key, defaultConvert(value)]));
  if (!isPlainObject(sample)) return sample;
  return Object.fromEntries(Object.entries(sample).map(([key, value]) => [key, defaultConvert(value)]));
}
