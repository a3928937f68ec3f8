/** Checkpoints: `torch.load`, `torch.save` and what belongs to them. */
export { loadArchive, type LoadArchiveOptions, saveArchive } from './archive';
export { load, loadAsync, type LoadOptions, type LoadSource } from './load';
export { loadModel, type LoadModelOptions, type SavableModel, saveModel, type SaveModelOptions } from './save-model';
export type { MapLocation } from './map-location';
export {
  loadSafetensors,
  loadSafetensorsAsync,
  type LoadSafetensorsOptions,
  safetensorsInfo,
  type SafetensorsInfo,
} from './safetensors';
export { saveSafetensors, saveSafetensorsAsync, type SaveSafetensorsOptions } from './safetensors-save';
export { save, saveAsync, type SaveOptions, saveToBuffer } from './save';
export { stateDictOf } from './state-dict';
export { markOrderedDict, orderedDictAttributes, PickledObject, Size } from './python-values';
