/** Files whose columns have types: what Arrow and Parquet have in common. */
import { isNumericArray } from '../../data/typed-array';
import type { RowOptions } from './dataset';
import { columnsOption, functionOption } from './options';
import { knownOptions } from '../../arguments/read';
import { typeError } from '../../errors';

export type ColumnRow = Record<string, unknown>;

export interface ColumnOptions<T> extends RowOptions {
  /** Only these columns are read; all of them by default. */
  readonly columns?: readonly string[] | null;
  /** Makes a sample of a row. An error that it throws makes the row a malformed one. */
  readonly map?: (row: never) => T;
}

/** Checks the options that Arrow and Parquet share. @internal */
export function checkColumnOptions<T>(caller: string, options: ColumnOptions<T>): ColumnOptions<T> {
  knownOptions(caller, options, ['onError', 'onSkip', 'onProgress', 'columns', 'map']);
  functionOption('map', options.map);
  return { ...options, columns: columnsOption(options.columns) };
}

/** What a loader can collate: lists of numbers become arrays, nested rows objects; the rest stays. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isNumericArray(value) || value instanceof Date || Array.isArray(value)) return value;
  // Arrow's lists have a length, its nested rows have none.
  const { toArray, toJSON } = value as { toArray?: () => unknown; toJSON?: () => unknown };
  const convert = 'length' in value ? toArray : toJSON;
  return typeof convert === 'function' ? convert.call(value) : value;
}

/** The columns that are asked for, each of them there; all of them where none are named. */
export function chosen(all: readonly string[], columns: readonly string[] | undefined): readonly string[] {
  const missing = columns?.find((name) => !all.includes(name));
  if (missing === undefined) return columns ?? all;
  throw typeError(`there is no column '${missing}': the columns are ${all.join(', ')}`);
}
