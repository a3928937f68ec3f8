/** Tries damaged pickles: bare ones of Python, and those of torch.save in both of its formats; see tries.ts. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { native } from '../../lib/native/binding';
import { outlineFile } from '../../lib/serialization/outline';
import { changeParts, FOLDER, look, TRIED, tryAll } from './tries';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is no module of TypeScript
const { pythonPath } = require('../setup/python.cjs') as { pythonPath(): string };

/** The records of a zip archive whose pickle is damaged, or one file. */
type Base = Buffer | { readonly names: string[]; readonly contents: Buffer[] };

function made(): Base[] {
  const folder = path.join(FOLDER, 'good');
  if (!existsSync(folder)) {
    const clean = { ...process.env, LD_PRELOAD: '' };
    const unfinished = path.join(FOLDER, 'unfinished');
    mkdirSync(unfinished, { recursive: true });
    execFileSync(pythonPath(), ['-W', 'ignore', path.join(__dirname, 'pickles.py'), unfinished], { env: clean });
    renameSync(unfinished, folder);
  }
  return readdirSync(folder).map((name) => baseOf(path.join(folder, name)));
}

function baseOf(file: string): Base {
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes;
  const records = native.zipRecords(file);
  const contents = records.map(({ offset, size }) => bytes.subarray(Number(offset), Number(offset) + Number(size)));
  return { names: records.map(({ whole }) => whole), contents };
}

const bases = made();

tryAll((random) => {
  const base = random.pick(bases);
  if (Buffer.isBuffer(base)) writeFileSync(TRIED, changeParts(base, random));
  else {
    const contents = base.contents.map((content, i) =>
      random.chance(base.names[i]?.endsWith('.pkl') ? 0.95 : 0.1) ? changeParts(content, random) : content,
    );
    native.zipWrite(TRIED, base.names, contents);
  }
  return () => {
    if (random.chance(0.2)) outlineFile(TRIED);
    look(torch.load(TRIED, { weightsOnly: random.chance(0.5), mmap: random.chance(0.5) }));
  };
});
