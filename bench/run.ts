/**
 * `npm run bench -- [suite …]`: Node and Python in turn, medians, spread and ratios; or what a suite measures by itself.
 * Writes bench/results.json. Without a name every suite runs, but for those that are
 * for machines of their own, and the tables and the charts are made anew at the end.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isTry } from './harness/extent';
import { measureSuite } from './harness/pair';
import type { Figure, OwnResult, OwnSuite, Result, Suite } from './harness/types';
import { saveSuite } from './report/read';

const suites = path.join(__dirname, 'suites');

function row({
  suite,
  name,
  unit,
  node,
  python,
  ratio,
  quartiles,
  target,
  floor,
  bytesFloor,
  quality,
}: Result): string {
  const cells = [
    suite.padEnd(12),
    name.padEnd(44),
    `${node.toPrecision(4)} ${unit}`.padStart(12),
    `${python.toPrecision(4)} ${unit}`.padStart(12),
    ratio.toFixed(3).padStart(7),
    `${quartiles[0].toFixed(2)}–${quartiles[1].toFixed(2)}`.padStart(11),
    (target === null ? '' : `${ratio <= target ? '≤' : '>'} ${target}`).padEnd(8),
    floor === undefined ? '' : `floor ${floor.toPrecision(3)} ${unit}`,
    bytesFloor === undefined ? '' : `bytes ${bytesFloor.toPrecision(3)} ${unit}`,
    quality === undefined ? '' : `${quality.name} ${quality.means.map((mean) => mean.toFixed(3)).join(' and ')}`,
  ];
  return cells.join('  ').trimEnd();
}

function figureRow({ name, value, unit, atMost, atLeast }: Figure): string {
  const target = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : '';
  const missed = value > (atMost ?? Infinity) || value < (atLeast ?? -Infinity);
  return `${name.padEnd(64)}  ${`${value.toPrecision(4)} ${unit}`.padStart(16)}  ${target}${missed ? ', missed' : ''}`;
}

const HEADER =
  'suite         case                                                 Node        Python    ratio    quartiles  target';

async function measured(name: string, suite: Suite | OwnSuite): Promise<[Result[], OwnResult[]]> {
  if ('measure' in suite) {
    console.log(`${name}: ${suite.title}`);
    const figures = await suite.measure();
    for (const figure of figures) console.log(figureRow(figure));
    return [[], figures.map((figure) => ({ suite: name, ...figure }))];
  }
  console.log(HEADER);
  const results = await measureSuite(name, suite);
  for (const result of results) console.log(row(result));
  return [[...results], []];
}

async function load(name: string): Promise<Suite | OwnSuite> {
  const known = readdirSync(suites);
  if (!known.includes(name)) throw new Error(`there is no suite '${name}'; there are ${known.join(', ')}`);
  return ((await import(path.join(suites, name, 'index.ts'))) as { suite: Suite | OwnSuite }).suite;
}

async function runSuite(name: string, suite: Suite | OwnSuite): Promise<void> {
  const start = performance.now();
  const [results, figures] = await measured(name, suite);
  const seconds = (performance.now() - start) / 1000;
  saveSuite(name, { title: suite.title, seconds }, results, figures);
  console.log(`${name} took ${seconds.toFixed(0)} s\n`);
}

/** A suite that fails does not cost the others their figures. */
async function attempt(name: string): Promise<void> {
  try {
    const suite = await load(name);
    if (!('onRequest' in suite && suite.onRequest)) await runSuite(name, suite);
  } catch (error) {
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  for (const name of names) await runSuite(name, await load(name));
  if (names.length > 0) return;
  for (const name of readdirSync(suites)) await attempt(name);
  if (!isTry) await import(path.join(__dirname, 'report/main.ts'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
