import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAM = path.join(__dirname, '../../../dist/cli/main.js');
export const RANK = path.join(__dirname, 'fixtures/rank.cjs');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What ranks told as JSON, without the prefix of the line. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly rank: number;
  readonly [key: string]: unknown;
}

/** `libtorch-node run` in a process of its own. */
export class Starter {
  readonly #child: ChildProcess;
  readonly #texts = { stdout: '', stderr: '' };
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    // Ranks need none of what jest gives its own workers.
    const { NODE_OPTIONS: _options, OMP_NUM_THREADS: _threads, ...inherited } = process.env;
    this.#child = spawn(process.execPath, [PROGRAM, 'run', ...args], {
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const name of ['stdout', 'stderr'] as const) {
      this.#child[name]!.setEncoding('utf8').on('data', (text: string) => (this.#texts[name] += text));
    }
    this.ended = once(this.#child, 'close').then(([code, signal]) => ({
      ...{ code: code as number | null, signal: signal as NodeJS.Signals | null },
      ...{ ...this.#texts, told: this.told },
    }));
  }

  get told(): Told[] {
    const lines = this.#texts.stdout.split('\n').slice(0, -1);
    return lines.flatMap((line) => /^\[\w+\]:(\{.*)$/.exec(line)?.[1] ?? []).map((text) => JSON.parse(text) as Told);
  }

  get stderr(): string {
    return this.#texts.stderr;
  }

  /** Resolves when so many lines of JSON have come. */
  async heard(count: number): Promise<Told[]> {
    await until(() => this.told.length >= count, this.ended);
    return this.told;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

export function start(...args: string[]): Starter {
  return new Starter(args);
}

/** Waits for something that has no event; gives up when `over` is settled, or after a minute. */
export async function until(holds: () => boolean, over?: Promise<unknown>): Promise<void> {
  let ended = false;
  void over?.then(() => (ended = true));
  const end = Date.now() + 150_000;
  while (!holds()) {
    if (ended || Date.now() > end) throw new Error('it never came to what was waited for');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether a process runs; one that nobody has waited for yet has ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX] /.test(status);
  } catch {
    return process.platform !== 'linux';
  }
}
