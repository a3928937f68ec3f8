import * as torch from '../../../lib/index';
import { native } from '../../../lib/native/binding';
import { operatorOf } from '../../../lib/ops/dispatch/operator';
import { type Overload, frontOf, overloadsOf } from '../../../lib/ops/dispatch/overload';

const x = torch.ones([2, 3]);
const sum = operatorOf('aten::sum');
const item = (value: unknown): unknown => (value as torch.Tensor).item();
const shape = (value: unknown): unknown => (value as torch.Tensor).shape;

test('positional and keyword arguments mean the same', () => {
  expect(shape(sum.call([x, 1, true]))).toEqual([2, 1]);
  expect(shape(sum.call([x, { dim: 1, keepdim: true }]))).toEqual([2, 1]);
  expect(shape(sum.call([{ input: x, dim: [0, 1] }]))).toEqual([]);
  expect(item(sum.call([x, undefined]))).toBe(6);
});

test('numbers fill the last int list', () => {
  expect(shape(operatorOf('aten::view').call([x, 3, 2]))).toEqual([3, 2]);
  expect(shape(operatorOf('aten::zeros').call([4n, 1]))).toEqual([4, 1]);
});

test('an in-place form and out return the object that was written to', () => {
  const out = torch.zeros([2, 3]);
  const { tensors } = torch.memory();
  expect(operatorOf('aten::add_').call([out, x])).toBe(out);
  expect(operatorOf('aten::add').call([x, x, { out }])).toBe(out);
  expect(torch.memory().tensors).toBe(tensors);
  expect(out.sum().item()).toBe(12);
});

test('several results are a tuple, several outs come back', () => {
  const max = operatorOf('aten::max');
  const [values, indices] = max.call([x, 0]) as torch.Tensor[];
  expect([values?.dtype, indices?.dtype]).toEqual([torch.float32, torch.int64]);
  const outs = [torch.zeros([3]), torch.zeros([3], { dtype: torch.int64 })];
  const results = max.call([x, 0, { out: outs }]) as torch.Tensor[];
  expect(results.map((result, i) => result === outs[i])).toEqual([true, true]);
  expect(outs[0]?.sum().item()).toBe(3);
});

test('an integral number is an int, a fraction a float', () => {
  const ints = torch.ones([2], { dtype: torch.int64 });
  expect((operatorOf('aten::mul').call([ints, 2]) as torch.Tensor).dtype).toBe(torch.int64);
  expect((operatorOf('aten::mul').call([ints, 2.5]) as torch.Tensor).dtype).toBe(torch.float32);
  expect((operatorOf('aten::mul').call([ints, torch.complexNumber(0, 1)]) as torch.Tensor).dtype).toBe(torch.complex64);
});

test('int64 is exact or refused', () => {
  const full = operatorOf('aten::full');
  expect(item(full.call([[], 2n ** 62n, { dtype: torch.int64 }]))).toBe(2n ** 62n);
  expect(() => full.call([[], 2n ** 63n, { dtype: torch.int64 }])).toThrow(/from -2\^63 to 2\^63 - 1/);
  expect(() => operatorOf('aten::zeros').call([[2 ** 53]])).toThrow(/beyond 2\^53|bigint/);
  expect(() => operatorOf('aten::zeros').call([[1.5]])).toThrow(TypeError);
});

describe('what does not fit', () => {
  const failure = (call: () => unknown): Error => {
    try {
      call();
    } catch (error) {
      return error as Error;
    }
    throw new Error('the call succeeded');
  };

  test('a wrong type names the argument and the schemas', () => {
    const error = failure(() => operatorOf('aten::add').call([x, 'one']));
    expect(error.name).toBe('TypeError');
    expect(error.message).toMatch(/argument 'other' must be Tensor or number, got string/);
    expect(error.message).toMatch(/aten::add\.Tensor\(Tensor self, Tensor other/);
  });

  test('a misspelt keyword finds its name', () => {
    expect(failure(() => sum.call([x, { keepdin: true }])).message).toMatch(/did you mean 'keepdim'/);
  });

  test('a value given twice', () => {
    expect(failure(() => sum.call([x, 0, { dim: 1 }])).message).toMatch(/several values for argument 'dim'/);
  });

  test('shapes that do not broadcast are a TorchError with schema and inputs', () => {
    const error = failure(() => operatorOf('aten::add').call([x, torch.ones([5, 7])])) as torch.TorchError;
    expect(error).toBeInstanceOf(torch.TorchError);
    expect(error.operator).toBe('aten::add');
    expect(error.inputs).toEqual({ self: 'Float[2, 3] cpu', other: 'Float[5, 7] cpu' });
    expect(error.message).toMatch(/size of tensor a \(3\) must match the size of tensor b \(7\)/);
    expect(error.message).not.toMatch(/Exception raised from/);
  });

  test('a Proxy of a tensor, an object that looks like one, a tensor’s handle', () => {
    for (const stranger of [new Proxy(x, {}), Object.create(torch.Tensor.prototype), { handle: 1 }]) {
      expect(failure(() => operatorOf('aten::add').call([x, stranger])).name).toBe('TypeError');
    }
  });

  test('an operator that does not exist', () => {
    expect(failure(() => operatorOf('aten::no_such_operator').call([])).message).toMatch(/no operator/);
  });
});

test('tensors are not made by new', () => {
  const Class = torch.Tensor as unknown as new (key: symbol, handle: number) => torch.Tensor;
  expect(() => new Class(Symbol('Tensor'), 1)).toThrow(/torch\.tensor/);
});

test('what calls without `out` try is how all overloads begin, for every operator of ATen', () => {
  const names = [...new Set(native.operatorNames().map(([name]) => name))].filter((name) => name.startsWith('aten::'));
  const overloads = (list: readonly Overload[]): string[] => list.map(({ schema }) => schema.overload);
  const differing = names.flatMap((name) => {
    const plain = overloads(overloadsOf(name).filter(({ out }) => out.length === 0));
    const front = overloads(frontOf(name) ?? []);
    return front.join() === plain.join() ? [] : [`${name}: ${front.join()} instead of ${plain.join()}`];
  });
  expect(names.length).toBeGreaterThan(1500);
  expect(differing).toEqual([]);
});
