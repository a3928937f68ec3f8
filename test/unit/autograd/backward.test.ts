import * as torch from '../../../lib/index';
import { add, exp, leaf, mul, mul_, sqrt, sum, values, vector } from './helpers';

describe('autograd.backward', () => {
  test('adds the gradients of several tensors into the leaves', () => {
    const x = leaf([2, 3]);
    torch.autograd.backward([sum(mul(x, x)), sum(x)]);
    expect(values(x.grad)).toEqual([5, 7]);
  });

  test('takes gradients for tensors that are not scalars', () => {
    const x = leaf([2, 3]);
    torch.autograd.backward(mul(x, 2), { gradTensors: vector([1, 10]) });
    expect(values(x.grad)).toEqual([2, 20]);
  });

  test('accumulates into the named inputs only', () => {
    const [x, y] = [leaf([2]), leaf([5])];
    torch.autograd.backward(sum(mul(x, y)), { inputs: [x] });
    expect(values(x.grad)).toEqual([5]);
    expect(y.grad).toBeNull();
  });

  test('frees the graph unless it is retained', () => {
    const x = leaf([2]);
    const y = sum(exp(x));
    y.backward({ retainGraph: true });
    y.backward();
    expect(() => y.backward()).toThrow(/backward through the graph a second time/);
    expect(() => y.backward()).toThrow(expect.objectContaining({ code: 'ERR_TORCH_AUTOGRAD' }));
  });

  test('reports an in-place change that breaks the gradient', () => {
    const x = leaf([1, 2]);
    const y = exp(x);
    const z = sum(mul(y, y));
    mul_(y, 2);
    const failure = expect.objectContaining({
      name: 'TorchError',
      code: 'ERR_TORCH_AUTOGRAD',
      message: expect.stringMatching(/modified by an inplace operation.*is at version 1; expected version 0/),
    });
    expect(() => z.backward()).toThrow(failure);
  });

  test('explains wrong arguments', () => {
    const x = leaf([1, 2]);
    expect(() => torch.autograd.backward(mul(x, 2))).toThrow(/grad can be implicitly created only for scalar outputs/);
    expect(() => torch.autograd.backward([sum(x)], { gradTensors: [null, null] })).toThrow(
      'torch.autograd.backward: got 1 tensors and 2 gradients',
    );
    expect(() => torch.autograd.backward(1 as never)).toThrow("'tensors' should be a Tensor or an iterable of tensors");
    expect(() => torch.autograd.backward(sum(x), { inputs: [] })).toThrow('inputs must not be empty');
    expect(() => torch.autograd.backward(sum(vector([1])))).toThrow(/does not require grad/);
  });
});

describe('autograd.grad', () => {
  test('returns gradients and leaves grad alone', () => {
    const [x, y] = [leaf([2]), leaf([5])];
    const [dx, dy] = torch.autograd.grad(sum(mul(x, y)), [x, y]);
    expect([values(dx!), values(dy!)]).toEqual([[5], [2]]);
    expect(x.grad).toBeNull();
  });

  test('differentiates again', () => {
    const x = leaf([3]);
    const [first] = torch.autograd.grad(sum(mul(mul(x, x), x)), x, { createGraph: true });
    const [second] = torch.autograd.grad(sum(first), x);
    expect(values(first)).toEqual([27]);
    expect(values(second)).toEqual([18]);
  });

  test('says which input is unused, or gives null or zeros', () => {
    const [x, y] = [leaf([2]), leaf([5, 6])];
    const output = sum(x);
    expect(() => torch.autograd.grad(output, [x, y], { retainGraph: true })).toThrow(
      /appears to not have been used in the graph/,
    );
    const [, none] = torch.autograd.grad(output, [x, y], { allowUnused: true, retainGraph: true });
    expect(none).toBeNull();
    const [, zeros] = torch.autograd.grad(output, [x, y], { materializeGrads: true });
    expect(values(zeros)).toEqual([0, 0]);
  });
});

describe('modes', () => {
  test('noGrad, enableGrad and setGradEnabled last for the function', () => {
    const x = leaf([1]);
    expect(torch.noGrad(() => mul(x, 2).requiresGrad)).toBe(false);
    expect(torch.noGrad(() => torch.enableGrad(() => mul(x, 2).requiresGrad))).toBe(true);
    expect(torch.setGradEnabled(false, () => torch.isGradEnabled())).toBe(false);
    expect(torch.isGradEnabled()).toBe(true);
    expect(() =>
      torch.noGrad(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(torch.isGradEnabled()).toBe(true);
  });

  test('guards restore once', () => {
    const outer = torch.noGrad();
    const inner = torch.enableGrad();
    expect(torch.isGradEnabled()).toBe(true);
    inner.restore();
    expect(torch.isGradEnabled()).toBe(false);
    outer[Symbol.dispose]();
    outer.restore();
    expect(torch.isGradEnabled()).toBe(true);
  });

  test('refuse a promise, whose work would come after the mode', () => {
    for (const run of [torch.noGrad, torch.enableGrad, torch.inferenceMode]) {
      expect(() => run((async () => 1) as never)).toThrow(/is synchronous, and an async function/);
    }
    expect(torch.isGradEnabled()).toBe(true);
    expect(torch.isInferenceModeEnabled()).toBe(false);
  });

  test('inference mode makes inference tensors, which autograd refuses', () => {
    const x = leaf([1]);
    const y = torch.inferenceMode(() => add(x, 1));
    expect(y.isInference()).toBe(true);
    expect(() => mul(x, y)).toThrow(/Inference tensors cannot be saved for backward/);
    expect(torch.inferenceMode(false, () => torch.isInferenceModeEnabled())).toBe(false);
  });

  test('wrong arguments', () => {
    expect(() => torch.setGradEnabled(1 as never)).toThrow('expected a boolean');
    expect(() => torch.noGrad(3 as never)).toThrow('expected a function');
    expect(() => torch.inferenceMode(undefined as never)).toThrow('expected a function');
  });

  test('anomaly mode names the operator that made NaN', () => {
    const x = leaf([0]);
    const run = () => sum(mul(sqrt(x), 0)).backward();
    run();
    expect(values(x.grad)).toEqual([NaN]);
    expect(() => torch.autograd.detectAnomaly(run)).toThrow(
      expect.objectContaining({
        code: 'ERR_TORCH_AUTOGRAD',
        message: expect.stringContaining("Function 'SqrtBackward0' returned nan values in its 0th output."),
      }),
    );
    expect(torch.autograd.isAnomalyEnabled()).toBe(false);
    expect(() => torch.autograd.detectAnomaly(run, { checkNan: false })).not.toThrow();
  });
});

test('the gradient of an output that does not depend on the inputs is zeros', () => {
  const { vjp, jacobian } = torch.autograd.functional;
  const x = torch.ones([2]);
  const constant = (): torch.Tensor => torch.ones([1]);
  expect((vjp(constant, x, torch.ones([1]))[1] as torch.Tensor).tolist()).toEqual([0, 0]);
  expect((jacobian(constant, x) as torch.Tensor).tolist()).toEqual([[0, 0]]);
});
