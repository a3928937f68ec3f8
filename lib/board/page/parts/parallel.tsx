/** Runs as lines across one axis for each setting. The table below it says the same in words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunRow } from '../../protocol';
import { blend } from '../model/colors';
import { figure, setting } from '../model/format';

/** A setting or a figure of a run. */
export type Value = string | number | boolean | null | undefined;

export interface Column {
  readonly name: string;
  readonly kind: 'setting' | 'figure';
  readonly value: (run: RunRow) => Value;
}

const HIGH = 280;
const [TOP, BOTTOM, SIDE] = [40, 26, 60];
const MOST_LINES = 600;
const LONGEST = 16;
/** So few values stand beside their axis as they are. */
const FEW = 6;
/** Short marks of the last axis fit on its right, where no line crosses them. */
const SHORT = 8;

/** Where the values of one column stand, from 0 at the bottom to 1, and what is written beside. */
export interface Scale {
  readonly place: (value: unknown) => number | null;
  readonly marks: readonly (readonly [place: number, text: string])[];
}

/** Numbers stand by their size, over a decade or more by its logarithm, as learning rates do; anything else has a place for each value. */
export function scaleOf(values: readonly unknown[]): Scale {
  const known = values.filter((value) => value !== undefined && value !== null);
  const numbers = known.filter((value) => typeof value === 'number');
  if (numbers.length > 0 && numbers.length === known.length) return numeric(numbers);
  const names = [...new Set(known.map(String))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const place = (i: number): number => (names.length > 1 ? i / (names.length - 1) : 0.5);
  const stride = Math.ceil(names.length / 10);
  return {
    place: (value) => (value == null ? null : place(names.indexOf(String(value)))),
    marks: names.flatMap((name, i) => (i % stride === 0 ? [[place(i), name] as const] : [])),
  };
}

function numeric(numbers: readonly number[]): Scale {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least === most)
    return { place: (value) => (typeof value === 'number' ? 0.5 : null), marks: [[0.5, figure(least)]] };
  const log = least > 0 && most / least >= 10;
  const [to, from] = log ? [Math.log, Math.exp] : [(v: number) => v, (v: number) => v];
  const [low, high] = [to(least), to(most)];
  const place = (value: unknown): number | null =>
    typeof value === 'number' ? (to(value) - low) / (high - low) : null;
  const steps = [...new Set(numbers)];
  if (steps.length <= FEW) return { place, marks: steps.map((value) => [place(value) ?? 0, figure(value)] as const) };
  return {
    place,
    marks: [0, 0.25, 0.5, 0.75, 1].map((part) => [part, figure(from(low + part * (high - low)), 3)] as const),
  };
}

interface Props {
  readonly runs: readonly RunRow[];
  readonly axes: readonly Column[];
  /** Which axis colours the lines. */
  readonly colored: number;
  readonly dark: boolean;
  readonly hovered: string | null;
  readonly onHover: (id: string | null) => void;
}

export function Parallel({ runs, axes, colored, dark, hovered, onHover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 800)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const wide = Math.max(width, axes.length * 96);
  const scales = axes.map(({ value }) => scaleOf(runs.map(value)));
  const x = (i: number): number => SIDE + (i / Math.max(1, axes.length - 1)) * (wide - SIDE * 2);
  const y = (place: number): number => TOP + (1 - place) * (HIGH - TOP - BOTTOM);
  const lines = runs.slice(0, MOST_LINES).map((run) => {
    const places = axes.map(({ value }, i) => scales[i]?.place(value(run)) ?? null);
    const points = places.flatMap((place, i) => (place === null ? [] : [`${x(i).toFixed(1)} ${y(place).toFixed(1)}`]));
    return { run, points, part: places[colored] ?? null };
  });
  return (
    <div
      class="scroll parallel card"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={`Parallel axes of ${axes.map(({ name }) => name).join(', ')}; the table below has the same figures`}
    >
      <svg width={wide} height={HIGH} aria-hidden="true" onMouseLeave={() => onHover(null)}>
        {lines.map(({ run, points, part }) => (
          <path
            key={run.id}
            d={`M${points.join('L')}`}
            class={hovered === null ? '' : hovered === run.id ? 'hovered' : 'dim'}
            stroke={part === null ? 'var(--faint)' : blend(part, dark)}
            onMouseEnter={() => onHover(run.id)}
          />
        ))}
        {axes.map(({ name, kind }, i) => (
          <Axis
            key={name}
            {...{ name, kind, x: x(i), y, marks: scales[i]?.marks ?? [] }}
            end={i === axes.length - 1 && i > 0 ? wide - 4 : null}
          />
        ))}
      </svg>
      <p class="caption" aria-live="off">
        {hovered === null ? 'Point at a line to see its run.' : (runs.find(({ id }) => id === hovered)?.name ?? '')}
      </p>
    </div>
  );
}

interface AxisProps {
  readonly name: string;
  readonly kind: string;
  readonly x: number;
  readonly y: (place: number) => number;
  readonly marks: Scale['marks'];
  /** Where the drawing ends, of the last axis. */
  readonly end: number | null;
}

function Axis({ name, kind, x, y, marks, end }: AxisProps) {
  const texts = marks.map(([place, text]) => [place, cut(setting(text))] as const);
  const outside = end !== null && texts.every(([, text]) => text.length <= SHORT);
  return (
    <g class={kind}>
      <line x1={x} x2={x} y1={TOP} y2={HIGH - BOTTOM} />
      <text x={end ?? x} y={18} class={end === null ? 'axis-name' : 'axis-name last'}>
        {cut(name)}
        <title>{name}</title>
      </text>
      {texts.map(([place, text]) => (
        <text key={text} x={outside ? x + 6 : x - 6} y={y(place) + 4} class={outside ? 'mark outside' : 'mark'}>
          {text}
        </text>
      ))}
    </g>
  );
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
