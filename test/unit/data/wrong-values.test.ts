/** Values that JavaScript would take without a word, where data is read, shared and scaled. */
import { amp, autograd, data, ones, text, training, TorchIndexError } from '../../../lib/index';

type Loose = (...args: unknown[]) => unknown;

test.each([9, -3, NaN, 0.5])('a subset and an array have no sample %p', (index) => {
  const subset = new data.Subset([10, 20, 30], [2, 0]);
  expect(() => subset.get(index)).toThrow(TorchIndexError);
  expect(() => subset.getItems([0, index])).toThrow(`Subset has the indices 0 to 1, not ${index}`);
  expect(() => new data.StackDataset([[1, 2]]).get(index)).toThrow('an array has the indices 0 to 1');
});

test('samples from the end, as in Python', () => {
  const subset = new data.Subset([10, 20, 30], [2, 0]);
  expect([subset.get(-1), subset.get(-2), subset.get(-0), subset.getItems([-1])]).toEqual([10, 30, 30, [10]]);
});

test('a stack of arrays, of datasets, and of what is neither', () => {
  expect(
    new data.StackDataset([
      [1, 2],
      ['a', 'b'],
    ] as const).get(1),
  ).toEqual([2, 'b']);
  expect(new data.StackDataset({ x: [1, 2], y: new data.Subset([3, 4], [1, 0]) }).get(0)).toEqual({ x: 1, y: 4 });
  const make = (given: unknown) => (): unknown => new data.StackDataset(given as never);
  for (const wrong of [null, 'ab', new Map([['a', [1]]]), 3]) {
    expect(make(wrong)).toThrow(/'datasets' should be datasets in an array or by name/);
  }
  expect(make(['ab', 'cd'])).toThrow("StackDataset(): '0' should be a dataset or an array, got 'ab'");
  expect(make([])).toThrow('at least one dataset');
});

test.each<[string, () => unknown, RegExp]>([
  ['IterableDataset.from', () => data.IterableDataset.from(3 as never), /expected an iterable or a function/],
  ['readRun', () => training.readRun(3 as never), /readRun: expected the path of a file, got 3/],
  ['readRuns', () => training.readRuns(3 as never), /readRuns: expected the path of a file, got 3/],
  ['share', () => ones([1]).share({ use: 2 } as never), /did you mean 'uses'/],
  ['share', () => ones([1]).share({ uses: 0 }), /'uses' should be a positive integer below 2\^31, got 0/],
  [
    'setMaterializeGrads',
    () => (new autograd.FunctionContext().setMaterializeGrads as Loose).call(new autograd.FunctionContext(), 'no'),
    /expected a boolean, got 'no'/,
  ],
  ['Vocab.indexOf', () => new text.Vocab(['a', '?'], '?').indexOf(3 as never), /'token' should be a string, got 3/],
  [
    'Vocab.numericalize',
    () => new text.Vocab(['a', '?'], '?').numericalize('a' as never),
    /should be a list of tokens, got 'a'/,
  ],
  ['setGrowthInterval', () => new amp.GradScaler('cpu').setGrowthInterval(0.5), /expected an integer, got 0.5/],
])('%s says what it expects', (_, call, message) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(message);
});

test('a scaler whose factors are NaN is refused, as by Python', () => {
  expect(() => new amp.GradScaler('cpu', { growthFactor: NaN })).toThrow('The growth factor must be > 1.0.');
  expect(() => new amp.GradScaler('cpu', { backoffFactor: NaN })).toThrow('The backoff factor must be < 1.0.');
});
