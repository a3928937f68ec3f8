/** Pixels `[3, H, W]`, and Pillow's ways to draw on them: which pixels a shape has is Pillow's choice to the last one. */

/** Red, green, blue, and how much the color covers, of 255. */
export type Ink = readonly [red: number, green: number, blue: number, cover: number];
type Point = readonly [x: number, y: number];

const { fround } = Math;

/** Rounds halves away from zero. */
const roundUp = (x: number): number => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
/** Rounds halves towards zero. */
const roundDown = (x: number): number => Math.sign(x) * Math.ceil(Math.abs(x) - 0.5);

/** A side of a polygon. Slopes are float32, as Pillow has them. */
class Edge {
  readonly slope: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;

  constructor(
    private readonly x: number,
    private readonly y: number,
    toX: number,
    toY: number,
  ) {
    [this.left, this.right] = [Math.min(x, toX), Math.max(x, toX)];
    [this.top, this.bottom] = [Math.min(y, toY), Math.max(y, toY)];
    this.slope = y === toY ? 0 : fround(fround(toX - x) / fround(toY - y));
  }

  get flat(): boolean {
    return this.top === this.bottom;
  }

  /** Where it crosses a row. */
  at(row: number): number {
    return fround(fround(fround(row - this.y) * this.slope) + this.x);
  }

  covers(row: number): boolean {
    return row >= this.top && row <= this.bottom;
  }

  endsAt(row: number): boolean {
    return row === this.top || row === this.bottom;
  }
}

/**
 * Where a side that ends in a row meets another one there: if both run on to one side, the corner is moved next to where
 * they are in the row beside, so that no gap is left.
 */
function cornerOf(edge: Edge, others: readonly Edge[], row: number): number {
  const x = edge.at(row);
  const beside = row + (row === edge.bottom ? -1 : 1);
  const other = others.find(
    (one) => one.endsAt(row) && one.slope !== 0 && roundUp(one.at(row)) === roundUp(x) && one.covers(beside),
  );
  if (!other) return x;
  const near = [edge.at(beside), other.at(beside)];
  if (near.every((one) => x > fround(one + 1))) return roundUp(Math.max(...near)) + 1;
  if (near.every((one) => x < fround(one - 1))) return roundUp(Math.min(...near)) - 1;
  return x;
}

const sidesOf = (corners: readonly Point[]): Edge[] =>
  corners.map(([x, y], i) => new Edge(x, y, ...(corners[(i + 1) % corners.length] as Point)));

/** Where the sides cross a row, sorted: shapes are between the first and the second, the third and the fourth, … */
function crossings(edges: readonly Edge[], row: number, last: number): number[] {
  const found: number[] = [];
  edges.forEach((edge, i) => {
    if (!edge.covers(row)) return;
    if (row === edge.bottom && row < last) found.push(edge.at(row), edge.at(row));
    else if (edge.endsAt(row) && edge.slope !== 0) found.push(cornerOf(edge, edges.slice(0, i), row));
    else found.push(edge.at(row));
  });
  return found.sort((a, b) => a - b);
}

/** A quarter of an ellipse: for each row from the middle on, half of its width. Lengths are doubled, so that a middle may lie between pixels. */
function* quarter(a: number, b: number): Generator<readonly [x: number, y: number]> {
  const far = (x: number, y: number): number => Math.abs(a * a * y * y + b * b * x * x - a * a * b * b);
  let [x, y] = [a, b % 2];
  let row = -1;
  for (;;) {
    if (y !== row) yield [x, y];
    row = y;
    if (x === a % 2 && y === b) return;
    let next = [x, y + 2] as const;
    if (x > 1) {
      for (const one of [[x - 2, y + 2] as const, [x - 2, y] as const]) if (far(...one) < far(...next)) next = one;
    }
    [x, y] = next;
  }
}

export class Canvas {
  constructor(
    /** The bytes, channel by channel. */
    readonly data: Uint8Array,
    readonly width: number,
    readonly height: number,
    /** Whether colors may let the picture shine through: then no pixel of a shape is painted twice. */
    private readonly blends = false,
  ) {}

  /** Paints the pixels of a row from one column to another, both included. */
  row(left: number, y: number, right: number, ink: Ink): void {
    if (y < 0 || y >= this.height) return;
    const [, , , cover] = ink;
    for (let channel = 0; channel < 3; channel++) {
      const start = (channel * this.height + y) * this.width;
      const color = ink[channel] as number;
      for (let at = start + Math.max(left, 0); at <= start + Math.min(right, this.width - 1); at++) {
        const sum = (this.data[at] as number) * (255 - cover) + color * cover + 128;
        this.data[at] = ((sum >> 8) + sum) >> 8;
      }
    }
  }

  point(x: number, y: number, ink: Ink): void {
    this.row(x, y, x, ink);
  }

