import { nameOf } from './describe';
import { isPlainObject } from './plain-object';
import { refuseSurplus } from './read';

/** Methods that read their arguments one by one, and what they say to one argument too many. */

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** A class, abstract ones and those whose constructor is not public included. */
interface ClassLike {
  readonly prototype: object;
}

/**
 * Lets methods refuse what stands behind their parameters, which JavaScript drops without a word. `most` says how many each
 * of them takes; a class is left alone where it has no such method of its own, so that one table serves a family.
 */
export function limitArguments(classes: readonly ClassLike[], most: Readonly<Record<string, number>>): void {
  for (const { prototype } of classes) limitMembers(prototype, most);
}

/** The same for the methods that an object has itself. */
export function limitMembers(object: object, most: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(most)) limitMember(object, name, count);
}

function limitMember(object: object, name: string, most: number): void {
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  if (typeof descriptor?.value !== 'function') return;
  const method = descriptor.value as Method;
  const check = (object: unknown, args: readonly unknown[]): void => {
    if (args.length > most) refuseSurplus(labelOf(object, name), most, args.slice(most));
  };
  const value: Method = isAsync(method)
    ? async function (...args) {
        check(this, args);
        return method.apply(this, args);
      }
    : function (...args) {
        check(this, args);
        return method.apply(this, args);
      };
  Object.defineProperties(value, { name: { value: name }, length: { value: method.length } });
  Object.defineProperty(object, name, { ...descriptor, value });
}

/** Whether a method is declared `async`: such a one never throws, and its promise is rejected instead. */
const isAsync = (method: Method): boolean => Object.prototype.toString.call(method) === '[object AsyncFunction]';

/** `Accuracy.update`; of an object without a class the name alone. */
function labelOf(object: unknown, name: string): string {
  return isPlainObject(object) || object === undefined ? name : `${nameOf(object)}.${name}`;
}
