'use strict';
// Other runtimes: a small training with Node's loss, and the unit tests of this repository.
const fs = require('node:fs');
const path = require('node:path');
const { Problem, env, expectSuccess, home, modules, node, run } = require('./common.cjs');
const { unitTests } = require('./unit-tests.cjs');

const TRAINING = `
const torch = require('libtorch-node');
torch.manualSeed(0);
const x = torch.randn([32, 8]);
const model = new torch.nn.Linear(8, 1);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.05 });
let loss;
for (let step = 0; step < 50; step++) {
  optimizer.zeroGrad();
  loss = torch.nn.functional.mseLoss(model.forward(x), x.sum(1, true));
  loss.backward();
  optimizer.step();
}
console.log('loss', loss.item());
`;

/** The same in a worker of `trainInWorker`, which has to end by itself. */
const IN_WORKER = `
const torch = require('libtorch-node');
module.exports = async ({ signal, watch }) => {
  torch.manualSeed(0);
  const model = new torch.nn.Linear(8, 1);
  const x = torch.randn([32, 8]);
  const trainer = new torch.training.Trainer({
    ...{ model, loss: new torch.nn.MSELoss(), maxEpochs: 20 },
    optimizer: new torch.optim.Adam(model.parameters(), { lr: 0.05 }),
  });
  return (await watch(trainer.fit([[x, x.sum(1, true)]], { signal }), model)).losses.at(-1);
};
`;
const WITH_WORKER = `
const { join } = require('node:path');
const torch = require('libtorch-node');
torch.training.trainInWorker(join(__dirname, 'module.cjs')).then((loss) => console.log('loss in a worker', loss));
`;

/** The process ends beside a worker that was told to end, and is in the middle of its operators. */
const ENDING = `
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const torch = require('libtorch-node');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.once('message', async () => {
    await worker.terminate();
    setTimeout(() => {
      console.log('ended');
      process.exit(0);
    }, 300);
  });
} else {
  const x = torch.ones([64, 64], { requiresGrad: true });
  parentPort.postMessage('begins');
  for (;;) x.mm(x).sum().backward();
}
`;

/** Small programs in another runtime, whose figures have to be Node's. */
function runtime(program, ...args) {
  const folder = path.join(home, 'projects/runtime');
  fs.mkdirSync(folder, { recursive: true });
  const files = { 'train.cjs': TRAINING, 'module.cjs': IN_WORKER, 'worker.cjs': WITH_WORKER, 'ending.cjs': ENDING };
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text);
  const figures = ['train.cjs', 'worker.cjs', 'ending.cjs'].map((file) => {
    const expected = expectSuccess('node', node(folder, file));
    const said = expectSuccess(program, run(path.join(modules, program), [...args, file], { cwd: folder, env }));
    if (said !== expected) throw new Problem(`${program}, ${file}: ${said}; Node: ${expected}`);
    return said.trim();
  });
  return `has Node's ${figures.join(', ')}`;
}

/** A binary of an npm package: which of its packages holds it depends on whether its scripts ran. */
function binaryOf(name, scope) {
  const scoped = fs.readdirSync(path.join(modules, scope)).map((one) => path.join(scope, one));
  const folders = [name, ...scoped].flatMap((one) => [one, path.join(one, 'bin')]);
  const files = folders.flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.exe`)]);
  const found = files.find(
    (file) => (fs.statSync(path.join(modules, file), { throwIfNoEntry: false })?.size ?? 0) > 1e6,
  );
  if (!found) throw new Problem(`${name} has no binary for this system`);
  return found;
}

const bun = () => runtime(binaryOf('bun', '@oven'));
/** With no more rights than the package needs. */
const deno = () =>
  runtime(binaryOf('deno', '@deno'), 'run', '--allow-ffi', '--allow-read', '--allow-env', '--allow-sys');

/** Never fails: what does not pass is in the table, and in docs/platforms.md with its reason. */
async function unit(name, scope) {
  const results = await unitTests(name, path.join(modules, binaryOf(name, scope)));
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const whole = results.filter(({ failed, ended }) => failed === 0 && ended === null).length;
  return `${whole} of ${results.length} files pass, ${sum(({ passed }) => passed)} tests; ${sum(({ failed }) => failed)} tests fail`;
}

module.exports = { bun, deno, 'bun-unit': () => unit('bun', '@oven'), 'deno-unit': () => unit('deno', '@deno') };
