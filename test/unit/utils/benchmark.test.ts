import * as torch from '../../../lib/index';

const { Compare, Measurement, TaskSpec, Timer, selectUnit, trimSigfig } = torch.utils.benchmark;

const task = (options: object): torch.utils.benchmark.TaskSpec =>
  new TaskSpec({ stmt: 'x.mm(x)', label: 'mm', ...options });
const measured = (options: object, times: readonly number[]): torch.utils.benchmark.Measurement =>
  new Measurement(10, times, task(options));

test('a measurement has Python’s statistics and text', () => {
  const one = measured({ subLabel: '64', description: 'a' }, [1e-4, 1.2e-4, 1.1e-4, 1.5e-4]);
  expect(one.median).toBeCloseTo(1.15e-5, 12);
  expect(one.iqr).toBeCloseTo(2e-6, 12);
  expect(one.significantFigures).toBe(1);
  expect(String(one).split('\n')).toEqual([
    '<torch.utils.benchmark.utils.common.Measurement object>',
    'mm: 64',
    'a',
    '  Median: 11.50 us',
    '  IQR:    2.00 us (10.75 to 12.75)',
    '  4 measurements, 10 runs per measurement, 1 thread',
    '  WARNING: Interquartile range is 17.4% of the median measurement.',
    '           This could indicate system fluctuation.',
  ]);
});

test('a table has a row for each sub-label and a column for each description', () => {
  const compare = new Compare([
    measured({ subLabel: 'small', description: 'old' }, [1e-4]),
    measured({ subLabel: 'small', description: 'new' }, [5e-5]),
    measured({ subLabel: 'large', description: 'old', numThreads: 2 }, [2e-3]),
  ]);
  // As Python prints them.
  expect(String(compare)).toBe(
    '[------------ mm -----------]\n             |   old   |  new\n1 threads: ------------------\n      small  |   10.0  |  5.0\n' +
      '2 threads: ------------------\n      large  |  200.0  |     \n\nTimes are in microseconds (us).\n',
  );
  compare.trimSignificantFigures();
  compare.highlightWarnings();
  compare.colorize();
  const best = (text: string): string => `\u001b[92m\u001b[1m${text}\u001b[0m\u001b[0m`;
  expect(String(compare)).toBe(
    `[----------- mm ----------]\n             |  old  |  new\n1 threads: ----------------\n      small  |  ${best(' 10')}  |  ${best('5.0')}\n` +
      `2 threads: ----------------\n      large  |  ${best('200')}  |     \n\nTimes are in microseconds (us).\n`,
  );
});

test('a timer runs the function, with its number of threads, and puts the former one back', () => {
  const before = torch.getNumThreads();
  let runs = 0;
  const seen = new Set<number>();
  const timer = new Timer({
    stmt: () => {
      runs++;
      seen.add(torch.getNumThreads());
    },
    numThreads: 2,
  });
  const one = timer.timeit(50);
  expect([one.numberPerRun, one.rawTimes.length, runs]).toEqual([50, 1, 53]);
  expect([...seen]).toEqual([2]);
  expect(timer.blockedAutorange({ minRunTime: 0.001 }).rawTimes.length).toBeGreaterThan(0);
  expect(timer.adaptiveAutorange(10, { minRunTime: 0.001, maxRunTime: 0.1 }).times.length).toBeGreaterThan(0);
  expect(torch.getNumThreads()).toBe(before);
});

test('what cannot be measured is refused', () => {
  expect(() => new Timer('x' as never)).toThrow("'stmt' should be a function");
  expect(() => new Timer(async () => 1).timeit(2)).toThrow('Measure a synchronous function');
  expect(() => new Compare([1 as never])).toThrow('Expected an instance of `Measurement`');
  expect(selectUnit(2e-8)).toEqual(['ns', 1e-9]);
  // Python's numbers, which went through float32.
  expect([trimSigfig(3.14159, 2), trimSigfig(0.0012345, 3), trimSigfig(2.5, 1)]).toEqual([
    3.1000001430511475, 0.0012299999361857772, 2,
  ]);
  const none = new Measurement(1, [], new TaskSpec({ stmt: 'f()', setup: '' }));
  expect([none.median, none.mean, none.iqr]).toEqual([-1, -1, 0]);
});
