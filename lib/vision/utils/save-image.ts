import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nullable, str } from '../../arguments/fields';
import { fileFailure, fileToWrite } from '../../arguments/files';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { sharpIfThere } from '../io/sharp';
import { encodePng } from '../io/png';
import { GRID, type GridOptions, makeGrid } from './grid';

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
 * Writes pictures side by side into a file, off the thread.
 *
 * @param tensor - Pictures `[N, C, H, W]` of floats from 0 to 1, one picture, or an array of them.
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
  const [height, width, data] = pixelsOf(makeGrid(tensor, form));
  const bytes = await encoded(data, { width, height, channels: 3 }, format);
  try {
    await writeFile(target, bytes);
  } catch (cause) {
    throw fileFailure('saveImage', target, cause);
  }
}

function pixelsOf(grid: Tensor): [height: number, width: number, data: Uint8Array] {
  return torch.noGrad(() =>
    torch.scope(() => {
      const channels = grid.shape[0];
      if (channels !== 3) throw valueError(`saveImage(): expected 1 or 3 channels, got ${channels ?? 0}`);
      const bytes = grid.detach().mul(255).add(0.5).clamp(0, 255).permute([1, 2, 0]).cpu().to(torch.uint8).contiguous();
      return [grid.shape[1] as number, grid.shape[2] as number, Uint8Array.from(bytes.toTypedArray(Uint8Array))];
    }),
  );
}

interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
}

async function encoded(data: Uint8Array, sizes: Sizes, format: string): Promise<Uint8Array> {
  if (format === 'png') return encodePng(data, sizes);
  const sharp = sharpIfThere();
  if (!sharp) throw valueError(`saveImage(): '${format}' needs the package sharp (npm install sharp); PNG does not`);
  if (!['jpeg', 'webp', 'avif', 'tiff', 'gif'].includes(format)) {
    throw valueError(`saveImage(): unknown file extension: '${format}'`);
  }
  return sharp(data, { raw: sizes }).toFormat(format).toBuffer();
}
