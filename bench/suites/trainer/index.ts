/** What the Trainer costs: its loop and the one written by hand, in turn, on the guide's model. */
import { data, nn, optim, training, type Tensor } from 'libtorch-node';
import * as torch from 'libtorch-node';
import { rounds, warmups } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { OwnSuite } from '../../harness/types';

const ROUNDS = rounds(40);
const STEPS = 32;

class RNNModel extends nn.Module {
  readonly rnn = new nn.RNN(100, 128, { batchFirst: true });
  readonly fc = new nn.Linear(128, 2);

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}

function parts() {
  torch.manualSeed(0);
  const model = new RNNModel();
  const dataset = new data.TensorDataset(torch.randn([STEPS * 64, 20, 100]), torch.randint(0, 2, [STEPS * 64]));
  const loader = new data.DataLoader(dataset, { batchSize: 64, shuffle: true }) as data.DataLoader<[Tensor, Tensor]>;
  return { model, loader, loss: new nn.NLLLoss(), optimizer: new optim.Adam(model.parameters(), { lr: 0.001 }) };
}

/** The guide's loop, with the loss of each step as the Trainer has it. */
function byHand(): () => Promise<void> {
  const { model, loader, loss: criterion, optimizer } = parts();
  return async () => {
    for (const [x, y] of loader) {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(x), y);
      loss.backward();
      optimizer.step();
      loss.item();
    }
  };
}

function byTrainer(options: Partial<training.TrainerSettings<[Tensor, Tensor]>> = {}): () => Promise<void> {
  const { loader, ...rest } = parts();
  const trainer = new training.Trainer<[Tensor, Tensor]>({ ...rest, ...options });
  return async () => void (await trainer.fit(loader));
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / STEPS;
}

async function measure() {
  const [hand, trainer] = [byHand(), byTrainer()];
  const metered = byTrainer({ metrics: { accuracy: new training.Accuracy() } });
  const rows: [number, number, number][] = [];
  for (let round = -warmups(5); round < ROUNDS; round++) {
    // Who comes first changes, as the machine's speed does.
    const first = round % 2 === 0 ? await timed(hand) : undefined;
    const [b, c] = [await timed(trainer), await timed(metered)];
    const a = first ?? (await timed(hand));
    if (round >= 0) rows.push([a, b, c]);
  }
  const median = (pick: (row: [number, number, number]) => number, q = 0.5): number => quantile(rows.map(pick), q);
  return [
    { name: 'by hand', value: median(([a]) => a), unit: 'ms/step' },
    { name: 'Trainer', value: median(([, b]) => b), unit: 'ms/step' },
    { name: 'Trainer / by hand, lower quartile', value: median(([a, b]) => b / a, 0.25), unit: '' },
    { name: 'Trainer / by hand, median', value: median(([a, b]) => b / a), unit: '', atMost: 1.03 },
    { name: 'Trainer / by hand, upper quartile', value: median(([a, b]) => b / a, 0.75), unit: '' },
    { name: 'Trainer with accuracy / by hand, median', value: median(([a, , c]) => c / a), unit: '' },
  ];
}

export const suite: OwnSuite = { title: "the guide's RNN, 20 time steps, batches of 64", measure };
