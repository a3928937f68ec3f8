/** The constructor and the forward of every class of torch.nn take what Python's take, by position and by name. */
import * as torch from '../../../lib';
import { nn } from '../../../lib';
import { camelCase } from '../../../lib/arguments/names';
import { CASES } from '../../support/nn-corpus';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

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

const small = { dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1, dimFeedforward: 16 };
const convolution: Exceptions = { samples: { inChannels: 4, outChannels: 6, kernelSize: 3 }, others: { groups: 2 } };
const CONSTRUCTORS: Readonly<Record<string, Exceptions>> = {
  Transformer: {
    fills: small,
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
  Embedding: { others: { _weight: rand([10, 4]) } },
};

const FORWARDS: Readonly<Record<string, Exceptions>> = {
  GaussianNLLLoss: { lists: ['var'] },
  CTCLoss: { lists: ['inputLengths', 'targetLengths'] },
  Identity: { lists: ['input'] },
  Embedding: {},
};

let signatures: Record<string, PythonParameter[] | null>;
const pathOf = (kind: string, method = ''): string =>
  `torch.nn.${RECURRENT.includes(kind) && !method ? 'RNNBase' : kind}${method && `.${method}`}`;
beforeAll(() => {
  signatures = pythonSignatures(kinds.flatMap((kind) => [pathOf(kind), pathOf(kind, 'forward')]));
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
    others: { ...OTHERS, ...given, ...options, ...special.others },
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

void randn;
