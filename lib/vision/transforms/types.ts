/** Types that several transforms share. */

/** One number, or several. */
export type NumberOrList = number | readonly number[];

/** What new pixels hold: a number, one for each channel, or null, which means 0 or that nothing is filled. */
export type Fill = number | readonly number[] | null;

/**
 * A fill for all kinds of input, or one for each, by the name of its class: `{ Image: 255, Mask: 0, others: null }`, also as
 * a Map whose keys are classes or `'others'`.
 */
export type FillByKind = Fill | Readonly<Record<string, Fill>> | ReadonlyMap<unknown, Fill>;

/** What is outside the edge: one value, the pixel at the edge, or the picture in a mirror without or with its edge. */
export type PaddingMode = 'constant' | 'edge' | 'reflect' | 'symmetric';

/** A module that is called with samples, or a function. */
export type Callable = { forward(...inputs: never[]): unknown } | ((...inputs: never[]) => unknown);
