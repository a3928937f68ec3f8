/** What examples may take for granted: the namespaces, and one small training set-up, made anew for each. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import * as language from '../../lib/language/index';
import { Predictor } from '../../lib/serving/index';
import * as vision from '../../lib/vision/index';

const { nn, optim, data, text, training, datasets, distributed } = torch;

/** The namespaces, which examples use as types, too. */
export const namespaces = { torch, nn, optim, data, text, training, datasets, distributed, vision, language };

/** A class of the reader's. */
export class RNNModel extends nn.RNN {
  constructor(
    inputSize: number,
    hiddenSize: number,
    readonly classes: number,
  ) {
    super(inputSize, hiddenSize);
  }
}

const WORDS = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  '[MASK]',
  'the',
  'fox',
  'dog',
  'and',
  'how',
  'are',
  'you',
  'fine',
  'once',
  'upon',
  'a',
];
const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });

/** A tokenizer of a few words, as its three files have it. */
export const TOKENIZER = {
  definition: {
    version: '1.0',
    added_tokens: WORDS.slice(0, 5).map((content, id) => ({ id, content, special: true, single_word: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  },
  config: { pad_token: '[PAD]', unk_token: '[UNK]', cls_token: '[CLS]', sep_token: '[SEP]', mask_token: '[MASK]' },
  template: "{% for message in messages %}{{ message['content'] }} {% endfor %}",
};

/** A language model of these words, and its tokenizer, as `fromPretrained` reads them. */
export async function saveLanguageModel(folder: string): Promise<void> {
  const sizes = { hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 2 };
  const config = new language.LlamaConfig({ ...sizes, vocabSize: WORDS.length, padTokenId: 0 });
  await new language.LlamaForCausalLM(config).savePretrained(folder);
  const { definition, config: settings, template } = TOKENIZER;
  writeFileSync(path.join(folder, 'tokenizer.json'), JSON.stringify(definition));
  writeFileSync(path.join(folder, 'tokenizer_config.json'), JSON.stringify({ ...settings, chat_template: template }));
}

function smallTraining() {
  const model = new nn.Linear(4, 2);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const [x, y] = [torch.randn([8, 4]), torch.randint(0, 2, [8])];
  const dataset = new data.TensorDataset(x, y);
  const loader = new data.DataLoader(dataset, { batchSize: 4 });
  const criterion = new nn.CrossEntropyLoss();
  return { model, optimizer, x, y, dataset, loader, criterion };
}

export function surroundings() {
  const all = smallTraining();
  const { model, optimizer, loader, criterion } = all;
  return {
    ...all,
    student: model,
    stateDict: model.stateDict(),
    ddp: new nn.parallel.DistributedDataParallel(model),
    loss: criterion,
    tokenizer: new language.PreTrainedTokenizer(TOKENIZER.definition, TOKENIZER.config, TOKENIZER.template),
    trainLoader: loader,
    testLoader: loader,
    trainer: new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 1 }),
    predictor: new Predictor({
      model: new nn.Linear(4, 2),
      collate: (rows: readonly number[][]) => torch.tensor(rows, { dtype: torch.float32 }),
    }),
    embedding: new nn.Embedding(10, 4, { sparse: true }),
    gru: new nn.GRU(2, 8),
    weight: new nn.Parameter(torch.randn([4, 4])),
    a: torch.randn([2, 3, 4]),
    b: torch.randn([2, 4, 5]),
    RNNModel,
  };
}
