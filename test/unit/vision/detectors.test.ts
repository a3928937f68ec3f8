/** Detectors with what nobody means: other channels, NaN, targets that are none, disposed tensors, another worker. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import * as torch from '../../../lib/index';
import { models, ops } from '../../../lib/vision/index';
import { withoutEps } from '../../../lib/vision/models/detection/backbones';

const { detection } = models;
type Target = models.detection.DetectionTarget;

torch.manualSeed(1);
const model = detection.ssdlite320MobilenetV3Large({ numClasses: 3 });
const image = torch.rand([3, 48, 64]);
const boxes = torch.tensor([[5, 4, 30, 40]], { dtype: torch.float32 });
const labels = torch.tensor([1]);
const target: Target = { boxes, labels };
const gone = torch.rand([3, 48, 64]);
gone.dispose();

/** What is refused: pictures, targets, and what the error says. */
const REFUSED: readonly (readonly [what: string, images: unknown, targets: unknown, message: string])[] = [
  [
    'four channels',
    [torch.rand([4, 48, 64])],
    [target],
    'The size of tensor a (4) must match the size of tensor b (3)',
  ],
  ['no channels', [torch.rand([48, 64])], [target], 'a list of 3d tensors of shape [C, H, W]'],
  ['no rows', [torch.rand([3, 0, 64])], [target], 'sizes should be greater than 0'],
  ['a disposed picture', [gone], [target], 'this tensor has been disposed'],
  ['a promise of a picture', [Promise.resolve(image)], [target], 'expected an array of pictures'],
  ['names of files', ['a.png'], [target], 'expected an array of pictures'],
  ['a promise of targets', [image], Promise.resolve([target]), "'targets' should be an array of { boxes, labels }"],
  ['promises of targets', [image], [Promise.resolve(target)], 'Expected target boxes to be of type Tensor'],
  ['no target', [image], [null], 'Expected target boxes to be of type Tensor. Target 0 is null'],
  ['one target too many', [image], [target, target], 'there are 1 pictures and 2 targets'],
  ['no labels', [image], [{ boxes }], 'Every element of targets should have a labels key'],
  ['labels in an array', [image], [{ boxes, labels: [1] }], 'should have a labels key'],
  ['too few labels', [image], [{ boxes, labels: labels.narrow(0, 0, 0) }], 'has 1 boxes and labels of shape (0,)'],
  ['boxes of one dimension', [image], [{ boxes: torch.zeros([4]), labels }], 'of shape [N, 4], got (4,)'],
  ['a disposed box', [image], [{ boxes: gone, labels }], 'this tensor has been disposed'],
  ['NaN in a box', [image], [{ boxes: boxes.mul(NaN), labels }], 'Found invalid box [NaN, NaN, NaN, NaN] for target'],
  ['an endless box', [image], [{ boxes: boxes.mul(Infinity), labels }], 'Found invalid box [Infinity'],
];

test.each(REFUSED)('training refuses %s', (_, images, targets, message) => {
  model.train();
  expect(() => model.forward(images as never, targets as never)).toThrow(message);
});

test('evaluation refuses what is no picture', () => {
  model.eval();
  for (const [, images, , message] of REFUSED.slice(0, 6)) {
    expect(() => model.forward(images as never)).toThrow(message);
  }
});

test('pictures of NaN show nothing, and gray ones are taken', () => {
  model.eval();
  const found = torch.noGrad(() =>
    model.forward([image.mul(NaN), image.narrow(0, 0, 1)]),
  ) as models.detection.Detection[];
  expect(found[0]!.boxes.shape).toEqual([0, 4]);
  expect(found[1]!.boxes.shape[0]).toBeGreaterThan(0);
});

test('MaxViT refuses pictures of other sizes and channels', () => {
  const small = { inputSize: [64, 64] as const, stemChannels: 8, blockChannels: [8, 16], blockLayers: [1, 1] };
  const rest = { headDim: 8, stochasticDepthProb: 0, partitionSize: 4, numClasses: 3 };
  const maxvit = new models.MaxVit({ ...small, ...rest } as never).eval();
  expect(maxvit.forward(torch.rand([1, 3, 64, 64])).shape).toEqual([1, 3]);
  expect(() => maxvit.forward(torch.rand([1, 4, 64, 64]))).toThrow(/expected input\[1, 4, 64, 64\] to have 3 channels/);
  expect(() => maxvit.forward(torch.rand([1, 3, 72, 64]))).toThrow();
  expect(
    maxvit
      .forward(torch.full([1, 3, 64, 64], NaN))
      .isnan()
      .all()
      .item(),
  ).toBe(true);
});

test('only the weights that were published so have norms without eps', () => {
  const norms = (file: string): number => {
    const norm = new ops.FrozenBatchNorm2d(3);
    withoutEps('keypointrcnn_resnet50_fpn')(new torch.nn.Sequential(norm), {}, file);
    return norm.eps;
  };
  expect(norms('keypointrcnn_resnet50_fpn_coco-fc266e95.pth')).toBe(0);
  expect(norms('keypointrcnn_resnet50_fpn_coco-9f466800.pth')).toBe(1e-5);
  expect(norms('mine.pth')).toBe(1e-5);
});

test('a worker finds and learns what this thread does', async () => {
  const file = path.join(__dirname, 'fixtures/detector.cjs');
  const execArgv = ['--require', path.join(__dirname, '../../support/register-ts.cjs')];
  const worker = new Worker(file, { execArgv });
  const [there] = (await once(worker, 'message')) as [unknown];
  await worker.terminate();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same program, in this thread
  const { observe } = require('./fixtures/detector.cjs') as { observe(library: object, models: object): unknown };
  expect(there).toEqual(observe(torch, models));
}, 240_000);
