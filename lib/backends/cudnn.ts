import { native } from '../native/binding';
import { isOn, turn } from './switch';
import { typeError } from '../errors';
import { limitMembers } from '../arguments/surplus';

/**
 * NVIDIA's library of layers. Settings may be read and written without a GPU; they are the whole process's.
 *
 * @see https://docs.pytorch.org/docs/2.13/backends.html#module-torch.backends.cudnn
 */
export interface CudnnBackend {
  /** Whether libtorch was built with cuDNN. */
  isAvailable(): boolean;
  /** cuDNN's version as one number, such as 91002; null without cuDNN. */
  version(): number | null;
  /** Whether cuDNN is used. */
  enabled: boolean;
  /** Times several algorithms for each new shape and keeps the fastest. */
  benchmark: boolean;
  /** How many algorithms {@link benchmark} tries, 0 for all; null without cuDNN. */
  benchmarkLimit: number | null;
  /** Uses deterministic algorithms only. */
  deterministic: boolean;
  /** Lets convolutions and recurrent layers round float32 to TF32 (10 bits of mantissa) on the way. */
  allowTf32: boolean;
}

export const cudnn: CudnnBackend = {
  isAvailable() {
    return native.backendFacts().cudnn;
  },
  version() {
    return native.backendFacts().cudnnVersion || null;
  },
  get enabled() {
    return isOn('cudnn.enabled');
  },
  set enabled(enabled) {
    turn('cudnn.enabled', enabled);
  },
  get benchmark() {
    return isOn('cudnn.benchmark');
  },
  set benchmark(enabled) {
    turn('cudnn.benchmark', enabled);
  },
  get benchmarkLimit() {
    return this.isAvailable() ? native.getCudnnBenchmarkLimit() : null;
  },
  set benchmarkLimit(limit) {
    if (limit === null || !Number.isInteger(limit) || limit < 0 || limit > 0x7fffffff) {
      throw typeError('torch.backends.cudnn.benchmarkLimit must be a whole number of at least 0');
    }
    if (this.isAvailable()) native.setCudnnBenchmarkLimit(limit);
  },
  get deterministic() {
    return isOn('cudnn.deterministic');
  },
  set deterministic(enabled) {
    turn('cudnn.deterministic', enabled);
  },
  get allowTf32() {
    return isOn('cudnn.allowTf32');
  },
  set allowTf32(enabled) {
    turn('cudnn.allowTf32', enabled);
  },
};

limitMembers(cudnn, { isAvailable: 0, version: 0 });
