import { show } from '../arguments/describe';
import { entriesOf as entriesOfRecord } from '../arguments/plain-object';
import { bool, keyword } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { fileToWrite, regularFile } from '../arguments/files';
import { handleOf, isTensor, type Tensor } from '../tensor/tensor';
import {
  type ArchivableOptimizer,
  type ArchiveItem,
  isOptimizer,
  itemsOfOptimizer,
  stateDictOfArchive,
} from './archive-optimizer';
import { cut } from './brief';
import { serializationError } from './errors';
import { explained } from './explain';
import { kindOf } from './sniff';
import { loadTree } from './open';
import { OBJECT, PATH, entriesOfTensors } from './fields';
import { PickledObject } from './python-values';
import { typeError } from '../errors';

/** A value of an archive: a tensor, or other state of an optimizer. */
export type ArchiveValue = Tensor | readonly Tensor[] | number | bigint | boolean | string | null | unknown[];

/** What has a state dict of tensors: every `nn.Module`. */
export interface ArchivableModule {
  stateDict(): Readonly<Record<string, Tensor>>;
  loadStateDict(stateDict: Record<string, Tensor>, strict?: boolean): unknown;
}

const SAVE = { value: OBJECT, path: PATH };
const LOAD = { path: PATH, into: OBJECT, strict: keyword(bool(true)) };

export interface LoadArchiveOptions {
  /** Whether the archive has to have all tensors of the module and no others. */
  readonly strict?: boolean;
}

/**
 * Writes an archive that C++ opens with `torch::load`. The file appears whole or not at all.
 *
 * @param value one tensor (`torch::load(tensor, path)`), an array of tensors (`torch::load(vector, path)`), a module or
 *   a state dict whose dotted names are the submodules of a `torch::nn::Module` (`torch::load(module, path)`), or an
 *   optimizer that C++ has too: Adam, AdamW, SGD, Adagrad, RMSprop, LBFGS (`torch::load(optimizer, path)`)
 * @throws TorchError for an optimizer, or an option of one, that C++ has not.
 * @see https://docs.pytorch.org/cppdocs/api/function_namespacetorch_1a2098d4ba8a3bdb7a9f66f7fcb6bfd6a6.html
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveArchive(model, 'model.archive');
 * torch.saveArchive(new optim.Adam(model.parameters()), 'adam.archive');
 * ```
 */
export function saveArchive(
  value: Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>> | ArchivableModule | ArchivableOptimizer,
  path: string | URL,
): void;
export function saveArchive(...args: readonly unknown[]): void {
  const { value, path } = readArguments('torch.saveArchive', SAVE, args);
  const target = fileToWrite('torch.saveArchive', path);
  const items = itemsOf(value);
  native.archiveSave(
    target,
    items.map(({ names }) => names),
    items.map(({ form }) => form),
    items.map(({ form, value: item }) => encode(form, item)),
  );
}

function encode(form: ArchiveItem['form'], value: unknown): unknown {
  if (form === 'tensor') return handleOf(value as Tensor);
  return form === 'tensors' ? (value as readonly Tensor[]).map(handleOf) : value;
}

function itemsOf(value: unknown): ArchiveItem[] {
  if (isTensor(value)) return [{ names: ['0'], form: 'tensor', value }];
  if (isOptimizer(value)) return itemsOfOptimizer('torch.saveArchive', value);
  return entriesOf(value).map(([name, tensor]) => {
    if (!isTensor(tensor)) throw typeError(`torch.saveArchive: "${name}" is not a tensor but ${show(tensor)}`);
    const names = name.split('.');
    if (names.includes('')) throw typeError(`torch.saveArchive: "${name}" has an empty part`);
    return { names, form: 'tensor', value: tensor };
  });
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  if (Array.isArray(value)) return Object.entries(value as readonly unknown[]);
  const isModule = typeof (value as Partial<ArchivableModule> | null | undefined)?.stateDict === 'function';
  return entriesOfTensors('torch.saveArchive', isModule ? (value as ArchivableModule).stateDict() : value);
}

