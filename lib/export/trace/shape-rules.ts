import type { Merged, MergedCall } from './align';
import { schemaOf } from './encode';
import { type Expression, evaluate, number, over, plus } from './expression';

/** Layers that move a window: what they make of a size follows from their options, and need not be guessed. */
const WINDOWS = /^aten::(conv[123]d|(max|avg|lp)_pool[123]d(_with_indices)?)$/;

/** What is known of a tensor's sizes. */
export type DimsOf = (id: number) => readonly Expression[] | undefined;

/** The sizes that a call's options say its result has; none for calls without a rule. */
export function ruledSizes(call: MergedCall, dimsOf: DimsOf): Expression[] {
  if (!WINDOWS.test(call.operator)) return [];
  const values = new Map(
    schemaOf(call.operator, call.overload).arguments.map(({ name }, i) => [name, call.inputs[i] as Merged]),
  );
  const input = dimsIn(values.get('self') ?? values.get('input'), dimsOf);
  const weight = dimsIn(values.get('weight'), dimsOf);
  const kernel = weight ? weight.slice(2).map((size) => evaluate(size, new Map())) : ints(values.get('kernel_size'));
  const count = Number(/[123](?=d)/.exec(call.operator)?.[0]);
  if (!input || kernel.length === 0) return [];
  return Array.from({ length: count }, (_, axis) => {
    const pick = (list: readonly number[], standard: number): number => list[list.length === 1 ? 0 : axis] ?? standard;
    const extent = pick(kernel, 1);
    const [padding, dilation] = [pick(ints(values.get('padding')), 0), pick(ints(values.get('dilation')), 1)];
    const stride = pick(ints(values.get('stride')), weight ? 1 : extent);
    const size = input[input.length - count + axis] as Expression;
    return plus(over(plus(size, number(2 * padding - dilation * (extent - 1) - 1)), stride), number(1));
  });
}

function dimsIn(value: Merged | undefined, dimsOf: DimsOf): readonly Expression[] | undefined {
  return typeof value === 'object' && value !== null && 't' in value ? dimsOf(value.t) : undefined;
}

function ints(value: Merged | undefined): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
