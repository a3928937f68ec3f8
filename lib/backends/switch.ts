import { native } from '../native/binding';
import type { BackendSwitch } from '../native/contract/backends';
import { typeError } from '../errors';

/** Reads a switch of libtorch. */
export function isOn(name: BackendSwitch): boolean {
  return native.getBackendSwitch(name);
}

/** Sets a switch of libtorch, which is the whole process's. */
export function turn(name: BackendSwitch, enabled: boolean): void {
  if (typeof enabled !== 'boolean') throw typeError(`torch.backends.${name} must be true or false`);
  native.setBackendSwitch(name, enabled);
}
