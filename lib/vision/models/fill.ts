/** Weights of a file into a model; what does not fit is said with names, sizes and the option that would fit. */
import path from 'node:path';
import { show } from '../../arguments/describe';
import { valueError } from '../../errors';
import { Tensor, type nn } from '../../index';

/** What a message about weights that do not fit says. */
export interface Misfit {
  /** torchvision's name of the model. */
  readonly name: string;
  /** Where the weights are from. */
  readonly from: string;
  /** The number of classes that the model was made with. */
  readonly numClasses: number;
  /** The names of all models. */
  readonly models: readonly string[];
}

type State = Readonly<Record<string, Tensor>>;

/** How a file differs from a model. */
interface Difference {
  /** Names of the file that the model lacks. */
  readonly foreign: readonly string[];
  /** Names of the model that the file lacks. */
  readonly missing: readonly string[];
  /** Names of both, with different sizes. */
  readonly other: readonly string[];
}

const sizes = (state: State, key: string): string => `[${(state[key]?.shape ?? []).join(', ')}]`;

/** The first of some names, with what `text` adds to each. */
function some(names: readonly string[], text: (name: string) => string, most = 3): string {
  const shown = names.slice(0, most).map((name) => `${name} ${text(name)}`);
  return shown.join(', ') + (names.length > most ? `, and ${names.length - most} more` : '');
}

/** Puts weights that were read of a file into a model, and ends them. */
export function fill<M extends nn.Module>(model: M, state: unknown, misfit: Misfit): M {
  const given = weightsIn(state, misfit);
  // The names that modules make of older ones as they load.
  let entries: ReadonlyMap<string, unknown> = new Map(Object.entries(given));
  const hook = model.registerLoadStateDictPreHook((_module, loading) => {
    entries = loading.entries;
  });
  try {
    model.loadStateDict(given);
  } catch (cause) {
    throw explained(Object.fromEntries(entries) as State, model.stateDict(), misfit, cause);
  } finally {
    hook.remove();
  }
  for (const tensor of Object.values(given)) tensor.dispose();
  return model;
}

/** A checkpoint may hold more than weights, which then stand under one of its names. */
function weightsIn(state: unknown, { name, from }: Misfit): State {
  const entries = state !== null && typeof state === 'object' ? Object.entries(state) : [];
  if (entries.length > 0 && entries.every(([, value]) => value instanceof Tensor)) return state as State;
  const inner = entries.find(([, value]) => isState(value))?.[0];
  const hint = inner === undefined ? '' : `: the weights are under '${inner}': save these, or use model.loadStateDict`;
  const keys = entries.slice(0, 5).map(([key]) => `'${key}'`);
  const held = keys.length > 0 ? `an object with ${keys.join(', ')}` : show(state);
  throw valueError(`${name}(): ${from} does not hold weights by their names but ${held}${hint}`);
}

const isState = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.values(value).some((one) => one instanceof Tensor);

function differences(given: State, own: State): Difference {
  const names = Object.keys(given);
  return {
    foreign: names.filter((key) => !own[key]),
    missing: Object.keys(own).filter((key) => !given[key]),
    other: names.filter((key) => own[key] && String(own[key].shape) !== String(given[key]?.shape)),
  };
}

/** The error of weights that do not fit. */
function explained(given: State, own: State, misfit: Misfit, cause: unknown): unknown {
  const difference = differences(given, own);
  const { foreign, missing, other } = difference;
  if (foreign.length + missing.length + other.length === 0) return cause;
  const { name, from } = misfit;
  const both = (key: string): string => `is ${sizes(given, key)} in the file and ${sizes(own, key)} in the model`;
  if (isOtherCount(given, own, difference)) {
    const heads = some(other, both, HEADS);
    return valueError(
      `${name}(): ${from} is for another number of classes: ${heads}. ${advice(given, own, other, misfit)}`,
      {
        cause,
      },
    );
  }
  const auxiliary = [...foreign, ...missing];
  if (other.length === 0 && auxiliary.every((key) => /^aux/i.test(key))) {
    const option = /^(fcn|deeplab)/.test(name) ? 'auxLoss' : 'auxLogits';
    const has = foreign.length > 0;
    return valueError(
      `${name}(): ${from} ${has ? 'has' : 'lacks'} a second head that the model ${has ? 'lacks' : 'has'} ` +
        `(${some(auxiliary, (key) => sizes(has ? given : own, key))}): make it with ${option}: ${has}`,
      { cause },
    );
  }
  const count = Object.keys(given).length;
  const parts = [
    ...(foreign.length > 0
      ? [`${foreign.length} of its ${count} names are not the model's (${some(foreign, (key) => sizes(given, key))})`]
      : []),
    ...(missing.length > 0 ? [`the model's ${some(missing, (key) => sizes(own, key))} are not in it`] : []),
    ...(other.length > 0 ? [some(other, both)] : []),
  ];
  return valueError(`${from} does not hold the weights of ${name}: ${parts.join('; ')}. ${guess(misfit)}`, { cause });
}

/** Whether nothing but the number of rows of a few weights differs. */
function isOtherCount(given: State, own: State, { foreign, missing, other }: Difference): boolean {
  const rows = (key: string): boolean =>
    given[key]?.ndim !== 0 && String(given[key]?.shape.slice(1)) === String(own[key]?.shape.slice(1));
  return foreign.length + missing.length === 0 && other.length <= HEADS && other.every(rows);
}

/** How many weights the last layers of a model have at most, that depend on the number of classes. */
const HEADS = 12;

/** What number of classes the file is for: in proportion, as some layers have several rows for each class. */
function advice(given: State, own: State, [key = '']: readonly string[], { numClasses, name }: Misfit): string {
  const [theirs, ours] = [given[key]?.shape[0] ?? 0, own[key]?.shape[0] ?? 0];
  const fits = (theirs * numClasses) / ours;
  const option = Number.isInteger(fits) ? `numClasses: ${fits}` : 'the number of classes that it was trained with';
  return `Make ${name} with ${option}, then put another last layer in its place`;
}

/** The model that the name of the file speaks of. */
function guess({ from, name, models }: Misfit): string {
  const base = path.basename(from).toLowerCase().replaceAll('-', '_');
  const named = models.filter((one) => base.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  return named === undefined || named === name
    ? 'Make the model that they were saved from: models.listModels() has the names'
    : `Its name speaks of ${named}: models.getModel('${named}', { weights })`;
}
