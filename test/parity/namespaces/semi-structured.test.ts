/** Matrices of which each four elements have two zeros: the compressed form has Python's bits; without a GPU there is no product. */
import * as torch from '../../../lib/index';
import { fromDenseCutlass, toDenseCutlass } from '../../../lib/sparse/semi-structured-conversions';
import { expectBitEqual, runPython } from '../../support/python';

const { SparseSemiStructuredTensor, SparseSemiStructuredTensorCUSPARSELT, SparseSemiStructuredTensorCUTLASS } =
  torch.sparse;

/** All sixteen patterns of zeros in four elements, and random ones. */
function matrix(dtype: torch.DType, rows: number, columns: number): torch.Tensor {
  torch.manualSeed(5);
  const values = torch.randint(1, 100, [rows, columns]).mul(torch.randint(0, 2, [rows, columns]));
  const patterns = torch.arange(16).unsqueeze(1).bitwiseRightShift(torch.arange(4)).bitwiseAnd(1).mul(9);
  values
    .narrow(0, 0, 1)
    .narrow(1, 0, 64)
    .copy_(patterns.view([1, 64]));
  return values.sub(torch.randint(0, 2, [rows, columns]).mul(values).mul(2)).to(dtype);
}

const CASES = {
  half: matrix(torch.float16, 64, 128),
  bfloat16: matrix(torch.bfloat16, 32, 64),
  float: matrix(torch.float32, 96, 64),
  int8: matrix(torch.int8, 48, 256),
};

const CONVERT = `
from torch.sparse._semi_structured_conversions import (
    sparse_semi_structured_from_dense_cutlass as compress, sparse_semi_structured_to_dense_cutlass as restore)
output = []
for x in input:
    packed, meta = compress(x)
    output.append([packed, meta, restore(packed, meta)])
`;

test('compresses and restores with the bits of Python', () => {
  const python = runPython<[torch.Tensor, torch.Tensor, torch.Tensor][]>(CONVERT, Object.values(CASES));
  Object.entries(CASES).forEach(([name, dense], i) => {
    const [packed, meta] = fromDenseCutlass(dense);
    const restored = toDenseCutlass(packed, meta);
    [packed, meta, restored].forEach((one, j) => expectBitEqual(one, python[i]![j]!, `${name} ${j}`));
  });
});

test('a matrix with two zeros in each four elements comes back whole', () => {
  const dense = torch.tensor([0, 3, 0, -2]).tile([64, 32]).to(torch.float16);
  const [packed, meta] = fromDenseCutlass(dense);
  expectBitEqual(new SparseSemiStructuredTensorCUTLASS([64, 128], packed, meta).toDense(), dense);
  expectBitEqual(new SparseSemiStructuredTensorCUTLASS([64, 128], { packed, meta }).to('cpu'), dense);
});

const BAD = `
from torch.sparse._semi_structured_conversions import (
    sparse_semi_structured_from_dense_cutlass as compress, sparse_semi_structured_to_dense_cutlass as restore)
from torch.sparse import (
    SparseSemiStructuredTensor as Base, SparseSemiStructuredTensorCUTLASS as Cutlass,
    SparseSemiStructuredTensorCUSPARSELT as Lt, to_sparse_semi_structured)
half = torch.zeros(64, 128, dtype=torch.half)
packed, meta = compress(half)
x = Cutlass(half.shape, packed, meta, None, None, None)
lt = Lt(half.shape, torch.zeros(64 * 72, dtype=torch.half), None, None, None, None)
output = []
for body in (
    lambda: to_sparse_semi_structured(half), lambda: Cutlass.from_dense(half), lambda: Lt.from_dense(half),
    lambda: Cutlass(half.shape, None, None, None, None, None),
    lambda: compress(half[0]), lambda: compress(half.double()), lambda: compress(half[:8]), lambda: compress(half[:, :8]),
    lambda: restore(packed[0], meta), lambda: restore(packed, meta[0]), lambda: restore(packed, meta.long()),
    lambda: restore(packed[:2], meta), lambda: restore(packed[:, :4], meta),
    lambda: x @ x, lambda: x.t() @ half,
    lambda: lt @ half.float(),
):
    try: body(); output.append('none')
    except Exception as error: output.append(str(error))
output.append([repr(x), list(x.t().shape), repr(x.t()), x.values(), x.indices(), lt.values(), lt.indices()])
`;

