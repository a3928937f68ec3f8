import type { Call } from '../call';
import { onnxType } from '../dtypes';
import { OnnxGraph } from '../onnx-graph';

/** LSTMs whose state is projected to fewer features, which ONNX's LSTM lacks: a Scan over the steps. */

/** One direction of one layer: its weights in torch's order, and the states before it. */
interface Direction {
  readonly params: readonly string[];
  readonly hasBiases: boolean;
  readonly isReversed: boolean;
  readonly h: string;
  readonly c: string;
}

/** A graph of one step: (h, c, x·W + b) to (h, c, h). The other weights come from the graph around it. */
function step(call: Call, dtype: string, hidden: string, projection: string): object {
  const { names } = call.g;
  const body = new OnnxGraph(names);
  const [h, c, x] = ['h', 'c', 'x'].map((name) => names.take(`step_${name}`)) as [string, string, string];
  const gates = body.op('Add', [x, body.op('MatMul', [h, hidden])]);
  const split = body.ops('Split', [gates], { axis: -1, num_outputs: 4 }, 4) as [string, string, string, string];
  const [i, f, k, o] = [...[0, 1].map((at) => body.op('Sigmoid', [split[at] as string])), split[2], split[3]] as [
    string,
    string,
    string,
    string,
  ];
  const kept = body.op('Mul', [f, c]);
  const cell = body.op('Add', [kept, body.op('Mul', [i, body.op('Tanh', [k])])]);
  const wide = body.op('Mul', [body.op('Sigmoid', [o]), body.op('Tanh', [cell])]);
  const next = body.op('MatMul', [wide, projection]);
  const output = body.op('Identity', [next]);
  const value = (name: string): object => ({ name, type: { tensorType: { elemType: onnxType(dtype) } } });
  return {
    name: names.take('step'),
    node: body.nodes,
    input: [h, c, x].map(value),
    output: [next, cell, output].map(value),
  };
}

/** Runs one direction over `x`, `[time, batch, features]`; returns the outputs and the last states. */
function run(call: Call, x: string, dtype: string, one: Direction): readonly [y: string, h: string, c: string] {
  const { g } = call;
  const turned = (name: string): string => g.transpose(name, [1, 0]);
  const [wIh, wHh] = one.params as readonly [string, string];
  let gates = g.op('MatMul', [x, turned(wIh)]);
  if (one.hasBiases) gates = g.op('Add', [gates, g.op('Add', [one.params[2] as string, one.params[3] as string])]);
  const direction = one.isReversed ? [1] : [0];
  const attributes = {
    body: { graph: step(call, dtype, turned(wHh), turned(one.params.at(-1) as string)) },
    num_scan_inputs: 1,
    scan_input_directions: direction,
    scan_output_directions: direction,
  };
  const [h, c, y] = g.ops('Scan', [one.h, one.c, gates], attributes, 3) as [string, string, string];
  return [y, h, c];
}

/**
 * One layer with projections, in one direction or both. `states` are h and c, `[directions, batch, …]`, and so are those that
 * are returned, behind the outputs `[time, batch, directions · projSize]`.
 */
export function projectedLayer(
  call: Call,
  params: readonly string[],
  hasBiases: boolean,
  directions: number,
  x: string,
  states: readonly [h: string, c: string],
): [x: string, h: string, c: string] {
  const { g } = call;
  const { dtype } = call.meta('input');
  const each = params.length / directions;
  const found = Array.from({ length: directions }, (_, i) => {
    const [h, c] = states.map((state) => g.squeeze(g.slice(state, 0, i, i + 1), 0)) as [string, string];
    const own = params.slice(i * each, (i + 1) * each);
    return run(call, x, dtype, { params: own, hasBiases, isReversed: i === 1, h, c });
  });
  const joined = (place: 1 | 2): string =>
    g.concat(
      found.map((one) => g.unsqueeze(one[place], 0)),
      0,
    );
  const outputs = found.map(([y]) => y);
  return [g.concat(outputs, 2), joined(1), joined(2)];
}
