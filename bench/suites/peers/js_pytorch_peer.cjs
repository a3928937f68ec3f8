'use strict';
// The training steps in js-pytorch, which is found by NODE_PATH. It has no recurrent layers: the RNN is a cell of its
// Linear, exp and div, in a loop over the time steps. It has no tanh either.
const { torch } = require('js-pytorch');
const { serve } = require('./serve.cjs');

const { nn, optim } = torch;

/** tanh(x) = 1 - 2 / (exp(2x) + 1) */
const tanh = (x) => torch.exp(x.mul(2)).add(1).pow(-1).mul(-2).add(1);

class Classifier extends nn.Module {
  constructor() {
    super();
    this.input = new nn.Linear(100, 128);
    this.state = new nn.Linear(128, 128);
    this.fc = new nn.Linear(128, 2);
  }

  forward(times) {
    let h = tanh(this.input.forward(times[0]));
    for (const x of times.slice(1)) h = tanh(this.input.forward(x).add(this.state.forward(h)));
    return this.fc.forward(h);
  }
}

class Perceptron extends nn.Module {
  constructor() {
    super();
    this.first = new nn.Linear(64, 128);
    this.relu = new nn.ReLU();
    this.second = new nn.Linear(128, 10);
  }

  forward(x) {
    return this.second.forward(this.relu.forward(this.first.forward(x)));
  }
}

function training(kind, steps) {
  const small = kind === 'MLP';
  const model = small ? new Perceptron() : new Classifier();
  const x = small ? torch.randn([32, 64]) : Array.from({ length: steps }, () => torch.randn([64, 100]));
  const y = small ? torch.randint(0, 10, [32]) : torch.randint(0, 2, [64]);
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.Adam(model.parameters(), 0.001);
  return () => {
    const loss = criterion.forward(model.forward(x), y);
    loss.backward();
    optimizer.step();
    optimizer.zero_grad();
    return loss;
  };
}

void serve(training);
