/** The package csv-parse, set up for rows that know their line. It is loaded when the first file is read. */
import { createRequire } from 'node:module';
import type { Transform } from 'node:stream';
import type * as Csv from 'csv-parse';
import { show } from '../../../arguments/describe';
import { typeError, valueError } from '../../../errors';
import { type CsvType, fieldReader } from './csv-types';
import { BadRow, Unreadable, rowOf } from './dataset';

export interface CsvFormat {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: string | null;
  readonly comment: string | null;
  readonly header: boolean | readonly string[];
  readonly types: Readonly<Record<string, CsvType>>;
  readonly relaxColumns: boolean;
  readonly skipLines: number;
  readonly maxRowLength: number;
}

/** A part of csv-parse that its types leave out. */
interface ParserState {
  readonly state: {
    quoting: boolean;
    readonly wasRowDelimiter: boolean;
    /** The fields of the row that is being read, and what there is of the next one. */
    readonly record: readonly string[];
    readonly field: { toString(encoding: 'utf8'): string };
  };
}

type CsvRecord = Record<string, unknown>;

const LINE_ENDS = ['\r\n', '\n', '\r'].map((end) => Buffer.from(end));
const NEWLINE = [Buffer.from('\n')];

/** A stream from bytes to rows: what `map` makes of a record, or a bad row. */
export function csvParser(format: CsvFormat, map: (record: never) => unknown): Transform {
  const { Parser } = createRequire(__filename)('csv-parse') as typeof Csv;
  const convert = converter(format, map);

  class Rows extends Parser {
    readonly place = new Place(this, format.skipLines);

    override _transform(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
      if (chunk.includes(13)) this.place.hasReturns = true;
      // Each is tried at each byte: until there is a return, one of them is enough.
      this.options.record_delimiter = this.place.hasReturns ? LINE_ENDS : NEWLINE;
      super._transform(chunk, encoding, done);
    }

    override push(record: unknown): boolean {
      if (record === null || record instanceof BadRow) return super.push(record);
      return super.push(rowOf(record as CsvRecord, this.place.ofRow(), this.#convert));
    }

    readonly #convert = (record: CsvRecord): unknown => {
      if (format.relaxColumns && format.header !== false) fill(record, this.options.columns);
      return convert(record);
    };

    /** Bad rows go the way of the good ones, so that each comes in its place. */
    refuse(error: Csv.CsvError): void {
      const bad = this.place.refused(error, format);
      if (bad) this.push(bad);
    }
  }

  const rows: Rows = new Rows({
    bom: true,
    skip_empty_lines: true,
    record_delimiter: LINE_ENDS,
    delimiter: format.delimiter,
    quote: format.quote,
    escape: format.escape ?? format.quote,
    comment: format.comment,
    columns: columnsOf(format),
    relax_column_count: format.relaxColumns,
    max_record_size: format.maxRowLength,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (!error) throw new Error('a row cannot be read');
      rows.refuse(error);
    },
  });
  return rows;
}

/** Where a parser is, and what it refuses there. It counts a `\r\n` within quotes as two lines, which is taken back here. */
class Place {
  /** Whether there is anything to take back. */
  hasReturns = false;
  #twice = 0;
  #refused: readonly string[] | null = null;

  constructor(
    readonly parser: Csv.Parser,
    readonly skipped: number,
  ) {}

  /** The line in which the row ends that has just been read, which is done with by that. */
  ofRow(): number {
    const { record, field } = (this.parser as unknown as ParserState).state;
    if (this.hasReturns) {
      for (const value of record) this.#twice += occurrences(value, '\r\n');
      this.#twice += occurrences(field.toString('utf8'), '\r\n');
    }
    return this.#line();
  }

  /** The line in which the field begins that is being read. */
  ofField(): number {
    const { field, wasRowDelimiter } = (this.parser as unknown as ParserState).state;
    const last = this.ofRow() + Number(wasRowDelimiter);
    return last - field.toString('utf8').split(/\r\n|\r|\n/).length + 1;
  }

  /** The row of an error, unless it has been refused already: it is one bad row however much is wrong. */
  refused(error: Csv.CsvError, format: CsvFormat): BadRow | null {
    if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
      throw new Unreadable(this.ofField(), fatalMessage(error, format), error);
    }
    const { state } = this.parser as unknown as ParserState;
    // Else a stray quote would take the rows up to the next quote with it.
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE') state.quoting = false;
    if (this.#refused === state.record) return null;
    this.#refused = state.record;
    const line = this.ofRow();
    const message = messageFor(error);
    if (this.parser.options.columns !== true) return new BadRow(line, valueError(message, { cause: error }));
    throw new Unreadable(line, `the names of the columns: ${message}`, error);
  }

  #line(): number {
    return this.parser.info.lines + this.skipped - this.#twice;
  }
}

function occurrences(text: string, what: string): number {
  let count = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) count++;
  return count;
}

function fatalMessage({ code }: Csv.CsvError, { quote, maxRowLength }: CsvFormat): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return `the quote ${quote} that opens here is never closed; with quote: null it is a character as others`;
  }
  return `the row that has a field here is longer than ${maxRowLength} bytes (maxRowLength); a quote may not be closed`;
}

/** The package's messages, which name lines of their own, in words of this one. */
function messageFor(error: Csv.CsvError): string {
  const { code, message } = error;
  if (code === 'CSV_INVALID_CLOSING_QUOTE') {
    const [, next = ''] = /got "([^]*)" at line/.exec(message) ?? [];
    return `behind a closing quote comes ${show(next)}, neither the delimiter nor the end of the line`;
  }
  if (/OPENING_QUOTE/.test(code))
    return 'a quote opens in the middle of a field; with quote: null it is a character as others';
  if (/INCONSISTENT/.test(code)) {
    const [, expected, given] = /(?:is|expect) (\d+), got (\d+)/.exec(message) ?? [];
    if (given !== undefined) return `the row has ${given} fields instead of ${expected}; relaxColumns: true takes it`;
  }
  return message;
}

/** What a short row lacks is empty. */
function fill(record: CsvRecord, columns: unknown): void {
  for (const { name } of columns as readonly { name: string }[]) {
    if (Object.hasOwn(record, name)) continue;
    Object.defineProperty(record, name, { value: '', enumerable: true, writable: true, configurable: true });
  }
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

function converter({ types }: CsvFormat, map: (record: never) => unknown): (record: CsvRecord) => unknown {
  const typed = Object.entries(types).flatMap(([name, type]) => {
    const read = fieldReader(name, type);
    return read ? [[name, read] as const] : [];
  });
  return (record) => {
    for (const [name, read] of typed) record[name] = read(record[name] as string);
    return map(record as never);
  };
}
