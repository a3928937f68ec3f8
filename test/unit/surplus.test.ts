/**
 * JavaScript drops an argument too many without a word; here it is refused, as in Python, by every exported function, by
 * every constructor and by every public method. What takes as many as it is given, or takes none of its own, is listed.
 */
import path from 'node:path';
import * as torch from '../../lib/index';
import { hiddenMethods } from '../support/hidden-methods';
import { INSTANCES, MADE, ON_GPU, joinAlone } from '../support/instances';

type Loose = (...args: unknown[]) => unknown;
type Class = (new (...args: unknown[]) => object) & { readonly prototype: object };

interface Subject {
  readonly name: string;
  readonly call: Loose;
  /** Whether its result is a promise, by its name or its declaration. */
  readonly later: boolean;
}

const isHidden = hiddenMethods(path.join(__dirname, '../../lib'));
const isClass = (value: unknown): value is Class =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** What takes as many arguments as it is given, by Python's signature. */
const VARIADIC = new Set([
  ...[
    'torch.func.linearize',
    'torch.func.vjp',
    'torch.einsum',
    'torch.atleast1d',
    'torch.atleast2d',
    'torch.atleast3d',
    'torch.broadcastTensors',
  ],
  ...['torch.broadcastShapes', 'torch.cartesianProd', 'torch.blockDiag', 'torch.chainMatmul', 'torch.meshgrid'],
  ...['torch.data.TensorDataset', 'torch.nn.Sequential', 'torch.nn.Identity', 'torch.nn.utils.prune.PruningContainer'],
  ...['torch.nn.utils.skipInit', 'torch.autograd.Function.apply'],
  ...[
    'torch.testing.makeTensor',
    'Tensor.index',
    'MaskedTensor.index',
    'Tensor.setItem',
    'GradScaler.step',
    'ParametrizationList.forward',
  ],
  ...['DistributedDataParallel.forward', 'DistributedDataParallel.forwardAsync'],
  ...[
    'FunctionContext.saveForBackward',
    'FunctionContext.saveForForward',
    'FunctionContext.markDirty',
    'FunctionContext.markNonDifferentiable',
  ],
  'torch.export.dims',
  ...['torch.nn.attention.bias.causalLowerRight', 'torch.nn.attention.bias.causalUpperLeft', 'DataParallel.forward'],
  'EnforceUnique.see',
  'SafeKernelFunction.callBoxed',
]);

/** What is not ours to say, each with the reason. */
const OTHERS: Readonly<Record<string, string>> = {
  toString: 'every object has it, and JavaScript calls it',
  toJSON: 'JSON.stringify calls it with a key',
  ...Object.fromEntries(
    ['extraRepr', 'displayName', 'keyOf', 'getExtraState', 'setExtraState', 'scaleFn'].map((name) => [
      name,
      'the package calls it; users write their own',
    ]),
  ),
  'torch.isTensor': 'a predicate, which filter and every give more to',
  'torch.Size': 'an Array, with what arrays have',
  'torch.Tensor': 'refuses every call: tensors are made by functions',
  'torch.autograd.Function': 'refuses nothing: it is not made, but extended',
  'torch.training.WorkerRun': 'made by trainInWorker alone',
  ...Object.fromEntries(
    ['GRU', 'GRUCell', 'LSTM', 'LSTMCell', 'Linear', 'RNNCell'].map((name) => [
      `torch.ao.nn.quantized.dynamic.${name}`,
      'made by fromFloat alone',
    ]),
  ),
  ...Object.fromEntries(
    ['EventList', 'FunctionEvent', 'FunctionEventAvg', 'Interval'].map((name) => [
      `torch.autograd.profiler.${name}`,
      'made by a profiler alone',
    ]),
  ),
  'torch.onnx.ONNXProgram': 'made by torch.onnx.export() alone',
  'torch.export.ExportedModule': 'refuses every call: made by ExportedProgram.module()',
  'torch.export.ExportedProgram': 'refuses every call: made by torch.export.load()',
  'torch.export.AotiModel': 'refuses every call: made by torch.export.aotiLoadPackage()',
  'AotiModel.forward': 'refuses what the package does not take; test/interop/aoti.test.ts makes one',
  'AotiModel.forwardAsync': 'as forward',
  'torch.jit.ScriptModule': 'refuses every call: made by torch.jit.load() and trace()',
  'torch.jit.script': 'refuses every call',
  'ScriptModule.forward': 'refuses it in the words of TorchScript',
  'ScriptModule.forwardAsync': 'as forward',
  'torch.distributed.Future': 'refuses every call: made by Work.getFuture()',
  'torch.distributed.ProcessGroup': 'refuses every call: made by initProcessGroup() and newGroup()',
  'torch.distributed.ReduceOp': 'refuses every call: there are those that it names',
  'torch.distributed.Work': 'refuses every call: made by collectives',
  'torch.distributed.Store': 'abstract: its classes are made',
  'torch.distributed.SpawnContext': 'made by spawn alone',
  'torch.distributed.algorithms.modelAveraging.hierarchicalModelAverager.HierarchicalModelAverager':
    'refuses every call: made by its create()',
  'torch.nn.parallel.GradBucket': 'made for communication hooks alone',
  'torch.distributed.checkpoint.CheckpointException': 'an Error, which takes what errors of JavaScript take',
  'torch.autograd.graph.Node': 'refuses every call: made by operators',
  'torch.library.SafeKernelFunction': 'made by torch.library.getKernel() alone',
  'torch.nested.JaggedTensor': 'refuses every call: made by nestedTensorFromJagged() and maskedSelect()',
  'torch.library.fallthroughKernel': 'refuses every call: it stands for a kernel',
  'torch.utils.checkpoint.CheckpointError': 'an Error, which takes what errors of JavaScript take',
  'ParameterList.forward': 'refuses every call',
  'ParameterDict.forward': 'refuses every call',
  ...Object.fromEntries(
    [
      'TorchError',
      'TorchIndexError',
      'TorchKeyError',
      'TorchOutOfMemoryError',
      'TorchTypeError',
      'TorchValueError',
    ].map((name) => [`torch.${name}`, 'an Error, which takes what errors of JavaScript take']),
  ),
};
const isExcepted = (name: string): boolean =>
  VARIADIC.has(name) || name in OTHERS || (name.split('.').pop() as string) in OTHERS;

