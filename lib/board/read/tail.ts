/** Reads what is new in files that others write: a part at a time, and each byte once. */
import { type FileHandle, open } from 'node:fs/promises';
import { constants } from 'node:fs';

/** A part that is read at once. */
const CHUNK = 256 * 1024;

/** What is made of the bytes of a file. */
export interface Sink {
  /** Takes bytes; returns how many it has used. The rest comes again, with more behind it. */
  take(bytes: Buffer, position: number): number;
  /** The file has been replaced or cut: all that came of it is void. */
  restart(): void;
}

/** How far one file has been read. */
export class Tail {
  #position = 0;
  #inode = 0;
  #rest = Buffer.alloc(0);
  /** Whether the last look came to the end of the file. */
  ended = false;

  constructor(
    readonly file: string,
    readonly sink: Sink,
  ) {}

  /** Reads on, at most so many bytes; returns how many there were. A file that is gone is one without news. */
  async read(budget: number): Promise<number> {
    // Opening a FIFO would wait for a writer.
    const handle = await open(this.file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
    if (handle === null) return 0;
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return 0;
      if (stats.size < this.#position || (this.#inode !== 0 && stats.ino !== this.#inode)) this.#restart();
      this.#inode = stats.ino;
      return await this.#readOn(handle, stats.size, budget);
    } finally {
      await handle.close();
    }
  }

  #restart(): void {
    [this.#position, this.#rest] = [0, Buffer.alloc(0)];
    this.sink.restart();
  }

  async #readOn(handle: FileHandle, size: number, budget: number): Promise<number> {
    let done = 0;
    this.ended = false;
    while (done < budget && this.#position < size) {
      const into = Buffer.allocUnsafe(Math.min(CHUNK, size - this.#position));
      const { bytesRead } = await handle.read(into, 0, into.length, this.#position);
      if (bytesRead === 0) break;
      const start = this.#position - this.#rest.length;
      const bytes = this.#rest.length
        ? Buffer.concat([this.#rest, into.subarray(0, bytesRead)])
        : into.subarray(0, bytesRead);
      const used = this.sink.take(bytes, start);
      this.#rest = used < bytes.length ? Buffer.from(bytes.subarray(used)) : Buffer.alloc(0);
      this.#position += bytesRead;
      done += bytesRead;
    }
    this.ended = this.#position >= size;
    return done;
  }
}

/** A line that is longer than this is none of ours: it is skipped, so that memory stays bounded. */
const LONGEST = 8 * 1024 * 1024;
const NEWLINE = 10;

/** Whole lines; a last one without its end is left for later. */
export class Lines implements Sink {
  #skipping = false;

  constructor(
    readonly line: (text: string) => void,
    readonly cleared: () => void,
  ) {}

  restart(): void {
    this.#skipping = false;
    this.cleared();
  }

  take(bytes: Buffer): number {
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (this.#skipping) this.#skipping = false;
      else if (end > from) this.line(bytes.toString('utf8', from, end));
      from = end + 1;
    }
    if (!this.#skipping && bytes.length - from <= LONGEST) return from;
    this.#skipping = true;
    return bytes.length;
  }
}
