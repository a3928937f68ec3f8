/** `torch.sparse` and the decompositions of low rank, beside Python. */
import * as torch from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { sparse } = torch;
const dense = torch.tensor([
  [0, 1.5, 0],
  [2.5, 0, -1],
]);
const other = torch
  .tensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  .to(torch.float32);

const PYTHON = `
dense, other, data, offsets = input['dense'], input['other'], input['data'], input['offsets']
coo = dense.to_sparse()
weight = other.clone().requires_grad_()
leaf = dense.to_sparse().requires_grad_()
torch.sparse.mm(leaf, weight).pow(2).sum().backward()
output = [
    torch.sparse.mm(coo, other), torch.sparse.mm(dense.to_sparse_csr(), other, 'mean'),
    weight.grad, leaf.grad.to_dense(),
    torch.sparse.addmm(torch.ones(2, 2), coo, other, beta=0.5, alpha=2),
    torch.sparse.sum(coo), torch.sparse.sum(coo, 0).to_dense(), torch.sparse.sum(coo, (0, 1)),
    torch.sparse.sum(coo, dtype=torch.float64), torch.sparse.sum(coo, 1, dtype=torch.float64).to_dense(),
    torch.sparse.softmax(coo, 1).to_dense(), torch.sparse.log_softmax(coo, 1).to_dense(),
    torch.sparse.softmax(coo, 1, dtype=torch.float64).to_dense(),
    torch.sparse.spdiags(data, offsets, (3, 4)).to_dense(),
    torch.sparse.spdiags(data, offsets, (3, 4), torch.sparse_csr).to_dense(),
]
`;

test('the functions have the bits of Python', () => {
  const data = torch.arange(6).reshape([2, 3]).add(1).to(torch.float32);
  const offsets = torch.tensor([0, -1]);
  const answers = runPython<torch.Tensor[]>(PYTHON, { dense, other, data, offsets });
  const coo = dense.toSparse();
  const weight = other.clone().requiresGrad_();
  const leaf = dense.toSparse().requiresGrad_();
  sparse.mm(leaf, weight).pow(2).sum().backward();
  const here = [
    ...[sparse.mm(coo, other), sparse.mm(dense.toSparseCsr(), other, 'mean')],
    ...[weight.grad!, leaf.grad!.toDense()],
    sparse.addmm(torch.ones([2, 2]), coo, other, { beta: 0.5, alpha: 2 }),
    ...[sparse.sum(coo), sparse.sum(coo, 0).toDense(), sparse.sum(coo, [0, 1])],
    sparse.sum(coo, { dtype: torch.float64 }),
    sparse.sum(coo, 1, torch.float64).toDense(),
    ...[sparse.softmax(coo, 1).toDense(), sparse.logSoftmax(coo, { dim: 1 }).toDense()],
    sparse.softmax(coo, 1, { dtype: torch.float64 }).toDense(),
    sparse.spdiags(data, offsets, [3, 4]).toDense(),
    sparse.spdiags(data, offsets, [3, 4], torch.sparseCsr).toDense(),
  ];
  here.forEach((one, i) => expectBitEqual(one, answers[i]!, String(i)));
});

const LOW_RANK = `
x = input
calls = [
    lambda: torch.svd_lowrank(x), lambda: torch.svd_lowrank(x.mT, 3, 1), lambda: torch.svd_lowrank(x, 2, M=x.mean(-2, keepdim=True)),
    lambda: torch.svd_lowrank(x.to_sparse(), 3), lambda: torch.pca_lowrank(x), lambda: torch.pca_lowrank(x, 2, niter=3),
    lambda: torch.pca_lowrank(x, 3, center=False), lambda: torch.pca_lowrank(x.to_sparse(), 2),
]
output = []
torch.set_num_threads(1)
for call in calls:
    torch.manual_seed(4)
    output.extend(call())
`;

test('svdLowrank and pcaLowrank have the bits of Python', () => {
  torch.manualSeed(1);
  const x = torch.randn([9, 7]);
  const answers = runPython<torch.Tensor[]>(LOW_RANK, x);
  const calls = [
    () => torch.svdLowrank(x),
    () => torch.svdLowrank(x.mT, 3, 1),
    () => torch.svdLowrank(x, { q: 2, M: x.mean(-2, true) }),
    () => torch.svdLowrank(x.toSparse(), 3),
    () => torch.pcaLowrank(x),
    () => torch.pcaLowrank(x, { q: 2, niter: 3 }),
    () => torch.pcaLowrank(x, 3, false),
    () => torch.pcaLowrank(x.toSparse(), 2),
  ];
  const here = calls.flatMap((call) => {
    torch.manualSeed(4);
    return call();
  });
  here.forEach((one, i) => expectBitEqual(one.contiguous(), answers[i]!.contiguous(), String(i)));
});

test('what is out of range', () => {
  const x = torch.ones([3, 2]);
  expect(() => torch.pcaLowrank(x, 3)).toThrow('q(=3) must be non-negative integer and not greater than min(m, n)=2');
  expect(() => torch.pcaLowrank(x, 2, true, -1)).toThrow('niter(=-1) must be non-negative integer');
  expect(() => sparse.mm(x.toSparse(), x.t(), 'median' as never)).toThrow(TypeError);
  expect(() => sparse.softmax(x.toSparse(), 5)).toThrow(torch.TorchIndexError);
  expect(() => sparse.sum(x)).toThrow(torch.TorchError);
});

test('constants', () => {
  expect([torch.pi, torch.e, torch.inf, torch.nan, torch.newaxis]).toEqual([Math.PI, Math.E, Infinity, NaN, null]);
  expect(torch.ones([2]).index(torch.newaxis).shape).toEqual([1, 2]);
});
