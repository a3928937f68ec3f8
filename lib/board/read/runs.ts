/** All runs below a folder: found anew every few seconds, and read on when their files change. */
import { EventEmitter } from 'node:events';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EVENTS, RunFiles, idOf, isEventFile, isOpen } from './run';
import { Watches } from './watch';

const DEEPEST = 5;
const MOST_RUNS = 2000;
/** So much of one run is read before the others have their turn. */
const BUDGET = 4 * 1024 * 1024;
/** So many runs are told of at once, while many are read for the first time. */
const TOGETHER = 20;
/** The clock also catches what a watcher misses, as on network drives. */
const POLL_MS = 2000;
const SCAN_MS = 6000;
/** Folders of a run directory that hold no runs. */
const INNER = new Set(['checkpoints', 'node_modules', '.git']);

interface Found {
  readonly folder: string;
  readonly name: string;
}

export interface IndexOptions {
  readonly pollMs?: number;
  readonly scanMs?: number;
  readonly now?: () => number;
}

/** Tells `change` with the ids of runs that look different, and `remove` with those that are gone. */
export class RunIndex extends EventEmitter<{ change: [ids: readonly string[]]; remove: [ids: readonly string[]] }> {
  readonly runs = new Map<string, RunFiles>();
  found = false;
  /** How many runs there are above the most that are shown. */
  left = 0;
  /** Resolves when every run has been looked at once. */
  readonly ready: Promise<void>;
  #closed = false;
  #scanned = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #wake: (() => void) | null = null;
  readonly #watches = new Watches(() => this.#wake?.());

  constructor(
    readonly folder: string,
    readonly options: IndexOptions = {},
  ) {
    super();
    this.setMaxListeners(0);
    this.ready = this.#round();
    void this.ready.then(() => this.#loop());
  }

  async #loop(): Promise<void> {
    while (!this.#closed) {
      const busy = [...this.runs.values()].some(({ reading }) => reading);
      if (!busy) await this.#pause();
      if (!this.#closed) await this.#round();
    }
  }

  #pause(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, this.options.pollMs ?? POLL_MS).unref();
    }).then(() => {
      if (this.#timer) clearTimeout(this.#timer);
      this.#wake = null;
    });
  }

  /** One look: at all runs every few seconds, and in between at those that are written. */
  async #round(): Promise<void> {
    const now = performance.now();
    const all = now - this.#scanned >= (this.options.scanMs ?? SCAN_MS);
    const touched = this.#watches.take();
    if (all) {
      await this.#scan();
      this.#scanned = now;
    } else if (touched.has(this.folder)) await this.#scan();
    // The newest first: that is what somebody looks at.
    const runs = [...this.runs.values()]
      .filter((run) => all || run.version === 0 || isOpen(run) || touched.has(run.folder))
      .sort((a, b) => (b.log.updated ?? Infinity) - (a.log.updated ?? Infinity));
    await this.#look(runs);
    this.#watches.keep([this.folder, ...runs.filter(isOpen).map(({ folder }) => folder)]);
  }

  async #look(runs: readonly RunFiles[]): Promise<void> {
    const changed: string[] = [];
    for (const run of runs) {
      if (this.#closed) return;
      if (await run.update(BUDGET)) changed.push(run.id);
      if (changed.length >= TOGETHER) this.emit('change', changed.splice(0));
      // Requests have their turn.
      await setImmediate();
    }
    if (changed.length > 0) this.emit('change', changed);
  }

  async #scan(): Promise<void> {
    const all = await findRuns(this.folder);
    this.found = all !== null;
    const found = (all ?? []).slice(0, MOST_RUNS);
    this.left = (all ?? []).length - found.length;
    const there = new Set(found.map(({ name }) => name));
    const gone = [...this.runs.values()].filter(({ name }) => !there.has(name)).map(({ id }) => id);
    for (const id of gone) this.runs.delete(id);
    if (gone.length > 0) this.emit('remove', gone);
    for (const { folder, name } of found) {
      if (!this.runs.has(idOf(name))) this.runs.set(idOf(name), new RunFiles(folder, name, this.options.now));
    }
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
    this.#watches.close();
    this.removeAllListeners();
  }
}

/** Every run at or below a folder; null where there is no such folder. Links are not followed. */
async function findRuns(root: string): Promise<Found[] | null> {
  const entries = await entriesOf(root);
  if (entries === null) return null;
  if (isRun(entries)) return [{ folder: root, name: path.basename(path.resolve(root)) }];
  const found: Found[] = [];
  await descend(root, '', entries, 1, found);
  return found;
}

async function descend(root: string, prefix: string, entries: Dirent[], depth: number, found: Found[]): Promise<void> {
  const folders = entries.filter((entry) => entry.isDirectory() && !INNER.has(entry.name));
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [below, folder] = [prefix === '' ? name : `${prefix}/${name}`, path.join(root, prefix, name)];
    const inner = await entriesOf(folder);
    if (inner === null) continue;
    const run = isRun(inner);
    if (run) found.push({ folder, name: below });
    // A run's own TensorBoard folder is part of it; below it, and beside it, there may be others.
    const rest = run ? inner.filter((entry) => entry.name !== 'tensorboard') : inner;
    if (depth < DEEPEST) await descend(root, below, rest, depth + 1, found);
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  return readdir(folder, { withFileTypes: true }).catch(() => null);
}

/** A folder with a log, or with event files of TensorBoard. */
function isRun(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === EVENTS || (entry.isFile() && isEventFile(entry.name)));
}
