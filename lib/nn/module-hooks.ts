import { type BackwardHook, BackwardHooks, type BackwardPreHook } from './backward-hooks';
import type { Module } from './module';
import type { IncompatibleKeys, Loading, StateDict } from './loaded';
import { Hooks, type RemovableHandle } from '../autograd/removable-hooks';

export type { RemovableHandle as HookHandle };
export type { BackwardHook, BackwardPreHook } from './backward-hooks';

/** What a module's forward takes; unknown where its type says nothing. */
export type HookInputs<M extends Module> =
  Parameters<M['forward']> extends never[] ? unknown[] : Parameters<M['forward']>;

/**
 * Called before forward. If it returns an array, this replaces the inputs. Another value except undefined replaces the
 * only input.
 */
export type ForwardPreHook<M extends Module = Module> = (module: M, inputs: HookInputs<M>) => unknown;
/** Called after forward; what it returns, unless undefined, replaces the output. */
export type ForwardHook<M extends Module = Module> = (
  module: M,
  inputs: HookInputs<M>,
  output: ReturnType<M['forward']>,
) => unknown;

/** A module's hooks; made when the first one is registered. */
export class ModuleHooks {
  readonly preForward = new Hooks<ForwardPreHook>();
  readonly forward = new Hooks<ForwardHook>();
  readonly preBackward = new Hooks<BackwardPreHook>();
  readonly backward = new Hooks<BackwardHook>();
  readonly preStateDict = new Hooks<(module: Module, prefix: string, keepVars: boolean) => void>();
  readonly stateDict = new Hooks<(module: Module, stateDict: StateDict, prefix: string) => void>();
  readonly preLoad = new Hooks<(module: Module, loading: Loading, prefix: string) => void>();
  readonly postLoad = new Hooks<(module: Module, keys: IncompatibleKeys) => void>();
}

type HookKind = keyof ModuleHooks;
type HookOf<K extends HookKind> = ModuleHooks[K] extends Hooks<infer F> ? F : never;

/** Adds a hook, which lib/nn/call.ts runs. */
export function addHook<K extends HookKind>(module: Module, kind: K, hook: HookOf<K>, first = false): RemovableHandle {
  const hooks = (module.state.hooks ??= new ModuleHooks());
  return (hooks[kind] as Hooks<HookOf<K>>).add(hook, first);
}

/** Whether any hook runs around a forward. @internal */
export function runsAround({ preForward, forward, preBackward, backward }: ModuleHooks): boolean {
  return preForward.size + forward.size + preBackward.size + backward.size > 0;
}

/** Whether a module has such hooks. @internal */
export function isHooked({ state: { hooks } }: Module): boolean {
  return hooks !== null && runsAround(hooks);
}

/** Whether a module is of exactly this class and computes what its class does. @internal */
export function isPlain(module: Module, Class: abstract new (...args: never[]) => Module): boolean {
  return Object.getPrototypeOf(module) === Class.prototype && !Object.hasOwn(module, 'forward');
}

/** The hooks that run around one forward. @internal */
export class HookedCall {
  readonly #backward: BackwardHooks | null;

  constructor(
    readonly module: Module,
    readonly hooks: ModuleHooks,
  ) {
    const { backward, preBackward } = hooks;
    const any = backward.size + preBackward.size > 0;
    this.#backward = any ? new BackwardHooks(module, [...backward], [...preBackward]) : null;
  }

  before(given: unknown[]): unknown[] {
    let inputs = given;
    for (const hook of this.hooks.preForward) {
      const replaced = hook(this.module, inputs);
      if (replaced !== undefined) inputs = Array.isArray(replaced) ? (replaced as unknown[]) : [replaced];
    }
    return this.#backward ? this.#backward.inputs(inputs) : inputs;
  }

  after(inputs: unknown[], given: unknown): unknown {
    let output = given;
    for (const hook of this.hooks.forward) {
      const replaced = hook(this.module, inputs, output);
      if (replaced !== undefined) output = replaced;
    }
    return this.#backward ? this.#backward.outputs(output) : output;
  }
}

/** A copied module has the hooks of the original, in sets of its own. */
export function copyHooks(from: Module, to: Module): void {
  const { hooks } = from.state;
  if (!hooks) return;
  const copy = (to.state.hooks = new ModuleHooks());
  for (const kind of Object.keys(hooks) as HookKind[]) {
    for (const hook of hooks[kind]) (copy[kind] as Hooks<unknown>).add(hook);
  }
}
