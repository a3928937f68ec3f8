/** Reads the names of cases, answers each with the milliseconds of a training step. */
import readline from 'node:readline';
import * as torch from 'libtorch-node';
import { type Tensor, nn, optim } from 'libtorch-node';
import { cnn, mlp, resnet18, transformer } from '../inference/models';

const AT_MOST_MS = 300;

/** A block as GPT-2 has it, of modules that every framework has. */
class Block extends nn.Module {
  readonly ln1 = new nn.LayerNorm(256);
  readonly attention = new nn.MultiheadAttention(256, 8, { dropout: 0.1, batchFirst: true });
  readonly dropout = new nn.Dropout(0.1);
  readonly mlp = new nn.Sequential(
    new nn.LayerNorm(256),
    new nn.Linear(256, 1024),
    new nn.GELU({ approximate: 'tanh' }),
    new nn.Linear(1024, 256),
    new nn.Dropout(0.1),
  );
  readonly mask = nn.Transformer.generateSquareSubsequentMask(128);

  override forward(x: Tensor): Tensor {
    const h = this.ln1.forward(x);
    const [y] = this.attention.forward(h, h, h, { attnMask: this.mask, isCausal: true, needWeights: false });
    const z = x.add(this.dropout.forward(y));
    return z.add(this.mlp.forward(z));
  }
}

type Model = nn.Module & { forward(x: Tensor): Tensor };

const square = (y: Tensor): Tensor => y.square().mean();
const classify = (classes: number, count: number) => {
  const criterion = new nn.CrossEntropyLoss();
  const labels = torch.randint(0, classes, [count]);
  return (y: Tensor): Tensor => criterion.forward(y, labels);
};

const CASES: Readonly<Record<string, () => [model: Model, x: Tensor, loss: (y: Tensor) => Tensor]>> = {
  MLP: () => [mlp() as Model, torch.randn([64, 784]), classify(10, 64)],
  CNN: () => [cnn() as Model, torch.randn([64, 1, 28, 28]), classify(10, 64)],
  ResNet: () => [resnet18() as Model, torch.randn([4, 3, 64, 64]), classify(1000, 4)],
  transformer: () => [transformer(128, 512, 4), torch.randn([16, 64, 128]), square],
  GPT: () => [new Block(), torch.randn([8, 128, 256]), square],
};

function prepare(which: string): () => void {
  const make = CASES[which];
  if (!make) throw new Error(`no case for '${which}'`);
  torch.manualSeed(0);
  const [model, x, loss] = make();
  const optimizer = new optim.Adam(model.parameters(), { lr: 1e-4 });
  return () =>
    torch.scope(() => {
      optimizer.zeroGrad();
      loss(model.forward(x)).backward();
      optimizer.step();
    });
}

/** The mean of consecutive steps, as in training. */
function measure(step: () => void): number {
  const start = performance.now();
  let done = 0;
  do step();
  while ((++done, performance.now() - start < AT_MOST_MS));
  return (performance.now() - start) / done;
}

async function main(): Promise<void> {
  const ready = new Map<string, () => void>();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const step = ready.get(line) ?? prepare(line);
    ready.set(line, step);
    process.stdout.write(`${measure(step)}\n`);
  }
}

void main();
