import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { isTensor } from '../../../lib/tensor/tensor';
import { bitDifference, runPython } from '../../support/python';

/** [Python's expression, ours]; x and y are 4 by 3, v has 16 elements, i are integers. */
const CASES: readonly (readonly [string, (t: Inputs) => unknown])[] = [
  ['torch.einsum("ij,kj->ik", x, y)', ({ x, y }) => torch.einsum('ij,kj->ik', x, y)],
  ['torch.einsum("ij,ij,ij->", x, y, x)', ({ x, y }) => torch.einsum('ij,ij,ij->', [x, y, x])],
  ['torch.tensordot(x, y.t(), 1)', ({ x, y }) => torch.tensordot(x, y.t(), 1)],
  ['torch.tensordot(x, y, dims=([0], [0]))', ({ x, y }) => torch.tensordot(x, y, { dims: [[0], [0]] })],
  ['torch.meshgrid(v, y[0])', ({ v, y }) => torch.meshgrid(v, y.index(0))],
  ['torch.meshgrid(v, y[0], indexing="xy")', ({ v, y }) => torch.meshgrid([v, y.index(0)], { indexing: 'xy' })],
  ['torch.cartesian_prod(i, i)', ({ i }) => torch.cartesianProd(i, i)],
  ['torch.block_diag(x, i)', ({ x, i }) => torch.blockDiag(x, i)],
  ['torch.broadcast_tensors(x, y[0])', ({ x, y }) => torch.broadcastTensors(x, y.index(0))],
  ['list(torch.broadcast_shapes((2, 1), (3,), ()))', () => torch.broadcastShapes([2, 1], [3], [])],
  ['torch.split(v, 5)', ({ v }) => torch.split(v, 5)],
  ['v.split([10, 6])', ({ v }) => v.split([10, 6])],
  ['x.split(2, 1)', ({ x }) => x.split(2, 1)],
  ['torch.atleast_2d(v)', ({ v }) => torch.atleast2d(v)],
  ['torch.atleast_3d(v, x)', ({ v, x }) => torch.atleast3d(v, x)],
  ['torch.cdist(x, y)', ({ x, y }) => torch.cdist(x, y)],
  ['torch.cdist(x, y, p=1.0)', ({ x, y }) => torch.cdist(x, y, 1)],
  ['torch.chain_matmul(x, y.t(), x)', ({ x, y }) => torch.chainMatmul(x, y.t(), x)],
  ['torch.norm(x)', ({ x }) => torch.norm(x)],
  ['torch.norm(x, dim=1)', ({ x }) => torch.norm(x, { dim: 1 })],
  ['torch.norm(x, 1, 0, True)', ({ x }) => torch.norm(x, 1, 0, true)],
  ['torch.norm(x, float("inf"))', ({ x }) => torch.norm(x, Infinity)],
  ['torch.norm(x, "nuc")', ({ x }) => torch.norm(x, 'nuc')],
  ['x.norm(3, dtype=torch.float64)', ({ x }) => x.norm(3, { dtype: torch.float64 })],
  ['x.norm(p="fro", dim=(0, 1))', ({ x }) => x.norm({ p: 'fro', dim: [0, 1] })],
  ['torch.unique(i)', ({ i }) => torch.unique(i)],
  [
    'torch.unique(i, return_inverse=True, return_counts=True)',
    ({ i }) => torch.unique(i, { returnInverse: true, returnCounts: true }),
  ],
  ['torch.unique(i.view(2, 3), dim=1)', ({ i }) => torch.unique(i.view(2, 3), { dim: 1 })],
  ['i.unique_consecutive(return_counts=True)', ({ i }) => i.uniqueConsecutive({ returnCounts: true })],
  ['torch.nonzero(i)', ({ i }) => torch.nonzero(i)],
  ['i.nonzero(as_tuple=True)', ({ i }) => i.nonzero({ asTuple: true })],
  ['torch.unravel_index(i, (3, 4))', ({ i }) => torch.unravelIndex(i, [3, 4])],
  ['torch.stft(v, 8, return_complex=True)', ({ v }) => torch.stft(v, 8, { returnComplex: true })],
  [
    'torch.stft(v, 8, 4, window=torch.hann_window(8), center=False, return_complex=True)',
    ({ v }) => v.stft(8, { hopLength: 4, window: torch.hannWindow(8), center: false, returnComplex: true }),
  ],
  ['torch.lu(x[:3])[0]', ({ x }) => torch.lu(x.index(':3'))[0]],
  ['x.T', ({ x }) => x.T],
  ['x.mT', ({ x }) => x.mT],
  ['torch.complex(x, y).mH', ({ x, y }) => torch.complex(x, y).mH],
  ['torch.complex(x, y).H', ({ x, y }) => torch.complex(x, y).H],
  ['torch.complex(x, y).imag', ({ x, y }) => torch.complex(x, y).imag],
  ['torch.complex(x, y).conj().real', ({ x, y }) => torch.complex(x, y).conj().real],
  ['x.new_tensor([1, 2])', ({ x }) => x.newTensor([1, 2])],
  [
    'torch.sparse_coo_tensor([[0, 1], [2, 0]], [3.5, 4], (2, 3)).to_dense()',
    () =>
      torch
        .sparseCooTensor(
          [
            [0, 1],
            [2, 0],
          ],
          [3.5, 4],
          [2, 3],
        )
        .toDense(),
  ],
  [
    'torch.sparse_csr_tensor([0, 1, 2], [1, 0], [3, 4], (2, 2)).to_dense()',
    () => torch.sparseCsrTensor([0, 1, 2], [1, 0], [3, 4], [2, 2]).toDense(),
  ],
  ['torch.arange(5)', () => torch.arange(5)],
  ['torch.arange(1, 2, 0.25)', () => torch.arange(1, 2, 0.25)],
  ['torch.full((2,), 7)', () => torch.full([2], 7)],
  ['torch.full((2,), True)', () => torch.full([2], true)],
  ['torch.full((2,), 0.5)', () => torch.full([2], 0.5)],
  ['torch.linspace(0, 1, 5)', () => torch.linspace(0, 1, 5)],
  ['torch.eye(3, dtype=torch.int8)', () => torch.eye(3, { dtype: torch.int8 })],
  [
    'torch.randn(3, generator=torch.Generator().manual_seed(5))',
    () => torch.randn(3, { generator: new torch.Generator().manualSeed(5) }),
  ],
  [
    'torch.randperm(9, generator=torch.Generator().manual_seed(5))',
    () => torch.randperm(9, { generator: new torch.Generator().manualSeed(5) }),
  ],
  ['torch.where(x > 0.5, x, 0)', ({ x }) => torch.where(x.gt(0.5), x, 0)],
  ['2 + i', ({ i }) => torch.add(2, i)],
  ['i * 2.5', ({ i }) => i.mul(2.5)],
  ['i / 2', ({ i }) => i.div(2)],
  ['x.half() * 2.5', ({ x }) => x.half().mul(2.5)],
  ['x ** 2', ({ x }) => x.pow(2)],
  ['2 ** i', ({ i }) => torch.pow(2, i)],
  ['torch.stack([x, y], dim=1)', ({ x, y }) => torch.stack([x, y], { dim: 1 })],
  ['torch.cat((x, y), -1)', ({ x, y }) => torch.cat([x, y], -1)],
  ['[torch.promote_types(torch.int32, torch.float16)]', () => [torch.promoteTypes(torch.int32, torch.float16)]],
  [
    '[torch.result_type(i, 2.5), torch.result_type(x, 2)]',
    ({ i, x }) => [torch.resultType(i, 2.5), torch.resultType(x, 2)],
  ],
  ...['float32', 'float64', 'float16', 'bfloat16', 'float8_e5m2', 'float8_e4m3fn', 'float8_e8m0fnu', 'complex64'].map(
    (name) => {
      const info = () => torch.finfo((torch as unknown as Record<string, torch.DType>)[name]);
      const python = `[(lambda f: [f.bits, f.eps, f.max, f.min, f.tiny, f.resolution])(torch.finfo(torch.${name})), str(torch.finfo(torch.${name}))]`;
      const figures = () => Object.values(info()).filter((_, i) => [0, 1, 2, 3, 4, 6].includes(i));
      return [python, () => [figures(), String(info())]] as const;
    },
  ),
  ...['uint8', 'int8', 'int16', 'int32', 'int64'].map((name) => {
    const info = () => torch.iinfo((torch as unknown as Record<string, torch.DType>)[name]!);
    return [
      `[torch.iinfo(torch.${name}).max, torch.iinfo(torch.${name}).min, str(torch.iinfo(torch.${name}))]`,
      () => [info().max, info().min, String(info())],
    ] as const;
  }),
  ['str((x.requires_grad_() * 2).grad_fn.name())', ({ x }) => x.clone().requiresGrad_().mul(2).gradFn?.name()],
];

