import type { Call, Converters } from '../call';

/** Normalization. */

const epsilon = (value: number) => ({ float: value });

function ones(call: Call, count: number, dtype: string): string {
  return call.g.constant(Array<number>(count).fill(1), [count], dtype);
}

function zeros(call: Call, count: number, dtype: string): string {
  return call.g.constant(Array<number>(count).fill(0), [count], dtype);
}

/** Without averages that were kept, those of the batch itself. */
function ofTheBatch(call: Call): string {
  const { g } = call;
  const { dtype, rank } = call.meta('input');
  const x = call.tensor('input');
  const axes = g.ints(Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== 1));
  const centered = g.op('Sub', [x, g.op('ReduceMean', [x, axes], { keepdims: 1 })]);
  const variance = g.op('ReduceMean', [g.op('Mul', [centered, centered]), axes], { keepdims: 1 });
  const spread = g.op('Sqrt', [g.op('Add', [variance, g.scalar(call.number('eps', 1e-5), dtype)])]);
  return scaled(call, g.op('Div', [centered, spread]), rank);
}

function batchNorm(call: Call): string {
  if (!call.has('running_mean')) return ofTheBatch(call);
  if (call.flag('training', false)) call.fail('is in training mode; call model.eval() before the export');
  const { sizes, dtype } = call.meta('input');
  const channels = sizes[1];
  if (typeof channels !== 'number') call.fail('needs a fixed number of channels');
  const weight = call.maybe('weight') ?? ones(call, channels, dtype);
  const bias = call.maybe('bias') ?? zeros(call, channels, dtype);
  const inputs = [call.tensor('input'), weight, bias, call.tensor('running_mean'), call.tensor('running_var')];
  return call.g.op('BatchNormalization', inputs, { epsilon: epsilon(call.number('eps', 1e-5)) });
}

function layerNorm(call: Call): string {
  const { dtype, sizes } = call.meta('input');
  const count = call.count('normalized_shape');
  const last = sizes.slice(sizes.length - count) as number[];
  const size = last.reduce((product, one) => product * one, 1);
  const weight = call.maybe('weight') ?? call.g.constant(Array<number>(size).fill(1), last, dtype);
  const attributes = { axis: -count, epsilon: epsilon(call.number('eps', 1e-5)) };
  return call.g.op('LayerNormalization', [call.tensor('input'), weight, call.maybe('bias')], attributes);
}

/** A vector of channels beside the spatial axes. */
function besideAxes(call: Call, vector: string, rank: number): string {
  return rank > 2 ? call.g.reshape(vector, [-1, ...Array<number>(rank - 2).fill(1)]) : vector;
}

function scaled(call: Call, x: string, rank: number): string {
  const [weight, bias] = [call.maybe('weight'), call.maybe('bias')];
  const times = weight === null ? x : call.g.op('Mul', [x, besideAxes(call, weight, rank)]);
  return bias === null ? times : call.g.op('Add', [times, besideAxes(call, bias, rank)]);
}

function groupNorm(call: Call): string {
  const { g } = call;
  const { dtype, rank } = call.meta('input');
  const groups = call.number('num_groups');
  const x = call.tensor('input');
  const inputs = [g.reshape(x, [0, groups, -1]), ones(call, groups, dtype), zeros(call, groups, dtype)];
  const made = g.op('InstanceNormalization', inputs, { epsilon: epsilon(call.number('eps', 1e-5)) });
  return scaled(call, g.reshape(made, g.shape(x)), rank);
}

function instanceNorm(call: Call): string {
  const { dtype, sizes } = call.meta('input');
  const channels = sizes[1] as number;
  const weight = call.maybe('weight') ?? ones(call, channels, dtype);
  const bias = call.maybe('bias') ?? zeros(call, channels, dtype);
  const attributes = { epsilon: epsilon(call.number('eps', 1e-5)) };
  const inputs = [call.tensor('input'), weight, bias];
  if (call.flag('use_input_stats', true)) return call.g.op('InstanceNormalization', inputs, attributes);
  const all = [...inputs, call.tensor('running_mean'), call.tensor('running_var')];
  return call.g.op('BatchNormalization', all, attributes);
}

const EPSILON: Readonly<Record<string, number>> = {
  float64: Number.EPSILON,
  float32: 2 ** -23,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
};

function rmsNorm(call: Call): string {
  const { g } = call;
  const { dtype, rank } = call.meta('input');
  const count = call.count('normalized_shape');
  const axes = g.ints(Array.from({ length: count }, (_, i) => rank - count + i));
  const x = call.tensor('input');
  const mean = g.op('ReduceMean', [g.op('Mul', [x, x]), axes], { keepdims: 1 });
  const least = g.scalar(call.has('eps') ? call.number('eps') : (EPSILON[dtype] ?? 0), dtype);
  const made = g.op('Div', [x, g.op('Sqrt', [g.op('Add', [mean, least])])]);
  const weight = call.maybe('weight');
  return weight === null ? made : g.op('Mul', [made, weight]);
}

function cosineSimilarity(call: Call): string {
  const { g } = call;
  const { dtype } = call.result();
  const axes = g.ints([call.number('dim', 1)]);
  const [a, b] = [call.as('x1', dtype), call.as('x2', dtype)];
  const least = g.scalar(call.number('eps', 1e-8), dtype);
  const size = (x: string): string => g.op('Max', [g.op('ReduceL2', [x, axes], { keepdims: 1 }), least]);
  const product = g.op('Mul', [g.op('Div', [a, size(a)]), g.op('Div', [b, size(b)])]);
  return g.op('ReduceSum', [product, axes], { keepdims: 0 });
}

export const norm: Converters = {
  'aten.batch_norm': batchNorm,
  'aten.layer_norm': layerNorm,
  'aten.group_norm': groupNorm,
  'aten.instance_norm': instanceNorm,
  'aten.rms_norm': rmsNorm,
  'aten.cosine_similarity': cosineSimilarity,
};
