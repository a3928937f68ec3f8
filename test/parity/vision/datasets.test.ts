/** Data sets of pictures beside torchvision: what VOC's files say, their masks, and the channels of decoded pictures. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { datasets, io, transforms as t } from '../../../lib/vision/index';
import { bitDifference, runPython } from '../../support/python';

const NAMES = ['2007_000001', '2007_000002', '2007_000003'];

const XML = [
  `<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<annotation>
  <folder>VOC2012</folder><filename>2007_000001.jpg</filename>
  <source><database>one &amp; only</database></source>
  <size><width>9</width><height>6</height><depth>3</depth></size>
  <segmented>1</segmented>
  <object><name>cat</name><pose></pose><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>5</xmax><ymax>6</ymax></bndbox>
    <part><name>head</name><bndbox><xmin>1</xmin></bndbox></part><part><name>foot</name></part></object>
</annotation>`,
  `<annotation><object><name> Hund <!-- no cat --> groß</name></object><object><name><![CDATA[a<b]]></name>text</object>
<owner><name>?</name></owner></annotation>`,
  '<annotation><folder/><empty> </empty></annotation>',
];

const SCRIPT = `
import import_torchvision  # noqa: F401
import os
import numpy
from PIL import Image
from torchvision import datasets, tv_tensors
from torchvision.transforms import v2
base = os.path.join(input["folder"], "VOCdevkit", "VOC2012")
random = numpy.random.default_rng(0)
colors = []
for i in range(256):
    r = g = b = 0
    c = i
    for j in range(8):
        r |= (c & 1) << (7 - j); g |= (c >> 1 & 1) << (7 - j); b |= (c >> 2 & 1) << (7 - j); c >>= 3
    colors += [r, g, b]
for n, name in enumerate(input["names"]):
    Image.fromarray(random.integers(0, 256, (6, 9, 3), dtype=numpy.uint8)).save(os.path.join(base, "JPEGImages", name + ".jpg"), format="PNG")
    classes = random.choice([0, 3, 20, 255] if n == 0 else [0, 1, 5], (6, 9)).astype(numpy.uint8)
    mask = Image.fromarray(classes, mode="L" if n == 2 else "P")
    if n != 2:
        mask.putpalette(colors if n == 0 else colors[:24])
    mask.save(os.path.join(base, "SegmentationClass", name + ".png"), **({"bits": 4} if n == 1 else {}))
found = datasets.VOCDetection(input["folder"], year="2012", image_set="val")
output = {}
output["pictures"] = [tv_tensors.Image(found[i][0]).as_subclass(torch.Tensor).contiguous() for i in range(3)]
output["said"] = [found[i][1] for i in range(3)]
output["files"] = [found.images, found.annotations]
masks = datasets.VOCSegmentation(input["folder"], image_set="val")
output["masks"] = [tv_tensors.Mask(masks[i][1]).as_subclass(torch.Tensor) for i in range(3)]
output["decoded"] = {}
for mode in ("L", "LA", "RGB", "RGBA"):
    data = random.integers(0, 256, (5, 7, len(mode)), dtype=numpy.uint8)
    Image.fromarray(data[:, :, 0] if mode == "L" else data, mode=mode).save(os.path.join(input["folder"], mode + ".png"))
    output["decoded"][mode] = torch.from_numpy(data).permute(2, 0, 1).contiguous()
for name in ("cat", "dog"):
    os.makedirs(os.path.join(input["folder"], "animals", name))
    for i in range(4):
        data = random.integers(0, 256, (9, 8, 3), dtype=numpy.uint8)
        Image.fromarray(data).save(os.path.join(input["folder"], "animals", name, f"{i}.png"))
prepare = v2.Compose([v2.ToImage(), v2.RandomCrop(6), v2.RandomHorizontalFlip(), v2.ColorJitter(0.5, 0.5)])
animals = datasets.ImageFolder(os.path.join(input["folder"], "animals"), prepare)
torch.manual_seed(6)
output["epoch"] = []
for images, labels in torch.utils.data.DataLoader(animals, batch_size=3, shuffle=True):
    output["epoch"] += [torch.Tensor.contiguous(images).as_subclass(torch.Tensor), labels, torch.rand(2)]
`;

interface Seen {
  readonly pictures: readonly Tensor[];
  readonly said: readonly unknown[];
  readonly files: readonly (readonly string[])[];
  readonly masks: readonly Tensor[];
  readonly decoded: Readonly<Record<string, Tensor>>;
  readonly epoch: readonly Tensor[];
}

let folder: string;
let python: Seen;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-voc-'));
  const base = path.join(folder, 'VOCdevkit', 'VOC2012');
  const inside = ['JPEGImages', 'SegmentationClass', 'Annotations', 'ImageSets/Main', 'ImageSets/Segmentation'];
  for (const one of inside) mkdirSync(path.join(base, one), { recursive: true });
  NAMES.forEach((name, i) => writeFileSync(path.join(base, 'Annotations', `${name}.xml`), XML[i]!));
  for (const list of ['Main', 'Segmentation']) {
    writeFileSync(path.join(base, 'ImageSets', list, 'val.txt'), `${NAMES.join('\n')}\n`);
  }
  python = runPython(SCRIPT, { folder, names: NAMES });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('VOC is read as torchvision reads it', async () => {
  const found = new datasets.VOCDetection(folder, '2012', 'val');
  expect([found.length, found.images, found.annotations]).toEqual([3, ...python.files]);
  for (const [i, theirs] of python.pictures.entries()) {
    const [image, said] = await found.get(i);
    expect(bitDifference(image, theirs)).toBeNull();
    expect(said).toEqual(python.said[i]);
  }
  const masks = new datasets.VOCSegmentation(folder, { imageSet: 'val' });
  for (const [i, theirs] of python.masks.entries()) {
    expect(bitDifference((await masks.get(i))[1], theirs)).toBeNull();
  }
});

test('pictures keep their channels, or get those that are asked for', async () => {
  const file = (mode: string): string => path.join(folder, `${mode}.png`);
  for (const [mode, theirs] of Object.entries(python.decoded)) {
    const image = await io.readImage(file(mode), { mode: 'unchanged' });
    expect([mode, bitDifference(image, theirs)]).toEqual([mode, null]);
  }
  const { L: gray, RGBA: four } = python.decoded as Record<'L' | 'RGBA', Tensor>;
  const decoded = async (name: string, mode: io.ImageMode): Promise<Tensor> => io.readImage(file(name), { mode });
  expect(bitDifference(await decoded('L', 'gray'), gray)).toBeNull();
  expect(bitDifference(await decoded('L', 'rgb'), torch.cat([gray, gray, gray]))).toBeNull();
  expect(bitDifference(await decoded('RGBA', 'rgb'), four.narrow(0, 0, 3).contiguous())).toBeNull();
});

test('an epoch of a folder draws what it draws in Python, between the draws of training', async () => {
  const transform = new t.Compose([new t.RandomCrop(6), new t.RandomHorizontalFlip(), new t.ColorJitter(0.5, 0.5)]);
  const animals = new datasets.ImageFolder<Tensor>(path.join(folder, 'animals'), { transform });
  torch.manualSeed(6);
  const seen: Tensor[] = [];
  for await (const [images, labels] of new torch.data.DataLoader(animals, { batchSize: 3, shuffle: true })) {
    seen.push(images.contiguous(), labels, torch.rand([2]));
  }
  expect(seen.map((one, i) => bitDifference(one, python.epoch[i]!))).toEqual(python.epoch.map(() => null));
});
