import { runtimeError } from '../errors';
import type { Argument, Node, SymIntArgument } from '../export/schema/graph';
import type { TensorMeta } from '../export/schema/tensor-meta';
import { dtypeName, isFloat, promoted } from './dtypes';
import type { OnnxGraph } from './onnx-graph';

/** What is known of a tensor: its dtype, and its sizes, null where they differ between calls. */
export interface Meta {
  readonly dtype: string;
  readonly sizes: readonly (number | null)[];
  readonly rank: number;
}

/** A packed sequence in ONNX, which has none: the padded one and the lengths. */
export interface Packed {
  /** `[time, batch, …]`. */
  readonly padded: string;
  /** int64, `[batch]`. */
  readonly lengths: string;
}

/** What a call asks of the conversion around it. */
export interface Values {
  readonly graph: OnnxGraph;
  /** The ONNX name of a tensor of the program. */
  tensor(name: string): string;
  /** The ONNX name of an integer of the program, without dimensions. */
  integer(name: string): string;
  meta(name: string): TensorMeta;
  /** Whether anything reads a tensor of the program. */
  uses(name: string): boolean;
  /** The packed sequences by the names of their data and of their batch sizes. */
  readonly packed: Map<string, Packed>;
}

/** One node of a program, with its arguments read as ONNX needs them. */
export class Call {
  readonly #arguments: ReadonlyMap<string, Argument>;
  readonly g: OnnxGraph;

  constructor(
    private readonly values: Values,
    readonly node: Node,
  ) {
    this.g = values.graph;
    this.#arguments = new Map(node.inputs.map(({ name, arg }) => [name, arg]));
  }

  fail(what: string): never {
    throw runtimeError(`torch.onnx.export: ${this.operator} ${what}${placeOf(this.node)}`);
  }

  /** `aten.add`, without the overload. */
  get operator(): string {
    return this.node.target.replace(/^torch\.ops\./, '').replace(/\.\w+$/, '');
  }

  get overload(): string {
    return this.node.target.replace(/^.*\./, '');
  }

