import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import type { GenerationSettings } from './config';

/**
 * What changes the scores of the next token, in the order of transformers.
 *
 * @see https://huggingface.co/docs/transformers/internal/generation_utils#logitsprocessor
 */

/** Changes scores `[rows, words]`; the tokens so far are made a tensor only where a rule asks for them. */
export type LogitsProcessor = (tokens: () => Tensor, scores: Tensor) => Tensor;

const HIDDEN = Number.NEGATIVE_INFINITY;

function repetition(penalty: number): LogitsProcessor {
  return (tokens, scores) => {
    const ids = tokens();
    const own = scores.gather(1, ids);
    return scores.scatter(1, ids, torch.where(own.lt(0), own.mul(penalty), own.div(penalty)));
  };
}

function noRepeat(size: number): LogitsProcessor {
  return (tokens, scores) => {
    const rows = tokens().tolist<number[][]>();
    const banned = rows.map((row) => {
      const prefix = row.slice(row.length + 1 - size).join();
      const found: number[] = [];
      for (let at = 0; at + size <= row.length; at++) {
        if (row.slice(at, at + size - 1).join() === prefix) found.push(row[at + size - 1] as number);
      }
      return found;
    });
    return hide(scores, banned);
  };
}

/** Scores without some tokens of each row. */
function hide(scores: Tensor, banned: readonly (readonly number[])[]): Tensor {
  if (banned.every((row) => row.length === 0)) return scores;
  const out = scores.clone();
  const words = scores.shape[1] as number;
  for (const [row, tokens] of banned.entries()) {
    const within = tokens.filter((token) => token < words);
    if (within.length > 0) out.select(0, row).indexFill_(0, torch.tensor(within, { dtype: torch.int64 }), HIDDEN);
  }
  return out;
}

function atLeast(length: number, ends: readonly number[]): LogitsProcessor {
  return (tokens, scores) => {
    const ids = tokens();
    return (ids.shape[1] as number) < length
      ? hide(
          scores,
          Array.from({ length: ids.shape[0] as number }, () => ends),
        )
      : scores;
  };
}

function likeliest(count: number): LogitsProcessor {
  return (_tokens, scores) => {
    const [best] = torch.topk(scores, Math.min(count, scores.shape[1] as number));
    return scores.maskedFill(scores.lt(best.narrow(-1, (best.shape[1] as number) - 1, 1)), HIDDEN);
  };
}

function nucleus(probability: number, least: number): LogitsProcessor {
  return (_tokens, scores) => {
    const [sorted, order] = torch.sort(scores, -1, false);
    const remove = sorted
      .softmax(-1)
      .cumsum(-1)
      .le(1 - probability);
    const words = scores.shape[1] as number;
    remove.narrow(-1, words - least, least).fill_(false);
    return scores.maskedFill(remove.scatter(1, order, remove), HIDDEN);
  };
}

function minimum(part: number, least: number): LogitsProcessor {
  return (_tokens, scores) => {
    const probabilities = torch.softmax(scores, -1);
    const remove = probabilities.lt(probabilities.amax(-1, true).mul(part));
    const [, best] = torch.topk(probabilities, Math.min(least, scores.shape[1] as number), -1);
    return scores.maskedFill(remove.scatter(-1, best, false), HIDDEN);
  };
}

/** All rules that the settings ask for. */
export function processorsOf(settings: GenerationSettings, prompt: number, ends: readonly number[]): LogitsProcessor[] {
  const { repetitionPenalty, noRepeatNgramSize, minLength, minNewTokens } = settings;
  const rules: LogitsProcessor[] = [];
  if (repetitionPenalty !== 1) rules.push(repetition(repetitionPenalty));
  if (noRepeatNgramSize > 0) rules.push(noRepeat(noRepeatNgramSize));
  const least = minNewTokens === null ? minLength : prompt + minNewTokens;
  if (least > 0 && ends.length > 0) rules.push(atLeast(least, ends));
  if (settings.doSample) rules.push(...warpersOf(settings, ends));
  if (settings.renormalizeLogits) rules.push((_tokens, scores) => nn.functional.logSoftmax(scores, -1));
  return rules;
}

function warpersOf(
  { temperature, topK, topP, minP, numBeams }: GenerationSettings,
  ends: readonly number[],
): LogitsProcessor[] {
  const least = numBeams > 1 ? Math.max(ends.length, 1) + 1 : 1;
  const rules: LogitsProcessor[] = [];
  if (temperature !== 1) rules.push((_tokens, scores) => scores.div(temperature));
  if (topK !== null && topK !== 0) rules.push(likeliest(Math.max(topK, least)));
  if (topP !== null && topP < 1) rules.push(nucleus(topP, least));
  if (minP !== null) rules.push(minimum(minP, least));
  return rules;
}
