/** What the contract's functions take and return besides plain values. */

/** A tensor: an index into a table of this environment. 0 is never live. */
export type Handle = number;

declare const boxBrand: unique symbol;
/** A native object held by a tagged External: its tag is checked at each use. */
export interface Box<Name extends string> {
  readonly [boxBrand]: Name;
}
export type GeneratorBox = Box<'Generator'>;
export type EpochBox = Box<'DataLoader epoch'>;
export type HookBox = Box<'Hook'>;
export type FunctionContextBox = Box<'FunctionContext'>;

/** One argument or result of an operator, as its schema has it. */
export interface SchemaArgument {
  readonly name: string;
  /** As in the schema: `Tensor`, `int[]`, `ScalarType?`. */
  readonly type: string;
  /** The length that a single number is spread to, as in `int[2]`; 0 if there is none. */
  readonly size: number;
  readonly keyword: boolean;
  /** Has a default. */
  readonly optional: boolean;
  /** Is written to: the target of an in-place or `out` form. */
  readonly write: boolean;
}

export interface OverloadSchema {
  readonly overload: string;
  readonly schema: string;
  readonly arguments: readonly SchemaArgument[];
  readonly returns: readonly SchemaArgument[];
}

/** An operator bound to one overload: takes encoded arguments in the schema's order. */
export type NativeOperator = (...encoded: unknown[]) => unknown;

/** A JavaScript function that native code calls with tensors: the handles it gets are its own, null is undefined. */
export type TensorsCallback = (handles: (Handle | null)[]) => (Handle | null)[];

/** A job off the thread, for cancelJob. */
export type JobId = number;
/** A job on a thread of its own, for letGoOfJob. */
export type JobBox = Box<'job'>;
/** Called once, in a later turn: with an error and null, or with null and what the job made. */
export type Settle = (error: unknown, value: unknown) => void;
