import { closeSync, createWriteStream, mkdirSync, mkdtempSync, openSync, readSync, rmSync, fstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fileFailure } from '../../arguments/files';
import type { Plan } from './plan';
import { has, Lines, STREAMS, type StreamName } from './std-streams';

/** Where one stream of a rank goes. */
export interface Destination {
  /** For `spawn`. */
  readonly stdio: number | 'pipe';
  /** Follows the stream; null where the file gets it directly. */
  readonly lines: Lines | null;
  /** The last lines that were written. */
  last(): string;
  close(): void;
}

/** The log files of a run: `<log-dir>/<run>_XXXXXX/attempt_<n>/<local rank>/stdout.log`, as torchrun has them. */
export class Logs {
  readonly #plan: Plan;
  readonly #base: string;
  readonly #folder: string;
  /** Whether it was made for error files only, and goes with the run. */
  readonly #passing: boolean;

  constructor(plan: Plan) {
    this.#plan = plan;
    const { logDir, ranks } = plan;
    const all = Array.from({ length: ranks }, (_, rank) => rank);
    const names = Object.keys(STREAMS) as StreamName[];
    const wanted = names.some((name) => all.some((rank) => this.#writes(rank, name)));
    this.#passing = logDir === null && !wanted;
    this.#base = logDir ?? makeFolder(tmpdir(), 'torchelastic');
    this.#folder = makeFolder(this.#base, plan.runId);
  }

  /** Null where nobody asked for files. */
  get folder(): string | null {
    return this.#passing ? null : this.#folder;
  }

  /** The file into which a rank may write how it failed. */
  errorFile(restart: number, localRank: number): string {
    return join(this.#rankFolder(restart, localRank), 'error.json');
  }

  destination(restart: number, localRank: number, name: StreamName, prefix: string): Destination {
    const { tee, shown } = this.#plan;
    const file = join(this.#rankFolder(restart, localRank), `${name}.log`);
    const output = shown === null || shown.has(localRank) ? process[name] : null;
    if (has(tee, localRank, name)) return piped(new Lines(prefix, output, createWriteStream(file)));
    if (!this.#writes(localRank, name)) return piped(new Lines(prefix, output, null));
    return direct(file);
  }

  /** Makes the folders of an attempt anew. */
  begin(restart: number): void {
    const folder = join(this.#folder, `attempt_${restart}`);
    rmSync(folder, { recursive: true, force: true });
    for (let rank = 0; rank < this.#plan.ranks; rank++) mkdirSync(this.#rankFolder(restart, rank), { recursive: true });
  }

  end(): void {
    if (this.#passing) rmSync(this.#base, { recursive: true, force: true });
  }

  #writes(rank: number, name: StreamName): boolean {
    return has(this.#plan.redirects, rank, name) || has(this.#plan.tee, rank, name);
  }

  #rankFolder(restart: number, localRank: number): string {
    return join(this.#folder, `attempt_${restart}`, String(localRank));
  }
}

function makeFolder(base: string, run: string): string {
  try {
    mkdirSync(base, { recursive: true });
    return mkdtempSync(join(base, `${run.replace(/[^\w.-]/g, '-')}_`));
  } catch (cause) {
    throw fileFailure('run: --log-dir', base, cause);
  }
}

function piped(lines: Lines): Destination {
  lines.file?.on('error', () => undefined);
  return { stdio: 'pipe', lines, last: () => lines.last, close: () => undefined };
}

/** How much of a file's end is looked at. */
const TAIL = 4096;

/** The rank writes into the file itself, so nothing is lost when we are gone. */
function direct(file: string): Destination {
  const descriptor = openSync(file, 'a+');
  return {
    stdio: descriptor,
    lines: null,
    last: () => {
      const { size } = fstatSync(descriptor);
      const bytes = Buffer.alloc(Math.min(TAIL, size));
      const got = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
      return bytes
        .toString('utf8', 0, got)
        .split('\n')
        .slice(size > TAIL ? 1 : 0)
        .join('\n')
        .trimEnd();
    },
    close: () => closeSync(descriptor),
  };
}
