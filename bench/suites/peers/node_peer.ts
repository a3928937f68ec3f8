/** The training steps here, those of the suites `recurrent` and `mlp`. Reads the names of cases, answers with ms. */
import readline from 'node:readline';
import { cases as small } from '../mlp/node';
import { cases as recurrent } from '../recurrent/node';

function prepare(line: string): () => number {
  const [kind, steps] = line.split(' ');
  const start = steps
    ? recurrent[`${kind} training step, ${steps} time steps`]
    : small[`training step, 64-128-10, batch 32`];
  if (!start) throw new Error(`no case for '${line}'`);
  const run = start();
  return steps ? run : () => run() / 1e3;
}

async function main(): Promise<void> {
  const ready = new Map<string, () => number>();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const run = ready.get(line) ?? prepare(line);
    ready.set(line, run);
    process.stdout.write(`${run()}\n`);
  }
}

void main();
