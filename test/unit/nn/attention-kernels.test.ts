import * as torch from '../../../lib/index';

const { SDPBackend, sdpaKernel } = torch.nn.attention;
const { cuda } = torch.backends;

const state = (): boolean[] => [
  ...[cuda.mathSdpEnabled(), cuda.flashSdpEnabled()],
  ...[cuda.memEfficientSdpEnabled(), cuda.cudnnSdpEnabled()],
];

test('sdpaKernel allows some kernels for a while, whatever happens', () => {
  const before = state();
  expect(sdpaKernel(SDPBackend.MATH, state)).toEqual([true, false, false, false]);
  expect(sdpaKernel([SDPBackend.FLASH_ATTENTION, SDPBackend.CUDNN_ATTENTION], state)).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect(state()).toEqual(before);
  const failing = () =>
    sdpaKernel(SDPBackend.MATH, () => {
      throw new Error('of the body');
    });
  expect(failing).toThrow('of the body');
  {
    using _ = sdpaKernel(SDPBackend.EFFICIENT_ATTENTION);
    expect(state()).toEqual([false, false, true, false]);
  }
  expect(state()).toEqual(before);
});

test('the kernel that is allowed computes attention', () => {
  const [q, k, v] = [1, 2, 3].map((seed) => {
    torch.manualSeed(seed);
    return torch.randn([1, 2, 4, 8]);
  }) as [torch.Tensor, torch.Tensor, torch.Tensor];
  const attend = () => torch.nn.functional.scaledDotProductAttention(q, k, v);
  torch.testing.assertClose(sdpaKernel(SDPBackend.MATH, attend), sdpaKernel(SDPBackend.FLASH_ATTENTION, attend));
  expect(() => sdpaKernel([], attend)).toThrow(/[Nn]o (viable|available) (backend|kernel)/);
});

test('what is no kernel', () => {
  expect(() => sdpaKernel(7 as never)).toThrow('Backend must be an instance of SDPBackend');
  expect(() => sdpaKernel(['MATH'] as never)).toThrow('Backend must be an instance of SDPBackend');
  expect(() => sdpaKernel(SDPBackend.MATH, (async () => state()) as never)).toThrow(/synchronous/);
  expect(() => (sdpaKernel as (...args: unknown[]) => void)(SDPBackend.MATH, state, 1)).toThrow(TypeError);
});
