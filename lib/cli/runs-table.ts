import type { RunSummary } from '../training/run-summary';
import { visible } from './visible';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const WIDTH = 24;

/** A line of bars between the least and the greatest value, each the mean of its share; `×` is not finite. */
export function sparkline(values: readonly number[], width = WIDTH): string {
  const count = Math.min(width, values.length);
  const means = Array.from({ length: count }, (_, i) => {
    const share = values.slice(Math.floor((i * values.length) / count), Math.floor(((i + 1) * values.length) / count));
    return share.reduce((sum, value) => sum + value, 0) / share.length;
  });
  const finite = means.filter(Number.isFinite);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const bar = (value: number): string => {
    const height = most > least ? (value - least) / (most - least) : 0;
    return Number.isFinite(value) ? (BARS[Math.round(height * (BARS.length - 1))] as string) : '×';
  };
  return means.map(bar).join('');
}

type Row = Record<string, string>;

/** One line for each run, with the settings in which they differ. */
export function compareRuns(runs: readonly RunSummary[], columns: number): string {
  const settings = differing(runs);
  const rows = runs.map((run): Row => ({ ...rowOf(run), ...settingsOf(run, settings), losses: sparkline(run.losses) }));
  return layOut(rows)
    .map((line) => line.slice(0, columns).trimEnd())
    .join('\n');
}

function rowOf({ name, state, step, epochs, losses }: RunSummary): Row {
  const last = epochs.at(-1);
  const held = last?.validation ?? last?.train;
  const loss = held?.loss ?? losses.at(-1);
  const metrics = Object.entries(held?.metrics ?? {}).map(([metric, value]) => [metric, figure(value)] as const);
  const at = { name, state, epochs: String(epochs.length), step: String(step) };
  return { ...at, loss: loss === undefined ? '' : figure(loss), ...Object.fromEntries(metrics) };
}

/** Numbers of a log; a hand may have written something else into it. */
const figure = (value: unknown): string =>
  typeof value === 'number' && Number.isFinite(value) ? value.toPrecision(4) : String(value);

/** Names of the settings that not all runs have alike. */
function differing(runs: readonly RunSummary[]): string[] {
  const names = new Set(runs.flatMap(({ config }) => Object.keys(config)));
  return [...names].filter((name) => new Set(runs.map(({ config }) => JSON.stringify(config[name]))).size > 1);
}

function settingsOf({ config }: RunSummary, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, config[name] === undefined ? '' : plain(config[name])]));
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Rows as columns, with their names on top; what a terminal would obey is shown. */
export function layOut(rows: readonly Row[]): string[] {
  const names = [...new Set(rows.flatMap(Object.keys))];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((line) => line.map(visible));
  const widths = names.map((_, i) => Math.max(...lines.map((line) => (line[i] as string).length)));
  return lines.map((line) => line.map((cell, i) => cell.padEnd(widths[i] as number)).join('  '));
}
