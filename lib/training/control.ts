/**
 * How a run is told from outside to pause, to go on or to stop: by a small file in its directory, `control.json`. The run looks for it
 * a few times a second, does what it says and removes it. It needs no libtorch: other programs write the file, too.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runtimeError } from '../errors';
import { regularFile, statIfThere } from '../arguments/files';
import { replaceWhole } from '../arguments/whole-files';

/** What a run can be told. */
export type RunCommand = 'pause' | 'resume' | 'stop';

const CONTROL = 'control.json';
const LARGEST = 4096;
const COMMANDS: readonly unknown[] = ['pause', 'resume', 'stop'] satisfies RunCommand[];

/** Leaves a command for the run that writes into a directory. A later one replaces one that was not taken yet. @internal */
export function commandRun(directory: string, command: RunCommand): void {
  replaceWhole(path.join(directory, CONTROL), `${JSON.stringify({ command })}\n`);
}

/**
 * Takes the command that waits in a directory; null where there is none.
 *
 * @throws TorchError where the file is no command. It is removed all the same, so that it is said once.
 * @internal
 */
export function takeCommand(directory: string): RunCommand | null {
  const file = path.join(directory, CONTROL);
  const stats = statIfThere('control', file);
  if (!stats) return null;
  regularFile('control', file);
  const text = stats.size > LARGEST ? '' : readFileSync(file, 'utf8');
  rmSync(file, { force: true });
  const command = commandIn(text);
  if (COMMANDS.includes(command)) return command as RunCommand;
  throw runtimeError(`${file} is no command: it holds {"command": "pause"}, "resume" or "stop"`);
}

function commandIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { command?: unknown } | null)?.command;
  } catch {
    return undefined;
  }
}

/** Forgets a command for a run that has ended. @internal */
export function forgetCommand(directory: string): void {
  rmSync(path.join(directory, CONTROL), { force: true });
}
