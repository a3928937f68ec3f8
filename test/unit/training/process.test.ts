/** Runs that die: killed at any moment, asked to end, without room on the disk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import * as torch from '../../../lib/index';
import { training } from '../../../lib/index';

const fixture = path.join(__dirname, 'fixtures/process.cjs');
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'process-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Options {
  readonly directory: string;
  readonly handleSignals?: boolean;
  /** From this step on, checkpoints are 4 MB. */
  readonly heavyFrom?: number;
  /** How many steps this process makes until a signal comes. */
  readonly holdAt?: number;
}

type Said = training.TrainingEvent | { readonly type: 'history'; readonly history: training.History };

class Child {
  readonly said: Said[] = [];
  readonly exit: Promise<unknown[]>;

  private constructor(
    readonly process: ChildProcess,
    readonly lines: AsyncIterator<string>,
  ) {
    this.exit = once(process, 'exit');
  }

  /** `limit`: the largest file it may write, in KiB. */
  static start(options: Options, limit?: number): Child {
    const program = [process.execPath, fixture, JSON.stringify(options)];
    const limited = ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...program];
    const [command, ...rest] = limit === undefined ? program : limited;
    const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Child(child, readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  }

  /** Listens until it says what is wanted, or ends. */
  async until(wanted: (said: Said) => boolean = () => false): Promise<void> {
    while (true) {
      const { value, done } = await this.lines.next();
      if (done) return;
      this.said.push(JSON.parse(value) as Said);
      if (wanted(this.said.at(-1)!)) return;
    }
  }

  /** Its history, when it has ended by itself. */
  async history(): Promise<training.History> {
    await this.until();
    expect(await this.exit).toEqual([0, null]);
    const last = this.said.at(-1);
    if (last?.type !== 'history') throw new Error('the process ended without a history');
    return last.history;
  }
}

let whole: training.History;
beforeAll(async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'whole-'));
  whole = await Child.start({ directory: path.join(directory, 'run') }).history();
  rmSync(directory, { recursive: true });
  expect(whole.losses).toHaveLength(80);
});

test('killed at any moment, again and again, it ends with the losses of a run that was not', async () => {
  const directory = path.join(folder, 'run');
  const kills: number[] = [];
  for (let i = 0; i < 4; i++) {
    // Four times this is less than the run's 80 steps.
    const child = Child.start({ directory, holdAt: 18 });
    let left = 3 + Math.floor(Math.random() * 14);
    await child.until(({ type }) => type === 'step' && left-- === 0);
    // Between two steps, in one, or while a checkpoint is written.
    await setTimeout(Math.random() * 4);
    child.process.kill('SIGKILL');
    expect(await child.exit).toEqual([null, 'SIGKILL']);
    const last = child.said.at(-1);
    kills.push(last?.type === 'step' ? last.step : NaN);
  }
  const history = await Child.start({ directory }).history();
  expect({ kills, losses: history.losses }).toEqual({ kills, losses: whole.losses });
  expect(history.epochs).toEqual(whole.epochs);
  const run = training.readRun(directory);
  expect(run).toMatchObject({ state: 'finished', step: 80 });
  expect(run.losses).toEqual(whole.losses);
  const files = readdirSync(path.join(directory, 'checkpoints'));
  expect(files.filter((name) => !/^(last|best-\d)\.pt$/.test(name))).toEqual([]);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with a checkpoint', async (signal) => {
  const directory = path.join(folder, 'run');
  const child = Child.start({ directory, handleSignals: true, holdAt: 20 });
  await child.until((said) => said.type === 'step' && said.step === 10);
  child.process.kill(signal);
  const { reason, step, losses } = await child.history();
  expect(reason).toBe('stopped');
  expect(step).toBeLessThan(80);
  expect(losses).toEqual(whole.losses.slice(0, step));
  const last = torch.load<{ progress: { step: number } }>(path.join(directory, 'checkpoints/last.pt'));
  expect(last.progress.step).toBe(step);
  expect((await Child.start({ directory }).history()).losses).toEqual(whole.losses);
});

test('without it, SIGTERM ends the process as usual', async () => {
  const child = Child.start({ directory: path.join(folder, 'run'), holdAt: 5 });
  await child.until((said) => said.type === 'step');
  child.process.kill('SIGTERM');
  await child.until();
  expect(await child.exit).toEqual([null, 'SIGTERM']);
});

test('a disk that is full while a checkpoint is written: the former one survives, and the run goes on', async () => {
  const directory = path.join(folder, 'run');
  const child = Child.start({ directory, heavyFrom: 10 }, 1024);
  expect((await child.history()).losses).toEqual(whole.losses);
  const warnings = child.said.filter(({ type }) => type === 'warning');
  expect(warnings.length).toBeGreaterThan(10);
  expect(warnings[0]).toMatchObject({
    step: 12,
    message: expect.stringMatching(/last\.pt could not be written: .*(File too large|EFBIG)/),
  });
  const checkpoints = path.join(directory, 'checkpoints');
  expect(existsSync(path.join(checkpoints, 'last.pt'))).toBe(true);
  expect(readdirSync(checkpoints)).toEqual(['last.pt']);
  const saved = torch.load<{ progress: { step: number } }>(path.join(checkpoints, 'last.pt'));
  expect(saved.progress.step).toBe(9);
  // With room again, it goes on from there.
  const again = await Child.start({ directory }).history();
  expect(again.losses).toEqual(whole.losses);
});
