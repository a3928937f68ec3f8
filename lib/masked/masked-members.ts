/** The operators of a MaskedTensor: those that Python's has. */
import { type OptionsOf, bool, either, int, keyword, listOfInts, nullable } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { onesLike } from '../ops/generated/functions';
import type { Index } from '../ops/indexing/parse';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { Scalar } from '../tensor/scalar';
import { strided } from '../tensor/layout';
import * as normalizations from './normalizations';
import * as reductions from './reductions';
import { type Dims, DTYPE, type ReductionOptions, anyAlong, canonicalDims } from './mask';
import { MaskedTensor, samePlaces, withValues } from './masked-tensor';

const functions = { ...normalizations, ...reductions };

const UNARY = [
  ...([
    'abs',
    'absolute',
    'acos',
    'arccos',
    'acosh',
    'arccosh',
    'angle',
    'asin',
    'arcsin',
    'asinh',
    'arcsinh',
  ] as const),
  ...(['atan', 'arctan', 'atanh', 'arctanh', 'bitwiseNot', 'ceil', 'clamp', 'clip', 'conjPhysical', 'cos'] as const),
  ...(['cosh', 'deg2rad', 'digamma', 'erf', 'erfc', 'erfinv', 'exp', 'exp2', 'expm1', 'fix', 'floor', 'frac'] as const),
  ...(['lgamma', 'log', 'log10', 'log1p', 'log2', 'logit', 'i0', 'isnan', 'nanToNum', 'neg', 'negative'] as const),
  ...(['positive', 'pow', 'rad2deg', 'reciprocal', 'round', 'rsqrt', 'sigmoid', 'sign', 'sgn', 'signbit'] as const),
  ...(['sin', 'sinc', 'sinh', 'sqrt', 'square', 'tan', 'tanh', 'trunc'] as const),
] as const;
const BINARY = [
  ...(['add', 'atan2', 'arctan2', 'bitwiseAnd', 'bitwiseOr', 'bitwiseXor', 'bitwiseLeftShift'] as const),
  ...(['bitwiseRightShift', 'div', 'divide', 'floorDivide', 'fmod', 'logaddexp', 'logaddexp2', 'mul'] as const),
  ...(['multiply', 'nextafter', 'remainder', 'sub', 'subtract', 'trueDivide', 'eq', 'ne', 'le', 'ge'] as const),
  ...(['greater', 'greaterEqual', 'gt', 'lessEqual', 'lt', 'less', 'maximum', 'minimum', 'fmax', 'fmin'] as const),
  'notEqual',
] as const;
/** Applied to data and mask alike. */
const PASSED = [
  ...(['select', 'transpose', 't', 'expand', 'view', 'reshape', 'unsqueeze', 'unfold', 'index', 'contiguous'] as const),
  ...(['clone', 'detach'] as const),
] as const;
const REDUCTIONS = ['sum', 'mean', 'amin', 'amax', 'argmin', 'argmax', 'prod', 'norm', 'var', 'std'] as const;

const NEVER_IN_PLACE = ['angle', 'positive', 'signbit', 'isnan', 'logaddexp', 'logaddexp2', 'fmin', 'minimum'] as const;
const ALSO_NEVER = ['maximum', 'fmax'] as const;
type OutOfPlace = (typeof NEVER_IN_PLACE)[number] | (typeof ALSO_NEVER)[number];
const outOfPlace: ReadonlySet<string> = new Set([...NEVER_IN_PLACE, ...ALSO_NEVER]);

type Operand = MaskedTensor | Tensor | Scalar;
type ReduceRest = readonly [dim?: Dims | MaskedReduceOptions, options?: MaskedReduceOptions];

/** What reductions of a MaskedTensor take. */
export interface MaskedReduceOptions extends Omit<ReductionOptions, 'mask'> {
  /** What is reduced. @defaultValue null, for everything */
  readonly dim?: Dims;
}

