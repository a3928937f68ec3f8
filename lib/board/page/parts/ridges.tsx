/** Histograms of many steps, one behind the other: the newest in front. */
import type { HistogramRow } from '../../protocol';
import type { Ground } from '../model/colors';
import { figure } from '../model/format';

const [WIDE, HIGH] = [520, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 62, 46, 24];
const BINS = 60;

/** So many values fall into each of equal bins; a bucket is spread evenly over those that it covers. */
export function rebinned({ limits, counts, min }: HistogramRow, low: number, high: number): number[] {
  const bins = new Array<number>(BINS).fill(0);
  const width = (high - low) / BINS;
  counts.forEach((count, i) => {
    if (count === 0) return;
    const to = Math.min(high, limits[i] ?? high);
    const from = Math.max(low, Math.min(to, i > 0 ? (limits[i - 1] ?? low) : min));
    const first = Math.max(0, Math.min(BINS - 1, Math.floor((from - low) / width)));
    const last = Math.max(first, Math.min(BINS - 1, Math.ceil((to - low) / width) - 1));
    for (let bin = first; bin <= last; bin++) {
      const share = Math.min(to, low + (bin + 1) * width) - Math.max(from, low + bin * width);
      bins[bin] =
        (bins[bin] ?? 0) + (to > from ? (count * Math.max(0, share)) / (to - from) : count / (last - first + 1));
    }
  });
  return bins;
}

export function Ridges({
  rows,
  color,
  ground,
  label,
}: {
  rows: readonly HistogramRow[];
  color: string;
  ground: Ground;
  label: string;
}) {
  const full = rows.filter(({ counts }) => counts.length > 0);
  const [first, last] = [full[0], full.at(-1)];
  if (!first || !last) return <p class="nothing">These histograms are empty.</p>;
  let [low, high] = [Math.min(...full.map(({ min }) => min)), Math.max(...full.map(({ max }) => max))];
  if (!(high > low)) [low, high] = [low - 0.5, low + 0.5];
  const drawn = full.map((row) => rebinned(row, low, high));
  const most = Math.max(...drawn.flat(), 1e-12);
  const depth = HIGH - TOP - BOTTOM;
  const x = (part: number): number => LEFT + part * (WIDE - LEFT - RIGHT);
  const baseOf = (i: number): number => TOP + (full.length > 1 ? (i / (full.length - 1)) * depth : depth);
  const ridge = (bins: readonly number[], i: number): string => {
    const base = baseOf(i);
    const points = bins.map(
      (count, bin) => `${x((bin + 0.5) / BINS).toFixed(1)} ${(base - (count / most) * TOP).toFixed(1)}`,
    );
    return `M${x(0)} ${base}L${points.join('L')}L${x(1)} ${base}Z`;
  };
  const text = `${label}: from step ${first.step}, values between ${figure(first.min)} and ${figure(first.max)}, to step ${last.step}, between ${figure(last.min)} and ${figure(last.max)}`;
  return (
    <svg class="ridges" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={text}>
      {drawn.map((bins, i) => (
        <path
          key={i}
          d={ridge(bins, i)}
          fill={ground.surface}
          stroke={color}
          stroke-opacity={0.35 + (0.65 * (i + 1)) / drawn.length}
        >
          <title>
            step {full[i]?.step}: {figure(full[i]?.min)} to {figure(full[i]?.max)}
          </title>
        </path>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <text
          key={part}
          x={x(part)}
          y={HIGH - 6}
          text-anchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
          fill={ground.text}
        >
          {figure(low + part * (high - low), 3)}
        </text>
      ))}
      <text x={x(1) + 6} y={baseOf(0) + 4} fill={ground.text}>
        {full.length > 1 ? first.step : ''}
      </text>
      <text x={x(1) + 6} y={baseOf(full.length - 1) + 4} fill={ground.text}>
        {last.step}
      </text>
    </svg>
  );
}
