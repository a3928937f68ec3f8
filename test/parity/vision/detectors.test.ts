/**
 * Detectors beside torchvision: names, first weights, text, losses, gradients, a step, and what is found. Those of one stage
 * are equal in bits. Faster, Mask and Keypoint R-CNN pool boxes, which sums in another order than Python's, so that theirs are
 * close.
 */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { models, ops } from '../../../lib/vision/index';
import { bitDifference, runPython } from '../../support/python';

interface Case {
  readonly name: string;
  /** Whether results are equal in bits. */
  readonly exact: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

const SMALL = { numClasses: 4, minSize: [64, 80], maxSize: 128 };
const ROI = { rpnPreNmsTopNTrain: 100, rpnPostNmsTopNTrain: 40, rpnPreNmsTopNTest: 60, rpnPostNmsTopNTest: 20 };
const FEW = { ...SMALL, ...ROI, boxBatchSizePerImage: 8, boxDetectionsPerImg: 5 };
// Without its operators, torchvision samples each mask at every pixel of the picture.
const MASKED = { ...FEW, minSize: [40, 48], maxSize: 72 };
// Random weights find nothing that is likely.
const LIKELY = { scoreThresh: 0.009, topkCandidates: 50, detectionsPerImg: 30 };

const CASES: readonly Case[] = [
  { name: 'retinanet_resnet50_fpn', exact: true, options: { ...SMALL, ...LIKELY } },
  { name: 'retinanet_resnet50_fpn_v2', exact: true, options: { ...SMALL, ...LIKELY } },
  { name: 'fcos_resnet50_fpn', exact: true, options: { ...SMALL, ...LIKELY, centerSamplingRadius: 3 } },
  { name: 'ssd300_vgg16', exact: true, options: { numClasses: 4, topkCandidates: 50, detectionsPerImg: 30 } },
  { name: 'ssdlite320_mobilenet_v3_large', exact: true, options: { numClasses: 4, topkCandidates: 50 } },
  { name: 'fasterrcnn_mobilenet_v3_large_320_fpn', exact: false, options: FEW },
  { name: 'fasterrcnn_resnet50_fpn', exact: false, options: FEW },
  { name: 'maskrcnn_resnet50_fpn', exact: false, options: MASKED },
  { name: 'maskrcnn_resnet50_fpn_v2', exact: false, options: MASKED },
  { name: 'keypointrcnn_resnet50_fpn', exact: false, options: { ...FEW, numKeypoints: 3 } },
];

const SCRIPT = `
import re
import import_torchvision  # noqa: F401
import torchvision
from torchvision.models import detection
from torchvision.ops import boxes as box_ops
torch.set_num_threads(1)

def nms(boxes, scores, threshold):
    order = scores.sort(stable=True, descending=True)[1].tolist()
    overlaps = box_ops.box_iou(boxes, boxes).gt(threshold).tolist()
    kept, gone = [], set()
    for n, i in enumerate(order):
        if i in gone:
            continue
        kept.append(i)
        gone.update(j for j in order[n + 1:] if overlaps[i][j])
    return torch.tensor(kept, dtype=torch.int64)

def snake(name):
    return re.sub(r"(?<!^)[A-Z]", lambda m: "_" + m[0].lower(), name)

def digest(tensors):
    return [t.detach().double().sum().item() for t in tensors]

box_ops.nms = nms
output = {}
for case in input["cases"]:
    options = {snake(k): v for k, v in case["options"].items()}
    torch.manual_seed(3)
    model = getattr(detection, case["name"])(weights=None, weights_backbone=None, **options)
    state = model.state_dict()
    seen = {"text": str(model), "keys": list(state), "weights": digest(state.values())}
    images = [input["first"], input["second"]]
    extra = {k: input[k] for k in ("masks", "keypoints")}
    target = {"boxes": input["boxes"], "labels": input["labels"], **extra}
    targets = [target, {k: v[:0] for k, v in target.items()}]
    torch.manual_seed(4)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-4)
    losses = model(images, targets)
    sum(losses.values()).backward()
    seen["losses"] = {k: v.detach() for k, v in losses.items()}
    seen["gradients"] = digest([p.grad for p in model.parameters()])
    seen["norms"] = [p.grad.norm().item() for p in model.parameters()]
    optimizer.step()
    seen["after"] = digest(model.state_dict().values())
    model.eval()
    with torch.no_grad():
        seen["found"] = [{k: v for k, v in d.items()} for d in model(images)]
    output[case["name"]] = seen
`;

interface Seen {
  readonly text: string;
  readonly keys: readonly string[];
  readonly weights: readonly number[];
  readonly losses: Readonly<Record<string, Tensor>>;
  readonly gradients: readonly number[];
  readonly norms: readonly number[];
  readonly after: readonly number[];
  readonly found: readonly Readonly<Record<string, Tensor>>[];
}

// As in Python: kernels on several threads wait for each other on a busy machine.
torch.setNumThreads(1);
torch.manualSeed(2);
const masks = torch.zeros([2, 60, 90], { dtype: torch.uint8 });
masks.narrow(1, 10, 20).narrow(2, 10, 25).fill_(1);
const given = {
  first: torch.rand([3, 60, 90]),
  second: torch.rand([3, 72, 48]),
  boxes: torch.tensor([
    [5.5, 4, 40, 42],
    [30, 10, 85.25, 55],
  ]),
  labels: torch.tensor([1, 3]),
  masks,
  keypoints: torch.tensor([
    [
      [10, 12.5, 1],
      [40, 20, 1],
      [0, 0, 0],
    ],
    [
      [33, 20, 1],
      [85.25, 55, 1],
      [200, 10, 1],
    ],
  ]),
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const digest = (tensors: Iterable<Tensor>): number[] =>
  Array.from(tensors, (tensor) => tensor.detach().to(torch.float64).sum().item<number>());

type Detector = models.detection.RetinaNet;

/** Both runs of a model: what the test compares. */
function observe({ name, options }: Case) {
  torch.manualSeed(3);
  const model = models.getModel(name, options) as Detector;
  const state = model.stateDict();
  const before = { text: String(model), keys: Object.keys(state), weights: digest(Object.values(state)) };
  const { first, second, boxes, labels, keypoints } = given;
  const none = (one: Tensor): Tensor => one.narrow(0, 0, 0);
  const target = { boxes, labels, masks, keypoints };
  const empty = { boxes: none(boxes), labels: none(labels), masks: none(masks), keypoints: none(keypoints) };
  torch.manualSeed(4);
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 1e-4 });
  const losses = model.forward([first, second], [target, empty]) as models.detection.Losses;
  Object.values(losses)
    .reduce((sum, loss) => sum.add(loss))
    .backward();
  const gradients = model.parameters().map(({ grad }) => grad as Tensor);
  const trained = { losses, gradients: digest(gradients), norms: gradients.map((one) => one.norm().item<number>()) };
  optimizer.step();
  const after = digest(Object.values(model.stateDict()));
  model.eval();
  const found = torch.noGrad(() => model.forward([first, second])) as unknown as Record<string, Tensor>[];
  return { ...before, ...trained, after, found };
}

