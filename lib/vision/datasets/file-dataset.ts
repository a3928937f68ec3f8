import { messageOf, nameOf } from '../../arguments/describe';
import { callback, nullable, value } from '../../arguments/fields';
import { dataError } from '../../errors';
import { isFresh, markFresh } from '../../data/fresh';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { isOwn } from '../transforms/own';
import { type BothTransformsOptions, VisionDataset } from './vision-dataset';

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

/** What is in the file of a sample. */
class Read {
  constructor(
    readonly at: number,
    readonly values: readonly [sample: unknown, target: unknown],
  ) {}
}

/**
 * The base of data sets whose samples are files. These are read side by side and ahead; transforms come in the order in which
 * samples are asked for, so that they draw the numbers that Python's draw with the same seed.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * class Notes extends vision.datasets.FileDataset<string, number> {
 *   readonly length = 2;
 *   protected override fileOf(index: number): string {
 *     return `${this.root}/${index}.txt`;
 *   }
 *   protected override async readSample(index: number): Promise<[string, number]> {
 *     return [await readFile(this.fileOf(index), 'utf8'), index];
 *   }
 * }
 * new Notes('notes', { onError: 'skip' }).length; // 2
 */
export abstract class FileDataset<S, T> extends VisionDataset<S, T> {
  /** What happens at a file that cannot be read. */
  readonly onError: 'throw' | 'skip';
  private readonly onSkip: ((skipped: SkippedSample) => void) | null;
  /** Resolves when all samples that were asked for have been transformed. */
  #turn: Promise<void> = Promise.resolve();

  constructor(root: string, options: BothTransformsOptions & OnErrorOptions = {}) {
    super(root, options);
    this.onError = options.onError ?? 'throw';
    this.onSkip = options.onSkip ?? null;
  }

  /** The path of the file of a sample. */
  protected abstract fileOf(index: number): string;

  /** Reads the file of a sample. */
  protected abstract readSample(index: number): Promise<readonly [sample: unknown, target: unknown]>;

  /** Reads the file of a sample, or with `onError: 'skip'` the next one that can be read, before its turn. */
  prefetch(index: number): Promise<unknown> {
    return this.#firstGood(this.checkIndex(index));
  }

  /** A sample after its transforms; with `onError: 'skip'` the next one that can be read. */
  async get(index: number, prefetched?: unknown): Promise<[S, T]> {
    const first = this.checkIndex(index);
    const before = this.#turn;
    const sample = this.#afterTransforms(first, prefetched instanceof Read ? prefetched : null, before);
    const done = (): void => undefined;
    this.#turn = sample.then(done, done);
    return sample;
  }

  async #afterTransforms(first: number, given: Read | null, before: Promise<void>): Promise<[S, T]> {
    let read = given ?? (await this.#firstGood(first));
    await before;
    for (;;) {
      try {
        return this.#made(read.values);
      } catch (cause) {
        read = await this.#firstGood(first, this.#next(first, read.at, cause));
      }
    }
  }

  /** What transforms make of a sample; what they need meanwhile ends at once where nobody else has it. */
  #made([sample, target]: readonly [sample: unknown, target: unknown]): [S, T] {
    if (!isFresh(this)) return this.transformed(sample, target);
    const made = torch.scope(() => this.transformed(sample, target));
    const over = [sample, target].filter((one) => one instanceof Tensor && !made.includes(one as never)) as Tensor[];
    for (const one of over) one.dispose();
    return made;
  }

  async #firstGood(first: number, from = first): Promise<Read> {
    for (let at = from; ; ) {
      try {
        return new Read(at, await this.readSample(at));
      } catch (cause) {
        at = this.#next(first, at, cause);
      }
    }
  }

  /** The sample to try after one that failed, if there is one. */
  #next(first: number, failed: number, cause: unknown): number {
    const error = cause instanceof Error ? cause : dataError(messageOf(cause), { cause });
    if (this.onError === 'throw') throw error;
    this.onSkip?.({ file: this.fileOf(failed), error });
    const next = (failed + 1) % this.length;
    if (next !== first) return next;
    throw dataError(`${nameOf(this)}: none of the ${this.length} files of ${this.root} can be read`, { cause });
  }
}

/**
 * Says of a data set that its samples are nobody else's, if it is one of the library's and its transforms are; a loader, a
 * transform or a subclass of a user may keep what it gives.
 *
 * @internal
 */
export function markIfOwn(dataset: VisionDataset<unknown, unknown>, librarys: boolean): void {
  const { transform, targetTransform, transforms } = dataset;
  if (librarys && [transform, targetTransform, transforms].every(isOwn)) markFresh(dataset);
}
