/**
 * DistributedDataParallel beside Python's: the bits of gradients, parameters, buffers and losses after each step. All cases
 * run in one start of the ranks, since a start costs more than they do.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pythonPath } from '../../support/python';
import { type RankScript, freePort, outputsOf } from '../../support/ranks';

interface Case {
  readonly name: string;
  readonly model: 'mlp' | 'wide' | 'square' | 'norm' | 'conv' | 'branches' | 'bag' | 'lstm';
  readonly optimizer: 'sgd' | 'adam';
  readonly steps: number;
  /** Python's names. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Every other step accumulates only. */
  readonly nosync?: boolean;
  /** Every other step fills gradients with zeros. */
  readonly zeros?: boolean;
  readonly static?: boolean;
  readonly hook?: string;
  /** Uneven inputs: whether gradients are divided by the number of all ranks, or of those that train. */
  readonly join?: 'initial' | 'effective';
}

/** Those of three ranks. */
const THREE: readonly string[] = [
  ...[
    'SGD',
    'Adam in small buckets',
    'layers with many multiplications',
    'noSync every other step',
    'unused parameters',
    'buffers',
    'a static graph',
  ],
  'uneven inputs',
];

const SMALL = { bucket_cap_mb: 0.002 };
const UNUSED = { find_unused_parameters: true };
const VIEW = { gradient_as_bucket_view: true };

function make(name: string, model: Case['model'], rest: Partial<Case> = {}): Case {
  return { name, model, optimizer: 'sgd', steps: 20, options: {}, ...rest };
}

const CASES: readonly Case[] = [
  make('SGD', 'mlp'),
  make('Adam in small buckets', 'mlp', { optimizer: 'adam', options: SMALL }),
  make('layers with many multiplications', 'wide', { steps: 6, optimizer: 'adam' }),
  make('a bucket of each size', 'mlp', { options: { bucket_cap_mb_list: [0.0005, 0.001, 0.01] }, steps: 6 }),
  make('noSync every other step', 'mlp', { nosync: true, options: SMALL }),
  make('views of buckets', 'mlp', { options: { ...VIEW, ...SMALL }, zeros: true }),
  make('views of buckets, accumulated', 'mlp', { options: VIEW, nosync: true, optimizer: 'adam' }),
  make('copies of a bucket at once', 'mlp', { options: { batched_grad_copy: true, ...SMALL }, steps: 6 }),
  make('unused parameters', 'branches', { options: UNUSED }),
  make('unused parameters in views', 'branches', { options: { ...UNUSED, ...VIEW }, optimizer: 'adam', nosync: true }),
  make('a static graph', 'branches', { static: true, steps: 10 }),
  make('a static graph in views', 'branches', { static: true, steps: 6, options: { ...VIEW, ...SMALL } }),
  make('buffers', 'norm', { optimizer: 'adam' }),
  make('buffers that stay', 'norm', { options: { forward_sync_buffers: false }, nosync: true, steps: 8 }),
  make('channels last', 'conv', { steps: 8 }),
  make('sparse gradients', 'bag', { steps: 8 }),
  make("the guide's LSTM", 'lstm', { optimizer: 'adam' }),
  make('built-in ALLREDUCE', 'mlp', { hook: 'ALLREDUCE', steps: 6 }),
  make('built-in FP16_COMPRESS', 'mlp', { hook: 'FP16_COMPRESS', steps: 6, options: SMALL }),
  make('allreduceHook', 'mlp', { hook: 'allreduce_hook', steps: 6, options: SMALL }),
  make('fp16CompressHook', 'mlp', { hook: 'fp16_compress_hook', steps: 6, options: SMALL }),
  make('a wrapped hook', 'mlp', { hook: 'wrapped', steps: 6 }),
  make('a hook of the program', 'mlp', { hook: 'halves', steps: 8, options: { ...SMALL, ...VIEW } }),
  // One bucket: callbacks of Python's hooks block gloo's threads, and those of several buckets would wait for each other.
  make('quantized with one scale', 'mlp', { hook: 'quantization_pertensor_hook', steps: 6 }),
  make('quantized in pieces', 'mlp', { hook: 'quantization_perchannel_hook', steps: 6 }),
  make('PowerSGD', 'mlp', { hook: 'power_sgd', steps: 8 }),
  make('PowerSGD without memory', 'mlp', { hook: 'power_sgd_cold', steps: 6 }),
  make('PowerSGD of rank 2', 'mlp', { hook: 'power_sgd_rank_2', steps: 8, options: VIEW }),
  make('PowerSGD of rank 3, batched', 'square', { hook: 'power_sgd_rank_3', steps: 6 }),
  make('PowerSGD of a whole bucket', 'mlp', { hook: 'batched_power_sgd', steps: 6 }),
  make('uneven inputs', 'norm', { join: 'initial', steps: 4 }),
  make('uneven inputs, divided by those who train', 'norm', { join: 'effective', steps: 4, optimizer: 'adam' }),
  make('uneven inputs with a hook and noSync', 'mlp', { join: 'initial', steps: 4, hook: 'halves', nosync: true }),
  make('uneven inputs with unused parameters', 'branches', { join: 'initial', steps: 5, options: UNUSED }),
];

