import { valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { Turns } from '../../native/turns';
import { runsOfRows } from '../io/pieces';
import { type GridOptions, type Range, batchOf, gridPlan, toRange } from './grid';

/** Elements that are worked on at once: some milliseconds. */
const PIECE = 1 << 18;

/** A batch, or one picture, as a list; nothing where it is neither. */
function tensorsOf(given: Tensor): readonly Tensor[] {
  if (given.ndim === 3) return [given];
  return given.ndim === 4 ? given.unbind(0) : [];
}

/** Pictures of one size with one or three channels, as tensors that nobody else disposes. */
function picturesOf(given: Tensor | readonly Tensor[]): Tensor[] {
  const list: readonly unknown[] = given instanceof Tensor ? tensorsOf(given) : given;
  const [first] = list;
  const alike = (one: unknown): one is Tensor =>
    one instanceof Tensor && one.ndim === 3 && String(one.shape) === String((first as Tensor).shape);
  // What is no list of pictures of one size is either one picture or refused.
  const pictures = Array.isArray(list) && list.length > 0 && list.every(alike) ? list : batchOf(given).unbind(0);
  return pictures.map((one) => torch.keep(one.detach()));
}

/** The grid that `makeGrid` makes as bytes, drawn in pieces, between which the event loop has its turn. */
export class Pictures {
  /** Height and width of the grid. */
  readonly size: readonly [height: number, width: number];
  private readonly pictures: readonly Tensor[];
  private readonly corners: readonly (readonly [y: number, x: number])[];
  private readonly turns = new Turns();

  constructor(
    given: Tensor | readonly Tensor[],
    private readonly form: Required<GridOptions>,
  ) {
    this.pictures = torch.noGrad(() => torch.scope(() => picturesOf(given)));
    const [channels = 0, h = 0, w = 0] = this.pictures[0]?.shape ?? [];
    if (this.pictures.length > 0 && channels !== 1 && channels !== 3) {
      this.dispose();
      throw valueError(`saveImage(): expected 1 or 3 channels, got ${channels}`);
    }
    const { height, width, corners } = gridPlan(this.pictures.length, [h, w], form);
    this.size = [height, width];
    this.corners = corners;
  }

  dispose(): void {
    for (const one of this.pictures) one.dispose();
  }

  /** Draws into bytes; `view` is what they are as a tensor `[height, width, 3]`. */
  async draw(bytes: Uint8Array, view: (all: Tensor) => Tensor): Promise<void> {
    const all = torch.keep(torch.frombuffer(bytes, { dtype: torch.uint8 }));
    try {
      const rowLength = this.size[1] * 3;
      if (this.pictures.length > 1) {
        const [first] = this.pictures as [Tensor];
        const ground = torch.scope(() =>
          toBytes(torch.full([1], this.form.padValue, { dtype: first.dtype })).item<number>(),
        );
        for (const [from, count] of runsOfRows(this.size[0], rowLength, PIECE)) {
          torch.scope(() => void view(all).narrow(0, from, count).fill_(ground));
          await this.turns.pause();
        }
      }
      const ranges = await this.ranges();
      for (const [i, picture] of this.pictures.entries()) {
        await this.drawOne(picture, ranges[i] ?? null, (from, count) => {
          const [y, x] = this.corners[i] as [number, number];
          return view(all)
            .narrow(0, y + from, count)
            .narrow(1, x, picture.shape[2] as number);
        });
      }
    } finally {
      all.dispose();
    }
  }

  /** A picture, drawn into what `place` has for some of its rows. */
  private async drawOne(
    picture: Tensor,
    range: Range | null,
    place: (from: number, count: number) => Tensor,
  ): Promise<void> {
    const [channels, height, width] = picture.shape as [number, number, number];
    for (const [from, count] of runsOfRows(height, channels * width, PIECE)) {
      torch.scope(() => {
        const rows = picture.narrow(1, from, count);
        const scaled = range === null ? rows : toRange(rows.clone(), range);
        place(from, count).copy_(toBytes(scaled).permute([1, 2, 0]));
      });
      await this.turns.pause();
    }
  }

  /** The values that become 0 and 1 in each picture; none where they are not normalized. */
  private async ranges(): Promise<readonly Range[]> {
    const { normalize, scaleEach, valueRange } = this.form;
    if (!normalize) return [];
    if (valueRange !== null) return this.pictures.map(() => valueRange);
    const each: Range[] = [];
    for (const picture of this.pictures) each.push(await this.rangeOf(picture));
    if (scaleEach) return each;
    const all: Range = [Math.min(...each.map(([least]) => least)), Math.max(...each.map(([, most]) => most))];
    return each.map(() => all);
  }

  private async rangeOf(picture: Tensor): Promise<Range> {
    const [channels, height, width] = picture.shape as [number, number, number];
    let [least, most] = [Infinity, -Infinity];
    for (const [from, count] of runsOfRows(height, channels * width, PIECE)) {
      torch.scope(() => {
        const rows = picture.narrow(1, from, count);
        least = Math.min(least, rows.min().item<number>());
        most = Math.max(most, rows.max().item<number>());
      });
      await this.turns.pause();
    }
    return [least, most];
  }
}

/** Floats from 0 to 1 as bytes, rounded. */
function toBytes(values: Tensor): Tensor {
  return values.mul(255).add(0.5).clamp(0, 255).cpu().to(torch.uint8);
}
