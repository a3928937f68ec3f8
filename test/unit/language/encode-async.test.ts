/** Texts become tensors with turns for the event loop between them. */
import { turnsDuring } from '../../support/turns';
import * as language from '../../../lib/language/index';

const WORDS = ['[PAD]', 'a', 'b', 'c', 'd'];
const tokenizer = new language.PreTrainedTokenizer(
  {
    ...{ version: '1.0', truncation: null, padding: null, added_tokens: [], normalizer: null, post_processor: null },
    ...{ pre_tokenizer: { type: 'WhitespaceSplit' }, decoder: null },
    model: { type: 'WordLevel', vocab: Object.fromEntries(WORDS.map((word, i) => [word, i])), unk_token: '[PAD]' },
  },
  { pad_token: '[PAD]' },
);
const TEXTS = ['a b c', 'd', 'c c c c a', ''];
const lists = (given: language.Encoding): unknown =>
  Object.entries(given).map(([name, tensor]) => [name, (tensor as language.Encoding['inputIds']).tolist()]);

test.each([
  ['padded', { padding: true }],
  ['cut', { padding: true, truncation: true, maxLength: 2 }],
  ['pairs', { padding: true, textPair: ['a', 'b', 'c', 'd'], returnTokenTypeIds: true }],
])('gives what encode gives: %s', async (_, options) => {
  expect(lists(await tokenizer.encodeAsync(TEXTS, options))).toEqual(lists(tokenizer.encode(TEXTS, options)));
});

test('refuses what encode refuses, by its promise', async () => {
  await expect(tokenizer.encodeAsync(TEXTS)).rejects.toThrow('give padding: true');
  await expect(tokenizer.encodeAsync([])).rejects.toThrow('at least one text');
  await expect(tokenizer.encodeAsync([1] as never)).rejects.toThrow('a text or a list of texts');
  await expect(tokenizer.encodeAsync('a', { textPair: ['b', 'c'] })).rejects.toThrow('1 texts and 2 second ones');
  await expect(tokenizer.encodeAsync('a', { paddin: true } as never)).rejects.toThrow("did you mean 'padding'?");
});

test('lets the event loop run each time that texts have taken some milliseconds', async () => {
  // Each look at the clock is ten milliseconds later.
  let time = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => (time += 10));
  try {
    const texts = Array.from({ length: 40 }, () => 'a b');
    expect(await turnsDuring(40, () => tokenizer.encodeAsync(texts))).toBeGreaterThanOrEqual(40);
  } finally {
    clock.mockRestore();
  }
});
