'use strict';
// `node garbage.cjs CASE`: prints how many bytes of V8's heap one of the first 300 calls takes on the built package, this
// program's own closure included.
const { Session } = require('node:inspector');
const torch = require('../../dist/index.js');

const { nn } = torch;
const CALLS = 300;

const CASES = {
  'add in a scope': () => {
    const x = torch.ones([16]);
    return () => x.add(x);
  },
  'layer norm': () => {
    const [norm, x] = [new nn.LayerNorm(8), torch.ones([4, 8])];
    return () => norm.forward(x);
  },
  'small network': () => {
    const model = new nn.Sequential(new nn.Linear(8, 16), new nn.ReLU(), new nn.Linear(16, 4)).eval();
    const x = torch.ones([2, 8]);
    return () => model.forward(x);
  },
  'convolutional network': () => {
    const layers = [
      new nn.Conv2d(1, 4, 3),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
    ];
    const model = new nn.Sequential(...layers, new nn.Linear(36, 2)).eval();
    const x = torch.ones([1, 1, 8, 8]);
    return () => model.forward(x);
  },
  encoder: () => {
    const layer = new nn.TransformerEncoderLayer(8, 2, 16, { batchFirst: true });
    const model = new nn.TransformerEncoder(layer, 2).eval();
    const x = torch.ones([1, 4, 8]);
    return () => model.forward(x);
  },
};

/** All bytes below a node of the profile, but for those of the inspector itself. */
function bytesOf({ callFrame, selfSize, children }) {
  const own = callFrame.url.startsWith('node:') ? 0 : selfSize;
  return children.reduce((sum, child) => sum + bytesOf(child), own);
}

torch.noGrad(() => {
  const call = CASES[process.argv[2]]();
  const session = new Session();
  session.connect();
  const collected = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true };
  session.post('HeapProfiler.startSampling', { samplingInterval: 32, ...collected });
  for (let i = 0; i < CALLS; i++) torch.scope(() => void call());
  session.post('HeapProfiler.stopSampling', (error, result) => {
    if (error) throw new Error(error.message);
    console.log(Math.round(bytesOf(result.profile.head) / CALLS));
  });
});
