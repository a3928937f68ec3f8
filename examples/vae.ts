/**
 * A variational autoencoder: it learns to draw small pictures of rings and crosses, and how likely pictures are.
 *
 *   node scripts/run-ts.cjs examples/vae.ts [--epochs 60] [--seed 0]
 */
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { data, distributions, nn, optim, type Tensor } from 'libtorch-node';

const { values: flags } = parseArgs({
  options: { epochs: { type: 'string', default: '60' }, seed: { type: 'string', default: '0' } },
});
torch.manualSeed(Number(flags.seed));
// Networks this small gain nothing from a second thread.
torch.setNumThreads(1);

// 1. Pictures --------------------------------------------------------------------------------------------------------
// Rings and crosses of random sizes at random places, 14 × 14 pixels that are 0 or 1.

const SIDE = 14;
const PIXELS = SIDE * SIDE;

function picture(isRing: boolean, [u, v, w]: readonly number[]): number[] {
  const radius = 2.5 + 2 * u!;
  const place = (where: number): number => radius + where * (SIDE - 1 - 2 * radius);
  const [left, top] = [place(v!), place(w!)];
  return Array.from({ length: PIXELS }, (_, i) => {
    const [x, y] = [(i % SIDE) - left, Math.floor(i / SIDE) - top];
    const distance = Math.hypot(x, y);
    const isOn = isRing
      ? Math.abs(distance - radius) < 0.7
      : distance < radius && Math.min(Math.abs(x), Math.abs(y)) < 0.7;
    return isOn ? 1 : 0;
  });
}

function pictures(count: number): Tensor {
  const random = torch.rand([count, 3]).tolist() as number[][];
  return torch.tensor(
    random.map((numbers, i) => picture(i % 2 === 0, numbers)),
    { dtype: torch.float32 },
  );
}

// 2. The model -------------------------------------------------------------------------------------------------------
// The encoder gives a distribution of the few numbers that describe a picture, the decoder a distribution of pictures.

const { Bernoulli, Independent, Normal, klDivergence } = distributions;
const HIDDEN = 256;
const LATENT = 5;

const layers = (from: number, to: number): nn.Sequential =>
  new nn.Sequential(new nn.Linear(from, HIDDEN), new nn.ReLU(), new nn.Linear(HIDDEN, to));

class VAE extends nn.Module {
  readonly encoder = layers(PIXELS, 2 * LATENT);
  readonly decoder = layers(LATENT, PIXELS);
  readonly prior = new Independent(new Normal(torch.zeros([LATENT]), torch.ones([LATENT])), 1);

  encode(x: Tensor): distributions.Independent {
    const [mean, logStd] = this.encoder.forward(x).chunk(2, -1) as [Tensor, Tensor];
    return new Independent(new Normal(mean, logStd.exp()), 1);
  }

  decode(z: Tensor): distributions.Independent {
    return new Independent(new Bernoulli({ logits: this.decoder.forward(z) }), 1);
  }

  /** The evidence lower bound of each picture, in nats: what training makes larger. */
  override forward(x: Tensor): Tensor {
    const posterior = this.encode(x);
    const likelihood = this.decode(posterior.rsample()).logProb(x);
    return likelihood.sub(klDivergence(posterior, this.prior));
  }
}

// 3. Training --------------------------------------------------------------------------------------------------------

const model = new VAE();
const optimizer = new optim.Adam(model.parameters(), { lr: 2e-3 });
const loader = new data.DataLoader(new data.TensorDataset(pictures(4000)), { batchSize: 100, shuffle: true });
const unseen = pictures(1000);

async function train(): Promise<void> {
  for (let epoch = 1; epoch <= Number(flags.epochs); epoch++) {
    for await (const [x] of loader) {
      torch.scope(() => {
        optimizer.zeroGrad();
        model.forward(x!).mean().neg().backward();
        optimizer.step();
      });
    }
    const bound = torch.noGrad(() => torch.scope(() => Number(model.forward(unseen).mean().item())));
    if (epoch % 10 === 0 || epoch === 1)
      console.log(`epoch ${epoch}: ${bound.toFixed(2)} nats for a picture it has not seen`);
  }
}

// 4. New pictures ----------------------------------------------------------------------------------------------------

function draw(): void {
  const drawn = torch.noGrad(() =>
    model
      .decode(model.prior.sample([4]))
      .mean.gt(0.5)
      .reshape([4, SIDE, SIDE])
      .tolist(),
  );
  const rows = drawn as boolean[][][];
  for (let y = 0; y < SIDE; y++) {
    console.log(rows.map((picture) => picture[y]!.map((isOn) => (isOn ? '██' : '  ')).join('')).join(' │ '));
  }
}

train()
  .then(draw)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
