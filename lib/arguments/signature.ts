import type { Field } from './fields';

/**
 * The types of what a table reads, for a caller: names of parameters and of options instead of a rest parameter. `H` are
 * the leading arguments, `P` those that may follow by position, both as labelled tuples, and `O` the object of options
 * that may stand in place of any of the latter.
 */

/** Arguments by position, the last of which may be an object of options. */
export type Mixed<P extends readonly unknown[], O> = { [I in keyof P]: P[I] | O };

/** A function: options by name, by position, or first some by position and then the others by name. */
export interface Signature<H extends readonly unknown[], P extends readonly unknown[], O, R> {
  (...args: [...leading: H, options?: O]): R;
  (...args: [...leading: H, ...optional: P]): R;
  (...args: [...leading: H, ...optional: Mixed<P, O>]): R;
}

/** The same where leading arguments other than the first may be given by name as well: those of `N`. */
export interface NamedSignature<H extends readonly [unknown, ...unknown[]], P extends readonly unknown[], O, N, R>
  extends Signature<H, P, O, R> {
  (input: H[0], options: N & O): R;
  (input: H[0], second: H[1], options: Partial<N> & O): R;
}

/** A class whose constructor takes arguments as a {@link Signature} does. */
export interface Constructs<H extends readonly unknown[], P extends readonly unknown[], O, L> {
  new (...args: [...leading: H, options?: O]): L;
  new (...args: [...leading: H, ...optional: P]): L;
  new (...args: [...leading: H, ...optional: Mixed<P, O>]): L;
}

/** A class whose constructor needs some of its options: `H` by position, or by name. */
export interface ConstructsNamed<H extends readonly unknown[], P extends readonly unknown[], O, L> {
  new (...args: [...leading: H, ...optional: P]): L;
  new (options: O): L;
  new (...args: [...leading: H, ...optional: Mixed<P, Partial<O>>]): L;
}

/** Options once they are read: none is missing. */
export type Read<O> = { readonly [K in keyof O]-?: Exclude<O[K], undefined> };

/** A table that reads options, and nothing else. */
export type TableOf<O> = { readonly [K in keyof O]-?: Field<Exclude<O[K], undefined>> };
