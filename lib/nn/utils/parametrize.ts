import { type Synchronous, refuseLater, requireSynchronous } from '../../arguments/synchronous';
import { detach } from '../../ops/generated/functions';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { ModuleDict } from '../containers/dicts';
import { withoutGrad } from '../../native/grad-mode';
import { wrapForward } from '../call';
import type { Module } from '../module';
import { Parameter } from '../parameter';
import { ParametrizationList, type Parametrization, checkKept, registerTensor } from './parametrization-list';
import { valueError } from '../../errors';
import { bool, keyword, nullable, str } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { moduleField } from './fields';

/**
 * Parameters that are computed from learned tensors.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#parametrizations
 */
export { ParametrizationList, type Parametrization } from './parametrization-list';

const ONE = { module: moduleField() };
const IS = { module: moduleField(), tensorName: nullable(str()) };
const REGISTER = {
  ...{ module: moduleField(), tensorName: str(), parametrization: moduleField<Parametrization>() },
  unsafe: keyword(bool(false)),
};
const REMOVE = { module: moduleField(), tensorName: str(), leaveParametrized: bool(true) };
const TRANSFER = { fromModule: moduleField(), toModule: moduleField(), tensorName: nullable(str()) };

/** A module with computed tensors. */
interface Parametrized {
  parametrizations: ModuleDict<ParametrizationList>;
}

type AnyForward = (this: Module, ...inputs: unknown[]) => unknown;

/** For each class that was made for parametrized tensors, their names as properties and in state dicts. */
const keysOf = new WeakMap<object, Map<string, string>>();

const CACHED_ADVICE = 'Use a synchronous function around each part that needs the cache.';
let caching = 0;
let cache = new Map<ParametrizationList, Tensor>();

/**
 * While the function runs, each parametrized tensor is computed once.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.cached.html
 * @example
 * const layer = nn.utils.parametrizations.weightNorm(new nn.Linear(4, 2));
 * nn.utils.parametrize.cached(() => layer.forward(layer.forward(x).repeat([1, 2])));
 */
export function cached<R>(body: () => Synchronous<R>, ...surplus: []): R {
  refuseSurplus('cached', 1, surplus);
  requireSynchronous('parametrize.cached', body, CACHED_ADVICE);
  caching++;
  try {
    const result = body() as R;
    refuseLater('parametrize.cached', result, CACHED_ADVICE);
    return result;
  } finally {
    if (--caching === 0) cache = new Map();
  }
}

function compute(list: ParametrizationList): Tensor {
  if (caching === 0) return list.forward();
  const tensor = cache.get(list) ?? list.forward();
  cache.set(list, tensor);
  return tensor;
}

function listOf(module: Module, key: string): ParametrizationList {
  return (module as unknown as Parametrized).parametrizations.get(key);
}

/** The tensor's name as a property and as a key of the state dict; either may be given. */
function namesOf(module: Module, name: string): { property: string; key: string } {
  const computed = keysOf.get(Object.getPrototypeOf(module) as object);
  for (const [property, key] of computed ?? []) if (name === property || name === key) return { property, key };
  for (const property of module.state.slots.keys()) {
    const key = module.keyOf(property);
    if (name === property || name === key) return { property, key };
  }
  return { property: name, key: name };
}

/**
 * Whether a tensor of a module, or any of them, is computed by a parametrization.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.is_parametrized.html
 */
export function isParametrized(...args: [module: Module, tensorName?: string | null]): boolean {
  const { module, tensorName } = readArguments('isParametrized', IS, args);
  const { parametrizations } = module as Partial<Parametrized>;
  if (!(parametrizations instanceof ModuleDict)) return false;
  return tensorName === null ? parametrizations.size > 0 : parametrizations.has(namesOf(module, tensorName).key);
}

/** Modules of torch::nn hold their own tensors. During a call they get the computed ones. */
function callNative(
  module: Module,
  forward: AnyForward,
  keys: ReadonlyMap<string, string>,
  inputs: unknown[],
): unknown {
  const computed = [...keys].map(([property, key]) => [property, compute(listOf(module, key))] as const);
  for (const [property, tensor] of computed) module.tensorReplaced(property, tensor);
  try {
    return forward.apply(module, inputs);
  } finally {
    // The graph ends with its outputs, not with the next call.
    for (const [property, tensor] of computed) module.tensorReplaced(property, detach(tensor));
  }
}

