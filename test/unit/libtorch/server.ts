import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  readonly base: string;
  /** `GET /path range`, in order. */
  readonly log: string[];
  /** Replaces what a path answers. */
  on(path: string, handler: Handler): void;
}

/** A server on the loopback interface for one test file. */
export function testServer(): TestServer {
  const handlers = new Map<string, Handler>();
  const log: string[] = [];
  let base = '';
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '/');
      log.push([request.method, path, request.headers.range].filter(Boolean).join(' '));
      const handler = handlers.get(path);
      if (handler) handler(request, response);
      else response.writeHead(404).end('no such page');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    handlers.clear();
    log.length = 0;
  });
  return {
    log,
    on: (path, handler) => void handlers.set(path, handler),
    get base() {
      return base;
    },
  };
}

export interface FileOptions {
  readonly etag?: string;
  /** Ends the connection after so many bytes, as often as `breaks` says. */
  readonly breakAfter?: number;
  readonly breaks?: number;
  /** Pauses between chunks. */
  readonly delayMs?: number;
  readonly chunk?: number;
}

/** Serves bytes with ranges as static servers do, optionally badly. */
export function fileHandler(content: Buffer, options: FileOptions = {}): Handler {
  const { etag = '"one"', breakAfter = Infinity, delayMs = 0, chunk = 1024 } = options;
  let breaksLeft = options.breaks ?? 1;
  return (request, response) => {
    const start = rangeStart(request, etag);
    if (start !== undefined && start >= content.length) return void response.writeHead(416).end();
    const from = start ?? 0;
    const headers = { etag, 'content-length': content.length - from };
    response.writeHead(start === undefined ? 200 : 206, headers);
    if (request.method === 'HEAD') return void response.end();
    const stopAt = breaksLeft > 0 ? from + breakAfter : Infinity;
    breaksLeft -= 1;
    void send(response, content, from, stopAt, { delayMs, chunk });
  };
}

function rangeStart(request: IncomingMessage, etag: string): number | undefined {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  return start !== undefined && request.headers['if-range'] === etag ? Number(start) : undefined;
}

async function send(
  response: ServerResponse,
  content: Buffer,
  from: number,
  stopAt: number,
  { delayMs, chunk }: { delayMs: number; chunk: number },
): Promise<void> {
  for (let at = from; at < content.length; at += chunk) {
    if (at >= stopAt) return void setTimeout(() => response.destroy(), 150);
    response.write(content.subarray(at, Math.min(at + chunk, stopAt)));
    if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
  }
  response.end();
}
