import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PROGRAM = path.join(__dirname, '../../../dist/cli/program.js');

/** Runs the commands that it is sent one after another, and answers with what each printed. */
const SCRIPT = `
const { runProgram } = require(${JSON.stringify(PROGRAM)});
let texts = {};
for (const name of ['stdout', 'stderr']) process[name].write = (text) => { texts[name] += text; return true; };
process.on('message', async (args) => {
  texts = { stdout: '', stderr: '' };
  process.exitCode = 0;
  await runProgram([process.execPath, 'libtorch-node', ...args]);
  process.send({ status: process.exitCode, ...texts });
  process.exitCode = 0;
});`;

export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program in one process for many commands: loading libtorch for each takes seconds. */
export function oneProcess(): { run(...args: string[]): Promise<Printed>; end(): void } {
  const child = spawn(process.execPath, ['-e', SCRIPT], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return {
    run: async (...args) => {
      child.send(args);
      const [answer] = (await once(child, 'message')) as [Printed];
      return answer;
    },
    end: () => {
      child.kill();
    },
  };
}
