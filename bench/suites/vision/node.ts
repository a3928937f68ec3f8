import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from 'libtorch-node';
import type { Tensor } from 'libtorch-node';
import { models } from 'libtorch-node/vision';
import { pythonPath } from '../../harness/pair';
import type { Implementation } from '../../harness/types';

const folder = path.join(tmpdir(), 'libtorch-node-bench-pictures');

/** Milliseconds of one call. */
function timed(body: () => void, count: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) body();
  return Number(process.hrtime.bigint() - start) / count / 1e6;
}

function training(): () => number {
  torch.manualSeed(0);
  const model = models.resnet18({ numClasses: 10 });
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.01, momentum: 0.9 });
  const x = torch.randn([16, 3, 64, 64]);
  const y = torch.randint(0, 10, [16]);
  const step = (): void => {
    optimizer.zeroGrad();
    torch.nn.functional.crossEntropy(model.forward(x), y).backward();
    optimizer.step();
  };
  return () => timed(() => torch.scope(step), 3);
}

function inference(): () => number {
  // As docs/performance.md says for models that only answer.
  const model = torch.optimizeForInference(models.resnet18().eval());
  const x = torch.randn([1, 3, 224, 224]);
  const call = (): void => void torch.scope(() => void model.forward(x));
  return () => torch.noGrad(() => timed(call, 5));
}

function pictures(): () => number {
  execFileSync(pythonPath(), [path.join(__dirname, 'make.py'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const dataset = new torch.data.WorkerDataset<readonly [Tensor, number]>(path.join(__dirname, 'pictures.cjs'), {
    folder,
  });
  const options = { batchSize: 16, shuffle: true, numWorkers: 2, persistentWorkers: true };
  const loader = new torch.data.DataLoader(dataset, options);
  return () =>
    timed(() => {
      for (const [images, labels] of loader as Iterable<readonly [Tensor, Tensor]>) {
        images.dispose();
        labels.dispose();
      }
    }, 1);
}

export const cases: Implementation = {
  'ResNet-18, training step, batch 16 of 64 × 64': training,
  'ResNet-18, batch 1 of 224 × 224': inference,
  '96 pictures to crops of 224, two workers': pictures,
};
