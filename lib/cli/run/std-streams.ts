import { StringDecoder } from 'node:string_decoder';
import type { Readable, Writable } from 'node:stream';

import { valueError } from '../../errors';

/** Which streams of a rank: 0 none, 1 stdout, 2 stderr, 3 both. The same for all, or by the rank on this machine. */
export type Std = number | ReadonlyMap<number, number>;

export const STREAMS = { stdout: 1, stderr: 2 } as const;
export type StreamName = keyof typeof STREAMS;

/** Reads `3` or `0:3,1:1` as torchrun does. */
export function stdOf(option: string, text: string): Std {
  if (/^[0-3]$/.test(text)) return Number(text);
  if (!/^(\d+:[0-3],)*\d+:[0-3]$/.test(text)) {
    throw valueError(
      `run: ${option} ${JSON.stringify(text)}: expected 0 (none), 1 (stdout), 2 (stderr) or 3 (both), or such a number for each rank, as 0:1,1:3`,
    );
  }
  return new Map(text.split(',').map((part) => part.split(':').map(Number) as [number, number]));
}

export function has(std: Std, rank: number, stream: StreamName): boolean {
  const streams = typeof std === 'number' ? std : (std.get(rank) ?? 0);
  return (streams & STREAMS[stream]) !== 0;
}

/** A line that is longer is shown in pieces. */
const LONGEST = 64 * 1024;
/** How many lines of a rank are kept for the table of failures, and how long each may be. */
const KEPT = 20;
const KEPT_LENGTH = 400;

/** What a rank writes: each line with a prefix on the console, and the bytes as they are into a file, if there is one. */
export class Lines {
  readonly #decoder = new StringDecoder('utf8');
  readonly #last: string[] = [];
  #rest = '';

  constructor(
    readonly prefix: string,
    /** Null shows nothing. */
    readonly console: Writable | null,
    readonly file: Writable | null,
  ) {}

  /** The last lines, for a report. */
  get last(): string {
    return this.#last.join('\n');
  }

  /** Reads a stream to its end. Where the console cannot keep up, the rank waits for it, as it would without us. */
  follow(stream: Readable): void {
    stream.on('data', (bytes: Buffer) => {
      this.file?.write(bytes);
      if (this.#take(this.#decoder.write(bytes)) || !this.console) return;
      stream.pause();
      this.console.once('drain', () => stream.resume());
    });
    stream.on('error', () => undefined);
    stream.on('close', () => {
      this.end();
    });
  }

  /** Shows what was written without an end of line. */
  end(): void {
    this.#take(this.#decoder.end());
    if (this.#rest !== '') this.#show([this.#rest]);
    this.#rest = '';
    this.file?.end();
  }

  /** Returns whether more may come. */
  #take(text: string): boolean {
    // A carriage return, as of a progress bar, ends a line too; one at the end may be half of "\r\n".
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    while (this.#rest.length > LONGEST) {
      lines.push(this.#rest.slice(0, LONGEST));
      this.#rest = this.#rest.slice(LONGEST);
    }
    return lines.length === 0 || this.#show(lines);
  }

  #show(lines: readonly string[]): boolean {
    for (const line of lines) this.#last.push(line.slice(0, KEPT_LENGTH));
    this.#last.splice(0, Math.max(0, this.#last.length - KEPT));
    return this.console?.write(lines.map((line) => `${this.prefix}${line}\n`).join('')) ?? true;
  }
}
