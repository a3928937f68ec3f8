/** Elements of nested arrays: each is read once, whatever stands beside it, and typed arrays may be the innermost. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const facts = (tensor: Tensor): unknown => [tensor.dtype.name, tensor.shape, tensor.tolist()];

test('each element is read once, in order, also where a row changes from numbers to others', () => {
  const seen: string[] = [];
  const row = (name: string, items: unknown[]): unknown[] =>
    new Proxy(items, {
      get: (target, key, receiver): unknown => {
        if (typeof key === 'string' && /^\d+$/.test(key)) seen.push(`${name}${key}`);
        return Reflect.get(target, key, receiver);
      },
    });
  const data = [row('a', [1, 2, 3n]), row('b', [4, true, 6])] as never;
  expect(facts(torch.tensor(data))).toEqual([
    'int64',
    [2, 3],
    [
      [1, 2, 3],
      [4, 1, 6],
    ],
  ]);
  // The first one of `a` is looked at before, for the shape.
  expect(seen).toEqual(['a0', 'a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
});

test.each([
  ['numbers, then a bigint', [1, 2, 2n ** 60n], ['int64', [3], [1, 2, 2n ** 60n]]],
  ['numbers, then a boolean', [[0.5], [true]], ['float32', [2, 1], [[0.5], [1]]]],
  ['a boolean, then numbers', [false, 2], ['int64', [2], [0, 2]]],
  ['not a number and infinities', [NaN, Infinity, -Infinity], ['float32', [3], [NaN, Infinity, -Infinity]]],
  ['nothing', [[], []], ['float32', [2, 0], [[], []]]],
  ['one number', 3, ['int64', [], 3]],
  ['minus zero', [-0], ['int64', [1], [0]]],
  ['the largest exact number', [2 ** 53 - 1], ['int64', [1], [2 ** 53 - 1]]],
  ['beyond the exact ones', [2 ** 53 + 2, -(2 ** 62)], ['int64', [2], [BigInt(2 ** 53 + 2), -(2n ** 62n)]]],
])('%s', (_, data, expected) => {
  expect(facts(torch.tensor(data as never))).toEqual(expected);
});

test('minus zero, not a number and fractions keep their bits as floats, and become integers where asked to', () => {
  expect(Object.is((torch.tensor([-0, 1.5]).tolist() as number[])[0], -0)).toBe(true);
  expect(facts(torch.tensor([-0, 1.9, -1.9], { dtype: torch.int64 }))).toEqual(['int64', [3], [0, 1, -1]]);
  expect(facts(torch.tensor([0, -0, NaN, 0.1], { dtype: torch.bool }))).toEqual([
    'bool',
    [4],
    [false, false, true, true],
  ]);
  expect(facts(torch.tensor([-1, 255], { dtype: torch.uint8 }))).toEqual(['uint8', [2], [255, 255]]);
  expect(facts(torch.tensor([0.1], { dtype: torch.float64 }))).toEqual(['float64', [1], [0.1]]);
  for (const dtype of [torch.int64, torch.int8, torch.uint8, torch.uint64]) {
    expect(() => torch.tensor([1, NaN], { dtype })).toThrow(
      `NaN cannot be converted to ${dtype.name} without overflow`,
    );
  }
  expect(() => torch.tensor([[1], [300]], { dtype: torch.int8 })).toThrow('300 cannot be converted to int8');
  expect(() => torch.tensor([1, 1e30])).toThrow('1e+30 is a whole number beyond int64');
});

test('typed arrays as rows', () => {
  const f32 = new Float32Array([0.5, 1]);
  expect(facts(torch.tensor([f32, f32]))).toEqual([
    'float32',
    [2, 2],
    [
      [0.5, 1],
      [0.5, 1],
    ],
  ]);
  expect(facts(torch.tensor([[f32], [[1, 2]]]))).toEqual(['float32', [2, 1, 2], [[[0.5, 1]], [[1, 2]]]]);
  expect(facts(torch.tensor([new Uint8Array([1]), new Int16Array([-2])]))).toEqual(['int16', [2, 1], [[1], [-2]]]);
  expect(facts(torch.tensor([new Int32Array([1, 2]), [0.5, 1]]))).toEqual([
    'float32',
    [2, 2],
    [
      [1, 2],
      [0.5, 1],
    ],
  ]);
  expect(facts(torch.tensor([[1, 2], f32]))).toEqual([
    'float32',
    [2, 2],
    [
      [1, 2],
      [0.5, 1],
    ],
  ]);
  expect(facts(torch.tensor([new BigInt64Array([2n ** 60n]), [1]]))).toEqual(['int64', [2, 1], [[2n ** 60n], [1]]]);
  expect(facts(torch.tensor([f32, new Float64Array([0.1, 2])]))).toEqual([
    'float64',
    [2, 2],
    [
      [0.5, 1],
      [0.1, 2],
    ],
  ]);
  expect(facts(torch.tensor([f32], { dtype: torch.int64 }))).toEqual(['int64', [1, 2], [[0, 1]]]);
  expect(facts(torch.tensor([Buffer.from([7])]))).toEqual(['uint8', [1, 1], [[7]]]);
  expect(() => torch.tensor([f32, new Float32Array(3)])).toThrow(
    'a ragged array: expected an array of 2 at [1], as its first neighbors have, got a Float32Array of 3',
  );
  expect(() => torch.tensor([1, f32] as never)).toThrow('expected a number at [1]');
  expect(() => torch.tensor([[[1]], f32] as never)).toThrow('ragged');
  expect(() => torch.tensor([new DataView(new ArrayBuffer(2))] as never)).toThrow(
    'expected a number at [0], got a DataView',
  );
});

test('typed rows promote without regard to the default dtype', () => {
  torch.setDefaultDtype(torch.float64);
  try {
    expect(torch.tensor([new Float32Array([0.5]), [1]]).dtype).toBe(torch.float32);
    expect(torch.tensor([new Float32Array([0.5]), [1.5]]).dtype).toBe(torch.float64);
  } finally {
    torch.setDefaultDtype(torch.float32);
  }
});

test('a ragged array is refused wherever it is, and its place is told', () => {
  const rows: unknown[] = Array.from({ length: 1000 }, (_, i) => [i, i]);
  rows[700] = [1, 2, 3];
  expect(() => torch.tensor(rows as never)).toThrow('expected an array of 2 at [700]');
  rows[700] = [1, 'x'];
  expect(() => torch.tensor(rows as never)).toThrow('expected a number at [700][1], got the string x');
  rows[700] = [1, [2]];
  expect(() => torch.tensor(rows as never)).toThrow('expected a number at [700][1]');
  // eslint-disable-next-line no-sparse-arrays -- that is what is tested
  rows[700] = [1, ,];
  expect(() => torch.tensor(rows as never)).toThrow('expected a number at [700][1], got undefined');
  // A first row that claims much makes no room for it.
  expect(() => torch.tensor([Array.from({ length: 1e5 }, () => 1), ...Array.from({ length: 1e5 }, () => [])])).toThrow(
    'expected an array of 100000 at [1]',
  );
});

test('lists of every kind of element', () => {
  const wide = torch.tensor([
    [2n ** 53n, -1n],
    [-(2n ** 63n), 5n],
  ]);
  expect(wide.tolist()).toEqual([
    [2n ** 53n, -1],
    [-(2n ** 63n), 5],
  ]);
  expect(torch.tensor([2n ** 64n - 1n, 3n], { dtype: torch.uint64 }).tolist()).toEqual([2n ** 64n - 1n, 3]);
  expect(torch.tensor([[true], [false]]).tolist()).toEqual([[true], [false]]);
  expect(torch.zeros([2, 0, 3]).tolist()).toEqual([[], []]);
  expect(torch.tensor(5n).tolist()).toBe(5);
  expect(torch.tensor([-(2 ** 40), -1, 2 ** 33 + 1]).tolist()).toEqual([-(2 ** 40), -1, 2 ** 33 + 1]);
  expect(JSON.stringify(torch.tensor([[1.5, NaN]]).tolist())).toBe('[[1.5,null]]');
});
