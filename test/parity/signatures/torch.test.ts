/** Functions of torch that set and tell its state, and Generator's methods: what they take is what Python's take. */
import * as torch from '../../../lib/index';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

type Sample = Omit<Subject, 'parameters'>;
type Loose = (...args: unknown[]) => unknown;
type Space = Readonly<Record<string, Loose>>;

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function of(name: string, samples: object = {}, more: Partial<Sample> = {}, space: object = torch): Sample {
  const call = (args: unknown[]): unknown => (space as Space)[camel(name)]!(...args);
  const prefix = space === torch.cuda ? 'torch.cuda' : 'torch';
  return { name: `${prefix}.${name}`, call, samples: samples as Sample['samples'], ...more };
}

function method(name: string, samples: object = {}): Sample {
  const call = (args: unknown[]): unknown => {
    const generator = new torch.Generator().manualSeed(4);
    const result = (generator as unknown as Space)[camel(name)]!(...args);
    return [name === 'seed' ? typeof result : result, name === 'seed' ? null : generator.getState()];
  };
  return { name: `torch.Generator.${name}`, call, samples: samples as Sample['samples'] };
}

const state = new torch.Generator().manualSeed(6).getState();
const NOTHING = [
  ...['initial_seed', 'get_rng_state', 'is_grad_enabled', 'is_inference_mode_enabled', 'get_default_dtype'],
  ...['get_num_threads', 'get_num_interop_threads', 'are_deterministic_algorithms_enabled'],
  ...['is_deterministic_algorithms_warn_only_enabled', 'get_float32_matmul_precision'],
];

const SAMPLES: readonly Sample[] = [
  ...NOTHING.map((name) => of(name)),
  of('manual_seed', { seed: 3 }),
  of('set_rng_state', { newState: state }),
  of('set_default_dtype', { d: torch.float32 }),
  of('set_float32_matmul_precision', { precision: 'highest' }),
  of('use_deterministic_algorithms', { mode: false }, { silent: ['warnOnly'] }),
  ...['seed', 'seed_all', 'is_available', 'device_count', 'is_initialized', 'get_rng_state_all'].map((name) =>
    of(name, {}, {}, torch.cuda),
  ),
  of('manual_seed', { seed: 3 }, {}, torch.cuda),
  of('manual_seed_all', { seed: 3 }, {}, torch.cuda),
  of('set_rng_state', { newState: state }, { others: { device: 'cuda:1' }, silent: ['device'] }, torch.cuda),
  of('set_rng_state_all', { newStates: [state] }, {}, torch.cuda),
  method('seed'),
  method('initial_seed'),
  method('get_state'),
  method('manual_seed', { seed: 7 }),
  method('set_state', { newState: state }),
];

let signatures: Record<string, PythonParameter[] | null>;
beforeAll(() => {
  signatures = pythonSignatures(SAMPLES.map(({ name }) => name));
});

test.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  expect(faultsOf({ ...sample, parameters: signatures[name]! })).toEqual([]);
});

test('seeds, states and threads of another kind are refused by name', () => {
  const generator = new torch.Generator();
  for (const seed of [1.5, '7', true, null, NaN, 2 ** 53]) {
    expect(() => torch.manualSeed(seed as never)).toThrow(/manualSeed\(\): 'seed' should be an integer or a bigint/);
    expect(() => generator.manualSeed(seed as never)).toThrow(/Generator\.manualSeed\(\): 'seed' should be an integer/);
  }
  expect(() => generator.setState([1] as never)).toThrow(/Generator\.setState: .*expected a Tensor, got an array/);
  expect(() => torch.setNumThreads('2' as never)).toThrow(/'count' should be an integer, got '2'/);
  expect(() => (torch.setNumThreads as Loose)(2, 3)).toThrow(/takes at most 1 argument, got 2/);
  expect(() => (torch.getPrintoptions as Loose)(1)).toThrow(/takes at most 0 arguments, got 1/);
  expect(() => (torch.memory as Loose)({ tensors: 1 })).toThrow(/unknown option 'tensors'/);
});
