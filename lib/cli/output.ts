import { CommanderError } from 'commander';

import { messageOf } from '../arguments/describe';
import { fileFailure } from '../arguments/files';
import { visible } from './visible';

/** Exit codes of the command line; 0 is success. */
export const EXIT = {
  /** The command was understood, and failed. */
  failed: 1,
  /** The command was not understood: an unknown command or option, an argument too many, too few or of a wrong form. */
  misuse: 2,
} as const;

/** Prints lines on stdout. Each element is one line, whatever characters it holds. */
export function print(lines: readonly string[]): void {
  console.log(lines.map(visible).join('\n'));
}

/** Prints one text on stderr; only its own line ends stay. */
export function printOnStderr(text: string): void {
  console.error(visibleLines(text));
}

/** A text of several lines. Use {@link visible} first on a part of it that must not begin a line of its own. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

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
