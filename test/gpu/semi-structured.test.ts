/** Products with matrices of which each four elements have two zeros, on the GPU, beside Python's. */
import * as torch from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const { SparseSemiStructuredTensorCUSPARSELT, SparseSemiStructuredTensorCUTLASS } = torch.sparse;

const SCRIPT = `
from torch.sparse import SparseSemiStructuredTensorCUTLASS as Cutlass, SparseSemiStructuredTensorCUSPARSELT as Lt
a, b, bias = (t.cuda() for t in input)
output = []
for kind in (Cutlass, Lt):
    sparse = kind.from_dense(a)
    output.append([(sparse @ b).cpu(), torch.nn.functional.linear(b.t(), sparse).cpu(),
                   torch.nn.functional.linear(b.t(), sparse, bias).cpu(), sparse.to_dense().cpu()])
`;

test('products and linear layers', () => {
  torch.manualSeed(0);
  const a = torch
    .tensor([0, 3, 0, -2])
    .tile([128, 32])
    .mul(torch.randint(1, 5, [128, 128]))
    .to(torch.float16);
  const [b, bias] = [torch.randn([128, 64]).half(), torch.randn([128]).half()];
  const python = runPython<torch.Tensor[][]>(SCRIPT, [a, b, bias]);
  const [there, right, added] = [a, b, bias].map((t) => t.to('cuda')) as [torch.Tensor, torch.Tensor, torch.Tensor];
  [SparseSemiStructuredTensorCUTLASS, SparseSemiStructuredTensorCUSPARSELT].forEach((kind, n) => {
    const sparse = kind.fromDense(there);
    const ours = [sparse.mm(right), sparse.linear(right.t()), sparse.linear(right.t(), added), sparse.toDense()];
    ours.forEach((tensor, i) => expectBitEqual((tensor as torch.Tensor).cpu(), python[n]![i]!, `${kind.name} ${i}`));
  });
});
