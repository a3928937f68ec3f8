/** What JavaScript's operators see of a tensor. */
import * as torch from '../../../lib/index';

/** As plain JavaScript writes it. */
type Any = any;

const half: Any = torch.tensor(0.5);

test('one element without a graph is its number', () => {
  expect(half + 1).toBe(1.5);
  expect(1 - half).toBe(0.5);
  expect(half < 0.6).toBe(true);
  expect(Math.max(half, 0.25)).toBe(0.5);
  expect(+torch.tensor([[3]])).toBe(3);
  // eslint-disable-next-line eqeqeq -- it is what is tested
  expect(half == 0.5).toBe(true);
  let total: Any = 0;
  total += half;
  expect(total).toBe(0.5);
  expect(Number(torch.tensor(true))).toBe(1);
  expect((torch.tensor(2n ** 60n) as Any) > 2 ** 59).toBe(true);
});

test('a text prints every tensor', () => {
  const graph = torch.ones([2], { requiresGrad: true });
  expect(`${half}`).toBe('tensor(0.5000)');
  expect(String(graph)).toContain('requires_grad=True');
  expect([torch.tensor([1, 2])].join()).toBe('tensor([1, 2])');
});

test('several elements are refused by the name of the method', () => {
  const x: Any = torch.ones([2, 3]);
  for (const use of [() => x + 1, () => x < 1, () => Math.max(x), () => -x, () => 'x: ' + x]) {
    expect(use).toThrow(TypeError);
    expect(use).toThrow(/shape \[2, 3\] is not a number.*a\.add\(b\)/);
  }
  expect(() => +(torch.ones([0]) as Any)).toThrow(/shape \[0\] is not a number/);
});

test('a tensor with a graph is refused by name of item()', () => {
  const loss: Any = torch.ones([1], { requiresGrad: true }).sum();
  let total: Any = 0;
  expect(() => (total += loss)).toThrow(/loss\.item\(\)/);
  expect(total + loss.item()).toBe(1);
});

test('a complex number is refused, a disposed tensor says so', () => {
  expect(() => +(torch.tensor(new torch.Complex(1, 2)) as Any)).toThrow(/complex/);
  const gone: Any = torch.ones([1]);
  gone.dispose();
  expect(() => +gone).toThrow(/disposed/);
  expect(`${gone}`).toBe('Tensor(disposed)');
});
