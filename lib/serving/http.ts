/** A predictor behind Node's own HTTP server, and behind Fastify. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { count, nullable, optional, str, value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';
import { ServingError } from './errors';
import { Predictor } from './predictor';

export interface HandlerOptions<I> {
  /** What the paths begin with: `/predict`, `/health` and `/metrics` follow. @defaultValue '' */
  readonly prefix?: string;
  /** The largest body of a request, in bytes. @defaultValue 1048576 */
  readonly maxBytes?: number;
  /** Makes an input from the JSON of a request. If it throws, the status is 400. @defaultValue the `input` of an object */
  readonly parse?: ((body: unknown) => I) | null;
}

const OPTIONS = {
  prefix: str(''),
  maxBytes: count(1, 1_048_576),
  parse: optional(nullable(value<(body: unknown) => never>('a function', (v) => typeof v === 'function'))),
};

/** What is sent back. */
interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly type?: string;
}

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

function inputOf<I>(body: unknown, parse: ((body: unknown) => I) | null | undefined): I {
  try {
    if (parse) return parse(body);
    if (typeof body === 'object' && body !== null && Object.hasOwn(body, 'input')) return (body as { input: I }).input;
  } catch (cause) {
    throw new ServingError(cause instanceof Error ? cause.message : String(cause), 'ERR_SERVING_INPUT', { cause });
  }
  throw new ServingError('send {"input": …}', 'ERR_SERVING_INPUT');
}

/** What a client sees of an error. Errors of the model are hidden, since they may reveal how the server works. */
function failure(error: unknown): Reply {
  if (!(error instanceof ServingError)) return { status: 500, body: { error: 'the request could not be answered' } };
  return { status: error.statusCode, body: { error: error.message, code: error.code } };
}

function healthOf(predictor: Predictor<never, unknown>): Reply {
  const health = predictor.health();
  return { status: health.state === 'closed' ? 503 : 200, body: health };
}

/**
 * A request handler for `http.createServer`: `POST /predict` with `{"input": …}` answers `{"output": …, "version": …}`,
 * `GET /health` reports the state of the predictor, and `GET /metrics` its metrics for Prometheus. If a client disconnects,
 * its request is cancelled.
 *
 * @returns A function that answers requests, and returns whether the path was one of its own.
 * @example
 * import http from 'node:http';
 * import { requestHandler } from 'libtorch-node/serving';
 * http.createServer(requestHandler(predictor)).listen(3000, '127.0.0.1');
 */
export function requestHandler<I, O>(
  predictor: Predictor<I, O>,
  options: HandlerOptions<I> = {},
  ...surplus: []
): (request: IncomingMessage, response: ServerResponse) => boolean {
  refuseSurplus('requestHandler', 2, surplus);
  const { prefix, maxBytes, parse } = readOptions('requestHandler', OPTIONS, options);
  const routes = new Map<
    string,
    readonly [method: string, answer: (request: IncomingMessage, signal: AbortSignal) => Reply | Promise<Reply>]
  >([
    [`${prefix}/health`, ['GET', () => healthOf(predictor as never)]],
    [`${prefix}/metrics`, ['GET', () => ({ status: 200, body: predictor.metrics(), type: PROMETHEUS })]],
    [
      `${prefix}/predict`,
      [
        'POST',
        async (request, signal) => {
          const input = inputOf<I>(await jsonOf(request, maxBytes), parse);
          const { output, version } = await predictor.answer(input, { signal });
          return { status: 200, body: { output, version } };
        },
      ],
    ],
  ]);
  return (request, response) => {
    const route = routes.get((request.url ?? '').split('?')[0] as string);
    if (!route) {
      if (prefix === '') send(response, { status: 404, body: { error: 'there is nothing here' } });
      return prefix === '';
    }
    const [method, answer] = route;
    if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) {
      response.setHeader('allow', method);
      send(response, { status: 405, body: { error: `this takes ${method}` } });
      return true;
    }
    respond(answer, request, response);
    return true;
  };
}

type Answering = (request: IncomingMessage, signal: AbortSignal) => Reply | Promise<Reply>;

