import { inGradMode } from '../native/grad-mode';

/** Properties that are computed when they are first read, and then are the object's own: Python's `lazy_property`. */

const getters = new WeakSet<object>();

/** Gives an object a property of its own, where its class may have a getter of that name. */
export function setOwn(object: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/**
 * Gives a class a lazy property. It is computed with recording on, as what reads it first may not record but later
 * readers may need its gradient.
 */
export function lazy<T extends object, K extends keyof T & string>(
  Class: { readonly prototype: T },
  name: K,
  compute: (self: T) => T[K],
  keep: (self: T, value: T[K]) => T[K] = (_, value) => value,
): void {
  const get = function (this: T): T[K] {
    const value = keep(
      this,
      inGradMode(true, () => compute(this)),
    );
    setOwn(this, name, value);
    return value;
  };
  getters.add(get);
  Object.defineProperty(Class.prototype, name, { get, configurable: true });
}

/** Whether a property is lazy and has not been computed. */
export function isPending(object: object, name: string): boolean {
  if (Object.hasOwn(object, name)) return false;
  for (let at: unknown = object; at !== null; at = Object.getPrototypeOf(at)) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor) return descriptor.get !== undefined && getters.has(descriptor.get);
  }
  return false;
}
