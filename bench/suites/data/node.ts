import { createRequire } from 'node:module';
import path from 'node:path';
import * as torch from 'libtorch-node';
import { data, type Tensor } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

type Sample = [words: Tensor, label: number];

const module_ = path.join(__dirname, 'texts.cjs');
const { Reviews } = createRequire(__filename)(module_) as { Reviews: new () => data.Dataset<Sample> };

const options = { batchSize: 64, shuffle: true } as const;

/** Seconds that a whole epoch takes. */
function epoch(loader: Iterable<readonly [Tensor, Tensor]>): number {
  const start = process.hrtime.bigint();
  for (const [x, y] of loader) {
    x.dispose();
    y.dispose();
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function rows(): () => number {
  const dataset = new data.TensorDataset(torch.randn([1_000_000, 100]), torch.randint(0, 2, [1_000_000]));
  const loader = new data.DataLoader(dataset, options);
  return () => epoch(loader);
}

function inWorkers(persistentWorkers: boolean): () => number {
  const dataset = new data.WorkerDataset<Sample>(module_, {}, { length: 10_000 });
  const loader = new data.DataLoader(dataset, { ...options, numWorkers: 2, persistentWorkers });
  return () => epoch(loader);
}

export const cases: Implementation = {
  'TensorDataset, 1 M rows of 100, batch 64, shuffled': rows,
  'tokenising 10,000 texts, in the loop’s thread': () => {
    const loader = new data.DataLoader(new Reviews(), options);
    return () => epoch(loader);
  },
  'tokenising 10,000 texts, two workers': () => inWorkers(true),
  'tokenising, two workers that are started anew': () => inWorkers(false),
};
