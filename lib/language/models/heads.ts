import { readArguments } from '../../arguments/read';
import type { Fields } from '../../arguments/fields';
import { valueError } from '../../errors';
import type { nn, Tensor } from '../../index';
import * as torch from '../../index';
import type { PreTrainedConfig } from '../config/define';
import { causalLoss, sequenceLoss, tokenLoss } from '../losses';
import type { BaseModelOutput, CausalLMOutput, HeadOutput } from '../outputs';
import { type Layer, type Steps, call, through } from '../steps';
import { lastTokens } from './layer';

/** What heads have in common, whatever the family of the model below them. */

type Body<O> = nn.Module & { forward(given: never): O; steps(...args: readonly unknown[]): Steps<O> };

/** A language model's head: logits of the last tokens, and the loss of each token against the next. */
export function* causalHead(
  label: string,
  table: Fields,
  { body, head }: { readonly body: Body<BaseModelOutput>; readonly head: Layer },
  args: readonly unknown[],
): Steps<CausalLMOutput> {
  const { labels, logitsToKeep, ...given } = readArguments(label, table, args) as {
    readonly labels: Tensor | null;
    readonly logitsToKeep: number;
  };
  const { lastHiddenState, pastKeyValues, hiddenStates } = yield* through<readonly unknown[], BaseModelOutput>(
    body,
    given,
  );
  const logits = yield* call(head, lastTokens(lastHiddenState, logitsToKeep));
  return { loss: labels && causalLoss(logits, labels), logits, pastKeyValues, hiddenStates };
}

/** What a classifier of tokens returns, or a model that fills in masked ones: labels `[batch, tokens]`. */
export function ofTokens(
  { hiddenStates }: BaseModelOutput,
  logits: Tensor,
  labels: Tensor | null,
  learned = logits,
): HeadOutput {
  return { loss: labels && tokenLoss(learned, labels), logits, hiddenStates };
}

/** What a classifier of texts returns. */
export function ofTexts(
  { hiddenStates }: BaseModelOutput,
  logits: Tensor,
  labels: Tensor | null,
  config: PreTrainedConfig,
): HeadOutput {
  return { loss: labels && sequenceLoss(logits, labels, config), logits, hiddenStates };
}

/** What a decoder tells of texts by their last tokens, of which `scores` has the logits `[batch, tokens, labels]`. */
export function ofLastTokens(
  body: BaseModelOutput,
  scores: Tensor,
  { inputIds, inputsEmbeds, labels }: LastTokenInputs,
  config: PreTrainedConfig,
): HeadOutput {
  const rows = lastTokenOf(inputIds, config.padTokenId, inputsEmbeds);
  const count = scores.shape[2] as number;
  const logits = scores.gather(1, rows.reshape([-1, 1, 1]).expand([-1, 1, count]).to(scores.device)).squeeze(1);
  return ofTexts(body, logits, labels, config);
}

interface LastTokenInputs {
  readonly inputIds: Tensor | null;
  readonly inputsEmbeds: Tensor | null;
  readonly labels: Tensor | null;
}

/** The place of the last token of each text, which is not padding. */
function lastTokenOf(inputIds: Tensor | null, padTokenId: number | null, embeds: Tensor | null): Tensor {
  const [batch, tokens] = ((inputIds ?? embeds) as Tensor).shape as [number, number];
  if (padTokenId === null && batch !== 1) {
    throw valueError('Cannot handle batch sizes > 1 if no padding token is defined: give the config a padTokenId');
  }
  if (padTokenId === null || inputIds === null) return torch.full([batch], tokens - 1, { dtype: torch.int64 });
  const isToken = inputIds.ne(padTokenId).to(torch.int32);
  return torch.arange(tokens, { dtype: torch.int32, device: inputIds.device }).mul(isToken).argmax(-1);
}

/** The dropout before a decoder's classifier of tokens: of fields that some files have, else 0.1. */
export function classifierDropout({ extra }: { readonly extra: Readonly<Record<string, unknown>> }): number {
  const given = extra['classifier_dropout'] ?? extra['hidden_dropout'];
  return typeof given === 'number' ? given : 0.1;
}
