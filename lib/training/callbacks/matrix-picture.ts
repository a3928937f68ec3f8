import { encodePng } from '../../utils/tensorboard/png';
import type { Matrix } from '../metrics/metric';

/** The width of the whole picture, as near as whole cells come to it; a cell has at least one pixel. */
const WIDTH = 512;
const LARGEST_CELL = 48;

type Color = readonly [red: number, green: number, blue: number];

/** From nothing to all of a row; what is no number is grey. */
const [LOW, HIGH, NO_NUMBER]: readonly [Color, Color, Color] = [
  [247, 251, 255],
  [8, 48, 107],
  [160, 160, 160],
];

function colorOf(share: number): Color {
  if (!Number.isFinite(share)) return NO_NUMBER;
  return LOW.map((low, i) => Math.round(low + ((HIGH[i] ?? 0) - low) * share)) as unknown as Color;
}

/** The shares of a row's sum by size; zeros where a row has none. */
function sharesOf(row: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + Math.abs(value), 0);
  return row.map((value) => (total === 0 ? 0 : Math.abs(value) / total));
}

/** A matrix as the bytes of a PNG file: a cell for each number, the darker the more of its row it holds. */
export function matrixPicture(matrix: Matrix): Uint8Array {
  const columns = Math.max(1, matrix[0]?.length ?? 0);
  const cell = Math.max(1, Math.min(LARGEST_CELL, Math.floor(WIDTH / columns)));
  const gap = cell > 4 ? 1 : 0;
  const [width, height] = [columns * cell, Math.max(1, matrix.length) * cell];
  const data = new Uint8Array(3 * width * height).fill(255);
  for (const [y, row] of matrix.entries()) {
    for (const [x, share] of sharesOf(row).entries()) {
      const line = Buffer.alloc(3 * (cell - gap), Uint8Array.from(colorOf(share)));
      for (let inner = 0; inner < cell - gap; inner++) {
        data.set(line, 3 * ((y * cell + inner) * width + x * cell));
      }
    }
  }
  return encodePng({ width, height, channels: 3, data });
}
