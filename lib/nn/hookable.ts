import {
  type BackwardHook,
  type BackwardPreHook,
  type ForwardHook,
  type ForwardPreHook,
  type HookHandle,
  addHook,
} from './hooks';
import { bool, keyword, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Module } from './module';
import type { ModuleState } from './state';
import type { IncompatibleKeys, Loading, StateDict } from './state-dict';

const hook = value<unknown>('a function', (v) => typeof v === 'function');
const HOOK = { hook };
const FORWARD = { hook, prepend: keyword(bool(false)) };
const BACKWARD = { hook, prepend: bool(false) };

/** Every object of these base classes is a Module: nothing else extends them. @internal */
export function asModule(base: Hookable): Module {
  return base as unknown as Module;
}

/** The hooks that a module takes. Each is called until its handle is removed. */
export abstract class Hookable {
  /** @internal */
  readonly state!: ModuleState;

  /**
   * Calls a function before each forward; what it returns replaces the inputs.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_forward_pre_hook
   */
  registerForwardPreHook(...args: [hook: ForwardPreHook, options?: { readonly prepend?: boolean }]): HookHandle {
    const { hook, prepend } = readArguments('Module.registerForwardPreHook', FORWARD, args);
    return addHook(asModule(this), 'preForward', hook as ForwardPreHook, prepend);
  }

  /** Calls a function after each forward; what it returns, unless undefined, replaces the output. */
  registerForwardHook(...args: [hook: ForwardHook, options?: { readonly prepend?: boolean }]): HookHandle {
    const { hook, prepend } = readArguments('Module.registerForwardHook', FORWARD, args);
    return addHook(asModule(this), 'forward', hook as ForwardHook, prepend);
  }

  /**
   * Calls a function once the gradients of the module's inputs are known; it may return others to go on with. The
   * inputs must not be changed in place by forward.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook
   * @example
   * const layer = new nn.Linear(2, 1);
   * layer.registerFullBackwardHook((_module, [gradInput], [gradOutput]) => console.log(gradInput, gradOutput));
   * layer.forward(torch.ones([1, 2], { requiresGrad: true })).sum().backward();
   */
  registerFullBackwardHook(
    ...args: [hook: BackwardHook, prepend?: boolean | { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerFullBackwardHook', BACKWARD, args);
    return addHook(asModule(this), 'backward', hook as BackwardHook, prepend);
  }

  /** Calls a function with the gradients of the outputs before those of the inputs; it may return others. */
  registerFullBackwardPreHook(
    ...args: [hook: BackwardPreHook, prepend?: boolean | { readonly prepend?: boolean }]
  ): HookHandle {
    const { hook, prepend } = readArguments('Module.registerFullBackwardPreHook', BACKWARD, args);
    return addHook(asModule(this), 'preBackward', hook as BackwardPreHook, prepend);
  }

  /** Calls a function before the module's part of a state dict is made. */
  registerStateDictPreHook(...args: [hook: (module: Module, prefix: string, keepVars: boolean) => void]): HookHandle {
    return addHook(
      asModule(this),
      'preStateDict',
      readArguments('Module.registerStateDictPreHook', HOOK, args).hook as (typeof args)[0],
    );
  }

  /** Calls a function with the state dict once the module's part is in it; it may change the dict. */
  registerStateDictPostHook(
    ...args: [hook: (module: Module, stateDict: StateDict, prefix: string) => void]
  ): HookHandle {
    return addHook(
      asModule(this),
      'stateDict',
      readArguments('Module.registerStateDictPostHook', HOOK, args).hook as (typeof args)[0],
    );
  }

  /** Calls a function before the module's part is loaded; `loading.entries` may be changed. */
  registerLoadStateDictPreHook(
    ...args: [hook: (module: Module, loading: Loading, prefix: string) => void]
  ): HookHandle {
    return addHook(
      asModule(this),
      'preLoad',
      readArguments('Module.registerLoadStateDictPreHook', HOOK, args).hook as (typeof args)[0],
    );
  }

  /** Calls a function after loading, with the missing and unexpected keys, which it may change. */
  registerLoadStateDictPostHook(...args: [hook: (module: Module, keys: IncompatibleKeys) => void]): HookHandle {
    return addHook(
      asModule(this),
      'postLoad',
      readArguments('Module.registerLoadStateDictPostHook', HOOK, args).hook as (typeof args)[0],
    );
  }
}
