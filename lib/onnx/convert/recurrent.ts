import type { Call, Converter, Converters } from '../call';
import { projectedLayer } from './projected';

/** RNN, GRU and LSTM: one ONNX node for each layer. */

/** Which of torch's gates stands in each of ONNX's places: i, f, g, o become i, o, f, c; r, z, n become z, r, h. */
const ORDERS = { LSTM: [0, 3, 1, 2], GRU: [1, 0, 2], RNN: [0] } as const;

interface Layer {
  readonly type: keyof typeof ORDERS;
  readonly params: readonly string[];
  readonly hasBiases: boolean;
  readonly directions: number;
}

/** A weight with its gates in ONNX's order. */
function reordered(call: Call, weight: string, { type }: Layer): string {
  const order = ORDERS[type];
  if (order.length === 1) return weight;
  const gates = call.g.ops('Split', [weight], { axis: 0, num_outputs: order.length }, order.length);
  return call.g.concat(
    order.map((gate) => gates[gate] as string),
    0,
  );
}

/** The weights of both directions as one tensor each: W, R, B. */
function weightsOf(call: Call, layer: Layer): [w: string, r: string, b: string | null] {
  const { g } = call;
  const each = layer.params.length / layer.directions;
  const stacked = (make: (params: readonly string[]) => string): string =>
    g.concat(
      Array.from({ length: layer.directions }, (_, i) =>
        g.unsqueeze(make(layer.params.slice(i * each, (i + 1) * each)), 0),
      ),
      0,
    );
  const part = (place: number) => (params: readonly string[]) => reordered(call, params[place] as string, layer);
  const biases = layer.hasBiases ? stacked((params) => g.concat([part(2)(params), part(3)(params)], 0)) : null;
  return [stacked(part(0)), stacked(part(1)), biases];
}

interface Options {
  readonly type: keyof typeof ORDERS;
  readonly activation: string | null;
}

/** Runs all layers; returns the output and the last states. */
function run(call: Call, options: Options, states: readonly string[]): readonly (string | null)[] {
  const { g } = call;
  const packed = call.overload === 'data' ? call.packed('data') : null;
  const layers = call.number('num_layers');
  const directions = call.flag('bidirectional', false) ? 2 : 1;
  const hasBiases = call.flag('has_biases', true);
  const batchFirst = packed === null && call.flag('batch_first', false);
  if (call.flag('train', false) && call.number('dropout') > 0 && layers > 1) {
    call.fail('has a dropout in training mode; call model.eval() before the export');
  }
  const params = call.tensors('params') as string[];
  const each = params.length / layers;
  const isProjected = each / directions !== (hasBiases ? 4 : 2);
  if (isProjected && packed)
    call.fail('with projSize on a packed sequence has no counterpart in ONNX; pad the sequence');
  const input = packed?.padded ?? call.tensor('input');
  const lengths = packed && g.cast(packed.lengths, 'int32');
  let x = batchFirst ? g.transpose(input, [1, 0, 2]) : input;
  const last: string[][] = states.map(() => []);
  for (let i = 0; i < layers; i++) {
    const layer = { type: options.type, params: params.slice(i * each, (i + 1) * each), hasBiases, directions };
    const start = states.map((state) => g.slice(state, 0, i * directions, (i + 1) * directions));
    if (isProjected) {
      const made = projectedLayer(call, layer.params, hasBiases, directions, x, start as [string, string]);
      x = made[0];
      made.slice(1).forEach((end, k) => last[k]?.push(end));
      continue;
    }
    const [y, ...ends] = runLayer(call, { ...layer, lengths }, options, x, start);
    ends.forEach((end, k) => last[k]?.push(end));
    // [time, directions, batch, hidden] to [time, batch, directions · hidden]
    x = g.reshape(g.transpose(y as string, [0, 2, 1, 3]), [0, 0, -1]);
  }
  const ends = last.map((parts) => g.concat(parts, 0));
  if (packed === null) return [batchFirst ? g.transpose(x, [1, 0, 2]) : x, ...ends];
  call.pack(0, { padded: x, lengths: packed.lengths });
  return [null, ...ends];
}

