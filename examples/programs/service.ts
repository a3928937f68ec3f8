/** A server of Node's `http` that trains in a worker, and then answers with what was learned: the product of two numbers. */
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import * as torch from 'libtorch-node';
import { nn, optim, training, type Tensor } from 'libtorch-node';
import { Predictor, requestHandler } from 'libtorch-node/serving';

const makeModel = () => new nn.Sequential(new nn.Linear(2, 24), new nn.Tanh(), new nn.Linear(24, 1));

/** What the worker does. */
export default async function train({ data: seed, signal, watch }: training.WorkerContext<number>) {
  torch.manualSeed(seed);
  const x = torch.rand([64, 2]);
  const model = makeModel();
  const trainer = new training.Trainer({
    model,
    loss: new nn.MSELoss(),
    optimizer: new optim.Adam(model.parameters(), { lr: 0.02 }),
    maxEpochs: 200,
  });
  await watch(trainer.fit([[x, x.prod(1, true)]], { signal }), model);
  return torch.shareState(model.stateDict());
}

/** What a client of the server gets for a pair of numbers. */
async function ask(url: string, input: readonly number[]): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${url}/predict`, { method: 'POST', headers, body: JSON.stringify({ input }) });
  const { output }: { output: number } = JSON.parse(await reply.text());
  return output;
}

async function main(): Promise<void> {
  const predictor = new Predictor({
    model: makeModel(),
    collate: (inputs: readonly number[][]) => torch.tensor(inputs, { dtype: torch.float32 }),
    split: (output: Tensor) => output.squeeze(1).tolist<number[]>(),
  });
  const server = http.createServer(requestHandler(predictor)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;

  // The server answers while the worker trains; the weights come when they are there.
  const run = training.trainInWorker<Awaited<ReturnType<typeof train>>>(path.join(__dirname, 'service/train.cjs'), {
    data: 0,
  });
  for await (const event of run) {
    if (event.type === 'step' && event.step % 50 === 0)
      console.log(`step ${event.step}: loss ${event.loss.toFixed(6)}`);
  }
  await predictor.swap(torch.fromSharedState(await run));

  const pairs = [0.1, 0.3, 0.5, 0.7].flatMap((a) => [0.2, 0.9].map((b) => [a, b] as const));
  const errors = await Promise.all(pairs.map(async ([a, b]) => (await ask(url, [a, b])) - a * b));
  const loss = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  console.log(`the answers' loss ${loss.toFixed(6)}`);
  server.close();
  await predictor.close();
}

if (isMainThread) void main();
