import { arch, cpus, release, totalmem } from 'node:os';
import type { Command } from 'commander';

import { type Facts, gatherFacts } from '../install/doctor/facts';
import { type Finding, judge } from '../install/doctor/findings';
import { gatherSpeed, judgeSpeed } from '../install/doctor/speed';
import { formatBytes } from '../install/download/space';
import { EXIT, run } from './output';
import { print } from './print';
import { visibleJson } from './visible';

const MARKS = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ' } as const;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'say what was found, what is wrong or slow and how to mend it; exits with 1 if libtorch cannot be used',
    )
    .option('--json', 'print machine-readable JSON')
    .action((flags: { json?: boolean }) => run(() => doctor(flags.json ?? false)));
}

async function doctor(json: boolean): Promise<void> {
  const facts = await gatherFacts(process.env);
  const speed = gatherSpeed(process.env);
  const findings = [...judge(facts), ...judgeSpeed(speed)];
  if (json) console.log(visibleJson({ facts, speed, findings }));
  else print(describe(facts, findings));
  if (findings.some(({ level }) => level === 'error')) process.exitCode = EXIT.failed;
}

/** Fit to paste into an issue. */
function describe(facts: Facts, findings: readonly Finding[]): readonly string[] {
  return [
    `${facts.platform} ${release()} ${arch()}, ${cpus().length} processors, ${formatBytes(totalmem())}`,
    ...findings.flatMap(describeFinding),
    `cache   ${facts.cacheRoot}: ${facts.cache.map((entry) => `${entry.version}-${entry.flavour}`).join(', ') || 'empty'}`,
  ];
}

function describeFinding({ level, message, fix }: Finding): readonly string[] {
  const indent = ' '.repeat(MARKS.ok.length + 1);
  const [first = '', ...rest] = [...message.split('\n'), ...(fix === undefined ? [] : [fix])];
  return [`${MARKS[level]} ${first}`, ...rest.map((line) => indent + line)];
}
