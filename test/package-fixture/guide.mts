// The guide's program on random data, as a user of the package writes it; scripts/package-check.cjs runs it.
import * as torch from 'libtorch-node';
import { data, nn, optim, type Tensor } from 'libtorch-node';

class RNNModel extends nn.Module {
  readonly rnn: nn.RNN;
  readonly fc: nn.Linear;

  constructor(inputSize: number, hiddenSize: number, outputSize: number) {
    super();
    this.rnn = new nn.RNN(inputSize, hiddenSize, { batchFirst: true });
    this.fc = new nn.Linear(hiddenSize, outputSize);
  }

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}

torch.manualSeed(0);
const dataset = new data.TensorDataset(torch.randn([128, 10, 100]), torch.randint(0, 2, [128]));
const loader = new data.DataLoader(dataset, { batchSize: 64, shuffle: true });
const model = new RNNModel(100, 128, 2);
const criterion = new nn.NLLLoss();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
const losses: number[] = [];
for (const [x, y] of loader) {
  optimizer.zeroGrad();
  const loss = criterion.forward(model.forward(x as Tensor), y as Tensor);
  loss.backward();
  optimizer.step();
  losses.push(Number(loss.item()));
}
console.log(`losses ${losses.join(' ')}`);