  #of(name: string): Argument | undefined {
    const found = this.#arguments.get(name);
    return found?.type === 'as_none' ? undefined : found;
  }

  has(name: string): boolean {
    return this.#of(name) !== undefined;
  }

  /** A tensor, as it is. */
  tensor(name: string): string {
    return this.maybe(name) ?? this.fail(`lacks its argument '${name}'`);
  }

  /** A tensor, or null. */
  maybe(name: string): string | null {
    const given = this.#of(name);
    if (given?.type === 'as_tensor') return this.values.tensor(given.value.name);
    if (given?.type === 'as_optional_tensor' && given.value.type === 'as_tensor') {
      return this.values.tensor(given.value.value.name);
    }
    return given === undefined ? null : this.fail(`has no tensor as '${name}'`);
  }

  /** A packed sequence. */
  packed(name: string): Packed {
    const found = this.values.packed.get(this.nameOf(name));
    return (
      found ?? this.fail(`needs a packed sequence as '${name}'; make one with packPaddedSequence inside of the model`)
    );
  }

  /** Notes that a result is a packed sequence. */
  pack(result: number, packed: Packed): void {
    const name = this.resultNames()[result];
    if (name !== undefined) this.values.packed.set(name, packed);
  }

  tensors(name: string): (string | null)[] {
    return this.names(name).map((one) => one && this.values.tensor(one));
  }

  /** The program's names of a list of tensors. */
  names(name: string): (string | null)[] {
    const given = this.#of(name);
    if (given?.type === 'as_tensors') return given.value.map((one) => one.name);
    if (given?.type === 'as_optional_tensors') {
      return given.value.map((one) => (one.type === 'as_tensor' ? one.value.name : null));
    }
    return this.fail(`has no list of tensors as '${name}'`);
  }

  /** The program's name of a tensor. */
  nameOf(name: string): string {
    const given = this.#of(name);
    return given?.type === 'as_tensor' ? given.value.name : this.fail(`has no tensor as '${name}'`);
  }

  meta(name: string): Meta {
    return this.metaOf(this.nameOf(name));
  }

  metaOf(name: string): Meta {
    return metaFrom(this.values.meta(name));
  }

  /** What is known of a result. */
  result(index = 0): Meta {
    return this.metaOf(this.resultNames()[index] as string);
  }

  /** Whether anything reads a result. */
  uses(index: number): boolean {
    const name = this.resultNames()[index];
    return name !== undefined && this.values.uses(name);
  }

  resultNames(): string[] {
    return this.node.outputs.flatMap((one) => {
      if (one.type === 'as_tensor') return [one.value.name];
      return one.type === 'as_tensors' ? one.value.map(({ name }) => name) : [];
    });
  }

  /** A number that the program fixes. */
  number(name: string, standard?: number): number {
    const given = this.#of(name);
    if (given === undefined && standard !== undefined) return standard;
    if (given?.type === 'as_int' || given?.type === 'as_float') return Number(given.value);
    if (given?.type === 'as_bool') return Number(given.value);
    if (given?.type === 'as_sym_int' && given.value.type === 'as_int') return Number(given.value.value);
    return this.fail(`needs a fixed number as '${name}'`);
  }

  flag(name: string, standard: boolean): boolean {
    const given = this.#of(name);
    if (given === undefined) return standard;
    return given.type === 'as_bool' ? given.value : this.fail(`needs a boolean as '${name}'`);
  }

  text(name: string, standard: string): string {
    const given = this.#of(name);
    if (given === undefined) return standard;
    return given.type === 'as_string' ? given.value : this.fail(`needs a text as '${name}'`);
  }

  /** A dtype by its name; null where none is given. */
  dtype(name = 'dtype'): string | null {
    const given = this.#of(name);
    return given?.type === 'as_scalar_type' ? dtypeName(given.value) : null;
  }

  /** Integers that the program fixes. */
  ints(name: string, standard?: readonly number[]): number[] {
    const given = this.#of(name);
    if (given === undefined && standard) return [...standard];
    if (given?.type === 'as_ints') return given.value.map(Number);
    if (given?.type === 'as_int') return [Number(given.value)];
    if (given?.type === 'as_sym_ints') {
      return given.value.map((one) =>
        one.type === 'as_int' ? Number(one.value) : this.fail(`needs fixed sizes as '${name}'`),
      );
    }
    return this.fail(`needs integers as '${name}'`);
  }

  floats(name: string): number[] | null {
    const given = this.#of(name);
    if (given === undefined) return null;
    return given.type === 'as_floats' ? [...given.value] : this.fail(`needs numbers as '${name}'`);
  }

  /** An integer as a list of one, which may depend on sizes. */
  size(name: string, standard?: number): string {
    const given = this.#of(name);
    if (given === undefined && standard !== undefined) return this.g.ints([standard]);
    if (given?.type === 'as_sym_int') return this.#listOf(given.value);
    return this.g.ints([this.number(name)]);
  }

  /** Integers as a list, which may depend on sizes. */
  sizes(name: string): string {
    const given = this.#of(name);
    if (given?.type !== 'as_sym_ints') return this.g.ints(this.ints(name));
    return this.g.concat(
      given.value.map((one) => this.#listOf(one)),
      0,
    );
  }

  #listOf(value: SymIntArgument): string {
    if (value.type === 'as_int') return this.g.ints([Number(value.value)]);
    return this.g.unsqueeze(this.values.integer(value.value), 0);
  }

  /** How many integers a list has. */
  count(name: string): number {
    const given = this.#of(name);
    if (given?.type === 'as_sym_ints' || given?.type === 'as_ints') return given.value.length;
    return given === undefined ? 0 : 1;
  }

  /** The dtype of an argument: that of a tensor, of a number what Python gives it. */
  kindOf(name: string): string {
    const given = this.#of(name);
    if (given?.type === 'as_tensor') return this.meta(name).dtype;
    if (given?.type === 'as_float') return 'float32';
    return given?.type === 'as_bool' ? 'bool' : 'int64';
  }

  /** A tensor or a number, with the elements of a dtype. */
  as(name: string, dtype: string): string {
    const given = this.#of(name);
    if (given?.type === 'as_tensor') {
      const made = this.tensor(name);
      return this.meta(name).dtype === dtype ? made : this.g.cast(made, dtype);
    }
    if (given?.type === 'as_sym_int' && given.value.type === 'as_name') {
      return this.g.cast(this.values.integer(given.value.value), dtype);
    }
    return this.g.scalar(this.number(name), dtype);
  }

  /** The dtype in which a tensor meets another tensor or a number. */
  common(a: string, b: string): string {
    const [one, other] = [this.kindOf(a), this.kindOf(b)];
    if (this.#of(b)?.type === 'as_tensor') return promoted(one, other);
    // A number does not widen a tensor of its own kind.
    return isFloat(other) && !isFloat(one) ? other : one === 'bool' ? other : one;
  }
}

/** What a program knows of a tensor. */
export function metaFrom(meta: TensorMeta): Meta {
  const sizes = meta.sizes.map((size) => (size.type === 'as_int' ? Number(size.value) : null));
  return { dtype: dtypeName(meta.dtype), sizes, rank: sizes.length };
}

/** Where a node stands in the model, for messages. */
export function placeOf({ metadata }: Node): string {
  const lines = (metadata.get('stack_trace') ?? '').trim().split('\n');
  const line = lines
    .filter((one) => one.includes('File "'))
    .at(-1)
    ?.trim();
  return line === undefined ? '' : ` (${line.replace(/^File "(.*)", line (\d+), in .*$/, '$1:$2')})`;
}

/** A rule from one operator to nodes; it returns the names of the results, null for one that is a packed sequence. */
export type Converter = (call: Call) => string | readonly (string | null)[];
export type Converters = Readonly<Record<string, Converter>>;

/** An axis counted from the front. */
export const positive = (axis: number, rank: number): number => (axis < 0 ? axis + Math.max(rank, 1) : axis);
