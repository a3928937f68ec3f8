/** The guide's program, here and in Python: the same seed gives the same bits from the first weight to the last. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { type Tensor, data, nn, optim } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

interface Case {
  readonly seed: number;
  readonly layer: 'RNN' | 'LSTM' | 'GRU';
  readonly fused: boolean;
  readonly layers: number;
  readonly dropout: number;
  readonly bidirectional: boolean;
}

interface Run {
  readonly initial: readonly [string, Tensor][];
  readonly losses: Tensor;
  readonly batches: Tensor;
  readonly final: readonly [string, Tensor][];
}

const plain = { layers: 1, dropout: 0, bidirectional: false };
const deep = { layers: 2, dropout: 0.3, bidirectional: true };
const cases: Case[] = (['RNN', 'LSTM', 'GRU'] as const).flatMap((layer, i) => [
  { seed: i, layer, fused: false, ...plain },
  { seed: 10 + i, layer, fused: true, ...plain },
  { seed: 20 + i, layer, fused: false, ...deep },
]);

class Model extends nn.Module {
  readonly rnn: nn.RNN | nn.LSTM | nn.GRU;
  readonly fc: nn.Linear;

  constructor({ layer, layers, dropout, bidirectional }: Case) {
    super();
    this.rnn = new nn[layer](10, 16, { batchFirst: true, numLayers: layers, dropout, bidirectional });
    this.fc = new nn.Linear(bidirectional ? 32 : 16, 3);
  }

  override forward(x: Tensor): Tensor {
    const [out] = (this.rnn as nn.RNN).forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}

const stateOf = (model: nn.Module): [string, Tensor][] =>
  [...Object.entries(model.stateDict() as Record<string, Tensor>)].map(([name, value]) => [name, value.clone()]);

function train(run: Case): Run {
  torch.manualSeed(run.seed);
  const inputs = torch.randn([200, 7, 10]);
  const labels = torch.randint(0, 3, [200]);
  const loader = new data.DataLoader(new data.TensorDataset(inputs, labels), { batchSize: 32, shuffle: true });
  const model = new Model(run);
  const criterion = new nn.NLLLoss();
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001, fused: run.fused });
  const initial = stateOf(model);
  const losses: Tensor[] = [];
  const batches: Tensor[] = [];
  for (let epoch = 0; epoch < 3; epoch++) {
    for (const [x, y] of loader) {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(x), y);
      loss.backward();
      optimizer.step();
      losses.push(loss.detach());
      batches.push(y);
    }
  }
  return { initial, losses: torch.stack(losses), batches: torch.cat(batches), final: stateOf(model) };
}

function expectSameState(ours: Run['final'], theirs: Run['final'], label: string): void {
  expect(ours.map(([name]) => name)).toEqual(theirs.map(([name]) => name));
  for (const [i, [name, value]] of ours.entries()) expectBitEqual(value, theirs[i]![1], `${label} ${name}`);
}

describe('the guide’s program', () => {
  let theirs: Run[];
  const threads = torch.getNumThreads();
  const { fused } = torch.backends.rnn;

  beforeAll(() => {
    torch.setNumThreads(2);
    torch.backends.rnn.fused = false;
    theirs = runPython<Run[]>(readFileSync(path.join(__dirname, 'guide_reference.py'), 'utf8'), cases);
  });

  afterAll(() => {
    torch.setNumThreads(threads);
    torch.backends.rnn.fused = fused;
  });

  test.each(cases.map((run, i) => [`${run.layer} seed ${run.seed}${run.fused ? ' fused' : ''}`, run, i] as const))(
    '%s',
    (_, run, i) => {
      const ours = train(run);
      const expected = theirs[i]!;
      expectSameState(ours.initial, expected.initial, 'initial');
      expectBitEqual(ours.batches, expected.batches, 'order of the batches');
      expectBitEqual(ours.losses, expected.losses, 'losses');
      expectSameState(ours.final, expected.final, 'final');
    },
  );
});
