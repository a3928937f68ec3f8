/**
 * Sentiment of film reviews: a GRU over the words of IMDB's reviews.
 *
 *   curl -O https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz && tar xf aclImdb_v1.tar.gz
 *   npm run build && node scripts/run-ts.cjs examples/imdb.ts --dir aclImdb
 *   … --epochs 3 --limit 2000 --seed 0
 *   … --load imdbnet.pt --classify "A film that one remembers for years"
 *
 * Reviews are as long as they are: batches hold reviews of about the same length, filled up to the longest of them.
 */
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import * as torch from 'libtorch-node';
import { data, datasets, nn, optim, text, type Tensor } from 'libtorch-node';

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string', default: 'aclImdb' },
    epochs: { type: 'string', default: '3' },
    limit: { type: 'string', default: '25000' },
    seed: { type: 'string', default: '0' },
    save: { type: 'string', default: 'imdbnet.pt' },
    load: { type: 'string' },
    classify: { type: 'string' },
  },
});

const LENGTH = 250; // words of a review that are read
const VOCABULARY = 20_000;
const EMBEDDING = 100;
const HIDDEN = 128;
const BATCH = 64;

/** Words as numbers, a GRU over them, and two classes from its last time step. */
class SentimentNet extends nn.Module {
  readonly embedding: nn.Embedding;
  readonly gru = new nn.GRU(EMBEDDING, HIDDEN, { batchFirst: true });
  readonly output = new nn.Linear(HIDDEN, 2);

  constructor(vocabulary: number) {
    super();
    this.embedding = new nn.Embedding(vocabulary, EMBEDDING, { paddingIdx: 0 });
  }

  /** [batch, time] of word numbers to [batch, class] of log-probabilities. */
  override forward(words: Tensor): Tensor {
    const [out] = this.gru.forward(this.embedding.forward(words));
    return nn.functional.logSoftmax(this.output.forward(out.select(1, -1)), 1);
  }
}

const words = text.patternTokenizer(/[\p{L}\p{N}']+|[!?]/gu);

/** The end of a review says most. */
const tokenize = (review: string): string[] => text.truncate(words(review.replaceAll('<br />', ' ')), LENGTH, 'left');

/** The reviews of a folder as numbers of words, with their labels: what the guide calls a custom dataset. */
class Reviews extends data.Dataset<[words: number[], label: number]> {
  readonly vocab: text.Vocab;
  readonly #samples: readonly [number[], number][];

  constructor(split: 'train' | 'test', vocab?: text.Vocab) {
    super();
    const reviews = readReviews(split);
    this.vocab = vocab ?? text.Vocab.build(tokensOf(reviews), { maxSize: VOCABULARY });
    this.#samples = reviews.map(({ tokens, label }) => [this.vocab.numericalize(tokens), label]);
  }

  get length(): number {
    return this.#samples.length;
  }

  get lengths(): number[] {
    return this.#samples.map(([sequence]) => sequence.length);
  }

  override get(index: number): [number[], number] {
    return this.#samples[index] as [number[], number];
  }
}

interface Review {
  readonly tokens: string[];
  readonly label: number;
}

function* tokensOf(reviews: readonly Review[]): Generator<string[]> {
  for (const { tokens } of reviews) yield tokens;
}

function readReviews(split: 'train' | 'test'): Review[] {
  const files = datasets.imdb(options.dir, { split });
  // The folder has all negative reviews first: with a limit both kinds are wanted.
  const count = Math.min(files.length, Number(options.limit));
  const bar = progress(`reading ${split}`, count);
  const reviews = Array.from({ length: count }, (_, i) => {
    bar.increment();
    const [review, label] = files.get(Math.floor((i * files.length) / count));
    // An empty review is one unknown word.
    const tokens = tokenize(review);
    return { tokens: tokens.length > 0 ? tokens : ['<unk>'], label };
  });
  bar.stop();
  return reviews;
}

/** A bar on a terminal, and nothing where there is none. */
function progress(what: string, total: number): SingleBar {
  const bar = new SingleBar({ format: `${what} [{bar}] {value}/{total}`, clearOnComplete: true, hideCursor: true });
  bar.start(total, 0);
  return bar;
}

const collate = data.padCollate({ paddingSide: 'left' });

function loaderOf(reviews: Reviews, shuffle: boolean): data.DataLoader<[number[], number], [Tensor, Tensor]> {
  const batchSampler = new data.LengthBucketSampler(reviews.lengths, BATCH, { shuffle });
  return new data.DataLoader(reviews, { batchSampler, collate });
}

function trainEpoch(model: SentimentNet, reviews: Reviews, optimizer: optim.Optimizer, epoch: number): void {
  const criterion = new nn.NLLLoss();
  const loader = loaderOf(reviews, true);
  const bar = progress(`epoch ${epoch}`, loader.length);
  model.train();
  for (const [position, [x, y]] of loader.entries()) {
    const loss = torch.scope(() => {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(x), y);
      loss.backward();
      nn.utils.clipGradNorm_(model.parameters(), 1);
      optimizer.step();
      return Number(loss.item());
    });
    x.dispose();
    y.dispose();
    bar.increment();
    if (position % 100 === 0) console.log(`Epoch ${epoch}, Batch ${position}, Loss: ${loss.toFixed(4)}`);
  }
  bar.stop();
}

/** The share of reviews that are classified rightly. */
function accuracy(model: SentimentNet, reviews: Reviews): number {
  model.eval();
  let right = 0;
  for (const [x, y] of loaderOf(reviews, false)) {
    right += torch.scope(() => torch.noGrad(() => Number(model.forward(x).argmax(1).eq(y).sum().item())));
    x.dispose();
    y.dispose();
  }
  return right / reviews.length;
}

function train(): { model: SentimentNet; vocab: text.Vocab } {
  torch.manualSeed(Number(options.seed));
  const training = new Reviews('train');
  const test = new Reviews('test', training.vocab);
  const { vocab } = training;
  console.log(`${training.length} reviews to train on, ${test.length} to test; ${vocab.length} words`);
  const model = new SentimentNet(vocab.length);
  console.log(model);
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  for (let epoch = 1; epoch <= Number(options.epochs); epoch++) {
    trainEpoch(model, training, optimizer, epoch);
    console.log(`Epoch ${epoch}: accuracy on the test reviews ${accuracy(model, test).toFixed(4)}`);
  }
  torch.save({ vocabulary: [...vocab.tokens], model: model.stateDict() }, options.save);
  return { model, vocab };
}

function restore(file: string): { model: SentimentNet; vocab: text.Vocab } {
  const checkpoint = torch.load(file) as unknown as { vocabulary: string[]; model: nn.StateDict };
  const model = new SentimentNet(checkpoint.vocabulary.length);
  model.loadStateDict(checkpoint.model);
  return { model, vocab: new text.Vocab(checkpoint.vocabulary, '<unk>') };
}

function classify(model: SentimentNet, vocab: text.Vocab, review: string): void {
  model.eval();
  const positive = torch.scope(() => {
    const input = torch.tensor([vocab.numericalize(tokenize(review))]);
    return torch.noGrad(() => Number(model.forward(input).exp().select(1, 1).item()));
  });
  const verdict = positive > 0.5 ? 'positive' : 'negative';
  console.log(`"${review}": ${verdict} (positive with probability ${positive.toFixed(3)})`);
}

const { model, vocab } = options.load ? restore(options.load) : train();
const reviews = ['A wonderful film, I loved every minute of it!', 'What a waste of time, dull and badly acted.'];
for (const review of options.classify === undefined ? reviews : [options.classify]) classify(model, vocab, review);
