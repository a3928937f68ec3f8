import * as torch from '../../lib/index';
import { type Tensor, amp, optim } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

interface Answer {
  readonly product: Tensor;
  readonly half: Tensor;
  readonly sum: string;
  readonly runs: readonly { weights: Tensor[]; scales: number[]; state: Record<string, number> }[];
}

const OPTIMIZERS = [
  { python: 'torch.optim.SGD([w], lr=0.1)', ours: (w: Tensor) => new optim.SGD([w], { lr: 0.1 }) },
  { python: 'torch.optim.Adam([w], lr=0.1)', ours: (w: Tensor) => new optim.Adam([w], { lr: 0.1 }) },
  {
    python: 'torch.optim.Adam([w], lr=0.1, fused=True)',
    ours: (w: Tensor) => new optim.Adam([w], { lr: 0.1, fused: true }),
  },
  {
    python: 'torch.optim.SGD([w], lr=0.1, momentum=0.9, fused=True)',
    ours: (w: Tensor) => new optim.SGD([w], { lr: 0.1, momentum: 0.9, fused: true }),
  },
];
/** Steps whose gradients are infinite or NaN. */
const BAD: Readonly<Record<number, number>> = { 2: Infinity, 3: NaN };
const STEPS = 8;
const OPTIONS = { initScale: 1024, growthInterval: 3 };

const SCRIPT = `
import torch
a, b = input["a"], input["b"]
with torch.autocast("cpu"):
    product = a @ b
    total = str((product * 1).sum().dtype)
with torch.autocast("cpu", dtype=torch.float16):
    half = a @ b
runs = []
for text in input["optimizers"]:
    w = a.clone().requires_grad_()
    optimizer = eval(text)
    scaler = torch.amp.GradScaler("cpu", init_scale=1024, growth_interval=3)
    weights, scales = [], []
    for n in range(input["steps"]):
        optimizer.zero_grad()
        factor = {2: float("inf"), 3: float("nan")}.get(n, 1.0)
        scaler.scale((w * b.t() * factor).sum()).backward()
        if n == 5:
            scaler.unscale_(optimizer)
        scaler.step(optimizer)
        scaler.update()
        weights.append(w.detach().clone())
        scales.append(scaler.get_scale())
    runs.append({"weights": weights, "scales": scales, "state": scaler.state_dict()})
output = {"product": product, "half": half, "sum": total, "runs": runs}
`;

let inputs: { a: Tensor; b: Tensor };
let expected: Answer;

beforeAll(() => {
  const generator = new torch.Generator().manualSeed(1);
  inputs = { a: torch.randn([5, 7], { generator }), b: torch.randn([7, 5], { generator }) };
  const optimizers = OPTIMIZERS.map(({ python }) => python);
  expected = runPython<Answer>(SCRIPT, { ...inputs, steps: STEPS, optimizers });
}, 120_000);

describe('torch.autocast', () => {
  it('casts matrix products to bfloat16 and float16 as Python does', () => {
    const { a, b } = inputs;
    expectBitEqual(
      torch.autocast('cpu', () => a.matmul(b)),
      expected.product,
    );
    expectBitEqual(
      torch.autocast('cpu', { dtype: torch.float16 }, () => a.matmul(b)),
      expected.half,
    );
    const sum = torch.autocast('cpu', () => a.matmul(b).mul(1).sum());
    expect(String(sum.dtype)).toBe(expected.sum);
    expect(a.matmul(b).dtype).toBe(torch.float32);
  });

  it('lasts until its region is disposed, nests, and can be switched off inside', () => {
    const { a, b } = inputs;
    const region = torch.autocast('cpu', { dtype: torch.float16 });
    const inner = torch.autocast('cpu', { enabled: false }, () => a.matmul(b).dtype);
    const outer = a.matmul(b).dtype;
    const both = torch.autocast('cpu', { dtype: torch.bfloat16 }, () => a.matmul(b).dtype);
    region[Symbol.dispose]();
    region.exit();
    expect([inner, outer, both]).toEqual([torch.float32, torch.float16, torch.bfloat16]);
    expect(a.matmul(b).dtype).toBe(torch.float32);
    expect(torch.isAutocastEnabled('cpu')).toBe(false);
  });

  it('ends when its function throws, and refuses promises and unknown devices', () => {
    expect(() =>
      torch.autocast('cpu', () => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(() => torch.autocast('cpu', (() => Promise.resolve(1)) as never)).toThrow(/synchronous/);
    expect(torch.isAutocastEnabled('cpu')).toBe(false);
    expect(() => torch.autocast('meta', () => 1)).toThrow("unsupported autocast device_type 'meta'");
    expect(() => torch.autocast(7 as never, () => 1)).toThrow('Expected `device_type` of type `str`');
  });
});

describe.each(OPTIMIZERS.map((test, i) => [test.python, test, i] as const))('GradScaler with %s', (_, test, i) => {
  it('leaves out steps with infinite and NaN gradients, and changes the scale as in Python', () => {
    const python = expected.runs[i] as Answer['runs'][number];
    const w = inputs.a.clone().requiresGrad_();
    const optimizer = test.ours(w);
    const scaler = new amp.GradScaler('cpu', OPTIONS);
    for (let n = 0; n < STEPS; n++) {
      optimizer.zeroGrad();
      const loss = w
        .mul(inputs.b.t())
        .mul(BAD[n] ?? 1)
        .sum();
      scaler.scale(loss).backward();
      if (n === 5) scaler.unscale_(optimizer);
      scaler.step(optimizer);
      scaler.update();
      expectBitEqual(w.detach(), python.weights[n] as Tensor, `step ${n}`);
      expect(scaler.getScale()).toBe(python.scales[n]);
    }
    expect(scaler.stateDict()).toEqual(python.state);
    const second = new amp.GradScaler('cpu');
    second.loadStateDict(python.state);
    expect(second.stateDict()).toEqual(python.state);
  });
});

describe('GradScaler', () => {
  it('says what was called in the wrong order', () => {
    const w = torch.ones([2]).requiresGrad_();
    const optimizer = new optim.SGD([w], { lr: 0.1 });
    const scaler = new amp.GradScaler('cpu');
    expect(() => scaler.step(optimizer)).toThrow(/Attempted step but _scale is None/);
    scaler.scale(w.sum()).backward();
    scaler.unscale_(optimizer);
    expect(() => scaler.unscale_(optimizer)).toThrow(/already been called on this optimizer/);
    scaler.step(optimizer);
    expect(() => scaler.step(optimizer)).toThrow(/step\(\) has already been called/);
    expect(() => new amp.GradScaler('cpu', { growthFactor: 1 })).toThrow('The growth factor must be > 1.0.');
    expect(() => scaler.loadStateDict({})).toThrow(/state dict is empty/);
  });
});
