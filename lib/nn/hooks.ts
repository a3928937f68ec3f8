import type { Module } from './module';
import type { IncompatibleKeys, Loading, StateDict } from './state-dict';

/** Takes a hook away again; calling it twice does nothing. */
export interface HookHandle {
  remove(): void;
}

type HookSet<F> = Set<F>;

/** A module's hooks; made when the first one is registered. @internal */
export interface ModuleHooks {
  readonly preForward: HookSet<(module: Module, inputs: unknown[]) => unknown>;
  readonly forward: HookSet<(module: Module, inputs: unknown[], output: unknown) => unknown>;
  readonly preStateDict: HookSet<(module: Module, prefix: string, keepVars: boolean) => void>;
  readonly stateDict: HookSet<(module: Module, stateDict: StateDict, prefix: string) => void>;
  readonly preLoad: HookSet<(module: Module, loading: Loading, prefix: string) => void>;
  readonly postLoad: HookSet<(module: Module, keys: IncompatibleKeys) => void>;
}
