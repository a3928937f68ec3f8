/** torchvision's transforms, each beside the text that makes it in Python. */
import * as torch from '../../lib/index';
import { transforms as t } from '../../lib/vision/index';

/** What samples a transform is tried on: pictures of bytes and of floats; with boxes and masks; a batch with labels. */
export type Kind = 'bytes' | 'floats' | 'sample';

export interface TransformCase {
  readonly python: string;
  readonly make: () => t.Transform;
  readonly kinds: readonly Kind[];
  /** Bits of floats may differ: the reason. */
  readonly close?: string;
}

const BOTH: readonly Kind[] = ['bytes', 'floats'];
const ALL: readonly Kind[] = ['bytes', 'floats', 'sample'];
const one = (python: string, make: () => t.Transform, kinds = ALL): TransformCase => ({ python, make, kinds });

const SIZES: readonly TransformCase[] = [
  one('Resize(11)', () => new t.Resize(11)),
  one('Resize((9, 40))', () => new t.Resize([9, 40])),
  one('Resize([13], max_size=15)', () => new t.Resize([13], { maxSize: 15 })),
  one('Resize(None, max_size=19)', () => new t.Resize(null, { maxSize: 19 })),
  one('Resize(30, "nearest")', () => new t.Resize(30, 'nearest')),
  one('Resize(11, "nearest-exact")', () => new t.Resize(11, 'nearest-exact')),
  one('Resize(11, "bicubic")', () => new t.Resize(11, 'bicubic')),
  one('Resize(40, "bicubic", antialias=False)', () => new t.Resize(40, 'bicubic', { antialias: false })),
  one('Resize(11, "bilinear", None, False)', () => new t.Resize(11, 'bilinear', null, false)),
  one('Resize(11, "lanczos")', () => new t.Resize(11, 'lanczos')),
  one('ScaleJitter((30, 20))', () => new t.ScaleJitter([30, 20])),
  one('RandomShortestSize([10, 14, 18], max_size=30)', () => new t.RandomShortestSize([10, 14, 18], 30)),
  one('RandomResize(8, 30)', () => new t.RandomResize(8, 30)),
  one('CenterCrop(15)', () => new t.CenterCrop(15)),
  one('CenterCrop((40, 10))', () => new t.CenterCrop([40, 10])),
  one('RandomCrop(15)', () => new t.RandomCrop(15)),
  one('RandomCrop((20, 24), padding=(3, 2), fill=7)', () => new t.RandomCrop([20, 24], { padding: [3, 2], fill: 7 })),
  one('RandomCrop(40, pad_if_needed=True)', () => new t.RandomCrop(40, { padIfNeeded: true })),
  one('RandomCrop(20, 4, False, 0, "reflect")', () => new t.RandomCrop(20, 4, false, 0, 'reflect'), BOTH),
  one('RandomResizedCrop(16)', () => new t.RandomResizedCrop(16)),
  one(
    'RandomResizedCrop((10, 12), (0.5, 0.9), (0.9, 1.1))',
    () => new t.RandomResizedCrop([10, 12], [0.5, 0.9], [0.9, 1.1]),
  ),
  one('RandomResizedCrop(10, (2.0, 3.0))', () => new t.RandomResizedCrop(10, [2, 3])),
  one('FiveCrop(9)', () => new t.FiveCrop(9), BOTH),
  one('TenCrop((9, 12), vertical_flip=True)', () => new t.TenCrop([9, 12], true), BOTH),
  one('Pad(3)', () => new t.Pad(3)),
  one('Pad([1, 2, 3, 4], fill=9)', () => new t.Pad([1, 2, 3, 4], 9)),
  one('Pad((2, 1), padding_mode="symmetric")', () => new t.Pad([2, 1], { paddingMode: 'symmetric' }), BOTH),
  one('Pad(2, padding_mode="edge")', () => new t.Pad(2, { paddingMode: 'edge' }), BOTH),
  one('Pad(2, fill={"Tensor": 1, "others": 0} and (1, 2, 3))', () => new t.Pad(2, [1, 2, 3]), BOTH),
  one('Pad(2, fill={tv_tensors.Image: 5, "others": 0})', () => new t.Pad(2, { fill: { Image: 5, others: 0 } })),
  one('RandomZoomOut(fill=3, p=0.8)', () => new t.RandomZoomOut({ fill: 3, p: 0.8 })),
];

