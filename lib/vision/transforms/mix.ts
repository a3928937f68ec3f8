import { float, int, keyword, nullable, value } from '../../arguments/fields';
import { nameOf } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { Tensor, distributions, nn } from '../../index';
import * as torch from '../../index';
import { BoundingBoxes, Image, Mask, Video, wrap } from '../tv-tensors/index';
import { isPureTensor, plain } from '../tv-tensors/tv-tensor';
import { tupleText } from '../text';
import { integer } from './draw';
import { type LabelsGetter, labelsFinder } from './labels';
import { type Params, type Shown, Transform, querySize, sampleOf } from './transform';
import { flatten } from './tree';

export interface MixOptions {
  /** Of the Beta distribution that the share of each picture is drawn from: 1 makes all shares alike. @defaultValue 1 */
  readonly alpha?: number;
  /** The number of classes, where labels are numbers of classes. @defaultValue null */
  readonly numClasses?: number | null;
  /**
   * Finds the labels of a batch. By default they are the second thing of a pair, or what is called `labels`.
   *
   * @defaultValue 'default'
   */
  readonly labelsGetter?: LabelsGetter;
}

const TABLE = {
  alpha: keyword(float(1)),
  numClasses: keyword(nullable(int())),
  labelsGetter: keyword(value<LabelsGetter>("'default', a function or null", () => true, 'default')),
};

/** Mixes each picture of a batch, and its label, with the one before it. */
abstract class Mixing extends Transform {
  readonly alpha: number;
  readonly numClasses: number | null;
  readonly labelsGetter: LabelsGetter;

  constructor(label: string, args: readonly unknown[]) {
    super();
    const { alpha, numClasses, labelsGetter } = readArguments(label, TABLE, args);
    this.alpha = alpha;
    this.numClasses = numClasses;
    this.share();
    labelsFinder(labelsGetter);
    this.labelsGetter = labelsGetter;
  }

  private share(): distributions.Beta {
    const alpha = torch.tensor([this.alpha], { dtype: torch.getDefaultDtype() });
    return new distributions.Beta(alpha, alpha.clone());
  }

  /** How much of its own a picture keeps. */
  protected drawShare(): number {
    return this.share().sample([]).item();
  }

  override forward<T>(sample: T): T;
  override forward<T extends readonly unknown[]>(...samples: T): T;
  override forward(...inputs: readonly unknown[]): unknown {
    const sample = sampleOf(inputs);
    const { leaves, rebuild } = flatten(sample);
    const needs = this.needsTransform(leaves);
    if (leaves.some((leaf) => leaf instanceof BoundingBoxes || leaf instanceof Mask)) {
      throw valueError(`${this.constructor.name}() does not support PIL images, bounding boxes, keypoints and masks.`);
    }
    const labels = this.checkLabels(labelsFinder(this.labelsGetter)(sample));
    const params = this.makeParams(leaves.filter((_, i) => needs[i]));
    const at = leaves.indexOf(labels);
    return rebuild(
      leaves.map((leaf, i) => {
        if (i === at) return this.mixLabels(labels, params['share'] as number);
        return needs[i] && isPicture(leaf) ? this.mixed(leaf, labels.shape[0] as number, params) : leaf;
      }),
    );
  }

  private checkLabels(labels: unknown): Tensor {
    if (!(labels instanceof Tensor)) {
      throw valueError(`The labels must be a tensor, but got ${nameOf(labels)} instead.`);
    }
    if (labels.ndim !== 1 && labels.ndim !== 2) {
      throw valueError(
        'labels should be index based with shape (batch_size,) or probability based with shape ' +
          `(batch_size, num_classes), but got a tensor of shape ${tupleText(labels.shape)} instead.`,
      );
    }
    if (labels.ndim === 2 && this.numClasses !== null && labels.shape[1] !== this.numClasses) {
      throw valueError(
        'When passing 2D labels, the number of elements in last dimension must match numClasses: ' +
          `${labels.shape[1] ?? 0} != ${this.numClasses}. You can leave numClasses to null.`,
      );
    }
    if (labels.ndim === 1 && this.numClasses === null) {
      throw valueError('numClasses must be passed if the labels are index-based (1D)');
    }
    return labels;
  }

