import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { choice, optional, value } from '../../arguments/fields';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { fileError, valueError } from '../../errors';
import { type ReadImageOptions, readImage } from '../io/index';
import { readIndices } from '../io/palette';
import { type Image, Mask } from '../tv-tensors/index';
import type { Callable } from '../transforms/types';
import { FileDataset, ON_ERROR, type OnErrorOptions, markIfOwn } from './file-dataset';
import { type BothTransformsOptions, rootField, transformField } from './vision-dataset';
import { type XmlValue, parseVocXml } from './voc-xml';

/** A year of the challenge that has pictures. */
export type VOCYear = '2007' | '2008' | '2009' | '2010' | '2011' | '2012';

const YEARS: readonly VOCYear[] = ['2007', '2008', '2009', '2010', '2011', '2012'];

export interface VOCOptions extends BothTransformsOptions, OnErrorOptions {
  /** The year of the challenge, `'2007'` to `'2012'`. @defaultValue '2012' */
  readonly year?: VOCYear;
  /** Which pictures: `'train'`, `'trainval'` or `'val'`; of 2007 also `'test'`. @defaultValue 'train' */
  readonly imageSet?: 'train' | 'trainval' | 'val' | 'test';
  /** How pictures are decoded: see `vision.io.readImage`. @defaultValue {} */
  readonly decode?: ReadImageOptions;
}

/** A thing in a picture, as VOC describes it: numbers are texts. */
export interface VOCObject {
  /** The name of its class. */
  readonly name: string;
  /** Its box in pixels, whose first one has the number 1. */
  readonly bndbox: { readonly xmin: string; readonly ymin: string; readonly xmax: string; readonly ymax: string };
  /** Whether it is hard to see: `'1'`. */
  readonly difficult?: string;
  readonly [field: string]: XmlValue | undefined;
}

/** What VOC says of a picture. */
export interface VOCTarget {
  /** The elements of the file by name: the picture's name, folder and size, and its objects with their boxes. */
  readonly annotation: { readonly object: readonly VOCObject[]; readonly [field: string]: unknown };
}

const TABLE = {
  root: rootField,
  year: choice(YEARS, '2012'),
  imageSet: choice(['train', 'trainval', 'val', 'test'], 'train'),
  transform: transformField,
  targetTransform: transformField,
  transforms: transformField,
  ...ON_ERROR,
  decode: optional(value<ReadImageOptions>('an object of options', (given) => typeof given === 'object')),
};

type Arguments = Mixed<
  [
    root: string | URL,
    year?: VOCYear,
    imageSet?: 'train' | 'trainval' | 'val' | 'test',
    transform?: Callable | null,
    targetTransform?: Callable | null,
    transforms?: Callable | null,
  ],
  VOCOptions & {
    /** The folder in which `VOCdevkit` is, or the folder of the year itself. */ readonly root?: string | URL;
  }
>;

/** The folder of a year: where its archive unpacks to, or the given one. */
function folderOf(label: string, root: string, year: VOCYear): string {
  const unpacked = path.join(...(year === '2011' ? ['TrainVal'] : []), 'VOCdevkit', `VOC${year}`);
  const places = [path.join(root, unpacked), root];
  const found = places.find((place) => existsSync(path.join(place, 'ImageSets')));
  if (found !== undefined) return found;
  throw fileError(
    `${label}: there is neither ${JSON.stringify(places[0])} nor the folder ImageSets in ${JSON.stringify(root)}; ` +
      `get the archive of ${year} from http://host.robots.ox.ac.uk/pascal/VOC/voc${year}/ and unpack it there`,
  );
}

/** The names that a file lists, one a line. */
function namesIn(label: string, file: string): string[] {
  const name = regularFile(label, file);
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (cause) {
    throw fileFailure(label, name, cause);
  }
  const names = text.split('\n').flatMap((line) => line.trim() || []);
  if (names.length === 0) throw fileError(`${label}: ${JSON.stringify(name)} names no pictures`);
  return names;
}

