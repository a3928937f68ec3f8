import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { TorchError } from '../../errors';

/** How far a file has been read. */
export interface ReadProgress {
  readonly file: string;
  /** Bytes of the file that have been read; compressed ones where it is compressed. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Rows that have been given away. */
  readonly rows: number;
}

/** Progress is told this often. */
const TELL_MS = 100;

/** The time is looked at once in as many rows. */
const LOOK_ROWS = 64;

/** A file that is being read: its bytes, and how far it is. */
export class Meter {
  #rows = 0;
  #told = performance.now();
  #source: ReadStream | null = null;
  /** Where a reader jumps about in its file. */
  bytes = 0;

  private constructor(
    readonly file: string,
    readonly totalBytes: number,
    readonly tell: ((progress: ReadProgress) => void) | undefined,
  ) {}

  static async open(file: string, tell?: (progress: ReadProgress) => void): Promise<Meter> {
    return new Meter(file, await sizeOf(file), tell);
  }

  /** The file's bytes; those of a `.gz` file decompressed. */
  stream(): Readable {
    const source = (this.#source = createReadStream(this.file));
    if (!this.file.endsWith('.gz')) return source;
    return pipeline(source, createGunzip(), () => undefined);
  }

  /** A row is given away. */
  count(): void {
    this.#rows++;
    if (!this.tell || this.#rows % LOOK_ROWS !== 0 || performance.now() - this.#told < TELL_MS) return;
    this.#told = performance.now();
    this.#tell(this.#source?.bytesRead ?? this.bytes);
  }

  /** The end of the file. */
  finish(): void {
    this.#tell(this.totalBytes);
  }

  #tell(bytes: number): void {
    this.tell?.({ file: this.file, bytes, totalBytes: this.totalBytes, rows: this.#rows });
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
    throw new TorchError(`${file} ${reason}`, { code: 'ERR_TORCH_DATA', cause });
  }
  throw new TorchError(`${file} is not a file`, { code: 'ERR_TORCH_DATA' });
}
