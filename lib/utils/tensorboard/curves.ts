import { countInto } from './histogram';
import { valueError } from '../../errors';
import type { Numbers } from './array-like';

const LEAST = 1e-7;

const fromEnd = (values: readonly number[]): number[] => {
  let sum = 0;
  return [...values]
    .reverse()
    .map((value) => (sum += value))
    .reverse();
};

/** True and false positives and negatives, precision and recall at each threshold. */
export function precisionRecall(
  labels: Numbers,
  predictions: Numbers,
  thresholds: number,
  weights: number | Numbers,
): number[] {
  if (labels.data.length !== predictions.data.length)
    throw valueError('addPrCurve: labels and predictions should be of the same size');
  const buckets = [...predictions.data].map((value) => Math.floor(value * (thresholds - 1)));
  const weightAt = (i: number): number =>
    typeof weights === 'number' ? weights : (weights.data[weights.data.length === 1 ? 0 : i] as number);
  const limits = Array.from({ length: thresholds + 1 }, (_, i) => ((thresholds - 1) * i) / thresholds);
  const count = (of: (label: number) => number): number[] =>
    fromEnd(
      countInto(
        buckets,
        limits,
        [...labels.data].map((label, i) => of(label) * weightAt(i)),
      ),
    );
  const tp = count((label) => label);
  const fp = count((label) => 1 - label);
  const tn = fp.map((value) => (fp[0] as number) - value);
  const fn = tp.map((value) => (tp[0] as number) - value);
  const precision = tp.map((value, i) => value / Math.max(LEAST, value + (fp[i] as number)));
  const recall = tp.map((value, i) => value / Math.max(LEAST, value + (fn[i] as number)));
  return [tp, fp, tn, fn, precision, recall].flat();
}
