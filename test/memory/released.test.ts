/** Large memory is given back to the system piece by piece, or on a thread of its own, and never later than it is needed again. */
import { runProgram } from './program';

const MB = 1 << 20;

/** What a program returns that may use `torch`, `vision`, `peak()` and `resident()`, the process's memory in megabytes. */
async function run<T>(body: string): Promise<T> {
  const vision = "const vision = require(require('node:path').join(dist, '../vision/index.js'));";
  return (await runProgram(vision + body)) as unknown as T;
}

// The system tells these figures on Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('memory that is taken again and again is there once', async () => {
  const [before, after, all] = await run<[number, number, number]>(`
    torch.zeros([16]);
    const before = peak();
    let sum = 0;
    for (let i = 0; i < 8; i++) {
      const large = torch.ones([${24 * MB}]);
      sum += large.sum().item();
      large.dispose();
    }
    return [before, peak(), sum];`);
  expect(all).toBe(8 * 24 * MB);
  expect(after - before).toBeGreaterThan(90);
  expect(after - before).toBeLessThan(130);
});

onLinux('emptyCache() returns when the system has everything', async () => {
  const [full, empty] = await run<[number, number]>(`
    const sizes = [80, 96, 32, 16];
    const tensors = sizes.map((size) => torch.ones([size * ${MB}], { dtype: torch.uint8 }));
    const full = resident();
    for (const tensor of tensors) tensor.dispose();
    torch.emptyCache();
    return [full, resident()];`);
  expect(full - empty).toBeGreaterThan(220);
});

onLinux('a large tensor that ends is gone soon without it', async () => {
  const [full, empty] = await run<[number, number]>(`
    const tensor = torch.ones([200 * ${MB}], { dtype: torch.uint8 });
    const full = resident();
    tensor.dispose();
    for (let i = 0; i < 600 && full - resident() < 190; i++) await new Promise((resolve) => setTimeout(resolve, 100));
    return [full, resident()];`);
  expect(full - empty).toBeGreaterThan(190);
});

onLinux('a decoded picture is there once, not beside what it was decoded to', async () => {
  const [before, after, shape, sum] = await run<[number, number, number[], number]>(`
    const sharp = require(${JSON.stringify(require.resolve('sharp'))});
    const created = { width: 8000, height: 6000, channels: 3, background: { r: 10, g: 20, b: 30 } };
    const bytes = await sharp({ create: created }).png().toBuffer();
    const before = peak();
    const picture = await vision.io.decodeImage(bytes);
    const after = peak();
    return [before, after, picture.shape, picture.sum({ dtype: torch.int64 }).item()];`);
  expect([shape, sum]).toEqual([[3, 6000, 8000], 60 * 48_000_000]);
  // 137 MB.
  expect(after - before).toBeLessThan(220);
});

describe('discard_', () => {
  onLinux('gives whole pages back and leaves the rest', async () => {
    const [full, empty, edges] = await run<[number, number, number[]]>(`
      const tensor = torch.ones([100 * ${MB}], { dtype: torch.uint8 });
      const full = resident();
      torch.ops.libtorch_node.discard_.default(tensor.narrow(0, 5, 100 * ${MB} - 10));
      return [full, resident(), [tensor.index(0).item(), tensor.index(-1).item()]];`);
    expect(edges).toEqual([1, 1]);
    expect(full - empty).toBeGreaterThan(95);
  });

  test('counts as a change in place', async () => {
    const messages = await run<string[]>(`
      const discard = torch.ops.libtorch_node.discard_.default;
      const said = (call) => { try { call(); return 'none'; } catch (error) { return error.message; } };
      const saved = torch.ones([50000]);
      const loss = torch.ones([50000], { requiresGrad: true }).mul(saved).sum();
      discard(saved);
      torch.inferenceMode(() => discard(torch.ones([50000])));
      return [said(() => loss.backward()), said(() => discard(torch.ones([5], { requiresGrad: true })))];`);
    expect(messages[0]).toMatch(/modified by an inplace operation/);
    expect(messages[1]).toMatch(/requires grad cannot be changed in place/);
  });

  test('refuses what is not one piece', async () => {
    const messages = await run<string[]>(`
      const messages = [];
      for (const tensor of [torch.ones([4, 4]).t(), torch.ones([4], { device: 'meta' })]) {
        try { torch.ops.libtorch_node.discard_.default(tensor); messages.push('none'); }
        catch (error) { messages.push(error.message); }
      }
      torch.ops.libtorch_node.discard_.default(torch.empty([0]));
      return messages;`);
    expect(messages[0]).toMatch(/discard_: expected a contiguous tensor on the CPU/);
    expect(messages[1]).toMatch(/discard_.*meta/i);
  });
});
