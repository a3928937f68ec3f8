/**
 * Members of Tensor that stand in modules above it: those modules declare them (`declare module`) and give them to the class
 * here, so that the class needs to know none of them.
 */
import { Tensor } from './tensor';

const given = new Set<string>();

/** The names that were given by {@link defineMembers}: the generator leaves these to us. @internal */
export const memberNames: ReadonlySet<string> = given;

/** Gives Tensor the members of a group, getters included. @internal */
export function defineMembers(group: object): void {
  for (const key of Reflect.ownKeys(group)) {
    const descriptor = Object.getOwnPropertyDescriptor(group, key) as PropertyDescriptor;
    Object.defineProperty(Tensor.prototype, key, { ...descriptor, enumerable: false });
    if (typeof key === 'string') given.add(key);
  }
}
