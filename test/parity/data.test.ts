/** The order of samplers and batches beside Python's, in one Python process. */
import { data, Generator, manualSeed, type Tensor } from '../../lib/index';
import { drawSeed, takeIndices } from '../../lib/data/draw';
import { handleOf, wrap } from '../../lib/ops/tensor-methods';
import { native } from '../../lib/native/binding';
import { runPython } from '../support/python';

const SCRIPT = `
import torch
from torch.utils.data import *
from torch.utils.data.distributed import DistributedSampler
from torch.utils.data import random_split

def seed(): return torch.empty((), dtype=torch.int64).random_().item()
def after(f):
    torch.manual_seed(7)
    result = f()
    return [result, str(seed())]
def after_own(f):
    g = torch.Generator().manual_seed(3)
    torch.manual_seed(7)
    result = f(g)
    return [result, str(seed()), str(torch.empty((), dtype=torch.int64).random_(generator=g).item())]
def epochs(loader, count=2):
    return [[b[0].tolist() for b in loader] for _ in range(count)]

class Squares(Dataset):
    def __getitem__(self, i): return i, i * 0.5, str(i), [i, i + 1], {'x': torch.tensor([i, 2 * i])}
    def __len__(self): return 11

n = range(23)
x = torch.arange(23)
data = TensorDataset(x, x * 2)
small = range(5)
o = {}
o['sequential'] = after(lambda: list(SequentialSampler(n)))
o['random'] = after(lambda: list(RandomSampler(n)))
o['randomTwice'] = after(lambda: [list(s) for s in [RandomSampler(n)] for _ in range(2)])
o['randomMore'] = after(lambda: list(RandomSampler(n, num_samples=60)))
o['randomFewer'] = after(lambda: list(RandomSampler(n, num_samples=10)))
o['replacement'] = after(lambda: list(RandomSampler(n, replacement=True)))
o['replacementMore'] = after(lambda: list(RandomSampler(n, replacement=True, num_samples=100)))
o['randomOwn'] = after_own(lambda g: list(RandomSampler(n, generator=g)))
o['replacementOwn'] = after_own(lambda g: list(RandomSampler(n, replacement=True, num_samples=70, generator=g)))
o['subset'] = after(lambda: list(SubsetRandomSampler([4, 8, 15, 16, 23, 42])))
o['subsetOwn'] = after_own(lambda g: list(SubsetRandomSampler([4, 8, 15, 16, 23, 42], generator=g)))
o['weighted'] = after(lambda: list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 50)))
o['weightedOwn'] = after_own(lambda g: list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 50, generator=g)))
o['batchOwn'] = after_own(lambda g: list(BatchSampler(SubsetRandomSampler([4, 8, 15, 16, 23, 42], generator=g), 4, False)))
o['weightedOnce'] = after(lambda: list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 5, replacement=False)))
o['batch'] = after(lambda: list(BatchSampler(RandomSampler(n), 4, False)))
o['batchDrop'] = after(lambda: list(BatchSampler(RandomSampler(n), 4, True)))
for name, args in {'plain': {}, 'drop': dict(drop_last=True), 'ordered': dict(shuffle=False), 'seeded': dict(seed=5)}.items():
    for rank in range(3):
        s = DistributedSampler(n, num_replicas=3, rank=rank, **args)
        s.set_epoch(rank)
        o[f'distributed {name} {rank}'] = [list(s), len(s)]
o['distributed tiny'] = [list(DistributedSampler(range(2), num_replicas=5, rank=4)), 1]
o['loader'] = after(lambda: epochs(DataLoader(data, batch_size=4)))
o['loaderShuffled'] = after(lambda: epochs(DataLoader(data, batch_size=4, shuffle=True)))
o['loaderDrop'] = after(lambda: epochs(DataLoader(data, batch_size=4, shuffle=True, drop_last=True)))
o['loaderOwn'] = after_own(lambda g: epochs(DataLoader(data, batch_size=4, shuffle=True, generator=g)))
o['loaderOwnFull'] = after_own(lambda g: epochs(DataLoader(TensorDataset(x[:20]), batch_size=5, shuffle=True, generator=g)))
o['loaderWeighted'] = after(lambda: epochs(DataLoader(data, batch_size=4, sampler=WeightedRandomSampler(list(range(1, 24)), 15))))
o['loaderReplacement'] = after_own(lambda g: epochs(DataLoader(data, batch_size=4, sampler=RandomSampler(data, replacement=True, num_samples=70, generator=g))))
def early(g):
    seen = []
    for b in DataLoader(data, batch_size=4, shuffle=True, generator=g):
        seen.append(b[0].tolist())
        if len(seen) == 2: break
    return seen
o['loaderEarly'] = after_own(early)
for name, args in {'counts': (range(23), [3, 20]), 'fractions': (range(23), [0.8, 0.2]), 'thirds': (range(23), [0.3, 0.3, 0.4])}.items():
    o['split ' + name] = after(lambda: [s.indices for s in random_split(*args)])
    o['splitOwn ' + name] = after_own(lambda g: [s.indices for s in random_split(*args, generator=g)])
torch.manual_seed(1)
o['custom'] = list(DataLoader(Squares(), batch_size=3, shuffle=True))
torch.manual_seed(1)
o['single'] = list(DataLoader(Squares(), batch_size=None, shuffle=True))
output = o
`;

