/**
 * How a run is told from outside to pause, to go on or to stop: by a small file in its directory, `control.json`. The run looks for it
 * a few times a second, does what it says and removes it. It needs no libtorch: other programs write the file, too.
 */
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { runtimeError } from '../errors';
import { statIfThere } from '../arguments/files';
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
 * Takes the command that waits in a directory; null where there is none, or where one is being written: a shell makes an empty file
 * first. The file is renamed before it is read, so a command that arrives meanwhile waits for the next look.
 *
 * @throws TorchError where the file is no command. It is removed all the same, so that it is said once.
 * @internal
 */
export function takeCommand(directory: string): RunCommand | null {
  const file = path.join(directory, CONTROL);
  const stats = statIfThere('control', file);
  if (!stats?.isFile() || stats.size === 0) return null;
  const taken = `${file}.${process.pid}.taken`;
  renameSync(file, taken);
  const command = commandIn(taken);
  rmSync(taken, { force: true });
  if (COMMANDS.includes(command)) return command as RunCommand;
  throw runtimeError(`${file} is no command: it holds {"command": "pause"}, "resume" or "stop"`);
}

function commandIn(file: string): unknown {
  try {
    if (statSync(file).size > LARGEST) return undefined;
    return (JSON.parse(readFileSync(file, 'utf8')) as { command?: unknown } | null)?.command;
  } catch {
    return undefined;
  }
}

/** Forgets a command for a run that has ended. @internal */
export function forgetCommand(directory: string): void {
  const file = path.join(directory, CONTROL);
  if (statIfThere('control', file)?.isFile()) rmSync(file, { force: true });
}
