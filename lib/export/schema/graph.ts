import type { Int } from '../../tensor/scalar';
import {
  type Codec,
  type Union,
  defaulted,
  dict,
  flag,
  float,
  int,
  lazy,
  list,
  optional,
  small,
  struct,
  text,
  union,
} from './codec';
import {
  type DeviceRef,
  type SymBool,
  type SymFloat,
  type SymInt,
  type TensorMeta,
  deviceRef,
  symBool,
  symFloat,
  symInt,
  tensorMeta,
} from './tensor-meta';

/** A value of the graph, by its name. */
export interface ValueRef {
  readonly name: string;
}

/** An integer: one of the graph's values, or a number. */
export type SymIntArgument = Union<{ as_name: string; as_int: Int }>;
export type SymFloatArgument = Union<{ as_name: string; as_float: number }>;
export type SymBoolArgument = Union<{ as_name: string; as_bool: boolean }>;
export type OptionalTensorArgument = Union<{ as_tensor: ValueRef; as_none: boolean }>;

/** A graph as the argument of a higher-order operator. */
export interface GraphArgument {
  readonly name: string;
  readonly graph: Graph;
}

/** A ScriptObject, by its name. */
export interface CustomObjArgument {
  readonly name: string;
  readonly classFqn: string;
}

export interface ComplexValue {
  readonly real: number;
  readonly imag: number;
}

interface ArgumentKinds {
  as_none: boolean;
  as_tensor: ValueRef;
  as_tensors: readonly ValueRef[];
  as_int: Int;
  as_ints: readonly Int[];
  as_float: number;
  as_floats: readonly number[];
  as_string: string;
  as_strings: readonly string[];
  as_sym_int: SymIntArgument;
  as_sym_ints: readonly SymIntArgument[];
  as_scalar_type: number;
  as_memory_format: number;
  as_layout: number;
  as_device: DeviceRef;
  as_bool: boolean;
  as_bools: readonly boolean[];
  as_sym_bool: SymBoolArgument;
  as_sym_bools: readonly SymBoolArgument[];
  as_graph: GraphArgument;
  as_optional_tensors: readonly OptionalTensorArgument[];
  as_custom_obj: CustomObjArgument;
  as_operator: string;
  as_sym_float: SymFloatArgument;
  as_sym_floats: readonly SymFloatArgument[];
  as_optional_tensor: OptionalTensorArgument;
  as_complex: ComplexValue;
  as_nested_tensors: readonly (readonly ValueRef[])[];
  as_int_lists: readonly (readonly Int[])[];
  as_string_to_argument: ArgumentTable;
  as_float_lists: readonly (readonly number[])[];
}

/** Arguments by name. */
export interface ArgumentTable extends ReadonlyMap<string, Argument> {}

/** What a node gets or makes: `{ type: 'as_tensor', value: { name: 'x' } }`. */
export type Argument = Union<ArgumentKinds>;

/** How an argument is given; of {@link NamedArgument}. */
export const ArgumentKind = { unknown: 0, positional: 1, keyword: 2 } as const;

/** An argument of a node under its name in the operator's schema. */
export interface NamedArgument {
  readonly name: string;
  readonly arg: Argument;
  /** A number of {@link ArgumentKind}. */
  readonly kind: number | null;
}

/** One call. */
export interface Node {
  /** `torch.ops.aten.linear.default`, `torch.ops.higher_order.cond`, `_operator.add`. */
  readonly target: string;
  readonly inputs: readonly NamedArgument[];
  readonly outputs: readonly Argument[];
  /** Where it stood in the model: `stack_trace`, `nn_module_stack`, … */
  readonly metadata: ReadonlyMap<string, string>;
  readonly isHopSingleTensorReturn: boolean | null;
  readonly name: string | null;
}

/** Calls in the order in which they run; each value has one name and is made once. */
export interface Graph {
  readonly inputs: readonly Argument[];
  readonly outputs: readonly Argument[];
  readonly nodes: readonly Node[];
  readonly tensorValues: ReadonlyMap<string, TensorMeta>;
  readonly symIntValues: ReadonlyMap<string, SymInt>;
  readonly symBoolValues: ReadonlyMap<string, SymBool>;
  readonly isSingleTensorReturn: boolean;
  readonly customObjValues: ReadonlyMap<string, CustomObjArgument>;
  readonly symFloatValues: ReadonlyMap<string, SymFloat>;
}

export const valueRef: Codec<ValueRef> = struct<ValueRef>({ name: text });
export const customObj: Codec<CustomObjArgument> = struct<CustomObjArgument>({ name: text, classFqn: text });

const symIntArgument = union<{ as_name: string; as_int: Int }>('a size', { as_name: text, as_int: int });
const symFloatArgument = union<{ as_name: string; as_float: number }>('a float', { as_name: text, as_float: float });
const symBoolArgument = union<{ as_name: string; as_bool: boolean }>('a boolean', { as_name: text, as_bool: flag });
const optionalTensor = union<{ as_tensor: ValueRef; as_none: boolean }>('a tensor or none', {
  as_tensor: valueRef,
  as_none: flag,
});

export const argument: Codec<Argument> = union<ArgumentKinds>('an argument', {
  as_none: flag,
  as_tensor: valueRef,
  as_tensors: list(valueRef),
  as_int: int,
  as_ints: list(int),
  as_float: float,
  as_floats: list(float),
  as_string: text,
  as_strings: list(text),
  as_sym_int: symIntArgument,
  as_sym_ints: list(symIntArgument),
  as_scalar_type: small,
  as_memory_format: small,
  as_layout: small,
  as_device: deviceRef,
  as_bool: flag,
  as_bools: list(flag),
  as_sym_bool: symBoolArgument,
  as_sym_bools: list(symBoolArgument),
  as_graph: struct<GraphArgument>({ name: text, graph: lazy(() => graph) }),
  as_optional_tensors: list(optionalTensor),
  as_custom_obj: customObj,
  as_operator: text,
  as_sym_float: symFloatArgument,
  as_sym_floats: list(symFloatArgument),
  as_optional_tensor: optionalTensor,
  as_complex: struct<ComplexValue>({ real: float, imag: float }),
  as_nested_tensors: list(list(valueRef)),
  as_int_lists: list(list(int)),
  as_string_to_argument: dict(lazy(() => argument)),
  as_float_lists: list(list(float)),
});

const node: Codec<Node> = struct<Node>({
  target: text,
  inputs: list(struct<NamedArgument>({ name: text, arg: argument, kind: optional(small) })),
  outputs: list(argument),
  metadata: dict(text),
  isHopSingleTensorReturn: optional(flag),
  name: optional(text),
});

export const graph: Codec<Graph> = struct<Graph>({
  inputs: list(argument),
  outputs: list(argument),
  nodes: list(node),
  tensorValues: dict(tensorMeta),
  symIntValues: dict(symInt),
  symBoolValues: dict(symBool),
  isSingleTensorReturn: defaulted(flag, () => false),
  customObjValues: defaulted(dict(customObj), () => new Map<string, CustomObjArgument>()),
  symFloatValues: defaulted(dict(symFloat), () => new Map<string, SymFloat>()),
});
