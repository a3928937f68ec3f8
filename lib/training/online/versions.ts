import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, replaceWhole } from '../../arguments/whole-files';
import { load } from '../../serialization/load';
import { saveAsync } from '../../serialization/save';
import type { Weights } from '../worker/train-in-worker';

const NAME = /^weights-(\d+)\.pt$/;
const CURRENT = 'current.json';
/** What a process that was killed has left of it. */
const UNFINISHED = /^current\.json\.\d+\.tmp$/;

/**
 * Accepted weights on disk, a file for each version, and `current.json`, which says which one serves. That file is replaced whole, so a
 * process that is killed at any moment leaves the version before or the one after. A file above the current version is what it left.
 *
 * @internal
 */
export class Versions {
  readonly #folder: string;

  constructor(label: string, folder: string) {
    this.#folder = makeFolder(label, folder);
    for (const name of readdirSync(folder)) if (UNFINISHED.test(name)) rmSync(path.join(folder, name), { force: true });
    const { current } = this;
    if (current === null) this.commit(this.all.at(-1) ?? 0);
    else this.dropAfter(current);
  }

  /** All of them, the oldest first. */
  get all(): readonly number[] {
    return readdirSync(this.#folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** The version that serves, 0 before the first; null where nothing says so. */
  get current(): number | null {
    try {
      const { version } = JSON.parse(readFileSync(path.join(this.#folder, CURRENT), 'utf8')) as { version?: unknown };
      return Number.isSafeInteger(version) ? (version as number) : null;
    } catch {
      return null;
    }
  }

  /** From now on this version serves, also after a restart. */
  commit(version: number): void {
    replaceWhole(path.join(this.#folder, CURRENT), `${JSON.stringify({ version })}\n`);
  }

  read(version: number): Weights {
    return load<Weights>(this.#file(version));
  }

  write(version: number, weights: Weights): Promise<void> {
    return saveAsync(weights, this.#file(version));
  }

  drop(version: number): void {
    rmSync(this.#file(version), { force: true });
  }

  dropAfter(version: number): void {
    for (const later of this.all) if (later > version) this.drop(later);
  }

  /** Drops the oldest beyond a number of them. */
  keep(count: number): void {
    for (const old of this.all.slice(0, -count)) this.drop(old);
  }

  #file(version: number): string {
    return path.join(this.#folder, `weights-${version}.pt`);
  }
}
