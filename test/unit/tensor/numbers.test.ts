/** JavaScript has one type of number: what becomes an integer, what a float, and what is refused. */
import * as torch from '../../../lib/index';

const ints = torch.tensor([1, 2]);
const floats = torch.tensor([1.5, 2]);

describe('whole numbers from 2^53 on', () => {
  test.each([2 ** 53, 2 ** 53 + 2, -(2 ** 60), 2 ** 62])('%d is an exact int64', (value) => {
    expect(torch.tensor([value]).dtype).toBe(torch.int64);
    expect(torch.tensor([value]).item()).toBe(BigInt(value));
    expect(torch.full([1], value).item()).toBe(BigInt(value));
    expect(torch.tensor([0]).add(value).item()).toBe(BigInt(value));
    expect(torch.where(torch.tensor([true]), value, 0).item()).toBe(BigInt(value));
    expect(torch.tensor([0]).fill_(value).item()).toBe(BigInt(value));
  });

  test('arange and floorDivide compute with them', () => {
    expect(torch.arange(2 ** 53, 2 ** 53 + 3, 2).tolist()).toEqual([2n ** 53n, 2n ** 53n + 2n]);
    expect(
      torch
        .tensor([2 ** 60])
        .floorDivide(2 ** 59)
        .tolist(),
    ).toEqual([2]);
  });

  test('a float tensor keeps its dtype beside them', () => {
    expect(floats.mul(2 ** 60).dtype).toBe(torch.float32);
    expect(
      torch
        .tensor([1], { dtype: torch.float64 })
        .add(2 ** 60)
        .item(),
    ).toBe(2 ** 60);
  });

  test('beyond int64 an array is refused, with a dtype it is taken', () => {
    for (const value of [2 ** 63, 1e20, -1e30]) {
      expect(() => torch.tensor([value])).toThrow(torch.TorchValueError);
      expect(() => torch.tensor(value)).toThrow(/beyond int64: give a dtype.*bigint/);
      expect(torch.tensor([value], { dtype: torch.float64 }).item()).toBe(value);
    }
    expect(torch.tensor([-(2 ** 63)]).item()).toBe(-(2n ** 63n));
    expect(torch.tensor([2n ** 63n], { dtype: torch.uint64 }).item()).toBe(2n ** 63n);
  });

  test("an operator takes a number beyond int64 as Python's 1e20", () => {
    expect(ints.mul(1e20).dtype).toBe(torch.float32);
    expect(torch.full([1], 1e20).dtype).toBe(torch.float32);
  });

  test('an integer argument names bigint', () => {
    expect(() => torch.zeros([2 ** 60])).toThrow(/bigint/);
  });
});

describe('-0', () => {
  test('is 0 among integers', () => {
    const results = [
      torch.tensor([-0, 1]),
      torch.tensor(-0),
      torch.full([1], -0),
      torch.arange(-0, 3),
      ints.add(-0),
      ints.mul(-0),
      torch.where(ints.gt(1), -0, 1),
      ints.maskedFill(ints.gt(1), -0),
      ints.clamp({ min: -0 }),
    ];
    for (const result of results) expect(result.dtype).toBe(torch.int64);
  });

  const isNegative = (x: torch.Tensor): boolean => Object.is(x.flatten().index(0).item(), -0);

  test('keeps its sign among floats', () => {
    expect(isNegative(floats.mul(-0))).toBe(true);
    expect(isNegative(torch.full([1], -0, { dtype: torch.float32 }))).toBe(true);
    expect(isNegative(torch.tensor([-0, 0.5]))).toBe(true);
    expect(isNegative(torch.tensor([-0], { dtype: torch.float32 }))).toBe(true);
    expect(isNegative(torch.zeros([1]).fill_(-0))).toBe(true);
    expect(isNegative(torch.where(torch.tensor([true]), -0, 0.5))).toBe(true);
    expect(isNegative(torch.zeros([1]).setItem(0, -0))).toBe(true);
    expect(torch.tensor([1]).setItem(0, -0).item()).toBe(0);
  });
});

test('arrays without end are refused before the heap is full', () => {
  expect(() => torch.empty([2 ** 31, 0]).tolist()).toThrow(/makes 2147483649 arrays, more than the heap/);
  expect(() => torch.empty([2 ** 20, 2 ** 20, 0]).toJSON()).toThrow(torch.TorchValueError);
  expect(torch.empty([3, 0]).tolist()).toEqual([[], [], []]);
  expect(torch.empty([0, 2 ** 40]).tolist()).toEqual([]);
});
