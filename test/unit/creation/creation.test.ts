import * as torch from '../../../lib/index';
import type { DType, TensorData } from '../../../lib/index';

describe('the dtype that is inferred', () => {
  const cases: [string, TensorData, DType][] = [
    ['whole numbers', [1, 2], torch.int64],
    ['a fraction', [1, 2.5], torch.float32],
    ['NaN', [NaN], torch.float32],
    ['negative zero', [-0, 1], torch.int64],
    ['beyond 2^53', [2 ** 53, -(2 ** 60)], torch.int64],
    ['beyond int64 beside a fraction', [1e20, 0.5], torch.float32],
    ['bigint', [1n], torch.int64],
    ['booleans', [true, false], torch.bool],
    ['booleans and whole numbers', [true, 2], torch.int64],
    ['a complex number', [1, new torch.Complex(0, 1)], torch.complex64],
    ['nothing', [], torch.float32],
    ['a typed array', new Uint16Array(2), torch.uint16],
  ];
  test.each(cases)('of %s', (_, data, dtype) => {
    expect(torch.tensor(data).dtype).toBe(dtype);
  });

  test('a fraction takes the default dtype', () => {
    torch.setDefaultDtype(torch.float64);
    try {
      expect(torch.tensor([0.1]).item()).toBe(0.1);
      expect(torch.tensor([new torch.Complex(0, 1)]).dtype).toBe(torch.complex128);
    } finally {
      torch.setDefaultDtype(torch.float32);
    }
  });
});

describe('elements', () => {
  test('int64 is exact', () => {
    const values = [-5, 2 ** 52, -(2 ** 52) - 3, 0, -1];
    expect(torch.tensor(values).tolist()).toEqual(values);
    expect(torch.tensor([2n ** 63n - 1n, -(2n ** 63n)]).tolist()).toEqual([2n ** 63n - 1n, -(2n ** 63n)]);
  });

  test('what does not fit is a TorchValueError', () => {
    expect(() => torch.tensor([2n ** 63n])).toThrow(torch.TorchValueError);
    expect(() => torch.tensor([300], { dtype: torch.uint8 })).toThrow(/300 cannot be converted to uint8/);
    expect(() => torch.tensor([NaN], { dtype: torch.int32 })).toThrow(torch.TorchValueError);
    expect(() => torch.tensor([-1], { dtype: torch.uint64 })).toThrow(torch.TorchValueError);
    expect(() => torch.tensor([new torch.Complex(1, 1)], { dtype: torch.float32 })).toThrow(TypeError);
  });

  test('integers are truncated, and wrap in unsigned ones, as in Python', () => {
    expect(torch.tensor([1.7, -1.7], { dtype: torch.int32 }).tolist()).toEqual([1, -1]);
    expect(torch.tensor([-1], { dtype: torch.uint8 }).item()).toBe(255);
    expect(torch.tensor([2, 0.5, 0, NaN], { dtype: torch.bool }).tolist()).toEqual([true, true, false, true]);
  });

  test('half precision rounds once from float32', () => {
    expect(torch.tensor([0.1, 70000], { dtype: torch.float16 }).tolist()).toEqual([0.0999755859375, Infinity]);
  });

  test('tensors of one element are elements', () => {
    expect(torch.tensor([torch.tensor(2.5), 1]).tolist()).toEqual([2.5, 1]);
  });
});

describe('shapes', () => {
  test('empty arrays count', () => {
    expect(torch.tensor([[], []]).shape).toEqual([2, 0]);
    expect(torch.tensor(1).shape).toEqual([]);
  });

  test.each([
    [[[1, 2], [3]], /ragged.*expected an array of 2 at \[1\].*got an array of 1/],
    [[[1, 2], 3], /ragged.*at \[1\].*got the number 3/],
    [[1, [3]], /ragged.*expected a number at \[1\]/],
    [[[1], [[2]]], /ragged.*expected a number at \[1\]\[0\]/],
  ])('a ragged array %j names its place', (data, message) => {
    expect(() => torch.tensor(data as never)).toThrow(message);
    expect(() => torch.tensor(data as never)).toThrow(TypeError);
  });

  test('a value that is not a number is refused', () => {
    expect(() => torch.tensor(['a'] as never)).toThrow(/expected a number at \[0\], got the string a/);
    expect(() => torch.tensor([null] as never)).toThrow(/got null/);
    expect(() => torch.tensor(undefined as never)).toThrow(TypeError);
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => torch.tensor(loop as never)).toThrow(/deeper than 64/);
  });

  test('a slip in an option is named', () => {
    expect(() => torch.tensor([1], { dType: torch.int8 } as never)).toThrow(/unknown option 'dType'/);
    expect(() => torch.tensor([1], { dtype: 'int8' } as never)).toThrow(/'dtype' should be a dtype, got 'int8'/);
  });
});

describe('shared memory', () => {
  test('a change on either side is seen on the other', () => {
    const array = new Float32Array([1, 2, 3, 4]);
    const x = torch.fromTypedArray(array, { shape: [2, 2] });
    array[0] = 9;
    x.setItem([1, 1], 7);
    expect([x.index(0, 0).item(), array[3]]).toEqual([9, 7]);
    expect(torch.asTensor(array).dataPtr()).toBe(x.dataPtr());
  });

  test('torch.tensor copies', () => {
    const array = new Int32Array([1]);
    const x = torch.tensor(array);
    array[0] = 5;
    expect(x.item()).toBe(1);
  });

  test('bytes are read with an offset and a count', () => {
    const bytes = Buffer.from([1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]);
    expect(torch.frombuffer(bytes, { dtype: torch.int32, offset: 4, count: 1 }).tolist()).toEqual([2]);
    expect(() => torch.frombuffer(bytes, { dtype: torch.int64 })).toThrow(torch.TorchValueError);
    expect(() => torch.frombuffer(bytes, { dtype: torch.int32, offset: 99 })).toThrow(/lies outside/);
  });

  test('memory that may move is refused', () => {
    expect(() => torch.asTensor(new Uint8Array(new SharedArrayBuffer(4)))).toThrow(/SharedArrayBuffer/);
    expect(() => torch.fromTypedArray(new Uint8Array(3), { dtype: torch.float32 })).toThrow();
    const array = new Uint8Array(8);
    torch.fromTypedArray(array);
    try {
      structuredClone(array.buffer, { transfer: [array.buffer] });
    } catch {
      // Node 21 and later refuse; Node 20 copies.
    }
    expect(array).toHaveLength(8);
  });
});
