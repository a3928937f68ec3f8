import fs from 'node:fs';
import { promisify } from 'node:util';
import { bool, choice, count, nullable, optional } from '../../arguments/fields';
import { messageOf } from '../../arguments/describe';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { readOptions } from '../../arguments/read';
import { dataError } from '../../errors';
import * as torch from '../../index';
import { Turns } from '../../native/turns';
import { Image } from '../tv-tensors/index';
import { runsOfRows } from './pieces';
import { sharpPackage, type SharpImage } from './sharp';

/** What channels a picture gets: those it has, one, three, or four with how much each pixel covers. */
export type ImageMode = 'unchanged' | 'gray' | 'rgb' | 'rgba';

export interface ReadImageOptions {
  /** What channels the picture gets. @defaultValue 'rgb' */
  readonly mode?: ImageMode;
  /** Turn the picture as its EXIF data says. @defaultValue false, as in torchvision */
  readonly applyExifOrientation?: boolean;
  /**
   * The least length of the shorter side: a larger picture is made smaller while it is decoded, which takes a fraction of
   * the time. Pixels differ from those of a resize afterwards. @defaultValue null, which means the whole size
   */
  readonly minSize?: number | null;
  /** The most pixels that a picture may claim to have; a larger one is refused before it is decoded. @defaultValue 178956970, Pillow's limit */
  readonly limitPixels?: number;
}

const OPTIONS = {
  mode: choice(['unchanged', 'gray', 'rgb', 'rgba'], 'rgb'),
  applyExifOrientation: bool(false),
  minSize: nullable(count(1)),
  limitPixels: optional(count(1)),
};

/** Twice Pillow's `MAX_IMAGE_PIXELS`, where it refuses a picture as a decompression bomb. */
const MOST_PIXELS = 178_956_970;

type Read = Required<ReadImageOptions>;

/** That of `node:fs/promises` makes an object for the open file, and takes several turns of the event loop. */
const readFile = promisify(fs.readFile);

/** Bytes that are copied at once. */
const PIECE = 1 << 18;

/** Bytes of decoded pictures from which on their memory is worth giving back piece by piece. */
const LARGE = 1 << 23;

/** Gives the system the memory of a tensor that has been read for the last time. That of the whole would hold the thread up. */
const discard = (tensor: torch.Tensor): void => {
  const call = (torch.ops['libtorch_node'] as torch.OperatorNamespace)['discard_']?.['default'];
  call?.(tensor);
};

/** A picture in a mode, and the step from one of its channels to the next that is kept. */
async function inMode(image: SharpImage, mode: ImageMode): Promise<readonly [image: SharpImage, step: number]> {
  if (mode === 'gray') return [image.removeAlpha().toColourspace('b-w'), 1];
  if (mode === 'rgb') return [image.removeAlpha().toColourspace('srgb'), 1];
  if (mode === 'rgba') return [image.toColourspace('srgb').ensureAlpha(), 1];
  const { space, hasAlpha } = await image.metadata();
  if (space !== 'b-w' && space !== 'grey16') return [image.toColourspace('srgb'), 1];
  // By itself, sharp gives gray pictures three channels; and as gray ones they would lose how much each pixel covers.
  return hasAlpha ? [image.toColourspace('srgb'), 3] : [image.toColourspace('b-w'), 1];
}

/** Decodes bytes off the thread. What it gives is copied in pieces, so that the event loop does not wait for it. */
async function decode(bytes: Uint8Array, options: Read): Promise<Image> {
  const { mode, applyExifOrientation, minSize, limitPixels } = options;
  // The values of pixels are those in the file, as with torchvision: a profile of colours would change them.
  const open = { limitInputPixels: limitPixels, failOn: 'error', sequentialRead: true, ignoreIcc: true };
  let image = sharpPackage()(bytes, open);
  if (applyExifOrientation) image = image.rotate();
  if (minSize !== null) {
    image = image.resize({ width: minSize, height: minSize, fit: 'outside', withoutEnlargement: true });
  }
  const [moded, step] = await inMode(image, mode);
  const { data, info } = await moded.raw().toBuffer({ resolveWithObject: true });
  return pixelsOf(data, [info.height, info.width, info.channels], step);
}

/** `[C, H, W]` of pixels in rows, whose order in memory stays, as with torchvision's decoders. */
async function pixelsOf(
  data: Uint8Array,
  [height, width, channels]: readonly [number, number, number],
  step: number,
): Promise<Image> {
  const given = torch.frombuffer(data, { dtype: torch.uint8 });
  const own = torch.empty([height, width, Math.ceil(channels / step)], { dtype: torch.uint8 });
  const isLarge = data.byteLength > LARGE;
  const turns = new Turns();
  try {
    for (const [from, count] of runsOfRows(height, width * channels, PIECE)) {
      torch.scope(() => {
        const rows = given.view([height, width, channels]).narrow(0, from, count);
        own.narrow(0, from, count).copy_(step === 1 ? rows : rows.index('...', `::${step}`));
        if (isLarge) discard(rows);
      });
      await turns.pause();
    }
    return torch.scope(() => new Image(own.permute([2, 0, 1])));
  } finally {
    given.dispose();
    own.dispose();
  }
}

function readOptionsOf(label: string, options: unknown): Read {
  const read = readOptions(label, OPTIONS, options);
  return { ...read, limitPixels: read.limitPixels ?? MOST_PIXELS };
}

/**
 * A picture from a file, decoded off the thread by the package `sharp`: JPEG, PNG, WebP, GIF, AVIF, TIFF.
 *
 * @param file - The path of the file.
 * @param options - Channels, size, limits.
 * @returns An `Image` of bytes, `[C, H, W]`.
 * @throws TorchError that names the file where it cannot be read or decoded, or claims too many pixels.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.io.decode_image.html
 * @example
 * await vision.utils.saveImage(torch.rand([3, 8, 8]), 'picture.png');
 * const image = await vision.io.readImage('picture.png');
 * image.shape; // [3, 8, 8]
 */
export async function readImage(file: string | URL, options: ReadImageOptions = {}): Promise<Image> {
  const read = readOptionsOf('readImage', options);
  const name = regularFile('readImage', pathOf('readImage', file));
  let bytes: Uint8Array;
  try {
    bytes = await readFile(name);
  } catch (cause) {
    throw fileFailure('readImage', name, cause);
  }
  return named(name, () => decode(bytes, read));
}

/**
 * A picture from bytes, such as those of an upload; otherwise as {@link readImage}.
 *
 * @param bytes - The bytes of a JPEG, PNG, WebP, GIF, AVIF or TIFF file.
 * @param options - Channels, size, limits.
 * @throws TorchError where they cannot be decoded, or claim too many pixels.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.io.decode_image.html
 * @example
 * import { readFileSync } from 'node:fs';
 * await vision.utils.saveImage(torch.rand([3, 8, 8]), 'picture.png');
 * const bytes = readFileSync('picture.png');
 * (await vision.io.decodeImage(bytes)).shape; // [3, 8, 8]
 */
export async function decodeImage(bytes: Uint8Array, options: ReadImageOptions = {}): Promise<Image> {
  const read = readOptionsOf('decodeImage', options);
  return named('decodeImage()', () => decode(bytes, read));
}

/** A failure to decode, with the name of the file. */
async function named<T>(name: string, run: () => Promise<T>): Promise<T> {
  // The error of a missing package names no picture.
  sharpPackage();
  try {
    return await run();
  } catch (cause) {
    throw dataError(`${name} cannot be decoded: ${messageOf(cause)}`, { cause });
  }
}
