/** A forecast: an LSTM reads 24 hours of a load curve and tells the next one; the rate falls when nothing improves. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const [HOURS, WINDOW] = [240, 24];

class Forecast extends nn.Module {
  readonly lstm = new nn.LSTM(1, 32, { numLayers: 2, batchFirst: true });
  readonly output = new nn.Linear(32, 1);

  override forward(x: Tensor): Tensor {
    const [out] = this.lstm.forward(x);
    return this.output.forward(out.select(1, -1)).squeeze(-1);
  }
}

torch.manualSeed(0);
const time = torch.arange(HOURS, { dtype: torch.float32 });
const daily = time.mul((2 * Math.PI) / 24).sin();
const weekly = time
  .mul((2 * Math.PI) / 168)
  .cos()
  .mul(0.5);
const load = daily.add(weekly).add(torch.randn([HOURS]).mul(0.05));
const windows = load.unfold(0, WINDOW + 1, 1);
const [x, y] = [windows.narrow(1, 0, WINDOW).unsqueeze(-1), windows.select(1, WINDOW)];
const train = Math.floor(x.size(0) * 0.8);
const held = x.size(0) - train;

const model = new Forecast();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
const scheduler = new optim.lrScheduler.ReduceLROnPlateau(optimizer, { factor: 0.5, patience: 3 });
for (let epoch = 1; epoch <= 30; epoch++) {
  const [loss, validation] = torch.scope(() => {
    optimizer.zeroGrad();
    const loss = nn.functional.mseLoss(model.forward(x.narrow(0, 0, train)), y.narrow(0, 0, train));
    loss.backward();
    optimizer.step();
    const validation = torch.noGrad(() =>
      nn.functional.mseLoss(model.forward(x.narrow(0, train, held)), y.narrow(0, train, held)),
    );
    return [loss.item(), validation.item()] as const;
  });
  scheduler.step(validation);
  if (epoch % 10 === 0) {
    console.log(`epoch ${epoch}: loss ${loss.toFixed(6)}`);
    console.log(
      `epoch ${epoch}: validation loss ${validation.toFixed(6)}, rate ${String(optimizer.paramGroups[0]?.lr)}`,
    );
  }
}
