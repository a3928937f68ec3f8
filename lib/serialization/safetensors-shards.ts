import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TorchError, fileError } from '../errors';
import { fileFailure, fileToWrite, statIfThere } from '../arguments/files';
import { INDEX, namesInIndex } from './safetensors-index';

/**
 * Which files belong to a folder of shards, and which are removed. A set becomes valid when the index names it, which
 * is one rename. A new set has other names than the old one, which stays complete until then.
 */

/** Names of shards, ours and those of the Hugging Face libraries; a set is one beginning and one total. */
const SHARD = /^(model(?:-[0-9a-z]+)?)-\d{5}-of-(\d{5})\.safetensors(?:\.tmp-\d+-\d+)?$/;

/** Who has made this file in a folder without a set writes under the names that Hugging Face uses. */
const CLAIM = '.model.saving';

/** After this time without a write, a set that no index names is taken for the rest of a killed process. */
const IDLE_MS = 60_000;

/** Sets that this process is writing, as FOLDER/BEGINNING. */
const writing = new Set<string>();

/** A set of shards on its way. @internal */
export class ShardSet {
  readonly names: readonly string[];
  readonly index: string;
  readonly #label: string;
  readonly #folder: string;
  readonly #key: string;
  /** The file that keeps the plain names for this set; null where the set has names of its own. */
  readonly #claim: string | null;

  /** Makes the folder where there is none. */
  constructor(label: string, folder: string, count: number) {
    this.#label = label;
    this.#folder = folder;
    makeFolder(label, folder);
    this.index = fileToWrite(label, join(folder, INDEX));
    this.#claim = claimPlainNames(folder);
    const beginning = this.#claim === null ? `model-${randomBytes(6).toString('hex')}` : 'model';
    const five = (number: number): string => String(number).padStart(5, '0');
    this.names = Array.from({ length: count }, (_, i) => `${beginning}-${five(i + 1)}-of-${five(count)}.safetensors`);
    this.#key = join(resolve(folder), beginning);
    writing.add(this.#key);
  }

  path(shard: number): string {
    return join(this.#folder, this.names[shard] as string);
  }

  /** Runs `commit`, which puts the index into its place, and removes the shards that it does not name any more. */
  async finish(commit: () => Promise<void>): Promise<void> {
    const replaced = this.#named();
    await commit();
    this.#removeOthers(replaced);
  }

  /** {@link finish} at once. */
  finishSync(commit: () => void): void {
    const replaced = this.#named();
    commit();
    this.#removeOthers(replaced);
  }

  /** Removes the files of a set that was not completed. */
  discard(): void {
    for (const name of this.names) remove(join(this.#folder, name));
  }

  end(): void {
    writing.delete(this.#key);
    if (this.#claim !== null) remove(this.#claim);
  }

  /** The files that the index in the folder names now; none if it cannot be read. */
  #named(): Set<string> {
    try {
      return namesInIndex(this.#label, this.index);
    } catch (error) {
      if (error instanceof TorchError) return new Set();
      throw error;
    }
  }

  #removeOthers(replaced: ReadonlySet<string>): void {
    const own = new Set(this.names);
    const sets = new Map<string, string[]>();
    for (const name of namesIn(this.#folder)) {
      const [, beginning, total] = SHARD.exec(name) ?? [];
      if (beginning === undefined || own.has(name) || writing.has(join(resolve(this.#folder), beginning))) continue;
      const key = `${beginning}/${total}`;
      sets.set(key, [...(sets.get(key) ?? []), name]);
    }
    const claim = join(this.#folder, CLAIM);
    if (claim !== this.#claim && isAbandoned([claim])) remove(claim);
    for (const names of sets.values()) {
      const files = names.map((name) => join(this.#folder, name));
      if (names.some((name) => replaced.has(name)) || isAbandoned(files)) files.forEach(remove);
    }
  }
}

/**
 * Takes the names `model-00001-of-…` for a set, by a file that only one process can make; null where they are taken. The
 * folder is looked at afterwards: a set that was complete before the file was made is there, and one that begins later finds
 * the file.
 */
function claimPlainNames(folder: string): string | null {
  const claim = join(folder, CLAIM);
  try {
    closeSync(openSync(claim, 'wx'));
  } catch {
    return null;
  }
  if (!namesIn(folder).some((name) => name === INDEX || SHARD.test(name))) return claim;
  remove(claim);
  return null;
}

function makeFolder(label: string, folder: string): void {
  const stats = statIfThere(label, folder);
  if (stats?.isDirectory()) return;
  if (stats) throw fileError(`${label}: ${JSON.stringify(folder)} should be a folder for the shards, but is not one`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw fileFailure(label, folder, cause);
  }
}

function isAbandoned(files: readonly string[]): boolean {
  try {
    // One that is not there has the time 0.
    const newest = Math.max(...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
    return Date.now() - newest > IDLE_MS;
  } catch {
    return false;
  }
}

/** Files that cannot be listed or removed stay. The new set is valid already. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
