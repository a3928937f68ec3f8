import path from 'node:path';
import { pythonPath } from '../../harness/pair';
import type { Suite } from '../../harness/types';

/**
 * From the start of a process to the end of its first training step, the process's own end included. Node's is plain
 * JavaScript, as TypeScript costs 0.3 s to load.
 */
export const suite: Suite = {
  title: 'Start',
  programs: () => [
    { program: process.execPath, args: [path.join(__dirname, 'node.cjs')] },
    { program: pythonPath(), args: [path.join(__dirname, 'python.py')] },
  ],
  cases: [{ name: 'process start to first training step', unit: 's', target: 0.5, rounds: 11, warmup: 1 }],
};
