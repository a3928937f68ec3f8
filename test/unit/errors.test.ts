/** What errors and warnings are and say: one table, one spelling, nothing of C++. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { libtorchMessage } from '../../lib/native/messages';
import { makeNativeError } from '../../lib/native/errors';
import { isProgramFrame } from '../../lib/errors';

const root = path.join(__dirname, '../..');

/** What a call throws. */
function errorOf(call: () => unknown): Error & { readonly code?: string } {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not throw');
}

const x = torch.ones([2, 3]);

/** The text of every source in a folder. */
function sourcesOf(folder: string, ending: RegExp): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => ending.test(file)).map((file) => readFileSync(path.join(root, folder, file), 'utf8'));
}

test('docs/errors.md lists every code of the package, and no other', () => {
  const sources = [...sourcesOf('lib', /\.ts$/), ...sourcesOf('native', /\.(cc|h)$/)];
  const own = (text: string): string[] => text.match(/\bERR_(?:TORCH|TRAINING|INSTALL|LIBTORCH|CORE)[A-Z_]*\b/g) ?? [];
  const used = new Set(sources.flatMap(own));
  const table = readFileSync(path.join(root, 'docs/errors.md'), 'utf8').split('## Codes')[1] ?? '';
  expect([...new Set(own(table))].sort()).toEqual([...used].sort());
  const warnings = new Set(sources.flatMap((text) => text.match(/'TORCH_[A-Z]+'/g) ?? []));
  expect([...warnings].filter((code) => !table.includes(code.replaceAll("'", '`')))).toEqual([]);
  expect(warnings.size).toBe(2);
});

describe('the classes', () => {
  test.each([
    ['torch', torch.TorchError, 'ERR_TORCH'],
    ['index', torch.TorchIndexError, 'ERR_TORCH_INDEX'],
    ['value', torch.TorchValueError, 'ERR_TORCH_VALUE'],
    ['type', torch.TorchTypeError, 'ERR_TORCH_TYPE'],
    ['argument', torch.TorchTypeError, 'ERR_TORCH_TYPE'],
    ['outOfMemory', torch.TorchOutOfMemoryError, 'ERR_TORCH_OUT_OF_MEMORY'],
    ['somethingNew', torch.TorchError, 'ERR_TORCH'],
  ])('%s', (kind, Class, code) => {
    const error = makeNativeError(kind, 'a message', null);
    expect(error).toBeInstanceOf(Class);
    expect(error).toMatchObject({ code, message: 'a message' });
  });

  test('an error of an operator says what was called with what', () => {
    expect(errorOf(() => x.mm(x))).toMatchObject({ code: 'ERR_TORCH', operator: 'aten::mm' });
    expect(errorOf(() => torch.arange(3).index(7)).code).toBe('ERR_TORCH_INDEX');
  });
});

