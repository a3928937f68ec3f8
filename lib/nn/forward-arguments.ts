import type { Fields } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { isTensor } from '../ops/tensor-methods';
import { fitsTensors } from '../tensor/arguments';

/**
 * The arguments of a layer's `forward`, declared beside it and checked in one place. They are given by position or by
 * name, as in Python. Something else than a tensor, an unknown name and a surplus argument are errors.
 */

/** What a class has declared. */
export interface Signature {
  readonly table: Fields;
  readonly names: readonly string[];
  /** How many have to be given. */
  readonly required: number;
  /** How many of the first arguments may be tensors. */
  readonly tensors: number;
  /** The defaults of arguments that are left out. */
  readonly fallbacks: readonly unknown[];
}

const signatures = new WeakMap<object, Signature>();

/** Declares the arguments of the `forward` and `forwardAsync` that a class defines itself. */
export function takes(Class: { readonly prototype: object }, table: Fields): void {
  const fields = Object.values(table);
  const count = (fits: (field: Fields[string]) => boolean): number => {
    const first = fields.findIndex((field) => !fits(field));
    return first < 0 ? fields.length : first;
  };
  signatures.set(Class.prototype, {
    table,
    names: Object.keys(table),
    required: count((field) => field.required),
    tensors: count(fitsTensors),
    fallbacks: fields.map(({ fallback }) => fallback),
  });
}

/** The declaration of a class that defines `forward` itself; undefined for classes of users. */
export function signatureOf(prototype: object): Signature | undefined {
  return signatures.get(prototype);
}

/** The inputs in the order of the declaration. */
export function readInputs(
  module: { displayName(): string },
  method: string,
  signature: Signature,
  inputs: unknown[],
): unknown[] {
  if (areTensors(inputs, signature)) return filled(inputs, signature.fallbacks);
  const values: Readonly<Record<string, unknown>> = readArguments(
    `${module.displayName()}.${method}`,
    signature.table,
    inputs,
  );
  return signature.names.map((name) => values[name]);
}

/** The same, with the declaration of a prototype's class, or of the nearest class that it extends. */
export function readInputsAs(prototype: object, module: { displayName(): string }, inputs: unknown[]): unknown[] {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const signature = signatures.get(at);
    if (signature) return readInputs(module, 'forward', signature, inputs);
  }
  return inputs;
}

/** The usual call: tensors, as many as are required or more. */
function areTensors(inputs: readonly unknown[], { required, tensors }: Signature): boolean {
  return inputs.length >= required && inputs.length <= tensors && inputs.every(isTensor);
}

function filled(inputs: unknown[], fallbacks: readonly unknown[]): unknown[] {
  if (inputs.length === fallbacks.length) return inputs;
  const all = new Array<unknown>(fallbacks.length);
  for (let i = 0; i < all.length; i++) all[i] = i < inputs.length ? inputs[i] : fallbacks[i];
  return all;
}
