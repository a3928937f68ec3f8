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

/** NNPACK: some convolutions in float32. */
export interface NnpackBackend extends Library {
  /** Whether NNPACK is used where it is faster. One setting for the whole process; false where the processor is unknown to it. */
  enabled: boolean;
  /**
   * Sets {@link NnpackBackend.enabled}, as Python's function does.
   *
   * @returns what it was, in an array
   * @example
   * const [former] = torch.backends.nnpack.setFlags(false);
   * torch.backends.nnpack.setFlags(former); // as it was
   */
  setFlags(enabled: boolean): [former: boolean];
}

export const nnpack: NnpackBackend = {
  isAvailable: () => native.backendFacts().nnpack,
  get enabled() {
    return isOn('nnpack.enabled');
  },
  set enabled(enabled) {
    turn('nnpack.enabled', enabled);
  },
  setFlags(enabled) {
    const former = isOn('nnpack.enabled');
    turn('nnpack.enabled', enabled);
    return [former];
  },
};

limitMembers(nnpack, { setFlags: 1 });
for (const library of [nnpack, mkl, openmp, lapack, mkldnn]) limitMembers(library, { isAvailable: 0 });
