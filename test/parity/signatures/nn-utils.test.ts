/** nn.init, nn.utils with all that is in it, and the methods of Module: what they take is what Python's take. */
import * as torch from '../../../lib/index';
import { nn } from '../../../lib/index';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

torch.manualSeed(8);
const { rand, randn, tensor } = torch;
const { utils } = nn;
type Sample = Omit<Subject, 'parameters'>;
type Loose = (...args: unknown[]) => unknown;

/** A call of a fresh module of which every outcome is a part. */
const onModule =
  (make: () => nn.Module, call: (module: nn.Module, args: unknown[]) => unknown) => (args: unknown[]) => {
    torch.manualSeed(1);
    const module = make();
    return [call(module, args), module];
  };
const method = (name: string, make = (): nn.Module => new nn.Linear(3, 4)) =>
  onModule(make, (module, args) => (module as unknown as Record<string, Loose>)[name]!(...args));

/** Functions whose argument `module` is made anew for each call. */
const withModule =
  (run: Loose, make: () => nn.Module, name = 'module') =>
  (args: unknown[]): unknown => {
    torch.manualSeed(1);
    const fresh = (value: unknown): unknown => {
      if (value === MODULE) return make();
      if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
        return value;
      return name in value ? { ...value, [name]: fresh((value as Record<string, unknown>)[name]) } : value;
    };
    return run(...args.map(fresh));
  };
/** Stands for a module in samples. */
const MODULE = Symbol('module') as unknown;

const generator = (): torch.Generator => new torch.Generator().manualSeed(9);
/** Fills a new tensor; generators are given anew, as they move on. */
const filling =
  (run: Loose, ...shape: number[]) =>
  (args: unknown[]): unknown => {
    const renewed = (value: unknown): unknown => {
      if (value === TENSOR) return torch.zeros(shape);
      if (value instanceof torch.Generator) return generator();
      if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
        return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renewed(item)]));
    };
    return run(...args.map(renewed));
  };
const TENSOR = torch.zeros([1]);

