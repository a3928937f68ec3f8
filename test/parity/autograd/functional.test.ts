import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { functional } = torch.autograd;

const script = `
F = torch.autograd.functional
x, y, v = input['x'], input['y'], input['v']
two = lambda a, b: ((a * b).sin(), (a + b).exp())
one = lambda a: (a ** 3).sum()
pair = lambda a, b: (a ** 2 * b ** 3).sum()
output = {
  'jacobian': F.jacobian(torch.sin, x),
  'blocks': [list(row) for row in F.jacobian(two, (x, y))],
  'hessian': F.hessian(one, x),
  'hessians': [list(row) for row in F.hessian(pair, (x, y))],
  'vjp': F.vjp(torch.sin, x, v)[1],
  'jvp': F.jvp(torch.sin, x, v)[1],
  'vhp': F.vhp(one, x, v)[1],
  'hvp': F.hvp(one, x, v)[1],
}
`;

test("derivatives are Python's, bit for bit", () => {
  const [x, y, v] = [torch.randn([3]), torch.randn([3]), torch.randn([3])];
  const python = runPython<Record<string, never>>(script, { x, y, v });
  const two = (a: Tensor, b: Tensor): Tensor[] => [a.mul(b).sin(), a.add(b).exp()];
  const one = (a: Tensor): Tensor => a.pow(3).sum();
  const pair = (a: Tensor, b: Tensor): Tensor => a.pow(2).mul(b.pow(3)).sum();
  const sin = (a: Tensor): Tensor => a.sin();
  const mine: Record<string, unknown> = {
    jacobian: functional.jacobian(sin, x),
    blocks: functional.jacobian(two, [x, y]),
    hessian: functional.hessian(one, x),
    hessians: functional.hessian(pair, [x, y]),
    vjp: functional.vjp(sin, x, v)[1],
    jvp: functional.jvp(sin, x, v)[1],
    vhp: functional.vhp(one, x, v)[1],
    hvp: functional.hvp(one, x, v)[1],
  };
  for (const [name, value] of Object.entries(mine)) {
    const actual = [value].flat(2) as unknown as Tensor[];
    const expected = [python[name]].flat(2) as unknown as Tensor[];
    expect(actual).toHaveLength(expected.length);
    actual.forEach((tensor, i) => expectBitEqual(tensor, expected[i]!, `${name} ${i}`));
  }
});

test("the caller's tensors are left alone, and mistakes are named", () => {
  const x = torch.ones([2], { requiresGrad: true });
  expect(functional.jacobian((a) => a.mul(2), x).requiresGrad).toBe(false);
  expect(x.grad).toBeNull();
  const graph = functional.jacobian((a) => a.mul(a), x, { createGraph: true });
  graph.sum().backward();
  expect(x.grad!.tolist()).toEqual([2, 2]);
  expect(() => functional.hessian((a) => a.mul(2), x)).toThrow('hessian: the function should return one element');
  expect(() => functional.vjp((a) => a, x)).toThrow('give a vector v');
  expect(() => functional.jvp((a) => a, x, torch.ones([3]))).toThrow('v should have the shapes [2]');
  expect(() => functional.jacobian((a) => a, 3 as never)).toThrow('should be a Tensor or an array of Tensors');
  expect(() => functional.jacobian(() => torch.ones([1]), x, { strict: true })).toThrow('independent of all inputs');
});
