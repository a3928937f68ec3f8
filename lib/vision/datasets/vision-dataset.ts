import { nameOf } from '../../arguments/describe';
import { nullable, value } from '../../arguments/fields';
import { indexError, valueError } from '../../errors';
import { data } from '../../index';
import type { Callable } from '../transforms/types';
import { call } from '../transforms/containers';

/** What is done to samples and to their targets. */
export interface TransformOptions {
  /** What is done to a picture: a transform or a function. @defaultValue null */
  readonly transform?: Callable | null;
  /** What is done to a target: a transform or a function. @defaultValue null */
  readonly targetTransform?: Callable | null;
}

export interface BothTransformsOptions extends TransformOptions {
  /** What is done to a picture and its target together, in place of the two others. @defaultValue null */
  readonly transforms?: Callable | null;
}

/** An argument that is a folder. @internal */
export const rootField = value<string | URL>('a path', (given) => typeof given === 'string' || given instanceof URL);

const isTransform = (given: unknown): boolean =>
  typeof given === 'function' || typeof (given as Partial<{ forward: unknown }> | null)?.forward === 'function';
/** An argument that is a transform or a function. @internal */
export const transformField = nullable(value<Callable>('a transform or a function', isTransform));

/**
 * The base of data sets of pictures: where they are, and what is done to them.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.VisionDataset.html
 * @example
 * class Gradients extends vision.datasets.VisionDataset<torch.Tensor, number> {
 *   get length(): number {
 *     return 4;
 *   }
 *   get(index: number): [torch.Tensor, number] {
 *     return [torch.full([1, 2, 2], index), index];
 *   }
 * }
 * new Gradients('pictures').get(3)[1]; // 3
 */
export abstract class VisionDataset<S, T> extends data.Dataset<[S, T]> {
  /** The folder of the data. */
  readonly root: string;
  readonly transform: Callable | null;
  readonly targetTransform: Callable | null;
  readonly transforms: Callable | null;

  constructor(root: string, options: BothTransformsOptions = {}) {
    super();
    const { transform = null, targetTransform = null, transforms = null } = options;
    if (transforms !== null && (transform !== null || targetTransform !== null)) {
      throw valueError('Only transforms or transform/targetTransform can be passed as argument');
    }
    this.root = root;
    this.transform = transform;
    this.targetTransform = targetTransform;
    this.transforms = transforms;
  }

  /** A sample after its transforms. */
  protected transformed(sample: unknown, target: unknown): [S, T] {
    if (this.transforms !== null) return call(this.transforms, [sample, target]) as [S, T];
    const picture = this.transform === null ? sample : call(this.transform, [sample]);
    return [picture as S, (this.targetTransform === null ? target : call(this.targetTransform, [target])) as T];
  }

  /** An index of a sample. */
  protected checkIndex(index: number): number {
    if (Number.isInteger(index) && index >= 0 && index < this.length) return index;
    throw indexError(`${nameOf(this)} has the samples 0 to ${this.length - 1}, not ${String(index)}`);
  }
}
