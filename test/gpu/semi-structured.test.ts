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
    for compute in (lambda: sparse @ b, lambda: torch.nn.functional.linear(b.t(), sparse),
                    lambda: torch.nn.functional.linear(b.t(), sparse, bias), lambda: sparse.to_dense()):
        try:
            output.append(compute().cpu())
        except RuntimeError as error:
            output.append(str(error))
`;

test('products and linear layers, or what Python says where a GPU has none', () => {
  torch.manualSeed(0);
  const a = torch
    .tensor([0, 3, 0, -2])
    .tile([128, 32])
    .mul(torch.randint(1, 5, [128, 128]))
    .to(torch.float16);
  const [b, bias] = [torch.randn([128, 64]).half(), torch.randn([128]).half()];
  const python = runPython<(torch.Tensor | string)[]>(SCRIPT, [a, b, bias]);
  const [there, right, added] = [a, b, bias].map((t) => t.to('cuda')) as [torch.Tensor, torch.Tensor, torch.Tensor];
  const ours = [SparseSemiStructuredTensorCUTLASS, SparseSemiStructuredTensorCUSPARSELT].flatMap((kind) => {
    const sparse = kind.fromDense(there);
    return [
      () => sparse.mm(right),
      () => sparse.linear(right.t()),
      () => sparse.linear(right.t(), added),
      () => sparse.toDense(),
    ];
  });
  expect(python).toHaveLength(ours.length);
  // Those of cuSPARSELt are on all GPUs that have such products.
  expect(python.filter((one) => typeof one !== 'string').length).toBeGreaterThanOrEqual(4);
  ours.forEach((compute, i) => {
    const expected = python[i]!;
    if (typeof expected === 'string') expect(compute).toThrow(expected);
    else expectBitEqual((compute() as torch.Tensor).cpu(), expected, String(i));
  });
});