type Python = Record<string, [unknown, string, string?]> & { custom: unknown[]; single: unknown[] };
let python: Python;
beforeAll(() => {
  python = runPython<Python>(SCRIPT);
});

const numbers = (tensor: Tensor): number[] => takeIndices(tensor);

const nextDraw = (generator: Generator | null): string => String(drawSeed(generator));

function after(body: () => unknown): unknown[] {
  manualSeed(7);
  const result = body();
  return [result, nextDraw(null)];
}

function afterOwn(body: (generator: Generator) => unknown): unknown[] {
  const generator = new Generator().manualSeed(3);
  manualSeed(7);
  const result = body(generator);
  return [result, nextDraw(null), nextDraw(generator)];
}

const n = { length: 23 };
const arange = (length: number, step = 1): Tensor => {
  const values = BigInt64Array.from({ length }, (_, i) => BigInt(i * step));
  return wrap(native.fromBytes(values.buffer, 0, values.byteLength, 4, [length]));
};
const pairs = (): data.TensorDataset<[Tensor, Tensor]> => new data.TensorDataset(arange(23), arange(23, 2));

function epochs(loader: Iterable<readonly Tensor[]>, count = 2): number[][][] {
  return Array.from({ length: count }, () => Array.from(loader, ([x]) => numbers(x!)));
}

const subset = [4, 8, 15, 16, 23, 42];
const weights = [0.1, 0.9, 0.4, 0.7, 3.0, 0.6];

describe('samplers', () => {
  const plain: Record<string, () => unknown> = {
    sequential: () => [...new data.SequentialSampler(n)],
    random: () => [...new data.RandomSampler(n)],
    randomTwice: () => {
      const sampler = new data.RandomSampler(n);
      return [[...sampler], [...sampler]];
    },
    randomMore: () => [...new data.RandomSampler(n, { numSamples: 60 })],
    randomFewer: () => [...new data.RandomSampler(n, { numSamples: 10 })],
    replacement: () => [...new data.RandomSampler(n, { replacement: true })],
    replacementMore: () => [...new data.RandomSampler(n, { replacement: true, numSamples: 100 })],
    subset: () => [...new data.SubsetRandomSampler(subset)],
    weighted: () => [...new data.WeightedRandomSampler(weights, 50)],
    weightedOnce: () => [...new data.WeightedRandomSampler(weights, 5, { replacement: false })],
    batch: () => [...new data.BatchSampler(new data.RandomSampler(n), 4, false)],
    batchDrop: () => [...new data.BatchSampler(new data.RandomSampler(n), 4, true)],
  };
  test.each(Object.keys(plain))('%s has the order of Python and leaves the generator where Python does', (name) => {
    expect(after(plain[name]!)).toEqual(python[name]);
  });

  const own: Record<string, (generator: Generator) => unknown> = {
    randomOwn: (generator) => [...new data.RandomSampler(n, { generator })],
    replacementOwn: (generator) => [...new data.RandomSampler(n, { replacement: true, numSamples: 70, generator })],
    subsetOwn: (generator) => [...new data.SubsetRandomSampler(subset, generator)],
    weightedOwn: (generator) => [...new data.WeightedRandomSampler(weights, 50, { generator })],
    batchOwn: (generator) => [...new data.BatchSampler(new data.SubsetRandomSampler(subset, generator), 4, false)],
  };
  test.each(Object.keys(own))('%s, with a generator of its own', (name) => {
    expect(afterOwn(own[name]!)).toEqual(python[name]);
  });

  test.each([
    ['plain', {}],
    ['drop', { dropLast: true }],
    ['ordered', { shuffle: false }],
    ['seeded', { seed: 5 }],
  ])('distributed, %s', (name, options) => {
    for (let rank = 0; rank < 3; rank++) {
      const sampler = new data.DistributedSampler(n, { numReplicas: 3, rank, ...options });
      sampler.setEpoch(rank);
      expect([[...sampler], sampler.length]).toEqual(python[`distributed ${name} ${rank}`]);
    }
  });

  test('distributed over more processes than samples', () => {
    const sampler = new data.DistributedSampler({ length: 2 }, { numReplicas: 5, rank: 4 });
    expect([[...sampler], sampler.length]).toEqual(python['distributed tiny']);
  });
});

