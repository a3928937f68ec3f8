/** How long the longest turn of the event loop takes while pictures and texts are worked on by asynchronous calls. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { rounds } from '../../harness/extent';
import type { Figure, OwnSuite } from '../../harness/types';

/** What a process of its own measures, each as the longest turn in three runs. */
const CASES = [
  ['a JPEG of 80 million pixels', 'decode'],
  ['the same with its orientation, as RGBA', 'decode-rgba'],
  ['a PNG of 25 million pixels is written', 'save'],
  ['a folder of pictures, cropped to 224', 'folder'],
  ['a Llama of 0.1 billion weights writes about a prompt of 512 tokens', 'stream'],
  ['four beams of it', 'beams'],
  ['it is loaded from a folder', 'load'],
  ['it is saved', 'write'],
  ['texts of 16,000 words become batches', 'texts'],
] as const;

async function turnOf(what: string): Promise<number> {
  const program = path.join(__dirname, 'program.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, what, String(rounds(3))], {
    maxBuffer: 1 << 24,
  });
  return Number(stdout.trim().split('\n').at(-1));
}

async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, what] of CASES) figures.push({ name, value: await turnOf(what), unit: 'ms', atMost: 20 });
  return figures;
}

export const suite: OwnSuite = { title: 'the longest turn of the event loop', measure };
