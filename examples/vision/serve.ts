/**
 * Serves the tuned model with onnxruntime: libtorch is not needed here any more.
 *
 *   npm ci --prefix examples/vision
 *   node scripts/run-ts.cjs examples/vision/serve.ts runs/vision [--port 8080]
 *   curl --data-binary @runs/vision/ring.ppm http://127.0.0.1:8080
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { fromPpm, toInput } from './pictures';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '8080' } },
});
const [folder = 'runs/vision'] = positionals;
const LARGEST = 1 << 20;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST) throw new RangeError(`a picture has at most ${LARGEST} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Probabilities by their labels, the largest first. */
async function classify(session: InferenceSession, labels: readonly string[], file: Buffer): Promise<object> {
  const picture = fromPpm(file);
  const image = new Tensor('float32', toInput(picture), [1, 3, picture.side, picture.side]);
  const { scores } = await session.run({ image });
  const powers = Array.from(scores!.data as Float32Array, (score) => Math.exp(score));
  const sum = powers.reduce((a, b) => a + b);
  const found = labels.map((label, i) => [label, powers[i]! / sum] as const);
  return Object.fromEntries(found.sort(([, a], [, b]) => b - a));
}

async function main(): Promise<void> {
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as string[];
  const session = await InferenceSession.create(path.join(folder, 'model.onnx'));
  const server = createServer((request, response) => {
    const answer = (status: number, what: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(what)}\n`);
    };
    bodyOf(request)
      .then((file) => classify(session, labels, file))
      .then(
        (found) => answer(200, found),
        (error: unknown) => answer(400, { error: error instanceof Error ? error.message : String(error) }),
      );
  });
  server.listen(Number(flags.port), '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  process.once('SIGTERM', () => server.close());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
