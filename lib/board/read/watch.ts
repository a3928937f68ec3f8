/** Watches folders whose files are being written. Where the system cannot, the clock finds what is new. */
import { type FSWatcher, watch } from 'node:fs';

/** A system has a limit; what is above is found by the clock. */
const MOST = 64;
/** Many events come at once; one look answers them all. */
const SOON_MS = 150;

export class Watches {
  readonly #watchers = new Map<string, FSWatcher>();
  #soon: NodeJS.Timeout | null = null;
  readonly #touched = new Set<string>();

  constructor(readonly wake: () => void) {}

  /** Watches these folders, and no others from now on. */
  keep(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, MOST));
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#add(folder);
  }

  #add(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#touch(folder));
      watcher.on('error', () => watcher.close());
      this.#watchers.set(folder, watcher);
    } catch {
      // The clock does it.
    }
  }

  #touch(folder: string): void {
    this.#touched.add(folder);
    if (this.#soon !== null) return;
    this.#soon = setTimeout(() => {
      this.#soon = null;
      this.wake();
    }, SOON_MS).unref();
  }

  /** The folders in which something has changed since the last call. */
  take(): ReadonlySet<string> {
    const taken = new Set(this.#touched);
    this.#touched.clear();
    return taken;
  }

  close(): void {
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.keep([]);
  }
}
