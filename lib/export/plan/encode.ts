import { codes } from './formats';
import type { PlanArgument } from '../../native/contract/export';
import type { Argument, Graph, OptionalTensorArgument, SymIntArgument } from '../schema/graph';
import type { ValueSlots } from './value-slots';
import { type CodeOf, planTag as TAG } from '../../native/codes';

/** What encoding an argument needs. */
export interface Encoding {
  readonly values: ValueSlots;
  /** The node that reads the argument. */
  readonly at: number;
  readonly fail: (what: string) => never;
  /** The plan of a graph in place of a value. */
  readonly plan: (graph: Graph) => unknown;
}

type Tag = CodeOf<typeof TAG>;

const list = (items: readonly PlanArgument[]): PlanArgument => [TAG.list, items];
const NONE: PlanArgument = [TAG.none];

/** An argument as native code takes it. @internal */
// eslint-disable-next-line max-lines-per-function -- a table: a line for each kind of the schema
export function encodeArgument(arg: Argument, on: Encoding): PlanArgument {
  const slot = (name: string): PlanArgument => [TAG.slot, on.values.use(name, on.at, on.fail)];
  const number = (tag: Tag) => (value: unknown) => [tag, value] as const;
  const symbol = (value: SymIntArgument | { type: string; value: unknown }, tag: Tag): PlanArgument =>
    value.type === 'as_name' ? slot(value.value as string) : [tag, value.value];
  const tensor = (value: OptionalTensorArgument): PlanArgument =>
    value.type === 'as_tensor' ? slot(value.value.name) : NONE;
  switch (arg.type) {
    case 'as_none':
      return NONE;
    case 'as_tensor':
      return slot(arg.value.name);
    case 'as_tensors':
      return list(arg.value.map(({ name }) => slot(name)));
    case 'as_nested_tensors':
      return list(arg.value.map((items) => list(items.map(({ name }) => slot(name)))));
    case 'as_optional_tensor':
      return tensor(arg.value);
    case 'as_optional_tensors':
      return list(arg.value.map(tensor));
    case 'as_int':
      return [TAG.int, arg.value];
    case 'as_ints':
      return list(arg.value.map(number(TAG.int)));
    case 'as_int_lists':
      return list(arg.value.map((items) => list(items.map(number(TAG.int)))));
    case 'as_float':
      return [TAG.float, arg.value];
    case 'as_floats':
      return list(arg.value.map(number(TAG.float)));
    case 'as_float_lists':
      return list(arg.value.map((items) => list(items.map(number(TAG.float)))));
    case 'as_bool':
      return [TAG.bool, arg.value];
    case 'as_bools':
      return list(arg.value.map(number(TAG.bool)));
    case 'as_string':
      return [TAG.string, arg.value];
    case 'as_strings':
      return list(arg.value.map(number(TAG.string)));
    case 'as_complex':
      return [TAG.complex, [arg.value.real, arg.value.imag]];
    case 'as_sym_int':
      return symbol(arg.value, TAG.int);
    case 'as_sym_ints':
      return list(arg.value.map((value) => symbol(value, TAG.int)));
    case 'as_sym_float':
      return symbol(arg.value, TAG.float);
    case 'as_sym_floats':
      return list(arg.value.map((value) => symbol(value, TAG.float)));
    case 'as_sym_bool':
      return symbol(arg.value, TAG.bool);
    case 'as_sym_bools':
      return list(arg.value.map((value) => symbol(value, TAG.bool)));
    case 'as_scalar_type':
      return [TAG.dtype, codes.dtype(arg.value, on.fail)];
    case 'as_layout':
      return [TAG.int, codes.layout(arg.value, on.fail)];
    case 'as_memory_format':
      return [TAG.int, codes.memoryFormat(arg.value, on.fail)];
    case 'as_device':
      return [TAG.device, codes.device(arg.value, on.fail)];
    case 'as_graph':
      return [TAG.plan, on.plan(arg.value.graph)];
    case 'as_custom_obj':
      return on.fail(`it takes the object '${arg.value.name}' of the class ${arg.value.classFqn}, which is not read`);
    case 'as_operator':
    case 'as_string_to_argument':
      return on.fail(`it takes an argument of the kind ${arg.type}, which is not read`);
  }
}
