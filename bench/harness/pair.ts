/** Runs both sides of a suite in turn, so that a change in the machine's speed meets both alike. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { rounds, warmups } from './extent';
import type { Both, Case, Command, Quality, Result, Suite } from './types';

const root = path.resolve(__dirname, '../..');
const SETTLE_MS = 40;

/** The Python that the tests compare with. */
export function pythonPath(): string {
  return (createRequire(__filename)('../../scripts/setup/python.cjs') as { pythonPath(): string }).pythonPath();
}

function children(suite: string): Both<Command> {
  const node = ['--expose-gc', path.join(root, 'scripts/run-ts.cjs'), path.join(__dirname, 'child.ts'), suite];
  return [
    { program: process.execPath, args: node },
    { program: pythonPath(), args: [path.join(__dirname, 'child.py'), suite] },
  ];
}

function environment(suite: Suite): NodeJS.ProcessEnv {
  return { ...process.env, OMP_NUM_THREADS: String(suite.threads ?? 2), PYTHONDONTWRITEBYTECODE: '' };
}

/** A child that answers each line with a figure. */
export class Side {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor({ program, args }: Command, env: NodeJS.ProcessEnv) {
    this.#child = spawn(program, args, { cwd: root, env });
    this.#child.stderr.pipe(process.stderr);
    this.#lines = readline.createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async measure(name: string): Promise<number> {
    await setTimeout(SETTLE_MS); // threads of the side before still spin for a while, waiting for more work
    this.#child.stdin.write(`${name}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the benchmark's process ended during '${name}'`);
    return Number(value);
  }

  stop(): void {
    this.#child.stdin.end();
  }
}

interface Sample {
  readonly figure: number;
  /** What the suite's quality is in this sample. */
  readonly quality?: number;
}

type Measure = (name: string, round: number) => Promise<Sample>;

function runProgram({ program, args, env }: Command, shared: NodeJS.ProcessEnv, quality?: Quality): Sample {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...shared, ...env },
    encoding: 'utf8',
  });
  const figure = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
  return quality ? { figure, quality: quality.read(stdout) } : { figure };
}

/** Measures every case of a suite. */
export async function measureSuite(name: string, suite: Suite): Promise<readonly Result[]> {
  const env = environment(suite);
  const { programs, quality } = suite;
  if (programs) {
    const side =
      (which: 0 | 1): Measure =>
      (one, round) =>
        Promise.resolve(runProgram(programs(one, round)[which], env, quality));
    return measureCases(name, suite, side(0), side(1));
  }
  const [node, python] = children(name).map((command) => new Side(command, env)) as [Side, Side];
  const side =
    (which: Side): Measure =>
    async (one) => ({ figure: await which.measure(one) });
  try {
    return await measureCases(name, suite, side(node), side(python));
  } finally {
    node.stop();
    python.stop();
  }
}

async function measureCases(name: string, suite: Suite, node: Measure, python: Measure): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of suite.cases) {
    const pairs = await measurePairs(one, node, python);
    results.push({ suite: name, ...summary(one, pairs), ...qualityOf(suite, one, pairs) });
  }
  return withFloors(suite.cases, results);
}

async function measurePairs(one: Case, node: Measure, python: Measure): Promise<Both<Sample>[]> {
  const last = rounds(one.rounds ?? 15);
  const pairs: Both<Sample>[] = [];
  for (let round = -warmups(one.warmup ?? 2); round < last; round++) {
    // Whoever comes second finds warmer caches, so they take turns at that as well.
    const first = round % 2 === 0 ? await node(one.name, round) : undefined;
    const p = await python(one.name, round);
    const n = first ?? (await node(one.name, round));
    if (round >= 0) pairs.push([n, p]);
  }
  return pairs;
}

function summary(one: Case, pairs: readonly Both<Sample>[]): Omit<Result, 'suite'> {
  const [node, python] = [0, 1].map((side) => pairs.map((pair) => pair[side as 0 | 1].figure)) as [number[], number[]];
  const ratios = pairs.map(([n, p]) => n.figure / p.figure);
  return {
    name: one.name,
    unit: one.unit,
    node: quantile(node, 0.5),
    python: quantile(python, 0.5),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    fastest: [Math.min(...node), Math.min(...python)],
    target: one.target ?? null,
    rounds: pairs.length,
  };
}

/** The means of what both reached, which must be alike. */
function qualityOf({ quality }: Suite, one: Case, pairs: readonly Both<Sample>[]): Pick<Result, 'quality'> {
  if (!quality) return {};
  const mean = (side: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + (pair[side].quality ?? NaN), 0) / pairs.length;
  const means: Both<number> = [mean(0), mean(1)];
  const { name, within } = quality;
  if (Math.abs(means[0] - means[1]) <= within) return { quality: { name, means } };
  throw new Error(`${one.name}: ${name} ${means[0]} here and ${means[1]} in Python, more than ${within} apart`);
}

/** Operations and bytes over the best rates that either side reached in this run, in the unit of the cases. */
function withFloors(cases: readonly Case[], results: readonly Result[]): Result[] {
  const timeOf = (what: 'flop' | 'bytes'): ((one: Case) => number | undefined) => {
    const at = cases.findIndex(({ rate }) => rate === what);
    const perOne = Math.min(...(results[at]?.fastest ?? [])) / (cases[at]?.[what] ?? NaN);
    return (one) => (at < 0 || one.rate || one[what] === undefined ? undefined : one[what] * perOne);
  };
  const [arithmetic, traffic] = [timeOf('flop'), timeOf('bytes')];
  return results.map((result, i) => {
    const [floor, bytesFloor] = [arithmetic(cases[i] as Case), traffic(cases[i] as Case)];
    return {
      ...result,
      ...(floor === undefined ? {} : { floor }),
      ...(bytesFloor === undefined ? {} : { bytesFloor }),
    };
  });
}

/** The q-quantile by the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
