import { type Call, type Converter, type Converters, positive } from '../call';
import { isFloat } from '../dtypes';

/** Sums, means, maxima and what else has fewer dimensions than its input. */

interface Axes {
  /** Names the axes of an ONNX reduction; null for all. */
  readonly axes: string | null;
  readonly list: readonly number[];
  readonly keepdims: number;
}

function axesOf(call: Call, name = 'dim', keep = 'keepdim'): Axes {
  const { rank } = call.meta('self');
  const given = call.has(name) ? call.ints(name) : [];
  const list = given.map((axis) => positive(axis, rank));
  const all = list.length === 0;
  return {
    axes: all || rank === 0 ? null : call.g.ints(list),
    list: all ? Array.from({ length: rank }, (_, axis) => axis) : list,
    keepdims: Number(call.flag(keep, false)),
  };
}

/** A reduction of ONNX's, of a value in the result's dtype. */
const reduce =
  (type: string): Converter =>
  (call) => {
    const { axes, keepdims } = axesOf(call);
    return call.g.op(type, [call.as('self', call.result().dtype), axes], { keepdims });
  };

/** Whether all or any elements are true: of 0 and 1, the smallest or the largest. */
const truth =
  (type: string): Converter =>
  (call) => {
    const { axes, keepdims } = axesOf(call);
    const numbers = call.g.cast(call.as('self', 'bool'), 'int32');
    return call.g.cast(call.g.op(type, [numbers, axes], { keepdims }), 'bool');
  };

/** The extremum along a dimension with its places, or over all elements, or of two tensors. */
const extremum =
  (reduceType: string, argType: string, pairType: string): Converter =>
  (call) => {
    if (call.has('other')) {
      const { dtype } = call.result();
      return call.g.op(pairType, [call.as('self', dtype), call.as('other', dtype)]);
    }
    const { axes, keepdims, list } = axesOf(call);
    const value = call.g.op(reduceType, [call.tensor('self'), axes], { keepdims });
    if (!call.has('dim')) return value;
    return [value, call.g.op(argType, [call.tensor('self')], { axis: list[0] as number, keepdims })];
  };

const place =
  (type: string): Converter =>
  (call) => {
    const keepdims = Number(call.flag('keepdim', false));
    if (call.has('dim')) return call.g.op(type, [call.tensor('self')], { axis: call.number('dim'), keepdims });
    return call.g.op(type, [call.g.reshape(call.tensor('self'), [-1])], { axis: 0, keepdims: 0 });
  };

/** The mean of squares of what is left without the mean; `correction` is subtracted from the count. */
function variance(call: Call): { value: string; mean: string } {
  const { g } = call;
  const { dtype, sizes } = call.meta('self');
  const { axes, list, keepdims } = axesOf(call);
  const correction = call.has('correction') ? call.number('correction') : Number(call.flag('unbiased', true));
  const x = call.tensor('self');
  const center = g.op('ReduceMean', [x, axes], { keepdims: 1 });
  const apart = g.op('Sub', [x, center]);
  const squares = g.op('ReduceSum', [g.op('Mul', [apart, apart]), axes], { keepdims });
  const counted = list.map((axis) => sizes[axis] ?? null);
  let count: string;
  if (counted.every((size) => size !== null)) {
    count = g.scalar(counted.reduce((product, size) => product * size, 1) - correction, dtype);
  } else {
    const all = g.op('ReduceProd', [g.op('Gather', [g.shape(x), g.ints(list)], { axis: 0 })], { keepdims: 0 });
    count = g.op('Sub', [g.cast(all, dtype), g.scalar(correction, dtype)]);
  }
  const mean = keepdims ? center : g.op('ReduceMean', [x, axes], { keepdims });
  return { value: g.op('Div', [squares, count]), mean };
}

/** The p-norm. */
function vectorNorm(call: Call): string {
  const { g } = call;
  const { dtype } = call.result();
  const { axes, keepdims } = axesOf(call);
  const order = call.has('ord') ? call.number('ord') : call.has('p') ? call.number('p') : 2;
  const x = call.as('self', dtype);
  if (order === 2) return g.op('ReduceL2', [x, axes], { keepdims });
  if (order === 1) return g.op('ReduceL1', [x, axes], { keepdims });
  const size = g.op('Abs', [x]);
  if (order === Infinity) return g.op('ReduceMax', [size, axes], { keepdims });
  if (order === -Infinity) return g.op('ReduceMin', [size, axes], { keepdims });
  const powers = g.op('ReduceSum', [g.op('Pow', [size, g.scalar(order, dtype)]), axes], { keepdims });
  return g.op('Pow', [powers, g.scalar(1 / order, dtype)]);
}

function cumulative(call: Call): string {
  const x = call.as('self', call.result().dtype);
  return call.g.op('CumSum', [x, call.g.scalar(positive(call.number('dim'), call.meta('self').rank), 'int64')]);
}

function largest(call: Call): readonly string[] {
  const attributes = {
    axis: call.number('dim', -1),
    largest: Number(call.flag('largest', true)),
    sorted: Number(call.flag('sorted', true)),
  };
  return call.g.ops('TopK', [call.tensor('self'), call.size('k')], attributes, 2);
}

function sorted(call: Call): readonly string[] {
  const axis = positive(call.number('dim', -1), call.meta('self').rank);
  const count = call.g.size(call.tensor('self'), axis);
  const found = { axis, largest: Number(call.flag('descending', false)), sorted: 1 };
  return call.g.ops('TopK', [call.tensor('self'), count], found, 2);
}

const mean: Converter = (call) => {
  if (!isFloat(call.result().dtype)) call.fail('needs floats');
  return reduce('ReduceMean')(call);
};

export const reduction: Converters = {
  'aten.sum': reduce('ReduceSum'),
  'aten.mean': mean,
  'aten.prod': reduce('ReduceProd'),
  'aten.amax': reduce('ReduceMax'),
  'aten.amin': reduce('ReduceMin'),
  'aten.logsumexp': reduce('ReduceLogSumExp'),
  'aten.all': truth('ReduceMin'),
  'aten.any': truth('ReduceMax'),
  'aten.max': extremum('ReduceMax', 'ArgMax', 'Max'),
  'aten.min': extremum('ReduceMin', 'ArgMin', 'Min'),
  'aten.argmax': place('ArgMax'),
  'aten.argmin': place('ArgMin'),
  'aten.var': (call) => variance(call).value,
  'aten.std': (call) => call.g.op('Sqrt', [variance(call).value]),
  'aten.var_mean': (call) => {
    const { value, mean: center } = variance(call);
    return [value, center];
  },
  'aten.std_mean': (call) => {
    const { value, mean: center } = variance(call);
    return [call.g.op('Sqrt', [value]), center];
  },
  'aten.linalg_vector_norm': vectorNorm,
  'aten.norm': vectorNorm,
  'aten.cumsum': cumulative,
  'aten.topk': largest,
  'aten.sort': sorted,
  'aten.argsort': (call) => sorted(call)[1] as string,
};
