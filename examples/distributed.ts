/**
 * Several processes train one model: the mails of the demo, shared out among the ranks.
 *
 *   npx libtorch-node run --nproc-per-node 2 --node-args "--require ./scripts/register-ts.cjs" examples/distributed.ts
 *
 * Started without `libtorch-node run` it trains alone: the Trainer looks for ranks in its environment. A run that was ended goes on with
 * `--resume`.
 */
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { data, datasets, nn, optim, text, training, type Tensor } from 'libtorch-node';

const { values: options } = parseArgs({
  options: {
    epochs: { type: 'string', default: '3' },
    mails: { type: 'string', default: '6046' },
    folder: { type: 'string', default: 'runs/distributed' },
    resume: { type: 'boolean', default: false },
  },
});

const LENGTH = 50;
const VOCABULARY = 10_000;

/** Words as numbers, an LSTM over them, and two classes from its last time step. */
class SpamNet extends nn.Module {
  readonly embedding = new nn.Embedding(VOCABULARY, 64, { paddingIdx: 0 });
  readonly lstm = new nn.LSTM(64, 64, { batchFirst: true });
  readonly output = new nn.Linear(64, 2);

  override forward(words: Tensor): Tensor {
    const [out] = this.lstm.forward(this.embedding.forward(words));
    return this.output.forward(out.select(1, -1));
  }
}

/** Every rank reads all mails in the same order; the loaders give each of them its share. */
function readMails(): data.TensorDataset {
  const source = datasets.spamAssassin();
  const tokenize = text.patternTokenizer(/[a-z]+|[0-9]+|[!$%]/g);
  const count = Math.min(Number(options.mails), source.length);
  // Good mails come first in the corpus: taken at equal distances, there are some of both.
  const mails = Array.from({ length: count }, (_, i) => source.get(Math.floor((i * source.length) / count)));
  const words = mails.map(([mail]) => tokenize(mail.slice(0, 5_000)));
  const vocab = text.Vocab.build(words, { maxSize: VOCABULARY });
  const numbers = words.map((list) =>
    text.pad(vocab.numericalize(text.truncate(list, LENGTH)), LENGTH, { side: 'left' }),
  );
  return new data.TensorDataset(torch.tensor(numbers), torch.tensor(mails.map(([, label]) => label)));
}

async function main(): Promise<void> {
  torch.manualSeed(0);
  const [train, held] = data.randomSplit(readMails(), [0.8, 0.2]);
  const model = new SpamNet();
  const directory = new training.RunDirectory(options.folder, { resume: options.resume });
  const trainer = new training.Trainer({
    model,
    loss: new nn.CrossEntropyLoss(),
    optimizer: new optim.Adam(model.parameters(), { lr: 0.002 }),
    metrics: { accuracy: new training.Accuracy() },
    callbacks: [...directory.callbacks, new training.ProgressBar()],
    maxEpochs: Number(options.epochs),
    seed: 0,
  });
  const history = await trainer.fit(new data.DataLoader(train, { batchSize: 32, shuffle: true }), {
    validation: new data.DataLoader(held, { batchSize: 256 }),
    resumeFrom: options.resume ? options.folder : null,
    handleSignals: true,
  });
  const last = history.epochs.at(-1);
  // One line is enough; every rank has the same figures.
  if ((process.env['RANK'] ?? '0') !== '0') return;
  console.log(`${history.step} steps, accuracy on held-out mails ${last?.validation?.metrics['accuracy']?.toFixed(4)}`);
}

void main();
