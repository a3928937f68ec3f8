import { tensor } from '../../ops/creation';
import { noGrad } from '../../autograd/modes';
import { int64 } from '../../tensor/dtype';
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

/** 0: the elements of the examples; 1: other elements; 2: other ones for all but integers. */
export type Variant = 0 | 1 | 2;

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
    made = made.indexSelect(axis, wrapped(made.shape[axis] as number, size, example));
  }
  if (variant === 1 || (variant === 2 && example.dtype.isFloatingPoint)) made = varied(made);
  return inOrderOf(example, made).requiresGrad_(example.requiresGrad);
}

/** 0, 1, …, n − 1, 0, 1, … */
function wrapped(from: number, to: number, { device }: Tensor): Tensor {
  return tensor(
    Array.from({ length: to }, (_, i) => i % from),
    { dtype: int64, device },
  );
}

/** Other elements of the same kind: indices stay in their range, and numbers keep their sign. */
function varied(made: Tensor): Tensor {
  if (made.ndim === 0) return made.dtype.isFloatingPoint ? made.mul(0.75) : made;
  const turned = made.flip(made.shape.map((_, axis) => axis));
  return made.dtype.isFloatingPoint ? turned.mul(0.75) : turned;
}

/** A copy whose dimensions lie in memory in the order of the example's. */
function inOrderOf(example: Tensor, made: Tensor): Tensor {
  const order = example.shape.map((_, axis) => axis).sort((a, b) => example.stride(b) - example.stride(a) || a - b);
  const back = order.map((_, axis) => order.indexOf(axis));
  return made.permute(order).clone().contiguous().permute(back);
}
