import type { Call, Converter, Converters } from '../call';
import { positive } from '../call';

/** torch.nn's activations. */

type Numbers = (value: number) => string;
type Formula = (call: Call, x: string, number: Numbers) => string;

const formula =
  (body: Formula): Converter =>
  (call) => {
    const { dtype } = call.result();
    return body(call, call.as('self', dtype), (value) => call.g.scalar(value, dtype));
  };

const op =
  (type: string, attributes: (call: Call) => Readonly<Record<string, number>> = () => ({})): Converter =>
  (call) => {
    const given = Object.entries(attributes(call)).map(([name, value]) => [name, { float: value }] as const);
    return call.g.op(type, [call.tensor('self')], Object.fromEntries(given));
  };

const mul = (call: Call, a: string, b: string): string => call.g.op('Mul', [a, b]);
const add = (call: Call, a: string, b: string): string => call.g.op('Add', [a, b]);
const sub = (call: Call, a: string, b: string): string => call.g.op('Sub', [a, b]);
const clip = (call: Call, x: string, low: string, high: string): string => call.g.op('Clip', [x, low, high]);

const gelu: Formula = (call, x, n) => {
  if (call.text('approximate', 'none') === 'tanh') {
    const cube = mul(call, mul(call, x, x), x);
    const inner = mul(call, n(Math.sqrt(2 / Math.PI)), add(call, x, mul(call, n(0.044715), cube)));
    return mul(call, mul(call, n(0.5), x), add(call, n(1), call.g.op('Tanh', [inner])));
  }
  const erf = call.g.op('Erf', [mul(call, x, n(Math.SQRT1_2))]);
  return mul(call, mul(call, x, n(0.5)), add(call, erf, n(1)));
};

const softplus: Formula = (call, x, n) => {
  const [beta, threshold] = [call.number('beta', 1), call.number('threshold', 20)];
  const scaled = beta === 1 ? x : mul(call, x, n(beta));
  const soft = call.g.op('Div', [call.g.op('Softplus', [scaled]), n(beta)]);
  return call.g.op('Where', [call.g.op('Greater', [scaled, n(threshold)]), x, soft]);
};

const elu: Formula = (call, x, n) => {
  const [alpha, scale, inner] = [call.number('alpha', 1), call.number('scale', 1), call.number('input_scale', 1)];
  const below = mul(call, n(alpha), sub(call, call.g.op('Exp', [mul(call, x, n(inner))]), n(1)));
  return mul(call, n(scale), call.g.op('Where', [call.g.op('Greater', [x, n(0)]), x, below]));
};

/** `x` where it is above a bound, else something else. */
const above = (call: Call, x: string, bound: string, other: string): string =>
  call.g.op('Where', [call.g.op('Greater', [x, bound]), x, other]);

const hardshrink: Formula = (call, x, n) => {
  const outside = call.g.op('Greater', [call.g.op('Abs', [x]), n(call.number('lambd', 0.5))]);
  return call.g.op('Where', [outside, x, n(0)]);
};

const softshrink: Formula = (call, x, n) => {
  const less = call.g.op('Max', [sub(call, call.g.op('Abs', [x]), n(call.number('lambd', 0.5))), n(0)]);
  return mul(call, call.g.op('Sign', [x]), less);
};

function prelu(call: Call): string {
  const { rank } = call.meta('self');
  const { sizes } = call.meta('weight');
  const weight = call.tensor('weight');
  const wide =
    sizes.length === 1 && rank > 2 ? call.g.reshape(weight, [-1, ...Array<number>(rank - 2).fill(1)]) : weight;
  return call.g.op('PRelu', [call.tensor('self'), wide]);
}

function glu(call: Call): string {
  const axis = positive(call.number('dim', -1), call.meta('self').rank);
  const [a, b] = call.g.ops('Split', [call.tensor('self')], { axis, num_outputs: 2 }, 2) as [string, string];
  return mul(call, a, call.g.op('Sigmoid', [b]));
}

/** Softmax and its logarithm; in the dtype that is asked for. */
const softmax =
  (type: string): Converter =>
  (call) => {
    const x = call.as('self', call.result().dtype);
    return call.g.op(type, [x], { axis: call.number('dim') });
  };

const silu: Formula = (call, x) => mul(call, x, call.g.op('Sigmoid', [x]));
const mish: Formula = (call, x) => mul(call, x, call.g.op('Tanh', [call.g.op('Softplus', [x])]));
const hardtanh: Formula = (call, x, n) => clip(call, x, n(call.number('min_val', -1)), n(call.number('max_val', 1)));
const relu6: Formula = (call, x, n) => clip(call, x, n(0), n(6));
const hardsigmoid: Formula = (call, x, n) => call.g.op('Div', [clip(call, add(call, x, n(3)), n(0), n(6)), n(6)]);
const hardswish: Formula = (call, x, n) => mul(call, x, hardsigmoid(call, x, n));

const threshold: Formula = (call, x, n) => above(call, x, n(call.number('threshold')), n(call.number('value')));

/** In evaluation a dropout passes its input on. */
function dropout(call: Call): string {
  if (call.flag('train', true) && call.number('p') > 0) {
    call.fail('is in training mode; call model.eval() before the export');
  }
  return call.tensor('input');
}

const rrelu: Converter = (call) => {
  if (call.flag('training', false)) call.fail('is in training mode; call model.eval() before the export');
  const slope = (call.number('lower', 1 / 8) + call.number('upper', 1 / 3)) / 2;
  return call.g.op('LeakyRelu', [call.tensor('self')], { alpha: { float: slope } });
};

export const activation: Converters = {
  'aten.relu': formula((call, x, n) => call.g.op('Max', [x, n(0)])),
  'aten.relu6': formula(relu6),
  'aten.sigmoid': op('Sigmoid'),
  'aten.softsign': op('Softsign'),
  'aten.leaky_relu': op('LeakyRelu', (call) => ({ alpha: call.number('negative_slope', 0.01) })),
  'aten.celu': op('Celu', (call) => ({ alpha: call.number('alpha', 1) })),
  'aten.selu': op('Selu', () => ({ alpha: 1.6732632423543772, gamma: 1.0507009873554805 })),
  'aten.elu': formula(elu),
  'aten.gelu': formula(gelu),
  'aten.softplus': formula(softplus),
  'aten.log_sigmoid': formula((call, x) => call.g.op('Neg', [call.g.op('Softplus', [call.g.op('Neg', [x])])])),
  'aten.silu': formula(silu),
  'aten.mish': formula(mish),
  'aten.hardtanh': formula(hardtanh),
  'aten.hardsigmoid': formula(hardsigmoid),
  'aten.hardswish': formula(hardswish),
  'aten.hardshrink': formula(hardshrink),
  'aten.softshrink': formula(softshrink),
  'aten.threshold': formula(threshold),
  'aten.prelu': prelu,
  'aten.glu': glu,
  'aten.softmax': softmax('Softmax'),
  'aten._softmax': softmax('Softmax'),
  'aten.log_softmax': softmax('LogSoftmax'),
  'aten._log_softmax': softmax('LogSoftmax'),
  'aten.dropout': dropout,
  'aten.feature_dropout': dropout,
  'aten.alpha_dropout': dropout,
  'aten.feature_alpha_dropout': dropout,
  'aten.rrelu': rrelu,
};
