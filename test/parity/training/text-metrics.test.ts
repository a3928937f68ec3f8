/** BLEU and chrF beside sacrebleu, ROUGE beside torchmetrics, over texts of several languages and odd ones. */
import { training } from '../../../lib/index';
import { runPython } from '../../support/python';

/** References and hypotheses with punctuation, numbers, entities, Chinese, characters beyond U+FFFF and empty texts. */
const TEXTS: readonly (readonly [hypothesis: string, ...references: string[]])[] = [
  ['The dog bit the man.', 'The dog had bitten the man.', 'The dog bit the man!'],
  ["It wasn't surprising, was it?", 'It was not unexpected.', 'No one was surprised.'],
  ['The man bit him first - 3.14 times, 1,000-fold (really)', 'The man had bitten the dog 3.14 times, 1,000 fold.'],
  ['&quot;Tom &amp; Jerry&quot; <skipped> &lt;3', '"Tom & Jerry" <3', '"Tom and Jerry" <3'],
  ['深度学习很有用，对吧？ RNN 50 次', '深度学习非常有用，对吗？RNN 五十次'],
  ['“Curly” quotes… and — dashes', '"Curly" quotes ... and - dashes'],
  ['emoji 😀😀 and 𝒳 math', 'emoji 😀 and 𝒳 maths'],
  ['Straße ÄÖÜ, €5.00!', 'STRASSE äöü, €5!'],
  ['', 'not empty'],
  ['a', 'a'],
  ['the the the the the the the', 'the cat is on the mat', 'there is a cat on the mat'],
  ['trailing\u00a0space \u3000 and\ttabs  ', 'trailing space and tabs'],
  ['word-\nbroken line\nand more', 'wordbroken line and more'],
];
const [hypotheses, references] = [TEXTS.map(([one]) => one), TEXTS.map(([, ...rest]) => rest)];

/** What sacrebleu takes: each reference as a list over all texts, and none where a text has fewer. */
const streams = [0, 1].map((i) => references.map((rest) => rest[i] ?? null));

const bleuCases: readonly training.BleuOptions[] = [
  {},
  { lowercase: true },
  { tokenize: 'intl' },
  { tokenize: 'zh' },
  { tokenize: 'char' },
  { tokenize: 'none', effectiveOrder: true },
  { smoothMethod: 'floor' },
  { smoothMethod: 'floor', smoothValue: 0.5 },
  { smoothMethod: 'add-k' },
  { smoothMethod: 'none', maxNgramOrder: 2 },
  { maxNgramOrder: 6, smoothMethod: 'exp' },
];
const chrfCases: readonly training.ChrfOptions[] = [
  {},
  { wordOrder: 2 },
  { charOrder: 3, beta: 1, lowercase: true },
  { whitespace: true },
  { epsSmoothing: true, wordOrder: 1 },
];

