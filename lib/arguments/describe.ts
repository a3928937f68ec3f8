import { typeError } from '../errors';
import { isThenable } from './synchronous';

/** How messages show what a caller passed. */

/** How many levels of nested arrays a message shows. An array may hold itself. */
const MOST_LEVELS = 3;

/** A value's kind: `integer 3`, `an array of string`, `Tensor`. */
export function typeName(value: unknown, level = 0): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    if (level >= MOST_LEVELS) return 'arrays';
    return `an array of ${value.length ? typeName(value[0], level + 1) : 'nothing'}`;
  }
  if (typeof value === 'number') return Number.isInteger(value) ? `integer ${value}` : `number ${value}`;
  if (typeof value !== 'object') return typeof value;
  return (value as { constructor?: { name?: string } }).constructor?.name ?? 'an object';
}

/** The class of an object, or a value's kind. */
export function nameOf(object: unknown): string {
  if (typeof object !== 'object' || object === null) return typeName(object);
  return (object as { constructor?: { name?: string } }).constructor?.name ?? 'an object';
}

/** The value itself if it is short, otherwise its class. */
export function show(value: unknown, level = 0): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) {
    const short = value.length <= 8 && level < MOST_LEVELS;
    return short ? `[${value.map((item) => show(item, level + 1)).join(', ')}]` : typeName(value, level);
  }
  if (typeof value === 'object' && value !== null) return article(nameOf(value));
  return String(value);
}

/** A shape as Python prints it: `torch.Size([2, 3])`. */
export function torchSize(shape: readonly number[]): string {
  return `torch.Size([${shape.join(', ')}])`;
}

/** `a Tensor`, `an Array`. */
export function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The message of an error from any realm, or of anything else that was thrown. */
export function messageOf(cause: unknown): string {
  const { message } = (cause ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(cause);
}

/** The error for a value that is given where a tensor belongs. */
export function notATensor(given: unknown, prefix = ''): TypeError {
  return typeError(`${prefix}expected a Tensor, got ${typeName(given)}${tensorHint(given)}`);
}

/** What `Tensor.share()` gives has this as `torch`. */
export const SHARED_TENSOR = 'libtorch-node/shared-tensor';

/** A hint on how to make a tensor of the value that was given. */
export function tensorHint(given: unknown): string {
  if (Array.isArray(given) || typeof given === 'number' || ArrayBuffer.isView(given)) return '; use torch.tensor(…)';
  if (isThenable(given)) return '; await it first';
  const isShared = (given as { readonly torch?: unknown } | null | undefined)?.torch === SHARED_TENSOR;
  return isShared ? '; torch.fromShared(…) takes what Tensor.share() gave' : '';
}