/** A subclass for one module, with a getter for each computed tensor. */
function injectClass(module: Module): void {
  const Base = module.constructor as new () => Module;
  const name = `Parametrized${Base.name}`;
  const keys = new Map<string, string>();
  const { forward, forwardAsync } = Base.prototype as { forward: AnyForward; forwardAsync?: AnyForward };
  const Class = {
    [name]: class extends Base {
      override keyOf(property: string): string {
        return keys.get(property) ?? super.keyOf(property);
      }

      override forward(...inputs: unknown[]): unknown {
        return this.state.native ? callNative(this, forward, keys, inputs) : forward.apply(this, inputs);
      }
    },
  }[name] as typeof Base;
  if (forwardAsync) {
    // It takes its tensors before it returns.
    const value: AnyForward = function (...inputs) {
      return this.state.native ? callNative(this, forwardAsync, keys, inputs) : forwardAsync.apply(this, inputs);
    };
    Object.defineProperty(Class.prototype, 'forwardAsync', { value, configurable: true, writable: true });
  }
  keysOf.set(Class.prototype, keys);
  Object.setPrototypeOf(module, Class.prototype);
  wrapForward(module);
  (module as unknown as Parametrized).parametrizations = new ModuleDict<ParametrizationList>();
}

function injectProperty(module: Module, property: string, key: string): void {
  const prototype = Object.getPrototypeOf(module) as object;
  keysOf.get(prototype)?.set(property, key);
  Object.defineProperty(prototype, property, {
    get(this: Module): Tensor {
      return compute(listOf(this, key));
    },
    set(this: Module, value: Tensor) {
      listOf(this, key).rightInverse(value);
    },
    configurable: true,
  });
}

function checkAnother(module: Module, property: string, parametrization: Parametrization): void {
  const before = (module as unknown as Record<string, Tensor>)[property] as Tensor;
  const after = parametrization.forward(before);
  checkKept(after, before.shape, before.dtype);
  const back = parametrization.rightInverse?.(after);
  if (back !== undefined) checkKept(back, before.shape, before.dtype);
}

/** The options of {@link registerParametrization}. */
export interface RegisterOptions {
  /** Allow the parametrization to change shape and dtype, without a check. @defaultValue false */
  readonly unsafe?: boolean | undefined;
}

/**
 * Makes a tensor of a module the result of another module. The learned tensor is
 * `module.parametrizations.get(name).original`. Its key in state dicts is `parametrizations.<name>.original`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.register_parametrization.html
 * @example
 * class Symmetric extends nn.Module {
 *   override forward(x: torch.Tensor): torch.Tensor {
 *     return x.triu().add(x.triu(1).t());
 *   }
 * }
 * const layer = nn.utils.parametrize.registerParametrization(new nn.Linear(3, 3), 'weight', new Symmetric());
 * layer.weight.equal(layer.weight.t()); // true
 */
export function registerParametrization<M extends Module>(
  ...args: [module: M, tensorName: string, parametrization: Parametrization, options?: RegisterOptions]
): M {
  const given = readArguments('registerParametrization', REGISTER, args);
  const { tensorName, parametrization, unsafe } = given;
  const module = given.module as M;
  parametrization.train(module.training);
  const { property, key } = namesOf(module, tensorName);
  if (isParametrized(module, tensorName)) {
    if (!unsafe) checkAnother(module, property, parametrization);
    const list = listOf(module, key);
    list.append(parametrization);
    list.unsafe ||= unsafe;
    return module;
  }
  const original = (module as unknown as Record<string, unknown>)[property];
  if (!isTensor(original) || !(original instanceof Parameter || module.state.slots.has(property))) {
    throw valueError(
      `Module '${String(module)}' does not have a parameter, a buffer, or a parametrized element ` +
        `with name '${tensorName}'`,
    );
  }
  const list = new ParametrizationList([parametrization], original, unsafe);
  module.state.slots.delete(property);
  Reflect.deleteProperty(module, property);
  if (!isParametrized(module)) injectClass(module);
  injectProperty(module, property, key);
  (module as unknown as Parametrized).parametrizations.set(key, list);
  return module;
}

