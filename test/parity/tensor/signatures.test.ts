/** Functions and methods written by hand take what Python's take: by position, by name, and nothing more. */
import * as torch from '../../../lib/index';
import * as functional from '../../../lib/ops/python/index';
import { type Walked, pythonSignatures, walkSignature } from '../../support/function-signatures';

const x = torch.arange(12, { dtype: torch.float32 }).reshape(3, 4);
const y = torch.arange(8, { dtype: torch.float32 }).reshape(4, 2);
const signal = torch.linspace(0, 1, 64);
const fresh = (make: () => unknown): { fresh: () => unknown } => ({ fresh: make });
const square = (v: torch.Tensor): torch.Tensor => v.mul(v);
const vector = torch.tensor([1.5, 2.5]);
const leaf = (): torch.Tensor => torch.ones([2], { dtype: torch.float64, requiresGrad: true });

const noOut = { out: 'results come back' };
const noHooks = 'a check of the engine that is not here';
const notBatched = 'there is no vmap';
const stft = {
  input: signal,
  nFft: 16,
  hopLength: 4,
  winLength: 16,
  window: torch.ones([16]),
  center: true,
  padMode: 'constant',
  normalized: true,
  onesided: true,
  returnComplex: true,
  alignToWindow: null,
};
const product = { func: square, inputs: vector, v: torch.ones([2]), createGraph: true, strict: true };
const matrix = { func: square, inputs: vector, createGraph: true, strict: true };
const notVectorized = { vectorize: notBatched, strategy: notBatched, outerJacobianStrategy: notBatched };
const toSum = (v: torch.Tensor): torch.Tensor => v.mul(v).sum();

let shared: [torch.Tensor, torch.Tensor];
const newGraph = (): torch.Tensor => {
  const input = torch.ones([1], { requiresGrad: true });
  shared = [input.mul(2), input];
  return shared[0];
};

