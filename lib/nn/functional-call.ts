import { stack, detach } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { bool, keyword } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import type { Module } from './module';
import { swapTensor } from './state';
import { type Member, ownBuffers, ownParameters, walkModules } from './walk';
import { runtimeError, typeError, valueError } from '../errors';

/** Tensors by the names of `namedParameters` and `namedBuffers`. */
export type NamedTensors = Readonly<Record<string, Tensor>>;

export interface FunctionalCallOptions {
  /** Replace a tensor that the module has in several places in all of them. The default is true. */
  readonly tieWeights?: boolean;
  /** Require every parameter and buffer, and refuse other names. The default is false. */
  readonly strict?: boolean;
}

const OPTIONS = { tieWeights: keyword(bool(true)), strict: bool(false) };

interface Place {
  readonly module: Module;
  readonly member: Member<Tensor>;
}

interface Replacement {
  readonly place: Place;
  readonly tensor: Tensor;
}

function placesOf(module: Module): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [path, owner] of walkModules(module, { removeDuplicate: false })) {
    for (const member of [...ownParameters(owner), ...ownBuffers(owner)]) {
      places.set(path ? `${path}.${member.key}` : member.key, { module: owner, member });
    }
  }
  return places;
}

function oneDictionary(dictionaries: NamedTensors | readonly NamedTensors[]): Map<string, Tensor> {
  const list = Array.isArray(dictionaries) ? (dictionaries as readonly NamedTensors[]) : [dictionaries as NamedTensors];
  const tensors = new Map<string, Tensor>();
  for (const [name, tensor] of list.flatMap((dictionary) => Object.entries(dictionary))) {
    if (!isTensor(tensor)) throw typeError(`functionalCall: '${name}' is not a Tensor`);
    if (tensors.has(name)) {
      throw valueError(`['${name}'] appeared in multiple dictionaries; behavior of functional call is ambiguous`);
    }
    tensors.set(name, tensor);
  }
  return tensors;
}

function checkNames(module: Module, tensors: ReadonlyMap<string, Tensor>, places: ReadonlyMap<string, Place>): void {
  const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
  const unexpected = [...tensors.keys()].filter((name) => !places.has(name));
  const missing = [...places.keys()].filter((name) => !tensors.has(name));
  const errors = [
    ...(unexpected.length ? [`Unexpected key(s): ${quoted(unexpected)}.`] : []),
    ...(missing.length ? [`Missing key(s): ${quoted(missing)}.`] : []),
  ];
  if (errors.length === 0) return;
  throw runtimeError(`Error(s) in reparametrizing for ${module.constructor.name}:\n\t${errors.join('\n\t')}`);
}

/** Which tensor goes to which place. With `tie`, it goes to every place that holds the same tensor. */
function replacements(
  places: ReadonlyMap<string, Place>,
  tensors: ReadonlyMap<string, Tensor>,
  tie: boolean,
): Replacement[] {
  const byOriginal = new Map<Tensor, Tensor>();
  const found: Replacement[] = [];
  for (const [name, tensor] of tensors) {
    const place = places.get(name);
    if (!place) continue;
    const { value } = place.member;
    if (tie && byOriginal.has(value) && byOriginal.get(value) !== tensor) {
      throw valueError(`functional_call got multiple values for keys that are tied, such as '${name}'`);
    }
    byOriginal.set(value, tensor);
    found.push({ place, tensor });
  }
  if (!tie) return found;
  return [...places.values()].flatMap((place) => {
    const tensor = byOriginal.get(place.member.value);
    return tensor ? [{ place, tensor }] : [];
  });
}

/**
 * Calls a module with other tensors in place of its parameters and buffers, and restores these afterwards. Gradients
 * reach the given tensors. `inputs` is the only input, or an array of them.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.functional_call.html
 * @example
 * const weights = { weight: torch.randn([2, 3]), bias: torch.zeros([2]) };
 * torch.func.functionalCall(new nn.Linear(3, 2), weights, torch.ones([1, 3]));
 */
export function functionalCall(
  module: Module,
  tensors: NamedTensors | readonly NamedTensors[],
  inputs: unknown,
  ...rest: [options?: FunctionalCallOptions]
): unknown {
  const { tieWeights, strict } = readArguments('functionalCall', OPTIONS, rest);
  const places = placesOf(module);
  const given = oneDictionary(tensors);
  if (strict) checkNames(module, given, places);
  const replaced = replacements(places, given, tieWeights);
  const args: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs];
  try {
    for (const { place, tensor } of replaced) swapTensor(place.module, place.member.property, tensor);
    return Reflect.apply(module.forward, module, args);
  } finally {
    for (const { place } of replaced) swapTensor(place.module, place.member.property, place.member.value);
  }
}

/**
 * The parameters and buffers of modules of one class, stacked along a new first dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.stack_module_state.html
 * @example
 * const [parameters] = torch.func.stackModuleState([new nn.Linear(3, 2), new nn.Linear(3, 2)]);
 * parameters.weight!.shape; // [2, 2, 3]
 */
export function stackModuleState(
  modules: readonly Module[],
  ...surplus: []
): [parameters: Record<string, Tensor>, buffers: Record<string, Tensor>] {
  refuseSurplus('stackModuleState', 1, surplus);
  const [first] = modules;
  const fail = (expected: string): never => {
    throw runtimeError(`stack_module_state: Expected ${expected}`);
  };
  if (!first) return fail('at least one model, got 0.');
  if (modules.some(({ training }) => training !== first.training)) {
    fail('all models to have the same training/eval mode.');
  }
  if (modules.some((module) => module.constructor !== first.constructor)) fail('all models to be of the same class.');
  return [
    stackNamed(modules.map((module) => module.namedParameters())),
    stackNamed(modules.map((module) => module.namedBuffers())),
  ];
}

function stackNamed(lists: readonly (readonly [string, Tensor])[][]): Record<string, Tensor> {
  const tables = lists.map((list) => new Map(list));
  const names = lists[0] ?? [];
  return Object.fromEntries(
    names.map(([name, { requiresGrad }]) => {
      const tensors = tables.map((table) => table.get(name) as Tensor);
      if (tensors.some((tensor) => tensor.requiresGrad !== requiresGrad)) {
        throw runtimeError(`Expected ${name} from each model to have the same requiresGrad`);
      }
      const stacked = stack(tensors);
      return [name, requiresGrad ? detach(stacked).requiresGrad_() : stacked];
    }),
  );
}