function restored(list: ParametrizationList, current: Tensor, leaveParametrized: boolean): Tensor {
  const [original] = list.originals as [Tensor];
  if (list.isTensor) {
    if (leaveParametrized) withoutGrad(() => (original.data = current.data));
    return original;
  }
  if (leaveParametrized) return current.requiresGrad ? new Parameter(detach(current)) : current;
  throw valueError(
    'Cannot leave unparametrized (`leaveParametrized: false`) a tensor that is parametrized in terms of a sequence ' +
      'of tensors.',
  );
}

/** The options of {@link removeParametrizations}. */
export interface RemoveOptions {
  /** Keep the computed values; false restores the original tensor. @defaultValue true */
  readonly leaveParametrized?: boolean | undefined;
}

/**
 * Makes a computed tensor an ordinary one again.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.remove_parametrizations.html
 * @example
 * const layer = nn.utils.parametrizations.weightNorm(new nn.Linear(4, 2));
 * Object.keys(nn.utils.parametrize.removeParametrizations(layer, 'weight').stateDict()); // ['bias', 'weight']
 */
export function removeParametrizations<M extends Module>(
  ...args: [module: M, tensorName: string, leaveParametrized?: boolean | RemoveOptions]
): M {
  const given = readArguments('removeParametrizations', REMOVE, args);
  const { tensorName, leaveParametrized } = given;
  const module = given.module as M;
  if (!isParametrized(module, tensorName)) {
    throw valueError(`Module ${String(module)} does not have a parametrization on ${tensorName}`);
  }
  const { property, key } = namesOf(module, tensorName);
  const list = listOf(module, key);
  const tensor = restored(list, compute(list), leaveParametrized);
  const prototype = Object.getPrototypeOf(module) as object;
  const { parametrizations } = module as unknown as Parametrized;
  parametrizations.delete(key);
  Reflect.deleteProperty(prototype, property);
  keysOf.get(prototype)?.delete(property);
  if (parametrizations.size === 0) {
    Reflect.deleteProperty(module, 'parametrizations');
    Object.setPrototypeOf(module, Object.getPrototypeOf(prototype) as object);
  }
  registerTensor(module, property, tensor);
  module.tensorReplaced(property, tensor);
  return module;
}

/**
 * A module's class without what was made for its parametrizations.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.type_before_parametrizations.html
 */
export function typeBeforeParametrizations(...args: [module: Module]): new (...args: never[]) => Module {
  const { module } = readArguments('typeBeforeParametrizations', ONE, args);
  const prototype = Object.getPrototypeOf(module) as object;
  const before = isParametrized(module) ? (Object.getPrototypeOf(prototype) as object) : prototype;
  return before.constructor as new (...args: never[]) => Module;
}

/**
 * Registers one module's parametrizations, of one tensor or of all, on another; what is learned is shared.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrize.transfer_parametrizations_and_params.html
 */
export function transferParametrizationsAndParams<M extends Module>(
  ...args: [fromModule: Module, toModule: M, tensorName?: string | null]
): M {
  const { fromModule: from, toModule, tensorName } = readArguments('transferParametrizationsAndParams', TRANSFER, args);
  const to = toModule as M;
  if (!isParametrized(from)) return to;
  const { parametrizations } = from as unknown as Parametrized;
  const keys = tensorName === null ? [...parametrizations.keys()] : [namesOf(from, tensorName).key];
  for (const key of keys) {
    const list = listOf(from, key);
    const { property } = namesOf(to, key);
    const target = to as unknown as Record<string, unknown>;
    target[property] ??= new Parameter(detach(compute(list)));
    for (const parametrization of list) registerParametrization(to, key, parametrization, { unsafe: list.unsafe });
    const names = list.isTensor ? ['original'] : list.originals.map((_, i) => `original${i}`);
    names.forEach((name, i) => listOf(to, key).replaceMember(name, list.originals[i]));
  }
  return to;
}
