/** Every metric over several batches against numpy, from the definitions. */
import * as torch from '../../../lib/index';
import { type Tensor, training } from '../../../lib/index';
import { runPython } from '../../support/python';

const script = `
import numpy as np

def counts(predicted, wanted, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    np.add.at(matrix, (wanted, predicted), 1)
    return matrix

def rates(matrix, average):
    tp = np.diag(matrix).astype(float)
    fp, fn = matrix.sum(0) - tp, matrix.sum(1) - tp
    def three(tp, fp, fn):
        def ratio(part, whole):
            return np.where(whole == 0, 0.0, part / np.where(whole == 0, 1, whole))
        return [ratio(tp, tp + fp), ratio(tp, tp + fn), ratio(2 * tp, 2 * tp + fp + fn)]
    if average == 'binary':
        return [float(rate[1]) for rate in three(tp, fp, fn)]
    if average == 'micro':
        return [float(rate) for rate in three(tp.sum(), fp.sum(), fn.sum())]
    seen = tp + fp + fn > 0
    return [float(rate[seen].mean()) for rate in three(tp, fp, fn)]

def auroc(scores, labels):
    # By pairs, which is the definition; the metric goes by ranks.
    positive, negative = scores[labels == 1][:, None], scores[labels == 0][None, :]
    return float(((positive > negative) + 0.5 * (positive == negative)).mean())

def log_softmax(x):
    x = x.astype(np.float64)
    x = x - x.max(1, keepdims=True)
    return x - np.log(np.exp(x).sum(1, keepdims=True))

scores, labels = input['scores'].numpy(), input['labels'].numpy()
binary, yes = input['binary'].numpy(), input['yes'].numpy()
x, y = input['x'].numpy().astype(np.float64), input['y'].numpy().astype(np.float64)
text, tokens = input['text'].numpy(), input['tokens'].numpy()
classes = scores.shape[1]
predicted = scores.argmax(1)
matrix = counts(predicted, labels, classes)
kept = labels != 2
best = np.argsort(-scores, 1)[:, :3]
nll = -np.take_along_axis(log_softmax(text), tokens[:, None], 1)[:, 0]
output = {
    'accuracy': float((predicted == labels).mean()),
    'accuracyWithout2': float((predicted == labels)[kept].mean()),
    'top3': float((best == labels[:, None]).any(1).mean()),
    'matrix': matrix.tolist(),
    'macro': rates(matrix, 'macro'),
    'micro': rates(matrix, 'micro'),
    'binary': rates(counts((binary >= 0.5).astype(int), yes, 2), 'binary'),
    'strict': rates(counts((binary >= 0.8).astype(int), yes, 2), 'binary'),
    'auroc': auroc(binary, yes),
    'mse': float(((x - y) ** 2).mean()),
    'mae': float(np.abs(x - y).mean()),
    'r2': float(1 - ((x - y) ** 2).sum() / ((y - y.mean()) ** 2).sum()),
    'perplexity': float(np.exp(nll.mean())),
    'perplexityWithout0': float(np.exp(nll[tokens != 0].mean())),
}
`;

const N = 60;
const CLASSES = 6;

function inputs() {
  torch.manualSeed(5);
  return {
    scores: torch.randn([N, CLASSES]),
    // Class 5 is never wanted.
    labels: torch.randint(0, CLASSES - 1, [N]),
    // Rounded, so that scores are tied.
    binary: torch.rand([N]).mul(10).round().div(10),
    yes: torch.randint(0, 2, [N]),
    x: torch.randn([N, 3]),
    y: torch.randn([N, 3]).add(2),
    text: torch.randn([N, CLASSES, 4]),
    tokens: torch.randint(0, CLASSES, [N, 4]),
  };
}

/** A metric over batches of different sizes, its state carried over in the middle as a checkpoint does. */
function over<R>(make: () => training.Metric<R>, output: Tensor, target: Tensor): R {
  const first = make();
  first.update(output.narrow(0, 0, 1), target.narrow(0, 0, 1));
  first.reset();
  first.update(output.narrow(0, 0, 17), target.narrow(0, 0, 17));
  first.update(output.narrow(0, 17, 1), target.narrow(0, 17, 1));
  const second = make();
  second.loadStateDict(JSON.parse(JSON.stringify(first.stateDict())) as Record<string, unknown>);
  second.update(output.narrow(0, 18, N - 18), target.narrow(0, 18, N - 18));
  return second.compute();
}

