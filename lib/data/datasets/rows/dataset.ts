/** Files of rows, read from their start to their end. */
import { IterableDataset } from '../../dataset';
import { dataError, TorchError } from '../../../errors';
import { fileFailure, pathOf } from '../../../arguments/files';
import { Meter } from './meter';
import { messageOf } from '../../../arguments/describe';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { type RowOptions, SHARED_OPTIONS } from './options';

/** A row that is none, and where it is: its line, or `row 3` in a file that has no lines. */
export class BadRow {
  constructor(
    readonly place: string | number,
    readonly cause: unknown,
  ) {}

  toError(file: string): TorchError {
    const { place, cause } = this;
    return dataError(`${file}:${place}: ${messageOf(cause)}`, { cause });
  }
}

/** A file that cannot be read beyond a line: what follows it is lost, so that it ends the reading even where bad rows are left out. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** What a reader yields. */
export type Row<T> = { readonly value: T } | BadRow;

/** The rows of a file. A subclass makes rows of the file's bytes; errors and progress are dealt with here. */
export abstract class RowDataset<T> extends IterableDataset<T> {
  readonly file: string;
  readonly #options: RowOptions;
  /** The reader's name, for messages. */
  readonly #label: string;

  /** A subclass has read its other options by a table of its own. */
  constructor(file: string, options: RowOptions, ...surplus: []) {
    super();
    refuseSurplus(new.target.name, 2, surplus);
    this.#label = new.target.name;
    this.file = pathOf(this.#label, file);
    const { onError, onSkip, onProgress } = options;
    this.#options = readOptions(this.#label, SHARED_OPTIONS, { onError, onSkip, onProgress });
  }

  /** @internal */
  protected abstract rows(meter: Meter): AsyncIterable<Row<T>>;

  override async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const meter = await Meter.open(this.#label, this.file, this.#options.onProgress);
    for await (const row of this.#named(meter)) {
      if (row instanceof BadRow) {
        this.#refuse(row);
        continue;
      }
      meter.count();
      yield row.value;
    }
    meter.finish();
  }

  /** The rows; a failure of the file itself names it. */
  async *#named(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    try {
      yield* this.rows(meter);
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  #failure(cause: unknown): TorchError {
    if (cause instanceof TorchError) return cause;
    if (cause instanceof Unreadable) {
      const { line, message } = cause;
      return dataError(`${this.file}:${line}: ${message}`, { cause: cause.cause ?? cause });
    }
    if ((cause as NodeJS.ErrnoException | null)?.syscall !== undefined) {
      return fileFailure(this.#label, this.file, cause) as TorchError;
    }
    return dataError(`${this.file}: ${messageOf(cause)}`, { cause });
  }

  #refuse(row: BadRow): void {
    const error = row.toError(this.file);
    if (this.#options.onError !== 'skip') throw error;
    this.#options.onSkip?.(error);
  }
}

/** Makes a row's value; what `convert` throws makes it a bad one. */
export function rowOf<R, T>(record: R, place: string | number, convert: (record: R) => T): Row<T> {
  try {
    return { value: convert(record) };
  } catch (cause) {
    return new BadRow(place, cause);
  }
}
