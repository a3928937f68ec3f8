/** Processes that end while jobs run, in each way, for each kind of job. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../../lib/index';

/** See end-kinds.cjs. */
export const KINDS = [
  'backward',
  'hook',
  'forward',
  'sequential',
  'dropout',
  'step',
  'load',
  'loadBytes',
  'loadMapped',
  'save',
  'loadSafetensors',
  'saveSafetensors',
  'loader',
  'workerLoader',
  'trainInWorker',
] as const;

/** The exit code that each way should have, or the signal that it is. */
export const WAYS = {
  exit: 7,
  throw: 1,
  rejection: 1,
  signal: 8,
  kill: 'SIGTERM',
  reallyExit: 9,
  end: 10,
  exitInHook: 12,
  exitInHookAsync: 12,
  exitBesideWorker: 7,
  terminate: 11,
  exitInWorker: 11,
  throwInWorker: 11,
  endInWorker: 11,
} as const;

export type Way = keyof typeof WAYS;

/** Ways in which one process can end several workers after each other. */
export const REPEATABLE: ReadonlySet<Way> = new Set(['terminate', 'exitInWorker', 'throwInWorker', 'endInWorker']);

/** Files that the kinds which load read. */
export function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const weights = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`w${i}`, torch.randn([100, 100])]));
  torch.save(weights, path.join(folder, 'weights.pt'));
  torch.saveSafetensors(weights, path.join(folder, 'weights.safetensors'));
}

/**
 * How one such process ended: its exit code, or the signal that killed it.
 *
 * @param stderr What takes its messages: the number of a file, for one.
 */
export function endOf(
  kind: string,
  way: Way,
  folder: string,
  workers = 1,
  stderr: 'ignore' | number = 'ignore',
): Promise<number | string> {
  const file = path.join(__dirname, 'end-fixture.cjs');
  return new Promise((resolve, reject) => {
    const stdio = ['ignore' as const, 'ignore' as const, stderr];
    const child = spawn(process.execPath, [file, kind, way, folder, String(workers)], { stdio });
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000 + workers * 10_000);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(code ?? String(signal));
    });
  });
}