type WithInPlace<K extends string> = K | `${Exclude<K, OutOfPlace>}_`;
type UnaryMembers = Record<WithInPlace<(typeof UNARY)[number]>, (...numbers: Scalar[]) => MaskedTensor>;
type BinaryMembers = Record<WithInPlace<(typeof BINARY)[number]>, (other: Operand) => MaskedTensor>;
type ReduceMembers = Record<(typeof REDUCTIONS)[number] | 'all', (...args: ReduceRest) => MaskedTensor>;
type Size = readonly [size: readonly number[]] | readonly number[];
interface Passed {
  /** The part at an index of a dimension. */
  select: (dim: number, index: number) => MaskedTensor;
  /** Two dimensions swapped. */
  transpose: (dim0: number, dim1: number) => MaskedTensor;
  /** The two dimensions of a matrix swapped. */
  t: () => MaskedTensor;
  /** Repeated along dimensions of size 1. */
  expand: (...size: Size) => MaskedTensor;
  /** In another shape, with the same memory. */
  view: (...size: Size) => MaskedTensor;
  /** In another shape. */
  reshape: (...size: Size) => MaskedTensor;
  /** With one more dimension of size 1. */
  unsqueeze: (dim: number) => MaskedTensor;
  /** Windows along a dimension. */
  unfold: (dimension: number, size: number, step: number) => MaskedTensor;
  /** The part that indices choose. */
  index: (...indices: readonly Index[]) => MaskedTensor;
  /** With its elements in order in memory. */
  contiguous: () => MaskedTensor;
  /** A copy. */
  clone: () => MaskedTensor;
  /** The same elements outside of the graph. */
  detach: () => MaskedTensor;
}
type PassedMembers = Pick<Passed, (typeof PASSED)[number]>;

/** The operators of a {@link MaskedTensor}. */
export interface MaskedMembers extends UnaryMembers, BinaryMembers, ReduceMembers, PassedMembers {
  /** Parts along a dimension, each with its part of the mask. */
  split(splitSize: number | readonly number[], dim?: number): MaskedTensor[];
  /** Where the elements of a sparse tensor are; all of these count. */
  indices(): MaskedTensor;
  /** The elements of a sparse tensor; all of these count. */
  values(): MaskedTensor;
}

declare module './masked-tensor' {
  interface MaskedTensor extends MaskedMembers {}
}

type Method = (this: MaskedTensor, ...args: unknown[]) => unknown;

const callMember = (target: Tensor, name: string, args: readonly unknown[]): Tensor =>
  (target as unknown as Record<typeof name, (...args: readonly unknown[]) => Tensor>)[name]?.(...args) as Tensor;

/** The values that an operator works on: all of a strided tensor, those that are there of a sparse one. */
function compute(data: Tensor, operator: (values: Tensor) => Tensor): Tensor {
  return data.layout === strided ? operator(data) : withValues(data, operator(data.values()));
}

function unary(name: string, inPlace: boolean): Method {
  return function (...args) {
    if (args.some(isPlainObject)) {
      throw valueError(
        'MaskedTensor unary ops require that len(kwargs) == 0. If you need support for this, please open an issue on Github.',
      );
    }
    if (args.some((arg) => isTensor(arg) || arg instanceof MaskedTensor)) {
      throw typeError('MaskedTensor unary ops do not support additional Tensor arguments');
    }
    const data = compute(this.getData(), (values) => callMember(values, name, args));
    return inPlace ? this.replace(data) : MaskedTensor.of(data, this.getMask());
  };
}

const sameMask = (a: MaskedTensor, b: MaskedTensor): boolean => {
  const [one, two] = [a.getMask(), b.getMask()];
  if (one.layout !== two.layout) {
    throw valueError(`\`a\` and \`b\` must have the same layout. Got ${String(one.layout)} and ${String(two.layout)}`);
  }
  if (one.layout !== strided) return samePlaces(one, two) && one.values().eq(two.values()).all().item<boolean>();
  return one.ndim === two.ndim && one.eq(two).all().item<boolean>();
};

