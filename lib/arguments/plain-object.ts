/**
 * Whether `value` is an object literal, with which a call may end to name its options. Objects of another realm (a
 * `vm`, a jest test) count; a Map, a Date, a Promise, a tensor, an array, `Math` and modules do not.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return !Array.isArray(value) && Object.prototype.toString.call(value) === '[object Object]';
}

/** Whether `value` is an object of any kind, and not null. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether `value` is an object over which `for … of` goes. A text, of which it takes the characters, is none here. */
export function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

/** A Map, of another realm (a jest test, a vm) too. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]';
}

/** The entries of a dict, which JavaScript has as an object or a Map. */
export function entriesOf(dict: object): [key: unknown, value: unknown][] {
  return isMap(dict) ? [...dict] : Object.entries(dict);
}
