/**
 * What it brings that a Predictor answers several requests with one batch, with as many requests under way as a busy server
 * has: one at a time and in batches. Two networks: a perceptron whose weights (117 MB) are larger than the caches, so that a
 * batch reads them once for all its requests, and the example's small GRU over texts of 100 words, which computes with one
 * text at a third of the rate that it has with 32: there is not more than that to win.
 */
import * as torch from 'libtorch-node';
import { nn, type Tensor } from 'libtorch-node';
import { Predictor } from 'libtorch-node/serving';
import { rounds, seconds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';

const [WORDS, LENGTH, HIDDEN] = [5000, 100, 64];
const [FEATURES, WIDTH, CLASSES] = [2048, 4096, 1000];
const [CLIENTS, SECONDS, ROUNDS] = [64, seconds(1.5), rounds(5)];

class TextNet extends nn.Module {
  readonly embedding = new nn.Embedding(WORDS, HIDDEN);
  readonly gru = new nn.GRU(HIDDEN, HIDDEN, { batchFirst: true });
  readonly output = new nn.Linear(HIDDEN, 2);

  override forward(words: Tensor): Tensor {
    const [out] = this.gru.forward(this.embedding.forward(words));
    return this.output.forward(out.select(1, -1)).softmax(1);
  }
}

/** A network, one request to it, and how requests become a batch. */
interface Case<I> {
  readonly name: string;
  readonly make: () => nn.Module;
  readonly input: I;
  readonly collate: (inputs: readonly I[]) => Tensor;
  readonly split?: (output: Tensor, count: number) => readonly number[][];
  /** The throughput in batches must be this many times the one of single calls. */
  readonly atLeast?: number;
}

const perceptron: Case<Float32Array> = {
  name: 'perceptron',
  make: () =>
    new nn.Sequential(
      new nn.Linear(FEATURES, WIDTH),
      new nn.ReLU(),
      new nn.Linear(WIDTH, WIDTH),
      new nn.ReLU(),
      new nn.Linear(WIDTH, CLASSES),
    ),
  input: new Float32Array(FEATURES).map((_, i) => Math.sin(i)),
  collate: (rows) => torch.stack(rows.map((row) => torch.tensor(row))),
  // The best class: a thousand numbers for each request would be more work than the network.
  split: (output) =>
    output
      .argmax(1)
      .tolist<number[]>()
      .map((best) => [best]),
  atLeast: 5,
};

const texts: Case<readonly number[]> = {
  name: 'GRU',
  make: () => new TextNet(),
  input: Array.from({ length: LENGTH }, (_, i) => (i * 37) % WORDS),
  collate: (inputs) => torch.tensor(inputs.map((one) => [...one])),
};

interface Rate {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** Clients that each ask again as soon as they are answered. */
async function rateOf<I>(predictor: Predictor<I>, input: I): Promise<Rate> {
  const latencies: number[] = [];
  const begin = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - begin < SECONDS * 1000) {
      const start = performance.now();
      await predictor.predict(input);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { perSecond: (latencies.length * 1000) / (performance.now() - begin), latencies };
}

async function measureCase<I>({ name, make, input, atLeast, ...way }: Case<I>): Promise<Figure[]> {
  torch.manualSeed(0);
  const predictorOf = (maxBatch: number): Predictor<I> => new Predictor<I>({ model: make(), ...way, maxBatch });
  const [single, batched] = [predictorOf(1), predictorOf(32)];
  const rates: [Rate, Rate][] = [];
  for (let i = 0; i < ROUNDS; i++) rates.push([await rateOf(single, input), await rateOf(batched, input)]);
  await Promise.all([single.close(), batched.close()]);
  const median = (figure: (round: [Rate, Rate]) => number): number => quantile(rates.map(figure), 0.5);
  return [
    { name: `${name}, one at a time`, value: median(([one]) => one.perSecond), unit: 'requests/s' },
    { name: `${name}, in batches of at most 32`, value: median(([, many]) => many.perSecond), unit: 'requests/s' },
    {
      name: `${name}, batches / one`,
      value: median(([one, many]) => many.perSecond / one.perSecond),
      unit: 'times',
      ...(atLeast === undefined ? {} : { atLeast }),
    },
    {
      name: `${name}, in batches: latency, p99`,
      value: median(([, many]) => quantile(many.latencies, 0.99)),
      unit: 'ms',
    },
  ];
}

export const suite: OwnSuite = {
  title: `${CLIENTS} clients of a Predictor`,
  measure: async () => [...(await measureCase(perceptron)), ...(await measureCase(texts))],
};
