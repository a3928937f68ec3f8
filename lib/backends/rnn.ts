import { native } from '../native/binding';
import { typeError } from '../errors';

/** How recurrent layers are computed on the CPU. */
export interface RnnBackend {
  /**
   * Whether `nn.RNN`, `nn.GRU` and `nn.LSTM` use this project's fused kernels, for float32 and bfloat16 on the CPU. They
   * are several times as fast as libtorch's and as close to the exact result, but not equal to it in the last bits;
   * false gives Python's bits. One setting for the whole process, true unless the environment variable
   * `LIBTORCH_NODE_FUSED_RNN` is `0`.
   *
   * @example
   * torch.backends.rnn.fused = false;
   */
  fused: boolean;
  /**
   * The instruction set that the fused kernels use, chosen when they are first asked for: the best that the processor
   * has, at most `avx2` or `default` (plain C++) if the environment variable `LIBTORCH_NODE_CPU_CAPABILITY` says so.
   */
  readonly kernels: 'avx512' | 'avx2' | 'portable';
}

export const rnn: RnnBackend = {
  get fused(): boolean {
    return native.getFusedRnn();
  },
  set fused(enabled: boolean) {
    if (typeof enabled !== 'boolean') throw typeError('torch.backends.rnn.fused must be true or false');
    native.setFusedRnn(enabled);
  },
  get kernels(): 'avx512' | 'avx2' | 'portable' {
    return native.getFusedRnnKernels();
  },
};
