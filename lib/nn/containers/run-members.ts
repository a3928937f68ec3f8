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
  /** The properties of the module that decide it. */
  readonly reads: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

const copied = (value: unknown): unknown => (Array.isArray(value) ? [...(value as unknown[])] : value);

/** Whether two options, numbers or lists of them, are the same. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b || !Array.isArray(a) || !Array.isArray(b)) return a === b;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Whether a module does nothing but what its class does. */
const isBare = (module: Module): boolean => !isHooked(module) && module.state.computed.size === 0;

/** A module as it was when its part was prepared. */
export class Member<S extends Step> {
  readonly #forward: unknown;
  readonly #prototype: object;
  readonly #native: unknown;
  readonly #options: readonly unknown[];

  constructor(
    readonly module: Module,
    readonly kind: Kind<S>,
    readonly step: S,
  ) {
    this.#forward = module.forward;
    this.#prototype = Object.getPrototypeOf(module) as object;
    this.#native = module.state.native?.box;
    this.#options = kind.reads.map((name) => copied((module as unknown as Properties)[name]));
  }

  /** Whether nothing about the module has changed that native code does not see. It is asked before each call, and makes no objects. */
  isCurrent(): boolean {
    const { module, kind } = this;
    if (module.forward !== this.#forward || !isBare(module)) return false;
    if (Object.getPrototypeOf(module) !== this.#prototype || module.state.native?.box !== this.#native) return false;
    for (let i = 0; i < kind.reads.length; i++) {
      if (!equal((module as unknown as Properties)[kind.reads[i] as string], this.#options[i])) return false;
    }
    return true;
  }
}

const isCurrent = (member: Member<Step>): boolean => member.isCurrent();

export const areCurrent = (members: readonly Member<Step>[]): boolean => members.every(isCurrent);

/** The classes that take part in something. */
export class Kinds<S extends Step> {
  readonly #kinds = new Map<object, Kind<S>>();

  /**
   * Adds a class, but not its subclasses: what native code is told of its modules, and the properties that decide that. The module of
   * torch::nn that a layer has does, too, without being named.
   */
  add<M extends Module>(
    Class: { readonly prototype: M },
    step: S | ((module: M) => S | null),
    reads: readonly (keyof M & string)[] = [],
  ): this {
    const { prototype } = Class;
    const ask = typeof step === 'function' ? step : (): S => step;
    this.#kinds.set(prototype, { forward: originalOf(prototype.forward), step: ask, reads });
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
