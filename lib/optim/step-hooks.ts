import { Hooks } from '../autograd/removable-hooks';
import type { Optimizer } from './optimizer';
import type { HookHandle, OptimizerStateDict } from './types';
import { typeError } from '../errors';
import { refuseSurplus } from '../arguments/read';

/** Runs before a step and may return an array of other arguments for it. */
export type StepPreHook = (optimizer: Optimizer, args: readonly unknown[]) => unknown;
export type StepPostHook = (optimizer: Optimizer, args: readonly unknown[]) => void;
export type StateDictPreHook = (optimizer: Optimizer) => void;
/** May change the dict or return another. */
export type StateDictHook = (optimizer: Optimizer, stateDict: OptimizerStateDict) => unknown;

/** @internal */
export const globalPreHooks = new Hooks<StepPreHook>();
/** @internal */
export const globalPostHooks = new Hooks<StepPostHook>();

/**
 * Registers a function that runs before every step of every optimizer of this environment.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.optimizer.register_optimizer_step_pre_hook.html
 */
export function registerOptimizerStepPreHook(hook: StepPreHook, ...surplus: []): HookHandle {
  refuseSurplus('registerOptimizerStepPreHook', 1, surplus);
  return globalPreHooks.add(hook);
}

/** Registers a function that runs after every step of every optimizer of this environment. */
export function registerOptimizerStepPostHook(hook: StepPostHook, ...surplus: []): HookHandle {
  refuseSurplus('registerOptimizerStepPostHook', 1, surplus);
  return globalPostHooks.add(hook);
}

/** What a hook before a step made of its arguments. @internal */
export function checkedArguments(args: unknown): readonly unknown[] {
  if (Array.isArray(args)) return args as unknown[];
  throw typeError(`a step hook must return nothing or an array of arguments, got ${typeof args}`);
}
