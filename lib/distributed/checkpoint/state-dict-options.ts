import { bool, keyword, nullable, value, type Field } from '../../arguments/fields';
import { isMap, isPlainObject } from '../../arguments/plain-object';
import { readOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { isModule } from '../../nn/module-state';
import type { Module } from '../../nn/module';
import { Optimizer } from '../../optim/optimizer';
import { show } from '../../arguments/describe';

/** How state dicts of models and optimizers are got and set. */
export interface StateDictOptions {
  /** Give whole tensors, not the parts that this rank has. @defaultValue false */
  readonly fullStateDict?: boolean;
  /** Bring tensors to memory. With `fullStateDict`, only rank 0 gets them. @defaultValue false */
  readonly cpuOffload?: boolean;
  /** Leave parameters out that need no gradient. @defaultValue false */
  readonly ignoreFrozenParams?: boolean;
  /** Every name has to be there, and no other. @defaultValue true */
  readonly strict?: boolean;
  /** Only rank 0 has a full state dict to set; the others get theirs from it. @defaultValue false */
  readonly broadcastFromRank0?: boolean;
  /** The optimizer's state by names such as `state.weight.step`, in one flat dict. @defaultValue false */
  readonly flattenOptimizerStateDict?: boolean;
}

/** {@link StateDictOptions} as an argument by name. */
export interface StateDictOptionsByName {
  /** How the state dict is got or set. @defaultValue null, which means the default of each option */
  readonly options?: StateDictOptions | null;
}

const TABLE = {
  fullStateDict: bool(false),
  cpuOffload: bool(false),
  ignoreFrozenParams: bool(false),
  strict: bool(true),
  broadcastFromRank0: bool(false),
  flattenOptimizerStateDict: bool(false),
};

/** @internal */
export type Settings = Required<StateDictOptions>;

/** `options` as an argument. @internal */
export const OPTIONS = {
  options: keyword(
    nullable({
      ...value<StateDictOptions>('an object of StateDictOptions', isPlainObject),
      convert: (given) => readOptions('StateDictOptions', TABLE, given),
    }),
  ),
};

/** @internal */
export function settingsOf(options: StateDictOptions | null): Settings {
  const settings = readOptions('StateDictOptions', TABLE, options ?? {});
  if (settings.broadcastFromRank0 && !settings.fullStateDict) {
    throw valueError('fullStateDict must be true when broadcastFromRank0 is true.');
  }
  return settings;
}

/** @internal */
export const MODEL: Field<Module> = value<Module>('a Module', (given) => isModule(given));

/** @internal */
export const OPTIMIZERS = value<Optimizer | Iterable<Optimizer>>(
  'an optimizer or several',
  (given) =>
    given instanceof Optimizer ||
    (typeof given === 'object' &&
      given !== null &&
      typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function'),
);

/** @internal */
export function optimizersOf(given: Optimizer | Iterable<Optimizer>): readonly Optimizer[] {
  const optimizers = given instanceof Optimizer ? [given] : [...given];
  const wrong = optimizers.find((optimizer) => !(optimizer instanceof Optimizer));
  if (wrong !== undefined) throw typeError(`expected an optimizer, got ${show(wrong)}`);
  return optimizers;
}

/** @internal */
export const STATE: Field<object> = {
  ...value<object>('a state dict (an object or a Map)', (given) => isPlainObject(given) || isMap(given)),
  object: true,
};
