/** `torch.distributions.constraints`. */
import { Float } from '../../ops/print/python-text';
import { type Constraint, Dependent, IndependentConstraint } from './constraint';
import * as intervals from './intervals';
import { Cat, Stack } from './sequences';
import * as vectors from './vectors';

export {
  Constraint,
  type Dependent,
  type DependentOptions,
  type IndependentConstraint,
  MixtureSameFamilyConstraint,
  isDependent,
} from './constraint';
export type { Bound } from './intervals';

/** A function that makes constraints of a class, with or without `new`; a registry takes it for the class. */
export type ConstraintMaker<A extends unknown[], C extends Constraint> = ((...args: A) => C) & {
  readonly prototype: C;
};

function maker<A extends unknown[], C extends Constraint>(
  name: string,
  Class: new (...args: A) => C,
): ConstraintMaker<A, C> {
  const make = function (...args: A): C {
    return new Class(...args);
  };
  Object.defineProperty(make, 'name', { value: name });
  make.prototype = Class.prototype as unknown;
  return make as unknown as ConstraintMaker<A, C>;
}

/** Bounds that Python prints as floats. */
const zero = new Float(0) as unknown as number;
const one = new Float(1) as unknown as number;

/** Stands for a constraint that depends on other variables. */
export const dependent = new Dependent();
/** `independent(baseConstraint, reinterpretedBatchNdims)`: the last batch dimensions belong to the event. */
export const independent = maker('independent', IndependentConstraint);
/** 0 or 1. */
export const boolean = new intervals.Boolean();
/** Vectors with a single 1 among zeros. */
export const oneHot = new vectors.OneHot();
/** 0, 1, 2, … */
export const nonnegativeInteger = new intervals.IntegerGreaterThan(0);
/** 1, 2, 3, … */
export const positiveInteger = new intervals.IntegerGreaterThan(1);
/** `integerInterval(lowerBound, upperBound)`: whole numbers, both bounds included. */
export const integerInterval = maker('integerInterval', intervals.IntegerInterval);
/** Any number but NaN. */
export const real = new intervals.Real();
/** Vectors of such numbers. */
export const realVector = independent(real, 1);
/** Numbers above 0. */
export const positive = new intervals.GreaterThan(zero);
/** Numbers from 0 on. */
export const nonnegative = new intervals.GreaterThanEq(zero);
/** `greaterThan(lowerBound)`: numbers above a bound. */
export const greaterThan = maker('greaterThan', intervals.GreaterThan);
/** `greaterThanEq(lowerBound)`: numbers from a bound on. */
export const greaterThanEq = maker('greaterThanEq', intervals.GreaterThanEq);
/** `lessThan(upperBound)`: numbers below a bound. */
export const lessThan = maker('lessThan', intervals.LessThan);
/** `multinomial(upperBound)`: vectors of numbers from 0 on whose sum is at most a bound. */
export const multinomial = maker('multinomial', vectors.Multinomial);
/** Numbers from 0 to 1. */
export const unitInterval = new intervals.Interval(zero, one);
/** `interval(lowerBound, upperBound)`: both bounds included. */
export const interval = maker('interval', intervals.Interval);
/** `halfOpenInterval(lowerBound, upperBound)`: without the upper bound. */
export const halfOpenInterval = maker('halfOpenInterval', intervals.HalfOpenInterval);
/** Vectors of numbers from 0 on whose sum is 1. */
export const simplex = new vectors.Simplex();
/** Lower triangular square matrices. */
export const lowerTriangular = new vectors.LowerTriangular();
/** The same with a positive diagonal. */
export const lowerCholesky = new vectors.LowerCholesky();
/** The same with rows of length 1. */
export const corrCholesky = new vectors.CorrCholesky();
/** Square matrices. */
export const square = new vectors.Square();
/** Symmetric matrices. */
export const symmetric = new vectors.Symmetric();
/** Symmetric matrices without negative eigenvalues. */
export const positiveSemidefinite = new vectors.PositiveSemidefinite();
/** Symmetric matrices with positive eigenvalues. */
export const positiveDefinite = new vectors.PositiveDefinite();
/** `cat(cseq, dim = 0, lengths = null)`: a constraint for each of several parts along a dimension. */
export const cat = maker('cat', Cat);
/** `stack(cseq, dim = 0)`: a constraint for each index of a dimension. */
export const stack = maker('stack', Stack);
