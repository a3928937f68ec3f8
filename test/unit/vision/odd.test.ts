/** Transforms and data sets of pictures with what nobody means: disposed tensors, NaN, odd samples, wrong options, workers. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { Tensor } from '../../../lib/index';
import { datasets, models, transforms as t, tvTensors, utils } from '../../../lib/vision/index';

const { functional: F } = t;
const image = (): Tensor => torch.rand([3, 8, 8]);
const boxes = (): tvTensors.BoundingBoxes =>
  new tvTensors.BoundingBoxes([[1, 2, 5, 6]], { format: 'XYXY', canvasSize: [8, 8] });

describe('what a transform is called with', () => {
  it('refuses disposed tensors, and what is none', () => {
    const gone = image();
    gone.dispose();
    expect(() => new t.Resize(4).forward(gone)).toThrow('disposed');
    expect(() => F.resize('a.png' as never, 4)).toThrow("'inpt' should be a Tensor, got 'a.png'");
    expect(() => F.horizontalFlip(null as never)).toThrow('expected a Tensor, got null');
    expect(() => (new t.Resize(4).forward as () => unknown)()).toThrow();
  });

  it('passes what is no picture: promises, dates, texts, nothing', () => {
    const others = [null, undefined, 'text', 5, new Date(0), Promise.resolve(1), new Set([1])] as const;
    expect(new t.RandomHorizontalFlip(1).forward([...others])).toEqual(others);
    const sample = { image: image(), label: torch.tensor(3), deep: [{ more: new Map([['a', image()]]) }] };
    const made = new t.CenterCrop(4).forward(sample);
    expect(made.image.shape).toEqual([3, 4, 4]);
    expect(made.label).toBe(sample.label);
    expect(made.deep[0]!.more.get('a')!.shape).toEqual([3, 8, 8]);
    expect(new t.CenterCrop(4).forward(new Map([['a', image()]])).get('a')!.shape).toEqual([3, 4, 4]);
  });

  it('takes NaN and empty pictures', () => {
    const odd = torch.full([3, 8, 8], NaN);
    expect(Number.isNaN(new t.ColorJitter(0.5, 0.5, 0.5, 0.1).forward(odd).sum().item())).toBe(true);
    expect(new t.Resize([4, 4]).forward(torch.zeros([0, 3, 8, 8])).shape).toEqual([0, 3, 4, 4]);
    expect(F.rotate(torch.zeros([3, 0, 8]), 30).shape).toEqual([3, 0, 8]);
    expect(() => F.rotate(image(), NaN)).toThrow('finite');
    expect(
      F.sanitizeBoundingBoxes(torch.tensor([[NaN, 0, 3, 3]]), { format: 'xyxy', canvasSize: [8, 8] })[0].shape,
    ).toEqual([0, 4]);
  });

  it('needs pictures of one size, and one picture where only one can be', () => {
    const two = [new tvTensors.Image(image()), new tvTensors.Image(torch.rand([3, 6, 8]))];
    expect(() => new t.RandomCrop(4).forward(two)).toThrow(
      'Found multiple HxW dimensions in the sample: (6, 8) and (8, 8)',
    );
    expect(() => new t.RandomErasing(1).forward(['nothing'])).toThrow('No image or video was found');
    expect(() => new t.RandAugment().forward([image(), boxes()])).toThrow(
      'Inputs of type BoundingBoxes are not supported',
    );
    expect(() => new t.FiveCrop(4).forward([image(), boxes()])).toThrow('not supported by FiveCrop()');
    expect(() => new t.RandomIoUCrop().forward(image())).toThrow('requires input sample to contain');
    expect(() => new t.MixUp().forward(torch.rand([2, 3, 4, 4]), torch.tensor([0, 1]))).toThrow(
      'numClasses must be passed',
    );
    expect(() => new t.CutMix({ numClasses: 2 }).forward(image(), torch.tensor([0]))).toThrow(
      'Expected a batched input',
    );
  });
});

describe('what a transform is made with', () => {
  it.each<[string, () => unknown, string]>([
    ['an unknown option', () => new t.Resize(4, { antialia: true } as never), "did you mean 'antialias'?"],
    ['a mode', () => new t.Resize(4, 'bilinar' as never).forward(image()), "Invalid interpolation mode: 'bilinar'"],
    ['three sizes', () => new t.Resize([1, 2, 3]), 'size can be an integer, a sequence of one or two integers'],
    ['no size', () => new t.Resize(null), 'maxSize must be an integer when size is null'],
    ['a probability', () => new t.RandomInvert(2), '`p` should be a floating point value in the interval [0.0, 1.0].'],
    ['NaN', () => new t.RandomInvert(NaN), '`p` should be'],
    [
      'a crop',
      () => new t.RandomCrop(9).forward(image()),
      'Required crop size (9, 9) is larger than input image size (8, 8).',
    ],
    ['a padding', () => new t.Pad([1, 2, 3]), 'Padding must be an int or a 1, 2, or 4 element'],
    ['degrees', () => new t.RandomRotation(-3), 'If degrees is a single number, it must be positive.'],
    ['an even kernel', () => new t.GaussianBlur(4), 'Kernel size value should be an odd and positive number.'],
    ['hue', () => new t.ColorJitter({ hue: 0.7 }), 'hue values should be between (-0.5, 0.5) and increasing'],
    ['no transforms', () => new t.Compose([]), 'Pass at least one transform'],
    [
      'one transform',
      () => new t.Compose(new t.Pad(1) as never),
      'Argument transforms should be a sequence of callables',
    ],
    [
      'weights',
      () => new t.RandomChoice([new t.Pad(1)], [1, 2]),
      "Length of p doesn't match the number of transforms: 2 != 1",
    ],
    ['bytes', () => new t.Normalize([0], [1]).forward(image().to(torch.uint8)), 'should be a float tensor'],
    ['a zero', () => new t.Normalize([0], [0]).forward(image()), 'std evaluated to zero'],
    ['a dtype', () => new t.ToDtype('float32' as never), 'dtype must be a dict or a torch.dtype'],
    [
      'a format',
      () => new tvTensors.BoundingBoxes([1, 2, 3, 4], { format: 'xxyy' as never, canvasSize: [8, 8] }),
      'format should be one of',
    ],
    ['a policy', () => new t.AutoAugment('cifar' as never), 'The provided policy cifar is not recognized.'],
    ['a fill', () => new t.Pad(1, { fill: 'red' as never }), 'Got inappropriate fill arg'],
    [
      'many channels',
      () => F.adjustHue(torch.rand([4, 8, 8]), 0.1),
      'permitted channel values are 1 or 3, but found 4',
    ],
    ['a color', () => utils.drawBoundingBoxes(image(), torch.ones([1, 4]), { colors: 'rde' }), "did you mean 'red'?"],
    ['no picture', () => utils.makeGrid([]), 'there is no picture'],
    ['NaN in a box', () => utils.drawBoundingBoxes(image(), torch.full([1, 4], NaN)), 'Boxes need to be in'],
    ['a box without an end', () => utils.drawBoundingBoxes(image(), torch.full([1, 8], Infinity)), 'is not finite'],
    ['boxes of five numbers', () => utils.drawBoundingBoxes(image(), torch.ones([1, 5])), 'boxes should be [N, 4]'],
    ['points of one number', () => utils.drawKeypoints(image(), torch.ones([1, 2, 1])), 'shape (num_instances, K, 2)'],
    ['NaN in a point', () => utils.drawKeypoints(image(), torch.full([1, 2, 2], NaN)), 'a key point is not finite'],
    ['a line to nowhere', () => utils.drawKeypoints(image(), torch.ones([1, 2, 2]), [[0, 2]]), 'names the key point 2'],
    [
      'other visibilities',
      () => utils.drawKeypoints(image(), torch.ones([1, 2, 2]), { visibility: torch.ones([1, 3]) }),
      'Got visibility.shape=(1, 3) and keypoints.shape=(1, 2, 2)',
    ],
    ['motions of one channel', () => utils.flowToImage(torch.ones([1, 4, 4])), 'Input flow should have shape'],
    ['motions of bytes', () => utils.flowToImage(torch.ones([2, 4, 4], { dtype: torch.uint8 })), 'dtype torch.float'],
    ['NaN in a motion', () => utils.flowToImage(torch.full([2, 4, 4], NaN)), 'the flow is not finite'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});

it('keeps the class of what it changes, and says it where Python does', () => {
  const made = new t.Resize([4, 4]).forward({ image: new tvTensors.Image(image()), boxes: boxes() });
  expect(made.image).toBeInstanceOf(tvTensors.Image);
  expect([made.boxes.tolist(), made.boxes.canvasSize]).toEqual([[[0, 1, 2, 3]], [4, 4]]);
  expect(made.boxes.add(1)).not.toBeInstanceOf(tvTensors.BoundingBoxes);
  expect((made.boxes.clone() as tvTensors.BoundingBoxes).format).toBe('XYXY');
  expect((made.boxes.to(torch.float64) as tvTensors.BoundingBoxes).canvasSize).toEqual([4, 4]);
  class Own extends Tensor {}
  expect(torch.ones([1]).asSubclass(Own)).toBeInstanceOf(Own);
  expect(() => torch.ones([1]).asSubclass(Date as never)).toThrow('a class that extends Tensor');
});

it('says of a checkpoint which keys and which option do not fit', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ltn-odd-'));
  try {
    const file = path.join(folder, 'five.pth');
    torch.save(models.mnasnet0_5({ numClasses: 5 }).stateDict(), file);
    expect(() => models.mnasnet0_5({ weights: file })).toThrow(
      /another number of classes: classifier\.1\.weight is \[5, 1280\] in the file and \[1000, 1280\] in.*numClasses: 5,/,
    );
    expect(() => models.squeezenet1_1({ weights: file })).toThrow('does not hold the weights of squeezenet1_1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

it('reads pictures in workers', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ltn-workers-'));
  try {
    for (const name of ['a', 'b']) {
      mkdirSync(path.join(folder, name));
      for (const i of [1, 2, 3]) await utils.saveImage(image(), path.join(folder, name, `${i}.png`));
    }
    const execArgv = ['--require', path.join(__dirname, '../../support/register-ts.cjs')];
    const module_ = path.join(__dirname, 'fixtures/pictures.cjs');
    const dataset = new torch.data.WorkerDataset<readonly [Tensor, number]>(module_, { folder }, { execArgv });
    // Compiling TypeScript takes a worker its time on a busy machine.
    const options = { batchSize: 4, numWorkers: 2, timeout: 200 };
    const seen: unknown[] = [];
    for await (const [images, labels] of new torch.data.DataLoader(dataset, options)) {
      seen.push(images.shape, labels.tolist());
    }
    expect(seen).toEqual([
      [4, 3, 4, 4],
      [0, 0, 0, 1],
      [2, 3, 4, 4],
      [1, 1],
    ]);
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    expect(() => new datasets.ImageFolder(empty)).toThrow("couldn't find any class folder");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

test.each(['hard', 'soft', null] as const)('boxes stay clamped %s in copies and wrapped', (clampingMode) => {
  const boxes = new tvTensors.BoundingBoxes(torch.ones([1, 4]), {
    format: 'XYXY',
    canvasSize: [8, 8],
    clampingMode,
  });
  const { wrap } = tvTensors;
  expect([boxes.clone(), boxes.to(torch.float64), wrap(torch.zeros([1, 4]), { like: boxes })]).toEqual(
    Array(3).fill(expect.objectContaining({ clampingMode, canvasSize: [8, 8] })),
  );
  expect(wrap(torch.zeros([1, 4]), { like: boxes, clampingMode: 'hard' }).clampingMode).toBe('hard');
});
