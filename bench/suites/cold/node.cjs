'use strict';
const { readFileSync } = require('node:fs');
// Plain JavaScript on the built package, as a user's program: node.cjs <case> <marks>.
const torch = require('../../../dist/index.js');

const { nn } = torch;
const call = (module, input) => () => module.forward(input);
const add = (kilobytes) => () => {
  const x = torch.ones([kilobytes * 256]);
  return () => x.add(x);
};
const onFeatures = (make) => () => call(make().eval(), torch.randn([64, 128]));

/** The next character is drawn from what a GRU says of the last one. */
function generate() {
  const embed = new nn.Embedding(96, 64);
  const gru = new nn.GRU(64, 128, { batchFirst: true });
  const head = new nn.Linear(128, 96);
  return () => {
    let character = torch.zeros([1, 1], { dtype: torch.int64 });
    let state = torch.zeros([1, 1, 128]);
    for (let i = 0; i < 1000; i++) {
      [character, state] = torch.scope(() => {
        const [output, next] = gru.forward(embed.forward(character), state);
        return [head.forward(output).select(1, 0).softmax(-1).multinomial(1), next];
      });
    }
    return character;
  };
}

const CASES = {
  'add of 1 KB': add(1),
  'add of 4 KB': add(4),
  'add of 16 KB': add(16),
  'add of 64 KB': add(64),
  LayerNorm: onFeatures(() => new nn.LayerNorm(128)),
  Linear: onFeatures(() => new nn.Linear(128, 128)),
  GELU: onFeatures(() => new nn.GELU()),
  'LayerNorm, Linear, GELU': onFeatures(
    () => new nn.Sequential(new nn.LayerNorm(128), new nn.Linear(128, 128), new nn.GELU()),
  ),
  MLP: () => {
    const layers = [new nn.Linear(784, 256), new nn.ReLU(), new nn.Linear(256, 128), new nn.ReLU()];
    return call(new nn.Sequential(...layers, new nn.Linear(128, 10)).eval(), torch.randn([1, 784]));
  },
  CNN: () => {
    const first = [new nn.Conv2d(1, 16, 3, { padding: 1 }), new nn.BatchNorm2d(16), new nn.ReLU(), new nn.MaxPool2d(2)];
    const second = [new nn.Conv2d(16, 32, 3, { padding: 1 }), new nn.BatchNorm2d(32), new nn.ReLU()];
    const model = new nn.Sequential(
      ...first,
      ...second,
      new nn.MaxPool2d(2),
      new nn.Flatten(),
      new nn.Linear(1568, 10),
    );
    return call(model.eval(), torch.randn([1, 1, 28, 28]));
  },
  transformer: () => {
    const layer = new nn.TransformerEncoderLayer(64, 4, 128, { batchFirst: true });
    return call(new nn.TransformerEncoder(layer, 2).eval(), torch.randn([1, 32, 64]));
  },
  GRU: () => call(new nn.GRU(64, 128, { batchFirst: true }).eval(), torch.randn([1, 20, 64])),
  '1,000 characters from a GRU': generate,
};

/** Processor time of the main thread in microseconds: it holds beside other work, and leaves V8's compilers out. */
function own() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e3;
  } catch {
    return NaN;
  }
}

const [name, marks] = process.argv.slice(2);
const report = {};
torch.noGrad(() => {
  const step = CASES[name]();
  const faults = process.resourceUsage().minorPageFault;
  const [start, busy] = [process.hrtime.bigint(), own()];
  let done = 0;
  for (const mark of marks.split(',').map(Number)) {
    for (; done < mark; done++) torch.scope(() => void step());
    const microseconds = Number(process.hrtime.bigint() - start) / 1e3;
    report[mark] = [microseconds, process.resourceUsage().minorPageFault - faults, own() - busy];
  }
});
console.log(JSON.stringify(report));
