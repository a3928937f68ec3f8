import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import { aten } from '../functional/define';
import { Module } from '../module';
import type { Parameter } from '../parameter';
import {
  type Computed,
  fieldsOf,
  propertyOf,
  removeField,
  setComputed,
  startComputing,
  stopComputing,
  takeParameter,
} from './computed';
import { choice, either, float, int, iterable, nullable, str, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { isMap } from '../../arguments/plain-object';
import { expectTensor, tensor } from '../../tensor/arguments';
import { moduleField } from './fields';
import { parametersToVector } from './gradients';
import {
  BasePruningMethod,
  CustomFromMask,
  Identity,
  L1Unstructured,
  LnStructured,
  PruningContainer,
  RandomStructured,
  RandomUnstructured,
} from './pruning-methods';
import { runtimeError, typeError, valueError } from '../../errors';

/**
 * Pruning: `weight` becomes `weight_orig`, a parameter, times `weight_mask`, a buffer.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#utilities
 */
export {
  BasePruningMethod,
  CustomFromMask,
  Identity,
  L1Unstructured,
  LnStructured,
  PruningContainer,
  RandomStructured,
  RandomUnstructured,
} from './pruning-methods';

const ONE = { module: moduleField() };
const NAMED = { ...ONE, name: str() };
const AMOUNT = { ...NAMED, amount: value<number>('a number', () => true) };
const scores = nullable(tensor());
const L1 = { ...AMOUNT, importanceScores: scores };
const STRUCTURED = { ...AMOUNT, dim: int() };
const LN = {
  ...AMOUNT,
  ...{ n: either(float(), choice(['fro', 'nuc'])), dim: int(), importanceScores: scores },
};
const MASK = { ...NAMED, mask: tensor() };
const method = value<BasePruningMethod>('a pruning method', (v) => v instanceof BasePruningMethod);
const APPLY = { ...NAMED, method, importanceScores: scores };
/** A parameter of a module, by the module and its name. */
type Place = readonly [module: Module, name: string];

/** Scores of some of the parameters. Their keys are compared by what they hold, not as objects. */
export type GlobalScores = ReadonlyMap<Place, Tensor>;

const isPlace = (key: unknown): boolean => Array.isArray(key) && key.length === 2 && key[0] instanceof Module;
const GLOBAL = {
  parameters: iterable<Iterable<readonly [module: Module, name: string]>>('an iterable of pairs [module, name]'),
  pruningMethod: method,
  importanceScores: nullable(
    value<GlobalScores>('a Map of scores by [module, name]', (v) => isMap(v) && [...v.keys()].every(isPlace)),
  ),
};

interface GlobalScoresOption {
  /**
   * What is compared instead of the parameters, for those that it names; each of the parameter's shape.
   * @defaultValue null, which means the parameters' own values
   */
  readonly importanceScores?: GlobalScores | null;
}

interface Scores {
  /** Importances that are compared instead of the tensor's own values. */
  readonly importanceScores?: Tensor | null;
}

/** A pruned tensor of a module. */
class Pruned implements Computed {
  constructor(
    readonly key: string,
    readonly method: BasePruningMethod,
  ) {}

  compute(module: Module): Tensor {
    const fields = fieldsOf(module);
    const [mask, original] = [fields[`${this.key}_mask`] as Tensor, fields[`${this.key}_orig`] as Tensor];
    return aten('mul')(aten('to')(mask, { dtype: original.dtype }), original);
  }
}

function prunedAt(module: Module, property: string): Pruned | null {
  const computed = module.state.computed.get(property);
  return computed instanceof Pruned ? computed : null;
}

/**
 * Prunes a parameter of a module by a method. A pruned tensor is pruned further.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.BasePruningMethod.html
 * @example
 * const layer = new nn.Linear(4, 3);
 * nn.utils.prune.apply(layer, 'weight', new nn.utils.prune.L1Unstructured(0.5));
 */
export function apply<M extends Module>(
  ...args: [module: M, name: string, method: BasePruningMethod, importanceScores?: Tensor | null | Scores]
): M {
  const { module, name, method, importanceScores } = readArguments('prune.apply', APPLY, args);
  return prune(module as M, name, method, importanceScores);
}

function prune<M extends Module>(module: M, name: string, method: BasePruningMethod, given: Tensor | null = null): M {
  const property = propertyOf(module, name);
  const before = prunedAt(module, property);
  const original = fieldsOf(module)[property];
  if (!original) throw valueError(`${module.constructor.name} has no parameter '${name}'`);
  const key = before?.key ?? module.keyOf(property);
  const scores = given ?? original;
  if (scores.shape.join() !== original.shape.join()) {
    throw runtimeError(
      `importanceScores should have the same shape as parameter ${name}, ` +
        `got [${scores.shape.join(', ')}] vs [${original.shape.join(', ')}]`,
    );
  }
  const all = before ? new PruningContainer(...methodsOf(before.method), method) : method;
  const mask = withoutGrad(() => {
    const former = before && aten('clone')(fieldsOf(module)[`${key}_mask`] as Tensor);
    return all.computeMask(scores, former ?? aten('ones_like')(original));
  });
  // Nothing has been changed yet, so that a mask that fails leaves the module unchanged.
  if (before) {
    module.replaceMember(`${key}_mask`, mask);
  } else {
    module.registerParameter(`${key}_orig`, takeParameter(module, property));
    module.registerBuffer(`${key}_mask`, mask);
  }
  const pruned = new Pruned(key, all);
  startComputing(module, property, pruned);
  setComputed(module, property, pruned.compute(module));
  return module;
}

function methodsOf(method: BasePruningMethod): BasePruningMethod[] {
  return method instanceof PruningContainer ? [...method] : [method];
}

/** Registers pruning without pruning anything. */
export function identity<M extends Module>(...args: [module: M, name: string]): M {
  const { module, name } = readArguments('prune.identity', NAMED, args);
  return prune(module as M, name, new Identity());
}

/** Prunes elements at random: `amount` of them, or that share. */
export function randomUnstructured<M extends Module>(...args: [module: M, name: string, amount: number]): M {
  const { module, name, amount } = readArguments('prune.randomUnstructured', AMOUNT, args);
  return prune(module as M, name, new RandomUnstructured(amount));
}

/**
 * Prunes the elements of least magnitude: `amount` of them, or that share.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.l1_unstructured.html
 * @example
 * const layer = nn.utils.prune.l1Unstructured(new nn.Linear(4, 3), 'weight', 0.25);
 * Object.keys(layer.stateDict()); // ['bias', 'weight_orig', 'weight_mask']
 */
export function l1Unstructured<M extends Module>(
  ...args: [module: M, name: string, amount: number, importanceScores?: Tensor | null | Scores]
): M {
  const { module, name, amount, importanceScores } = readArguments('prune.l1Unstructured', L1, args);
  return prune(module as M, name, new L1Unstructured(amount), importanceScores);
}

/** Prunes channels along a dimension at random. */
export function randomStructured<M extends Module>(...args: [module: M, name: string, amount: number, dim: number]): M {
  const { module, name, amount, dim } = readArguments('prune.randomStructured', STRUCTURED, args);
  return prune(module as M, name, new RandomStructured(amount, dim));
}

type LnArguments<M> = [
  module: M,
  name: string,
  amount: number,
  n: number | 'fro' | 'nuc',
  dim: number,
  importanceScores?: Tensor | null | Scores,
];

/** Prunes the channels along a dimension whose norm of order `n` is least. */
export function lnStructured<M extends Module>(...args: LnArguments<M>): M {
  const { module, name, amount, n, dim, importanceScores } = readArguments('prune.lnStructured', LN, args);
  return prune(module as M, name, new LnStructured(amount, n, dim), importanceScores);
}

/** Prunes where a mask is 0. */
export function customFromMask<M extends Module>(...args: [module: M, name: string, mask: Tensor]): M {
  const { module, name, mask } = readArguments('prune.customFromMask', MASK, args);
  return prune(module as M, name, new CustomFromMask(mask));
}

/**
 * Prunes several parameters as if they were one vector, by an unstructured method.
 *
 * @param importanceScores - What is compared instead of the parameters, for those that it names; each of the parameter's
 * shape. Python has a dict here.
 * @throws TypeError for a structured method, and where the scores of a parameter have another shape.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.global_unstructured.html
 * @example
 * const [a, b] = [new nn.Linear(4, 3), new nn.Linear(3, 2)];
 * const method = new nn.utils.prune.L1Unstructured(0.2);
 * nn.utils.prune.globalUnstructured([[a, 'weight'], [b, 'weight']], method);
 * nn.utils.prune.globalUnstructured([[a, 'bias']], method, new Map([[[a, 'bias'], torch.tensor([3, 1, 2])]]));
 */
export function globalUnstructured(
  parameters: Iterable<Place>,
  pruningMethod: BasePruningMethod,
  importanceScores?: GlobalScores | GlobalScoresOption | null,
): void;
export function globalUnstructured(...args: readonly unknown[]): void {
  const given = readArguments('prune.globalUnstructured', GLOBAL, args);
  if (given.pruningMethod.type !== 'unstructured') {
    throw typeError('Only "unstructured" pruning methods are supported by globalUnstructured()');
  }
  const scores = [...(given.importanceScores ?? [])];
  const places = Array.from(given.parameters, (place) => globalPlace(place, scores));
  const final = withoutGrad(() => {
    const flat = parametersToVector(places.map((place) => place.scores));
    const masks = parametersToVector(places.map(({ mask }) => mask));
    return new PruningContainer(given.pruningMethod).computeMask(flat, masks);
  });
  let offset = 0;
  for (const { module, property, tensor } of places) {
    const mask = aten('view_as')(aten('narrow')(final, 0, offset, tensor.numel()), tensor);
    customFromMask(module, property, mask);
    offset += tensor.numel();
  }
}

interface GlobalPlace {
  readonly module: Module;
  readonly property: string;
  readonly tensor: Tensor;
  readonly mask: Tensor;
  readonly scores: Tensor;
}

/** A parameter with what of it is pruned already, and what is compared. */
function globalPlace([module, name]: Place, scores: readonly (readonly [Place, Tensor])[]): GlobalPlace {
  const property = propertyOf(module, name);
  const tensor = fieldsOf(module)[property];
  if (!tensor) throw valueError(`${module.constructor.name} has no parameter '${name}'`);
  const mask = fieldsOf(module)[`${module.keyOf(property)}_mask`] ?? aten('ones_like')(tensor);
  const own = scores.find(([[owner, key]]) => owner === module && propertyOf(owner, key) === property);
  if (!own) return { module, property, tensor, mask, scores: tensor };
  const label = `prune.globalUnstructured: the importance scores of '${name}'`;
  const compared = expectTensor(label, own[1]);
  if (compared.shape.join() === tensor.shape.join()) return { module, property, tensor, mask, scores: compared };
  throw typeError(`${label} should have the shape [${tensor.shape.join(', ')}], got [${compared.shape.join(', ')}]`);
}

/**
 * Makes pruning permanent: the parameter has its name again, and zeros where it was pruned.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.prune.remove.html
 */
export function remove<M extends Module>(...args: [module: M, name: string]): M {
  const { module, name } = readArguments('prune.remove', NAMED, args);
  const property = propertyOf(module, name);
  const pruned = prunedAt(module, property);
  if (!pruned) {
    throw valueError(`Parameter '${name}' of module ${String(module)} has to be pruned before pruning can be removed`);
  }
  const original = fieldsOf(module)[`${pruned.key}_orig`] as Parameter;
  withoutGrad(() => (original.data = pruned.compute(module).data));
  for (const field of ['orig', 'mask']) removeField(module, `${pruned.key}_${field}`);
  stopComputing(module, property, original);
  return module as M;
}

/** Whether anything in a module is pruned. */
export function isPruned(...args: [module: Module]): boolean {
  const { module } = readArguments('prune.isPruned', ONE, args);
  return module.modules().some(({ state }) => [...state.computed.values()].some((one) => one instanceof Pruned));
}
