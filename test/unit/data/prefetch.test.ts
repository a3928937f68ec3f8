/** A dataset that reads ahead and draws in its turn: one seed gives one run, and the numbers of a loader without promises. */
import { setTimeout } from 'node:timers/promises';
import * as torch from '../../../lib/index';
import { data } from '../../../lib/index';

const { DataLoader, Subset, ConcatDataset, StackDataset } = data;

/** Reads in an order of its own: the later a sample is asked for, the sooner it is there. */
class Ahead extends data.Dataset<number> {
  readonly length = 8;
  readonly read: number[] = [];
  #left = 40;

  async prefetch(index: number): Promise<{ readonly index: number }> {
    await setTimeout(Math.max(this.#left--, 0) % 7);
    this.read.push(index);
    return { index };
  }

  async get(index: number, prefetched?: unknown): Promise<number> {
    const { index: own } = (await (prefetched ?? this.prefetch(index))) as { index: number };
    if (own !== index) throw new Error('given what was read for another sample');
    return index + torch.rand([1]).item<number>();
  }
}

class Plain extends data.Dataset<number> {
  readonly length = 8;
  get(index: number): number {
    return index + torch.rand([1]).item<number>();
  }
}

/** The batches, and what a training step between them draws. */
async function run(dataset: data.MapDataset<unknown>): Promise<unknown[]> {
  torch.manualSeed(3);
  const seen: unknown[] = [];
  for await (const batch of new DataLoader(dataset, { batchSize: 3, shuffle: true })) {
    const list = (Array.isArray(batch) ? batch : [batch]) as torch.Tensor[];
    seen.push(...list.map((one) => one.tolist()), torch.rand([2]).tolist());
  }
  return seen;
}

it('draws in its turn, between the steps of training, whichever sample is read first', async () => {
  const ahead = new Ahead();
  expect(await run(ahead)).toEqual(await run(new Plain()));
  expect([...ahead.read].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it.each([
  ['Subset', (one: data.Dataset<number>) => new Subset(one, [5, 1, 0, 7])],
  ['ConcatDataset', (one: data.Dataset<number>) => new ConcatDataset([one, [50, 60]])],
  ['StackDataset', (one: data.Dataset<number>) => new StackDataset([one, [1, 2, 3, 4, 5, 6, 7, 8]])],
  ['Subset of a ConcatDataset', (one: data.Dataset<number>) => new Subset(new ConcatDataset([[1], one]), [0, 3, 8, 2])],
])('does so inside of a %s', async (_, wrap) => {
  const ahead = new Ahead();
  expect(await run(wrap(ahead))).toEqual(await run(wrap(new Plain())));
  expect(new Set(ahead.read).size).toBe(ahead.read.length);
});

it('gives nothing to a get that does not take it', async () => {
  class Own extends Ahead {
    override async get(index: number): Promise<number> {
      return Math.round(await super.get(index));
    }
  }
  const own = new Own();
  const seen: number[] = [];
  for await (const batch of new DataLoader(own, { batchSize: 8 })) seen.push((batch as torch.Tensor).numel());
  expect(seen).toEqual([8]);
  expect(own.read).toHaveLength(8);
});

it('works without promises, for `for`', () => {
  class Now extends Plain {
    prefetch(index: number): number {
      return 10 * index;
    }
    override get(index: number, prefetched?: unknown): number {
      return (prefetched as number) + index;
    }
  }
  expect([...new DataLoader(new Now(), { batchSize: 4 })].map((one) => (one as torch.Tensor).tolist())).toEqual([
    [0, 11, 22, 33],
    [44, 55, 66, 77],
  ]);
});

it('names the sample that cannot be read, after the batches before it', async () => {
  class Broken extends Ahead {
    override async prefetch(index: number): Promise<{ readonly index: number }> {
      if (index === 5) throw new Error('no such file');
      return super.prefetch(index);
    }
  }
  const seen: unknown[] = [];
  const loop = async (): Promise<void> => {
    for await (const batch of new DataLoader(new Broken(), { batchSize: 2 }))
      seen.push((batch as torch.Tensor).numel());
  };
  await expect(loop()).rejects.toThrow('Broken.get(5) failed: no such file');
  expect(seen).toEqual([2, 2]);
  for await (const _ of new DataLoader(new Broken(), { batchSize: 2 })) break;
});

it('joins batches in their order, where samples come in none', async () => {
  const waits = [30, 20, 10, 1, 1, 1, 1, 1];
  const slow = {
    length: 8,
    async get(index: number): Promise<number> {
      await setTimeout(waits[index]);
      return index;
    },
  };
  // What language models learn is drawn where a batch is joined.
  const collate = (samples: readonly number[]): number[] => samples.map((one) => one + torch.rand([1]).item<number>());
  torch.manualSeed(5);
  const expected = [0, 1, 2, 3, 4, 5, 6, 7].map((one) => one + torch.rand([1]).item<number>());
  torch.manualSeed(5);
  const seen: number[] = [];
  const options = { batchSize: 2, collate, generator: new torch.Generator() };
  for await (const batch of new DataLoader(slow, options)) seen.push(...(batch as number[]));
  expect(seen).toEqual(expected);
});
