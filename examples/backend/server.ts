/** The server: trains in workers, answers with the newest weights, and shows both on a page. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import * as torch from 'libtorch-node';
import { streamPage, streamRun } from './events';
import { DEFAULT_LIMITS, type Limits, RequestError } from './limits';
import { Predictor } from './predictor';
import { type Launch, Runs } from './runs';
import type { TrainOptions } from './train';
import { readCsv } from './upload';

export interface ServerOptions {
  /** The folder with the runs' directories. */
  readonly folder?: string;
  /** How a run is started; the default is a worker. */
  readonly launch?: Launch;
  readonly limits?: Partial<Limits>;
  /** How many steps lie between new weights for `/predict`. */
  readonly swapEvery?: number;
  /** Further host names that are answered, besides those of the loopback interface; see {@link checkHost}. */
  readonly hosts?: readonly string[];
}

/** A run in a worker, so that this thread and one core are free for requests. */
export const launchInWorker: Launch = (data, signal) =>
  torch.training.trainInWorker(path.join(__dirname, 'train.cjs'), { data, signal, threads: 1 });

export interface Server {
  readonly app: FastifyInstance;
  readonly runs: Runs;
  readonly predictor: Predictor;
}

export function buildServer(options: ServerOptions = {}): Server {
  const { folder = 'runs', launch = launchInWorker, swapEvery = 50, hosts = [] } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  mkdirSync(folder, { recursive: true });
  // Requests are small. Several threads for each would only take time from the training.
  torch.setNumThreads(1);
  const app = fastify({
    bodyLimit: limits.upload,
    forceCloseConnections: true,
    requestTimeout: 1000 * limits.requestSeconds,
    http: { headersTimeout: 1000 * limits.headerSeconds, connectionsCheckingInterval: 500 },
    ajv: { customOptions: { removeAdditional: false } },
  });
  app.server.maxConnections = limits.connections;
  const predictor = new Predictor(limits);
  const runs = new Runs({ folder, launch, predictor, limits, swapEvery });
  app.addHook('onRequest', async (request) => checkHost(request, hosts));
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'self'; img-src 'self' data:",
    });
  });
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  addRuns(app, runs, limits);
  addPredict(app, predictor, limits);
  addFigures(app, predictor);
  addPage(app);
  reportStatus(app, runs);
  app.addHook('preClose', async () => {
    await runs.close();
    await predictor.close();
  });
  return { app, runs, predictor };
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A page of another site may reach this server through the browser of whoever reads it: it is refused. */
function checkHost({ headers, hostname }: FastifyRequest, hosts: readonly string[]): void {
  const allowed = [...LOOPBACK, ...hosts];
  const from = headers.origin;
  if (!allowed.includes(hostname)) throw new RequestError(403, `this server is not called '${hostname}'`);
  if (from !== undefined && from !== `http://${headers.host}`) throw new RequestError(403, 'another site may not ask');
}

const TRAIN_PROPERTIES = {
  epochs: { type: 'integer', minimum: 1, maximum: 100, default: 5 },
  lr: { type: 'number', exclusiveMinimum: 0, maximum: 1, default: 0.001 },
  seed: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1, default: 0 },
  limit: { type: 'integer', minimum: 0, maximum: 100_000, default: 0 },
};
const TRAIN = { type: 'object', additionalProperties: false, properties: TRAIN_PROPERTIES };
const PAGE = {
  type: 'object',
  additionalProperties: false,
  properties: { run: { type: 'string', format: 'uuid' } },
};
const ID = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } };

interface WithId {
  Params: { id: string };
}

function addRuns(app: FastifyInstance, runs: Runs, limits: Limits): void {
  app.post<{ Body: unknown; Querystring: TrainOptions }>(
    '/train',
    { schema: { querystring: TRAIN } },
    async ({ body, query }, reply) => {
      const rows = Buffer.isBuffer(body) ? await readCsv(body, limits) : null;
      if (rows === null && !isSpam(body)) {
        throw new RequestError(400, 'send a CSV as text/csv, or {"source": "spam"} as application/json');
      }
      requireFinite(query);
      return reply.code(202).send(await runs.submit(query, rows));
    },
  );
  app.get('/runs', async () => runs.list());
  app.get<WithId>('/runs/:id', { schema: { params: ID } }, async ({ params }) => runs.get(params.id));
  app.get<WithId>('/runs/:id/events', { schema: { params: ID } }, (request, reply) => {
    streamRun(runs.get(request.params.id), request, reply, limits);
  });
  app.get('/events', { schema: { querystring: PAGE } }, (request, reply) => streamPage(runs, request, reply, limits));
  app.delete<WithId>('/runs/:id', { schema: { params: ID } }, async ({ params }, reply) => {
    runs.abort(params.id);
    return reply.code(202).send(runs.get(params.id));
  });
  const actions = {
    pause: (id: string) => runs.pause(id),
    resume: (id: string) => runs.resume(id),
    restart: (id: string) => runs.restart(id),
  };
  for (const [name, act] of Object.entries(actions)) {
    app.post<WithId>(`/runs/:id/${name}`, { schema: { params: ID } }, async ({ params }, reply) => {
      act(params.id);
      return reply.code(202).send(runs.get(params.id));
    });
  }
}

/** The schema's limits are not asked about Infinity, which is read from `1e999`, too. */
function requireFinite(query: TrainOptions): void {
  for (const [name, value] of Object.entries(query)) {
    if (!Number.isFinite(value)) throw new RequestError(400, `${name} must be a finite number`);
  }
}

function isSpam(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return (body as { source?: unknown }).source === 'spam' && Object.keys(body).length === 1;
}

function addPredict(app: FastifyInstance, predictor: Predictor, limits: Limits): void {
  const body = {
    type: 'object',
    additionalProperties: false,
    required: ['text'],
    properties: { text: { type: 'string', minLength: 1, maxLength: limits.text } },
  };
  app.post<{ Body: { text: string } }>(
    '/predict',
    { schema: { body }, bodyLimit: 4 * limits.text + 1000 },
    async (request) => predictor.predict(request.body.text),
  );
}

/** For a probe, and for Prometheus. */
function addFigures(app: FastifyInstance, predictor: Predictor): void {
  app.get('/health', async () => predictor.serving?.health() ?? { state: 'empty' });
  app.get('/metrics', async (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8');
    return predictor.serving?.metrics() ?? '';
  });
}

function addPage(app: FastifyInstance): void {
  const chart = path.dirname(createRequire(__filename).resolve('uplot/package.json'));
  void app.register(fastifyStatic, { root: path.join(__dirname, 'public') });
  void app.register(fastifyStatic, { root: path.join(chart, 'dist'), prefix: '/uplot/', decorateReply: false });
}

const RESOLUTION_MS = 10;

/** Tells those who listen to a run, once a second, how the server is. */
function reportStatus(app: FastifyInstance, runs: Runs): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const timer = setInterval(() => {
    const running = runs.list().filter(({ state }) => state === 'running' || state === 'paused');
    const event = statusOf(delay);
    for (const run of running) run.publish(event);
    delay.reset();
  }, 1000);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    delay.disable();
  });
}

function statusOf(delay: IntervalHistogram) {
  // The histogram holds the time from one tick of its timer to the next.
  const eventLoopDelay = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
  return {
    type: 'status',
    resident: process.memoryUsage.rss(),
    tensors: torch.memory().bytes,
    eventLoopDelay,
  } as const;
}
