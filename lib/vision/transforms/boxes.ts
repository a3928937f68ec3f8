import { choice, float, int, nullable, optional, value } from '../../arguments/fields';
import { nameOf } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { indexError, typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { boxIou } from '../ops/boxes';
import {
  BoundingBoxes,
  type BoundingBoxFormat,
  type BoundingBoxFormatLike,
  type ClampingMode,
  Image,
  Mask,
  wrap,
} from '../tv-tensors/index';
import { boxesLike, formatOf } from '../tv-tensors/bounding-boxes';
import { isPureTensor, plain } from '../tv-tensors/tv-tensor';
import { tupleText } from '../text';
import { isNumbers } from './arguments';
import { integer } from './draw';
import { clampBoundingBoxes, convertBoundingBoxFormat, converted } from './functional/box-formats';
import { cropping } from './functional/crop';
import { validBoxes } from './functional/sanitize';
import { type LabelsGetter, labelsFinder } from './labels';
import { type Params, type Shown, Transform, boxesIn, querySize, sampleOf } from './transform';
import { flatten } from './tree';

/** A transform of boxes alone. */
abstract class OfBoxes extends Transform {
  override handles(leaf: unknown): boolean {
    return leaf instanceof BoundingBoxes;
  }
}

export interface FormatOptions {
  /** What the numbers of a box become. */
  readonly format?: BoundingBoxFormatLike;
}

/**
 * Converts boxes to another format.
 *
 * @throws TorchValueError for an unknown format.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ConvertBoundingBoxFormat.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[1, 2, 3, 4]], { format: 'XYWH', canvasSize: [8, 8] });
 * new vision.transforms.ConvertBoundingBoxFormat('XYXY').forward(boxes).tolist(); // [[1, 2, 4, 6]]
 */
export class ConvertBoundingBoxFormat extends OfBoxes {
  readonly format: BoundingBoxFormat;

  constructor(...args: Mixed<[format: BoundingBoxFormatLike], FormatOptions>) {
    super();
    const format = value<BoundingBoxFormatLike>('a format', (given) => typeof given === 'string');
    this.format = formatOf(readArguments('ConvertBoundingBoxFormat', { format }, args).format);
  }

  override transform(inpt: Tensor): Tensor {
    return convertBoundingBoxFormat(inpt, { newFormat: this.format });
  }
}

export interface ClampBoundingBoxesOptions {
  /** How rotated boxes are cut; `'auto'` means as the boxes say, null not at all. @defaultValue 'auto' */
  readonly clampingMode?: ClampingMode | 'auto';
}

/**
 * Cuts boxes at the edge of their picture.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ClampBoundingBoxes.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[-1, 2, 9, 4]], { format: 'XYXY', canvasSize: [8, 8] });
 * new vision.transforms.ClampBoundingBoxes().forward(boxes).tolist(); // [[0, 2, 8, 4]]
 */
export class ClampBoundingBoxes extends OfBoxes {
  readonly clampingMode: ClampingMode | 'auto';

  constructor(...args: Mixed<[clampingMode?: ClampingMode | 'auto'], ClampBoundingBoxesOptions>) {
    super();
    const clampingMode = nullable(choice(['soft', 'hard', 'auto']), 'auto');
    this.clampingMode = readArguments('ClampBoundingBoxes', { clampingMode }, args).clampingMode;
  }

  override transform(inpt: Tensor): Tensor {
    return clampBoundingBoxes(inpt, { clampingMode: this.clampingMode });
  }
}

/**
 * Says how later transforms cut boxes at the edge.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.SetClampingMode.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[1, 2, 3, 4]], { format: 'XYXY', canvasSize: [8, 8] });
 * new vision.transforms.SetClampingMode(null).forward(boxes).clampingMode; // null
 */
export class SetClampingMode extends OfBoxes {
  readonly clampingMode: ClampingMode;

  constructor(clampingMode: ClampingMode) {
    super();
    if (![null, 'soft', 'hard'].includes(clampingMode)) {
      throw valueError(`clampingMode must be soft, hard or null, got ${String(clampingMode)}`);
    }
    this.clampingMode = clampingMode;
  }

  override transform(inpt: Tensor): Tensor {
    const boxes = inpt as BoundingBoxes;
    return boxesLike(plain(boxes).clone(), boxes, { clampingMode: this.clampingMode });
  }
}

export interface SanitizeBoundingBoxesOptions {
  /** The least width and height that a box may have; at least 1. @defaultValue 1 */
  readonly minSize?: number;
  /** The least area that a box may have; at least 1. @defaultValue 1 */
  readonly minArea?: number;
  /**
   * Finds the labels, of which those of boxes that go are taken away, too: a function gives one tensor or an array of them,
   * null means that there are none. By default they are the second thing of a pair, or what is called `labels`.
   *
   * @defaultValue 'default'
   */
  readonly labelsGetter?: LabelsGetter;
}

const SANITIZE = {
  minSize: float(1),
  minArea: float(1),
  labelsGetter: value<LabelsGetter>("'default', a function or null", () => true, 'default'),
};

/** The labels as a list of tensors. */
function labelsOf(found: unknown): readonly Tensor[] {
  if (found === null || found === undefined) return [];
  const list: readonly unknown[] = found instanceof Tensor || !Array.isArray(found) ? [found] : found;
  return list.map((one) => {
    if (one instanceof Tensor) return one;
    throw valueError(`The labels in the input to forward() must be a tensor or null, got ${nameOf(one)} instead.`);
  });
}

/**
 * Takes away boxes that are too small or reach out of their picture, with their masks and labels.
 *
 * @throws TorchValueError for a sample without boxes, for labels of another number.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.SanitizeBoundingBoxes.html
 * @example
 * const options = { format: 'XYXY', canvasSize: [8, 8] } as const;
 * const boxes = new vision.tvTensors.BoundingBoxes([[0, 0, 4, 4], [2, 2, 2, 3]], options);
 * const sample = { boxes, labels: torch.tensor([1, 2]) };
 * new vision.transforms.SanitizeBoundingBoxes().forward(sample).labels.tolist(); // [1]
 */
export class SanitizeBoundingBoxes extends Transform {
  readonly minSize: number;
  readonly minArea: number;
  readonly labelsGetter: LabelsGetter;

  constructor(
    ...args: Mixed<[minSize?: number, minArea?: number, labelsGetter?: LabelsGetter], SanitizeBoundingBoxesOptions>
  ) {
    super();
    const { minSize, minArea, labelsGetter } = readArguments('SanitizeBoundingBoxes', SANITIZE, args);
    if (!(minSize >= 1)) throw valueError(`minSize must be >= 1, got ${minSize}.`);
    if (!(minArea >= 1)) throw valueError(`minArea must be >= 1, got ${minArea}.`);
    labelsFinder(labelsGetter);
    this.minSize = minSize;
    this.minArea = minArea;
    this.labelsGetter = labelsGetter;
  }

  override forward<T>(sample: T): T;
  override forward<T extends readonly unknown[]>(...samples: T): T;
  override forward(...inputs: readonly unknown[]): unknown {
    const sample = sampleOf(inputs);
    const labels = labelsOf(labelsFinder(this.labelsGetter)(sample));
    const { leaves, rebuild } = flatten(sample);
    const boxes = boxesIn(leaves);
    for (const label of labels) {
      if (boxes.shape[0] === label.shape[0]) continue;
      throw valueError(
        `Number of boxes (shape=${tupleText(boxes.shape)}) and must match the number of labels.` +
          `Found labels with shape=${tupleText(label.shape)}).`,
      );
    }
    const valid = validBoxes(boxes, boxes.format, boxes.canvasSize, this);
    return rebuild(leaves.map((leaf) => kept(leaf, valid, labels)));
  }

  protected override shown(): Shown {
    return { floats: ['minSize', 'minArea'] };
  }
}

/** What stays of one leaf. Masks of whole pictures, of which there is not one for each box, stay as they are. */
function kept(leaf: unknown, valid: Tensor, labels: readonly Tensor[]): unknown {
  const isLabel = labels.includes(leaf as Tensor);
  if (!(leaf instanceof Tensor) || !(isLabel || leaf instanceof BoundingBoxes || leaf instanceof Mask)) return leaf;
  if (leaf.shape[0] !== valid.shape[0]) return leaf;
  const rest = plain(leaf).index(valid);
  return isLabel ? rest : wrap(rest, { like: leaf });
}

export interface RandomIoUCropOptions {
  /** The least part of a side that the window shows. @defaultValue 0.3 */
  readonly minScale?: number;
  /** The most. @defaultValue 1 */
  readonly maxScale?: number;
  /** The least that its width is of its height. @defaultValue 0.5 */
  readonly minAspectRatio?: number;
  /** The most. @defaultValue 2 */
  readonly maxAspectRatio?: number;
  /** Overlaps, of which one is drawn that some box needs to have; 1 leaves the picture. @defaultValue null, which means [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0] */
  readonly samplerOptions?: readonly number[] | null;
  /** How often a window is drawn for each of them. @defaultValue 40 */
  readonly trials?: number;
}

const IOU = {
  minScale: float(0.3),
  maxScale: float(1),
  minAspectRatio: float(0.5),
  maxAspectRatio: float(2),
  samplerOptions: optional(nullable(value<readonly number[]>('a list of numbers', isNumbers))),
  trials: int(40),
};

interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  /** The boxes whose middle is inside. */
  readonly within: Tensor;
}

