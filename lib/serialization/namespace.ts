/** `torch.serialization`: reading and writing, and which classes a checkpoint may name. */
export { load } from './load';
export { save } from './save';
export { addSafeGlobals, clearSafeGlobals, getSafeGlobals, safeGlobals, type SafeGlobalsGuard } from './safe-globals';
export { getUnsafeGlobalsInCheckpoint } from './unsafe-globals';
export {
  LoadEndianness,
  type SkipDataOptions,
  getCrc32Options,
  getDefaultLoadEndianness,
  setCrc32Options,
  setDefaultLoadEndianness,
  skipData,
} from './config';
