import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TorchIndexError, TorchKeyError, text, type TorchError } from '../../../lib/index';
import { optionalPackage } from '../../../lib/install/packages';

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
    expect(() => vocab.indexOf('wine')).toThrow(TorchKeyError);
    expect(() => vocab.tokenOf(99)).toThrow(/there is no token 99/);
    expect(() => vocab.tokenOf(99)).toThrow(TorchIndexError);
  });

  test.each([
    ['not json', /holds no vocabulary: it is not JSON/],
    ['5', /holds no vocabulary: it is not \{ tokens, unknown \}/],
    ['{"tokens": ["a", "a"], "unknown": null}', /holds no vocabulary: it is not .* distinct strings/],
  ])('a file of %s is named with its fault', (content, message) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vocab-'));
    try {
      const file = path.join(folder, 'vocab.json');
      writeFileSync(file, content);
      const failure = caught(() => text.Vocab.load(file)) as TorchError;
      expect(failure.message).toMatch(message);
      expect(failure.message).toContain(file);
      expect([failure.code, failure.cause]).toEqual(['ERR_TORCH_DATA', expect.any(Error)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
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
    // A regular file, which nevertheless cannot be read.
    const failure = caught(() => text.Vocab.load('/proc/self/mem')) as TorchError;
    expect([failure.code, (failure.cause as NodeJS.ErrnoException).code]).toEqual(['ERR_TORCH_FILE', 'EIO']);
    expect(failure.message).toMatch(/^Vocab\.load: "\/proc\/self\/mem": .*i\/o error/i);
    const absent = caught(() => text.Vocab.load('/nowhere/vocab.json')) as TorchError;
    expect([absent.code, (absent.cause as NodeJS.ErrnoException).code]).toEqual(['ERR_TORCH_FILE', 'ENOENT']);
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

function caught(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
