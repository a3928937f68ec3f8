import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import type { PackedBox } from '../native/contract/quantization';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';

/** Calls of libtorch's quantized kernels, whose weights are packed once. */

/** The arguments in the order of the schema: tensors are handles, packed weights are boxes. */
function callQuantized(name: string, overload: string, args: readonly unknown[]): (Handle | PackedBox | null)[] {
  return native.callPacked(name, overload, args);
}

export type { PackedBox };

/** Packs a weight and a bias. `half` keeps float16 in place of int8. */
export function packLinear(weight: Tensor, bias: Tensor | null, half: boolean): PackedBox {
  const name = half ? 'quantized::linear_prepack_fp16' : 'quantized::linear_prepack';
  return callQuantized(name, '', [handleOf(weight), bias && handleOf(bias)])[0] as PackedBox;
}

/** What was packed. */
export function unpackLinear(packed: PackedBox, half: boolean): [weight: Tensor, bias: Tensor | null] {
  const name = half ? 'quantized::linear_unpack_fp16' : 'quantized::linear_unpack';
  const [weight, bias] = callQuantized(name, '', [packed]) as [Handle, Handle | null];
  return [wrap(weight), bias === null ? null : wrap(bias)];
}

/** `input · weightᵀ + bias`; the input is quantized at each call. */
export function linearDynamic(input: Tensor, packed: PackedBox, half: boolean): Tensor {
  const results = half
    ? callQuantized('quantized::linear_dynamic_fp16', '', [handleOf(input), packed])
    : callQuantized('quantized::linear_dynamic', '', [handleOf(input), packed, true]);
  return wrap(results[0] as Handle);
}

/** The weights of one layer and direction. */
export interface CellWeights {
  readonly ih: PackedBox;
  readonly hh: PackedBox;
  readonly biasIh: Tensor;
  readonly biasHh: Tensor;
}

export function packCell({ ih, hh, biasIh, biasHh }: CellWeights, half: boolean): PackedBox {
  const results = half
    ? callQuantized('quantized::make_quantized_cell_params_fp16', '', [ih, hh])
    : callQuantized('quantized::make_quantized_cell_params_dynamic', '', [
        ih,
        hh,
        handleOf(biasIh),
        handleOf(biasHh),
        true,
      ]);
  return results[0] as PackedBox;
}

/** What a recurrent layer is run with. */
export interface SequenceCall {
  readonly input: Tensor;
  /** Of a packed sequence. */
  readonly batchSizes: Tensor | null;
  readonly states: readonly Tensor[];
  readonly cells: readonly PackedBox[];
  readonly numLayers: number;
  readonly dropout: number;
  readonly training: boolean;
  readonly bidirectional: boolean;
  readonly batchFirst: boolean;
  /** The code of the dtype of the weights. */
  readonly dtype: number;
}

/** The output and the final states. */
export function runSequence(kind: 'lstm' | 'gru', run: SequenceCall): Tensor[] {
  const states = kind === 'lstm' ? run.states.map(handleOf) : handleOf(run.states[0] as Tensor);
  const { cells, numLayers, dropout, training, bidirectional, batchFirst } = run;
  const [overload, head, order] = run.batchSizes
    ? ['data', [handleOf(run.input), handleOf(run.batchSizes)], []]
    : ['input', [handleOf(run.input)], [batchFirst]];
  const end = kind === 'lstm' ? [run.dtype, true] : [];
  const args = [...head, states, cells, true, numLayers, dropout, training, bidirectional, ...order, ...end];
  return callQuantized(`aten::quantized_${kind}`, overload, args).map((handle) => wrap(handle as Handle));
}

/** One step of a cell. */
export function runCell(name: string, input: Tensor, states: readonly Tensor[], weights: CellWeights): Tensor[] {
  const hx = name === 'lstm' ? states.map(handleOf) : handleOf(states[0] as Tensor);
  const { ih, hh, biasIh, biasHh } = weights;
  const args = [handleOf(input), hx, ih, hh, handleOf(biasIh), handleOf(biasHh)];
  return callQuantized(`quantized::quantized_${name}_cell_dynamic`, '', args).map((handle) => wrap(handle as Handle));
}
