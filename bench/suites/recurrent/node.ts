import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const KINDS = ['RNN', 'GRU', 'LSTM'] as const;
type Kind = (typeof KINDS)[number];

const STREAM_CALLS = 300;
const PRODUCTS = 10;
const STEPS_TIMES = 400; // training steps × time steps that one sample takes

/** What the three have in common. */
type Recurrent = nn.Module & { forward(x: torch.Tensor, state?: never): readonly [torch.Tensor, unknown] };

class Classifier extends nn.Module {
  readonly rnn: Recurrent;
  readonly fc: nn.Linear;

  constructor(kind: Kind, projection: { readonly projSize?: number } = {}) {
    super();
    this.rnn = new nn[kind](100, 128, { batchFirst: true, ...projection });
    this.fc = new nn.Linear(projection.projSize ?? 128, 2);
  }

  override forward(x: torch.Tensor): torch.Tensor {
    const [out] = this.rnn.forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}

function trainingStep(kind: Kind, steps: number, projection = {}): () => number {
  torch.manualSeed(0);
  const model = new Classifier(kind, projection);
  const criterion = new nn.NLLLoss();
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  const x = torch.randn([64, steps, 100]);
  const y = torch.randint(0, 2, [64]);
  const step = (): void => {
    optimizer.zeroGrad();
    criterion.forward(model.forward(x), y).backward();
    optimizer.step();
  };
  const count = STEPS_TIMES / steps; // consecutive, as in training
  return () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) torch.scope(step);
    return Number(process.hrtime.bigint() - start) / count / 1e6;
  };
}

function streamStep(kind: Kind): () => number {
  torch.manualSeed(0);
  const layer: Recurrent = new nn[kind](100, 128, { batchFirst: true }).eval();
  const x = torch.randn([1, 1, 100]);
  const h = torch.zeros([1, 1, 128]);
  const state = (kind === 'LSTM' ? [h, h] : h) as never;
  const body = (): void => {
    for (let i = 0; i < STREAM_CALLS; i++) layer.forward(x, state);
  };
  return () => {
    const start = process.hrtime.bigint();
    torch.noGrad(() => torch.scope(body));
    return Number(process.hrtime.bigint() - start) / STREAM_CALLS / 1e3;
  };
}

function matrixProduct(): () => number {
  const [a, b] = [torch.randn([3200, 128]), torch.randn([128, 384])];
  return () => {
    const start = process.hrtime.bigint();
    torch.scope(() => {
      for (let i = 0; i < PRODUCTS; i++) a.matmul(b);
    });
    return Number(process.hrtime.bigint() - start) / PRODUCTS / 1e6;
  };
}

export const cases: Implementation = Object.fromEntries([
  ['matrix product 3200 × 128 × 384', matrixProduct],
  ...KINDS.flatMap((kind): [string, () => () => number][] => [
    [`${kind} training step, 50 time steps`, () => trainingStep(kind, 50)],
    [`${kind} training step, 200 time steps`, () => trainingStep(kind, 200)],
    [`${kind} inference, batch 1, one time step`, () => streamStep(kind)],
  ]),
  ...[50, 200].map((steps): [string, () => () => number] => [
    `LSTM with a projection to 64, training step, ${steps} time steps`,
    () => trainingStep('LSTM', steps, { projSize: 64 }),
  ]),
]);
