/** Errors of kernels: they come as errors of JavaScript, and the process ends by itself. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const library = path.resolve(__dirname, '../../dist/index.js');

function run(body: string): { status: number | null; signal: string | null; out: string } {
  const program = `const torch = require(${JSON.stringify(library)}); (async () => { ${body} })();`;
  const { status, signal, stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', program], { encoding: 'utf8' });
  return { status, signal, out: stdout.trim() };
}

test('an index that a kernel refuses is an error, also of all calls after it', () => {
  const answer = run(`
    const x = torch.ones([4], { device: 'cuda' });
    const messages = [];
    for (const body of [() => x.gather(0, torch.tensor([9]).cuda()).tolist(), () => torch.ones([2], { device: 'cuda' }).tolist()]) {
      try { body(); } catch (error) { messages.push(error.message.split('\\n')[0]); }
    }
    console.log(JSON.stringify(messages));`);
  expect(answer).toMatchObject({ status: 0, signal: null });
  const messages = JSON.parse(answer.out) as string[];
  expect(messages).toHaveLength(2);
  for (const message of messages) expect(message).toMatch(/device-side assert triggered/);
});

test('a program ends while the GPU works, streams and graphs are alive and hooks are set', () => {
  const answer = run(`
    const side = new torch.cuda.Stream();
    const graph = new torch.cuda.CUDAGraph();
    const x = torch.ones([2048, 2048], { device: 'cuda', requiresGrad: true });
    const y = torch.cuda.graph(graph, () => x.detach().mul(2));
    graph.replay();
    x.registerHook((g) => g);
    torch.cuda.stream(side, () => { for (let i = 0; i < 50; i++) x.detach().matmul(x.detach()); });
    globalThis.kept = [side, graph, x, y, x.mul(2).sum().backwardAsync()];
    console.log('done');`);
  expect(answer).toEqual({ status: 0, signal: null, out: 'done' });
});

test('a worker that computes on the GPU is ended', () => {
  const answer = run(`
    const { Worker } = require('node:worker_threads');
    const code = 'const torch = require(' + JSON.stringify(${JSON.stringify(library)}) + ');' +
      'let x = torch.ones([1024, 1024], { device: "cuda" }); require("node:worker_threads").parentPort.postMessage(1);' +
      'for (;;) x = x.matmul(x).div(1024);';
    const worker = new Worker(code, { eval: true });
    await new Promise((done) => worker.once('message', done));
    await worker.terminate();
    console.log(torch.ones([3], { device: 'cuda' }).sum().item());`);
  expect(answer).toEqual({ status: 0, signal: null, out: '3' });
});
