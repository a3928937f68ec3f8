import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const STEPS = 100;

const network = (): nn.Sequential => new nn.Sequential(new nn.Linear(64, 128), new nn.ReLU(), new nn.Linear(128, 10));

function microseconds(step: () => void): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < STEPS; i++) torch.scope(step);
  return Number(process.hrtime.bigint() - start) / STEPS / 1e3;
}

export const cases: Implementation = {
  'training step, 64-128-10, batch 32': () => {
    torch.manualSeed(0);
    const model = network();
    const criterion = new nn.CrossEntropyLoss();
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
    const [x, y] = [torch.randn([32, 64]), torch.randint(0, 10, [32])];
    const step = (): void => {
      optimizer.zeroGrad();
      criterion.forward(model.forward(x), y).backward();
      optimizer.step();
    };
    return () => microseconds(step);
  },
  'inference, 64-128-10, batch 32': () => {
    torch.manualSeed(0);
    const model = network().eval();
    const x = torch.randn([32, 64]);
    return () => torch.noGrad(() => microseconds(() => void model.forward(x)));
  },
};
