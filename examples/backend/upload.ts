/** Reads an uploaded CSV: a header with the columns `text` and `label`, and a text with its class in each row. */
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { type Limits, RequestError } from './limits';

export type Row = readonly [content: string, label: string];

const CHUNK = 16 * 1024;
const LABEL = 100;

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function decode(bytes: Buffer): Buffer {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    throw new RequestError(400, 'the file is not UTF-8');
  }
}

/** @throws RequestError if the file is not such a table, or too large. */
export async function readCsv(bytes: Buffer, limits: Limits): Promise<Row[]> {
  const parser = Readable.from(chunks(decode(bytes)), { objectMode: false }).pipe(
    parse({ bom: true, skip_empty_lines: true, max_record_size: limits.text + 1000 }),
  );
  const rows: Row[] = [];
  let columns: { readonly text: number; readonly label: number } | null = null;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (columns === null) columns = columnsOf(record);
      else rows.push(rowOf(record, columns, rows.length + 2));
      if (rows.length > limits.rows) throw new RequestError(413, `the file has more than ${limits.rows} rows`);
      // Let the server answer other requests meanwhile.
      if (rows.length % 200 === 0) await setImmediate();
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(400, `the file is not a CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  checkRows(rows, limits);
  return rows;
}

function columnsOf(header: readonly string[]): { readonly text: number; readonly label: number } {
  const names = header.map((name) => name.trim().toLowerCase());
  const [text, label] = [names.indexOf('text'), names.indexOf('label')];
  if (text >= 0 && label >= 0) return { text, label };
  throw new RequestError(400, "the file's first line should name the columns 'text' and 'label'");
}

function rowOf(record: readonly string[], { text, label }: { text: number; label: number }, line: number): Row {
  const name = (record[label] ?? '').trim();
  if (name === '' || name.length > LABEL) {
    throw new RequestError(400, `row ${line}: a label has 1 to ${LABEL} characters`);
  }
  return [record[text] ?? '', name];
}

function checkRows(rows: readonly Row[], limits: Limits): void {
  const classes = new Set(rows.map(([, label]) => label)).size;
  if (rows.length < 10) throw new RequestError(400, `the file has ${rows.length} rows; 10 are the least`);
  if (classes < 2) throw new RequestError(400, 'all rows have the same label');
  if (classes > limits.classes) {
    throw new RequestError(400, `the file has ${classes} labels; ${limits.classes} are the most`);
  }
}
