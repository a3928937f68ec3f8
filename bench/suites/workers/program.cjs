'use strict';
// Epochs over texts that are tokenised when they are asked for, without workers and with two, in turn. Plain JavaScript on
// the built package. The workers persist: what is compared is an epoch, not the start of a thread.
const path = require('node:path');
const { data } = require('../../../dist/index.js');
const module_ = path.join(__dirname, '../data/texts.cjs');
const { Reviews } = require(module_);

const options = { batchSize: 64, shuffle: true };
const alone = new data.DataLoader(new Reviews(), options);
const dataset = new data.WorkerDataset(module_, {}, { length: 10_000 });
const shared = new data.DataLoader(dataset, { ...options, numWorkers: 2, persistentWorkers: true });

function epoch(loader) {
  const start = process.hrtime.bigint();
  let samples = 0;
  for (const [x, y] of loader) {
    samples += x.size(0);
    x.dispose();
    y.dispose();
  }
  if (samples !== 10_000) throw new Error(`${samples} samples came`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

epoch(shared);
epoch(alone);
const rounds = Array.from({ length: Number(process.argv[2]) }, (_, i) => {
  if (i % 2) return { none: epoch(alone), two: epoch(shared) };
  const two = epoch(shared);
  return { none: epoch(alone), two };
});
shared.close();
console.log(JSON.stringify(rounds));
