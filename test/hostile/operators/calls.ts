/** Calls with arguments that do not fit each other; run in a process of its own, as libtorch might crash on them. */
import { writeSync } from 'node:fs';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

type Call = readonly [name: string, run: () => unknown];

const { aten } = torch.ops;
const f = (...shape: number[]): Tensor => torch.randn(shape);
const longs = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int64 });
const ints = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int32 });

const [BATCH, TIME, INPUT, HIDDEN] = [3, 4, 5, 6];
const GATES: Readonly<Record<string, number>> = { lstm: 4, gru: 3, rnn_tanh: 1, rnn_relu: 1 };
const KINDS = Object.keys(GATES);

function params(kind: string): Tensor[] {
  const gates = (GATES[kind] as number) * HIDDEN;
  return [f(gates, INPUT), f(gates, HIDDEN), f(gates), f(gates)];
}

const stateOf = (kind: string, ...shape: number[]): unknown =>
  kind === 'lstm' ? [f(...shape), f(...shape)] : f(...shape);

interface Changes {
  readonly x?: Tensor;
  readonly sizes?: Tensor;
  readonly hx?: unknown;
  readonly params?: readonly Tensor[];
  readonly layers?: number;
  readonly dropout?: number;
  readonly bidirectional?: boolean;
}

/** A layer over packed data, or over dense data where `sizes` is missing, right but for the changes. */
function layer(kind: string, changes: Changes, packed: boolean): unknown {
  const { x, sizes, hx, layers = 1, dropout = 0, bidirectional = false } = changes;
  const states = hx ?? stateOf(kind, 1, BATCH, HIDDEN);
  const rest = [states, changes.params ?? params(kind), true, layers, dropout, true, bidirectional];
  const overloads = aten[kind] as unknown as Record<string, (...args: unknown[]) => unknown>;
  return packed
    ? overloads['data']?.(x ?? f(9, INPUT), sizes ?? longs(3, 3, 2, 1), ...rest)
    : overloads['input']?.(x ?? f(TIME, BATCH, INPUT), ...rest, false);
}

const SIZES: Readonly<Record<string, () => Tensor>> = {
  'not of int64': () => ints(3, 3, 2, 1),
  'of floats': () => f(4),
  'without dimensions': () => torch.full([], 9),
  'of two dimensions': () => longs(3, 3, 2, 1).view(2, 2),
  empty: () => torch.zeros([0], { dtype: torch.int64 }),
  increasing: () => longs(1, 2, 3, 3),
  negative: () => longs(3, 3, -2, 5),
  'with a zero': () => longs(3, 3, 3, 0),
  'with too large a sum': () => longs(3, 3, 3, 3),
  'with too small a sum': () => longs(3, 3),
  huge: () => longs(2 ** 40, 2),
  'with gaps': () => longs(3, 0, 3, 0, 2, 0, 1, 0).view(4, 2).select(1, 0),
  'of another device': () => torch.empty([4], { dtype: torch.int64, device: 'meta' }),
};

const packedCalls: Call[] = KINDS.flatMap((kind) =>
  Object.entries(SIZES).map(
    ([what, sizes]): Call => [`${kind}: batch_sizes ${what}`, () => layer(kind, { sizes: sizes() }, true)],
  ),
);

const CHANGES: Readonly<Record<string, (kind: string) => Changes>> = {
  'too few parameters': (kind) => ({ params: params(kind).slice(1) }),
  'no parameters': () => ({ params: [] }),
  'a zero-dimensional weight': (kind) => ({ params: [torch.full([], 1), ...params(kind).slice(1)] }),
  'a small recurrent weight': (kind) => ({ params: [params(kind)[0] as Tensor, f(2, 2), ...params(kind).slice(2)] }),
  'an empty bias': (kind) => ({ params: [...params(kind).slice(0, 3), f(0)] }),
  'a state without dimensions': (kind) => ({ hx: stateOf(kind) }),
  'a state of another batch': (kind) => ({ hx: stateOf(kind, 1, BATCH + 4, HIDDEN) }),
  'a state of another width': (kind) => ({ hx: stateOf(kind, 1, BATCH, 1) }),
  'states for fewer layers': (kind) => ({ layers: 2, params: [...params(kind), ...params(kind)] }),
  'no layers': () => ({ layers: 0 }),
  'negative layers': () => ({ layers: -1 }),
  'a missing direction': () => ({ bidirectional: true }),
};

