/** A misspelt option is refused by its name, by everything of vision and language that takes options. */
import * as torch from '../../../lib/index';
import * as language from '../../../lib/language/index';
import * as vision from '../../../lib/vision/index';

type Loose = (...args: unknown[]) => unknown;
type LooseClass = new (...args: unknown[]) => unknown;

const { detection } = vision.models;
const wrong = { wrongOption: true };
const boxes = (): torch.Tensor => torch.tensor([[0, 0, 2, 2]], { dtype: torch.float32 });
const batch = (): torch.Tensor => torch.rand([1, 4, 8, 8]);
const image = (): torch.Tensor => torch.rand([3, 8, 8]);

/** Beginnings of calls: one of them fits each function and class. */
const BEGINNINGS: readonly (() => readonly unknown[])[] = [
  () => [],
  () => [batch()],
  () => [image()],
  () => [boxes()],
  () => [batch(), batch()],
  () => [batch(), batch(), batch()],
  () => [boxes(), boxes()],
  () => [image(), boxes()],
  () => [image(), [8, 8]],
  () => [image(), 'picture.png'],
  () => [batch(), [boxes()], [2, 2]],
  () => [batch(), 0.5, 3],
  () => [8],
  () => [8, 8],
  () => [8, 8, 8],
  () => [8, [8]],
  () => [0.5, 3],
  () => [[8], 8],
  () => [[8, 8]],
  () => [[2, 2], 0.25, 2],
  () => ['folder'],
  () => ['folder', 'file'],
  () => [Buffer.from('no picture')],
  () => [(value: unknown) => value],
];

async function isRefused(value: Loose): Promise<boolean> {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  for (const beginning of BEGINNINGS) {
    const args = [...beginning(), wrong];
    try {
      await (isClass ? new (value as unknown as LooseClass)(...args) : value(...args));
    } catch (error) {
      if ((error as Error).message.includes('wrongOption')) return true;
    }
  }
  return false;
}

/** What has no options: tensors and numbers one by one, or what is checked below. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  ops: [
    ...['Permute', 'StochasticDepth', 'stochasticDepth', 'batchedNms', 'boxArea', 'boxConvert', 'boxIou'],
    ...['clipBoxesToImage', 'generalizedBoxIou', 'masksToBoxes', 'nms'],
  ],
  transforms: ['SetClampingMode'],
  'transforms.functional': [
    ...['grayscaleToRgb', 'erase', 'horizontalFlip', 'verticalFlip', 'getDimensions', 'getNumChannels', 'getSize'],
    ...['toImage', 'autocontrast', 'equalize', 'invert'],
  ],
  datasets: ['VisionDataset', 'FileDataset'],
};

test.each<readonly [string, object]>([
  ['ops', vision.ops],
  ['utils', vision.utils],
  ['io', vision.io],
  ['transforms', vision.transforms],
  ['transforms.functional', vision.transforms.functional],
  ['datasets', vision.datasets],
])('%s', async (name, space) => {
  const without = new Set(WITHOUT[name]);
  const silent: string[] = [];
  for (const [key, value] of Object.entries(space)) {
    if (typeof value === 'function' && !without.has(key) && !(await isRefused(value as Loose))) silent.push(key);
  }
  expect(silent).toEqual([]);
});

const shares = { fgIouThresh: 0.5, bgIouThresh: 0.5, batchSizePerImage: 4, positiveFraction: 0.5 };
const found = { bboxRegWeights: [10, 10, 5, 5], scoreThresh: 0.05, nmsThresh: 0.5, detectionsPerImg: 4 };
const kept = { training: 4, testing: 4 };
const proposed = { preNmsTopN: kept, postNmsTopN: kept, nmsThresh: 0.7, scoreThresh: 0 };
const shown = { minSize: 8, maxSize: 8, imageMean: [0], imageStd: [1] };
const pooled = { featmapNames: ['0'], outputSize: 2, samplingRatio: 2 };

test.each<readonly [string, Loose, object]>([
  ['MultiScaleRoIAlign', (options) => new detection.MultiScaleRoIAlign(options as never), pooled],
  ['GeneralizedRCNNTransform', (options) => new detection.GeneralizedRCNNTransform(options as never), shown],
  [
    'RegionProposalNetwork',
    (options) =>
      new detection.RegionProposalNetwork(
        new detection.AnchorGenerator([[8]], [[1]]),
        new detection.RPNHead(4, 1),
        options as never,
      ),
    { ...shares, ...proposed },
  ],
  [
    'RoIHeads',
    (options) =>
      new detection.RoIHeads(
        new detection.MultiScaleRoIAlign({ featmapNames: ['0'], outputSize: 2, samplingRatio: 2 }),
        new detection.TwoMLPHead(16, 4),
        new detection.FastRCNNPredictor(4, 2),
        options as never,
      ),
    { ...shares, ...found },
  ],
  [
    'BackboneWithFPN',
    (options) => new detection.BackboneWithFPN(vision.models.resnet18(), { layer1: '0' }, [64], 4, options as never),
    {},
  ],
])('%s wants its options, and no others', (name, make, options) => {
  make(options);
  expect(() => make({ ...options, ...wrong })).toThrow(/wrongOption/);
  for (const key of Object.keys(options)) {
    const rest = Object.fromEntries(Object.entries(options).filter(([one]) => one !== key));
    expect(() => make(rest)).toThrow(new RegExp(`${key}`));
    expect(() => make({ ...options, [key]: Symbol('no value') })).toThrow(new RegExp(key));
  }
  expect(name).toBe(make(options)?.constructor.name);
});

test('models', async () => {
  const { models } = vision;
  const makers = models.listModels().map((name) => [name, models.getModelBuilder(name) as Loose] as const);
  const silent: string[] = [];
  for (const [name, make] of makers) if (!(await isRefused(() => make(wrong)))) silent.push(name);
  expect(makers.length).toBeGreaterThan(90);
  expect(silent).toEqual([]);
});

test('configurations and parts of language', () => {
  expect(() => new language.GenerationConfig({ maxNewToken: 3 } as never)).toThrow(/did you mean 'maxNewTokens'/);
  expect(() => new language.LoraConfig({ rank: 3 } as never)).toThrow(/rank/);
  expect(() => new language.GPT2Config({ nLayers: 3 } as never)).toThrow(/did you mean 'nLayer'/);
});
