/** Storages that are freed are kept for the next of their size: across sizes, threads and their ends. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as torch from '../../lib/index';

const dist = path.join(__dirname, '../../dist/index.js');

test('storages of every size around the limit are aligned, apart from each other, and keep their values', () => {
  const made = Array.from({ length: 1100 }, (_, bytes) => torch.full([bytes], bytes % 251, { dtype: torch.uint8 }));
  for (const [bytes, tensor] of made.entries()) {
    if (bytes > 0) expect(tensor.dataPtr() % 64n).toBe(0n);
    expect(tensor.sum({ dtype: torch.int64 }).item()).toBe(bytes * (bytes % 251));
  }
  const ends = made.slice(1).map((x) => [x.dataPtr(), x.dataPtr() + BigInt(x.numel())] as const);
  ends.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [i, [start]] of ends.entries()) {
    const before = ends[i - 1];
    if (before) expect(start).toBeGreaterThanOrEqual(before[1]);
  }
});

test('what ends is used again', () => {
  const addresses = new Set<bigint>();
  for (let i = 0; i < 1000; i++) torch.scope(() => addresses.add(torch.ones([7]).dataPtr()));
  expect(addresses.size).toBeLessThan(100);
});

test('resizing across the limit keeps the elements', () => {
  const x = torch.arange(4, { dtype: torch.float32 });
  x.resize_([4096]);
  expect(x.index(':4').tolist()).toEqual([0, 1, 2, 3]);
  x.index('4:').fill_(5);
  expect(x.sum().item()).toBe(6 + 5 * 4092);
});

test('a large storage is used again, by one of its size only', () => {
  const address = (elements: number): bigint => torch.scope(() => torch.zeros([elements]).dataPtr());
  const first = address(1_000_000);
  expect(address(1_000_000)).toBe(first);
  const held = torch.ones([1_000_000]);
  expect(held.dataPtr()).toBe(first);
  expect(address(1_000_000)).not.toBe(first);
  expect(address(700_000)).not.toBe(first);
  expect(held.sum().item()).toBe(1_000_000);
  held.dispose();
});

test('sizes around the limits of large storages keep their values', () => {
  for (const bytes of [65_535, 65_536, 65_537, 131_073, 1_234_567, 67_108_863, 67_108_864, 67_108_865]) {
    const [a, b] = [torch.full([bytes], 3, { dtype: torch.uint8 }), torch.full([bytes], 5, { dtype: torch.uint8 })];
    expect([a.sum({ dtype: torch.int64 }).item(), b.sum({ dtype: torch.int64 }).item()]).toEqual([
      bytes * 3,
      bytes * 5,
    ]);
    a.dispose();
    b.dispose();
  }
});

/** A worker that makes `count` tensors, shares them and ends. */
function tokensOf(count: number): Promise<torch.SharedTensor[]> {
  const program = `
    const torch = require(${JSON.stringify(dist)});
    const made = Array.from({ length: ${count} }, (_, i) => torch.full([4], i));
    require('node:worker_threads').parentPort.postMessage(made.map((x) => x.share()));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true });
    let tokens: torch.SharedTensor[] = [];
    worker.on('message', (message: torch.SharedTensor[]) => (tokens = message));
    worker.on('error', reject);
    worker.on('exit', () => resolve(tokens));
  });
}

test('tensors outlive the thread that made them, and end in another', async () => {
  // More than a thread keeps for itself, so that blocks go back and forth.
  const count = 40_000;
  for (let round = 0; round < 3; round++) {
    const tensors = (await tokensOf(count)).map((token) => torch.fromShared(token));
    expect(tensors).toHaveLength(count);
    expect(tensors.every((x, i) => i % 997 !== 0 || x.sum().item() === 4 * i)).toBe(true);
    for (const x of tensors) x.dispose();
    const fresh = torch.scope(() => Array.from({ length: 1000 }, (_, i) => torch.full([4], i).sum().item() === 4 * i));
    expect(fresh.every(Boolean)).toBe(true);
  }
}, 180_000);
