/** `torch.random`, and `torch.accelerator` where libtorch was built for none. */
import * as torch from '../../lib/index';

const { random, accelerator } = torch;

test('what is drawn in forkRng does not change what is drawn later', () => {
  torch.manualSeed(3);
  const wanted = torch.rand([4]);
  torch.manualSeed(3);
  const inside = random.forkRng(() => torch.rand([4]));
  expect(torch.equal(inside, wanted)).toBe(true);
  expect(torch.equal(torch.rand([4]), wanted)).toBe(true);
});

test('forkRng as a guard, in an asynchronous function and after an error', async () => {
  torch.manualSeed(5);
  const before = random.getRngState();
  {
    using _ = random.forkRng();
    torch.rand([1]);
    await Promise.resolve();
    expect(torch.equal(random.getRngState(), before)).toBe(false);
  }
  expect(torch.equal(random.getRngState(), before)).toBe(true);
  const failing = () =>
    random.forkRng({ devices: [] }, () => {
      torch.rand([1]);
      throw new Error('of the body');
    });
  expect(failing).toThrow('of the body');
  expect(torch.equal(random.getRngState(), before)).toBe(true);
  const guard = random.forkRng();
  guard.restore();
  torch.rand([1]);
  guard.restore();
  expect(torch.equal(random.getRngState(), before)).toBe(false);
});

test('forkRng that restores nothing', () => {
  torch.manualSeed(5);
  const before = random.getRngState();
  random.forkRng({ enabled: false }, () => torch.rand([1]));
  expect(torch.equal(random.getRngState(), before)).toBe(false);
  torch.manualSeed(5);
  random.forkRng({ deviceType: 'meta' }, () => torch.rand([1]));
  expect(torch.equal(random.getRngState(), before)).toBe(false);
});

test('forkRng refuses what would not be restored', () => {
  expect(() => random.forkRng((async () => torch.rand([1])) as never)).toThrow(/synchronous/);
  expect(() => random.forkRng({ deviceType: 'foo' })).toThrow(/foo/);
  expect(() => random.forkRng({ deviceType: 'mps' })).toThrow(/torch has no module of `mps`/);
  expect(() => random.forkRng({ device: [0] } as never)).toThrow(/did you mean 'devices'/);
  expect(() => random.forkRng(3 as never)).toThrow(TypeError);
});

test('seed draws one from the system, which gives the same numbers again', () => {
  const drawn = random.seed();
  expect(torch.initialSeed()).toEqual(drawn);
  const numbers = torch.rand([3]);
  torch.manualSeed(drawn);
  expect(torch.equal(torch.rand([3]), numbers)).toBe(true);
  expect(torch.seed()).not.toEqual(drawn);
  expect(random.threadSafeGenerator()).toBeNull();
});

// On a machine without a GPU all builds say so.
(accelerator.isAvailable() ? describe.skip : describe)('accelerator without a GPU', () => {
  test('there is none', () => {
    expect(accelerator.currentAccelerator()).toBeNull();
    expect(accelerator.currentAccelerator(true)).toBeNull();
    expect([accelerator.isAvailable(), accelerator.deviceCount()]).toEqual([false, 0]);
    expect(accelerator.deviceIndex(null, () => 7)).toBe(7);
  });

  const none = 'Cannot access accelerator device when none is available.';
  test.each<[string, () => unknown]>([
    ['currentDeviceIndex', () => accelerator.currentDeviceIndex()],
    ['setDeviceIndex', () => accelerator.setDeviceIndex(0)],
    ['deviceIndex', () => accelerator.deviceIndex(0)],
    ['currentStream', () => accelerator.currentStream()],
    ['synchronize', () => accelerator.synchronize()],
    ['synchronize of one', () => accelerator.synchronize(0)],
    ['memoryAllocated', () => accelerator.memoryAllocated()],
    ['memoryStats', () => accelerator.memoryStats()],
    ['getMemoryInfo', () => accelerator.getMemoryInfo()],
    ['resetPeakMemoryStats', () => accelerator.resetPeakMemoryStats()],
    ['emptyCache', () => accelerator.emptyCache()],
  ])('%s says so', (_, call) => {
    expect(call).toThrow(none);
  });

  test('what is no device of it', () => {
    expect(() => accelerator.synchronize('cuda:0')).toThrow('Accelerator expected');
    expect(() => accelerator.setDeviceIndex(null)).toThrow(
      'Expected a torch.device with a specified index or an integer, but got:None',
    );
    expect(() => accelerator.synchronize(1.5)).toThrow(TypeError);
    expect(() => accelerator.synchronize({} as never)).toThrow(TypeError);
    expect(() => accelerator.setStream({} as never)).toThrow(TypeError);
  });
});
