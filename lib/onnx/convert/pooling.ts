import type { Call, Converter, Converters } from '../call';
import { batched, each } from './convolution';

/** Pools, with windows and adaptive ones. */

function windowOf(call: Call, axes: number): { kernel_shape: number[]; strides: number[]; pads: number[] } {
  const kernel = each(call.ints('kernel_size'), axes);
  const given = call.has('stride') ? call.ints('stride') : [];
  const pads = each(call.ints('padding', [0]), axes);
  return {
    kernel_shape: kernel,
    strides: given.length === 0 ? kernel : each(given, axes),
    pads: [...pads, ...pads],
  };
}

const maxPool =
  (axes: number): Converter =>
  (call) => {
    const attributes = {
      ...windowOf(call, axes),
      dilations: each(call.ints('dilation', [1]), axes),
      ceil_mode: Number(call.flag('ceil_mode', false)),
    };
    return batched(call, 'self', axes, (x) => call.g.op('MaxPool', [x], attributes));
  };

const averagePool =
  (axes: number): Converter =>
  (call) => {
    if (call.has('divisor_override')) call.fail('with divisorOverride has no counterpart in ONNX');
    const attributes = {
      ...windowOf(call, axes),
      ceil_mode: Number(call.flag('ceil_mode', false)),
      count_include_pad: Number(call.flag('count_include_pad', true)),
    };
    return batched(call, 'self', axes, (x) => call.g.op('AveragePool', [x], attributes));
  };

/** Which part of an axis of `from` elements the bins of an adaptive pool cover. */
function bins(from: number, to: number): (readonly [start: number, end: number])[] {
  return Array.from({ length: to }, (_, i) => [Math.floor((i * from) / to), Math.ceil(((i + 1) * from) / to)]);
}

/** Averages along one axis as a product with a matrix. */
function averaged(call: Call, x: string, axis: number, rank: number, from: number, to: number): string {
  const { g } = call;
  const matrix = Array<number>(from * to).fill(0);
  for (const [column, [start, end]] of bins(from, to).entries()) {
    for (let row = start; row < end; row++) matrix[row * to + column] = 1 / (end - start);
  }
  const order = Array.from({ length: rank }, (_, i) => i);
  [order[axis], order[rank - 1]] = [rank - 1, axis];
  const weights = g.constant(matrix, [from, to], call.meta('self').dtype);
  return g.transpose(g.op('MatMul', [g.transpose(x, order), weights]), order);
}

/** Maxima along one axis, bin by bin. */
function maxima(call: Call, x: string, axis: number, from: number, to: number): string {
  const { g } = call;
  const parts = bins(from, to).map(([start, end]) =>
    g.op('ReduceMax', [g.slice(x, axis, start, end), g.ints([axis])], { keepdims: 1 }),
  );
  return g.concat(parts, axis);
}

const adaptive =
  (axes: number, kind: 'Average' | 'Max'): Converter =>
  (call) => {
    const { g } = call;
    const wanted = each(call.ints('output_size'), axes);
    const { rank, sizes } = call.meta('self');
    let x = call.tensor('self');
    for (const [i, to] of wanted.entries()) {
      const axis = rank - axes + i;
      const from = sizes[axis];
      if (to === 1) x = g.op(kind === 'Max' ? 'ReduceMax' : 'ReduceMean', [x, g.ints([axis])], { keepdims: 1 });
      else if (typeof from !== 'number') call.fail('to more than one element needs a fixed input size');
      else if (from !== to)
        x = kind === 'Max' ? maxima(call, x, axis, from, to) : averaged(call, x, axis, rank, from, to);
    }
    return x;
  };

/** The places of maxima are needed by max unpooling alone, which ONNX Runtime lacks for most cases. */
const maxWithPlaces =
  (pool: Converter): Converter =>
  (call) => [pool(call) as string, ''];

const AXES = [1, 2, 3];

export const pooling: Converters = Object.fromEntries(
  AXES.flatMap((axes): [string, Converter][] => [
    [`aten.max_pool${axes}d`, maxPool(axes)],
    [`aten.max_pool${axes}d_with_indices`, maxWithPlaces(maxPool(axes))],
    [`aten.avg_pool${axes}d`, averagePool(axes)],
    [`aten.adaptive_avg_pool${axes}d`, adaptive(axes, 'Average')],
    [`aten.adaptive_max_pool${axes}d`, maxWithPlaces(adaptive(axes, 'Max'))],
  ]),
);
