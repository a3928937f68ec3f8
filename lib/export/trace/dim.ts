import { inspect } from 'node:util';
import { int, keyword, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { type Expression, evaluate, number, plus, symbol, times } from './expression';

/** What a dimension without a name may be. */
export type DimHint = 'auto' | 'dynamic' | 'static';

/** `Dim.AUTO`, `Dim.DYNAMIC` and `Dim.STATIC`: how a dimension without a name is treated. Python's `_DimHint`. */
export class DimKind {
  constructor(readonly hint: DimHint) {}

  /** As Python prints it. */
  toString(): string {
    return `DimHint.${this.hint.toUpperCase()}`;
  }
}

const DIM = { name: str(), min: keyword(nullable(int())), max: keyword(nullable(int())) };
const FACTOR = { other: int() };

/** Limits of a dynamic size, both included. */
export interface DimLimits {
  /** The smallest size; null: 0. @defaultValue null */
  readonly min?: number | null | undefined;
  /** The largest size; null has none. @defaultValue null */
  readonly max?: number | null | undefined;
}

/**
 * The name of a size that differs between calls, for `dynamicShapes` of `torch.export.export`. Dimensions
 * with one name have one size.
 *
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.dynamic_shapes.Dim
 * @example
 * const batch = new torch.export.Dim('batch', { min: 1, max: 64 });
 * torch.export.export(model, [x], { dynamicShapes: [{ 0: batch }] });
 */
export class Dim {
  /** Dynamic if the model allows it. */
  static readonly AUTO = new DimKind('auto');
  /** Dynamic; an error where the model fixes the size. */
  static readonly DYNAMIC = new DimKind('dynamic');
  /** The size of the example, as without a specification. */
  static readonly STATIC = new DimKind('static');

  /** The name as Python has it. */
  readonly name: string;
  /** The smallest size. */
  readonly min: number;
  /** The largest size; null: no limit. */
  readonly max: number | null;
  /** @internal */
  readonly expression: Expression;
  /** The dimension that this one is computed from. @internal */
  readonly root: Dim;

  /**
   * @param name - How errors and the program call it: an identifier of Python.
   * @param limits - The smallest and the largest size.
   * @throws RangeError for a name that is no identifier, and for limits the wrong way round.
   */
  constructor(name: string, limits?: DimLimits);
  constructor(...args: readonly unknown[]) {
    const { name, min, max } = readArguments('Dim', DIM, args);
    if (!/^[A-Za-z_]\w*$/.test(name)) throw valueError(`Dim: the name has to be an identifier, got '${name}'`);
    this.name = name;
    this.min = min ?? 0;
    this.max = max;
    if (this.min < 0) throw valueError(`Dim: min must not be negative, got ${this.min}`);
    if (max !== null && max <= this.min) {
      throw valueError(`Cannot create Dim with inconsistent min=${this.min}, max=${max}`);
    }
    this.expression = symbol(name);
    this.root = this;
  }

  /**
   * `this · factor`, as Python's `4 * dim`: a size of which only multiples are valid.
   *
   * @throws RangeError for a factor below 1
   * @example
   * ```ts
   * String(new torch.export.Dim('words').mul(4)); // '4*words'
   * ```
   */
  mul(...args: [factor: number]): Dim {
    const { other } = readArguments('Dim.mul', FACTOR, args);
    if (other <= 0) throw valueError(`Attempted to multiply a Dim by ${other}: the factor has to be positive`);
    return derive(this.root, times(this.expression, number(other)));
  }

  /**
   * `this + summand`, as Python's `dim + 1`: a size that is larger than another one by a fixed number.
   *
   * @example
   * ```ts
   * String(new torch.export.Dim('words').add(1)); // 'words + 1'
   * ```
   */
  add(...args: [summand: number]): Dim {
    const { other } = readArguments('Dim.add', FACTOR, args);
    return derive(this.root, plus(this.expression, number(other)));
  }

  /** `this − summand`, as Python's `dim - 1`. See {@link add}. */
  sub(...args: [summand: number]): Dim {
    const { other } = readArguments('Dim.sub', FACTOR, args);
    return derive(this.root, plus(this.expression, number(-other)));
  }

  /** The name, or the expression of a dimension that is computed from another one. */
  toString(): string {
    return this.name;
  }

  [inspect.custom](): string {
    return `Dim(${this.name})`;
  }
}

/** A dimension that is computed from another one. */
function derive(root: Dim, expression: Expression): Dim {
  const { min, max } = root;
  const derived: unknown = Object.create(Dim.prototype);
  return Object.assign(derived as Dim, { name: textOf(root, expression), min, max, expression, root });
}

/** As Python calls it: `2*words + 1`. What `mul`, `add` and `sub` make is linear in one size. */
function textOf({ name }: Dim, expression: Expression): string {
  const at = (size: number): number => evaluate(expression, new Map([[name, size]]));
  const [factor, summand] = [at(1) - at(0), at(0)];
  const product = factor === 1 ? name : `${factor}*${name}`;
  return summand === 0 ? product : `${product} ${summand < 0 ? '-' : '+'} ${Math.abs(summand)}`;
}

/**
 * Several {@link Dim}s at once.
 *
 * @param names - One name for each.
 * @throws RangeError for a name that is no identifier
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.dims
 * @example
 * const [batch, time] = torch.export.dims('batch', 'time');
 */
export function dims(...names: readonly string[]): Dim[] {
  return names.map((name) => new Dim(name));
}
