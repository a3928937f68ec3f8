import { pipeline } from 'node:stream';
import { wholeNumber } from '../../data/check';
import { type CsvFormat, type CsvType, checkColumns, csvParser } from './csv-parser';
import { type Row, RowDataset, type RowOptions } from './dataset';
import type { Meter } from './meter';
import { functionOption } from './options';
import { knownOptions } from '../../arguments/read';
import { nameOf, show } from '../../arguments/describe';
import { typeError } from '../../errors';

export interface CsvOptions<T> extends RowOptions {
  /** What separates columns: `,` by default, `\t` for TSV. */
  readonly delimiter?: string;
  readonly quote?: string;
  /** Whether the first row names the columns, or their names. With `false` a row is an array of strings. */
  readonly header?: boolean | readonly string[];
  /** Columns that hold numbers; a field that holds none makes the row a malformed one. The others stay strings. */
  readonly types?: Readonly<Record<string, CsvType>>;
  /** Makes a sample of a row. An error that it throws makes the row a malformed one. */
  readonly map?: (row: never) => T;
  /** Longer rows, in bytes, end the reading, as where a quote is never closed; 16 million by default. */
  readonly maxRowLength?: number;
}

const KNOWN = ['onError', 'onSkip', 'onProgress', 'delimiter', 'quote', 'header', 'types', 'map', 'maxRowLength'];

/**
 * The rows of a CSV file, or of TSV with `delimiter: '\t'`: objects by the names in the first row. Empty lines are left out; `.gz`
 * files are decompressed. The file is read as a stream, so that it may be larger than the memory.
 *
 * @see https://docs.python.org/3/library/csv.html#csv.DictReader
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
export class CsvDataset<T = Record<string, string>> extends RowDataset<T> {
  readonly #format: CsvFormat;
  readonly #map: (row: never) => unknown;

  constructor(file: string, options: CsvOptions<T> = {}) {
    knownOptions('CsvDataset', options, KNOWN);
    super(file, options);
    functionOption('map', options.map);
    this.#format = formatOf(options);
    this.#map = options.map ?? ((row) => row);
  }

  protected override rows(meter: Meter): AsyncIterable<Row<T>> {
    const nothing = (): void => undefined;
    return pipeline(meter.stream(), csvParser(this.#format, this.#map), nothing);
  }
}

function formatOf({
  delimiter = ',',
  quote = '"',
  header = true,
  types = {},
  maxRowLength = 16e6,
}: CsvOptions<unknown>): CsvFormat {
  if (typeof delimiter !== 'string' || delimiter === '') {
    throw typeError(`delimiter should be a string of at least one character, got ${show(delimiter)}`);
  }
  if (typeof quote !== 'string') throw typeError(`quote should be a string, got ${show(quote)}`);
  const named = Array.isArray(header) && header.every((name) => typeof name === 'string');
  if (typeof header !== 'boolean' && !named) {
    throw typeError(`header should be a boolean or a list of names, got ${show(header)}`);
  }
  if (named) checkColumns(header, {});
  checkTypes(types, header);
  return { delimiter, quote, header, types, maxRowLength: wholeNumber('maxRowLength', maxRowLength, 1) };
}

function checkTypes(types: unknown, header: unknown): void {
  if (typeof types !== 'object' || types === null) throw typeError(`types should be an object, got ${nameOf(types)}`);
  for (const [column, type] of Object.entries(types)) {
    if (header === false) throw typeError('types are given by name: they need a header');
    if (type === 'string' || type === 'number' || type === 'integer') continue;
    throw typeError(`types.${column} should be 'string', 'number' or 'integer', got ${show(type)}`);
  }
}
