/** `torch.masked.MaskedTensor`, beside Python. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { masked } = torch;
type Masked = InstanceType<typeof masked.MaskedTensor>;

const PYTHON = `
from torch.masked import masked_tensor, as_masked_tensor, MaskedTensor
d, m, e = input['d'], input['m'], input['e']
def parts(t): return [t.get_data().to_dense(), t.get_mask().to_dense()]
a, b = masked_tensor(d, m), masked_tensor(e, m)
coo, csr = a.to_sparse(), a.to_sparse_csr()
leaf = masked_tensor(d.clone(), m, requires_grad=True)
(leaf * 2).sum(1).sum().backward()
results = [
    a.sin(), a.add(b), a.mul(2), a.clamp(-1, 1), a.sum(), a.sum(1), a.mean(0, keepdim=True), a.amax(), a.amin(1), a.prod(1),
    a.argmax(1), a.var(1), a.std(), a.transpose(0, 1), a.select(0, 1), a.unsqueeze(0), a.softmax(1), a.eq(b),
    coo.sin(), csr.mul(3), coo.sum(), torch.where(d > 0, a, b), a.to(torch.float64), leaf.grad, a.gt(0).all(1), coo.to_dense(),
]
output = [[parts(t) for t in results], [a.to_tensor(7), as_masked_tensor(d, m).get_data()],
          [str(a), str(a.sum()), str(masked_tensor(torch.arange(3), torch.tensor([True, False, True]))), str(coo)]]
`;

test('operators, gradients and texts are those of Python', () => {
  torch.manualSeed(2);
  const [d, e] = [torch.randn([3, 4]), torch.randn([3, 4])];
  const m = torch.rand([3, 4]).gt(0.3);
  m.select(0, 1).fill_(true);
  const [pairs, plain, texts] = runPython<[Tensor[][], Tensor[], string[]]>(PYTHON, { d, m, e });
  const [a, b] = [masked.maskedTensor(d, m), masked.maskedTensor(e, m)];
  const [coo, csr] = [a.toSparse(), a.toSparseCsr()];
  const leaf = masked.maskedTensor(d.clone(), m, { requiresGrad: true });
  leaf.mul(2).sum(1).sum().backward();
  const here: Masked[] = [
    ...[a.sin(), a.add(b), a.mul(2), a.clamp(-1, 1), a.sum(), a.sum(1), a.mean(0, { keepdim: true }), a.amax()],
    ...[a.amin(1), a.prod(1), a.argmax(1), a.var(1), a.std(), a.transpose(0, 1), a.select(0, 1)],
    ...[a.unsqueeze(0), a.softmax(1), a.eq(b), coo.sin(), csr.mul(3), coo.sum(), a.where(d.gt(0), b)],
    ...[a.to(torch.float64), leaf.grad as Masked, a.gt(0).all(1), coo.toDense()],
  ];
  const shown = (part: Tensor, mask: Tensor): Tensor => part.where(mask, torch.zerosLike(part));
  here.forEach((one, i) => {
    const [data, mask] = pairs[i] as [Tensor, Tensor];
    expectBitEqual(one.getMask().toDense(), mask, `mask ${i}`);
    expectBitEqual(shown(one.getData().detach().toDense(), mask), shown(data, mask), `data ${i}`);
  });
  expectBitEqual(a.toTensor(7), plain[0]!);
  expectBitEqual(masked.asMaskedTensor(d, m).getData(), plain[1]!);
  const whole = masked.maskedTensor(torch.arange(3), torch.tensor([true, false, true]));
  expect([a, a.sum(), whole, coo].map(String)).toEqual(texts);
});

test('what does not fit is refused in Python’s words', () => {
  const [d, m] = [
    torch.ones([2, 2]),
    torch.tensor([
      [true, false],
      [true, true],
    ]),
  ];
  const a = masked.maskedTensor(d, m);
  expect(() => masked.maskedTensor(d, d)).toThrow('mask must have dtype bool.');
  expect(() => masked.maskedTensor(d, torch.ones([2]).gt(0))).toThrow('data.dim() must equal mask.dim()');
  expect(() => masked.maskedTensor(d.to(torch.complex64), m)).toThrow(
    'torch.complex64 is not supported in MaskedTensor.',
  );
  expect(() => masked.maskedTensor(d, m.toSparse())).toThrow('data and mask must have the same layout.');
  expect(() => a.add(masked.maskedTensor(d, m.logicalNot()))).toThrow(/Input masks must match/);
  expect(() => (a.sin as (...args: unknown[]) => unknown)(d)).toThrow(/do not support additional Tensor arguments/);
  expect(() => masked.maskedTensor(torch.ones([2]), torch.ones([2]).gt(0)).toSparseCsr()).toThrow(/Only 2D tensors/);
  expect(() => a.select(0, 0).select(0, 1).item()).toThrow(torch.TorchValueError);
  expect(a.select(0, 0).select(0, 0).item()).toBe(1);
  expect(masked.isMaskedTensor(a)).toBe(true);
  expect(masked.isMaskedTensor(d)).toBe(false);
});

test('operators in place change the tensor itself, and gradients go through one of data', () => {
  const d = torch.tensor([1, 4], { dtype: torch.float32, requiresGrad: true });
  const a = masked.asMaskedTensor(d, torch.tensor([true, false]));
  a.mul(3).sum().backward();
  expect(d.grad?.tolist()).toEqual([3, 0]);
  const b = masked.maskedTensor(torch.tensor([1.5, 4]), torch.tensor([true, false]));
  expect(b.add_(1)).toBe(b);
  expect(b.getData().tolist()).toEqual([2.5, 5]);
});
