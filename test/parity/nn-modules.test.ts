/** Every module beside Python's: state, outputs, gradients, printing, while training and not. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { aten } from '../../lib/nn/functional/define';
import { bitDifference, runPython } from '../support/python';
import { CASES, type ModuleCase } from '../support/nn-corpus';

interface Answer {
  readonly text: string;
  readonly keys: readonly string[];
  readonly state: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly gradients: readonly (Tensor | null)[];
}

const PYTHON = `
import re
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
def flat(x):
    if isinstance(x, (list, tuple)): return [t for part in x for t in flat(part)]
    return [] if x is None else [x]
def real(t): return torch.view_as_real(t) if t.is_complex() else t
def tuples(x): return tuple(x) if isinstance(x, list) else x
def run(case, train):
    torch.manual_seed(7)
    options = {snake(k): tuples(v) for k, v in case['options'].items()}
    module = getattr(torch.nn, case['kind'])(*[tuples(a) for a in case['args']], **options)
    module.train(train)
    given = [x.clone() if isinstance(x, torch.Tensor) else x for x in case['inputs']]
    leaves = []
    def leaf(x, depth):
        if isinstance(x, list): return tuple(leaf(y, depth) for y in x)
        if isinstance(x, torch.Tensor) and x.is_floating_point() and depth < case['differentiable']:
            x = x.clone().requires_grad_(); leaves.append(x)
        return x
    inputs = [leaf(x, depth) for depth, x in enumerate(given)]
    named = {snake(k): v for k, v in case['named'].items()}
    torch.manual_seed(11)
    # Python's fast path of attention is for inference; here gradients are recorded.
    outputs = flat(module(*inputs, **named))
    floats = [o for o in outputs if o.requires_grad]
    if floats: sum(o.sin().sum() for o in floats).backward()
    learned = leaves + list(module.parameters())
    return {'text': repr(module), 'keys': list(module.state_dict()),
        'state': [t.clone() for t in module.state_dict().values()], 'outputs': outputs, 'gradients': [t.grad for t in learned]}
output = [[run(case, train) for train in (True, False)] for case in input]
`;

type AnyModule = nn.Module & { forward(...inputs: unknown[]): unknown };

function flat(value: unknown): Tensor[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.flatMap(flat) : [value as Tensor];
}

function answer(one: ModuleCase, train: boolean): Answer {
  torch.manualSeed(7);
  const Class = (nn as unknown as Record<string, new (...args: unknown[]) => AnyModule>)[one.kind]!;
  const module = new Class(...one.args, one.options).train(train);
  const leaves: Tensor[] = [];
  const leaf = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => leaf(item, depth));
    if (!(value instanceof torch.Tensor)) return value;
    const copy = aten('clone')(value);
    if (!value.dtype.isFloatingPoint || depth >= one.differentiable) return copy;
    leaves.push(copy.requiresGrad_());
    return copy;
  };
  const inputs = one.inputs.map(leaf);
  torch.manualSeed(11);
  const named = Object.keys(one.named).length ? [one.named] : [];
  const outputs = flat(module.forward(...inputs, ...named));
  const sums = outputs.filter((output) => output.requiresGrad).map((output) => aten('sum')(aten('sin')(output)));
  if (sums.length) sums.reduce((a, b) => aten('add')(a, b)).backward();
  const state = module.stateDict();
  return {
    text: String(module),
    keys: Object.keys(state),
    state: Object.values(state),
    outputs,
    gradients: [...leaves, ...module.parameters()].map(({ grad }) => grad),
  };
}

function compare(actual: Answer, expected: Answer, tolerance: number): void {
  expect(actual.text).toBe(expected.text);
  expect(actual.keys).toEqual(expected.keys);
  for (const part of ['state', 'outputs', 'gradients'] as const) {
    expect([part, actual[part].length]).toEqual([part, expected[part].length]);
    actual[part].forEach((tensor, k) => {
      const other = expected[part][k]!;
      if (!tensor || !other) return expect([part, k, tensor]).toEqual([part, k, other]);
      const difference = tolerance && close(tensor, other, tolerance) ? null : bitDifference(tensor, other);
      expect([part, k, difference]).toEqual([part, k, null]);
    });
  }
}

function close(a: Tensor, b: Tensor, tolerance: number): boolean {
  return (
    a.dtype === b.dtype && a.shape.join() === b.shape.join() && Boolean(aten('allclose')(a, b, tolerance, tolerance))
  );
}

let python: [Answer, Answer][];
beforeAll(() => {
  python = runPython<[Answer, Answer][]>(
    PYTHON,
    CASES.map(({ kind, args, options, inputs, named, differentiable }) => ({
      ...{ kind, args, options, inputs, named, differentiable },
    })),
  );
}, 300_000);

describe.each([
  ['training', 0, true],
  ['evaluating', 1, false],
] as const)('%s', (_mode, index, train) => {
  test.each(CASES.map((one, i) => [one.name, i] as const))('%s', (_, i) => {
    const one = CASES[i]!;
    compare(answer(one, train), python[i]![index], one.tolerance);
  });
});
