import { valueError } from '../../errors';

/** Histograms as NumPy counts them, in the form that TensorBoard shows. */

/** The limits of TensorFlow's histograms: each a tenth larger than the one before, on both sides of zero. */
function defaultLimits(): number[] {
  const limits: number[] = [];
  for (let v = 1e-12; v < 1e20; v *= 1.1) limits.push(v);
  return [...limits.map((limit) => -limit).reverse(), 0, ...limits];
}

let tensorflow: readonly number[] | undefined;

function limitsOf(values: Float64Array, bins: string | number | readonly number[]): readonly number[] {
  if (bins === 'tensorflow') return (tensorflow ??= defaultLimits());
  if (typeof bins === 'string')
    throw valueError(`addHistogram: there is no rule '${bins}' for bins; give their number or their limits`);
  if (typeof bins !== 'number') return bins;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + ((high - low) * i) / bins));
}

/** How many values lie between each two limits; the last one belongs to the last bin. */
export function countInto(values: Iterable<number>, limits: readonly number[], weights?: readonly number[]): number[] {
  const counts = new Array<number>(limits.length - 1).fill(0);
  let position = 0;
  for (const value of values) {
    const weight = weights ? (weights[position++] as number) : 1;
    if (!(value >= (limits[0] as number) && value <= (limits.at(-1) as number))) continue;
    let [low, high] = [0, limits.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((limits[middle] as number) <= value) low = middle;
      else high = middle;
    }
    counts[low] = (counts[low] as number) + weight;
  }
  return counts;
}

/** Joins neighbors until there are few enough bins. */
function subsampled(counts: number[], limits: readonly number[], most: number): [number[], readonly number[]] {
  const step = Math.floor(counts.length / most);
  const joined: number[] = [];
  for (let i = 0; i < counts.length; i += step) joined.push(counts.slice(i, i + step).reduce((sum, n) => sum + n, 0));
  return [joined, [...limits.slice(0, -1).filter((_, i) => i % step === 0), limits.at(-1) as number]];
}

/** A histogram's message. */
export function makeHistogram(
  values: Float64Array,
  bins: string | number | readonly number[],
  maxBins: number | null,
): object {
  if (values.length === 0) throw valueError('The input has no element.');
  let limits = limitsOf(values, bins);
  let counts = countInto(values, limits);
  if (maxBins !== null && counts.length > maxBins) [counts, limits] = subsampled(counts, limits, maxBins);
  const start = counts.findIndex((count) => count > 0);
  if (start < 0) throw valueError('The histogram is empty, please file a bug report.');
  const end = counts.findLastIndex((count) => count > 0) + 1;
  let [min, max, sum, sumSquares] = [Infinity, -Infinity, 0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    sumSquares += value * value;
  }
  // TensorBoard knows the right limits only: an empty bin on the left has the first one.
  const bucket = start > 0 ? counts.slice(start - 1, end) : [0, ...counts.slice(0, end)];
  return { min, max, num: values.length, sum, sumSquares, bucketLimit: limits.slice(start, end + 1), bucket };
}
