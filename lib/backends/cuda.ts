import { native } from '../native/binding';
import { isOn, turn } from './switch';
import { limitMembers } from '../arguments/surplus';

/** Matrix products on a GPU. */
export interface MatmulBackend {
  /**
   * Lets products of float32 matrices round to TF32 on the way; false unless set. `torch.setFloat32MatmulPrecision` is
   * another way to set this.
   */
  allowTf32: boolean;
}

/**
 * Settings for a GPU; they may be read and written without one.
 *
 * @see https://docs.pytorch.org/docs/2.13/backends.html#module-torch.backends.cuda
 */
export interface CudaBackend {
  /** Whether this libtorch was built with CUDA; not whether a GPU is there, which `torch.cuda.isAvailable()` says. */
  isBuilt(): boolean;
  /** Settings of matrix products. */
  readonly matmul: MatmulBackend;
  /** Whether attention may use FlashAttention. */
  flashSdpEnabled(): boolean;
  /** Allows attention to use FlashAttention, or forbids it. */
  enableFlashSdp(enabled: boolean): void;
  /** Whether attention may use the memory-efficient kernel. */
  memEfficientSdpEnabled(): boolean;
  /** Allows attention to use the memory-efficient kernel, or forbids it. */
  enableMemEfficientSdp(enabled: boolean): void;
  /** Whether attention may be computed step by step, as its formula says. */
  mathSdpEnabled(): boolean;
  /** Allows attention to be computed step by step, or forbids it. */
  enableMathSdp(enabled: boolean): void;
  /** Whether attention may use cuDNN. */
  cudnnSdpEnabled(): boolean;
  /** Allows attention to use cuDNN, or forbids it. */
  enableCudnnSdp(enabled: boolean): void;
}

export const cuda: CudaBackend = {
  isBuilt: () => native.cudaBuilt(),
  matmul: {
    get allowTf32() {
      return isOn('cuda.matmul.allowTf32');
    },
    set allowTf32(enabled) {
      turn('cuda.matmul.allowTf32', enabled);
    },
  },
  flashSdpEnabled: () => isOn('cuda.flashSdp'),
  enableFlashSdp: (enabled) => {
    turn('cuda.flashSdp', enabled);
  },
  memEfficientSdpEnabled: () => isOn('cuda.memEfficientSdp'),
  enableMemEfficientSdp: (enabled) => {
    turn('cuda.memEfficientSdp', enabled);
  },
  mathSdpEnabled: () => isOn('cuda.mathSdp'),
  enableMathSdp: (enabled) => {
    turn('cuda.mathSdp', enabled);
  },
  cudnnSdpEnabled: () => isOn('cuda.cudnnSdp'),
  enableCudnnSdp: (enabled) => {
    turn('cuda.cudnnSdp', enabled);
  },
};

limitMembers(cuda, {
  ...{ isBuilt: 0, flashSdpEnabled: 0, enableFlashSdp: 1, memEfficientSdpEnabled: 0, enableMemEfficientSdp: 1 },
  ...{ mathSdpEnabled: 0, enableMathSdp: 1, cudnnSdpEnabled: 0, enableCudnnSdp: 1 },
});
