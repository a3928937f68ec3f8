import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { argumentsOf, type Attempt, environmentOf, firstRank, prefixOf } from './environment';
import { type Failure, readErrorFile } from './failures';
import type { Guardian } from './guardian';
import type { Destination, Logs } from './logs';
import type { Plan } from './plan';
import type { Report } from './protocol';
import { codeOf, Rank } from './rank';

/** A rank with what it writes. */
interface Running {
  readonly rank: Rank;
  readonly localRank: number;
  readonly outputs: readonly Destination[];
  readonly errorFile: string;
}

/** How long the last lines of a rank may take that have left the process, in milliseconds. */
const LAST_LINES = 2000;

/** The ranks of this machine during one attempt. */
export class Ranks {
  readonly #running: Running[] = [];
  #started: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | null = null;
  /** Cuts short whatever is waited for before SIGKILL. */
  readonly #hurry = new AbortController();

  constructor(
    readonly plan: Plan,
    readonly attempt: Attempt,
    readonly logs: Logs,
    readonly guardian: Guardian,
    readonly report: (report: Report) => void,
  ) {}

  /** Starts all; reports when all have ended well, or when the first has not. */
  start(): Promise<void> {
    return (this.#started = this.#start());
  }

  async #start(): Promise<void> {
    this.logs.begin(this.attempt.restart);
    for (let localRank = 0; localRank < this.plan.ranks && !this.#stopping; localRank++) {
      const running = await this.#startOne(localRank);
      this.#running.push(running);
      void running.rank.ended.then(() => this.#ended(running));
    }
  }

  /** Ends what still runs: with time to end by itself if a rank has failed, and at once with a signal that we were sent. */
  stop(signal: NodeJS.Signals | null): Promise<void> {
    return (this.#stopping ??= this.#stop(signal));
  }

  /** Ends all with SIGKILL, now. */
  kill(): void {
    this.#hurry.abort();
    for (const { rank } of this.#running) rank.tell('SIGKILL');
  }

  /** Whether every rank has ended with 0. */
  get clean(): boolean {
    return this.#running.every(({ rank }) => rank.exit?.code === 0);
  }

  get failures(): Failure[] {
    return this.#running.flatMap((running) => {
      const { exit, told } = running.rank;
      const failed = exit !== null && exit.code !== 0 && !(told !== null && endedBy(told, exit.signal, exit.code));
      return failed ? [this.#failure(running)] : [];
    });
  }

  async #startOne(localRank: number): Promise<Running> {
    const { plan, attempt, logs } = this;
    const prefix = prefixOf(plan, firstRank(plan, attempt) + localRank, localRank);
    const out = logs.destination(attempt.restart, localRank, 'stdout', prefix);
    const err = logs.destination(attempt.restart, localRank, 'stderr', prefix);
    const errorFile = logs.errorFile(attempt.restart, localRank);
    const rank = await Rank.start(
      {
        command: argumentsOf(plan.command, localRank),
        env: { ...plan.env, ...environmentOf(plan, attempt, localRank), TORCHELASTIC_ERROR_FILE: errorFile },
        ...{ stdout: out.stdio, stderr: err.stdio },
      },
      this.guardian,
    );
    for (const [name, { lines }] of [['stdout', out] as const, ['stderr', err] as const]) {
      const stream = rank.stream(name);
      if (stream) lines?.follow(stream);
    }
    return { rank, localRank, outputs: [err, out], errorFile };
  }

  async #ended({ rank, localRank }: Running): Promise<void> {
    // Children that it leaves behind are told to end; those that do not are killed with the attempt.
    rank.signal('SIGTERM');
    if (this.#stopping) return;
    const { code, signal } = await rank.ended;
    if (code !== 0) {
      const number = firstRank(this.plan, this.attempt) + localRank;
      this.report({ type: 'failed', reason: `rank ${number} ended with ${signal ?? `exit code ${code}`}` });
    } else if (this.#running.length === this.plan.ranks && this.#running.every((one) => one.rank.exit?.code === 0)) {
      await this.#settle();
      this.report({ type: 'succeeded' });
    }
  }

  async #stop(signal: NodeJS.Signals | null): Promise<void> {
    const { failureGrace, shutdownTimeout } = this.plan;
    await this.#started.catch(() => undefined);
    // Ranks whose partner has failed hear of it by themselves, and can say so.
    if (signal === null) await this.#wait(failureGrace);
    for (const { rank } of this.#alive) rank.tell(signal ?? 'SIGTERM');
    await this.#wait(shutdownTimeout);
    for (const { rank } of this.#alive) rank.tell('SIGKILL');
    // A process in the middle of a system call that never returns cannot be ended; who waits for it would hang, too.
    await this.#wait(shutdownTimeout);
    await this.#settle();
  }

  get #alive(): Running[] {
    return this.#running.filter(({ rank }) => rank.exit === null);
  }

  /** Waits until all have ended, but not for ever. */
  async #wait(seconds: number): Promise<void> {
    const ended = Promise.all(this.#running.map(({ rank }) => rank.ended));
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.#hurry.signal]);
    const time = sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
    await Promise.race([ended, time]);
    over.abort();
  }

  /** Reads what is still to be read, and ends what the ranks have left behind. */
  async #settle(): Promise<void> {
    const all = Promise.all(this.#running.map(({ rank }) => rank.drained()));
    const timer = new AbortController();
    await Promise.race([all, sleep(LAST_LINES, undefined, timer).catch(() => undefined)]);
    timer.abort();
    for (const { rank, outputs } of this.#running) {
      rank.clear();
      for (const output of outputs) output.lines?.end();
    }
  }

  #failure({ rank, localRank, outputs, errorFile }: Running): Failure {
    const { code = 1, signal = null, time = Date.now() } = rank.exit ?? {};
    const told = readErrorFile(errorFile);
    const last = outputs.map((output) => output.last()).find((text) => text !== '') ?? '';
    return {
      ...{ rank: firstRank(this.plan, this.attempt) + localRank, localRank, pid: rank.pid, code, signal },
      time: told?.time ?? time,
      ...{ host: hostname(), errorFile: told ? errorFile : null, message: (told?.message ?? last).slice(-8000) },
    };
  }
}

/** Whether a rank did what our signal asks for, and nothing worse. */
function endedBy(told: NodeJS.Signals, signal: NodeJS.Signals | null, code: number): boolean {
  return signal === told || signal === 'SIGKILL' || code === codeOf(told);
}
