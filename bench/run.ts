/**
 * `npm run bench -- [suite …]`: Node and Python in turn, medians, spread and ratios; or what a suite measures by itself.
 * Writes bench/results.json. Without a name every suite runs.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { measureSuite } from './harness/pair';
import type { Figure, OwnResult, OwnSuite, Result, Suite } from './harness/types';

const suites = path.join(__dirname, 'suites');
const file = path.join(__dirname, 'results.json');

interface Report {
  readonly machine: string;
  readonly date: string;
  readonly results: readonly Result[];
  readonly figures: readonly OwnResult[];
}

function row({ suite, name, unit, node, python, ratio, quartiles, target, floor }: Result): string {
  const cells = [
    suite.padEnd(12),
    name.padEnd(44),
    `${node.toPrecision(4)} ${unit}`.padStart(12),
    `${python.toPrecision(4)} ${unit}`.padStart(12),
    ratio.toFixed(3).padStart(7),
    `${quartiles[0].toFixed(2)}–${quartiles[1].toFixed(2)}`.padStart(11),
    (target === null ? '' : `${ratio <= target ? '≤' : '>'} ${target}`).padEnd(8),
    floor === undefined ? '' : `floor ${floor.toPrecision(3)} ${unit}`,
  ];
  return cells.join('  ').trimEnd();
}

function figureRow({ name, value, unit, atMost, atLeast }: Figure): string {
  const target = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';
  const missed = value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity);
  return `${name.padEnd(64)}  ${`${value.toPrecision(4)} ${unit}`.padStart(16)}  ${target}${missed ? ', missed' : ''}`;
}

function save(results: readonly Result[], figures: readonly OwnResult[]): void {
  const former = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Partial<Report>;
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const report: Report = {
    machine,
    date: new Date().toISOString().slice(0, 10),
    results: merged(former.results ?? [], results),
    figures: merged(former.figures ?? [], figures),
  };
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

/** The newer of two with the same suite and name. */
function merged<T extends { readonly suite: string; readonly name: string }>(
  old: readonly T[],
  now: readonly T[],
): T[] {
  return [...new Map([...old, ...now].map((one) => [`${one.suite}/${one.name}`, one])).values()];
}

const HEADER =
  'suite         case                                                 Node        Python    ratio    quartiles  target';

async function runSuite(name: string): Promise<void> {
  const { suite } = (await import(path.join(suites, name, 'index.ts'))) as { suite: Suite | OwnSuite };
  if ('measure' in suite) {
    console.log(`${name}: ${suite.title}`);
    const figures = await suite.measure();
    for (const figure of figures) console.log(figureRow(figure));
    return save(
      [],
      figures.map((figure) => ({ suite: name, ...figure })),
    );
  }
  console.log(HEADER);
  const results = await measureSuite(name, suite);
  for (const result of results) console.log(row(result));
  save(results, []);
}

async function main(): Promise<void> {
  const names = process.argv.slice(2).length ? process.argv.slice(2) : readdirSync(suites);
  for (const name of names) await runSuite(name);
}

void main();
