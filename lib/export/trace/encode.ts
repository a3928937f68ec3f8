import { runtimeError } from '../../errors';
import { native } from '../../native/binding';
import type { OverloadSchema, SchemaArgument } from '../../native/contract';
import { dtypeOf } from '../../tensor/dtype';
import { Device } from '../../tensor/device';
import { layoutOf } from '../../tensor/layout';
import { memoryFormat } from '../../native/codes';
import type { Argument, NamedArgument, OptionalTensorArgument, SymIntArgument } from '../schema/graph';
import { ArgumentKind } from '../schema/graph';
import { type DeviceRef, LAYOUTS, MEMORY_FORMATS, SCALAR_TYPES, codeOf } from '../schema/tensor-meta';
import type { Merged, MergedCall, Varying } from './align';
import type { Expression } from './expression';

/** What {@link encodeInputs} asks of the graph that is being built. */
export interface Context {
  readonly label: string;
  /** The name of the value that stands for a tensor. */
  tensor(id: number): string;
  /** What a number that differs between the runs depends on. */
  express(value: Varying, call: MergedCall): Expression;
  size(expression: Expression): SymIntArgument;
}

const schemas = new Map<string, readonly OverloadSchema[]>();

/** The schema of an overload. */
export function schemaOf(operator: string, overload: string): OverloadSchema {
  let known = schemas.get(operator);
  if (!known) schemas.set(operator, (known = native.operatorSchemas(operator)));
  return known.find((schema) => schema.overload === overload) as OverloadSchema;
}

/** The arguments of a call as a node has them; those at the end that are the schema's defaults are left out. */
export function encodeInputs(context: Context, call: MergedCall): NamedArgument[] {
  const { arguments: parameters } = schemaOf(call.operator, call.overload);
  const named: NamedArgument[] = [];
  let last = parameters.length - 1;
  while (last >= 0 && (parameters[last]?.keyword || call.defaults[last])) last--;
  for (const [i, parameter] of parameters.entries()) {
    if (parameter.keyword ? call.defaults[i] : i > last) continue;
    const kind = parameter.keyword ? ArgumentKind.keyword : ArgumentKind.positional;
    named.push({ name: parameter.name, arg: encode(context, call, parameter, call.inputs[i] as Merged), kind });
  }
  return named;
}

function encode(context: Context, call: MergedCall, parameter: SchemaArgument, value: Merged): Argument {
  if (value === null) return { type: 'as_none', value: true };
  const base = /^\w+/.exec(parameter.type)?.[0] ?? '';
  if (isList(value)) return encodeList(context, call, parameter, base, value);
  if (typeof value === 'object') return encodeObject(context, call, parameter, value);
  if (typeof value === 'string') return { type: 'as_string', value };
  if (typeof value === 'boolean') return { type: 'as_bool', value };
  const code = Number(value);
  if (base === 'ScalarType') return { type: 'as_scalar_type', value: scalarTypeCode(code) };
  if (base === 'Layout') return { type: 'as_layout', value: codeOf(LAYOUTS, layoutOf(code).name) ?? 7 };
  if (base === 'MemoryFormat') return { type: 'as_memory_format', value: memoryFormatCode(code) };
  if (base === 'float') return { type: 'as_float', value: code };
  return { type: 'as_int', value };
}

type MergedObject = Exclude<Merged, null | string | number | bigint | boolean | readonly Merged[]>;

function encodeObject(context: Context, call: MergedCall, parameter: SchemaArgument, value: MergedObject): Argument {
  if ('t' in value) return { type: 'as_tensor', value: { name: context.tensor(value.t) } };
  if ('f' in value) return { type: 'as_float', value: value.f };
  if ('c' in value) return { type: 'as_complex', value: { real: value.c[0], imag: value.c[1] } };
  if ('d' in value) return { type: 'as_device', value: deviceOf(value.d) };
  if ('varying' in value) return { type: 'as_sym_int', value: context.size(context.express(value, call)) };
  throw runtimeError(
    `${context.label}: a graph cannot hold a generator of random numbers (${call.place}); leave it out, so that the ` +
      'default one is used',
  );
}

const isList = (value: Merged): value is readonly Merged[] => Array.isArray(value);

function encodeList(
  context: Context,
  call: MergedCall,
  parameter: SchemaArgument,
  base: string,
  items: readonly Merged[],
): Argument {
  const tensor = (item: Merged): { name: string } => ({
    name: context.tensor((item as { t: number }).t),
  });
  if (parameter.type.startsWith('Tensor?[')) {
    const value = items.map(
      (item): OptionalTensorArgument =>
        item === null ? { type: 'as_none', value: true } : { type: 'as_tensor', value: tensor(item) },
    );
    return { type: 'as_optional_tensors', value };
  }
  if (base === 'Tensor') return { type: 'as_tensors', value: items.map(tensor) };
  if (items.some((item) => typeof item === 'object' && item !== null && 'varying' in item)) {
    const value = items.map((item) => sizeArgument(context, call, item));
    return { type: 'as_sym_ints', value };
  }
  return encodePlain(base, items);
}

function encodePlain(base: string, items: readonly Merged[]): Argument {
  const number = (item: Merged): number => (typeof item === 'object' ? (item as { f: number }).f : Number(item));
  if (base === 'float' || items.some((item) => typeof item === 'object')) {
    return { type: 'as_floats', value: items.map(number) };
  }
  if (items.length > 0 && items.every((item) => typeof item === 'boolean')) {
    return { type: 'as_bools', value: items };
  }
  if (items.length > 0 && items.every((item) => typeof item === 'string')) {
    return { type: 'as_strings', value: items };
  }
  return { type: 'as_ints', value: items as readonly (number | bigint)[] };
}

function sizeArgument(context: Context, call: MergedCall, item: Merged): SymIntArgument {
  if (typeof item === 'object' && item !== null && 'varying' in item) return context.size(context.express(item, call));
  return { type: 'as_int', value: item as number };
}

/** The schema's number of a dtype of libtorch. */
export function scalarTypeCode(code: number): number {
  const { name } = dtypeOf(code);
  const found = codeOf(SCALAR_TYPES, name);
  if (found === undefined) throw runtimeError(`torch.export: programs have no dtype ${name}`);
  return found;
}

function memoryFormatCode(code: number): number {
  const name = Object.entries(memoryFormat).find(([, known]) => known === code)?.[0] ?? '';
  return codeOf(MEMORY_FORMATS, name) ?? 4;
}

/** A device by its name. */
export function deviceOf(name: string): DeviceRef {
  const { type, index } = new Device(name);
  return { type, index };
}
