/** A chart of one figure over several runs, drawn by uPlot. */
import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { Axis, Line } from '../model/curves';
import { type Ground, dashOf } from '../model/colors';
import { figure, shortDuration } from '../model/format';

/** How a line is drawn, and what it is called. */
export interface Style {
  readonly label: string;
  readonly color: string;
  /** Its place among the runs: lines that share a colour differ in their dashes. */
  readonly place: number;
}

export interface ChartProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly styles: ReadonlyMap<string, Style>;
  readonly axis: Axis;
  readonly log: boolean;
  readonly ground: Ground;
  readonly height: number;
  readonly format?: (value: number) => string;
  /** Which part of the axis is shown; null is all of it. */
  readonly zoom: readonly [number, number] | null;
  readonly onZoom: (zoom: readonly [number, number] | null) => void;
}

interface Tip {
  readonly left: number;
  /** Whether it stands left of the cursor. */
  readonly before: boolean;
  readonly at: string;
  readonly rows: readonly { readonly style: Style; readonly value: number }[];
  readonly more: number;
}

const MOST_ROWS = 10;
/** With more lines than these, thick ones would be one surface. */
const MANY = 20;

export function xText(axis: Axis, value: number): string {
  if (axis === 'time') return new Date(value * 1000).toLocaleString();
  return axis === 'relative' ? shortDuration(value) : `step ${figure(value, 7)}`;
}

export function Chart(props: ChartProps) {
  const { label, lines, axis, ground, height, zoom, styles } = props;
  const log = isLog(props);
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [tip, setTip] = useState<Tip | null>(null);
  // What uPlot cannot change later makes a new chart.
  const shape = JSON.stringify([
    lines.map(({ run, raw }) => [run, raw !== null, styles.get(run)?.color]),
    axis,
    log,
    ground.dark,
  ]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const made = new uPlot(optionsOf(latest, element.clientWidth, setTip), dataOf(latest.current.lines), element);
    plot.current = made;
    show(made, latest.current);
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: latest.current.height }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
      setTip(null);
    };
  }, [shape]);

  useEffect(() => {
    if (plot.current) {
      plot.current.setData(dataOf(lines), false);
      show(plot.current, latest.current);
    }
  }, [lines, zoom?.[0], zoom?.[1]]);

  useEffect(() => plot.current?.setSize({ width: box.current?.clientWidth ?? 0, height }), [height]);

  return (
    <div class="chart" onMouseLeave={() => setTip(null)}>
      <div
        ref={box}
        class="plot"
        role="group"
        aria-label={`${label}. Keys: plus and minus zoom, arrows move, 0 shows all.`}
        tabIndex={0}
        onKeyDown={(event) => keys(event, plot.current, props)}
      />
      {tip && <Tooltip tip={tip} format={props.format ?? figure} />}
    </div>
  );
}

/** Where nothing is above zero, a logarithmic axis has nothing to show. */
const isLog = ({ log, lines }: ChartProps): boolean => log && lines.some(({ y }) => y.some((value) => value !== null));

function Tooltip({ tip, format }: { tip: Tip; format: (value: number) => string }) {
  return (
    <div class={tip.before ? 'tip before' : 'tip'} aria-hidden="true" style={{ left: `${tip.left}px` }}>
      <strong>{tip.at}</strong>
      {tip.rows.map(({ style, value }) => (
        <span key={style.label}>
          <i style={{ background: style.color }} />
          <b>{format(value)}</b> {style.label}
        </span>
      ))}
      {tip.more > 0 && <em>and {tip.more} more</em>}
    </div>
  );
}

/** All lines on one axis: where a line has no point it is `undefined`, which is no gap. */
function dataOf(lines: readonly Line[]): uPlot.AlignedData {
  if (lines.length === 0) return [[], []];
  const tables = lines.map(({ x, y, raw }) => (raw === null ? [x, y] : [x, raw, y]) as unknown as uPlot.AlignedData);
  return tables.length === 1 ? (tables[0] as uPlot.AlignedData) : uPlot.join(tables);
}

