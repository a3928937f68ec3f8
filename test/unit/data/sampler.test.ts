/** What samplers refuse; test/parity/data.test.ts has their orders. */
import { Readable } from 'node:stream';
import { data, manualSeed, type Tensor } from '../../../lib';
import { takeIndices } from '../../../lib/data/draw';

const three = { length: 3 };

test.each([
  [() => new data.RandomSampler([]), /numSamples=0: the dataset is empty/],
  [() => new data.RandomSampler(three, { numSamples: 0 }), /numSamples should be a positive integer value, but got/],
  [() => new data.RandomSampler(three, { numSamples: 1.5 }), /got numSamples=1.5/],
  [() => new data.RandomSampler(three, { numSamples: NaN }), /got numSamples=NaN/],
  [() => new data.RandomSampler(three, { numSamples: 2 ** 53 }), /got numSamples=9007199254740992/],
  [() => new data.RandomSampler(three, { replacement: 1 as never }), /'replacement' should be a boolean/],
  [() => new data.RandomSampler({ length: -1 }), /length must be a non-negative integer, got -1/],
  [() => [...new data.RandomSampler([], { numSamples: 5 })], /5 samples cannot be drawn: the dataset is empty/],
  [() => [...new data.RandomSampler([], { numSamples: 5, replacement: true })], /the dataset is empty/],
  [() => new data.WeightedRandomSampler([1, -1], 2), /weights\[1\] should be a number of at least 0, got -1/],
  [() => new data.WeightedRandomSampler([1, NaN], 2), /weights\[1\].*NaN/],
  [() => new data.WeightedRandomSampler([1, '2' as never], 2), /weights\[1\].*'2'/],
  [() => new data.WeightedRandomSampler([1], 0), /numSamples/],
  [() => [...new data.WeightedRandomSampler([1, 1], 3, { replacement: false })], /without replacement/],
  [() => [...new data.WeightedRandomSampler([0, 0], 1)], /sum of weights|invalid multinomial/i],
  [() => [...new data.WeightedRandomSampler([], 1)], /multinomial/],
  [() => new data.BatchSampler([1, 2], 0, false), /batchSize should be a positive integer/],
  [() => new data.BatchSampler([1, 2], 2, 'no' as never), /'dropLast' should be a boolean/],
  [() => new data.BatchSampler(new Set([1]), 2, false).length, /Set has no length/],
  [() => new data.DistributedSampler(three, { numReplicas: 2, rank: 2 }), /rank should be in the interval \[0, 1\]/],
  [() => new data.DistributedSampler(three, { numReplicas: 0, rank: 0 }), /numReplicas should be a positive integer/],
  [() => new data.DistributedSampler(three, undefined as never), /DistributedSampler\(\) misses 'numReplicas'/],
  [() => new data.DistributedSampler(three, { numReplicas: 1, rank: 0 }).setEpoch(-1), /epoch should be/],
])('%s', (make, message) => {
  expect(make).toThrow(message);
});

test('an empty share of a distributed dataset, and duplicates, are fine', () => {
  expect([...new data.DistributedSampler({ length: 0 }, { numReplicas: 2, rank: 1 })]).toEqual([]);
  expect([...new data.SubsetRandomSampler([])]).toEqual([]);
  expect([...new data.SubsetRandomSampler([7, 7])]).toEqual([7, 7]);
  manualSeed(0);
  expect(new Set(new data.RandomSampler(three, { numSamples: 7 })).size).toBe(3);
});

test('a Node stream is a dataset', async () => {
  const stream = Readable.from([1, 2, 3]);
  const batches: number[][] = [];
  for await (const batch of new data.DataLoader(data.IterableDataset.from<number>(stream), { batchSize: 2 })) {
    batches.push(takeIndices(batch as Tensor));
  }
  expect(batches).toEqual([[1, 2], [3]]);
  const broken = new Readable({ objectMode: true, read: () => broken.destroy(new Error('the line is cut')) });
  await expect(async () => {
    for await (const _ of new data.DataLoader(data.IterableDataset.from(broken)));
  }).rejects.toThrow(/failed after 0 samples: the line is cut/);
});
