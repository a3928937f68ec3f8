import path from 'node:path';
import { bool, callback, nullable, optional, value } from '../../arguments/fields';
import { pathOf } from '../../arguments/files';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { fileError, valueError } from '../../errors';
import { filesIn, foldersIn } from '../../data/datasets/walk';
import { type ReadImageOptions, readImage } from '../io/index';
import type { Image } from '../tv-tensors/index';
import type { Callable } from '../transforms/types';
import { FileDataset, ON_ERROR, type OnErrorOptions, markIfOwn } from './file-dataset';
import { type TransformOptions, rootField, transformField } from './vision-dataset';

/**
 * What {@link ImageFolder} takes for a picture.
 *
 * @example
 * vision.datasets.IMG_EXTENSIONS.includes('.png'); // true
 */
export const IMG_EXTENSIONS = [...['.jpg', '.jpeg', '.png', '.ppm', '.bmp', '.pgm', '.tif', '.tiff', '.webp']] as const;

/** A file and the number of its class. */
export type FolderSample = readonly [file: string, target: number];

export interface FolderOptions extends TransformOptions, OnErrorOptions {
  /** Says of a path whether it is a sample, in place of endings. @defaultValue null */
  readonly isValidFile?: ((file: string) => boolean) | null;
  /** Whether a class may be without samples. @defaultValue false */
  readonly allowEmpty?: boolean;
}

export interface DatasetFolderOptions<S> extends FolderOptions {
  /** Reads a file; it may return a promise. */
  readonly loader?: (file: string) => S | Promise<S>;
  /** The endings of samples, such as `['.npy']`; null where `isValidFile` says it. @defaultValue null */
  readonly extensions?: readonly string[] | null;
}

const isNames = (given: unknown): boolean => Array.isArray(given) && given.every((one) => typeof one === 'string');
const COMMON = {
  isValidFile: nullable(callback<(file: string) => boolean>()),
  allowEmpty: bool(false),
  ...ON_ERROR,
};
const FOLDER = {
  root: rootField,
  loader: callback<(file: string) => unknown>(),
  extensions: nullable(value<readonly string[]>('a list of endings', isNames)),
  transform: transformField,
  targetTransform: transformField,
  ...COMMON,
};

/** The classes of a folder: the names of the folders in it, sorted. */
function classesIn(label: string, folder: string): string[] {
  const names = foldersIn(label, folder);
  if (names.length > 0) return names;
  throw fileError(`${label}: couldn't find any class folder in ${JSON.stringify(folder)}: it needs one for each class`);
}

interface Wanted {
  readonly extensions: readonly string[] | null;
  readonly isValidFile: ((file: string) => boolean) | null;
  readonly allowEmpty: boolean;
}

function samplesIn(label: string, folder: string, classes: readonly string[], wanted: Wanted): FolderSample[] {
  const { extensions, isValidFile, allowEmpty } = wanted;
  if ((extensions === null) === (isValidFile === null)) {
    throw valueError('Both extensions and isValidFile cannot be null or not null at the same time');
  }
  const byClass = classes.map((name) => {
    const files = filesIn(label, path.join(folder, name), extensions);
    return isValidFile ? files.filter((file) => isValidFile(file)) : files;
  });
  const empty = classes.filter((_, i) => byClass[i]?.length === 0);
  if (empty.length > 0 && !allowEmpty) {
    const known = extensions ? ` Supported extensions are: ${extensions.join(', ')}` : '';
    throw fileError(`${label}: Found no valid file for the classes ${empty.join(', ')}.${known}`);
  }
  return byClass.flatMap((files, target) => files.map((file): FolderSample => [file, target]));
}

/**
 * A folder with a folder for each class, whose files a function of yours reads.
 *
 * @throws TorchError where there is no class, or a class has no samples.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.DatasetFolder.html
 * @example
 * const arrays = new vision.datasets.DatasetFolder('animals', (file) => datasets.loadNpy(file), ['.npy']);
 * const [array, target] = await arrays.get(0);
 */
export class DatasetFolder<S = unknown, T = number> extends FileDataset<S, T> {
  readonly classes: readonly string[];
  readonly classToIdx: Readonly<Record<string, number>>;
  readonly samples: readonly FolderSample[];
  readonly targets: readonly number[];
  readonly loader: (file: string) => unknown;

  constructor(
    ...args: Mixed<
      [
        root: string | URL,
        loader: (file: string) => S | Promise<S>,
        extensions?: readonly string[] | null,
        transform?: Callable | null,
        targetTransform?: Callable | null,
      ],
      DatasetFolderOptions<S>
    >
  ) {
    const read = readArguments('DatasetFolder', FOLDER, args);
    const folder = pathOf('DatasetFolder', read.root);
    super(folder, read);
    this.classes = classesIn('DatasetFolder', folder);
    this.classToIdx = Object.fromEntries(this.classes.map((name, i) => [name, i]));
    this.samples = samplesIn('DatasetFolder', folder, this.classes, read);
    this.targets = this.samples.map(([, target]) => target);
    this.loader = read.loader;
  }

  get length(): number {
    return this.samples.length;
  }

  protected override fileOf(index: number): string {
    return (this.samples[index] as FolderSample)[0];
  }

  protected override async readSample(index: number): Promise<readonly [sample: unknown, target: unknown]> {
    const [file, target] = this.samples[index] as FolderSample;
    return [await this.loader(file), target];
  }
}

export interface ImageFolderOptions extends FolderOptions {
  /** Reads a picture, in place of `vision.io.readImage`. */
  readonly loader?: (file: string) => unknown;
  /** How pictures are decoded: see `vision.io.readImage`. @defaultValue {} */
  readonly decode?: ReadImageOptions;
}

const IMAGES = {
  root: rootField,
  transform: transformField,
  targetTransform: transformField,
  loader: optional(callback<(file: string) => unknown>()),
  ...COMMON,
  decode: optional(value<ReadImageOptions>('an object of options', (given) => typeof given === 'object')),
};

/**
 * A folder with a folder of pictures for each class: `dog/1.jpg`, `cat/2.png`. Pictures are decoded off the thread by the
 * package `sharp`, so that a sample is a promise: iterate a loader with `for await`, or use workers.
 *
 * @throws TorchError where there is no class, or a class has no pictures.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html
 * @example
 * const { transforms } = vision;
 * const crops = new transforms.Compose([new transforms.RandomResizedCrop(224), new transforms.ToDtype(torch.float32, true)]);
 * const animals = new vision.datasets.ImageFolder('animals', { transform: crops });
 * for await (const [images, labels] of new data.DataLoader(animals, { batchSize: 32, shuffle: true })) break;
 */
export class ImageFolder<S = Image, T = number> extends DatasetFolder<S, T> {
  constructor(
    ...args: Mixed<
      [root: string | URL, transform?: Callable | null, targetTransform?: Callable | null],
      ImageFolderOptions
    >
  ) {
    const { loader, decode = {}, root: folder, ...rest } = readArguments('ImageFolder', IMAGES, args);
    const read = (loader ?? ((file: string) => readImage(file, decode))) as (file: string) => S | Promise<S>;
    super(folder, { loader: read, ...rest, extensions: rest.isValidFile === null ? IMG_EXTENSIONS : null });
    markIfOwn(this, new.target === ImageFolder && loader === undefined);
  }

  /** The files with their classes: torchvision's older name of `samples`. */
  get imgs(): readonly FolderSample[] {
    return this.samples;
  }
}
