import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { training } from '../../../lib/index';
import { fresh, loaderOf } from './model';

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly ph: string }[];
}

test('the callback writes a trace of the steps that it was asked for', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
  try {
    const profiler = new training.Profiler(folder, { wait: 0, warmup: 1, active: 2 });
    await new training.Trainer({ ...fresh(), maxEpochs: 1, callbacks: [profiler] }).fit(loaderOf());
    const files = readdirSync(folder).filter((name) => name.endsWith('.pt.trace.json'));
    expect(files).toHaveLength(1);
    const trace = JSON.parse(readFileSync(path.join(folder, files[0] as string), 'utf8')) as Trace;
    const names = trace.traceEvents.filter(({ ph }) => ph === 'X').map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('ProfilerStep#'))).toEqual(['ProfilerStep#1', 'ProfilerStep#2']);
    expect(names.filter((name) => name.startsWith('Optimizer.step#Adam'))).toHaveLength(2);
    expect(names.some((name) => name.startsWith('enumerate(DataLoader)'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
