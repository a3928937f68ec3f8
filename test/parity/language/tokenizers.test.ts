/** Tokenizers, chats and collators beside transformers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { runPython } from '../../support/python';

const TEXTS = ['Hello world, how are you?', 'Fine.', 'The quick brown fox jumps over the lazy dog; twice!'];
const PAIRS = ['I am well', 'Thank you very much, my dear friend of old', 'No'];
const TEMPLATE =
  "{{ bos_token }}{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] | trim }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";
const CHAT = [
  { role: 'system', content: 'You are kind.' },
  { role: 'user', content: ' Hello there ' },
  { role: 'assistant', content: 'Hello you.' },
  { role: 'user', content: 'How are you?' },
];

const SCRIPT = `
import os, json
import import_torchvision  # noqa: F401
from tokenizers import Tokenizer, models, pre_tokenizers, decoders, trainers, processors, normalizers
from transformers import PreTrainedTokenizerFast, DataCollatorForLanguageModeling, DataCollatorForSeq2Seq, set_seed
texts, pairs = input["texts"], input["pairs"]
corpus = texts + pairs + ["the friend and the fox are well and kind"] * 3
special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "<|user|>", "<|assistant|>", "<|system|>"]
bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
bpe.decoder = decoders.ByteLevel()
bpe.train_from_iterator(corpus, trainers.BpeTrainer(vocab_size=330, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
wordpiece = Tokenizer(models.WordPiece(unk_token="[UNK]"))
wordpiece.normalizer = normalizers.BertNormalizer()
wordpiece.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
wordpiece.decoder = decoders.WordPiece()
wordpiece.train_from_iterator(corpus, trainers.WordPieceTrainer(vocab_size=200, special_tokens=special))
cls, sep = wordpiece.token_to_id("[CLS]"), wordpiece.token_to_id("[SEP]")
wordpiece.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", cls), ("[SEP]", sep)])
output = {}
for name, tokenizer, side in (("bpe", bpe, "left"), ("wordpiece", wordpiece, "right")):
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", mask_token="[MASK]", cls_token="[CLS]", sep_token="[SEP]", bos_token="[CLS]", eos_token="[SEP]", padding_side=side, model_max_length=64, model_input_names=["input_ids", "token_type_ids", "attention_mask"])
    fast.chat_template = input["template"]
    fast.save_pretrained(os.path.join(input["folder"], name))
    seen = {}
    for label, options in input["calls"].items():
        options = dict(options)
        out = fast(texts, pairs if options.pop("pairs", False) else None, return_tensors="pt", **options)
        seen[label] = [out["input_ids"], out["attention_mask"], out["token_type_ids"]]
    seen["decoded"] = [fast.decode(row, skip_special_tokens=True) for row in seen["padded"][0]]
    seen["chat"] = [fast.apply_chat_template(input["chat"], tokenize=False), fast.apply_chat_template(input["chat"], tokenize=False, add_generation_prompt=True)]
    examples = [{"input_ids": fast(t)["input_ids"]} for t in texts]
    torch.manual_seed(4)
    masked = DataCollatorForLanguageModeling(fast)(examples)
    plain = DataCollatorForLanguageModeling(fast, mlm=False)(examples)
    seen["collated"] = [masked["input_ids"], masked["labels"], plain["input_ids"], plain["labels"]]
    both = DataCollatorForSeq2Seq(fast, pad_to_multiple_of=4)([{"input_ids": fast(t)["input_ids"], "labels": fast(p)["input_ids"]} for t, p in zip(texts, pairs)])
    seen["translated"] = [both["input_ids"], both["attention_mask"], both["labels"]]
    output[name] = seen
`;

const CALLS: Readonly<Record<string, Record<string, unknown>>> = {
  padded: { padding: true },
  cut: { padding: true, truncation: true, max_length: 8 },
  long: { padding: 'max_length', truncation: true, max_length: 40 },
  multiple: { padding: true, pad_to_multiple_of: 8 },
  bare: { padding: true, add_special_tokens: false },
  pairs: { padding: true, pairs: true },
  'cut pairs': { padding: true, truncation: true, max_length: 12, pairs: true },
};

type Seen = Readonly<Record<string, readonly Tensor[]>>;
let folder: string;
let theirs: Readonly<Record<string, Seen & { readonly decoded: never; readonly chat: never }>>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'language-tokenizers-'));
  theirs = runPython(SCRIPT, { folder, texts: TEXTS, pairs: PAIRS, template: TEMPLATE, chat: CHAT, calls: CALLS });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lists = (tensors: readonly (Tensor | undefined)[]): unknown[] => tensors.map((one) => one?.tolist());

describe.each(['bpe', 'wordpiece'])('%s', (name) => {
  let tokenizer: language.PreTrainedTokenizer;
  beforeAll(async () => {
    tokenizer = await language.AutoTokenizer.fromPretrained(path.join(folder, name));
  });

  test.each(Object.keys(CALLS))('%s', (call) => {
    const { pairs, padding, ...rest } = CALLS[call] as Record<string, unknown>;
    const options = Object.fromEntries(
      Object.entries(rest).map(([key, one]) => [
        key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
        one,
      ]),
    );
    const how = {
      ...options,
      padding: padding === 'max_length' ? 'maxLength' : padding,
      textPair: pairs ? PAIRS : null,
    };
    const ours = tokenizer.encode(TEXTS, how as language.EncodeOptions);
    expect(lists([ours.inputIds, ours.attentionMask, ours.tokenTypeIds])).toEqual(
      lists(theirs[name]?.[call] as Tensor[]),
    );
  });

  test('back to texts', () => {
    const { inputIds } = tokenizer.encode(TEXTS, { padding: true });
    expect(tokenizer.batchDecode(inputIds, { skipSpecialTokens: true })).toEqual(theirs[name]?.decoded);
  });

  test('chats', () => {
    const texts = [tokenizer.applyChatTemplate(CHAT), tokenizer.applyChatTemplate(CHAT, { addGenerationPrompt: true })];
    expect(texts).toEqual(theirs[name]?.chat);
  });

  test('collators', () => {
    const examples = TEXTS.map((text) => ({ inputIds: tokenizer.tokensOf(text).ids }));
    torch.manualSeed(4);
    const masked = language.languageModelingCollator(tokenizer)(examples);
    const plain = language.languageModelingCollator(tokenizer, { mlm: false })(examples);
    const found = [masked.inputIds, masked.labels, plain.inputIds, plain.labels];
    expect(lists(found)).toEqual(lists(theirs[name]?.['collated'] as Tensor[]));
    const pairs = examples.map((one, i) => ({ ...one, labels: tokenizer.tokensOf(PAIRS[i] as string).ids }));
    const both = language.seq2SeqCollator(tokenizer, { padToMultipleOf: 4 })(pairs);
    expect(lists([both.inputIds, both.attentionMask, both.labels])).toEqual(
      lists(theirs[name]?.['translated'] as Tensor[]),
    );
  });

  test('only the answers of a chat are learned', () => {
    const { inputIds, labels } = language.chatExample(tokenizer, CHAT.slice(0, 3));
    const learned = labels.filter((label) => label !== -100);
    expect(learned.length).toBeGreaterThan(0);
    expect(learned.length).toBeLessThan(labels.length / 2);
    expect(inputIds.slice(-learned.length)).toEqual(learned);
    expect(tokenizer.decode(learned, { skipSpecialTokens: true }).trim()).toMatch(/^hello you ?\.$/i);
  });

  test('written and read again', async () => {
    const copy = path.join(folder, `${name} again`);
    await tokenizer.savePretrained(copy);
    const again = await language.AutoTokenizer.fromPretrained(copy);
    expect(again.encode(TEXTS, { padding: true }).inputIds.tolist()).toEqual(
      tokenizer.encode(TEXTS, { padding: true }).inputIds.tolist(),
    );
    expect(again.chatTemplate).toBe(TEMPLATE);
  });
});
