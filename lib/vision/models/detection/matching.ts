/** Boxes as differences from other boxes, and which of them belong together. */
import type { Tensor } from '../../../index';
import * as torch from '../../../index';

/** No box of the picture overlaps enough with an anchor. */
export const BELOW_LOW_THRESHOLD = -1;
/** One overlaps too much for the background and too little for a match. */
export const BETWEEN_THRESHOLDS = -2;

type Weights = readonly [x: number, y: number, w: number, h: number];

/** Writes boxes as differences from others, and reads them again. */
export class BoxCoder {
  constructor(
    private readonly weights: Weights,
    /** The most that a side may grow, as a logarithm. */
    private readonly limit = Math.log(1000 / 16),
  ) {}

  /** The differences of boxes from proposals, for each picture. */
  encode(boxes: readonly Tensor[], proposals: readonly Tensor[]): Tensor[] {
    const counts = boxes.map((one) => one.shape[0] as number);
    return this.encodeSingle(torch.cat([...boxes], 0), torch.cat([...proposals], 0)).split(counts, 0);
  }

  /** The differences of boxes from proposals, pair by pair. */
  encodeSingle(boxes: Tensor, proposals: Tensor): Tensor {
    const [wx, wy, ww, wh] = this.weights;
    const parts = (given: Tensor) => {
      const [x1, y1, x2, y2] = given.unbind(1).map((one) => one.unsqueeze(1)) as [Tensor, Tensor, Tensor, Tensor];
      const [width, height] = [x2.sub(x1), y2.sub(y1)];
      return { width, height, x: x1.add(width.mul(0.5)), y: y1.add(height.mul(0.5)) };
    };
    const [to, from] = [parts(boxes), parts(proposals)];
    return torch.cat(
      [
        to.x.sub(from.x).mul(wx).div(from.width),
        to.y.sub(from.y).mul(wy).div(from.height),
        to.width.div(from.width).log().mul(ww),
        to.height.div(from.height).log().mul(wh),
      ],
      1,
    );
  }

  /** The boxes that differences from others are, `[N, K, 4]`. */
  decode(codes: Tensor, boxes: readonly Tensor[]): Tensor {
    const all = torch.cat([...boxes], 0);
    const made = this.decodeSingle(codes, all);
    return all.shape[0] === 0 ? made : made.reshape([all.shape[0] as number, -1, 4]);
  }

  /** The boxes that differences are, pair by pair. */
  decodeSingle(codes: Tensor, given: Tensor): Tensor {
    const [x1, y1, x2, y2] = given.to(codes.dtype).unbind(1) as [Tensor, Tensor, Tensor, Tensor];
    const [width, height] = [x2.sub(x1), y2.sub(y1)];
    const [x, y] = [x1.add(width.mul(0.5)), y1.add(height.mul(0.5))];
    const part = (i: number): Tensor => codes.index(':', `${i}::4`).div(this.weights[i] as number);
    const column = (one: Tensor): Tensor => one.unsqueeze(1);
    const middleX = part(0).mul(column(width)).add(column(x));
    const middleY = part(1).mul(column(height)).add(column(y));
    const halfWidth = part(2).clamp({ max: this.limit }).exp().mul(column(width)).mul(0.5);
    const halfHeight = part(3).clamp({ max: this.limit }).exp().mul(column(height)).mul(0.5);
    const sides = [middleX.sub(halfWidth), middleY.sub(halfHeight), middleX.add(halfWidth), middleY.add(halfHeight)];
    return torch.stack(sides, 2).flatten(1);
  }
}

/** Writes boxes as distances of their sides from the middle of others, in sizes of those: FCOS's way. */
export const linearCoder = {
  /** The distances of the sides of boxes from the middles of proposals, `[…, 4]`. */
  encode(proposals: Tensor, boxes: Tensor): Tensor {
    const [x1, y1, x2, y2] = boxes.unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
    const { x, y, sizes } = middles(proposals);
    return torch.stack([x.sub(x1), y.sub(y1), x2.sub(x), y2.sub(y)], -1).div(sizes);
  },

  /** The boxes that distances are, `[…, 4]`. */
  decode(codes: Tensor, proposals: Tensor): Tensor {
    const { x, y, sizes } = middles(proposals.to(codes.dtype));
    const [left, top, right, bottom] = codes.mul(sizes).unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
    return torch.stack([x.sub(left), y.sub(top), x.add(right), y.add(bottom)], -1);
  },
};

function middles(boxes: Tensor): { readonly x: Tensor; readonly y: Tensor; readonly sizes: Tensor } {
  const [x1, y1, x2, y2] = boxes.unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
  const [width, height] = [x2.sub(x1), y2.sub(y1)];
  return {
    x: x1.add(x2).mul(0.5),
    y: y1.add(y2).mul(0.5),
    sizes: torch.stack([width, height, width, height], -1),
  };
}

export interface MatcherOptions {
  /** The overlap from which a box is matched. */
  readonly high: number;
  /** The overlap below which it is background. */
  readonly low: number;
  /** Whether the best of each box of the picture is matched even below. */
  readonly allowLowQualityMatches: boolean;
}

/** The box of the picture for each column of overlaps, or −1 or −2. */
export function match(quality: Tensor, { high, low, allowLowQualityMatches }: MatcherOptions): Tensor {
  const [values, best] = quality.max(0);
  const below = values.lt(low);
  const between = values.ge(low).logicalAnd(values.lt(high));
  const matches = torch.where(below, BELOW_LOW_THRESHOLD, torch.where(between, BETWEEN_THRESHOLDS, best));
  if (!allowLowQualityMatches) return matches;
  const highest = quality.max(1)[0];
  const kept = quality.eq(highest.unsqueeze(1)).any(0);
  return torch.where(kept, best, matches);
}

/** The same, where the best of each box of the picture is matched in any case: SSD's way. */
export function matchForced(quality: Tensor, threshold: number): Tensor {
  const matches = match(quality, { high: threshold, low: threshold, allowLowQualityMatches: false });
  const best = quality.max(1)[1];
  // Where several boxes have the same best one, the last of them has it.
  return matches.indexCopy(0, best, torch.arange(best.shape[0] as number, { device: best.device }));
}

/** A balanced draw of matched and unmatched ones for each picture; two masks each. */
export function sampleBalanced(
  matched: readonly Tensor[],
  count: number,
  fraction: number,
): { readonly positive: Tensor[]; readonly negative: Tensor[] } {
  const drawn = matched.map((one) => {
    const [positive, negative] = [one.ge(1), one.eq(0)].map((mask) => mask.nonzero().flatten()) as [Tensor, Tensor];
    const positives = Math.min(positive.numel(), Math.trunc(count * fraction));
    const negatives = Math.min(negative.numel(), count - positives);
    return [chosen(one, positive, positives), chosen(one, negative, negatives)] as const;
  });
  return { positive: drawn.map(([one]) => one), negative: drawn.map(([, one]) => one) };
}

function chosen(like: Tensor, from: Tensor, count: number): Tensor {
  const order = torch.randperm(from.numel(), { device: from.device }).narrow(0, 0, count);
  const mask = torch.zeros([like.shape[0] as number], { dtype: torch.bool, device: like.device });
  return mask.indexFill_(0, from.indexSelect(0, order), true);
}

/** Where a mask is true. */
export const indicesOf = (mask: Tensor): Tensor => mask.nonzero().flatten();
