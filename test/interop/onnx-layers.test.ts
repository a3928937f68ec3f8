/** Every layer of nn as ONNX: checked by onnx, run in onnxruntime within 1e-5, with another batch where there is one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { CASES as CORPUS, type ModuleCase } from '../support/nn-corpus';
import { pythonPath } from '../support/python';

const { nn } = torch;
const { Dim } = torch.export;
type AnyModule = torch.nn.Module & { forward(...inputs: unknown[]): unknown };

/** Layers that ONNX cannot hold, and what the error says. The table in docs/serving-elsewhere.md lists the same ones. */
const IMPOSSIBLE: Readonly<Record<string, RegExp>> = {
  AdaptiveLogSoftmaxWithLoss: /the size of a result depends on elements|takes a different path/,
  CTCLoss: /ctc_loss goes through all alignments/,
  FractionalMaxPool2d: /draws random numbers/,
  FractionalMaxPool3d: /draws random numbers/,
};

/** Forms of which ONNX needs rules of their own. */
const FORMS: readonly (readonly [
  kind: string,
  args: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  inputs: () => readonly unknown[],
])[] = [
  ['LSTM', [4, 6], { projSize: 3 }, () => [torch.randn([5, 2, 4])]],
  [
    'LSTM',
    [4, 6],
    { projSize: 3, numLayers: 2, bidirectional: true, bias: false, batchFirst: true },
    () => [torch.randn([2, 5, 4]), [torch.randn([4, 2, 3]), torch.randn([4, 2, 6])]],
  ],
  ...(['mean', 'sum', 'none'] as const).flatMap((reduction) => [
    [
      'CrossEntropyLoss',
      [],
      { reduction, labelSmoothing: 0.2, ignoreIndex: 1, weight: torch.tensor([0.5, 2, 1]) },
      () => [torch.randn([4, 3]), torch.tensor([2, 1, 0, 1])],
    ] as const,
    [
      'CrossEntropyLoss',
      [],
      { reduction, labelSmoothing: 0.1 },
      () => [torch.randn([2, 3, 4]), torch.randn([2, 3, 4]).softmax(1)],
    ] as const,
    ['NLLLoss', [], { reduction }, () => [torch.randn([2, 3, 4]), torch.randint(3, [2, 4])]] as const,
    [
      'BCEWithLogitsLoss',
      [],
      { reduction, posWeight: torch.tensor([0.5, 2, 1]), weight: torch.tensor([1, 3, 2]) },
      () => [torch.randn([4, 3]), torch.rand([4, 3])],
    ] as const,
  ]),
  ['CrossEntropyLoss', [], {}, () => [torch.randn([3]), torch.tensor(2)]],
  ...(['sum', 'mean', 'max'] as const).map(
    (mode) =>
      [
        'EmbeddingBag',
        [7, 3],
        { mode, includeLastOffset: true, paddingIdx: 1 },
        () => [torch.tensor([2, 1, 4, 1, 1, 6]), torch.tensor([0, 2, 2, 3, 6])],
      ] as const,
  ),
  ['EmbeddingBag', [7, 3], { mode: 'sum', maxNorm: 1 }, () => [torch.randint(7, [4, 5]), null, torch.rand([4, 5])]],
  ['Embedding', [7, 3], { maxNorm: 0.8, normType: 1 }, () => [torch.randint(7, [4])]],
  ['AvgPool2d', [[2, 3]], { divisorOverride: 5, padding: 1 }, () => [torch.randn([2, 3, 6, 7])]],
  ['Unfold', [[2, 3]], { dilation: 2, padding: [1, 2], stride: [2, 1] }, () => [torch.randn([2, 3, 8, 9])]],
  [
    'Fold',
    [
      [8, 9],
      [2, 3],
    ],
    { dilation: 2, padding: [1, 2], stride: [2, 1] },
    () => [torch.randn([2, 18, 36])],
  ],
  ['BatchNorm2d', [3], { trackRunningStats: false }, () => [torch.randn([2, 3, 4, 5])]],
];

const CASES: readonly ModuleCase[] = [
  ...CORPUS,
  ...FORMS.map(([kind, args, options, inputs], i): ModuleCase => {
    const name = `${kind} ${JSON.stringify(Object.keys(options))} form ${i}`;
    return { name, kind, args, options, inputs: inputs(), named: {}, differentiable: 0, tolerance: 1e-5 };
  }),
];

interface Made {
  readonly refused: string | null;
  /** A call with twice as many examples was possible. */
  readonly doubled: boolean;
}

let folder: string;
let results: Readonly<Record<string, readonly string[]>>;
const made = new Map<string, Made>();
const fileOf = (one: ModuleCase): string => `case${CASES.indexOf(one)}`;

function tensorsIn(value: unknown): torch.Tensor[] {
  if (value instanceof torch.Tensor) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
}

/** The axis that is tried with twice as many elements; the length of a sequence in the others. */
const axisOf = ({ kind }: ModuleCase): number => (kind === 'Transformer' ? 1 : 0);

