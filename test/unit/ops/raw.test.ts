import * as torch from '../../../lib/index';

test('an operator is reached by its own name, and each overload by its own', () => {
  const x = torch.ones([2]);
  expect((torch.ops.aten.add!(x, x) as torch.Tensor).sum().item()).toBe(4);
  expect((torch.ops.aten.add!.Scalar!(x, 2) as torch.Tensor).sum().item()).toBe(6);
  expect((torch.ops.aten._softmax!(x, -1, false) as torch.Tensor).sum().item()).toBe(1);
  expect(torch.ops.aten.relu!.default!.schemas).toEqual(['aten::relu(Tensor self) -> Tensor']);
});

test('what does not exist is undefined', () => {
  expect(torch.ops.aten.noSuchOperator).toBeUndefined();
  expect(torch.ops.aten.add!.NoSuchOverload).toBeUndefined();
});

test('one overload does not take what only another takes', () => {
  const x = torch.ones([2]);
  expect(() => torch.ops.aten.sum!.default!(x, [0])).toThrow(/takes 1 positional argument, got 2/);
});
