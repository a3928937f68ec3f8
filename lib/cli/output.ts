import { CommanderError } from 'commander';

import { messageOf } from '../arguments/describe';
import { fileFailure } from '../arguments/files';
import { printOnStderr } from './print';

/** Exit codes of the command line; 0 is success. */
export const EXIT = {
  /** The command was understood, and failed. */
  failed: 1,
  /** The command was not understood: an unknown command or option, an argument too many, too few or of a wrong form. */
  misuse: 2,
} as const;

/**
 * Runs a command: every failure is printed here and sets the exit code. One that was foreseen is a sentence, what to do
 * about it where that is known, and its code; anything else is a fault of this package and shows its stack.
 */
export async function run(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof CommanderError) throw error;
    printOnStderr(describeError(error));
    process.exitCode = EXIT.failed;
  }
}

/** Codes of this package; what Node or V8 threw has others, or none. */
const OURS = /^ERR_(TORCH|INSTALL|TRAINING|LIBTORCH|CORE)/;

function describeError(error: unknown): string {
  const { fix, code, stack, syscall, path } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof syscall === 'string' && typeof code === 'string') {
    return describeError(fileFailure(syscall, String(path ?? ''), error));
  }
  if (typeof code === 'string' && OURS.test(code)) {
    return [messageOf(error), ...(typeof fix === 'string' ? ['', fix] : []), `(${code})`].join('\n');
  }
  return `This is a fault of libtorch-node; please report it.\n${String(stack ?? messageOf(error))}`;
}
