import * as torch from '../../../lib/index';
import { float64 } from '../../../lib/tensor/dtype';
import type { Tensor } from '../../../lib/index';
import { exp, leaf, mul, mul_, neg, sin, sum, values, vector } from './helpers';

const { autograd } = torch;
type Context = torch.autograd.FunctionContext;

class Exp extends autograd.Function {
  static forward(context: Context, x: Tensor): Tensor {
    const result = exp(x);
    context.saveForBackward(result);
    return result;
  }
  static backward(context: Context, gradient: Tensor): Tensor {
    return mul(gradient, context.savedTensors[0]!);
  }
}

class Scale extends autograd.Function {
  static forward(context: Context, x: Tensor, factor: number): Tensor {
    context.data['factor'] = factor;
    return mul(x, factor);
  }
  static backward(context: Context, gradient: Tensor): [Tensor, null] {
    return [mul(gradient, context.data['factor'] as number), null];
  }
}

describe('autograd.Function', () => {
  test('uses its own backward', () => {
    const x = leaf([0, 0]);
    const y = Exp.apply(x);
    expect(y.gradFn?.name()).toBe('ExpBackward');
    sum(mul(y, 3)).backward();
    expect(values(x.grad)).toEqual([3, 3]);
  });

  test('takes values that are not tensors', () => {
    const x = leaf([1, 2]);
    sum(Scale.apply(x, 4)).backward();
    expect(values(x.grad)).toEqual([4, 4]);
  });

  test('can be differentiated twice', () => {
    const x = leaf([0.5, -1], float64);
    expect(autograd.gradcheck((v) => Exp.apply(v), [x])).toBe(true);
    expect(autograd.gradgradcheck((v) => Exp.apply(v), [x])).toBe(true);
  });

  test('records nothing without a gradient', () => {
    expect(Exp.apply(vector([1])).requiresGrad).toBe(false);
    expect(torch.noGrad(() => Exp.apply(leaf([1]))).requiresGrad).toBe(false);
  });

  test('several results, some of them without gradient', () => {
    class Split extends autograd.Function {
      static forward(context: Context, x: Tensor, y: Tensor): [Tensor, Tensor, string] {
        const sign = neg(x);
        context.markNonDifferentiable(sign);
        return [mul(x, y), sign, 'text'];
      }
      static backward(context: Context, product: Tensor, sign: Tensor): [Tensor | null, Tensor | null] {
        expect(values(sign)).toEqual([0]);
        expect(context.needsInputGrad).toEqual([true, false]);
        return [mul(product, 7), null];
      }
    }
    const x = leaf([2]);
    const [product, sign, text] = Split.apply(x, vector([3]));
    expect([product.requiresGrad, sign.requiresGrad, text]).toEqual([true, false, 'text']);
    sum(product).backward();
    expect(values(x.grad)).toEqual([7]);
  });

  test('an argument changed in place comes back as the same tensor', () => {
    class Double_ extends autograd.Function {
      static forward(context: Context, x: Tensor): Tensor {
        context.markDirty(x);
        return mul_(x, 2);
      }
      static backward(_context: Context, gradient: Tensor): Tensor {
        return mul(gradient, 2);
      }
    }
    const x = leaf([1]);
    const y = mul(x, 1);
    const z = Double_.apply(y);
    expect(z).toBe(y);
    expect(values(z)).toEqual([2]);
    sum(z).backward();
    expect(values(x.grad)).toEqual([2]);
    expect(() => Double_.apply(leaf([1]))).toThrow(/leaf Variable that requires grad/);
  });

  test('an argument that is returned is another tensor', () => {
    class Identity extends autograd.Function {
      static forward(_context: Context, x: Tensor): Tensor {
        return x;
      }
      static backward(_context: Context, gradient: Tensor): Tensor {
        return mul(gradient, 9);
      }
    }
    const x = leaf([1]);
    const y = Identity.apply(x);
    expect(y).not.toBe(x);
    sum(y).backward();
    expect(values(x.grad)).toEqual([9]);
  });

  test('results without a gradient come as null when not materialized', () => {
    class Two extends autograd.Function {
      static forward(context: Context, x: Tensor): [Tensor, Tensor] {
        context.setMaterializeGrads(false);
        return [mul(x, 2), mul(x, 3)];
      }
      static backward(_context: Context, first: Tensor | null, second: Tensor | null): Tensor | null {
        expect(second).toBeNull();
        return first;
      }
    }
    const x = leaf([1]);
    sum(Two.apply(x)[0]).backward();
    expect(values(x.grad)).toEqual([1]);
  });

  test('an error in backward arrives intact', () => {
    const failure = new RangeError('inside backward');
    class Fails extends autograd.Function {
      static forward(_context: Context, x: Tensor): Tensor {
        return mul(x, 2);
      }
      static backward(): Tensor {
        throw failure;
      }
    }
    let caught: unknown;
    try {
      sum(Fails.apply(leaf([1]))).backward();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(failure);
  });

  test('an error in forward leaves recording on', () => {
    class Fails extends autograd.Function {
      static forward(): Tensor {
        throw new Error('inside forward');
      }
      static backward(): null {
        return null;
      }
    }
    expect(() => Fails.apply()).toThrow('inside forward');
    expect(torch.isGradEnabled()).toBe(true);
  });

  test('counts and checks the gradients', () => {
    const define = (result: unknown) =>
      class Wrong extends autograd.Function {
        static forward(_context: Context, x: Tensor, y: number): Tensor {
          return mul(x, y);
        }
        static backward(): never {
          return result as never;
        }
      };
    const run = (result: unknown) => () => sum(define(result).apply(leaf([1, 1]), 2)).backward();
    expect(run([])).toThrow('function WrongBackward returned an incorrect number of gradients (expected 2, got 0)');
    expect(run(['text', null])).toThrow('expected a Tensor or null as gradient 0, got string');
    expect(run([null, vector([1])])).toThrow(/at position 1, but the corresponding forward input was not a Tensor/);
    expect(run([vector([1, 2, 3]), null])).toThrow(/returned an invalid gradient at index 0 - got \[3\] but expected/);
    expect(run([vector([1, 1]), null, null])).not.toThrow();
  });

  test('saved tensors are checked and freed', () => {
    const x = leaf([1]);
    const changed = Exp.apply(x);
    torch.noGrad(() => mul_(changed, 2));
    expect(() => sum(changed).backward()).toThrow(/modified by an inplace operation/);
    const twice = sum(Exp.apply(x));
    twice.backward();
    expect(() => twice.backward()).toThrow(/backward through the graph a second time/);
  });

  test('once differentiable', () => {
    class Once extends autograd.Function {
      static forward(context: Context, x: Tensor): Tensor {
        context.saveForBackward(x);
        return mul(x, x);
      }
      static backward = autograd.onceDifferentiable((context, gradient: Tensor) =>
        mul(mul(gradient, 2), context.savedTensors[0]!),
      );
    }
    const x = leaf([3]);
    const y = Once.apply(x);
    const [first] = autograd.grad(sum(mul(y, y)), x, { createGraph: true });
    expect(values(first)).toEqual([108]);
    expect(() => sum(first).backward()).toThrow(/differentiate twice .*@once_differentiable/);
  });

  test('context methods belong to forward', () => {
    let context!: Context;
    class Leaks extends autograd.Function {
      static forward(given: Context, x: Tensor): Tensor {
        context = given;
        return mul(x, 2);
      }
      static backward(_context: Context, gradient: Tensor): Tensor {
        return gradient;
      }
    }
    Leaks.apply(leaf([1]));
    expect(() => context.saveForBackward(vector([1]))).toThrow('saveForBackward can only be called in forward');
  });
});

describe('gradcheck', () => {
  test('finds a wrong derivative', () => {
    class Wrong extends autograd.Function {
      static forward(_context: Context, x: Tensor): Tensor {
        return sin(x);
      }
      static backward(_context: Context, gradient: Tensor): Tensor {
        return gradient;
      }
    }
    const x = leaf([0.5], float64);
    expect(() => autograd.gradcheck((v) => Wrong.apply(v), [x])).toThrow(/Jacobian mismatch for output 0/);
    expect(autograd.gradcheck((v) => Wrong.apply(v), [x], { raiseException: false })).toBe(false);
    expect(autograd.gradcheck((v) => sin(v), [x])).toBe(true);
    expect(() => autograd.gradcheck((v) => sin(v), [leaf([1])])).toThrow(/must be contiguous and float64/);
  });
});
