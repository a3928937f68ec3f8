import { runtimeError } from '../../errors';
import type { MergedCall } from './align';
import { schemaOf } from './encode';
import { type RecordedValue, type SeenTensor, tensorsIn } from './calls';

/** Operators whose result has no elements yet. */
const EMPTY = /^aten::(new_)?empty(_like|_strided|_permuted)?$/;

/** Memory that was filled outside of operators would be written as a tensor with any elements. */
export class Unwritten {
  /** Storages whose elements nothing has written yet, and where they were made. */
  readonly #places = new Map<bigint, string>();

  constructor(
    private readonly label: string,
    private readonly tensors: readonly SeenTensor[],
  ) {}

  /** Notes what a call makes and writes; throws if it reads what nothing has written. */
  check(call: MergedCall): void {
    const { arguments: parameters } = schemaOf(call.operator, call.overload);
    const storage = (id: number): bigint => this.tensors[id]?.storage ?? 0n;
    const made = tensorsIn(call.results).map(storage);
    for (const [i, value] of call.inputs.entries()) {
      for (const id of tensorsIn(value as RecordedValue)) {
        const key = storage(id);
        if (parameters[i]?.write) this.#places.delete(key);
        const place = this.#places.get(key);
        if (place === undefined || made.includes(key)) continue;
        throw runtimeError(
          `${this.label}: the elements of a tensor come from outside of operators: ${place}. Read it before the model is ` +
            'called, and make it a buffer',
        );
      }
    }
    if (EMPTY.test(call.operator)) made.forEach((key) => this.#places.set(key, call.place));
  }
}
