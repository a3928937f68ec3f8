/** `torch.testing.assert_close`. */
import { isMap, isPlainObject } from '../arguments/plain-object';
import { any, bool, float, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { asTensor } from '../ops/creation';
import { isTypedArray } from '../ops/creation/typed-array';
import { pythonString, pythonText, pythonTypeName } from '../ops/print/python-text';
import type { Tensor } from '../ops/tensor-methods';
import { Complex } from '../tensor/complex';
import type { DType } from '../tensor/dtype';
import { isTensor } from '../tensor/tensor';
import { type Kind, type Scalar, type Tolerances, distance, magnitude, scalarMismatch } from './mismatch';
import { type Fail, TensorPair } from './tensor-pair';

export interface AssertCloseOptions {
  /** Compare a parameter with a tensor. @defaultValue true */
  readonly allowSubclasses?: boolean;
  /** The relative tolerance; only together with `atol`. @defaultValue null, which means that of the dtype */
  readonly rtol?: number | null;
  /** The absolute tolerance; only together with `rtol`. @defaultValue null, which means that of the dtype */
  readonly atol?: number | null;
  /** NaN is close to NaN. @defaultValue false */
  readonly equalNan?: boolean;
  /** The devices must be equal. @defaultValue true */
  readonly checkDevice?: boolean;
  /** The dtypes must be equal. @defaultValue true */
  readonly checkDtype?: boolean;
  /** The layouts must be equal. @defaultValue true */
  readonly checkLayout?: boolean;
  /** The strides must be equal. @defaultValue false */
  readonly checkStride?: boolean;
  /** The message of the error, or what makes it from the usual one. @defaultValue null */
  readonly msg?: string | ((message: string) => string) | null;
}

const isMessage = (given: unknown): boolean => typeof given === 'string' || typeof given === 'function';

const TABLE = {
  actual: { ...any<unknown>(), object: true },
  expected: { ...any<unknown>(), object: true },
  allowSubclasses: keyword(bool(true)),
  rtol: keyword(nullable(float())),
  atol: keyword(nullable(float())),
  equalNan: keyword(bool(false)),
  checkDevice: keyword(bool(true)),
  checkDtype: keyword(bool(true)),
  checkLayout: keyword(bool(true)),
  checkStride: keyword(bool(false)),
  msg: keyword(nullable(value<string | ((message: string) => string)>('a string or a function', isMessage))),
};

type Options = Required<AssertCloseOptions>;

/** A place in lists and mappings. */
type Path = readonly unknown[];

/**
 * Throws unless two values are close: tensors, numbers, booleans, null, and lists and objects of these. Two elements are close
 * if `|actual - expected| <= atol + rtol · |expected|`; infinities if they are equal, and NaN if `equalNan` is true. Tolerances
 * depend on the dtype, as in Python: 1.3e-6 and 1e-5 for float32, 1e-7 and 1e-7 for float64, 0 for integers.
 *
 * JavaScript has one type of number: two whole numbers are compared as integers, and all others as float64.
 *
 * @param actual - What a program has computed.
 * @param expected - What it should be.
 * @throws TorchValueError, Python's AssertionError, that says what differs most and where; TypeError for values that are not
 * comparable.
 * @see https://docs.pytorch.org/docs/2.13/testing.html#torch.testing.assert_close
 * @example
 * torch.testing.assertClose(torch.tensor([1, 2.000001]), torch.tensor([1, 2]).to(torch.float32));
 * torch.testing.assertClose({ loss: 0.5 }, { loss: 0.5 + 1e-9 });
 */
export function assertClose(actual: unknown, expected: unknown, options?: AssertCloseOptions): void;
export function assertClose(...args: readonly unknown[]): void {
  // Plain objects may be compared, so the options are the third argument and nothing else.
  const [actual, expected, ...rest] = args;
  const options = readArguments('torch.testing.assertClose', TABLE, [null, null, ...rest]);
  const pairs = [...pairsOf(actual, expected, [], options)];
  for (const compare of pairs) compare();
}

/** The error of a place, with the caller's message. */
function failure(path: Path, { msg }: Options): Fail {
  return (message) => {
    const place = path.length
      ? `\n\nThe failure occurred for item ${path.map((key) => `[${pythonText(key)}]`).join('')}`
      : '';
    const whole = message + place;
    return valueError(typeof msg === 'string' ? msg : msg === null ? whole : msg(whole));
  };
}

/** The comparisons of which a comparison consists, in order. */
function* pairsOf(actual: unknown, expected: unknown, path: Path, options: Options): Iterable<() => void> {
  const fail = failure(path, options);
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) {
      throw fail(`The length of the sequences mismatch: ${actual.length} != ${expected.length}`);
    }
    for (const [i, one] of actual.entries()) yield* pairsOf(one, expected[i], [...path, i], options);
  } else if (isMapping(actual) && isMapping(expected)) {
    const [a, b] = [entriesOf(actual), entriesOf(expected)];
    requireKeys(a, b, fail);
    for (const key of sorted(a.keys())) yield* pairsOf(a.get(key), b.get(key), [...path, key], options);
  } else {
    yield pairOf(actual, expected, options, fail);
  }
}

