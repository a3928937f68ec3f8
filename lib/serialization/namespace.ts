/** `torch.serialization`: which classes a checkpoint may name. */
export { addSafeGlobals, clearSafeGlobals, getSafeGlobals, safeGlobals, type SafeGlobalsGuard } from './safe-globals';
export { getUnsafeGlobalsInCheckpoint } from './unsafe-globals';
