import { mha } from '../../backends/mha';
import { native } from '../../native/binding';
import { isGradEnabled } from '../../autograd/modes';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import type { Module } from '../module';
import { isHooked, isPlain } from '../module-hooks';
import type { Parameter } from '../parameter';

/**
 * The conditions under which Python runs attention and an encoder layer as one operator, and these operators.
 *
 * Python looks at the attributes of whatever stands in the place of a layer. Here only a layer of this library counts:
 * another one, such as a linear layer with an adapter, computes something else.
 */

/** What the fast path uses of a linear layer or a norm. */
interface Affine extends Module {
  readonly weight: Parameter | null;
  readonly bias: Parameter | null;
}

/** What it uses of attention. */
interface Attention extends Module {
  readonly embedDim: number;
  readonly numHeads: number;
  readonly batchFirst: boolean;
  readonly addZeroAttn: boolean;
  readonly sameSizes: boolean;
  readonly inProjWeight: Parameter | null;
  readonly inProjBias: Parameter | null;
  readonly biasK: Parameter | null;
  readonly biasV: Parameter | null;
  readonly outProj: Affine;
}

/** What it uses of an encoder layer. */
interface EncoderLayer extends Module {
  readonly selfAttn: Attention;
  readonly linear1: Affine;
  readonly linear2: Affine;
  readonly norm1: Affine & { readonly eps: number };
  readonly norm2: Affine & { readonly eps: number };
  readonly dropout: Module;
  readonly dropout1: Module;
  readonly dropout2: Module;
  readonly normFirst: boolean;
}

type Class = abstract new (...args: never[]) => Module;

/** Whether autograd would record something of these. */
function isRecorded(tensors: readonly (Tensor | null)[]): boolean {
  return isGradEnabled() && tensors.some((tensor) => tensor !== null && tensor.requiresGrad);
}

const SUPPORTED = /^(cpu|cuda|xpu)(:|$)/;

function areSupported(tensors: readonly (Tensor | null)[]): boolean {
  return tensors.every((tensor) => tensor === null || SUPPORTED.test(String(tensor.device)));
}

/** Both masks as one, and how the operators take it: 1 is `[N, S]`, 2 is `[N, heads, S, S]`. */
function mergeMasks(
  { numHeads }: Attention,
  attnMask: Tensor | null,
  padding: Tensor | null,
  query: Tensor,
): [mask: Tensor | null, type: 1 | 2 | null] {
  if (!attnMask) return [padding, padding ? 1 : null];
  const [batch = 0, length = 0] = query.shape;
  const wide =
    attnMask.ndim === 3
      ? aten('view')(attnMask, [batch, -1, length, length])
      : aten('expand')(aten('view')(attnMask, [1, 1, length, length]), [batch, numHeads, -1, -1]);
  if (!padding) return [wide, 2];
  const expanded = aten('expand')(aten('view')(padding, [batch, 1, 1, length]), [-1, numHeads, -1, -1]);
  return [aten('add')(wide, expanded), 2];
}

/** What attention and the layer around it have to fulfil alike. */
function allows(attention: Attention, query: Tensor): boolean {
  return (
    mha.getFastpathEnabled() &&
    query.ndim === 3 &&
    attention.batchFirst &&
    attention.sameSizes &&
    attention.inProjWeight !== null &&
    attention.inProjBias !== null &&
    attention.numHeads % 2 === 0 &&
    // As in Python, which asks about CUDA whatever the device.
    !native.getAutocast('cuda').enabled
  );
}

/** What both operators use of attention. */
function weightsOf({ inProjWeight, inProjBias, outProj }: Attention): readonly (Parameter | null)[] {
  return [inProjWeight, inProjBias, outProj.weight, outProj.bias];
}

/** Self-attention as one operator: its output and weights, or null where the conditions are not fulfilled. */
export function attendFast(
  attention: Attention,
  query: Tensor,
  masks: { readonly padding: Tensor | null; readonly attnMask: Tensor | null },
  wanted: { readonly needWeights: boolean; readonly averageAttnWeights: boolean },
  Projection: Class,
): [output: Tensor, weights: Tensor | null] | null {
  if (attention.training || !allows(attention, query)) return null;
  if (attention.biasK || attention.biasV || attention.addZeroAttn) return null;
  if (query.dtype !== attention.inProjBias?.dtype || query.dtype !== attention.inProjWeight?.dtype) return null;
  if (!isPlain(attention.outProj, Projection) || isHooked(attention.outProj)) return null;
  const weights = weightsOf(attention);
  const tensors = [query, ...weights];
  if (isRecorded(tensors) || !areSupported(tensors)) return null;
  const [mask, type] = mergeMasks(attention, masks.attnMask, masks.padding, query);
  const { embedDim, numHeads } = attention;
  const [output, attended] = atenMany('_native_multi_head_attention')(
    ...[query, query, query, embedDim, numHeads, ...weights, mask, wanted.needWeights, wanted.averageAttnWeights, type],
  );
  return [output as Tensor, attended ?? null];
}

