import type { Call, Converter, Converters } from '../call';
import { isFloat } from '../dtypes';

/** Operators that go element by element. */

/** An operator that ONNX has for one tensor. */
const unary =
  (type: string): Converter =>
  (call) =>
    call.g.op(type, [call.as('self', call.result().dtype)]);

const over = (call: Call, type: string, a: string, b: string): string => call.g.op(type, [a, b]);

/** a + alpha · b */
function sum(type: string): Converter {
  return (call) => {
    const { dtype } = call.result();
    let other = call.as('other', dtype);
    const alpha = call.number('alpha', 1);
    if (alpha !== 1) other = over(call, 'Mul', other, call.g.scalar(alpha, dtype));
    if (dtype === 'bool') return call.g.op('Or', [call.as('self', dtype), other]);
    return over(call, type, call.as('self', dtype), other);
  };
}

const binary =
  (type: string): Converter =>
  (call) => {
    const { dtype } = call.result();
    if (dtype === 'bool' && type === 'Mul') return call.g.op('And', [call.as('self', dtype), call.as('other', dtype)]);
    return over(call, type, call.as('self', dtype), call.as('other', dtype));
  };

const comparison =
  (type: string, negated = false): Converter =>
  (call) => {
    let dtype = call.common('self', 'other');
    if (dtype === 'bool' && type !== 'Equal') dtype = 'int32';
    const made = over(call, type, call.as('self', dtype), call.as('other', dtype));
    return negated ? call.g.op('Not', [made]) : made;
  };

const logical =
  (type: string): Converter =>
  (call) =>
    over(call, type, call.as('self', 'bool'), call.as('other', 'bool'));

const bitwise =
  (onBooleans: string, onIntegers: string): Converter =>
  (call) => {
    const { dtype } = call.result();
    return over(call, dtype === 'bool' ? onBooleans : onIntegers, call.as('self', dtype), call.as('other', dtype));
  };

/** A formula over the argument in the result's dtype. */
const formula =
  (body: (call: Call, x: string, number: (value: number) => string) => string): Converter =>
  (call) => {
    const { dtype } = call.result();
    return body(call, call.as('self', dtype), (value) => call.g.scalar(value, dtype));
  };

function divide(call: Call): string {
  const mode = call.text('rounding_mode', '');
  const { dtype } = call.result();
  const [a, b] = [call.as('self', dtype), call.as('other', dtype)];
  // ONNX rounds the quotient of integers towards zero.
  if (mode === '' || (mode === 'trunc' && !isFloat(dtype))) return over(call, 'Div', a, b);
  if (mode === 'trunc') return truncated(call, over(call, 'Div', a, b));
  return isFloat(dtype) ? call.g.op('Floor', [over(call, 'Div', a, b)]) : floorOfIntegers(call, a, b);
}

function floorOfIntegers(call: Call, a: string, b: string): string {
  return over(call, 'Div', over(call, 'Sub', a, call.g.op('Mod', [a, b])), b);
}

function truncated(call: Call, x: string): string {
  return over(call, 'Mul', call.g.op('Sign', [x]), call.g.op('Floor', [call.g.op('Abs', [x])]));
}

/** Python's %: the sign of the divisor. */
function remainder(call: Call): string {
  const { dtype } = call.result();
  const [a, b] = [call.as('self', dtype), call.as('other', dtype)];
  if (!isFloat(dtype)) return call.g.op('Mod', [a, b]);
  return over(call, 'Sub', a, over(call, 'Mul', call.g.op('Floor', [over(call, 'Div', a, b)]), b));
}

function clamp(call: Call): string {
  const { dtype } = call.result();
  let made = call.as('self', dtype);
  if (call.has('min')) made = over(call, 'Max', made, call.as('min', dtype));
  if (call.has('max')) made = over(call, 'Min', made, call.as('max', dtype));
  return made;
}

function where(call: Call): string {
  const { dtype } = call.result();
  return call.g.op('Where', [call.as('condition', 'bool'), call.as('self', dtype), call.as('other', dtype)]);
}

function maskedFill(call: Call): string {
  const { dtype } = call.result();
  return call.g.op('Where', [call.as('mask', 'bool'), call.as('value', dtype), call.as('self', dtype)]);
}

/** self + value · a ∘ b */
const added =
  (type: string): Converter =>
  (call) => {
    const { dtype } = call.result();
    const product = over(call, type, call.as('tensor1', dtype), call.as('tensor2', dtype));
    const value = call.number('value', 1);
    const scaled = value === 1 ? product : over(call, 'Mul', product, call.g.scalar(value, dtype));
    return over(call, 'Add', call.as('self', dtype), scaled);
  };

function lerp(call: Call): string {
  const { dtype } = call.result();
  const [start, end] = [call.as('self', dtype), call.as('end', dtype)];
  return over(call, 'Add', start, over(call, 'Mul', call.as('weight', dtype), over(call, 'Sub', end, start)));
}

