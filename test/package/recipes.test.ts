/** The programs of docs/recipes that need nothing but this package, as they are printed. `npm run check:hosts` runs the others. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { build, stop } from 'esbuild';
import { root, runNode } from './run';

const { writeRecipe } = createRequire(__filename)('../../scripts/hosts/recipe.cjs') as {
  writeRecipe(page: string, folder: string): string[];
};

let folder: string;
let child: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-recipes-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/libtorch-node'), 'junction');
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
// Its process would keep jest waiting.
afterAll(() => stop());

test('esbuild: the name leaves out the parts, too', async () => {
  expect(writeRecipe('esbuild', folder)).toEqual(['build.mjs']);
  const { outputFiles } = await build({
    stdin: { contents: "import 'libtorch-node'; import 'libtorch-node/serving';", resolveDir: folder },
    ...{ bundle: true, platform: 'node', format: 'esm', external: ['libtorch-node'], write: false },
  });
  expect(outputFiles[0]?.text).toMatch(/^import "libtorch-node";\nimport "libtorch-node\/serving";$/m);
});

test('AWS Lambda: the handler answers, and refuses what is no input', () => {
  expect(writeRecipe('aws-lambda', folder)).toEqual(['handler.cjs']);
  const program = `
    const torch = require('libtorch-node');
    const state = { weight: torch.zeros([2, 4]), bias: torch.tensor([0, Math.log(3)]) };
    torch.save(state, 'model.pt');
    const { handler } = require('./handler.cjs');
    const ask = async (body) => { const { statusCode, body: said } = await handler({ body }); return [statusCode, JSON.parse(said)]; };
    (async () => {
      const all = [];
      for (const body of ['{"input":[1,2,3,4]}', '{"input":[1,2]}', '{"input":"one"}', 'no JSON', undefined]) all.push(await ask(body));
      console.log(JSON.stringify(all));
    })();`;
  const [good, ...bad] = JSON.parse(runNode(['-e', program], { LIBTORCH_NODE_FLAVOUR: 'cpu' }, folder)) as [
    number,
    { output: number[]; error: string },
  ][];
  expect(good?.[0]).toBe(200);
  expect(good?.[1].output[0]).toBeCloseTo(0.25, 6);
  expect(good?.[1].output[1]).toBeCloseTo(0.75, 6);
  expect(bad).toHaveLength(4);
  for (const answer of bad) expect(answer).toEqual([400, { error: 'the body is {"input": [four numbers]}' }]);
});

test('node:cluster: two processes answer, a dead one has a successor, and all end', async () => {
  expect(writeRecipe('cluster', folder)).toEqual(['server.cjs', 'ecosystem.config.cjs']);
  const env = { ...process.env, PORT: '0', PROCESSES: '2', LIBTORCH_NODE_FLAVOUR: 'cpu' };
  child = spawn(process.execPath, ['server.cjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const lines = readline.createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const listening = async (): Promise<{ pid: number; port: number }> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`it ended: ${errors}`);
    const [, pid, port] = /^process (\d+) listens on (\d+)$/.exec(value as string)!;
    return { pid: Number(pid), port: Number(port) };
  };
  const [first, second] = [await listening(), await listening()];
  expect(second.port).toBe(first.port); // they share it
  const ask = async (): Promise<unknown> => {
    const body = JSON.stringify({ input: [0, 0] });
    const headers = { 'content-type': 'application/json', connection: 'close' };
    return (await fetch(`http://127.0.0.1:${first.port}/predict`, { method: 'POST', headers, body })).json();
  };
  for (let i = 0; i < 4; i++) expect(await ask()).toMatchObject({ output: [0.5, 0.5] });
  process.kill(first.pid, 'SIGKILL');
  const third = await listening();
  expect([first.pid, second.pid]).not.toContain(third.pid);
  for (let i = 0; i < 4; i++) expect(await ask()).toMatchObject({ output: [0.5, 0.5] });
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(errors).toBe('');
});
