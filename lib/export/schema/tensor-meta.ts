import type { Int } from '../../tensor/scalar';
import { type Codec, type Union, flag, float, int, list, optional, small, struct, text, union } from './codec';

/** A device: `{ type: 'cuda', index: 0 }`. */
export interface DeviceRef {
  readonly type: string;
  readonly index: Int | null;
}

/** What a symbolic expression was when the model was exported. */
export type SymExprHint = Union<{ as_int: Int; as_bool: boolean; as_float: number }>;

/** An expression over symbols as sympy writes it for itself: `Symbol('s77', positive=True, integer=True)`. */
export interface SymExpr {
  readonly exprStr: string;
  readonly hint: SymExprHint | null;
}

/** A size: a number, or an expression over the symbols of the program. */
export type SymInt = Union<{ as_expr: SymExpr; as_int: Int }>;
/** A float that may depend on sizes. */
export type SymFloat = Union<{ as_expr: SymExpr; as_float: number }>;
/** A boolean that may depend on sizes. */
export type SymBool = Union<{ as_expr: SymExpr; as_bool: boolean }>;

/** What is known of a tensor before the program runs. */
export interface TensorMeta {
  /** A number of {@link SCALAR_TYPES}. */
  readonly dtype: number;
  readonly sizes: readonly SymInt[];
  readonly requiresGrad: boolean;
  readonly device: DeviceRef;
  readonly strides: readonly SymInt[];
  readonly storageOffset: SymInt;
  /** A number of {@link LAYOUTS}. */
  readonly layout: number;
}

/** torch's numbers of dtypes in exported programs, which differ from those of libtorch. */
export const SCALAR_TYPES: Readonly<Record<number, string>> = {
  ...{ 1: 'uint8', 2: 'int8', 3: 'int16', 4: 'int32', 5: 'int64', 6: 'float16', 7: 'float32', 8: 'float64' },
  ...{ 9: 'complex32', 10: 'complex64', 11: 'complex128', 12: 'bool', 13: 'bfloat16', 28: 'uint16' },
  ...{ 29: 'float8_e4m3fn', 30: 'float8_e5m2', 31: 'float8_e4m3fnuz', 32: 'float8_e5m2fnuz', 33: 'float8_e8m0fnu' },
  ...{ 34: 'uint32', 35: 'uint64' },
};

/** torch's numbers of layouts in exported programs. */
export const LAYOUTS: Readonly<Record<number, string>> = {
  ...{ 1: 'sparse_coo', 2: 'sparse_csr', 3: 'sparse_csc', 4: 'sparse_bsr', 5: 'sparse_bsc', 6: '_mkldnn' },
  7: 'strided',
};

/** torch's numbers of memory formats in exported programs. */
export const MEMORY_FORMATS: Readonly<Record<number, string>> = {
  ...{ 1: 'contiguous_format', 2: 'channels_last', 3: 'channels_last_3d', 4: 'preserve_format' },
};

/** The number of a name in one of the tables above. */
export function codeOf(table: Readonly<Record<number, string>>, name: string): number | undefined {
  const found = Object.entries(table).find(([, known]) => known === name);
  return found && Number(found[0]);
}

export const deviceRef: Codec<DeviceRef> = struct<DeviceRef>({ type: text, index: optional(int) });

const symExpr: Codec<SymExpr> = struct<SymExpr>({
  exprStr: text,
  hint: optional(union('a hint', { as_int: int, as_bool: flag, as_float: float })),
});

export const symInt: Codec<SymInt> = union('a size', { as_expr: symExpr, as_int: int });
export const symFloat: Codec<SymFloat> = union('a symbolic float', { as_expr: symExpr, as_float: float });
export const symBool: Codec<SymBool> = union('a symbolic boolean', { as_expr: symExpr, as_bool: flag });

export const tensorMeta: Codec<TensorMeta> = struct<TensorMeta>({
  dtype: small,
  sizes: list(symInt),
  requiresGrad: flag,
  device: deviceRef,
  strides: list(symInt),
  storageOffset: symInt,
  layout: small,
});
