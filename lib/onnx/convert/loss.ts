import type { Call, Converter, Converters } from '../call';

/** Losses, for models that return one. */

const REDUCTIONS = ['none', 'mean', 'sum'] as const;

function reduced(call: Call, each: string): string {
  const kind = REDUCTIONS[call.number('reduction', 1)] ?? 'mean';
  if (kind === 'none') return each;
  return call.g.op(kind === 'mean' ? 'ReduceMean' : 'ReduceSum', [each], { keepdims: 0 });
}

type Formula = (call: Call, x: string, y: string, number: (value: number) => string) => string;

const formula =
  (body: Formula): Converter =>
  (call) => {
    const { dtype } = call.result();
    return reduced(
      call,
      body(call, call.as('self', dtype), call.as('target', dtype), (n) => call.g.scalar(n, dtype)),
    );
  };

const apart = (call: Call, x: string, y: string): string => call.g.op('Sub', [x, y]);

const square: Formula = (call, x, y) => {
  const difference = apart(call, x, y);
  return call.g.op('Mul', [difference, difference]);
};

/** Squares near 0, and straight lines elsewhere. */
const bent =
  (edge: (call: Call) => number, isHuber: boolean): Formula =>
  (call, x, y, n) => {
    const { g } = call;
    const size = g.op('Abs', [apart(call, x, y)]);
    const beta = edge(call);
    const half = g.op('Mul', [n(isHuber ? 0.5 : 0.5 / beta), g.op('Mul', [size, size])]);
    const line = g.op('Sub', [size, n(0.5 * beta)]);
    return g.op('Where', [g.op('Less', [size, n(beta)]), half, isHuber ? g.op('Mul', [n(beta), line]) : line]);
  };

const crossEntropy =
  (type: string): Converter =>
  (call) => {
    if (call.number('label_smoothing', 0) > 0) call.fail('with labelSmoothing has no counterpart in ONNX');
    const reduction = REDUCTIONS[call.number('reduction', 1)] ?? 'mean';
    const inputs = [call.tensor('self'), call.tensor('target'), call.maybe('weight')];
    return call.g.op(type, inputs, { reduction, ignore_index: call.number('ignore_index', -100) });
  };

const withLogits: Formula = (call, x, y, n) => {
  if (call.has('weight') || call.has('pos_weight')) call.fail('with weights has no rule');
  const { g } = call;
  const soft = g.op('Softplus', [g.op('Neg', [g.op('Abs', [x])])]);
  return g.op('Add', [g.op('Sub', [g.op('Max', [x, n(0)]), g.op('Mul', [x, y])]), soft]);
};

export const losses: Converters = {
  'aten.mse_loss': formula(square),
  'aten.l1_loss': formula((call, x, y) => call.g.op('Abs', [apart(call, x, y)])),
  'aten.smooth_l1_loss': formula(bent((call) => call.number('beta', 1), false)),
  'aten.huber_loss': formula(bent((call) => call.number('delta', 1), true)),
  'aten.cross_entropy_loss': crossEntropy('SoftmaxCrossEntropyLoss'),
  'aten.nll_loss': crossEntropy('NegativeLogLikelihoodLoss'),
  'aten.nll_loss2d': crossEntropy('NegativeLogLikelihoodLoss'),
  'aten.nll_loss_nd': crossEntropy('NegativeLogLikelihoodLoss'),
  'aten.binary_cross_entropy_with_logits': formula(withLogits),
};
