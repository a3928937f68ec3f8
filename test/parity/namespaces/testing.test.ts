/** `torch.testing` beside Python: what is close, each message, and the values of makeTensor. */
import * as torch from '../../../lib/index';
import { snakeCase } from '../../../lib/arguments/names';
import { bitDifference, runPython } from '../../support/python';

type Options = Readonly<Record<string, unknown>>;
type Case = readonly [name: string, actual: unknown, expected: unknown, options?: Options];

const f = (...values: number[]): torch.Tensor => torch.tensor(values, { dtype: torch.float32 });
const d = (...values: number[]): torch.Tensor => torch.tensor(values, { dtype: torch.float64 });
const i = (...values: number[]): torch.Tensor => torch.tensor(values, { dtype: torch.int64 });

const CASES: readonly Case[] = [
  ['equal', f(1, 2), f(1, 2)],
  ['close', f(1, 2), f(1 + 1e-6, 2)],
  ['not close', f(1, 2, 3), f(1, 2.5, 3.25)],
  ['a matrix', torch.arange(6).to(torch.float32).reshape([2, 3]), torch.ones([2, 3])],
  ['double', d(1, 2), d(1, 2 + 1e-6)],
  ['integers', i(1, 2, 3), i(1, 5, 3)],
  ['integers beside 0', i(1, 0), i(0, 0)],
  ['small integers', torch.tensor([250], { dtype: torch.uint8 }), torch.tensor([3], { dtype: torch.uint8 })],
  ['booleans in a tensor', torch.tensor([true, false]), torch.tensor([true, true])],
  ['scalars in tensors', torch.tensor(1.5), torch.tensor(2.25)],
  ['scalars of integers', torch.tensor(3), torch.tensor(4)],
  ['scalars of booleans', torch.tensor(true), torch.tensor(false)],
  ['complex', torch.complex(f(1, 2), f(0, 1)), torch.complex(f(1, 2), f(0, -1))],
  ['half', f(1, 2).to(torch.float16), f(1, 2.5).to(torch.float16)],
  ['close halves', f(1).to(torch.bfloat16), f(1.008).to(torch.bfloat16)],
  ['tolerances', f(1, 2), f(1.5, 2), { rtol: 0.125, atol: 0.5 }],
  ['tolerances that do not do', f(1, 2), f(1.5, 2), { rtol: 0.125, atol: 0.0625 }],
  ['no tolerance', f(1, 2), f(1, 2.0000002), { rtol: 0, atol: 0 }],
  ['one tolerance', f(1), f(1), { rtol: 0.5 }],
  ['the other tolerance', f(1), f(1), { atol: 0.5 }],
  ['NaN', f(NaN, 1), f(NaN, 1)],
  ['NaN that is equal', f(NaN, 1), f(NaN, 1), { equalNan: true }],
  ['infinity', f(Infinity, 1), f(Infinity, 1)],
  ['infinities', f(Infinity, 1), f(-Infinity, 1)],
  ['shapes', f(1, 2), f(1, 2, 3)],
  ['a scalar and a list', torch.tensor(1), i(1)],
  ['dtypes', f(1), d(1)],
  ['dtypes that may differ', f(1), d(1), { checkDtype: false }],
  ['dtypes that may differ, and values', f(1), d(2), { checkDtype: false }],
  ['an integer and a float', i(1), f(1.5), { checkDtype: false }],
  ['numbers', 1, 2],
  ['floats', 1.5, 1.25],
  ['close floats', 1.5, 1.5 + 1e-9],
  ['floats and NaN', NaN, NaN],
  ['equal NaN', NaN, NaN, { equalNan: true }],
  ['booleans', true, false],
  ['nothing', null, null],
  ['nothing and a number', null, 3],
  ['a text and nothing', 'text', null],
  ['lists', [f(1), f(2)], [f(1), f(3)]],
  ['lists of numbers', [1, [2, 3]], [1, [2, 4]]],
  ['lists of lengths', [1, 2], [1]],
  ['mappings', { a: f(1), b: [1, 2] }, { a: f(1), b: [1, 3] }],
  ['keys', { a: 1, c: 2 }, { b: 1, a: 1 }],
  ['texts', 'a', 'b'],
  ['a tensor and a number', f(1), 1],
  ['a tensor and a list', f(1), [1]],
  ['a message', f(1), f(2), { msg: 'wanted otherwise' }],
  ['no elements', f(), f()],
];

const PYTHON = `
output = []
for actual, expected, options in input:
    try:
        torch.testing.assert_close(actual, expected, **options)
        output.append('close')
    except (AssertionError, ValueError, TypeError, RuntimeError) as error:
        output.append(f'{type(error).__name__}: {error}')
`;

