import type { Call, Converter, Converters } from '../call';
import { reduced } from './loss';

/** Losses of distances and margins, and the distances themselves. */

type Numbers = (value: number) => string;

const sub = (call: Call, a: string, b: string): string => call.g.op('Sub', [a, b]);
const mul = (call: Call, a: string, b: string): string => call.g.op('Mul', [a, b]);
const add = (call: Call, a: string, b: string): string => call.g.op('Add', [a, b]);

/** max(x, 0) */
const hinge = (call: Call, x: string, n: Numbers): string => call.g.op('Max', [x, n(0)]);

/** The sum over one axis. */
const total = (call: Call, x: string, axis: number, keepdims = 0): string =>
  call.g.op('ReduceSum', [x, call.g.ints([axis])], { keepdims });

/** A loss in the result's dtype. */
const loss =
  (names: readonly string[], body: (call: Call, n: Numbers, ...inputs: string[]) => string): Converter =>
  (call) => {
    const { dtype } = call.result();
    const n: Numbers = (value) => call.g.scalar(value, dtype);
    return reduced(call, body(call, n, ...names.map((name) => call.as(name, dtype))));
  };

/** ‖a − b + eps‖ over the last axis. */
function distance(call: Call, a: string, b: string, keepdims: number): string {
  const { g } = call;
  const { dtype } = call.result();
  const apart = add(call, sub(call, a, b), g.scalar(call.number('eps', 1e-6), dtype));
  const p = call.number('p', 2);
  const axes = g.ints([-1]);
  if (p === 2) return g.op('ReduceL2', [apart, axes], { keepdims });
  if (p === 1) return g.op('ReduceL1', [apart, axes], { keepdims });
  const size = g.op('Abs', [apart]);
  if (!Number.isFinite(p)) return g.op(p > 0 ? 'ReduceMax' : 'ReduceMin', [size, axes], { keepdims });
  const powers = g.op('ReduceSum', [g.op('Pow', [size, g.scalar(p, dtype)]), axes], { keepdims });
  return g.op('Pow', [powers, g.scalar(1 / p, dtype)]);
}

const pairwise: Converter = (call) => {
  const { dtype } = call.result();
  return distance(call, call.as('x1', dtype), call.as('x2', dtype), Number(call.flag('keepdim', false)));
};

/** 1 where two tensors are equal, else 0, times a value. */
const where = (call: Call, a: string, b: string, value: string, n: Numbers): string =>
  call.g.op('Where', [call.g.op('Equal', [a, b]), value, n(0)]);

const hingeEmbedding = loss(['self', 'target'], (call, n, x, y) => {
  const margin = hinge(call, sub(call, n(call.number('margin', 1)), x), n);
  const unequal = (to: number, value: string): string =>
    call.g.op('Where', [call.g.op('Equal', [y, n(to)]), n(0), value]);
  return add(call, unequal(1, margin), unequal(-1, x));
});

const softMargin = loss(['self', 'target'], (call, _, x, y) =>
  call.g.op('Softplus', [call.g.op('Neg', [mul(call, x, y)])]),
);

const marginRanking = loss(['input1', 'input2', 'target'], (call, n, a, b, y) => {
  const ordered = mul(call, call.g.op('Neg', [y]), sub(call, a, b));
  return hinge(call, add(call, ordered, n(call.number('margin', 0))), n);
});

const triplet = loss(['anchor', 'positive', 'negative'], (call, n, a, p, q) => {
  const near = distance(call, a, p, 0);
  let far = distance(call, a, q, 0);
  if (call.flag('swap', false)) far = call.g.op('Min', [far, distance(call, p, q, 0)]);
  return hinge(call, add(call, n(call.number('margin', 1)), sub(call, near, far)), n);
});

const cosineEmbedding: Converter = (call) => {
  const { g } = call;
  const { dtype } = call.result();
  const n: Numbers = (value) => g.scalar(value, dtype);
  const [a, b, y] = [call.as('input1', dtype), call.as('input2', dtype), call.as('target', dtype)];
  const axis = call.meta('target').rank;
  const size = (x: string): string => add(call, total(call, mul(call, x, x), axis), n(1e-12));
  const cosine = g.op('Div', [total(call, mul(call, a, b), axis), g.op('Sqrt', [mul(call, size(a), size(b))])]);
  const unlike = hinge(call, sub(call, cosine, n(call.number('margin', 0))), n);
  return reduced(call, add(call, where(call, y, n(1), sub(call, n(1), cosine), n), where(call, y, n(-1), unlike, n)));
};

