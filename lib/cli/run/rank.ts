import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';

import { type Guardian, WATCHES } from './guardian';
import type { StreamName } from './std-streams';

/** How a process has ended: with a code, or by a signal. */
export interface Exit {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface RankOptions {
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** A file's descriptor, or a pipe. */
  readonly stdout: number | 'pipe';
  readonly stderr: number | 'pipe';
}

/**
 * The rank waits until the guardian knows of it; should we be gone before, it ends without having begun. `exec` makes it the
 * same process, so that its number stays.
 */
const GATE = 'read -r go && exec "$@" </dev/null';

/** What a shell calls the end by a signal. */
const BY_SIGNAL = 128;

/** One rank: a process with a process group of its own, so that what it has started ends with it. */
export class Rank {
  /** Resolves when the process is gone; it never rejects. */
  readonly ended: Promise<Exit>;
  exit: Exit | null = null;
  /** The signal that we sent first, if any: who ends by it has not failed. */
  told: NodeJS.Signals | null = null;
  readonly #child: ChildProcess;

  private constructor(
    { command: [program = '', ...args], env, stdout, stderr }: RankOptions,
    readonly guardian: Guardian,
  ) {
    const [file, given] = WATCHES ? ['/bin/sh', ['-c', GATE, 'sh', program, ...args]] : [program, args];
    this.#child = spawn(file, given, {
      stdio: [WATCHES ? 'pipe' : 'ignore', stdout, stderr],
      env,
      detached: WATCHES,
      windowsHide: true,
    });
    this.ended = new Promise((resolve) => {
      const end = (code: number, signal: NodeJS.Signals | null): void => {
        this.exit ??= { code, signal, time: Date.now() };
        resolve(this.exit);
      };
      this.#child.once('exit', (code, signal) => end(code ?? codeOf(signal), signal));
      // It could not be started: what a shell says then.
      this.#child.once('error', () => end(127, null));
    });
  }

  static async start(options: RankOptions, guardian: Guardian): Promise<Rank> {
    const rank = new Rank(options, guardian);
    await rank.#open();
    return rank;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  stream(name: StreamName): Readable | null {
    return this.#child[name];
  }

  /** Sends a signal to the rank and to all that it has started. */
  tell(signal: NodeJS.Signals): void {
    if (!this.exit) this.told ??= signal;
    this.signal(signal);
  }

  /** The same, of which nobody needs to know: for what is left of a rank that has ended. */
  signal(signal: NodeJS.Signals): void {
    if (this.pid === 0) return;
    try {
      if (WATCHES) process.kill(-this.pid, signal);
      else if (!this.exit) this.#child.kill(signal);
    } catch {
      // It has ended in the meantime.
    }
  }

  /** Ends what the rank has left behind, and lets go of its streams. */
  clear(): void {
    this.signal('SIGKILL');
    this.guardian.drop(this.pid);
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  /** Resolves when all that the rank wrote has been read; a process that it left behind may keep its pipes open. */
  drained(): Promise<void> {
    const open = [this.#child.stdout, this.#child.stderr].filter((stream) => stream && !stream.closed);
    const closed = open.map((stream) => new Promise<void>((resolve) => stream?.once('close', resolve)));
    return Promise.all(closed).then(() => undefined);
  }

  async #open(): Promise<void> {
    const { stdin } = this.#child;
    if (this.pid === 0 || !stdin) return;
    stdin.on('error', () => undefined);
    await this.guardian.add(this.pid);
    stdin.end('go\n');
  }
}

/** 128 and the signal's number, as shells have it. */
export function codeOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 1 : BY_SIGNAL + (constants.signals[signal] ?? 0);
}
