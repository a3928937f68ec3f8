import { int } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { run } from '../ops/layers';
import { type Recipe, define } from './registry';

const relu = (): nn.ReLU => new nn.ReLU({ inplace: true });
const pointwise = (inputs: number, outputs: number): nn.Conv2d => new nn.Conv2d(inputs, outputs, 1, { bias: false });

function depthwise(channels: number, stride: number): nn.Conv2d {
  return new nn.Conv2d(channels, channels, 3, { stride, padding: 1, bias: false, groups: channels });
}

/** Channels of two halves, one of each by turns. */
function shuffle(x: Tensor): Tensor {
  const [batch, channels, height, width] = x.shape as [number, number, number, number];
  const halves = x.view([batch, 2, channels / 2, height, width]);
  return halves.transpose(1, 2).contiguous().view([batch, channels, height, width]);
}

class InvertedResidual extends nn.Module {
  readonly branch1: nn.Sequential;
  readonly branch2: nn.Sequential;
  private readonly shrinks: boolean;

  constructor(inputs: number, outputs: number, stride: number) {
    super();
    const half = Math.floor(outputs / 2);
    const norm = (channels: number): nn.Module => new nn.BatchNorm2d(channels);
    this.shrinks = stride > 1;
    this.branch1 = this.shrinks
      ? new nn.Sequential(depthwise(inputs, stride), norm(inputs), pointwise(inputs, half), norm(half), relu())
      : new nn.Sequential();
    const enlarge = [pointwise(this.shrinks ? inputs : half, half), norm(half), relu()];
    const rest = [depthwise(half, stride), norm(half), pointwise(half, half), norm(half), relu()];
    this.branch2 = new nn.Sequential(...enlarge, ...rest);
  }

  override forward(x: Tensor): Tensor {
    const [first, second] = (this.shrinks ? [this.branch1.forward(x), x] : x.chunk(2, 1)) as [Tensor, Tensor];
    return shuffle(torch.cat([first, this.branch2.forward(second)], 1));
  }
}

export interface ShuffleNetV2Options {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
}

/**
 * ShuffleNetV2 over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @param repeats - The number of blocks of each of the three stages.
 * @param channels - The channels of the first layer, of the stages, and of the last layer.
 * @see https://docs.pytorch.org/vision/stable/models/shufflenetv2.html
 * @example
 * const model = new vision.models.ShuffleNetV2([1, 1, 1], [8, 16, 32, 64, 128], { numClasses: 10 });
 * model.forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class ShuffleNetV2 extends nn.Module {
  readonly conv1: nn.Sequential;
  readonly maxpool: nn.Module;
  stage2: nn.Module;
  stage3: nn.Module;
  stage4: nn.Module;
  readonly conv5: nn.Sequential;
  /** The last layer: put another one here for other classes. */
  fc: nn.Module;

  constructor(repeats: readonly number[], channels: readonly number[], options: ShuffleNetV2Options = {}) {
    super();
    const { numClasses } = readOptions('ShuffleNetV2', { numClasses: int(1000) }, options);
    if (repeats.length !== 3) throw valueError('expected repeats as a list of 3 positive integers');
    if (channels.length !== 5) throw valueError('expected channels as a list of 5 positive integers');
    const [first, , , before, last] = channels as readonly [number, number, number, number, number];
    const start = new nn.Conv2d(3, first, 3, { stride: 2, padding: 1, bias: false });
    this.conv1 = new nn.Sequential(start, new nn.BatchNorm2d(first), relu());
    this.maxpool = new nn.MaxPool2d(3, { stride: 2, padding: 1 });
    const stage = (i: number): nn.Sequential => {
      const [inputs, outputs] = channels.slice(i, i + 2) as [number, number];
      const block = (_: unknown, n: number): nn.Module =>
        n === 0 ? new InvertedResidual(inputs, outputs, 2) : new InvertedResidual(outputs, outputs, 1);
      return new nn.Sequential(...Array.from({ length: repeats[i] as number }, block));
    };
    this.stage2 = stage(0);
    this.stage3 = stage(1);
    this.stage4 = stage(2);
    this.conv5 = new nn.Sequential(pointwise(before, last), new nn.BatchNorm2d(last), relu());
    this.fc = new nn.Linear(last, numClasses);
  }

  override forward(x: Tensor): Tensor {
    const stem = run(this.maxpool, this.conv1.forward(x));
    const features = [this.stage2, this.stage3, this.stage4].reduce((out, stage) => run(stage, out), stem);
    return run(this.fc, this.conv5.forward(features).mean([2, 3]));
  }
}

const make =
  (...channels: readonly number[]): Recipe<ShuffleNetV2, ShuffleNetV2Options> =>
  (options) =>
    new ShuffleNetV2([4, 8, 4], [24, ...channels], options);

/**
 * ShuffleNetV2, half as wide.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.shufflenet_v2_x0_5.html
 * @example
 * const model = vision.models.shufflenetV2X0_5({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const shufflenetV2X0_5 = define('shufflenet_v2_x0_5', make(48, 96, 192, 1024));
/**
 * ShuffleNetV2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.shufflenet_v2_x1_0.html
 * @example
 * const model = vision.models.shufflenetV2X1_0({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const shufflenetV2X1_0 = define('shufflenet_v2_x1_0', make(116, 232, 464, 1024));
/**
 * ShuffleNetV2, 1.5 times as wide.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.shufflenet_v2_x1_5.html
 * @example
 * // 1,024 features of each picture, without the last layer.
 * const model = vision.models.shufflenetV2X1_5().eval();
 * model.fc = new nn.Identity();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 1024]
 */
export const shufflenetV2X1_5 = define('shufflenet_v2_x1_5', make(176, 352, 704, 1024));
/**
 * ShuffleNetV2, twice as wide.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.shufflenet_v2_x2_0.html
 * @example
 * const model = vision.models.shufflenetV2X2_0({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const shufflenetV2X2_0 = define('shufflenet_v2_x2_0', make(244, 488, 976, 2048));