/** A row for each example: `[C]` becomes `[1, C]`. */
function rows(call: Call, name: string, value: string, rank: number): string {
  return call.meta(name).rank < rank ? call.g.unsqueeze(value, 0) : value;
}

/** Losses without a reduction have no row where the input had none. */
function rowsReduced(call: Call, each: string): string {
  const isSingle = call.meta('self').rank === 1;
  return reduced(call, isSingle ? call.g.squeeze(each, 0) : each);
}

function classesOf(call: Call): number {
  return call.meta('self').sizes.at(-1) ?? call.fail('needs a fixed number of classes');
}

/** Σⱼ max(0, margin − x[y] + x[j])ᵖ · weight[y] / C, without j = y. */
const multiMargin: Converter = (call) => {
  const { g } = call;
  const { dtype } = call.result();
  const n: Numbers = (value) => g.scalar(value, dtype);
  const x = rows(call, 'self', call.tensor('self'), 2);
  const y = g.reshape(call.tensor('target'), [-1, 1]);
  const classes = classesOf(call);
  const own = g.op('GatherElements', [x, y], { axis: 1 });
  let each = hinge(call, add(call, n(call.number('margin', 1)), sub(call, x, own)), n);
  if (call.number('p', 1) === 2) each = mul(call, each, each);
  const weight = call.maybe('weight');
  if (weight !== null) each = mul(call, each, g.op('Gather', [weight, y], { axis: 0 }));
  const places = g.constant(
    Array.from({ length: classes }, (_, i) => i),
    [1, classes],
    'int64',
  );
  const others = g.op('Where', [g.op('Equal', [places, y]), n(0), each]);
  return rowsReduced(call, g.op('Div', [total(call, others, 1), n(classes)]));
};

/** Targets are classes in a row, up to the first −1: each should be 1 above all classes that are none. */
const multilabelMargin: Converter = (call) => {
  const { g } = call;
  const { dtype } = call.result();
  const n: Numbers = (value) => g.scalar(value, dtype);
  const [x, y] = [rows(call, 'self', call.tensor('self'), 2), rows(call, 'target', call.tensor('target'), 2)];
  const classes = classesOf(call);
  const ended = g.cast(g.op('Less', [y, g.scalar(0, 'int64')]), 'int64');
  const count = g.op('CumSum', [ended, g.scalar(1, 'int64')]);
  const valid = g.cast(g.op('Equal', [count, g.scalar(0, 'int64')]), dtype);
  const at = g.op('Max', [y, g.scalar(0, 'int64')]);
  const hot = g.op('OneHot', [at, g.scalar(classes, 'int64'), g.constant([0, 1], [2], dtype)], { axis: -1 });
  const wide = g.unsqueeze(valid, 2);
  const isTarget = g.op('ReduceMax', [mul(call, hot, wide), g.ints([1])], { keepdims: 1 });
  const own = g.unsqueeze(g.op('GatherElements', [x, at], { axis: 1 }), 2);
  const each = hinge(call, add(call, n(1), sub(call, g.unsqueeze(x, 1), own)), n);
  const counted = mul(call, each, mul(call, wide, sub(call, n(1), isTarget)));
  const sums = g.op('ReduceSum', [counted, g.ints([1, 2])], { keepdims: 0 });
  return rowsReduced(call, g.op('Div', [sums, n(classes)]));
};

export const margins: Converters = {
  'aten.pairwise_distance': pairwise,
  'aten.hinge_embedding_loss': hingeEmbedding,
  'aten.soft_margin_loss': softMargin,
  'aten.margin_ranking_loss': marginRanking,
  'aten.triplet_margin_loss': triplet,
  'aten.cosine_embedding_loss': cosineEmbedding,
  'aten.multi_margin_loss': multiMargin,
  'aten.multilabel_margin_loss': multilabelMargin,
};
