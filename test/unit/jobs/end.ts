/** Processes that end while jobs run, in each way, for each kind of job. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../../lib/index';

export const KINDS = [
  'backward',
  'hook',
  'forward',
  'dropout',
  'step',
  'load',
  'save',
  'loadSafetensors',
  'saveSafetensors',
  'loader',
] as const;

/** The exit code that each way should have. */
export const WAYS = { exit: 7, throw: 1, signal: 8, reallyExit: 9, end: 10, workerExit: 7, terminate: 11 } as const;

/** Files that the kinds which load read. */
export function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const weights = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`w${i}`, torch.randn([100, 100])]));
  torch.save(weights, path.join(folder, 'weights.pt'));
  torch.saveSafetensors(weights, path.join(folder, 'weights.safetensors'));
}

/** How one such process ended: its exit code, or the signal that killed it. */
export function endOf(kind: string, way: string, folder: string): number | string {
  const file = path.join(__dirname, 'end-fixture.cjs');
  const name = way === 'terminate' ? 'workerTerminate' : way;
  const { status, signal } = spawnSync(process.execPath, [file, kind, name, folder], {
    stdio: 'ignore',
    timeout: 60_000,
  });
  return status ?? String(signal);
}
