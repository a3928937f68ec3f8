import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const CALLS = 2000;

function nanoseconds(body: () => void): number {
  const start = process.hrtime.bigint();
  body();
  return Number(process.hrtime.bigint() - start) / CALLS;
}

const pair = (requiresGrad: boolean): readonly [torch.Tensor, torch.Tensor] => [
  torch.ones([4], { requiresGrad }),
  torch.ones([4]),
];

class RNNModel extends nn.Module {
  readonly rnn = new nn.RNN(100, 128, { batchFirst: true });
  readonly fc = new nn.Linear(128, 2);

  override forward(x: torch.Tensor): torch.Tensor {
    const [out] = this.rnn.forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}

function guideStep(): () => number {
  torch.manualSeed(0);
  const model = new RNNModel();
  const criterion = new nn.NLLLoss();
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  const x = torch.randn([64, 10, 100]);
  const y = torch.randint(0, 2, [64]);
  const step = (): void => {
    optimizer.zeroGrad();
    criterion.forward(model.forward(x), y).backward();
    optimizer.step();
  };
  return () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < 20; i++) torch.scope(step);
    return Number(process.hrtime.bigint() - start) / 20e6;
  };
}

export const cases: Implementation = {
  'add, 4 elements, in a scope': () => {
    const [x, y] = pair(false);
    const body = (): void => {
      for (let i = 0; i < CALLS; i++) x.add(y);
    };
    return () => nanoseconds(() => torch.scope(body));
  },
  'add, 4 elements, without a scope': () => {
    const [x, y] = pair(false);
    return () =>
      nanoseconds(() => {
        for (let i = 0; i < CALLS; i++) x.add(y);
      });
  },
  'add, 4 elements, with gradients': () => {
    const [x, y] = pair(true);
    const body = (): void => {
      for (let i = 0; i < CALLS; i++) x.add(y);
    };
    return () => nanoseconds(() => torch.scope(body));
  },
  'training step, RNN 100-128-2, 10 steps': guideStep,
};
