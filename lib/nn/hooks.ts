import type { Module } from './module';
import type { IncompatibleKeys, Loading, StateDict } from './state-dict';

/** Takes a hook away again; calling it twice does nothing. */
export interface HookHandle {
  remove(): void;
}

/** Called before forward; an array that it returns replaces the inputs, anything else but undefined the only input. */
export type ForwardPreHook = (module: Module, inputs: unknown[]) => unknown;
/** Called after forward; what it returns, unless undefined, replaces the output. */
export type ForwardHook = (module: Module, inputs: unknown[], output: unknown) => unknown;

/** A module's hooks; made when the first one is registered. @internal */
export class ModuleHooks {
  readonly preForward = new Set<ForwardPreHook>();
  readonly forward = new Set<ForwardHook>();
  readonly preStateDict = new Set<(module: Module, prefix: string, keepVars: boolean) => void>();
  readonly stateDict = new Set<(module: Module, stateDict: StateDict, prefix: string) => void>();
  readonly preLoad = new Set<(module: Module, loading: Loading, prefix: string) => void>();
  readonly postLoad = new Set<(module: Module, keys: IncompatibleKeys) => void>();
}

type HookKind = keyof ModuleHooks;
type HookOf<K extends HookKind> = ModuleHooks[K] extends Set<infer F> ? F : never;

/**
 * Adds a hook. A module that has forward hooks gets a `forward` of its own, which runs them around the class's; one
 * without hooks pays nothing.
 */
export function addHook<K extends HookKind>(module: Module, kind: K, hook: HookOf<K>, first = false): HookHandle {
  if (typeof hook !== 'function') throw new TypeError('a hook is a function');
  const hooks = (module.state.hooks ??= new ModuleHooks());
  const set = hooks[kind] as Set<unknown>;
  // The same function may be registered twice.
  const entry = Object.assign((...args: never[]) => (hook as (...inputs: never[]) => unknown)(...args), {});
  const others = [...set];
  if (first) set.clear();
  set.add(entry);
  if (first) for (const other of others) set.add(other);
  updateForward(module);
  return {
    remove: () => {
      set.delete(entry);
      updateForward(module);
    },
  };
}

type Forward = (...inputs: unknown[]) => unknown;
const FORWARDS = ['forward', 'forwardAsync'] as const;

/** What the class has under a name, where it has it. */
function classForward(module: Module, name: (typeof FORWARDS)[number]): Forward | undefined {
  return (Object.getPrototypeOf(module) as Readonly<Record<string, Forward>>)[name];
}

function updateForward(module: Module): void {
  const { hooks } = module.state;
  const hooked = hooks && hooks.preForward.size + hooks.forward.size > 0;
  for (const name of FORWARDS) {
    const forward = classForward(module, name);
    if (!hooked || !forward) Reflect.deleteProperty(module, name);
    if (!hooked || !forward || Object.hasOwn(module, name)) continue;
    const run = name === 'forward' ? runWithHooks : startWithHooks;
    const value: Forward = (...inputs) => run(module, hooks, forward, inputs);
    Object.defineProperty(module, name, { value, configurable: true, enumerable: false });
  }
}

function runWithHooks(module: Module, hooks: ModuleHooks, forward: Forward, given: unknown[]): unknown {
  const inputs = beforeForward(module, hooks, given);
  return afterForward(module, hooks, inputs, forward.apply(module, inputs));
}

/** Hooks run on this thread, before the forward starts and after it has ended. */
async function startWithHooks(
  module: Module,
  hooks: ModuleHooks,
  forward: Forward,
  given: unknown[],
): Promise<unknown> {
  const inputs = beforeForward(module, hooks, given);
  return afterForward(module, hooks, inputs, await forward.apply(module, inputs));
}

function beforeForward(module: Module, hooks: ModuleHooks, given: unknown[]): unknown[] {
  let inputs = given;
  for (const hook of [...hooks.preForward]) {
    const replaced = hook(module, inputs);
    if (replaced !== undefined) inputs = Array.isArray(replaced) ? (replaced as unknown[]) : [replaced];
  }
  return inputs;
}

function afterForward(module: Module, hooks: ModuleHooks, inputs: unknown[], given: unknown): unknown {
  let output = given;
  for (const hook of [...hooks.forward]) {
    const replaced = hook(module, inputs, output);
    if (replaced !== undefined) output = replaced;
  }
  return output;
}

/** A copied module has the hooks of the original, in sets of its own. */
export function reinstallHooks(from: Module, to: Module): void {
  const { hooks } = from.state;
  if (!hooks) return;
  const copy = (to.state.hooks = new ModuleHooks());
  for (const kind of Object.keys(hooks) as HookKind[]) {
    for (const hook of hooks[kind]) (copy[kind] as Set<unknown>).add(hook);
  }
  updateForward(to);
}
