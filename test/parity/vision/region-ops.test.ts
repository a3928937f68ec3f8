/**
 * Pooling of regions and deformable convolutions. The library of torchvision that computes them does not load here, so they
 * are compared with loops in Python over its definition; layers, with torchvision's own.
 */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { ops } from '../../../lib/vision/index';
import { expectBitEqual, runPython } from '../../support/python';

const SCRIPT = `
import import_torchvision  # noqa: F401
import math
import numpy as np
from torchvision import ops
output = {}

def away(value):
    return int(math.copysign(math.floor(abs(float(value)) + 0.5), float(value)))

def bins(first, last, places, size, extra):
    f = np.float32
    step = f(max(last - first + extra, 1)) / f(places)
    for i in range(places):
        start, end = int(math.floor(f(i) * step)) + first, int(math.ceil(f(i + 1) * step)) + first
        yield min(max(start, 0), size), min(max(end, 0), size)

def pool(features, rois, size, scale, ps):
    n, channels, height, width = features.shape
    out_channels = channels // (size[0] * size[1]) if ps else channels
    results = []
    for roi in rois:
        x1, y1, x2, y2 = [away(np.float32(v) * np.float32(scale)) for v in roi[1:]]
        extra, margin = (0, 1) if ps else (1, 0)
        down = list(bins(y1, y2, size[0], height - margin, extra))
        across = list(bins(x1, x2, size[1], width - margin, extra))
        cells = []
        for i, (h0, h1) in enumerate(down):
            for j, (w0, w1) in enumerate(across):
                own = features[int(roi[0])]
                if ps:
                    own = own.view(out_channels, size[0], size[1], height, width)[:, i, j]
                if h1 <= h0 or w1 <= w0:
                    cells.append(torch.zeros(out_channels))
                    continue
                part = own[:, h0:h1, w0:w1].flatten(1)
                cells.append(part.mean(1) if ps else part.max(1)[0])
        results.append(torch.stack(cells, 1).view(out_channels, *size))
    return torch.stack(results)

def corner(picture, y, x):
    inside = 0 <= y < picture.shape[1] and 0 <= x < picture.shape[2]
    return picture[:, y, x] if inside else torch.zeros(picture.shape[0])

def clamped(picture, y, x):
    height, width = picture.shape[1:]
    if y < -1 or y > height or x < -1 or x > width:
        return torch.zeros(picture.shape[0])
    y, x = min(max(y, 0.0), height - 1.0), min(max(x, 0.0), width - 1.0)
    return bilinear(picture, torch.tensor(y), torch.tensor(x))

def bilinear(picture, y, x):
    y0, x0 = math.floor(y.item()), math.floor(x.item())
    ly, lx = y - y0, x - x0
    return ((1 - ly) * (1 - lx) * corner(picture, y0, x0) + (1 - ly) * lx * corner(picture, y0, x0 + 1)
            + ly * (1 - lx) * corner(picture, y0 + 1, x0) + ly * lx * corner(picture, y0 + 1, x0 + 1))

def ps_align(features, rois, size, scale, ratio):
    n, channels, height, width = features.shape
    results = []
    for roi in rois:
        x1, y1, x2, y2 = [float(v) * scale - 0.5 for v in roi[1:]]
        h, w = (y2 - y1) / size[0], (x2 - x1) / size[1]
        down = ratio if ratio > 0 else math.ceil(h)
        across = ratio if ratio > 0 else math.ceil(w)
        out = torch.zeros(channels // (size[0] * size[1]), *size)
        for i in range(size[0]):
            for j in range(size[1]):
                own = features[int(roi[0])].view(-1, size[0], size[1], height, width)[:, i, j]
                for k in range(down):
                    for m in range(across):
                        y, x = y1 + i * h + (k + 0.5) * h / down, x1 + j * w + (m + 0.5) * w / across
                        out[:, i, j] += clamped(own, y, x) / (down * across)
        results.append(out)
    return torch.stack(results)

def with_gradient(compute):
    features = input["features"].clone().requires_grad_()
    out = compute(features)
    (out * out).sum().backward()
    return [out.detach(), features.grad]

rois = input["rois"]
output["pool"] = with_gradient(lambda f: pool(f, rois, (3, 2), 0.5, False))
output["ps pool"] = with_gradient(lambda f: pool(f, rois, (3, 2), 0.5, True))
for ratio in (2, -1):
    output["ps align %d" % ratio] = with_gradient(lambda f: ps_align(f, rois, (3, 2), 0.5, ratio))

def deform(x, offset, weight, bias, mask, stride, padding, dilation):
    n, channels, height, width = x.shape
    outs, own, kh, kw = weight.shape
    groups, offset_groups = channels // own, offset.shape[1] // (2 * kh * kw)
    out = []
    for b in range(n):
        for i in range(offset.shape[2]):
            for j in range(offset.shape[3]):
                seen = torch.zeros(channels, kh, kw)
                columns = []
                for g in range(offset_groups):
                    part = x[b].view(offset_groups, -1, height, width)[g]
                    for k in range(kh):
                        for m in range(kw):
                            at = g * kh * kw + k * kw + m
                            y = i * stride[0] - padding[0] + k * dilation[0] + offset[b, 2 * at, i, j]
                            z = j * stride[1] - padding[1] + m * dilation[1] + offset[b, 2 * at + 1, i, j]
                            v = bilinear(part, y, z)
                            columns.append(v if mask is None else v * mask[b, at, i, j])
                seen = torch.stack(columns).view(offset_groups, kh * kw, -1).transpose(1, 2).reshape(groups, own, kh, kw)
                out.append(torch.einsum("gockl,gckl->go", weight.view(groups, -1, own, kh, kw), seen).flatten())
    out = torch.stack(out).view(n, offset.shape[2], offset.shape[3], outs).permute(0, 3, 1, 2)
    return out if bias is None else out + bias[:, None, None]

for case in input["cases"]:
    leaves = [case[k].clone().requires_grad_() for k in ("x", "offset", "weight")]
    extra = [None if case[k] is None else case[k].clone().requires_grad_() for k in ("bias", "mask")]
    out = deform(*leaves, *extra, case["stride"], case["padding"], case["dilation"])
    (out * out).sum().backward()
    output["deform " + case["name"]] = [out.detach()] + [t.grad for t in leaves + extra if t is not None]

torch.manual_seed(5)
layers = [
    ops.DeformConv2d(4, 6, 3), ops.DeformConv2d(4, 6, (3, 2), stride=(2, 1), padding=1, dilation=2, groups=2, bias=False),
    ops.RoIPool((3, 2), 0.5), ops.RoIPool(4, 2.0), ops.PSRoIPool(2, 0.25), ops.PSRoIAlign(2, 1.0, 2), ops.RoIAlign((3, 2), 0.5, -1),
]
output["texts"] = [str(layer) for layer in layers]
output["weights"] = [t for layer in layers for t in layer.state_dict().values()]
`;

