import * as torch from '../../../lib/index';
import type { TorchError } from '../../../lib/index';

// Each group of tests runs where it means something, and is shown as skipped elsewhere: the first on machines without a
// GPU, the second where one is.
const withGpu = torch.cuda.isAvailable() ? describe : describe.skip;
const withoutGpu = torch.cuda.isAvailable() ? describe.skip : describe;
const onCpuBuild = torch.backends.cuda.isBuilt() ? describe.skip : describe;
const onCudaBuild = torch.backends.cuda.isBuilt() ? describe : describe.skip;

const x = torch.ones([2]);
const NEEDS_GPU: readonly (readonly [string, () => unknown])[] = [
  ['init', () => torch.cuda.init()],
  ['currentDevice', () => torch.cuda.currentDevice()],
  ['setDevice', () => torch.cuda.setDevice(0)],
  ['device', () => torch.cuda.device(0, () => 1)],
  ['getDeviceName', () => torch.cuda.getDeviceName()],
  ['getDeviceCapability', () => torch.cuda.getDeviceCapability('cuda:0')],
  ['getDeviceProperties', () => torch.cuda.getDeviceProperties(0)],
  ['synchronize', () => torch.cuda.synchronize()],
  ['memGetInfo', () => torch.cuda.memGetInfo()],
  ['resetPeakMemoryStats', () => torch.cuda.resetPeakMemoryStats()],
  ['resetAccumulatedMemoryStats', () => torch.cuda.resetAccumulatedMemoryStats()],
  ['Stream', () => new torch.cuda.Stream()],
  ['currentStream', () => torch.cuda.currentStream()],
  ['defaultStream', () => torch.cuda.defaultStream()],
  ['initialSeed', () => torch.cuda.initialSeed()],
  ['getRngState', () => torch.cuda.getRngState()],
  ['to', () => x.to('cuda')],
  ['cuda', () => x.cuda()],
  ['cuda(1)', () => x.cuda(1)],
  ['factories', () => torch.zeros([2], { device: 'cuda' })],
  ['Generator', () => new torch.Generator('cuda')],
  ['Module.to', () => new torch.nn.Linear(2, 2).to('cuda')],
  ['Module.cuda', () => new torch.nn.Linear(2, 2).cuda()],
];

