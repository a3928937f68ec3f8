import * as torch from '../../../lib/index';
import { exp, leaf, mul, sum, values, vector } from './helpers';

describe('Tensor.registerHook', () => {
  test('sees the gradient and may replace it', () => {
    const x = leaf([1, 2]);
    const seen: number[][] = [];
    x.registerHook((gradient) => void seen.push(values(gradient)));
    x.registerHook((gradient) => mul(gradient, 10));
    x.registerHook((gradient) => void seen.push(values(gradient)));
    sum(mul(x, 3)).backward();
    expect(seen).toEqual([[3, 3], [30, 30]]); // prettier-ignore
    expect(values(x.grad)).toEqual([30, 30]);
  });

  test('works on intermediate tensors', () => {
    const x = leaf([1, 2]);
    const y = mul(x, 2);
    y.registerHook((gradient) => mul(gradient, 5));
    sum(mul(y, 3)).backward();
    expect(values(x.grad)).toEqual([30, 30]);
  });

  test('is removed by remove() and by using', () => {
    const x = leaf([1]);
    let calls = 0;
    const handle = x.registerHook(() => void calls++);
    const other = x.registerHook(() => void calls++);
    sum(x).backward();
    handle.remove();
    handle.remove();
    other[Symbol.dispose]();
    sum(x).backward();
    expect(calls).toBe(2);
  });

  test('may call backward itself', () => {
    const [x, y] = [leaf([1]), leaf([2])];
    x.registerHook(() => torch.enableGrad(() => sum(mul(y, y)).backward()));
    sum(x).backward();
    expect(values(y.grad)).toEqual([4]);
  });

  test('nests as deep as JavaScript does, where libtorch moves to other threads', () => {
    const x = leaf([1]);
    let depth = 0;
    x.registerHook(() => {
      if (++depth < 80) torch.enableGrad(() => sum(mul(x, 2)).backward());
    });
    sum(x).backward();
    expect(depth).toBe(80);
    expect(values(x.grad)).toEqual([159]);
  });

  test.each([
    ['an error', new Error('from the hook')],
    ['a string', 'thrown'],
    ['undefined', undefined],
  ])('what it throws arrives at the caller: %s', (_, thrown) => {
    const x = leaf([1]);
    x.registerHook(() => {
      throw thrown;
    });
    let caught: unknown = 'nothing';
    try {
      sum(x).backward();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
  });

  test('refuses wrong results and tensors without gradient', () => {
    const x = leaf([1, 2]);
    expect(() => vector([1]).registerHook(() => undefined)).toThrow(/doesn't require gradient/);
    expect(() => x.registerHook('no' as never)).toThrow('Tensor.registerHook: expected a function');
    const handle = x.registerHook(() => 3 as never);
    expect(() => sum(x).backward()).toThrow('a tensor hook must return a Tensor, or nothing');
    handle.remove();
    x.registerHook(() => vector([1]));
    expect(() => sum(x).backward()).toThrow(/has changed the size of value/);
  });

  test('disposing the gradient inside is harmless', () => {
    const x = leaf([1, 2]);
    x.registerHook((gradient) => gradient.dispose());
    sum(x).backward();
    expect(values(x.grad)).toEqual([1, 1]);
  });
});

describe('Tensor.registerPostAccumulateGradHook', () => {
  test('runs after the gradient is in place', () => {
    const x = leaf([1, 2]);
    const seen: number[][] = [];
    const handle = x.registerPostAccumulateGradHook((tensor) => {
      seen.push(values(tensor.grad));
      tensor.grad = null;
    });
    sum(mul(x, 3)).backward();
    sum(mul(x, 4)).backward();
    handle.remove();
    sum(mul(x, 5)).backward();
    expect(seen).toEqual([[3, 3], [4, 4]]); // prettier-ignore
    expect(values(x.grad)).toEqual([5, 5]);
  });

  test('several run in order, on leaves only', () => {
    const x = leaf([1]);
    const order: number[] = [];
    x.registerPostAccumulateGradHook(() => void order.push(1));
    x.registerPostAccumulateGradHook(() => void order.push(2));
    sum(x).backward();
    expect(order).toEqual([1, 2]);
    expect(() => exp(x).registerPostAccumulateGradHook(() => undefined)).toThrow(/cannot be registered on non-leaf/);
  });
});

test('hooks are let go with their graphs', () => {
  const before = torch.memory().tensors;
  torch.scope(() => {
    for (let i = 0; i < 100; i++) {
      const x = leaf([1]);
      x.registerHook((gradient) => mul(gradient, 2));
      sum(x).backward();
      x.grad?.dispose();
    }
  });
  expect(torch.memory().tensors).toBe(before);
});