const SIZE: readonly [number, number] = [3, 2];

interface DeformCase {
  readonly name: string;
  readonly x: Tensor;
  readonly offset: Tensor;
  readonly weight: Tensor;
  readonly bias: Tensor | null;
  readonly mask: Tensor | null;
  readonly stride: [number, number];
  readonly padding: [number, number];
  readonly dilation: [number, number];
}

let features: Tensor;
let rois: Tensor;
let cases: readonly DeformCase[];
let python: Record<string, Tensor[]>;
beforeAll(() => {
  torch.manualSeed(8);
  features = torch.randn([2, 12, 6, 7]);
  // Boxes inside, beyond each side, and without a size; halves are rounded away from zero.
  rois = torch.tensor(
    [
      [0, 1, 1, 9, 8],
      [1, -5, -3, 6.3, 20],
      [1, 3, 5, 30, 9],
      [0, 5, 5, 5, 4],
      [0, 20, 20, 40, 40],
      [1, 0.2, 1.9, 12.6, 11.1],
    ],
    { dtype: torch.float32 },
  );
  const plain = { stride: [1, 1], padding: [0, 0], dilation: [1, 1] } as const;
  const wide = { stride: [2, 1], padding: [1, 2], dilation: [1, 2] } as const;
  const moved = (shape: number[]): Tensor => torch.randn(shape).mul(1.5);
  cases = [
    {
      name: 'plain',
      ...(plain as unknown as Pick<DeformCase, 'stride' | 'padding' | 'dilation'>),
      x: torch.randn([2, 2, 5, 6]),
      offset: moved([2, 12, 4, 4]),
      weight: torch.randn([3, 2, 2, 3]),
      bias: null,
      mask: null,
    },
    {
      name: 'grouped',
      ...(wide as unknown as Pick<DeformCase, 'stride' | 'padding' | 'dilation'>),
      x: torch.randn([1, 4, 5, 4]),
      offset: moved([1, 24, 3, 4]),
      weight: torch.randn([4, 2, 2, 3]),
      bias: torch.randn([4]),
      mask: torch.rand([1, 12, 3, 4]),
    },
  ];
  python = runPython(SCRIPT, { features, rois, cases });
}, 120_000);

