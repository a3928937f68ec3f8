/** `torch.typename` and `Tensor.type()` beside Python. */
import * as torch from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { PYTHON_SPACES, spaceAt } from '../../../lib/ops/print/python-names';
import { RENAMED_CLASSES } from '../../../scripts/ops/names';
import { INSTANCES, joinAlone } from '../../support/instances';
import { runPython } from '../../support/python';

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * All that Python's namespaces show. A builtin has its public name, and so has a function that was made in another one: Python
 * says `torch._VariableFunctionsClass.abs` and `torch._jit_internal.boolean_dispatch.<locals>.fn` of these.
 */
const PYTHON = `
import importlib, inspect, types, warnings
warnings.simplefilter('ignore')
def name_of(space, name, value):
    text = torch.typename(value)
    if isinstance(value, type) or inspect.ismodule(value): return text
    return f'{space}.{name}' if isinstance(value, types.BuiltinFunctionType) or '<' in text else text
def shown(space):
    module = importlib.import_module(space)
    values = {n: v for n, v in vars(module).items() if not n.startswith('_') and isinstance(v, (type, types.FunctionType, types.BuiltinFunctionType))}
    return {n: name_of(space, n, v) for n, v in values.items()}
output = {space: shown(space) for space in input}
`;

const classOf = (value: unknown): boolean =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

let python: Names;
beforeAll(() => {
  python = runPython<Names>(PYTHON, PYTHON_SPACES);
});

