/**
 * Kills a random rank of a training run at a random moment, again and again: `npm run soak:distributed -- [--runs 100]
 * [--ranks 2] [--seed S] [--minutes M] [--limit SECONDS]`. The starter restarts the ranks, which go on from their last checkpoint. Each run has to end in
 * time, with an error on every rank that was not killed once all had met, no process left over, and the weights of a run that nobody has
 * disturbed, bit for bit. Tells after each run what all so far have come to.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  args: process.argv.slice(process.argv.findIndex((arg) => arg.endsWith('.ts')) + 1),
  options: {
    runs: { type: 'string', default: '100' },
    ranks: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    limit: { type: 'string', default: '120' },
  },
});
const [runs, ranks] = [Number(values.runs), Number(values.ranks)];
/** Longer than any run takes: 120 s are for a machine with nothing else to do. */
const LIMIT_MS = Number(values.limit) * 1000;
/** How many of the runs are disturbed while the ranks join; the others while they train. */
const JOINING = 0.3;
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
  /** What its processes did when it was killed because it took too long; empty where it ended. */
  readonly hung: string;
}

/** What a rank says at its end; `at` is milliseconds since 1970. */
interface Note {
  readonly weights?: number[];
  readonly error?: string;
  readonly at: number;
}

function start(folder: string): ChildProcess {
  const options = [
    '--nproc-per-node',
    String(ranks),
    '--max-restarts',
    '1',
    '--failure-grace',
    String(LIMIT_MS / 12_000),
  ];
  const script = [path.join(__dirname, 'soak/rank.cjs'), folder, PAUSE_MS, String(LIMIT_MS / 2000)];
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

/** The state of a process, and for how many seconds it has used a processor; on Linux. */
function stateOf(pid: number): string[] {
  if (process.platform !== 'linux' || !isAlive(pid)) return [];
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return [`${pid} in state ${fields[0]} after ${(Number(fields[11]) + Number(fields[12])) / 100} s`];
}

function noteOf(folder: string, restart: number, rank: number): Note | null {
  const file = path.join(folder, `${restart}-${rank}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Note) : null;
}

/** The notes of the first attempt. */
const notesIn = (folder: string): (Note | null)[] =>
  Array.from({ length: ranks }, (_, rank) => noteOf(folder, 0, rank));

/** One run; `disturb` is called when all ranks have started. */
async function run(folder: string, disturb: (pids: number[]) => Promise<void>): Promise<Outcome> {
  const starter = start(folder);
  let stderr = '';
  starter.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  let hung = '';
  const timer = setTimeout(() => {
    hung = pidsIn(folder).flatMap(stateOf).join(', ');
    starter.kill('SIGKILL');
  }, LIMIT_MS);
  const ended = once(starter, 'close');
  while (starter.exitCode === null && pidsIn(folder).length < ranks) await sleep(5);
  await disturb(pidsIn(folder));
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  const last = noteOf(folder, 1, 0) ?? noteOf(folder, 0, 0);
  return { code, weights: last?.weights ?? [], stderr, hung };
}

function distance(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return Infinity;
  return some.reduce((most, one, i) => Math.max(most, Math.abs(one - (others[i] as number))), 0);
}

/** What is wrong with a disturbed run; nothing, if all is as it should be. */
function judge(folder: string, outcome: Outcome, whole: readonly number[], begun: boolean): string[] {
  const wrong: string[] = [];
  if (outcome.hung) wrong.push(`it hung: ${outcome.hung}`);
  if (outcome.code !== 0) wrong.push(`exit code ${outcome.code}\n${outcome.stderr}`);
  const off = distance(outcome.weights, whole);
  if (off === 0) counts.equal++;
  else wrong.push(`other weights than without a disturbance, by up to ${off}`);
  // What was killed with its starter ends a moment later.
  const left = outcome.hung ? [] : pidsIn(folder).filter(isAlive);
  counts.left += left.length;
  if (left.length > 0) wrong.push(`processes left over: ${left.join(', ')}`);
  const pids = pidsIn(folder).length;
  // Killed too late, all had ended already; killed before all had met, the others wait until the starter ends them.
  if (pids === ranks || !begun) return wrong;
  const silent = notesIn(folder).filter((note) => !note?.error);
  // The victim says nothing; who came to the end before has its result.
  if (silent.filter((note) => note === null).length > 1) wrong.push(`a survivor has no error\n${outcome.stderr}`);
  return wrong;
}

/** What the runs have come to. */
const counts = { runs: 0, killed: 0, wrong: 0, hung: 0, left: 0, equal: 0 };
/** How long survivors took to fail after the kill, in milliseconds. */
const delays: number[] = [];

function summary(): string {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (q: number): string => String(sorted[Math.ceil(q * sorted.length) - 1] ?? '-');
  const { runs: made, killed, wrong, hung, left, equal } = counts;
  return (
    `${made} runs of ${ranks} ranks, ${killed} of them killed before their end: ${wrong} wrong, ${hung} hung, ${left} processes ` +
    `left over, ${equal} with equal weights; ${sorted.length} survivors failed after ${at(0.5)} ms in the median, ${at(0.99)} ms at ` +
    `the 99th percentile, ${at(1)} ms at most; load ${loadavg()[0]?.toFixed(1)}`
  );
}

async function main(): Promise<void> {
  const make = (): string => mkdtempSync(path.join(tmpdir(), 'ltn-soak-'));
  const first = make();
  const isBegun = (folder: string): boolean => linesIn(folder, 'begun').length >= ranks;
  const began = performance.now();
  let [started, joined] = [0, 0];
  const whole = await run(first, async (pids) => {
    started = performance.now();
    while (!isBegun(first) && pids.some(isAlive)) await sleep(5);
    joined = performance.now();
  });
  const [joining, training] = [joined - started, performance.now() - joined];
  if (whole.code !== 0) throw new Error(`the undisturbed run failed:\n${whole.stderr}`);
  const end = began + Number(values.minutes) * 60_000;
  for (let i = 0; i < runs && performance.now() < end; i++) {
    const folder = make();
    let begun = false;
    let killedAt = Infinity;
    let victim = -1;
    let early = false;
    const outcome = await run(folder, async (pids) => {
      victim = pids[Math.floor(random() * pids.length)] as number;
      const isEarly = (early = random() < JOINING);
      while (!isEarly && !isBegun(folder) && pids.some(isAlive)) await sleep(5);
      await sleep(random() * (isEarly ? joining : training) * 0.8);
      begun = isBegun(folder);
      if (!isAlive(victim)) return;
      killedAt = Date.now();
      process.kill(victim, 'SIGKILL');
    });
    const wrong = judge(folder, outcome, whole.weights, begun);
    counts.runs++;
    if (outcome.hung) counts.hung++;
    if (pidsIn(folder).length > ranks) {
      counts.killed++;
      const after = notesIn(folder).flatMap((note) => (begun && note?.error ? [note.at - killedAt] : []));
      delays.push(...after);
      const when = early ? 'while they joined' : 'while they trained';
      const lines = linesIn(folder, 'pids');
      console.log(
        `run ${i}: start ${lines.indexOf(String(victim))} of ${ranks} killed ${when}; errors after ${after.join(', ') || '-'} ms`,
      );
    }
    if (wrong.length > 0) counts.wrong++;
    for (const complaint of wrong) console.error(`run ${i}: ${complaint}`);
    rmSync(folder, { recursive: true, force: true });
    console.log(summary());
  }
  rmSync(first, { recursive: true, force: true });
  process.exitCode = counts.wrong === 0 ? 0 : 1;
}

void main();
