import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isUtf8 } from 'node:buffer';
import { bool, callback, nullable, optional, value } from '../../arguments/fields';
import { readArguments, readOptions, refuseSurplus } from '../../arguments/read';
import { nameOf, show } from '../../arguments/describe';
import { Dataset } from '../dataset';
import { dataError, fileError, indexError } from '../../errors';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { filesIn, foldersIn } from './walk';
import { limitArguments } from '../../arguments/surplus';

/** A file and the index of its class. */
export type LabelledFile = readonly [file: string, label: number];

/** Reads a file as a sample. */
export type Load<T> = (file: string) => T;

const isNames = (names: unknown): boolean =>
  Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
const isLabelled = (entry: unknown): boolean =>
  Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]);

const FILES = {
  files: value<readonly LabelledFile[]>(
    'a list of [file, label]',
    (files) => Array.isArray(files) && files.every(isLabelled),
  ),
  classes: value<readonly string[]>('a list of names', isNames),
  load: optional(callback<Load<unknown>>()),
};

/**
 * Files with labels. A file is read when its sample is asked for: as text in UTF-8, unless `load` reads it.
 *
 * @example
 * const dataset = new datasets.FileDataset([['a.txt', 0], ['b.txt', 1]], ['ham', 'spam']);
 * const [text, label] = dataset.get(0);
 */
export class FileDataset<T = string> extends Dataset<[T, number]> {
  readonly files: readonly LabelledFile[];
  readonly classes: readonly string[];
  readonly #load: Load<T>;

  constructor(...args: [files: readonly LabelledFile[], classes: readonly string[], load?: Load<T>]) {
    super();
    const given = readArguments('FileDataset', FILES, args);
    this.files = given.files;
    this.classes = given.classes;
    this.#load = (given.load ?? readText) as Load<T>;
  }

  get length(): number {
    return this.files.length;
  }

  /** @throws TorchError where a file cannot be read, with the reason of the file system as its cause. */
  get(index: number): [T, number] {
    const entry = this.files[index];
    if (!entry) throw indexError(`${nameOf(this)} has the samples 0 to ${this.length - 1}, not ${show(index)}`);
    const [file, label] = entry;
    return [this.#read(file), label];
  }

  #read(file: string): T {
    try {
      return this.#load(file);
    } catch (cause) {
      // What a `load` of one's own throws stays as it is, unless the file system threw it.
      const { syscall, path: at } = (cause ?? {}) as NodeJS.ErrnoException;
      if (syscall === undefined) throw cause;
      throw fileFailure(nameOf(this), at ?? file, cause);
    }
  }
}

export interface FolderOptions<T> {
  /** Only files that end so, as `.txt`, in small letters or large; all of them by default. */
  readonly extensions?: readonly string[] | null;
  /** The folders that are classes, in the order of their labels; all of them, sorted, by default. */
  readonly classes?: readonly string[] | null;
  /** Reads a file as a sample; by default it is text in UTF-8. */
  readonly load?: Load<T>;
  /** Whether a class may be without files; an error by default. */
  readonly allowEmpty?: boolean;
}

const FOLDER = {
  extensions: nullable(value<readonly string[]>('a list of endings', isNames)),
  classes: nullable(value<readonly string[]>('a list of names', isNames)),
  load: optional(callback<Load<unknown>>()),
  allowEmpty: bool(false),
};

/**
 * A folder with a folder for each class; labels are the positions of the classes' sorted names. Files are in the order in which
 * torchvision's `DatasetFolder` has them, the same on every machine. Links are followed, each folder of a class is read once, and names
 * that begin with a dot (`.git`, `.DS_Store`) are neither classes nor samples.
 *
 * @throws TorchError where a folder cannot be read, there is no class, or a class has no files.
 * @see https://docs.pytorch.org/vision/main/generated/torchvision.datasets.DatasetFolder.html
 * @example
 * const dataset = new datasets.FolderDataset('animals', { extensions: ['.txt'] }); // animals/cat/1.txt …
 */
export class FolderDataset<T = string> extends FileDataset<T> {
  constructor(dir: string, options: FolderOptions<T> = {}, ...surplus: []) {
    const label = 'FolderDataset';
    refuseSurplus(label, 2, surplus);
    const root = pathOf(label, dir);
    const { extensions, classes, load, allowEmpty } = readOptions(label, FOLDER, options);
    const names = classes ?? foldersIn(label, root);
    if (names.length === 0) throw fileError(`${label}: ${JSON.stringify(root)} has no folders, so no classes`);
    const byClass = names.map((name) => filesIn(label, path.join(root, name), extensions));
    const empty = names.filter((_, i) => byClass[i]?.length === 0);
    if (empty.length > 0 && !allowEmpty) throw noFiles(label, root, empty, extensions);
    const files = byClass.flatMap((found, index) => found.map((file): LabelledFile => [file, index]));
    super(files, names, load as Load<T> | undefined);
  }
}

function noFiles(label: string, dir: string, classes: readonly string[], extensions: readonly string[] | null): Error {
  const kind = extensions ? ` that ends in ${extensions.join(' or ')}` : '';
  const which = classes.length === 1 ? `the class ${classes[0]}` : `the classes ${classes.join(', ')}`;
  return fileError(`${label}: ${JSON.stringify(dir)} has no file${kind} in ${which}; allowEmpty: true takes it`);
}

/** The text of a file in UTF-8. @internal */
export function readText(file: string): string {
  const bytes = readFileSync(regularFile('FileDataset', file));
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  throw dataError(
    `${JSON.stringify(file)} is not text in UTF-8: read it with \`load\`, as (file) => fs.readFileSync(file, 'latin1')`,
  );
}

limitArguments([FileDataset], { get: 1 });
