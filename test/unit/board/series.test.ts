import { Series } from '../../../lib/board/read/series';
import { Lines } from '../../../lib/board/read/tail';

test('few points are all there', () => {
  const series = new Series();
  for (const [step, value] of [
    [1, 3],
    [2, NaN],
    [4, 2],
  ] as const)
    series.add(step, 1000 * step, value);
  expect(series.points(100)).toEqual({ steps: [1, 2, 4], times: [1000, 2000, 4000], values: [3, null, 2] });
  expect([series.count, series.last]).toEqual([3, 2]);
});

test('a million points keep their spikes, their ends and an even spacing', () => {
  const series = new Series();
  const spikes = [123_456, 500_001, 999_000];
  for (let step = 0; step < 1_000_000; step++)
    series.add(step, step, spikes.includes(step) ? 100 + step : Math.sin(step / 1e5));
  expect(series.count).toBe(1_000_000);
  const { steps, values } = series.points(800);
  expect(steps.length).toBeLessThanOrEqual(1000);
  expect([steps[0], steps.at(-1)]).toEqual([0, 999_999]);
  for (const spike of spikes) expect(values[steps.indexOf(spike)]).toBe(100 + spike);
  const gaps = steps.slice(1).map((step, i) => step - (steps[i] as number));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(Math.max(...gaps)).toBeLessThan(15_000);
  // No step is without one: the first tenth is as dense as the last.
  const dense = [0, 9].map((tenth) => steps.filter((step) => Math.floor(step / 1e5) === tenth).length);
  expect(Math.abs((dense[0] as number) - (dense[1] as number))).toBeLessThan(40);
});

test('a stretch with a value that is not finite shows it', () => {
  const series = new Series();
  for (let step = 0; step < 100_000; step++) series.add(step, step, step === 55_555 ? Infinity : 1);
  const { steps, values } = series.points(200);
  expect(values[steps.indexOf(55_555)]).toBeNull();
  expect(values.filter((value) => value === null)).toHaveLength(1);
});

test('a part is asked for, with a point on each side of it', () => {
  const series = new Series();
  for (let step = 0; step < 100; step++) series.add(step * 10, step, step);
  expect(series.points(100, 205, 239).steps).toEqual([200, 210, 220, 230, 240]);
  expect(series.points(100, 210, 230).steps).toEqual([200, 210, 220, 230, 240]);
  expect(series.points(100, 5000, 6000).steps).toEqual([990]);
});

test('after a resume the later points count', () => {
  const series = new Series();
  for (let step = 0; step < 10; step++) series.add(step, step, step);
  series.add(5, 100, 50);
  series.add(6, 101, 60);
  expect(series.points(100)).toMatchObject({ steps: [0, 1, 2, 3, 4, 5, 6], values: [0, 1, 2, 3, 4, 50, 60] });
  expect(series.count).toBe(7);
});

test('steps that are far apart, or all the same, do no harm', () => {
  const series = new Series();
  for (let step = 0; step < 10_000; step++) series.add(step, step, step % 7);
  series.add(1e15, 1, 3);
  expect(series.points(100).steps.at(-1)).toBe(1e15);
  const same = new Series();
  for (let i = 0; i < 10_000; i++) same.add(0, i, i);
  expect(same.points(100)).toEqual({ steps: [0], times: [9999], values: [9999] });
});

describe('lines', () => {
  const read = (...parts: readonly string[]): string[] => {
    const found: string[] = [];
    const lines = new Lines(
      (line) => found.push(line),
      () => undefined,
    );
    let rest = Buffer.alloc(0);
    for (const part of parts) {
      const bytes = Buffer.concat([rest, Buffer.from(part)]);
      rest = bytes.subarray(lines.take(bytes));
    }
    return found;
  };

  test('a half-written last one is left for next time', () => {
    expect(read('one\ntw', 'o\n\nthr')).toEqual(['one', 'two']);
    expect(read('Grü', 'ße\n')).toEqual(['Grüße']);
  });

  test('one without an end is skipped in bounded memory', () => {
    expect(read(`${'x'.repeat(9 * 1024 * 1024)}`, 'still the same', '\nnext\n')).toEqual(['next']);
  });
});
