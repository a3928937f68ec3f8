/**
 * Several processes as the ranks of one group, each of Node or of Python: they get the environment variables of
 * `torchrun`, run a script each, and give back what it returns.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonPath } from './python';
import { decodeWire, encodeWire } from './wire';

/** What one rank runs. */
export type RankScript =
  | {
      /** The body of an async function of `torch`, `dist` (torch.distributed), `rank`, `size`, `input` and `require`. */
      readonly node: string;
      /** The script asks for modules of lib/, and runs on that; else on dist/, with which a rank starts in half the time. */
      readonly internals?: boolean;
      readonly env?: NodeJS.ProcessEnv;
      readonly input?: unknown;
    }
  | {
      /** Finds the same names, but `require`, and leaves its result in `output`. */
      readonly python: string;
      readonly env?: NodeJS.ProcessEnv;
      readonly input?: unknown;
    };

export interface RankResult {
  /** What the script returned, or left in `output`. */
  readonly output: unknown;
  /** The stack of what it threw. */
  readonly error: string | undefined;
  /** The exit code; null where a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** How long the process ran, in milliseconds. */
  readonly elapsed: number;
}

export interface RunRanksOptions {
  /** After this, all ranks are killed. @defaultValue 120_000 */
  readonly limitMs?: number;
  /** Variables of all ranks. */
  readonly env?: NodeJS.ProcessEnv;
  /** Where rank 0 serves the store; by default a free port. */
  readonly port?: number;
  /** Called with the processes once all have been started. */
  readonly started?: (ranks: readonly ChildProcess[]) => void;
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function command(script: RankScript): readonly [program: string, ...args: string[]] {
  if ('python' in script) return [pythonPath, '-W', 'ignore', path.join(__dirname, 'rank.py')];
  return [process.execPath, path.join(__dirname, 'rank.cjs')];
}

function begin(script: RankScript, folder: string, rank: number, env: NodeJS.ProcessEnv): ChildProcess {
  const request = path.join(folder, `request-${rank}.json`);
  const text = 'python' in script ? script.python : script.node;
  const internals = 'node' in script && script.internals;
  writeFileSync(request, JSON.stringify({ script: text, input: encodeWire(script.input), internals }));
  const [program, ...args] = command(script);
  return spawn(program, [...args, request, path.join(folder, `answer-${rank}.json`)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env, RANK: String(rank), LOCAL_RANK: String(rank), ...script.env },
  });
}

async function finish(child: ChildProcess, answerFile: string): Promise<RankResult> {
  const began = performance.now();
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  const elapsed = performance.now() - began;
  const answer = existsSync(answerFile)
    ? (JSON.parse(readFileSync(answerFile, 'utf8')) as { output?: unknown; error?: string })
    : {};
  return { output: decodeWire(answer.output), error: answer.error, code, signal, stdout, stderr, elapsed };
}

/**
 * Runs each script as a rank, and resolves when all have ended. No rank outlives it.
 *
 * @example
 * const [first] = await runRanks([{ node: 'return rank' }, { python: 'output = rank' }]);
 */
export async function runRanks(
  scripts: readonly RankScript[],
  { limitMs = 120_000, env = {}, port, started }: RunRanksOptions = {},
): Promise<RankResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ranks-'));
  const children: ChildProcess[] = [];
  const timer = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), limitMs);
  try {
    const shared = {
      ...{ WORLD_SIZE: String(scripts.length), LOCAL_WORLD_SIZE: String(scripts.length) },
      ...{ MASTER_ADDR: '127.0.0.1', MASTER_PORT: String(port ?? (await freePort())) },
      ...{ GLOO_SOCKET_IFNAME: 'lo', OMP_NUM_THREADS: '1', TORCH_DISTRIBUTED_DEBUG: undefined },
      ...env,
    };
    scripts.forEach((script, rank) => children.push(begin(script, folder, rank, shared)));
    const ends = children.map((child, rank) => finish(child, path.join(folder, `answer-${rank}.json`)));
    started?.(children);
    return await Promise.all(ends);
  } finally {
    clearTimeout(timer);
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The outputs of all ranks; fails where one has failed, with what all of them said. */
export async function outputsOf(scripts: readonly RankScript[], options?: RunRanksOptions): Promise<unknown[]> {
  const results = await runRanks(scripts, options);
  if (results.every(({ error, code }) => error === undefined && code === 0)) return results.map(({ output }) => output);
  const said = results.map(
    ({ error, code, signal, stderr }, rank) => `rank ${rank} (${signal ?? code}): ${error ?? ''}\n${stderr}`,
  );
  throw new Error(said.join('\n'));
}
