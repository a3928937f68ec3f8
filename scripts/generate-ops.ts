/**
 * Writes lib/ops/generated/ from the schemas that the built addon reports. `--check` writes nothing and fails if a
 * file would change; `--verbose` lists each schema that is left out.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPythonApi } from './ops/api';
import { functionsFile, methodsFile, namesFile, orderFile } from './ops/emit';
import { handWritten } from './ops/hand-written';
import { makePlan, type Plan } from './ops/plan';

const root = path.resolve(__dirname, '..');

/** The files of a plan, by path. */
export function generatedFiles(plan: Plan): Readonly<Record<string, string>> {
  return {
    'lib/ops/generated/overloads.ts': orderFile(plan),
    'lib/ops/generated/functions.ts': functionsFile(plan.entries.torch),
    'lib/ops/generated/methods.ts': methodsFile(plan.entries.method),
    'lib/ops/generated/linalg.ts': functionsFile(plan.entries.linalg),
    'lib/ops/generated/fft.ts': functionsFile(plan.entries.fft),
    'lib/ops/generated/special.ts': functionsFile(plan.entries.special),
    'lib/ops/generated/nn.ts': functionsFile(plan.entries.nn),
    'lib/ops/generated/names.ts': namesFile(plan.names),
  };
}

function report({ entries, leftOut }: Plan, verbose: boolean): void {
  if (verbose) for (const { schema, reason } of leftOut) console.log(`left out, ${reason}: ${schema}`);
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const [namespace, list] of Object.entries(entries)) console.log(`${namespace}: ${list.length}`);
  for (const [reason, count] of counts) console.log(`left out, ${reason}: ${count}`);
}

function differs(file: string, text: string): boolean {
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
}

export function main(args: readonly string[]): number {
  const plan = makePlan(readPythonApi(), handWritten());
  const changed = Object.entries(generatedFiles(plan)).filter(([file, text]) => differs(path.join(root, file), text));
  if (args.includes('--check')) {
    for (const [file] of changed) console.error(`${file} is not up to date: npm run generate`);
    return changed.length ? 1 : 0;
  }
  for (const [file, text] of changed) writeFileSync(path.join(root, file), text);
  report(plan, args.includes('--verbose'));
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === __filename) process.exitCode = main(process.argv.slice(2));
