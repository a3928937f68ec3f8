import type { Tensor } from '../tensor';
import { serializationError } from './errors';
import { load, type LoadOptions } from './load';
import { checkOptions } from './options';
import { save } from './save';
import { article } from '../arguments/describe';
import { typeError } from '../errors';

/** What saving a model needs of it; every `nn.Module` has it. */
export interface SavableModel {
  readonly training: boolean;
  stateDict(): Record<string, Tensor>;
  loadStateDict(stateDict: Record<string, Tensor>): unknown;
  train(mode?: boolean): unknown;
}

export interface SaveModelOptions {
  /** What the class's constructor is to be given when the model is loaded. */
  readonly args?: readonly unknown[];
}

export interface LoadModelOptions extends Pick<LoadOptions, 'mapLocation' | 'mmap'> {
  /** The classes that the file may name. Nothing else is made. */
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
export function saveModel(model: SavableModel, path: string | URL, options: SaveModelOptions = {}): void {
  checkOptions('torch.saveModel', options, ['args']);
  if (typeof model?.stateDict !== 'function') throw typeError('torch.saveModel: expected an nn.Module');
  const args = [...(options.args ?? [])];
  const state = { class: model.constructor.name, args, training: model.training, state_dict: model.stateDict() };
  save({ format: FORMAT, version: VERSION, ...state }, path);
}

/**
 * Reads what {@link saveModel} wrote: makes the named class, one of `classes`, with the saved arguments, and loads its
 * state dict. The model is in the mode, training or evaluation, in which it was saved.
 *
 * @throws TorchError when the file was not written by `saveModel` or names a class that is not in `classes`.
 */
export function loadModel<T extends SavableModel = SavableModel>(path: string | URL, options: LoadModelOptions): T {
  checkOptions('torch.loadModel', options, ['classes', 'mapLocation', 'mmap']);
  const { classes, ...loadOptions } = options;
  const saved = load<SavedModel>(path, loadOptions);
  if (saved?.format !== FORMAT) {
    throw serializationError(
      'torch.loadModel: the file was not written by torch.saveModel; load it with torch.load, and a model that Python ' +
        'pickled with torch.stateDictOf',
    );
  }
  if (saved.version > VERSION) throw serializationError('torch.loadModel: the file was written by a newer version');
  const model = construct(saved, classes) as T;
  model.loadStateDict(saved.state_dict);
  model.train(saved.training);
  return model;
}

function construct(saved: SavedModel, classes: Readonly<Record<string, unknown>>): SavableModel {
  const Class: unknown = Object.hasOwn(classes ?? {}, saved.class) ? classes[saved.class] : undefined;
  if (typeof Class !== 'function') {
    throw serializationError(
      `torch.loadModel: the file holds ${article(saved.class)}; pass { classes: { ${saved.class} } }`,
    );
  }
  return Reflect.construct(Class, saved.args) as SavableModel;
}
