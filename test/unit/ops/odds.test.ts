import * as torch from '../../../lib/index';

test('functions of JavaScript for each element', () => {
  const x = torch.tensor([
    [1, 2],
    [3, 4],
  ]);
  expect(x.apply_((v: number) => v * 10)).toBe(x);
  expect(x.tolist()).toEqual([
    [10, 20],
    [30, 40],
  ]);
  x.t().map_(torch.tensor([1, 2]), (a: number, b: number) => a + b);
  expect(x.tolist()).toEqual([
    [11, 21],
    [32, 42],
  ]);
  x.map2_(torch.tensor(1), torch.tensor([[1], [2]]), (a: number, b: number, c: number) => a * b * c);
  expect(x.tolist()).toEqual([
    [11, 21],
    [64, 84],
  ]);
  const big = torch.tensor([2n ** 60n]);
  expect(big.apply_((v: bigint) => v + 1n).item()).toBe(2n ** 60n + 1n);
  const leaf = torch.ones([2], { requiresGrad: true });
  expect(() => leaf.apply_((v: number) => v)).toThrow("Can't call apply_() on Variable that requires grad");
  expect(() => torch.ones([2], { device: 'meta' }).apply_((v: number) => v)).toThrow(TypeError);
  expect(() => x.map_(torch.ones([2]), (a: number) => a)).toThrow(/expected torch.int64 for argument 'other'/);
  expect(() => x.apply_((() => undefined) as never)).toThrow(/returned nothing/);
  expect(() => x.apply_((async (v: number) => v) as never)).toThrow(TypeError);
  expect(() => x.apply_(5 as never)).toThrow(TypeError);
  expect(x.tolist()).toEqual([
    [11, 21],
    [64, 84],
  ]);
});

test('devices, memory and layouts of a tensor', () => {
  for (const move of ['xpu', 'ipu', 'mtia'] as const) {
    expect(() => torch.ones([1])[move]()).toThrow(torch.TorchError);
    expect(() => new torch.nn.Linear(1, 1)[move](0)).toThrow(torch.TorchError);
  }
  const x = torch.empty([2, 3, 5, 7]);
  expect([x.getDevice(), torch.getDevice(x), x.isXpu, x.isMps, x.isMkldnn, x.isShared()]).toEqual([
    ...[-1, -1, false, false, false, true],
  ]);
  expect(x.shareMemory_()).toBe(x);
  expect(x.dimOrder()).toEqual([0, 1, 2, 3]);
  expect(x.transpose(1, 2).dimOrder()).toEqual([0, 2, 1, 3]);
  expect(x.to({ memoryFormat: torch.channelsLast }).dimOrder()).toEqual([0, 2, 3, 1]);
  expect(() => torch.empty([1, 2, 3]).dimOrder({ ambiguityCheck: true })).toThrow(/does not have unique dim order/);
  expect(x.dimOrder({ ambiguityCheck: true })).toEqual([0, 1, 2, 3]);
  expect(torch.eye(2).toSparseCoo().layout).toBe(torch.sparseCoo);
});

test('sparse matrices in any compressed layout', () => {
  const values = [
    [
      [1, 2],
      [3, 4],
    ],
  ];
  const rows = torch.sparseBsrTensor([0, 1], [0], values, [2, 2]);
  expect([rows.layout, rows.toDense().tolist()]).toEqual([
    torch.sparseBsr,
    [
      [1, 2],
      [3, 4],
    ],
  ]);
  expect(torch.sparseBscTensor([0, 1], [0], values, { size: [2, 2] }).layout).toBe(torch.sparseBsc);
  const csr = torch.sparseCompressedTensor([0, 1, 2], [0, 1], [1.5, 2], [2, 2], { layout: torch.sparseCsr });
  expect(csr.toDense().tolist()).toEqual([
    [1.5, 0],
    [0, 2],
  ]);
  expect(() => torch.sparseCompressedTensor([0, 1], [0], [1], [1, 1], {} as never)).toThrow(/got none/);
});

