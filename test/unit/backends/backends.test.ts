import * as torch from '../../../lib/index';

interface Flag {
  readonly get: () => boolean;
  readonly set: (enabled: boolean) => void;
  readonly initially: boolean;
}

const { cudnn, cuda, mkldnn } = torch.backends;

const FLAGS: Readonly<Record<string, Flag>> = {
  'cudnn.enabled': { get: () => cudnn.enabled, set: (on) => (cudnn.enabled = on), initially: true },
  'cudnn.benchmark': { get: () => cudnn.benchmark, set: (on) => (cudnn.benchmark = on), initially: false },
  'cudnn.deterministic': { get: () => cudnn.deterministic, set: (on) => (cudnn.deterministic = on), initially: false },
  'cudnn.allowTf32': { get: () => cudnn.allowTf32, set: (on) => (cudnn.allowTf32 = on), initially: true },
  'cuda.matmul.allowTf32': {
    get: () => cuda.matmul.allowTf32,
    set: (on) => (cuda.matmul.allowTf32 = on),
    initially: false,
  },
  'cuda.flashSdp': { get: () => cuda.flashSdpEnabled(), set: (on) => cuda.enableFlashSdp(on), initially: true },
  'cuda.memEfficientSdp': {
    get: () => cuda.memEfficientSdpEnabled(),
    set: (on) => cuda.enableMemEfficientSdp(on),
    initially: true,
  },
  'cuda.mathSdp': { get: () => cuda.mathSdpEnabled(), set: (on) => cuda.enableMathSdp(on), initially: true },
  'cuda.cudnnSdp': { get: () => cuda.cudnnSdpEnabled(), set: (on) => cuda.enableCudnnSdp(on), initially: true },
  'mkldnn.enabled': { get: () => mkldnn.enabled, set: (on) => (mkldnn.enabled = on), initially: true },
  'mkldnn.deterministic': {
    get: () => mkldnn.deterministic,
    set: (on) => (mkldnn.deterministic = on),
    initially: false,
  },
};

test.each(Object.entries(FLAGS))('%s has its default and can be set', (_, { get, set, initially }) => {
  expect(get()).toBe(initially);
  set(!initially);
  expect(get()).toBe(!initially);
  set(initially);
  expect(get()).toBe(initially);
  expect(() => {
    set(1 as never);
  }).toThrow(TypeError);
  expect(get()).toBe(initially);
});

test('the precision of float32 products, and TF32, are one setting', () => {
  expect(torch.getFloat32MatmulPrecision()).toBe('highest');
  torch.setFloat32MatmulPrecision('high');
  expect([torch.getFloat32MatmulPrecision(), cuda.matmul.allowTf32]).toEqual(['high', true]);
  torch.setFloat32MatmulPrecision('highest');
  expect([torch.getFloat32MatmulPrecision(), cuda.matmul.allowTf32]).toEqual(['highest', false]);
  expect(() => torch.setFloat32MatmulPrecision('low' as never)).toThrow(
    /should be .highest. or .high. or .medium., got .low./,
  );
});

test("the limit of cuDNN's benchmark is a whole number", () => {
  for (const limit of [-1, 0.5, NaN, 2 ** 31, null]) {
    expect(() => {
      cudnn.benchmarkLimit = limit;
    }).toThrow(TypeError);
  }
});

test('switches turn kernels off: without oneDNN a product in bfloat16 still is one', () => {
  const [a, b] = [torch.ones([4, 4], { dtype: torch.bfloat16 }), torch.ones([4, 4], { dtype: torch.bfloat16 })];
  mkldnn.enabled = false;
  try {
    expect(a.matmul(b).sum().item()).toBe(64);
  } finally {
    mkldnn.enabled = true;
  }
});