/** Three rates by their average. */
function rates(options: training.RateOptions, output: Tensor, target: Tensor): unknown[] {
  const { Precision, Recall, F1 } = training;
  return [
    over(() => new Precision(options), output, target),
    over(() => new Recall(options), output, target),
    over(() => new F1(options), output, target),
  ];
}

test('metrics have the values of their definitions', () => {
  const given = inputs();
  const { scores, labels, binary, yes, x, y, text, tokens } = given;
  const actual = {
    accuracy: over(() => new training.Accuracy(), scores, labels),
    accuracyWithout2: over(() => new training.Accuracy({ ignoreIndex: 2 }), scores, labels),
    top3: over(() => new training.TopK(3), scores, labels),
    matrix: over(() => new training.ConfusionMatrix(CLASSES), scores, labels),
    macro: rates({ classes: CLASSES }, scores, labels),
    micro: rates({ classes: CLASSES, average: 'micro' }, scores, labels),
    binary: rates({}, binary, yes),
    strict: rates({ threshold: 0.8 }, binary, yes),
    auroc: over(() => new training.AUROC(), binary, yes),
    mse: over(() => new training.MeanSquaredError(), x, y),
    mae: over(() => new training.MeanAbsoluteError(), x, y),
    r2: over(() => new training.R2Score(), x, y),
    perplexity: over(() => new training.Perplexity(), text, tokens),
    perplexityWithout0: over(() => new training.Perplexity({ ignoreIndex: 0 }), text, tokens),
  };
  const expected = runPython<typeof actual>(script, given);
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(actual)) {
    const wanted = [expected[name as keyof typeof actual]].flat(2) as number[];
    const got = [value].flat(2) as number[];
    expect(got).toHaveLength(wanted.length);
    // Sums in another order: the last digits of a float64.
    got.forEach((one, i) => expect(Math.abs(one - wanted[i]!)).toBeLessThanOrEqual(1e-12 * Math.abs(wanted[i]!)));
  }
});

test('two columns of scores are as the difference of the two', () => {
  const { binary, yes } = inputs();
  const columns = torch.stack([binary.neg(), binary], 1);
  const one = over(() => new training.AUROC(), binary, yes);
  expect(over(() => new training.AUROC(), columns, yes)).toBe(one);
});

describe('what is given wrong', () => {
  test('classes outside, shapes that do not belong, foreign states', () => {
    const matrix = new training.ConfusionMatrix(2);
    expect(() => matrix.update(torch.tensor([0, 2]), torch.tensor([0, 1]))).toThrow(torch.TorchValueError);
    expect(() => new training.Accuracy().update(torch.ones([2, 2, 2]), torch.ones([2]))).toThrow(/does not belong/);
    expect(() => new training.MeanSquaredError().update(torch.ones([2, 1]), torch.ones([2]))).toThrow(
      /output \[2, 1\] does not belong to target \[2\]/,
    );
    expect(() => new training.TopK(0)).toThrow("'k' should be an integer of at least 1");
    expect(() => new training.Precision({ classes: 3, average: 'binary' })).toThrow("'binary' is for two classes");
    expect(() => new training.ConfusionMatrix(3).loadStateDict(matrix.stateDict())).toThrow(
      'another number of classes',
    );
    expect(() => new training.Accuracy().loadStateDict({ sums: ['1', 2] })).toThrow('not its state');
    expect(() => new training.AUROC().loadStateDict({})).toThrow('not its state');
  });

  test('nothing at all is NaN', () => {
    const metrics = [
      new training.Accuracy(),
      new training.TopK(1),
      new training.Precision({ classes: 3 }),
      new training.AUROC(),
      new training.MeanSquaredError(),
      new training.MeanAbsoluteError(),
      new training.R2Score(),
      new training.Perplexity(),
    ];
    expect(metrics.map((metric) => metric.compute())).toEqual(metrics.map(() => NaN));
  });
});
