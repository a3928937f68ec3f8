import type { Call, Converter, Converters } from '../call';
import { isFloat } from '../dtypes';

/** Losses, for models that return one. */

const REDUCTIONS = ['none', 'mean', 'sum'] as const;

/** The losses of the elements, their mean or their sum. */
export function reduced(call: Call, each: string): string {
  const kind = REDUCTIONS[call.number('reduction', 1)] ?? 'mean';
  if (kind === 'none') return each;
  return call.g.op(kind === 'mean' ? 'ReduceMean' : 'ReduceSum', [each], { keepdims: 0 });
}

type Numbers = (value: number) => string;
type Formula = (call: Call, x: string, y: string, number: Numbers) => string;

const formula =
  (body: Formula, input = 'self'): Converter =>
  (call) => {
    const { dtype } = call.result();
    return reduced(
      call,
      body(call, call.as(input, dtype), call.as('target', dtype), (n) => call.g.scalar(n, dtype)),
    );
  };

const add = (call: Call, a: string, b: string): string => call.g.op('Add', [a, b]);
const mul = (call: Call, a: string, b: string): string => call.g.op('Mul', [a, b]);
const apart = (call: Call, x: string, y: string): string => call.g.op('Sub', [x, y]);
const negative = (call: Call, x: string): string => call.g.op('Neg', [x]);

const square: Formula = (call, x, y) => {
  const difference = apart(call, x, y);
  return mul(call, difference, difference);
};

/** Squares near 0, and straight lines elsewhere. */
const bent =
  (edge: (call: Call) => number, isHuber: boolean): Formula =>
  (call, x, y, n) => {
    const { g } = call;
    const size = g.op('Abs', [apart(call, x, y)]);
    const beta = edge(call);
    if (beta === 0) return size;
    const half = mul(call, n(isHuber ? 0.5 : 0.5 / beta), mul(call, size, size));
    const line = apart(call, size, n(0.5 * beta));
    return g.op('Where', [g.op('Less', [size, n(beta)]), half, isHuber ? mul(call, n(beta), line) : line]);
  };

/** A loss of each element times its weight. */
function weighted(call: Call, each: string): string {
  return call.has('weight') ? mul(call, each, call.as('weight', call.result().dtype)) : each;
}

/** log(p), but never below −100, as torch has it. */
const logarithm = (call: Call, p: string, n: Numbers): string => call.g.op('Max', [call.g.op('Log', [p]), n(-100)]);

const binary: Formula = (call, x, y, n) => {
  const yes = mul(call, y, logarithm(call, x, n));
  const no = mul(call, apart(call, n(1), y), logarithm(call, apart(call, n(1), x), n));
  return weighted(call, negative(call, add(call, yes, no)));
};

/** (1 − y)·x + w·(log(1 + exp(−|x|)) + max(−x, 0)), where w is 1 + (posWeight − 1)·y */
const withLogits: Formula = (call, x, y, n) => {
  const { g } = call;
  const soft = g.op('Softplus', [negative(call, g.op('Abs', [x]))]);
  const tail = add(call, soft, g.op('Max', [negative(call, x), n(0)]));
  const weight = (): string =>
    add(call, mul(call, apart(call, call.as('pos_weight', call.result().dtype), n(1)), y), n(1));
  const rest = call.has('pos_weight') ? mul(call, weight(), tail) : tail;
  return weighted(call, add(call, mul(call, apart(call, n(1), y), x), rest));
};

/** y · (log y − x), and 0 where y is 0. */
const divergence: Formula = (call, x, y, n) => {
  const { g } = call;
  if (call.flag('log_target', false)) return mul(call, g.op('Exp', [y]), apart(call, y, x));
  const self = mul(call, y, g.op('Log', [y]));
  return apart(call, g.op('Where', [g.op('Equal', [y, n(0)]), n(0), self]), mul(call, y, x));
};

const poisson: Formula = (call, x, y, n) => {
  const { g } = call;
  const made = call.flag('log_input', true)
    ? apart(call, g.op('Exp', [x]), mul(call, y, x))
    : apart(call, x, mul(call, y, g.op('Log', [add(call, x, n(call.number('eps', 1e-8)))])));
  if (!call.flag('full', false)) return made;
  // Stirling's approximation of log(y!), for y above 1.
  const logs = apart(call, mul(call, y, g.op('Log', [y])), y);
  const stirling = add(call, logs, mul(call, n(0.5), g.op('Log', [mul(call, n(2 * Math.PI), y)])));
  return add(call, made, g.op('Where', [g.op('Greater', [y, n(1)]), stirling, n(0)]));
};

