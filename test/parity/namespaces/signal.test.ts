/** `torch.signal.windows` beside Python: bits, gradients' flags and messages. */
import * as torch from '../../../lib/index';
import { camelCase, snakeCase } from '../../../lib/arguments/names';
import { expectBitEqual, runPython } from '../../support/python';

type Options = Readonly<Record<string, unknown>>;
type Case = readonly [name: string, M: number, options: Options];

const FAMILY: Readonly<Record<string, readonly Options[]>> = {
  bartlett: [{}],
  blackman: [{}],
  cosine: [{}],
  exponential: [{}, { tau: 0.5 }, { tau: 7, sym: false, center: 2.5 }],
  gaussian: [{}, { std: 0.9 }],
  generalCosine: [{ a: [0.46, 0.23, 0.31] }, { a: [1] }],
  generalHamming: [{}, { alpha: 0.25 }],
  hamming: [{}],
  hann: [{}],
  kaiser: [{}, { beta: 0 }, { beta: 8.6 }],
  nuttall: [{}],
};

const CASES: readonly Case[] = Object.entries(FAMILY).flatMap(([name, list]) =>
  list.flatMap((options) =>
    [0, 1, 2, 3, 10, 51].flatMap((M) =>
      ['float32', 'float64'].flatMap((dtype) =>
        [true, false]
          .filter((sym) => !('center' in options) || !sym)
          .map((sym): Case => [name, M, { ...options, sym, dtype }]),
      ),
    ),
  ),
);

const PYTHON = `
from torch.signal import windows
output = []
for name, M, options in input:
    options = {k: getattr(torch, v) if k == 'dtype' else v for k, v in options.items()}
    try: output.append(getattr(windows, name)(M, **options))
    except Exception as error: output.append(f'{type(error).__name__}: {error}')
`;

const windows = torch.signal.windows as unknown as Record<string, (M: number, options: Options) => torch.Tensor>;

const here = ([name, M, options]: Case): torch.Tensor => {
  const dtype = (torch as unknown as Record<string, torch.DType>)[String(options['dtype'])];
  return windows[name]!(M, { ...options, dtype });
};

const asked = (cases: readonly Case[]): unknown[] =>
  runPython(
    PYTHON,
    cases.map(([name, M, options]) => [snakeCase(name), M, options]),
  );

test('each window has the bits of Python', () => {
  expect(CASES.length).toBeGreaterThan(350);
  const answers = asked(CASES) as torch.Tensor[];
  CASES.forEach((one, i) => expectBitEqual(here(one), answers[i]!, JSON.stringify(one)));
});

test('the namespace is that of Python', () => {
  const names = runPython<string[]>('from torch.signal import windows; output = windows.__all__');
  expect(Object.keys(torch.signal.windows).sort()).toEqual(names.map(camelCase).sort());
});

const WRONG: readonly Case[] = [
  ...Object.keys(FAMILY).map((name): Case => [name, -1, name === 'generalCosine' ? { a: [1] } : {}]),
  ['exponential', 3, { tau: 0 }],
  ['exponential', 3, { tau: -1 }],
  ['exponential', 3, { center: 1 }],
  ['gaussian', 3, { std: 0 }],
  ['kaiser', 3, { beta: -2 }],
  ['generalCosine', 3, { a: [] }],
  ['generalCosine', 3, { a: 3 }],
  ['blackman', 3, { dtype: 'float16' }],
  ['hann', 3, { dtype: 'int64' }],
];

test('what is wrong is said as in Python', () => {
  const answers = asked(WRONG) as string[];
  WRONG.forEach((one, i) => {
    const { message, text } = caught(() => here(one));
    expect([one, text]).toEqual([one, answers[i]!.replace(/^\w+: /, '')]);
    expect(message).toMatch(answers[i]!.startsWith('TypeError') ? /TypeError/ : /ValueError/);
  });
});

function caught(call: () => unknown): { message: string; text: string } {
  try {
    call();
  } catch (error) {
    return {
      message: (error as Error).name + String((error as Error).constructor.name),
      text: (error as Error).message,
    };
  }
  return { message: 'nothing', text: 'nothing was thrown' };
}

test('a window that is recorded, and what is no option', () => {
  expect(torch.signal.windows.hann(4, { requiresGrad: true }).requiresGrad).toBe(true);
  expect(() => torch.signal.windows.hann(4, { symm: false } as never)).toThrow(/did you mean 'sym'/);
  expect(() => torch.signal.windows.hann(4.5)).toThrow(TypeError);
  expect(() => torch.signal.windows.hann(3, { layout: torch.sparseCoo })).toThrow(
    'general_cosine is implemented for strided tensors only, got: torch.sparse_coo',
  );
});
