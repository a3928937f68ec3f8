/** Sweeps: which trials there are, which of them go on, what is resumed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { training } from '../../../lib/index';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'sweep-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const trial = path.join(__dirname, 'fixtures/trial.cjs');
const calls = (): string[] => readFileSync(path.join(folder, 'calls.txt'), 'utf8').trim().split('\n');

test('a grid tries all, one that fails or dies is one of the failed ones, and what has ended is not tried again', async () => {
  const options = {
    space: { x: [1, 2, 3, 4], y: ['a'] },
    search: 'grid',
    folder,
    workers: 2,
    data: { fails: 1, dies: 4 },
  } as const;
  const result = await training.sweep(trial, options);
  expect(result.best).toMatchObject({ params: { x: 3, y: 'a' }, score: 1 });
  expect(result.trials.map(({ params, score }) => [params.x, score])).toEqual([
    [3, 1],
    [2, 2],
    [1, null],
    [4, null],
  ]);
  expect(result.trials[2]?.error).toContain('no such x');
  expect(result.trials[3]?.error).toContain('the worker ended with 3');
  expect(String(result).split('\n')[0]).toMatch(/^trial +score +x +y/);
  expect(calls()).toHaveLength(4);
  // The last line cut, as by a kill: its trial runs again, as the failed ones do.
  await training.sweep(trial, { ...options, data: { fails: -1, dies: -1 } });
  expect(calls()).toHaveLength(6);
  await expect(training.sweep(trial, { ...options, space: { x: [1] } })).rejects.toThrow('the trials of another sweep');
});

test('a figure that does not compare is a failed trial, with workers side by side and after a resume', async () => {
  const options = { space: { x: [NaN, Infinity, 3].map(String) }, search: 'grid', folder, workers: 3 } as const;
  for (let i = 0; i < 2; i++) {
    const result = await training.sweep(trial, { ...options, data: { returns: true } });
    expect(result.best).toMatchObject({ params: { x: '3' }, score: 3 });
    expect(result.trials.map(({ error }) => error)).toEqual([
      null,
      'sweep(): the module returned NaN, which does not compare',
      'sweep(): the module returned Infinity, which does not compare',
    ]);
  }
});

test('halving gives the better ones more', async () => {
  const result = await training.sweep(trial, {
    ...{ space: { x: { min: 0, max: 9 } }, search: 'halving', trials: 4, factor: 2, maxBudget: 4, folder, seed: 5 },
  });
  const budgets = calls().map((call) => Number(call.split(' ')[1]));
  expect(budgets).toEqual([1, 1, 1, 1, 2, 2, 4]);
  const distances = result.trials.map(({ params }) => Math.abs(params.x - 3));
  expect(distances[0]).toBe(Math.min(...distances));
  expect(result.best?.budget).toBe(4);
});

test('draws within the space, the same for a seed', async () => {
  const options = {
    space: { lr: { min: 1e-4, max: 1e-1, scale: 'log' }, n: { min: 1, max: 3, integer: true }, x: [3] },
    ...({ trials: 3, metric: 'other', mode: 'max', seed: 7 } as const),
  } as const;
  const first = await training.sweep(trial, { ...options, folder });
  expect(first.trials.map((one) => one.trial)).toEqual([2, 1, 0]);
  for (const { params } of first.trials) {
    expect(params.lr).toBeGreaterThanOrEqual(1e-4);
    expect(params.lr).toBeLessThanOrEqual(1e-1);
    expect([1, 2, 3]).toContain(params.n);
  }
  const second = await training.sweep(trial, { ...options, folder: path.join(folder, 'again') });
  expect(second.trials.map(({ params }) => params)).toEqual(first.trials.map(({ params }) => params));
});

test.each([
  [{}, 'the space is empty'],
  [{ x: [] }, 'an empty list'],
  [{ x: { min: 2, max: 1 } }, 'a range from 2 to 1'],
  [{ x: { min: 0, max: 1, scale: 'log' } }, "'log' that begins at 0"],
  [{ x: { min: 0.5, max: 1, integer: true } }, 'integers with other ends'],
  [{ x: { min: 0, max: 1, integer: 'yes' } }, "the integer 'yes', neither true nor false"],
  [{ x: { min: 1, max: 2, log: true } }, "unknown option 'log'; it has min, max, scale, integer"],
  [{ x: { min: '1e-4', max: 1 } }, "a range from '1e-4' to 1"],
  [{ x: [1, NaN] }, 'a list with NaN, no finite number'],
  [{ x: [1, undefined] }, 'a list with undefined'],
  [{ x: [[32, 64]] }, 'a list with '],
])('refuses %p', async (space, message) => {
  await expect(training.sweep(trial, { space: space as never, folder })).rejects.toThrow(message);
});

test('an aborted sweep ends, and a file of rubbish is another sweep', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(training.sweep(trial, { space: { x: [3] }, folder, signal })).rejects.toThrow('enough');
  writeFileSync(path.join(folder, 'trials.jsonl'), '{"sweep"');
  await expect(training.sweep(trial, { space: { x: [3] }, folder })).rejects.toThrow('the trials of another sweep');
});
