/** Writes bench/TABLES.md: every figure of results.json. What they mean is told in bench/RESULTS.md. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure, Result } from '../harness/types';
import { type Report, type Run, readReport } from './read';

const file = path.join(__dirname, '../TABLES.md');
const number = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(3));

/** Three digits with a unit that needs no exponent. */
function amount(value: number, unit: string): string {
  if (unit === 'ns' && value >= 1000) return amount(value / 1000, 'us');
  if (unit === 'us' && value >= 1000) return amount(value / 1000, 'ms');
  if (unit === 'ms' && value >= 1000) return amount(value / 1000, 's');
  const digits = Math.abs(value) >= 100 ? value.toFixed(0) : number(value);
  return `${digits} ${unit === 'us' ? 'µs' : unit}`.trimEnd();
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function notes({ unit, floor, bytesFloor, quality }: Result): string {
  const parts = [
    floor === undefined ? [] : [`operations ${amount(floor, unit)}`],
    bytesFloor === undefined ? [] : [`bytes ${amount(bytesFloor, unit)}`],
    quality === undefined ? [] : [`${quality.name} ${quality.means.map((mean) => mean.toFixed(3)).join(' and ')}`],
  ];
  return parts.flat().join(', ');
}

function comparison(result: Result): string {
  const { name, unit, node, python, ratio, quartiles, target, rounds } = result;
  const promised = target === null ? '' : `${target}${ratio > target ? ', missed' : ''}`;
  const spread = quartiles.map((quartile) => quartile.toFixed(2)).join('–');
  const sides = [amount(node, unit), amount(python, unit)];
  return row([name, ...sides, ratio.toFixed(2), spread, promised, String(rounds), notes(result)]);
}

function figure({ name, value, unit, atMost, atLeast }: Figure): string {
  const missed = value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity) ? ', missed' : '';
  const promised = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';
  return row([name, amount(value, unit === 'ratio' ? '' : unit), promised + missed]);
}

const COMPARISON = ['case', 'Node', 'Python', 'Node / Python', 'quartiles', 'must be', 'rounds', 'at least, accuracy'];
const FIGURE = ['figure', 'value', 'promised'];

function table(header: readonly string[], rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [row(header), row(header.map(() => '---')), ...rows, ''];
}

function section(report: Report, name: string, run: Run | undefined): string[] {
  const results = report.results.filter(({ suite }) => suite === name);
  const figures = report.figures.filter(({ suite }) => suite === name);
  return [
    run ? `## ${name}: ${run.title}` : `## ${name}`,
    '',
    run ? `${run.date}, ${run.machine}, ${Math.round(run.seconds)} s.` : '',
    '',
    ...table(COMPARISON, results.map(comparison)),
    ...table(FIGURE, figures.map(figure)),
  ];
}

export function writeTables(): void {
  const report = readReport();
  const names = new Set([...report.results, ...report.figures].map(({ suite }) => suite));
  const lines = [
    '# Tables',
    '',
    'Written by `npm run bench`; do not edit. Medians of rounds in which both sides ran in turn; `RESULTS.md` says how and what for.',
    '',
    ...[...names].sort().flatMap((name) => section(report, name, report.suites[name])),
  ];
  writeFileSync(file, `${lines.join('\n').trimEnd()}\n`);
}
