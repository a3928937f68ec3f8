/** A variational autoencoder: two numbers for a picture of a bar, and pictures from two numbers. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const SIDE = 8;

class VAE extends nn.Module {
  readonly encoder = new nn.Sequential(new nn.Linear(SIDE * SIDE, 32), new nn.ReLU());
  readonly mean = new nn.Linear(32, 2);
  readonly logVariance = new nn.Linear(32, 2);
  readonly decoder = new nn.Sequential(new nn.Linear(2, 32), new nn.ReLU(), new nn.Linear(32, SIDE * SIDE));

  override forward(x: Tensor): [scores: Tensor, mean: Tensor, logVariance: Tensor] {
    const hidden = this.encoder.forward(x);
    const [mean, logVariance] = [this.mean.forward(hidden), this.logVariance.forward(hidden)];
    // Noise is drawn apart from the parameters, so that these have a gradient.
    const code = mean.add(torch.randnLike(mean).mul(logVariance.mul(0.5).exp()));
    return [this.decoder.forward(code), mean, logVariance];
  }
}

torch.manualSeed(0);
const model = new VAE();
const optimizer = new optim.Adam(model.parameters(), { lr: 0.005 });

/** Pictures with a bar, upright or lying: [count, 64]. */
function pictures(count: number): Tensor {
  const upright = torch.rand([count, 1, 1]).lt(0.5);
  const place = torch.randint(0, SIDE, [count, 1]);
  const bar = nn.functional.oneHot(place.squeeze(1), SIDE).to(torch.float32).unsqueeze(1).expand([count, SIDE, SIDE]);
  return torch.where(upright, bar, bar.transpose(1, 2)).reshape([count, SIDE * SIDE]);
}

for (let step = 1; step <= 300; step++) {
  const [loss, divergence] = torch.scope(() => {
    const x = pictures(64);
    const [scores, mean, logVariance] = model.forward(x);
    const likelihood = nn.functional.binaryCrossEntropyWithLogits(scores, x, { reduction: 'sum' });
    const divergence = logVariance.add(1).sub(mean.pow(2)).sub(logVariance.exp()).sum().mul(-0.5);
    const loss = likelihood.add(divergence).div(64);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return [loss.item(), divergence.item() / 64] as const;
  });
  if (step % 60 !== 0) continue;
  console.log(`step ${step}: loss ${loss.toFixed(6)}`);
  console.log(`step ${step}: of it the divergence, a loss ${divergence.toFixed(6)}`);
}
