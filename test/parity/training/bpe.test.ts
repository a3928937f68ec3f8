/** Byte-pair encodings learnt here and by Python's tokenizers are the same, token for token and pair for pair. */
import { text } from '../../../lib/index';
import { runPython } from '../../support/python';

const script = `
import json
from tokenizers import Tokenizer, models, pre_tokenizers, trainers, decoders
output = []
for case in input['cases']:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=case['vocabSize'], min_frequency=case['minFrequency'], show_progress=False,
                                  special_tokens=case['specialTokens'], initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(input['texts'], trainer)
    model = json.loads(tokenizer.to_str())['model']
    ours = Tokenizer.from_str(case['ours'])
    output.append({'vocab': model['vocab'], 'merges': model['merges'],
                   'encoded': [tokenizer.encode(t).ids for t in input['texts']],
                   'ours': [ours.encode(t).ids for t in input['texts']],
                   'decoded': [ours.decode(ours.encode(t).ids) for t in input['texts']]})
`;

interface Learnt {
  readonly vocab: Record<string, number>;
  readonly merges: [string, string][];
  readonly encoded: number[][];
  readonly ours: number[][];
  readonly decoded: string[];
}

const texts = [
  'the lower and the lowest of the low, newer than the newest',
  "I don't think we'll see it, they're there: it's 2026, isn't it?",
  'aaaaaaa aaa aaaa bbbbb abababab',
  '深度学习很有用 深度学习 深度',
  'emoji 😀😀😀 and   many   spaces\n\n\tand tabs\u0085\ufeff',
  'naïve café Straße ΑΣ',
  '',
];

test('the same merges and numbers', () => {
  const cases = [
    { vocabSize: 400, minFrequency: 0, specialTokens: [] as string[] },
    { vocabSize: 30_000, minFrequency: 2, specialTokens: ['<pad>', '<unk>', '<s>'] },
    { vocabSize: 270, minFrequency: 1, specialTokens: ['<pad>'] },
  ];
  const trained = cases.map((options) => text.trainBpe(texts, options));
  const given = { texts, cases: cases.map((one, i) => ({ ...one, ours: JSON.stringify(trained[i]) })) };
  const python = runPython<Learnt[]>(script, given);
  for (const [i, { model }] of trained.entries()) {
    const theirs = python[i]!;
    expect(model.merges).toEqual(theirs.merges);
    expect(model.vocab).toEqual(theirs.vocab);
    expect(theirs.ours).toEqual(theirs.encoded);
    expect(theirs.decoded).toEqual(texts);
  }
  expect(trained[2]!.model.merges).toHaveLength(270 - 257);
});

test('Hugging Face’s JavaScript takes it', () => {
  const trained = text.trainBpe(texts, { vocabSize: 300 });
  const tokenizer = text.huggingFaceTokenizer(trained);
  const { ids } = tokenizer.encode('the lower and the lowest');
  expect(ids.length).toBeLessThan('the lower and the lowest'.length / 2);
  expect(tokenizer.decode(ids)).toBe('the lower and the lowest');
});

test('what it refuses', () => {
  expect(() => text.trainBpe('one text' as never)).toThrow("'texts' should be an iterable of strings, got 'one text'");
  expect(() => text.trainBpe([3] as never)).toThrow('a text should be a string, got 3');
  expect(() => text.trainBpe(null as never)).toThrow("'texts' should be an iterable of strings, got null");
  expect(() => text.trainBpe(texts, { vocabSize: 256, specialTokens: ['<pad>'] })).toThrow(
    'the special tokens and the 256 bytes are 257 tokens, vocabSize is 256',
  );
  expect(() => text.trainBpe(texts, { vocab_size: 300 } as never)).toThrow(/vocabSize/);
});
