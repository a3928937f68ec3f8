import { native } from '../native/binding';
import { typeError } from '../errors';

/** How runs of layers are computed on the CPU. */
export interface MlpBackend {
  /**
   * Whether `nn.Sequential` computes consecutive layers as one operation: `Linear`, `ReLU`, `Tanh`, `Sigmoid`, `SiLU`,
   * `GELU`, `LayerNorm` of one dimension and `Dropout`, from a `Linear` or a `LayerNorm` on; the layers of `nn.Transformer` their
   * sums, norms and feed-forward blocks; `nn.MultiheadAttention` self-attention; and `nn.CrossEntropyLoss` the loss of such a run's
   * output, or of many scores, as another. Only for float32 on the CPU. The results are as close to the exact ones as
   * libtorch's, but not equal in the last bits; false gives Python's bits. Layers with hooks, of subclasses or under
   * autocast, transforms of functions and the like run one by one. One setting for the whole process, true unless the
   * environment variable `LIBTORCH_NODE_FUSED_MLP` is `0`.
   *
   * @example
   * torch.backends.mlp.fused = false;
   */
  fused: boolean;
}

export const mlp: MlpBackend = {
  get fused(): boolean {
    return native.getFusedMlp();
  },
  set fused(enabled: boolean) {
    if (typeof enabled !== 'boolean') throw typeError('torch.backends.mlp.fused must be true or false');
    native.setFusedMlp(enabled);
  },
};
