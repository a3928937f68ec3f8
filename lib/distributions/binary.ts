import { valueError } from '../errors';
import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, isNumber } from './arguments';
import { type Distribution, lazyTensor } from './distribution';
import { broadcastAll, binaryLogits, binaryProbs } from './numeric';

/** What distributions have that are given either probabilities or log-odds. */

interface Binary extends Distribution {
  readonly probs: Tensor;
  readonly logits: Tensor;
}

/** Gives a class `probs` and `logits`, each computed from the other where it was not given. */
export function defineBinary<T extends Binary>(
  Class: { readonly prototype: T },
  clamp = (probs: Tensor) => probs,
): void {
  lazyTensor(Class, 'probs', ({ logits }) => clamp(binaryProbs(logits)) as T['probs']);
  lazyTensor(Class, 'logits', ({ probs }) => binaryLogits(probs) as T['logits']);
}

/** Sets the one that was given. Returns the batch shape. */
export function giveBinary(to: Distribution, probs: ParameterValue | null, logits: ParameterValue | null): Size {
  if ((probs === null) === (logits === null)) throw notOne();
  const given = (probs ?? logits) as ParameterValue;
  const [tensor] = broadcastAll(given);
  to.give({ [probs === null ? 'logits' : 'probs']: tensor });
  return isNumber(given) ? [] : tensor.shape;
}

/** The one of `probs` and `logits` that there is, without computing the other. */
export function paramOf(of: { readonly probs: Tensor; readonly logits: Tensor }): Tensor {
  return Object.hasOwn(of, 'probs') ? of.probs : of.logits;
}

export function notOne(): Error {
  return valueError('Either `probs` or `logits` must be specified, but not both.');
}