test('a constructor of sparse tensors checks or not, as it is told', () => {
  const before = torch.sparse.checkSparseTensorInvariants.isEnabled();
  const [beyond, values] = [torch.tensor([[0, 5]]), torch.tensor([1.5, 2])];
  const coo = (checkInvariants: boolean) => torch.sparseCooTensor(beyond, values, [3], { checkInvariants });
  expect(() => coo(true)).toThrow('size is inconsistent with indices: for dim 0, size is 3 but found index 5');
  // Not looked at when it is made, but before anything reads it.
  expect(coo(false).shape).toEqual([3]);
  expect(() => coo(false).toDense()).toThrow(torch.TorchError);
  for (const make of [torch.sparseCsrTensor, torch.sparseCscTensor]) {
    const short = (checkInvariants: boolean) => make([0, 1], [0], [1.5], [2, 2], { checkInvariants });
    expect(() => short(true)).toThrow('Indices.shape[-1] must be equal to the number of');
    expect(() => short(false)).not.toThrow();
  }
  const blocks = (checkInvariants: boolean) =>
    torch.sparseBsrTensor([0, 1], [9], torch.ones([1, 2, 2]), [2, 2], { checkInvariants });
  expect(() => blocks(true)).toThrow(torch.TorchError);
  expect(torch.sparse.checkSparseTensorInvariants.isEnabled()).toBe(before);
  const empty = torch.sparseCooTensor({ size: [2, 3], dtype: torch.float64 });
  expect([empty.shape, empty.layout, empty.dtype, empty.toDense().sum().item()]).toEqual([
    ...[[2, 3], torch.sparseCoo, torch.float64, 0],
  ]);
});

test('checks of sparse tensors, and gradients of them', () => {
  const { asSparseGradcheck, checkSparseTensorInvariants: Checks } = torch.sparse;
  const before = Checks.isEnabled();
  const checks = new Checks();
  expect(checks.during(() => Checks.isEnabled())).toBe(true);
  expect(Checks.isEnabled()).toBe(before);
  checks.start();
  expect(() => checks.start()).toThrow(/already activated/);
  checks.stop();
  Checks.enable();
  expect(Checks.isEnabled()).toBe(true);
  Checks.disable();
  expect(Checks.isEnabled()).toBe(false);
  if (before) Checks.enable();
  const check = asSparseGradcheck(torch.autograd.gradcheck);
  const x = torch
    .tensor(
      [
        [0, 1.5],
        [2, 3],
      ],
      { dtype: torch.float64 },
    )
    .toSparse()
    .requiresGrad_(true);
  expect(check((y) => y.toSparseCsr(), [x])).toBe(true);
  expect(check((y) => y.toDense().pow(2), x)).toBe(true);
  expect(check((y) => y.mul(2), [x], { masked: true })).toBe(true);
  const wrong = (y: torch.Tensor): torch.Tensor => y.toDense().mul(y.toDense().detach());
  expect(check(wrong, [x], { raiseException: false })).toBe(false);
  expect(() => torch.sparse.solve(torch.eye(2).toSparseCsr(), torch.ones([2]))).toThrow(torch.TorchError);
});

