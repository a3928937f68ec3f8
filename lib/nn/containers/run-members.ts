/** Modules that native code computes together with others, and whether they still are what they were when that was prepared. */
import type { Handle } from '../../native/contract';
import { type Tensor, handleOf } from '../../ops/tensor-methods';
import { originalOf } from '../call';
import type { Module } from '../module';
import { isHooked } from '../module-hooks';

export const handleOrNull = (tensor: Tensor | null): Handle | null => tensor && handleOf(tensor);

/** What native code is told of a module: a name, and what it has to know. */
type Step = readonly unknown[];

/** How a class takes part. */
interface Kind<S extends Step> {
  /** The class's own forward. */
  readonly forward: object;
  /** What native code is told; null where this module's options keep it out. */
  step(module: Module): S | null;
  /** Whether that is the same for all modules of the class. */
  readonly fixed: boolean;
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b || !Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Whether a module does nothing but what its class does. */
const isBare = (module: Module): boolean => !isHooked(module) && module.state.computed.size === 0;

/** A module as it was when its part was prepared. */
export class Member<S extends Step> {
  readonly #forward: unknown;
  readonly #prototype: object;

  constructor(
    readonly module: Module,
    readonly kind: Kind<S>,
    readonly step: S,
  ) {
    this.#forward = module.forward;
    this.#prototype = Object.getPrototypeOf(module) as object;
  }

  /** Whether nothing about the module has changed that native code does not see. */
  isCurrent(): boolean {
    const { module, kind, step } = this;
    if (module.forward !== this.#forward || !isBare(module)) return false;
    if (Object.getPrototypeOf(module) !== this.#prototype) return false;
    if (kind.fixed) return true;
    const now = kind.step(module);
    return now !== null && now.length === step.length && now.every((value, i) => equal(value, step[i]));
  }
}

/** The classes that take part in something. */
export class Kinds<S extends Step> {
  readonly #kinds = new Map<object, Kind<S>>();

  /** Adds a class, but not its subclasses. */
  add<M extends Module>(Class: { readonly prototype: M }, step: S | ((module: M) => S | null)): this {
    const { prototype } = Class;
    const fixed = typeof step !== 'function';
    const ask = fixed ? (): S => step : step;
    this.#kinds.set(prototype, { forward: originalOf(prototype.forward), step: ask, fixed });
    return this;
  }

  /** The module's part, if it is of a class that has one and does nothing but what its class does. */
  memberOf(module: Module): Member<S> | null {
    const kind = this.#kinds.get(Object.getPrototypeOf(module) as object);
    if (!kind || originalOf(module.forward) !== kind.forward || !isBare(module)) return null;
    const step = kind.step(module);
    return step && new Member(module, kind, step);
  }
}
