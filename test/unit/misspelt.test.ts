/** A misspelt option is refused by its name, by every exported function that takes options, and by every method. */
import * as torch from '../../lib/index';

type Loose = (...args: unknown[]) => unknown;

const x = (): torch.Tensor => torch.ones([2, 2]);
const wrong = { wrongOption: true };
const body = (value: unknown): unknown => value;

/** Beginnings of calls: one of them fits each function. */
const BEGINNINGS: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [x()],
  () => [x(), x()],
  () => [x(), x(), x()],
  () => [[2, 2]],
  () => [[2, 2], 1],
  () => ['i,i', x()],
  () => [0],
  () => [0, 1],
  () => [body, x()],
  () => [true],
];

/** Whether a call with the option named it in its error. */
async function isRefused(call: (args: readonly unknown[]) => unknown): Promise<boolean> {
  for (const beginning of BEGINNINGS) {
    try {
      await call([...beginning(), wrong]);
    } catch (error) {
      if ((error as Error).message.includes('wrongOption')) return true;
    }
  }
  return false;
}

async function taking(space: object, skip: ReadonlySet<string>): Promise<string[]> {
  const silent: string[] = [];
  for (const [name, value] of Object.entries(space)) {
    if (skip.has(name) || typeof value !== 'function' || /^class\b/.test(Function.prototype.toString.call(value)))
      continue;
    if (!(await isRefused((args) => (value as Loose)(...args)))) silent.push(name);
  }
  return silent;
}

/** Functions that have no options: nothing, tensors one by one, or a function as their only argument. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  torch: [
    ...['getDefaultDtype', 'complexNumber', 'keep', 'memory', 'scope', 'sweep', 'slice', 'getPrintoptions', 'isTensor'],
    ...['typename', 'getDeviceModule', 'setDefaultDevice'],
    ...[
      'enableGrad',
      'noGrad',
      'enableGradAsync',
      'noGradAsync',
      'inferenceMode',
      'isGradEnabled',
      'isInferenceModeEnabled',
      'setGradEnabled',
    ],
    ...['getRngState', 'setRngState', 'initialSeed', 'manualSeed', 'setDefaultDtype'],
    ...['einsum', 'atleast1d', 'atleast2d', 'atleast3d', 'broadcastTensors', 'broadcastShapes', 'cartesianProd'],
    ...['blockDiag', 'setNumThreads', 'getNumThreads', 'setNumInteropThreads', 'getNumInteropThreads'],
    ...['areDeterministicAlgorithmsEnabled', 'isDeterministicAlgorithmsWarnOnlyEnabled', 'getFloat32MatmulPrecision'],
  ],
  autograd: ['onceDifferentiable', 'enableGrad', 'inferenceMode', 'isAnomalyEnabled', 'noGrad', 'setGradEnabled'],
  cuda: [
    ...['cachingAllocatorDisabled', 'useMemPool'],
    ...['currentDevice', 'deviceCount', 'init', 'isAvailable', 'isBf16Supported', 'isInitialized', 'emptyCache'],
    ...[
      'getRngStateAll',
      'initialSeed',
      'manualSeed',
      'manualSeedAll',
      'seed',
      'seedAll',
      'setRngStateAll',
      'deviceOf',
    ],
    // The options of `graph` stand behind a graph, which needs a GPU.
    ...['setStream', 'stream', 'graph'],
  ],
};

/** What other folders export: their own tests walk it. */
const ELSEWHERE: readonly string[] = [
  ...['discardShared', 'fromShared', 'fromSharedState', 'shareState', 'autocast', 'clearAutocastCache'],
  ...['getAutocastDtype', 'isAutocastEnabled', 'loadArchive', 'saveArchive', 'load', 'loadAsync', 'loadSafetensors'],
  ...['loadSafetensorsAsync', 'safetensorsInfo', 'saveSafetensors', 'saveSafetensorsAsync', 'save', 'saveAsync'],
  ...['fromFile', 'saveToBuffer', 'stateDictOf', 'markOrderedDict', 'orderedDictAttributes', 'loadModel', 'saveModel'],
];

const { autograd, linalg, fft, special, cuda } = torch;

test.each([
  ['torch', torch],
  ['autograd', autograd],
  ['autograd.functional', autograd.functional],
  ['linalg', linalg],
  ['fft', fft],
  ['special', special],
  ['cuda', cuda],
])('%s', async (name, space) => {
  const skip = new Set([...(WITHOUT[name] ?? []), ...(name === 'torch' ? ELSEWHERE : [])]);
  expect(await taking(space, skip)).toEqual([]);
});

/** Methods that have no options; `share` and hooks have tests of their own. */
const BARE_METHODS = new Set([
  ...['constructor', 'dispose', 'toString', 'toJSON', 'index', 'setItem', 'recordStream', 'share'],
  ...['registerHook', 'registerPostAccumulateGradHook'],
  ...['isPinned', 'isInference', 'isConj', 'isNeg', 'numel', 'dim', 'storageOffset', 'elementSize', 'dataPtr', 'item'],
  ...['retainGrad', 'toTypedArray', 'asTypedArray', 'tolist', 'toArray', 'nelement', 'ndimension'],
]);

test('methods of Tensor', async () => {
  const names = Object.getOwnPropertyNames(torch.Tensor.prototype).filter((name) => !BARE_METHODS.has(name));
  const silent: string[] = [];
  for (const name of names) {
    const { value } = Object.getOwnPropertyDescriptor(torch.Tensor.prototype, name) ?? {};
    if (typeof value !== 'function') continue;
    if (!(await isRefused((args) => (value as Loose).apply(x(), args as unknown[])))) silent.push(name);
  }
  expect(silent).toEqual([]);
});

test('constructors of CUDA', () => {
  expect(() => new cuda.Stream({ piority: 1 } as never)).toThrow(/did you mean 'priority'/);
  expect(() => new cuda.Event({ enable_timing: true } as never)).toThrow(/did you mean 'enableTiming'/);
});

test('the slips of the reports name what was meant', () => {
  const loss = torch.ones([1], { requiresGrad: true }).sum();
  expect(() => loss.backward({ retain_graph: true } as never)).toThrow(/did you mean 'retainGraph'/);
  expect(() => autograd.grad(loss, loss, { retain_graph: true } as never)).toThrow(/did you mean 'retainGraph'/);
  expect(() => torch.tensor([1], { dtpye: torch.int8 } as never)).toThrow(/did you mean 'dtype'/);
  expect(() => torch.setPrintoptions({ precison: 1 } as never)).toThrow(/did you mean 'precision'/);
  expect(() => loss.backward({ retainGraph: 1 } as never)).toThrow(/'retainGraph' should be a boolean/);
});