const KINDS: Readonly<Record<string, string>> = {
  TorchValueError: 'ValueError',
  TorchTypeError: 'TypeError',
  TorchError: 'RuntimeError',
};

function outcome(call: () => void): string {
  try {
    call();
    return 'close';
  } catch (error) {
    const { message } = error as Error;
    return `${KINDS[(error as Error).constructor.name]}: ${message}`;
  }
}

const snaked = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [snakeCase(name), value]));

test('assertClose says what Python says', () => {
  const answers = runPython<string[]>(
    PYTHON,
    CASES.map(([, actual, expected, options = {}]) => [actual, expected, snaked(options)]),
  ).map((text) => text.replace(/^AssertionError/, 'ValueError'));
  const here = CASES.map(([name, actual, expected, options]) => [
    name,
    outcome(() => torch.testing.assertClose(actual, expected, options)),
  ]);
  expect(here).toEqual(CASES.map(([name], at) => [name, answers[at]]));
});

test('sparse and quantized tensors, as Python', () => {
  const [coo, moved, other] = [
    torch.sparseCooTensor([[0, 1]], [1, 2.5], [3]).coalesce(),
    torch.sparseCooTensor([[0, 2]], [1, 2.5], [3]).coalesce(),
    torch.sparseCooTensor([[0, 1]], [1, 2], [3]).coalesce(),
  ];
  const answers = runPython<string[]>(`
coo = torch.sparse_coo_tensor([[0, 1]], [1, 2.5], [3]).coalesce()
moved = torch.sparse_coo_tensor([[0, 2]], [1, 2.5], [3]).coalesce()
other = torch.sparse_coo_tensor([[0, 1]], [1, 2.], [3]).coalesce()
dense = torch.tensor([[0., 1.], [2., 0.]])
q = [torch.quantize_per_tensor(torch.tensor([1., x]), 0.5, 0, torch.quint8) for x in (2, 3)]
output = []
for a, b in [(coo, moved), (coo, other), (dense.to_sparse_csr(), (2 * dense).to_sparse_csr()),
             (dense.to_sparse_csc(), dense.t().to_sparse_csc()), (dense.to_sparse_csr(), torch.ones(2, 2).to_sparse_csr()), q,
             (torch.eye(2).to_sparse(), torch.eye(2)), (torch.ones(2, 3).t(), torch.ones(3, 2))]:
    try:
        torch.testing.assert_close(a, b, check_stride=True); output.append('close')
    except AssertionError as error: output.append(f'ValueError: {error}')
`);
  const dense = torch
    .tensor([
      [0, 1],
      [2, 0],
    ])
    .to(torch.float32);
  const q = [2, 3].map((x) => torch.quantizePerTensor(f(1, x), 0.5, 0, torch.quint8));
  const pairs = [
    [coo, moved],
    [coo, other.to(torch.float32)],
    [dense.toSparseCsr(), dense.mul(2).toSparseCsr()],
    [dense.toSparseCsc(), dense.t().toSparseCsc()],
    [dense.toSparseCsr(), torch.ones([2, 2]).toSparseCsr()],
    q,
    [torch.eye(2).toSparse(), torch.eye(2)],
    [torch.ones([2, 3]).t(), torch.ones([3, 2])],
  ];
  expect(pairs.map(([a, b]) => outcome(() => torch.testing.assertClose(a, b, { checkStride: true })))).toEqual(answers);
  torch.testing.assertClose(torch.eye(2).toSparse(), torch.eye(2), { checkLayout: false });
  torch.testing.assertClose(torch.ones([2, 3]).t(), torch.ones([3, 2]));
});

test('what is JavaScript only', () => {
  const { assertClose } = torch.testing;
  assertClose(0.1 + 0.2, 0.3);
  assertClose(2, 2.0000000001);
  assertClose(new Float32Array([1, 2]), new Float32Array([1, 2]));
  assertClose(new Map([['a', 1]]), { a: 1 });
  assertClose(undefined, null);
  assertClose(true, 1, { checkDtype: false });
  expect(() => assertClose(true, 1)).toThrow("The (d)types do not match: <class 'bool'> != <class 'int'>.");
  expect(() => assertClose(2n ** 60n, 2n ** 60n + 1n)).toThrow('Absolute difference: 1\n');
  expect(() => assertClose(new Float32Array([1]), new Float64Array([1]))).toThrow(TypeError);
  expect(() => assertClose(f(1), f(2), { msg: (text) => `layer 3: ${text}` })).toThrow(
    /^layer 3: Tensor-likes are not close!/,
  );
  expect(() => assertClose(f(1), f(1), { rtoll: 1 } as never)).toThrow(/did you mean 'rtol'/);
  expect(() => (assertClose as (...args: unknown[]) => void)(f(1), f(1), {}, 3)).toThrow(TypeError);
  expect(() => assertClose(new Date(0), new Date(0))).toThrow(/No comparison pair/);
  assertClose(new torch.nn.Parameter(f(1)), f(1));
  expect(() => assertClose(new torch.nn.Parameter(f(1)), f(1), { allowSubclasses: false })).toThrow(
    /No comparison pair/,
  );
});

