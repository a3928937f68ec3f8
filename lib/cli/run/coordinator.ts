import { createServer } from 'node:net';
import { once } from 'node:events';

import { runtimeError } from '../../errors';
import { type Failure, firstOf } from './failures';
import type { Plan } from './plan';
import type { Order, Report } from './protocol';
import { codeOf } from './rank';

/** The coordinator's line to one machine. */
export interface Machine {
  send(order: Order): void;
}

type Joined = Extract<Report, { type: 'join' }>;

interface Member {
  readonly machine: Machine;
  readonly joined: Joined;
  /** Whether its ranks have ended well in this attempt, or nothing runs there any longer. */
  done: boolean;
}

/**
 * Decides for all machines of a run when an attempt begins, when it is over, and whether there is another one. It is in the
 * starter of machine 0, and speaks to that one as to the others.
 */
export class Coordinator {
  readonly #plan: Plan;
  readonly #members = new Map<number, Member>();
  #restart = 0;
  #failures: Failure[] = [];
  #clean = true;
  /** Why the attempt is being ended; null while it runs. */
  #stop: { reason: string; signal: string | null; final: boolean } | null = null;
  #begun = false;
  #over = false;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The machines that have not come yet. */
  get missing(): readonly number[] {
    return Array.from({ length: this.#plan.nodes }, (_, node) => node).filter((node) => !this.#members.has(node));
  }

  hear(machine: Machine, report: Report): void {
    if (this.#over || report.type === 'alive') return;
    if (report.type === 'join') return this.#join(machine, report);
    const member = [...this.#members.values()].find((one) => one.machine === machine);
    if (!member) return;
    if (report.type === 'signal') this.#end(`machine ${member.joined.node} was sent ${report.signal}`, report.signal);
    else if (report.type === 'failed') this.#fail(report.reason);
    else this.#done(member, report);
  }

  /** The line to a machine is broken, or silent for too long. */
  lost(machine: Machine, why: string): void {
    const member = [...this.#members.values()].find((one) => one.machine === machine);
    if (this.#over || !member) return;
    const { node } = member.joined;
    this.#members.delete(node);
    if (!this.#begun) return;
    this.#end(`the starter of machine ${node} is gone (${why})`, null);
    this.#stopped();
  }

  /** Ends the run for a reason that no machine has reported. */
  refuse(reason: string): void {
    if (!this.#over) this.#finish(1, reason);
  }

  #join(machine: Machine, joined: Joined): void {
    const why = this.#unfit(joined);
    if (why !== null) return machine.send({ type: 'end', code: 1, cause: null, reason: why });
    this.#members.set(joined.node, { machine, joined, done: false });
    if (this.missing.length === 0) void this.#begin();
  }

  #unfit({ run, node, nodes, maxRestarts }: Joined): string | null {
    const plan = this.#plan;
    if (run !== plan.runId) return `machine ${node} belongs to the run ${run}, not to ${plan.runId} (--rdzv-id)`;
    if (nodes !== plan.nodes) return `machine ${node} expects ${nodes} machines, machine 0 ${plan.nodes} (--nnodes)`;
    if (maxRestarts !== plan.maxRestarts)
      return `machines differ in --max-restarts: ${maxRestarts}, ${plan.maxRestarts}`;
    if (node >= nodes) return `there is no machine ${node} among ${nodes}`;
    return this.#members.has(node) ? `there is a machine ${node} already (--node-rank)` : null;
  }

  async #begin(): Promise<void> {
    this.#begun = true;
    this.#stop = null;
    [this.#failures, this.#clean] = [[], true];
    for (const member of this.#members.values()) member.done = false;
    const port = this.#plan.masterPort || (await freePort());
    const machines = [...this.#members.values()]
      .sort((a, b) => a.joined.node - b.joined.node)
      .map(({ joined: { ranks, role } }) => ({ ranks, role }));
    // What has happened while a port was looked for ends the attempt before it begins.
    if (this.#stop === null && !this.#over) this.#tell({ type: 'start', restart: this.#restart, port, machines });
  }

  #fail(reason: string): void {
    this.#halt(reason, null, this.#restart >= this.#plan.maxRestarts);
  }

  /** Ends the attempt, and no other one follows. */
  #end(reason: string, signal: string | null): void {
    if (this.#stop) this.#stop.final = true;
    else this.#halt(reason, signal, true);
  }

  #halt(reason: string, signal: string | null, final: boolean): void {
    if (this.#stop) return;
    this.#stop = { reason, signal, final };
    for (const member of this.#members.values()) member.done = false;
    this.#tell({ type: 'stop', reason, signal });
  }

  #done(member: Member, report: Extract<Report, { type: 'succeeded' | 'stopped' }>): void {
    // A machine whose ranks have ended well when it is told to stop answers that, too.
    if (this.#stop !== null && report.type === 'succeeded') return;
    member.done = true;
    if (report.type === 'stopped') {
      this.#failures.push(...report.failures);
      this.#clean &&= report.clean;
    }
    this.#stopped();
  }

  /** Goes on when nothing runs any longer anywhere. */
  #stopped(): void {
    if (![...this.#members.values()].every(({ done }) => done)) return;
    const stop = this.#stop;
    if (stop === null) return this.#finish(0, '');
    if (stop.final) return this.#finish(this.#code(stop), stop.reason);
    this.#restart++;
    void this.#begin();
  }

  /** The first failure's code. Whoever was sent a signal and ended all the same well has done what was asked. */
  #code({ signal }: { signal: string | null }): number {
    const first = firstOf(this.#failures);
    if (signal !== null) return this.#clean ? 0 : codeOf(signal as NodeJS.Signals);
    return first ? first.code || 1 : 1;
  }

  #finish(code: number, reason: string): void {
    this.#tell({ type: 'end', code, cause: firstOf(this.#failures) ?? null, reason });
    this.#over = true;
  }

  #tell(order: Order): void {
    for (const { machine } of this.#members.values()) machine.send(order);
  }
}

/** A port that nobody uses now; rank 0 opens it a moment later. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw runtimeError('run: no free port was found');
  return address.port;
}
