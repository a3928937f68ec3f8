/** The Node side of a pair: reads the names of cases from stdin, answers each with one figure. */
import path from 'node:path';
import readline from 'node:readline';
import type { Implementation } from './types';

async function main(): Promise<void> {
  const suite = process.argv[2];
  if (!suite) throw new Error('Usage: child.ts SUITE');
  const { cases } = (await import(path.resolve(__dirname, '../suites', suite, 'node.ts'))) as { cases: Implementation };
  const ready = new Map<string, () => number>();
  const prepared = (name: string): (() => number) => {
    const prepare = cases[name];
    if (!prepare) throw new Error(`${suite}/node.ts has no case '${name}'`);
    const run = ready.get(name) ?? prepare();
    ready.set(name, run);
    return run;
  };
  for await (const name of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${prepared(name)()}\n`);
  }
}

void main();
