import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import { keyError, runtimeError, valueError } from '../../errors';
import { noGrad } from '../../autograd/modes';
import type { Module } from '../../nn/module';
import { tensor } from '../../ops/creation/index';
import { zerosLike } from '../../ops/generated/functions';
import type { Optimizer } from '../../optim/optimizer';
import { isTensor, type Tensor } from '../../tensor/tensor';
import { markLike, shardOf } from '../shards';
import { partOf } from './model-state';
import { namesByParameter } from './parameter-names';
import { flattenOptimizerState, type OptimizersState, unflattenOptimizerState } from './optimizer-flat';
import { myRank, sharedFromRank0 } from './rank0';
import {
  MODEL,
  OPTIMIZERS,
  optimizersOf,
  OPTIONS,
  type Settings,
  settingsOf,
  STATE,
  type StateDictOptionsByName,
} from './state-dict-options';
import { asWanted } from './whole';

const GET = { model: MODEL, optimizers: OPTIMIZERS, ...OPTIONS };
const SET = { model: MODEL, optimizers: OPTIMIZERS, optimStateDict: STATE, ...OPTIONS };

/**
 * The state of one optimizer or several by the fully qualified names of the model's parameters, which do not depend on
 * their order or on the number of ranks. An optimizer without state makes it first, by a step that changes nothing, so that
 * there is something to read a checkpoint into.
 *
 * @param model - The model whose parameters the optimizers have.
 * @param optimizers - One or several.
 * @param options - See {@link StateDictOptions}.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.get_optimizer_state_dict
 * @example
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * const { state } = distributed.checkpoint.getOptimizerStateDict(model, optimizer);
 * Object.keys(state.weight!); // ['step', 'exp_avg', 'exp_avg_sq']
 */
export function getOptimizerStateDict(
  model: Module,
  optimizers: Optimizer | Iterable<Optimizer>,
  options?: StateDictOptionsByName,
): OptimizersState;
export function getOptimizerStateDict(...args: readonly unknown[]): OptimizersState {
  const { model, optimizers, options } = readArguments('getOptimizerStateDict', GET, args);
  const given = optimizersOf(optimizers);
  if (given.length === 0) throw runtimeError('Optimizers are not passed in but optim_only is set to True.');
  return optimizersState(model, given, settingsOf(options));
}

/** @internal */
export function optimizersState(model: Module, optimizers: readonly Optimizer[], settings: Settings): OptimizersState {
  const names = namesByParameter(model);
  const all: OptimizersState = { state: {}, param_groups: [] };
  for (const optimizer of optimizers) {
    initialize(optimizer);
    const params = optimizer.paramGroups.flatMap((group) => group.params);
    const nameOf = (number: unknown): string => nameAt(names, params, Number(number));
    const dict = optimizer.stateDict();
    for (const [number, entry] of entriesOf(dict.state)) {
      const param = params[Number(number)] as Tensor;
      all.state[nameOf(number)] = sharded(nameOf(number), param, entry as Record<string, unknown>);
    }
    for (const group of dict.param_groups) {
      all.param_groups.push({ ...group, params: (group['params'] as unknown[]).map(nameOf) });
    }
  }
  const shaped = settings.flattenOptimizerStateDict ? (flattenOptimizerState(all) as unknown as OptimizersState) : all;
  return asWanted(shaped, settings, myRank());
}

function nameAt(names: ReadonlyMap<Tensor, readonly string[]>, params: readonly Tensor[], number: number): string {
  const [name] = names.get(params[number] as Tensor) ?? [];
  if (name !== undefined) return name;
  throw keyError(`parameter ${number} of the optimizer is not one of the model's`);
}

/** The state of a part of a parameter is a part of the state. */
function sharded(name: string, param: Tensor, entry: Record<string, unknown>): Record<string, unknown> {
  if (!shardOf(param)) return entry;
  const shape = param.shape.join();
  for (const [key, value] of Object.entries(entry)) {
    if (!isTensor(value) || (value.ndim === 0 && param.ndim > 0)) continue;
    if (value.shape.join() !== shape) {
      throw valueError(
        `the state ${key} of ${name} has another shape than the rank's part of the parameter, so it cannot be brought ` +
          'together with that of other ranks',
      );
    }
    markLike(value, param);
  }
  return entry;
}

/** Makes an optimizer's state by a step with gradients and learning rates of zero. @internal */
export function initialize(optimizer: Optimizer): void {
  if (optimizer.state.size > 0) return;
  const params = optimizer.paramGroups.flatMap((group) => group.params);
  // One without state, such as SGD, may be in the middle of a step.
  if (params.some((param) => param.grad !== null)) return;
  for (const param of params) if (param.requiresGrad) param.grad = noGrad(() => zerosLike(param));
  const rates = optimizer.paramGroups.map((group) => group.lr);
  for (const group of optimizer.paramGroups) group.lr = isTensor(group.lr) ? tensor(0) : 0;
  try {
    optimizer.step();
  } finally {
    optimizer.paramGroups.forEach((group, i) => (group.lr = rates[i] ?? group.lr));
    optimizer.zeroGrad();
  }
}

