import { closest } from '../../arguments/names';
import { show, typeName } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { typeError, valueError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { Dim, type DimHint, DimKind } from './dim';
import { type Assignment, type Expression, evaluate, symbol } from './expression';
import type { ModelCall } from './signature';
import { pathText } from './tree';

/** How one dimension may differ: a name, a hint, the fixed size of the example. */
export type DimSpec = Dim | DimKind | number | null | undefined;
/** For each argument, by name or in their order: for a tensor what its dimensions are, else a structure like the argument's. */
export type DynamicShapes =
  | { readonly [name: string | number]: DynamicShapes | DimSpec }
  | readonly (DynamicShapes | DimSpec)[];

/** A size that differs between calls. */
export interface SizeSymbol {
  /** As the program has it: `s0`. */
  readonly name: string;
  /** For messages. */
  readonly label: string;
  readonly min: number;
  readonly max: number | null;
  /** The size of the examples. */
  readonly example: number;
  /** Of a dimension without a name: whether it may turn out to be fixed. */
  readonly hint: DimHint | null;
}

/** The sizes of one input: numbers, or expressions over symbols. */
export interface InputShape {
  readonly sizes: readonly (number | Expression)[];
}

/** All sizes of a model's inputs. */
export interface Shapes {
  readonly symbols: readonly SizeSymbol[];
  /** One for each leaf of the inputs; null for what is no tensor. */
  readonly inputs: readonly (InputShape | null)[];
}

/** Reads `dynamicShapes`. */
export function readShapes(label: string, call: ModelCall, given: unknown): Shapes {
  const reader = new ShapeReader(label);
  const specs = specsByArgument(label, call, given);
  const inputs = call.inputs.map(({ argument, path, value }) => {
    if (!isTensor(value)) return null;
    const where = `${argument.property}${pathText(path)}`;
    return reader.input(where, value, specAt(label, where, specs.get(argument.name), path));
  });
  return { symbols: reader.symbols, inputs };
}

function specsByArgument(label: string, call: ModelCall, given: unknown): Map<string, unknown> {
  if (given === null || given === undefined) return new Map();
  const names = call.arguments.map(({ property }) => property);
  if (Array.isArray(given)) {
    if (given.length !== names.length) {
      throw valueError(
        `${label}: dynamicShapes has ${given.length} entries, and the model is called with ${names.length} arguments ` +
          `(${names.join(', ')})`,
      );
    }
    return new Map(call.arguments.map(({ name }, i) => [name, given[i] as unknown]));
  }
  if (!isPlainObject(given)) {
    throw typeError(`${label}: dynamicShapes has to be an object or an array, got ${typeName(given)}`);
  }
  const unknown = Object.keys(given).find((key) => !names.includes(key));
  if (unknown !== undefined) {
    const right = closest(unknown, names);
    throw typeError(
      `${label}: dynamicShapes has '${unknown}', which the model does not take` +
        (right ? `: did you mean '${right}'?` : ` (it takes ${names.join(', ')})`),
    );
  }
  return new Map(call.arguments.map(({ name, property }) => [name, given[property]]));
}

function specAt(label: string, where: string, spec: unknown, path: readonly (string | number)[]): unknown {
  let at = spec;
  for (const step of path) {
    if (at === null || at === undefined) return null;
    if (!isPlainObject(at) && !Array.isArray(at)) {
      throw typeError(`${label}: dynamicShapes of ${where} has to have the structure of the input`);
    }
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

class ShapeReader {
  readonly symbols: SizeSymbol[] = [];
  readonly #named = new Map<string, { readonly dim: Dim; readonly symbol: SizeSymbol }>();

  constructor(private readonly label: string) {}

  input(where: string, tensor: Tensor, spec: unknown): InputShape {
    const entries = this.#entries(where, tensor, spec);
    return { sizes: tensor.shape.map((size, axis) => this.#size(`${where}.shape[${axis}]`, size, entries.get(axis))) };
  }

  #entries(where: string, { ndim }: Tensor, spec: unknown): Map<number, unknown> {
    if (spec === null || spec === undefined) return new Map();
    if (spec instanceof DimKind) return new Map(Array.from({ length: ndim }, (_, axis) => [axis, spec]));
    if (!isPlainObject(spec) && !Array.isArray(spec)) {
      throw typeError(
        `${this.label}: dynamicShapes of ${where} has to be { axis: Dim } or an array, got ${typeName(spec)}`,
      );
    }
    if (Array.isArray(spec) && spec.length !== ndim) {
      throw valueError(`${this.label}: dynamicShapes of ${where} has ${spec.length} entries for ${ndim} dimensions`);
    }
    return new Map(Object.entries(spec).map(([key, value]) => [this.#axis(where, key, ndim), value as unknown]));
  }

  #axis(where: string, key: string, ndim: number): number {
    const axis = Number(key);
    if (Number.isInteger(axis) && axis >= -ndim && axis < ndim) return axis < 0 ? axis + ndim : axis;
    throw valueError(
      `${this.label}: dynamicShapes of ${where} has an entry for dimension ${key}, but the input has ${ndim} dimensions`,
    );
  }

  #size(where: string, size: number, spec: unknown): number | Expression {
    if (spec === null || spec === undefined) return size;
    if (typeof spec === 'number') {
      if (spec === size) return size;
      throw valueError(`${this.label}: dynamicShapes says that ${where} is ${spec}, and the example has ${size}`);
    }
    if (spec instanceof DimKind) {
      if (spec.hint === 'static') return size;
      return symbol(this.#add({ label: where, min: 0, max: null, example: size, hint: spec.hint }).name);
    }
    if (spec instanceof Dim) return this.#byName(where, size, spec);
    throw typeError(
      `${this.label}: the specification of ${where} has to be a Dim, a number or null, got ${show(spec)}`,
    );
  }

  #byName(where: string, size: number, dim: Dim): Expression {
    const { root } = dim;
    const example = solve(dim.expression, root.name, size);
    if (example === null) {
      throw valueError(`${this.label}: ${where} is ${size} in the example, which ${dim.name} cannot be`);
    }
    const known = this.#named.get(root.name);
    if (known && known.symbol.example !== example) {
      throw valueError(
        `${this.label}: '${root.name}' is ${known.symbol.example} in one place of the examples and ${example} in ${where}`,
      );
    }
    if (known && (known.dim.min !== root.min || known.dim.max !== root.max)) {
      throw valueError(`${this.label}: two Dims called '${root.name}' have different limits`);
    }
    if (example < root.min || (root.max !== null && example > root.max)) {
      throw valueError(
        `${this.label}: ${where} makes '${root.name}' ${example}, which is outside of its limits ` +
          `[${root.min}, ${root.max ?? 'oo'}]`,
      );
    }
    const found = known?.symbol ?? this.#add({ label: root.name, min: root.min, max: root.max, example, hint: null });
    this.#named.set(root.name, { dim: root, symbol: found });
    return rename(dim.expression, found.name);
  }

  #add(made: Omit<SizeSymbol, 'name'>): SizeSymbol {
    const added = { ...made, name: `s${this.symbols.length}` };
    this.symbols.push(added);
    return added;
  }
}

/** The value of the only symbol with which the linear expression is `size`; null if there is none. */
function solve(expression: Expression, name: string, size: number): number | null {
  const at = (value: number): number => evaluate(expression, new Map([[name, value]]));
  const value = (size - at(0)) / (at(1) - at(0));
  return Number.isInteger(value) && value >= 0 ? value : null;
}

function rename(e: Expression, name: string): Expression {
  if (e.kind === 'number') return e;
  if (e.kind === 'symbol') return symbol(name);
  return { ...e, left: rename(e.left, name), right: rename(e.right, name) };
}

/** The sizes of an input for values of the symbols. */
export function sizesAt({ sizes }: InputShape, at: Assignment): number[] {
  return sizes.map((size) => (typeof size === 'number' ? size : evaluate(size, at)));
}