async function bytesOf(label: string, file: string): Promise<Buffer> {
  const name = regularFile(label, file);
  try {
    return await readFile(name);
  } catch (cause) {
    throw fileFailure(label, name, cause);
  }
}

/** What the data sets of VOC share: pictures, and a file beside each. */
abstract class VOCDataset<S, T> extends FileDataset<S, T> {
  readonly year: VOCYear;
  readonly imageSet: string;
  /** The files of the pictures. */
  readonly images: readonly string[];
  /** The files of what is in them. */
  readonly targets: readonly string[];
  private readonly decode: ReadImageOptions;

  constructor(label: string, args: Arguments, lists: string, folder: string, ending: string) {
    const given = readArguments(label, TABLE, args);
    if (given.imageSet === 'test' && given.year !== '2007') {
      throw valueError(
        `Unknown value 'test' for argument imageSet. Valid values are {train, trainval, val}; of 2007 also test.`,
      );
    }
    const root = pathOf(label, given.root);
    super(root, given);
    const base = folderOf(label, root, given.year);
    const names = namesIn(label, path.join(base, 'ImageSets', lists, `${given.imageSet}.txt`));
    this.year = given.year;
    this.imageSet = given.imageSet;
    this.images = names.map((name) => path.join(base, 'JPEGImages', `${name}.jpg`));
    this.targets = names.map((name) => path.join(base, folder, name + ending));
    this.decode = given.decode ?? {};
    markIfOwn(this, ([VOCDetection, VOCSegmentation] as unknown[]).includes(new.target));
  }

  get length(): number {
    return this.images.length;
  }

  protected override fileOf(index: number): string {
    return this.images[index] as string;
  }

  protected override readSample(index: number): Promise<readonly [sample: unknown, target: unknown]> {
    return Promise.all([readImage(this.fileOf(index), this.decode), this.readTarget(this.targets[index] as string)]);
  }

  protected abstract readTarget(file: string): Promise<unknown>;
}

/**
 * Pictures of the Pascal VOC challenge with the boxes of what is in them. Reading their files needs the package `sax`
 * (`npm install sax`).
 *
 * @throws TorchError where the files are not there, with where to get them.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.VOCDetection.html
 * @example
 * const pictures = new vision.datasets.VOCDetection('voc', { year: '2012', imageSet: 'val' });
 * const [image, { annotation }] = await pictures.get(0);
 * annotation.object.map(({ name }) => name); // ['cat']
 */
export class VOCDetection<S = Image, T = VOCTarget> extends VOCDataset<S, T> {
  constructor(...args: Arguments) {
    super('VOCDetection', args, 'Main', 'Annotations', '.xml');
  }

  /** The files of what is in the pictures. */
  get annotations(): readonly string[] {
    return this.targets;
  }

  protected async readTarget(file: string): Promise<unknown> {
    return parseVocXml(file, await bytesOf('VOCDetection', file));
  }
}

/**
 * Pictures of the Pascal VOC challenge with the class of each pixel: a `Mask` of bytes, `[1, H, W]`, in which 0 is the
 * background and 255 belongs to no class.
 *
 * @throws TorchError where the files are not there, with where to get them.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.VOCSegmentation.html
 * @example
 * const pictures = new vision.datasets.VOCSegmentation('voc', { year: '2012', imageSet: 'val' });
 * const [image, mask] = await pictures.get(0);
 * mask.shape; // [1, 6, 8]
 */
export class VOCSegmentation<S = Image, T = Mask> extends VOCDataset<S, T> {
  constructor(...args: Arguments) {
    super('VOCSegmentation', args, 'Segmentation', 'SegmentationClass', '.png');
  }

  /** The files of the masks. */
  get masks(): readonly string[] {
    return this.targets;
  }

  protected async readTarget(file: string): Promise<unknown> {
    return new Mask(await readIndices(file, await bytesOf('VOCSegmentation', file)));
  }
}
