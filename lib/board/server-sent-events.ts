/** Tells pages what has changed, by server-sent events. */
import type { ServerResponse } from 'node:http';
import type { RunList } from './protocol';
import type { RunIndex } from './read/runs';
import { HEADERS, Refusal } from './guard';

const HEARTBEAT_MS = 10_000;
/** More than these are no pages of one person. */
const MOST_PAGES = 50;
/** A page that is this far behind is cut off; it connects again and gets the whole list. */
const MOST_WAITING = 8 * 1024 * 1024;

export class Streams {
  readonly #open = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    readonly index: RunIndex,
    readonly list: (ids: readonly string[] | null, removed: readonly string[]) => RunList,
  ) {
    index.on('change', (ids) => this.#tell(list(ids, [])));
    index.on('remove', (ids) => this.#tell(list([], ids)));
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS).unref();
  }

  /** Keeps an answer open. It begins with the whole list, so that a page that was away has missed nothing. */
  add(response: ServerResponse): void {
    if (this.#open.size >= MOST_PAGES) throw new Refusal(429, 'too many pages are open');
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    response.on('error', () => this.#open.delete(response));
    response.write(`retry: 1000\nevent: all\ndata: ${JSON.stringify(this.list(null, []))}\n\n`);
  }

  #tell(change: RunList): void {
    if (this.#open.size > 0) this.#write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
  }

  #write(text: string): void {
    for (const response of this.#open) {
      response.write(text);
      if (response.writableLength > MOST_WAITING) response.destroy();
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }
}