/**
 * Cuts out a window that some box overlaps with as much as is drawn. Boxes whose middle is outside become zeros, which
 * {@link SanitizeBoundingBoxes} takes away.
 *
 * @throws TypeError for a sample without picture or boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomIoUCrop.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[0, 0, 4, 4]], { format: 'XYXY', canvasSize: [8, 8] });
 * new vision.transforms.RandomIoUCrop().forward([torch.rand([3, 8, 8]), boxes]).length; // 2
 */
export class RandomIoUCrop extends Transform {
  readonly minScale: number;
  readonly maxScale: number;
  readonly minAspectRatio: number;
  readonly maxAspectRatio: number;
  readonly options: readonly number[];
  readonly trials: number;

  constructor(
    ...args: Mixed<
      [
        minScale?: number,
        maxScale?: number,
        minAspectRatio?: number,
        maxAspectRatio?: number,
        samplerOptions?: readonly number[] | null,
        trials?: number,
      ],
      RandomIoUCropOptions
    >
  ) {
    super();
    const read = readArguments('RandomIoUCrop', IOU, args);
    this.minScale = read.minScale;
    this.maxScale = read.maxScale;
    this.minAspectRatio = read.minAspectRatio;
    this.maxAspectRatio = read.maxAspectRatio;
    this.options = read.samplerOptions ?? [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
    if (this.options.length === 0) throw indexError('RandomIoUCrop(): samplerOptions is empty');
    this.trials = read.trials;
  }

  override checkInputs(leaves: readonly unknown[]): void {
    const hasPicture = leaves.some((leaf) => isPureTensor(leaf) || leaf instanceof Image);
    if (hasPicture && leaves.some((leaf) => leaf instanceof BoundingBoxes)) return;
    throw typeError(
      `${this.constructor.name}() requires input sample to contain tensor or PIL images ` +
        'and bounding boxes. Sample can also contain masks.',
    );
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const size = querySize(leaves);
    const boxes = boxesIn(leaves);
    const corners = converted(plain(boxes), boxes.format, 'XYXY');
    for (;;) {
      const overlap = this.options[integer(0, this.options.length)] as number;
      if (overlap >= 1) return {};
      for (let trial = 0; trial < this.trials; trial++) {
        const window = this.draw(size, corners, overlap);
        if (window) return { window };
      }
    }
  }

  /** A window, or null where it does not fit. */
  private draw([height, width]: readonly [number, number], corners: Tensor, overlap: number): Window | null {
    const sides = torch
      .rand([2])
      .mul(this.maxScale - this.minScale)
      .add(this.minScale);
    const w = Math.trunc(sides.index(0).mul(width).item());
    const h = Math.trunc(sides.index(1).mul(height).item());
    const aspect = w / h;
    if (!(aspect >= this.minAspectRatio && aspect <= this.maxAspectRatio)) return null;
    const place = torch.rand([2]);
    const left = Math.trunc(
      place
        .index(0)
        .mul(width - w)
        .item(),
    );
    const top = Math.trunc(
      place
        .index(1)
        .mul(height - h)
        .item(),
    );
    if (w === 0 || h === 0) return null;
    const middle = (i: number): Tensor =>
      corners
        .index('...', i)
        .add(corners.index('...', i + 2))
        .mul(0.5);
    const [x, y] = [middle(0), middle(1)];
    const within = [x.gt(left), x.lt(left + w), y.gt(top), y.lt(top + h)].reduce((all, one) => all.bitwiseAnd(one));
    if (!within.any().item<boolean>()) return null;
    const options = { dtype: corners.dtype, device: corners.device };
    const frame = torch.tensor([[left, top, left + w, top + h]], options);
    if (boxIou(corners.index(within), frame).max().lt(overlap).item<boolean>()) return null;
    return { top, left, height: h, width: w, within };
  }

  override transform(inpt: Tensor, { window }: Params): Tensor {
    if (!window) return inpt;
    const { top, left, height, width, within } = window as Window;
    const out = cropping.passing(inpt, top, left, height, width);
    return out instanceof BoundingBoxes ? out.setItem(within.logicalNot(), 0) : out;
  }

  protected override shown(): Shown {
    return { floats: ['minScale', 'maxScale', 'minAspectRatio', 'maxAspectRatio', 'options'], lists: ['options'] };
  }
}