const WALKED: readonly Walked[] = [
  { python: 'torch.is_storage', call: torch.isStorage, values: { obj: 1 } },
  { python: 'torch.sym_int', call: torch.symInt, values: { a: 2 } },
  { python: 'torch.sym_float', call: torch.symFloat, values: { a: 2 } },
  { python: 'torch.sym_max', call: torch.symMax, values: { a: 2, b: 3 } },
  { python: 'torch.sym_min', call: torch.symMin, values: { a: 2, b: 3 } },
  { python: 'torch.sym_not', call: torch.symNot, values: { a: true } },
  { python: 'torch.sym_ite', call: torch.symIte, values: { b: true, t: 1, f: 2 } },
  { python: 'torch.tensordot', call: torch.tensordot, values: { a: x, b: y, dims: 1, out: null } },
  { python: 'torch.cdist', call: torch.cdist, values: { x1: x, x2: x, p: 1, computeMode: 'use_mm_for_euclid_dist' } },
  {
    python: 'torch.norm',
    call: torch.norm,
    values: { input: x, p: 1, dim: 1, keepdim: true, out: fresh(() => torch.empty([0])), dtype: torch.float32 },
  },
  {
    python: 'torch.functional._lu_impl',
    call: torch.lu,
    values: { A: x, pivot: true, getInfos: true },
    without: noOut,
  },
  {
    python: 'torch.functional._unique_impl',
    call: torch.unique,
    values: { input: x, sorted: true, returnInverse: true, returnCounts: true, dim: 0 },
  },
  {
    python: 'torch.functional._unique_consecutive_impl',
    call: torch.uniqueConsecutive,
    values: { input: x, returnInverse: true, returnCounts: true, dim: 0 },
  },
  {
    python: 'torch.unravel_index',
    call: torch.unravelIndex,
    values: { indices: torch.tensor([5, 3]), shape: torch.tensor([2, 3]) },
  },
  { python: 'torch.split', call: torch.split, values: { tensor: x, splitSizeOrSections: [1, 3], dim: 1 } },
  { python: 'torch.stft', call: torch.stft, values: stft },
  {
    python: 'torch.set_printoptions',
    call: torch.setPrintoptions,
    values: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, profile: 'default', sciMode: null },
  },
  {
    python: 'torch.use_deterministic_algorithms',
    call: torch.useDeterministicAlgorithms,
    values: { mode: false, warnOnly: false },
  },
  {
    python: 'torch.autograd.set_detect_anomaly.__init__',
    call: (...args: never[]) => torch.autograd.setDetectAnomaly(...(args as unknown as [boolean])).restore(),
    self: () => ({}),
    values: { mode: false, checkNan: true },
  },
  {
    python: 'torch.autograd.backward',
    call: torch.autograd.backward,
    values: {
      tensors: fresh(newGraph),
      gradTensors: fresh(() => [torch.ones([1])]),
      retainGraph: true,
      createGraph: false,
      gradVariables: null,
      inputs: fresh(() => shared[1]),
    },
  },
  {
    python: 'torch.autograd.grad',
    call: torch.autograd.grad,
    values: {
      outputs: fresh(newGraph),
      inputs: fresh(() => shared[1]),
      gradOutputs: fresh(() => torch.ones([1])),
      retainGraph: true,
      createGraph: true,
      onlyInputs: true,
      allowUnused: true,
      isGradsBatched: false,
      materializeGrads: true,
    },
  },
  {
    python: 'torch.autograd.functional.jacobian',
    call: torch.autograd.functional.jacobian,
    values: matrix,
    without: notVectorized,
  },
  {
    python: 'torch.autograd.functional.hessian',
    call: torch.autograd.functional.hessian,
    values: { ...matrix, func: toSum },
    without: notVectorized,
  },
  { python: 'torch.autograd.functional.vjp', call: torch.autograd.functional.vjp, values: product },
  { python: 'torch.autograd.functional.jvp', call: torch.autograd.functional.jvp, values: product },
  { python: 'torch.autograd.functional.vhp', call: torch.autograd.functional.vhp, values: { ...product, func: toSum } },
  { python: 'torch.autograd.functional.hvp', call: torch.autograd.functional.hvp, values: { ...product, func: toSum } },
  {
    python: 'torch.Tensor.backward',
    call: torch.Tensor.prototype.backward,
    self: newGraph,
    values: {
      gradient: fresh(() => torch.ones([1])),
      retainGraph: true,
      createGraph: false,
      inputs: fresh(() => shared[1]),
    },
  },
  {
    python: 'torch.Tensor.norm',
    call: torch.Tensor.prototype.norm,
    self: () => x,
    values: { p: 2, dim: 1, keepdim: true, dtype: torch.float64 },
  },
  {
    python: 'torch.Tensor.split',
    call: torch.Tensor.prototype.split,
    self: () => x,
    values: { splitSize: 2, dim: 1 },
  },
  {
    python: 'torch.Tensor.unique',
    call: torch.Tensor.prototype.unique,
    self: () => x,
    values: { sorted: true, returnInverse: true, returnCounts: true, dim: 0 },
  },
  {
    python: 'torch.Tensor.unique_consecutive',
    call: torch.Tensor.prototype.uniqueConsecutive,
    self: () => x,
    values: { returnInverse: true, returnCounts: true, dim: 0 },
  },
  { python: 'torch.Tensor.stft', call: torch.Tensor.prototype.stft, self: () => signal, values: stft },
  {
    python: 'torch.Tensor.lu',
    call: torch.Tensor.prototype.lu,
    self: () => x,
    values: { pivot: true, getInfos: true },
  },
  {
    python: 'torch.autograd.gradcheck',
    call: torch.autograd.gradcheck,
    values: {
      func: square,
      inputs: fresh(leaf),
      eps: 1e-6,
      atol: 1e-5,
      rtol: 1e-3,
      raiseException: true,
      nondetTol: 0,
    },
    without: {
      checkSparseNnz: noHooks,
      checkUndefinedGrad: noHooks,
      checkGradDtypes: noHooks,
      checkBatchedGrad: notBatched,
      checkBatchedForwardGrad: notBatched,
      checkForwardAd: noHooks,
      checkBackwardAd: noHooks,
      fastMode: noHooks,
      masked: noHooks,
    },
  },
];

let signatures: ReturnType<typeof pythonSignatures>;
beforeAll(() => {
  signatures = pythonSignatures(WALKED.map(({ python }) => python));
});

test.each(WALKED.map((walked) => [walked.python, walked] as const))('%s', (python, walked) => {
  walkSignature(walked, signatures[python] ?? []);
});

/** Those that take tensors one by one, or data; and those that Python has in C++, whose arguments the test below gives. */
const OTHERS = new Set([
  ...['einsum', 'meshgrid', 'atleast1d', 'atleast2d', 'atleast3d', 'broadcastTensors', 'broadcastShapes'],
  ...['cartesianProd', 'blockDiag', 'chainMatmul', 'tensor', 'asTensor', 'fromTypedArray', 'frombuffer', 'nonzero'],
  ...['sparseCooTensor', 'sparseCsrTensor', 'sparseCscTensor', 'promoteTypes', 'resultType', 'isTensor', 'numel'],
  ...['sparseBsrTensor', 'sparseBscTensor', 'sparseCompressedTensor', 'getDevice', 'symSum', 'symSqrt'],
  ...['finfo', 'iinfo', 'fromFile', 'asarray'],
  // Functions of functions, and a mode of the process.
  ...['cond', 'setDeterministicDebugMode', 'getDeterministicDebugMode'],
]);