const layerCalls: Call[] = KINDS.flatMap((kind) =>
  Object.entries(CHANGES).flatMap(([what, changes]): Call[] => [
    [`${kind}: ${what}`, () => layer(kind, changes(kind), false)],
    [`${kind} of packed data: ${what}`, () => layer(kind, changes(kind), true)],
  ]),
);

const WIDTH = 2; // of h, with a projection
const projected = (): Tensor[] => [f(24, INPUT), f(24, WIDTH), f(24), f(24), f(WIDTH, HIDDEN)];
const projectedStates = (...cells: number[]): Tensor[] => [f(1, BATCH, WIDTH), f(...cells)];

const PROJECTIONS: Readonly<Record<string, () => Changes>> = {
  missing: () => ({ params: projected().slice(0, 4) }),
  'of too few rows': () => ({ params: [...projected().slice(0, 4), f(1, HIDDEN)] }),
  'of too few columns': () => ({ params: [...projected().slice(0, 4), f(WIDTH, 1)] }),
  'without dimensions': () => ({ params: [...projected().slice(0, 4), f()] }),
  empty: () => ({ params: [...projected().slice(0, 4), f(0)] }),
  'with a wide recurrent weight': () => ({ params: [f(24, INPUT), f(24, 6), ...projected().slice(2)] }),
  'with an empty bias': () => ({ params: [...projected().slice(0, 2), f(0), f(24), f(WIDTH, HIDDEN)] }),
  'with states of one width': () => ({ hx: stateOf('lstm', 1, BATCH, HIDDEN) }),
  'with cells of another batch': () => ({ hx: projectedStates(1, BATCH + 4, HIDDEN) }),
  'with wide cells': () => ({ hx: projectedStates(1, BATCH, 60) }),
  'with cells without dimensions': () => ({ hx: projectedStates() }),
  'with empty cells': () => ({ hx: projectedStates(0) }),
};

const projectedLayer = (changes: Changes, packed: boolean): unknown =>
  layer('lstm', { params: projected(), hx: projectedStates(1, BATCH, HIDDEN), ...changes }, packed);

const projectedCalls: Call[] = Object.entries(PROJECTIONS).flatMap(([what, changes]): Call[] => [
  [`lstm: projection ${what}`, () => projectedLayer(changes(), false)],
  [`lstm of packed data: projection ${what}`, () => projectedLayer(changes(), true)],
]);

const oneDnn = (input: Tensor, hx: Tensor, mode = 2, hidden = HIDDEN): unknown =>
  aten['mkldnn_rnn_layer']?.(input, ...params('lstm'), hx, hx, false, [], mode, hidden, 1, true, false, false, true);

const lu = torch.eye(3);