interface Inputs {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly v: Tensor;
  readonly i: Tensor;
}

const SCRIPT = `
import warnings
warnings.simplefilter("ignore")
torch.set_num_threads(1)
output = []
for text in input["texts"]:
    try:
        output.append(eval(text, {"torch": torch, **{k: v.clone() for k, v in input["inputs"].items()}}))
    except Exception as error:
        output.append(f"{type(error).__name__}: {error}")
`;

function difference(got: unknown, wanted: unknown): string | null {
  if (isTensor(got)) return isTensor(wanted) ? bitDifference(got, wanted) : `Python: ${String(wanted)}`;
  if (Array.isArray(got) && Array.isArray(wanted) && got.length === wanted.length) {
    return got.map((item, k) => difference(item, wanted[k])).find((text) => text !== null) ?? null;
  }
  const plain = got instanceof torch.DType ? String(got) : got;
  return plain === wanted ? null : `${String(plain)}, Python: ${String(wanted)}`;
}

function attempt(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return `failed: ${(error as Error).message}`;
  }
}

test('functions around operators give the bits of Python', () => {
  torch.setNumThreads(1);
  torch.manualSeed(3);
  const inputs: Inputs = {
    x: torch.rand(4, 3),
    y: torch.rand(4, 3),
    v: torch.rand(16),
    i: torch.tensor([3, 1, 1, 0, 3, 2]),
  };
  const wanted = runPython<unknown[]>(SCRIPT, { texts: CASES.map(([text]) => text), inputs });
  const differences = CASES.flatMap(([text, here], k) => {
    const found = difference(
      attempt(() => here(inputs)),
      wanted[k],
    );
    return found === null ? [] : [`${text}: ${found}`];
  });
  expect(differences).toEqual([]);
});

describe('bad input', () => {
  const x = torch.ones(2, 3);
  test.each<[string, () => unknown, RegExp]>([
    ['einsum without an equation', () => torch.einsum(x as never, x), /expected an equation/],
    ['einsum with a number', () => torch.einsum('i->i', 2 as never), /expected a Tensor, got integer 2/],
    ['broadcastShapes', () => torch.broadcastShapes([2], [3]), /do not broadcast: 2 against 3/],
    ['tensordot', () => torch.tensordot(x, x, 5), /from 0 to 2, got 5/],
    ['cdist', () => torch.cdist(x, x, { computeMode: 'fast' as never }), /'computeMode' should be 'useMm/],
    ['norm', () => torch.norm(2 as never), /norm: expected a Tensor, got integer 2; use torch.tensor/],
    ['unravelIndex', () => torch.unravelIndex(x, [2]), /integer tensor/],
    ['iinfo', () => torch.iinfo(torch.float32), /integer dtype/],
    ['finfo', () => torch.finfo(torch.int8), /floating point dtype/],
    ['mT', () => torch.ones(2).mT, /at least 2 dimensions/],
    ['imag', () => x.imag, /non-complex/],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
