import { readArguments } from '../../arguments/read';
import type { Module } from '../../nn/module';
import type { IncompatibleKeys } from '../../nn/state-dict';
import type { Optimizer } from '../../optim/optimizer';
import { keyword, required } from '../../arguments/fields';
import { loadModelState, modelState, type ModelState } from './model-state';
import type { OptimizersState } from './optimizer-flat';
import { loadOptimizersState, optimizersState } from './optimizer-state';
import {
  MODEL,
  OPTIMIZERS,
  optimizersOf,
  OPTIONS,
  settingsOf,
  STATE,
  type StateDictOptionsByName,
} from './state-dict-options';

const GET = { model: MODEL, optimizers: OPTIMIZERS, ...OPTIONS };
const SET = {
  model: MODEL,
  optimizers: OPTIMIZERS,
  modelStateDict: required(keyword(STATE)),
  optimStateDict: required(keyword(STATE)),
  ...OPTIONS,
};

/**
 * The state of a model and of its optimizers, by fully qualified names: what to give to {@link save}.
 *
 * @param model - The model.
 * @param optimizers - One or several; `[]` for none.
 * @param options - See {@link StateDictOptions}.
 * @returns The model's state and that of the optimizers.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.get_state_dict
 * @example
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * const [modelState, optimizerState] = distributed.checkpoint.getStateDict(model, optimizer);
 * const state = { model: modelState, optimizer: optimizerState };
 * distributed.checkpoint.save(state, { checkpointId: 'run/last', noDist: true });
 */
export function getStateDict(
  model: Module,
  optimizers: Optimizer | Iterable<Optimizer>,
  options?: StateDictOptionsByName,
): [model: ModelState, optimizers: OptimizersState];
export function getStateDict(...args: readonly unknown[]): [model: ModelState, optimizers: OptimizersState] {
  const { model, optimizers, options } = readArguments('getStateDict', GET, args);
  const [given, settings] = [optimizersOf(optimizers), settingsOf(options)];
  return [modelState(model, settings), optimizersState(model, given, settings)];
}

/**
 * Gives a model and its optimizers the state that {@link getStateDict} returned, after {@link load} has filled it.
 *
 * @param model - The model.
 * @param optimizers - One or several; `[]` for none.
 * @param states - The two state dicts by their names, and `options`; see {@link StateDictOptions}.
 * @returns The model's names that were missing or not expected.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.set_state_dict
 * @example
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * const [modelStateDict, optimStateDict] = distributed.checkpoint.getStateDict(model, optimizer);
 * distributed.checkpoint.setStateDict(model, optimizer, { modelStateDict, optimStateDict });
 */
export function setStateDict(
  model: Module,
  optimizers: Optimizer | Iterable<Optimizer>,
  states: StateDictOptionsByName & {
    /** The model's state: tensors by fully qualified names. */
    readonly modelStateDict: object;
    /** The optimizers' state, nested or flat; not looked at where there is no optimizer. */
    readonly optimStateDict: object;
  },
): IncompatibleKeys;
export function setStateDict(...args: readonly unknown[]): IncompatibleKeys {
  const { model, optimizers, modelStateDict, optimStateDict, options } = readArguments('setStateDict', SET, args);
  const [given, settings] = [optimizersOf(optimizers), settingsOf(options)];
  if (given.length > 0) loadOptimizersState(model, given, optimStateDict, settings);
  return loadModelState(model, modelStateDict, settings);
}
