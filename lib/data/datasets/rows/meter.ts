import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileFailure, regularFile, requireRegular } from '../../../arguments/files';

/** How far a file has been read. */
export interface ReadProgress {
  /** The path of the file. */
  readonly file: string;
  /** Bytes of the file that have been read; compressed ones where it is compressed. */
  readonly bytes: number;
  /** The size of the file in bytes. */
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
    readonly compressed: boolean,
    readonly tell: ((progress: ReadProgress) => void) | undefined,
  ) {}

  /** @throws TorchError for anything but a regular file. */
  static async open(label: string, file: string, tell?: (progress: ReadProgress) => void): Promise<Meter> {
    const { size, compressed } = await look(label, file);
    return new Meter(file, size, compressed, tell);
  }

  /** The file's bytes; decompressed where they are gzip's. */
  stream(): Readable {
    const source = (this.#source = createReadStream(this.file));
    if (!this.compressed) return source;
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

/** Its size, and whether it begins as gzip does, whatever its name is. */
async function look(label: string, file: string): Promise<{ size: number; compressed: boolean }> {
  regularFile(label, file);
  const handle = await open(file).catch((cause: unknown) => {
    throw fileFailure(label, file, cause);
  });
  try {
    const stats = await handle.stat();
    requireRegular(label, file, stats);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return { size: stats.size, compressed: bytesRead === 2 && isGzip(buffer) };
  } finally {
    await handle.close();
  }
}

/** Whether bytes begin as gzip's do. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
