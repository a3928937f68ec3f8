/** Answers with the newest network: `libtorch-node/serving` does the batches, and this what is particular about texts and runs. */
import * as torch from 'libtorch-node';
import { text, type Tensor, type training } from 'libtorch-node';
import { Predictor as Serving, type Served } from 'libtorch-node/serving';
import { type Limits, RequestError } from './limits';
import { TextNet, encode, tokenize } from './network';
import type { Vocabulary } from './train';

/** A batch is made when this many requests wait, or this long after the first one arrived. */
const MOST = 32;
const WINDOW_MS = 2;

export interface Prediction {
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
  /** The run whose weights answered, and how often weights had been replaced before. */
  readonly run: string;
  readonly version: number;
}

type Tokens = readonly string[];

export class Predictor {
  #serving: Serving<Tokens> | null = null;
  /** What the numbers of an answer mean, by run. */
  readonly #classes = new Map<string, readonly string[]>();
  /** How often weights were replaced. */
  swaps = 0;

  constructor(readonly limits: Pick<Limits, 'waiting'>) {}

  /** The run that the network belongs to. */
  get run(): string | null {
    return this.#serving?.main ?? null;
  }

  /** What the server tells of itself. */
  get serving(): Serving<Tokens> | null {
    return this.#serving;
  }

  /**
   * Replaces the weights by those of a run. A new run brings its vocabulary, too, and is a version of its own. No request sees half of the
   * weights, since this happens between two batches.
   */
  async install(run: string, vocabulary: Vocabulary | null, weights: training.Weights): Promise<void> {
    if (vocabulary !== null) return this.begin(run, vocabulary, weights);
    await this.#serving?.swap(weights, run);
    this.swaps++;
  }

  /** Answers with the network of another run. */
  begin(run: string, { tokens, classes }: Vocabulary, weights: training.Weights): void {
    const model = new TextNet(tokens.length, classes.length);
    model.swapState(weights);
    const served = servedOf(model, new text.Vocab([...tokens], '<unk>'));
    this.#classes.set(run, classes);
    const former = this.#serving?.main;
    this.swaps++;
    if (!this.#serving) {
      // Weights come often, and the network is small: preparing it anew for each would cost more than it gives.
      const limits = { maxBatch: MOST, delayMs: WINDOW_MS, maxWaiting: this.limits.waiting, prepare: false };
      this.#serving = new Serving<Tokens>({ ...served, ...limits, version: run });
      return;
    }
    this.#serving.install(run, served);
    this.#serving.promote(run);
    if (former !== undefined) void this.#serving.remove(former).then(() => this.#classes.delete(former));
  }

  async predict(content: string, signal: AbortSignal | null = null): Promise<Prediction> {
    if (!this.#serving) throw new RequestError(503, 'no network has been trained yet');
    const { output, version, swaps } = await this.#serving.answer(tokenize(content), { signal });
    const classes = this.#classes.get(version) ?? [];
    const best = output.indexOf(Math.max(...output));
    const probabilities = Object.fromEntries(classes.map((name, i) => [name, output[i] ?? 0]));
    return { label: classes[best] ?? '', probabilities, run: version, version: swaps + 1 };
  }

  async close(): Promise<void> {
    await this.#serving?.close();
  }
}

function servedOf(model: TextNet, vocab: text.Vocab): Served<Tokens, number[]> {
  return {
    model,
    collate: (texts) => torch.tensor(texts.map((tokens) => encode([...tokens], vocab))),
    split: (scores: Tensor) => scores.softmax(1).tolist<number[][]>(),
  };
}
