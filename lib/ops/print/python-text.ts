import { floatText } from './numbers';

/** Values as Python's `repr` writes them, for printing modules and optimizers. */

/** A number that is a float in Python: `1.0`, `1e-05`. */
export class Float {
  constructor(readonly value: number) {}

  toString(): string {
    return floatText(this.value);
  }
}

/** `repr` of what options hold: booleans, null, integers, floats, strings, tuples. */
export function pythonText(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
  if (Array.isArray(value)) return tupleText(value);
  return String(value);
}

function tupleText(values: readonly unknown[]): string {
  return `(${values.map(pythonText).join(', ')}${values.length === 1 ? ',' : ''})`;
}

/** `str` of the same: a string is itself. */
export function pythonString(value: unknown): string {
  return typeof value === 'string' ? value : pythonText(value);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  ...{ boolean: 'bool', string: 'str', bigint: 'int', undefined: 'NoneType' },
  ...{ Array: 'list', Object: 'dict', Map: 'dict', Set: 'set' },
};

/** `type(value).__name__` of what the value would be in Python; classes have their own names. */
export function pythonTypeName(value: unknown): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  const name = typeof value === 'object' ? value.constructor?.name || 'object' : typeof value;
  return TYPE_NAMES[name] ?? name;
}

/** Indents each line that is not empty. */
export function indent(text: string, spaces = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

/** Indents all lines but the first. */
export function indentRest(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
