import { bool, callback, int, nullable, value } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { runtimeError, valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import { type NormLayer, batchNorm, run } from '../ops/layers';
import { heFanOut, initialize, onesAndZeros } from './initialize';
import { type Recipe, define } from './registry';

function conv3x3(inPlanes: number, outPlanes: number, stride = 1, groups = 1, dilation = 1): nn.Conv2d {
  return new nn.Conv2d(inPlanes, outPlanes, 3, { stride, padding: dilation, groups, bias: false, dilation });
}

function conv1x1(inPlanes: number, outPlanes: number, stride = 1): nn.Conv2d {
  return new nn.Conv2d(inPlanes, outPlanes, 1, { stride, bias: false });
}

/** What a block of a ResNet is made of. */
export interface BlockOptions {
  /** The channels of its input. */
  readonly inplanes: number;
  /** Its width; its output has `expansion` times as many channels. */
  readonly planes: number;
  /** The step of the convolution that shrinks. */
  readonly stride: number;
  /** Makes the input fit the output, or null where it does. */
  readonly downsample: nn.Module | null;
  /** Into how many groups the 3 × 3 convolution divides its channels. */
  readonly groups: number;
  /** The width of a group, of 64 planes. */
  readonly baseWidth: number;
  /** The dilation of the 3 × 3 convolution. */
  readonly dilation: number;
  /** Makes the normalizations. */
  readonly normLayer: NormLayer;
}

/**
 * The block of ResNet-18 and ResNet-34: two 3 × 3 convolutions and a shortcut.
 *
 * @example
 * const normLayer = (width: number) => new nn.BatchNorm2d(width);
 * const shape = { inplanes: 16, planes: 16, stride: 1, downsample: null, groups: 1, baseWidth: 64, dilation: 1 };
 * const block = new vision.models.BasicBlock({ ...shape, normLayer });
 * block.forward(torch.rand([1, 16, 8, 8])).shape; // [1, 16, 8, 8]
 */
export class BasicBlock extends nn.Module {
  static readonly expansion = 1;
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.Module;
  readonly relu = new nn.ReLU({ inplace: true });
  readonly conv2: nn.Conv2d;
  readonly bn2: nn.Module & { readonly weight?: Tensor | null };
  readonly downsample: nn.Module | null;

  constructor({ inplanes, planes, stride, downsample, groups, baseWidth, dilation, normLayer }: BlockOptions) {
    super();
    if (groups !== 1 || baseWidth !== 64) throw valueError('BasicBlock only supports groups=1 and baseWidth=64');
    if (dilation > 1)
      throw runtimeError('Dilation > 1 not supported in BasicBlock', { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
    this.conv1 = conv3x3(inplanes, planes, stride);
    this.bn1 = normLayer(planes);
    this.conv2 = conv3x3(planes, planes);
    this.bn2 = normLayer(planes);
    this.downsample = downsample;
  }

  override forward(x: Tensor): Tensor {
    const first = this.relu.forward(run(this.bn1, this.conv1.forward(x)));
    const out = run(this.bn2, this.conv2.forward(first));
    return this.relu.forward(out.add_(this.downsample ? run(this.downsample, x) : x));
  }
}

/**
 * The block of the deeper ResNets: 1 × 1, 3 × 3 and 1 × 1 convolutions and a shortcut.
 *
 * @example
 * const normLayer = (width: number) => new nn.BatchNorm2d(width);
 * const shape = { inplanes: 64, planes: 16, stride: 1, downsample: null, groups: 1, baseWidth: 64, dilation: 1 };
 * const block = new vision.models.Bottleneck({ ...shape, normLayer });
 * block.forward(torch.rand([1, 64, 8, 8])).shape; // [1, 64, 8, 8]
 */
export class Bottleneck extends nn.Module {
  static readonly expansion = 4;
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.Module;
  readonly conv2: nn.Conv2d;
  readonly bn2: nn.Module;
  readonly conv3: nn.Conv2d;
  readonly bn3: nn.Module & { readonly weight?: Tensor | null };
  readonly relu = new nn.ReLU({ inplace: true });
  readonly downsample: nn.Module | null;

  constructor({ inplanes, planes, stride, downsample, groups, baseWidth, dilation, normLayer }: BlockOptions) {
    super();
    const width = Math.trunc(planes * (baseWidth / 64)) * groups;
    this.conv1 = conv1x1(inplanes, width);
    this.bn1 = normLayer(width);
    this.conv2 = conv3x3(width, width, stride, groups, dilation);
    this.bn2 = normLayer(width);
    this.conv3 = conv1x1(width, planes * Bottleneck.expansion);
    this.bn3 = normLayer(planes * Bottleneck.expansion);
    this.downsample = downsample;
  }

  override forward(x: Tensor): Tensor {
    const first = this.relu.forward(run(this.bn1, this.conv1.forward(x)));
    const second = this.relu.forward(run(this.bn2, this.conv2.forward(first)));
    const out = run(this.bn3, this.conv3.forward(second));
    return this.relu.forward(out.add_(this.downsample ? run(this.downsample, x) : x));
  }
}

export interface ResNetOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** Begin with branches that add nothing: the last normalization of each has the weight 0. @defaultValue false */
  readonly zeroInitResidual?: boolean;
  /** Into how many groups 3 × 3 convolutions divide their channels. @defaultValue 1 */
  readonly groups?: number;
  /** The width of a group, of 64 planes. @defaultValue 64 */
  readonly widthPerGroup?: number;
  /** For each of the last three stages: dilate instead of shrinking. @defaultValue null, which means never */
  readonly replaceStrideWithDilation?: readonly [boolean, boolean, boolean] | null;
  /** Makes a normalization layer for a number of channels. @defaultValue null, which means `nn.BatchNorm2d` */
  readonly normLayer?: NormLayer | null;
}

const areThree = (v: unknown): boolean => Array.isArray(v) && v.every((one) => typeof one === 'boolean');

const OPTIONS = {
  numClasses: int(1000),
  zeroInitResidual: bool(false),
  groups: int(1),
  widthPerGroup: int(64),
  replaceStrideWithDilation: nullable(value<readonly boolean[]>('a list of three booleans', areThree)),
  normLayer: nullable(callback<NormLayer>()),
};

type Block = typeof BasicBlock | typeof Bottleneck;

/** What the stages of a ResNet hand on while it is built. */
interface Building {
  inplanes: number;
  dilation: number;
}

/**
 * A residual network over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/resnet.html
 * @example
 * const model = new vision.models.ResNet(vision.models.BasicBlock, [1, 1, 1, 1], { numClasses: 10 });
 * model.forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class ResNet extends nn.Module {
  readonly conv1: nn.Conv2d;
  readonly bn1: nn.Module;
  readonly relu = new nn.ReLU({ inplace: true });
  readonly maxpool = new nn.MaxPool2d(3, { stride: 2, padding: 1 });
  layer1: nn.Module;
  layer2: nn.Module;
  layer3: nn.Module;
  layer4: nn.Module;
  avgpool: nn.Module = new nn.AdaptiveAvgPool2d([1, 1]);
  /** The last layer: put another one here for other classes. */
  fc: nn.Module;

  constructor(block: Block, layers: readonly number[], options: ResNetOptions = {}) {
    super();
    const read = readOptions('ResNet', OPTIONS, options);
    const dilate = read.replaceStrideWithDilation ?? [false, false, false];
    if (dilate.length !== 3) {
      const text = `[${dilate.join(', ')}]`;
      throw valueError(`replaceStrideWithDilation should be null or a 3-element list, got ${text}`);
    }
    const normLayer = read.normLayer ?? batchNorm;
    const building: Building = { inplanes: 64, dilation: 1 };
    this.conv1 = new nn.Conv2d(3, building.inplanes, 7, { stride: 2, padding: 3, bias: false });
    this.bn1 = normLayer(building.inplanes);
    const stage = (planes: number, i: number): nn.Sequential =>
      makeStage(block, planes, layers[i] as number, i === 0 ? 1 : 2, dilate[i - 1] ?? false, building, {
        groups: read.groups,
        baseWidth: read.widthPerGroup,
        normLayer,
      });
    this.layer1 = stage(64, 0);
    this.layer2 = stage(128, 1);
    this.layer3 = stage(256, 2);
    this.layer4 = stage(512, 3);
    this.fc = new nn.Linear(512 * block.expansion, read.numClasses);
    initialize(this, { convolution: heFanOut, norm: onesAndZeros });
    if (read.zeroInitResidual) zeroLastNorms(this);
  }

  override forward(x: Tensor): Tensor {
    const stem = run(this.maxpool, this.relu.forward(run(this.bn1, this.conv1.forward(x))));
    const stages = [this.layer1, this.layer2, this.layer3, this.layer4];
    const features = stages.reduce((out, stage) => run(stage, out), stem);
    return run(this.fc, run(this.avgpool, features).flatten(1));
  }
}

/** One stage: blocks of one size, of which the first one may shrink, or dilate instead. */
function makeStage(
  block: Block,
  planes: number,
  blocks: number,
  stride: number,
  dilate: boolean,
  building: Building,
  common: Pick<BlockOptions, 'groups' | 'baseWidth' | 'normLayer'>,
): nn.Sequential {
  const before = building.dilation;
  if (dilate) building.dilation *= stride;
  const step = dilate ? 1 : stride;
  const outplanes = planes * block.expansion;
  const downsample =
    step !== 1 || building.inplanes !== outplanes
      ? new nn.Sequential(conv1x1(building.inplanes, outplanes, step), common.normLayer(outplanes))
      : null;
  const first = { ...common, inplanes: building.inplanes, planes, stride: step, downsample, dilation: before };
  building.inplanes = outplanes;
  const others = { ...common, inplanes: outplanes, planes, stride: 1, downsample: null, dilation: building.dilation };
  return new nn.Sequential(...Array.from({ length: blocks }, (_, i) => new block(i === 0 ? first : others)));
}

function zeroLastNorms(model: nn.Module): void {
  for (const module of model.modules()) {
    const weight =
      module instanceof Bottleneck ? module.bn3.weight : module instanceof BasicBlock ? module.bn2.weight : null;
    if (weight) nn.init.zeros_(weight);
  }
}

const make =
  (block: Block, layers: readonly number[], own: ResNetOptions = {}): Recipe<ResNet, ResNetOptions> =>
  (options) =>
    new ResNet(block, layers, { ...own, ...options });

/**
 * ResNet-18.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet18.html
 * @example
 * const model = vision.models.resnet18({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnet18 = define('resnet18', make(BasicBlock, [2, 2, 2, 2]));
/**
 * ResNet-34.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet34.html
 * @example
 * const model = vision.models.resnet34({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnet34 = define('resnet34', make(BasicBlock, [3, 4, 6, 3]));
/**
 * ResNet-50, which shrinks in its 3 × 3 convolutions.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet50.html
 * @example
 * const model = vision.models.resnet50({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnet50 = define('resnet50', make(Bottleneck, [3, 4, 6, 3]));
/**
 * ResNet-101.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet101.html
 * @example
 * const model = vision.models.resnet101({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnet101 = define('resnet101', make(Bottleneck, [3, 4, 23, 3]));
/**
 * ResNet-152.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnet152.html
 * @example
 * // The branches add nothing at first.
 * const model = vision.models.resnet152({ numClasses: 10, zeroInitResidual: true }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnet152 = define('resnet152', make(Bottleneck, [3, 8, 36, 3]));
/**
 * ResNeXt-50 with 32 groups of 4 channels.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnext50_32x4d.html
 * @example
 * const model = vision.models.resnext50_32x4d({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnext50_32x4d = define(
  'resnext50_32x4d',
  make(Bottleneck, [3, 4, 6, 3], { groups: 32, widthPerGroup: 4 }),
);
/**
 * ResNeXt-101 with 32 groups of 8 channels.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnext101_32x8d.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.resnext101_32x8d();
 * model.fc = new nn.Linear(2048, 3);
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const resnext101_32x8d = define(
  'resnext101_32x8d',
  make(Bottleneck, [3, 4, 23, 3], { groups: 32, widthPerGroup: 8 }),
);
/**
 * ResNeXt-101 with 64 groups of 4 channels.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.resnext101_64x4d.html
 * @example
 * const model = vision.models.resnext101_64x4d({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const resnext101_64x4d = define(
  'resnext101_64x4d',
  make(Bottleneck, [3, 4, 23, 3], { groups: 64, widthPerGroup: 4 }),
);
/**
 * ResNet-50, twice as wide inside.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.wide_resnet50_2.html
 * @example
 * // 2,048 features of each picture, without the last layer.
 * const model = vision.models.wideResnet50_2().eval();
 * model.fc = new nn.Identity();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 2048]
 */
export const wideResnet50_2 = define('wide_resnet50_2', make(Bottleneck, [3, 4, 6, 3], { widthPerGroup: 128 }));
/**
 * ResNet-101, twice as wide inside.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.wide_resnet101_2.html
 * @example
 * const model = vision.models.wideResnet101_2({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const wideResnet101_2 = define('wide_resnet101_2', make(Bottleneck, [3, 4, 23, 3], { widthPerGroup: 128 }));
