import { entriesOf } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { runtimeError } from '../../errors';
import type { Module } from '../../nn/module';
import { IncompatibleKeys } from '../../nn/state-dict';
import { markOrderedDict, orderedDictAttributes } from '../../serialization/python-values';
import { isTensor, type Tensor } from '../../tensor/tensor';
import { shardOf } from '../shards';
import { Names, namesByParameter } from './parameter-names';
import { narrowByIndex } from './planner-helpers';
import { myRank, sharedFromRank0 } from './rank0';
import { MODEL, OPTIONS, type Settings, settingsOf, STATE, type StateDictOptionsByName } from './state-dict-options';
import { asWanted } from './whole';

const GET = { model: MODEL, ...OPTIONS };
const SET = { model: MODEL, modelStateDict: STATE, ...OPTIONS };

/** A model's state by fully qualified names. */
export type ModelState = Record<string, Tensor>;

/**
 * The state dict of a model by fully qualified names: those that its parameters have without `DistributedDataParallel`
 * around them. The same names come from one process, from DistributedDataParallel and from `fullyShard`, so a checkpoint of
 * one is read by the others.
 *
 * @param model - The model.
 * @param options - See {@link StateDictOptions}.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.get_model_state_dict
 * @example
 * const model = new nn.Linear(2, 1);
 * Object.keys(distributed.checkpoint.getModelStateDict(model)); // ['weight', 'bias']
 */
export function getModelStateDict(model: Module, options?: StateDictOptionsByName): ModelState;
export function getModelStateDict(...args: readonly unknown[]): ModelState {
  const { model, options } = readArguments('getModelStateDict', GET, args);
  return modelState(model, settingsOf(options));
}

/** @internal */
export function modelState(model: Module, settings: Settings): ModelState {
  const names = new Names(model);
  const stateDict = model.stateDict();
  const frozen = settings.ignoreFrozenParams ? frozenNames(model) : new Set<string>();
  const entries = Object.entries(stateDict).map(([name, value]) => [names.fqnOf(name), value] as const);
  const state = Object.fromEntries(entries.filter(([fqn]) => !frozen.has(fqn)));
  const isRenamed = Object.keys(stateDict).some((name) => !Object.hasOwn(state, name));
  const wanted = asWanted(state, settings, myRank());
  return isRenamed ? wanted : markOrderedDict(wanted, orderedDictAttributes(stateDict));
}

function frozenNames(model: Module): Set<string> {
  const frozen = [...namesByParameter(model)].filter(([parameter]) => !parameter.requiresGrad);
  return new Set(frozen.flatMap(([, fqns]) => fqns));
}

/**
 * Gives a model the state that {@link getModelStateDict} returned, here or elsewhere.
 *
 * @param model - The model.
 * @param modelStateDict - Tensors by fully qualified names: with `fullStateDict` whole ones, of which each rank takes its
 *   parts.
 * @param options - See {@link StateDictOptions}.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.set_model_state_dict
 * @example
 * const { getModelStateDict, setModelStateDict } = distributed.checkpoint;
 * const other = new nn.Linear(4, 2);
 * setModelStateDict(other, getModelStateDict(model));
 * torch.equal(other.weight, model.weight); // true
 */
export function setModelStateDict(
  model: Module,
  modelStateDict: object,
  options?: StateDictOptionsByName,
): IncompatibleKeys;
export function setModelStateDict(...args: readonly unknown[]): IncompatibleKeys {
  const { model, modelStateDict, options } = readArguments('setModelStateDict', SET, args);
  return loadModelState(model, modelStateDict, settingsOf(options));
}

/** @internal */
export function loadModelState(model: Module, given: object, settings: Settings): IncompatibleKeys {
  const entries = new Map(entriesOf(given).map(([key, value]) => [String(key), value]));
  const state = settings.broadcastFromRank0 ? sharedFromRank0(entries) : entries;
  if (state.size === 0) {
    if (!settings.strict || settings.ignoreFrozenParams) return new IncompatibleKeys([], []);
    throw runtimeError('The option indicates that model state_dict is required to save or load, but it is empty.');
  }
  const names = new Names(model);
  const own = Object.entries(model.stateDict({ keepVars: true }));
  for (const [name, value] of own) {
    const fqn = names.fqnOf(name);
    if (!state.has(fqn)) {
      if (settings.strict && fqn !== name) throw runtimeError(`Missing key: ${fqn}.`);
      continue;
    }
    const loaded = state.get(fqn);
    state.delete(fqn);
    state.set(name, settings.fullStateDict && isTensor(value) ? partOf(loaded, value) : loaded);
  }
  return model.loadStateDict(state, { strict: settings.strict });
}

/** Of a whole tensor, the part that `like` is. @internal */
export function partOf(whole: unknown, like: Tensor): unknown {
  const shard = shardOf(like);
  return shard && isTensor(whole) ? narrowByIndex(whole, shard.offsets, like.shape) : whole;
}
