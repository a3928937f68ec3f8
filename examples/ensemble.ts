/**
 * Several models that are trained and asked in one call: their parameters are stacked, and `vmap` maps the call of one over them.
 * Each sees samples of its own (bagging), and together they are right more often than one of them is on average.
 *
 *   node scripts/run-ts.cjs examples/ensemble.ts [--epochs 10] [--members 8]
 */
import * as torch from 'libtorch-node';
import type { Tensor } from 'libtorch-node';
import { parseArgs } from 'node:util';

const { func, nn, optim } = torch;
const { values } = parseArgs({
  options: { epochs: { type: 'string', default: '10' }, members: { type: 'string', default: '8' } },
});
const [epochs, members] = [Number(values.epochs), Number(values.members)];

type Weights = Record<string, Tensor>;

const make = () => new nn.Sequential(new nn.Linear(2, 64), new nn.Tanh(), new nn.Linear(64, 3));
const base = make();

/** One member: the layers of `base` with other weights. */
const member = (weights: Weights, x: Tensor): Tensor => func.functionalCall(base, weights, x) as Tensor;
/** Each member gets samples of its own, as in training. */
const onOwnSamples = func.vmap(member, { inDims: [0, 0] });
/** All members get the same samples. */
const onSameSamples = func.vmap(member, { inDims: [0, null] });

/** Points on three arms of a spiral, blurred. */
function spiral(count: number): [Tensor, Tensor] {
  const [arm, radius] = [torch.randint(0, 3, [count]), torch.rand([count]).sqrt()];
  const angle = radius
    .mul(4)
    .add(arm.mul((2 * Math.PI) / 3))
    .add(torch.randn([count]).mul(0.35));
  return [torch.stack([radius.mul(angle.cos()), radius.mul(angle.sin())], 1), arm];
}

/** The largest difference to logits of one member after the other. */
function compareWithLoop(weights: Weights, x: Tensor): number {
  const together = onSameSamples(weights, x);
  const differences = Array.from({ length: members }, (_, i) => {
    const own = Object.fromEntries(Object.entries(weights).map(([name, all]) => [name, all.select(0, i)]));
    return member(own, x).sub(together.select(0, i)).abs().max().item();
  });
  return Math.max(...differences);
}

const rate = (logits: Tensor, y: Tensor): number => logits.argmax(-1).eq(y).to(torch.float32).mean().item();

/** The accuracy of the members on average, and that of the mean of their probabilities. */
function accuracies(weights: Weights, x: Tensor, y: Tensor): [alone: number, together: number] {
  return torch.noGrad(() => {
    const logits = onSameSamples(weights, x);
    return [rate(logits, y), rate(logits.softmax(-1).mean(0), y)];
  });
}

function main(): void {
  torch.manualSeed(0);
  const [x, y] = spiral(150);
  // Bagging: each draws its samples with replacement, so each lacks others.
  const rows = torch.randint(0, x.size(0), [members, x.size(0)]);
  const [ownX, ownY] = [x.index(rows), y.index(rows)];
  const [testX, testY] = spiral(2000);
  const [weights] = func.stackModuleState(Array.from({ length: members }, make)) as [Weights, Weights];
  console.log(`vmap and a loop differ by ${torch.noGrad(() => compareWithLoop(weights, testX)).toExponential(1)}`);
  const optimizer = new optim.Adam(Object.values(weights), { lr: 0.05 });
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let step = 0; step < 20; step++) {
      const logits = onOwnSamples(weights, ownX);
      // The sum over members: none has a part in the gradient of another.
      const loss = nn.functional.crossEntropy(logits.flatten(0, 1), ownY.flatten()).mul(members);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    }
    const [alone, together] = accuracies(weights, testX, testY);
    console.log(`epoch ${epoch}: a member ${alone.toFixed(3)}, together ${together.toFixed(3)}`);
  }
}

main();