function runLayer(
  call: Call,
  layer: Layer & { readonly lengths: string | null },
  options: Options,
  x: string,
  states: readonly string[],
): string[] {
  const [w, r, b] = weightsOf(call, layer);
  const names = call.names('params');
  const hidden = call.metaOf(names[1] as string).sizes[1] as number;
  const attributes = {
    hidden_size: hidden,
    direction: layer.directions === 2 ? 'bidirectional' : 'forward',
    linear_before_reset: layer.type === 'GRU' ? 1 : null,
    activations:
      options.activation === null ? null : { strings: Array<string>(layer.directions).fill(options.activation) },
  };
  return call.g.ops(layer.type, [x, w, r, b, layer.lengths, ...states], attributes, 1 + states.length);
}

const simple =
  (type: 'RNN' | 'GRU', activation: string | null): Converter =>
  (call) =>
    run(call, { type, activation }, [call.tensor('hx')]);

export const recurrent: Converters = {
  'aten.lstm': (call) => run(call, { type: 'LSTM', activation: null }, call.tensors('hx') as string[]),
  'aten.gru': simple('GRU', null),
  'aten.rnn_tanh': simple('RNN', 'Tanh'),
  'aten.rnn_relu': simple('RNN', 'Relu'),
};

/** The cells: one step. */
function linear(call: Call, x: string, weight: string, bias: string): string {
  const product = call.g.op('MatMul', [call.tensor(x), call.g.transpose(call.tensor(weight), [1, 0])]);
  const added = call.maybe(bias);
  return added === null ? product : call.g.op('Add', [product, added]);
}

function parts(call: Call, x: string, count: number): string[] {
  return call.g.ops('Split', [x], { axis: 1, num_outputs: count }, count);
}

function lstmCell(call: Call): readonly string[] {
  const { g } = call;
  const [h, c] = call.tensors('hx') as [string, string];
  const hidden = g.op('MatMul', [h, g.transpose(call.tensor('w_hh'), [1, 0])]);
  const bias = call.maybe('b_hh');
  const all = g.op('Add', [
    linear(call, 'input', 'w_ih', 'b_ih'),
    bias === null ? hidden : g.op('Add', [hidden, bias]),
  ]);
  const [i, f, k, o] = parts(call, all, 4) as [string, string, string, string];
  const sigmoid = (x: string): string => g.op('Sigmoid', [x]);
  const kept = g.op('Mul', [sigmoid(f), c]);
  const cell = g.op('Add', [kept, g.op('Mul', [sigmoid(i), g.op('Tanh', [k])])]);
  return [g.op('Mul', [sigmoid(o), g.op('Tanh', [cell])]), cell];
}

function gruCell(call: Call): string {
  const { g } = call;
  const a = parts(call, linear(call, 'input', 'w_ih', 'b_ih'), 3) as [string, string, string];
  const b = parts(call, linear(call, 'hx', 'w_hh', 'b_hh'), 3) as [string, string, string];
  const reset = g.op('Sigmoid', [g.op('Add', [a[0], b[0]])]);
  const update = g.op('Sigmoid', [g.op('Add', [a[1], b[1]])]);
  const fresh = g.op('Tanh', [g.op('Add', [a[2], g.op('Mul', [reset, b[2]])])]);
  return g.op('Add', [fresh, g.op('Mul', [update, g.op('Sub', [call.tensor('hx'), fresh])])]);
}

const cell =
  (activation: string): Converter =>
  (call) =>
    call.g.op(activation, [
      call.g.op('Add', [linear(call, 'input', 'w_ih', 'b_ih'), linear(call, 'hx', 'w_hh', 'b_hh')]),
    ]);

export const cells: Converters = {
  'aten.lstm_cell': lstmCell,
  'aten.gru_cell': gruCell,
  'aten.rnn_tanh_cell': cell('Tanh'),
  'aten.rnn_relu_cell': cell('Relu'),
};
