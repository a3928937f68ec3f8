import { data, type Tensor } from '../../../lib/index';
import { native } from '../../../lib/native/binding';
import { indexTensor, takeIndices } from '../../../lib/data/draw';
import { tensorOf } from '../../../lib/data/typed-array';
import { handleOf } from '../../../lib/tensor/tensor';

const numbers = (tensor: Tensor): number[] => takeIndices(tensor.add(0));
const floats = (tensor: Tensor): number[] => [...new Float32Array(native.toBytes(handleOf(tensor)))];

describe('datasets of datasets', () => {
  test('Subset of a subset, through get and through native batches', () => {
    const all = new data.TensorDataset(indexTensor([10, 11, 12, 13, 14, 15]));
    const subset = new data.Subset(new data.Subset(all, [5, 3, 1, 0]), [0, 2, 3]);
    expect(subset.length).toBe(3);
    for (const numWorkers of [0, 2]) {
      const loader = new data.DataLoader(subset, { batchSize: 2, numWorkers });
      expect(Array.from(loader, ([x]) => numbers(x))).toEqual([[15, 11], [10]]);
    }
  });

  test.each([-1, 6, 0.5, NaN])('Subset refuses the index %p', (index) => {
    expect(() => new data.Subset([0, 1, 2, 3, 4, 5], [0, index])).toThrow(/indices\[1\].*indices 0 to 5/);
  });

  test('ConcatDataset: positions, and from the end', () => {
    const all = new data.ConcatDataset([[1, 2], [], [3]]);
    expect([0, 1, 2, -1].map((index) => all.get(index))).toEqual([1, 2, 3, 3]);
    expect(() => all.get(3)).toThrow(/indices 0 to 2/);
    expect(() => all.get(-4)).toThrow(/indices 0 to 2/);
    expect(() => new data.ConcatDataset([])).toThrow(/empty iterable/);
  });

  test('ChainDataset', () => {
    const part = (values: number[]): data.IterableDataset<number> => data.IterableDataset.from(() => values);
    const chain = new data.ChainDataset([part([1, 2]), part([3])]);
    expect(Array.from(new data.DataLoader(chain, { batchSize: 2 }), numbers)).toEqual([[1, 2], [3]]);
  });

  test('StackDataset', () => {
    const a = new data.Subset([1, 2], [0, 1]);
    const b = new data.Subset(['x', 'y'], [0, 1]);
    expect(new data.StackDataset([a, b]).get(1)).toEqual([2, 'y']);
    expect(new data.StackDataset({ a, b }).get(0)).toEqual({ a: 1, b: 'x' });
    expect(() => new data.StackDataset([a, new data.Subset([1], [0])])).toThrow(/size mismatch.*2, 1/);
  });

  test('randomSplit refuses what does not add up', () => {
    expect(() => data.randomSplit([1, 2, 3], [1, 1])).toThrow(/sum up to 2, but the dataset has 3/);
    expect(() => data.randomSplit([1, 2, 3], [0.5, 0.6])).toThrow(/fractions sum up to 1.1/);
    expect(() => data.randomSplit([1, 2, 3], [-1, 4])).toThrow(/at least 0/);
  });
});

describe('padCollate', () => {
  test('numbers, labels and lengths', () => {
    const collate = data.padCollate({ lengths: true });
    const [x, y, lengths] = collate([
      [[5, 6, 7], 1],
      [[8], 0],
    ] as [number[], number][]);
    expect(x.shape).toEqual([2, 3]);
    expect([numbers(x), numbers(y), numbers(lengths)]).toEqual([
      [5, 6, 7, 8, 0, 0],
      [1, 0],
      [3, 1],
    ]);
  });

  test('on the left, with a value, time first, and features', () => {
    const rows = (count: number): Tensor =>
      tensorOf(
        Float32Array.from({ length: count * 2 }, (_, i) => i + 1),
        [count, 2],
      );
    const [x] = data.padCollate({ paddingSide: 'left', paddingValue: -1 })([[rows(1)], [rows(2)]]);
    expect([x.shape, floats(x)]).toEqual([
      [2, 2, 2],
      [-1, -1, 1, 2, 1, 2, 3, 4],
    ]);
    const [y] = data.padCollate({ batchFirst: false })([[rows(1)], [rows(2)]]);
    expect([y.shape, floats(y.contiguous())]).toEqual([
      [2, 2, 2],
      [1, 2, 1, 2, 0, 0, 3, 4],
    ]);
  });

  test('refuses what is no sequence', () => {
    expect(() => data.padCollate()([['abc' as never]])).toThrow(/sample 0 should be \[sequence/);
    expect(() => data.padCollate()([5 as never])).toThrow(/sample 0 should be \[sequence/);
  });
});

describe('LengthBucketSampler', () => {
  const lengths = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 101);

  test('every sample once, and little padding', () => {
    const sampler = new data.LengthBucketSampler(lengths, 16, { batchesPerBucket: 10 });
    const batches = [...sampler];
    expect(batches).toHaveLength(sampler.length);
    expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
    const padded = batches.map((batch) => Math.max(...batch.map((i) => lengths[i]!)) * batch.length);
    const real = lengths.reduce((a, b) => a + b, 0);
    expect(padded.reduce((a, b) => a + b, 0) / real).toBeLessThan(1.2);
    expect([...sampler]).not.toEqual(batches);
  });

  test('without a shuffle from short to long', () => {
    const batches = [...new data.LengthBucketSampler([3, 1, 2], 2, { shuffle: false })];
    expect(batches).toEqual([[1, 2], [0]]);
    expect([...new data.LengthBucketSampler([3, 1, 2], 2, { dropLast: true })]).toHaveLength(1);
    expect(() => new data.LengthBucketSampler([1, NaN], 2)).toThrow(/lengths\[1\]/);
  });
});
