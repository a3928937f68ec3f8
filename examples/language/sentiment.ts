/**
 * Fine-tunes a BERT to tell good reviews from bad ones, and writes it for transformers.
 *
 *   node scripts/run-ts.cjs examples/language/sentiment.ts [--model FOLDER] [--data FILE.jsonl] [--out runs/sentiment] [--epochs 3]
 *
 * The folder holds a BERT, DistilBERT or RoBERTa with its tokenizer; a line of the data is `{"text": "…", "label": 0}`.
 * Without them the example makes a small BERT, and reviews of its own.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import * as language from 'libtorch-node/language';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string', default: 'runs/sentiment' },
    epochs: { type: 'string', default: '3' },
  },
});
const LABELS = { 0: 'bad', 1: 'good' };

interface Review {
  readonly text: string;
  readonly label: number;
}

const WORDS = {
  good: ['lovely', 'moving', 'clever', 'wonderful'],
  bad: ['boring', 'dreadful', 'clumsy', 'tedious'],
  about: ['plot', 'music', 'acting', 'ending'],
} as const;

function madeUp(count: number): Review[] {
  const pick = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 2 === 0 ? WORDS.good : WORDS.bad;
    return { text: `the ${pick(WORDS.about)} is ${pick(kind)} and ${pick(kind)}`, label: i % 2 === 0 ? 1 : 0 };
  });
}

/** A tokenizer of whole words. */
function wordTokenizer(): language.PreTrainedTokenizer {
  const words = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'the', 'is', 'and', ...Object.values(WORDS).flat()];
  const vocab = Object.fromEntries(words.map((word, i) => [word, i]));
  const special = (token: string): object => ({ id: token, ids: [vocab[token]], tokens: [token] });
  const definition = {
    model: {
      type: 'WordPiece',
      vocab,
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
    },
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: { '[CLS]': special('[CLS]'), '[SEP]': special('[SEP]') },
    },
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map((content, id) => ({
      ...{ id, content, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false },
    })),
  };
  return new language.PreTrainedTokenizer(definition, {
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
  });
}

async function start(): Promise<[language.AnyHead, language.PreTrainedTokenizer]> {
  if (options.model !== undefined) {
    const tokenizer = await language.AutoTokenizer.fromPretrained(options.model);
    return [
      await language.AutoModelForSequenceClassification.fromPretrained(options.model, { id2label: LABELS }),
      tokenizer,
    ];
  }
  const tokenizer = wordTokenizer();
  const config = new language.BertConfig({
    ...{ vocabSize: tokenizer.length, hiddenSize: 32, numHiddenLayers: 2, numAttentionHeads: 4, intermediateSize: 64 },
    ...{ maxPositionEmbeddings: 32, id2label: LABELS },
  });
  return [new language.BertForSequenceClassification(config), tokenizer];
}

async function main(): Promise<void> {
  torch.manualSeed(0);
  const [model, tokenizer] = await start();
  model.train(); // a model that was loaded is in evaluation mode, without dropout
  const lines = options.data === undefined ? null : readFileSync(options.data, 'utf8').split('\n').filter(Boolean);
  const reviews = lines ? lines.map((line) => JSON.parse(line) as Review) : madeUp(320);
  const held = Math.ceil(reviews.length / 5);
  const collate = language.paddingCollator(tokenizer);
  const batches = (list: readonly Review[]): language.Batch[] =>
    Array.from({ length: Math.ceil(list.length / 16) }, (_, i) => {
      const part = list.slice(16 * i, 16 * i + 16);
      return collate(part.map(({ text, label }) => ({ inputIds: tokenizer.tokensOf(text).ids, labels: label })));
    });
  const trainer = new torch.training.Trainer<language.Batch>({
    model,
    optimizer: new torch.optim.AdamW(model.parameters(), { lr: options.model === undefined ? 2e-3 : 3e-5 }),
    trainingStep: language.labelledStep,
    metrics: { accuracy: new torch.training.Accuracy() },
    maxEpochs: Number(options.epochs),
    checks: 'off',
  });
  const history = await trainer.fit(batches(reviews.slice(held)), { validation: batches(reviews.slice(0, held)) });
  console.table(
    history.epochs.map(({ epoch, train, validation }) => ({
      epoch,
      loss: train.loss.toFixed(4),
      ...validation?.metrics,
    })),
  );
  await model.savePretrained(options.out);
  await tokenizer.savePretrained(options.out);

  model.eval();
  const texts = ['the acting is wonderful and clever', 'the plot is boring and clumsy'];
  const probabilities = torch.noGrad(() =>
    model.forward(tokenizer.encode(texts, { padding: true })).logits.softmax(-1),
  );
  const rows = probabilities.tolist() as number[][];
  console.table(texts.map((text, i) => ({ text, bad: rows[i]?.[0]?.toFixed(3), good: rows[i]?.[1]?.toFixed(3) })));
  console.log(`the model is in ${options.out}`);
}

void main();
