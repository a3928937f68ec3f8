/** A profiler writes nothing to stderr by itself, in worker threads neither. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './run';

const dist = JSON.stringify(path.join(root, 'dist/index.js'));
const PROGRAM = `
const { Worker, isMainThread } = require('node:worker_threads');
const profile = () => {
  const torch = require(${dist});
  new torch.profiler.profile().during(() => torch.ones([2]).add(1));
};
const source = "const profile = " + profile.toString() + "; profile();";
new Worker(source, { eval: true }).on('exit', (code) => {
  if (code === 0) profile();
  else process.exitCode = 1;
});`;

test('nothing is on stderr after profiles in a worker and in the main thread', () => {
  const env = { ...process.env };
  delete env['KINETO_LOG_LEVEL'];
  const { status, stderr } = spawnSync(process.execPath, ['-e', PROGRAM], { env, encoding: 'utf8', timeout: 120_000 });
  expect([status, stderr]).toEqual([0, '']);
}, 150_000);
