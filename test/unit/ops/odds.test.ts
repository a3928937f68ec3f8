import * as torch from '../../../lib/index';

test('asarray gives the tensor itself, shares a typed array, and copies where it is told to', () => {
  const x = torch.ones([2]);
  expect(torch.asarray(x)).toBe(x);
  expect(torch.asarray(x, { copy: true })).not.toBe(x);
  const memory = new Float32Array([1, 2]);
  const shared = torch.asarray(memory);
  memory[0] = 5;
  expect(shared.tolist()).toEqual([5, 2]);
  expect(torch.asarray([1, 2], { dtype: torch.float64 }).dtype).toBe(torch.float64);
  expect(torch.asarray(1, { requiresGrad: false }).requiresGrad).toBe(false);
  expect(() => torch.asarray([1, 2], { copy: false })).toThrow("can't alias");
  const leaf = torch.ones([2], { requiresGrad: true });
  expect(torch.asarray(leaf).requiresGrad).toBe(false);
  expect(torch.asarray(leaf, { requiresGrad: true })).toBe(leaf);
});

test('cond calls one of two functions', () => {
  const x = torch.ones([2]);
  const [cos, sin] = [(a: torch.Tensor): torch.Tensor => a.cos(), (a: torch.Tensor): torch.Tensor => a.sin()];
  expect(torch.cond(true, cos, sin, [x]).tolist()).toEqual(x.cos().tolist());
  expect(torch.cond(x.sum().gt(9), cos, sin, [x]).tolist()).toEqual(x.sin().tolist());
  expect(() => torch.cond(x, cos, sin, [x])).toThrow('Expected pred to be bool or tensor');
});

test('the debug mode of determinism, and symbols that are plain numbers', () => {
  const before = torch.getDeterministicDebugMode();
  torch.setDeterministicDebugMode('warn');
  expect(torch.getDeterministicDebugMode()).toBe(1);
  torch.setDeterministicDebugMode(2);
  expect(torch.areDeterministicAlgorithmsEnabled()).toBe(true);
  torch.setDeterministicDebugMode(before);
  expect(() => torch.setDeterministicDebugMode(3)).toThrow('expected 0, 1, or 2, but got 3');
  expect([torch.symInt(-1.5), torch.symFloat(2), torch.symMax(1, 2), torch.symMin(1, 2), torch.symNot(true)]).toEqual([
    ...[-1, 2, 2, 1, false],
  ]);
  expect(torch.symIte(true, 'a', 'b')).toBe('a');
  expect(() => torch.symInt(NaN)).toThrow('cannot convert float NaN to integer');
  expect(torch.isStorage(torch.ones([1]))).toBe(false);
  expect(torch.vmap((x: torch.Tensor) => x.sum())(torch.ones([2, 3]))).toBeDefined();
});
