import { Complex } from '../../lib/index';
import { native } from '../../lib/native/binding';
import { type Tensor, wrap } from '../../lib/ops/tensor-methods';
import { bitDifference, expectBitEqual, runPython } from '../support/python';

const echo = (value: unknown): unknown => runPython('output = input', value);

function floats(values: number[]): Tensor {
  return wrap(native.fromBytes(new Float32Array(values).buffer, 0, values.length * 4, 6, [values.length]));
}

test('values pass to Python and back exactly', () => {
  const values = {
    special: [NaN, Infinity, -Infinity, -0, 0.1, 5e-324, 1.7976931348623157e308],
    integer: [2 ** 53 - 1, 2n ** 63n - 1n],
    complex: new Complex(-0, 1.5),
    bytes: new Uint8Array([0, 255]),
    nested: { list: [[null], 'text', true] },
  };
  expect(echo(values)).toEqual(values);
});

test('tensors pass bit for bit, and a difference names its place', () => {
  const x = floats([1, -0, NaN, 1e-45]);
  expectBitEqual(echo(x) as Tensor, x);
  const scalar = runPython<Tensor>('output = torch.tensor(2.5, dtype=torch.bfloat16)');
  expect([scalar.dtype.name, scalar.shape]).toEqual(['bfloat16', []]);
  expect(bitDifference(floats([1, 2]), floats([1, 3]))).toMatch(/element 1 of 2 .*\(2, Python's 3\)/);
  expect(bitDifference(floats([0]), floats([-0]))).toMatch(/element 0/);
});

test('what Python raises reaches the test', () => {
  expect(() => runPython('torch.ones(2, 3) @ torch.ones(2, 3)')).toThrow(/mat1 and mat2 shapes/);
});
