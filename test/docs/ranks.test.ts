/** The examples of send and receive, on two ranks; all others of torch.distributed run in examples.test.ts. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { outputsOf } from '../support/ranks';
import { compile, fromComments } from './example';

const folder = path.join(__dirname, '../../lib/c10d');

const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => fromComments(readFileSync(path.join(folder, name), 'utf8')).map(({ code }) => code))
  .filter((code) => /\b(isend|P2POp)\b|dist\.(send|recv)(ObjectList)?\(/.test(code));

const RANK = `
  const { check } = require('../docs/example');
  await dist.initProcessGroup('gloo', { timeout: 90 });
  const AsyncFunction = (async () => undefined).constructor;
  for (const code of input) await new AsyncFunction('torch', '__check', code)(torch, check);
  dist.barrier();
  await dist.destroyProcessGroup();
  return input.length;`;

test('each runs on two ranks', async () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
  const rank = { node: RANK, internals: true, input: examples.map((code) => `{${compile(code)}\n}`) };
  expect(await outputsOf([rank, rank])).toEqual([examples.length, examples.length]);
});
