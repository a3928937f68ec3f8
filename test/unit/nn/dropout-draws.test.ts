/** Dropout draws its factors itself: the same numbers as libtorch's function, from wherever the generator is. */
import * as torch from '../../../lib';
import { nn } from '../../../lib';

const { functional: F } = nn;
beforeEach(() => void torch.manualSeed(0));

test.each([1, 2, 311, 312, 313, 625, 5000])('the same values and the same state after %i', (count) => {
  for (const p of [0.1, 0.5, 0.75, 1e-9, 1 - 1e-9]) {
    for (const before of [0, 1, 2, 623, 624, 625]) {
      const x = torch.randn([count]).add(3);
      const results = [(): torch.Tensor => new nn.Dropout(p).forward(x), (): torch.Tensor => F.dropout(x, p, true)].map(
        (compute) => {
          torch.manualSeed(count + before);
          if (before > 0) torch.rand([before]);
          return [compute(), torch.getRngState(), torch.rand([3])];
        },
      );
      const [ours, theirs] = results as [torch.Tensor[], torch.Tensor[]];
      expect(ours.map((tensor, i) => tensor.equal(theirs[i] as torch.Tensor))).toEqual([true, true, true]);
    }
  }
});

test('gradients, shapes, and what it leaves to libtorch', () => {
  const dropout = new nn.Dropout(0.5);
  const x = torch.ones([40, 3], { requiresGrad: true });
  const y = dropout.forward(x);
  y.sum().backward();
  expect((x.grad as torch.Tensor).equal(y.detach())).toBe(true);
  expect([...new Set(y.reshape([-1]).toArray() as number[])].sort()).toEqual([0, 2]);
  expect(dropout.forward(torch.zeros([0, 3])).shape).toEqual([0, 3]);
  const bad = torch.tensor([NaN, Infinity, -Infinity]);
  const kept = dropout.forward(bad.expand([50, 3]).contiguous());
  expect(kept.isnan().sum().item()).toBeGreaterThan(50); // NaN stays, and an infinity times zero is one
  expect(dropout.forward(torch.ones([4], { dtype: torch.float64 })).dtype).toBe(torch.float64);
  const turned = torch.ones([30, 20]).t();
  torch.manualSeed(5);
  const ours = dropout.forward(turned);
  torch.manualSeed(5);
  expect(ours.equal(F.dropout(turned, 0.5, true))).toBe(true);
  expect(dropout.eval().forward(x).equal(x)).toBe(true);
});
