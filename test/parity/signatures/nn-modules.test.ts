/** The constructor and the forward of every class of torch.nn take what Python's take, by position and by name. */
import * as torch from '../../../lib/index';
import { nn } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { CASES } from '../../support/nn-corpus';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

torch.manualSeed(8);
const { rand, randn } = torch;
type Exceptions = Omit<Partial<Subject>, 'name' | 'parameters' | 'call'>;
type Class = new (...args: unknown[]) => nn.Module & { forward(...inputs: unknown[]): unknown };

/** Python's deprecated arguments. */
const DEPRECATED = ['sizeAverage', 'reduce', 'minValue', 'maxValue'];
const kinds = [...new Set(CASES.map(({ kind }) => kind))];
/** Python hands these on to their base class, or takes anything. */
const RECURRENT = ['RNN', 'LSTM', 'GRU'];
const ANYTHING = ['Identity'];

const OTHERS: Readonly<Record<string, unknown>> = {
  ...{ weight: rand([5]), posWeight: rand([5]), _weight: rand([10, 4]), _randomSamples: rand([2, 3, 2]) },
  ...{ padding: 2, kdim: 6, vdim: 7, momentum: 0.25, maxNorm: 0.5, paddingIdx: 1, norm: new nn.LayerNorm(8) },
  ...{ size: 5, scaleFactor: 2, outputSize: 3, outputRatio: 0.5, ignoreIndex: 2, divisorOverride: 3, startDim: 0 },
  ...{ recomputeScaleFactor: true, alignCorners: true, outFeatures: [2, 2], distanceFunction: () => rand([1]) },
};

const activated: Exceptions = { fills: { activation: 'relu' }, others: { activation: 'gelu' } };
const lazy: Exceptions = { silent: ['device', 'dtype'] };
const masks = { attnMask: randn([3, 5]), keyPaddingMask: rand([2, 5]) };
const causal = torch.full([3, 3], -Infinity).triu(1);
const small = { dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1, dimFeedforward: 16 };
const convolution: Exceptions = { samples: { inChannels: 4, outChannels: 6, kernelSize: 3 }, others: { groups: 2 } };
const CONSTRUCTORS: Readonly<Record<string, Exceptions>> = {
  Transformer: {
    fills: { ...small, activation: 'relu' },
    others: {
      ...{ dModel: 4, nhead: 4, numEncoderLayers: 2, numDecoderLayers: 2, dimFeedforward: 8, activation: 'gelu' },
      ...{ customEncoder: new nn.ReLU(), customDecoder: new nn.ReLU() },
    },
  },
  LinearCrossEntropyLoss: { absent: ['options'] },
  SyncBatchNorm: { refused: ['processGroup'], others: { processGroup: 3 } },
  MultiheadAttention: { others: { kdim: 6, vdim: 7 } },
  FractionalMaxPool2d: { fills: { outputSize: 3 }, others: { outputSize: 4 }, elsewhere: ['outputRatio'] },
  FractionalMaxPool3d: { fills: { outputSize: 3 }, others: { outputSize: 4 }, elsewhere: ['outputRatio'] },
  KLDivLoss: { others: { reduction: 'batchmean' } },
  CrossMapLRN2d: { others: { k: 2 } },
  RNN: { refused: ['projSize'] },
  GRU: { refused: ['projSize'] },
  RMSNorm: { others: { eps: 0.5 } },
  Upsample: { others: { mode: 'bilinear' } },
  TransformerEncoderLayer: activated,
  TransformerDecoderLayer: activated,
  ...Object.fromEntries(
    [1, 2, 3].flatMap((n): [string, Exceptions][] => [
      [`ConvTranspose${n}d`, { others: { groups: 2 }, refused: ['paddingMode'] }],
      [`LazyConvTranspose${n}d`, lazy],
      [`LazyConv${n}d`, lazy],
      [`LazyBatchNorm${n}d`, lazy],
      [`LazyInstanceNorm${n}d`, lazy],
      [`InstanceNorm${n}d`, { fills: { affine: true }, others: { affine: false } }],
      [`MaxPool${n}d`, { others: { stride: 3 } }],
      [`MaxUnpool${n}d`, { others: { stride: 3 } }],
    ]),
  ),
  LazyLinear: lazy,
};