const FEW = CASES.filter(({ name }) => THREE.includes(name));

interface Told {
  readonly steps: readonly (readonly string[])[];
  readonly final: string;
  readonly keys: readonly string[];
  readonly state: unknown;
  readonly logged: Readonly<Record<string, unknown>>;
}
type Outcome = Readonly<Record<string, Told>>;

const PYTHON = readFileSync(path.join(__dirname, 'ddp_rank.py'), 'utf8');
const NODE = `return require('../parity/distributed/ddp-rank.cjs')(input)`;
const LIMIT = 300_000;

// The script reads bytes of tensors as the tests do, by modules of lib/.
const node = (cases: readonly unknown[]): RankScript => ({ node: NODE, internals: true, input: { cases } });
const python = (cases: readonly unknown[]): RankScript => ({ python: PYTHON, input: { cases } });

async function run(scripts: readonly RankScript[]): Promise<Outcome[]> {
  return (await outputsOf(scripts, { limitMs: LIMIT })) as Outcome[];
}

/** Each rank has told the same as the rank of Python that it stands for. */
function expectSame(actual: readonly Outcome[], expected: readonly Outcome[]): void {
  expect(actual).toHaveLength(expected.length);
  const names = Object.keys(actual[0] as Outcome);
  const differing = names.filter((name) =>
    expected.some((outcome, rank) => !isDeepStrictEqual(actual[rank]?.[name], outcome[name])),
  );
  const [first] = differing;
  if (first === undefined) return;
  const of = (outcomes: readonly Outcome[]): unknown => ({
    differing,
    ranks: outcomes.map((outcome) => outcome[first]),
  });
  expect(of(actual)).toEqual(of(expected));
}

/** Forward and backward off the thread. */
const later = (cases: readonly Case[]): unknown[] => cases.map((one) => ({ ...one, later: true }));

/**
 * What ranks told, but for the sizes of rebuilt buckets. These follow from the order in which rank 0 had its gradients,
 * and off the thread that is not always the same: each thread numbers the nodes of a graph by itself.
 */
function withoutSizes(outcomes: readonly Outcome[]): Outcome[] {
  const told = ({ logged, ...rest }: Told): Told => ({ ...rest, logged: { ...logged, rebuilt_bucket_sizes: null } });
  return outcomes.map((outcome) => Object.fromEntries(Object.entries(outcome).map(([name, one]) => [name, told(one)])));
}

let two: readonly Outcome[];

beforeAll(async () => {
  two = await run([python(CASES), python(CASES)]);
}, LIMIT);

test(
  'two Node ranks train to the bits of two Python ranks',
  async () => {
    expectSame(await run([node(CASES), node(CASES)]), two);
  },
  LIMIT,
);

test(
  'so do a Python rank and, off its thread, a Node rank, either of them as rank 0',
  async () => {
    expectSame(await run([python(CASES), node(later(CASES))]), two);
    expectSame(withoutSizes(await run([node(later(FEW)), python(FEW)])), withoutSizes(two));
  },
  LIMIT,
);

test(
  'three ranks, two of Node and one of Python, train to the bits of three Python ranks',
  async () => {
    const three = await run([python(FEW), python(FEW), python(FEW)]);
    expectSame(await run([node(FEW), python(FEW), node(later(FEW))]), three);
  },
  LIMIT,
);

describe('two ranks that one command starts', () => {
  const RANK = path.join(__dirname, 'started-rank.cjs');
  const STARTER = path.join(__dirname, '../../../dist/cli/main.js');
  const options = ['--nproc-per-node', '2', '--master-addr', '127.0.0.1'];
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-started-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const torchrun = ['-m', 'torch.distributed.run', ...options, '--no-python'];
  test.each([
    ['torchrun --no-python', pythonPath, torchrun, [process.execPath, RANK]],
    ['libtorch-node run', process.execPath, [STARTER, 'run', ...options], [RANK]],
  ])(
    '%s',
    async (_, program, args, rank) => {
      const cases = path.join(folder, 'cases.json');
      writeFileSync(cases, JSON.stringify(FEW));
      const { NODE_OPTIONS: _options, ...env } = process.env;
      const port = ['--master-port', String(await freePort())];
      const { status, stderr } = spawnSync(program, [...args, ...port, ...rank, cases, folder], {
        ...{ encoding: 'utf8', timeout: LIMIT, env: { ...env, OMP_NUM_THREADS: '1', GLOO_SOCKET_IFNAME: 'lo' } },
      });
      expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
      const told = [0, 1].map((rank) => JSON.parse(readFileSync(path.join(folder, `${rank}.json`), 'utf8')) as Outcome);
      expect(Object.keys(told[0] as Outcome)).toHaveLength(FEW.length);
      expectSame(told, two);
    },
    LIMIT,
  );
});
