import { keep } from '../../ops/tensor-methods';
import type { Tensor } from '../../ops/tensor-methods';
import { addHook } from '../module-hooks';
import type { Module } from '../module';
import { Parameter } from '../parameter';
import { valueError } from '../../errors';

/** A property that is computed before each forward, from tensors that are learned under other names. */
export interface Computed {
  compute(module: Module): Tensor;
}

/** A module's properties by their names as strings. */
export function fieldsOf(module: Module): Record<string, Tensor | undefined> {
  return module as unknown as Record<string, Tensor | undefined>;
}

/** The property of a parameter or computed tensor that is given by it or by its key in state dicts. */
export function propertyOf(module: Module, name: string): string {
  const { slots, computed } = module.state;
  for (const property of [...computed.keys(), ...slots.keys()]) {
    if (property === name || module.keyOf(property) === name) return property;
  }
  return name;
}

/** Takes a parameter out of the module, to be registered under another name. */
export function takeParameter(module: Module, property: string): Parameter {
  const tensor = fieldsOf(module)[property];
  if (!(tensor instanceof Parameter)) {
    throw valueError(`${module.constructor.name} has no parameter '${property}'`);
  }
  removeField(module, property);
  return tensor;
}

/** Removes a registered tensor or a property. */
export function removeField(module: Module, property: string): void {
  module.state.slots.delete(property);
  Reflect.deleteProperty(module, property);
}

/** Gives a property its tensor, as neither parameter nor buffer. */
export function setComputed(module: Module, property: string, tensor: Tensor): void {
  Object.defineProperty(module, property, { value: keep(tensor), writable: true, configurable: true });
  if (module.state.native) module.tensorReplaced(property, tensor);
}

/** From now on the property is computed before each forward. */
export function startComputing(module: Module, property: string, computed: Computed): void {
  const before = module.state.computed.has(property);
  module.state.computed.set(property, computed);
  if (before) return;
  addHook(module, 'preForward', (current) => {
    // A copy of the module has its own list. A property that is no longer computed is in neither.
    const now = current.state.computed.get(property);
    if (now) setComputed(current, property, now.compute(current));
    return undefined;
  });
}

/** Makes a computed property a parameter again. */
export function stopComputing(module: Module, property: string, parameter: Parameter): void {
  module.state.computed.delete(property);
  Reflect.deleteProperty(module, property);
  module.registerParameter(property, parameter);
  if (module.state.native) module.tensorReplaced(property, parameter);
}
