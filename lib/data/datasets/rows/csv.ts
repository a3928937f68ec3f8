import { pipeline } from 'node:stream';
import { type Field, bool, count, nullable, value } from '../../../arguments/fields';
import { isPlainObject } from '../../../arguments/plain-object';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { nameOf, show } from '../../../arguments/describe';
import { typeError } from '../../../errors';
import { type CsvFormat, checkColumns, csvParser } from './csv-parser';
import { CSV_TYPES, type CsvType } from './csv-types';
import { type Row, RowDataset } from './dataset';
import type { RowOptions } from './options';
import { asUtf8, encodingOf, withoutLines } from './encoding';
import type { Meter } from './meter';
import { TEXT_OPTIONS } from './options';

export interface CsvOptions<T> extends RowOptions {
  /** What separates columns: `,` by default, `\t` for TSV. */
  readonly delimiter?: string;
  /** What encloses fields: `"` by default. With null or `''` quotes are characters as others. */
  readonly quote?: string | null;
  /**
   * Makes the next character within quotes one of the field, as `\`. By default a quote is doubled; with `escape` it is not.
   */
  readonly escape?: string | null;
  /** What follows it in a line is left out, as with `#`. */
  readonly comment?: string | null;
  /** Lines before the first row, or before the names of the columns, that are left out, whatever they hold: pandas' `skiprows`. */
  readonly skipLines?: number;
  /** Whether the first row names the columns, or their names. With `false` a row is an array of strings. */
  readonly header?: boolean | readonly string[];
  /**
   * What columns hold: `number`, `integer`, `bigint` (64-bit ids) or `boolean`; the others stay strings. A field that holds none makes
   * the row a malformed one. What pandas takes for a missing value (`''`, `NA`, `null` …) is NaN in a column of numbers, and
   * malformed in the others; with a `?` behind the type (`integer?`, `string?` …) it is null, whatever the type.
   */
  readonly types?: Readonly<Record<string, CsvType>>;
  /** Takes rows that have fewer fields, the others are empty, or more, which are left out. By default they are malformed. */
  readonly relaxColumns?: boolean;
  /**
   * Of the text: `utf-8` by default, `latin-1`, `cp1252`, `utf-16` (with a byte order mark) and what else Node.js can decode. Bytes that
   * it has not end the reading with an error that names the line.
   */
  readonly encoding?: string | null;
  /** Makes a sample of a row. An error that it throws makes the row a malformed one. */
  readonly map?: (row: never) => T;
  /** Longer rows, in bytes, end the reading, as where a quote is never closed; 16 million by default. */
  readonly maxRowLength?: number;
}

/** One character that can stand for itself. */
const character = (): Field<string> =>
  value<string>('an ASCII character', (given) => typeof given === 'string' && /^[\t -~]?$/.test(given));

const isText = (given: unknown): boolean => typeof given === 'string' && /^[^\r\n]+$/.test(given);
const isHeader = (given: unknown): boolean =>
  typeof given === 'boolean' || (Array.isArray(given) && given.every((name) => typeof name === 'string'));

const OPTIONS = {
  ...TEXT_OPTIONS,
  delimiter: value<string>('a string of at least one character without line ends', isText, ','),
  quote: nullable(character(), '"'),
  escape: nullable(character()),
  comment: nullable(value<string>('a string without line ends', (given) => given === '' || isText(given))),
  skipLines: count(0, 0),
  header: value<boolean | readonly string[]>('a boolean or a list of names', isHeader, true),
  types: value<Readonly<Record<string, CsvType>>>('an object of types by column', isPlainObject, {}),
  relaxColumns: bool(false),
  maxRowLength: count(1, 16e6),
};

/** The class itself; `typed-csv.ts` types what its constructor takes. */
export class CsvDataset<T = Record<string, string>> extends RowDataset<T> {
  readonly #format: CsvFormat;
  readonly #encoding: string;
  readonly #map: (row: never) => unknown;

  constructor(file: string, options: CsvOptions<T> = {}, ...surplus: []) {
    refuseSurplus('CsvDataset', 2, surplus);
    const given = readOptions('CsvDataset', OPTIONS, options);
    super(file, given);
    this.#encoding = encodingOf(given.encoding);
    this.#map = given.map ?? ((row) => row);
    this.#format = {
      ...given,
      quote: given.quote || null,
      escape: given.escape || null,
      comment: given.comment || null,
    };
    checkFormat(this.#format);
  }

  protected override rows(meter: Meter): AsyncIterable<Row<T>> {
    const text = asUtf8(meter.stream(), this.#encoding);
    const { skipLines } = this.#format;
    const nothing = (): void => undefined;
    return pipeline(skipLines > 0 ? withoutLines(text, skipLines) : text, csvParser(this.#format, this.#map), nothing);
  }
}

function checkFormat({ delimiter, quote, comment, header, types }: CsvFormat): void {
  const marks = [delimiter, quote, comment].filter((mark) => mark !== null);
  if (new Set(marks).size < marks.length) {
    throw typeError(`CsvDataset(): delimiter, quote and comment should differ, got ${marks.map(show).join(', ')}`);
  }
  if (Array.isArray(header)) checkColumns(header as readonly string[], types);
  for (const [column, type] of Object.entries(types)) {
    if (header === false) throw typeError('types are given by name: they need a header');
    if (CSV_TYPES.includes(type)) continue;
    const known = CSV_TYPES.map((name) => `'${name}'`).join(', ');
    throw typeError(
      `types.${column} should be one of ${known}, got ${typeof type === 'string' ? show(type) : nameOf(type)}`,
    );
  }
}
