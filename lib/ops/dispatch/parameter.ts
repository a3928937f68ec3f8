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

/** A type such as `Tensor?[]`, `int[2]` or `ScalarType?`. */
type ParsedType = Pick<Parameter, 'kind' | 'list' | 'nullable' | 'nullableElements'>;

/** There are some thirty. Read without regular expressions, which cost more to compile than a program's first call otherwise takes. */
const parsedTypes = new Map<string, ParsedType>();

function parseType(type: string): ParsedType {
  let parsed = parsedTypes.get(type);
  if (parsed === undefined) parsedTypes.set(type, (parsed = parseAnew(type)));
  return parsed;
}

function parseAnew(type: string): ParsedType {
  const nullable = type.endsWith('?');
  const plain = nullable ? type.slice(0, -1) : type;
  const list = plain.endsWith(']');
  const element = list ? plain.slice(0, plain.indexOf('[')) : plain;
  const nullableElements = list && element.endsWith('?');
  const base = nullableElements ? element.slice(0, -1) : element;
  const kind = Object.hasOwn(KINDS, base) ? KINDS[base] : undefined;
  return { kind: kind ?? 'unsupported', list, nullable, nullableElements };
}

/** A parameter of a schema; with `numbers`, a number may stand for a tensor. */
export function parameterOf(argument: SchemaArgument, numbers = false): Parameter {
  const { kind, list, nullable, nullableElements } = parseType(argument.type);
  return {
    name: argument.name.includes('_') ? camelCase(argument.name) : argument.name,
    kind,
    list,
    nullable,
    nullableElements,
    size: argument.size,
    keyword: argument.keyword,
    // As in Python, where a generator may always be left out: those overloads then draw as the others do, by the thread's own.
    optional: argument.optional || (kind === 'Generator' && !list && nullable),
    write: argument.write,
    numbers: numbers && kind === 'Tensor' && !list && !argument.write,
    type: argument.type,
  };
}
