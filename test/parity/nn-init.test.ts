/** nn.init beside Python's at the same seed: every function with its options, what it draws, and what it refuses. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { forgetWarnings } from '../../lib/errors';
import { bitDifference, runPython } from '../support/python';

const { init } = nn;

type Options = Readonly<Record<string, unknown>>;

/** One call: the function's name here, the shape that it fills, and what is given after the tensor. */
interface Call {
  readonly name: string;
  readonly shape: readonly number[];
  readonly args: readonly unknown[];
  readonly options: Options;
  readonly dtype: 'float32' | 'float64' | 'bfloat16' | 'float16';
  readonly generator: number | null;
  readonly transposed: boolean;
}

const PYTHON = `
import re, warnings
snake = lambda name: re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
value = lambda v: snake(v) if isinstance(v, str) else v
def call(name, shape, args, options, dtype, generator, transposed):
    torch.manual_seed(11)
    tensor = torch.full(shape, 7.0, dtype=getattr(torch, dtype))
    if transposed: tensor = tensor.t()
    tensor.requires_grad_()
    given = {snake(k): value(v) for k, v in options.items()}
    if generator is not None: given['generator'] = torch.Generator().manual_seed(generator)
    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter('always')
            result = getattr(torch.nn.init, snake(name))(tensor, *args, **given)
    except Exception as error:
        return {'error': str(error), 'kind': type(error).__name__}
    return {'tensor': tensor, 'same': result is tensor, 'next': torch.rand(2), 'warned': [str(w.message) for w in seen],
            'leaf': tensor.is_leaf and tensor.grad_fn is None and tensor.requires_grad}
def gain(name, param):
    try: return torch.nn.init.calculate_gain(value(name), param)
    except Exception as error: return str(error)
output = {'calls': [call(**c) for c in input['calls']], 'gains': [gain(*g) for g in input['gains']]}
`;

interface Outcome {
  readonly tensor?: Tensor;
  readonly next?: Tensor;
  readonly same?: boolean;
  readonly leaf?: boolean;
  readonly warned?: string[];
  readonly error?: string;
  readonly kind?: string;
}

const call = (name: string, shape: number[], args: unknown[] = [], options: Options = {}, more = {}): Call => ({
  ...{ name, shape, args, options, dtype: 'float32', generator: null, transposed: false },
  ...more,
});

const DTYPES = ['float64', 'bfloat16', 'float16'] as const;
const CONVOLUTIONS = ['linear', 'conv1d', 'conv2d', 'conv3d', 'convTranspose1d', 'convTranspose2d', 'convTranspose3d'];
const GAINS = [...CONVOLUTIONS, 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'leaky_relu', 'selu'];

const kaiming = ['kaimingUniform_', 'kaimingNormal_'].flatMap((name) => [
  call(name, [3, 5]),
  call(name, [4, 3, 2, 2], [], { mode: 'fanOut', nonlinearity: 'relu' }),
  call(name, [4, 3, 2], [], { a: Math.sqrt(5) }),
  call(name, [4, 3, 2], [], { a: 0.1, mode: 'fanOut' }, { generator: 5 }),
  ...GAINS.map((nonlinearity) => call(name, [2, 3, 1, 2, 2], [], { nonlinearity, a: 0.3 })),
  ...DTYPES.map((dtype) => call(name, [3, 40], [], {}, { dtype })),
  call(name, [3, 5], [], {}, { transposed: true }),
  call(name, [3, 0, 2]),
]);

const xavier = ['xavierUniform_', 'xavierNormal_'].flatMap((name) => [
  call(name, [3, 5]),
  call(name, [4, 3, 2, 2], [], { gain: Math.sqrt(2) }),
  call(name, [4, 3, 2], [], { gain: 0.1 }, { generator: 5 }),
  ...DTYPES.map((dtype) => call(name, [3, 40], [], {}, { dtype })),
  call(name, [3, 5], [], {}, { transposed: true }),
]);

const plain = [
  ...['uniform_', 'normal_'].flatMap((name) => [
    call(name, [3, 7]),
    call(name, []),
    call(name, [2, 3, 4], [0.25, 1.5]),
    call(name, [2, 0]),
    call(name, [40], [-1, 3], {}, { generator: 5 }),
    ...DTYPES.map((dtype) => call(name, [50], [], {}, { dtype })),
    call(name, [3, 5], [], {}, { transposed: true }),
  ]),
  ...['ones_', 'zeros_'].flatMap((name) => [call(name, [2, 3]), call(name, []), call(name, [0])]),
  ...[0.3, -1e30, Infinity].map((value) => call('constant_', [2, 3], [value])),
  ...[
    [3, 5],
    [5, 3],
    [4, 4],
    [0, 2],
  ].map((shape) => call('eye_', shape)),
  call('eye_', [3, 5], [], {}, { transposed: true, dtype: 'bfloat16' }),
  ...[
    [3, 4, 5],
    [6, 2, 3, 4],
    [6, 8, 2, 3, 4],
  ].flatMap((shape) => [call('dirac_', shape), call('dirac_', shape, [3])]),
  call('dirac_', [4, 2, 1], [4]),
  call('dirac_', [4, 2, 1], [-2]),
];

