import { sizeText } from '../../arguments/extents';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { aTensor } from './picture';

/** How many steps there are from each of six colors to the next: red, yellow, green, cyan, blue, magenta. */
const STEPS = [15, 6, 4, 11, 13, 6] as const;
/** The channel that changes on the way from each color, and whether it grows. */
const CHANGES = [
  [1, true],
  [0, false],
  [2, true],
  [1, false],
  [0, true],
  [2, false],
] as const;

/** The colors of directions, `[55, 3]`. */
function colorWheel(): Tensor {
  const colors: number[][] = [];
  const now = [255, 0, 0];
  STEPS.forEach((steps, i) => {
    const [channel, grows] = CHANGES[i] as (typeof CHANGES)[number];
    for (let step = 0; step < steps; step++) {
      const part = Math.floor(Math.fround((255 * step) / steps));
      now[channel] = grows ? part : 255 - part;
      colors.push([...now]);
    }
    now[channel] = grows ? 255 : 0;
  });
  return torch.tensor(colors, { dtype: torch.float32 });
}

/** The colors of motions that are at most 1 long, `[N, 2, H, W]`. */
function colorsOf(flow: Tensor): Tensor {
  const wheel = colorWheel().to(flow.device);
  const count = wheel.shape[0] as number;
  const length = flow.pow(2).sum(1).sqrt();
  const angle = torch.atan2(flow.select(1, 1).neg(), flow.select(1, 0).neg()).div(Math.PI);
  const place = angle
    .add(1)
    .div(2)
    .mul(count - 1);
  const before = place.floor().to(torch.int64);
  const next = before.add(1);
  const after = next.maskedFill(next.eq(count), 0);
  const part = place.sub(before);
  const channels = wheel.unbind(1).map((colors) => {
    const [first, second] = [colors.index(before).div(255), colors.index(after).div(255)];
    const mixed = torch.rsub(part, 1).mul(first).add(part.mul(second));
    return torch
      .rsub(length.mul(torch.rsub(mixed, 1)), 1)
      .mul(255)
      .floor();
  });
  return torch.stack(channels, 1).to(torch.uint8);
}

/**
 * Motions as colors: the color says the direction, and the further something moves, the stronger it is.
 *
 * @param flow - float32 `[2, H, W]` or `[N, 2, H, W]`: how far each pixel moves to the right and down.
 * @returns Bytes `[3, H, W]` or `[N, 3, H, W]`.
 * @throws TorchValueError for another dtype or shape, and for motions that are not finite.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.flow_to_image.html
 * @example
 * vision.utils.flowToImage(torch.rand([2, 8, 8])).shape; // [3, 8, 8]
 */
export function flowToImage(flow: Tensor, ...surplus: []): Tensor {
  readArguments('flowToImage', { flow: aTensor() }, [flow, ...surplus]);
  if (flow.dtype !== torch.float32) {
    throw valueError(`Flow should be of dtype torch.float, got ${String(flow.dtype)}.`);
  }
  return torch.noGrad(() =>
    torch.scope(() => {
      const batch = flow.ndim === 3 ? flow.unsqueeze(0) : flow;
      if (batch.ndim !== 4 || batch.shape[1] !== 2) {
        throw valueError(`Input flow should have shape (2, H, W) or (N, 2, H, W), got ${sizeText(flow.shape)}.`);
      }
      const longest = batch.pow(2).sum(1).sqrt().max();
      if (!Number.isFinite(longest.item<number>())) throw valueError('flowToImage(): the flow is not finite');
      const image = colorsOf(batch.div(longest.add(torch.finfo(flow.dtype).eps)));
      return flow.ndim === 3 ? image.squeeze(0) : image;
    }),
  );
}
