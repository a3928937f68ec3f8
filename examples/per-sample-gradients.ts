/**
 * Gradients of each sample of a batch in one call, and training with them: DP-SGD cuts each sample's gradient to a length and adds
 * noise, so that no single sample shows in the weights.
 *
 *   node scripts/run-ts.cjs examples/per-sample-gradients.ts [--epochs 15] [--noise 0.5] [--clip 1]
 */
import * as torch from 'libtorch-node';
import type { Tensor } from 'libtorch-node';
import { parseArgs } from 'node:util';

const { func, nn, optim } = torch;
const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '15' },
    noise: { type: 'string', default: '0.5' },
    clip: { type: 'string', default: '1' },
  },
});
const [epochs, noise, clip] = [Number(values.epochs), Number(values.noise), Number(values.clip)];

type Weights = Record<string, Tensor>;

const model = new nn.Sequential(new nn.Linear(2, 32), new nn.Tanh(), new nn.Linear(32, 2));

/** The loss of one sample. */
function loss(weights: Weights, x: Tensor, y: Tensor): Tensor {
  const logits = func.functionalCall(model, weights, x.unsqueeze(0)) as Tensor;
  return nn.functional.crossEntropy(logits, y.unsqueeze(0));
}

/** The same for a batch: each gradient has one more dimension, that of the samples. */
const gradientsOfEach = func.vmap(func.grad(loss), { inDims: [null, 0, 0] });

function weightsOf(module: torch.nn.Module): Weights {
  return Object.fromEntries(module.namedParameters().map(([name, parameter]) => [name, parameter.detach()]));
}

/** The length of each sample's gradient over all parameters. */
function lengths(gradients: Weights): Tensor {
  const squares = Object.values(gradients).map((gradient) => gradient.pow(2).flatten(1).sum(1));
  return torch.stack(squares).sum(0).sqrt();
}

/** Points within and outside of a circle. */
function circle(count: number): [Tensor, Tensor] {
  const x = torch.rand([count, 2]).mul(2).sub(1);
  return [x, x.pow(2).sum(1).lt(0.5).to(torch.int64)];
}

/** The largest difference to gradients that are computed one after the other. */
function compareWithLoop(x: Tensor, y: Tensor): number {
  const together = gradientsOfEach(weightsOf(model), x, y);
  const differences = Array.from({ length: x.size(0) }, (_, i) => {
    const alone = func.grad(loss)(weightsOf(model), x.select(0, i), y.select(0, i));
    return Math.max(
      ...Object.keys(alone).map((name) => alone[name]!.sub(together[name]!.select(0, i)).abs().max().item()),
    );
  });
  return Math.max(...differences);
}

function step(optimizer: torch.optim.Optimizer, x: Tensor, y: Tensor): void {
  const gradients = gradientsOfEach(weightsOf(model), x, y);
  const factors = lengths(gradients).clamp(clip).reciprocal().mul(clip);
  for (const [name, parameter] of model.namedParameters()) {
    const cut = torch.einsum('n,n...->...', factors, gradients[name] as Tensor);
    const blurred = cut.add(torch.randnLike(cut), { alpha: noise * clip });
    parameter.grad = blurred.div(x.size(0));
  }
  optimizer.step();
}

function accuracy(x: Tensor, y: Tensor): number {
  return torch.noGrad(() => (model.forward(x) as Tensor).argmax(1).eq(y).to(torch.float32).mean().item());
}

async function main(): Promise<void> {
  torch.manualSeed(0);
  const [x, y] = circle(2048);
  const [testX, testY] = circle(1000);
  console.log(`vmap and a loop differ by ${compareWithLoop(x.narrow(0, 0, 16), y.narrow(0, 0, 16)).toExponential(1)}`);
  const batches = new torch.data.DataLoader(new torch.data.TensorDataset(x, y), { batchSize: 64, shuffle: true });
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for await (const [samples, labels] of batches) step(optimizer, samples, labels);
    console.log(`epoch ${epoch}: accuracy ${accuracy(testX, testY).toFixed(3)}`);
  }
}

void main();
