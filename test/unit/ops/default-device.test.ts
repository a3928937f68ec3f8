import * as torch from '../../../lib/index';

const { data, nn } = torch;

afterEach(() => {
  torch.setDefaultDevice(null);
});

test('factories, literals and layers are made on the default device', () => {
  torch.setDefaultDevice('meta');
  expect(torch.getDefaultDevice().type).toBe('meta');
  const made = [
    ...[torch.zeros([2]), torch.ones(2), torch.full([2], 1), torch.arange(3), torch.eye(2), torch.randn([2])],
    ...[torch.linspace(0, 1, 3), torch.fft.fftfreq(4), torch.hannWindow(4)],
    ...[torch.tensor([1]), torch.asTensor([1.5]), torch.asarray([1]), torch.scalarTensor(2)],
    ...[new nn.Linear(2, 3).weight, new nn.LSTM(2, 3).parameters()[0], new nn.BatchNorm1d(2).runningMean],
    torch.zeros([2], { device: null }),
  ];
  expect(made.map((tensor) => tensor?.device.type)).toEqual(made.map(() => 'meta'));
});

test('what has a device of its own keeps it', () => {
  const here = torch.ones([2]);
  torch.setDefaultDevice('meta', () => {
    expect(torch.zeros([2], { device: 'cpu' }).device.type).toBe('cpu');
    expect(torch.zerosLike(here).device.type).toBe('cpu');
    expect(here.newZeros([2]).device.type).toBe('cpu');
    expect(torch.fromTypedArray(new Float32Array(2)).device.type).toBe('cpu');
    expect(torch.normal(0, 1, [2]).device.type).toBe('cpu');
  });
});

test('a scope ends with its function, an error or its guard', () => {
  expect(torch.setDefaultDevice('meta', () => torch.ones([1]).device.type)).toBe('meta');
  expect(torch.getDefaultDevice().type).toBe('cpu');
  expect(() =>
    torch.setDefaultDevice('meta', () => {
      throw new Error('out');
    }),
  ).toThrow('out');
  expect(torch.getDefaultDevice().type).toBe('cpu');
  const guard = torch.setDefaultDevice(new torch.Device('meta'));
  guard.restore();
  expect(torch.ones([1]).device.type).toBe('cpu');
  expect(() => torch.setDefaultDevice('meta', (async () => 1) as never)).toThrow(TypeError);
  expect(torch.getDefaultDevice().type).toBe('cpu');
  for (const wrong of [1, {}, undefined]) expect(() => torch.setDefaultDevice(wrong as never)).toThrow(TypeError);
});

test('loaders draw their orders on the CPU, and put numbers on the default device', () => {
  torch.setDefaultDevice('meta');
  const loader = new data.DataLoader([1.5, 2.5, 3.5, 4.5], { batchSize: 2, shuffle: true });
  const batches = [...loader] as torch.Tensor[];
  expect(batches.map(({ shape, device }) => [shape.join(), device.type])).toEqual([
    ['2', 'meta'],
    ['2', 'meta'],
  ]);
});

test('the functions of a device', () => {
  expect(torch.getDeviceModule('cpu')).toBe(torch.cpu);
  expect(torch.getDeviceModule('cuda:1')).toHaveProperty('deviceCount', torch.cuda.deviceCount);
  expect(() => torch.getDeviceModule('meta')).toThrow(
    /does not have a corresponding module registered as 'torch.meta'/,
  );
  expect(torch.getDeviceModule().deviceCount()).toBeGreaterThanOrEqual(0);
});
