import { bool, float, keyword } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import type { Module } from '../../nn/module';
import type { FsdpState } from './fsdp-state';

/** What a module has besides its own methods once `fullyShard` has divided it. */
export interface FSDPModule {
  /** Gathers the module's own parameters: until {@link reshard} or the next forward they are whole. Every rank calls it. */
  unshard(): void;
  /** Gives the module's whole parameters back. */
  reshard(): void;
  /**
   * Whether backward reduces gradients. While it does not, whole gradients are added up, as over micro-batches; the next
   * backward that does reduces their sum.
   *
   * @param requiresGradientSync - Whether it does.
   * @param options - `recurse` (by default true): for the sharded modules inside, too.
   */
  setRequiresGradientSync(requiresGradientSync: boolean, options?: { readonly recurse?: boolean }): void;
  /** Whether the whole parameters are given back after forward. `recurse` is true by default. */
  setReshardAfterForward(reshardAfterForward: boolean, options?: { readonly recurse?: boolean }): void;
  /** Sums of gradients are divided by this, and not by the number of ranks. */
  setGradientDivideFactor(factor: number): void;
}

const states = new WeakMap<Module, FsdpState>();

/** What `fullyShard` keeps of a module. @internal */
export function stateOf(module: Module): FsdpState | undefined {
  return states.get(module);
}

const SWITCH = { requiresGradientSync: bool(), recurse: keyword(bool(true)) };
const RESHARD = { reshardAfterForward: bool(), recurse: keyword(bool(true)) };
const FACTOR = { factor: float() };

/** The states of a module, and of those inside. */
function statesIn(module: Module, recurse: boolean): FsdpState[] {
  const modules = recurse ? module.modules() : [module];
  return [...new Set(modules.flatMap((one) => states.get(one) ?? []))];
}

/** Gives a module the methods; they are no members of the module, so that they are neither saved nor printed. @internal */
export function addMethods(module: Module, state: FsdpState): void {
  states.set(module, state);
  const methods: FSDPModule = {
    unshard: (...args: readonly never[]) => {
      takesNothing('unshard', args);
      state.unshard();
    },
    reshard: (...args: readonly never[]) => {
      takesNothing('reshard', args);
      state.reshard();
    },
    setRequiresGradientSync: (...args: readonly unknown[]) => {
      const { requiresGradientSync, recurse } = readArguments('setRequiresGradientSync', SWITCH, args);
      for (const one of statesIn(module, recurse)) one.group.requiresGradientSync = requiresGradientSync;
    },
    setReshardAfterForward: (...args: readonly unknown[]) => {
      const { reshardAfterForward, recurse } = readArguments('setReshardAfterForward', RESHARD, args);
      for (const one of statesIn(module, recurse)) one.reshardAfterForward = reshardAfterForward;
    },
    setGradientDivideFactor: (...args: readonly unknown[]) => {
      state.group.gradientDivideFactor = readArguments('setGradientDivideFactor', FACTOR, args).factor;
    },
  };
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(module, name, { value: method, enumerable: false, configurable: true, writable: true });
  }
}
