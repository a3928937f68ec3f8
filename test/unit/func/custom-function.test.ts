import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const { func } = torch;
type Context = torch.autograd.FunctionContext;

/** x³ with the derivative of its own, which counts how often it is asked. */
class Cube extends torch.autograd.Function {
  static backwards = 0;

  static forward(x: Tensor): Tensor {
    return x.pow(3);
  }
  static setupContext(context: Context, [x]: [Tensor], _output: Tensor): void {
    context.saveForBackward(x);
  }
  static backward(context: Context, gradient: Tensor): Tensor {
    Cube.backwards++;
    const [x] = context.savedTensors;
    return gradient.mul(x!.pow(2)).mul(3);
  }
  static vmap(
    _info: torch.autograd.VmapInfo,
    inDims: readonly (number | null)[],
    x: Tensor,
  ): readonly [Tensor, number | null] {
    return [Cube.apply(x), inDims[0] ?? null];
  }
}

test('setupContext takes the place of the context in forward', () => {
  const x = torch.tensor([1.5, 2], { requiresGrad: true });
  const y = Cube.apply(x);
  expect(y.tolist()).toEqual([3.375, 8]);
  y.sum().backward();
  expect(x.grad!.tolist()).toEqual([6.75, 12]);
});

test('grad, nested grad, vmap and vmap of grad use its derivative', () => {
  const cube = (x: Tensor): Tensor => Cube.apply(x);
  const before = Cube.backwards;
  expect(func.grad(cube)(torch.tensor(1.5)).item()).toBe(6.75);
  expect(Cube.backwards).toBe(before + 1);
  expect(func.grad(func.grad(cube))(torch.tensor(1.5)).item()).toBe(9);
  expect(
    func
      .vmap(cube)(torch.tensor([1, 2, 3.5]))
      .tolist(),
  ).toEqual([1, 8, 42.875]);
  expect(
    func
      .vmap(func.grad(cube))(torch.tensor([1, 2.5]))
      .tolist(),
  ).toEqual([3, 18.75]);
  expect(
    func
      .vmap((x: Tensor) => x.add(cube(torch.tensor(2.5))))(torch.zeros([2]))
      .tolist(),
  ).toEqual([15.625, 15.625]);
  const [y, pull] = func.vjp(cube, torch.tensor([1.5]));
  expect([y.tolist(), pull(torch.tensor([2.0]).div(2))[0].tolist()]).toEqual([[3.375], [6.75]]);
});

test('gradients reach the outside through a transform', () => {
  const w = torch.tensor(2.5, { requiresGrad: true });
  func
    .grad((x: Tensor) => Cube.apply(x.mul(w)))(torch.tensor(1.5))
    .backward();
  // d/dw of 3 w³ x²
  expect(w.grad!.item()).toBeCloseTo(9 * 2.5 ** 2 * 1.5 ** 2, 4);
});

class Old extends torch.autograd.Function {
  static forward(_context: Context, x: Tensor): Tensor {
    return x.exp();
  }
  static backward(_context: Context, gradient: Tensor): Tensor {
    return gradient;
  }
}

class NoVmap extends torch.autograd.Function {
  static forward(x: Tensor): Tensor {
    return x.exp();
  }
  static setupContext(): void {}
  static backward(_context: Context, gradient: Tensor): Tensor {
    return gradient;
  }
}

class OneReturn extends NoVmap {
  static vmap(_info: torch.autograd.VmapInfo, _inDims: readonly (number | null)[], x: Tensor): never {
    return x as never;
  }
}

test.each<[string, () => unknown, string]>([
  [
    'a context in forward',
    () => func.grad((x: Tensor) => Old.apply(x).sum())(torch.ones([2])),
    'it must override the setup',
  ],
  ['no vmap', () => func.vmap((x: Tensor) => NoVmap.apply(x))(torch.ones([2])), 'does not have vmap support'],
  ['one return', () => func.vmap((x: Tensor) => OneReturn.apply(x))(torch.ones([2])), 'to have two returns'],
  [
    'jvp',
    () => func.jvp((x: Tensor) => NoVmap.apply(x), [torch.ones([2])], [torch.ones([2])]),
    'You must implement the jvp function for custom autograd.Function to use it with forward mode AD',
  ],
])('refuses: %s', (_name, call, message) => {
  expect(call).toThrow(message);
  expect(Cube.apply(torch.ones([1])).tolist()).toEqual([1]);
});
