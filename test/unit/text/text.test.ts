import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from '../../../lib';
import { optionalPackage } from '../../../lib/packages';

describe('Vocab', () => {
  const documents = [
    ['free', 'money', 'free'],
    ['money', 'lunch', 'free'],
  ];

  test('frequent tokens first, equally frequent ones by name, specials before all', () => {
    const vocab = text.Vocab.build([...documents, ['beer']]);
    expect(vocab.tokens).toEqual(['<pad>', '<unk>', 'free', 'money', 'beer', 'lunch']);
    expect(vocab.numericalize(['free', 'wine', 'lunch'])).toEqual([2, 1, 5]);
    expect(vocab.lookupTokens([3, 0])).toEqual(['money', '<pad>']);
  });

  test('minFrequency and maxSize', () => {
    expect(text.Vocab.build(documents, { minFrequency: 2 }).tokens).toEqual(['<pad>', '<unk>', 'free', 'money']);
    expect(text.Vocab.build(documents, { maxSize: 3 }).tokens).toEqual(['<pad>', '<unk>', 'free']);
    expect(() => text.Vocab.build(documents, { maxSize: 1 })).toThrow(/maxSize/);
  });

  test('without a token for unknown ones they are an error', () => {
    const vocab = text.Vocab.build(documents, { specials: [] });
    expect(() => vocab.indexOf('wine')).toThrow(/'wine' is not a token/);
    expect(() => vocab.tokenOf(99)).toThrow(/there is no token 99/);
  });

  test('is saved and loaded', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vocab-'));
    try {
      const vocab = text.Vocab.build(documents);
      vocab.save(path.join(folder, 'vocab.json'));
      expect(text.Vocab.load(path.join(folder, 'vocab.json')).toJSON()).toEqual(vocab.toJSON());
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(() => text.Vocab.from({ tokens: ['a', 'a'], unknown: null })).toThrow(/'a' is there twice/);
    expect(() => text.Vocab.from({ tokens: ['a'], unknown: 'b' })).toThrow(/which is not a token/);
    expect(() => text.Vocab.from(null as never)).toThrow(/expected \{ tokens, unknown \}/);
  });
});

describe('tokenizers', () => {
  test('words of English and Chinese', () => {
    expect(text.wordTokenizer({ locale: 'en' })("Don't panic, OK?")).toEqual(["don't", 'panic', 'ok']);
    expect(text.wordTokenizer({ locale: 'en', punctuation: true })('Win $5!')).toEqual(['win', '$', '5', '!']);
    expect(text.wordTokenizer({ locale: 'zh' })('深度学习').join('')).toBe('深度学习');
    expect(text.wordTokenizer({ locale: 'zh' })('我喜欢学习。').length).toBeGreaterThan(2);
  });

  test('a long text is cut between words and loses none', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `word${i}`);
    expect(text.wordTokenizer({ locale: 'en' })(words.join(' '))).toEqual(words);
  });

  test('patterns', () => {
    expect(text.patternTokenizer(/[a-z]+|[!$%]/g)('Win $$ now!')).toEqual(['win', '$', '$', 'now', '!']);
    expect(text.patternTokenizer()('')).toEqual([]);
    expect(() => text.patternTokenizer(/a/)).toThrow(/flag g/);
  });

  test('a tokenizer of Hugging Face, from its own files', () => {
    const vocab = { '[UNK]': 0, win: 1, mon: 2, '##ey': 3, '!': 4 };
    const tokenizer = text.huggingFaceTokenizer({
      version: '1.0',
      added_tokens: [],
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        ...{ vocab, unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
      },
    });
    const { ids, tokens } = tokenizer.encode('Win MONEY today!');
    expect([ids, tokens]).toEqual([
      [1, 2, 3, 0, 4],
      ['win', 'mon', '##ey', '[UNK]', '!'],
    ]);
    expect(tokenizer.decode([1, 2, 3])).toBe('win money');
  });

  test('a package that is missing is named', () => {
    expect(() => optionalPackage('not-there')).toThrow(/needs the package not-there.*npm install not-there/);
  });
});

test('truncate and pad', () => {
  expect(text.truncate([1, 2, 3], 2)).toEqual([1, 2]);
  expect(text.truncate([1, 2, 3], 2, 'left')).toEqual([2, 3]);
  expect(text.truncate([1], 2, 'left')).toEqual([1]);
  expect(text.pad([5, 6], 4)).toEqual([5, 6, 0, 0]);
  expect(text.pad([5, 6], 4, { side: 'left', value: 9 })).toEqual([9, 9, 5, 6]);
  expect(() => text.pad([1], -1)).toThrow(/length/);
});
