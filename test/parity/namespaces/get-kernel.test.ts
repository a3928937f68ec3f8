/** `torch.library.getKernel` beside Python's. */
import * as torch from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { getKernel } = torch.library;

const PYTHON = `
x, keys = torch.tensor([0.5, 1., -2.]), torch._C._dispatch_keys(torch.ones(2))
output = {'values': [], 'texts': [], 'errors': []}
for name, key, args, kwargs in [
    ('aten::sin', 'CPU', (x,), {}), ('aten::add.Tensor', 'CPU', (x, x), {'alpha': 3}), ('aten::sum.dim_IntList', 'CPU', (x, [0]), {}),
    ('aten::matmul', 'CPU', (x, x), {}), ('aten::sin', 'CUDA', (x,), {}), ('aten::topk', 'CPU', (x, 2), {}),
]:
    kernel = torch.library.get_kernel(name, key)
    result = kernel.call_boxed(keys, *args, **kwargs)
    output['values'] += list(result) if isinstance(result, (tuple, list)) else [result]
    output['texts'].append(repr(kernel))
for args in [('aten::nope', 'CPU'), ('aten::sin', 'Nope'), ('aten::sin', 'Autograd'), ('aten::add', 'CPU')]:
    try: torch.library.get_kernel(*args)
    except Exception as error: output['errors'].append(str(error))
`;

interface Answer {
  readonly values: torch.Tensor[];
  readonly texts: string[];
  readonly errors: string[];
}

test('finds and calls the kernels that Python finds', () => {
  const python = runPython<Answer>(PYTHON);
  const x = torch.tensor([0.5, 1, -2]);
  const kernels = [
    ...[getKernel('aten::sin', 'CPU'), getKernel('aten::add.Tensor', 'CPU'), getKernel('aten::sum.dim_IntList', 'CPU')],
    ...[getKernel('aten::matmul', 'CPU'), getKernel('aten::sin', 'CUDA'), getKernel('aten::topk', 'CPU')],
  ];
  const args: readonly (readonly unknown[])[] = [[x], [x, x, { alpha: 3 }], [x, [0]], [x, x], [x], [x, 2]];
  const values = kernels.flatMap((kernel, i) => kernel.callBoxed(...args[i]!) as torch.Tensor | torch.Tensor[]);
  expect(values).toHaveLength(python.values.length);
  values.forEach((value, i) => expectBitEqual(value, python.values[i]!, String(i)));
  const file = (text: string): string => /(\w+)\.cpp/.exec(text)?.[1] ?? text;
  expect(kernels.map(String).map(file)).toEqual(python.texts.map(file));
  const wrong = [
    () => getKernel('aten::nope', 'CPU'),
    () => getKernel('aten::sin', 'Nope'),
    () => getKernel('aten::sin', 'Autograd'),
    () => getKernel('aten::add', 'CPU'),
  ];
  const messages = wrong.map((body) => {
    try {
      return String(body());
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(messages).toEqual(python.errors);
});

test("a kernel below autograd records nothing, and autograd's own records", () => {
  const x = torch.tensor([0.5, 1], { requiresGrad: true });
  const below = getKernel('aten::sin', 'CPU').callBoxed(x) as torch.Tensor;
  expect(below.requiresGrad).toBe(false);
  const recorded = getKernel('aten::sin', 'AutogradCPU').callBoxed(x) as torch.Tensor;
  recorded.sum().backward();
  expectBitEqual(x.grad!, x.detach().cos());
});

test('calls the former kernel from the one that replaces it', () => {
  using library = new torch.library.Library('kernels', 'DEF');
  library.define('twice(Tensor x) -> Tensor');
  library.impl('twice', (x: torch.Tensor) => x.mul(2), 'CPU');
  const former = getKernel('kernels::twice', 'CPU');
  using other = new torch.library.Library('kernels', 'IMPL');
  other.impl('twice', (x: torch.Tensor) => former.callBoxed(x.add(1)), 'CPU', { allowOverride: true });
  const twice = torch.ops['kernels'] as Record<string, (x: torch.Tensor) => torch.Tensor>;
  expect(twice['twice']!(torch.ones([2])).tolist()).toEqual([4, 4]);
  expect((former.callBoxed(torch.ones([2])) as torch.Tensor).tolist()).toEqual([2, 2]);
});

test('arguments are checked as those of the operator, and a kernel ends with its library', () => {
  const add = getKernel('aten::add.Tensor', 'CPU');
  expect(() => add.callBoxed(torch.ones([2]))).toThrow(/other/);
  expect(() => add.callBoxed(torch.ones([2]), torch.ones([2]), { beta: 2 })).toThrow("unknown argument 'beta'");
  expect(() => getKernel(torch.ops.aten['add'] as torch.RawOperator, 'CPU')).toThrow('expected one overload');
  const overload = torch.ops.aten['add']!['Tensor'] as torch.RawOperator;
  expectBitEqual(
    getKernel(overload, 'CPU').callBoxed(torch.ones([2]), torch.ones([2])) as torch.Tensor,
    torch.full([2], 2, { dtype: torch.float32 }),
  );
  const library = new torch.library.Library('ending', 'DEF');
  library.define('same(Tensor x) -> Tensor');
  library.impl('same', (x: torch.Tensor) => x.clone(), 'CPU');
  const kernel = getKernel('ending::same', 'CPU');
  library.destroy();
  expect(() => kernel.callBoxed(torch.ones([2]))).toThrow(/invalidated|does not exist|no operator/);
});
