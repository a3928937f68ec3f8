/** Attention within windows of a picture, and within windows that are shifted by half: Swin's. */
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { SnakeKeys } from '../snake-keys';

const { functional: F } = nn;

/** Heights and widths. */
export type Pair = readonly [number, number];

interface Attention {
  readonly qkv: nn.Linear;
  readonly proj: nn.Linear;
  readonly positionBias: Tensor;
  readonly windowSize: Pair;
  readonly shiftSize: Pair;
  readonly numHeads: number;
  readonly attentionDropout: number;
  readonly dropout: number;
  readonly logitScale: Tensor | null;
  readonly training: boolean;
}

/** `[B, H, W, C]` with H and W multiples of the window's, as `[B × windows, window's places, C]`. */
function intoWindows(x: Tensor, [height, width]: Pair): Tensor {
  const [batch, h, w, channels] = x.shape as [number, number, number, number];
  return x
    .view([batch, h / height, height, w / width, width, channels])
    .permute([0, 1, 3, 2, 4, 5])
    .reshape([batch * (h / height) * (w / width), height * width, channels]);
}

/** The way back from {@link intoWindows}. */
function outOfWindows(x: Tensor, batch: number, [h, w]: Pair, [height, width]: Pair): Tensor {
  const channels = x.shape.at(-1) as number;
  return x
    .view([batch, h / height, w / width, height, width, channels])
    .permute([0, 1, 3, 2, 4, 5])
    .reshape([batch, h, w, channels]);
}

/** −100 between places of a shifted window that are not neighbours in the picture, else 0. */
function shiftMask(x: Tensor, [h, w]: Pair, window: Pair, shift: Pair): Tensor {
  const mask = x.newZeros([h, w]);
  const parts = (size: number, shifted: number): [number | null, number | null][] => [
    [0, -size],
    [-size, -shifted],
    [-shifted, null],
  ];
  let count = 0;
  for (const [top, bottom] of parts(window[0], shift[0])) {
    for (const [left, right] of parts(window[1], shift[1])) {
      mask.index(torch.slice(top, bottom), torch.slice(left, right)).fill_(count++);
    }
  }
  const places = intoWindows(mask.view([1, h, w, 1]), window).squeeze(-1);
  const difference = places.unsqueeze(1).sub(places.unsqueeze(2));
  return difference.maskedFill(difference.ne(0), -100).maskedFill(difference.eq(0), 0);
}

/** The bias of the product, of which version 2 leaves out the part of the keys. */
function withoutKeys(bias: Tensor): Tensor {
  const changed = bias.clone();
  const length = changed.numel() / 3;
  changed.narrow(0, length, length).zero_();
  return changed;
}

/** The products of queries and keys of windows `[B × windows, places, C]`, and the values. */
function products(x: Tensor, { qkv, numHeads, logitScale }: Attention): [scores: Tensor, values: Tensor] {
  const [windows, places, channels] = x.shape as [number, number, number];
  const bias = logitScale && qkv.bias ? withoutKeys(qkv.bias) : qkv.bias;
  const heads = F.linear(x, qkv.weight, bias).reshape([windows, places, 3, numHeads, channels / numHeads]);
  const [q, k, v] = heads.permute([2, 0, 3, 1, 4]).unbind(0) as [Tensor, Tensor, Tensor];
  if (logitScale) {
    const cosine = F.normalize(q, { dim: -1 }).matmul(F.normalize(k, { dim: -1 }).transpose(-2, -1));
    return [cosine.mul(logitScale.clamp({ max: Math.log(100) }).exp()), v];
  }
  return [q.mul((channels / numHeads) ** -0.5).matmul(k.transpose(-2, -1)), v];
}

/** Attention within windows over `[B, H, W, C]`. */
export function windowAttention(input: Tensor, attention: Attention): Tensor {
  const { windowSize, proj, numHeads, positionBias, training } = attention;
  const [batch, height, width, channels] = input.shape as [number, number, number, number];
  const missing = (size: number, window: number): number => (window - (size % window)) % window;
  const padding = [0, 0, 0, missing(width, windowSize[1]), 0, missing(height, windowSize[0])];
  const padded = F.pad(input, padding);
  const size = padded.shape.slice(1, 3) as unknown as Pair;
  // Where one window holds all, there is nothing to shift.
  const shift = [0, 1].map((i) =>
    (windowSize[i] as number) >= (size[i] as number) ? 0 : attention.shiftSize[i],
  ) as unknown as Pair;
  const shifts = shift[0] + shift[1] > 0;
  const rolled = shifts ? torch.roll(padded, [-shift[0], -shift[1]], [1, 2]) : padded;
  const x = intoWindows(rolled, windowSize);
  const [windows, places] = x.shape as [number, number];
  const [plain, values] = products(x, attention);
  let scores = plain.add(positionBias);
  if (shifts) {
    const mask = shiftMask(x, size, windowSize, shift).unsqueeze(1).unsqueeze(0);
    scores = scores
      .view([batch, windows / batch, numHeads, places, places])
      .add(mask)
      .view([-1, numHeads, places, places]);
  }
  const weights = F.dropout(F.softmax(scores, -1), { p: attention.attentionDropout, training });
  const mixed = weights.matmul(values).transpose(1, 2).reshape([windows, places, channels]);
  const out = F.dropout(F.linear(mixed, proj.weight, proj.bias), { p: attention.dropout, training });
  const whole = outOfWindows(out, batch, size, windowSize);
  const back = shifts ? torch.roll(whole, [shift[0], shift[1]], [1, 2]) : whole;
  return back.narrow(1, 0, height).narrow(2, 0, width).contiguous();
}

