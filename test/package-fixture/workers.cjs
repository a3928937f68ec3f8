// Four workers train the same model from the same seed, while a fifth is terminated in the middle of a call. Prints the
// losses once if all agree.
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const torch = require('libtorch-node');

function trainOnce() {
  const generator = new torch.Generator().manualSeed(0);
  const x = torch.randn([64, 16], { generator });
  const weight = torch.randn([16, 1], { generator }).requiresGrad_();
  const optimizer = new torch.optim.SGD([weight], { lr: 0.01 });
  const losses = [];
  for (let step = 0; step < 20; step++) {
    optimizer.zeroGrad();
    const loss = x.matmul(weight).pow(2).mean();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return losses;
}

/** Never comes back to the event loop by itself. */
function multiplyForever() {
  const a = torch.ones([512, 512]);
  parentPort.postMessage('busy');
  for (;;) torch.scope(() => a.matmul(a));
}

const answerOf = (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));

async function main() {
  const victim = new Worker(__filename, { workerData: 'forever' });
  await answerOf(victim);
  const workers = Array.from({ length: 4 }, () => new Worker(__filename, { workerData: 'train' }));
  const answers = Promise.all(workers.map(answerOf));
  await victim.terminate();
  const [first, ...others] = (await answers).map((losses) => losses.join(' '));
  if (others.some((losses) => losses !== first)) throw new Error('workers disagree');
  if (trainOnce().join(' ') !== first) throw new Error('the main thread disagrees with the workers');
  console.log(`workers ${first.split(' ').at(-1)}`);
}

if (isMainThread) void main();
else if (workerData === 'forever') multiplyForever();
else parentPort.postMessage(trainOnce());
