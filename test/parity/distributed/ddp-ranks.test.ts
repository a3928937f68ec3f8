/** What Python has no counterpart for, or refuses: SyncBatchNorm on the CPU, errors of ranks that differ, hooks with promises. */
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual } from '../../support/python';
import { type RankScript, freePort, outputsOf, runRanks } from '../../support/ranks';

const LIMIT = 240_000;
type Scene = readonly [name: string, input?: unknown];

const script = (scenes: readonly Scene[]): RankScript => ({
  node: `return require('../parity/distributed/ddp-together.cjs')(input)`,
  input: scenes.map(([name, input = null]) => [name, input]),
});

interface Normed {
  readonly steps: readonly { readonly y: Tensor; readonly grad: Tensor | null; readonly parts: readonly Tensor[] }[];
  readonly evaluated: Tensor;
  readonly running: readonly Tensor[];
  readonly tracked: Tensor | null;
}

interface NormCase {
  readonly whole: Tensor;
  readonly gradient: Tensor;
  readonly rows: readonly number[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly channelsLast?: boolean;
}

torch.manualSeed(4);
const normCase = (shape: readonly number[], rows: readonly number[], rest: Partial<NormCase> = {}): NormCase => ({
  whole: torch
    .randn([...shape])
    .mul(3)
    .add(1),
  gradient: torch.randn([...shape]),
  rows,
  options: {},
  ...rest,
});

const NORMS: readonly NormCase[] = [
  normCase([9, 4], [4, 5]),
  normCase([6, 3, 5], [1, 5], { options: { affine: false, momentum: null } }),
  normCase([8, 3, 4, 4], [6, 2], { channelsLast: true, options: { bias: false, momentum: 0.3 } }),
  normCase([7, 2], [7, 0], { options: { trackRunningStats: false } }),
  normCase([10, 4], [3, 7], {
    whole: torch.randn([10, 4], { dtype: torch.float64 }),
    gradient: torch.randn([10, 4], { dtype: torch.float64 }),
  }),
];

/** The same layer over the batches of all ranks. */
function joined({ whole, gradient, options }: NormCase): Normed {
  const layer = new torch.nn.SyncBatchNorm(whole.shape[1] as number, options);
  if (whole.dtype === torch.float64) layer.double();
  const steps = [0, 1].map((i) => {
    const x = whole.add(i).requiresGrad_();
    const y = layer.forward(x);
    layer.zeroGrad();
    y.backward(gradient);
    const parts = [layer.weight, layer.bias].flatMap((parameter) => parameter?.grad ?? []);
    return { y: y.detach(), grad: x.grad, parts };
  });
  const evaluated = layer.eval().forward(whole).detach();
  const running = [layer.runningMean, layer.runningVar].filter((tensor) => tensor !== null);
  return { steps, evaluated, running, tracked: layer.numBatchesTracked };
}

/** Rows of each rank, one after the other. */
const rowsOf = (parts: readonly (Tensor | null)[]): Tensor => torch.cat(parts.filter((part) => part !== null));

function expectClose(actual: Tensor, expected: Tensor, label: string): void {
  expect({ label, shape: actual.shape, dtype: actual.dtype }).toEqual({
    label,
    shape: expected.shape,
    dtype: expected.dtype,
  });
  // A few roundings of the dtype: sums are in another order, and each rank's own mean is rounded.
  const unit = expected.dtype === torch.float64 ? 1e-14 : 2e-6;
  const limit = unit * Math.max(1, Number(expected.abs().max().item()));
  expect({ label, far: Number(actual.sub(expected).abs().max().item()) > limit }).toEqual({ label, far: false });
}

function expectNormed(ranks: readonly Normed[], expected: Normed, label: string): void {
  expected.steps.forEach((step, i) => {
    const of = ranks.map((rank) => rank.steps[i] as Normed['steps'][number]);
    expectClose(rowsOf(of.map(({ y }) => y)), step.y, `${label}: output ${i}`);
    expectClose(rowsOf(of.map(({ grad }) => grad)), step.grad as Tensor, `${label}: gradient ${i}`);
    step.parts.forEach((part, j) =>
      of.forEach(({ parts }) => expectClose(parts[j] as Tensor, part, `${label}: parameter ${j}`)),
    );
  });
  if (!ranks.some(({ evaluated }) => evaluated.numel() === 0)) {
    expectClose(rowsOf(ranks.map(({ evaluated }) => evaluated)), expected.evaluated, `${label}: evaluated`);
  }
  for (const { running, tracked } of ranks) {
    expect(running).toHaveLength(expected.running.length);
    running.forEach((tensor, i) => expectClose(tensor, expected.running[i] as Tensor, `${label}: statistics ${i}`));
    expect(tracked?.item()).toEqual(expected.tracked?.item());
  }
}

const SCENES: readonly Scene[] = [
  ...NORMS.map((one): Scene => ['syncBatchNorm', one]),
  ...(['delayed', 'differing', 'early', 'joinables', 'promises'] as const).map((name): Scene => [name]),
  ['destroyed'],
];
const seen = new Map<string, unknown[]>();
const norms: Normed[][] = [];

beforeAll(async () => {
  const ranks = (await outputsOf([script(SCENES), script(SCENES)], { limitMs: LIMIT })) as unknown[][];
  SCENES.forEach(([name], i) => {
    const outputs = ranks.map((rank) => rank[i]);
    if (name === 'syncBatchNorm') norms.push(outputs as Normed[]);
    else seen.set(name, outputs);
  });
}, LIMIT);

test('SyncBatchNorm is batch normalization of all batches together', () => {
  NORMS.forEach((one, i) => expectNormed(norms[i] as Normed[], joined(one), `case ${i}`));
});

test('delayed reductions give the parameters of immediate ones', () => {
  for (const { plain, some, all } of seen.get('delayed') as Record<string, Tensor[]>[]) {
    for (const other of [some, all]) {
      (plain as Tensor[]).forEach((parameter, i) =>
        expectClose((other as Tensor[])[i] as Tensor, parameter, String(i)),
      );
    }
  }
});

test('ranks with more parameters are told, and the group goes on', () => {
  const told = seen.get('differing') as { counts: string; sum: number }[];
  for (const { counts, sum } of told) {
    expect(counts).toMatch(
      /DDP expects same model across all ranks, but Rank \d has \d params, while rank \d has inconsistent \d params/,
    );
    expect(sum).toBe(2);
  }
});

test('throwOnEarlyTermination ends all ranks with the first', () => {
  const told = seen.get('early') as { steps: number; error: string }[];
  expect(told.map(({ steps }) => steps)).toEqual([3, 3]);
  expect(told[0]?.error).toMatch(/Rank 0 exhausted all inputs/);
  expect(told[1]?.error).toMatch(/Detected at least one rank that exhausted inputs. Throwing across all ranks/);
});

test('Join calls the hooks of what the program joins, and leaves the event loop free', () => {
  interface Told {
    readonly calls: string[];
    readonly total: number;
    readonly parameters: Tensor[];
    readonly ticked: boolean;
    readonly blocked: string;
  }
  const [first, last] = seen.get('joinables') as [Told, Told];
  expect(first.calls).toEqual(['main', 'main', 'main', 'post false +']);
  expect(last.calls).toEqual(['post true +']);
  // Twice two ranks, and three times one.
  expect([first.total, last.total]).toEqual([7, 7]);
  expect([first.ticked, last.ticked]).toEqual([true, true]);
  expect(first.blocked).toMatch(/each joinable has joinHook/);
  first.parameters.forEach((parameter, i) => expectBitEqual(parameter, last.parameters[i] as Tensor));
});

test('a hook may wait for the event loop in backwardAsync', () => {
  const [first, last] = seen.get('promises') as [Tensor[], Tensor[]];
  first.forEach((gradient, i) => expectBitEqual(gradient, last[i] as Tensor));
  expect(Number(first[0]?.abs().sum().item())).toBeGreaterThan(0);
});

test('a group that has been destroyed is named', () => {
  for (const [forward, wrap] of seen.get('destroyed') as [string, string][]) {
    expect(forward).toMatch(/has been destroyed by destroyProcessGroup/);
    expect(wrap).toMatch(/Default process group has not been initialized/);
  }
});

test(
  'two workers of one process are ranks like others',
  async () => {
    const port = await freePort();
    const workers = [0, 1].map((rank) => {
      return new Worker(path.join(__dirname, 'ddp-worker.cjs'), { workerData: { port, rank } });
    });
    const told = await Promise.all(workers.map((worker) => once(worker, 'message') as Promise<unknown[]>));
    expect(told[0]).toEqual(told[1]);
    await Promise.all(workers.map((worker) => worker.terminate()));
  },
  LIMIT,
);

test(
  'a rank with other shapes is told, and the other one hears that it has ended',
  async () => {
    const [first, last] = await runRanks([script([['shapes']]), script([['shapes']])], { limitMs: LIMIT });
    expect(last?.stderr).toMatch(
      /params\[0\] in this process with sizes \[5, 3\] appears not to match sizes of the same param in process 0/,
    );
    const [{ error }] = first?.output as [{ error: string }];
    expect(error).toMatch(/DistributedDataParallel on rank 0 of 2 .*: the connection to (?:another rank|rank 1) broke/);
  },
  LIMIT,
);

test(
  'a rank that ends makes backward fail on the other',
  async () => {
    const results = await runRanks([script([['death']]), script([['death']])], { limitMs: LIMIT });
    const [{ errors }] = results[0]?.output as [{ errors: string[] }];
    const message =
      /backward on rank 0 of 2: the ranks could not reduce gradients: the connection to (?:another rank|rank 1) broke/;
    expect(errors).toEqual([expect.stringMatching(message), expect.stringMatching(message)]);
    expect(errors[0]).not.toMatch(/third_party/);
  },
  LIMIT,
);
