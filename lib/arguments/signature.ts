import type { Field } from './fields';

/**
 * The types of what a table reads, for a caller: names of parameters and of options instead of a rest parameter. `H` are
 * the leading arguments, `P` those that may follow by position, both as labeled tuples, and `O` the object of options
 * that may stand in place of any of the latter. There is one signature and no overloads, so that a union of such functions
 * or classes can be called.
 */

/** Arguments by position, any of which may be an object of options, the last argument then. */
export type Mixed<P extends readonly unknown[], O> = { [I in keyof P]: P[I] | O };

/** A function: options by position, by name, or first some by position and then the others by name. */
export type Signature<H extends readonly unknown[], P extends readonly unknown[], O, R> = (
  ...args: [...leading: H, ...optional: Mixed<P, O>]
) => R;

/** The same where the second argument may be given by name as well. */
export type NamedSignature<H extends readonly unknown[], P extends readonly unknown[], O, N, R> = H extends readonly [
  unknown,
  ...infer T,
]
  ? H extends readonly [...infer F extends readonly [unknown], unknown]
    ? (...args: [...first: F, ...second: Mixed<T, N & O>, ...optional: Mixed<P, O>]) => R
    : SeveralNamed<H, P, O, N, R>
  : never;

/** The same where several may be. */
export interface SeveralNamed<H extends readonly unknown[], P extends readonly unknown[], O, N, R> {
  (...args: [...leading: H, ...optional: Mixed<P, O>]): R;
  (input: H[0], options: N & O): R;
  (input: H[0], second: H[1], options: Partial<N> & O): R;
}

/** A class whose constructor takes arguments as a {@link Signature} does. */
export type Constructs<H extends readonly unknown[], P extends readonly unknown[], O, L> = new (
  ...args: [...leading: H, ...optional: Mixed<P, O>]
) => L;

/** A class whose constructor needs some of its options, by position or by name. */
export interface ConstructsNamed<P extends readonly unknown[], O, L> {
  new (...args: P): L;
  new (options: O): L;
  new (...args: Mixed<P, Partial<O>>): L;
}

/** Options once they are read: none is missing. */
export type Read<O> = { readonly [K in keyof O]-?: Exclude<O[K], undefined> };

/** A table that reads options, and nothing else. */
export type TableOf<O> = { readonly [K in keyof O]-?: Field<Exclude<O[K], undefined>> };
