import { bool, count, keyword, optional, value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { typeName } from '../../arguments/describe';
import { valueError } from '../../errors';
import { tensor } from '../../tensor/arguments';
import { notImplemented } from '../arguments';
import { type Tensor, isTensor } from '../../ops/tensor-methods';

const CHECK = { value: tensor() };

/**
 * A region over which a variable is valid, so within which it can be optimized. To write one, extend this class and
 * override `check`, and `isDiscrete` and `eventDim` where they differ.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraints
 * @example
 * const { constraints } = torch.distributions;
 * constraints.positive.check(torch.tensor([1.5, -1])).tolist(); // [true, false]
 */
export class Constraint {
  constructor(...surplus: []) {
    refuseSurplus('Constraint', 0, surplus);
  }

  /** Whether the region is discrete. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- subclasses compute it from their parts
  get isDiscrete(): boolean {
    return false;
  }

  /** How many of the last dimensions together are one event. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- subclasses compute it from their parts
  get eventDim(): number {
    return 0;
  }

  /** A bool tensor: for each event of `value`, whether it is within the region. Its shape lacks the event's dimensions. */
  check(value: Tensor): Tensor;
  check(...args: readonly unknown[]): Tensor {
    const [given] = args;
    return this._check(args.length === 1 && isTensor(given) ? given : readArguments('check', CHECK, args).value);
  }

  /** @internal */
  _check(_value: Tensor): Tensor {
    throw notImplemented(`${this.constructor.name}.check is not implemented`);
  }

  /** As Python prints it. */
  toString(): string {
    return `${this.constructor.name}()`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

export interface DependentOptions {
  /** What `isDiscrete` is. Left out, reading it is an error. */
  readonly isDiscrete?: boolean | undefined;
  /** What `eventDim` is. Left out, reading it is an error. */
  readonly eventDim?: number | undefined;
}

const DEPENDENT = { isDiscrete: keyword(optional(bool())), eventDim: keyword(optional(count(0))) };

/**
 * The place of a constraint that depends on other variables. It cannot check.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraints
 */
export class Dependent extends Constraint {
  readonly #options: DependentOptions;

  constructor(options?: DependentOptions);
  constructor(...args: readonly unknown[]) {
    super();
    this.#options = readArguments('Dependent', DEPENDENT, args);
  }

  override get isDiscrete(): boolean {
    if (this.#options.isDiscrete !== undefined) return this.#options.isDiscrete;
    throw notImplemented('.is_discrete cannot be determined statically');
  }

  override get eventDim(): number {
    if (this.#options.eventDim !== undefined) return this.#options.eventDim;
    throw notImplemented('.event_dim cannot be determined statically');
  }

  /** Another one, in which what is given replaces what this one has. */
  with(options?: DependentOptions): Dependent;
  with(...args: readonly unknown[]): Dependent {
    const given = readArguments('with', DEPENDENT, args);
    return new Dependent({
      isDiscrete: given.isDiscrete ?? this.#options.isDiscrete,
      eventDim: given.eventDim ?? this.#options.eventDim,
    });
  }

  /** @internal */
  override _check(): Tensor {
    throw valueError('Cannot determine validity of dependent constraint');
  }
}

/** Whether a constraint is the place of one that depends on other variables. */
export function isDependent(constraint: unknown, ...surplus: []): constraint is Dependent {
  refuseSurplus('isDependent', 1, surplus);
  return constraint instanceof Dependent;
}

/** A constraint as an argument; anything else is Python's AssertionError. */
function constraintField(name: string) {
  return {
    ...value<Constraint>('a Constraint', (given) => given instanceof Constraint),
    refuse: (given: unknown) => valueError(`${name} must be a Constraint, got ${typeName(given)}`),
  };
}

const INDEPENDENT = {
  baseConstraint: constraintField('base_constraint'),
  reinterpretedBatchNdims: {
    ...count(0),
    refuse: (given: unknown): Error =>
      typeof given === 'number' && Number.isInteger(given)
        ? valueError(`reinterpreted_batch_ndims must be >= 0, got ${given}`)
        : valueError(`reinterpreted_batch_ndims must be an int, got ${typeName(given)}`),
  },
};

/**
 * A constraint whose last batch dimensions belong to the event: all of their elements have to be valid.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraints
 */
export class IndependentConstraint extends Constraint {
  /** The constraint of each element. */
  readonly baseConstraint: Constraint;
  /** How many dimensions belong to the event besides those of the base. */
  readonly reinterpretedBatchNdims: number;

  constructor(baseConstraint: Constraint, reinterpretedBatchNdims: number);
  constructor(...args: readonly unknown[]) {
    super();
    const given = readArguments('IndependentConstraint', INDEPENDENT, args);
    this.baseConstraint = given.baseConstraint;
    this.reinterpretedBatchNdims = given.reinterpretedBatchNdims;
  }

  override get isDiscrete(): boolean {
    return this.baseConstraint.isDiscrete;
  }

  override get eventDim(): number {
    return this.baseConstraint.eventDim + this.reinterpretedBatchNdims;
  }

  /** @internal */
  override _check(value: Tensor): Tensor {
    const result = this.baseConstraint.check(value);
    if (result.dim() < this.reinterpretedBatchNdims) {
      throw valueError(`Expected value.dim() >= ${this.eventDim} but got ${value.dim()}`);
    }
    const kept = result.shape.slice(0, result.dim() - this.reinterpretedBatchNdims);
    return result.reshape([...kept, -1]).all(-1);
  }

  override toString(): string {
    return `IndependentConstraint(${this.baseConstraint}, ${this.reinterpretedBatchNdims})`;
  }
}

const MIXTURE = { baseConstraint: constraintField('base_constraint') };

/**
 * The support of a mixture: a value has to be valid for every component.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraints
 */
export class MixtureSameFamilyConstraint extends Constraint {
  /** The support of the components. */
  readonly baseConstraint: Constraint;

  constructor(baseConstraint: Constraint);
  constructor(...args: readonly unknown[]) {
    super();
    this.baseConstraint = readArguments('MixtureSameFamilyConstraint', MIXTURE, args).baseConstraint;
  }

  override get isDiscrete(): boolean {
    return this.baseConstraint.isDiscrete;
  }

  override get eventDim(): number {
    return this.baseConstraint.eventDim;
  }

  /** @internal */
  override _check(value: Tensor): Tensor {
    const result = this.baseConstraint.check(value.unsqueeze(-1 - this.eventDim));
    if (value.dim() < this.eventDim) {
      throw valueError(`Expected value.dim() >= ${this.eventDim} but got ${value.dim()}`);
    }
    return result.reshape([...result.shape.slice(0, value.dim() - this.eventDim), -1]).all(-1);
  }

  override toString(): string {
    return `MixtureSameFamilyConstraint(${this.baseConstraint})`;
  }
}
