'use strict';
const { readFileSync } = require('node:fs');
// Plain JavaScript on the built package, as a user's program: node.cjs <model>.
const torch = require('../../../dist/index.js');

const { nn } = torch;
const MODELS = {
  transformer: () => {
    const layer = new nn.TransformerEncoderLayer(256, 4, 1024, { batchFirst: true });
    return [new nn.TransformerEncoder(layer, 4), torch.randn([16, 128, 256])];
  },
  CNN: () => {
    const stage = (inputs, outputs) => [
      new nn.Conv2d(inputs, outputs, 3, { padding: 1 }),
      ...[new nn.BatchNorm2d(outputs), new nn.ReLU(), new nn.MaxPool2d(2)],
    ];
    const layers = [...stage(3, 32), ...stage(32, 64), ...stage(64, 128), new nn.Flatten(), new nn.Linear(2048, 10)];
    return [new nn.Sequential(...layers), torch.randn([64, 3, 32, 32])];
  },
};

/** A line of /proc/self/status in MB. */
function resident(name) {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
}

const before = resident('VmRSS');
const [model, x] = MODELS[process.argv[2]]();
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 1e-4 });
for (let i = 0; i < 5; i++) {
  torch.scope(() => {
    optimizer.zeroGrad();
    model.forward(x).square().mean().backward();
    optimizer.step();
  });
}
const peak = resident('VmHWM');
setTimeout(() => console.log(JSON.stringify({ before, peak, after: resident('VmRSS') })), 12_000);