const isLater = (name: string, value: unknown): boolean =>
  name.endsWith('Async') || Object.prototype.toString.call(value) === '[object AsyncFunction]';

function isSpace(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || value === torch.ops) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return '__esModule' in value || prototype === null || prototype === Object.prototype;
}

function* methodsOf(name: string, Class: Class, seen: Set<unknown>): Generator<Subject> {
  for (let at = Class.prototype; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    if (at === Array.prototype || at === Error.prototype) break;
    const owner = (at.constructor as { name: string }).name;
    for (const method of Object.getOwnPropertyNames(at)) {
      const value: unknown = Object.getOwnPropertyDescriptor(at, method)?.value;
      if (typeof value !== 'function' || method === 'constructor' || seen.has(value)) continue;
      if (isHidden(owner, method)) continue;
      seen.add(value);
      const call = (...args: unknown[]): unknown => {
        const make = MADE.get(Class) ?? INSTANCES[name] ?? INSTANCES[owner];
        if (!make) throw new Error(`test/support/instances.ts makes no ${name}`);
        const object = make();
        // Two classes may have one name.
        const own = object instanceof Class || Object.getPrototypeOf(object) === at ? object : new Class();
        return (own as Record<string, Loose>)[method]!(...args);
      };
      yield { name: `${owner}.${method}`, call, later: isLater(method, value) };
    }
  }
}

function* staticsOf(name: string, Class: Class): Generator<Subject> {
  for (const key of Object.getOwnPropertyNames(Class)) {
    const value: unknown = Object.getOwnPropertyDescriptor(Class, key)?.value;
    if (typeof value !== 'function' || key === 'prototype' || isClass(value) || isHidden(Class.name, key)) continue;
    yield {
      name: `${name}.${key}`,
      call: (...args) => (value as Loose).apply(Class, args),
      later: isLater(key, value),
    };
  }
}

function* subjectsIn(name: string, space: Record<string, unknown>, seen: Set<unknown>): Generator<Subject> {
  for (const key of Object.keys(space)) {
    const value = space[key];
    const own = `${name}.${key}`;
    if (typeof value === 'object' && value !== null && !seen.has(value) && isSpace(value)) {
      seen.add(value);
      yield* subjectsIn(own, value, seen);
    }
    if (typeof value !== 'function' || seen.has(value)) continue;
    seen.add(value);
    if (!isClass(value)) yield { name: own, call: value as Loose, later: isLater(key, value) };
    else if (!ON_GPU.includes(value)) {
      yield { name: own, call: (...args) => new value(...args), later: false };
      yield* staticsOf(own, value);
      yield* methodsOf(key, value, seen);
    }
  }
}

const x = (): torch.Tensor => torch.ones([2, 2]);

/** Beginnings of calls, for what looks at its first arguments before it counts them. */
const BEGINNINGS: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [x()],
  () => [x(), x()],
  () => [x(), x(), x()],
  () => [0],
  () => [torch.int8, torch.int8],
  () => [() => 1],
  () => [true, () => 1],
];

/** So many that one argument more is too much for everything; those left out do not count by themselves. */
const LEFT_OUT: readonly undefined[] = new Array<undefined>(60).fill(undefined);

async function refuses({ call }: Subject): Promise<string> {
  let answer = '';
  for (const beginning of BEGINNINGS) {
    try {
      await call(...beginning(), ...LEFT_OUT, true);
      answer = 'takes it';
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof TypeError && /takes ((at most )?\d+ (positional )?|no )argument/.test(message))
        return 'refuses it';
      answer ||= message;
    }
  }
  return answer;
}

const subjects = [...subjectsIn('torch', torch as unknown as Record<string, unknown>, new Set())];

beforeAll(joinAlone);
afterAll(() => torch.distributed.destroyProcessGroup());

test('one argument too many is refused', async () => {
  expect(subjects.length).toBeGreaterThan(1500);
  const silent: Record<string, string> = {};
  for (const subject of subjects) {
    if (isExcepted(subject.name)) continue;
    const answer = await refuses(subject);
    if (answer !== 'refuses it') silent[subject.name] = answer;
  }
  expect(silent).toEqual({});
}, 120_000);

/** Whether a call with wrong arguments throws before there is a promise. */
async function throwsAtOnce({ call }: Subject): Promise<boolean> {
  for (const beginning of BEGINNINGS) {
    try {
      await Promise.resolve(call(...beginning(), ...LEFT_OUT, true)).catch(() => undefined);
    } catch {
      return true;
    }
  }
  return false;
}

test('what returns a promise rejects it, and never throws at once', async () => {
  const asynchronous = subjects.filter(({ name, later }) => later && !isExcepted(name));
  expect(asynchronous.length).toBeGreaterThan(25);
  const hasty: string[] = [];
  for (const subject of asynchronous) if (await throwsAtOnce(subject)) hasty.push(subject.name);
  expect(hasty).toEqual([]);
}, 120_000);

test('each exception is still there', () => {
  const names = new Set(subjects.flatMap(({ name }) => [name, name.split('.').pop() as string]));
  expect([...VARIADIC, ...Object.keys(OTHERS)].filter((name) => !names.has(name))).toEqual([]);
});
