/** `torch.distributions.constraintRegistry`: transforms from all numbers to what a constraint allows. */
import { show, typeName } from '../arguments/describe';
import { refuseSurplus } from '../arguments/read';
import { typeError } from '../errors';
import { isTensor } from '../ops/tensor-methods';
import { isNumber, notImplemented } from './arguments';
import * as constraints from './constraints';
import { Constraint, type IndependentConstraint } from './constraints/constraint';
import type { GreaterThan, Interval, LessThan } from './constraints/intervals';
import type { Cat, Stack } from './constraints/sequences';
import * as transforms from './transforms';
import type { Transform } from './transforms';

/** Makes the transform for a constraint. */
export type TransformFactory<C extends Constraint = Constraint> = (constraint: C) => Transform;

/** A constraint, its class, or a function such as `constraints.interval` that makes constraints of a class. */
export type ConstraintKind<C extends Constraint = Constraint> = C | { readonly prototype: C };

/**
 * From constraints to transforms: called with a constraint, it gives a transform from all numbers to the region.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraint_registry
 */
export interface ConstraintRegistry {
  /** The transform for a constraint. */
  (constraint: Constraint): Transform;
  /** Registers a function that makes the transforms for a class of constraints; without one, returns what takes it. */
  register<C extends Constraint>(constraint: ConstraintKind<C>, factory: TransformFactory<C>): TransformFactory<C>;
  register<C extends Constraint>(constraint: ConstraintKind<C>): (factory: TransformFactory<C>) => TransformFactory<C>;
}

function classOf(kind: unknown): unknown {
  if (kind instanceof Constraint) return kind.constructor;
  const prototype = typeof kind === 'function' ? (kind as { prototype?: unknown }).prototype : undefined;
  if (prototype instanceof Constraint) return prototype.constructor;
  throw typeError(`Expected constraint to be either a Constraint subclass or instance, but got ${show(kind)}`);
}

function makeRegistry(label: string): ConstraintRegistry {
  const factories = new Map<unknown, TransformFactory>();
  const find = (constraint: Constraint, ...surplus: []): Transform => {
    refuseSurplus(label, 1, surplus);
    if (!(constraint instanceof Constraint)) {
      throw typeError(`${label}(): expected a Constraint, got ${typeName(constraint)}`);
    }
    const factory = factories.get(constraint.constructor);
    if (!factory) throw notImplemented(`Cannot transform ${constraint.constructor.name} constraints`);
    return factory(constraint);
  };
  const register = (kind: unknown, factory?: TransformFactory, ...surplus: []): unknown => {
    refuseSurplus(`${label}.register`, 2, surplus);
    const key = classOf(kind);
    if (factory === undefined) return (later: TransformFactory) => register(kind, later);
    if (typeof factory !== 'function')
      throw typeError(`${label}.register(): expected a function, got ${show(factory)}`);
    factories.set(key, factory);
    return factory;
  };
  Object.defineProperty(find, 'name', { value: label });
  return Object.assign(find, { register: register as ConstraintRegistry['register'] });
}

/**
 * The bijective transform from all numbers to what a constraint allows.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraint_registry
 * @example
 * const { bijectTo, constraints } = torch.distributions;
 * bijectTo(constraints.positive).forward(torch.zeros([1])).tolist(); // [1]
 */
export const bijectTo: ConstraintRegistry = makeRegistry('bijectTo');

/**
 * A transform, not necessarily bijective, from all numbers to what a constraint allows: better suited for optimization
 * than {@link bijectTo}.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#module-torch.distributions.constraint_registry
 * @example
 * const { transformTo, constraints } = torch.distributions;
 * transformTo(constraints.simplex).forward(torch.zeros([2])).tolist(); // [0.5, 0.5]
 */
export const transformTo: ConstraintRegistry = makeRegistry('transformTo');

const BOTH = [bijectTo, transformTo];

function registerBoth<C extends Constraint>(kinds: readonly ConstraintKind<C>[], factory: TransformFactory<C>): void {
  for (const registry of BOTH) for (const kind of kinds) registry.register(kind, factory);
}

const above = ({ lowerBound }: GreaterThan): Transform =>
  new transforms.ComposeTransform([new transforms.ExpTransform(), new transforms.AffineTransform(lowerBound, 1)]);

const below = ({ upperBound }: LessThan): Transform =>
  new transforms.ComposeTransform([new transforms.ExpTransform(), new transforms.AffineTransform(upperBound, -1)]);

function between({ lowerBound, upperBound }: Interval): Transform {
  const isUnit = isNumber(lowerBound) && Number(lowerBound) === 0 && isNumber(upperBound) && Number(upperBound) === 1;
  if (isUnit) return new transforms.SigmoidTransform();
  const scale = isTensor(upperBound)
    ? upperBound.sub(lowerBound)
    : isTensor(lowerBound)
      ? lowerBound.neg().add(upperBound)
      : Number(upperBound) - Number(lowerBound);
  return new transforms.ComposeTransform([
    new transforms.SigmoidTransform(),
    new transforms.AffineTransform(lowerBound, scale),
  ]);
}

registerBoth([constraints.real], () => transforms.identityTransform);
registerBoth([constraints.positive, constraints.nonnegative], () => new transforms.ExpTransform());
// The classes of `positive` and `nonnegative` are those of `greaterThan` and `greaterThanEq`, which come last, as in Python.
registerBoth<GreaterThan>([constraints.greaterThan, constraints.greaterThanEq], above);
registerBoth<LessThan>([constraints.lessThan], below);
registerBoth<Interval>([constraints.interval, constraints.halfOpenInterval], between);
registerBoth([constraints.corrCholesky], () => new transforms.CorrCholeskyTransform());

bijectTo.register(constraints.simplex, () => new transforms.StickBreakingTransform());
transformTo.register(constraints.simplex, () => new transforms.SoftmaxTransform());
transformTo.register(constraints.lowerCholesky, () => new transforms.LowerCholeskyTransform());
transformTo.register(constraints.positiveDefinite, () => new transforms.PositiveDefiniteTransform());
transformTo.register(constraints.positiveSemidefinite, () => new transforms.PositiveDefiniteTransform());

for (const registry of BOTH) {
  registry.register(
    constraints.independent,
    ({ baseConstraint, reinterpretedBatchNdims }: IndependentConstraint) =>
      new transforms.IndependentTransform(registry(baseConstraint), reinterpretedBatchNdims),
  );
  registry.register(
    constraints.cat,
    ({ cseq, dim, lengths }: Cat) =>
      new transforms.CatTransform(
        cseq.map((one) => registry(one)),
        dim,
        lengths,
      ),
  );
  registry.register(
    constraints.stack,
    ({ cseq, dim }: Stack) =>
      new transforms.StackTransform(
        cseq.map((one) => registry(one)),
        dim,
      ),
  );
}
