/** What samplers refuse; test/parity/data.test.ts has their orders. */
import { Readable } from 'node:stream';
import { TorchError, TorchTypeError, TorchValueError, data, manualSeed, tensor, type Tensor } from '../../../lib/index';
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
  [() => [...new data.WeightedRandomSampler([1, -1], 2)], /probability entry < 0/],
  [() => [...new data.WeightedRandomSampler([1, NaN], 2)], /invalid multinomial distribution/],
  [() => [...new data.WeightedRandomSampler([1, Infinity], 2)], /probability entry = infinity or NaN/],
  [() => new data.WeightedRandomSampler([1, '2' as never], 2), /weights\[1\].*'2'/],
  [() => new data.WeightedRandomSampler([1], 0), /numSamples/],
  [() => [...new data.WeightedRandomSampler([1, 1], 3, { replacement: false })], /without replacement/],
  [() => [...new data.WeightedRandomSampler([0, 0], 1)], /sum of weights|invalid multinomial/i],
  [() => [...new data.WeightedRandomSampler([], 1)], /multinomial/],
  [() => new data.BatchSampler([1, 2], 0, false), /batchSize should be a positive integer/],
  [() => new data.BatchSampler([1, 2], 2, 'no' as never), /'dropLast' should be a boolean/],
  [() => new data.BatchSampler(new Set([1]), 2, false).length, /Set has no length/],
  [() => new data.DistributedSampler(three, { numReplicas: 2, rank: 2 }), /rank should be in the interval \[0, 1\]/],
  [
    () => new data.DistributedSampler(three, { numReplicas: 0, rank: 0 }),
    /Invalid rank 0, rank should be in the interval \[0, -1\]/,
  ],
  [() => new data.DistributedSampler(three), /Default process group has not been initialized/],
  [() => new data.DistributedSampler(three, 2), /Default process group has not been initialized/],
  [() => new data.DistributedSampler(three, 2, null, { shuffle: false }), /Default process group has not been/],
  [() => new data.DistributedSampler(three, 2, 1.5), /'rank' should be an integer or null, got 1.5/],
  [() => new data.DistributedSampler(three, 1, 0).setEpoch(0.5), /'epoch' should be an integer, got 0.5/],
  [() => new data.SubsetRandomSampler(new DataView(new ArrayBuffer(8)) as never), /'indices' should be an array/],
  [() => new data.LengthBucketSampler(5 as never, 2), /'lengths' should be an iterable of lengths, got 5/],
  [() => new data.LengthBucketSampler([1], 2, true as never), /takes at most 2 arguments, got 3/],
])('%s', (make, message) => {
  expect(make).toThrow(message);
});

/** Which of Python's errors it is there, asked of torch 2.13. */
test.each([
  ...[0, -1, 1.5, true, '4'].flatMap((given) => [
    () => new data.DataLoader([1], { batchSize: given as never }),
    () => new data.DataLoader([1], given as never),
    () => new data.BatchSampler([1], given as never, false),
    () => new data.WeightedRandomSampler([1], given as never),
    () => new data.LengthBucketSampler([1], given as never),
  ]),
  ...[0, -1, 1.5, '4'].map((given) => () => new data.RandomSampler(three, false, given as never)),
  () => new data.DataLoader([], { shuffle: true }),
  () =>
    new data.WeightedRandomSampler(
      [
        [1, 2],
        [3, 4],
      ] as never,
      2,
    ),
  () => new data.WeightedRandomSampler(tensor([[1, 2]]) as never, 2),
  ...[2, -1].map((rank) => () => new data.DistributedSampler(three, 2, rank)),
  () => new data.DataLoader([1], { numWorkers: -1 }),
  () => new data.DataLoader([1], { timeout: -1 }),
  () => new data.DataLoader([1], { persistentWorkers: true }),
  () => new data.DataLoader([1], { shuffle: true, sampler: [0] }),
  () => data.randomSplit([1, 2, 3], [1, 1]),
  () => data.randomSplit([1, 2, 3], [0.5, 0.6]),
  () => new data.ConcatDataset([]),
  () => new data.StackDataset([]),
  () =>
    new data.StackDataset([
      { length: 1, get: () => 1 },
      { length: 2, get: () => 1 },
    ]),
])('is a ValueError: %s', (make) => {
  expect(make).toThrow(TorchValueError);
});

test.each([
  () => new data.DataLoader([1], { timeout: 'a' as never }),
  () => new data.DistributedSampler(three, 2, 'a' as never),
  () => new data.RandomSampler(three, 1 as never),
])('is a TypeError: %s', (make) => {
  expect(make).toThrow(TorchTypeError);
});

test('weights of any numbers are taken, and refused where they are drawn from', () => {
  const sampler = new data.WeightedRandomSampler([1, -2], 2);
  expect(sampler.weights).toEqual([1, -2]);
  expect(() => [...sampler]).toThrow(TorchError);
  expect(() => [...new data.DataLoader([5, 6], { sampler })]).toThrow(/probability entry < 0/);
  expect([...new data.WeightedRandomSampler(tensor([0, 3]) as never, 2)]).toEqual([1, 1]);
  expect([...new data.WeightedRandomSampler([0n, 3n] as never, 2)]).toEqual([1, 1]);
});

test('a seed may be negative, as in Python', () => {
  // list(DistributedSampler(range(5), 2, 0, seed=-3))
  expect([...new data.DistributedSampler({ length: 5 }, 2, 0, true, -3)]).toEqual([1, 0, 2]);
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
