'use strict';
// A worker of one process as a rank, for ddp-ranks.test.ts: trains, and posts its parameters and gradients.
const { parentPort, workerData } = require('node:worker_threads');
require('../../support/register-ts.cjs');
const torch = require('../../../lib/index');

const { nn, distributed } = torch;

async function main() {
  const { port, rank } = workerData;
  torch.setNumThreads(1);
  await distributed.initProcessGroup('gloo', {
    initMethod: `tcp://127.0.0.1:${port}`,
    rank,
    worldSize: 2,
    timeout: 60,
  });
  torch.manualSeed(rank);
  const net = new nn.Sequential(new nn.Linear(4, 8), new nn.BatchNorm1d(8), new nn.Linear(8, 2));
  const ddp = new nn.parallel.DistributedDataParallel(net, { bucketCapMb: 0.0001 });
  const optimizer = new torch.optim.SGD(ddp.parameters(), { lr: 0.1 });
  for (let i = 0; i < 4; i++) {
    optimizer.zeroGrad();
    const x = torch.randn([3, 4]);
    if (rank === 0) ddp.forward(x).square().sum().backward();
    else await (await ddp.forwardAsync(x)).square().sum().backwardAsync();
    optimizer.step();
  }
  const values = ddp.parameters().flatMap((parameter) => [parameter.tolist(), parameter.grad?.tolist()]);
  await distributed.destroyProcessGroup();
  parentPort.postMessage(values);
}

void main();
