/** Every function of nn.functional that is here, beside Python's: results and gradients, bit by bit. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { camelCase } from '../../lib/arguments/names';
import { FUNCTIONS, type FunctionCase } from '../support/functional-corpus';
import { bitDifference, runPython } from '../support/python';

interface Answer {
  readonly results: Tensor[];
  readonly gradients: (Tensor | null)[];
}

const PYTHON = `
import re, inspect
import torch.nn.functional as F
# Arguments that take no gradients: running statistics, labels that are floats, what has no derivative.
STILL = {'batch_norm': (1, 2), 'soft_margin_loss': (1,), 'native_channel_shuffle': (0,)}
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
def flat(x): return [t for part in x for t in flat(part)] if isinstance(x, (list, tuple)) else [x]
def run(case):
    torch.manual_seed(3)
    leaves = []
    def leaf(x):
        if not isinstance(x, torch.Tensor) or not x.is_floating_point(): return tuple(x) if isinstance(x, list) else x
        x = x.clone().requires_grad_(); leaves.append(x)
        return x * 1
    still = STILL.get(case['name'], ())
    args = [a if i in still else leaf(a) for i, a in enumerate(case['args'])]
    options = {}
    for k, v in case['options'].items():
        if k == 'dtype': v = getattr(torch, v.removeprefix('torch.'))
        options[snake(k)] = tuple(v) if isinstance(v, list) else v
    results = flat(getattr(F, case['name'])(*args, **options))
    floats = [t for t in results if t.requires_grad]
    if floats: sum(t.sin().sum() for t in floats).backward()
    return {'results': results, 'gradients': [x.grad for x in leaves]}
def attempt(case):
    try: return run(case)
    except Exception as error: raise RuntimeError(case['name'] + ' ' + str(list(case['options']))) from error
output = {'answers': [attempt(case) for case in input], 'names': [n for n, v in vars(F).items() if callable(v)]}
`;

/** As in the script above. */
const STILL: Readonly<Record<string, readonly number[]>> = {
  batch_norm: [1, 2],
  soft_margin_loss: [1],
  native_channel_shuffle: [0],
};

function answer({ name, args, options }: FunctionCase): Answer {
  torch.manualSeed(3);
  const leaves: Tensor[] = [];
  const leaf = (value: unknown): unknown => {
    if (!(value instanceof torch.Tensor) || !value.dtype.isFloatingPoint) return value;
    const copy = value.clone().requiresGrad_();
    leaves.push(copy);
    return copy.mul(1);
  };
  const still = STILL[name] ?? [];
  const given = args.map((value, i) => {
    if (!still.includes(i)) return leaf(value);
    return (value as Tensor).clone();
  });
  const call = (nn.functional as unknown as Record<string, (...args: unknown[]) => unknown>)[camelCase(name)]!;
  const results = [call(...given, ...(Object.keys(options).length ? [options] : []))].flat() as Tensor[];
  const sums = results.filter(({ requiresGrad }) => requiresGrad).map((result) => result.sin().sum());
  if (sums.length) sums.reduce((a, b) => a.add(b)).backward();
  return { results, gradients: leaves.map(({ grad }) => grad) };
}

let python: { answers: Answer[]; names: string[] };
beforeAll(() => {
  const sent = FUNCTIONS.map(({ name, args, options }) => ({
    ...{ name, args },
    options: Object.fromEntries(
      Object.entries(options).map(([key, value]) => [key, value instanceof torch.DType ? String(value) : value]),
    ),
  }));
  python = runPython(PYTHON, sent);
}, 120_000);

test.each(FUNCTIONS.map((one, i) => [`${one.name} ${JSON.stringify(Object.keys(one.options))}`, i] as const))(
  '%s',
  (_, i) => {
    const [actual, expected] = [answer(FUNCTIONS[i]!), python.answers[i]!];
    for (const part of ['results', 'gradients'] as const) {
      expect([part, actual[part].length]).toEqual([part, expected[part].length]);
      actual[part].forEach((tensor, k) => {
        const other = expected[part][k] ?? null;
        const difference = tensor && other ? bitDifference(tensor, other) : tensor === other ? null : 'one is missing';
        expect([part, k, difference]).toEqual([part, k, null]);
      });
    }
  },
);

test('every function is among them', () => {
  // nn-heads.test.ts compares the function of 25 arguments.
  const called = new Set([...FUNCTIONS.map(({ name }) => name), 'multi_head_attention_forward']);
  const space = nn.functional as unknown as Record<string, unknown>;
  const here = python.names.filter((name) => typeof space[camelCase(name)] === 'function');
  expect(here.filter((name) => !called.has(name))).toEqual([]);
  expect(here.length).toBeGreaterThan(120);
});
