import { Command, CommanderError } from 'commander';

import { addBoard } from './board';
import { addCompletion } from './completion';
import { addConvert } from './convert';
import { addDoctor } from './doctor';
import { addInit } from './init';
import { addInspect } from './inspect';
import { addInstall } from './install';
import { addManage } from './manage';
import { EXIT } from './output';
import { addRun } from './run';
import { addRuns } from './runs';
import { visible } from './visible';

/** The name to type, on every system: npm starts the same file as `libtorch-node`, `libtorch-node.cmd` or with npx. */
const NAME = 'libtorch-node';

/** Runs the command that `argv` (as `process.argv` has it) names. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // commander has printed what it has to say; asking for help is no mistake.
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.misuse;
  }
}

function makeProgram(): Command {
  const program = new Command(NAME)
    .description(
      'libtorch for libtorch-node: install it, check it; look into checkpoints and runs; start distributed runs',
    )
    .configureOutput({ outputError: (text, write) => void write(visibleMistake(text)) })
    .addHelpText('after', `\nExit codes: 0 done, ${EXIT.failed} failed, ${EXIT.misuse} not understood.`)
    .enablePositionalOptions()
    .exitOverride();
  addInstall(program);
  addManage(program);
  addDoctor(program);
  addInspect(program);
  addConvert(program);
  addRuns(program);
  addBoard(program);
  addRun(program);
  addInit(program);
  addCompletion(program);
  return program;
}

/** commander's message repeats arguments; only the line of its suggestion and the end may begin a line. */
function visibleMistake(text: string): string {
  const [message = '', suggestion] = text.trimEnd().split(/\n(?=\(Did you mean [^\n]*\)$)/);
  return `${[message, suggestion]
    .filter((part) => part !== undefined)
    .map(visible)
    .join('\n')}\n`;
}
