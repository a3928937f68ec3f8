import { arch, cpus, release, totalmem } from 'node:os';
import type { Command } from 'commander';

import { type Facts, gatherFacts } from '../libtorch/doctor/facts';
import { type Finding, judge } from '../libtorch/doctor/findings';
import { formatBytes } from '../libtorch/install/space';

const MARKS = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ' } as const;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('say what was found, what is wrong and how to mend it; exits with 1 if libtorch cannot be used')
    .option('--json', 'print facts and findings for programs')
    .action((flags: { json?: boolean }) => doctor(flags.json ?? false));
}

async function doctor(json: boolean): Promise<void> {
  const facts = await gatherFacts(process.env);
  const findings = judge(facts);
  console.log(json ? JSON.stringify({ facts, findings }, null, 2) : describe(facts, findings));
  if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
}

/** Fit to paste into an issue. */
function describe(facts: Facts, findings: readonly Finding[]): string {
  return [
    `${facts.platform} ${release()} ${arch()}, ${cpus().length} processors, ${formatBytes(totalmem())}`,
    ...findings.flatMap(describeFinding),
    `cache   ${facts.cacheRoot}: ${facts.cache.map((entry) => `${entry.version}-${entry.flavour}`).join(', ') || 'empty'}`,
  ].join('\n');
}

function describeFinding({ level, message, fix }: Finding): readonly string[] {
  const indent = ' '.repeat(MARKS.ok.length + 1);
  const text = `${MARKS[level]} ${message.replaceAll('\n', `\n${indent}`)}`;
  return fix === undefined ? [text] : [text, `${indent}${fix}`];
}
