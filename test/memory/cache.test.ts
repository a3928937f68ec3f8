/** Memory that is kept for later tensors: it is counted, is given back when asked for, and when it lies unused. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as torch from '../../lib/index';

const library = path.join(__dirname, '../../dist/index.js');

/** Runs a program that has `torch` and `megabytes()`, what the process has resident. */
function run(program: string): string {
  const head = `const torch = require(${JSON.stringify(library)}); const megabytes = () => process.memoryUsage.rss() / 2 ** 20;`;
  return execFileSync(process.execPath, ['--expose-gc', '-e', `${head}\n${program}`], {
    encoding: 'utf8',
    timeout: 120_000,
  }).trim();
}

/** Makes `bytes` in tensors of `each`, and disposes them. */
function use(bytes: number, each: number): void {
  torch.scope(() => {
    for (let left = bytes; left > 0; left -= each) torch.ones([each / 4]);
  });
}

test.each([256, 1024, 1300, 4096, 20_000, 65_532, 65_536, 1 << 20])(
  'what tensors of %d bytes leave behind is counted and can be given back',
  (each) => {
    torch.emptyCache();
    const before = torch.memory();
    use(8 << 20, each);
    const after = torch.memory();
    expect(after.bytes).toBe(before.bytes);
    expect(after.cached - before.cached).toBeGreaterThan(6 << 20);
    // A fifth, for sizes that are rounded up, and an eighth for large ones.
    expect(after.cached - before.cached).toBeLessThan(12 << 20);
    torch.emptyCache();
    // A run of blocks may have a block in use, or one that has not been cut from it yet.
    expect(torch.memory().cached - before.cached).toBeLessThan(1 << 20);
  },
);

test('blocks of neighboring sizes neither overlap nor lose what is in them', () => {
  torch.scope(() => {
    const sizes = Array.from({ length: 400 }, (_, i) => 1 + ((i * 7919) % 17_000));
    const made = sizes.map((size, i) => torch.full([size], i));
    made.filter((_, i) => i % 3 === 0).forEach((tensor) => tensor.dispose());
    sizes.filter((_, i) => i % 3 === 0).forEach((size) => torch.full([size], -1));
    made.forEach((tensor, i) => {
      if (i % 3 === 0) return;
      expect(tensor.eq(i).all().item()).toBe(true);
    });
  });
});

test('the peak is the most that was allocated at once, and begins anew when asked to', () => {
  torch.memory({ resetPeak: true });
  const start = torch.memory().peak;
  torch.scope(() => {
    for (let i = 0; i < 10; i++)
      torch.scope(() =>
        torch
          .ones([1 << 18])
          .sum()
          .item(),
      );
  });
  const one = torch.memory({ resetPeak: true }).peak - start;
  expect(one).toBeGreaterThanOrEqual(1 << 20);
  expect(one).toBeLessThan(2 << 20);
  use(10 << 20, 1 << 20);
  const ten = torch.memory({ resetPeak: true }).peak - start;
  expect(ten).toBeGreaterThanOrEqual(10 << 20);
  expect(ten).toBeLessThan(11 << 20);
  expect(torch.memory().peak - start).toBeLessThan(1 << 20);
  // @ts-expect-error a name that there is not
  expect(() => torch.memory({ reset: true })).toThrow("unknown option 'reset'");
  // @ts-expect-error no argument
  expect(() => torch.emptyCache(1)).toThrow(TypeError);
});

test('what lies unused is given back after some seconds, and nothing keeps the process alive', () => {
  const printed = run(`
    torch.scope(() => { for (let i = 0; i < 3000; i++) torch.ones([8000]); });
    torch.scope(() => { for (let i = 0; i < 30; i++) torch.ones([1 << 20]); });
    const full = torch.memory().cached, rss = megabytes();
    const until = Date.now() + 60_000;
    const timer = setInterval(() => {
      const { cached } = torch.memory();
      if (cached > full / 20 && Date.now() < until) return;
      clearInterval(timer);
      torch.scope(() => torch.ones([8000])); // the timer of the library runs again: it must not hold the process
      console.log(JSON.stringify({ full, cached, fell: rss - megabytes() }));
    }, 200);`);
  const { full, cached, fell } = JSON.parse(printed) as Record<string, number>;
  expect(full).toBeGreaterThan(180 << 20);
  expect(cached).toBeLessThan(10 << 20);
  expect(fell).toBeGreaterThan(100);
}, 180_000);

test('a worker gives its memory back as well, and ends while the timer runs', () => {
  const printed = run(`
    const { Worker } = require('node:worker_threads');
    const worker = new Worker(\`
      const torch = require(${JSON.stringify(library)});
      const { parentPort } = require('node:worker_threads');
      torch.scope(() => { for (let i = 0; i < 3000; i++) torch.ones([8000]); });
      const full = torch.memory().cached;
      const until = Date.now() + 60_000;
      const timer = setInterval(() => {
        const { cached } = torch.memory();
        if (cached > full / 20 && Date.now() < until) return;
        clearInterval(timer);
        torch.scope(() => torch.ones([8000]));
        parentPort.postMessage({ full, cached });
      }, 200);
    \`, { eval: true });
    worker.on('message', (message) => console.log(JSON.stringify(message)));
    worker.on('exit', (code) => console.log(code));`);
  const [report, code] = printed.split('\n');
  const { full, cached } = JSON.parse(report as string) as Record<string, number>;
  expect(full).toBeGreaterThan(80 << 20);
  expect(cached).toBeLessThan(10 << 20);
  expect(code).toBe('0');
}, 180_000);

test('more than the bound is given back at once', () => {
  const printed = run(`
    torch.scope(() => { for (let i = 0; i < 10000; i++) torch.ones([10000]); });
    console.log(torch.memory().cached);`);
  expect(Number(printed)).toBeLessThan(132 << 20);
  expect(Number(printed)).toBeGreaterThan(60 << 20);
}, 180_000);
