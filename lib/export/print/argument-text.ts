import { floatText } from '../../ops/print/numbers';
import { nameOf } from '../plan/compile';
import type { Argument, Graph, SymIntArgument } from '../schema/graph';
import { type DeviceRef, LAYOUTS, MEMORY_FORMATS, SCALAR_TYPES, type SymInt } from '../schema/tensor-meta';
import { expressionText } from './sympy';

/** torch's short names of dtypes. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ uint8: 'u8', int8: 'i8', int16: 'i16', int32: 'i32', int64: 'i64', uint16: 'u16', uint32: 'u32' },
  ...{ uint64: 'u64', float16: 'f16', float32: 'f32', float64: 'f64', bfloat16: 'bf16', bool: 'b8' },
  ...{ complex32: 'c32', complex64: 'c64', complex128: 'c128', float8_e5m2: 'f8e5m2', float8_e4m3fn: 'f8e4m3fn' },
  ...{ float8_e5m2fnuz: 'f8e5m2fnuz', float8_e4m3fnuz: 'f8e4m3fnuz', float8_e8m0fnu: 'f8e8m0fnu' },
};

/** Python's `repr` of a string. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

const flag = (value: boolean): string => (value ? 'True' : 'False');
const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

function device({ type, index }: DeviceRef): string {
  return `device(type='${type}'${index === null ? '' : `, index=${index}`})`;
}

/** An argument as the generated code has it; `name` gives values their names. */
// eslint-disable-next-line max-lines-per-function -- a table: a line for each kind of the schema
export function argumentText(arg: Argument, name: (value: string) => string): string {
  const symbol = (value: SymIntArgument | { readonly type: string; readonly value: unknown }): string => {
    if (value.type === 'as_name') return name(value.value as string);
    if (typeof value.value === 'boolean') return flag(value.value);
    return value.type === 'as_float' ? floatText(value.value as number) : String(value.value);
  };
  switch (arg.type) {
    case 'as_none':
      return 'None';
    case 'as_tensor':
    case 'as_custom_obj':
    case 'as_graph':
      return name(arg.value.name);
    case 'as_tensors':
      return list(arg.value.map((value) => name(value.name)));
    case 'as_nested_tensors':
      return list(arg.value.map((items) => list(items.map((value) => name(value.name)))));
    case 'as_optional_tensor':
      return arg.value.type === 'as_tensor' ? name(arg.value.value.name) : 'None';
    case 'as_optional_tensors':
      return list(arg.value.map((value) => (value.type === 'as_tensor' ? name(value.value.name) : 'None')));
    case 'as_int':
      return String(arg.value);
    case 'as_ints':
      return list(arg.value.map(String));
    case 'as_float':
      return floatText(arg.value);
    case 'as_floats':
      return list(arg.value.map(floatText));
    case 'as_bool':
      return flag(arg.value);
    case 'as_bools':
      return list(arg.value.map(flag));
    case 'as_string':
      return quoted(arg.value);
    case 'as_strings':
      return list(arg.value.map(quoted));
    case 'as_sym_int':
    case 'as_sym_float':
    case 'as_sym_bool':
      return symbol(arg.value);
    case 'as_sym_ints':
    case 'as_sym_floats':
    case 'as_sym_bools':
      return list(arg.value.map(symbol));
    case 'as_scalar_type':
      return `torch.${SCALAR_TYPES[arg.value] ?? arg.value}`;
    case 'as_layout':
      return `torch.${LAYOUTS[arg.value] ?? arg.value}`;
    case 'as_memory_format':
      return `torch.${MEMORY_FORMATS[arg.value] ?? arg.value}`;
    case 'as_device':
      return device(arg.value);
    case 'as_complex':
      return `(${arg.value.real}${arg.value.imag < 0 ? '' : '+'}${arg.value.imag}j)`;
    case 'as_operator':
      return arg.value;
    case 'as_int_lists':
      return list(arg.value.map((items) => `(${items.join(', ')}${items.length === 1 ? ',' : ''})`));
    case 'as_float_lists':
      return list(arg.value.map((items) => list(items.map(floatText))));
    case 'as_string_to_argument':
      return `{${[...arg.value].map(([key, value]) => `${quoted(key)}: ${argumentText(value, name)}`).join(', ')}}`;
  }
}

/** The values that an argument reads, each once, in order. */
export function valuesIn(arg: Argument): string[] {
  const names: string[] = [];
  argumentText(arg, (name) => {
    names.push(name);
    return name;
  });
  return [...new Set(names)];
}

/** `: "f32[s0, 4]"` of a value, or nothing where nothing is known of it. */
export function annotation(graph: Graph, arg: Argument): string {
  const name = nameOf(arg);
  if (name === undefined) return '';
  const tensor = graph.tensorValues.get(name);
  if (arg.type === 'as_tensor' && tensor) {
    const dtype = SHORT[SCALAR_TYPES[tensor.dtype] ?? ''] ?? String(tensor.dtype);
    return `: "${dtype}${list(tensor.sizes.map(extentText))}"`;
  }
  const symbol = graph.symIntValues.get(name) ?? graph.symBoolValues.get(name) ?? graph.symFloatValues.get(name);
  return symbol?.type === 'as_expr' ? `: "Sym(${expressionText(symbol.value.exprStr)})"` : '';
}

const extentText = (size: SymInt): string =>
  size.type === 'as_int' ? String(size.value) : expressionText(size.value.exprStr);
