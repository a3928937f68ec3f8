import type { Call, Converter, Converters } from '../call';

/** Products of matrices. */

const add = (call: Call, a: string, b: string): string => call.g.op('Add', [a, b]);
const matmul = (call: Call, a: string, b: string): string => call.g.op('MatMul', [a, b]);

function linear(call: Call): string {
  const { rank } = call.meta('weight');
  const weight = rank === 2 ? call.g.transpose(call.tensor('weight'), [1, 0]) : call.tensor('weight');
  const product = matmul(call, call.tensor('input'), weight);
  const bias = call.maybe('bias');
  return bias === null ? product : add(call, product, bias);
}

/** beta · self + alpha · a · b */
const addProduct =
  (a: string, b: string): Converter =>
  (call) => {
    const { dtype } = call.result();
    const scaled = (value: string, by: string): string => {
      const factor = call.number(by, 1);
      return factor === 1 ? value : call.g.op('Mul', [value, call.g.scalar(factor, dtype)]);
    };
    const product = matmul(call, call.tensor(a), call.tensor(b));
    return add(call, scaled(call.tensor('self'), 'beta'), scaled(product, 'alpha'));
  };

function outer(call: Call): string {
  const { g } = call;
  const other = call.has('vec2') ? call.tensor('vec2') : call.tensor('other');
  return g.op('Mul', [g.unsqueeze(call.tensor('self'), 1), g.unsqueeze(other, 0)]);
}

function einsum(call: Call): string {
  const equation = call.text('equation', '').replace(/\s/g, '');
  return call.g.op('Einsum', call.tensors('tensors'), { equation });
}

function bilinear(call: Call): string {
  const { g } = call;
  const [a, weight, b] = [call.tensor('input1'), call.tensor('weight'), call.tensor('input2')];
  const made = g.op('Einsum', [a, weight, b], { equation: '...i,oij,...j->...o' });
  const bias = call.maybe('bias');
  return bias === null ? made : add(call, made, bias);
}

const product =
  (other: string): Converter =>
  (call) =>
    matmul(call, call.tensor('self'), call.tensor(other));

export const linearAlgebra: Converters = {
  'aten.linear': linear,
  'aten.matmul': product('other'),
  'aten.linalg_matmul': product('other'),
  'aten.mm': product('mat2'),
  'aten.bmm': product('mat2'),
  'aten.mv': product('vec'),
  'aten.dot': product('tensor'),
  'aten.addmm': addProduct('mat1', 'mat2'),
  'aten.baddbmm': addProduct('batch1', 'batch2'),
  'aten.addmv': addProduct('mat', 'vec'),
  'aten.outer': outer,
  'aten.ger': outer,
  'aten.einsum': einsum,
  'aten.bilinear': bilinear,
};