function caught(action: () => unknown): TorchError {
  try {
    action();
  } catch (error) {
    if (error instanceof torch.TorchError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

withoutGpu('without a GPU', () => {
  test('there is none', () => {
    expect(torch.cuda.isAvailable()).toBe(false);
    expect(torch.cuda.deviceCount()).toBe(0);
    expect(torch.cuda.isInitialized()).toBe(false);
    expect(torch.cuda.isBf16Supported()).toBe(false);
  });

  test('memory is 0, and may be emptied', () => {
    const { memoryAllocated, memoryReserved, maxMemoryAllocated, maxMemoryReserved } = torch.cuda;
    expect([memoryAllocated(), memoryReserved(0), maxMemoryAllocated('cuda'), maxMemoryReserved()]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(torch.cuda.memoryStats()).toEqual({});
    torch.cuda.emptyCache();
  });

  test('seeding does nothing, and leaves the CPU generator alone', () => {
    torch.manualSeed(3);
    const expected = torch.rand([4]).tolist();
    torch.manualSeed(3);
    torch.cuda.manualSeed(7);
    torch.cuda.manualSeedAll(2n ** 60n);
    torch.cuda.seed();
    torch.cuda.seedAll();
    torch.cuda.setRngState(torch.zeros([16], { dtype: torch.uint8 }));
    expect(torch.cuda.getRngStateAll()).toEqual([]);
    torch.cuda.setRngStateAll([]);
    expect(torch.rand([4]).tolist()).toEqual(expected);
  });

  test('no device and no stream change nothing', () => {
    torch.cuda.setDevice(-1);
    expect(torch.cuda.device(null, () => 1)).toBe(1);
    expect(torch.cuda.device(-1, () => 2)).toBe(2);
    expect(torch.cuda.stream(null, () => 3)).toBe(3);
    torch.cuda.setStream(null);
    torch.cuda.stream(null).restore();
  });

  test('memory cannot be pinned', () => {
    expect(x.isPinned()).toBe(false);
    expect(() => x.pinMemory()).toThrow(torch.TorchError);
  });
});

onCpuBuild('a CPU build', () => {
  test.each(NEEDS_GPU)("%s says Python's sentence and the way out", (_, action) => {
    const error = caught(action);
    expect(error.code).toBe('ERR_TORCH_NO_CUDA');
    expect(error.message).toContain('Torch not compiled with CUDA enabled');
    expect(error.message).toContain('npx libtorch-node install --cuda auto');
  });

  test('so do events', () => {
    expect(caught(() => new torch.cuda.Event()).code).toBe('ERR_TORCH_NO_CUDA');
  });

  test('it has neither CUDA nor cuDNN', () => {
    expect(torch.version.cuda).toBeNull();
    expect(torch.backends.cudnn.isAvailable()).toBe(false);
    expect(torch.backends.cudnn.version()).toBeNull();
    expect(torch.backends.cudnn.benchmarkLimit).toBeNull();
  });
});

onCudaBuild('a CUDA build', () => {
  test('knows its CUDA and cuDNN', () => {
    expect(torch.version.cuda).toMatch(/^\d+\.\d$/);
    expect(torch.backends.cudnn.isAvailable()).toBe(true);
    expect(torch.backends.cudnn.version()).toBeGreaterThan(8000);
    expect(torch.backends.cudnn.benchmarkLimit).toBe(10);
  });
});

(torch.cuda.isAvailable() ? describe.skip : onCudaBuild)('a CUDA build without a GPU', () => {
  test.each(NEEDS_GPU)('%s says what is missing', (_, action) => {
    expect(caught(action).message).toMatch(/Found no NVIDIA driver|No CUDA GPUs are available/);
  });
});

describe('wrong arguments', () => {
  test.each<[string, () => unknown]>([
    ['a device that is no number', () => torch.cuda.getDeviceName(1.5)],
    ['NaN', () => torch.cuda.setDevice(NaN)],
    ['an object', () => torch.cuda.setDevice({} as never)],
    ['no device', () => torch.cuda.getDeviceName('nothing:x' as never)],
    ['a stream that is none', () => torch.cuda.setStream({} as never)],
    ['a Proxy of a stream', () => torch.cuda.stream(new Proxy({}, {}) as never, () => 1)],
    ['an unknown option of a stream', () => new torch.cuda.Stream({ prio: 1 } as never)],
    ['an unknown option of an event', () => new torch.cuda.Event({ blocking: true } as never)],
    ['timing that is no boolean', () => new torch.cuda.Event({ enableTiming: 1 } as never)],
    ['a priority that is no number', () => new torch.cuda.Stream({ priority: NaN })],
    ['a seed that is none', () => torch.cuda.manualSeed(NaN)],
    ['a seed that is a string', () => torch.cuda.manualSeedAll('1' as never)],
    ['a state that is no tensor', () => torch.cuda.setRngState([1] as never)],
    ['no function', () => torch.cuda.device(null, 1 as never)],
    ['a function that returns a promise', () => torch.cuda.device(null, (() => Promise.resolve(1)) as never)],
  ])('%s is a TypeError', (_, action) => {
    expect(action).toThrow(TypeError);
  });

  test('another type of device is named', () => {
    expect(() => torch.cuda.setDevice('cpu')).toThrow('Expected a cuda device, but got: cpu');
    expect(() => torch.cuda.memoryAllocated(new torch.Device('cpu'))).toThrow('Expected a cuda device, but got: cpu');
  });
});

withGpu('with a GPU', () => {
  test('a device that is not there is a TypeError', () => {
    expect(() => torch.cuda.getDeviceName(99)).toThrow(/no CUDA device 99/);
    expect(() => x.to('cuda:99')).toThrow();
  });

  test('tensors go there and back', () => {
    const there = torch.arange(5).to('cuda');
    expect(there.device.toString()).toBe('cuda:0');
    expect(there.isCuda).toBe(true);
    expect(there.mul(2).cpu().tolist()).toEqual([0, 2, 4, 6, 8]);
    const pinned = torch.arange(5).pinMemory();
    expect(pinned.isPinned()).toBe(true);
    const copy = pinned.to('cuda', { nonBlocking: true });
    torch.cuda.synchronize();
    expect(copy.tolist()).toEqual([0, 1, 2, 3, 4]);
  });

  test('memory is counted', () => {
    const before = torch.cuda.memoryAllocated();
    const big = torch.empty([1 << 20], { device: 'cuda' });
    expect(torch.cuda.memoryAllocated() - before).toBe(4 << 20);
    expect(torch.cuda.memoryReserved()).toBeGreaterThanOrEqual(4 << 20);
    big.dispose();
    expect(torch.cuda.memoryAllocated()).toBe(before);
    expect(torch.cuda.maxMemoryAllocated()).toBeGreaterThanOrEqual(before + (4 << 20));
    torch.cuda.resetPeakMemoryStats();
    expect(torch.cuda.maxMemoryAllocated()).toBe(before);
    torch.cuda.resetAccumulatedMemoryStats();
    expect(torch.cuda.memoryStats()['allocation.all.allocated']).toBe(0);
    const [free, total] = torch.cuda.memGetInfo();
    expect(free).toBeLessThanOrEqual(total);
    expect(total).toBeGreaterThan(0.9 * torch.cuda.getDeviceProperties().totalMemory);
    torch.cuda.emptyCache();
  });

  test('streams and events', () => {
    const side = new torch.cuda.Stream({ priority: -1 });
    expect(side.equals(torch.cuda.defaultStream())).toBe(false);
    const start = new torch.cuda.Event({ enableTiming: true });
    const end = new torch.cuda.Event({ enableTiming: true });
    const result = torch.cuda.stream(side, () => {
      expect(torch.cuda.currentStream().equals(side)).toBe(true);
      start.record();
      const product = torch.ones([256, 256], { device: 'cuda' }).matmul(torch.ones([256, 256], { device: 'cuda' }));
      end.record();
      return product;
    });
    expect(torch.cuda.currentStream().equals(torch.cuda.defaultStream())).toBe(true);
    torch.cuda.currentStream().waitStream(side);
    result.recordStream(torch.cuda.currentStream());
    end.synchronize();
    side.synchronize();
    expect([side.query(), end.query()]).toEqual([true, true]);
    expect(start.elapsedTime(end)).toBeGreaterThanOrEqual(0);
    expect(result.sum().item()).toBe(256 ** 3);
    expect(() => start.elapsedTime(new torch.cuda.Event({ enableTiming: true }))).toThrow(torch.TorchError);
  });

  test('the same seed gives the same numbers, and states come back', () => {
    torch.cuda.manualSeed(5);
    expect(torch.cuda.initialSeed()).toBe(5);
    const state = torch.cuda.getRngState();
    const first = torch.rand([3], { device: 'cuda' }).tolist();
    torch.cuda.setRngState(state);
    expect(torch.rand([3], { device: 'cuda' }).tolist()).toEqual(first);
    expect(torch.cuda.getRngStateAll()).toHaveLength(torch.cuda.deviceCount());
  });

  test('a model trains there, its optimizer with its state', () => {
    const model = new torch.nn.Linear(4, 2).to('cuda');
    const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.1 });
    const [input, target] = [torch.randn([8, 4], { device: 'cuda' }), torch.randn([8, 2], { device: 'cuda' })];
    const losses = Array.from({ length: 20 }, () => {
      optimizer.zeroGrad();
      const loss = torch.nn.functional.mseLoss(model.forward(input), target);
      loss.backward();
      optimizer.step();
      return Number(loss.item());
    });
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
    expect(model.weight.device.type).toBe('cuda');
  });
});
