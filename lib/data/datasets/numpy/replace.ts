/** How a file is written whole or not at all: beside its place, then moved there. */
import fs from 'node:fs';
import path from 'node:path';
import { fileError } from '../../../errors';
import { fileFailure, fileToWrite, statIfThere } from '../../../arguments/files';

/** A file that is being written. */
export interface Replacement {
  /** Where it is written. */
  readonly unfinished: string;
  /** With which rights: those of the file that was there. */
  readonly mode: number;
  /** Moves it to its place. */
  readonly finish: () => void;
  /** Removes what there is of it, and gives the error that is to be thrown. */
  readonly fail: (cause: unknown) => Error;
}

let count = 0;

/** Links are followed. What is there and no regular file is refused: a device or a FIFO would be replaced. */
export function replacement(label: string, given: unknown): Replacement {
  const file = fileToWrite(label, given);
  const failure = (cause: unknown): Error => {
    const { syscall, code } = (cause ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return fileError(`${label}: ${JSON.stringify(path.dirname(file))}: there is no such folder`, { cause });
    }
    return syscall === undefined && cause instanceof Error ? cause : fileFailure(label, file, cause);
  };
  const stats = statIfThere(label, file);
  let target: string;
  try {
    target = stats ? fs.realpathSync(file) : file;
  } catch (cause) {
    throw failure(cause);
  }
  const mode = stats ? stats.mode & 0o777 : 0o666;
  const unfinished = `${target}.${process.pid}-${++count}.tmp`;
  return {
    unfinished,
    mode,
    finish() {
      // What `umask` took away.
      if (stats) fs.chmodSync(unfinished, mode);
      fs.renameSync(unfinished, target);
    },
    fail(cause) {
      fs.rmSync(unfinished, { force: true });
      return failure(cause);
    },
  };
}
