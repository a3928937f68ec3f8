import { native } from '../native/binding';
import { isOn, turn } from './switch';
import { limitMembers } from '../arguments/surplus';

/** A library that libtorch was built with, or without. */
export interface Library {
  /** Whether this libtorch has it. */
  isAvailable(): boolean;
}

/** Intel's matrix library. */
export const mkl: Library = { isAvailable: () => native.backendFacts().mkl };

/** The library that spreads operators over threads. */
export const openmp: Library = { isAvailable: () => native.backendFacts().openmp };

/** Linear algebra. */
export const lapack: Library = { isAvailable: () => native.backendFacts().lapack };

/** oneDNN, under the name that PyTorch has for it. */
export interface MkldnnBackend extends Library {
  /** Whether oneDNN is used where it is faster. One setting for the whole process. */
  enabled: boolean;
  /** Uses deterministic algorithms only. */
  deterministic: boolean;
}

export const mkldnn: MkldnnBackend = {
  isAvailable: () => native.backendFacts().mkldnn,
  get enabled() {
    return isOn('mkldnn.enabled');
  },
  set enabled(enabled) {
    turn('mkldnn.enabled', enabled);
  },
  get deterministic() {
    return isOn('mkldnn.deterministic');
  },
  set deterministic(enabled) {
    turn('mkldnn.deterministic', enabled);
  },
};

for (const library of [mkl, openmp, lapack, mkldnn]) limitMembers(library, { isAvailable: 0 });
