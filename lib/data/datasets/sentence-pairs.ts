import { show } from '../../arguments/describe';
import { callback, count, nullable, optional, str, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { valueError } from '../../errors';
import { RowDataset, type Row, rowOf } from './rows/dataset';
import { asUtf8, encodingOf } from './rows/encoding';
import { lines } from './rows/lines';
import type { Meter } from './rows/meter';
import { type RowOptions, SHARED_OPTIONS } from './rows/options';

export interface SentencePairsOptions extends RowOptions {
  /** Which columns are the sentence and its translation, from 0; `[1, 0]` translates the other way. @defaultValue [0, 1] */
  readonly columns?: readonly [source: number, target: number];
  /** What stands between columns. @defaultValue '\t' */
  readonly separator?: string;
  /** At most so many pairs; null for all. @defaultValue null */
  readonly limit?: number | null;
  /** Which pairs are taken. The default takes all. */
  readonly filter?: (source: string, target: string) => boolean;
  /** As {@link CsvOptions.encoding}. @defaultValue 'utf-8' */
  readonly encoding?: string;
}

type Pair = [source: string, target: string];

const isColumns = (v: unknown): boolean =>
  Array.isArray(v) && v.length === 2 && v.every((column) => Number.isInteger(column) && column >= 0);
const OPTIONS = {
  ...SHARED_OPTIONS,
  columns: value<readonly [number, number]>('two numbers of columns', isColumns, [0, 1]),
  separator: value<string>('a string that is not empty', (v) => typeof v === 'string' && v !== '', '\t'),
  limit: nullable(count(0)),
  filter: optional(callback<(source: string, target: string) => boolean>()),
  encoding: str('utf-8'),
};

/** Longer lines are malformed. */
const LONGEST_LINE = 1e6;

class PairRows extends RowDataset<Pair> {
  readonly #separator: string;
  readonly #columns: readonly [number, number];
  readonly #encoding: string;

  constructor(file: string, rest: RowOptions, separator: string, columns: readonly [number, number], encoding: string) {
    super(file, rest);
    this.#separator = separator;
    this.#columns = columns;
    this.#encoding = encodingOf(encoding);
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<Pair>, void, undefined> {
    for await (const { text, number } of lines(asUtf8(meter.stream(), this.#encoding), LONGEST_LINE)) {
      if (text?.trim() === '') continue;
      yield rowOf(text ?? '', number, (line) => this.#pair(line));
    }
  }

  #pair(line: string): Pair {
    const parts = line.split(this.#separator);
    const [source, target] = this.#columns.map((column) => parts[column]?.trim());
    if (source && target) return [source, target];
    throw valueError(`expected a sentence in each of the columns ${this.#columns.join(' and ')}, got ${show(line)}`);
  }
}

/**
 * Sentences and their translations from a file with a pair in each line, as Tatoeba's `deu.txt` of manythings.org has
 * them; gzip is decompressed. Further columns are left out.
 *
 * @param file - The path of the file.
 * @returns The pairs, in the file's order.
 * @throws TorchDataError for a line without both sentences, with its number; `onError: 'skip'` leaves it out.
 * @see https://www.manythings.org/anki/
 * @example
 * const pairs = await datasets.sentencePairs('deu.txt');
 * for (const [source, target] of pairs) console.log(source, '→', target);
 */
export async function sentencePairs(
  file: string,
  options: SentencePairsOptions = {},
  ...surplus: []
): Promise<[source: string, target: string][]> {
  refuseSurplus('sentencePairs', 2, surplus);
  const { columns, separator, limit, filter, encoding, ...rest } = readOptions('sentencePairs', OPTIONS, options);
  const found: Pair[] = [];
  if (limit === 0) return found;
  for await (const [source, target] of new PairRows(file, rest, separator, columns, encoding)) {
    if (filter && !filter(source, target)) continue;
    found.push([source, target]);
    if (found.length === limit) break;
  }
  return found;
}
