import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { type Tensor, func, jit, nn, optim } from '../../lib/index';
import { expectBitEqual } from '../support/python';
import { PythonSession } from './python-session';

interface Written {
  readonly models: readonly string[];
  readonly text: string;
  readonly code: string;
}
interface Net {
  forward(x: Tensor): Tensor;
}
type Tensors = Record<string, Tensor>;

let folder: string;
let python: PythonSession;
let written: Written;
const there = (name: string): string => join(folder, name);

const threads = torch.getNumThreads();
afterAll(() => torch.setNumThreads(threads));

beforeAll(async () => {
  torch.setNumThreads(1);
  folder = mkdtempSync(join(tmpdir(), 'ltn-torchscript-'));
  python = new PythonSession(join(__dirname, 'torchscript_corpus.py'));
  written = (await python.ask(`write ${folder}`)) as Written;
}, 300_000);

afterAll(async () => {
  await python.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What `compute` of torchscript_corpus.py does. */
function compute(model: nn.Module & Net, x: Tensor, other: Tensor): Tensors {
  const out: Tensors = { y: model.forward(x), other: model.forward(other) };
  model.zeroGrad();
  (out['y'] as Tensor).square().sum().backward();
  for (const [name, parameter] of model.namedParameters()) out[`grad.${name}`] = (parameter.grad as Tensor).clone();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
  for (let step = 0; step < 3; step++) {
    optimizer.zeroGrad();
    const loss = model.forward(x).square().mean();
    loss.backward();
    optimizer.step();
    out[`loss.${step}`] = loss;
  }
  for (const [name, value] of Object.entries(model.stateDict())) out[`after.${name}`] = value;
  return out;
}

test("Python's modules, scripted and traced, compute, train and are saved with its bits", async () => {
  expect(written.models.length).toBe(13);
  for (const name of written.models) {
    const { x, other } = torch.load<{ x: Tensor; other: Tensor }>(there(`${name}.in`));
    const wanted = torch.load<Tensors>(there(`${name}.out`));
    const extra = { 'labels.txt': '' as unknown };
    const model = jit.load<Net>(there(`${name}.pt`), { _extraFiles: extra });
    expect(String(extra['labels.txt'])).toBe('cat dog');
    const actual = compute(model, x, other);
    expect(Object.keys(actual)).toEqual(Object.keys(wanted));
    for (const [key, value] of Object.entries(wanted)) {
      expectBitEqual((actual[key] as Tensor).detach(), value, `${name} ${key}`);
    }
    jit.save(model, there(`${name}.again`), { _extraFiles: { note: 'from node' } });
  }
  expect(await python.ask(`check ${folder}`)).toEqual({});
}, 300_000);

interface Corpus {
  readonly inputs: readonly Tensor[];
  readonly others: readonly { readonly inputs: readonly Tensor[]; readonly out: Tensors }[];
  readonly wanted: Tensors;
}
type Tuples = nn.Module & { forward(...inputs: readonly Tensor[]): Tensor[] };

/** What `tuples` of torchscript_corpus.py does. */
function tuples(model: Tuples, inputs: readonly Tensor[], name: string): Tensors {
  torch.manualSeed(name.length);
  return Object.fromEntries(model.forward(...inputs).map((y, i) => [`${name}.${i}`, y]));
}

/** What `train` of torchscript_corpus.py does. */
function train(model: Tuples, inputs: readonly Tensor[]): Tensors {
  const out = tuples(model, inputs, 'y');
  const loss = (): Tensor =>
    Object.values(tuples(model, inputs, 'loss'))
      .filter((y) => y.requiresGrad)
      .reduce<Tensor>((sum, y) => sum.add(y.square().mean()), torch.tensor(0) as Tensor);
  model.zeroGrad();
  loss().backward();
  for (const [name, { grad }] of model.namedParameters()) if (grad) out[`grad.${name}`] = grad.clone();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
  for (let step = 0; step < 3; step++) {
    optimizer.zeroGrad();
    const value = loss();
    value.backward();
    optimizer.step();
    out[`loss.${step}`] = value;
  }
  for (const [name, value] of Object.entries(model.stateDict())) out[`after.${name}`] = value as Tensor;
  return out;
}

test('models of torchvision, timm and transformers, traced by Python, compute and train with its bits', async () => {
  const others = (await python.ask(`corpus ${folder}`)) as Record<string, number>;
  expect(Object.keys(others).length).toBe(16);
  expect(Object.values(others).filter((count) => count > 0).length).toBeGreaterThanOrEqual(12);
  for (const name of Object.keys(others)) {
    const { inputs, others: more, wanted } = torch.load<Corpus>(there(`corpus-${name}.out`));
    const file = there(`corpus-${name}.pt`);
    const first = jit.load(file) as unknown as Tuples;
    for (const { inputs: other, out } of more) {
      const actual = tuples(first, other, 'other');
      for (const [key, value] of Object.entries(out))
        expectBitEqual((actual[key] as Tensor).detach(), value, `${name} ${key}`);
    }
    const model = jit.load(file);
    const actual = train(model as unknown as Tuples, inputs);
    expect([name, Object.keys(actual)]).toEqual([name, Object.keys(wanted)]);
    for (const [key, value] of Object.entries(wanted)) {
      expectBitEqual((actual[key] as Tensor).detach(), value, `${name} ${key}`);
    }
    jit.save(model, there(`corpus-${name}.again`));
  }
  expect(await python.ask(`checkCorpus ${folder}`)).toEqual({});
}, 900_000);

test('a module is printed, and its code shown, as Python does', () => {
  const model = jit.load(there('resnet-scripted.pt'));
  expect(String(model)).toBe(written.text);
  expect(model.code).toBe(written.code);
});

interface Typed {
  forward(inputs: object, scale?: number | null | { scale: number }): Tensors;
  lists(tensors: Tensor[], pair?: [number, string]): [number[], string, { first: Tensor; count: number }];
  keys(table: Map<number, boolean[]>): Map<number, number>;
  divide(a: number | bigint, b: number): [number, number];
  short_state(x: Tensor, h: Tensor, c: Tensor, weights: Tensor[]): unknown;
  forked(x: Tensor, h: Tensor, c: Tensor, weights: Tensor[]): unknown;
  internal(x: Tensor): Tensor;
  names: string[];
  table: Record<string, number>;
  maybe: number | null;
  count: number;
}

describe('methods with types', () => {
  let model: Typed & jit.ScriptModule;
  beforeAll(() => {
    model = jit.load<Typed>(there('typed.pt'));
  });

  test('dicts, lists, tuples, optionals and named tuples go in and out', () => {
    const x = torch.ones([2]);
    expect(model.forward({ x })['x']?.tolist()).toEqual([2, 2]);
    expect(model.forward({ x }, 3)['x']?.tolist()).toEqual([6, 6]);
    expect(model.forward(new Map([['x', x]]), { scale: 3 })['x']?.tolist()).toEqual([6, 6]);
    // The name of the argument, and a key that is also one.
    expect(Object.keys(model.forward({ inputs: { y: x }, scale: 2 }))).toEqual(['y']);
    expect(Object.keys(model.forward({ inputs: x }))).toEqual(['inputs']);
    const [sizes, text, pair] = model.lists([x, torch.zeros([2, 3])]);
    expect([sizes, text, pair.count]).toEqual([[2, 6, 2], 'za', 2]);
    expect(pair.first.tolist()).toEqual([4, 4]);
    expect(model.lists([x], [5, 'q']).slice(0, 2)).toEqual([[2, 5], 'qa']);
    expect(model.keys(new Map([[7, [true, false]]]))).toEqual(new Map([[7, 2.5]]));
    expect(model.divide(7, -2)).toEqual([-4, -1]);
  });

  test('attributes are read and set, and keep their types', () => {
    expect([model.names, model.table, model.maybe, model.count]).toEqual([['a', 'b'], { x: 1.5 }, null, 3]);
    model.names = ['q'];
    model.maybe = 4;
    expect([model.lists([torch.ones([1])])[1], model.maybe]).toEqual(['zq', 4]);
    expect(() => (model.count = 1.5)).toThrow("Expected a value of type 'int' for field 'count'");
    expect(() => model.getAttribute('cuont')).toThrow("did you mean 'count'?");
    model.names = ['a', 'b'];
    model.maybe = null;
  });

  test('wrong arguments are errors that say what the method takes', () => {
    const divide = model.divide as (...args: unknown[]) => unknown;
    for (const [args, message] of [
      [[1], "divide() is missing value for argument 'b'."],
      [[1, 2, 3], 'divide() expected at most 2 argument(s) but received 3 argument(s).'],
      [[1, { bb: 2 }], "divide() got an unknown argument 'bb': did you mean 'b'?"],
      [[1, 2, { a: 2 }], "divide() got several values for argument 'a'."],
      [[1, 2.5], "expected a value of type 'int' for argument 'b' but instead found number 2.5"],
      [['1', 2], "expected a value of type 'int' for argument 'a' but instead found string"],
      [[torch.ones([1]), 2], "expected a value of type 'int' for argument 'a' but instead found Tensor"],
      [[NaN, 2], "expected a value of type 'int' for argument 'a'"],
    ] as const) {
      expect(() => divide(...args)).toThrow(message);
      expect(() => divide(...args)).toThrow(TypeError);
    }
    expect(() => divide(1)).toThrow(/Declaration: divide\(.*Typed self, int a, int b\) -> /);
    expect(() => model.getMethod('list')).toThrow("did you mean 'lists'?");
    expect(() => model.forward({ x: [1] as unknown as Tensor })).toThrow(
      "expected a value of type 'Dict[str, Tensor]'",
    );
  });

  test('what would end the process is an error', () => {
    const weights = [torch.ones([32, 4]), torch.ones([32, 8]), torch.ones([32]), torch.ones([32])];
    const [x, c] = [torch.ones([3, 2, 4]), torch.ones([1, 2, 8])];
    const short = [x, torch.ones([1, 2, 1]), c, weights] as const;
    expect(() => model.short_state(...short)).toThrow('arguments that do not fit each other');
    expect(() => model.forked(...short)).toThrow('arguments that do not fit each other');
    expect(model.short_state(x, torch.ones([1, 2, 8]), c, weights)).toHaveLength(3);
    expect(() => model.internal(torch.ones([4]))).toThrow('this kernel does not check its arguments');
    expect(() => model.divide(1, 0)).toThrow('integer division or modulo by zero');
    expect(() => model.divide(-(2n ** 63n), -1)).toThrow('does not fit int64');
    const frozen = jit.freeze(model.eval(), ['short_state']) as unknown as Typed;
    expect(() => frozen.short_state(...short)).toThrow('arguments that do not fit each other');
    model.train();
  });
});

test('modes, devices, dtypes, copies and frozen modules', async () => {
  const model = jit.load<Net & { body: nn.Module }>(there('cnn-scripted.pt'));
  const { x } = torch.load<{ x: Tensor }>(there('cnn-scripted.in'));
  expect([model.training, model.body.training]).toEqual([true, true]);
  const before = model.getBuffer('body.1.running_mean').clone();
  model.forward(x);
  expect(torch.equal(model.getBuffer('body.1.running_mean'), before)).toBe(false);
  const copy = nn.deepCopy(model);
  model.eval();
  expect([model.body.training, copy.training]).toEqual([false, true]);
  const y = model.forward(x);
  expectBitEqual((await model.forwardAsync(x)) as Tensor, y);
  const frozen = jit.freeze(model);
  expect([frozen.parameters().length, String(frozen)]).toEqual([0, 'RecursiveScriptModule(original_name=Cnn)']);
  expect(torch.allclose(frozen.forward(x) as Tensor, y, 1e-4, 1e-5)).toBe(true);
  expect(torch.allclose(jit.optimizeForInference(model).forward(x) as Tensor, y, 1e-4, 1e-5)).toBe(true);
  expect(() => jit.freeze(copy)).toThrow('eval()');
  model.double();
  expect(model.forward(x.double()).dtype).toBe(torch.float64);
  model.loadStateDict(copy.stateDict());
  expect(() => model.loadStateDict({})).toThrow('head.weight');
  const replaced = new nn.Parameter(torch.zeros([5], { dtype: torch.float64 }));
  (model as unknown as { head: { bias: unknown } }).head.bias = replaced;
  model.getParameter('head.weight').data = torch.zeros([5, 64], { dtype: torch.float64 });
  expect(model.forward(x.double()).abs().sum().item()).toBe(0);
  const output = func.functionalCall(
    model,
    { 'head.bias': torch.ones([5], { dtype: torch.float64 }) },
    x.double(),
  ) as Tensor;
  expect(output.sum().item()).toBe(10);
});
