/**
 * `npm run bench -- [suite …]`: Node and Python in turn, medians, spread and ratios. Writes bench/results.json.
 * Without a name every suite runs.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { measureSuite } from './harness/pair';
import type { Result, Suite } from './harness/types';

const suites = path.join(__dirname, 'suites');
const file = path.join(__dirname, 'results.json');

interface Report {
  readonly machine: string;
  readonly date: string;
  readonly results: readonly Result[];
}

function row({ suite, name, unit, node, python, ratio, quartiles, target }: Result): string {
  const cells = [
    suite.padEnd(12),
    name.padEnd(44),
    `${node.toPrecision(4)} ${unit}`.padStart(12),
    `${python.toPrecision(4)} ${unit}`.padStart(12),
    ratio.toFixed(3).padStart(7),
    `${quartiles[0].toFixed(2)}–${quartiles[1].toFixed(2)}`.padStart(11),
    target === null ? '' : `${ratio <= target ? '≤' : '>'} ${target}`,
  ];
  return cells.join('  ');
}

function save(results: readonly Result[]): void {
  const former = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report).results : [];
  const key = ({ suite, name }: Result): string => `${suite}/${name}`;
  const merged = new Map([...former, ...results].map((result) => [key(result), result]));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const report: Report = { machine, date: new Date().toISOString().slice(0, 10), results: [...merged.values()] };
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

async function main(): Promise<void> {
  const names = process.argv.slice(2).length ? process.argv.slice(2) : readdirSync(suites);
  console.log(
    'suite         case                                                 Node        Python    ratio    quartiles  target',
  );
  for (const name of names) {
    const { suite } = (await import(path.join(suites, name, 'index.ts'))) as { suite: Suite };
    const results = await measureSuite(name, suite);
    for (const result of results) console.log(row(result));
    save(results);
  }
}

void main();
