import { messageOf, nameOf } from '../../arguments/describe';
import { callback, nullable, value } from '../../arguments/fields';
import { dataError, indexError, valueError } from '../../errors';
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

/** A sample that was left out, and why. */
export interface SkippedSample {
  /** The path of the file. */
  readonly file: string;
  /** Why it could not be read. */
  readonly error: Error;
}

/** What happens where a picture cannot be read. */
export interface OnErrorOptions {
  /** What happens at a file that cannot be read: an error that names it, or the next sample in its place. @defaultValue 'throw' */
  readonly onError?: 'throw' | 'skip';
  /** Called with each file that is left out. @defaultValue null */
  readonly onSkip?: ((skipped: SkippedSample) => void) | null;
}

/** The fields of {@link OnErrorOptions}. @internal */
export const ON_ERROR = {
  onError: value<'throw' | 'skip'>("'throw' or 'skip'", (given) => given === 'throw' || given === 'skip', 'throw'),
  onSkip: nullable(callback<(skipped: SkippedSample) => void>()),
};

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
  readonly onError: 'throw' | 'skip';
  private readonly onSkip: ((skipped: SkippedSample) => void) | null;
  /** Resolves when all samples that were asked for have been transformed. */
  #turn: Promise<void> = Promise.resolve();

  constructor(root: string, options: BothTransformsOptions & OnErrorOptions = {}) {
    super();
    const { transform = null, targetTransform = null, transforms = null } = options;
    if (transforms !== null && (transform !== null || targetTransform !== null)) {
      throw valueError('Only transforms or transform/targetTransform can be passed as argument');
    }
    this.root = root;
    this.transform = transform;
    this.targetTransform = targetTransform;
    this.transforms = transforms;
    this.onError = options.onError ?? 'throw';
    this.onSkip = options.onSkip ?? null;
  }

  /**
   * What `read` gives for an index, or with `onError: 'skip'` for the next one that can be read, after its transforms.
   * Samples are read side by side and transformed in the order in which they were asked for, so that transforms draw the
   * same numbers with the same seed, as Python's do.
   */
  protected async readOrNext(
    index: number,
    fileOf: (index: number) => string,
    read: (index: number) => Promise<readonly [sample: unknown, target: unknown]>,
  ): Promise<[S, T]> {
    const first = this.checkIndex(index);
    const before = this.#turn;
    const sample = this.#firstGood(first, fileOf, async (at) => {
      const raw = await read(at);
      await before;
      return this.transformed(...raw);
    });
    const done = (): void => undefined;
    this.#turn = sample.then(done, done);
    return sample;
  }

  async #firstGood(
    first: number,
    fileOf: (index: number) => string,
    read: (index: number) => Promise<[S, T]>,
  ): Promise<[S, T]> {
    for (let tried = 0; ; tried++) {
      const now = (first + tried) % this.length;
      try {
        return await read(now);
      } catch (cause) {
        const error = cause instanceof Error ? cause : dataError(messageOf(cause), { cause });
        if (this.onError === 'throw') throw error;
        this.onSkip?.({ file: fileOf(now), error });
        if (tried + 1 < this.length) continue;
        throw dataError(`${nameOf(this)}: none of the ${this.length} files of ${this.root} can be read`, { cause });
      }
    }
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
