import * as torch from 'libtorch-node';
import { func, nn } from 'libtorch-node';
import type { Tensor } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

type Parameters = Record<string, Tensor>;
type Loss = (parameters: Parameters, x: Tensor, y: Tensor) => Tensor;

const BATCH = 64;

function parametersOf(model: nn.Module): Parameters {
  return Object.fromEntries(model.namedParameters().map(([name, tensor]) => [name, tensor.detach()]));
}

function timed(repeats: number, run: () => void): () => number {
  return () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < repeats; i++) torch.scope(run);
    return Number(process.hrtime.bigint() - start) / repeats / 1e6;
  };
}

function perSample(model: nn.Module, loss: Loss, x: Tensor, repeats: number): () => number {
  const parameters = parametersOf(model);
  const y = torch.randint(0, 10, [BATCH]);
  const gradients = func.vmap(func.grad(loss), { inDims: [null, 0, 0] });
  return timed(repeats, () => void gradients(parameters, x, y));
}

const crossEntropy = (logits: Tensor, y: Tensor): Tensor =>
  nn.functional.crossEntropy(logits.unsqueeze(0), y.unsqueeze(0));

function mlp(): () => number {
  torch.manualSeed(0);
  const model = new nn.Sequential(new nn.Linear(64, 128), new nn.ReLU(), new nn.Linear(128, 10));
  const loss: Loss = (parameters, x, y) => crossEntropy(func.functionalCall(model, parameters, x) as Tensor, y);
  return perSample(model, loss, torch.randn([BATCH, 64]), 20);
}

/** The guide's recurrence, by products: 10 steps of 57 letters. Neither side maps the gradient of `RNNCell`. */
class Letters extends nn.Module {
  readonly input = new nn.Linear(57, 128);
  readonly hidden = new nn.Linear(128, 128);
  readonly output = new nn.Linear(128, 10);

  override forward(x: Tensor): Tensor {
    let hidden = torch.zeros([1, 128]);
    for (let i = 0; i < x.size(0); i++)
      hidden = this.input.forward(x.select(0, i).unsqueeze(0)).add(this.hidden.forward(hidden)).tanh();
    return this.output.forward(hidden).squeeze(0);
  }
}

function rnn(): () => number {
  torch.manualSeed(0);
  const model = new Letters();
  const loss: Loss = (parameters, x, y) => crossEntropy(func.functionalCall(model, parameters, x) as Tensor, y);
  return perSample(model, loss, torch.randn([BATCH, 10, 57]), 3);
}

function hessian(): () => number {
  torch.manualSeed(0);
  const [x, w] = [torch.randn([32]), torch.randn([32, 32])];
  const of = func.hessian((v: Tensor) => w.matmul(v).tanh().pow(2).sum());
  return timed(10, () => void of(x));
}

export const cases: Implementation = {
  'per-sample gradients, MLP 64-128-10': mlp,
  'per-sample gradients, recurrence of the guide': rnn,
  'Hessian, 32 inputs': hessian,
};