const close = (a: Tensor, b: Tensor): boolean =>
  String(a.shape) === String(b.shape) && torch.allclose(a.to(torch.float32), b.to(torch.float32), 2e-3, 2e-2);

const FAMILIES = {
  'detectors in one stage': CASES.filter(({ exact }) => exact),
  'Faster R-CNN': CASES.filter(({ name }) => name.startsWith('faster')),
  'Mask and Keypoint R-CNN': CASES.filter(({ name }) => /^(mask|keypoint)/.test(name)),
};

describe.each(Object.entries(FAMILIES))('%s', (_, cases) => {
  let python: Record<string, Seen>;
  beforeAll(() => {
    python = runPython(SCRIPT, { cases, ...given });
  }, 600_000);

  test.each(cases.map((one) => [one.name, one] as const))(
    '%s is as in torchvision',
    (name, one) => {
      const theirs = python[name] as Seen;
      const ours = observe(one);
      expect(ours.text).toBe(theirs.text);
      expect(ours.keys).toEqual(theirs.keys);
      expect(ours.weights).toEqual(theirs.weights);
      expect(Object.keys(ours.losses).map(snake)).toEqual(Object.keys(theirs.losses));
      const pairs = [
        ...Object.entries(ours.losses).map(([key, loss]) => [key, loss, theirs.losses[snake(key)]] as const),
        ...ours.found.flatMap((found, i) =>
          Object.entries(found).map(
            ([key, value]) => [`${key} of ${i}`, value, theirs.found[i]?.[snake(key)]] as const,
          ),
        ),
      ];
      expect(ours.found.map((found) => Object.keys(found).map(snake).sort())).toEqual(
        theirs.found.map((found) => Object.keys(found).sort()),
      );
      // Something is found, so that the comparison says something.
      expect(theirs.found.some(({ scores }) => (scores?.numel() ?? 0) > 0)).toBe(true);
      if (one.exact) {
        expect(pairs.map(([key, a, b]) => [key, bitDifference(a.detach(), b as Tensor)])).toEqual(
          pairs.map(([key]) => [key, null]),
        );
        expect(ours.gradients).toEqual(theirs.gradients);
        expect(ours.after).toEqual(theirs.after);
      } else {
        expect(pairs.filter(([, a, b]) => !close(a.detach(), b as Tensor)).map(([key]) => key)).toEqual([]);
        const far = ours.norms.filter((norm, i) => Math.abs(norm - theirs.norms[i]!) > 1e-3 * (1 + theirs.norms[i]!));
        expect(far).toEqual([]);
      }
      torch.sweep();
    },
    300_000,
  );
});