  /** A line without its last pixel. */
  private thin([x0, y0]: Point, [x1, y1]: Point, ink: Ink): void {
    const [across, down] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    const [stepX, stepY] = [x1 < x0 ? -1 : 1, y1 < y0 ? -1 : 1];
    const isWide = across > down;
    const [long, short] = isWide ? [across, down] : [down, across];
    let [x, y, error] = [x0, y0, 2 * short - long];
    for (let i = 0; i < long; i++) {
      this.point(x, y, ink);
      const turns = error >= 0;
      if (turns) error -= 2 * long;
      error += 2 * short;
      if (isWide || turns) x += stepX;
      if (!isWide || turns) y += stepY;
    }
  }

  /** A line from one pixel to another. */
  line(from: Point, to: Point, width: number, ink: Ink): void {
    if (width > 1) {
      this.thick(from, to, width, ink);
      return;
    }
    this.thin(from, to, ink);
    this.point(...to, ink);
  }

  private thick([x0, y0]: Point, [x1, y1]: Point, width: number, ink: Ink): void {
    const [dx, dy] = [x1 - x0, y1 - y0];
    if (dx === 0 && dy === 0) {
      this.point(x0, y0, ink);
      return;
    }
    const [length, half] = [Math.hypot(dx, dy), (width - 1) / 2];
    const [most, least] = [roundUp(half) / length, roundDown(half) / length];
    const [right, below] = [roundDown(most * dy), roundDown(most * dx)];
    const [left, above] = [roundDown(least * dy), roundDown(least * dx)];
    const corners: Point[] = [
      [x0 - left, y0 + below],
      [x1 - left, y1 + below],
      [x1 + right, y1 - above],
      [x0 + right, y0 - above],
    ];
    this.fillEdges(sidesOf(corners), ink);
  }

  /** A filled polygon. */
  polygon(corners: readonly Point[], ink: Ink): void {
    this.fillEdges(sidesOf(corners), ink);
  }

  private fillEdges(edges: readonly Edge[], ink: Ink): void {
    const steep = edges.filter(({ flat }) => !flat);
    const flats = edges.filter(({ flat }) => flat);
    if (!this.blends) for (const { left, top, right } of flats) this.row(left, top, right, ink);
    const first = Math.max(Math.min(this.height - 1, ...edges.map(({ top }) => top)), 0);
    const last = Math.min(Math.max(0, ...edges.map(({ bottom }) => bottom)), this.height);
    for (let y = first; y <= last; y++) {
      const found = crossings(steep, y, last);
      if (this.blends)
        this.fillOnce(
          found,
          flats.filter(({ top }) => top === y),
          y,
          ink,
        );
      else for (let i = 1; i < found.length; i += 2) this.row(...spanOf(found, i, y), ink);
    }
  }

  /** Fills a row and no pixel of it twice. */
  private fillOnce(found: readonly number[], flats: readonly Edge[], y: number, ink: Ink): void {
    let done = found.length === 0 ? -1 : 0;
    const paint = (left: number, right: number): void => {
      const from = Math.max(left, done);
      if (right < from) return;
      this.row(from, y, right, ink);
      done = right + 1;
    };
    const paintFlats = (): void => {
      for (const { left, right } of flats) if (done === -1 || done >= left) paint(left, right);
    };
    for (let i = 1; i < found.length; i += 2) {
      const [left, , right] = spanOf(found, i, y);
      if (right < done) continue;
      paintFlats();
      paint(left, right);
    }
    paintFlats();
  }

  /** A filled ellipse in a box. */
  ellipse(left: number, top: number, right: number, bottom: number, ink: Ink): void {
    const [a, b] = [right - left, bottom - top];
    if (a < 0 || b < 0) return;
    for (const [x, y] of quarter(a, b)) {
      for (const row of y === 0 ? [0] : [y, -y])
        this.row(left + (a - x) / 2, top + (row + b) / 2, left + (a + x) / 2, ink);
    }
  }

  /** A filled rectangle, both ends included. */
  rectangle(left: number, top: number, right: number, bottom: number, ink: Ink): void {
    for (let y = Math.max(top, 0); y <= Math.min(bottom, this.height - 1); y++) this.row(left, y, right, ink);
  }

  /** The frame of a rectangle, whose width lies inside. */
  frame(left: number, top: number, right: number, bottom: number, width: number, ink: Ink): void {
    for (let i = 0; i < width; i++) {
      this.row(left, top + i, right, ink);
      this.row(left, bottom - i, right, ink);
      for (const x of [right - i, left + i]) this.thin([x, top + width], [x, bottom - width + 1], ink);
    }
  }
}

const spanOf = (found: readonly number[], i: number, y: number): [left: number, y: number, right: number] => [
  roundUp(found[i - 1] as number),
  y,
  roundDown(found[i] as number),
];