const truncated = [
  call('truncNormal_', [30, 30]),
  call('truncNormal_', [50], [], { mean: 1, std: 2, a: 0, b: 1.5 }),
  call('truncNormal_', [2, 80], [], { std: 0.02, a: -0.03, b: 0.01 }, { generator: 5 }),
  call('truncNormal_', [200], [], { a: 2, b: 4 }),
  call('truncNormal_', [200], [], { a: 2, b: 4 }, { generator: 5, dtype: 'float64' }),
  call('truncNormal_', [200], [], { mean: 5, a: -1, b: 1 }),
  call('truncNormal_', [200], [], { mean: -5, std: 1.5, a: -1, b: 1 }),
  call('truncNormal_', [0]),
  ...DTYPES.flatMap((dtype) => [
    call('truncNormal_', [300], [], { a: -0.7, b: 0.9 }, { dtype }),
    call('truncNormal_', [300], [], { a: 1.1, b: 1.9 }, { dtype }),
  ]),
  call('truncNormal_', [3, 50], [], {}, { transposed: true }),
];

const orthogonal = [
  ...[
    [3, 3],
    [2, 7],
    [7, 2],
    [4, 3, 2, 2],
    [9, 2, 2],
    [1, 5],
    [5, 1],
    [1, 1],
    [0, 4],
    [4, 0],
  ].map((shape) => call('orthogonal_', shape)),
  call('orthogonal_', [6, 4], [], { gain: 5 / 3 }),
  call('orthogonal_', [3, 4], [], {}, { transposed: true }),
  call('orthogonal_', [4, 6], [], { gain: 0.5 }, { generator: 5, dtype: 'float64' }),
];

const sparse = [
  ...[0, 0.1, 0.34, 0.5, 1, 1.5, -0.3].map((share) => call('sparse_', [7, 3], [share])),
  call('sparse_', [10, 4], [0.25], { std: 2 }),
  call('sparse_', [10, 4], [0.25], {}, { generator: 5, dtype: 'float64' }),
  call('sparse_', [4, 10], [0.5], {}, { transposed: true }),
];

const refused = [
  ...['eye_', 'orthogonal_', 'xavierUniform_', 'xavierNormal_', 'kaimingUniform_', 'kaimingNormal_', 'dirac_'].map(
    (name) => call(name, [3]),
  ),
  call('sparse_', [3], [0.5]),
  call('sparse_', [3, 2, 1], [0.5]),
  call('eye_', [3, 2, 1]),
  call('dirac_', [3, 2]),
  call('dirac_', [1, 1, 1, 1, 1, 1]),
  call('dirac_', [4, 2, 1], [3]),
  call('kaimingUniform_', [3, 2], [], { mode: 'sideways' }),
  call('kaimingNormal_', [3, 2], [], { nonlinearity: 'softplus' }),
  call('kaimingNormal_', [3, 2], [], { nonlinearity: 'softplus', mode: 'sideways' }),
  call('uniform_', [3], [2, 1]),
  call('normal_', [3], [0, -1]),
  call('truncNormal_', [3], [], { a: 2, b: -2 }),
];

/** These divide by zero in Python, so that only the refusal is compared. */
const dividing = [
  call('dirac_', [4, 2, 1], [0]),
  call('truncNormal_', [3], [], { std: 0 }),
  call('xavierUniform_', [0, 0]),
  call('xavierNormal_', [0, 3, 0]),
];

const CALLS = { plain, kaiming, xavier, truncated, orthogonal, sparse };
const GAIN_CASES: [string, unknown][] = [
  ...GAINS.map((name): [string, unknown] => [name, null]),
  ...[0, 0.2, -3, 1e-8, 1 / 3, Math.PI, true, 'steep'].map((param): [string, unknown] => ['leakyRelu', param]),
  ['tanh', 'unused'],
  ['softplus', null],
];

let python: { calls: Outcome[]; gains: (number | string)[] };
const everything = [...Object.values(CALLS).flat(), ...refused, ...dividing];
beforeAll(() => {
  python = runPython(PYTHON, { calls: everything, gains: GAIN_CASES });
});

