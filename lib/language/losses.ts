import { nn, type Tensor } from '../index';
import * as torch from '../index';
import { valueError } from '../errors';
import type { PreTrainedConfig } from './config/define';

/** Losses of heads, as transformers computes them. */

const { functional: F } = nn;
/** The label that is not learned. */
export const IGNORED = -100;

/** Each token's logits against the next token: logits `[batch, tokens, words]`, labels `[batch, tokens]`. */
export function causalLoss(logits: Tensor, labels: Tensor): Tensor {
  requireLabels(labels, logits.shape.slice(0, 2));
  const next = F.pad(labels.to(torch.int64), [0, 1], { value: IGNORED });
  const shifted = next.narrow(-1, 1, labels.shape.at(-1) as number).contiguous();
  return F.crossEntropy(logits.float().reshape([-1, logits.shape.at(-1) as number]), shifted.reshape([-1]));
}

/** Each token's logits against its label. */
export function tokenLoss(logits: Tensor, labels: Tensor): Tensor {
  requireLabels(labels, logits.shape.slice(0, 2));
  return F.crossEntropy(logits.reshape([-1, logits.shape.at(-1) as number]), labels.to(torch.int64).reshape([-1]));
}

function requireLabels(labels: Tensor, shape: readonly number[]): void {
  if (labels.shape.join() === shape.join()) return;
  throw valueError(`labels should be [${shape.join(', ')}], got [${labels.shape.join(', ')}]`);
}

/** The loss of a classifier of sequences, by the kind of its labels, which the config keeps from the first ones on. */
export function sequenceLoss(logits: Tensor, labels: Tensor, config: PreTrainedConfig): Tensor {
  const count = config.numLabels;
  const isWhole = labels.dtype === torch.int64 || labels.dtype === torch.int32;
  config.problemType ??=
    count === 1 ? 'regression' : isWhole ? 'singleLabelClassification' : 'multiLabelClassification';
  if (config.problemType === 'regression') {
    return count === 1 ? F.mseLoss(logits.squeeze(), labels.squeeze()) : F.mseLoss(logits, labels);
  }
  if (config.problemType === 'singleLabelClassification') {
    return F.crossEntropy(logits.reshape([-1, count]), labels.to(torch.int64).reshape([-1]));
  }
  return F.binaryCrossEntropyWithLogits(logits, labels);
}
