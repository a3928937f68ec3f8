import type { Case, Suite } from '../../harness/types';
import shapes from './shapes.json';

/** The guide's GRU with one of its sizes changed. */
export interface Shape {
  readonly batch: number;
  readonly steps: number;
  readonly hidden: number;
  readonly layers: number;
}

export const BASE: Shape = { batch: 64, steps: 50, hidden: 128, layers: 1 };
const INPUT = 100;

/** Multiplications and additions of one training step; the first layer's input needs no gradient. */
function operations({ batch, steps, hidden, layers }: Shape): number {
  const first = 2 * INPUT + 3 * hidden;
  const others = (layers - 1) * 6 * hidden;
  return 2 * batch * steps * 3 * hidden * (first + others);
}

const sizes = Object.entries(shapes) as [keyof Shape, readonly number[]][];
const product: Case = { name: 'matrix product', unit: 'ms', flop: 2 * 3200 * 128 * 384, rate: true, rounds: 21 };

/** Cost of a training step as batch, length, hidden size and layers grow, beside Python and the arithmetic's floor. */
export const suite: Suite = {
  title: 'Scaling of a GRU',
  cases: [
    product,
    ...sizes.flatMap(([what, values]) =>
      values.map(
        (value): Case => ({
          name: `${what} ${value}`,
          unit: 'ms',
          rounds: 7,
          warmup: 1,
          flop: operations({ ...BASE, [what]: value }),
        }),
      ),
    ),
  ],
};
