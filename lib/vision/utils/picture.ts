/** What is drawn on: a picture as bytes, and what is made of them. */
import { value } from '../../arguments/fields';
import { valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { convertImage } from '../transforms/functional/dtype';
import { plain } from '../tv-tensors/tv-tensor';
import { Canvas } from './canvas';

/** An argument that is a tensor. */
export const aTensor = (): ReturnType<typeof value<Tensor>> => value<Tensor>('a Tensor', (v) => v instanceof Tensor);

/** Fails on what is no picture of bytes or floats. */
export function checkPicture(image: Tensor): void {
  if (image.dtype !== torch.uint8 && !image.isFloatingPoint()) {
    throw valueError(`The image dtype must be uint8 or float, got ${String(image.dtype)}`);
  }
  if (image.ndim !== 3) throw valueError('Pass individual images, not batches');
}

/** Fails on what is no picture of three channels. */
export function checkRgb(image: Tensor): void {
  checkPicture(image);
  if (image.shape[0] !== 3) throw valueError('Pass an RGB image. Other Image formats are not supported');
}

/** What `draw` makes of a picture `[1 or 3, H, W]`, in its own type: `[3, H, W]`. */
export function drawnOn(image: Tensor, blends: boolean, draw: (canvas: Canvas) => void): Tensor {
  return torch.noGrad(() =>
    torch.scope(() => {
      const [, height, width] = image.shape as [number, number, number];
      const bytes = convertImage(plain(image).detach(), torch.uint8, true).expand([3, height, width]);
      const data = new Uint8Array(3 * height * width);
      if (data.length > 0) torch.frombuffer(data, { dtype: torch.uint8 }).view([3, height, width]).copy_(bytes);
      draw(new Canvas(data, width, height, blends));
      const out = torch.tensor(data).reshape([3, height, width]).to(image.device);
      return convertImage(out, image.dtype, true);
    }),
  );
}

/** Whole numbers, as Python's `to(torch.int64)` makes them. */
export function wholeNumbers(given: Tensor): unknown {
  return torch.scope(() => plain(given).detach().to(torch.float64).trunc().tolist<number[][]>());
}
