import type { Call, Converter, Converters } from '../call';
import type { Attributes } from '../onnx-graph';
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

const maxAttributes = (call: Call, axes: number): Attributes => ({
  ...windowOf(call, axes),
  dilations: each(call.ints('dilation', [1]), axes),
  ceil_mode: Number(call.flag('ceil_mode', false)),
});

const maxPool =
  (axes: number): Converter =>
  (call) =>
    batched(call, 'self', axes, (x) => call.g.op('MaxPool', [x], maxAttributes(call, axes)));

const averagePool =
  (axes: number): Converter =>
  (call) => {
    const divisor = call.has('divisor_override') ? call.number('divisor_override') : null;
    if (divisor !== null) return summed(call, axes, divisor);
    const attributes = {
      ...windowOf(call, axes),
      ceil_mode: Number(call.flag('ceil_mode', false)),
      count_include_pad: Number(call.flag('count_include_pad', true)),
    };
    return batched(call, 'self', axes, (x) => call.g.op('AveragePool', [x], attributes));
  };

/** Sums over windows, divided by a number: averages that count the padding, times the size of a window. */
function summed(call: Call, axes: number, divisor: number): string {
  const { g } = call;
  if (call.flag('ceil_mode', false)) call.fail('with divisorOverride and ceilMode has no counterpart in ONNX');
  const window = windowOf(call, axes);
  const factor = window.kernel_shape.reduce((product, size) => product * size, 1) / divisor;
  return batched(call, 'self', axes, (x) => {
    const average = g.op('AveragePool', [x], { ...window, count_include_pad: 1 });
    return g.op('Mul', [average, g.scalar(factor, call.meta('self').dtype)]);
  });
}

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

/** How many elements a plane has, all axes but those of the batch and the channels. */
const planeOf = (call: Call, x: string, axes: number): string =>
  call.g.op('ReduceProd', [call.g.op('Shape', [x], { start: -axes })], { keepdims: 0 });

/** ONNX counts places in the whole tensor, and torch in each plane. */
const maxWithPlaces =
  (axes: number): Converter =>
  (call) => {
    if (!call.uses(1)) return [maxPool(axes)(call) as string, ''];
    const { g } = call;
    const isSingle = call.meta('self').rank === axes + 1;
    const x = isSingle ? g.unsqueeze(call.tensor('self'), 0) : call.tensor('self');
    const [y, at] = g.ops('MaxPool', [x], maxAttributes(call, axes), 2) as [string, string];
    const places = g.op('Mod', [at, planeOf(call, x, axes)]);
    return isSingle ? [g.squeeze(y, 0), g.squeeze(places, 0)] : [y, places];
  };

/** One window of an adaptive pool: its largest element and where it stands, each with a last axis of one. */
function windowMaximum(
  call: Call,
  lead: number,
  window: readonly (readonly [start: number, end: number])[],
  sizes: readonly number[],
): [value: string, place: string] {
  const { g } = call;
  const n = (value: number): string => g.scalar(value, 'int64');
  const cut = window.reduce((x, [start, end], i) => g.slice(x, lead + i, start, end), call.tensor('self'));
  const flat = g.reshape(cut, [...Array<number>(lead).fill(0), -1]);
  const best = g.op('ArgMax', [flat], { axis: -1, keepdims: 1 });
  let place = n(0);
  let inner = 1;
  let outer = 1;
  for (let i = window.length - 1; i >= 0; i--) {
    const [start, end] = window[i] as readonly [number, number];
    const at = g.op('Add', [g.op('Mod', [g.op('Div', [best, n(inner)]), n(end - start)]), n(start)]);
    place = g.op('Add', [place, g.op('Mul', [at, n(outer)])]);
    inner *= end - start;
    outer *= sizes[i] as number;
  }
  return [g.op('GatherElements', [flat, best], { axis: -1 }), place];
}

/** Every combination of one bin from each axis, the last axis fastest. */
function windows(
  bounds: readonly (readonly (readonly [number, number])[])[],
): (readonly (readonly [number, number])[])[] {
  return bounds.reduce<(readonly (readonly [number, number])[])[]>(
    (found, axis) => found.flatMap((head) => axis.map((bin) => [...head, bin])),
    [[]],
  );
}

const adaptiveMax =
  (axes: number): Converter =>
  (call) => {
    if (!call.uses(1)) return [adaptive(axes, 'Max')(call) as string, ''];
    const { g } = call;
    const wanted = each(call.ints('output_size'), axes);
    const { rank, sizes } = call.meta('self');
    const lead = rank - axes;
    const from = sizes.slice(lead);
    if (from.some((size) => size === null)) call.fail('with returnIndices needs a fixed input size');
    const bounds = wanted.map((to, i) => bins(from[i] as number, to));
    const found = windows(bounds).map((window) => windowMaximum(call, lead, window, from as number[]));
    const joined = (part: 0 | 1): string =>
      g.reshape(
        g.concat(
          found.map((one) => one[part]),
          -1,
        ),
        [...Array<number>(lead).fill(0), ...wanted],
      );
    return [joined(0), joined(1)];
  };

/** Elements at their places in planes of zeros. */
const unpool =
  (axes: number): Converter =>
  (call) => {
    const { g } = call;
    const { rank, dtype } = call.meta('self');
    const x = call.tensor('self');
    const lead = Array<number>(rank - axes).fill(0);
    const size = call.sizes('output_size');
    const plane = g.op('ReduceProd', [size], { keepdims: 1 });
    const front = g.op('Shape', [x], { start: 0, end: rank - axes });
    const zeros = g.op('Expand', [g.scalar(0, dtype), g.concat([front, plane], 0)]);
    const flat = (value: string): string => g.reshape(value, [...lead, -1]);
    const made = g.op('ScatterElements', [zeros, flat(call.tensor('indices')), flat(x)], { axis: -1 });
    return g.reshape(made, g.concat([front, size], 0));
  };

const AXES = [1, 2, 3];

export const pooling: Converters = Object.fromEntries(
  AXES.flatMap((axes): [string, Converter][] => [
    [`aten.max_pool${axes}d`, maxPool(axes)],
    [`aten.max_pool${axes}d_with_indices`, maxWithPlaces(axes)],
    [`aten.avg_pool${axes}d`, averagePool(axes)],
    [`aten.adaptive_avg_pool${axes}d`, adaptive(axes, 'Average')],
    [`aten.adaptive_max_pool${axes}d`, adaptiveMax(axes)],
    [`aten.max_unpool${axes}d`, unpool(axes)],
  ]),
);
