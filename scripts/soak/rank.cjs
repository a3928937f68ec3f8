'use strict';
// One rank of scripts/soak-distributed.ts: trains, and goes on from the last checkpoint where there is one. Writes what it
// came to, or why it failed, into the folder of the run. Arguments: the folder, the steps' pause in
// milliseconds, and how long to wait for the other ranks, in seconds.
const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const torch = require('../../dist/index.js');

const [, , folder, pause, timeout] = process.argv;
const { nn, optim, training, data } = torch;
const rank = Number(process.env.RANK);
const note = (value) =>
  writeFileSync(
    path.join(folder, `${process.env.TORCHELASTIC_RESTART_COUNT}-${rank}.json`),
    JSON.stringify({ ...value, at: Date.now() }),
  );

async function main() {
  appendFileSync(path.join(folder, 'pids'), `${process.pid}\n`);
  torch.setNumThreads(1);
  torch.manualSeed(3);
  const x = torch.randn([64, 6]);
  const dataset = new data.TensorDataset(x, x.sum(1, true));
  const model = new nn.Sequential(new nn.Linear(6, 16), new nn.Tanh(), new nn.Dropout(0.1), new nn.Linear(16, 1));
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
  const checkpoints = new training.Checkpoints(path.join(folder, 'checkpoints'), { everySteps: 5 });
  const begun = {
    name: 'begun',
    on: ({ type }) => void (type === 'start' && appendFileSync(path.join(folder, 'begun'), `${rank}\n`)),
  };
  const slow = {
    name: 'slow',
    on: ({ type }) => (type === 'step' ? new Promise((go) => setTimeout(go, Number(pause))) : undefined),
  };
  const trainer = new training.Trainer({
    ...{ model, optimizer, loss: new nn.MSELoss(), maxEpochs: 4, seed: 1, callbacks: [checkpoints, begun, slow] },
    strategy: new training.DDPStrategy({ timeout: Number(timeout) }),
  });
  const resumeFrom = existsSync(checkpoints.last) ? checkpoints.last : null;
  const history = await trainer.fit(new data.DataLoader(dataset, { batchSize: 4, shuffle: true }), { resumeFrom });
  const weights = Object.values(model.stateDict()).flatMap((tensor) => tensor.reshape([-1]).tolist());
  note({ weights, losses: history.losses });
}

main().catch((error) => {
  note({ error: error.message });
  console.error(error.message);
  process.exitCode = 1;
});
