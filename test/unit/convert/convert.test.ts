import * as torch from '../../../lib/index';

test('typed arrays hold values, and are the caller’s own', () => {
  const x = torch.tensor([1.5, 2]);
  const array = x.toTypedArray();
  expect(array).toEqual(new Float32Array([1.5, 2]));
  array[0] = 9;
  expect(x.tolist()).toEqual([1.5, 2]);
  expect(torch.tensor([1, 2]).toTypedArray()).toEqual(new BigInt64Array([1n, 2n]));
  expect(torch.tensor([1.5], { dtype: torch.bfloat16 }).toTypedArray()).toEqual(new Float32Array([1.5]));
  expect(torch.tensor([true]).toTypedArray()).toEqual(new Uint8Array([1]));
  expect(torch.tensor([new torch.Complex(1, 2)]).toTypedArray()).toEqual(new Float32Array([1, 2]));
  expect(torch.arange(6).view(2, 3).t().toTypedArray()).toEqual(BigInt64Array.from([0n, 3n, 1n, 4n, 2n, 5n]));
});

test('asTypedArray is the memory itself', () => {
  const x = torch.zeros(2);
  x.asTypedArray()[1] = 3;
  expect(x.tolist()).toEqual([0, 3]);
  expect(torch.ones(1, { dtype: torch.float16 }).asTypedArray()).toEqual(new Uint16Array([0x3c00]));
  expect(() => torch.ones(2, 3).t().asTypedArray()).toThrow(/contiguous/);
  expect(() => x.resize_([1000])).toThrow(/not resizable/);
});

test('nested arrays, one element, and JSON', () => {
  expect(torch.arange(4).view(2, 2).tolist()).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(torch.tensor(2n ** 60n).item()).toBe(2n ** 60n);
  expect(torch.tensor(new torch.Complex(1, -2)).item()).toEqual(new torch.Complex(1, -2));
  expect(JSON.stringify({ x: torch.tensor([[1.5], [2]]) })).toBe('{"x":[[1.5],[2]]}');
  expect(() => torch.ones(2).item()).toThrow(/2 elements cannot be converted to Scalar/);
});

test('iteration runs over the first dimension', () => {
  expect([...torch.arange(4).view(2, 2)].map((row) => row.tolist())).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(() => [...torch.tensor(1)]).toThrow(/without dimensions/);
});

describe('to', () => {
  const x = torch.ones(2);

  test('returns the same object if nothing changes', () => {
    expect(x.to(torch.float32)).toBe(x);
    expect(x.to('cpu')).toBe(x);
    expect(x.float()).toBe(x);
    expect(x.to({ dtype: torch.float32, copy: true })).not.toBe(x);
  });

  test('takes a dtype, a device, a tensor and options', () => {
    expect(x.to(torch.float64).dtype).toBe(torch.float64);
    expect(x.to('cpu', torch.int32).dtype).toBe(torch.int32);
    expect(x.to(torch.zeros(1, { dtype: torch.int8 })).dtype).toBe(torch.int8);
    expect(x.half().type()).toBe('torch.HalfTensor');
    expect(x.type(torch.bool).dtype).toBe(torch.bool);
  });

  test('refuses what it does not know', () => {
    expect(() => x.to({ dtyp: torch.float64 } as never)).toThrow(/unknown option 'dtyp'/);
    expect(() => x.to(5 as never)).toThrow(TypeError);
    expect(() => x.to('no-such-device' as never)).toThrow(/device/i);
  });
});

test('a disposed tensor has no elements', () => {
  const x = torch.ones(2);
  x.dispose();
  for (const use of [() => x.tolist(), () => x.toTypedArray(), () => x.asTypedArray(), () => x.item(), () => x.T]) {
    expect(use).toThrow(/disposed/);
  }
  expect(String(x)).toBe('Tensor(disposed)');
});

test('a Proxy of a tensor is not a tensor', () => {
  const proxy = new Proxy(torch.ones(2), {});
  expect(() => torch.add(torch.ones(2), proxy)).toThrow(TypeError);
  expect(torch.isTensor(proxy)).toBe(false);
});