test('says what Python says without a GPU', () => {
  const half = torch.zeros([64, 128], { dtype: torch.float16 });
  const [packed, meta] = fromDenseCutlass(half);
  const x = new SparseSemiStructuredTensorCUTLASS(half.shape, packed, meta);
  const lt = new SparseSemiStructuredTensorCUSPARSELT(half.shape, torch.zeros([64 * 72], { dtype: torch.float16 }));
  const bodies: (() => unknown)[] = [
    () => torch.sparse.toSparseSemiStructured(half),
    () => SparseSemiStructuredTensorCUTLASS.fromDense(half),
    () => SparseSemiStructuredTensorCUSPARSELT.fromDense(half),
    () => new SparseSemiStructuredTensorCUTLASS(half.shape),
    () => fromDenseCutlass(half.select(0, 0)),
    () => fromDenseCutlass(half.double()),
    () => fromDenseCutlass(half.narrow(0, 0, 8)),
    () => fromDenseCutlass(half.narrow(1, 0, 8)),
    () => toDenseCutlass(packed.select(0, 0), meta),
    () => toDenseCutlass(packed, meta.select(0, 0)),
    () => toDenseCutlass(packed, meta.long()),
    () => toDenseCutlass(packed.narrow(0, 0, 2), meta),
    () => toDenseCutlass(packed.narrow(1, 0, 4), meta),
    () => x.mm(x as unknown as torch.Tensor),
    () => x.t().mm(half),
    () => lt.mm(half.float()),
  ];
  const messages = bodies.map((body) => {
    try {
      body();
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  });
  const python = runPython<unknown[]>(BAD);
  const shown = python.pop() as unknown[];
  expect(messages).toEqual(python);
  expect([String(x), x.t().shape, String(x.t())]).toEqual(shown.slice(0, 3));
  [x.values(), x.indices(), lt.values(), lt.indices()].forEach((one, i) =>
    expectBitEqual(one, shown[3 + i] as torch.Tensor, String(i)),
  );
});

test('the base class has no form, and products need a GPU', () => {
  const half = torch.zeros([64, 128], { dtype: torch.float16 });
  const [packed, meta] = fromDenseCutlass(half);
  expect(() => SparseSemiStructuredTensor.fromDense(half)).toThrow('has no form of its own');
  expect(() => new SparseSemiStructuredTensor(half.shape, packed, meta).mm(half)).toThrow('has no form of its own');
  const x = new SparseSemiStructuredTensorCUTLASS(half.shape, packed, meta, { requiresGrad: true });
  expect([x.dtype, x.ndim, x.requiresGrad, x.detach().requiresGrad]).toEqual([torch.float16, 2, true, false]);
  expect(x.clone().packed).not.toBe(packed);
  expect(() => x.mm(torch.zeros([128, 8], { dtype: torch.float16 }))).toThrow(/_sparse_semi_structured_mm/);
  expect(() => x.linear(half, torch.zeros([2, 2]))).toThrow('only bias dim=1 supported. Shape=torch.Size([2, 2])');
  expect(() => x.mm(half.unsqueeze(2))).toThrow('matmul: Broadcasting is not implemented');
  expect(x.view([64, 128])).toBe(x);
  expect(() => x.view([128, 64])).toThrow('`view` is not implemented');
  expect(() => x.to('cuda')).toThrow("Only `to('cpu')` is supported");
  expect(() => SparseSemiStructuredTensorCUTLASS.pruneDenseStaticSort(half)).toThrow(/_sparse_semi_structured_tile/);
});
