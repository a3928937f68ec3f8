import type { Tensor } from '../ops/tensor-methods';
import type { ModuleHooks } from './module-hooks';
import type { Module } from './module';
import type { ModuleBox } from '../native/contract/nn';
import type { Parameter } from './parameter';
import type { Computed } from './utils/computed';

/** A parameter or buffer that was registered by name: an accessor property of its module reads and writes it. */
export interface Slot {
  readonly kind: 'parameter' | 'buffer';
  value: Tensor | null;
  persistent: boolean;
}

/** A module of torch::nn, with the arguments to make another one like it. */
export interface NativeModule {
  box: ModuleBox;
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Options that can be changed, as they are read. */
  followed?: Readonly<Record<string, unknown>> | undefined;
}

/** What a container holds, by name, and how often that has changed. @internal */
export class Items extends Map<string, unknown> {
  changes = 0;

  override set(name: string, item: unknown): this {
    this.changes++;
    return super.set(name, item);
  }

  override delete(name: string): boolean {
    this.changes++;
    return super.delete(name);
  }

  override clear(): void {
    this.changes++;
    super.clear();
  }
}

/** What a module holds besides its own properties. @internal */
export class ModuleState {
  training = true;
  hooks: ModuleHooks | null = null;
  readonly slots = new Map<string, Slot>();
  /** Properties that are computed before each forward. */
  readonly computed = new Map<string, Computed>();
  /** What a container holds. */
  items: Items | null = null;
  /** The module of torch::nn, if the layer computes with one. */
  native: NativeModule | null = null;
}

/** Whether a value is a Module, for files that Module imports. @internal */
export function isModule(value: unknown): value is Module {
  return typeof value === 'object' && value !== null && (value as { state?: unknown }).state instanceof ModuleState;
}

/** Puts another tensor into a place, whatever its class, during a call. @internal */
export function swapTensor(module: Module, property: string, tensor: Tensor): void {
  const slot = module.state.slots.get(property);
  if (!slot) {
    module.replaceMember(property, tensor);
    return;
  }
  slot.value = tensor;
  module.tensorReplaced(property, tensor);
}

export type NamedParameter = [name: string, parameter: Parameter];
export type NamedBuffer = [name: string, buffer: Tensor];
