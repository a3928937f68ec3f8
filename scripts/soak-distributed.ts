/**
 * Kills a random rank of a training run at a random moment, again and again: `npm run soak:distributed -- [--runs 100]
 * [--ranks 2] [--seed S]`. The starter restarts the ranks, which go on from their last checkpoint. Each run has to end in time, with an
 * error on every rank that was not killed once all had met, no process left over, and the weights of a run that nobody has disturbed,
 * bit for bit.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  args: process.argv.slice(process.argv.findIndex((arg) => arg.endsWith('.ts')) + 1),
  options: {
    runs: { type: 'string', default: '100' },
    ranks: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});
const [runs, ranks] = [Number(values.runs), Number(values.ranks)];
/** Longer than any run takes on a machine with nothing else to do. */
const LIMIT_MS = 120_000;
/** On a busy one it takes so many times an undisturbed run: two attempts, and what ends the first of them. */
const SLOWEST = 6;
const PAUSE_MS = '20';
const root = path.join(__dirname, '..');

let state = Number(values.seed) >>> 0;
/** A number in [0, 1): the same ones for the same seed. */
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

interface Outcome {
  readonly code: number | null;
  readonly weights: readonly number[];
  readonly stderr: string;
}

function start(folder: string): ChildProcess {
  const options = ['--nproc-per-node', String(ranks), '--max-restarts', '1', '--failure-grace', '10'];
  const script = [path.join(__dirname, 'soak/rank.cjs'), folder, PAUSE_MS];
  return spawn(process.execPath, [path.join(root, 'dist/cli/main.js'), 'run', ...options, ...script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const linesIn = (folder: string, name: string): string[] => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

const pidsIn = (folder: string): number[] => linesIn(folder, 'pids').map(Number);

/** Whether a process runs; one that nobody has waited for yet has ended. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function noteOf(folder: string, restart: number, rank: number): { weights?: number[]; error?: string } | null {
  const file = path.join(folder, `${restart}-${rank}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { weights?: number[]; error?: string }) : null;
}

/** One run; `disturb` is called when all ranks have started. */
async function run(folder: string, limit: number, disturb?: (pids: number[]) => Promise<void>): Promise<Outcome> {
  const starter = start(folder);
  let stderr = '';
  starter.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const timer = setTimeout(() => starter.kill('SIGKILL'), limit);
  const ended = once(starter, 'close');
  while (disturb && starter.exitCode === null && pidsIn(folder).length < ranks) await sleep(5);
  await disturb?.(pidsIn(folder));
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  const last = noteOf(folder, 1, 0) ?? noteOf(folder, 0, 0);
  return { code, weights: last?.weights ?? [], stderr };
}

function distance(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return Infinity;
  return some.reduce((most, one, i) => Math.max(most, Math.abs(one - (others[i] as number))), 0);
}

/** What is wrong with a disturbed run; nothing, if all is as it should be. */
function judge(folder: string, outcome: Outcome, whole: readonly number[], begun: boolean): string[] {
  const wrong: string[] = [];
  if (outcome.code !== 0) wrong.push(`exit code ${outcome.code}\n${outcome.stderr}`);
  const off = distance(outcome.weights, whole);
  if (off !== 0) wrong.push(`other weights than without a disturbance, by up to ${off}`);
  const left = pidsIn(folder).filter(isAlive);
  if (left.length > 0) wrong.push(`processes left over: ${left.join(', ')}`);
  const pids = pidsIn(folder).length;
  // Killed too late, all had ended already; killed before all had met, the others wait until the starter ends them.
  if (pids === ranks || !begun) return wrong;
  const silent = Array.from({ length: ranks }, (_, rank) => noteOf(folder, 0, rank)).filter((note) => !note?.error);
  // The victim says nothing; who came to the end before has its result.
  if (silent.filter((note) => note === null).length > 1) wrong.push(`a survivor has no error\n${outcome.stderr}`);
  return wrong;
}

async function main(): Promise<void> {
  const make = (): string => mkdtempSync(path.join(tmpdir(), 'ltn-soak-'));
  const first = make();
  const began = performance.now();
  const whole = await run(first, 10 * LIMIT_MS);
  const length = performance.now() - began;
  if (whole.code !== 0) throw new Error(`the undisturbed run failed:\n${whole.stderr}`);
  let failed = 0;
  let restarted = 0;
  for (let i = 0; i < runs; i++) {
    const folder = make();
    let begun = false;
    const outcome = await run(folder, Math.max(LIMIT_MS, SLOWEST * length), async (pids) => {
      const victim = pids[Math.floor(random() * pids.length)] as number;
      await sleep(random() * length * 0.7);
      begun = linesIn(folder, 'begun').length >= ranks;
      if (isAlive(victim)) process.kill(victim, 'SIGKILL');
    });
    const wrong = judge(folder, outcome, whole.weights, begun);
    if (pidsIn(folder).length > ranks) restarted++;
    if (wrong.length > 0) failed++;
    for (const complaint of wrong) console.error(`run ${i}: ${complaint}`);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(first, { recursive: true, force: true });
  console.log(`${runs} runs of ${ranks} ranks, ${restarted} of them killed before their end: ${failed} wrong`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
