import { tensor } from '../../ops/creation';
import { noGrad } from '../../autograd/modes';
import { bool, int64 } from '../../tensor/dtype';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import type { Assignment } from './expression';
import { type InputShape, type Shapes, type SizeSymbol, sizesAt } from './shapes';
import type { ModelInput } from './signature';

/** Inputs of other sizes, made from the examples. */

/**
 * Values for the symbols in one run after another: the examples' own, then for each symbol a run in which it alone differs, then
 * runs in which all differ. So a number that depends on one size is not taken for one that depends on another.
 */
export function assignments(symbols: readonly SizeSymbol[], together: number): Assignment[] {
  const values = symbols.map((one) => valuesOf(one));
  const at = (row: (symbol: number) => number): Assignment =>
    new Map(symbols.map(({ name, example }, i) => [name, values[i]?.[row(i)] ?? example]));
  return [
    at(() => -1),
    ...symbols.map((_, alone) => at((i) => (i === alone ? 0 : -1))),
    // Some grow where others shrink.
    ...Array.from({ length: together }, (_, run) => at((i) => 1 + ((run * (1 + (i % 3)) + i) % ROWS))),
  ];
}

/** How many sizes there are for the runs in which all differ. */
const ROWS = 4;

/** Sizes within the limits, other ones than the example's. 0 and 1 are left out, as operators treat them otherwise. */
function valuesOf({ example, min, max }: SizeSymbol): number[] {
  const wanted = [example + 1, example + 3, 2 * example + 1, example + 6, example + 4];
  const near = Array.from({ length: 12 }, (_, i) => example + i + 1);
  const below = Array.from({ length: Math.min(example, 12) }, (_, i) => example - i - 1);
  const valid = [...wanted, ...near, ...below].filter(
    (size, i, all) =>
      size >= Math.max(min, 2) && (max === null || size <= max) && size !== example && all.indexOf(size) === i,
  );
  return Array.from({ length: ROWS + 1 }, (_, i) => valid[i % valid.length] ?? example);
}

/** How the elements of the inputs differ from the examples: whether they are turned around, and whether integers are halved. */
export interface Variant {
  readonly numbers: boolean;
  /** Indices turned around are indices; offsets and lengths in order are not. */
  readonly turned: boolean;
  /** Half of an index is an index, and half of a length a length. */
  readonly halved: boolean;
}

/** The examples as they are. */
export const SAME: Variant = { numbers: false, turned: false, halved: false };

/** How elements may differ, from the largest change to the smallest. The last one keeps integers. */
export const VARIANTS: readonly Variant[] = [
  { numbers: true, turned: true, halved: true },
  { numbers: true, turned: false, halved: true },
  { numbers: true, turned: true, halved: false },
  { numbers: true, turned: false, halved: false },
];

/** The examples at other sizes. Each is a tensor of its own. */
export function inputsAt(inputs: readonly ModelInput[], shapes: Shapes, at: Assignment, variant: Variant): unknown[] {
  return noGrad(() =>
    inputs.map(({ value }, i) =>
      isTensor(value) ? resized(value, shapes.inputs[i] as InputShape, at, variant) : value,
    ),
  );
}

function resized(example: Tensor, shape: InputShape, at: Assignment, variant: Variant): Tensor {
  let made = example.detach();
  for (const [axis, size] of sizesAt(shape, at).entries()) {
    if (size === made.shape[axis]) continue;
    made = made.indexSelect(axis, spread(made.shape[axis] as number, size, example));
  }
  made = varied(made, variant);
  return inOrderOf(example, made).requiresGrad_(example.requiresGrad);
}

/** Places in order, some of them twice or none at all: what is sorted stays so. */
function spread(from: number, to: number, { device }: Tensor): Tensor {
  return tensor(
    Array.from({ length: to }, (_, i) => Math.floor((i * from) / to)),
    { dtype: int64, device },
  );
}

/** Other elements of the same kind: indices stay in their range, and numbers keep their sign. */
function varied(made: Tensor, { numbers, turned, halved }: Variant): Tensor {
  if (made.dtype.isFloatingPoint) return numbers ? flipped(made).mul(0.75) : made;
  const other = turned ? flipped(made) : made;
  const isInteger = !made.dtype.isComplex && made.dtype !== bool;
  // Rounded up, so that what is not 0 stays so.
  return halved && isInteger ? other.sub(other.div(2, { roundingMode: 'floor' })) : other;
}

function flipped(made: Tensor): Tensor {
  return made.ndim === 0 ? made : made.flip(made.shape.map((_, axis) => axis));
}

/** A copy whose dimensions lie in memory in the order of the example's. */
function inOrderOf(example: Tensor, made: Tensor): Tensor {
  const order = example.shape.map((_, axis) => axis).sort((a, b) => example.stride(b) - example.stride(a) || a - b);
  const back = order.map((_, axis) => order.indexOf(axis));
  return made.permute(order).clone().contiguous().permute(back);
}
