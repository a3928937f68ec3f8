/** Mixing of batches, boxes in all formats, grids and drawings beside torchvision, in bits. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { transforms, tvTensors, utils } from '../../../lib/vision/index';
import { bitDifference, runPython } from '../../support/python';

const { functional: F } = transforms;

const SCRIPT = `
import warnings
warnings.filterwarnings("ignore")
import import_torchvision  # noqa: F401
from torchvision import tv_tensors, utils
from torchvision.transforms import v2
import torchvision.transforms.v2.functional as F
torch.set_num_threads(1)
batch, labels, rows, boxes, rotated = (input[k] for k in ("batch", "labels", "rows", "boxes", "rotated"))
output = {}
for seed in (1, 2, 3):
    torch.manual_seed(seed)
    output[f"mixup {seed}"] = list(v2.MixUp(num_classes=5)(batch, labels))
    output[f"cutmix {seed}"] = list(v2.CutMix(alpha=0.7)(batch, rows))
    record = v2.CutMix(num_classes=5)({"images": tv_tensors.Image(batch), "labels": labels})
    output[f"record {seed}"] = [record["images"].as_subclass(torch.Tensor), record["labels"]]
upright, turned = ("XYXY", "XYWH", "CXCYWH"), ("XYWHR", "CXCYWHR", "XYXYXYXY")
for given in (boxes, boxes.long()):
    for a in upright:
        for b in upright:
            output[f"convert {given.dtype} {a} {b}"] = [F.convert_bounding_box_format(given, a, b)]
for a in turned[:2]:
    for b in turned:
        output[f"convert {a} {b}"] = [F.convert_bounding_box_format(rotated, a, b)]
corners = F.convert_bounding_box_format(rotated, "XYWHR", "XYXYXYXY")
output["corners"] = [F.convert_bounding_box_format(corners, "XYXYXYXY", "CXCYWHR")]
def tv(format):
    given = corners if format == "XYXYXYXY" else rotated if format in turned else boxes
    return tv_tensors.BoundingBoxes(given, format=format, canvas_size=(24, 31))
for format in upright + turned:
    made = tv(format)
    output[f"flip {format}"] = [F.horizontal_flip(made), F.vertical_flip(made)]
    output[f"move {format}"] = [F.crop(made, 2, 3, 15, 18), F.pad(made, [1, 2, 3, 4]), F.resize(made, [12, 40])]
    output[f"affine {format}"] = [F.affine(made, 20.5, [2, 3], 1.25, [5.5, 3.5]), F.rotate(made, 33.5, expand=True)]
    start, end = [[0, 0], [30, 0], [30, 23], [0, 23]], [[2, 1], [28, 3], [27, 20], [1, 22]]
    output[f"perspective {format}"] = [F.perspective(made, start, end)]
    output[f"elastic {format}"] = [F.elastic(made, input["displacement"])]
    output[f"clamp {format}"] = [F.clamp_bounding_boxes(made, clamping_mode=mode) for mode in ("soft", "hard")]
    output[f"sanitize {format}"] = list(F.sanitize_bounding_boxes(made, min_size=2.0))
for key in output:
    output[key] = [v.as_subclass(torch.Tensor) for v in output[key]]
output["grid"] = [utils.make_grid(batch, nrow=3), utils.make_grid(list(batch[:2]), 8, 1, pad_value=0.5), utils.make_grid(batch[0])]
output["grid normalized"] = [utils.make_grid(batch * 3, normalize=True), utils.make_grid(batch * 3, normalize=True, scale_each=True), utils.make_grid(batch[:, :1], normalize=True, value_range=(0.25, 0.75))]
image = (batch[0] * 255).byte()
ints = input["ints"]
output["frames"] = [utils.draw_bounding_boxes(image, ints, colors="red", width=2), utils.draw_bounding_boxes(image, ints, fill=True), utils.draw_bounding_boxes(batch[0], ints, colors=["#0f0", (1, 2, 3), "blue"])]
few = input["quads"][:6]
output["turned boxes"] = [utils.draw_bounding_boxes(image, quads, colors=["red", "skyblue"] * 30, width=width, fill=fill) for quads in (few, input["quads"]) for fill in (False, True) for width in (0, 1, 2, 5)]
output["narrow frames"] = [utils.draw_bounding_boxes(batch[0, :1], input["narrow"], width=width, fill=fill) for fill in (False, True) for width in (1, 3, 4)]
lines = [(0, 1), (1, 2), (3, 0)]
points = input["points"]
output["key points"] = [utils.draw_keypoints(image, points[:n], lines, "RebeccaPurple", radius, width) for n in (3, 30) for radius, width in ((0, 1), (1, 2), (2, 3), (5, 4), (7, 7))]
output["key points"] += [utils.draw_keypoints(batch[0], points, lines, (9, 250, 3), visibility=input["seen"]), utils.draw_keypoints(image, points, lines), utils.draw_keypoints(image, points, colors="#f0f")]
output["flow"] = [utils.flow_to_image(input["flow"]), utils.flow_to_image(input["flow"][0]), utils.flow_to_image(input["flow"] * 0)]
masks = input["masks"]
output["masks"] = [utils.draw_segmentation_masks(image, masks), utils.draw_segmentation_masks(image, masks[0], 0.5, "red"), utils.draw_segmentation_masks(batch[0], masks, colors=["red", "blue"])]
output["text"] = str(tv_tensors.BoundingBoxes(boxes[:2], format="XYXY", canvas_size=(24, 31))) + str(tv_tensors.Image(torch.ones(1, 2, 2)))
for name, transform in {"lambda": v2.Lambda(len, torch.Tensor), "linear": v2.LinearTransformation(torch.eye(4), torch.ones(4)), "mix": v2.MixUp(num_classes=3)}.items():
    output["text " + name] = str(transform)
output["linear"] = [v2.LinearTransformation(input["matrix"], input["matrix"][0])(input["small"])]
`;

torch.manualSeed(5);
const given = {
  batch: torch.rand([4, 3, 24, 31]),
  labels: torch.tensor([0, 3, 4, 1]),
  rows: torch.rand([4, 5]),
  boxes: torch.tensor([
    [2.25, 3.5, 12.75, 14.5],
    [8, 1, 30, 20.125],
    [20, 10, 21, 11],
    [-3, 4, 40, 30],
  ]),
  rotated: torch.tensor([
    [10, 8, 9, 5, 30],
    [3, 20, 12, 4, -60.5],
    [25, 3, 8, 8, 10],
    [15.5, 12.5, 6, 3, 100],
  ]),
  displacement: torch.rand([1, 24, 31, 2]).mul(0.2).sub(0.1),
  ints: torch.tensor([
    [2, 3, 12, 14],
    [8, 1, 30, 20],
    [20, 10, 40, 30],
  ]),
  masks: torch.rand([2, 24, 31]).gt(0.6),
  quads: torch.randint(-12, 44, [60, 8]),
  narrow: torch.tensor([
    [3, 3, 3, 3],
    [6, 2, 8, 3],
    [10, 2, 10, 9],
    [-2, 12, 5, 40],
    [25, -3, 60, 1],
    [12, 5, 17, 9],
  ]),
  points: torch.randint(-12, 44, [30, 4, 2]),
  seen: torch.rand([30, 4, 1]).gt(0.3),
  flow: torch.randn([2, 2, 24, 31]),
  matrix: torch.rand([12, 12]),
  small: torch.rand([2, 3, 2, 2]),
};

let python: Record<string, Tensor[] & string>;
beforeAll(() => {
  python = runPython(SCRIPT, given);
}, 300_000);

function expectEqual(name: string, ours: readonly Tensor[]): void {
  const theirs = python[name]!;
  expect(ours.length).toBe(theirs.length);
  expect(ours.map((one, i) => bitDifference(one, theirs[i]!))).toEqual(ours.map(() => null));
}

test.each([1, 2, 3])('batches are mixed alike, seed %i', (seed) => {
  torch.manualSeed(seed);
  const { batch, labels, rows } = given;
  expectEqual(`mixup ${seed}`, new transforms.MixUp({ numClasses: 5 }).forward(batch, labels));
  expectEqual(`cutmix ${seed}`, new transforms.CutMix({ alpha: 0.7 }).forward([batch, rows]));
  const record = { images: new tvTensors.Image(batch), labels };
  const made = new transforms.CutMix({ numClasses: 5 }).forward(record);
  expect(made.images).toBeInstanceOf(tvTensors.Image);
  expectEqual(`record ${seed}`, [made.images, made.labels]);
});

const UPRIGHT = ['XYXY', 'XYWH', 'CXCYWH'] as const;
const TURNED = ['XYWHR', 'CXCYWHR', 'XYXYXYXY'] as const;

test('boxes change their format alike', () => {
  for (const boxes of [given.boxes, given.boxes.to(torch.int64)]) {
    for (const a of UPRIGHT) {
      for (const b of UPRIGHT) {
        expectEqual(`convert ${String(boxes.dtype)} ${a} ${b}`, [F.convertBoundingBoxFormat(boxes, a, b)]);
      }
    }
  }
  for (const a of TURNED.slice(0, 2)) {
    for (const b of TURNED) expectEqual(`convert ${a} ${b}`, [F.convertBoundingBoxFormat(given.rotated, a, b)]);
  }
  const corners = F.convertBoundingBoxFormat(given.rotated, 'XYWHR', 'XYXYXYXY');
  expectEqual('corners', [F.convertBoundingBoxFormat(corners, { oldFormat: 'XYXYXYXY', newFormat: 'CXCYWHR' })]);
});

function boxesOf(format: tvTensors.BoundingBoxFormat): tvTensors.BoundingBoxes {
  const { boxes, rotated } = given;
  const corners = (): Tensor => F.convertBoundingBoxFormat(rotated, 'XYWHR', 'XYXYXYXY');
  const data = format === 'XYXYXYXY' ? corners() : (TURNED as readonly string[]).includes(format) ? rotated : boxes;
  return new tvTensors.BoundingBoxes(data, { format, canvasSize: [24, 31] });
}

test.each([...UPRIGHT, ...TURNED])('boxes in %s follow their picture alike', (format) => {
  const boxes = boxesOf(format);
  expectEqual(`flip ${format}`, [F.horizontalFlip(boxes), F.verticalFlip(boxes)]);
  expectEqual(`move ${format}`, [F.crop(boxes, 2, 3, 15, 18), F.pad(boxes, [1, 2, 3, 4]), F.resize(boxes, [12, 40])]);
  const turned = F.rotate(boxes, 33.5, { expand: true });
  expectEqual(`affine ${format}`, [F.affine(boxes, 20.5, [2, 3], 1.25, [5.5, 3.5]), turned]);
  const start = [
    [0, 0],
    [30, 0],
    [30, 23],
    [0, 23],
  ];
  const end = [
    [2, 1],
    [28, 3],
    [27, 20],
    [1, 22],
  ];
  expectEqual(`perspective ${format}`, [F.perspective(boxes, start, end)]);
  expectEqual(`elastic ${format}`, [F.elastic(boxes, given.displacement)]);
  expectEqual(`clamp ${format}`, [
    F.clampBoundingBoxes(boxes, { clampingMode: 'soft' }),
    F.clampBoundingBoxes(boxes, { clampingMode: 'hard' }),
  ]);
  expectEqual(`sanitize ${format}`, F.sanitizeBoundingBoxes(boxes, { minSize: 2 }));
});

test('grids and drawings are alike', () => {
  const { batch, ints, masks } = given;
  const image = batch.index(0).mul(255).to(torch.uint8);
  const first = batch.index(0);
  expectEqual('grid', [
    utils.makeGrid(batch, { nrow: 3 }),
    utils.makeGrid([batch.index(0), batch.index(1)], 8, 1, { padValue: 0.5 }),
    utils.makeGrid(first),
  ]);
  expectEqual('grid normalized', [
    utils.makeGrid(batch.mul(3), { normalize: true }),
    utils.makeGrid(batch.mul(3), { normalize: true, scaleEach: true }),
    utils.makeGrid(batch.index(':', ':1'), { normalize: true, valueRange: [0.25, 0.75] }),
  ]);
  expectEqual('frames', [
    utils.drawBoundingBoxes(image, ints, { colors: 'red', width: 2 }),
    utils.drawBoundingBoxes(image, ints, { fill: true }),
    utils.drawBoundingBoxes(first, ints, ['#0f0', [1, 2, 3], 'blue']),
  ]);
  expectEqual('flow', [
    utils.flowToImage(given.flow),
    utils.flowToImage(given.flow.index(0)),
    utils.flowToImage(given.flow.mul(0)),
  ]);
  expectEqual('masks', [
    utils.drawSegmentationMasks(image, masks),
    utils.drawSegmentationMasks(image, masks.index(0), 0.5, 'red'),
    utils.drawSegmentationMasks(first, masks, { colors: ['red', 'blue'] }),
  ]);
});

test('frames of any width, turned boxes and key points are alike to the last pixel', () => {
  const { batch, quads, narrow, points, seen } = given;
  const image = batch.index(0).mul(255).to(torch.uint8);
  const colors = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'red' : 'skyblue'));
  const few = quads.narrow(0, 0, 6);
  const turned = [few, quads].flatMap((some) =>
    [false, true].flatMap((fill) =>
      [0, 1, 2, 5].map((width) => utils.drawBoundingBoxes(image, some, { colors, width, fill })),
    ),
  );
  expectEqual('turned boxes', turned);
  const gray = batch.index(0).narrow(0, 0, 1);
  const frames = [false, true].flatMap((fill) =>
    [1, 3, 4].map((width) => utils.drawBoundingBoxes(gray, narrow, { width, fill })),
  );
  expectEqual('narrow frames', frames);
  const connectivity = [
    [0, 1],
    [1, 2],
    [3, 0],
  ] as const;
  const sizes = [
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 4],
    [7, 7],
  ] as const;
  expectEqual('key points', [
    ...[3, 30].flatMap((count) =>
      sizes.map(([radius, width]) =>
        utils.drawKeypoints(image, points.narrow(0, 0, count), connectivity, 'RebeccaPurple', radius, width),
      ),
    ),
    utils.drawKeypoints(batch.index(0), points, { connectivity, colors: [9, 250, 3], visibility: seen }),
    utils.drawKeypoints(image, points, connectivity),
    utils.drawKeypoints(image, points, { colors: '#f0f' }),
  ]);
});

test('the rest is alike, and prints alike', () => {
  const { boxes, matrix, small } = given;
  const two = boxes.narrow(0, 0, 2);
  const made = new tvTensors.BoundingBoxes(two, { format: 'xyxy', canvasSize: [24, 31] });
  expect(String(made) + String(new tvTensors.Image(torch.ones([1, 2, 2])))).toBe(python['text']);
  expect(String(new transforms.MixUp({ numClasses: 3 }))).toBe(python['text mix']);
  const linear = new transforms.LinearTransformation(torch.eye(4), torch.ones([4]));
  expect(String(linear)).toBe(python['text linear']);
  expectEqual('linear', [new transforms.LinearTransformation(matrix, matrix.index(0)).forward(small)]);
});
