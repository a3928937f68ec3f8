'use strict';
// Reads mutations of Arrow and Parquet files for columns.test.ts, in a process of its own, which must not die. On the command
// line the files, the first seed and how many; on stdout what went wrong, which the parent expects to be nothing.
const { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
require('../../support/register-ts.cjs');
const { datasets } = require('../../../lib/index.ts');

/** Milliseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Numbers that a seed decides: mulberry32. */
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) % below;
  };
}

/** Changed bytes, more of them near the end, where the formats have their tables; or a part that is gone, or comes twice. */
function mutate(original, seed) {
  const next = numbers(seed);
  const bytes = Buffer.from(original);
  const place = () => (next(2) ? next(bytes.length) : bytes.length - 1 - next(Math.min(bytes.length, 4000)));
  switch (next(8)) {
    case 0:
      return bytes.subarray(0, next(bytes.length));
    case 1: {
      const [a, b] = [place(), place()].sort((x, y) => x - y);
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
    }
    case 2: {
      const [a, b] = [place(), place()].sort((x, y) => x - y);
      return Buffer.concat([bytes.subarray(0, b), bytes.subarray(a)]);
    }
    default:
      for (let i = 1 + next(6); i > 0; i--) {
        const at = place();
        bytes[at] = next(3) ? bytes[at] ^ (1 << next(8)) : [0, 0x7f, 0x80, 0xff][next(4)];
      }
      return bytes;
  }
}

const V8_WORDS =
  /outside the bounds|Invalid (typed )?array length|undefined|of null|is not (a function|iterable|defined)|Cannot (read|mix|convert)|call stack|\bNaN\b/;

function hasUndefined(value) {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  if (value instanceof Map) return [...value].some(hasUndefined);
  return Object.values(value).some(hasUndefined);
}

async function read(file, format) {
  const dataset = new datasets[format](file, { onError: 'skip' });
  let rows = 0;
  for await (const row of dataset) {
    if (hasUndefined(row)) return 'a value is undefined';
    // A change may claim more rows of nothing than anybody waits for.
    if (++rows >= 1000) break;
  }
  return null;
}

function wrong(error, file) {
  if (!String(error?.code).startsWith('ERR_TORCH')) return `no error of this package: ${error?.stack}`;
  if (!error.message.startsWith(`${file}: `)) return `the file is not named: ${error.message}`;
  if (V8_WORDS.test(error.message.slice(file.length))) return `V8's words: ${error.message}`;
  return null;
}

async function main() {
  const { files, seed, count } = JSON.parse(process.argv[2]);
  const folder = mkdtempSync(path.join(tmpdir(), 'columns-mutations-'));
  const problems = [];
  let refused = 0;
  let slowest = 0;
  for (const name of files) {
    const original = readFileSync(name);
    const format = name.endsWith('.parquet') ? 'ParquetDataset' : 'ArrowDataset';
    const file = path.join(folder, path.basename(name));
    for (let i = seed; i < seed + count; i++) {
      // The last line of a process that died names what killed it.
      writeSync(2, `${path.basename(name)} ${i}\n`);
      writeFileSync(file, mutate(original, i));
      // Of the processor, as another process may have it meanwhile.
      const start = processorTime();
      const problem = await read(file, format).catch((error) => (refused++, wrong(error, file)));
      slowest = Math.max(slowest, processorTime() - start);
      if (problem) problems.push(`${path.basename(name)}, seed ${i}: ${problem}`);
    }
  }
  rmSync(folder, { recursive: true });
  process.stdout.write(JSON.stringify({ problems, refused, slowest }));
}

process.on('unhandledRejection', (error) => {
  process.stdout.write(JSON.stringify({ problems: [`unhandled: ${error?.stack}`], refused: 0, slowest: 0 }));
  process.exit(1);
});
void main();
