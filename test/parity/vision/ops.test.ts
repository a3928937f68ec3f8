/** torchvision's operators beside torchvision; those of its own library, nms and roi_align, beside a loop in Python. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { ops } from '../../../lib/vision/index';
import { expectBitEqual, runPython } from '../../support/python';

const SCRIPT = `
import import_torchvision  # noqa: F401
import math
import numpy as np
from torchvision import ops

a, b, fmt = input["a"], input["b"], ("xyxy", "xywh", "cxcywh")
output = {}
for f in fmt:
    output["area " + f] = ops.box_area(a, f)
    output["iou " + f] = ops.box_iou(a, b, f)
    for g in fmt:
        output["convert " + f + " " + g] = ops.box_convert(a, f, g)
output["generalized"] = ops.generalized_box_iou(a, b)
output["distance"] = ops.distance_box_iou(a, b)
output["complete"] = ops.complete_box_iou(a, b)
output["clipped"] = ops.clip_boxes_to_image(a, (6, 5))
output["small"] = ops.remove_small_boxes(a, 2.0)
output["masks"] = ops.masks_to_boxes(input["masks"])
for name, extra in (("plain", {}), ("mean", {"reduction": "mean"}), ("own", {"alpha": -1, "gamma": 1.5, "reduction": "sum"})):
    output["focal " + name] = ops.sigmoid_focal_loss(input["logits"], input["targets"], **extra)
output["giou loss"] = ops.generalized_box_iou_loss(a[:5], b[:5])
output["giou loss mean"] = ops.generalized_box_iou_loss(a[:5], b[:5], reduction="mean")

for name, loss in (("generalized", ops.generalized_box_iou_loss), ("distance", ops.distance_box_iou_loss), ("complete", ops.complete_box_iou_loss)):
    for reduction in ("none", "mean", "sum"):
        first = a[:5].clone().requires_grad_()
        value = loss(first, b[:5], reduction=reduction, eps=1e-3)
        value.sum().backward()
        output["%s loss %s" % (name, reduction)] = [value.detach(), first.grad]
    output[name + " loss of integers"] = loss(a[:5].long() , b[:5].long() + 1)

for dims, block in ((2, ops.DropBlock2d), (3, ops.DropBlock3d)):
    layer = block(0.3, 3, eps=1e-4)
    torch.manual_seed(6)
    output["dropped %d" % dims] = layer(input["maps %d" % dims])
    output["text %d" % dims] = str(layer)

def nms(boxes, scores, threshold):
    boxes = boxes.numpy()
    order = scores.sort(stable=True, descending=True)[1].numpy()
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    kept, gone = [], set()
    for n, i in enumerate(order):
        if i in gone:
            continue
        kept.append(int(i))
        for j in order[n + 1:]:
            w = max(np.float32(0), min(boxes[i, 2], boxes[j, 2]) - max(boxes[i, 0], boxes[j, 0]))
            h = max(np.float32(0), min(boxes[i, 3], boxes[j, 3]) - max(boxes[i, 1], boxes[j, 1]))
            inter = w * h
            if inter / (area[i] + area[j] - inter) > threshold:
                gone.add(j)
    return torch.tensor(kept)

many, scores, classes = input["many"], input["scores"], input["classes"]
output["nms"] = nms(many, scores, 0.3)
offsets = classes.to(many) * (many.max() + torch.tensor(1).to(many))
output["batched nms"] = nms(many + offsets[:, None], scores, 0.3)

def value(picture, y, x):
    _, height, width = picture.shape
    if y < -1 or y > height or x < -1 or x > width:
        return torch.zeros(picture.shape[0])
    y, x = max(y, 0.0), max(x, 0.0)
    y0, x0 = int(y), int(x)
    if y0 >= height - 1:
        y0 = y1 = height - 1; y = float(y0)
    else:
        y1 = y0 + 1
    if x0 >= width - 1:
        x0 = x1 = width - 1; x = float(x0)
    else:
        x1 = x0 + 1
    ly, lx = y - y0, x - x0
    return ((1 - ly) * (1 - lx) * picture[:, y0, x0] + (1 - ly) * lx * picture[:, y0, x1]
            + ly * (1 - lx) * picture[:, y1, x0] + ly * lx * picture[:, y1, x1])

def roi_align(features, rois, size, scale, ratio, aligned):
    results = []
    for roi in rois:
        offset = 0.5 if aligned else 0.0
        x1, y1, x2, y2 = [float(v) * scale - offset for v in roi[1:]]
        w, h = x2 - x1, y2 - y1
        if not aligned:
            w, h = max(w, 1.0), max(h, 1.0)
        down = ratio if ratio > 0 else math.ceil(h / size[0])
        across = ratio if ratio > 0 else math.ceil(w / size[1])
        out = torch.zeros(features.shape[1], *size)
        for i in range(size[0]):
            for j in range(size[1]):
                for k in range(down):
                    for m in range(across):
                        y = y1 + i * h / size[0] + (k + 0.5) * h / size[0] / down
                        x = x1 + j * w / size[1] + (m + 0.5) * w / size[1] / across
                        out[:, i, j] += value(features[int(roi[0])], y, x)
        results.append(out / max(down * across, 1))
    return torch.stack(results)

for ratio in (2, -1):
    for aligned in (False, True):
        features = input["features"].clone().requires_grad_()
        out = roi_align(features, input["rois"], (3, 2), 0.5, ratio, aligned)
        (out * out).sum().backward()
        output["roi %d %s" % (ratio, aligned)] = [out.detach(), features.grad]
`;

const FORMATS = ['xyxy', 'xywh', 'cxcywh'] as const;

function boxes(count: number): Tensor {
  const corner = torch.rand([count, 2]).mul(6);
  return torch.cat([corner, corner.add(torch.rand([count, 2]).mul(4).add(0.1))], 1);
}

let input: Record<string, Tensor>;
let python: Record<string, Tensor & Tensor[]>;
beforeAll(() => {
  torch.manualSeed(3);
  const rois = torch.cat(
    [torch.tensor([0, 1, 1, 0], { dtype: torch.float32 }).unsqueeze(1), boxes(4).mul(1.7).sub(2)],
    1,
  );
  input = {
    a: boxes(8),
    b: boxes(5),
    masks: torch.rand([3, 6, 7]).gt(0.9),
    logits: torch.randn([6]),
    targets: torch.rand([6]).round(),
    many: boxes(60),
    scores: torch.rand([60]),
    classes: torch.randint(3, [60]),
    features: torch.randn([2, 3, 5, 6]),
    rois,
    'maps 2': torch.randn([2, 3, 8, 9]),
    'maps 3': torch.randn([2, 3, 5, 8, 9]),
  };
  python = runPython(SCRIPT, input);
}, 120_000);

it('converts boxes, and computes areas and overlaps, to the bit', () => {
  const { a, b } = input as { a: Tensor; b: Tensor };
  for (const from of FORMATS) {
    expectBitEqual(ops.boxArea(a, from), python[`area ${from}`]!);
    expectBitEqual(ops.boxIou(a, b, from), python[`iou ${from}`]!, `iou ${from}`);
    for (const to of FORMATS) expectBitEqual(ops.boxConvert(a, from, to), python[`convert ${from} ${to}`]!);
  }
  expectBitEqual(ops.generalizedBoxIou(a, b), python['generalized']!, 'generalized');
  expectBitEqual(ops.distanceBoxIou(a, b), python['distance']!, 'distance');
  expectBitEqual(ops.completeBoxIou(a, b), python['complete']!, 'complete');
  expectBitEqual(ops.clipBoxesToImage(a, [6, 5]), python['clipped']!);
  expectBitEqual(ops.removeSmallBoxes(a, 2), python['small']!);
  expectBitEqual(ops.masksToBoxes(input['masks']!), python['masks']!);
});

it('computes the losses to the bit', () => {
  const { a, b, logits, targets } = input as Record<'a' | 'b' | 'logits' | 'targets', Tensor>;
  expectBitEqual(ops.sigmoidFocalLoss(logits, targets), python['focal plain']!);
  expectBitEqual(ops.sigmoidFocalLoss(logits, targets, { reduction: 'mean' }), python['focal mean']!);
  const own = { alpha: -1, gamma: 1.5, reduction: 'sum' } as const;
  expectBitEqual(ops.sigmoidFocalLoss(logits, targets, own), python['focal own']!);
  const [first, second] = [a.narrow(0, 0, 5), b.narrow(0, 0, 5)];
  expectBitEqual(ops.generalizedBoxIouLoss(first, second), python['giou loss']!);
  expectBitEqual(ops.generalizedBoxIouLoss(first, second, { reduction: 'mean' }), python['giou loss mean']!);
});

it.each(['generalized', 'distance', 'complete'] as const)(
  'computes the loss of the %s overlap to the bit, with gradients',
  (name) => {
    const { a, b } = input as Record<'a' | 'b', Tensor>;
    const loss = {
      generalized: ops.generalizedBoxIouLoss,
      distance: ops.distanceBoxIouLoss,
      complete: ops.completeBoxIouLoss,
    }[name];
    const goal = b.narrow(0, 0, 5);
    for (const reduction of ['none', 'mean', 'sum'] as const) {
      const first = a.narrow(0, 0, 5).clone().requiresGrad_();
      const value = loss(first, goal, { reduction, eps: 1e-3 });
      value.sum().backward();
      const [theirs, gradient] = python[`${name} loss ${reduction}`] as unknown as [Tensor, Tensor];
      expectBitEqual(value.detach(), theirs);
      expectBitEqual(first.grad!, gradient);
    }
    const whole = loss(a.narrow(0, 0, 5).to(torch.int64), goal.to(torch.int64).add(1));
    expectBitEqual(whole, python[`${name} loss of integers`]!);
    const none = torch.zeros([0, 4]);
    expect(loss(none, none, { reduction: 'mean' }).item()).toBe(0);
    expect(() => loss(goal, goal, { reduction: 'all' as 'sum' })).toThrow("'none', 'mean', 'sum'");
  },
);

it.each([2, 3] as const)('drops blocks of %d dimensions to the bit', (dims) => {
  const [layer, drop] = {
    2: [new ops.DropBlock2d(0.3, 3, { eps: 1e-4 }), ops.dropBlock2d] as const,
    3: [new ops.DropBlock3d(0.3, 3, { eps: 1e-4 }), ops.dropBlock3d] as const,
  }[dims];
  const maps = input[`maps ${dims}`]!;
  const theirs = python[`dropped ${dims}`]!;
  torch.manualSeed(6);
  expectBitEqual(layer.forward(maps), theirs);
  expect(theirs.eq(0).sum().item()).toBeGreaterThan(0);
  torch.manualSeed(6);
  const own = maps.clone();
  expect(drop(own, 0.3, 3, { inplace: true, eps: 1e-4 })).toBe(own);
  expectBitEqual(own, theirs);
  expect(String(layer)).toBe(python[`text ${dims}`]);
  expect(layer.eval().forward(maps)).toBe(maps);
  expect(() => drop(maps, 1.5, 3)).toThrow('between 0 and 1, but got 1.5');
  expect(() => drop(maps, 0.5, 2)).toThrow('block size should be odd. Got 2 which is even.');
  expect(() => drop(torch.ones([2, 2]), 0.5, 3)).toThrow(`input should be ${dims + 2} dimensional. Got 2 dimensions.`);
});

it('suppresses the same boxes', () => {
  const { many, scores, classes } = input as Record<'many' | 'scores' | 'classes', Tensor>;
  const kept = ops.nms(many, scores, 0.3).tolist() as number[];
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(60);
  expect(kept).toEqual(python['nms']!.tolist());
  expect(ops.batchedNms(many, scores, classes, 0.3).tolist()).toEqual(python['batched nms']!.tolist());
  // Beyond 1,000 boxes each category is computed by itself; the result is the same.
  const [copies, sure] = [torch.cat(Array<Tensor>(20).fill(many)), torch.cat(Array<Tensor>(20).fill(scores))];
  const categories = torch.cat(Array<Tensor>(20).fill(classes));
  const large = ops.batchedNms(copies, sure, categories, 0.3).tolist() as number[];
  expect(large.map((i) => i % 60)).toEqual(python['batched nms']!.tolist());
});

it.each([
  [2, false],
  [2, true],
  [-1, false],
  [-1, true],
])('aligns regions with samplingRatio %d and aligned %s, with gradients', (samplingRatio, aligned) => {
  const features = input['features']!.clone().requiresGrad_();
  const out = ops.roiAlign(features, input['rois']!, { outputSize: [3, 2], spatialScale: 0.5, samplingRatio, aligned });
  out.mul(out).sum().backward();
  const [theirs, gradient] = python[`roi ${samplingRatio} ${aligned ? 'True' : 'False'}`]! as unknown as [
    Tensor,
    Tensor,
  ];
  expect(out.shape).toEqual(theirs.shape);
  expect(torch.allclose(out, theirs, { rtol: 1e-5, atol: 1e-6 })).toBe(true);
  expect(torch.allclose(features.grad!, gradient, { rtol: 1e-4, atol: 1e-5 })).toBe(true);
});

it('refuses what does not fit', () => {
  const { many, scores } = input as Record<'many' | 'scores', Tensor>;
  expect(() => ops.nms(many, scores.narrow(0, 0, 5), 0.5)).toThrow(
    'same number of elements in dimension 0, got 60 and 5',
  );
  expect(() => ops.nms(many.to(torch.int64), scores.to(torch.int64), 0.5)).toThrow('float32 or float64');
  expect(() => ops.boxIou(many.narrow(1, 0, 3), many)).toThrow(
    '4 numbers in their last dimension, got the shape [60, 3]',
  );
  expect(() => ops.boxConvert(many, 'xyxy', 'yxyx' as 'xyxy')).toThrow('xyxy, xywh, cxcywh');
  expect(() => ops.sigmoidFocalLoss(scores, scores, { alpha: 2 })).toThrow('alpha must be in the range [0,1]');
  const features = torch.ones([1, 2, 4, 4]);
  expect(() => ops.roiAlign(features, torch.tensor([[1, 0, 0, 2, 2]]), { outputSize: 2 })).toThrow(
    'the pictures 1 to 1',
  );
  expect(() => ops.roiAlign(features, torch.ones([2, 4]), { outputSize: 2 })).toThrow('Tensor[K, 5]');
});