describe('randomSplit', () => {
  test.each([
    ['counts', [3, 20]],
    ['fractions', [0.8, 0.2]],
    ['thirds', [0.3, 0.3, 0.4]],
  ])('%s', (name, lengths) => {
    const whole = Array.from({ length: 23 }, (_, i) => i);
    const parts = (generator: Generator | null): unknown =>
      data.randomSplit(whole, lengths, generator).map(({ indices }) => indices);
    expect(after(() => parts(null))).toEqual(python[`split ${name}`]);
    expect(afterOwn(parts)).toEqual(python[`splitOwn ${name}`]);
  });
});

describe('DataLoader', () => {
  const threads = [0, 1, 3];
  const plain: Record<string, (numWorkers: number) => unknown> = {
    loader: (numWorkers) => epochs(new data.DataLoader(pairs(), { batchSize: 4, numWorkers })),
    loaderShuffled: (numWorkers) => epochs(new data.DataLoader(pairs(), { batchSize: 4, shuffle: true, numWorkers })),
    loaderDrop: (numWorkers) =>
      epochs(new data.DataLoader(pairs(), { batchSize: 4, shuffle: true, dropLast: true, numWorkers })),
    loaderWeighted: (numWorkers) => {
      const sampler = new data.WeightedRandomSampler(
        Array.from(n as ArrayLike<number>, (_, i) => i + 1),
        15,
      );
      return epochs(new data.DataLoader(pairs(), { batchSize: 4, sampler, numWorkers }));
    },
  };
  test.each(Object.keys(plain))('%s gives the batches of Python, whatever the threads', (name) => {
    for (const numWorkers of threads) expect(after(() => plain[name]!(numWorkers))).toEqual(python[name]);
  });

  const own: Record<string, (generator: Generator, numWorkers: number) => unknown> = {
    loaderOwn: (generator, numWorkers) =>
      epochs(new data.DataLoader(pairs(), { batchSize: 4, shuffle: true, generator, numWorkers })),
    loaderOwnFull: (generator, numWorkers) =>
      epochs(
        new data.DataLoader(new data.TensorDataset(arange(20)), { batchSize: 5, shuffle: true, generator, numWorkers }),
      ),
    loaderReplacement: (generator, numWorkers) => {
      const sampler = new data.RandomSampler(n, { replacement: true, numSamples: 70, generator });
      return epochs(new data.DataLoader(pairs(), { batchSize: 4, sampler, numWorkers }));
    },
    loaderEarly: (generator, numWorkers) => {
      const seen: number[][] = [];
      for (const [x] of new data.DataLoader(pairs(), { batchSize: 4, shuffle: true, generator, numWorkers })) {
        seen.push(numbers(x));
        if (seen.length === 2) break;
      }
      return seen;
    },
  };
  test.each(Object.keys(own))('%s, with a generator of its own', (name) => {
    for (const numWorkers of threads) {
      expect(afterOwn((generator) => own[name]!(generator, numWorkers))).toEqual(python[name]);
    }
  });

  class Squares extends data.Dataset<unknown[]> {
    readonly length = 11;
    get(i: number): unknown[] {
      // A half of an even number is whole: as a Float64Array it is a float in every batch, as in Python.
      return [i, Float64Array.of(i * 0.5), String(i), [i, i + 1], { x: BigInt64Array.of(BigInt(i), BigInt(2 * i)) }];
    }
  }

  test('a custom dataset is collated as in Python', () => {
    manualSeed(1);
    const batches = [...new data.DataLoader(new Squares(), { batchSize: 3, shuffle: true })];
    const shape = (batch: any): unknown => [
      ...[batch[0].dtype.name, batch[1].dtype.name, batch[4].x.shape],
      ...[numbers(batch[0]), floats(batch[1]), batch[2], batch[3].map(numbers), numbers(batch[4].x)],
    ];
    expect(batches.map(shape)).toEqual(python.custom.map(shape));
  });

  test('without batches samples come one by one', () => {
    manualSeed(1);
    const samples = [...new data.DataLoader(new Squares(), { batchSize: null, shuffle: true })] as any[];
    expect(samples.map((sample) => sample[0])).toEqual(python.single.map((sample: any) => sample[0]));
    expect(numbers(samples[0][4].x)).toEqual(numbers((python.single[0] as any)[4].x));
  });

  function floats(tensor: Tensor): number[] {
    return Array.from(new Float64Array(native.toBytes(handleOf(tensor))));
  }
});
