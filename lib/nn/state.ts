import type { Tensor } from '../tensor-methods';
import type { ModuleHooks } from './hooks';
import type { ModuleBox } from './native';
import type { Parameter } from './parameter';
import type { Computed } from './utils/computed';

/** A parameter or buffer that was registered by name: an accessor property of its module reads and writes it. */
export interface Slot {
  readonly kind: 'parameter' | 'buffer';
  value: Tensor | null;
  persistent: boolean;
}

/** A module of torch::nn and what another one like it is made from. */
export interface NativeModule {
  box: ModuleBox;
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a module holds besides its own properties. @internal */
export class ModuleState {
  training = true;
  hooks: ModuleHooks | null = null;
  readonly slots = new Map<string, Slot>();
  /** Properties that are computed before each forward. */
  readonly computed = new Map<string, Computed>();
  /** What a container holds. */
  items: Map<string, unknown> | null = null;
  /** The module of torch::nn, if that computes. */
  native: NativeModule | null = null;
}

export type NamedParameter = [name: string, parameter: Parameter];
export type NamedBuffer = [name: string, buffer: Tensor];
