import { CsvDataset as Csv, type CsvOptions } from './csv';
import type { CsvRow, CsvTypes } from './csv-types';

/** The same where the options say what a row is. */
export interface TypedCsvOptions<Y extends CsvTypes, H extends boolean | readonly string[], T>
  extends Omit<CsvOptions<T>, 'types' | 'header' | 'map'> {
  /** Whether the first row names the columns, or their names. With `false` a row is an array of strings. */
  readonly header?: H;
  /** What columns hold, by name. */
  readonly types?: Y;
  /** Makes a sample of a row. An error that it throws makes the row a malformed one. */
  readonly map?: (row: CsvRow<Y, H>) => T;
}

/** How a {@link CsvDataset} is made. */
export interface CsvDatasetConstructor {
  /** The row's type is found by the compiler, from `header`, `types` and `map`. */
  new <const Y extends CsvTypes, const H extends boolean | readonly string[], T = CsvRow<Y, H>>(
    file: string,
    options: TypedCsvOptions<Y, H, T>,
  ): CsvDataset<T>;
  /** The row's type is given. */
  new <T = Record<string, string>>(file: string, options?: CsvOptions<T>): CsvDataset<T>;
  /** What datasets inherit, by which `instanceof` knows them. */
  readonly prototype: CsvDataset<unknown>;
}

/**
 * The rows of a CSV file, or of TSV with `delimiter: '\t'`: objects by the names in the first row. Empty lines are left out, lines may
 * end in `\n`, `\r\n` and `\r`, and gzip is decompressed. The file is read as a stream, so that it may be larger than the memory.
 *
 * @see https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html
 * @example
 * // mails.csv: text,spam …
 * const mails = new datasets.CsvDataset('mails.csv', {
 *   types: { spam: 'integer' },
 *   map: ({ text, spam }: { text: string; spam: number }) => [text, spam] as const,
 *   onError: 'skip',
 *   onSkip: (error) => console.warn(error.message), // mails.csv:7: the column 'spam' should hold integers, got 'yes'
 * });
 * for await (const [texts, labels] of new data.DataLoader(mails, { batchSize: 64 })) console.log(texts, labels);
 */
export const CsvDataset = Csv as CsvDatasetConstructor;

/**
 * The rows of a CSV file.
 *
 * @typeParam T - A row, or what `map` makes of it.
 */
export type CsvDataset<T = Record<string, string>> = Csv<T>;