describe('messages of libtorch', () => {
  test.each([
    ['Specify retain_graph=True if you need to.', 'Specify retainGraph: true if you need to.'],
    ['Set allow_unused=True if this is desired.', 'Set allowUnused: true if this is desired.'],
    ['use weights_only=False, or x = None', 'use weightsOnly: false, or x: null'],
    ['Use `with torch.no_grad():` here', 'Use `torch.noGrad(() => …)` here'],
    ['see torch.linalg.lu_factor and torch.float8_e4m3fn', 'see torch.linalg.luFactor and torch.float8_e4m3fn'],
    ['call x.requires_grad_() first', 'call x.requiresGrad_() first'],
    [
      'wrong INTERNAL ASSERT FAILED at "/pytorch/aten/src/ATen/x.cpp":12, please report',
      'wrong INTERNAL ASSERT FAILED, please report',
    ],
    ['no kernel\n\nCPU: registered at /pytorch/build/aten/CPU.cpp:1 [kernel]\n', 'no kernel'],
    ['in at::native::(anonymous namespace)::pick and c10::List', 'in pick and List'],
    [
      '[enforce fail at alloc_cpu.cpp:127] . DefaultCPUAllocator: not enough memory',
      '. DefaultCPUAllocator: not enough memory',
    ],
    ['a b (Triggered internally at /pytorch/x.cpp:3.)', 'a b'],
    ['aten::add of mat1', 'aten::add of mat1'],
  ])('%s', (theirs, ours) => {
    expect(libtorchMessage(theirs)).toBe(ours);
  });

  test('arguments of the operator are named as they are passed', () => {
    const error = errorOf(() => torch.ops.aten.max_pool2d?.(torch.ones([1, 1, 4, 4]), [2, 2, 2]));
    expect(error.message).toMatch(/max_pool2d: .*kernelSize/);
  });

  test('a second backward names retainGraph', () => {
    const y = torch.ones([1], { requiresGrad: true }).exp().sum();
    y.backward();
    expect(errorOf(() => y.backward()).message).toMatch(/retainGraph: true/);
    const [a, b] = [0, 0].map(() => torch.ones([1], { requiresGrad: true })) as [torch.Tensor, torch.Tensor];
    expect(errorOf(() => torch.autograd.grad(a.mul(2), b)).message).toMatch(/allowUnused: true/);
  });

  test('no failure shows a source file or a namespace of C++', () => {
    const bad = [
      () => torch.ops.aten._softmax?.(x, 9, false),
      () => torch.ops.aten.sparse_mask?.(x, x),
      () => x.to('meta').item(),
      () => torch.ones([1], { device: 'vulkan' }),
      () => torch.ones([2], { dtype: torch.float16 }).geqrf(),
      () => torch.empty([2 ** 45]),
      () => torch.linalg.cholesky(torch.zeros([2, 2])),
      () => torch.ops.aten.quantize_per_tensor?.(x, 0, 0, torch.float32),
      () => x.view([5]),
      () => x.asStrided([9], [9]),
    ];
    for (const call of bad) {
      expect(errorOf(call).message).not.toMatch(/\.(cpp|cc|h|cu)\b|anonymous|\bat::|\bc10::|\/pytorch\/|frame #/);
    }
  });
});

describe('a non-tensor where a tensor belongs', () => {
  const calls: [string, () => unknown, RegExp][] = [
    [
      'an operator',
      () => torch.mm(x, [[1, 2]] as never),
      /^mm\(\) argument 'mat2' .*Tensor, got an array.*; use torch\.tensor\(…\)/,
    ],
    ['a method', () => x.mm(3 as never), /^mm\(\).*integer 3; use torch\.tensor\(…\)/],
    ['a promise', () => torch.relu(Promise.resolve(x) as never), /Promise; await it first/],
    [
      'a function written by hand',
      () => torch.norm([3] as never),
      /^norm: expected a Tensor, got an array.*use torch\.tensor\(…\)/,
    ],
    [
      'one of several',
      () => torch.blockDiag(x, [1] as never),
      /^blockDiag\(\): 'argument 1': expected a Tensor.*use torch\.tensor/,
    ],
    ['grad', () => (torch.ones([1]).grad = [1] as never), /^Tensor\.grad: expected a Tensor/],
    ['a list of an operator', () => torch.cat([x, 1] as never), /^cat\(\) argument 'tensors'/],
  ];
  test.each(calls)('%s', (_, call, message) => {
    expect(errorOf(call)).toBeInstanceOf(TypeError);
    expect(errorOf(call).message).toMatch(message);
  });
});

describe('one argument too many', () => {
  test('of an operator', () => {
    expect(() => torch.relu(x, x as never)).toThrow(/relu\(\) takes 1 positional argument, got 2/);
    expect(() => x.sum(0, true, null as never)).toThrow(TypeError);
    expect(() => torch.zeros([2], [3] as never)).toThrow(TypeError);
    expect(() => torch.zeros([2], null as never)).toThrow(/null is an argument of its own/);
  });

  test('of a method without arguments', () => {
    expect(() => (x.numel as (n: number) => number)(1)).toThrow(TypeError);
    expect(() => (x.tolist as (n: number) => unknown).call(x, 1)).toThrow(/tolist\(\) takes no arguments, got 1/);
  });
});

describe('warnings', () => {
  let emit: jest.SpyInstance;
  beforeEach(() => {
    emit = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  });
  afterEach(() => emit.mockRestore());
  const seen = (): readonly [message: string, options: object][] => emit.mock.calls as [string, object][];
  /** libtorch warns each time that `out` has another shape. */
  const resize = (): torch.Tensor => torch.add(x, x, { out: torch.ones([5]) });

  test('come once for each place, with a code, and leave the result alone', () => {
    for (let i = 0; i < 3; i++) expect(resize().shape).toEqual([2, 3]);
    expect(seen().map(([, options]) => options)).toEqual([{ type: 'TorchWarning', code: 'TORCH_WARNING' }]);
    expect(seen()[0]?.[0]).toMatch(/^An output with one or more elements was resized/);
    expect(seen()[0]?.[0]).not.toMatch(/\.cpp|Triggered internally/);
  });

  test('come again from another place', () => {
    torch.add(x, x, { out: torch.ones([5]) });
    torch.add(x, x, { out: torch.ones([5]) });
    expect(seen()).toHaveLength(2);
  });

  test('of this package come once for each place and text, too', () => {
    const squares = (sizes: readonly number[]): unknown =>
      sizes.map((size) => torch.nn.functional.mseLoss(torch.ones([2]), torch.ones([size, 2])));
    squares([3, 3, 4]);
    squares([3]);
    expect(seen().map(([message]) => /target size \(.*?\)/.exec(message)?.[0])).toEqual([
      expect.stringMatching(/3, 2/),
      expect.stringMatching(/4, 2/),
    ]);
    expect(seen().map(([, options]) => options)).toContainEqual({ type: 'TorchWarning', code: 'TORCH_WARNING' });
    torch.nn.functional.mseLoss(torch.ones([2]), torch.ones([3, 2]));
    expect(seen()).toHaveLength(3);
  });

  test('come from the thread of a job', async () => {
    const mode = torch.autograd.setDetectAnomaly(true);
    const zero = torch.zeros([1], { requiresGrad: true });
    const y = zero.sqrt().mul(0).sum();
    await expect(y.backwardAsync()).rejects.toThrow(/nan values/);
    mode.restore();
    expect(seen().map(([message]) => message)).toEqual([expect.stringMatching(/^Error detected in SqrtBackward0/)]);
  });
});

test('where a schema says Any, strings, numbers, tensors and lists pass', () => {
  const allReduce = (torch.ops['_c10d_functional'] as torch.OperatorNamespace)['all_reduce'] as torch.RawOperator;
  expect(allReduce.schemas.join()).toContain('Any');
  expect(errorOf(() => allReduce(x, 'sum', '0')).message).toMatch(/process group/);
});

test.each([
  ['    at train (/home/a/train.ts:3:7)', true],
  ['    at /home/a/unknown/native.ts:3:7', true],
  ['    at Array.map (<anonymous>)', false],
  ['    at node:internal/process/task_queues:95:5', false],
  // As Bun writes them.
  ['    at map (native:1:11)', false],
  ['    at aten::relu (unknown)', false],
  [`    at relu (${path.join(root, 'lib/ops/a.ts')}:1:1)`, false],
])('%s: is it of the program? %s', (line, own) => expect(isProgramFrame(line)).toBe(own));