const isMapping = (value: unknown): value is object => isPlainObject(value) || isMap(value);

const entriesOf = (mapping: object): ReadonlyMap<unknown, unknown> =>
  isMap(mapping) ? mapping : new Map(Object.entries(mapping));

const sorted = (keys: Iterable<unknown>): unknown[] =>
  [...keys].sort((a, b) => ((a as string) < (b as string) ? -1 : (a as string) > (b as string) ? 1 : 0));

function requireKeys(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>, fail: Fail): void {
  const without = (one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): unknown[] =>
    sorted([...one.keys()].filter((key) => !other.has(key)));
  const [missing, additional] = [without(b, a), without(a, b)];
  if (missing.length + additional.length === 0) return;
  const list = (keys: readonly unknown[]): string => `[${keys.map(pythonText).join(', ')}]`;
  throw fail(
    'The keys of the mappings do not match:\n' +
      `Missing keys in the actual mapping: ${list(missing)}\n` +
      `Additional keys in the actual mapping: ${list(additional)}`,
  );
}

/** Tolerances by dtype. Others are compared for equality. */
const PRECISIONS: Readonly<Record<string, Tolerances>> = {
  ...Object.fromEntries(['float16', 'complex32'].map((name) => [name, { rtol: 0.001, atol: 1e-5 }])),
  bfloat16: { rtol: 0.016, atol: 1e-5 },
  ...Object.fromEntries(
    ['float32', 'complex64', 'quint8', 'quint2x4', 'quint4x2', 'qint8', 'qint32'].map((name) => [
      name,
      { rtol: 1.3e-6, atol: 1e-5 },
    ]),
  ),
  ...Object.fromEntries(['float64', 'complex128'].map((name) => [name, { rtol: 1e-7, atol: 1e-7 }])),
};

function tolerancesFor({ rtol, atol }: Options, dtypes: readonly string[]): Tolerances {
  if (rtol !== null && atol !== null) return { rtol, atol };
  if (rtol !== null || atol !== null) {
    throw valueError(
      `Both 'rtol' and 'atol' must be either specified or omitted, but got no ${rtol === null ? 'rtol' : 'atol'}.`,
    );
  }
  const found = dtypes.map((name) => PRECISIONS[name] ?? { rtol: 0, atol: 0 });
  return {
    rtol: Math.max(...found.map((one) => one.rtol)),
    atol: Math.max(...found.map((one) => one.atol)),
  };
}

function pairOf(actual: unknown, expected: unknown, options: Options, fail: Fail): () => void {
  if (actual == null || expected == null) {
    return () => {
      if (actual == null && expected == null) return;
      throw fail(`None mismatch: ${textOf(actual)} is not ${textOf(expected)}`);
    };
  }
  if (typeof actual === 'boolean' && typeof expected === 'boolean') {
    return () => {
      if (actual !== expected) {
        throw fail(`Booleans mismatch: ${pythonText(actual)} is not ${pythonText(expected)}`);
      }
    };
  }
  if (isNumber(actual) && isNumber(expected)) return numberPair(actual, expected, options, fail);
  return tensorPair(actual, expected, options, fail);
}

