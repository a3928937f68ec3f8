'use strict';
// The guide's training step in TensorFlow.js: `node tfjs_peer.cjs wasm|cpu` (cpu is its pure JavaScript). Reads the
// names of cells, answers with ms. Its packages are found by NODE_PATH.
const readline = require('node:readline');
const tf = require('@tensorflow/tfjs');
if (process.argv[2] === 'wasm') require('@tensorflow/tfjs-backend-wasm');

const LAYERS = { RNN: 'simpleRNN', GRU: 'gru', LSTM: 'lstm' };
const ready = new Map();

function training(kind, steps) {
  const model = tf.sequential();
  model.add(tf.layers[LAYERS[kind]]({ units: 128, inputShape: [steps, 100] }));
  model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy' });
  const x = tf.randomNormal([64, steps, 100]);
  const y = tf.randomUniform([64, 1], 0, 2, 'int32').toFloat();
  return async () => {
    const begin = performance.now();
    await model.trainOnBatch(x, y);
    return performance.now() - begin;
  };
}

async function main() {
  await tf.setBackend(process.argv[2]);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [kind, steps] = line.split(' ');
    if (!ready.has(line)) ready.set(line, training(kind, Number(steps)));
    process.stdout.write(`${await ready.get(line)()}\n`);
  }
}

void main();