function expectClose(ours: readonly Tensor[], theirs: readonly Tensor[]): void {
  expect(ours.map(({ shape }) => [...shape])).toEqual(theirs.map(({ shape }) => [...shape]));
  const far = ours.map((one, i) => one.detach().sub(theirs[i]!).abs().max().item<number>());
  // Sums in another order.
  far.forEach((most, i) => expect(most).toBeLessThan(1e-5 * (1 + theirs[i]!.abs().max().item<number>())));
}

function withGradient(compute: (input: Tensor) => Tensor): Tensor[] {
  const input = features.clone().requiresGrad_();
  const out = compute(input);
  out.mul(out).sum().backward();
  return [out, input.grad!];
}

it('pools the largest value of each part to the bit, with gradients', () => {
  const ours = withGradient((input) => ops.roiPool(input, rois, { outputSize: SIZE, spatialScale: 0.5 }));
  const [theirs, gradient] = python['pool'] as [Tensor, Tensor];
  expectBitEqual(ours[0]!.detach(), theirs);
  expectClose(ours, [theirs, gradient]);
  expect(theirs.select(0, 4).abs().sum().item()).toBe(0);
  const lists = [rois.index(rois.select(1, 0).eq(0)), rois.index(rois.select(1, 0).eq(1))].map((own) =>
    own.narrow(1, 1, 4),
  );
  const layer = new ops.RoIPool({ outputSize: SIZE, spatialScale: 0.5 });
  const order = torch.tensor([0, 3, 4, 1, 2, 5]);
  expectBitEqual(layer.forward(features, lists), theirs.indexSelect(0, order));
});

it('pools the mean of the channels of each part, with gradients', () => {
  const ours = withGradient((input) => ops.psRoiPool(input, rois, { outputSize: SIZE, spatialScale: 0.5 }));
  expectClose(ours, python['ps pool']!);
  expect(ours[0]!.shape).toEqual([6, 2, 3, 2]);
});

it.each([2, -1])('aligns the channels of each part with samplingRatio %d, with gradients', (samplingRatio) => {
  const kept = samplingRatio > 0 ? rois : rois.index(torch.tensor([0, 1, 2, 4, 5]));
  const theirs = python[`ps align ${samplingRatio}`]!;
  const expected = samplingRatio > 0 ? theirs : [theirs[0]!.index(torch.tensor([0, 1, 2, 4, 5])), theirs[1]!];
  expectClose(
    withGradient((input) => ops.psRoiAlign(input, kept, { outputSize: SIZE, spatialScale: 0.5, samplingRatio })),
    expected,
  );
});

it.each([0, 1])('convolves moved samples, with gradients: case %d', (which) => {
  const { name, x, offset, weight, bias, mask, ...steps } = cases[which]!;
  const leaves = [x, offset, weight, bias, mask].map((one) => one?.clone().requiresGrad_() ?? null);
  const [input, moves, kernel, ...rest] = leaves as [Tensor, Tensor, Tensor, Tensor | null, Tensor | null];
  const out = ops.deformConv2d(input, moves, kernel, { bias: rest[0], mask: rest[1], ...steps });
  out.mul(out).sum().backward();
  expectClose([out, ...leaves.flatMap((one) => (one ? [one.grad!] : []))], python[`deform ${name}`]!);
  // Without offsets it is a convolution.
  const still = ops.deformConv2d(x, torch.zerosLike(offset), weight, { ...steps, ...(bias ? { bias } : {}) });
  const { stride, padding, dilation } = steps;
  const groups = x.shape[1]! / weight.shape[1]!;
  expectClose([still], [torch.nn.functional.conv2d(x, weight, { bias, stride, padding, dilation, groups })]);
});