function power(call: Call): string {
  const { dtype } = call.result();
  return over(call, 'Pow', call.as('self', dtype), call.as('exponent', dtype));
}

const same = ['Abs', 'Ceil', 'Floor', 'Neg', 'Exp', 'Log', 'Sqrt', 'Reciprocal', 'Erf', 'Sign', 'Round'];
const trigonometric = ['Sin', 'Cos', 'Tan', 'Asin', 'Acos', 'Atan', 'Sinh', 'Cosh', 'Asinh', 'Acosh', 'Atanh', 'Tanh'];

const simple: Converters = Object.fromEntries(
  [...same, ...trigonometric].map((type) => [`aten.${type.toLowerCase()}`, unary(type)]),
);

const isNan: Converter = (call) => call.g.op('IsNaN', [call.tensor('self')]);

export const elementwise: Converters = {
  ...simple,
  'aten.arcsin': unary('Asin'),
  'aten.arccos': unary('Acos'),
  'aten.arctan': unary('Atan'),
  'aten.negative': unary('Neg'),
  'aten.absolute': unary('Abs'),
  'aten.add': sum('Add'),
  'aten.sub': sum('Sub'),
  'aten.subtract': sum('Sub'),
  'aten.rsub': (call) => {
    const { dtype } = call.result();
    const alpha = call.g.scalar(call.number('alpha', 1), dtype);
    return over(call, 'Sub', call.as('other', dtype), over(call, 'Mul', call.as('self', dtype), alpha));
  },
  'aten.mul': binary('Mul'),
  'aten.multiply': binary('Mul'),
  'aten.div': divide,
  'aten.divide': divide,
  'aten.true_divide': binary('Div'),
  'aten.floor_divide': (call) => {
    const { dtype } = call.result();
    const [a, b] = [call.as('self', dtype), call.as('other', dtype)];
    return isFloat(dtype) ? call.g.op('Floor', [over(call, 'Div', a, b)]) : floorOfIntegers(call, a, b);
  },
  'aten.remainder': remainder,
  'aten.fmod': (call) => {
    const { dtype } = call.result();
    return call.g.op('Mod', [call.as('self', dtype), call.as('other', dtype)], { fmod: 1 });
  },
  'aten.pow': power,
  'aten.maximum': binary('Max'),
  'aten.minimum': binary('Min'),
  'aten.eq': comparison('Equal'),
  'aten.ne': comparison('Equal', true),
  'aten.lt': comparison('Less'),
  'aten.le': comparison('LessOrEqual'),
  'aten.gt': comparison('Greater'),
  'aten.ge': comparison('GreaterOrEqual'),
  'aten.logical_and': logical('And'),
  'aten.logical_or': logical('Or'),
  'aten.logical_xor': logical('Xor'),
  'aten.logical_not': (call) => call.g.op('Not', [call.as('self', 'bool')]),
  'aten.bitwise_and': bitwise('And', 'BitwiseAnd'),
  'aten.__and__': bitwise('And', 'BitwiseAnd'),
  'aten.bitwise_or': bitwise('Or', 'BitwiseOr'),
  'aten.__or__': bitwise('Or', 'BitwiseOr'),
  'aten.bitwise_xor': bitwise('Xor', 'BitwiseXor'),
  'aten.bitwise_not': (call) => call.g.op(call.result().dtype === 'bool' ? 'Not' : 'BitwiseNot', [call.tensor('self')]),
  'aten.where': where,
  'aten.masked_fill': maskedFill,
  'aten.clamp': clamp,
  'aten.clip': clamp,
  'aten.clamp_min': clamp,
  'aten.clamp_max': clamp,
  'aten.addcmul': added('Mul'),
  'aten.addcdiv': added('Div'),
  'aten.lerp': lerp,
  'aten.isnan': isNan,
  'aten.isinf': (call) => call.g.op('IsInf', [call.tensor('self')]),
  'aten.square': formula((call, x) => over(call, 'Mul', x, x)),
  'aten.rsqrt': formula((call, x) => call.g.op('Reciprocal', [call.g.op('Sqrt', [x])])),
  'aten.log1p': formula((call, x, n) => call.g.op('Log', [over(call, 'Add', x, n(1))])),
  'aten.expm1': formula((call, x, n) => over(call, 'Sub', call.g.op('Exp', [x]), n(1))),
  'aten.log2': formula((call, x, n) => over(call, 'Div', call.g.op('Log', [x]), n(Math.LN2))),
  'aten.log10': formula((call, x, n) => over(call, 'Div', call.g.op('Log', [x]), n(Math.LN10))),
  'aten.exp2': formula((call, x, n) => over(call, 'Pow', n(2), x)),
  'aten.trunc': formula((call, x) => truncated(call, x)),
  'aten.frac': formula((call, x) => over(call, 'Sub', x, truncated(call, x))),
  'aten.erfc': formula((call, x, n) => over(call, 'Sub', n(1), call.g.op('Erf', [x]))),
};
