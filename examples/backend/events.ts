/** Server-sent events: those of one run, and those of everything that the page shows. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { type Limits, RequestError } from './limits';
import type { NumberedEvent, ServerRun } from './run';
import type { Runs } from './runs';

/** A client is disconnected when this many bytes wait for it. It may connect again and continue. */
const MOST_WAITING = 1024 * 1024;
const HEARTBEAT_MS = 15_000;

/** The last event that the client got, which EventSource names when it connects again. */
function lastSeen(request: FastifyRequest): number {
  const id = Number(request.headers['last-event-id'] ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

/** A response that is kept open. Nothing is written after its end. */
class EventStream {
  readonly #out: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(reply: FastifyReply, onClose: () => void) {
    reply.hijack();
    this.#out = reply.raw;
    // Fastify has set headers, which would be lost when we take over the reply.
    this.#out.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.#out.flushHeaders();
    this.#heartbeat = setInterval(() => this.write(': still here\n\n'), HEARTBEAT_MS);
    // A connection that breaks is closed, which is all that there is to know.
    this.#out.on('error', () => undefined);
    this.#out.on('close', () => {
      clearInterval(this.#heartbeat);
      onClose();
    });
  }

  write(text: string): void {
    if (this.#out.writableEnded || this.#out.destroyed) return;
    this.#out.write(text);
    if (this.#out.writableLength > MOST_WAITING) this.end();
  }

  send(type: string, data: object, id: number | null = null): void {
    this.write(`${id === null ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    if (!this.#out.writableEnded) this.#out.end();
  }
}

/** The events of one run, up to its end. */
export function streamRun(run: ServerRun, request: FastifyRequest, reply: FastifyReply, limits: Limits): void {
  if (run.listeners >= limits.listeners) throw new RequestError(429, 'too many listen to this run');
  let stop = (): void => undefined;
  let told = false;
  const stream = new EventStream(reply, () => stop());
  stop = run.listen(lastSeen(request), ({ id, event }: NumberedEvent) => {
    stream.send(event.type, event, id);
    // Of the states of the past, none but the last says that it is over.
    if (told && event.type === 'state' && run.ended) stream.end();
  });
  told = true;
  if (run.ended) stream.end();
}

/** The list of runs whenever it changes, and the events of one run, for as long as somebody listens. */
export function streamPage(runs: Runs, request: FastifyRequest, reply: FastifyReply, limits: Limits): void {
  if (runs.changes.listenerCount('change') >= limits.pages) throw new RequestError(429, 'too many pages are open');
  const { run: id } = request.query as { run?: string };
  const run = id === undefined ? undefined : runs.find(id);
  if (run && run.listeners >= limits.listeners) throw new RequestError(429, 'too many listen to this run');
  const list = (): void => stream.send('runs', runs.list());
  let stop = (): void => undefined;
  const stream = new EventStream(reply, () => {
    runs.changes.off('change', list);
    stop();
  });
  runs.changes.on('change', list);
  list();
  stop = run?.listen(lastSeen(request), ({ id, event }) => stream.send(event.type, event, id)) ?? stop;
}
