import { type Field, keyword, record, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Tensor } from '../tensor/tensor';
import { serializationError } from './errors';
import { load, type LoadOptions } from './load';
import { MMAP, PATH } from './fields';
import { MAP_LOCATION } from './map-location';
import { save } from './save';
import { fileToWrite, regularFile } from '../arguments/files';
import { article } from '../arguments/describe';

/** The parts of a model that are needed to save it. Every `nn.Module` has them. */
export interface SavableModel {
  /** Whether the model is in training mode. */
  readonly training: boolean;
  /** The tensors of the model, by name. */
  stateDict(): Record<string, Tensor>;
  /** Takes over tensors by name. */
  loadStateDict(stateDict: Record<string, Tensor>): unknown;
  /** Switches to training mode, or with false to evaluation. */
  train(mode?: boolean): unknown;
}

export interface SaveModelOptions {
  /** The arguments that the class's constructor gets when the model is loaded. */
  readonly args?: readonly unknown[];
}

export interface LoadModelOptions extends Pick<LoadOptions, 'mapLocation' | 'mmap'> {
  /** The classes that the file may name. A file with another class is refused. */
  readonly classes: Readonly<Record<string, unknown>>;
}

const FORMAT = 'libtorch-node model';
const VERSION = 1;

interface SavedModel {
  readonly format: string;
  readonly version: number;
  readonly class: string;
  readonly args: readonly unknown[];
  readonly training: boolean;
  readonly state_dict: Record<string, Tensor>;
}

const isModel = (given: unknown): boolean => typeof (given as Partial<SavableModel> | null)?.stateDict === 'function';
const MODEL: Field<SavableModel> = { ...value<SavableModel>('an nn.Module', isModel), object: true };
const LIST = value<readonly unknown[]>('an array of arguments', Array.isArray, []);
const SAVE_MODEL = { model: MODEL, path: PATH, args: keyword(LIST) };
const LOAD_MODEL = {
  path: PATH,
  classes: keyword(record<Readonly<Record<string, unknown>>>()),
  mapLocation: keyword(MAP_LOCATION),
  mmap: MMAP,
};

/**
 * Writes a whole model: its class's name, its constructor's arguments and its state dict, in one file.
 *
 * Python opens the file with `torch.load(path, weights_only=True)` and finds the state dict under `state_dict`.
 *
 * @example
 * ```ts
 * torch.saveModel(new nn.Linear(2, 1), 'model.pt', { args: [2, 1] });
 * const model = torch.loadModel<nn.Linear>('model.pt', { classes: { Linear: nn.Linear } });
 * ```
 */
export function saveModel(model: SavableModel, path: string | URL, options?: SaveModelOptions): void;
export function saveModel(...given: readonly unknown[]): void {
  const { model, path, args } = readArguments('torch.saveModel', SAVE_MODEL, given);
  fileToWrite('torch.saveModel', path);
  const { constructor, training } = model;
  const state = { class: constructor.name, args: [...args], training, state_dict: model.stateDict() };
  save({ format: FORMAT, version: VERSION, ...state }, path as string | URL);
}

/**
 * Reads what {@link saveModel} wrote: makes the named class, one of `classes`, with the saved arguments, and loads its
 * state dict. The model is in the mode, training or evaluation, in which it was saved.
 *
 * @throws TorchError when the file was not written by `saveModel` or names a class that is not in `classes`.
 */
export function loadModel<T extends SavableModel = SavableModel>(path: string | URL, options: LoadModelOptions): T;
export function loadModel(...given: readonly unknown[]): SavableModel {
  const { path, classes, ...options } = readArguments('torch.loadModel', LOAD_MODEL, given);
  const saved = load<SavedModel>(regularFile('torch.loadModel', path), options);
  if (saved?.format !== FORMAT) {
    throw serializationError(
      'torch.loadModel: the file was not written by torch.saveModel; load it with torch.load, and a model that Python ' +
        'pickled with torch.stateDictOf',
    );
  }
  if (saved.version > VERSION) throw serializationError('torch.loadModel: the file was written by a newer version');
  const model = construct(saved, classes);
  model.loadStateDict(saved.state_dict);
  model.train(saved.training);
  return model;
}

function construct(saved: SavedModel, classes: Readonly<Record<string, unknown>>): SavableModel {
  const Class: unknown = Object.hasOwn(classes, saved.class) ? classes[saved.class] : undefined;
  if (typeof Class !== 'function') {
    throw serializationError(
      `torch.loadModel: the file holds ${article(saved.class)}; pass { classes: { ${saved.class} } }`,
    );
  }
  return Reflect.construct(Class, saved.args) as SavableModel;
}
