/** A predictor in workers, and behind HTTP. Workers run what `npm run build` has made. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fastify from 'fastify';
import * as torch from '../../../lib/index';
import { Predictor, requestHandler, servingPlugin } from '../../../lib/serving/index';

const served = path.join(__dirname, 'fixtures/served.cjs');
const execArgv = ['--require', path.join(__dirname, '../../../scripts/register-ts.cjs')];

describe('workers', () => {
  test('share weights, take others together, and one that dies is replaced', async () => {
    const options = { workers: 2, data: { weight: 2, crash: -1 }, warmUp: [0], execArgv, maxBatch: 1, delayMs: 0 };
    const predictor = await Predictor.inWorkers<number | string, number>(served, options);
    expect(await Promise.all([1, 2, 3, 4].map((x) => predictor.predict(x)))).toEqual([2, 4, 6, 8]);
    expect(predictor.health()).toMatchObject({ state: 'ok', workers: 2 });
    await predictor.swap({ weight: torch.full([1, 1], 7, { dtype: torch.float32 }) });
    expect(await Promise.all([1, 2, 3, 4].map((x) => predictor.predict(x)))).toEqual([7, 14, 21, 28]);
    await expect(predictor.swap({ weight: torch.ones([3]) })).rejects.toMatchObject({ code: 'ERR_TORCH_STATE_DICT' });
    await expect(predictor.predict('bad')).rejects.toMatchObject({ code: 'ERR_SERVING_INPUT' });
    // Both tries end their worker: the request fails, the others do not.
    await expect(predictor.predict(-1)).rejects.toMatchObject({ code: 'ERR_SERVING_WORKER', statusCode: 503 });
    expect(await predictor.predict(5)).toBe(35);
    expect(predictor.metrics()).toMatch(/libtorch_worker_restarts_total [12]\n/);
    await predictor.close();
    expect(predictor.health().workers).toBe(0);
  }, 240_000);

  test('a module that fails says so', async () => {
    await expect(Predictor.inWorkers(path.join(__dirname, 'no-such.cjs'), { execArgv })).rejects.toThrow('no-such');
  }, 120_000);
});

function predictorHere(): Predictor<number, number> {
  const model = new torch.nn.Linear(1, 1, { bias: false });
  torch.noGrad(() => model.weight.fill_(3));
  return new Predictor<number, number>({
    model,
    collate: (inputs) => {
      if (!inputs.every(Number.isFinite)) throw new Error('no number');
      return torch.tensor(
        inputs.map((x) => [x]),
        { dtype: torch.float32 },
      );
    },
    split: (output: torch.Tensor) => output.select(1, 0).tolist<number[]>(),
  });
}

async function checkPaths(url: string): Promise<void> {
  const post = async (body: string): Promise<[number, unknown]> => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${url}/predict`, { method: 'POST', body, headers });
    return [reply.status, await reply.json()];
  };
  expect(await post('{"input": 2}')).toEqual([200, { output: 6, version: '1' }]);
  expect((await post('{"input": "x"}'))[0]).toBe(400);
  expect((await post('{}'))[0]).toBe(400);
  expect((await post('{'))[0]).toBe(400);
  expect((await post(JSON.stringify({ input: 1, more: 'x'.repeat(5000) })))[0]).toBe(413);
  const health = await fetch(`${url}/health`);
  expect([health.status, await health.json()]).toMatchObject([200, { state: 'ok', waiting: 0 }]);
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  expect(await metrics.text()).toContain('libtorch_requests_total{version="1",outcome="ok"} 1');
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
}

test('the handler of Node answers', async () => {
  const predictor = predictorHere();
  const server = http.createServer(requestHandler(predictor, { maxBytes: 1000 })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await checkPaths(url);
  expect((await fetch(`${url}/predict`)).status).toBe(405);
  await predictor.close();
  expect((await fetch(`${url}/health`)).status).toBe(503);
  server.closeAllConnections();
  server.close();
});

test('an output that JSON does not keep is an error of the model, and a large body is told so', async () => {
  const model = new torch.nn.Identity();
  const predictor = new Predictor<number, bigint>({
    model,
    collate: (inputs) => torch.tensor([...inputs]),
    split: (output: torch.Tensor) => output.tolist<number[]>().map(BigInt),
  });
  const server = http.createServer(requestHandler(predictor, { maxBytes: 1000 })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/predict`;
  const post = (body: string): Promise<Response> => fetch(url, { method: 'POST', body });
  const reply = await post('{"input": 2}');
  expect([reply.status, await reply.json()]).toEqual([500, { error: 'the request could not be answered' }]);
  const large = await post(JSON.stringify({ input: 'x'.repeat(20_000_000) }));
  expect([large.status, await large.json()]).toMatchObject([413, { error: 'the body is larger than 1000 bytes' }]);
  expect((await post('{"input": 2}')).status).toBe(500);
  await predictor.close();
  server.closeAllConnections();
  server.close();
});

test("Fastify's plugin answers, and closes the predictor", async () => {
  const predictor = predictorHere();
  const app = fastify();
  await app.register(servingPlugin as never, { predictor, maxBytes: 1000 } as never);
  await checkPaths(await app.listen({ port: 0, host: '127.0.0.1' }));
  await app.close();
  expect(predictor.health().state).toBe('closed');
});
