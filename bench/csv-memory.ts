/**
 * How much memory it takes to stream a CSV file that does not fit into it:
 *
 *   node scripts/run-ts.cjs bench/csv-memory.ts [MEGABYTES]
 *
 * Writes a file of that size (2,000 by default) into the temporary folder, reads it once through a DataLoader, and
 * prints the resident memory before, the peak while it reads, and the rows that came.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets } from 'libtorch-node';

const WORDS = 'it was a film that one may see twice, or not at all, as "critics" said of it at the time'.split(' ');

function row(index: number): string {
  const numbers = Array.from({ length: 8 }, (_, i) => ((index * (i + 7)) % 1000) / 8);
  const text = Array.from({ length: 20 }, (_, i) => WORDS[(index + i * 3) % WORDS.length]).join(' ');
  return `${index},${index % 2},${numbers.join(',')},"${text.replaceAll('"', '""')}"\n`;
}

/** Writes rows until the file has the size. */
function generate(file: string, bytes: number): void {
  const out = openSync(file, 'w');
  writeSync(out, 'id,label,a,b,c,d,e,f,g,h,text\n');
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    written += writeSync(out, Array.from({ length: 5000 }, () => row(rows++)).join(''));
  }
  closeSync(out);
}

/** Writes the file in another process, whose memory does not count here; returns the number of rows. */
function generateElsewhere(file: string, bytes: number): number {
  const program = path.resolve(__dirname, '../scripts/run-ts.cjs');
  const { status, stderr } = spawnSync(process.execPath, [program, __filename, '--generate', file, String(bytes)]);
  if (status !== 0) throw new Error(`the file could not be written: ${String(stderr)}`);
  const lines = spawnSync('wc', ['-l', file], { encoding: 'utf8' }).stdout;
  return Number.parseInt(lines) - 1;
}

type Columns = Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'label', number> & { readonly text: string };

function readerOf(file: string): datasets.CsvDataset<readonly [Float32Array, string, number]> {
  const number = 'number' as const;
  return new datasets.CsvDataset(file, {
    types: { a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, label: 'integer' },
    map: ({ a, b, c, d, e, f, g, h, label, text }: Columns) =>
      [Float32Array.of(a, b, c, d, e, f, g, h), text, label] as const,
  });
}

const megabytes = (): number => process.memoryUsage.rss() / 1e6;

async function main(): Promise<void> {
  const size = Number(process.argv[2] ?? 2000) * 1e6;
  const folder = mkdtempSync(path.join(tmpdir(), 'csv-memory-'));
  try {
    const file = path.join(folder, 'rows.csv');
    const expected = generateElsewhere(file, size);
    const before = megabytes();
    let peak = before;
    let rows = 0;
    const started = performance.now();
    for await (const [x, texts, labels] of new data.DataLoader(readerOf(file), { batchSize: 64 })) {
      if (texts.length !== x.size(0) || labels.size(0) !== x.size(0)) throw new Error('a batch is torn');
      rows += x.size(0);
      peak = Math.max(peak, megabytes());
    }
    const seconds = (performance.now() - started) / 1e3;
    if (rows !== expected) throw new Error(`${expected} rows were written, ${rows} were read`);
    const megabytesRead = statSync(file).size / 1e6;
    console.log(JSON.stringify({ megabytesRead, rows, before, peak, growth: peak - before, seconds }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [mode, file, bytes] = process.argv.slice(2);
if (mode === '--generate' && file) generate(file, Number(bytes));
else void main();
