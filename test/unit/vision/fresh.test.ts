/** Samples of pictures end with their batch, so that V8 is not left with their memory; what a user may have kept stays. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { datasets, io, transforms, utils } from '../../../lib/vision/index';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-fresh-'));
  mkdirSync(path.join(folder, 'cat'));
  for (const i of [1, 2, 3, 4, 5, 6]) {
    await utils.saveImage(torch.full([3, 9, 8], i / 10), path.join(folder, 'cat', `${i}.png`));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prepare = (): transforms.Compose =>
  new transforms.Compose([
    new transforms.RandomResizedCrop(6),
    new transforms.RandomHorizontalFlip(1),
    new transforms.ToDtype(torch.float32, true),
    new transforms.Normalize([0.5], [0.5]),
  ]);

/** How many tensors are left over of an epoch in batches of two, whose sums it returns. */
async function epoch(dataset: torch.data.MapDataset<[Tensor, number]>): Promise<[left: number, sums: number[]]> {
  const sums: number[] = [];
  const before = torch.memory().tensors;
  for await (const [images, labels] of new torch.data.DataLoader(dataset, { batchSize: 2 })) {
    sums.push(torch.scope(() => images.sum().item<number>()));
    images.dispose();
    labels.dispose();
  }
  return [torch.memory().tensors - before, sums];
}

test.each([
  [
    'pictures and the transforms of the library',
    () => new datasets.ImageFolder<Tensor>(folder, { transform: prepare() }),
  ],
  ['pictures alone', () => new datasets.ImageFolder<Tensor>(folder)],
  [
    'a part of them',
    () => new torch.data.Subset(new datasets.ImageFolder<Tensor>(folder, { transform: prepare() }), [0, 1, 3, 5]),
  ],
  [
    'two folders after each other',
    () => {
      const one = new datasets.ImageFolder<Tensor>(folder, { transform: prepare() });
      return new torch.data.ConcatDataset([one, one]);
    },
  ],
])('nothing is left of %s', async (_, make) => {
  const dataset = make();
  // The first epoch may leave what the library keeps for good.
  await epoch(dataset);
  const [left] = await epoch(dataset);
  expect(left).toBeLessThanOrEqual(0);
});

test('the batches are those of samples that are asked for one by one', async () => {
  const dataset = new datasets.ImageFolder<Tensor>(folder, { transform: prepare() });
  torch.manualSeed(3);
  const [, sums] = await epoch(dataset);
  torch.manualSeed(3);
  // An epoch of a loader draws its seed first.
  torch.empty([], { dtype: torch.int64 }).random_();
  const samples: Tensor[] = [];
  for (let i = 0; i < 6; i++) samples.push((await dataset.get(i))[0]);
  const pairs = [0, 2, 4].map((i) =>
    torch
      .stack(samples.slice(i, i + 2))
      .sum()
      .item<number>(),
  );
  expect(sums).toEqual(pairs);
});

describe('what a user may have kept stays', () => {
  const kept: Tensor[] = [];
  beforeEach(() => void kept.splice(0));
  const keep = <T extends Tensor>(tensor: T): T => {
    kept.push(tensor);
    return tensor;
  };
  class Keeping extends transforms.Transform {
    override transform(inpt: Tensor): Tensor {
      return keep(inpt.to(torch.float32));
    }
  }
  class Cached extends datasets.ImageFolder<Tensor> {
    override async get(index: number, prefetched?: unknown): Promise<[Tensor, number]> {
      const [image, label] = await super.get(index, prefetched);
      return [keep(image), label];
    }
  }

  test.each([
    [
      'a loader',
      () => new datasets.ImageFolder<Tensor>(folder, { loader: async (file) => keep(await io.readImage(file)) }),
    ],
    ['a function', () => new datasets.ImageFolder<Tensor>(folder, { transform: keep })],
    [
      'a function among transforms',
      () => new datasets.ImageFolder<Tensor>(folder, { transform: new transforms.Compose([prepare(), keep]) }),
    ],
    ['a Lambda', () => new datasets.ImageFolder<Tensor>(folder, { transform: new transforms.Lambda(keep) })],
    ['a transform of their own', () => new datasets.ImageFolder<Tensor>(folder, { transform: new Keeping() })],
    ['a subclass', () => new Cached(folder, { transform: prepare() })],
  ])('by %s', async (_, make) => {
    await epoch(make());
    expect(kept).toHaveLength(6);
    for (const one of kept) expect(one.isnan().any().item()).toBe(false);
  });
});
