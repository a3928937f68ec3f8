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
const FLOAT = 4;

/** Multiplications and additions of one training step; the first layer's input needs no gradient. */
function operations({ batch, steps, hidden, layers }: Shape): number {
  const first = 2 * INPUT + 3 * hidden;
  const others = (layers - 1) * 6 * hidden;
  return 2 * batch * steps * 3 * hidden * (first + others);
}

/** Weights and biases. */
function parameters({ hidden, layers }: Shape): number {
  const layer = (input: number): number => 3 * hidden * (input + hidden + 2);
  return layer(INPUT) + (layers - 1) * layer(hidden) + 2 * (hidden + 1);
}

/**
 * What one step reads and writes if everything else stays in the caches: each layer's input, forward and for the weights'
 * gradients; its output and the four numbers a unit that backward needs, once written and once read; the weights twice,
 * their gradients once, and Adam's four reads and three writes.
 */
function bytes(shape: Shape): number {
  const { batch, steps, hidden, layers } = shape;
  const inputs = 2 * (INPUT + (layers - 1) * hidden);
  const kept = 2 * layers * 5 * hidden;
  return FLOAT * (batch * steps * (inputs + kept) + 10 * parameters(shape));
}

const sizes = Object.entries(shapes) as [keyof Shape, readonly number[]][];
const product: Case = { name: 'matrix product', unit: 'ms', flop: 2 * 3200 * 128 * 384, rate: 'flop', rounds: 21 };
const copy: Case = { name: 'copy of 64 MB', unit: 'ms', bytes: 2 * FLOAT * 16e6, rate: 'bytes', rounds: 21 };

/** Cost of a training step as batch, length, hidden size and layers grow, beside Python and what the hardware allows. */
export const suite: Suite = {
  title: 'Scaling of a GRU',
  cases: [
    product,
    copy,
    ...sizes.flatMap(([what, values]) =>
      values.map((value): Case => {
        const shape = { ...BASE, [what]: value };
        const name = `${what} ${value}`;
        return { name, unit: 'ms', rounds: 7, warmup: 1, flop: operations(shape), bytes: bytes(shape) };
      }),
    ),
  ],
};
