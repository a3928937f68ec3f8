import { camelCase, snakeCase } from '../arguments/names';
import { entriesOf } from '../arguments/plain-object';

/** Lists in a checkpoint; every other array is a tuple there. */
const LISTS: ReadonlySet<string> = new Set(['params', 'param_names', 'old_dirs', 'old_stps', 'ro', 'al']);

/** An object in Python's spelling; arrays become tuples, which are frozen arrays. */
export function toPython(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entries)) {
    const key = snakeCase(name);
    result[key] = Array.isArray(value) && !LISTS.has(key) ? Object.freeze([...(value as unknown[])]) : value;
  }
  return result;
}

/** A dict of Python, as an object or a Map, in our spelling; arrays are copied. */
export function fromPython(dict: object): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of entriesOf(dict)) {
    result[camelCase(String(name))] = Array.isArray(value) ? [...(value as unknown[])] : value;
  }
  return result;
}
