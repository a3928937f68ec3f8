import type { Tensor } from '../tensor-methods';
import type { ModuleHooks } from './hooks';
import type { Parameter } from './parameter';

/** A parameter or buffer that was registered by name: an accessor property of its module reads and writes it. */
export interface Slot {
  readonly kind: 'parameter' | 'buffer';
  value: Tensor | null;
  persistent: boolean;
}

/** What a module holds besides its own properties. @internal */
export class ModuleState {
  training = true;
  hooks: ModuleHooks | null = null;
  readonly slots = new Map<string, Slot>();
}

export type NamedParameter = [name: string, parameter: Parameter];
export type NamedBuffer = [name: string, buffer: Tensor];
