import * as torch from '../index';
import type { Tensor } from '../index';

/** Parts of decoders that native code runs as one call, with the bits of the operators they stand for. */

/** An operator of this library, found at its first call. */
function own<F extends (...args: never[]) => unknown>(name: string): F {
  let found: F | undefined;
  return ((...args: never[]) => {
    found ??= (torch.ops['libtorch_node'] as torch.OperatorNamespace)[name]?.['default'] as unknown as F;
    return found(...args);
  }) as F;
}

/** `weight * (hidden / root of (its mean square + eps))`, over the last dimension, in float32. */
export const rmsNorm = own<(hidden: Tensor, weight: Tensor, eps: number) => Tensor>('rms_norm');

/** Cosines and sines `[batch or 1, tokens, width]` of positions `[batch, tokens]`, in the dtype of `like`. */
export const rotaryAngles =
  own<(frequencies: Tensor, positions: Tensor, scaling: number, like: Tensor) => [cos: Tensor, sin: Tensor]>(
    'rotary_angles',
  );

/** Queries and keys `[batch, tokens, heads, width]` turned by their angles: `[batch, heads, tokens, width]`; angles `[batch or 1, 1, tokens, width]`. */
export const rotary =
  own<(query: Tensor, key: Tensor, cos: Tensor, sin: Tensor) => [query: Tensor, key: Tensor]>('rotary');

/** Scaled dot product attention as `[batch, queries, heads * width]`. */
export const attention =
  own<
    (
      query: Tensor,
      key: Tensor,
      value: Tensor,
      mask: Tensor | null,
      dropout: number,
      causal: boolean,
      scale: number,
      grouped: boolean,
    ) => Tensor
  >('attend');

/** Writes new keys and values behind those that end at `end`, and gives all from `start` on: views. */
export const appendTokens =
  own<
    (
      keys: Tensor,
      values: Tensor,
      newKeys: Tensor,
      newValues: Tensor,
      start: number,
      end: number,
    ) => [keys: Tensor, values: Tensor]
  >('append_tokens');

/** Queries and keys `[batch, tokens, heads, width]`, and values `[batch, heads, tokens, width]`, of `[batch, tokens, inputs]`. */
export const projectHeads =
  own<
    (
      input: Tensor,
      query: Tensor,
      key: Tensor,
      value: Tensor,
      queryBias: Tensor | null,
      keyBias: Tensor | null,
      valueBias: Tensor | null,
      width: number,
    ) => [query: Tensor, key: Tensor, value: Tensor]
  >('project_heads');

/** Three linear layers: `down(silu(gate(x)) * up(x))`. */
export const gatedMlp =
  own<
    (
      input: Tensor,
      gate: Tensor,
      up: Tensor,
      down: Tensor,
      gateBias: Tensor | null,
      upBias: Tensor | null,
      downBias: Tensor | null,
    ) => Tensor
  >('gated_mlp');

/** A linear layer whose weight is `[inputs, outputs]`. */
export const linearByColumns = own<(input: Tensor, weight: Tensor, bias: Tensor) => Tensor>('conv1d');

/** Queries, keys and values of `[batch, tokens, 3 * heads * width]`, each `[batch, heads, tokens, width]`. */
export const splitHeads =
  own<(all: Tensor, heads: number) => [query: Tensor, key: Tensor, value: Tensor]>('split_heads');

/** The curve of GPT-2, by its formula: its bits differ from those of `gelu` with `approximate: 'tanh'`. */
export const geluNew = own<(input: Tensor) => Tensor>('gelu_new');
