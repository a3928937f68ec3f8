import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** The Python with torch in it: LIBTORCH_NODE_PYTHON, or the one that the set-up made. */
export function findPython(): string {
  const made = join(homedir(), '.cache/libtorch-node/python/bin/python');
  const python = process.env.LIBTORCH_NODE_PYTHON ?? made;
  if (!existsSync(python))
    throw new Error(`there is no Python at ${python}; run the set-up or set LIBTORCH_NODE_PYTHON`);
  return python;
}

/** One Python process that answers lines with lines of JSON, so that torch is imported once for a test file. */
export class PythonSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #answers: AsyncIterator<string>;
  #errors = '';

  constructor(script: string) {
    this.#child = spawn(findPython(), [script], { env: { ...process.env, OMP_NUM_THREADS: '1' } });
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    this.#lines = createInterface(this.#child.stdout);
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  async ask(command: string): Promise<unknown> {
    this.#child.stdin.write(`${command}\n`);
    const answer = await this.#answers.next();
    if (answer.done) throw new Error(`Python ended: ${this.#errors}`);
    return JSON.parse(answer.value) as unknown;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    await exited;
  }
}
