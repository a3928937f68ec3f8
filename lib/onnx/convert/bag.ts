import type { Call, Converters } from '../call';

/** Embeddings that are added up, and those whose rows have a largest norm. */

const MODES = ['sum', 'mean', 'max'] as const;

/** The bag of each index: how many bags have begun there, less one. */
function bagsOf(call: Call, indices: string, starts: string): string {
  const { g } = call;
  const zero = g.scalar(0, 'int64');
  const places = g.op('Range', [zero, g.op('Size', [indices]), g.scalar(1, 'int64')]);
  const begun = g.op('LessOrEqual', [g.unsqueeze(starts, 0), g.unsqueeze(places, 1)]);
  const count = g.op('ReduceSum', [g.cast(begun, 'int64'), g.ints([1])], { keepdims: 1 });
  return g.op('Sub', [count, g.scalar(1, 'int64')]);
}

/** Each row added to the row of its bag; bags without rows have the start. */
function gathered(call: Call, rows: string, bags: string, start: string, reduction: 'add' | 'max'): string {
  return call.g.op('ScatterND', [start, bags, rows], { reduction });
}

/** 1 for an index that counts, 0 for the padding; null where there is none. */
function counts(call: Call, indices: string, dtype: string): string | null {
  const padding = call.number('padding_idx', -1);
  if (padding < 0) return null;
  const isPadding = call.g.op('Equal', [indices, call.g.scalar(padding, 'int64')]);
  return call.g.unsqueeze(call.g.cast(call.g.op('Not', [isPadding]), dtype), 1);
}

function embeddingBag(call: Call): readonly string[] {
  const { g } = call;
  const { dtype, sizes } = call.meta('weight');
  const width = sizes[1] as number;
  const mode = MODES[call.number('mode', 0)] ?? 'sum';
  const indices = g.cast(call.tensor('indices'), 'int64');
  const given = g.cast(call.tensor('offsets'), 'int64');
  // The last one may say where the last bag ends.
  const starts = call.flag('include_last_offset', false) ? g.slice(given, 0, 0, -1) : given;
  const bags = bagsOf(call, indices, starts);
  let rows = g.op('Gather', [call.tensor('weight'), indices], { axis: 0 });
  const weights = call.maybe('per_sample_weights');
  if (weights !== null) rows = g.op('Mul', [rows, g.unsqueeze(weights, 1)]);
  const counted = counts(call, indices, dtype);
  const filled = (value: number, columns: number): string =>
    g.op('Expand', [g.scalar(value, dtype), g.concat([g.op('Shape', [starts]), g.ints([columns])], 0)]);
  if (mode === 'max') return [largest(call, rows, bags, counted, filled(-Infinity, width), dtype), '', '', ''];
  const added = counted === null ? rows : g.op('Mul', [rows, counted]);
  const sums = gathered(call, added, bags, filled(0, width), 'add');
  if (mode === 'sum') return [sums, '', '', ''];
  const ones = counted ?? g.op('Expand', [g.scalar(1, dtype), g.concat([g.shape(indices), g.ints([1])], 0)]);
  const sizesOfBags = gathered(call, ones, bags, filled(0, 1), 'add');
  return [g.op('Div', [sums, g.op('Max', [sizesOfBags, g.scalar(1, dtype)])]), '', '', ''];
}

/** The largest elements; 0 for a bag of nothing. */
function largest(call: Call, rows: string, bags: string, counted: string | null, start: string, dtype: string): string {
  const { g } = call;
  const lowest = g.scalar(-Infinity, dtype);
  const seen = counted === null ? rows : g.op('Where', [g.cast(counted, 'bool'), rows, lowest]);
  const found = gathered(call, seen, bags, start, 'max');
  return g.op('Where', [g.op('Equal', [found, lowest]), g.scalar(0, dtype), found]);
}

/** Rows that are too long become as long as allowed. torch shortens those that are looked up; the others are not read. */
function renormed(call: Call): string {
  const { g } = call;
  const { dtype } = call.meta('self');
  const x = call.tensor('self');
  const order = call.number('norm_type');
  const axes = g.ints([1]);
  const size =
    order === 2
      ? g.op('ReduceL2', [x, axes], { keepdims: 1 })
      : g.op('Pow', [
          g.op('ReduceSum', [g.op('Pow', [g.op('Abs', [x]), g.scalar(order, dtype)]), axes], { keepdims: 1 }),
          g.scalar(1 / order, dtype),
        ]);
  const most = g.scalar(call.number('max_norm'), dtype);
  const scale = g.op('Div', [most, g.op('Add', [size, g.scalar(1e-7, dtype)])]);
  return g.op('Mul', [x, g.op('Where', [g.op('Greater', [size, most]), scale, g.scalar(1, dtype)])]);
}

export const bags: Converters = {
  'aten.embedding_bag': embeddingBag,
  'aten.embedding_renorm': renormed,
};
