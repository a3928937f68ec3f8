/** Helps the files that only the compiler reads. */

export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile unless the types are the same. */
export function same<A, B>(_: Equal<A, B>): void {
  // Types only.
}
