import * as torch from '../../../lib/index';
import { type Tensor, data, nn, optim } from '../../../lib/index';

/** Two classes that a line separates, with dropout so that the generator matters. */
export class Net extends nn.Module {
  readonly hidden = new nn.Linear(4, 8);
  readonly dropout = new nn.Dropout(0.2);
  readonly out = new nn.Linear(8, 2);

  override forward(x: Tensor): Tensor {
    return this.out.forward(this.dropout.forward(this.hidden.forward(x).relu()));
  }
}

export function samples(count: number): [Tensor, Tensor] {
  const generator = new torch.Generator().manualSeed(7);
  const x = torch.randn([count, 4], { generator });
  return [x, x.sum(1).gt(0).to(torch.int64)];
}

export function loaderOf(count = 64, batchSize = 8): data.DataLoader<[Tensor, Tensor]> {
  return new data.DataLoader(new data.TensorDataset(...samples(count)), { batchSize, shuffle: true });
}

export function fresh(lr = 0.01): { model: Net; optimizer: optim.Adam; loss: nn.CrossEntropyLoss } {
  torch.manualSeed(0);
  const model = new Net();
  return { model, optimizer: new optim.Adam(model.parameters(), { lr }), loss: new nn.CrossEntropyLoss() };
}