const PLACES: readonly TransformCase[] = [
  one('RandomHorizontalFlip()', () => new t.RandomHorizontalFlip()),
  one('RandomVerticalFlip(0.7)', () => new t.RandomVerticalFlip(0.7)),
  one('RandomRotation(40)', () => new t.RandomRotation(40)),
  one(
    'RandomRotation((10, 80), "bilinear", True, fill=3)',
    () => new t.RandomRotation([10, 80], 'bilinear', { expand: true, fill: 3 }),
  ),
  one('RandomRotation(90, center=(3.5, 5.25))', () => new t.RandomRotation(90, { center: [3.5, 5.25] })),
  one('RandomRotation((90, 90), expand=True)', () => new t.RandomRotation([90, 90], { expand: true })),
  one('RandomAffine(20, (0.1, 0.3), (0.8, 1.2), 10)', () => new t.RandomAffine(20, [0.1, 0.3], [0.8, 1.2], 10)),
  one(
    'RandomAffine((0, 30), shear=(-5, 5, -10, 10), interpolation="bilinear", fill=(1, 2, 3))',
    () => new t.RandomAffine([0, 30], { shear: [-5, 5, -10, 10], interpolation: 'bilinear', fill: [1, 2, 3] }),
    BOTH,
  ),
  one('RandomAffine(5, fill=None)', () => new t.RandomAffine(5, { fill: null })),
  one('RandomPerspective(0.6, 0.9)', () => new t.RandomPerspective(0.6, 0.9)),
  one(
    'RandomPerspective(p=1.0, interpolation="nearest", fill=4)',
    () => new t.RandomPerspective({ p: 1, interpolation: 'nearest', fill: 4 }),
  ),
  one('ElasticTransform(30.0, 2.0)', () => new t.ElasticTransform(30, 2)),
  one(
    'ElasticTransform((20.0, 60.0), (1.0, 0.0), "nearest", fill=3)',
    () => new t.ElasticTransform([20, 60], [1, 0], 'nearest', 3),
  ),
];

const COLORS: readonly TransformCase[] = [
  one('ColorJitter(0.4, 0.4, 0.4, 0.1)', () => new t.ColorJitter(0.4, 0.4, 0.4, 0.1)),
  one('ColorJitter(brightness=(0.5, 1.5), hue=0.5)', () => new t.ColorJitter({ brightness: [0.5, 1.5], hue: 0.5 })),
  one('ColorJitter()', () => new t.ColorJitter()),
  one('RandomPhotometricDistort()', () => new t.RandomPhotometricDistort()),
  one('RandomPhotometricDistort(p=1.0)', () => new t.RandomPhotometricDistort({ p: 1 })),
  one('Grayscale()', () => new t.Grayscale()),
  one('Grayscale(3)', () => new t.Grayscale(3)),
  one('RandomGrayscale(0.6)', () => new t.RandomGrayscale(0.6)),
  one('RandomChannelPermutation()', () => new t.RandomChannelPermutation()),
  one('RGB()', () => new t.RGB()),
  one('RandomInvert()', () => new t.RandomInvert()),
  one('RandomPosterize(3, 0.9)', () => new t.RandomPosterize(3, 0.9)),
  one('RandomSolarize(0.4)', () => new t.RandomSolarize(0.4), ['floats']),
  one('RandomSolarize(128)', () => new t.RandomSolarize(128), ['bytes']),
  one('RandomAdjustSharpness(2.5)', () => new t.RandomAdjustSharpness(2.5)),
  one('RandomAutocontrast()', () => new t.RandomAutocontrast()),
  one('RandomEqualize(1.0)', () => new t.RandomEqualize(1)),
  one('GaussianBlur((5, 3))', () => new t.GaussianBlur([5, 3])),
  one('GaussianBlur(3, 0.7)', () => new t.GaussianBlur(3, 0.7)),
  one('GaussianNoise(0.1, 0.2)', () => new t.GaussianNoise(0.1, 0.2)),
  one('GaussianNoise(clip=False)', () => new t.GaussianNoise({ clip: false })),
  one('RandomErasing(0.9)', () => new t.RandomErasing(0.9), BOTH),
  one(
    'RandomErasing(1.0, (0.1, 0.2), (0.5, 2.5), "random")',
    () => new t.RandomErasing(1, [0.1, 0.2], [0.5, 2.5], 'random'),
    ['floats'],
  ),
  one('RandomErasing(p=1.0, value=[1, 2, 3])', () => new t.RandomErasing({ p: 1, value: [1, 2, 3] }), BOTH),
  one('Normalize([0.4, 0.5, 0.6], [0.2, 0.3, 0.4])', () => new t.Normalize([0.4, 0.5, 0.6], [0.2, 0.3, 0.4]), [
    'floats',
  ]),
];