const pythons = (one: Call): Outcome => python.calls[everything.indexOf(one)]!;
const describeCall = ({ name, ...rest }: Call): string => `${name} ${JSON.stringify(rest)}`;

function perform({ name, shape, args, options, dtype, generator, transposed }: Call): Outcome {
  torch.manualSeed(11);
  const full = torch.full([...shape], 7, { dtype: torch[dtype] });
  const tensor = (transposed ? full.t() : full).requiresGrad_();
  const source = generator === null ? {} : { generator: new torch.Generator().manualSeed(generator) };
  const given = Object.keys({ ...options, ...source }).length ? [{ ...options, ...source }] : [];
  const fill = init[name as keyof typeof init] as (tensor: Tensor, ...rest: unknown[]) => Tensor;
  const warned: string[] = [];
  forgetWarnings();
  const emit = jest.spyOn(process, 'emitWarning').mockImplementation((message) => void warned.push(String(message)));
  try {
    const result = fill(tensor, ...args, ...given);
    const leaf = tensor.isLeaf && tensor.gradFn === null && tensor.requiresGrad;
    return { tensor, same: result === tensor, next: torch.rand([2]), warned, leaf };
  } finally {
    emit.mockRestore();
  }
}

const inCamelCase = (text: string): string => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

test.each(Object.entries(CALLS))('%s: values, and what is drawn, are the same', (_, calls) => {
  for (const one of calls) {
    const [ours, expected, label] = [perform(one), pythons(one), describeCall(one)];
    expect([label, expected.error]).toEqual([label, undefined]);
    expect([label, bitDifference(ours.tensor!, expected.tensor!)]).toEqual([label, null]);
    expect([label, bitDifference(ours.next!, expected.next!)]).toEqual([label, null]);
    expect([label, ours.same, ours.leaf]).toEqual([label, expected.same, expected.leaf]);
    expect([label, ours.warned?.map(inCamelCase)]).toEqual([label, expected.warned?.map(inCamelCase)]);
  }
});

function refusal(one: Call): string {
  try {
    perform(one);
  } catch (error) {
    return (error as Error).message;
  }
  return 'was accepted';
}

const normalized = (text: string): string => inCamelCase(text).replace(/[[\]']/g, '');

test('what Python refuses is refused with its words', () => {
  for (const one of refused) {
    const { error } = pythons(one);
    expect([describeCall(one), typeof error]).toEqual([describeCall(one), 'string']);
    // What libtorch refuses is followed here by the arguments.
    expect(`${describeCall(one)}: ${normalized(refusal(one))}`).toContain(normalized(error!));
  }
});

test('what divides by zero in Python is refused', () => {
  expect(dividing.map((one) => pythons(one).kind)).toEqual(dividing.map(() => 'ZeroDivisionError'));
  expect(dividing.map(refusal)).toEqual([
    'dim 0 must be divisible by groups',
    'std has to be other than 0',
    ...['xavierUniform_', 'xavierNormal_'].map(() => 'fan in and fan out are both 0'),
  ]);
});

test('calculateGain', () => {
  const gain = init.calculateGain as (name: string, param: unknown) => number;
  const ours = GAIN_CASES.map(([name, param]) => {
    try {
      return gain(name, param);
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(ours).toEqual(
    python.gains.map((value) =>
      value === 'negative_slope True not a valid number' ? 'negative_slope true not a valid number' : value,
    ),
  );
});

test('an argument that is not a tensor, or not a number of groups, is named', () => {
  const unchecked = init as unknown as Record<string, (...args: unknown[]) => unknown>;
  const fills = Object.keys(init).filter((name) => name.endsWith('_'));
  expect(fills.length).toBe(14);
  for (const name of fills) {
    for (const value of [undefined, null, 3, {}, [1, 2]]) expect(() => unchecked[name]!(value, 1)).toThrow(TypeError);
  }
  expect(() => init.dirac_(torch.zeros([3, 2, 1]), 1.5)).toThrow(TypeError);
});

test('a meta tensor stays as it is', () => {
  const meta = (...shape: number[]): Tensor => torch.empty(shape, { device: 'meta' });
  const square = meta(3, 3);
  expect(init.truncNormal_(square) === square).toBe(true);
  expect(init.orthogonal_(square) === square).toBe(true);
  expect(init.sparse_(square, 0.5) === square).toBe(true);
  const kernel = meta(3, 3, 3);
  expect(init.dirac_(kernel) === kernel).toBe(true);
  expect(init.xavierUniform_(square).device.type).toBe('meta');
});