/**
 * Reads an archive that C++ wrote with `torch::save`, or Python with `torch.jit.save`. The names of nested archives are joined by dots, so that the
 * archive of a module is its state dict; a lone tensor is called `0`, the tensors of a vector `0`, `1` and so on. With a
 * second argument the archive goes into that module or optimizer, as with `torch::load(value, path)`.
 *
 * The file is read as `torch.load` reads one: what is in it besides tensors and values, such as the code of a TorchScript
 * module, is neither compiled nor run. Only its tensors are returned, and not the attributes of a TorchScript module.
 *
 * @throws TorchError if the archive is none, holds no tensor, is of another optimizer, or with `strict` has other tensors
 *   than the module.
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
 * torch.saveArchive(model, 'model.archive');
 * torch.saveArchive(optimizer, 'sgd.archive');
 * torch.loadArchive('model.archive', model);
 * torch.loadArchive('sgd.archive', optimizer);
 * Object.keys(torch.loadArchive('model.archive')); // ['weight', 'bias']
 * ```
 */
export function loadArchive<T = Record<string, Tensor>>(path: string | URL): T;
export function loadArchive<T extends ArchivableModule | ArchivableOptimizer>(
  path: string | URL,
  into: T,
  options?: LoadArchiveOptions,
): T;
export function loadArchive(...args: readonly unknown[]): unknown {
  const { path, into, strict } = readArguments('torch.loadArchive', LOAD, args);
  const file = regularFile('torch.loadArchive', path);
  const values = valuesOf(file);
  if (into === undefined) return tensorsIn(file, values);
  if (isOptimizer(into)) {
    into.loadStateDict(stateDictOfArchive('torch.loadArchive', into, values));
  } else if (typeof into === 'object' && into !== null && 'loadStateDict' in into) {
    (into as ArchivableModule).loadStateDict(tensorsIn(file, values), strict);
  } else {
    throw typeError('torch.loadArchive: expected a module or an optimizer to load into');
  }
  return into;
}

/** The tensors of an archive. A module of torch.jit.save has attributes besides. */
function tensorsIn(path: string, values: ReadonlyMap<string, ArchiveValue>): Record<string, Tensor> {
  const tensors = [...values].filter((entry): entry is [string, Tensor] => isTensor(entry[1]));
  if (tensors.length > 0) return Object.fromEntries(tensors);
  const others =
    values.size === 0
      ? ''
      : `; it has ${[...values.keys()]
          .slice(0, 5)
          .map((name) => cut(name, 60))
          .join(', ')}`;
  throw serializationError(`torch.loadArchive: ${JSON.stringify(path)} holds no tensors${others}`);
}

/** The values of an archive and of those in it, by their names with dots between. @internal */
export function valuesOf(path: string): Map<string, ArchiveValue> {
  const values = new Map<string, ArchiveValue>();
  const root = opened(path);
  if (!isArchive(root))
    throw serializationError(
      `${path} is neither an archive of torch::save in C++ nor of torch.jit.save; try torch.load`,
    );
  const open = [{ prefix: '', archive: root }];
  for (let at = open.pop(); at; at = open.pop()) {
    for (const [name, value] of entriesOfRecord(at.archive.state ?? {})) {
      const full = `${at.prefix}${String(name)}`;
      if (isArchive(value)) open.push({ prefix: `${full}.`, archive: value });
      else values.set(full, plain(value));
    }
  }
  return values;
}

function opened(path: string): unknown {
  try {
    return loadTree(path);
  } catch (error) {
    const kind = kindOf('torch.loadArchive', path);
    throw kind?.kind === 'torchscript' ? error : explained('torch.loadArchive', path, error);
  }
}

/** An archive, and a module in one, is an instance of a class of TorchScript's. */
function isArchive(value: unknown): value is PickledObject {
  return value instanceof PickledObject && value.className.startsWith('__torch__.');
}

/** A typed list is a call of a function of TorchScript's. */
function plain(value: unknown): ArchiveValue {
  const isList = value instanceof PickledObject && value.className.startsWith('torch.jit._pickle.');
  return (isList ? value.args[0] : value) as ArchiveValue;
}
