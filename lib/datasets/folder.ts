import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Dataset } from '../data/dataset';
import { TorchError, valueError } from '../errors';
import { nameOf, show } from '../arguments/describe';

/** A file and the index of its class. */
export type LabelledFile = readonly [file: string, label: number];

/** Reads a file as a sample. */
export type Load<T> = (file: string) => T;

/**
 * Files with labels. A file is read when its sample is asked for.
 *
 * @example
 * const dataset = new datasets.FileDataset([['a.txt', 0], ['b.txt', 1]], ['ham', 'spam']);
 * const [text, label] = dataset.get(0);
 */
export class FileDataset<T = string> extends Dataset<[T, number]> {
  readonly #load: Load<T>;

  constructor(
    readonly files: readonly LabelledFile[],
    readonly classes: readonly string[],
    load: Load<T> = readText as Load<T>,
  ) {
    super();
    this.#load = load;
  }

  get length(): number {
    return this.files.length;
  }

  get(index: number): [T, number] {
    const entry = this.files[index];
    if (!entry) throw valueError(`${nameOf(this)} has the samples 0 to ${this.length - 1}, not ${show(index)}`);
    const [file, label] = entry;
    return [this.#load(file), label];
  }
}

export interface FolderOptions<T> {
  /** Only files that end so, as `.txt`; all of them by default. */
  readonly extensions?: readonly string[] | null;
  /** The folders that are classes, in the order of their labels; all of them, sorted, by default. */
  readonly classes?: readonly string[] | null;
  readonly load?: Load<T>;
}

/**
 * A folder with a folder for each class; labels are the positions of the classes' sorted names. Files are sorted, too,
 * so that the order is the same on every machine.
 *
 * @see https://docs.pytorch.org/vision/main/generated/torchvision.datasets.DatasetFolder.html
 * @example
 * const dataset = new datasets.FolderDataset('animals', { extensions: ['.txt'] }); // animals/cat/1.txt …
 */
export class FolderDataset<T = string> extends FileDataset<T> {
  constructor(dir: string, { extensions = null, classes = null, load }: FolderOptions<T> = {}) {
    const names = classes ?? foldersIn(dir);
    if (names.length === 0) throw new TorchError(`${dir} has no folders, so no classes`, { code: 'ERR_TORCH_DATA' });
    const files = names.flatMap((name, label) =>
      filesIn(path.join(dir, name), extensions).map((file): LabelledFile => [file, label]),
    );
    if (files.length === 0) {
      const kind = extensions ? ` that ends in ${extensions.join(' or ')}` : '';
      throw new TorchError(`${dir} holds no file${kind} in its classes ${names.join(', ')}`, {
        code: 'ERR_TORCH_DATA',
      });
    }
    super(files, names, load);
  }
}

function foldersIn(dir: string): string[] {
  const entries = orMissing(dir, () => readdirSync(dir, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** All files below a folder, sorted. @internal */
export function filesIn(dir: string, extensions: readonly string[] | null): string[] {
  const names = orMissing(dir, () => readdirSync(dir, { recursive: true, encoding: 'utf8' }));
  return names
    .filter((name) => !extensions || extensions.some((extension) => name.endsWith(extension)))
    .sort()
    .map((name) => path.join(dir, name))
    .filter((file) => extensions !== null || statSync(file).isFile());
}

/** What a missing folder says. @internal */
export function orMissing<R>(dir: string, read: () => R): R {
  try {
    return read();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is not a folder' : 'cannot be read';
    throw new TorchError(`${dir} ${reason}`, { code: 'ERR_TORCH_DATA', cause });
  }
}

/** UTF-8; bytes that are none become U+FFFD. @internal */
export function readText(file: string): string {
  return readFileSync(file, 'utf8');
}