const negativeLog: Converter = (call) => {
  const reduction = REDUCTIONS[call.number('reduction', 1)] ?? 'mean';
  const { rank } = call.meta('self');
  const [x, y] = [call.tensor('self'), call.tensor('target')];
  const attributes = { reduction, ignore_index: call.number('ignore_index', -100) };
  if (rank > 1) return call.g.op('NegativeLogLikelihoodLoss', [x, y, call.maybe('weight')], attributes);
  const inputs = [call.g.unsqueeze(x, 0), call.g.unsqueeze(y, 0), call.maybe('weight')];
  const made = call.g.op('NegativeLogLikelihoodLoss', inputs, attributes);
  return reduction === 'none' ? call.g.squeeze(made, 0) : made;
};

/** What a class counts, in the shape of the scores. */
function classWeight(call: Call, axis: number, rank: number): string | null {
  const weight = call.maybe('weight');
  if (weight === null) return null;
  return call.g.reshape(weight, [-1, ...Array<number>(rank - 1 - axis).fill(1)]);
}

/** The cross entropy with probabilities in place of classes. */
function withProbabilities(call: Call, logs: string, axis: number): string {
  const { g } = call;
  const { dtype, sizes, rank } = call.meta('self');
  const classes = sizes[axis] ?? 1;
  const smoothing = call.number('label_smoothing', 0);
  let y = call.as('target', dtype);
  if (smoothing > 0) {
    y = add(call, mul(call, y, g.scalar(1 - smoothing, dtype)), g.scalar(smoothing / classes, dtype));
  }
  const weight = classWeight(call, axis, rank);
  const product = mul(call, logs, y);
  const each = g.op('ReduceSum', [weight === null ? product : mul(call, product, weight), g.ints([axis])], {
    keepdims: 0,
  });
  return reduced(call, negative(call, each));
}

/** A part of the loss that is spread over all classes. */
function smoothed(call: Call, logs: string, axis: number): string {
  const { g } = call;
  const { dtype, sizes, rank } = call.meta('self');
  const n: Numbers = (value) => g.scalar(value, dtype);
  const smoothing = call.number('label_smoothing', 0);
  const weight = classWeight(call, axis, rank);
  const target = g.cast(call.tensor('target'), 'int64');
  const isIgnored = g.op('Equal', [target, g.scalar(call.number('ignore_index', -100), 'int64')]);
  const at = g.op('Where', [isIgnored, g.scalar(0, 'int64'), target]);
  const own = g.squeeze(g.op('GatherElements', [logs, g.unsqueeze(at, axis)], { axis }), axis);
  const given = call.maybe('weight');
  const ownWeight = given === null ? n(1) : g.op('Gather', [given, at], { axis: 0 });
  const counts = g.op('Where', [isIgnored, n(0), ownWeight]);
  let both = mul(call, mul(call, own, ownWeight), n(1 - smoothing));
  if (smoothing > 0) {
    const all = weight === null ? logs : mul(call, logs, weight);
    const spread = g.op('ReduceSum', [all, g.ints([axis])], { keepdims: 0 });
    both = add(call, both, mul(call, spread, n(smoothing / (sizes[axis] as number))));
  }
  const each = negative(call, g.op('Where', [isIgnored, n(0), both]));
  if (REDUCTIONS[call.number('reduction', 1)] !== 'mean') return reduced(call, each);
  const sum = (x: string): string => g.op('ReduceSum', [x], { keepdims: 0 });
  return g.op('Div', [sum(each), sum(counts)]);
}

const crossEntropy: Converter = (call) => {
  const { g } = call;
  const { rank, sizes } = call.meta('self');
  const axis = rank < 2 ? 0 : 1;
  const isSpread = isFloat(call.meta('target').dtype);
  const isSmoothed = call.number('label_smoothing', 0) > 0;
  if (isSpread || isSmoothed || rank < 2) {
    if (isSmoothed && typeof sizes[axis] !== 'number') call.fail('needs a fixed number of classes');
    const logs = g.op('LogSoftmax', [call.tensor('self')], { axis });
    return isSpread ? withProbabilities(call, logs, axis) : smoothed(call, logs, axis);
  }
  const reduction = REDUCTIONS[call.number('reduction', 1)] ?? 'mean';
  const inputs = [call.tensor('self'), call.tensor('target'), call.maybe('weight')];
  return g.op('SoftmaxCrossEntropyLoss', inputs, { reduction, ignore_index: call.number('ignore_index', -100) });
};

export const losses: Converters = {
  'aten.mse_loss': formula(square),
  'aten.l1_loss': formula((call, x, y) => call.g.op('Abs', [apart(call, x, y)])),
  'aten.smooth_l1_loss': formula(bent((call) => call.number('beta', 1), false)),
  'aten.huber_loss': formula(bent((call) => call.number('delta', 1), true)),
  'aten.cross_entropy_loss': crossEntropy,
  'aten.nll_loss': negativeLog,
  'aten.nll_loss2d': negativeLog,
  'aten.nll_loss_nd': negativeLog,
  'aten.binary_cross_entropy': formula(binary),
  'aten.binary_cross_entropy_with_logits': formula(withLogits),
  'aten.kl_div': formula(divergence),
  'aten.poisson_nll_loss': formula(poisson, 'input'),
};