it('has layers with first weights and texts of torchvision', () => {
  torch.manualSeed(5);
  const layers = [
    new ops.DeformConv2d(4, 6, 3),
    new ops.DeformConv2d(4, 6, [3, 2], { stride: [2, 1], padding: 1, dilation: 2, groups: 2, bias: false }),
    new ops.RoIPool({ outputSize: [3, 2], spatialScale: 0.5 }),
    new ops.RoIPool({ outputSize: 4, spatialScale: 2 }),
    new ops.PSRoIPool({ outputSize: 2, spatialScale: 0.25 }),
    new ops.PSRoIAlign({ outputSize: 2, samplingRatio: 2 }),
    new ops.RoIAlign({ outputSize: [3, 2], spatialScale: 0.5 }),
  ];
  expect(layers.map(String)).toEqual(python['texts']);
  const weights = layers.flatMap((layer) => Object.values(layer.stateDict()));
  expect(weights).toHaveLength(3);
  weights.forEach((one, i) => expectBitEqual(one, python['weights']![i]!));
  const layer = layers[0] as InstanceType<typeof ops.DeformConv2d>;
  const [x, offset, mask] = [torch.randn([1, 4, 5, 5]), torch.randn([1, 18, 3, 3]), torch.rand([1, 9, 3, 3])];
  const { weight, bias } = layer;
  expectBitEqual(layer.forward(x, offset, mask), ops.deformConv2d(x, offset, weight, { bias, mask }));
});

it('refuses what does not fit', () => {
  const { x, offset, weight, mask, bias, name: _, ...steps } = cases[1]!;
  const call = (given: Partial<DeformCase>): (() => Tensor) => {
    const all = { x, offset, weight, mask, bias, ...steps, ...given };
    const { stride, padding, dilation } = all;
    return () =>
      ops.deformConv2d(all.x, all.offset, all.weight, { bias: all.bias, mask: all.mask, stride, padding, dilation });
  };
  expect(call({})).not.toThrow();
  expect(call({ x: x.select(0, 0) })).toThrow('input should be a tensor of 4 dimensions, got 3, expected 4');
  expect(call({ offset: offset.narrow(1, 0, 11) })).toThrow('offset.shape[1], got 11, expected a multiple of');
  expect(call({ offset: offset.narrow(2, 0, 2) })).toThrow('offset, got [1, 24, 2, 4], expected [1, 24, 3, 4]');
  expect(call({ mask: mask!.narrow(1, 0, 3) })).toThrow('mask, got [1, 3, 3, 4], expected [1, 12, 3, 4]');
  expect(call({ stride: [0, 1] })).toThrow('stride and dilation should be positive');
  expect(call({ x: x.narrow(1, 0, 3) })).toThrow('input.shape[1], got 3, expected a multiple of weight.shape[1], 2');
  expect(call({ bias: torch.ones([3]) })).toThrow('bias, got [3], expected [4]');
  expect(() => new ops.DeformConv2d(3, 4, 3, { groups: 2 })).toThrow('in_channels must be divisible by groups');
  const size = { outputSize: 2 };
  expect(() => ops.psRoiPool(torch.ones([1, 6, 4, 4]), rois, size)).toThrow('multiple of pooling height');
  expect(() => ops.psRoiAlign(torch.ones([6, 4, 4]), rois, size)).toThrow('[N, C, H, W], got the shape [6, 4, 4]');
  expect(() => ops.roiPool(features.to(torch.float16), rois, size)).toThrow('float32 or float64, not float16');
  expect(() => ops.roiPool(features.narrow(0, 0, 1), rois, size)).toThrow('the pictures 0 to 1; the input has 1');
  const to = (x: number): Tensor => torch.tensor([[0, 0, 0, x, 3]], { dtype: torch.float32 });
  for (const x of [NaN, Infinity, -Infinity]) {
    expect(() => ops.roiAlign(features, to(x), size)).toThrow('boxes should be finite numbers');
    expect(() => ops.roiPool(features, to(x), size)).toThrow('boxes should be finite numbers');
  }
  const far = ops.roiAlign(features, to(1e30), { ...size, samplingRatio: 1 });
  expect(far.abs().sum().item()).toBe(0);
  expect(ops.roiPool(features, to(1e30), size).select(3, 1).abs().sum().item()).toBe(0);
  expect(ops.roiPool(features, torch.zeros([0, 5]), size).shape).toEqual([0, 12, 2, 2]);
  expect(ops.psRoiPool(features, torch.zeros([0, 5]), size).shape).toEqual([0, 3, 2, 2]);
});
