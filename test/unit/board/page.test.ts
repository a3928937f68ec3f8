/** What the page computes: no browser is needed for it. */
import type { Curve, RunRow } from '../../../lib/board/protocol';
import { groupOf, inOrder, lineOf, smoothed } from '../../../lib/board/page/model/curves';
import { filterOf } from '../../../lib/board/page/model/filter';
import { ago, bytes, duration, figure, shortDuration } from '../../../lib/board/page/model/format';

const row = (name: string, settings: RunRow['settings'], more: Partial<RunRow> = {}): RunRow => ({
  ...{
    id: name,
    name,
    state: 'finished',
    started: 0,
    updated: 0,
    step: 10,
    epoch: 1,
    progress: null,
    last: {},
    spark: [],
    settings,
  },
  ...{ problem: null, version: 1, reading: false, controllable: false },
  ...more,
});

describe('the filter', () => {
  const runs = [
    row('adam/first', { lr: 0.001, optimizer: 'adam' }, { last: { 'validation/loss': 0.2 } }),
    row('sgd', { lr: 0.1, optimizer: 'sgd', nesterov: true }, { state: 'failed', last: { 'validation/loss': null } }),
    row('plain', {}),
  ];
  test.each([
    ['', ['adam/first', 'sgd', 'plain']],
    ['ADAM', ['adam/first']],
    ['lr<0.01', ['adam/first']],
    ['lr>=0.1', ['sgd']],
    ['lr=0.1', ['sgd']],
    ['lr!=0.1', ['adam/first']],
    ['validation/loss<0.3', ['adam/first']],
    ['state=failed', ['sgd']],
    ['failed', ['sgd']],
    ['!failed', ['adam/first', 'plain']],
    ['nesterov=true', ['sgd']],
    ['step>5 optimizer=adam', ['adam/first']],
    ['lr<word', []],
    ['<', []],
    ['!', []],
  ])('%j', (text, names) => {
    expect(runs.filter(filterOf(text)).map(({ name }) => name)).toEqual(names);
  });
});

describe('curves', () => {
  test('smoothing begins at the first value and follows a constant', () => {
    expect(smoothed([5, 5, 5], 0.9)).toEqual([5, expect.closeTo(5, 12), expect.closeTo(5, 12)]);
    // 1, (0.5·1 + 1·3) / 1.5, …
    expect(smoothed([1, 3], 0.5)).toEqual([1, expect.closeTo(7 / 3, 12)]);
    expect(smoothed([1, null, 3], 0.5)).toEqual([1, null, expect.closeTo(7 / 3, 12)]);
    expect(smoothed([1, 2], 0)).toEqual([1, 2]);
  });

  const curve: Curve = {
    run: 'a',
    name: 'x',
    points: 4,
    steps: [1, 2, 3, 4],
    times: [1000, 3000, null, 2000],
    values: [4, 0, 2, 1],
  };

  test('over steps, time, and time since the beginning', () => {
    expect(lineOf(curve, 'step', 500, 0, false)).toEqual({ run: 'a', x: [1, 2, 3, 4], y: [4, 0, 2, 1], raw: null });
    // Without a time, and before the one of the point in front, there is no place.
    expect(lineOf(curve, 'time', 500, 0, false)).toMatchObject({ x: [1, 3], y: [4, 0] });
    expect(lineOf(curve, 'relative', 500, 0, false).x).toEqual([0.5, 2.5]);
    expect(lineOf(curve, 'relative', null, 0, false).x).toEqual([0, 2]);
    expect(lineOf(curve, 'step', null, 0, true).y).toEqual([4, null, 2, 1]);
  });

  test('names in groups and in order', () => {
    expect(groupOf('train/a/b')).toBe('train');
    expect(groupOf('lr')).toBe('others');
    expect(inOrder(['lr', 'validation/accuracy', 'train/f10', 'train/f2', 'validation/loss', 'train/loss'])).toEqual([
      ...['train/loss', 'train/f2', 'train/f10', 'validation/loss', 'validation/accuracy', 'lr'],
    ]);
  });
});

test('figures, sizes and times are short', () => {
  expect([0.123456, 1e-7, 12345678, 0, -0.5, 1234.567, null, undefined].map((value) => figure(value))).toEqual([
    ...['0.1235', '1e-7', '1.23e7', '0', '-0.5', '1234.57', 'NaN', '–'],
  ]);
  expect([0, 999, 1500, 2.5e9, null].map((value) => bytes(value))).toEqual(['0 B', '999 B', '1.5 KB', '2.5 GB', '–']);
  expect([500, 61_000, 7_260_000, 3e8, -1, null].map(duration)).toEqual([
    '0 s',
    '1 min 1 s',
    '2 h 1 min',
    '3 d 11 h',
    '–',
    '–',
  ]);
  expect([0, 30, 60, 90, 7200, 86_400, 172_800].map(shortDuration)).toEqual([
    ...['0', '30 s', '1 min', '1.5 min', '2 h', '24 h', '2 d'],
  ]);
  expect([1000, 50_000, 3_600_000, 9e7].map((age) => ago(1e9 - age, 1e9))).toEqual([
    'now',
    '50 s ago',
    '1 h ago',
    '1 d ago',
  ]);
});
