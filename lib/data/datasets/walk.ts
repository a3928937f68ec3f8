/** Folders, read as torchvision reads them: links are followed, names are sorted. Hidden files and folders are left out. */
import fs from 'node:fs';
import path from 'node:path';
import { fileFailure } from '../../arguments/files';

/** Python's order of strings: by code points, which is the order of their bytes in UTF-8. */
function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const isHidden = (name: string): boolean => name.startsWith('.');

/** The names in a folder that are not hidden, sorted; what the file system refuses becomes our error. */
function namesIn(label: string, dir: string): string[] {
  try {
    return fs
      .readdirSync(dir)
      .filter((name) => !isHidden(name))
      .sort(byCodePoints);
  } catch (cause) {
    throw fileFailure(label, dir, cause);
  }
}

/** What a name leads to, through links; null where a link leads to nothing. */
function kindOf(file: string): 'folder' | 'file' | 'other' | null {
  try {
    const stats = fs.statSync(file);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch {
    return null;
  }
}

/** The folders in a folder, sorted; links to folders are folders. */
export function foldersIn(label: string, dir: string): string[] {
  return namesIn(label, dir).filter((name) => kindOf(path.join(dir, name)) === 'folder');
}

/**
 * All files below a folder: first its own, sorted, then those of its folders. Each folder is entered once, by whatever
 * links it is reached, so that links that lead in a circle end. FIFOs, sockets and devices are left out; a link to nothing
 * stays, so that reading it says what is missing.
 */
export function filesIn(label: string, dir: string, extensions: readonly string[] | null): string[] {
  const endings = extensions?.map((extension) => extension.toLowerCase());
  const wanted = (name: string): boolean => !endings || endings.some((ending) => name.toLowerCase().endsWith(ending));
  const seen = new Set<string>();
  const folders: (readonly [dir: string, files: string[]])[] = [];
  const waiting = [dir];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (!enter(label, folder, seen)) continue;
    const files: string[] = [];
    for (const name of namesIn(label, folder)) {
      const file = path.join(folder, name);
      const kind = kindOf(file);
      if (kind === 'folder') waiting.push(file);
      else if (kind !== 'other' && wanted(name)) files.push(file);
    }
    folders.push([folder, files]);
  }
  return folders.sort(([a], [b]) => byCodePoints(a, b)).flatMap(([, files]) => files);
}

/** Whether a folder is new. */
function enter(label: string, dir: string, seen: Set<string>): boolean {
  let real: string;
  try {
    real = fs.realpathSync(dir);
  } catch (cause) {
    throw fileFailure(label, dir, cause);
  }
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}
