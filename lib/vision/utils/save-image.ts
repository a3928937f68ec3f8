import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nullable, str } from '../../arguments/fields';
import { fileFailure, fileToWrite } from '../../arguments/files';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import { pngLine, pngParts } from '../io/png';
import { sharpIfThere } from '../io/sharp';
import { GRID, type GridOptions } from './grid';
import { Pictures } from './pictures';

export interface SaveImageOptions extends GridOptions {
  /** `'png'`, or with `sharp` also `'jpeg'`, `'webp'`, `'avif'`, `'tiff'`, `'gif'`. @defaultValue null, which means by the name of the file */
  readonly format?: string | null;
}

const { tensor: _tensor, ...FORM } = GRID;
const OPTIONS = { ...FORM, format: nullable(str()) };

/** The format by its name, or by that of the file. */
function formatOf(file: string, given: string | null): string {
  const name = (given ?? path.extname(file).slice(1)).toLowerCase();
  return name === 'jpg' ? 'jpeg' : name;
}

/**
 * Writes pictures side by side into a file. Bytes are compressed off the thread, and what is done before in pieces, so that
 * nothing waits for a large picture.
 *
 * @param tensor - Pictures `[N, C, H, W]` of floats from 0 to 1, one picture, or an array of them. They must not change until
 * the promise is settled; they may be disposed.
 * @param file - The path of the file, whose name says the format. PNG needs no package, others need `sharp`.
 * @param options - How the pictures stand, and the format.
 * @throws TorchValueError for a format that there is not, TorchError where the file cannot be written.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.save_image.html
 * @example
 * await vision.utils.saveImage(torch.rand([4, 3, 8, 8]), 'grid.png', { nrow: 2 });
 */
export async function saveImage(
  tensor: Tensor | readonly Tensor[],
  file: string | URL,
  options: SaveImageOptions = {},
): Promise<void> {
  const target = fileToWrite('saveImage', file);
  const { format: given, ...form } = readOptions('saveImage', OPTIONS, options);
  const format = formatOf(target, given);
  const pictures = new Pictures(tensor, form);
  try {
    await (format === 'png' ? writePng(target, pictures) : writeWithSharp(target, pictures, format));
  } finally {
    pictures.dispose();
  }
}

async function write(target: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await writeFile(target, bytes);
  } catch (cause) {
    throw fileFailure('saveImage', target, cause);
  }
}

async function writePng(target: string, pictures: Pictures): Promise<void> {
  const [height, width] = pictures.size;
  const line = pngLine(width);
  // The first byte of each line stays zero.
  const lines = new Uint8Array(height * line);
  await pictures.draw(lines, (all) =>
    all
      .view([height, line])
      .narrow(1, 1, line - 1)
      .unflatten(1, [width, 3]),
  );
  await write(target, pngParts(lines, { width, height }));
}

async function writeWithSharp(target: string, pictures: Pictures, format: string): Promise<void> {
  const sharp = sharpIfThere();
  if (!sharp) throw valueError(`saveImage(): '${format}' needs the package sharp (npm install sharp); PNG does not`);
  if (!['jpeg', 'webp', 'avif', 'tiff', 'gif'].includes(format)) {
    throw valueError(`saveImage(): unknown file extension: '${format}'`);
  }
  const [height, width] = pictures.size;
  const pixels = new Uint8Array(height * width * 3);
  await pictures.draw(pixels, (all) => all.view([height, width, 3]));
  await write(
    target,
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .toFormat(format)
      .toBuffer(),
  );
}