test('classes and functions have the names and the modules that Python gives', () => {
  const wrong: string[] = [];
  let equal = 0;
  for (const space of PYTHON_SPACES) {
    const here = spaceAt(torch, space) ?? {};
    for (const [name, expected] of Object.entries(python[space] ?? {})) {
      const value = here[RENAMED_CLASSES[`${space}.${name}`] ?? (name in here ? name : camelCase(name))];
      if (typeof value !== 'function' || !expected.startsWith('torch.')) continue;
      const found = torch.typename(value);
      // What Python shows in several places has the name of the first one here, where it is a function without a module.
      if (found === expected || (!classOf(value) && found.endsWith(`.${name}`))) equal++;
      else wrong.push(`${space}.${name}: ${found}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(equal).toBeGreaterThan(1000);
});

test.each(['nn', 'optim', 'optim.lrScheduler', 'distributions'])('every class of %s is known', (path) => {
  const space = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], torch);
  const classes = Object.entries(space as object).filter(([, value]) => classOf(value));
  const unknown = classes.filter(([name, value]) => torch.typename(value) === `torch.${path}.${name}`);
  // Python says so of two, and its IncompatibleKeys is private.
  const alike = ['IncompatibleKeys', 'Adafactor', 'Muon'];
  expect(unknown.map(([name]) => name).filter((name) => !alike.includes(name))).toEqual([]);
});

beforeAll(joinAlone);
afterAll(() => torch.distributed.destroyProcessGroup());

test('an object has the name of its class', () => {
  const found = Object.entries(INSTANCES).flatMap(([name, make]) => {
    const value = make();
    if (torch.isTensor(value)) return [];
    const expected = torch.typename(value.constructor);
    return torch.typename(value) === expected ? [] : [`${name}: ${torch.typename(value)}, not ${expected}`];
  });
  expect(found).toEqual([]);
  class Net extends torch.nn.Linear {}
  expect([torch.typename(new Net(1, 1)), torch.typename(Net)]).toEqual(['Net', 'Net']);
  expect(torch.typename(new (class {})())).toBe('object');
});

test('values and namespaces', () => {
  const theirs = runPython<string[]>(
    'from torch.optim import lr_scheduler\n' +
      'values = (1, 1.5, True, "a", None, [1], {}, 1j, slice(0, 1), set(), torch.float32, torch.device("cpu"), torch.strided)\n' +
      'values += (torch.nn.Parameter(torch.ones(1)), torch, torch.nn, torch.nn.functional, lr_scheduler, torch.Generator())\n' +
      'output = [torch.typename(x) for x in values]',
  );
  const ours = [
    ...[1, 1.5, true, 'a', null, [1], {}, torch.complexNumber(0, 1), torch.slice(0, 1), new Set()],
    ...[torch.float32, new torch.Device('cpu'), torch.strided, new torch.nn.Parameter(torch.ones([1]))],
    ...[torch, torch.nn, torch.nn.functional, torch.optim.lrScheduler, new torch.Generator()],
  ];
  expect(ours.map((one) => torch.typename(one))).toEqual(theirs);
  expect([torch.typename(1n), torch.typename(undefined), torch.typename(new Map())]).toEqual([
    'int',
    'NoneType',
    'dict',
  ]);
  expect(torch.typename(torch.training.Trainer)).toBe('torch.training.Trainer');
});

const DTYPES = [...new Set(Object.values(torch).filter((value) => value instanceof torch.DType))];

test('tensors of every dtype, device and layout have the type that Python names', () => {
  const theirs = runPython<string[][]>(
    `
def attempt(call):
    try: return call()
    except Exception as error: return str(error)
x = torch.eye(2)
kinds = [x.to_sparse(), x.bfloat16().to_sparse(), x.to_sparse_csr(), x.to_sparse_csc(), x.to_sparse_bsr((1, 1)), x.to_mkldnn(),
         torch.quantize_per_tensor(x, 1, 0, torch.qint8), x.to('meta'), torch.nested.nested_tensor([x])]
output = [[torch.empty(1, dtype=getattr(torch, name)).type() for name in input], [attempt(k.type) for k in kinds]]
`,
    DTYPES.map(({ name }) => name),
  );
  expect(DTYPES.length).toBeGreaterThan(25);
  expect(DTYPES.map((dtype) => torch.empty([1], { dtype }).type())).toEqual(theirs[0]);
  const x = torch.eye(2);
  const kinds = [
    ...[
      x.toSparse(),
      x.to(torch.bfloat16).toSparse(),
      x.toSparseCsr(),
      x.toSparseCsc(),
      x.toSparseBsr([1, 1]),
      x.toMkldnn(),
    ],
    ...[torch.quantizePerTensor(x, 1, 0, torch.qint8), x.to('meta'), torch.nested.nestedTensor([x])],
  ];
  expect(kinds.map((one) => attempt(() => one.type()))).toEqual(theirs[1]);
  expect(torch.typename(x.toSparse())).toBe('torch.sparse.FloatTensor');
});

function attempt(call: () => string): string {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}

test('a tensor becomes one of a type by its name', () => {
  const names = [
    ...[
      'torch.DoubleTensor',
      'torch.float64',
      'torch.sparse.FloatTensor',
      'DoubleTensor',
      'torch.BFloat16Tensor',
      'torch.Tensor',
    ],
    ...[
      'torch.FooTensor',
      'torch.sparse_csr.FloatTensor',
      'torch.tensor',
      'torch.ComplexFloatTensor',
      'torch.UInt16Tensor',
      '',
    ],
    ...['torch.meta.DoubleTensor', 'torch.quantized.QInt8Tensor', 'torch.Float8_e5m2Tensor', 'torch.LongTensor'],
  ];
  const theirs = runPython<string[]>(
    `
def attempt(name):
    try: return torch.eye(2).type(name).type()
    except Exception as error: return str(error)
output = [attempt(name) for name in input]
`,
    names,
  );
  const x = torch.eye(2);
  expect(names.map((name) => attempt(() => x.type(name).type()))).toEqual(theirs);
  expect(x.type('torch.FloatTensor')).toBe(x);
  expect(x.type(torch.int64).type()).toBe('torch.LongTensor');
  expect(x.toSparse().type('torch.DoubleTensor').type()).toBe('torch.sparse.DoubleTensor');
  expect(() => x.type(3 as never)).toThrow("'dtype' should be a dtype or a string or null, got 3");
});
