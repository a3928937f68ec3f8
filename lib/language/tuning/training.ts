import { bool, choice, float } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { IGNORED } from '../losses';

/** Fine-tuning through the Trainer: steps, and the loss of preferences. */

/** A model with a head: what it returns has a loss where there are labels. */
interface WithLoss extends nn.Module {
  forward(inputs: never): { readonly loss: Tensor | null; readonly logits: Tensor };
}

/** What a step of the Trainer returns. */
export interface LabelledStep {
  /** The model's own loss of the labels, one number. */
  readonly loss: Tensor;
  /** The model's logits, for metrics. */
  readonly output: Tensor;
  /** The labels, for metrics. */
  readonly target: Tensor;
}

/**
 * The `trainingStep` of a `training.Trainer` for batches by name, as collators of this package make them: the
 * model's own loss of `labels`.
 *
 * @example
 * const model = new language.BertForSequenceClassification(new language.BertConfig({ vocabSize: 30, hiddenSize: 8, numHiddenLayers: 1, numAttentionHeads: 2, intermediateSize: 8 }));
 * const trainer = new torch.training.Trainer({
 *   model,
 *   optimizer: new torch.optim.AdamW(model.parameters(), { lr: 5e-5 }),
 *   trainingStep: language.labelledStep,
 * });
 */
export function labelledStep(batch: object, model: nn.Module): LabelledStep {
  const { labels } = batch as { labels?: unknown };
  if (!(labels instanceof torch.Tensor)) throw typeError("labelledStep: a batch needs 'labels', a Tensor");
  const { loss, logits } = (model as WithLoss).forward({ ...batch } as never);
  if (loss === null) throw typeError('labelledStep: the model gave no loss for these labels');
  return { loss, output: logits, target: labels };
}

/**
 * The log probability of each text's learned tokens, summed: `[batch]`. Labels of -100 do not count.
 *
 * @param logits - `[batch, tokens, words]`, of a causal language model.
 * @param labels - The tokens, `[batch, tokens]`.
 * @example
 * const logits = torch.zeros([1, 3, 4]); // each of four words is as likely
 * language.sequenceLogProbability(logits, torch.tensor([[-100, 2, 3]])).item(); // -2.7726
 */
export function sequenceLogProbability(logits: Tensor, labels: Tensor): Tensor {
  if (logits.ndim !== 3 || labels.ndim !== 2)
    throw valueError('sequenceLogProbability takes [batch, tokens, words] and [batch, tokens]');
  const tokens = labels.shape[1] as number;
  const next = labels.narrow(1, 1, tokens - 1);
  const learned = next.ne(IGNORED);
  const scores = nn.functional.logSoftmax(logits.narrow(1, 0, tokens - 1).to(torch.float32), -1);
  const own = scores.gather(2, next.maskedFill(learned.logicalNot(), 0).unsqueeze(2)).squeeze(2);
  return own.mul(learned.to(own.dtype)).sum(-1);
}

export interface DpoOptions {
  /** How strongly the model is held to the reference. @defaultValue 0.1 */
  readonly beta?: number;
  /** How likely a label is to be wrong. @defaultValue 0 */
  readonly labelSmoothing?: number;
  /** The loss of the margin: that of DPO, a hinge, or that of IPO. @defaultValue 'sigmoid' */
  readonly lossType?: 'sigmoid' | 'hinge' | 'ipo';
  /** Compare with no reference. @defaultValue false */
  readonly referenceFree?: boolean;
}

const DPO = {
  beta: float(0.1),
  labelSmoothing: float(0),
  lossType: choice(['sigmoid', 'hinge', 'ipo'], 'sigmoid'),
  referenceFree: bool(false),
};

/** The log probabilities of texts that are preferred, and of those that are not: `[batch]` each. */
export interface Preferences {
  /** Of the texts that are preferred. */
  readonly chosen: Tensor;
  /** Of the others. */
  readonly rejected: Tensor;
}

/**
 * Direct preference optimization: the loss by which a model comes to prefer the chosen texts, as far as it did not before.
 *
 * @param policy - The model's log probabilities, as {@link sequenceLogProbability} gives them.
 * @param reference - Those of the model before training, without gradients; null with `referenceFree`.
 * @returns the mean loss, and for both texts how much likelier they became, times beta
 * @see https://arxiv.org/abs/2305.18290
 * @example
 * const policy = { chosen: torch.tensor([-1, -2]), rejected: torch.tensor([-3, -2]) };
 * const reference = { chosen: torch.tensor([-2, -2]), rejected: torch.tensor([-2, -2]) };
 * language.dpoLoss(policy, reference).loss.item(); // 0.6456
 */
export function dpoLoss(
  policy: Preferences,
  reference: Preferences | null,
  options: DpoOptions = {},
): { readonly loss: Tensor; readonly chosenRewards: Tensor; readonly rejectedRewards: Tensor } {
  const { beta, labelSmoothing, lossType, referenceFree } = readOptions('dpoLoss', DPO, options);
  if (!referenceFree && reference === null) throw valueError('dpoLoss needs the reference, or referenceFree: true');
  const before = reference ?? { chosen: torch.zerosLike(policy.chosen), rejected: torch.zerosLike(policy.rejected) };
  const ratios = policy.chosen.sub(policy.rejected);
  const margin = referenceFree ? ratios : ratios.sub(before.chosen.sub(before.rejected));
  const { logsigmoid } = nn.functional;
  const losses = {
    sigmoid: (): Tensor =>
      logsigmoid(margin.mul(beta))
        .mul(-(1 - labelSmoothing))
        .sub(logsigmoid(margin.mul(-beta)).mul(labelSmoothing)),
    hinge: (): Tensor => torch.rsub(margin.mul(beta), 1).relu(),
    ipo: (): Tensor => margin.sub(1 / (2 * beta)).square(),
  };
  const reward = (now: Tensor, then: Tensor): Tensor => now.sub(then).mul(beta).detach();
  return {
    loss: losses[lossType]().mean(),
    chosenRewards: reward(policy.chosen, before.chosen),
    rejectedRewards: reward(policy.rejected, before.rejected),
  };
}
