/** Curves as a chart draws them: smoothed, and over steps or time. */
import type { Curve } from '../../protocol';

export type Axis = 'step' | 'time' | 'relative';

export interface Line {
  readonly run: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** The line as it is, where `y` is smoothed. */
  readonly raw: readonly (number | null)[] | null;
}

/**
 * The mean of all points so far, in which each counts `weight` times as much as the next: what TensorBoard's slider does. Without the
 * correction the line would begin at zero. Steps may be far apart, but the points have been thinned evenly.
 */
export function smoothed(values: readonly (number | null)[], weight: number): (number | null)[] {
  let [mean, share] = [0, 0];
  return values.map((value) => {
    if (value === null) return null;
    mean = mean * weight + (1 - weight) * value;
    share = share * weight + (1 - weight);
    return mean / share;
  });
}

/** A figure of each epoch has few points, and each of them is worth seeing: only longer curves are smoothed. */
const FEW = 40;

/** Where the points of a curve stand; those without a time are left out where time is shown. */
export function lineOf(curve: Curve, axis: Axis, started: number | null, weight: number, log: boolean): Line {
  const begin = axis === 'relative' ? (started ?? curve.times.find((time) => time !== null) ?? 0) : 0;
  const x: number[] = [];
  const raw: (number | null)[] = [];
  curve.steps.forEach((step, i) => {
    const time = curve.times[i] ?? null;
    if (axis !== 'step' && time === null) return;
    const at = axis === 'step' ? step : ((time as number) - begin) / 1000;
    // Clocks are set back at times; a chart needs points in order.
    if (x.length > 0 && at <= (x.at(-1) as number)) return;
    x.push(at);
    const value = curve.values[i] ?? null;
    raw.push(log && value !== null && value <= 0 ? null : value);
  });
  const smooth = weight > 0 && raw.length >= FEW;
  return { run: curve.run, x, y: smooth ? smoothed(raw, weight) : raw, raw: smooth ? raw : null };
}

export interface Extent {
  readonly first: number | null;
  readonly last: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
  readonly leastAt: number | null;
}

export function extentOf({ steps, values }: Curve): Extent {
  let [least, greatest, leastAt]: (number | null)[] = [null, null, null];
  values.forEach((value, i) => {
    if (value === null) return;
    if (least == null || value < least) [least, leastAt] = [value, steps[i] ?? null];
    if (greatest == null || value > greatest) greatest = value;
  });
  return {
    first: values[0] ?? null,
    last: values.at(-1) ?? null,
    least: least ?? null,
    greatest: greatest ?? null,
    leastAt: leastAt ?? null,
  };
}

/** The group of a name: what stands before its first slash. */
export const groupOf = (name: string): string => (name.includes('/') ? name.slice(0, name.indexOf('/')) : 'others');

/** Names in the order in which people look at them: losses first, then what training measures. */
export function inOrder(names: Iterable<string>): string[] {
  const rank = (name: string): number => {
    const loss = /loss/i.test(name) ? 0 : 1;
    const group = ['train', 'validation'].indexOf(groupOf(name));
    return (group < 0 ? 2 : group) * 2 + loss;
  };
  return [...names].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }));
}
