import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Lines of the files of a model. */
const files = new Map<string, readonly string[]>();
const MOST_FILES = 100;

/** A place such as `forward (model.ts:3:5)` as Python writes it: the file, the line, and what stands there. */
export function stackTrace(place: string): string {
  const [, name, file = '', line] = /^(?:(.*?) \()?(.*?):(\d+)(?::\d+)?\)?$/.exec(place) ?? [];
  if (line === undefined) return place;
  return `  File "${file}", line ${line}, in ${name ?? 'forward'}\n    ${lineOf(file, Number(line))}\n`;
}

/** A line of a file; of one that cannot be read, only that there is one. */
function lineOf(file: string, line: number): string {
  if (files.size >= MOST_FILES) files.clear();
  const lines = files.get(file) ?? read(file);
  files.set(file, lines);
  return lines[line - 1]?.trim().slice(0, 200) || '…';
}

function read(file: string): readonly string[] {
  try {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    return isAbsolute(path) ? readFileSync(path, 'utf8').split('\n') : [];
  } catch {
    return [];
  }
}
