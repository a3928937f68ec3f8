import type { Tensor } from '../ops/tensor-methods';
import { Names } from '../export/trace/unique-names';
import { isFloat, onnxType } from './dtypes';
import { ATTRIBUTE } from './proto';

/** An attribute: an integer, a list of them, a text, or what says its kind. */
export type Attribute =
  | number
  | readonly number[]
  | string
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] }
  | { readonly graph: object };
export type Attributes = Readonly<Record<string, Attribute | null | undefined>>;

/** A value that the file holds: a parameter, or a constant with its bytes. */
export interface Initializer {
  readonly name: string;
  readonly dtype: string;
  readonly dims: readonly number[];
  readonly data: Tensor | Uint8Array;
}

const ELEMENTS: Readonly<Record<string, (values: readonly number[]) => ArrayBufferView>> = {
  float32: (values) => Float32Array.from(values),
  float64: (values) => Float64Array.from(values),
  int64: (values) => BigInt64Array.from(values, (value) => BigInt(value)),
  int32: (values) => Int32Array.from(values),
  bool: (values) => Uint8Array.from(values),
};

/** Nodes and constants of an ONNX graph. */
export class OnnxGraph {
  readonly nodes: object[] = [];
  readonly initializers: Initializer[] = [];
  readonly #constants = new Map<string, string>();

  constructor(readonly names = new Names()) {}

  /** Adds a node with one output, and returns its name. */
  op(type: string, inputs: readonly (string | null)[], attributes: Attributes = {}): string {
    return this.ops(type, inputs, attributes, 1)[0] as string;
  }

  /** Adds a node with several outputs. */
  ops(type: string, inputs: readonly (string | null)[], attributes: Attributes, count: number): string[] {
    const output = Array.from({ length: count }, () => this.names.take(type.toLowerCase()));
    this.add(type, inputs, output, attributes);
    return output;
  }

  add(type: string, inputs: readonly (string | null)[], output: readonly string[], attributes: Attributes = {}): void {
    let used = inputs.length;
    while (used > 0 && inputs[used - 1] === null) used--;
    const attribute = Object.entries(attributes).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [attributeOf(name, value)],
    );
    const input = inputs.slice(0, used).map((name) => name ?? '');
    this.nodes.push({ opType: type, name: `node_${this.nodes.length}_${type}`, input, output, attribute });
  }

  /** A constant of any shape. */
  constant(values: readonly number[], dims: readonly number[], dtype: string): string {
    const key = `${dtype} ${dims.join()} ${values.map((value) => (Object.is(value, -0) ? '-0' : value)).join()}`;
    let name = this.#constants.get(key);
    if (name !== undefined) return name;
    const known = ELEMENTS[dtype];
    const view = (known ?? (isFloat(dtype) ? ELEMENTS['float32'] : ELEMENTS['int64']))?.(values) as ArrayBufferView;
    const data = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    name = this.names.take('constant');
    this.initializers.push({ name, dims, data, dtype: known ? dtype : isFloat(dtype) ? 'float32' : 'int64' });
    if (!known) name = this.cast(name, dtype);
    this.#constants.set(key, name);
    return name;
  }

  /** A list of integers, such as axes. */
  ints(values: readonly number[]): string {
    return this.constant(values, [values.length], 'int64');
  }

  /** One number without dimensions. */
  scalar(value: number, dtype: string): string {
    return this.constant([value], [], dtype);
  }

  cast(name: string, dtype: string): string {
    return this.op('Cast', [name], { to: onnxType(dtype) });
  }

  /** The sizes of a tensor, as a list of integers. */
  shape(name: string): string {
    return this.op('Shape', [name]);
  }

  /** One size of a tensor, as a list of one integer. */
  size(name: string, axis: number): string {
    return this.op('Gather', [this.shape(name), this.ints([axis])], { axis: 0 });
  }

  concat(names: readonly string[], axis: number): string {
    return names.length === 1 ? (names[0] as string) : this.op('Concat', names, { axis });
  }

  slice(name: string, axis: number, start: number | string, end: number | string, step = 1): string {
    const at = (bound: number | string): string => (typeof bound === 'string' ? bound : this.ints([bound]));
    return this.op('Slice', [name, at(start), at(end), this.ints([axis]), step === 1 ? null : this.ints([step])]);
  }

  reshape(name: string, shape: readonly number[] | string): string {
    return this.op('Reshape', [name, typeof shape === 'string' ? shape : this.ints(shape)]);
  }

  unsqueeze(name: string, ...axes: readonly number[]): string {
    return this.op('Unsqueeze', [name, this.ints(axes)]);
  }

  squeeze(name: string, ...axes: readonly number[]): string {
    return this.op('Squeeze', [name, this.ints(axes)]);
  }

  transpose(name: string, order: readonly number[]): string {
    return this.op('Transpose', [name], { perm: order });
  }
}

function attributeOf(name: string, value: Attribute): object {
  if (typeof value === 'number') return { name, i: value, type: ATTRIBUTE.int };
  if (typeof value === 'string') return { name, s: Buffer.from(value), type: ATTRIBUTE.string };
  if ('float' in value) return { name, f: value.float, type: ATTRIBUTE.float };
  if ('floats' in value) return { name, floats: value.floats, type: ATTRIBUTE.floats };
  if ('strings' in value)
    return { name, strings: value.strings.map((one) => Buffer.from(one)), type: ATTRIBUTE.strings };
  if ('graph' in value) return { name, g: value.graph, type: ATTRIBUTE.graph };
  return { name, ints: value, type: ATTRIBUTE.ints };
}

/** The end of a slice that goes to the end. */
export const TO_END = Number.MAX_SAFE_INTEGER;
