import { stack, detach } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { bool, keyword } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import type { Module } from './module';
import { swapTensor } from './module-state';
import { type Member, ownBuffers, ownParameters, walkModules } from './walk';
import { typeName } from '../arguments/describe';
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

function placesOf(module: Module): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [path, owner] of walkModules(module, { removeDuplicate: false })) {
    for (const member of [...ownParameters(owner), ...ownBuffers(owner)]) {
      places.set(path ? `${path}.${member.key}` : member.key, { module: owner, member });
    }
  }
  return places;
}

const isDictionary = (value: unknown): boolean =>
  value instanceof Map || (typeof value === 'object' && value !== null && !isTensor(value) && !Array.isArray(value));

function readDictionaries(given: unknown): readonly NamedTensors[] {
  if (Array.isArray(given)) {
    if (given.every(isDictionary)) return given as readonly NamedTensors[];
    throw valueError('Expected all elements of parameter_and_buffer_dicts to be dictionaries');
  }
  if (isDictionary(given)) return [given as NamedTensors];
  throw valueError(
    `Expected parameter_and_buffer_dicts to be an object, or an array of objects, but got ${typeName(given)}`,
  );
}

const entriesOf = (dictionary: NamedTensors): [string, Tensor][] =>
  dictionary instanceof Map ? ([...dictionary] as [string, Tensor][]) : Object.entries(dictionary);

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

function oneDictionary(dictionaries: unknown): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  const repeated = new Set<string>();
  for (const [name, tensor] of readDictionaries(dictionaries).flatMap(entriesOf)) {
    if (!isTensor(tensor)) throw typeError(`functionalCall: '${name}' is not a Tensor`);
    if (tensors.has(name)) repeated.add(name);
    tensors.set(name, tensor);
  }
  if (repeated.size === 0) return tensors;
  throw valueError(
    `[${quoted([...repeated])}] appeared in multiple dictionaries; behavior of functional call is ambiguous`,
  );
}

function checkNames(module: Module, names: ReadonlySet<string>, places: ReadonlyMap<string, Place>): void {
  const unexpected = [...names].filter((name) => !places.has(name));
  const missing = [...places.keys()].filter((name) => !names.has(name));
  const errors = [
    ...(unexpected.length ? [`Unexpected key(s): ${quoted(unexpected)}.`] : []),
    ...(missing.length ? [`Missing key(s): ${quoted(missing)}.`] : []),
  ];
  if (errors.length === 0) return;
  throw runtimeError(`Error(s) in reparametrizing for ${module.constructor.name}:\n\t${errors.join('\n\t')}`);
}

/** A name of a tensor that is not there is ignored, as in Python; one of a module that is not there is a mistake. */
function checkModules(module: Module, names: Iterable<string>, places: ReadonlyMap<string, Place>): void {
  const modules = new Map([...walkModules(module, { removeDuplicate: false })]);
  for (const name of names) {
    if (places.has(name)) continue;
    const parts = name.split('.').slice(0, -1);
    for (const [i, part] of parts.entries()) {
      if (modules.has(parts.slice(0, i + 1).join('.'))) continue;
      const owner = modules.get(parts.slice(0, i).join('.')) as Module;
      throw typeError(`${owner.constructor.name} has no attribute \`${part}\`: there is no place for '${name}'`);
    }
  }
}

/** The names of each tensor: several, where it is in several places. */
function tiedNames(places: ReadonlyMap<string, Place>): Map<Tensor, string[]> {
  const names = new Map<Tensor, string[]>();
  for (const [name, { member }] of places) names.set(member.value, [...(names.get(member.value) ?? []), name]);
  return names;
}

/** The same tensors, and one for each other name of a tensor that was given under one of its names. */
function untied(places: ReadonlyMap<string, Place>, tensors: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  const tied = tiedNames(places);
  const all = new Map(tensors);
  for (const [name, tensor] of tensors) {
    const place = places.get(name);
    const names = place ? (tied.get(place.member.value) as string[]) : [];
    for (const other of names) {
      if (tensors.has(other) && tensors.get(other) !== tensor) {
        throw valueError(
          `functional_call got multiple values for keys [${quoted([...names].sort())}], which are tied. Consider using ` +
            'tieWeights: false',
        );
      }
      all.set(other, tensor);
    }
  }
  return all;
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
  const named = oneDictionary(tensors);
  const given = tieWeights ? untied(places, named) : named;
  if (strict) checkNames(module, new Set(given.keys()), places);
  else checkModules(module, given.keys(), places);
  const replaced = [...given].flatMap(([name, tensor]) => {
    const place = places.get(name);
    return place ? [{ place, tensor }] : [];
  });
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
