import { BadRow, type Row, RowDataset, type RowOptions, rowOf } from './dataset';
import { lines } from './lines';
import type { Meter } from './meter';
import { functionOption } from './options';
import { knownOptions } from '../../arguments/read';
import { valueError } from '../../errors';

export interface JsonLinesOptions<T> extends RowOptions {
  /** Makes a sample of a line's value. An error that it throws makes the line a malformed one. */
  readonly map?: (value: never) => T;
  /** Longer lines, in characters, are malformed; 16 million by default. */
  readonly maxLineLength?: number;
}

const KNOWN = ['onError', 'onSkip', 'onProgress', 'map', 'maxLineLength'];

/**
 * JSON Lines: a JSON value in each line. Empty lines are left out; `.gz` files are decompressed. The file is read as a
 * stream, so that it may be larger than the memory.
 *
 * @example
 * // mails.jsonl: {"text": "Win money now", "spam": true} …
 * const mails = new datasets.JsonLinesDataset('mails.jsonl', {
 *   map: ({ text, spam }: { text: string; spam: boolean }) => [text, Number(spam)] as const,
 * });
 * for await (const [texts, labels] of new data.DataLoader(mails, { batchSize: 64 })) console.log(texts, labels);
 */
export class JsonLinesDataset<T = unknown> extends RowDataset<T> {
  readonly #options: JsonLinesOptions<T>;

  constructor(file: string, options: JsonLinesOptions<T> = {}) {
    knownOptions('JsonLinesDataset', options, KNOWN);
    super(file, options);
    functionOption('map', options.map);
    this.#options = options;
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const { map = (value: unknown) => value as T, maxLineLength = 16e6 } = this.#options;
    const convert = (line: string): T => map(JSON.parse(line) as never);
    for await (const { text, number } of lines(meter.stream(), maxLineLength)) {
      if (text === null) yield new BadRow(number, valueError(`the line has more than ${maxLineLength} characters`));
      else if (text.trim() !== '') yield rowOf(text, number, convert);
    }
  }
}