test('no function written by hand is left out', () => {
  const walked = new Set<unknown>(WALKED.map(({ call }) => call));
  const missing = Object.entries(functional).filter(([name, f]) => !OTHERS.has(name) && !walked.has(f));
  expect(missing.map(([name]) => name)).toEqual([]);
});

type Loose = (...args: unknown[]) => unknown;

/** [function, by position, by name], of what `inspect` does not know. */
const BY_NAME: readonly (readonly [name: string, call: unknown, positional: readonly unknown[], named: object])[] = [
  ['asTensor', torch.asTensor, [[1, 2], torch.float32, 'cpu'], { data: [1, 2], dtype: torch.float32, device: 'cpu' }],
  ['numel', torch.numel, [x], { input: x }],
  ['asarray', torch.asarray, [[1, 2]], { obj: [1, 2] }],
  ['iinfo', (...args: [torch.DType]) => JSON.stringify(torch.iinfo(...args)), [torch.int8], { type: torch.int8 }],
  ['finfo', (...args: [torch.DType]) => JSON.stringify(torch.finfo(...args)), [torch.float32], { type: torch.float32 }],
  ['fromFile', torch.fromFile, [__filename, false, 2], { filename: __filename, shared: false, size: 2 }],
  ['tensorSplit', torch.tensorSplit, [x, 2], { input: x, indicesOrSections: 2 }],
  ['tensorSplit', torch.tensorSplit, [x, [1, 2]], { input: x, indicesOrSections: [1, 2] }],
  ['tensorSplit', torch.tensorSplit, [x, 2], { input: x, sections: 2 }],
  ['hsplit', torch.hsplit, [x, 2], { input: x, indicesOrSections: 2 }],
  ['sum', torch.sum, [x, 1, true], { input: x, axis: 1, keepdims: true }],
  [
    'sparseCooTensor',
    torch.sparseCooTensor,
    [[[0], [1]], [3], [2, 2]],
    { indices: [[0], [1]], values: [3], size: [2, 2] },
  ],
  ['Tensor.polygamma', (...a: [number]) => x.polygamma(...a), [1], { n: 1 }],
  ['Tensor.where', (...a: [torch.Tensor, number]) => x.where(...a), [x.gt(2), 0], { condition: x.gt(2), other: 0 }],
  ['Tensor.tensorSplit', (...a: [number]) => x.tensorSplit(...a), [2], { indicesOrSections: 2 }],
  ['Tensor.size', (...a: [number]) => x.size(...a), [1], { dim: 1 }],
  ['Tensor.to', (...a: [torch.DType]) => x.to(...a), [torch.float64], { dtype: torch.float64 }],
];

test.each(BY_NAME)('%s by name', (_, call, positional, named) => {
  const f = call as Loose;
  const expected = String(f(...positional));
  expect(String(f(named))).toBe(expected);
  expect(() => f(...positional, 'one too many')).toThrow(TypeError);
  expect(() => f(...positional, { zzz: 1 })).toThrow(/zzz/);
});

test("what came out wrong: names, positions and Python's values", () => {
  expect(torch.split(x, { splitSize: 2 } as never)).toHaveLength(2);
  expect(torch.stft(signal, { nFft: 16, returnComplex: true }).shape).toEqual([9, 17]);
  expect(x.norm(2, 1, { keepdim: true }).shape).toEqual([3, 1]);
  expect(torch.zeros([2, 2]).setItem(0, 1, 5).tolist()).toEqual([
    [0, 5],
    [0, 0],
  ]);
  expect(torch.zeros([2, 2]).setItem([0, 1], 5).tolist()).toEqual([
    [0, 5],
    [0, 0],
  ]);
  expect(
    torch
      .zeros([2, 2])
      .setItem([[0, 1]], 5)
      .tolist(),
  ).toEqual([
    [5, 5],
    [5, 5],
  ]);
  expect(torch.zeros([2, 2]).setItem(':', [0], 5).tolist()).toEqual([
    [5, 0],
    [5, 0],
  ]);
  expect(torch.tensor([1.5]).polygamma(1).item()).toBeCloseTo(0.9348, 4);
  const unraveled = torch.unravelIndex(torch.tensor([5, 3]), torch.tensor([2, 3]));
  expect(unraveled.map((one) => one.tolist())).toEqual([
    [1, 1],
    [2, 0],
  ]);
  expect(x.float({ memoryFormat: torch.contiguousFormat }).dtype).toBe(torch.float32);
  const image = torch.ones([1, 2, 3, 3]).contiguous({ memoryFormat: torch.channelsLast });
  expect([image.isContiguous(), image.isContiguous({ memoryFormat: torch.channelsLast })]).toEqual([false, true]);
});
