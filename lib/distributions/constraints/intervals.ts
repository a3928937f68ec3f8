import { type Field, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { Float } from '../../ops/print/python-text';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { type ParameterValue, isNumber } from '../arguments';
import { boundText } from '../text';
import { Constraint } from './constraint';

/** Constraints on single numbers. */

/** A bound: a number, or a tensor that broadcasts with the values. */
export type Bound = ParameterValue;

/** What a constraint of this package has for bounds that Python writes as floats. */
type Given = Bound | Float;

const bound = (): Field<Given> =>
  value<Given>('a Tensor or a number', (v) => isTensor(v) || isNumber(v) || v instanceof Float);

const LOWER = { lowerBound: bound() };
const UPPER = { upperBound: bound() };
const BOTH = { ...LOWER, ...UPPER };

const valueOf = (given: Given): Bound => (given instanceof Float ? given.value : given);
/** `bound < value`, with the bound on the left as in Python. */
const below = (limit: Bound, x: Tensor): Tensor => (isTensor(limit) ? limit.lt(x) : x.gt(limit));
const atMost = (limit: Bound, x: Tensor): Tensor => (isTensor(limit) ? limit.le(x) : x.ge(limit));
const isWhole = (x: Tensor): Tensor => x.remainder(1).eq(0);

/** A constraint with a lower bound, an upper bound, or both. */
abstract class Bounded extends Constraint {
  readonly #lower: Given | undefined;
  readonly #upper: Given | undefined;

  constructor(lower?: Given, upper?: Given, ...surplus: []) {
    super();
    refuseSurplus('Bounded', 2, surplus);
    this.#lower = lower;
    this.#upper = upper;
  }

  /** @internal */
  get low(): Bound {
    return valueOf(this.#lower as Given);
  }

  /** @internal */
  get high(): Bound {
    return valueOf(this.#upper as Given);
  }

  override toString(): string {
    const bounds = [
      ...(this.#lower === undefined ? [] : [`lower_bound=${boundText(this.#lower)}`]),
      ...(this.#upper === undefined ? [] : [`upper_bound=${boundText(this.#upper)}`]),
    ];
    return `${this.constructor.name}(${bounds.join(', ')})`;
  }
}

/** One with a lower bound. */
abstract class BoundedBelow extends Bounded {
  constructor(lowerBound: Bound);
  constructor(...args: readonly unknown[]) {
    super(readArguments('lowerBound', LOWER, args).lowerBound);
  }

  /** The lower bound. */
  get lowerBound(): Bound {
    return this.low;
  }
}

/** One with an upper bound. */
abstract class BoundedAbove extends Bounded {
  constructor(upperBound: Bound);
  constructor(...args: readonly unknown[]) {
    super(undefined, readArguments('upperBound', UPPER, args).upperBound);
  }

  /** The upper bound. */
  get upperBound(): Bound {
    return this.high;
  }
}

/** One with both. */
abstract class BoundedBoth extends Bounded {
  constructor(lowerBound: Bound, upperBound: Bound);
  constructor(...args: readonly unknown[]) {
    const { lowerBound, upperBound } = readArguments('interval', BOTH, args);
    super(lowerBound, upperBound);
  }

  /** The lower bound. */
  get lowerBound(): Bound {
    return this.low;
  }

  /** The upper bound. */
  get upperBound(): Bound {
    return this.high;
  }
}

/** 0 or 1. */
export class Boolean extends Constraint {
  override get isDiscrete(): boolean {
    return true;
  }

  /** @internal */
  override _check(x: Tensor): Tensor {
    return x.eq(0).bitwiseOr(x.eq(1));
  }
}

/** Any number but NaN. */
export class Real extends Constraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return x.eq(x);
  }
}

/** Whole numbers from a lower to an upper bound, both included. */
export class IntegerInterval extends BoundedBoth {
  override get isDiscrete(): boolean {
    return true;
  }

  /** @internal */
  override _check(x: Tensor): Tensor {
    return isWhole(x)
      .bitwiseAnd(atMost(this.low, x))
      .bitwiseAnd(x.le(this.high as Tensor));
  }
}

/** Whole numbers from a lower bound on. */
export class IntegerGreaterThan extends BoundedBelow {
  override get isDiscrete(): boolean {
    return true;
  }

  /** @internal */
  override _check(x: Tensor): Tensor {
    return isWhole(x).bitwiseAnd(x.ge(this.low as Tensor));
  }
}

/** Numbers above a bound. */
export class GreaterThan extends BoundedBelow {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return below(this.low, x);
  }
}

/** Numbers from a bound on. */
export class GreaterThanEq extends BoundedBelow {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return atMost(this.low, x);
  }
}

/** Numbers below a bound. */
export class LessThan extends BoundedAbove {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return x.lt(this.high as Tensor);
  }
}

/** Numbers between two bounds, both included. */
export class Interval extends BoundedBoth {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return atMost(this.low, x).bitwiseAnd(x.le(this.high as Tensor));
  }
}

/** Numbers from a bound on and below another one. */
export class HalfOpenInterval extends BoundedBoth {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return atMost(this.low, x).bitwiseAnd(x.lt(this.high as Tensor));
  }
}
