import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';
import { BASE, type Shape } from './index';
import shapes from './shapes.json';

const AT_LEAST_MS = 30;

/** Of one step among consecutive ones, as in training. */
function milliseconds(step: () => void): number {
  const start = process.hrtime.bigint();
  let [count, elapsed] = [0, 0];
  while (elapsed < AT_LEAST_MS) {
    torch.scope(step);
    elapsed = Number(process.hrtime.bigint() - start) / 1e6;
    count++;
  }
  return elapsed / count;
}

function trainingStep({ batch, steps, hidden, layers }: Shape): () => number {
  torch.manualSeed(0);
  const gru = new nn.GRU(100, hidden, { numLayers: layers, batchFirst: true });
  const fc = new nn.Linear(hidden, 2);
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.Adam([...gru.parameters(), ...fc.parameters()], { lr: 0.001 });
  const [x, y] = [torch.randn([batch, steps, 100]), torch.randint(0, 2, [batch])];
  return () =>
    milliseconds(() => {
      optimizer.zeroGrad();
      criterion.forward(fc.forward(gru.forward(x)[0].select(1, -1)), y).backward();
      optimizer.step();
    });
}

function product(): () => number {
  const [a, b] = [torch.randn([3200, 128]), torch.randn([128, 384])];
  return () => milliseconds(() => void a.matmul(b));
}

function copy(): () => number {
  const [from, to] = [torch.ones([16e6]), torch.zeros([16e6])];
  return () => milliseconds(() => void to.copy_(from));
}

const sizes = Object.entries(shapes) as [keyof Shape, readonly number[]][];

export const cases: Implementation = Object.fromEntries([
  ['matrix product', product],
  ['copy of 64 MB', copy],
  ...sizes.flatMap(([what, values]) =>
    values.map((value): [string, () => () => number] => [
      `${what} ${value}`,
      () => trainingStep({ ...BASE, [what]: value }),
    ]),
  ),
]);