const textOf = (value: unknown): string => (isTensor(value) ? String(value) : pythonString(value));

type NumberLike = Scalar['value'];
const isNumber = (value: unknown): value is NumberLike =>
  ['number', 'bigint', 'boolean'].includes(typeof value) || value instanceof Complex;

const DTYPE_OF: Readonly<Record<Kind, string>> = {
  bool: 'bool',
  int: 'int64',
  float: 'float64',
  complex: 'complex128',
};

function kindOf(value: NumberLike): Kind {
  if (value instanceof Complex) return 'complex';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' || Number.isInteger(value) ? 'int' : 'float';
}

/** Two numbers of JavaScript are of one type. */
function scalarsOf(actual: NumberLike, expected: NumberLike): [Scalar, Scalar] {
  const kinds = [kindOf(actual), kindOf(expected)];
  const plain = typeof actual === 'number' && typeof expected === 'number' && kinds.includes('float');
  const [a, b] = (plain ? ['float', 'float'] : kinds) as [Kind, Kind];
  return [
    { kind: a, value: actual },
    { kind: b, value: expected },
  ];
}

const isNaNumber = ({ value }: Scalar): boolean =>
  value instanceof Complex ? Number.isNaN(value.re) || Number.isNaN(value.im) : Number.isNaN(value);

const isEqual = ({ value: a }: Scalar, { value: b }: Scalar): boolean =>
  a instanceof Complex && b instanceof Complex
    ? a.re === b.re && a.im === b.im
    : !(a instanceof Complex) && !(b instanceof Complex) && Number(a) === Number(b) && sameInteger(a, b);

/** Numbers beyond 2^53 are compared exactly. */
const sameInteger = (a: number | bigint | boolean, b: number | bigint | boolean): boolean =>
  typeof a === 'bigint' && typeof b === 'bigint' ? a === b : true;

function numberPair(given: NumberLike, wanted: NumberLike, options: Options, fail: Fail): () => void {
  const [actual, expected] = scalarsOf(given, wanted);
  const tolerances = tolerancesFor(options, [DTYPE_OF[actual.kind], DTYPE_OF[expected.kind]]);
  return () => {
    if (options.checkDtype && actual.kind !== expected.kind) {
      throw fail(`The (d)types do not match: <class '${actual.kind}'> != <class '${expected.kind}'>.`);
    }
    if (isEqual(actual, expected)) return;
    if (options.equalNan && isNaNumber(actual) && isNaNumber(expected)) return;
    const difference = Number(distance(actual, expected).value);
    const allowed = tolerances.atol + tolerances.rtol * magnitude(expected);
    if (Number.isFinite(difference) && difference <= allowed) return;
    throw fail(scalarMismatch(actual, expected, tolerances));
  };
}

function tensorPair(actual: unknown, expected: unknown, options: Options, fail: Fail): () => void {
  const [a, b] = [tensorLike(actual, expected, options), tensorLike(expected, actual, options)];
  if (a === null || b === null) {
    throw typeError(
      `No comparison pair was able to handle inputs of type ${classText(actual)} and ${classText(expected)}.`,
    );
  }
  const tolerances = tolerancesFor(options, [nameOf(a.dtype), nameOf(b.dtype)]);
  const pair = new TensorPair(a, b, tolerances, options, fail);
  return () => {
    pair.compare();
  };
}

const nameOf = (dtype: DType): string => dtype.name;

/** A tensor, or a typed array beside another one of its type. */
function tensorLike(one: unknown, other: unknown, { allowSubclasses }: Options): Tensor | null {
  const related = (one as object).constructor === (other as object).constructor;
  if (isTensor(one)) return isTensor(other) && (allowSubclasses || related) ? one : null;
  return isTypedArray(one) && related ? asTensor(one) : null;
}

function classText(value: unknown): string {
  const name = isTensor(value) ? `torch.${value.constructor.name}` : pythonTypeName(value);
  return `<class '${name === 'torch.Parameter' ? 'torch.nn.parameter.Parameter' : name}'>`;
}
