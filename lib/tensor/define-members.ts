/**
 * Members of Tensor that other modules define. Those modules declare them (`declare module`) and add them to the class
 * here, so that the class imports none of them.
 */
import { Tensor } from './tensor';

const given = new Set<string>();

/** The names that {@link defineMembers} was given. The generator does not generate these. @internal */
export const memberNames: ReadonlySet<string> = given;

/** Gives Tensor the members of a group, getters included. @internal */
export function defineMembers(group: object): void {
  for (const key of Reflect.ownKeys(group)) {
    const descriptor = Object.getOwnPropertyDescriptor(group, key) as PropertyDescriptor;
    Object.defineProperty(Tensor.prototype, key, { ...descriptor, enumerable: false });
    if (typeof key === 'string') given.add(key);
  }
}