test('old names of published files are read', () => {
  const { detection } = models;
  const model = detection.maskrcnnResnet50Fpn({ numClasses: 2 });
  const old = Object.fromEntries(
    Object.entries(model.stateDict()).map(([key, tensor]) => [
      key
        .replace(/^rpn\.head\.conv\.0\.0\./, 'rpn.head.conv.')
        .replace(/(fpn\.\w+_blocks\.\d)\.0\./, '$1.')
        .replace(/mask_head\.(\d)\.0\./, (_, i: string) => `mask_head.mask_fcn${Number(i) + 1}.`),
      tensor,
    ]),
  );
  expect(
    Object.keys(old).filter((key) => /mask_fcn4|rpn\.head\.conv\.weight|inner_blocks\.3\.bias/.test(key)),
  ).toHaveLength(4);
  expect(String(detection.maskrcnnResnet50Fpn({ numClasses: 2 }).loadStateDict(old))).toBe(
    '<All keys matched successfully>',
  );
  const head = new detection.RetinaNetHead(8, 1, 2);
  const tower = Object.fromEntries(
    Object.entries(head.stateDict()).map(([key, tensor]) => [
      key.replace(/conv\.(\d)\.0\./, (_, i: string) => `conv.${2 * Number(i)}.`),
      tensor,
    ]),
  );
  expect(Object.keys(tower)).toContain('regression_head.conv.6.bias');
  expect(String(new detection.RetinaNetHead(8, 1, 2).loadStateDict(tower))).toBe('<All keys matched successfully>');
  // Batch norms that learned have a count that those that stand still lack.
  const norm = new torch.nn.BatchNorm2d(3).stateDict();
  expect(String(new ops.FrozenBatchNorm2d(3).loadStateDict(norm))).toContain('matched');
}, 120_000);

test('detectors refuse what they cannot learn from', () => {
  const { detection } = models;
  const labels = torch.tensor([1]);
  const image = given.first;
  const ssd = detection.ssdlite320MobilenetV3Large({ numClasses: 2 });
  expect(() => ssd.forward(image as never)).toThrow('SSD.forward(): expected an array of pictures');
  expect(() => ssd.forward([])).toThrow('there is no picture');
  expect(() => ssd.forward([image])).toThrow('targets should not be null');
  const flat = { boxes: torch.tensor([[3, 3, 3, 9]], { dtype: torch.float32 }), labels };
  expect(() => ssd.forward([image], [flat])).toThrow('Found invalid box');
  expect(() => detection.ssd300Vgg16({ size: 3 } as never)).toThrow("'size'");
  expect(() => new detection.DefaultBoxGenerator([[2]], { steps: [1, 2] })).toThrow('same length');
  expect(() => new detection.DefaultBoxGenerator([[2]], { step: [1] } as never)).toThrow("'step'");
  expect(() => new detection.DefaultBoxGenerator([[2]], { steps: ['1'] as never })).toThrow('a list of numbers');
  expect(() => ssd.forward([image], [{ boxes: torch.ones([4]), labels }])).toThrow('shape [N, 4]');
  expect(() => ssd.forward([image.mul(255).to(torch.uint8)], [flat])).toThrow('floating type');
  expect(() => detection.fasterrcnnResnet50Fpn({ numClass: 3 } as never)).toThrow("did you mean 'numClasses'?");
  const masked = detection.maskrcnnResnet50Fpn({ numClasses: 2, minSize: 32, maxSize: 64 });
  const thing = { boxes: torch.tensor([[3, 3, 30, 29]], { dtype: torch.float32 }), labels };
  expect(() => masked.forward([image], [thing])).toThrow('Every element of targets should have a masks key');
}, 120_000);