const snake = (options: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`), value]),
  );

const script = `
import logging
logging.disable(logging.WARNING)
from sacrebleu.metrics import BLEU, CHRF

def bleu(options, hypotheses, streams):
    one = BLEU(**options)
    score = one.corpus_score(hypotheses, streams)
    single = [one.sentence_score(h, [s[i] for s in streams if s[i] is not None]).score for i, h in enumerate(hypotheses)]
    return {'score': score.score, 'precisions': score.precisions, 'counts': score.counts, 'totals': score.totals,
            'brevityPenalty': score.bp, 'hypothesisLength': score.sys_len, 'referenceLength': score.ref_len, 'single': single}

def chrf(options, hypotheses, streams):
    one = CHRF(**options)
    single = [one.sentence_score(h, [s[i] for s in streams if s[i] is not None]).score for i, h in enumerate(hypotheses)]
    return {'score': one.corpus_score(hypotheses, streams).score, 'single': single}

h, s = input['hypotheses'], input['streams']
output = {
    'bleu': [bleu(options, h, s) for options in input['bleu']],
    'chrf': [chrf(options, h, s) for options in input['chrf']],
    'short': bleu({}, ['a b'], [['a b']]),
    'nothing': bleu({}, ['x y z'], [['a b c']]),
}
`;

interface Bleu extends training.BleuDetails {
  readonly single: number[];
}
interface Scores {
  readonly bleu: Bleu[];
  readonly chrf: { readonly score: number; readonly single: number[] }[];
  readonly short: Bleu;
  readonly nothing: Bleu;
}

let expected: Scores;
beforeAll(() => {
  const given = { hypotheses, streams, bleu: bleuCases.map(snake), chrf: chrfCases.map(snake) };
  expected = runPython<Scores>(script, given);
});

const scored = (metric: training.BLEU | training.CHRF, text: string, wanted: readonly string[]): number => {
  metric.reset();
  metric.update([text], [wanted]);
  return metric.compute();
};

/** V8's `exp` and glibc's differ in the last digit. */
const near = (value: number): unknown => expect.closeTo(value, 11);

test.each(bleuCases.map((options, i) => [JSON.stringify(options), options, i] as const))('BLEU %s', (_, options, i) => {
  const metric = new training.BLEU(options);
  for (const [j, text] of hypotheses.entries()) metric.update([text], [references[j]!]);
  const { single, ...whole } = expected.bleu[i]!;
  const details = metric.details();
  const smoothed = options.smoothMethod === 'add-k';
  // With add-k sacrebleu reports counts to which it has added; here they are what was counted.
  const [counts, totals] = smoothed ? [whole.counts, whole.totals] : [details.counts, details.totals];
  const [score, brevityPenalty] = [near(whole.score), near(whole.brevityPenalty)];
  expect({ ...details, counts, totals }).toEqual({ ...whole, score, brevityPenalty });
  expect(hypotheses.map((text, j) => scored(metric, text, references[j]!))).toEqual(single.map(near));
});

test.each(chrfCases.map((options, i) => [JSON.stringify(options), options, i] as const))('chrF %s', (_, options, i) => {
  const metric = new training.CHRF(options);
  metric.update(hypotheses, references);
  expect(metric.compute()).toBe(expected.chrf[i]!.score);
  expect(hypotheses.map((text, j) => scored(metric, text, references[j]!))).toEqual(expected.chrf[i]!.single);
});

test('texts that are shorter than the n-grams, and nothing in common', () => {
  const metric = new training.BLEU();
  metric.update(['a b'], ['a b']);
  expect(metric.compute()).toEqual(near(expected.short.score));
  metric.reset();
  metric.update('x y z', 'a b c');
  expect(metric.compute()).toBe(expected.nothing.score);
});

const rougeScript = `
import import_torchvision
from torchmetrics.functional.text import rouge
# Its own division into sentences needs data from the internet; Google's divides at the ends of lines.
rouge._split_sentence = lambda text: text.split('\\n')
rouge._NLTK_AVAILABLE = True
def scores(how, keys):
    return {k: float(v) for k, v in rouge.rouge_score(input['hypotheses'], input['references'], accumulate=how, rouge_keys=keys).items()}
keys = ('rouge1', 'rouge2', 'rouge3', 'rougeL', 'rougeLsum')
output = {how: scores(how, keys) for how in ('best', 'avg')}
`;

test.each(['best', 'avg'] as const)('ROUGE, %s of several references', (accumulate) => {
  const given = {
    hypotheses: [...hypotheses, 'one line\nanother line here\nthe end'],
    references: [...references, ['another line\nthe one line\nan end here', 'the end']],
  };
  const python = runPython<Record<string, Record<string, number>>>(rougeScript, given)[accumulate]!;
  const rouge = new training.ROUGE({ accumulate, rougeKeys: ['rouge1', 'rouge2', 'rouge3', 'rougeL', 'rougeLsum'] });
  rouge.update(given.hypotheses, given.references);
  const figures = rouge.compute();
  const names = Object.keys(python);
  expect(names).toHaveLength(15);
  for (const name of names) {
    const ours = name.replace(/_([a-z])/, (_, letter: string) => letter.toUpperCase());
    // torchmetrics rounds each to float32.
    expect([ours, figures[ours]]).toEqual([ours, expect.closeTo(python[name]!, 6)]);
  }
});
