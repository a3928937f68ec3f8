/** A generative adversarial network: a generator learns to make numbers like those of a mixture of two normal distributions. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const [BATCH, NOISE] = [128, 4];
const layers = (from: number): nn.Sequential =>
  new nn.Sequential(
    new nn.Linear(from, 32),
    new nn.LeakyReLU(0.2),
    new nn.Linear(32, 32),
    new nn.Tanh(),
    new nn.Linear(32, 1),
  );

torch.manualSeed(0);
const [generator, judge] = [layers(NOISE), layers(1)];
const betas: [number, number] = [0.5, 0.999];
const generatorOptimizer = new optim.Adam(generator.parameters(), { lr: 0.002, betas });
const judgeOptimizer = new optim.Adam(judge.parameters(), { lr: 0.002, betas });
const criterion = new nn.BCEWithLogitsLoss();
const [real, made] = [torch.ones([BATCH, 1]), torch.zeros([BATCH, 1])];

function samples(): Tensor {
  const which = torch.rand([BATCH, 1]).lt(0.5);
  return torch.where(which, torch.randn([BATCH, 1]).mul(0.3).sub(2), torch.randn([BATCH, 1]).mul(0.5).add(1));
}

for (let step = 1; step <= 200; step++) {
  const [judgeLoss, generatorLoss] = torch.scope(() => {
    const fake = generator.forward(torch.randn([BATCH, NOISE]));
    judgeOptimizer.zeroGrad();
    // The judge's step leaves the generator alone: `detach` ends the graph there.
    const judged = criterion.forward(judge.forward(samples()), real);
    const judgeLoss = judged.add(criterion.forward(judge.forward(fake.detach()), made));
    judgeLoss.backward();
    judgeOptimizer.step();
    generatorOptimizer.zeroGrad();
    const generatorLoss = criterion.forward(judge.forward(fake), real);
    generatorLoss.backward();
    generatorOptimizer.step();
    return [judgeLoss.item(), generatorLoss.item()] as const;
  });
  if (step % 50 !== 0) continue;
  console.log(`step ${step}: judge's loss ${judgeLoss.toFixed(6)}`);
  console.log(`step ${step}: generator's loss ${generatorLoss.toFixed(6)}`);
}
