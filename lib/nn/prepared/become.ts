import { wrapForward } from '../call';
import type { Module } from '../module';

type Class<M extends Module> = abstract new (...args: never[]) => M;

/**
 * Lets a module of a copied model be one of the classes that compute faster, with `members` besides its own. Its parameters, name and
 * place stay, so a model that reads `this.fc.weight` still can.
 */
export function become<M extends Module>(module: Module, Class: Class<M>, members: Partial<M> = {}): M {
  Object.setPrototypeOf(module, Class.prototype as object);
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(module, name, { value, enumerable: false, writable: false, configurable: true });
  }
  wrapForward(module);
  return module as M;
}