/** The classes that an encoder layer is made of. */
export interface LayerClasses {
  readonly attention: Class;
  readonly projection: Class;
  readonly linear: Class;
  readonly norm: Class;
  readonly dropout: Class;
}

/** Whether a module is of this class, and nothing but that. */
const isBare = (module: Module, Class: Class): boolean => isPlain(module, Class) && !isHooked(module);

/** Whether nothing inside of a layer has hooks or has been replaced by another class. */
export function isMadeOf(layer: EncoderLayer, classes: LayerClasses): boolean {
  const { selfAttn } = layer;
  return (
    !isHooked(layer) &&
    isBare(selfAttn, classes.attention) &&
    isBare(selfAttn.outProj, classes.projection) &&
    isBare(layer.linear1, classes.linear) &&
    isBare(layer.linear2, classes.linear) &&
    isBare(layer.norm1, classes.norm) &&
    isBare(layer.norm2, classes.norm) &&
    isBare(layer.dropout, classes.dropout) &&
    isBare(layer.dropout1, classes.dropout) &&
    isBare(layer.dropout2, classes.dropout)
  );
}

/** The tensors of a layer in the operator's order. */
function tensorsOf({ selfAttn, norm1, norm2, linear1, linear2 }: EncoderLayer): (Parameter | null)[] {
  return [...weightsOf(selfAttn), ...[norm1, norm2, linear1, linear2].flatMap(({ weight, bias }) => [weight, bias])];
}

/** Whether a layer runs as one operator on `src`; `gelu` is null for activations that the operator does not have. */
export function encodesFast(layer: EncoderLayer, src: Tensor, gelu: boolean | null, classes: LayerClasses): boolean {
  if (gelu === null || layer.training || !isMadeOf(layer, classes) || !allows(layer.selfAttn, src)) return false;
  if (layer.norm1.eps !== layer.norm2.eps) return false;
  const tensors = [src, ...tensorsOf(layer)];
  return !tensors.includes(null) && !isRecorded(tensors) && areSupported(tensors);
}

/**
 * A layer of which {@link isMadeOf} holds, without masks, in one call; null where anything about its tensors, or an error, asks for the
 * longer way. `gelu` as for {@link encodesFast}.
 */
export function encodeAtOnce(layer: EncoderLayer, src: Tensor, gelu: boolean | null): Tensor | null {
  const { selfAttn: attention, norm1, norm2, linear1, linear2, normFirst } = layer;
  const { outProj, inProjWeight, inProjBias } = attention;
  if (gelu === null || norm1.eps !== norm2.eps || !mha.getFastpathEnabled()) return null;
  if (!attention.batchFirst || !attention.sameSizes || attention.numHeads % 2 !== 0) return null;
  if (inProjWeight === null || inProjBias === null) return null;
  const { weight: out, bias: outBias } = outProj;
  const { weight: scale1, bias: shift1 } = norm1;
  const { weight: scale2, bias: shift2 } = norm2;
  const { weight: up, bias: upBias } = linear1;
  const { weight: down, bias: downBias } = linear2;
  // prettier-ignore -- one literal: V8 makes an object for each element of a list that is spread, until it has compiled the function
  const all = [src, inProjWeight, inProjBias, out, outBias, scale1, shift1, scale2, shift2, up, upBias, down, downBias];
  if (all.includes(null)) return null;
  try {
    const handles = (all as Tensor[]).map(handleOf);
    const handle = native.runEncoderLayer(
      attention.embedDim,
      attention.numHeads,
      gelu,
      normFirst,
      norm1.eps,
      ...handles,
    );
    return handle === null ? null : wrap(handle);
  } catch {
    return null; // the longer way says what is wrong
  }
}

/** A layer that {@link encodesFast}. */
export function encodeFast(
  layer: EncoderLayer,
  src: Tensor,
  masks: { readonly padding: Tensor | null; readonly attnMask: Tensor | null },
  gelu: boolean,
): Tensor {
  const { selfAttn, normFirst, norm1 } = layer;
  const all = tensorsOf(layer);
  const [mask, type] = mergeMasks(selfAttn, masks.attnMask, masks.padding, src);
  return aten('_transformer_encoder_layer_fwd')(
    ...[src, selfAttn.embedDim, selfAttn.numHeads, ...all.slice(0, 4), gelu, normFirst, norm1.eps],
    ...[...all.slice(4), mask, type],
  );
}
