/** Modes that see each operator below autograd, as Python's `TorchDispatchMode` does. */
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import type { NativeCall, SeenOperator } from '../../native/contract/graph';
import { handleOf, isTensor, wrapOrNull } from '../../tensor/tensor';
import { type ModeGuard, orderedGuard } from '../modes';

/**
 * What is done with an operator: `proceed` runs it and returns its results. A mode returns the results of the operator, or
 * nothing for what it is without the mode.
 */
export type Mode = (
  operator: SeenOperator,
  args: readonly unknown[],
  proceed: () => readonly unknown[],
) => readonly unknown[] | undefined | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a mode that returns nothing is one too

/** The values of a call with tensors for handles. @internal */
export function decodeCall([values, kinds]: NativeCall): unknown[] {
  return values.map((value, i) => {
    if (kinds[i] === 1) return wrapOrNull(value as Handle | null);
    return kinds[i] === 2 ? (value as (Handle | null)[]).map(wrapOrNull) : value;
  });
}

/** The values of a call with handles for tensors. @internal */
export function encodeResults(results: readonly unknown[]): unknown[] {
  const encode = (value: unknown): unknown => (isTensor(value) ? handleOf(value) : (value ?? null));
  return results.map((value) => (Array.isArray(value) ? value.map(encode) : encode(value)));
}

/** A mode has its tensors only while it runs: they are those of others, which are to end when they do. */
function giveBack(lent: readonly unknown[], results: readonly unknown[]): void {
  const kept = new Set(results.flat());
  for (const value of lent.flat()) if (isTensor(value) && !kept.has(value)) value.dispose();
}

const open: object[] = [];

/** Lets a mode see operators until the guard closes. @internal */
export function openMode(mode: Mode): ModeGuard {
  native.pushMode((operator, call) => {
    const args = decodeCall(call);
    const lent = [...args];
    const results = mode(operator, args, () => {
      const made = decodeCall(native.proceed());
      lent.push(...made);
      return made;
    });
    giveBack(lent, results ?? []);
    return results ? encodeResults(results) : undefined;
  });
  return orderedGuard(open, 'modes', () => native.popMode());
}