const init = (name: keyof typeof nn.init, others = {}, samples = {}, shape = [4, 6]): Sample => ({
  name: `torch.nn.init.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  call: filling(nn.init[name] as Loose, ...shape),
  samples: { tensor: TENSOR, ...samples },
  others: { generator: generator(), ...others },
});

const clipped =
  (run: Loose) =>
  (args: unknown[]): unknown => {
    const [a, b] = [torch.ones([2]), torch.ones([3])];
    [a.grad, b.grad] = [tensor([0.5, 3]), tensor([1, -2, 0.25])];
    const renewed = (value: unknown): unknown => (value === PARAMETERS ? [a, b] : value);
    const result = run(
      ...args.map((value) =>
        typeof value === 'object' && value !== null && 'parameters' in value
          ? { ...value, parameters: renewed(value.parameters) }
          : renewed(value),
      ),
    );
    return [result, a.grad, b.grad];
  };
const PARAMETERS = [torch.ones([1])];
const packed = utils.rnn.packSequence([rand([3, 2]), rand([1, 2])]);
const norm = { normType: 1, errorIfNonfinite: true, foreach: true };
const quiet = ['errorIfNonfinite', 'foreach'];
const linear = (): nn.Linear => new nn.Linear(3, 4);
const normed = (): nn.Module => nn.utils.parametrizations.weightNorm(new nn.Linear(3, 4));
const conv = (): nn.Module => new nn.Conv2d(2, 3, 2).eval();
const statistics = { bnRm: rand([3]), bnRv: rand([3]), bnEps: 1e-3, bnW: rand([3]), bnB: rand([3]) };
const { prune, parametrize, parametrizations, rnn } = utils;

const SAMPLES: readonly Sample[] = [
  init('uniform_'),
  init('normal_', { mean: 2 }),
  init('truncNormal_', { mean: 0.5, std: 2, a: -1, b: 1 }),
  init('constant_', {}, { val: 3 }),
  ...(['ones_', 'zeros_', 'eye_'] as const).map((name) => init(name)),
  init('dirac_', {}, {}, [4, 2, 1]),
  init('xavierUniform_', { gain: 2 }),
  init('xavierNormal_', { gain: 2 }),
  init('kaimingUniform_', { a: 5, mode: 'fan_out', nonlinearity: 'tanh' }),
  init('kaimingNormal_', { a: 5, mode: 'fanOut', nonlinearity: 'tanh' }),
  init('orthogonal_', { gain: 2 }),
  init('sparse_', { std: 2 }, { sparsity: 0.5 }),
  {
    ...{ name: 'torch.nn.init.calculate_gain', call: (args) => (nn.init.calculateGain as Loose)(...args) },
    ...{ samples: { nonlinearity: 'leaky_relu' }, others: { param: 0.5 } },
  },
  {
    ...{ name: 'torch.nn.utils.clip_grad_norm_', call: clipped(utils.clipGradNorm_ as Loose), silent: quiet },
    ...{ samples: { parameters: PARAMETERS, maxNorm: 1 }, others: norm },
  },
  {
    ...{ name: 'torch.nn.utils.clip_grad_value_', call: clipped(utils.clipGradValue_ as Loose), silent: quiet },
    samples: { parameters: PARAMETERS, clipValue: 0.75 },
  },
  {
    ...{
      name: 'torch.nn.utils.clip_grads_with_norm_',
      call: clipped(utils.clipGradsWithNorm_ as Loose),
      silent: quiet,
    },
    samples: { parameters: PARAMETERS, maxNorm: 1, totalNorm: tensor(4.5) },
  },
  {
    ...{ name: 'torch.nn.utils.get_total_norm', call: (args) => (utils.getTotalNorm as Loose)(...args), silent: quiet },
    ...{ samples: { tensors: [rand([2]), rand([3])] }, others: norm },
  },
  {
    ...{ name: 'torch.nn.utils.parameters_to_vector', call: (args) => (utils.parametersToVector as Loose)(...args) },
    samples: { parameters: [rand([2]), rand([3])] },
  },
  {
    ...{ name: 'torch.nn.utils.vector_to_parameters', call: (args) => (utils.vectorToParameters as Loose)(...args) },
    samples: { vec: rand([5]), parameters: [rand([2]), rand([3])] },
  },
  ...(['2', '3'] as const).map(
    (n): Sample => ({
      name: `torch.nn.utils.convert_conv${n}d_weight_memory_format`,
      call: withModule(utils[`convertConv${n}dWeightMemoryFormat`] as Loose, conv),
      samples: { module: MODULE, memoryFormat: torch.channelsLast },
    }),
  ),
  {
    name: 'torch.nn.utils.fuse_conv_bn_eval',
    call: withModule(utils.fuseConvBnEval as Loose, () => new nn.ConvTranspose2d(3, 3, 2).eval(), 'conv'),
    samples: { conv: MODULE, bn: new nn.BatchNorm2d(3, 0.5).eval() },
    silent: ['transpose'],
  },
  {
    ...{ name: 'torch.nn.utils.fuse_conv_bn_weights', call: (args) => (utils.fuseConvBnWeights as Loose)(...args) },
    samples: { convW: rand([3, 3, 2, 2]), convB: rand([3]), ...statistics },
  },
  {
    name: 'torch.nn.utils.fuse_linear_bn_eval',
    call: withModule(utils.fuseLinearBnEval as Loose, () => new nn.Linear(3, 3).eval(), 'linear'),
    samples: { linear: MODULE, bn: new nn.BatchNorm1d(3, 0.5).eval() },
  },
  {
    ...{ name: 'torch.nn.utils.fuse_linear_bn_weights', call: (args) => (utils.fuseLinearBnWeights as Loose)(...args) },
    samples: { linearW: rand([3, 4]), linearB: rand([3]), ...statistics },
  },
  {
    name: 'torch.nn.utils.spectral_norm',
    call: withModule((...args) => step((utils.spectralNorm as Loose)(...args)), linear),
    samples: { module: MODULE },
    others: { name: 'bias2d', nPowerIterations: 5, eps: 10, dim: 1 },
    refused: ['name'],
  },
  {
    name: 'torch.nn.utils.remove_spectral_norm',
    call: withModule(utils.removeSpectralNorm as Loose, () => utils.spectralNorm(linear())),
    ...{ samples: { module: MODULE }, others: { name: 'bias' }, refused: ['name'] },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.pack_padded_sequence', call: (args) => (rnn.packPaddedSequence as Loose)(...args) },
    ...{ samples: { input: rand([3, 3, 2]), lengths: [3, 2, 1] } },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.pack_sequence', call: (args) => (rnn.packSequence as Loose)(...args) },
    samples: { sequences: [rand([3, 2]), rand([1, 2])] },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.pad_packed_sequence', call: (args) => (rnn.padPackedSequence as Loose)(...args) },
    ...{ samples: { sequence: packed }, others: { paddingValue: 9, totalLength: 5 } },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.pad_sequence', call: (args) => (rnn.padSequence as Loose)(...args) },
    samples: { sequences: [rand([3, 2]), rand([1, 2])] },
    others: { paddingValue: 9, paddingSide: 'left' },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.unpad_sequence', call: (args) => (rnn.unpadSequence as Loose)(...args) },
    ...{ samples: { paddedSequences: rand([3, 3, 2]), lengths: tensor([3, 2, 1]) }, lists: ['lengths'] },
  },
  {
    ...{ name: 'torch.nn.utils.rnn.unpack_sequence', call: (args) => (rnn.unpackSequence as Loose)(...args) },
    samples: { packedSequences: packed },
  },
  ...pruning('identity'),
  ...pruning('random_unstructured', { amount: 0.5 }),
  ...pruning('l1_unstructured', { amount: 0.5 }, { importanceScores: randn([4, 3]) }),
  ...pruning('random_structured', { amount: 0.5, dim: 0 }),
  ...pruning(
    'ln_structured',
    { amount: 0.5, n: 2, dim: 0 },
    { importanceScores: torch.arange(12).reshape([4, 3]).float() },
  ),
  ...pruning('custom_from_mask', { mask: randn([4, 3]).gt(0) }),
  {
    name: 'torch.nn.utils.prune.remove',
    call: withModule(prune.remove as Loose, () => prune.l1Unstructured(linear(), 'weight', 0.5)),
    samples: { module: MODULE, name: 'weight' },
  },
  {
    ...{ name: 'torch.nn.utils.prune.is_pruned', call: withModule(prune.isPruned as Loose, linear) },
    samples: { module: MODULE },
  },
  {
    name: 'torch.nn.utils.parametrize.is_parametrized',
    call: withModule(parametrize.isParametrized as Loose, normed),
    ...{ samples: { module: MODULE }, others: { tensorName: 'bias' } },
  },
  {
    name: 'torch.nn.utils.parametrize.register_parametrization',
    call: withModule(parametrize.registerParametrization as Loose, linear),
    samples: { module: MODULE, tensorName: 'weight', parametrization: new nn.ReLU() },
  },
  {
    name: 'torch.nn.utils.parametrize.remove_parametrizations',
    call: withModule(parametrize.removeParametrizations as Loose, () => parametrizations.orthogonal(linear())),
    samples: { module: MODULE, tensorName: 'weight' },
  },
  {
    name: 'torch.nn.utils.parametrize.type_before_parametrizations',
    call: withModule(parametrize.typeBeforeParametrizations as Loose, linear),
    samples: { module: MODULE },
  },
  {
    name: 'torch.nn.utils.parametrize.transfer_parametrizations_and_params',
    call: withModule(parametrize.transferParametrizationsAndParams as Loose, linear, 'toModule'),
    ...{
      samples: { fromModule: normed(), toModule: MODULE },
      others: { tensorName: 'weight' },
      silent: ['tensorName'],
    },
  },
  {
    name: 'torch.nn.utils.parametrizations.orthogonal',
    call: withModule(parametrizations.orthogonal as Loose, linear),
    samples: { module: MODULE },
    others: { name: 'bias', orthogonalMap: 'cayley' },
    refused: ['name'],
  },
  {
    name: 'torch.nn.utils.parametrizations.spectral_norm',
    call: withModule(parametrizations.spectralNorm as Loose, linear),
    samples: { module: MODULE },
    others: { name: 'bias', nPowerIterations: 0, eps: 10, dim: 1 },
    refused: ['nPowerIterations'],
  },
  {
    name: 'torch.nn.utils.parametrizations.weight_norm',
    call: withModule(parametrizations.weightNorm as Loose, linear),
    ...{ samples: { module: MODULE }, others: { name: 'bias', dim: 1 }, refused: ['name'] },
  },
  ...modules(),
  ...methods(),
];

function step(module: unknown): unknown {
  (module as nn.Linear).forward(torch.ones([1, 3]));
  return module;
}

function pruning(name: string, samples = {}, others = {}): Sample[] {
  const ours = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as 'identity';
  const call = withModule(prune[ours] as Loose, linear);
  return [
    { name: `torch.nn.utils.prune.${name}`, call, samples: { module: MODULE, name: 'weight', ...samples }, others },
  ];
}

/** Pruning methods, and what makes or prunes several modules at once. */
function methods(): Sample[] {
  const scores = torch.arange(12).reshape([4, 3]).float();
  const made = (name: string, samples: Sample['samples'], more: Partial<Sample> = {}): Sample => ({
    name: `torch.nn.utils.prune.${name}`,
    call: (args) => {
      const Class = (prune as unknown as Record<string, new (...args: unknown[]) => nn.utils.prune.BasePruningMethod>)[
        name
      ]!;
      const method = new Class(...args);
      torch.manualSeed(3);
      return [method, method.prune(scores, null, null)];
    },
    samples,
    ...more,
  });
  return [
    made('Identity', {}),
    made('RandomUnstructured', { amount: 0.5 }),
    made('L1Unstructured', { amount: 0.5 }),
    made('RandomStructured', { amount: 0.5 }, { others: { dim: 0 } }),
    made('LnStructured', { amount: 0.5, n: 2 }, { others: { dim: 0 } }),
    made('CustomFromMask', { mask: scores.gt(5) }),
    {
      name: 'torch.nn.utils.prune.BasePruningMethod.prune',
      call: (args) => (new prune.L1Unstructured(0.5).prune as Loose).apply(new prune.L1Unstructured(0.5), args),
      samples: { t: scores },
      others: { defaultMask: scores.lt(9).float(), importanceScores: scores.neg().add(5) },
    },
    {
      name: 'torch.nn.utils.prune.global_unstructured',
      call: withModule(prune.globalUnstructured as Loose, () => [[linear(), 'weight']] as never, 'parameters'),
      samples: { parameters: MODULE, pruningMethod: new prune.L1Unstructured(0.5) },
      others: { importanceScores: new Map() },
      silent: ['importanceScores'],
    },
    {
      name: 'torch.nn.Embedding.from_pretrained',
      call: (args) => (nn.Embedding.fromPretrained as Loose)(...args),
      samples: { embeddings: scores },
      others: { paddingIdx: 1, maxNorm: 2 },
    },
    {
      name: 'torch.nn.EmbeddingBag.from_pretrained',
      call: (args) => (nn.EmbeddingBag.fromPretrained as Loose)(...args),
      samples: { embeddings: scores },
      others: { paddingIdx: 1, maxNorm: 2, mode: 'sum' },
    },
  ];
}

function modules(): Sample[] {
  const nested = (): nn.Module => {
    const shared = new nn.Linear(2, 2);
    return new nn.Sequential(shared, shared, new nn.BatchNorm1d(2));
  };
  const trained = (): nn.Module => {
    const module = new nn.Linear(3, 4);
    module
      .forward(torch.ones([1, 3]))
      .sum()
      .backward();
    return module;
  };
  const gradients = (name: string): Loose =>
    onModule(trained, (module, args) => {
      (module as unknown as Record<string, Loose>)[name]!(...args);
      return module.parameters().map(({ grad }) => grad);
    }) as unknown as Loose;
  const of = (name: string, make: () => nn.Module, more: Partial<Sample> = {}): Sample => ({
    name: `torch.nn.Module.${name}`,
    call: method(
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      make,
    ),
    samples: {},
    ...more,
  });
  const state = linear().stateDict();
  return [
    of('register_buffer', linear, { samples: { name: 'extra', tensor: rand([2]) }, lists: ['tensor'] }),
    of('register_parameter', linear, {
      samples: { name: 'extra', param: new nn.Parameter(rand([2])) },
      lists: ['param'],
    }),
    of('load_state_dict', linear, { samples: { stateDict: state }, object: true, silent: ['strict', 'assign'] }),
    of('zero_grad', linear, { call: gradients('zeroGrad') as unknown as Sample['call'] }),
    of('requires_grad_', linear),
    of('named_parameters', nested, { others: { prefix: 'a' } }),
    of('named_buffers', nested, { others: { prefix: 'a' }, silent: ['removeDuplicate'] }),
    of('parameters', nested),
    of('buffers', nested),
    of('modules', nested),
    of('set_submodule', nested, { samples: { target: '7', module: new nn.ReLU() }, refused: ['strict'] }),
    of('type', linear, { samples: { dstType: torch.float64 } }),
    of('to_empty', linear, { samples: { device: 'meta' }, silent: ['recurse'] }),
    of('named_modules', nested, { others: { prefix: 'a' }, absent: ['memo'], byName: ['prefix', 'removeDuplicate'] }),
    of('state_dict', linear, { others: { prefix: 'a.' }, absent: ['destination'], silent: ['keepVars'] }),
    ...['children', 'named_children', 'eval', 'half', 'float', 'double', 'bfloat16', 'cpu'].map((name) =>
      of(name, nested),
    ),
    of('train', linear),
    of('apply', nested, { samples: { fn: (module: nn.Module) => module.requiresGrad_(false) } }),
    of('get_submodule', nested, { samples: { target: '1' } }),
    of('get_parameter', linear, { samples: { target: 'bias' } }),
    of('get_buffer', nested, { samples: { target: '2.running_mean' } }),
    ...['add_module', 'register_module'].map((name) =>
      of(name, linear, { samples: { name: 'extra', module: new nn.ReLU() } }),
    ),
    ...['state_dict_pre', 'state_dict_post', 'load_state_dict_pre', 'load_state_dict_post'].map((which) =>
      of(`register_${which}_hook`, linear, { samples: { hook: () => undefined } }),
    ),
    of('register_forward_hook', linear, {
      samples: { hook: () => undefined },
      silent: ['prepend'],
      absent: ['withKwargs', 'alwaysCall'],
    }),
    of('register_forward_pre_hook', linear, {
      samples: { hook: () => undefined },
      silent: ['prepend'],
      absent: ['withKwargs'],
    }),
    of('register_full_backward_hook', linear, { samples: { hook: () => undefined }, silent: ['prepend'] }),
    of('register_full_backward_pre_hook', linear, { samples: { hook: () => undefined }, silent: ['prepend'] }),
  ];
}

let signatures: Record<string, PythonParameter[] | null>;
beforeAll(() => {
  signatures = pythonSignatures(SAMPLES.map(({ name }) => name));
});

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  const parameters = signatures[name];
  expect(faultsOf({ ...sample, parameters: parameters! })).toEqual([]);
});