function show(plot: uPlot, { zoom, lines }: ChartProps): void {
  const ends = lines.flatMap(({ x }) => (x.length > 0 ? [x[0] as number, x.at(-1) as number] : []));
  let [min, max] = zoom ?? [
    ends.reduce((a, b) => Math.min(a, b), Infinity),
    ends.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  if (!(min <= max)) [min, max] = [0, 1];
  if (min === max) [min, max] = [min - 0.5, max + 0.5];
  plot.batch(() => plot.setScale('x', { min, max }));
}

function seriesOf(lines: readonly Line[], styles: ReadonlyMap<string, Style>): uPlot.Series[] {
  const many = lines.length > MANY;
  return lines.flatMap(({ run, raw }): uPlot.Series[] => {
    const { color = '#888', label = run, place = 0 } = styles.get(run) ?? {};
    const dash = dashOf(place);
    const points = many ? { points: { show: false } } : {};
    const line: uPlot.Series = { label, stroke: color, width: many ? 1 : 1.75, ...(dash ? { dash } : {}), ...points };
    return raw === null ? [line] : [{ label: '', stroke: `${color}48`, width: 1, points: { show: false } }, line];
  });
}

function optionsOf(latest: { current: ChartProps }, width: number, setTip: (tip: Tip | null) => void): uPlot.Options {
  const { lines, styles, axis, ground, height } = latest.current;
  const log = isLog(latest.current);
  const font = '11px system-ui, "DejaVu Sans", sans-serif';
  const line = { stroke: ground.grid, width: 1 };
  const common: uPlot.Axis = { stroke: ground.text, font, grid: line, ticks: { ...line, size: 4 }, gap: 4 };
  const format = latest.current.format ?? ((value: number) => figure(value, 4));
  const texts = (_: uPlot, splits: number[]): string[] => splits.map((value) => (value == null ? '' : format(value)));
  const xTexts = (_: uPlot, splits: number[]): string[] =>
    splits.map((value) => (axis === 'relative' ? shortDuration(value) : short(value)));
  return {
    width: Math.max(50, width),
    height,
    padding: [8, 10, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false },
      points: { size: 6 },
      sync: { key: `board ${axis}`, setSeries: false },
      bind: { dblclick: () => () => (latest.current.onZoom(null), null) },
    },
    scales: { x: { time: axis === 'time', auto: false }, y: log ? { distr: 3 } : {} },
    axes: [
      { ...common, size: 28, ...(axis === 'time' ? {} : { values: xTexts, incrs: INCREMENTS[axis] }) },
      { ...common, size: sizeOfTexts, values: log ? logTexts(format) : texts },
    ],
    series: [{}, ...(lines.length > 0 ? seriesOf(lines, styles) : [{}])],
    hooks: {
      setSelect: [
        (plot) => {
          const { left, width: wide } = plot.select;
          if (wide < 4) return;
          latest.current.onZoom([plot.posToVal(left, 'x'), plot.posToVal(left + wide, 'x')]);
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
      setCursor: [(plot) => setTip(tipOf(plot, latest.current))],
    },
  };
}

/** Whole steps, and seconds, minutes and hours as people count them. */
const INCREMENTS = {
  step: Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat(),
  relative: [
    ...[0.1, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 21_600, 43_200],
    ...Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((digit) => digit * 86_400 * 10 ** power)).flat(),
  ],
};

const short = (value: number): string => {
  if (Math.abs(value) >= 1e6) return `${Number((value / 1e6).toPrecision(4))}M`;
  return Math.abs(value) >= 1e4 ? `${Number((value / 1e3).toPrecision(4))}k` : figure(value, 5);
};

/** A logarithmic axis names its powers of ten, and others only where there are few. */
function logTexts(format: (value: number) => string): uPlot.Axis['values'] {
  return (_, splits) => {
    const known = splits.filter((value) => value != null);
    const powers = known.filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9);
    const all = known.length <= 6 || powers.length < 2;
    return splits.map((value) => (value != null && (all || powers.includes(value)) ? format(value) : ''));
  };
}

function sizeOfTexts(_: uPlot, values: string[] | null): number {
  const longest = (values ?? []).reduce((most, text) => Math.max(most, text?.length ?? 0), 0);
  return Math.max(34, 14 + longest * 6.5);
}

/** What the lines have below the cursor, the greatest first. Only the chart under the pointer tells it. */
function tipOf(plot: uPlot, { styles, lines, axis }: ChartProps): Tip | null {
  const { left = -1, top = -1, idxs, idx } = plot.cursor;
  if (left < 0 || top < 0 || idx == null || !plot.over.matches(':hover')) return null;
  const byLabel = new Map(lines.map(({ run }) => [styles.get(run)?.label ?? run, styles.get(run)]));
  const rows = plot.series.flatMap((series, i) => {
    const style = i > 0 && series.label ? byLabel.get(String(series.label)) : undefined;
    const at = idxs?.[i];
    const value = at == null ? null : plot.data[i]?.[at];
    return style && value != null ? [{ style, value }] : [];
  });
  if (rows.length === 0) return null;
  rows.sort((a, b) => b.value - a.value);
  const before = left > plot.over.clientWidth / 2;
  const at = xText(axis, plot.data[0][idx] as number);
  return {
    left: plot.over.offsetLeft + left,
    before,
    at,
    rows: rows.slice(0, MOST_ROWS),
    more: rows.length - MOST_ROWS,
  };
}

function keys(event: KeyboardEvent, plot: uPlot | null, { onZoom }: ChartProps): void {
  const { min, max } = plot?.scales['x'] ?? {};
  if (min == null || max == null || event.ctrlKey || event.metaKey || event.altKey) return;
  const width = max - min;
  const moves: Readonly<Record<string, readonly [number, number] | null>> = {
    '+': [min + width / 4, max - width / 4],
    '=': [min + width / 4, max - width / 4],
    '-': [min - width / 2, max + width / 2],
    ArrowLeft: [min - width / 4, max - width / 4],
    ArrowRight: [min + width / 4, max + width / 4],
    0: null,
  };
  const zoom = moves[event.key];
  if (zoom === undefined) return;
  event.preventDefault();
  onZoom(zoom);
}
