/**
 * Answers with a network: collects requests that arrive close together into one batch, and takes new weights between
 * batches.
 */
import * as torch from 'libtorch-node';
import { text, type training } from 'libtorch-node';
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

interface Served {
  readonly run: string;
  readonly model: TextNet;
  readonly vocab: text.Vocab;
  readonly classes: readonly string[];
  /** The model as it answers: weights packed once, made anew with each new weights. */
  prepared: Pick<TextNet, 'forward'>;
  version: number;
}

interface Waiting {
  readonly tokens: readonly string[];
  resolve(prediction: Prediction): void;
  reject(error: unknown): void;
}

export class Predictor {
  #served: Served | null = null;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** How often weights were replaced. */
  swaps = 0;

  constructor(readonly limits: Pick<Limits, 'waiting'>) {}

  /** The run that the network belongs to. */
  get run(): string | null {
    return this.#served?.run ?? null;
  }

  /**
   * Replaces the weights by those of a run. A new run brings its vocabulary, too. No request sees half of the weights,
   * since this happens in one turn of the event loop.
   */
  install(run: string, vocabulary: Vocabulary | null, weights: training.Weights): void {
    if (vocabulary !== null) {
      const { tokens, classes } = vocabulary;
      const model = new TextNet(tokens.length, classes.length);
      model.eval();
      const vocab = new text.Vocab([...tokens], '<unk>');
      this.#served = { run, model, prepared: model, vocab, classes, version: 0 };
    }
    const served = this.#served as Served;
    served.model.swapState(weights);
    served.prepared = torch.optimizeForInference(served.model);
    served.version++;
    this.swaps++;
  }

  predict(content: string): Promise<Prediction> {
    if (this.#served === null) throw new RequestError(503, 'no network has been trained yet');
    if (this.#waiting.length >= this.limits.waiting) throw new RequestError(503, 'too many requests wait');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ tokens: tokenize(content), resolve, reject });
      if (this.#waiting.length >= MOST) this.#answer();
      else this.#timer ??= setTimeout(() => this.#answer(), WINDOW_MS);
    });
  }

  #answer(): void {
    clearTimeout(this.#timer ?? undefined);
    const batch = this.#waiting.splice(0, MOST);
    this.#timer = this.#waiting.length > 0 ? setTimeout(() => this.#answer(), 0) : null;
    try {
      const rows = this.#probabilities(batch.map(({ tokens }) => tokens));
      rows.forEach((row, i) => batch[i]?.resolve(this.#predictionOf(row)));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  #probabilities(texts: readonly (readonly string[])[]): number[][] {
    const { prepared, vocab } = this.#served as Served;
    return torch.scope(() =>
      torch.inferenceMode(() => {
        const input = torch.tensor(texts.map((tokens) => encode(tokens, vocab)));
        return prepared.forward(input).softmax(1).tolist() as number[][];
      }),
    );
  }

  #predictionOf(row: readonly number[]): Prediction {
    const { run, version, classes } = this.#served as Served;
    const best = row.indexOf(Math.max(...row));
    const probabilities = Object.fromEntries(classes.map((name, i) => [name, row[i] ?? 0]));
    return { label: classes[best] as string, probabilities, run, version };
  }

  close(): void {
    clearTimeout(this.#timer ?? undefined);
    for (const { reject } of this.#waiting.splice(0)) reject(new RequestError(503, 'the server ends'));
  }
}
