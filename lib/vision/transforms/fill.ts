/** What new pixels hold, for each kind of input. */
import { isMap, isPlainObject } from '../../arguments/plain-object';
import { typeError } from '../../errors';
import type { Tensor } from '../../index';
import { isNumbers, unchecked } from './arguments';
import type { Fill, FillByKind } from './types';

const isFill = (given: unknown): given is Fill => given === null || typeof given === 'number' || isNumbers(given);

function fits(given: unknown): boolean {
  if (isFill(given)) return true;
  if (isMap(given)) return [...given.values()].every(isFill);
  return isPlainObject(given) && Object.values(given).every(isFill);
}

/** An argument of fills. An object of several is given by name, since a trailing one holds the options of the call. */
export const fillByKind = (fallback: Fill) => unchecked<FillByKind>('a fill', fallback);

/** Fails on what is no fill. */
export function checkFill(given: FillByKind): FillByKind {
  if (fits(given)) return given;
  throw typeError('Got inappropriate fill arg, only Numbers, tuples, lists and dicts are allowed.');
}

/** What fills the new pixels of one input: what is said for its class, else for `others`. */
export function fillOf(fill: FillByKind, input: Tensor): Fill {
  if (isFill(fill)) return fill;
  const Class = input.constructor;
  const entries = new Map<unknown, Fill>(isMap(fill) ? fill : Object.entries(fill));
  for (const key of [Class, Class.name, 'others']) {
    const found = entries.get(key);
    if (found !== undefined) return found;
  }
  return null;
}
