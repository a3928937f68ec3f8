import type { Server } from 'node:net';

import { messageOf } from '../../arguments/describe';
import { printOnStderr } from '../print';
import { Ranks } from './agent';
import { Coordinator, type Machine } from './coordinator';
import { type Attempt, setsThreads } from './environment';
import { type Failure, firstOf, tableOf } from './failures';
import { Guardian } from './guardian';
import { Logs } from './logs';
import { type Client, join, serve } from './network';
import { isLoopback, type Plan } from './plan';
import type { Order, Report } from './protocol';
import { codeOf } from './rank';

/**
 * Starts the ranks of this machine and stays until all of the run have ended.
 *
 * @returns The exit code: 0, that of the first rank that failed, or 128 and the number of the signal that ended the run.
 */
export async function runRanks(plan: Plan): Promise<number> {
  announce(plan);
  const starter = new Starter(plan);
  const stopListening = listenToSignals(plan, starter);
  try {
    return await starter.run();
  } finally {
    stopListening();
    starter.close();
  }
}

function announce(plan: Plan): void {
  if (setsThreads(plan)) {
    note(
      'OMP_NUM_THREADS is set to 1 for each rank, so that the ranks together do not overload this machine. Set it ' +
        'yourself to what your program runs best with.',
    );
  }
  const host = plan.meeting?.host ?? plan.masterAddr;
  if (plan.nodeRank > 0 || isLoopback(host)) return;
  note(
    `warning: this run meets on ${host}, not on this machine alone. Neither the starters nor the stores of the ranks ask ` +
      'who speaks to them: use a network in which you trust every machine.',
  );
}

function note(text: string): void {
  printOnStderr(`libtorch-node run: ${text}`);
}

/** The starter of one machine. */
class Starter {
  readonly #plan: Plan;
  readonly #logs: Logs;
  readonly #guardian = new Guardian();
  readonly #leave = new AbortController();
  #ranks: Ranks | null = null;
  #send: (report: Report) => void = () => undefined;
  #client: Client | null = null;
  #server: Server | null = null;
  #finish: (code: number) => void = () => undefined;
  readonly #code: Promise<number>;
  /** The signal that we were sent, if any. */
  #signal: NodeJS.Signals | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#logs = new Logs(plan);
    this.#code = new Promise((resolve) => (this.#finish = resolve));
    const { folder } = this.#logs;
    if (folder !== null) note(`logs are in ${folder}`);
    // An error of our own leaves nothing behind either.
    process.once('exit', this.kill);
  }

  async run(): Promise<number> {
    const { nodeRank, nodes, ranks, role, runId, maxRestarts } = this.#plan;
    await this.#connect();
    this.#send({ type: 'join', run: runId, node: nodeRank, nodes, ranks, role, maxRestarts });
    return this.#code;
  }

  /** Passes a signal on; the second one is not waited for. */
  signal(signal: NodeJS.Signals): void {
    if (this.#signal !== null) return this.kill();
    this.#signal = signal;
    note(`${signal} received: it is passed on to the ranks`);
    if (this.#ranks) return this.#send({ type: 'signal', signal });
    this.#leave.abort();
    this.#finish(codeOf(signal));
  }

  readonly kill = (): void => {
    this.#ranks?.kill();
  };

  close(): void {
    process.off('exit', this.kill);
    this.#client?.close();
    this.#server?.close();
    this.#guardian.close();
    this.#logs.end();
  }

  async #connect(): Promise<void> {
    const { meeting, nodeRank } = this.#plan;
    if (nodeRank === 0) {
      const coordinator = new Coordinator(this.#plan);
      if (meeting) this.#server = await serve(this.#plan, meeting, coordinator);
      // In a turn of its own, as over a line: neither side hears an answer in the middle of what it does.
      const self: Machine = { send: (order) => setImmediate(() => this.#obey(order)) };
      this.#send = (report) => setImmediate(() => coordinator.hear(self, report));
    } else if (meeting) {
      const lost = (why: string): void => this.#lost(why);
      this.#client = await join(meeting, this.#leave.signal, (order) => this.#obey(order), lost);
      const { send } = this.#client;
      this.#send = send;
    }
  }

  #obey(order: Order): void {
    if (order.type === 'start') this.#start(order);
    else if (order.type === 'stop') void this.#stop(order.reason, order.signal as NodeJS.Signals | null);
    else if (order.type === 'end') void this.#end(order.code, order.cause, order.reason);
  }

  #start(attempt: Attempt): void {
    if (attempt.restart > 0) note(`restart ${attempt.restart} of ${this.#plan.maxRestarts}`);
    const ranks = new Ranks(this.#plan, attempt, this.#logs, this.#guardian, (report) => this.#send(report));
    this.#ranks = ranks;
    ranks.start().catch((error: unknown) => {
      this.#send({ type: 'failed', reason: `a rank could not be started: ${messageOf(error)}` });
    });
  }

  async #stop(reason: string, signal: NodeJS.Signals | null): Promise<void> {
    if (this.#signal === null) note(`${reason}: ending the other ranks`);
    await this.#ranks?.stop(signal);
    this.#send({ type: 'stopped', failures: this.#ranks?.failures ?? [], clean: this.#ranks?.clean ?? true });
  }

  async #end(code: number, cause: Failure | null, reason: string): Promise<void> {
    await this.#ranks?.stop(null);
    const failures = this.#ranks?.failures ?? [];
    if (code !== 0 && failures.length > 0) printOnStderr(tableOf(this.#plan.name, failures));
    if (code !== 0 && reason !== '') note(reason);
    if (cause && firstOf(failures)?.rank !== cause.rank)
      note(`rank ${cause.rank} on ${cause.host} failed first: ${cause.message}`);
    this.#finish(code);
  }

  /** Machine 0 is gone: without it nobody says how the run goes on. */
  #lost(why: string): void {
    const reason = `the starter of machine 0 is gone (${why})`;
    if (this.#ranks === null) return void this.#end(1, null, reason);
    note(`${reason}: ending the ranks`);
    void this.#ranks.stop(null).then(() => this.#end(1, null, reason));
  }
}

/** Signals go to the ranks instead of ending us. Returns what takes that back. */
function listenToSignals({ signals }: Plan, starter: Starter): () => void {
  const handlers = signals.map((signal) => [signal, () => starter.signal(signal)] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  // As a program that writes into a pipe which nobody reads any longer: SIGPIPE ends that.
  const broken = (): void => starter.signal('SIGTERM');
  const outputs = [process.stdout, process.stderr];
  for (const output of outputs) output.on('error', broken);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    for (const output of outputs) output.off('error', broken);
  };
}