  private mixLabels(labels: Tensor, share: number): Tensor {
    const rows =
      labels.ndim === 1 ? nn.functional.oneHot(labels, { numClasses: this.numClasses ?? -1 }) : plain(labels);
    const floats = rows.isFloatingPoint() ? rows : rows.to(torch.float32);
    return floats
      .roll(1, 0)
      .mul_(1 - share)
      .add_(floats.mul(share));
  }

  private mixed(inpt: Tensor, batch: number, params: Params): Tensor {
    const dims = inpt instanceof Video ? 5 : 4;
    if (inpt.ndim !== dims) {
      throw valueError(`Expected a batched input with ${dims} dims, but got ${inpt.ndim} dimensions instead.`);
    }
    if (inpt.shape[0] !== batch) {
      throw valueError(
        'The batch size of the image or video does not match the batch size of the labels: ' +
          `${inpt.shape[0] ?? 0} != ${batch}.`,
      );
    }
    const out = this.mixPictures(plain(inpt), params);
    return isPureTensor(inpt) ? out : wrap(out, { like: inpt });
  }

  /** The pictures of a batch, mixed. */
  protected abstract mixPictures(pictures: Tensor, params: Params): Tensor;

  protected override shown(): Shown {
    return { floats: ['alpha'], hidden: ['labelsGetter'] };
  }
}

const isPicture = (leaf: unknown): leaf is Tensor =>
  isPureTensor(leaf) || leaf instanceof Image || leaf instanceof Video;

/**
 * Adds to each picture of a batch, and to its label, a share of the one before it.
 *
 * @throws TorchValueError for labels without `numClasses`, and for what is no batch.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.MixUp.html
 * @example
 * const mix = new vision.transforms.MixUp({ numClasses: 3 });
 * const [pictures, labels] = mix.forward(torch.rand([2, 3, 4, 4]), torch.tensor([0, 2]));
 * labels.shape; // [2, 3]
 */
export class MixUp extends Mixing {
  constructor(options: MixOptions = {}) {
    super('MixUp', [options]);
  }

  override makeParams(): Params {
    return { share: this.drawShare() };
  }

  protected override mixPictures(pictures: Tensor, { share }: Params): Tensor {
    const kept = share as number;
    return pictures
      .roll(1, 0)
      .mul_(1 - kept)
      .add_(pictures.mul(kept));
  }
}

/**
 * Puts a window of the picture before it into each picture of a batch, and the share of its area into its label.
 *
 * @throws TorchValueError for labels without `numClasses`, and for what is no batch.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.CutMix.html
 * @example
 * const mix = new vision.transforms.CutMix({ numClasses: 3 });
 * const [pictures, labels] = mix.forward(torch.rand([2, 3, 4, 4]), torch.tensor([0, 2]));
 * labels.shape; // [2, 3]
 */
export class CutMix extends Mixing {
  constructor(options: MixOptions = {}) {
    super('CutMix', [options]);
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const share = this.drawShare();
    const [height, width] = querySize(leaves);
    const x = integer(0, width);
    const y = integer(0, height);
    const half = 0.5 * Math.sqrt(1 - share);
    const [halfWidth, halfHeight] = [Math.trunc(half * width), Math.trunc(half * height)];
    const [x1, y1] = [Math.max(x - halfWidth, 0), Math.max(y - halfHeight, 0)];
    const [x2, y2] = [Math.min(x + halfWidth, width), Math.min(y + halfHeight, height)];
    return { window: [x1, y1, x2, y2], share: 1 - ((x2 - x1) * (y2 - y1)) / (width * height) };
  }

  protected override mixPictures(pictures: Tensor, { window }: Params): Tensor {
    const [x1, y1, x2, y2] = window as [number, number, number, number];
    const place = ['...', `${y1}:${y2}`, `${x1}:${x2}`] as const;
    return pictures.clone().setItem([...place], pictures.roll(1, 0).index(...place));
  }
}
