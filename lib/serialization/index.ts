/** Checkpoints: `torch.load`, `torch.save` and what belongs to them. */
export { load, loadAsync, type LoadOptions, type LoadSource } from './load';
export type { MapLocation } from './map-location';
export { save, saveAsync, saveToBuffer } from './save';
export { stateDictOf } from './state-dict';
export { markOrderedDict, orderedDictAttributes, PickledObject, Size } from './values';
