import type { Tensor } from '../ops/tensor-methods';
import { type DistributionOptions, type ParameterValue, type Size, isNumber } from './arguments';
import type { Distribution } from './distribution';
import { broadcastAll } from './numeric';

/** What many distributions take and how it becomes their parameters. */

/** `loc` and `scale`. */
export interface LocScaleOptions extends DistributionOptions {
  /** The place of the distribution. */
  readonly loc: ParameterValue;
  /** How wide it is; positive. */
  readonly scale: ParameterValue;
}

/** `probs` or `logits` of two outcomes. */
export interface BinaryOptions extends DistributionOptions {
  /** The probability of 1. Either this or `logits` is given. @defaultValue null */
  readonly probs?: ParameterValue | null;
  /** The log-odds of 1. @defaultValue null */
  readonly logits?: ParameterValue | null;
}

/** `probs` or `logits` of several classes. */
export interface ClassOptions extends DistributionOptions {
  /** Weights `[..., classes]`, which are divided by their sum. Either this or `logits` is given. @defaultValue null */
  readonly probs?: Tensor | null;
  /** Logarithms of weights `[..., classes]`. @defaultValue null */
  readonly logits?: Tensor | null;
}

/** Gives a distribution parameters of one shape. Returns the batch shape: none if all are numbers. */
export function giveAll(to: Distribution, values: Readonly<Record<string, ParameterValue>>): Size {
  const names = Object.keys(values);
  const given = Object.values(values);
  const tensors = broadcastAll(...given);
  to.give(Object.fromEntries(names.map((name, i) => [name, tensors[i] as Tensor])));
  return given.every(isNumber) ? [] : (tensors[0] as Tensor).shape;
}

/** Expands those of a distribution's parameters that it has, for a copy of it. */
export function expandAll<D extends Distribution>(from: D, to: D, names: readonly string[], shape: Size): void {
  const own = from as unknown as Readonly<Record<string, Tensor>>;
  for (const name of names) {
    if (Object.hasOwn(from, name)) to.give({ [name]: (own[name] as Tensor).expand([...shape]) });
  }
}

/** The values of an enumeration in front of a batch, expanded over it or not. */
export function alongBatch(values: Tensor, batchShape: Size, expand: boolean): Tensor {
  const column = values.view([-1, ...batchShape.map(() => 1)]);
  return expand ? column.expand([-1, ...batchShape]) : column;
}
