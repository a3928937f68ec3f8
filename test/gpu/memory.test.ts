/** The GPU's memory: errors that leave the program whole, pools, snapshots, pinned memory, and tensors that are collected. */
import * as torch from '../../lib/index';
import { runPython } from '../support/python';

const { cuda } = torch;
const device = 'cuda';

function messageOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    expect(error).toBeInstanceOf(torch.TorchOutOfMemoryError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

test('too large a tensor is an error with its size, and the next one is made', () => {
  const message = messageOf(() => torch.empty([2 ** 42], { device }));
  expect(message).toMatch(/CUDA out of memory\. Tried to allocate 16384\.00 GiB\. GPU 0 has a total capacity of/);
  const [python] = runPython<[string]>(`
try:
    torch.empty(2 ** 42, device="cuda")
except torch.OutOfMemoryError as error:
    output = [str(error).split(". GPU 0")[0]]
`);
  expect(message.split('. GPU 0')[0]).toBe(`empty: ${python}`);
  expect(torch.ones([4], { device }).sum().item()).toBe(4);
});

test('a limit of the memory is kept', () => {
  cuda.setPerProcessMemoryFraction(0.01);
  try {
    expect(cuda.getPerProcessMemoryFraction()).toBeCloseTo(0.01);
    const size = Math.ceil((cuda.getDeviceProperties().totalMemory * 0.02) / 4);
    expect(messageOf(() => torch.empty([size], { device }))).toContain('out of memory');
  } finally {
    cuda.setPerProcessMemoryFraction(1);
  }
});

test('a pool has its own segments', () => {
  const pool = new cuda.MemPool();
  const kept = cuda.useMemPool(pool, () => torch.ones([1000], { device }));
  const outside = torch.ones([1000], { device });
  expect(pool.snapshot()).toHaveLength(1);
  const [segment] = cuda.memorySnapshot(pool.id);
  expect(segment).toMatchObject({ device: 0, allocatedSize: 4096 });
  expect(cuda.memorySnapshot().length).toBeGreaterThan(1);
  expect(kept.add(outside).sum().item()).toBe(2000);
});

test('a snapshot counts what is allocated', () => {
  const before = cuda.memoryAllocated();
  const kept = torch.empty([3 << 20], { device });
  const total = cuda.memorySnapshot().reduce((sum, segment) => sum + segment.allocatedSize, 0);
  expect(total).toBe(before + (12 << 20));
  expect(kept.numel()).toBe(3 << 20);
  expect(cuda.memorySummary()).toContain('from large pool');
  expect(cuda.memorySummary({ abbreviated: true })).not.toContain('from large pool');
});

test('tensors of a scope, and those that nothing reaches, give their memory back', () => {
  const before = cuda.memoryAllocated();
  torch.scope(() => {
    let x = torch.ones([1 << 18], { device });
    for (let i = 0; i < 100; i++) x = x.mul(1.01);
    expect(cuda.memoryAllocated()).toBeGreaterThan(before);
  });
  expect(cuda.memoryAllocated()).toBe(before);
  (() => {
    for (let i = 0; i < 100; i++) torch.ones([1 << 18], { device });
  })();
  torch.sweep({ full: true });
  torch.sweep({ full: true });
  expect(cuda.memoryAllocated() - before).toBeLessThan(70 << 20);
});

test('large tensors that nothing reaches do not fill the GPU', () => {
  // 2,000 times 256 MB is more than any GPU has.
  let x = torch.zeros([64 << 20], { device });
  for (let i = 0; i < 2000; i++) x = x.add(1);
  expect(x.max().item()).toBe(2000);
});

test('copies from pinned memory are in order on their stream', () => {
  const host = torch.arange(1 << 16).pinMemory();
  expect(host.isPinned()).toBe(true);
  const side = new cuda.Stream();
  const there = cuda.stream(side, () => host.to(device, { nonBlocking: true }));
  cuda.currentStream().waitStream(side);
  expect(there.sum().item()).toBe(((1 << 16) * ((1 << 16) - 1)) / 2);
  expect(cuda.hostMemoryStats()['allocated_bytes.current']).toBeGreaterThan(0);
});

test('what waits for the GPU can be refused', () => {
  const x = torch.ones([2], { device });
  cuda.setSyncDebugMode('error');
  try {
    expect(() => x.sum().item()).toThrow(/called a synchronizing CUDA operation/);
  } finally {
    cuda.setSyncDebugMode('default');
  }
  expect(x.sum().item()).toBe(2);
});

test('figures of the driver', () => {
  expect(cuda.utilization()).toBeGreaterThanOrEqual(0);
  expect(cuda.temperature()).toBeGreaterThan(10);
  expect(cuda.powerDraw()).toBeGreaterThan(10_000);
  expect(cuda.clockRate()).toBeGreaterThan(100);
  expect(cuda.deviceMemoryUsed()).toBeGreaterThan(1 << 20);
  expect(cuda.listGpuProcesses()).toMatch(/^GPU:0/);
  expect(cuda.nvtx.rangePush('outer')).toBe(0);
  expect(cuda.nvtx.rangePop()).toBe(0);
});
