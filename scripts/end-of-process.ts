/**
 * Ends processes while work goes on beside their JavaScript thread: `npm run soak:exit -- [--runs 100] [--minutes M]
 * [--kind K] [--way W]`. All kinds in all ways take turns until each pair has its runs or the minutes are over. Prints
 * how many ends of each had the right exit code and, for the others, what they had and what they said.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, REPEATABLE, WAYS, type Way, endOf, prepare } from '../test/unit/jobs/end';

interface Pair {
  readonly kind: string;
  readonly way: Way;
  ends: number;
  readonly wrong: (number | string)[];
}

/** One process ends so many workers after each other. */
const WORKERS_AT_ONCE = 10;

const { values } = parseArgs({
  args: process.argv.slice(process.argv.findIndex((arg) => arg.endsWith('.ts')) + 1),
  options: {
    runs: { type: 'string', default: '100' },
    minutes: { type: 'string', default: 'Infinity' },
    kind: { type: 'string', multiple: true },
    way: { type: 'string', multiple: true },
  },
});
const runs = Number(values.runs);
const deadline = performance.now() + Number(values.minutes) * 60_000;

async function once(pair: Pair, folder: string): Promise<void> {
  const workers = REPEATABLE.has(pair.way) ? Math.min(WORKERS_AT_ONCE, runs - pair.ends) : 1;
  pair.ends += workers;
  const log = path.join(folder, `${pair.kind}-${pair.way}.log`);
  const file = openSync(log, 'w');
  const end = await endOf(pair.kind, pair.way, folder, workers, file);
  closeSync(file);
  if (end === WAYS[pair.way]) return;
  pair.wrong.push(end);
  console.error(`${pair.kind} ${pair.way}: ${end}\n${readFileSync(log, 'utf8').slice(0, 2000)}`);
}

/** Takes the pair that has had the fewest ends, until all have had theirs. */
async function serve(pairs: readonly Pair[], folder: string): Promise<void> {
  while (performance.now() < deadline) {
    const open = pairs.filter(({ ends }) => ends < runs);
    if (open.length === 0) return;
    await once(
      open.reduce((least, pair) => (pair.ends < least.ends ? pair : least)),
      folder,
    );
  }
}

/** A row for each kind and a column for each way, as Markdown: ends, and how many of them were wrong. */
function table(pairs: readonly Pair[]): string {
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  const ways = [...new Set(pairs.map(({ way }) => way))];
  const cell = (chosen: readonly Pair[]): string => {
    const ends = chosen.reduce((sum, pair) => sum + pair.ends, 0);
    const wrong = chosen.reduce((sum, pair) => sum + pair.wrong.length, 0);
    return wrong > 0 ? `${ends}, ${wrong} wrong` : String(ends);
  };
  const row = (name: string, own: readonly Pair[]): string => {
    const cells = ways.map((way) => cell(own.filter((pair) => pair.way === way)));
    return `| ${[name, ...cells, cell(own)].join(' | ')} |`;
  };
  return [
    `| | ${ways.join(' | ')} | all |`,
    `|---|${'--:|'.repeat(ways.length + 1)}`,
    ...kinds.map((kind) =>
      row(
        kind,
        pairs.filter((pair) => pair.kind === kind),
      ),
    ),
    row('all', pairs),
  ].join('\n');
}

function report(pairs: readonly Pair[]): void {
  console.log(table(pairs));
  const wrong = pairs.flatMap((pair) => pair.wrong.map((end) => `${pair.kind} ${pair.way} ${end}`));
  console.log(`${wrong.length} wrong`, ...wrong);
  if (wrong.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const chosen = (list: readonly string[] | undefined, name: string): boolean => !list || list.includes(name);
  const ways = (Object.keys(WAYS) as Way[]).filter((way) => chosen(values.way, way));
  const pairs = KINDS.filter((kind) => chosen(values.kind, kind)).flatMap((kind) =>
    ways.map((way): Pair => ({ kind, way, ends: 0, wrong: [] })),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'jobs-end-'));
  try {
    prepare(folder);
    await Promise.all(Array.from({ length: availableParallelism() }, () => serve(pairs, folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  report(pairs);
}

void main();