const others: Call[] = [
  ['lstm: one state', () => layer('lstm', { hx: [f(1, BATCH, HIDDEN)] }, false)],
  ['lstm_cell: one state', () => aten['lstm_cell']?.(f(3, 5), [f(3, 6)], ...params('lstm'))],
  ['lstm_cell: no state', () => aten['lstm_cell']?.(f(3, 5), [], ...params('lstm'))],
  ['lstm_cell: wide state', () => aten['lstm_cell']?.(f(3, 5), [f(3, 7), f(3, 7)], ...params('lstm'))],
  ['gru_cell: weight without dimensions', () => aten['gru_cell']?.(f(3, 5), f(3, 6), f(), f(18, 6))],
  ['rnn_tanh_cell: state of another batch', () => aten['rnn_tanh_cell']?.(f(3, 5), f(4, 6), f(6, 5), f(6, 6))],
  ['rnn_relu_cell: empty input', () => aten['rnn_relu_cell']?.(f(0), f(3, 6), f(6, 5), f(6, 6))],
  [
    'fused LSTM cell, backward',
    () => aten['_thnn_differentiable_lstm_cell_backward']?.(null, f(3), f(), f(2, 1), null, null, f(), f()),
  ],
  [
    'fused LSTM cell, backward of CUDA',
    () => aten['_thnn_fused_lstm_cell_backward_impl']?.(f(3), f(), f(2), f(1), f(0), true),
  ],
  [
    'fused GRU cell, backward',
    () => aten['_thnn_differentiable_gru_cell_backward']?.(f(3, 2), f(0), f(1), f(1), null, f(3)),
  ],
  ['oneDNN layer: small state', () => oneDnn(f(4, 3, 5), f(1, 1))],
  ['oneDNN layer: another mode', () => oneDnn(f(4, 3, 5), f(3, 6), 3)],
  ['oneDNN layer: another hidden size', () => oneDnn(f(4, 3, 5), f(3, 6), 2, 600)],
  ['oneDNN layer: flat input', () => oneDnn(f(5), f(3, 6))],
  [
    'quantized LSTM cell: one state',
    () =>
      aten['quantized_lstm_cell']?.(f(3, 5), [f(3, 6)], ...params('lstm'), f(3), f(3), f(24), f(24), 0.5, 0.5, 0, 0),
  ],
  ['lu_unpack: pivots beyond the matrix', () => torch.luUnpack(lu, ints(1, 2, 1_000_000))],
  ['lu_unpack: pivots of zero', () => torch.luUnpack(lu, ints(0, 2, 3))],
  ['lu_unpack: too few pivots', () => torch.luUnpack(lu, ints(1))],
  ['linalg.lu_solve: pivots beyond the matrix', () => torch.linalg.luSolve(lu, ints(1, 2, -70_000_000), f(3, 1))],
  ['linalg.ldl_solve: pivots beyond the matrix', () => torch.linalg.ldlSolve(lu, ints(9_999_999, 2, 3), f(3, 1))],
  [
    'native_batch_norm: long statistics',
    () => aten['native_batch_norm']?.(f(2, 3), f(9), f(3), f(3), f(3), true, 0.1, 1e-5),
  ],
  [
    'native_batch_norm: short statistics',
    () => aten['native_batch_norm']?.(f(2, 300), f(1), null, f(1), f(1), false, 0.1, 1e-5),
  ],
  [
    'batch norm without statistics',
    () => aten['_native_batch_norm_legit']?.['no_stats']?.(f(1, 3), null, f(1, 3), false, 0.5, 1),
  ],
  [
    'native_batch_norm: no statistics outside of training',
    () => aten['native_batch_norm']?.(f(2, 2, 3), null, null, null, null, false, 0.1, 1e-5),
  ],
  [
    '_native_batch_norm_legit: no statistics outside of training',
    () => aten['_native_batch_norm_legit']?.['no_stats']?.(f(2, 2, 3), null, null, false, 0.1, 1e-5),
  ],
  ['smooth_l1_loss_backward: zero beta', () => aten['smooth_l1_loss_backward']?.(f(2), f(2), f(2), 1, 0)],
  ['embedding_dense_backward: no gradient', () => aten['embedding_dense_backward']?.(f(0), f(2), 3, -1, false)],
  ['weight norm of nothing', () => aten['_weight_norm']?.(f(2, 0, 0), f(2, 0, 0), 2)],
  ['fbgemm: packs nothing', () => torch.fbgemmPackGemmMatrixFp16(f(1, 2, 4, 4, 0))],
  ['fbgemm: quantizes nothing', () => torch.fbgemmLinearQuantizeWeight(f(2, 3, 5, 0, 0))],
  ['stacks nothing', () => aten['_stack']?.([], 3)],
  ['indices beyond the rows', () => aten['_convert_indices_from_coo_to_csr']?.(longs(7_000_000), 1)],
];

/** Right calls: what guards must let through. */
const right: Call[] = [
  ...KINDS.flatMap((kind): Call[] => [
    [`right ${kind}`, () => layer(kind, {}, false)],
    [`right ${kind} of packed data`, () => layer(kind, {}, true)],
  ]),
  ['right lstm with projections', () => projectedLayer({}, false)],
  ['right lstm with projections of packed data', () => projectedLayer({}, true)],
  ['right oneDNN layer', () => oneDnn(f(4, 3, 5), f(3, 6))],
  ['right LU', () => torch.luUnpack(lu, ints(1, 2, 3))],
  ['right batch norm', () => aten['native_batch_norm']?.(f(2, 3), f(3), null, f(3), torch.ones([3]), true, 0.1, 1e-5)],
  ['right weight norm', () => aten['_weight_norm']?.(f(2, 3), f(2, 1), 0)],
];

for (const [name, run] of [...packedCalls, ...layerCalls, ...projectedCalls, ...others, ...right]) {
  writeSync(1, `${name}\t`);
  let answer = 'done';
  try {
    run();
  } catch (error) {
    answer = `${(error as Error).name}: ${(error as Error).message.split('\n')[0] ?? ''}`;
  }
  writeSync(1, `${answer}\n`);
}
