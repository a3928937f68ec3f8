/** How a file is written whole or not at all: beside its place, then moved there. */
import fs from 'node:fs';
import path from 'node:path';
import { fileError } from '../../errors';
import { fileFailure, pathOf, requireRegular } from '../../files';

/** A file that is being written. */
export interface Replacement {
  /** Where it is written. */
  readonly unfinished: string;
  /** Moves it to its place, with the mode of the file that was there. */
  readonly finish: () => void;
  /** Removes what there is of it, and gives the error that is to be thrown. */
  readonly fail: (cause: unknown) => Error;
}

let count = 0;

/** Links are followed. What is there and no regular file is refused: a device or a FIFO would be replaced. */
export function replacement(label: string, given: unknown): Replacement {
  const file = pathOf(label, given);
  const failure = (cause: unknown): Error => {
    const { syscall, code } = (cause ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return fileError(`${label}: ${JSON.stringify(path.dirname(file))}: there is no such folder`, { cause });
    }
    return syscall === undefined && cause instanceof Error ? cause : fileFailure(label, file, cause);
  };
  let target = file;
  let stats: fs.Stats | undefined;
  try {
    stats = fs.statSync(file, { throwIfNoEntry: false });
    if (stats) target = fs.realpathSync(file);
  } catch (cause) {
    throw failure(cause);
  }
  if (stats) requireRegular(label, file, stats);
  const unfinished = `${target}.${process.pid}-${++count}.tmp`;
  return {
    unfinished,
    finish() {
      if (stats) fs.chmodSync(unfinished, stats.mode & 0o7777);
      fs.renameSync(unfinished, target);
    },
    fail(cause) {
      fs.rmSync(unfinished, { force: true });
      return failure(cause);
    },
  };
}
