/** What operators on the features of boxes share. */
import { valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';

/** The picture of a box, and its corners. */
export type Region = [picture: number, x1: number, y1: number, x2: number, y2: number];

/** A number for both, or a pair. */
export function pair(size: number | readonly number[]): [number, number] {
  return (typeof size === 'number' ? [size, size] : size) as [number, number];
}

function checkInput(input: Tensor): void {
  if (input.ndim !== 4) throw valueError(`input should be [N, C, H, W], got the shape [${input.shape.join(', ')}]`);
}

/** Boxes of each picture as rows of picture, x1, y1, x2, y2. */
function rows(boxes: Tensor | readonly Tensor[]): Tensor {
  if (boxes instanceof Tensor) {
    if (boxes.ndim === 2 && boxes.shape[1] === 5) return boxes;
    throw valueError('The boxes tensor shape is not correct as Tensor[K, 5]');
  }
  for (const one of boxes) {
    if (one.ndim === 2 && one.shape[1] === 4) continue;
    throw valueError('The shape of the tensor in the boxes list is not correct as List[Tensor[L, 4]]');
  }
  return torch.cat(boxes.map((one, i) => torch.cat([torch.fullLike(one.narrow(1, 0, 1), i), one], 1)));
}

/** Boxes as rows of picture, x1, y1, x2, y2, in the type of the input, which has all the pictures. */
export function regionsOf(input: Tensor, boxes: Tensor | readonly Tensor[]): Tensor {
  checkInput(input);
  const regions = rows(boxes).to(input.dtype);
  if (regions.shape[0] === 0) return regions;
  if (!regions.isfinite().all().item<boolean>()) throw valueError('boxes should be finite numbers');
  const numbers = regions.select(1, 0);
  const [least, most] = [numbers.min().item<number>(), numbers.max().item<number>()];
  const pictures = input.shape[0] as number;
  if (!(least >= 0 && most < pictures)) {
    throw valueError(`boxes name the pictures ${least} to ${most}; the input has ${pictures}`);
  }
  return regions;
}

/** The rows as numbers. */
export function listOf(regions: Tensor): Region[] {
  return regions.detach().to('cpu').tolist<Region[]>();
}

/** Results `[K, …]`, of which those with one key are computed together. */
export function inGroups(
  keys: readonly string[],
  device: torch.Device,
  compute: (key: string, members: readonly number[], which: Tensor) => Tensor,
): Tensor {
  const groups = new Map<string, number[]>();
  keys.forEach((key, i) => {
    const members = groups.get(key);
    if (members) members.push(i);
    else groups.set(key, [i]);
  });
  const results = [...groups].map(([key, members]) => compute(key, members, torch.tensor(members, { device })));
  const order = new Array<number>(keys.length);
  [...groups.values()].flat().forEach((member, i) => (order[member] = i));
  return torch.cat(results).indexSelect(0, torch.tensor(order, { device }));
}

/** The channels of a result of which each place has channels of its own. */
export function checkPlaces(input: Tensor, [height, width]: readonly [number, number]): number {
  checkInput(input);
  const channels = input.shape[1] as number;
  if (channels % (height * width) === 0) return channels / (height * width);
  throw valueError(
    `input channels must be a multiple of pooling height * pooling width, got ${channels} and ${height} * ${width}`,
  );
}

/** Features with the channels of each place of the result by themselves: `[N, H, W, height, width, C]`. */
export function byPlace(input: Tensor, [height, width]: readonly [number, number]): Tensor {
  const [pictures, channels, h, w] = input.shape as [number, number, number, number];
  const parted = input.reshape([pictures, channels / (height * width), height, width, h, w]);
  return parted.permute([0, 4, 5, 2, 3, 1]);
}