/**
 * Gives optimizers the state that {@link getOptimizerStateDict} returned, here or elsewhere.
 *
 * @param model - The model whose parameters the optimizers have.
 * @param optimizers - One or several.
 * @param optimStateDict - The state, nested or flat.
 * @param options - See {@link StateDictOptions}.
 * @throws TorchError where a parameter has no state in it, unless `strict` is false.
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.state_dict.set_optimizer_state_dict
 * @example
 * const { getOptimizerStateDict, setOptimizerStateDict } = distributed.checkpoint;
 * const other = new optim.SGD(model.parameters(), { lr: 1 });
 * setOptimizerStateDict(model, other, getOptimizerStateDict(model, optimizer));
 * other.paramGroups[0]!.lr; // 0.1
 */
export function setOptimizerStateDict(
  model: Module,
  optimizers: Optimizer | Iterable<Optimizer>,
  optimStateDict: object,
  options?: StateDictOptionsByName,
): void;
export function setOptimizerStateDict(...args: readonly unknown[]): void {
  const { model, optimizers, optimStateDict, options } = readArguments('setOptimizerStateDict', SET, args);
  loadOptimizersState(model, optimizersOf(optimizers), optimStateDict, settingsOf(options));
}

/** @internal */
export function loadOptimizersState(
  model: Module,
  optimizers: readonly Optimizer[],
  given: object,
  settings: Settings,
): void {
  const entries = new Map(entriesOf(given).map(([key, value]) => [String(key), value]));
  const source = settings.broadcastFromRank0 ? sharedFromRank0(entries) : entries;
  if (source.size === 0) {
    throw runtimeError('The option indicates that optimizer state_dict is required to load, but it is empty.');
  }
  const names = namesByParameter(model);
  for (const optimizer of optimizers) {
    initialize(optimizer);
    const nested = source.has('state') ? source : unflattenOptimizerState(optimizer, source, names);
    optimizer.loadStateDict(stateFor(optimizer, nested, names, settings));
  }
}

const dictOf = (what: string, value: unknown): ReadonlyMap<string, unknown> => {
  if (!isMap(value) && !isPlainObject(value)) throw valueError(`${what} of an optimizer's state dict should be a dict`);
  return new Map(entriesOf(value).map(([key, item]) => [String(key), item]));
};

/** Of the state of all optimizers, that of one, by the numbers of its parameters. */
function stateFor(
  optimizer: Optimizer,
  source: ReadonlyMap<string, unknown>,
  names: ReadonlyMap<Tensor, readonly string[]>,
  settings: Settings,
): object {
  const states = dictOf('state', source.get('state'));
  const groups = source.get('param_groups');
  if (!Array.isArray(groups)) throw valueError("param_groups of an optimizer's state dict should be a list");
  const loaded = groups.map((group) => dictOf('a group', group));
  const state = new Map<number, unknown>();
  let number = 0;
  const packed = optimizer.paramGroups.map(({ params }) => {
    const numbers = params.map((param) => {
      const fqns = names.get(param) ?? [];
      const entry = entryFor(fqns, states, param.requiresGrad && settings.strict);
      if (entry !== undefined && param.requiresGrad) state.set(number, parts(entry, param, settings));
      return number++;
    });
    const fqns = params.flatMap((param) => names.get(param) ?? []);
    const group = loaded.find((one) => (one.get('params') as unknown[]).some((name) => fqns.includes(String(name))));
    return { ...Object.fromEntries(group ?? []), params: numbers };
  });
  return { state, param_groups: packed };
}

function entryFor(fqns: readonly string[], states: ReadonlyMap<string, unknown>, required: boolean): unknown {
  const fqn = fqns.find((name) => states.has(name));
  if (fqn !== undefined) return states.get(fqn);
  if (!required || states.size === 0) return undefined;
  throw runtimeError(
    `Missing optimizer state for parameter '${fqns[0] ?? '?'}' in checkpoint. The parameter requires gradients but has no ` +
      'saved optimizer state. To load anyway, use StateDictOptions(strict=False).',
  );
}

function parts(entry: unknown, param: Tensor, { fullStateDict }: Settings): unknown {
  if (!fullStateDict || !shardOf(param)) return entry;
  const values = [...dictOf('a state', entry)].map(([key, value]) => {
    const isWhole = isTensor(value) && value.ndim === param.ndim && param.ndim > 0;
    return [key, isWhole ? partOf(value, param) : value] as const;
  });
  return Object.fromEntries(values);
}
