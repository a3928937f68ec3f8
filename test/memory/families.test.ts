/** Small tensors share a weak reference; what lives and what ends must be as if each had its own. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const dist = path.join(__dirname, '../../dist/index.js');

/** Runs `body` in a new Node process with `collect()`, a garbage collection and a sweep, and returns what it reports. */
function run(body: string): unknown {
  const script = `
    const torch = require(${JSON.stringify(dist)});
    const collect = () => { torch.sweep(); globalThis.gc(); torch.sweep(); };
    const live = () => torch.memory().tensors;
    console.log(JSON.stringify((() => { ${body} })()));`;
  const child = spawnSync(process.execPath, ['--expose-gc', '-e', script], { encoding: 'utf8', timeout: 120_000 });
  if (child.status !== 0) throw new Error(`the child failed: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

test('a live tensor keeps its neighbors for two sweeps at most', () => {
  const body = `
    const before = live();
    const kept = [];
    (() => { for (let i = 0; i < 6400; i++) { const x = torch.full([4], i); if (i % 64 === 10) kept.push(x); } })();
    collect();
    collect();
    collect();
    return { grown: live() - before, values: kept.map((x) => x.sum().item() / 4) };`;
  expect(run(body)).toEqual({ grown: 100, values: Array.from({ length: 100 }, (_, i) => i * 64 + 10) });
});

test('a member whose handle has been given to another tensor meanwhile does not end that one', () => {
  const body = `
    const others = [];
    (() => {
      const family = [];
      for (let i = 0; i < 640; i++) family.push(torch.full([2], i));
      family.forEach((x) => x.dispose());
      // These take the handles that have just become free, and are larger than what shares a reference.
      for (let i = 0; i < 640; i++) others.push(torch.full([1024], i));
    })();
    for (let i = 0; i < 4; i++) collect();
    return others.filter((x, i) => x.isDisposed || x.max().item() !== i).length;`;
  expect(run(body)).toBe(0);
});

test('members that keep a graph or much memory end with their own wrapper', () => {
  const body = `
    const before = live();
    const w = torch.ones([2], { requiresGrad: true });
    const kept = [];
    (() => { for (let i = 0; i < 640; i++) { const x = torch.ones([2]); w.mul(2); torch.ones([1024]); kept.push(x); } })();
    collect();
    return live() - before - kept.length;`;
  // w itself, and at most one temporary that a register of the machine still names.
  expect(run(body)).toBeLessThanOrEqual(2);
});

test('disposing members, then dropping them, releases each once', () => {
  const body = `
    const before = live();
    (() => {
      const made = [];
      for (let i = 0; i < 640; i++) made.push(torch.ones([2]));
      torch.sweep();
      made.forEach((x, i) => i % 2 && x.dispose());
      made.forEach((x, i) => i % 2 && x.dispose());
    })();
    collect();
    collect();
    collect();
    return live() - before;`;
  expect(run(body)).toBeLessThanOrEqual(1);
});

test('tensors that a scope lets survive are collected later', () => {
  const body = `
    const before = live();
    (() => {
      for (let i = 0; i < 640; i++) torch.scope(() => { torch.ones([2]); torch.keep(torch.ones([2])); return torch.ones([2]); });
    })();
    for (let i = 0; i < 3; i++) collect();
    return live() - before;`;
  expect(run(body)).toBeLessThanOrEqual(1);
});