export interface WindowOptions {
  readonly dim: number;
  readonly windowSize: Pair;
  readonly shiftSize: Pair;
  readonly numHeads: number;
  readonly attentionDropout: number;
  readonly dropout: number;
}

/** For each two places of a window, the row of the table of relative positions. */
function relativePositions([height, width]: Pair): Tensor {
  const rows = torch.arange(height);
  const columns = torch.arange(width);
  const places = torch.stack(torch.meshgrid([rows, columns], { indexing: 'ij' })).flatten(1);
  const [down, right] = places.unsqueeze(2).sub(places.unsqueeze(1)).unbind(0) as [Tensor, Tensor];
  return down
    .add(height - 1)
    .mul(2 * width - 1)
    .add(right.add(width - 1))
    .flatten();
}

/** What both versions share: the products, and where places stand to each other. */
abstract class WindowAttention extends SnakeKeys {
  declare relativePositionIndex: Tensor;
  readonly qkv: nn.Linear;
  readonly proj: nn.Linear;
  protected readonly options: WindowOptions;

  constructor(options: WindowOptions) {
    super();
    const { dim } = options;
    this.options = options;
    this.qkv = new nn.Linear(dim, 3 * dim, { bias: true });
    this.proj = new nn.Linear(dim, dim, { bias: true });
  }

  protected addIndex(): void {
    this.registerBuffer('relativePositionIndex', relativePositions(this.options.windowSize));
  }

  /** Rows of a table by relative position, as `[1, heads, places, places]`. */
  protected biasFrom(table: Tensor): Tensor {
    const places = this.options.windowSize[0] * this.options.windowSize[1];
    const rows = table.index(this.relativePositionIndex).view([places, places, -1]);
    return rows.permute([2, 0, 1]).contiguous().unsqueeze(0);
  }

  protected attend(x: Tensor, positionBias: Tensor, logitScale: Tensor | null): Tensor {
    const { qkv, proj, training } = this;
    return windowAttention(x, { ...this.options, qkv, proj, positionBias, logitScale, training });
  }
}

export class ShiftedWindowAttention extends WindowAttention {
  readonly relativePositionBiasTable: nn.Parameter;

  constructor(options: WindowOptions) {
    super(options);
    const [height, width] = options.windowSize;
    const rows = (2 * height - 1) * (2 * width - 1);
    this.relativePositionBiasTable = new nn.Parameter(torch.zeros([rows, options.numHeads]));
    nn.init.truncNormal_(this.relativePositionBiasTable, { std: 0.02 });
    this.addIndex();
  }

  override forward(x: Tensor): Tensor {
    return this.attend(x, this.biasFrom(this.relativePositionBiasTable), null);
  }
}

/** The distances of places on a logarithmic scale, from −8/3 to 8/3: `[1, 2h − 1, 2w − 1, 2]`. */
function relativeCoordinates([height, width]: Pair): Tensor {
  const along = (size: number): Tensor => torch.arange(-(size - 1), size, { dtype: torch.float32 });
  const grid = torch.stack(torch.meshgrid([along(height), along(width)], { indexing: 'ij' }));
  const table = grid.permute([1, 2, 0]).contiguous().unsqueeze(0);
  table.select(3, 0).div_(height - 1);
  table.select(3, 1).div_(width - 1);
  table.mul_(8);
  return torch.sign(table).mul(table.abs().add(1).log2()).div(3);
}

/** Attention by cosines, with biases from a small network over distances. */
export class ShiftedWindowAttentionV2 extends WindowAttention {
  declare relativeCoordsTable: Tensor;
  readonly logitScale: nn.Parameter;
  readonly cpbMlp: nn.Sequential;

  constructor(options: WindowOptions) {
    super(options);
    const { numHeads, windowSize } = options;
    this.registerBuffer('relativeCoordsTable', relativeCoordinates(windowSize));
    this.addIndex();
    this.logitScale = new nn.Parameter(torch.ones([numHeads, 1, 1]).mul(10).log());
    this.cpbMlp = new nn.Sequential(
      new nn.Linear(2, 512, { bias: true }),
      new nn.ReLU({ inplace: true }),
      new nn.Linear(512, numHeads, { bias: false }),
    );
    torch.noGrad(() => void this.qkv.bias?.narrow(0, options.dim, options.dim).zero_());
  }

  override forward(x: Tensor): Tensor {
    const table = this.cpbMlp.forward(this.relativeCoordsTable).view([-1, this.options.numHeads]);
    return this.attend(x, this.biasFrom(table).sigmoid().mul(16), this.logitScale);
  }
}