/** The shapes of the inputs with that axis free. */
function shapesOf(given: unknown, axis: number): unknown {
  if (Array.isArray(given)) return given.map((one) => shapesOf(one, axis));
  return given instanceof torch.Tensor && given.ndim > axis ? { [axis]: Dim.AUTO } : null;
}

function twice(given: unknown, axis: number): unknown {
  if (Array.isArray(given)) return given.map((one) => twice(one, axis));
  return given instanceof torch.Tensor && given.ndim > axis ? torch.cat([given, given], axis) : given;
}

/** What the model gives for these inputs; null if it does not take them. */
function call(model: AnyModule, program: torch.export.ExportedProgram, one: ModuleCase, inputs: readonly unknown[]) {
  const named = Object.keys(one.named).length > 0 ? [one.named] : [];
  try {
    program.module().forward(...inputs, ...named);
    const outputs = tensorsIn(model.forward(...inputs, ...named)).map((output) => output.detach());
    return { inputs: tensorsIn([...inputs, one.named]), outputs, gradients: {} };
  } catch {
    return null;
  }
}

function write(one: ModuleCase): Made {
  torch.manualSeed(7);
  const Class = (nn as unknown as Record<string, new (...args: unknown[]) => AnyModule>)[one.kind]!;
  const model = new Class(...one.args, one.options).eval();
  const kwargs = Object.keys(one.named).length > 0 ? one.named : null;
  // A lazy layer learns its sizes.
  if (one.kind.startsWith('Lazy')) model.forward(...one.inputs);
  const file = join(folder, fileOf(one));
  const axis = axisOf(one);
  const shapes = [...one.inputs.map((given) => shapesOf(given, axis)), ...Object.values(one.named).map(() => null)];
  let program: torch.export.ExportedProgram;
  try {
    program = torch.export.export(model, one.inputs, kwargs, { dynamicShapes: shapes as never });
    torch.onnx.export(program, null, `${file}.onnx`);
  } catch (error) {
    return { refused: (error as Error).message, doubled: false };
  }
  const calls = [one.inputs, one.inputs.map((given) => twice(given, axis))].map((inputs) =>
    call(model, program, one, inputs),
  );
  if (calls[0] === null) throw new Error(`${one.name}: the program does not take the inputs`);
  torch.save({ calls: calls.filter((one) => one !== null), buffers: {} }, `${file}.pt`);
  return { refused: null, doubled: calls[1] !== null };
}

let fused: boolean;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-onnx-layers-'));
  fused = torch.backends.rnn.fused;
  torch.backends.rnn.fused = false;
  for (const one of CASES) made.set(one.name, write(one));
  const names = CASES.filter((one) => made.get(one.name)?.refused === null).map(fileOf);
  writeFileSync(join(folder, 'list.json'), JSON.stringify(names));
  const run = spawnSync(pythonPath, [join(__dirname, 'models_out.py'), folder], { encoding: 'utf8', timeout: 600_000 });
  if (run.status !== 0) throw new Error(`Python ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as typeof results;
}, 900_000);

afterAll(() => {
  torch.backends.rnn.fused = fused;
  rmSync(folder, { recursive: true, force: true });
});

it('has a case for each layer', () => {
  const layers = Object.entries(nn).filter(
    ([, one]) => typeof one === 'function' && one.prototype instanceof nn.Module,
  );
  const kinds = new Set(CASES.map(({ kind }) => kind));
  const containers = [
    'DataParallel',
    'ModuleDict',
    'ModuleList',
    'ParameterDict',
    'ParameterList',
    'RNNBase',
    'RNNCellBase',
  ];
  const others = ['Sequential', 'TransformerDecoder', 'TransformerEncoder']; // models-out.ts has these
  const missing = layers.map(([name]) => name).filter((name) => !kinds.has(name));
  expect(missing.sort()).toEqual([...containers, ...others].sort());
});

it('names in the docs what ONNX cannot hold', () => {
  const page = readFileSync(join(__dirname, '../../docs/serving-elsewhere.md'), 'utf8');
  const [, table = ''] = /\| layer +\| why not[^\n]*\n([^]*?)\n\n/.exec(page) ?? [];
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name as string);
  expect(named.filter((name) => name in nn).sort()).toEqual(Object.keys(IMPOSSIBLE).sort());
});

it.each(CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
  const { refused } = made.get(name)!;
  const reason = IMPOSSIBLE[one.kind];
  if (reason) expect(refused).toMatch(reason);
  else expect([refused, results[`${fileOf(one)} onnx`]]).toEqual([null, []]);
});

it('is tried with another batch', () => {
  const kinds = new Set(CASES.map(({ kind }) => kind));
  const doubled = new Set(CASES.filter(({ name }) => made.get(name)?.doubled).map(({ kind }) => kind));
  expect([...kinds].filter((kind) => !doubled.has(kind) && !(kind in IMPOSSIBLE)).sort()).toEqual([]);
});