test('settings of the process are restored', () => {
  expect(torch.isWarnAlwaysEnabled()).toBe(false);
  torch.setWarnAlways(true);
  expect(torch.isWarnAlwaysEnabled()).toBe(true);
  torch.setWarnAlways(false);
  expect(() => torch.setWarnAlways(1 as never)).toThrow(TypeError);
  torch.autograd.graph.setWarnOnAccumulateGradStreamMismatch(true);
  torch.autograd.graph.setOverrideStaleCaptureStream(false);
  expect(() => torch.autograd.graph.setOverrideStaleCaptureStream(undefined as never)).toThrow(TypeError);
  const enabled = torch.isAutocastEnabled('cpu');
  torch.setAutocastEnabled('cpu', true);
  torch.setAutocastDtype('cpu', torch.float16);
  expect([torch.isAutocastEnabled('cpu'), torch.getAutocastDtype('cpu')]).toEqual([true, torch.float16]);
  expect(torch.autocastIncrementNesting()).toBe(1);
  expect(torch.autocastDecrementNesting()).toBe(0);
  torch.setAutocastDtype('cpu', torch.bfloat16);
  torch.setAutocastEnabled('cpu', enabled);
  const cached = torch.isAutocastCacheEnabled();
  torch.setAutocastCacheEnabled(!cached);
  expect(torch.isAutocastCacheEnabled()).toBe(!cached);
  torch.setAutocastCacheEnabled(cached);
  torch.setAnomalyEnabled(true, false);
  expect([torch.isAnomalyEnabled(), torch.isAnomalyCheckNanEnabled()]).toEqual([true, false]);
  torch.setAnomalyEnabled(false);
  expect(torch.isAnomalyEnabled()).toBe(false);
  expect([torch.symSum([1, 2, 3]), torch.symSqrt(9)]).toEqual([6, 3]);
});

test('the layout of gradients is enforced, or not', () => {
  const gradient = (enable: boolean): number[] => {
    const p = torch.ones([2, 3, 4]).permute([2, 0, 1]).requiresGrad_();
    torch.autograd.enforceGradLayoutPolicy(enable, () =>
      p
        .mul(torch.ones([4, 2, 3]))
        .sum()
        .backward(),
    );
    return [...(p.grad as torch.Tensor).stride()];
  };
  expect(gradient(true)).toEqual([1, 12, 4]);
  gradient(false);
  expect(gradient(true)).toEqual([1, 12, 4]);
});

test('ranges for other profilers', () => {
  const { KinetoStepTracker, MemRecordsAcc, emitItt, emitNvtx } = torch.autograd.profiler;
  const ranges = new emitItt({ recordShapes: true });
  expect(ranges.during(() => torch.ones([2]).add(1).tolist())).toEqual([2, 2]);
  expect(() => ranges.start()).toThrow('ITT annotation context manager is not reentrant');
  expect(new emitNvtx(false).during(() => 5)).toBe(5);
  if (!torch.cuda.isAvailable()) expect(() => new emitNvtx().start()).toThrow(torch.TorchError);
  const start = KinetoStepTracker.currentStep();
  expect(KinetoStepTracker.incrementStep('a')).toBe(start + 1);
  expect(KinetoStepTracker.incrementStep('b')).toBe(start + 2);
  expect(KinetoStepTracker.incrementStep('a')).toBe(start + 2);
  expect([KinetoStepTracker.eraseStepCount('a'), KinetoStepTracker.eraseStepCount('a')]).toEqual([true, false]);
  KinetoStepTracker.eraseStepCount('b');
  const records = new MemRecordsAcc([5, 1, 3, 9].map((startNs) => ({ startNs })));
  expect([...records.inInterval(2, 5)].map(({ startNs }) => startNs)).toEqual([3, 5]);
});

test('graphs of CUDA need one', () => {
  if (torch.cuda.isAvailable()) return;
  expect(() => new torch.accelerator.Graph()).toThrow('Cannot access accelerator device when none is available.');
  expect(() => new torch.cuda.CUDAGraph()).toThrow(torch.TorchError);
  expect(() => torch.accelerator.emptyHostCache()).toThrow(/none is available/);
  expect(() => torch.accelerator.getDeviceCapability()).toThrow(torch.TorchError);
  expect(() => torch.cuda.memorySummary()).toThrow(/not compiled with CUDA|CUDA/);
  expect([torch.cuda.hostMemoryStats(), torch.cuda.memoryStatsAsNestedDict()]).toEqual([{}, {}]);
  const [first, second] = [torch.cuda.graphPoolHandle(), torch.cuda.graphPoolHandle()];
  expect(first).not.toEqual(second);
});