const FORWARDS: Readonly<Record<string, Exceptions>> = {
  GaussianNLLLoss: { lists: ['var'] },
  CTCLoss: { lists: ['inputLengths', 'targetLengths'] },
  Identity: { lists: ['input'] },
  ...Object.fromEntries(
    [1, 2, 3].flatMap((n): [string, Exceptions][] => {
      const sized = { others: { outputSize: new Array<number>(n).fill(9) }, refused: ['outputSize'] };
      return ['ConvTranspose', 'LazyConvTranspose', 'MaxUnpool'].map((kind) => [`${kind}${n}d`, sized]);
    }),
  ),
  EmbeddingBag: {
    samples: { input: torch.tensor([1, 2, 0, 3]) },
    ...{ fills: { offsets: torch.tensor([0, 2]) }, others: { offsets: torch.tensor([0, 1]) } },
    elsewhere: ['perSampleWeights'],
  },
  RNN: { others: { hx: randn([2, 2, 5]) } },
  GRU: { others: { hx: randn([2, 2, 5]) } },
  LSTM: { others: { hx: [randn([2, 2, 5]), randn([2, 2, 5])] } },
  RNNCell: { others: { hx: randn([3, 5]) } },
  GRUCell: { others: { hx: randn([3, 5]) } },
  LSTMCell: { others: { hx: [randn([3, 5]), randn([3, 5])] } },
  MultiheadAttention: {
    fills: { attnMask: randn([3, 5]) },
    ...{ others: masks, silent: ['isCausal'] },
  },
  TransformerEncoderLayer: {
    fills: { srcMask: randn([3, 3]) },
    others: { srcMask: causal, srcKeyPaddingMask: randn([2, 3]) },
  },
  TransformerDecoderLayer: {
    ...{
      samples: { tgt: randn([2, 3, 8]), memory: randn([2, 5, 8]) },
      fills: { tgtMask: randn([3, 3]), memoryMask: randn([3, 5]) },
    },
    others: {
      ...{ tgtMask: causal, memoryMask: randn([3, 5]), tgtKeyPaddingMask: randn([2, 3]) },
      ...{ memoryKeyPaddingMask: randn([2, 5]), tgtIsCausal: true },
    },
    silent: ['tgtIsCausal', 'memoryIsCausal'],
  },
  Transformer: {
    fills: { srcMask: randn([5, 5]), tgtMask: randn([3, 3]), memoryMask: randn([3, 5]) },
    others: {
      ...{ srcMask: randn([5, 5]), tgtMask: causal, memoryMask: randn([3, 5]), srcKeyPaddingMask: randn([2, 5]) },
      ...{
        tgtKeyPaddingMask: randn([2, 3]),
        memoryKeyPaddingMask: randn([2, 5]),
        srcIsCausal: true,
        tgtIsCausal: true,
      },
    },
    silent: ['memoryIsCausal'],
  },
};

let signatures: Record<string, PythonParameter[] | null>;
const pathOf = (kind: string, method = ''): string =>
  `torch.nn.${RECURRENT.includes(kind) && !method ? 'RNNBase' : kind}${method && `.${method}`}`;
beforeAll(() => {
  const all = [...kinds, 'TransformerEncoder', 'TransformerDecoder'];
  signatures = pythonSignatures(all.flatMap((kind) => [pathOf(kind), pathOf(kind, 'forward')]));
});

const classOf = (kind: string): Class => (nn as unknown as Record<string, Class>)[kind]!;

/** RNN has a nonlinearity where the base class has it in its mode. */
function parametersOf(kind: string): PythonParameter[] {
  const parameters = signatures[pathOf(kind)]!;
  if (!RECURRENT.includes(kind)) return parameters;
  const [, ...rest] = parameters;
  const nonlinearity = { name: 'nonlinearity', keywordOnly: false, required: false, fallback: 'tanh', float: false };
  return kind === 'RNN' ? [...rest.slice(0, 3), nonlinearity, ...rest.slice(3)] : rest;
}

function named(parameters: readonly PythonParameter[], values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(values.map((value, i) => [camelCase(parameters[i]?.name ?? `more${i}`), value]));
}

