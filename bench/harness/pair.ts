/** Runs both sides of a suite in turn, so that a change in the machine's speed meets both alike. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Case, Result, Suite } from './types';

const root = path.resolve(__dirname, '../..');
const SETTLE_MS = 40;
const runTs = path.join(root, 'scripts/run-ts.cjs');

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Where each sample is a process, Node runs the suite's node.cjs as a user would: TypeScript costs 0.3 s to load. */
function nodeCommand(suite: string, processes: boolean): Command {
  const args = processes
    ? [path.join(root, 'bench/suites', suite, 'node.cjs')]
    : ['--expose-gc', runTs, path.join(__dirname, 'child.ts'), suite];
  return { program: process.execPath, args };
}

export function commands(suite: string, processes: boolean): readonly [node: Command, python: Command] {
  const { pythonPath } = createRequire(__filename)('../../scripts/setup/python.cjs') as { pythonPath(): string };
  return [nodeCommand(suite, processes), { program: pythonPath(), args: [path.join(__dirname, 'child.py'), suite] }];
}

export function environment(suite: Suite): NodeJS.ProcessEnv {
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

function wallTime({ program, args }: Command, name: string, env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, [...args, name], { cwd: root, env });
  if (status !== 0) throw new Error(`'${name}' failed: ${String(stderr)}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

type Measure = (name: string) => Promise<number>;

/** Measures every case of a suite. */
export async function measureSuite(name: string, suite: Suite): Promise<readonly Result[]> {
  const env = environment(suite);
  const both = commands(name, suite.processes === true);
  if (suite.processes) {
    const [node, python] = both.map(
      (command): Measure =>
        (which) =>
          Promise.resolve(wallTime(command, which, env)),
    );
    return measureCases(name, suite.cases, node as Measure, python as Measure);
  }
  const sides = both.map((command) => new Side(command, env));
  try {
    const [node, python] = sides.map(
      (side): Measure =>
        (which) =>
          side.measure(which),
    );
    return await measureCases(name, suite.cases, node as Measure, python as Measure);
  } finally {
    for (const side of sides) side.stop();
  }
}

async function measureCases(suite: string, cases: readonly Case[], node: Measure, python: Measure): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of cases) results.push(await measureCase(suite, one, node, python));
  return withFloors(cases, results);
}

/** Operations over the best rate that either side reached in the matrix product, in the unit of the case. */
function withFloors(cases: readonly Case[], results: Result[]): Result[] {
  const at = cases.findIndex(({ rate }) => rate);
  const product = results[at];
  if (!product) return results;
  const perOperation = Math.min(...product.fastest) / (cases[at]?.flop ?? NaN);
  return results.map((result, i) => {
    const flop = cases[i]?.flop;
    return flop === undefined || i === at ? result : { ...result, floor: flop * perOperation };
  });
}

async function measureCase(suite: string, one: Case, node: Measure, python: Measure): Promise<Result> {
  const { rounds = 15, warmup = 2 } = one;
  const pairs: (readonly [number, number])[] = [];
  for (let round = -warmup; round < rounds; round++) {
    // Whoever comes second finds warmer caches, so they take turns at that as well.
    const first = round % 2 === 0 ? await node(one.name) : undefined;
    const p = await python(one.name);
    const n = first ?? (await node(one.name));
    if (round >= 0) pairs.push([n, p]);
  }
  const ratios = pairs.map(([n, p]) => n / p);
  return {
    suite,
    name: one.name,
    unit: one.unit,
    node: quantile(
      pairs.map(([n]) => n),
      0.5,
    ),
    python: quantile(
      pairs.map(([, p]) => p),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    fastest: [Math.min(...pairs.map(([n]) => n)), Math.min(...pairs.map(([, p]) => p))],
    target: one.target ?? null,
    rounds,
  };
}

/** The q-quantile by the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
