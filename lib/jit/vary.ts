import { arange, remainder } from '../ops/generated/functions';
import { withoutGrad } from '../native/grad-mode';
import { isMap, isPlainObject } from '../arguments/plain-object';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { Symbol } from './sizes';

/** Other inputs of the kind of the examples, on which a trace is tried. */

/** The inputs with other sizes: rows and columns are repeated. */
export function resized(inputs: readonly unknown[], symbols: readonly Symbol[]): unknown[] {
  return withoutGrad(() => inputs.map((input, i) => (isTensor(input) ? resizedOne(input, i, symbols) : input)));
}

function resizedOne(input: Tensor, index: number, symbols: readonly Symbol[]): Tensor {
  let tensor = input;
  for (const { places, size, other } of symbols) {
    for (const [at, dim] of places) {
      if (at !== index) continue;
      const rows = remainder(arange(other, { device: tensor.device }), size);
      tensor = tensor.indexSelect(dim, rows);
    }
  }
  return tensor === input ? input : tensor.detach().requiresGrad_(input.requiresGrad);
}

/** The inputs with their elements in another order. */
export function reordered(value: unknown): unknown {
  if (isTensor(value)) {
    const dims = value.shape.map((_, dim) => dim);
    return withoutGrad(() => value.detach().flip(dims)).requiresGrad_(value.requiresGrad);
  }
  if (Array.isArray(value)) return value.map(reordered);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, reordered(item)]));
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, reordered(v)]));
  return value;
}

/** Each dimension of each input, and those of one size together: what may have another size. */
export function* candidates(inputs: readonly unknown[]): Generator<Symbol['places']> {
  const all = inputs.flatMap((input, i) =>
    isTensor(input) ? input.shape.map((size, dim) => ({ place: [i, dim] as const, size })) : [],
  );
  for (const { place, size } of all) if (size > 0) yield [place];
  for (const size of new Set(all.map((one) => one.size))) {
    const places = all.filter((one) => one.size === size).map(({ place }) => place);
    if (size > 0 && places.length > 1) yield places;
  }
}
