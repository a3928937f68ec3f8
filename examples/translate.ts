/**
 * Translation: a GRU with attention, or a transformer, from one language to another.
 *
 *   npm run build && node scripts/run-ts.cjs examples/translate.ts            # sentences made here, English to German
 *   … --model transformer --epochs 12
 *   … --pairs deu.txt --limit 50000                                           # pairs from a file: a tab between the two
 *   … --write pairs.tsv                                                       # keeps the sentences that are made here
 *   … --say "tomorrow we want to buy the old house ." --svg attention.svg
 *
 * Files of pairs are at https://www.manythings.org/anki/. The decoder learns with the right words before it (teacher
 * forcing); translations are found word by word, and by beam search. BLEU is that of sacrebleu.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { datasets, nn, optim, training, type Tensor } from 'libtorch-node';
import { heatmap } from './translation/heatmap';
import { GruTranslator, TransformerTranslator, type Translator } from './translation/models';
import { type Pair, makePairs, tokenize } from './translation/pairs';
import { beamSearch, greedy } from './translation/search';
import { type Batch, Languages, PAD, PairDataset, loaderOf } from './translation/vocabulary';

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string' },
    limit: { type: 'string', default: '4000' },
    model: { type: 'string', default: 'gru' },
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '8' },
    lr: { type: 'string', default: '0.003' },
    batch: { type: 'string', default: '64' },
    beam: { type: 'string', default: '4' },
    seed: { type: 'string', default: '0' },
    save: { type: 'string' },
    say: { type: 'string', default: 'tomorrow we want to buy the old house .' },
    svg: { type: 'string' },
    write: { type: 'string' },
  },
});
const [batchSize, beamWidth, seed] = [Number(options.batch), Number(options.beam), Number(options.seed)];
const LONGEST = 40; // words of a translation

/** The pairs to learn from, and a tenth of them to test with. */
async function readPairs(): Promise<[learn: Pair[], test: Pair[]]> {
  const limit = Number(options.limit);
  const pairs = options.pairs ? await datasets.sentencePairs(options.pairs, { limit }) : makePairs(limit, seed);
  if (options.write) writeFileSync(options.write, pairs.map((pair) => `${pair.join('\t')}\n`).join(''));
  const order = torch.scope(() => torch.randperm(pairs.length).tolist<number[]>());
  const shuffled = order.map((index) => pairs[index]).filter((pair) => pair !== undefined);
  const border = Math.floor(shuffled.length * 0.9);
  return [shuffled.slice(0, border), shuffled.slice(border)];
}

function makeModel(languages: Languages): Translator {
  const sizes = { source: languages.source.length, target: languages.target.length, hidden: Number(options.hidden) };
  if (options.model === 'transformer') return new TransformerTranslator({ ...sizes, dropout: 0.1 });
  return new GruTranslator({ ...sizes, dropout: 0.1 });
}

/** Translations of all test sentences, BLEU, and the share that is right word for word. */
function test(model: Translator, pairs: readonly Pair[], languages: Languages): { bleu: number; exact: number } {
  const [bleu, exact] = [new training.BLEU({ tokenize: 'none' }), new training.ExactMatch()];
  const dataset = new PairDataset(pairs, languages);
  model.eval();
  // Not shuffled, the loader goes from short to long, as the sampler says.
  for (const [source, target, lengths] of loaderOf(dataset, batchSize, false)) {
    const found = greedy(model, source, lengths, LONGEST).map((words) => languages.textOf(words));
    const wanted = target.tolist<number[][]>().map((words) => languages.textOf(words));
    bleu.update(found, wanted);
    exact.update(found, wanted);
    for (const tensor of [source, target, lengths]) tensor.dispose();
  }
  model.train();
  return { bleu: bleu.compute(), exact: exact.compute() };
}

const criterion = new nn.CrossEntropyLoss({ ignoreIndex: PAD });

/** Each word of the translation is predicted from the right words before it. */
function trainingStep([source, target, lengths]: Batch, model: Translator): Tensor {
  const [before, wanted] = [target.narrow(1, 0, target.size(1) - 1), target.narrow(1, 1, target.size(1) - 1)];
  const logits = model.decode(model.encode(source, lengths), before);
  return criterion.forward(logits.flatten(0, 1), wanted.reshape([-1]));
}

/** One sentence, by beam search; and what each word has looked at. */
function translate(model: Translator, sentence: string, languages: Languages): { text: string; svg: string } {
  model.eval();
  return torch.scope(() =>
    torch.noGrad(() => {
      const numbers = languages.sourceOf(sentence);
      const [source, lengths] = [torch.tensor([numbers]), torch.tensor([numbers.length])];
      const words = beamSearch(model, source, lengths, { width: beamWidth, longest: LONGEST });
      const looked = model.attention(model.encode(source, lengths), torch.tensor([words.slice(0, -1)]));
      const [from, to] = [languages.source.lookupTokens(numbers), languages.target.lookupTokens(words.slice(1))];
      return { text: languages.textOf(words), svg: heatmap(from, to, looked.select(0, 0).tolist<number[][]>()) };
    }),
  );
}

async function main(): Promise<void> {
  torch.manualSeed(seed);
  const [learn, held] = await readPairs();
  const languages = Languages.of(learn);
  console.log(`${learn.length} pairs to learn from, ${held.length} to test with`);
  console.log(`${languages.source.length} words of the one language, ${languages.target.length} of the other`);
  const model = makeModel(languages);
  console.log(model.toString());
  const trainer = new training.Trainer({
    model,
    optimizer: new optim.Adam(model.parameters(), { lr: Number(options.lr) }),
    trainingStep,
    clipGradNorm: 1,
    maxEpochs: Number(options.epochs),
    callbacks: [
      new training.ProgressBar(),
      {
        name: 'bleu',
        on(event) {
          if (event.type !== 'epochEnd') return;
          const { bleu, exact } = test(model, held, languages);
          const figures = `BLEU ${bleu.toFixed(2)}, right ${(100 * exact).toFixed(1)} %`;
          console.log(`Epoch ${event.epoch + 1}: loss ${event.train.loss.toFixed(4)}, ${figures}`);
        },
      },
    ],
  });
  await trainer.fit(loaderOf(new PairDataset(learn, languages), batchSize, true));
  if (options.save) torch.save(model.stateDict(), options.save);
  const { text, svg } = translate(model, options.say, languages);
  console.log(`${tokenize(options.say).join(' ')}  →  ${text}`);
  if (options.svg) writeFileSync(options.svg, svg);
}

void main();