/** Rows for an embedding of the size that the corpus has. */
function weightOf(kind: string): Record<string, unknown> {
  if (!kind.startsWith('Embedding')) return {};
  const [rows, columns] = CASES.find((one) => one.kind === kind)!.args as [number, number];
  return { _weight: rand([rows, columns]), mode: 'max' };
}

function constructorOf(kind: string): Subject {
  const parameters = parametersOf(kind);
  const { args, options } = CASES.find((one) => one.kind === kind)!;
  const given = named(parameters, args);
  const required = parameters.filter((one) => one.required).map((one) => camelCase(one.name));
  const special = CONSTRUCTORS[kind] ?? (/^Conv/.test(kind) ? convolution : {});
  const Made = classOf(kind);
  return {
    name: `new ${kind}`,
    parameters,
    call: (values) => new Made(...values),
    ...special,
    samples: { ...Object.fromEntries(required.map((name) => [name, given[name]])), ...special.samples },
    others: { ...OTHERS, ...weightOf(kind), ...given, ...options, ...special.others },
    absent: [...DEPRECATED, ...(special.absent ?? [])],
  };
}

function forwardOf(kind: string): Subject {
  const parameters = signatures[pathOf(kind, 'forward')]!;
  const { args, options, inputs, named: more } = CASES.find((one) => one.kind === kind)!;
  const special = FORWARDS[kind] ?? {};
  const Made = classOf(kind);
  const given = named(parameters, inputs);
  return {
    name: `${kind}.forward`,
    parameters,
    call: (values) => {
      torch.manualSeed(2);
      const module = new Made(...args, options);
      return [module.forward(...values), module.stateDict()];
    },
    ...special,
    samples: { ...given, ...special.samples },
    others: { ...more, ...special.others },
  };
}

test.each(kinds.filter((kind) => !ANYTHING.includes(kind)))('new %s', (kind) => {
  expect(faultsOf(constructorOf(kind))).toEqual([]);
});

test.each(kinds)('%s.forward', (kind) => {
  expect(faultsOf(forwardOf(kind))).toEqual([]);
});

describe('stacks of transformer layers', () => {
  const layer = {
    TransformerEncoder: 'TransformerEncoderLayer',
    TransformerDecoder: 'TransformerDecoderLayer',
  } as const;
  const [x, memory] = [randn([3, 2, 8]), randn([5, 2, 8])];
  const decoder = { tgtMask: randn([3, 3]), memoryMask: randn([3, 5]) };
  const forwards: Readonly<Record<string, Exceptions>> = {
    TransformerEncoder: {
      ...{ samples: { src: x }, fills: { mask: randn([3, 3]) } },
      others: { mask: causal, srcKeyPaddingMask: randn([2, 3]), isCausal: true },
    },
    TransformerDecoder: {
      ...{ samples: { tgt: x, memory }, fills: decoder },
      others: {
        ...{ tgtMask: causal, memoryMask: randn([3, 5]), tgtKeyPaddingMask: randn([2, 3]), tgtIsCausal: true },
        memoryKeyPaddingMask: randn([2, 5]),
      },
      silent: ['memoryIsCausal'],
    },
  };

  test.each(['TransformerEncoder', 'TransformerDecoder'] as const)('%s', (kind) => {
    const inner = (): unknown => new (classOf(layer[kind]))(8, 2, 16);
    const [first] = signatures[pathOf(kind)]!;
    const made: Subject = {
      ...{ name: `new ${kind}`, parameters: signatures[pathOf(kind)]! },
      call: (args) => new (classOf(kind))(...args),
      ...{ samples: { [camelCase(first!.name)]: inner(), numLayers: 2 }, others: OTHERS },
    };
    const run: Subject = {
      ...{ name: `${kind}.forward`, parameters: signatures[pathOf(kind, 'forward')]!, samples: {} },
      ...forwards[kind],
      call: (args) => {
        torch.manualSeed(2);
        return new (classOf(kind))(inner(), 2).forward(...args);
      },
    };
    expect([...faultsOf(made), ...faultsOf(run)]).toEqual([]);
  });
});
