/** Server-sent events of one run. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Limits, RequestError } from './limits';
import type { NumberedEvent, ServerRun } from './run';

/** A listener who reads so slowly that this much waits for it is let go: it may come back and go on. */
const MOST_WAITING = 1024 * 1024;
const HEARTBEAT_MS = 15_000;

/** Where the listener was before, as EventSource says when it comes back. */
function lastSeen(request: FastifyRequest): number {
  const id = Number(request.headers['last-event-id'] ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

function textOf({ id, event }: NumberedEvent): string {
  return `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

export function streamEvents(run: ServerRun, request: FastifyRequest, reply: FastifyReply, limits: Limits): void {
  if (run.listeners >= limits.listeners) throw new RequestError(429, 'too many listen to this run');
  reply.hijack();
  const out = reply.raw;
  // Fastify has set headers of its own, which a reply that is taken over would lose.
  out.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const stop = run.listen(lastSeen(request), (event) => {
    out.write(textOf(event));
    const over = event.event.type === 'state' && run.ended;
    if (over || out.writableLength > MOST_WAITING) out.end();
  });
  const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS);
  out.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  if (run.ended) out.end();
}
