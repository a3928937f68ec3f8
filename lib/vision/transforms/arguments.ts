/** Kinds of arguments that transforms take, beside those of `arguments/fields`. */
import { nameOf } from '../../arguments/describe';
import { type Field, value } from '../../arguments/fields';
import { typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import type { NumberOrList } from './types';

/** A tensor, of torchvision's or an ordinary one. */
export const tensor = (): Field<Tensor> => value<Tensor>('a Tensor', (given) => given instanceof Tensor);

const isNumber = (given: unknown): given is number => typeof given === 'number';
export const isNumbers = (given: unknown): given is readonly number[] => Array.isArray(given) && given.every(isNumber);

/** Something whose kind is checked by what reads it, with torchvision's own message. */
export const unchecked = <T>(expects: string, fallback?: T): Field<T> => value<T>(expects, () => true, fallback);

/** Height and width: two integers, or one for both. */
export function pairOf(size: unknown, message: string): [number, number] {
  if (isNumber(size)) return [Math.trunc(size), Math.trunc(size)];
  if (!isNumbers(size)) throw typeError(message);
  if (size.length === 1) return [size[0] as number, size[0] as number];
  if (size.length !== 2) throw valueError(message);
  return [size[0] as number, size[1] as number];
}

/** The message where a size has more than two numbers, or fewer. */
export const TWO_SIZES = 'Please provide only two dimensions (h, w) for size.';

/** A list of one of these lengths. */
export function requireList(
  given: unknown,
  name: string,
  lengths: readonly number[],
): asserts given is readonly number[] {
  const message = `${name} should be a sequence of length ${lengths.join(' or ')}.`;
  if (!isNumbers(given)) throw typeError(message);
  if (!lengths.includes(given.length)) throw valueError(message);
}

/** A range of angles: from minus one number to that number, or as it is given. */
export function anglesOf(given: unknown, name: string, lengths: readonly number[] = [2]): number[] {
  if (isNumber(given)) {
    if (given < 0) throw valueError(`If ${name} is a single number, it must be positive.`);
    return [-given, given];
  }
  requireList(given, name, lengths);
  return [...given];
}

/** One number twice, or two. */
export function twoNumbers(given: unknown, name: string): [number, number] {
  if (isNumber(given)) return [given, given];
  if (!Array.isArray(given)) {
    throw typeError(`${name} should be a number or a sequence of numbers. Got ${nameOf(given)}`);
  }
  if (given.length !== 1 && given.length !== 2) {
    throw valueError(`If ${name} is a sequence its length should be 1 or 2. Got ${given.length}`);
  }
  const wrong = (given as unknown[]).find((one) => !isNumber(one));
  if (wrong !== undefined) throw valueError(`${name} should be a sequence of numbers. Got ${nameOf(wrong)}`);
  const [first, second = first] = given as [number, number?];
  return [first, second];
}

/** A probability. */
export function requireProbability(p: number): void {
  if (p >= 0 && p <= 1) return;
  throw valueError('`p` should be a floating point value in the interval [0.0, 1.0].');
}

export type { NumberOrList };
