import { type Field, bool, int, nullable, value } from '../arguments/fields';
import type { Tensor } from '../index';
import * as torch from '../index';
import type { Cache } from './cache';
import { DynamicCache, EncoderDecoderCache } from './cache';

/** What models take, as fields of tables. */

const tensorValue = value<Tensor>('a Tensor', (v) => v instanceof torch.Tensor);
/** A tensor or null. */
export const aTensor: Field<Tensor | null> = nullable(tensorValue);
/** A tensor that must be given. */
export const theTensor: Field<Tensor> = tensorValue;
const aCache: Field<Cache | null> = nullable(
  value<Cache>('a cache', (v) => v instanceof DynamicCache || v instanceof EncoderDecoderCache),
);
/** A dtype or null. */
export const aDtype: Field<torch.DType | null> = nullable(
  value<torch.DType>('a dtype', (v) => v instanceof torch.DType),
);
/** A device or null. */
export const aDevice: Field<torch.DeviceLike | null> = nullable(
  value<torch.DeviceLike>('a device', (v) => typeof v === 'string' || v instanceof torch.Device),
);
/** A path. */
export const aPath: Field<string | URL> = value<string | URL>(
  'a path',
  (v) => typeof v === 'string' || v instanceof URL,
);

/** The arguments of models, from which each takes its own in Python's order. */
export const INPUTS = {
  inputIds: aTensor,
  attentionMask: aTensor,
  tokenTypeIds: aTensor,
  positionIds: aTensor,
  pastKeyValues: aCache,
  inputsEmbeds: aTensor,
  encoderHiddenStates: aTensor,
  encoderAttentionMask: aTensor,
  decoderInputIds: aTensor,
  decoderAttentionMask: aTensor,
  encoderOutputs: nullable(value<{ readonly lastHiddenState: Tensor }>('what an encoder returned', isEncoderOutput)),
  decoderInputsEmbeds: aTensor,
  labels: aTensor,
  useCache: nullable(bool()),
  logitsToKeep: int(0),
  outputHiddenStates: nullable(bool()),
};

function isEncoderOutput(v: unknown): boolean {
  return (
    typeof v === 'object' && v !== null && (v as { lastHiddenState?: unknown }).lastHiddenState instanceof torch.Tensor
  );
}

type Inputs = typeof INPUTS;
type InputName = keyof Inputs;

/** The table of a model's `forward`. */
export function inputs<const N extends readonly InputName[]>(...names: N): { readonly [K in N[number]]: Inputs[K] } {
  return Object.fromEntries(names.map((name) => [name, INPUTS[name]])) as { readonly [K in N[number]]: Inputs[K] };
}

/** What every model takes: by name, or the first one by position. */
export interface ModelInputs {
  /** Numbers of tokens, int64 `[batch, tokens]`. */
  readonly inputIds?: Tensor | null;
  /** 1 for tokens and 0 for padding, `[batch, tokens]`; with a cache it covers the earlier tokens as well. @defaultValue null, which means no padding */
  readonly attentionMask?: Tensor | null;
  /** Positions of the tokens, `[batch, tokens]`. @defaultValue null, which means one after another */
  readonly positionIds?: Tensor | null;
  /** Vectors in place of `inputIds`, `[batch, tokens, width]`. @defaultValue null */
  readonly inputsEmbeds?: Tensor | null;
  /** Return what each layer was given. @defaultValue false */
  readonly outputHiddenStates?: boolean | null;
}

/** What decoders take besides. */
export interface DecoderInputs extends ModelInputs {
  /** Keys and values of earlier tokens. @defaultValue null */
  readonly pastKeyValues?: Cache | null;
  /** Return keys and values for the next tokens. @defaultValue the config's `useCache`, but false in training */
  readonly useCache?: boolean | null;
}

/** What a causal language model takes. */
export interface CausalLMInputs extends DecoderInputs {
  /** The tokens themselves, which the model shifts; -100 is not learned. With them there is a loss. @defaultValue null */
  readonly labels?: Tensor | null;
  /** Compute the logits of so many tokens at the end; 0 for all. @defaultValue 0 */
  readonly logitsToKeep?: number;
}

/** What classifiers take. */
export interface ClassifierInputs extends ModelInputs {
  /** Labels `[batch]`, or `[batch, tokens]` for classes of tokens, where -100 is not learned. @defaultValue null */
  readonly labels?: Tensor | null;
}

/** What BERT and its kin take: kinds of tokens besides. */
export interface EncoderInputs extends ModelInputs {
  /** 0 for tokens of the first text and 1 for those of the second, `[batch, tokens]`. @defaultValue null, which means 0 */
  readonly tokenTypeIds?: Tensor | null;
}

/** What BERT's heads take. */
export interface EncoderHeadInputs extends EncoderInputs {
  /** Labels `[batch]`, or `[batch, tokens]` for heads over tokens, where -100 is not learned. @defaultValue null */
  readonly labels?: Tensor | null;
}

/** The arguments of a `forward`: by name, or the first by position and the others by name. */
export type Forward<I extends { readonly inputIds?: Tensor | null }> =
  | [inputs: I]
  | [inputIds: Tensor, inputs?: Omit<I, 'inputIds'>];
