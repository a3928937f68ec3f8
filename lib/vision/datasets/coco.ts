import { readFileSync } from 'node:fs';
import path from 'node:path';
import { optional, value } from '../../arguments/fields';
import { messageOf } from '../../arguments/describe';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { dataError } from '../../errors';
import { type ReadImageOptions, readImage } from '../io/index';
import type { Image } from '../tv-tensors/index';
import type { Callable } from '../transforms/types';
import { FileDataset, ON_ERROR, type OnErrorOptions, markIfOwn } from './file-dataset';
import { type BothTransformsOptions, rootField, transformField } from './vision-dataset';

/** What is known of one thing in a picture: of COCO's fields those that every file has. */
export interface CocoAnnotation {
  /** The number of this annotation in the file. */
  readonly id: number;
  /** The number of the picture that it is about. */
  readonly image_id: number;
  /** The number of what it shows, in the file's `categories`. */
  readonly category_id?: number;
  /** Left, top, width and height. */
  readonly bbox?: readonly number[];
  readonly [field: string]: unknown;
}

interface CocoImage {
  readonly id: number;
  readonly file_name: string;
}

export interface CocoOptions extends BothTransformsOptions, OnErrorOptions {
  /** The JSON file of what is in the pictures. */
  readonly annFile?: string | URL;
  /** How pictures are decoded: see `vision.io.readImage`. @defaultValue {} */
  readonly decode?: ReadImageOptions;
}

const TABLE = {
  root: rootField,
  annFile: rootField,
  transform: transformField,
  targetTransform: transformField,
  transforms: transformField,
  ...ON_ERROR,
  decode: optional(value<ReadImageOptions>('an object of options', (given) => typeof given === 'object')),
};

const isImage = (given: unknown): given is CocoImage => {
  const { id, file_name: name } = (given ?? {}) as Partial<CocoImage>;
  return Number.isSafeInteger(id) && typeof name === 'string';
};
const isAnnotation = (given: unknown): given is CocoAnnotation =>
  Number.isSafeInteger((given as Partial<CocoAnnotation> | null)?.image_id);

function read(file: string): { images: readonly CocoImage[]; annotations: readonly CocoAnnotation[] } {
  const name = regularFile('CocoDetection', file);
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch (cause) {
    throw fileFailure('CocoDetection', name, cause);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw dataError(`${name} is not JSON: ${messageOf(cause)}`, { cause });
  }
  const { images, annotations = [] } = (parsed ?? {}) as { images?: unknown; annotations?: unknown };
  if (!Array.isArray(images) || !images.every(isImage)) {
    throw dataError(`${name} has no list of images with id and file_name: it is no file of COCO`);
  }
  if (!Array.isArray(annotations) || !annotations.every(isAnnotation)) {
    throw dataError(`${name} has annotations without image_id: it is no file of COCO`);
  }
  return { images, annotations };
}

/**
 * Pictures with what is in them, as COCO describes it: `annotations/instances_val2017.json`.
 *
 * @throws TorchError for a file that is none of COCO's.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.datasets.CocoDetection.html
 * @example
 * const coco = new vision.datasets.CocoDetection('animals', 'animals/instances.json');
 * const [image, annotations] = await coco.get(0);
 */
export class CocoDetection<S = Image, T = readonly CocoAnnotation[]> extends FileDataset<S, T> {
  /** The numbers of the pictures, sorted. */
  readonly ids: readonly number[];
  private readonly images: ReadonlyMap<number, CocoImage>;
  private readonly annotations: ReadonlyMap<number, readonly CocoAnnotation[]>;
  private readonly decode: ReadImageOptions;

  constructor(
    ...args: Mixed<
      [
        root: string | URL,
        annFile: string | URL,
        transform?: Callable | null,
        targetTransform?: Callable | null,
        transforms?: Callable | null,
      ],
      CocoOptions
    >
  ) {
    const given = readArguments('CocoDetection', TABLE, args);
    super(pathOf('CocoDetection', given.root), given);
    const { images, annotations } = read(pathOf('CocoDetection', given.annFile));
    this.images = new Map(images.map((image) => [image.id, image]));
    const byImage = new Map<number, CocoAnnotation[]>();
    for (const one of annotations) {
      const list = byImage.get(one.image_id);
      if (list) list.push(one);
      else byImage.set(one.image_id, [one]);
    }
    this.annotations = byImage;
    this.ids = [...this.images.keys()].sort((a, b) => a - b);
    this.decode = given.decode ?? {};
    markIfOwn(this, new.target === CocoDetection);
  }

  get length(): number {
    return this.ids.length;
  }

  protected override fileOf(index: number): string {
    return path.join(this.root, (this.images.get(this.ids[index] as number) as CocoImage).file_name);
  }

  protected override async readSample(index: number): Promise<readonly [sample: unknown, target: unknown]> {
    const image = await readImage(this.fileOf(index), this.decode);
    return [image, this.annotations.get(this.ids[index] as number) ?? []];
  }
}
