/** What `torch.cuda` says of the build and of the GPU's figures; the texts are tried without a GPU. */
import * as torch from '../../../lib/index';
import { architecturesIn, backendIn, gencodeFlags } from '../../../lib/cuda/build';
import { processesText } from '../../../lib/cuda/figures';

const { cuda } = torch;
const withoutGpu = cuda.isAvailable() ? describe.skip : describe;
const withGpu = cuda.isAvailable() ? describe : describe.skip;

test('the architectures stand in the text of the build', () => {
  const config =
    'PyTorch built with:\n  - CUDA Runtime 13.0\n  - NVCC architecture flags: -gencode;arch=compute_80,code=sm_80;-gencode;' +
    'arch=compute_90,code=sm_90;-gencode;arch=compute_120,code=compute_120\n  - CuDNN 91.2\n';
  expect(architecturesIn(config)).toEqual(['sm_80', 'sm_90', 'compute_120']);
  expect(gencodeFlags(['sm_80', 'compute_120'])).toBe(
    '-gencode compute=compute_80,code=sm_80 -gencode compute=compute_120,code=compute_120',
  );
  expect(architecturesIn('PyTorch built with:\n  - GCC 13.3\n')).toEqual([]);
});

test('the settings say who manages the memory', () => {
  expect(backendIn('')).toBe('native');
  expect(backendIn('max_split_size_mb:128, backend:cudaMallocAsync')).toBe('cudaMallocAsync');
  expect(backendIn('backend:native,expandable_segments:True')).toBe('native');
});

test('processes are listed as Python lists them', () => {
  expect(processesText(1, [])).toBe('GPU:1\nno processes are running');
  expect(processesText(0, [[4321, 3 << 19]])).toBe('GPU:0\nprocess       4321 uses        1.500 MB GPU memory');
});

test('a tensor of the CPU and no stream change nothing', () => {
  expect(cuda.deviceOf(torch.ones([2]), () => 5)).toBe(5);
  cuda.deviceOf(torch.ones([2])).restore();
  expect(() => cuda.deviceOf(3 as never)).toThrow('torch.cuda.deviceOf');
  using context = new cuda.StreamContext(null);
  expect(context.stream).toBeNull();
  context.restore();
  expect(() => new cuda.StreamContext(1 as never)).toThrow('expected a torch.cuda.Stream');
});

withoutGpu('without a GPU', () => {
  const figures = ['utilization', 'memoryUsage', 'deviceMemoryUsed', 'temperature', 'powerDraw', 'clockRate'] as const;
  test.each(figures)('%s needs one', (name) => {
    expect(() => cuda[name]()).toThrow(/CUDA|driver|NVIDIA/i);
    expect(() => cuda[name]('cpu')).toThrow('Expected a cuda device, but got: cpu');
  });
  test('so do questions between GPUs and to streams', () => {
    expect(() => cuda.canDeviceAccessPeer(0, 1)).toThrow(/CUDA|driver|NVIDIA/i);
    expect(() => cuda.isCurrentStreamCapturing()).toThrow(/CUDA|driver|NVIDIA/i);
    expect(() => cuda.ipcCollect()).toThrow(/CUDA|driver|NVIDIA/i);
    expect(cuda.listGpuProcesses()).toBe("cuda driver can't be loaded, is cuda enabled?");
    expect(cuda.isTf32Supported()).toBe(false);
  });
});

withGpu('with a GPU', () => {
  test('its figures are those of the driver', () => {
    expect(cuda.deviceMemoryUsed()).toBeGreaterThan(0);
    expect(cuda.utilization()).toBeLessThanOrEqual(100);
    expect(cuda.temperature()).toBeGreaterThan(0);
    expect(cuda.clockRate()).toBeGreaterThan(0);
    expect(cuda.listGpuProcesses(0)).toMatch(/^GPU:0\n/);
    expect(cuda.isCurrentStreamCapturing()).toBe(false);
    expect(cuda.canDeviceAccessPeer(0, 0)).toBe(false);
    expect(cuda.getArchList().length).toBeGreaterThan(0);
  });
});
