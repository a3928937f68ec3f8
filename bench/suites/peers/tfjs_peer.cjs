'use strict';
// The training steps in TensorFlow.js: `node tfjs_peer.cjs wasm|cpu` (cpu is its pure JavaScript). Its packages are
// found by NODE_PATH.
const tf = require('@tensorflow/tfjs');
if (process.argv[2] === 'wasm') require('@tensorflow/tfjs-backend-wasm');
const { serve } = require('./serve.cjs');

const LAYERS = { RNN: 'simpleRNN', GRU: 'gru', LSTM: 'lstm' };

function classifier(kind, steps) {
  const model = tf.sequential();
  model.add(tf.layers[LAYERS[kind]]({ units: 128, inputShape: [steps, 100] }));
  model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
  return { model, x: tf.randomNormal([64, steps, 100]), y: tf.randomUniform([64, 1], 0, 2, 'int32').toFloat() };
}

function perceptron() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 128, inputShape: [64], activation: 'relu' }));
  model.add(tf.layers.dense({ units: 10, activation: 'softmax' }));
  return { model, x: tf.randomNormal([32, 64]), y: tf.randomUniform([32, 1], 0, 10, 'int32').toFloat() };
}

function training(kind, steps) {
  const { model, x, y } = kind === 'MLP' ? perceptron() : classifier(kind, steps);
  model.compile({ optimizer: tf.train.adam(0.001), loss: 'sparseCategoricalCrossentropy' });
  return () => model.trainOnBatch(x, y);
}

void tf.setBackend(process.argv[2]).then(() => serve(training));
