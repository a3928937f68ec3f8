import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { runtimeError } from '../../errors';
import { messageOf } from '../../arguments/describe';
import type { Coordinator } from './coordinator';
import type { Meeting, Plan } from './plan';
import { type Order, readOrder, readReport, type Report } from './protocol';

/** No message is longer: a table of failures of a thousand ranks is shorter. */
const LONGEST = 16 << 20;

/** One message a line, both ways, and a sign of life now and then. */
class Line<In> {
  #rest = '';
  #closed = false;
  readonly #beat: NodeJS.Timeout;

  constructor(
    readonly socket: Socket,
    meeting: Meeting,
    read: (line: string) => In | null,
    heard: (message: In) => void,
    closed: (why: string) => void,
  ) {
    socket.setEncoding('utf8').setNoDelay(true).setKeepAlive(true);
    const interval = meeting.interval * 1000;
    this.#beat = setInterval(() => this.send({ type: 'alive' }), interval);
    socket.setTimeout(interval * meeting.missed, () => this.close(`silent for ${meeting.interval * meeting.missed} s`));
    const close = (why: string): void => {
      if (this.#closed) return;
      this.#closed = true;
      clearInterval(this.#beat);
      socket.destroy();
      closed(why);
    };
    this.close = close;
    socket.on('error', (error) => close(messageOf(error)));
    socket.on('close', () => close('the connection was closed'));
    socket.on('data', (text: string) => {
      const lines = (this.#rest + text).split('\n');
      this.#rest = lines.pop() ?? '';
      if (this.#rest.length > LONGEST) return close('a message was too long');
      for (const line of lines) {
        const message = read(line);
        if (message === null) return close('it does not speak as a starter does');
        heard(message);
      }
    });
  }

  readonly close: (why: string) => void;

  send(message: Report | Order): void {
    if (!this.#closed) this.socket.write(`${JSON.stringify(message)}\n`);
  }
}

/** Lets the other machines join; resolves when they can. The server ends by {@link Server.close}. */
export async function serve(plan: Plan, meeting: Meeting, coordinator: Coordinator): Promise<Server> {
  const server = createServer((socket) => {
    const line = new Line(
      socket,
      meeting,
      readReport,
      (report) => {
        coordinator.hear(line, report);
      },
      (why) => {
        coordinator.lost(line, why);
      },
    );
  });
  const { host, port, timeout } = meeting;
  await listen(server, host, port).catch((cause: unknown) => {
    throw runtimeError(`run: machine 0 cannot listen on ${host}:${port} (--rdzv-endpoint): ${messageOf(cause)}`, {
      cause,
    });
  });
  const late = setTimeout(() => {
    const { missing } = coordinator;
    if (missing.length === 0) return;
    coordinator.refuse(
      `after ${timeout} s not all ${plan.nodes} machines were there; these are missing: ${missing.join(', ')}`,
    );
  }, timeout * 1000);
  server.on('close', () => {
    clearTimeout(late);
  });
  return server;
}

/** The name by which others reach this machine may be none of its own addresses, as behind a container's network. */
async function listen(server: Server, host: string, port: number): Promise<void> {
  const attempt = (address: string | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, address, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await attempt(host).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRNOTAVAIL') throw error;
    return attempt(undefined);
  });
}

/** This machine's line to the coordinator on machine 0. */
export interface Client {
  send(report: Report): void;
  close(): void;
}

/** Connects to machine 0, which may start later than this one. */
export async function join(
  meeting: Meeting,
  signal: AbortSignal,
  heard: (order: Order) => void,
  lost: (why: string) => void,
): Promise<Client> {
  const { host, port, timeout } = meeting;
  const end = Date.now() + timeout * 1000;
  for (;;) {
    try {
      const line = new Line(await connected(host, port, signal), meeting, readOrder, heard, lost);
      return {
        send: (report) => {
          line.send(report);
        },
        close: () => line.socket.end(),
      };
    } catch (cause) {
      signal.throwIfAborted();
      if (Date.now() > end) {
        const why = `run: machine 0 did not answer at ${host}:${port} for ${timeout} s (--rdzv-endpoint): ${messageOf(cause)}`;
        throw runtimeError(why, { cause });
      }
      await sleep(200, undefined, { signal });
    }
  }
}

function connected(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal });
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
