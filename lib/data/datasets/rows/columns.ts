/** Files whose columns have types: what Arrow and Parquet have in common. */
import { nullable, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { typeError } from '../../../errors';
import { BadRow, type Row } from './dataset';
import type { RowOptions } from './options';
import { ROW_OPTIONS } from './options';
import { Corrupt } from './unreadable';
import { distinct, struct } from './column-values';

export type ColumnRow = Record<string, unknown>;

export interface ColumnOptions<T> extends RowOptions {
  /** Only these columns are read; all of them by default. */
  readonly columns?: readonly string[] | null;
  /** Makes a sample of a row. An error that it throws makes the row a malformed one. */
  readonly map?: (row: never) => T;
}

const isNames = (names: unknown): boolean =>
  Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');

const OPTIONS = {
  ...ROW_OPTIONS,
  columns: nullable(value<readonly string[]>('a list of names', isNames)),
};

/** The options that Arrow and Parquet share. */
export interface CheckedColumnOptions<T> extends RowOptions {
  readonly columns: readonly string[] | undefined;
  readonly map: (row: ColumnRow) => T;
}

/** @internal */
export function checkColumnOptions<T>(caller: string, options: ColumnOptions<T>): CheckedColumnOptions<T> {
  const { onError, onSkip, onProgress, columns, map = (row: unknown) => row } = readOptions(caller, OPTIONS, options);
  return {
    onError,
    ...(onSkip && { onSkip }),
    ...(onProgress && { onProgress }),
    columns: columns ? [...columns] : undefined,
    map: map as (row: ColumnRow) => T,
  };
}

/** The columns that are asked for, each of them there; all of them where none are named. */
export function chosen(all: readonly string[], columns: readonly string[] | undefined): readonly string[] {
  const missing = columns?.find((name) => !all.includes(name));
  if (missing !== undefined) {
    throw typeError(`there is no column '${missing}': the columns are ${all.join(', ')}`);
  }
  const names = columns ?? all;
  distinct(
    all.filter((name) => names.includes(name)),
    'columns',
  );
  return names;
}

/** Gives the value of a column in a row. */
export type ReadCell = (row: number) => unknown;

/** A row's values, and the sample that `map` makes of them. `number` is the row's in the file, from 1. What is wrong with the file itself is no fault of the row. */
export function columnRow<T>(
  names: readonly string[],
  cells: readonly ReadCell[],
  row: number,
  number: number,
  map: (row: ColumnRow) => T,
): Row<T> {
  try {
    return {
      value: map(
        struct(
          names,
          cells.map((read, i) => cell(names[i], read, row)),
        ),
      ),
    };
  } catch (cause) {
    if (cause instanceof Corrupt) throw cause;
    return new BadRow(`row ${number}`, cause);
  }
}

function cell(name: string | undefined, read: ReadCell, row: number): unknown {
  try {
    return read(row);
  } catch (cause) {
    if (cause instanceof Error && !(cause instanceof Corrupt)) cause.message = `the column '${name}': ${cause.message}`;
    throw cause;
  }
}