type Drawn = readonly [shape: readonly number[], dtype: string, options: Options];
const DTYPES = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'bfloat16', 'float32', 'float64']
  .concat(['complex64', 'complex128'])
  .concat(['float8_e4m3fn', 'float8_e5m2']);
const DRAWN: readonly Drawn[] = [
  ...DTYPES.map((dtype): Drawn => [[3, 4], dtype, {}]),
  ...DTYPES.filter((dtype) => !dtype.startsWith('float8')).map(
    (dtype): Drawn => [[3, 4], dtype, { noncontiguous: true, excludeZero: true }],
  ),
  [[5], 'float32', { low: -1, high: 1 }],
  [[5], 'float32', { low: -3.5 }],
  [[5], 'int8', { low: -200, high: 5 }],
  [[5], 'float64', { low: -1.7e308, high: 1.7e308 }],
  [[], 'float32', { noncontiguous: true }],
  [[2, 3, 4, 5], 'float32', { memoryFormat: 'channelsLast' }],
  [[0], 'int64', {}],
];
const REFUSED: readonly Drawn[] = [
  [[3], 'float32', { low: 2, high: 1 }],
  [[3], 'int64', { low: 2, high: 2 }],
  [[3], 'float32', { low: NaN }],
  [[3], 'uint8', { low: -5, high: -1 }],
  [[3], 'uint8', { low: 256, high: 300 }],
  [[3], 'float16', { low: 65504, high: 70000 }],
  [[3], 'bool', { low: 2, high: 3 }],
  [[3], 'int64', { requiresGrad: true }],
  [[3], 'quint8', {}],
];

const DRAW = `
output = []
for shape, dtype, options in input:
    options = {k: torch.channels_last if k == 'memory_format' else v for k, v in options.items()}
    torch.manual_seed(7)
    try:
        t = torch.testing.make_tensor(*shape, dtype=getattr(torch, dtype), device='cpu', **options)
        output.append([t.contiguous().view(torch.uint8) if dtype.startswith('float8') else t.contiguous(), list(t.stride())])
    except (ValueError, TypeError) as error: output.append(f'{type(error).__name__}: {error}')
`;

function draw([shape, dtype, { memoryFormat, ...options }]: Drawn): torch.Tensor {
  torch.manualSeed(7);
  const found = torch as unknown as Record<string, torch.DType>;
  const dtypeOf = found[dtype] ?? found[dtype.replace(/_(\w)/g, (_, c: string) => c.toUpperCase())];
  return torch.testing.makeTensor(shape, {
    dtype: dtypeOf!,
    device: 'cpu',
    ...(memoryFormat ? { memoryFormat: torch.channelsLast } : {}),
    ...options,
  });
}

const asked = (cases: readonly Drawn[]): unknown[] =>
  runPython(
    DRAW,
    cases.map(([shape, dtype, options]) => [shape, dtype, snaked(options)]),
  );

test('makeTensor draws what Python draws', () => {
  const answers = asked(DRAWN) as [torch.Tensor, number[]][];
  DRAWN.forEach((one, at) => {
    const mine = draw(one);
    const values = mine.dtype.itemsize === 1 && mine.dtype.isFloatingPoint ? mine.view(torch.uint8) : mine.contiguous();
    expect([one, bitDifference(values, answers[at]![0])]).toEqual([one, null]);
    expect([one, mine.stride()]).toEqual([one, answers[at]![1]]);
  });
});

test('makeTensor refuses what Python refuses, in its words', () => {
  const answers = asked(REFUSED) as string[];
  expect(REFUSED.map((one) => [one, outcome(() => draw(one))])).toEqual(REFUSED.map((one, at) => [one, answers[at]]));
});

test('the ways to call makeTensor', () => {
  const { makeTensor } = torch.testing;
  const options = { dtype: torch.float32, device: 'cpu' } as const;
  expect(makeTensor(2, 3, options).shape).toEqual([2, 3]);
  expect(makeTensor([2, 3], { ...options, requiresGrad: true }).requiresGrad).toBe(true);
  expect(() => (makeTensor as (...args: unknown[]) => unknown)([2])).toThrow(/misses 'dtype'/);
  expect(() => makeTensor([2], { dtype: torch.float32 } as never)).toThrow(/misses 'device'/);
  expect(() => makeTensor([2.5], options)).toThrow(TypeError);
});
