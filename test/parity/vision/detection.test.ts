/**
 * Faster R-CNN beside torchvision: names, first weights, text, losses with their gradients, and what is found. Pooling of
 * boxes sums in another order than Python's, so that results are close and not equal in bits.
 */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { models } from '../../../lib/vision/index';
import { runPython } from '../../support/python';

const { detection } = models;

const CASES = [
  ['fasterrcnn_mobilenet_v3_large_320_fpn', true],
  ['fasterrcnn_resnet50_fpn', false],
] as const;

const SCRIPT = `
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

box_ops.nms = nms
output = {}
for name, runs in input["cases"]:
    torch.manual_seed(3)
    model = getattr(detection, name)(weights=None, weights_backbone=None, num_classes=4, min_size=[64, 80], max_size=128, rpn_pre_nms_top_n_train=100, rpn_post_nms_top_n_train=40, rpn_pre_nms_top_n_test=60, rpn_post_nms_top_n_test=30, box_batch_size_per_image=24)
    state = model.state_dict()
    seen = {"text": str(model), "keys": list(state), "weights": [t.double().sum().item() for t in state.values()]}
    if runs:
        images = [input["first"], input["second"]]
        targets = [{"boxes": input["boxes"], "labels": input["labels"]}, {"boxes": input["boxes"][:0], "labels": input["labels"][:0]}]
        torch.manual_seed(4)
        losses = model(images, targets)
        sum(losses.values()).backward()
        seen["losses"] = {k: v.item() for k, v in losses.items()}
        seen["gradients"] = [p.grad.norm().item() for p in model.parameters()]
        model.eval()
        with torch.no_grad():
            seen["found"] = [[d["boxes"], d["labels"], d["scores"]] for d in model(images)]
    output[name] = seen
`;

interface Seen {
  readonly text: string;
  readonly keys: readonly string[];
  readonly weights: readonly number[];
  readonly losses: Readonly<Record<string, number>>;
  readonly gradients: readonly number[];
  readonly found: readonly (readonly Tensor[])[];
}

torch.manualSeed(2);
const given = {
  first: torch.rand([3, 60, 90]),
  second: torch.rand([3, 72, 48]),
  boxes: torch.tensor([
    [5.5, 4, 40, 42],
    [30, 10, 85.25, 55],
  ]),
  labels: torch.tensor([1, 3]),
};

const OPTIONS = {
  ...{ numClasses: 4, minSize: [64, 80], maxSize: 128, boxBatchSizePerImage: 24 },
  ...{ rpnPreNmsTopNTrain: 100, rpnPostNmsTopNTrain: 40, rpnPreNmsTopNTest: 60, rpnPostNmsTopNTest: 30 },
};

let python: Record<string, Seen>;
beforeAll(() => {
  python = runPython(SCRIPT, { cases: CASES, ...given });
}, 300_000);

function make(name: string): models.detection.FasterRCNN {
  torch.manualSeed(3);
  return models.getModel(name, OPTIONS) as models.detection.FasterRCNN;
}

test.each(CASES)(
  '%s is made as in torchvision',
  (name) => {
    const model = make(name);
    const state = model.stateDict();
    expect(String(model)).toBe(python[name]!.text);
    expect(Object.keys(state)).toEqual(python[name]!.keys);
    const sums = Object.values(state).map((one) => one.to(torch.float64).sum().item());
    expect(sums).toEqual(python[name]!.weights);
  },
  120_000,
);

const NAMES: Readonly<Record<string, string>> = {
  lossClassifier: 'loss_classifier',
  lossBoxReg: 'loss_box_reg',
  lossObjectness: 'loss_objectness',
  lossRpnBoxReg: 'loss_rpn_box_reg',
};

test('learns from and finds the same', () => {
  const [name] = CASES[0];
  const theirs = python[name]!;
  const model = make(name);
  const { first, second, boxes, labels } = given;
  const none = { boxes: boxes.narrow(0, 0, 0), labels: labels.narrow(0, 0, 0) };
  torch.manualSeed(4);
  const losses = model.forward([first, second], [{ boxes, labels }, none]) as models.detection.Losses;
  expect(Object.keys(losses).map((one) => NAMES[one])).toEqual(Object.keys(theirs.losses));
  Object.entries(losses).forEach(([key, loss]) => expect(loss.item()).toBeCloseTo(theirs.losses[NAMES[key]!]!, 4));
  Object.values(losses)
    .reduce((sum, loss) => sum.add(loss))
    .backward();
  const gradients = model.parameters().map(({ grad }) => grad!.norm().item());
  gradients.forEach((one, i) =>
    expect(Math.abs(one - theirs.gradients[i]!)).toBeLessThan(1e-3 * (1 + theirs.gradients[i]!)),
  );
  model.eval();
  const found = torch.noGrad(() => model.forward([first, second])) as models.detection.Detection[];
  found.forEach((one, i) => {
    const [theirBoxes, theirLabels, theirScores] = theirs.found[i]! as [Tensor, Tensor, Tensor];
    expect(one.labels.tolist()).toEqual(theirLabels.tolist());
    expect(torch.allclose(one.boxes, theirBoxes, 1e-3, 1e-2)).toBe(true);
    expect(torch.allclose(one.scores, theirScores, 1e-3, 1e-4)).toBe(true);
  });
}, 120_000);

test('refuses what it cannot learn from', () => {
  const model = make(CASES[0][0]);
  const image = given.first;
  const labels = torch.tensor([1]);
  expect(() => model.forward(image as never)).toThrow('expected an array of pictures');
  expect(() => model.forward([image])).toThrow('targets should not be null');
  const flat = { boxes: torch.tensor([[3, 3, 3, 9]], { dtype: torch.float32 }), labels };
  expect(() => model.forward([image], [flat])).toThrow('Found invalid box');
  expect(() => model.forward([image], [{ boxes: torch.ones([4]), labels }])).toThrow('shape [N, 4]');
  expect(() => model.forward([image.mul(255).to(torch.uint8)], [flat])).toThrow('floating type');
  expect(() => detection.fasterrcnnResnet50Fpn({ numClass: 3 } as never)).toThrow("did you mean 'numClasses'?");
}, 120_000);
