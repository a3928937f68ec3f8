/**
 * Transfer learning with a function of one's own: a network learns one task; its first layers are kept as they are, and a new
 * head learns another, over features that are rounded to ±1 (the gradient passes straight through).
 */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

/** The sign; its gradient is that of the identity where the input lies between -1 and 1. */
class StraightThrough extends torch.autograd.Function {
  static forward(context: torch.autograd.FunctionContext, x: Tensor): Tensor {
    context.saveForBackward(x);
    return x.sign();
  }

  static backward(context: torch.autograd.FunctionContext, gradient: Tensor): Tensor {
    const [x] = context.savedTensors;
    return x ? gradient.mul(x.abs().le(1).to(gradient.dtype)) : gradient;
  }
}

class Network extends nn.Module {
  readonly features = new nn.Sequential(new nn.Linear(8, 32), new nn.Tanh(), new nn.Linear(32, 16));
  head = new nn.Linear(16, 3);

  override forward(x: Tensor): Tensor {
    return this.head.forward(StraightThrough.apply(this.features.forward(x)));
  }
}

function train(model: Network, x: Tensor, y: Tensor, optimizer: optim.Optimizer, name: string): void {
  for (let step = 1; step <= 60; step++) {
    const loss = torch.scope(() => {
      optimizer.zeroGrad();
      const loss = nn.functional.crossEntropy(model.forward(x), y);
      loss.backward();
      optimizer.step();
      return loss.item();
    });
    if (step % 20 === 0) console.log(`${name}, step ${step}: loss ${loss.toFixed(6)}`);
  }
}

torch.manualSeed(0);
const x = torch.randn([256, 8]);
const first = x.narrow(1, 0, 3).argmax(1);
const second = x.narrow(1, 0, 3).sum(1).gt(0).to(torch.int64);

const model = new Network();
train(model, x, first, new optim.Adam(model.parameters(), { lr: 0.01 }), 'first task');

// The features stay; a new head, and the last of the feature layers more carefully.
model.features.requiresGrad_(false);
model.head = new nn.Linear(16, 2);
const last = model.features.at(2);
last.requiresGrad_(true);
const groups = [{ params: model.head.parameters() }, { params: last.parameters(), lr: 0.001 }];
train(model, x, second, new optim.Adam(groups, { lr: 0.01 }), 'second task');
