/** A convolutional network that tells horizontal from vertical and diagonal stripes, with batches from a DataLoader. */
import * as torch from 'libtorch-node';
import { data, nn, optim, type Tensor } from 'libtorch-node';

const [SIDE, COUNT] = [12, 192];

/** Stripes of three directions, with noise. */
function pictures(): [x: Tensor, y: Tensor] {
  const y = torch.arange(COUNT).remainder(3);
  const place = torch.arange(SIDE);
  const [rows, columns] = [place.unsqueeze(1).expand([SIDE, SIDE]), place.unsqueeze(0).expand([SIDE, SIDE])];
  const stripes = [rows, columns, rows.add(columns)].map((where) => where.remainder(4).lt(2).to(torch.float32));
  const clean = torch.stack(stripes).indexSelect(0, y).unsqueeze(1);
  return [clean.add(torch.randn([COUNT, 1, SIDE, SIDE]).mul(0.8)), y];
}

torch.manualSeed(0);
const [x, y] = pictures();
const loader = new data.DataLoader(new data.TensorDataset(x, y), { batchSize: 32 });
const model = new nn.Sequential(
  new nn.Conv2d(1, 8, 3, { padding: 1 }),
  new nn.BatchNorm2d(8),
  new nn.ReLU(),
  new nn.MaxPool2d(2),
  new nn.Conv2d(8, 16, 3, { padding: 1 }),
  new nn.ReLU(),
  new nn.AdaptiveAvgPool2d(2),
  new nn.Flatten(),
  new nn.Dropout(0.25),
  new nn.Linear(64, 3),
);
const optimizer = new optim.SGD(model.parameters(), { lr: 0.05, momentum: 0.9, weightDecay: 1e-4 });
const scheduler = new optim.lrScheduler.StepLR(optimizer, 3, { gamma: 0.5 });
const criterion = new nn.CrossEntropyLoss();
for (let epoch = 1; epoch <= 6; epoch++) {
  let total = 0;
  for (const [images, labels] of loader) {
    total += torch.scope(() => {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(images), labels);
      loss.backward();
      optimizer.step();
      return loss.item();
    });
  }
  scheduler.step();
  console.log(`epoch ${epoch}: loss ${(total / loader.length).toFixed(6)}`);
}
model.eval();
const right = torch.noGrad(() => model.forward(x).argmax(1).eq(y).sum().item());
console.log(`${right} of ${COUNT} pictures are classified rightly`);
