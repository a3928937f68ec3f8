/** Pictures of shapes in any colours, and the files they are kept in. */

export const LABELS = ['ring', 'cross', 'square'] as const;

/** What torchvision's models were trained with: the mean and the spread of each colour. */
const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];

/** Three bytes for each pixel, row by row. */
export interface Picture {
  readonly side: number;
  readonly pixels: Uint8Array;
}

/** Whether a place, seen from the middle of a shape, is part of it. */
const INSIDE: Readonly<Record<(typeof LABELS)[number], (x: number, y: number, radius: number) => boolean>> = {
  ring: (x, y, radius) => Math.abs(Math.hypot(x, y) - radius * 0.8) < radius * 0.2,
  cross: (x, y, radius) =>
    Math.max(Math.abs(x), Math.abs(y)) < radius && Math.min(Math.abs(x), Math.abs(y)) < radius * 0.2,
  square: (x, y, radius) => Math.max(Math.abs(x), Math.abs(y)) < radius * 0.8,
};

/** A picture made of nine random numbers between 0 and 1. */
export function draw(label: (typeof LABELS)[number], side: number, random: readonly number[]): Picture {
  const [size, left, top, ...colours] = random as [number, number, number, ...number[]];
  const radius = side * (0.2 + 0.2 * size);
  const place = (where: number): number => radius + where * (side - 2 * radius);
  const [x, y] = [place(left), place(top)];
  const pixels = new Uint8Array(3 * side * side);
  for (let i = 0; i < side * side; i++) {
    const isInside = INSIDE[label]((i % side) - x, Math.floor(i / side) - y, radius);
    for (let c = 0; c < 3; c++) {
      // The background is dark, the shape bright.
      const shade = (colours[isInside ? c : c + 3] as number) * 110;
      pixels[3 * i + c] = isInside ? 145 + shade : shade;
    }
  }
  return { side, pixels };
}

/** What a model of torchvision takes: one plane for each colour, scaled. */
export function toInput({ side, pixels }: Picture): Float32Array {
  const area = side * side;
  return Float32Array.from({ length: 3 * area }, (_, i) => {
    const colour = Math.floor(i / area);
    return ((pixels[3 * (i % area) + colour] as number) / 255 - (MEAN[colour] as number)) / (STD[colour] as number);
  });
}

/** A portable pixmap: a line of text, and the bytes. Image programs and `convert picture.png picture.ppm` write it. */
export function toPpm({ side, pixels }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P6 ${side} ${side} 255\n`), pixels]);
}

/** @throws RangeError for what is no square pixmap of 8 bits */
export function fromPpm(file: Buffer): Picture {
  const [head = '', width, height, depth] =
    /^P6\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(file.subarray(0, 64).toString('latin1')) ?? [];
  const side = Number(width);
  if (head === '' || width !== height || depth !== '255')
    throw new RangeError('a square picture in the format P6 is needed');
  const pixels = file.subarray(head.length);
  if (pixels.length !== 3 * side * side)
    throw new RangeError(`${3 * side * side} bytes are needed, got ${pixels.length}`);
  return { side, pixels };
}
