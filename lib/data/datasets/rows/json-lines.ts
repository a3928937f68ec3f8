import { count } from '../../../arguments/fields';
import { messageOf } from '../../../arguments/describe';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { BadRow, type Row, RowDataset, rowOf } from './dataset';
import { asUtf8, encodingOf } from './encoding';
import { parseJson } from './json';
import { lines } from './lines';
import type { Meter } from './meter';
import { type RowOptions, TEXT_OPTIONS } from './options';

export interface JsonLinesOptions<T> extends RowOptions {
  /** Makes a sample of a line's value. An error that it throws makes the line a malformed one. */
  readonly map?: (value: never) => T;
  /** Longer lines, in characters, are malformed; 16 million by default. */
  readonly maxLineLength?: number;
  /** As {@link CsvOptions.encoding}. */
  readonly encoding?: string | null;
}

const OPTIONS = { ...TEXT_OPTIONS, maxLineLength: count(1, 16e6) };

/**
 * JSON Lines: a JSON value in each line, as Python's `json` reads it: whole numbers from 2^53 on are bigints, so that long ids
 * are exact, and `NaN`, `Infinity` and `-Infinity` are taken. Empty lines are left out; gzip is decompressed. The file is read as
 * a stream, so that it may be larger than the memory.
 *
 * @see https://docs.python.org/3/library/json.html
 * @example
 * // mails.jsonl: {"text": "Win money now", "spam": true} …
 * const mails = new datasets.JsonLinesDataset('mails.jsonl', {
 *   map: ({ text, spam }: { text: string; spam: boolean }) => [text, Number(spam)] as const,
 * });
 * for await (const [texts, labels] of new data.DataLoader(mails, { batchSize: 64 })) console.log(texts, labels);
 */
export class JsonLinesDataset<T = unknown> extends RowDataset<T> {
  readonly #options: { readonly map: (value: never) => T; readonly maxLineLength: number; readonly encoding: string };

  constructor(file: string, options: JsonLinesOptions<T> = {}, ...surplus: []) {
    refuseSurplus('JsonLinesDataset', 2, surplus);
    const {
      map = (value: unknown) => value,
      maxLineLength,
      encoding,
      ...rest
    } = readOptions('JsonLinesDataset', OPTIONS, options);
    super(file, rest);
    this.#options = { map: map as (value: never) => T, maxLineLength, encoding: encodingOf(encoding) };
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const { map, maxLineLength, encoding } = this.#options;
    const convert = (line: string): T => map(valueOf(line) as never);
    for await (const { text, number } of lines(asUtf8(meter.stream(), encoding), maxLineLength)) {
      if (text === null) yield new BadRow(number, valueError(`the line has more than ${maxLineLength} characters`));
      else if (text.trim() !== '') yield rowOf(text, number, convert);
    }
  }
}

function valueOf(line: string): unknown {
  try {
    return parseJson(line);
  } catch (cause) {
    // Some engines count lines within the text, of which there is one.
    const reason = messageOf(cause).replace(/ \(line \d+ column \d+\)$/, '');
    throw valueError(`this is not JSON: ${reason}`, { cause });
  }
}
