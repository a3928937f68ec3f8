/** torchvision's transforms beside torchvision: what one seed makes of pictures, boxes and masks, in bits; and their text. */
import * as torch from '../../../lib/index';
import { Tensor } from '../../../lib/index';
import { transforms, tvTensors } from '../../../lib/vision/index';
import { bitDifference, runPython } from '../../support/python';
import { type Kind, TRANSFORMS } from '../../support/transform-corpus';

const SEEDS = [0, 1, 2, 3, 4, 5];

const SCRIPT = `
import warnings
warnings.filterwarnings("ignore")
import import_torchvision  # noqa: F401
from torchvision import tv_tensors
from torchvision.transforms import v2
from torchvision.transforms.v2 import *
from torchvision.transforms import AutoAugmentPolicy
torch.set_num_threads(1)

def sample(kind):
    if kind != "sample":
        return input[kind]
    return {
        "image": tv_tensors.Image(input["bytes"]),
        "boxes": tv_tensors.BoundingBoxes(input["boxes"], format="XYXY", canvas_size=tuple(input["bytes"].shape[-2:])),
        "mask": tv_tensors.Mask(input["mask"]),
        "name": "a",
    }

def leaves(value):
    if isinstance(value, dict):
        boxes = value["boxes"]
        return [value["image"], boxes, value["mask"], list(boxes.canvas_size)]
    return list(value) if isinstance(value, (list, tuple)) else [value]

def plain(value):
    return value.as_subclass(torch.Tensor) if isinstance(value, torch.Tensor) else value

output = []
for case in input["cases"]:
    transform = eval(case["python"])
    seen = {"text": str(transform), "outputs": {}}
    for kind in case["kinds"]:
        for seed in input["seeds"]:
            torch.manual_seed(seed)
            try:
                made = [plain(v) for v in leaves(transform(sample(kind)))]
            except Exception as error:
                made = [str(error)]
            seen["outputs"][kind + " " + str(seed)] = [made, torch.rand(1)]
    output.append(seen)
`;

interface Seen {
  readonly text: string;
  readonly outputs: Readonly<Record<string, readonly [made: readonly unknown[], next: Tensor]>>;
}

torch.manualSeed(3);
const bytes = torch.randint(0, 256, [3, 24, 31], { dtype: torch.uint8 });
const floats = torch.rand([3, 24, 31]);
const boxes = torch.tensor([
  [2, 3, 12, 14],
  [8, 0, 30, 20],
  [20, 10, 22, 11],
  [5.5, 6.25, 29.75, 23.5],
]);
const mask = torch.randint(0, 4, [24, 31], { dtype: torch.uint8 });

function sample(kind: Kind): unknown {
  if (kind !== 'sample') return { bytes, floats }[kind].clone();
  const image = new tvTensors.Image(bytes.clone());
  const canvasSize = [24, 31] as const;
  return {
    image,
    boxes: new tvTensors.BoundingBoxes(boxes, { format: 'XYXY', canvasSize }),
    mask: new tvTensors.Mask(mask),
    name: 'a',
  };
}

function leaves(value: unknown): unknown[] {
  if (value instanceof Tensor) return [value];
  if (Array.isArray(value)) return value as unknown[];
  const made = value as { image: Tensor; boxes: tvTensors.BoundingBoxes; mask: Tensor; name: string };
  expect(made.name).toBe('a');
  return [made.image, made.boxes, made.mask, [...made.boxes.canvasSize]];
}

function difference(ours: unknown, theirs: unknown): string | null {
  if (ours instanceof Tensor && theirs instanceof Tensor) return bitDifference(ours, theirs);
  const text = (value: unknown): string =>
    value instanceof Tensor ? `[${value.shape.join(', ')}]` : (JSON.stringify(value) ?? '');
  const [a, b] = [text(ours), text(theirs)];
  return a === b ? null : `${a}, Python has ${b}`;
}

let python: readonly Seen[];
beforeAll(() => {
  const cases = TRANSFORMS.map(({ python, kinds }) => ({ python, kinds }));
  python = runPython<Seen[]>(SCRIPT, { cases, bytes, floats, boxes, mask, seeds: SEEDS });
}, 300_000);

describe.each(TRANSFORMS.map((one, i) => [one.python, i] as const))('%s', (_, i) => {
  const { make, kinds } = TRANSFORMS[i]!;

  it('makes the same of one seed', () => {
    const wrong: string[] = [];
    const transform = make();
    for (const kind of kinds) {
      for (const seed of SEEDS) {
        torch.manualSeed(seed);
        const [made, next] = python[i]!.outputs[`${kind} ${seed}`]!;
        let ours: unknown[];
        try {
          ours = leaves(transform.forward(sample(kind)));
        } catch (error) {
          ours = [(error as Error).message.split('\n')[0]];
        }
        const found = made.map((theirs, at) => difference(ours[at], theirs));
        found.push(difference(torch.rand([1]), next), ours.length === made.length ? null : 'another number of results');
        found.forEach((one, at) => one !== null && wrong.push(`${kind}, seed ${seed}, part ${at}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('prints as Python prints it', () => {
    expect(String(make())).toBe(python[i]!.text);
  });
});

test('every transform is compared', () => {
  const made = new Set(TRANSFORMS.map(({ make }) => make().constructor.name));
  const others = ['Transform', 'Lambda', 'LinearTransformation', 'MixUp', 'CutMix', 'ConvertBoundingBoxFormat'];
  const classes = Object.entries(transforms).filter(([, one]) => typeof one === 'function');
  expect(classes.map(([name]) => name).filter((name) => !made.has(name) && !others.includes(name))).toEqual([]);
});
