/** Pictures from files: decoding, limits, folders, published collections, and what is wrong with them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import * as torch from '../../../lib/index';
import { datasets, io, transforms, tvTensors, utils } from '../../../lib/vision/index';
import { pythonPath } from '../../support/python';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-images-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const picture = torch
  .arange(3 * 5 * 7)
  .reshape([3, 5, 7])
  .to(torch.uint8);
const asFloats = picture.to(torch.float32).div(255);

it('writes PNG that it reads again, without and with sharp', async () => {
  await utils.saveImage(asFloats, at('a.png'));
  const image = await io.readImage(at('a.png'));
  expect(image).toBeInstanceOf(tvTensors.Image);
  expect(image.tolist()).toEqual(picture.tolist());
  expect((await io.readImage(at('a.png'), { mode: 'gray' })).shape).toEqual([1, 5, 7]);
  expect((await io.readImage(at('a.png'), { mode: 'rgba' })).shape).toEqual([4, 5, 7]);
  expect((await io.decodeImage(readFileSync(at('a.png')), { mode: 'unchanged' })).shape).toEqual([3, 5, 7]);
  await utils.saveImage([asFloats, asFloats], at('b.webp'));
  expect((await io.readImage(at('b.webp'))).shape).toEqual([3, 9, 20]);
  await expect(utils.saveImage(asFloats, at('c.xyz'))).rejects.toThrow("unknown file extension: 'xyz'");
});

it('makes large pictures smaller while it decodes, and turns them as EXIF says', async () => {
  const base = sharp({ create: { width: 400, height: 200, channels: 3, background: 'red' } });
  await base.jpeg().withMetadata({ orientation: 6 }).toFile(at('turned.jpg'));
  expect((await io.readImage(at('turned.jpg'))).shape).toEqual([3, 200, 400]);
  expect((await io.readImage(at('turned.jpg'), { applyExifOrientation: true })).shape).toEqual([3, 400, 200]);
  expect((await io.readImage(at('turned.jpg'), { minSize: 50 })).shape).toEqual([3, 50, 100]);
});

it('gives the values that are in the file, whatever profile of colours it has', async () => {
  const values = Uint8Array.from({ length: 4 * 4 * 3 }, (_, i) => (i * 37) % 256);
  const raw = { width: 4, height: 4, channels: 3 } as const;
  const plain = await sharp(values, { raw }).png().toBuffer();
  const wide = await sharp(values, { raw }).withIccProfile('p3').png().toBuffer();
  const { icc, space } = await sharp(wide).metadata();
  expect([icc !== undefined, space]).toEqual([true, 'srgb']);
  // What Pillow reads, too: sharp by itself turns the colours into those of sRGB.
  const stored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer();
  expect(stored.equals(await sharp(plain).raw().toBuffer())).toBe(false);
  for (const mode of ['rgb', 'unchanged'] as const) {
    const image = await io.decodeImage(wide, { mode });
    expect(image.permute([1, 2, 0]).flatten().tolist()).toEqual([...stored]);
  }
});

it('names what it cannot decode, and refuses bombs', async () => {
  writeFileSync(at('bad.jpg'), 'no picture');
  await expect(io.readImage(at('bad.jpg'))).rejects.toThrow(/bad\.jpg cannot be decoded/);
  await expect(io.readImage(at('missing.jpg'))).rejects.toMatchObject({ code: 'ERR_TORCH_FILE' });
  await expect(io.readImage(folder)).rejects.toThrow('is a folder');
  await expect(io.readImage(at('a.png'), { limitPixels: 34 })).rejects.toThrow(/a\.png cannot be decoded.*pixel limit/);
  const whole = readFileSync(at('turned.jpg'));
  writeFileSync(at('half.jpg'), whole.subarray(0, whole.length / 2));
  await expect(io.readImage(at('half.jpg'))).rejects.toThrow(/half\.jpg cannot be decoded/);
  await expect(io.readImage(at('a.png'), { limitPixel: 3 } as never)).rejects.toThrow("did you mean 'limitPixels'?");
});

describe('ImageFolder', () => {
  beforeAll(async () => {
    for (const name of ['cat', 'dog']) {
      mkdirSync(at('animals', name), { recursive: true });
      for (const i of [1, 2, 3]) await utils.saveImage(asFloats, at('animals', name, `${i}.png`));
    }
    writeFileSync(at('animals', 'cat', 'notes.txt'), 'no picture');
  });

  it('has the pictures of each class, transformed, in batches of a loader', async () => {
    const transform = new transforms.Compose([
      new transforms.Resize([4, 4]),
      new transforms.ToDtype(torch.float32, true),
    ]);
    const animals = new datasets.ImageFolder<torch.Tensor>(at('animals'), { transform });
    expect([animals.length, animals.classes, animals.classToIdx]).toEqual([6, ['cat', 'dog'], { cat: 0, dog: 1 }]);
    const seen: unknown[] = [];
    for await (const [images, labels] of new torch.data.DataLoader(animals, { batchSize: 4 })) {
      seen.push(images.shape, labels.tolist());
    }
    expect(seen).toEqual([
      [4, 3, 4, 4],
      [0, 0, 0, 1],
      [2, 3, 4, 4],
      [1, 1],
    ]);
  });

  it('draws for its samples in the order in which they were asked for, whichever is read first', async () => {
    let later = 12;
    // The later a sample is asked for, the sooner it is read.
    const loader = async (): Promise<torch.Tensor> => {
      await new Promise((resolve) => setTimeout(resolve, 5 * later--));
      return torch.zeros([1]);
    };
    const transform = (x: torch.Tensor): torch.Tensor => x.add(torch.rand([1]));
    const animals = new datasets.ImageFolder<torch.Tensor>(at('animals'), { loader, transform });
    torch.manualSeed(4);
    const drawn = Array.from({ length: 6 }, () => torch.rand([1]).item());
    torch.manualSeed(4);
    const samples = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => animals.get(i)));
    expect(samples.map(([x]) => x.item())).toEqual(drawn);
  });

  it('leaves out what cannot be read, on demand', async () => {
    writeFileSync(at('animals', 'dog', '2.png'), 'broken');
    const strict = new datasets.ImageFolder(at('animals'));
    await expect(strict.get(4)).rejects.toThrow(/dog.2\.png cannot be decoded/);
    const files: string[] = [];
    const onSkip = ({ file }: datasets.SkippedSample): void => void files.push(path.basename(file));
    const lenient = new datasets.ImageFolder(at('animals'), {
      onError: 'skip',
      onSkip,
      targetTransform: (n: number) => -n,
    });
    expect((await lenient.get(4))[1]).toBe(-1);
    expect(files).toEqual(['2.png']);
    await expect(lenient.get(6)).rejects.toMatchObject({ code: 'ERR_TORCH_INDEX' });
  });

  it('says what a folder lacks', () => {
    mkdirSync(at('empty', 'nothing'), { recursive: true });
    expect(() => new datasets.ImageFolder(at('empty'))).toThrow('Found no valid file for the classes nothing');
    expect(new datasets.ImageFolder(at('empty'), { allowEmpty: true }).length).toBe(0);
    expect(() => new datasets.ImageFolder(at('empty', 'nothing'))).toThrow("couldn't find any class folder");
    expect(() => new datasets.ImageFolder(at('animals'), { transform: 3 } as never)).toThrow(
      'a transform or a function',
    );
    const odd = { loader: () => 1, extensions: ['.png'], isValidFile: () => true };
    expect(() => new datasets.DatasetFolder(at('animals'), odd)).toThrow('cannot be null or not null at the same time');
  });
});

it('reads MNIST and its kin, and says where to get what is missing', () => {
  const idx = (dims: number[], bytes: number[]): Buffer => {
    const head = Buffer.alloc(4 + 4 * dims.length);
    head.set([0, 0, 8, dims.length]);
    dims.forEach((extent, i) => head.writeUInt32BE(extent, 4 + 4 * i));
    return Buffer.concat([head, Buffer.from(bytes)]);
  };
  mkdirSync(at('FashionMNIST', 'raw'), { recursive: true });
  const images = idx([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
  writeFileSync(at('FashionMNIST', 'raw', 'train-images-idx3-ubyte'), images);
  writeFileSync(at('FashionMNIST', 'raw', 'train-labels-idx1-ubyte.gz'), gzipSync(idx([2], [9, 0])));
  expect(() => new datasets.FashionMNIST(folder)).toThrow(/its MD5 is [0-9a-f]{32}, not 25c81989/);
  const clothes = new datasets.FashionMNIST(folder, { checkHash: false });
  const [image, label] = clothes.get(1);
  expect([image.tolist(), label, clothes.length, clothes.classToIdx['Ankle boot']]).toEqual(
    [
      [
        [
          [5, 6],
          [7, 8],
        ],
      ],
      9,
      2,
      9,
    ].map((v, i) => (i === 1 ? 0 : v)),
  );
  expect(() => new datasets.FashionMNIST(folder, false)).toThrow(/get it from http:\/\/fashion-mnist.*t10k-images/);
  expect(() => new datasets.EMNIST(folder, 'letters')).toThrow('EMNIST: there is neither emnist-letters-train-images');
  expect(() => new datasets.EMNIST(folder, 'words' as never)).toThrow("'split' should be");
});

it('reads the pickles of CIFAR, packed and unpacked, and nothing else', () => {
  const script = `
import io, os, pickle, sys, tarfile, numpy
base = sys.argv[1]
for folder, parts, names in (("cifar-10-batches-py", ["data_batch_%d" % i for i in range(1, 6)] + ["test_batch"], "label_names"), ("cifar-100-python", ["train", "test"], "fine_label_names")):
    os.makedirs(os.path.join(base, folder))
    for n, part in enumerate(parts):
        data = (numpy.arange(2 * 3072) % 251 + n).astype(numpy.uint8).reshape(2, 3072)
        labels = "labels" if "10-" in folder and "100" not in folder else "fine_labels"
        with open(os.path.join(base, folder, part), "wb") as file:
            pickle.dump({"data": data, labels: [n, 1], "batch_label": "x"}, file, protocol=2)
    with open(os.path.join(base, folder, "batches.meta" if "100" not in folder else "meta"), "wb") as file:
        pickle.dump({names: ["plane", "car"]}, file, protocol=2)
with tarfile.open(os.path.join(base, "packed", "cifar-100-python.tar.gz") if os.makedirs(os.path.join(base, "packed")) is None else "", "w:gz") as tar:
    tar.add(os.path.join(base, "cifar-100-python"), "cifar-100-python")
class Bad:
    def __reduce__(self):
        return os.system, ("exit 1",)
os.makedirs(os.path.join(base, "bad", "cifar-100-python"))
for part in ("train", "meta"):
    with open(os.path.join(base, "bad", "cifar-100-python", part), "wb") as file:
        pickle.dump({"data": Bad(), "fine_labels": [1]}, file, protocol=2)
`;
  execFileSync(pythonPath, ['-W', 'ignore', '-c', script, folder]);
  expect(() => new datasets.CIFAR10(folder)).toThrow(/data_batch_1 is not the file that was published/);
  const things = new datasets.CIFAR10(folder, { checkHash: false });
  expect([things.length, things.targets, things.classes]).toEqual([
    10,
    [0, 1, 1, 1, 2, 1, 3, 1, 4, 1],
    ['plane', 'car'],
  ]);
  const [image, label] = things.get(2);
  expect([image.shape, label, image.index(0, 0, 1).item(), image.index(1, 0, 0).item()]).toEqual([
    [3, 32, 32],
    1,
    2,
    (1024 % 251) + 1,
  ]);
  const packed = new datasets.CIFAR100(at('packed'), { checkHash: false, train: false });
  expect([packed.length, packed.targets]).toEqual([2, [1, 1]]);
  expect(() => new datasets.CIFAR100(at('bad'), { checkHash: false })).toThrow('the pickle has no array of bytes');
  expect(() => new datasets.CIFAR100(at('animals'))).toThrow('get it from https://www.cs.toronto.edu');
});

it('reads what COCO says of pictures', async () => {
  const [images, annotations] = [
    [
      { id: 7, file_name: '1.png' },
      { id: 3, file_name: '3.png' },
    ],
    [{ id: 1, image_id: 7, category_id: 2, bbox: [1, 2, 3, 4] }],
  ];
  writeFileSync(at('coco.json'), JSON.stringify({ images, annotations }));
  const coco = new datasets.CocoDetection(at('animals', 'cat'), at('coco.json'));
  expect(coco.ids).toEqual([3, 7]);
  expect((await coco.get(0))[1]).toEqual([]);
  const [image, found] = await coco.get(1);
  expect([image.shape, found]).toEqual([[3, 5, 7], annotations]);
  writeFileSync(at('other.json'), '{"images": [{}]}');
  expect(() => new datasets.CocoDetection(folder, at('other.json'))).toThrow('it is no file of COCO');
  writeFileSync(at('other.json'), '{');
  expect(() => new datasets.CocoDetection(folder, at('other.json'))).toThrow('is not JSON');
});
