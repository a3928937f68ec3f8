/**
 * What it brings that a Predictor answers several requests with one batch: the example's network over texts of 100
 * words, with as many requests under way as a busy server has, one at a time and in batches.
 */
import * as torch from 'libtorch-node';
import { nn, type Tensor } from 'libtorch-node';
import { Predictor } from 'libtorch-node/serving';
import { quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';

const [WORDS, LENGTH, HIDDEN] = [5000, 100, 64];
const [CLIENTS, SECONDS, ROUNDS] = [64, 1.5, 5];

class TextNet extends nn.Module {
  readonly embedding = new nn.Embedding(WORDS, HIDDEN);
  readonly gru = new nn.GRU(HIDDEN, HIDDEN, { batchFirst: true });
  readonly output = new nn.Linear(HIDDEN, 2);

  override forward(words: Tensor): Tensor {
    const [out] = this.gru.forward(this.embedding.forward(words));
    return this.output.forward(out.select(1, -1)).softmax(1);
  }
}

interface Rate {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Clients that each ask again as soon as they are answered. */
async function rateOf(predictor: Predictor<readonly number[]>): Promise<Rate> {
  const text = Array.from({ length: LENGTH }, (_, i) => (i * 37) % WORDS);
  const latencies: number[] = [];
  const begin = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - begin < SECONDS * 1000) {
      const start = performance.now();
      await predictor.predict(text);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { perSecond: (latencies.length * 1000) / (performance.now() - begin), latencies };
}

async function measure(): Promise<Figure[]> {
  torch.manualSeed(0);
  const make = (maxBatch: number): Predictor<readonly number[]> =>
    new Predictor({
      model: new TextNet(),
      collate: (texts: readonly (readonly number[])[]) => torch.tensor(texts.map((one) => [...one])),
      maxBatch,
    });
  const [single, batched] = [make(1), make(32)];
  const rounds: [Rate, Rate][] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push([await rateOf(single), await rateOf(batched)]);
  await Promise.all([single.close(), batched.close()]);
  const median = (figure: (round: [Rate, Rate]) => number): number => quantile(rounds.map(figure), 0.5);
  return [
    { name: 'one at a time', value: median(([one]) => one.perSecond), unit: 'requests/s' },
    { name: 'in batches of at most 32', value: median(([, many]) => many.perSecond), unit: 'requests/s' },
    {
      name: 'batches / one',
      value: median(([one, many]) => many.perSecond / one.perSecond),
      unit: 'times',
      atLeast: 5,
    },
    { name: 'in batches: latency, p99', value: median(([, many]) => quantile(many.latencies, 0.99)), unit: 'ms' },
  ];
}

export const suite: OwnSuite = { title: `${CLIENTS} clients of a Predictor over a GRU`, measure };
