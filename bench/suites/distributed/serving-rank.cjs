'use strict';
// One of the ranks that are workers of serving-process.ts: trains the model of 4.5 million parameters until somebody writes a 1
// into the first number of `shared`; counts its steps in the second.
const torch = require('../../../dist/index.js');

const { nn, optim, distributed } = torch;

module.exports = async (rank, shared) => {
  const numbers = new Int32Array(shared);
  await distributed.initProcessGroup('gloo', { timeout: 60 });
  torch.manualSeed(rank);
  const layers = [new nn.Linear(256, 1024), new nn.ReLU(), new nn.Linear(1024, 2048), new nn.ReLU()];
  const rest = [new nn.Linear(2048, 1024), new nn.ReLU(), new nn.Linear(1024, 10)];
  const model = new nn.parallel.DistributedDataParallel(new nn.Sequential(...layers, ...rest));
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  const [x, y] = [torch.randn([32, 256]), torch.randint(0, 10, [32])];
  const first = nn.functional.crossEntropy(model.forward(x), y).item();
  let last = first;
  for (;;) {
    // All ranks end after the same step.
    const stop = torch.tensor([Atomics.load(numbers, 0)], { dtype: torch.int32 });
    distributed.allReduce(stop, { op: distributed.ReduceOp.MAX });
    if (stop.item() > 0) break;
    last = torch.scope(() => {
      optimizer.zeroGrad();
      const loss = nn.functional.crossEntropy(model.forward(x), y);
      loss.backward();
      optimizer.step();
      return loss.item();
    });
    if (rank === 0) Atomics.add(numbers, 1, 1);
  }
  await distributed.destroyProcessGroup();
  return { first, last };
};