function binary(name: string, inPlace: boolean): Method {
  return function (...args) {
    const [other, ...surplus] = args;
    refuseSurplus(name, 1, surplus);
    if (isPlainObject(other)) throw valueError('len(kwargs) must equal 0');
    if (other instanceof MaskedTensor && !sameMask(this, other)) {
      throw valueError('Input masks must match. If you need support for this, please open an issue on Github.');
    }
    const mine = this.getData();
    let second: unknown = other instanceof MaskedTensor ? other.getData() : other;
    if (isTensor(second) && mine.layout !== strided && second.layout === mine.layout) {
      if (!samePlaces(mine, second)) {
        const layout = this.isSparseCoo() ? 'sparse_coo' : 'sparse_csr';
        throw valueError(`${layout} indices must match. If you need support for this, please open an issue on Github.`);
      }
      second = second.values();
    }
    const data = compute(mine, (values) => callMember(values, name, [second]));
    if (inPlace) return this.replace(data);
    const mask = this.getMask();
    return MaskedTensor.of(data, data.layout === strided ? mask.expandAs(data) : mask);
  };
}

const REDUCE = {
  dim: nullable(either(int(), listOfInts())),
  keepdim: keyword(nullable(bool(), false)),
  dtype: keyword(DTYPE),
};

type Reduction = (input: Tensor, options: OptionsOf<typeof REDUCE> & { mask: Tensor }) => Tensor;

function everyElement(input: Tensor, { dim, keepdim, mask }: Parameters<Reduction>[1]): Tensor {
  const filled = input.maskedFill(mask.logicalNot(), true);
  if (dim == null) return filled.all();
  return canonicalDims(dim, input.ndim)
    .reverse()
    .reduce((result, d) => result.all(d, keepdim ?? false), filled);
}

function reduction(name: string): Method {
  const masked =
    name === 'all' ? everyElement : ((functions as unknown as Record<string, Reduction>)[name] as Reduction);
  return function (...args) {
    const { dim, keepdim, dtype } = readArguments(name, REDUCE, args);
    const [data, mask] = [this.getData(), this.getMask()];
    if (data.layout !== strided) {
      if (dim !== null || name.startsWith('arg')) {
        throw valueError(`The sparse version of ${name} is not implemented in reductions.`);
      }
      const counts = mask.values();
      return MaskedTensor.of(masked(data.values(), { mask: counts }), anyElement(counts));
    }
    const result = masked(data, { dim, mask, ...(dim === null ? {} : { keepdim }), ...(dtype ? { dtype } : {}) });
    const counts = dim === null ? anyElement(mask) : anyAlong(mask, canonicalDims(dim, data.ndim), Boolean(keepdim));
    return MaskedTensor.of(result, counts);
  };
}

const anyElement = (mask: Tensor): Tensor => mask.reshape([-1]).any();

function passed(name: string): Method {
  return function (...args) {
    return MaskedTensor.of(callMember(this.getData(), name, args), callMember(this.getMask(), name, args));
  };
}

const parts = (name: 'indices' | 'values'): Method =>
  function (...args) {
    takesNothing(name, args);
    const part = this.getData()[name]();
    return MaskedTensor.of(part, onesLike(part.detach(), { dtype: this.getMask().dtype }));
  };

const methods: Record<string, Method> = {
  split(...args) {
    const masks = this.getMask().split(...(args as [number]));
    return this.getData()
      .split(...(args as [number]))
      .map((part, i) => MaskedTensor.of(part, masks[i] as Tensor));
  },
  indices: parts('indices'),
  values: parts('values'),
};
for (const [names, make] of [
  [UNARY, unary],
  [BINARY, binary],
] as const) {
  for (const name of names) {
    methods[name] = make(name, false);
    if (!outOfPlace.has(name)) methods[`${name}_`] = make(name, true);
  }
}
for (const name of [...REDUCTIONS, 'all']) methods[name] = reduction(name);
for (const name of PASSED) methods[name] = passed(name);

for (const [name, method] of Object.entries(methods)) {
  Object.defineProperty(method, 'name', { value: name });
  Object.defineProperty(MaskedTensor.prototype, name, { value: method, writable: true, configurable: true });
}
