'use strict';
// `node program.cjs CASE COUNT`: makes COUNT calls of one operator, or COUNT training steps of a small network, on the
// built package, for callgrind to count.
const torch = require('../../dist/index.js');

const [name, count] = process.argv.slice(2);
const x = torch.ones([4], { requiresGrad: name === 'add with gradients' });
const y = torch.ones([4]);

function trainer() {
  const { nn, optim } = torch;
  const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 3));
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.Adam(model.parameters());
  const [input, labels] = [torch.ones([4, 4]), torch.tensor([0, 1, 2, 0])];
  return () => {
    optimizer.zeroGrad();
    criterion.forward(model.forward(input), labels).backward();
    optimizer.step();
  };
}

const BLOCK = 500;
const call = name === 'training step' ? trainer() : () => x.add(y);
const block = () => {
  for (let i = 0; i < BLOCK; i++) call();
};
for (let done = 0; done < Number(count); done += BLOCK) {
  if (name === 'add without a scope') block();
  else if (name === 'training step') for (let i = 0; i < BLOCK; i++) torch.scope(call);
  else torch.scope(block);
}
