'use strict';
// One Node rank of the distributed suite: trains a model of 4.5 million parameters. Each line on stdin is a number of steps,
// `stats`, or `reduce ELEMENTS TIMES`; the answer is the time of one step or all-reduce in milliseconds, or the averages of the
// Reducer. ddp_rank.py does the same.
const readline = require('node:readline');
const torch = require('libtorch-node');

const { nn, optim, distributed } = torch;

/** Milliseconds of one all-reduce. */
function reduce(elements, times) {
  const x = torch.zeros([elements]);
  const start = performance.now();
  for (let i = 0; i < times; i++) distributed.allReduce(x);
  return (performance.now() - start) / times;
}

async function main() {
  torch.setNumThreads(1);
  await distributed.initProcessGroup('gloo');
  torch.manualSeed(0);
  const layers = [new nn.Linear(256, 1024), new nn.ReLU(), new nn.Linear(1024, 2048), new nn.ReLU()];
  const rest = [new nn.Linear(2048, 1024), new nn.ReLU(), new nn.Linear(1024, 10)];
  const model = new nn.parallel.DistributedDataParallel(new nn.Sequential(...layers, ...rest));
  model.setDdpRuntimeLoggingSampleRate(1);
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  const [x, y] = [torch.randn([32, 256]), torch.randint(0, 10, [32])];
  const step = () =>
    torch.scope(() => {
      optimizer.zeroGrad();
      nn.functional.crossEntropy(model.forward(x), y).backward();
      optimizer.step();
    });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === 'stats') {
      const averages = Object.entries(model.getDdpLoggingData()).filter(([name]) => name.startsWith('avg_'));
      process.stdout.write(`${JSON.stringify(Object.fromEntries(averages))}\n`);
      continue;
    }
    if (line.startsWith('reduce')) {
      process.stdout.write(`${reduce(...line.split(' ').slice(1).map(Number))}\n`);
      continue;
    }
    const start = performance.now();
    for (let i = 0; i < Number(line); i++) step();
    process.stdout.write(`${(performance.now() - start) / Number(line)}\n`);
  }
  await distributed.destroyProcessGroup();
}

void main();
