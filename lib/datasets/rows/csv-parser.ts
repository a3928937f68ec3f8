/** The package csv-parse, set up for rows that know their line. It is loaded when the first file is read. */
import { createRequire } from 'node:module';
import type { Transform } from 'node:stream';
import type * as Csv from 'csv-parse';
import { BadRow, rowOf } from './dataset';
import { show } from '../../arguments/describe';
import { typeError } from '../../errors';

/** What a column's text becomes. */
export type CsvType = 'string' | 'number' | 'integer';

export interface CsvFormat {
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean | readonly string[];
  readonly types: Readonly<Record<string, CsvType>>;
  readonly maxRowLength: number;
}

/** A part of csv-parse that its types leave out. */
interface ParserState {
  readonly state: { quoting: boolean };
}

type CsvRecord = Record<string, unknown>;

/** A stream from bytes to rows: what `map` makes of a record, or a bad row. */
export function csvParser(format: CsvFormat, map: (record: never) => unknown): Transform {
  const { Parser } = createRequire(__filename)('csv-parse') as typeof Csv;
  const convert = converter(format, map);

  class Rows extends Parser {
    override push(record: unknown): boolean {
      if (record === null || record instanceof BadRow) return super.push(record);
      return super.push(rowOf(record, this.info.lines, convert));
    }
  }

  const rows: Rows = new Rows({
    bom: true,
    skip_empty_lines: true,
    delimiter: format.delimiter,
    quote: format.quote,
    columns: columnsOf(format),
    max_record_size: format.maxRowLength,
    // Bad rows go the way of the good ones, so that each comes in its place.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (!error || isFatal(error)) throw error ?? new Error('a row cannot be read');
      // Else a stray quote would take the rows up to the next quote with it.
      if (error.code === 'CSV_INVALID_CLOSING_QUOTE') (rows as unknown as ParserState).state.quoting = false;
      rows.push(new BadRow(error['lines'] as number, error));
    },
  });
  return rows;
}

/** After these the parser has lost its place. */
function isFatal(error: Csv.CsvError): boolean {
  return error.code === 'CSV_MAX_RECORD_SIZE';
}

function columnsOf({ header, types }: CsvFormat): false | ((names: string[]) => string[]) | string[] {
  if (header === false) return false;
  return header === true ? (names) => checkColumns(names, types) : checkColumns(header, types);
}

/** Names of columns, each there once, with those whose types are given among them. @internal */
export function checkColumns(names: readonly string[], types: Readonly<Record<string, unknown>>): string[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw typeError(`the column '${twice}' is there twice`);
  const missing = Object.keys(types).find((name) => !names.includes(name));
  if (missing === undefined) return [...names];
  throw typeError(`there is no column '${missing}': the columns are ${names.join(', ')}`);
}

function converter({ types }: CsvFormat, map: (record: never) => unknown): (record: unknown) => unknown {
  const typed = Object.entries(types).filter(([, type]) => type !== 'string');
  if (typed.length === 0) return map as (record: unknown) => unknown;
  return (record) => {
    for (const [name, type] of typed) (record as CsvRecord)[name] = numberOf((record as CsvRecord)[name], name, type);
    return map(record as never);
  };
}

function numberOf(field: unknown, column: string, type: CsvType): number {
  const text = String(field).trim();
  const value = Number(text);
  const good = type === 'integer' ? Number.isSafeInteger(value) : !Number.isNaN(value) || text.toLowerCase() === 'nan';
  if (good && text !== '') return value;
  throw typeError(
    `the column '${column}' should hold ${type === 'integer' ? 'integers' : 'numbers'}, got ${show(field)}`,
  );
}
