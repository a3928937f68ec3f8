/** Which transforms are the library's own, so that it is known what they keep: nothing of a sample. */
import * as transforms from './index';
import { Lambda } from './misc';
import { Transform } from './transform';
import type { Callable } from './types';

const OWN: ReadonlySet<unknown> = new Set(Object.values(transforms));

/** Whether a transform and those in it are the library's own, and call no function of a user. */
export function isOwn(transform: Callable | null): boolean {
  if (transform === null) return true;
  if (!(transform instanceof Transform) || transform instanceof Lambda || !OWN.has(transform.constructor)) return false;
  const { transforms: parts = [] } = transform as { readonly transforms?: readonly Callable[] };
  return parts.every(isOwn);
}
