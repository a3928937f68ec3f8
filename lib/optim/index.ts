/** `torch.optim`: exports only. */
export { Optimizer, registerOptimizerStepPostHook, registerOptimizerStepPreHook } from './optimizer';
export type { StateDictHook, StateDictPreHook, StepPostHook, StepPreHook } from './optimizer';
export type {
  Closure,
  HookHandle,
  OptimizerParams,
  OptimizerState,
  OptimizerStateDict,
  ParamGroup,
  ParamGroupInput,
  ParamState,
  Params,
} from './types';
export { Adam, AdamW, type AdamGroup, type AdamOptions, type AdamWOptions } from './adam';
export { SGD, type SGDGroup, type SGDOptions } from './sgd';