const OTHERS: readonly TransformCase[] = [
  one('ToDtype(torch.float32, scale=True)', () => new t.ToDtype(torch.float32, true)),
  one('ToDtype(torch.int16, scale=True)', () => new t.ToDtype(torch.int16, { scale: true })),
  one(
    'ToDtype({tv_tensors.Image: torch.float64, tv_tensors.Mask: torch.int64, "others": None})',
    () => new t.ToDtype({ Image: torch.float64, Mask: torch.int64, others: null }),
    ['sample'],
  ),
  one('ConvertImageDtype(torch.uint8)', () => new t.ConvertImageDtype(torch.uint8)),
  one('ToImage()', () => new t.ToImage()),
  one('ToPureTensor()', () => new t.ToPureTensor(), BOTH),
  one('Identity()', () => new t.Identity()),
  one('SanitizeBoundingBoxes(labels_getter=None)', () => new t.SanitizeBoundingBoxes({ labelsGetter: null }), [
    'sample',
  ]),
  one('ClampBoundingBoxes()', () => new t.ClampBoundingBoxes(), ['sample']),
  one('SetClampingMode("hard")', () => new t.SetClampingMode('hard'), ['sample']),
  one('RandomIoUCrop()', () => new t.RandomIoUCrop(), ['sample']),
  one(
    'RandomIoUCrop(0.5, sampler_options=[0.1, 0.5])',
    () => new t.RandomIoUCrop(0.5, { samplerOptions: [0.1, 0.5] }),
    ['sample'],
  ),
  one(
    'Compose([RandomResizedCrop(16), RandomHorizontalFlip(), ColorJitter(0.2)])',
    () => new t.Compose([new t.RandomResizedCrop(16), new t.RandomHorizontalFlip(), new t.ColorJitter(0.2)]),
  ),
  one(
    'RandomApply([GaussianBlur(3), Pad(1)], 0.6)',
    () => new t.RandomApply([new t.GaussianBlur(3), new t.Pad(1)], 0.6),
  ),
  one('RandomChoice([Pad(1), Pad(2), Pad(3)])', () => new t.RandomChoice([new t.Pad(1), new t.Pad(2), new t.Pad(3)])),
  one('RandomChoice([Pad(1), Pad(2)], [1, 4])', () => new t.RandomChoice([new t.Pad(1), new t.Pad(2)], [1, 4])),
  one(
    'RandomOrder([Pad(1), RandomCrop(12), Resize(20)])',
    () => new t.RandomOrder([new t.Pad(1), new t.RandomCrop(12), new t.Resize(20)]),
  ),
];

const AUTOMATIC: readonly TransformCase[] = [
  one('AutoAugment()', () => new t.AutoAugment(), BOTH),
  one('AutoAugment(AutoAugmentPolicy.CIFAR10, "bilinear")', () => new t.AutoAugment('cifar10', 'bilinear'), BOTH),
  one('AutoAugment(AutoAugmentPolicy.SVHN, fill=5)', () => new t.AutoAugment('svhn', { fill: 5 }), BOTH),
  one('RandAugment()', () => new t.RandAugment(), BOTH),
  one('RandAugment(3, 14, fill=(1, 2, 3))', () => new t.RandAugment(3, 14, { fill: [1, 2, 3] }), BOTH),
  one('TrivialAugmentWide()', () => new t.TrivialAugmentWide(), BOTH),
  one('AugMix()', () => new t.AugMix(), BOTH),
  one('AugMix(5, 2, 2, 0.5, False)', () => new t.AugMix(5, 2, 2, 0.5, false), BOTH),
];

export const TRANSFORMS: readonly TransformCase[] = [...SIZES, ...PLACES, ...COLORS, ...OTHERS, ...AUTOMATIC];
