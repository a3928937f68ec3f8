/** Prints the instruction set and the largest relative error of a fused run's results, for test/unit/nn/chain. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';

torch.manualSeed(0);
const model = new nn.Sequential(new nn.Linear(33, 45), new nn.GELU(), new nn.LayerNorm(45), new nn.Linear(45, 7));
const [x, y] = [torch.randn([13, 33]), torch.randint(0, 7, [13])];

function run(fused: boolean): Tensor[] {
  torch.backends.mlp.fused = fused;
  const loss = new nn.CrossEntropyLoss().forward(model.forward(x), y);
  return [loss, ...torch.autograd.grad([loss], model.parameters())];
}

const found = run(true);
const errors = run(false).map((plain, i) => {
  const difference = plain
    .sub(found[i] as Tensor)
    .abs()
    .max();
  return (difference.item() as number) / (plain.abs().max().item() as number);
});
console.log(JSON.stringify({ kernels: torch.backends.rnn.kernels, error: Math.max(...errors) }));
