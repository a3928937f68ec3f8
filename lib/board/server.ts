/** The board's server: pages and answers over plain HTTP, on this machine only. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { messageOf } from '../arguments/describe';
import { commandRun } from '../training/control';
import { fileFailure } from '../arguments/files';
import { ANSWERS, type Bytes, type Context, type Inspect, listOf, runOf } from './api';
import { HEADERS, Refusal, bodyOf, checkRequest, checkToken } from './guard';
import { type IndexOptions, RunIndex } from './read/runs';
import { Streams } from './server-sent-events';

export interface BoardOptions extends IndexOptions {
  /** The folder with runs, or one run. */
  readonly folder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Whether runs may be paused and stopped. */
  readonly control?: boolean;
  /** Where the built page lies. */
  readonly pages?: string;
  readonly inspect?: Inspect;
}

const PAGES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  __proto__: null as never,
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/board.js': ['board.js', 'text/javascript; charset=utf-8'],
  '/board.css': ['board.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
};

export class Board {
  readonly index: RunIndex;
  /** What a request must bring to control runs; null where the board only shows. */
  readonly token: string | null;
  readonly #server: Server;
  readonly #streams: Streams;
  readonly #context: Context;
  readonly #pages: ReadonlyMap<string, Bytes>;

  private constructor(readonly options: BoardOptions) {
    this.#pages = readPages(options.pages ?? path.join(__dirname, 'page'));
    this.index = new RunIndex(path.resolve(options.folder), options);
    this.token = options.control ? randomBytes(24).toString('base64url') : null;
    this.#context = { index: this.index, control: this.token !== null, inspect: options.inspect ?? null };
    this.#streams = new Streams(this.index, (ids, removed) => listOf(this.#context, ids, removed));
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.requestTimeout = 30_000;
  }

  /** Listens on 127.0.0.1. Runs are read while the first pages are answered. */
  static async start(options: BoardOptions): Promise<Board> {
    const board = new Board(options);
    try {
      await new Promise<void>((resolve, reject) => {
        board.#server.once('error', reject);
        board.#server.listen(options.port, '127.0.0.1', resolve);
      });
    } catch (error) {
      await board.close();
      throw error;
    }
    return board;
  }

  /** The address to open; with the token behind `#`, which browsers send to nobody. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${this.token === null ? '' : `#token=${this.token}`}`;
  }

  async close(): Promise<void> {
    this.#streams.close();
    this.index.close();
    if (!this.#server.listening) return;
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      checkRequest(request);
      await this.#route(request, response, gone.signal);
    } catch (error) {
      if (response.headersSent) return void response.destroy();
      const status = error instanceof Refusal ? error.status : 500;
      send(response, status, json({ message: messageOf(error) }));
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    // What stands in an address is a name in a table, or of one of the runs that were found: never a path.
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/control') return this.#control(request, response);
    if (request.method === 'POST') throw new Refusal(405, 'this can only be read');
    if (pathname === '/api/stream') return this.#streams.add(response);
    const page = this.#pages.get(pathname);
    if (page) return send(response, 200, page);
    const answer = ANSWERS[pathname];
    if (!answer) throw new Refusal(404, 'there is no such page');
    const value: unknown = await answer(this.#context, searchParams, signal);
    send(
      response,
      200,
      value instanceof Object && 'bytes' in value && 'type' in value ? (value as Bytes) : json(value),
    );
  }

  async #control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') throw new Refusal(405, 'a command is sent with POST');
    checkToken(request, this.token);
    const { run: id, command } = ((await bodyOf(request)) ?? {}) as Readonly<Record<string, unknown>>;
    if (command !== 'pause' && command !== 'resume' && command !== 'stop') {
      throw new Refusal(400, 'the command is pause, resume or stop');
    }
    const run = runOf(this.#context, typeof id === 'string' ? id : null);
    if (!run.row().controllable)
      throw new Refusal(409, 'this run does not listen: it has ended, or no RunDirectory writes it');
    commandRun(run.folder, command);
    send(response, 202, json({ run: id, command }));
  }
}

const json = (value: unknown): Bytes => ({
  type: 'application/json; charset=utf-8',
  bytes: Buffer.from(JSON.stringify(value ?? null)),
});

function send(response: ServerResponse, status: number, { type, bytes }: Bytes): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type, 'content-length': bytes.length });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** The built page; what is asked for later is in memory. */
function readPages(folder: string): ReadonlyMap<string, Bytes> {
  return new Map(
    Object.entries(PAGES).map(([address, [name, type]]) => {
      const file = path.join(folder, name);
      try {
        return [address, { type, bytes: readFileSync(file) }] as const;
      } catch (cause) {
        throw fileFailure('board', file, cause);
      }
    }),
  );
}
