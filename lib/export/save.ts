import { fileToWrite } from '../arguments/files';
import { native } from '../native/binding';
import type { ProgramParts } from './exported-program';
import { recordsOf } from './archive/write';

/** Writes programs as an archive of torch.export; the file appears whole or not at all. @internal */
export function writeProgram(
  label: string,
  path: string | URL,
  parts: ProgramParts,
  extraFiles: ReadonlyMap<string, string> = new Map(),
): void {
  const file = fileToWrite(label, path);
  const { names, contents } = recordsOf({ label, file }, new Map([['model', parts]]), extraFiles);
  native.zipWrite(file, names, contents);
}
