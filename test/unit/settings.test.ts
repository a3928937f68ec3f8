import * as torch from '../../lib/index';

test('the default dtype is that of factories and literals', () => {
  torch.setDefaultDtype(torch.float64);
  try {
    expect(torch.getDefaultDtype()).toBe(torch.float64);
    expect(torch.zeros(1).dtype).toBe(torch.float64);
    expect(torch.tensor([0.5]).dtype).toBe(torch.float64);
    expect(String(torch.tensor([0.5]))).toBe('tensor([0.5000])');
  } finally {
    torch.setDefaultDtype(torch.float32);
  }
  expect(() => torch.setDefaultDtype(torch.int64)).toThrow(/only floating point/);
  expect(() => torch.setDefaultDtype('float64' as never)).toThrow(TypeError);
});

test('threads', () => {
  const before = torch.getNumThreads();
  torch.setNumThreads(2);
  expect(torch.getNumThreads()).toBe(2);
  torch.setNumThreads(before);
  for (const count of [0, -1, 1.5, NaN, 2 ** 53, '2']) expect(() => torch.setNumThreads(count as never)).toThrow();
});

test('deterministic algorithms', () => {
  torch.useDeterministicAlgorithms(true, { warnOnly: true });
  expect(torch.areDeterministicAlgorithmsEnabled()).toBe(true);
  expect(torch.isDeterministicAlgorithmsWarnOnlyEnabled()).toBe(true);
  torch.useDeterministicAlgorithms(false);
  expect(torch.areDeterministicAlgorithmsEnabled()).toBe(false);
  expect(() => torch.useDeterministicAlgorithms(1 as never)).toThrow(TypeError);
});

test('printing options are checked', () => {
  expect(() => torch.setPrintoptions({ precision: -1 })).toThrow(torch.TorchValueError);
  expect(() => torch.setPrintoptions({ presicion: 2 } as never)).toThrow(/unknown option 'presicion'/);
  expect(() => torch.setPrintoptions({ profile: 'long' as never })).toThrow(/'default' or 'short' or 'full'/);
  torch.setPrintoptions({ precision: 2 });
  expect(String(torch.tensor([1 / 3]))).toBe('tensor([0.33])');
  torch.setPrintoptions({ profile: 'default' });
  expect(torch.getPrintoptions().precision).toBe(4);
});

test('the version is libtorch’s', () => {
  expect(torch.version.torch).toMatch(/^2\.\d+\.\d+/);
  expect(torch.version.config).toContain('PyTorch built with');
});
