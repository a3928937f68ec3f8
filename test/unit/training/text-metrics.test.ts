/** Metrics of texts: what they take, what they refuse, their states, and matrices in a Trainer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, nn, optim, training } from '../../../lib/index';

const all = {
  BLEU: () => new training.BLEU({ decode }),
  CHRF: () => new training.CHRF({ decode }),
  ROUGE: () => new training.ROUGE({ decode }),
  ExactMatch: () => new training.ExactMatch({ decode }),
};
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five'];
const decode = (ids: Tensor): string[] =>
  ids.tolist<number[][]>().map((row) => row.map((id) => WORDS[id] ?? '?').join(' '));

describe.each(Object.entries(all))('%s', (name, make) => {
  const figures = (metric: ReturnType<typeof make>): unknown => metric.compute();

  test('batches in parts, in one, by states and by merging are the same', () => {
    const [texts, wanted] = [
      ['one two three four', 'five', 'two two'],
      [['one two three five'], ['five', 'one'], ['two']],
    ];
    const [whole, parts, left, right] = [make(), make(), make(), make()];
    whole.update(texts, wanted);
    texts.forEach((text, i) => parts.update(text, [wanted[i]!]));
    expect(figures(parts)).toEqual(figures(whole));
    left.update(texts.slice(0, 1), wanted.slice(0, 1));
    right.update(texts.slice(1), wanted.slice(1));
    const copy = make();
    copy.loadStateDict(JSON.parse(JSON.stringify(left.stateDict())) as Record<string, unknown>);
    copy.merge(right.stateDict());
    expect(figures(copy)).toEqual(figures(whole));
  });

  test('tensors through decode', () => {
    const [tensors, texts] = [make(), make()];
    tensors.update(torch.tensor([[1, 2, 3, 4], [5, 1, 1, 1]]), torch.tensor([[1, 2, 3, 4], [5, 1, 2, 2]])); // prettier-ignore
    texts.update(['one two three four', 'five one one one'], ['one two three four', 'five one two two']);
    expect(figures(tensors)).toEqual(figures(texts));
  });

  test('NaN without texts', () => {
    const found = figures(make());
    const numbers = typeof found === 'number' ? [found] : Object.values(found as object);
    expect(numbers.every((one) => Number.isNaN(one))).toBe(true);
  });

  test('what is no text', () => {
    const metric = make();
    const wrong =
      (output: unknown, target: unknown): (() => void) =>
      () =>
        metric.update(output as never, target as never);
    expect(wrong(['a', 'b'], ['a'])).toThrow(`${name}: 2 texts do not belong to 1 references`);
    expect(wrong([3], ['a'])).toThrow('output[0] should be a text, got 3');
    expect(wrong(['a'], [null])).toThrow('target[0] should be a text or a list of at least one text, got null');
    expect(wrong(['a'], [[]])).toThrow('target[0] should be a text or a list of at least one text, got []');
    expect(wrong(new Set(['a']), ['a'])).toThrow("'output' should be a text, a list of texts or a tensor");
    expect(wrong(['fits', 'no'], ['fits', 3])).toThrow('target[1]');
    // A batch that is refused has not counted in part.
    expect(metric.stateDict()).toEqual(make().stateDict());
  });
});

test('tensors without decode, and a decode that gives no texts', () => {
  const ids = torch.tensor([[1]]);
  expect(() => new training.BLEU().update(ids, ids)).toThrow('BLEU: tensors need the option decode');
  const metric = new training.ExactMatch({ decode: (() => 'text') as never });
  expect(() => metric.update(ids, ids)).toThrow("ExactMatch: decode should give a list of texts, got 'text'");
});

test('options that fit nothing', () => {
  expect(() => new training.BLEU({ tokenize: '13b' as never })).toThrow(/tokenize/);
  expect(() => new training.BLEU({ maxNgramOrder: 0 })).toThrow(/maxNgramOrder/);
  expect(() => new training.ROUGE({ rougeKeys: ['rouge10' as never] })).toThrow(/rougeKeys/);
  expect(() => new training.CHRF({ betta: 3 } as never)).toThrow("did you mean 'beta'");
  expect(() => new training.ExactMatch({ regexesToIgnore: ['a'] as never })).toThrow(/regular expressions/);
});

test('BLEU by a tokenizer of one’s own', () => {
  const metric = new training.BLEU({ tokenize: (line) => line.split('|'), maxNgramOrder: 1 });
  metric.update(['a b|c'], ['a b|d']);
  expect(metric.compute()).toBeCloseTo(50, 10);
});

test('ROUGE with stems', () => {
  const metric = new training.ROUGE({ rougeKeys: ['rouge1'], stemmer: (word) => word.replace(/s$/, '') });
  metric.update(['dogs bark as'], ['dog barks a']);
  // `as` has three letters or fewer, which stay as they are.
  expect(metric.compute()['rouge1Fmeasure']).toBeCloseTo(2 / 3, 12);
});

test('an exact match without case, punctuation, numbers and what is ignored', () => {
  const [texts, wanted] = [
    ['The cat, 3 mice!', 'A'],
    ['the cat mice', 'b'],
  ];
  const share = (options: training.ExactMatchOptions): number => {
    const metric = new training.ExactMatch(options);
    metric.update(texts, wanted);
    return metric.compute();
  };
  expect(share({})).toBe(0);
  expect(share({ ignoreCase: true, ignorePunctuation: true, ignoreNumbers: true, regexesToIgnore: [/ +/] })).toBe(0.5);
});

describe('a matrix in a Trainer', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'matrix-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is in the history and in the events, and a picture for TensorBoard', async () => {
    torch.manualSeed(1);
    const model = new nn.Linear(2, 2);
    const batches: [Tensor, Tensor][] = [[torch.randn([6, 2]), torch.tensor([0, 1, 0, 1, 1, 1])]];
    const trainer = new training.Trainer({
      model,
      loss: new nn.CrossEntropyLoss(),
      optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }),
      metrics: { confusion: new training.ConfusionMatrix(2), accuracy: new training.Accuracy() },
      maxEpochs: 1,
      callbacks: [new training.TensorBoard(folder), new training.JsonLinesLog(path.join(folder, 'events.jsonl'))],
    });
    const history = await trainer.fit(batches, { validation: batches });
    const validation = history.epochs[0]!.validation!;
    const matrix = validation.matrices!['confusion']!;
    expect(matrix.map((row) => row.reduce((sum, one) => sum + one, 0))).toEqual([2, 4]);
    expect(Object.keys(validation.metrics)).toEqual(['accuracy']);
    const lines = readFileSync(path.join(folder, 'events.jsonl'), 'utf8');
    expect(lines).toContain(`"matrices":{"confusion":${JSON.stringify(matrix)}}`);
    const file = readdirSync(folder).find((name) => name.includes('tfevents'))!;
    const bytes = readFileSync(path.join(folder, file));
    expect(bytes.includes('validation/confusion')).toBe(true);
    expect(bytes.includes(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).toBe(true);
  });

  test('rows of different lengths are no matrix', async () => {
    const model = new nn.Linear(2, 2);
    const ragged = { ...blank(), compute: () => [[1, 2], [3]] };
    const trainer = new training.Trainer({
      model,
      loss: new nn.CrossEntropyLoss(),
      optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }),
      metrics: { ragged },
      maxEpochs: 1,
    });
    await expect(trainer.fit([[torch.randn([2, 2]), torch.tensor([0, 1])]])).rejects.toThrow(
      "the metric 'ragged' computes [[1, 2], [3]], and not a number, numbers by name or a matrix",
    );
  });
});

const blank = (): training.Metric<training.Matrix> => ({
  reset: () => undefined,
  update: () => undefined,
  compute: () => [],
  stateDict: () => ({}),
  loadStateDict: () => undefined,
});
