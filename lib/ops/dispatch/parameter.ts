import type { SchemaArgument } from '../../native/contract';
import { camelCase } from '../../arguments/names';

/** What a parameter takes, as lib/ops/dispatch/encode.ts tells them apart. */
export type ParameterKind =
  | 'Tensor'
  | 'int'
  | 'float'
  | 'bool'
  | 'str'
  | 'Scalar'
  | 'Device'
  | 'Generator'
  | 'ScalarType'
  | 'Layout'
  | 'MemoryFormat'
  | 'Any'
  | 'unsupported';

/** One parameter of an overload, with its type parsed. */
export interface Parameter {
  /** In camelCase; `input` also answers to `self`. */
  readonly name: string;
  readonly kind: ParameterKind;
  readonly list: boolean;
  /** null is allowed. */
  readonly nullable: boolean;
  /** null is allowed for elements of the list. */
  readonly nullableElements: boolean;
  /** A single number is spread to this length. */
  readonly size: number;
  readonly keyword: boolean;
  readonly optional: boolean;
  readonly write: boolean;
  /** A tensor, in place of which a number may be given. */
  readonly numbers: boolean;
  /** As in the schema, for messages. */
  readonly type: string;
}

const KINDS: Readonly<Record<string, ParameterKind>> = {
  Tensor: 'Tensor',
  int: 'int',
  SymInt: 'int',
  float: 'float',
  SymFloat: 'float',
  bool: 'bool',
  SymBool: 'bool',
  str: 'str',
  Scalar: 'Scalar',
  number: 'Scalar',
  Device: 'Device',
  Generator: 'Generator',
  ScalarType: 'ScalarType',
  Layout: 'Layout',
  MemoryFormat: 'MemoryFormat',
  Any: 'Any',
};

/** Parses types such as `Tensor?[]`, `int[2]` and `ScalarType?`. */
export function parameterOf(argument: SchemaArgument, numbers = false): Parameter {
  const match = /^(\w+)(\?)?(\[\d*\])?(\?)?$/.exec(argument.type);
  const [, base = '', first, brackets, last] = match ?? [];
  const list = brackets !== undefined;
  return {
    name: camelCase(argument.name),
    kind: KINDS[base] ?? 'unsupported',
    list,
    nullable: list ? last !== undefined : first !== undefined,
    nullableElements: list && first !== undefined,
    size: argument.size,
    keyword: argument.keyword,
    // As in Python, where a generator may always be left out: those overloads then draw as the others do, by the thread's own.
    optional: argument.optional || (base === 'Generator' && first !== undefined),
    write: argument.write,
    numbers: numbers && base === 'Tensor' && !list && !argument.write,
    type: argument.type,
  };
}