/** Sends what a route answers, unless the client has gone. */
function respond(answer: Answering, request: IncomingMessage, response: ServerResponse): void {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('the client has gone'));
  });
  void Promise.resolve()
    .then(() => answer(request, gone.signal))
    .then(written)
    .catch((error: unknown) => written(failure(error)))
    .then((reply) => send(response, reply));
}

/** A reply as text. An output that JSON does not keep, such as a bigint, is an error of the model's. */
function written({ body, ...rest }: Reply): Reply & { readonly body: string } {
  return { ...rest, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function send(response: ServerResponse, { status, body, type = 'application/json; charset=utf-8' }: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function jsonOf(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The connection stays open, and the rest is read away: a client that is still sending would not see the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      request.resume();
      throw new TooLarge(maxBytes);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new ServingError('the body is not JSON', 'ERR_SERVING_INPUT', { cause });
  }
}

class TooLarge extends ServingError {
  override readonly statusCode = 413;

  constructor(maxBytes: number) {
    super(`the body is larger than ${maxBytes} bytes`, 'ERR_SERVING_INPUT');
  }
}

/** What the plugin calls of Fastify. Any function fits here: those of Fastify have too many forms to be named. */
export interface FastifyLike {
  /** Adds an answer to GET. */
  readonly get: (...args: never[]) => unknown;
  /** Adds an answer to POST. */
  readonly post: (...args: never[]) => unknown;
  /** Runs a function before the server closes. */
  readonly addHook: (...args: never[]) => unknown;
}

interface PluginRequest {
  readonly body: unknown;
}

interface PluginReply {
  readonly raw: ServerResponse;
  code(status: number): PluginReply;
  type(type: string): PluginReply;
}

/** How it calls them. */
interface Routes {
  get(path: string, handler: (request: PluginRequest, reply: PluginReply) => unknown): unknown;
  post(path: string, options: object, handler: (request: PluginRequest, reply: PluginReply) => unknown): unknown;
  addHook(name: 'preClose', hook: () => Promise<void>): unknown;
}

export interface PluginOptions<I, O> {
  /** The predictor; it is closed with the server. */
  readonly predictor: Predictor<I, O>;
  /** A JSON schema of the body. */
  readonly schema?: object | null;
  /** The largest body, in bytes. @defaultValue null, which leaves it to the server */
  readonly maxBytes?: number | null;
  /** Makes an input from the body of a request. @defaultValue the `input` of an object */
  readonly parse?: ((body: unknown) => I) | null;
  /** Read by Fastify: what the paths begin with. */
  readonly prefix?: string;
}

/**
 * A plugin for Fastify 5 with the same paths as {@link requestHandler}. When the server closes, the predictor answers
 * waiting requests and closes.
 *
 * @example
 * import fastify from 'fastify';
 * import { servingPlugin } from 'libtorch-node/serving';
 * const app = fastify();
 * await app.register(servingPlugin, { predictor, prefix: '/model' });
 */
export async function servingPlugin<I, O>(app: FastifyLike, options: PluginOptions<I, O>): Promise<void> {
  const routes = app as unknown as Routes;
  const { predictor, parse, schema, maxBytes } = options;
  if (!(predictor instanceof Predictor))
    throw new ServingError("servingPlugin: give a 'predictor'", 'ERR_SERVING_INPUT');
  routes.get('/health', (_request, reply) => {
    const { status, body } = healthOf(predictor as never);
    reply.code(status);
    return body;
  });
  routes.get('/metrics', (_request, reply) => {
    reply.type(PROMETHEUS);
    return predictor.metrics();
  });
  const route = { ...(schema ? { schema: { body: schema } } : {}), ...(maxBytes ? { bodyLimit: maxBytes } : {}) };
  routes.post('/predict', route, async (request, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort(new Error('the client has gone'));
    });
    try {
      const { output, version } = await predictor.answer(inputOf<I>(request.body, parse), { signal: gone.signal });
      return { output, version };
    } catch (error) {
      const { status, body } = failure(error);
      reply.code(status);
      return body;
    }
  });
  routes.addHook('preClose', () => predictor.close());
}
