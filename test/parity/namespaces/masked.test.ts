/** `torch.masked` and `torch.nested` beside Python's, in bits. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const PYTHON = `
import torch.masked as m, torch.nested as n
torch.manual_seed(3)
f = torch.randn(3, 4, 2); i = torch.randint(-5, 5, (3, 4, 2)); c = torch.randn(3, 4, dtype=torch.complex64)
mask = torch.rand(3, 4, 2) > 0.4; row = torch.tensor([[True], [False]]).expand(2, 1).reshape(2) ; none = torch.zeros(3, 4, 2, dtype=torch.bool)
def text(f):
    try: return f()
    except Exception as e: return str(e).split('\\n')[0]
output = {'f': f, 'i': i, 'c': c, 'mask': mask, 'row': row, 'none': none, 'cases': {}}
def case(name, fn):
    output['cases'][name] = [text(lambda: fn(x, k)) for x in (f, i) for k in (mask, row, none, None)]
for name in ('sum', 'prod', 'amax', 'amin', 'mean', 'logsumexp', 'std', 'var', 'norm'):
    g = getattr(m, name)
    case(name, lambda x, k: g(x, mask=k))
    if name != 'norm':
        case(name + ' dim', lambda x, k: g(x, 1, mask=k, keepdim=True))
        case(name + ' dims', lambda x, k: g(x, (-1, 0), mask=k, dtype=torch.float64))
case('norm ord', lambda x, k: m.norm(x, 3.0, 1, mask=k)); case('norm inf', lambda x, k: m.norm(x, float('-inf'), 1, mask=k))
case('var biased', lambda x, k: m.var(x, 1, False, mask=k)); case('std correction', lambda x, k: m.std(x, 0, correction=2, mask=k))
for name in ('argmax', 'argmin', 'median'): g = getattr(m, name); case(name, lambda x, k: g(x, 1, mask=k))
case('argmax all', lambda x, k: m.argmax(x, mask=k))
for name in ('cumsum', 'cumprod', 'softmax', 'log_softmax', 'softmin'): g = getattr(m, name); case(name, lambda x, k: g(x, -1, mask=k))
case('normalize', lambda x, k: m.normalize(x, 2.0, 1, mask=k))
case('logaddexp', lambda x, k: m.logaddexp(x, x * 2, input_mask=k, other_mask=mask))
output['complex'] = [m.sum(c), m.var(c, 0), m.mean(c, mask=mask[:, :, 0])]
output['errors'] = [text(lambda: m.sum(f, (0, 0))), text(lambda: m.sum(f, 5)), text(lambda: m.sum(c, mask=mask)), text(lambda: m.var(f, 0, True, correction=1))]
x = f.clone().requires_grad_(); m.softmax(x, 1, mask=mask)[mask].sin().sum().backward(); output['gradient'] = x.grad

a, b = torch.randn(2, 3), torch.randn(4, 3)
t = n.nested_tensor([a, b]); x = a.clone().requires_grad_()
n.to_padded_tensor(n.as_nested_tensor([x, b]).sin(), 7.).sum().backward()
output['nested'] = [a, b, n.to_padded_tensor(t, -1.), n.to_padded_tensor(t, 0., (2, 5, 4)), n.to_padded_tensor(n.nested_tensor([[1, 2], [3]]), 0),
  *n.narrow(f, 0, 1, 2).unbind(), *n.as_nested_tensor(f).unbind(), x.grad, *t.unbind(), t.size(0), t.size(2), t.is_nested,
  n.to_padded_tensor(n.nested_tensor([a, b], dtype=torch.float64), 0.)]
output['nested errors'] = [text(lambda: t.size(1)), text(lambda: n.as_nested_tensor(torch.ones(2))), text(lambda: n.as_nested_tensor([1, 2]))]
`;

interface Python {
  readonly f: Tensor;
  readonly i: Tensor;
  readonly c: Tensor;
  readonly mask: Tensor;
  readonly row: Tensor;
  readonly none: Tensor;
  readonly cases: Record<string, readonly unknown[]>;
  readonly complex: readonly Tensor[];
  readonly errors: readonly string[];
  readonly gradient: Tensor;
  readonly nested: readonly unknown[];
  readonly 'nested errors': readonly string[];
}
let python: Python;
beforeAll(() => {
  python = runPython(PYTHON);
});

const { masked: m, nested: n } = torch;

function attempt(body: () => unknown): unknown {
  try {
    return body();
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

type Body = (x: Tensor, mask: Tensor | null) => Tensor;
const plain = ['sum', 'prod', 'amax', 'amin', 'mean', 'logsumexp', 'std', 'var'] as const;
const CASES: Record<string, Body> = {
  ...Object.fromEntries(
    plain.flatMap((name): [string, Body][] => [
      [name, (x, mask) => m[name](x, { mask })],
      [`${name} dim`, (x, mask) => m[name](x, 1, { mask, keepdim: true })],
      [`${name} dims`, (x, mask) => m[name](x, [-1, 0], { mask, dtype: torch.float64 })],
    ]),
  ),
  norm: (x, mask) => m.norm(x, { mask }),
  'norm ord': (x, mask) => m.norm(x, 3, 1, { mask }),
  'norm inf': (x, mask) => m.norm(x, -Infinity, 1, { mask }),
  'var biased': (x, mask) => m.var(x, 1, false, { mask }),
  'std correction': (x, mask) => m.std(x, 0, { correction: 2, mask } as never),
  argmax: (x, mask) => m.argmax(x, 1, { mask }),
  argmin: (x, mask) => m.argmin(x, 1, { mask }),
  median: (x, mask) => m.median(x, 1, { mask }),
  'argmax all': (x, mask) => m.argmax(x, { mask }),
  cumsum: (x, mask) => m.cumsum(x, -1, { mask }),
  cumprod: (x, mask) => m.cumprod(x, -1, { mask }),
  softmax: (x, mask) => m.softmax(x, -1, { mask }),
  log_softmax: (x, mask) => m.logSoftmax(x, -1, { mask }),
  softmin: (x, mask) => m.softmin(x, -1, { mask }),
  normalize: (x, mask) => m.normalize(x, 2, 1, { mask }),
  logaddexp: (x, mask) => m.logaddexp(x, x.mul(2), { inputMask: mask, otherMask: python.mask }),
};

test('the cases are those of Python', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(python.cases).sort());
});

test.each(Object.keys(CASES))('%s', (name) => {
  const masks = [python.mask, python.row, python.none, null];
  const results = [python.f, python.i].flatMap((x) => masks.map((mask) => attempt(() => CASES[name]?.(x, mask))));
  (python.cases[name] ?? []).forEach((expected, i) => {
    const actual = results[i];
    // Where both refuse, libtorch's texts begin with the operator here.
    if (typeof expected === 'string') expect([i, typeof actual]).toEqual([i, 'string']);
    else if (typeof actual === 'string') throw new Error(`${name} ${i}: ${actual}`);
    else expectBitEqual(actual as Tensor, expected as Tensor, `${name} ${i}`);
  });
});

test('complex numbers, gradients and errors', () => {
  const { c, mask, f } = python;
  const results = [m.sum(c), m.var(c, 0), m.mean(c, { mask: mask.select(2, 0) })];
  results.forEach((tensor, i) => expectBitEqual(tensor, python.complex[i] as Tensor, `complex ${i}`));
  const x = f.clone().requiresGrad_();
  m.softmax(x, 1, { mask }).maskedSelect(mask).sin().sum().backward();
  expectBitEqual(x.grad as Tensor, python.gradient);
  const errors = [
    () => m.sum(f, [0, 0]),
    () => m.sum(f, 5),
    () => m.sum(c, { mask }),
    () => m.var(f, 0, true, { correction: 1 }),
  ];
  expect(errors.map((body) => String(attempt(body)))).toEqual(python.errors);
  expect(() => m.sum(f.toSparse())).toThrow('masked sum expects strided');
  expect(() => m.sum(f, { masc: mask } as never)).toThrow("did you mean 'mask'");
});

test('nested tensors', () => {
  const [a, b, ...expected] = python.nested as [Tensor, Tensor, ...unknown[]];
  const t = n.nestedTensor([a, b]);
  const x = a.clone().requiresGrad_();
  n.toPaddedTensor(n.asNestedTensor([x, b]).sin(), 7)
    .sum()
    .backward();
  const results = [
    n.toPaddedTensor(t, -1),
    n.toPaddedTensor(t, 0, [2, 5, 4]),
    n.toPaddedTensor(n.nestedTensor([[1, 2], [3]]), 0), // prettier-ignore
    ...n.narrow(python.f, 0, 1, 2).unbind(),
    ...n.asNestedTensor(python.f).unbind(),
    x.grad,
    ...t.unbind(),
    t.size(0),
    t.size(2),
    t.isNested,
    n.toPaddedTensor(n.nestedTensor([a, b], { dtype: torch.float64 }), 0),
  ];
  expect(results).toHaveLength(expected.length);
  results.forEach((result, i) => {
    if (expected[i] instanceof torch.Tensor) expectBitEqual(result as Tensor, expected[i], `nested ${i}`);
    else expect([i, result]).toEqual([i, expected[i]]);
  });
  const errors = [() => t.size(1), () => n.asNestedTensor(torch.ones([2])), () => n.asNestedTensor([1, 2] as never)];
  errors.forEach((body, i) => expect(String(attempt(body))).toContain(python['nested errors'][i]?.trim()));
  expect(() => n.nestedTensor([a, b], { layout: torch.jagged })).toThrow(
    'libtorch has no kernels for the jagged layout: use the strided one, or torch.nested.nestedTensorFromJagged()',
  );
});
