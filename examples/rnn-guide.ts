/**
 * Training a recurrent network, from loading data to loading a saved model: the guide, section by section.
 *
 *   node scripts/run-ts.cjs examples/rnn-guide.ts [rnn|lstm|gru]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from 'libtorch-node';
import { data, nn, optim, type Tensor } from 'libtorch-node';

torch.manualSeed(0);

// 1. Loading data ----------------------------------------------------------------------------------------------------
// A dataset says how many samples it has and gives one by its index. This one makes sequences up: a noisy wave whose
// speed is the class. Reading files in `get` works the same way, and `get` may be async.

const TIME = 20;
const FEATURES = 100;

class WaveDataset extends data.Dataset<[Float32Array, number]> {
  readonly length: number;

  constructor({ train }: { train: boolean }) {
    super();
    this.length = train ? 2000 : 400;
  }

  get(index: number): [Float32Array, number] {
    const label = index % 2;
    const sequence = new Float32Array(TIME * FEATURES);
    for (let t = 0; t < TIME; t++) {
      for (let f = 0; f < FEATURES; f++) {
        const wave = Math.sin((t + (index % 17)) * (label === 0 ? 0.4 : 0.6) + f);
        const noise = Math.sin(index * 12.9898 + t * 78.233 + f * 37.719) * 43758.5453;
        sequence[t * FEATURES + f] = wave + 2 * (noise - Math.floor(noise)) - 1;
      }
    }
    return [sequence, label];
  }
}

// Samples become batches through `collate`; here it also gives the flat sequences their shape.
function collate(samples: [Float32Array, number][]): [Tensor, Tensor] {
  const [flat, labels] = data.defaultCollate(samples);
  return [flat.reshape([samples.length, TIME, FEATURES]), labels];
}

const trainLoader = new data.DataLoader(new WaveDataset({ train: true }), { batchSize: 64, shuffle: true, collate });
const heldOut = new WaveDataset({ train: false });
const testLoader = new data.DataLoader(heldOut, { batchSize: 64, collate });

// 2. The model -------------------------------------------------------------------------------------------------------
// RNN, LSTM and GRU are exchanged freely: the last two keep a longer memory.

const CELLS = { rnn: nn.RNN, lstm: nn.LSTM, gru: nn.GRU } as const;
type Cell = keyof typeof CELLS;

/** What they have in common: sequences in, the output of each time step and the final state out. */
type Recurrent = nn.Module & { forward(x: Tensor): readonly [Tensor, ...unknown[]] };

class RNNModel extends nn.Module {
  readonly rnn: Recurrent;
  readonly fc: nn.Linear;
  readonly logSoftmax = new nn.LogSoftmax(1);

  constructor(cell: Cell, inputSize: number, hiddenSize: number, outputSize: number) {
    super();
    this.rnn = new CELLS[cell](inputSize, hiddenSize, { batchFirst: true });
    this.fc = new nn.Linear(hiddenSize, outputSize);
  }

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x); // [batch, time, hidden]
    const scores = this.fc.forward(out.select(1, -1)); // of the last time step
    // The guide returns the scores as they are. NLLLoss expects log-probabilities, so without this line it would
    // minimize something that is no likelihood, and has no minimum. (CrossEntropyLoss takes scores.)
    return this.logSoftmax.forward(scores);
  }
}

// 3. Training --------------------------------------------------------------------------------------------------------

function train(cell: Cell): RNNModel {
  const model = new RNNModel(cell, FEATURES, 128, 2);
  const criterion = new nn.NLLLoss();
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });

  model.train();
  for (let epoch = 0; epoch < 3; epoch++) {
    for (const [batchIdx, [x, y]] of trainLoader.entries()) {
      // A scope ends the tensors of this step at once; without it they wait for garbage collection.
      torch.scope(() => {
        optimizer.zeroGrad(); // or the gradients of all batches add up
        const output = model.forward(x);
        const loss = criterion.forward(output, y);
        loss.backward();
        optimizer.step();
        if (batchIdx % 100 === 0) {
          console.log(`Epoch ${epoch + 1}, Batch ${batchIdx}, Loss: ${Number(loss.item()).toFixed(4)}`);
        }
      });
    }
  }
  return model;
}

function accuracy(model: RNNModel): number {
  model.eval();
  let right = 0;
  for (const [x, y] of testLoader) {
    right += torch.scope(() => Number(model.forward(x).argmax(1).eq(y).sum().item()));
  }
  return right / heldOut.length;
}

// 4. Saving and loading ----------------------------------------------------------------------------------------------
// The parameters are saved, not the model: the class is code, and stays in the program. Python's torch.load reads the
// file, and torch.load here reads Python's.

function saveAndLoad(model: RNNModel, cell: Cell): RNNModel {
  const folder = mkdtempSync(path.join(tmpdir(), 'rnn-guide-'));
  try {
    const file = path.join(folder, 'imdbnet.pkl');
    torch.save(model.stateDict(), file);
    const restored = new RNNModel(cell, FEATURES, 128, 2);
    restored.loadStateDict(torch.load(file) as nn.StateDict);
    restored.eval();
    return restored;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// 5. Questions -------------------------------------------------------------------------------------------------------
// Labels are from 0 to C - 1, here as in Python; anything else is an error that names the label, not a crash.

function showWrongLabel(): void {
  try {
    new nn.NLLLoss().forward(torch.zeros([1, 2]), torch.tensor([-1]));
  } catch (error) {
    console.log(`A label of -1: ${(error as Error).message.split('\n')[0]}`);
  }
}

// The learning rate can be changed while training: it belongs to the optimizer's parameter groups.

function halveLearningRate(optimizer: optim.Optimizer): void {
  for (const group of optimizer.paramGroups) group.lr = Number(group.lr) / 2;
}

// 6. RNN, LSTM, GRU --------------------------------------------------------------------------------------------------

const [wanted] = process.argv.slice(2);
for (const cell of Object.keys(CELLS) as Cell[]) {
  if (wanted && wanted !== cell) continue;
  console.log(`\n${cell.toUpperCase()}`);
  const model = train(cell);
  const reached = accuracy(model);
  const again = accuracy(saveAndLoad(model, cell));
  console.log(`accuracy on held-out sequences ${reached.toFixed(3)}, of the loaded model ${again.toFixed(3)}`);
}
showWrongLabel();
const optimizer = new optim.SGD(new nn.Linear(1, 1).parameters(), { lr: 0.1 });
halveLearningRate(optimizer);
console.log(`The learning rate after halving: ${String(optimizer.paramGroups[0]!.lr)}`);
