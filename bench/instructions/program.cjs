'use strict';
// `node program.cjs CASE COUNT`: makes COUNT calls of one operator, of a model, or of its training step, on the built package,
// for callgrind to count. `node --expose-gc program.cjs CASE COUNT CASE COUNT …` warms each up, makes COUNT calls and then five times COUNT,
// and asks the system for a priority before and after both: `callgrind --dump-before=getpriority` counts these parts apart.
const { getPriority } = require('node:os');
const torch = require('../../dist/index.js');

const args = process.argv.slice(2);

function trainer() {
  const { nn, optim } = torch;
  const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 3));
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.Adam(model.parameters());
  const [input, labels] = [torch.ones([4, 4]), torch.tensor([0, 1, 2, 0])];
  return () => {
    optimizer.zeroGrad();
    criterion.forward(model.forward(input), labels).backward();
    optimizer.step();
  };
}

/** A run of layers without gradients. */
function run() {
  const { nn } = torch;
  const model = new nn.Sequential(new nn.Linear(16, 32), new nn.LayerNorm(32), new nn.GELU(), new nn.Linear(32, 4));
  const input = torch.ones([8, 16]);
  return () => torch.noGrad(() => model.forward(input));
}

function prepared() {
  const { nn } = torch;
  const layers = [new nn.Linear(16, 32), new nn.ReLU(), new nn.Linear(32, 4)];
  const model = torch.optimizeForInference(new nn.Sequential(...layers).eval());
  const input = torch.ones([1, 16]);
  return () => model.forward(input);
}

/** An encoder layer with dropout: attention, sums and norms by kernels of this package. */
function encoder() {
  const { nn, optim } = torch;
  const model = new nn.TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true });
  const optimizer = new optim.SGD(model.parameters(), { lr: 1e-4 });
  const input = torch.ones([2, 4, 8]);
  return () => {
    optimizer.zeroGrad();
    model.forward(input).sum().backward();
    optimizer.step();
  };
}

/** A list as JavaScript has it: the numbers are read one after the other. */
function numbers() {
  const list = Array.from({ length: 1000 }, (_, i) => i + 0.5);
  return () => torch.tensor(list);
}

const CASES = {
  'training step': trainer,
  'run of layers': run,
  'prepared model': prepared,
  'training step of an encoder layer': encoder,
  'tensor of 1,000 numbers': numbers,
};
/** What makes so many calls of a case. */
function repeated(name) {
  const x = torch.ones([4], { requiresGrad: name === 'add with gradients' });
  const y = torch.ones([4]);
  const make = CASES[name];
  const size = make ? 100 : 500;
  const call = make ? make() : () => x.add(y);
  const block = () => {
    for (let i = 0; i < size; i++) call();
  };
  return (count) => {
    for (let done = 0; done < count; done += size) {
      if (name === 'add without a scope') block();
      else if (make) for (let i = 0; i < size; i++) torch.scope(() => void call());
      else torch.scope(block);
    }
  };
}

if (args.length <= 2) repeated(args[0])(Number(args[1]));
for (let i = 0; args.length > 2 && i < args.length; i += 2) {
  const run = repeated(args[i]);
  const count = Number(args[i + 1]);
  run(5 * count);
  for (const calls of [count, 5 * count]) {
    // No collection of what came before falls into the part.
    global.gc();
    getPriority();
    run(calls);
    getPriority();
  }
}
