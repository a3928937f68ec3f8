/**
 * A back end that trains: `npm run backend`, then http://127.0.0.1:3000/.
 *
 * npm run backend -- --port 3000 --runs runs npm run backend -- --host 0.0.0.0 --name my.host.example
 *
 * It listens on the loopback interface by default. It has no authentication; put your own in front.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS } from './limits';
import { buildServer } from './server';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '3000' },
    runs: { type: 'string', default: 'runs' },
    name: { type: 'string', multiple: true, default: [] },
    headers: { type: 'string', default: String(DEFAULT_LIMITS.headerSeconds) },
    queue: { type: 'string', default: String(DEFAULT_LIMITS.queued) },
  },
});

async function main(): Promise<void> {
  const limits = { queued: Number(values.queue), headerSeconds: Number(values.headers) };
  const { app } = buildServer({ folder: values.runs, hosts: values.name, limits });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
  console.log(`listening on ${await app.listen({ host: values.host, port: Number(values.port) })}`);
}

void main();
