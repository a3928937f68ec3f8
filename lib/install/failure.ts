import { describeRequirements } from './examine';
import type { LibtorchAttempt, LibtorchSource, LocateFailure } from './types';

const LABELS: Record<LibtorchSource, string> = {
  option: 'the path that was given',
  LIBTORCH: 'the environment variable LIBTORCH',
  python: 'Python',
  cache: 'the cache',
  system: 'the system',
};

/** One screen of text: what is missing, where it was looked for, and the command that fixes it. */
export function describeFailure(failure: LocateFailure): string {
  return [
    `libtorch ${describeRequirements(failure.accepts)} was not found on this machine.`,
    '',
    'Looked in:',
    ...failure.attempts.map(describeAttempt),
    '',
    'To fix it, run:',
    '',
    '    npx libtorch-node install',
    '',
    ...alternatives(failure.attempts),
  ].join('\n');
}

function describeAttempt({ source, path, reason }: LibtorchAttempt): string {
  return `  ${LABELS[source]}: ${path} ${reason}`;
}

/** What was named explicitly is mended where it was named; installing alone would change nothing. */
function alternatives(attempts: readonly LibtorchAttempt[]): readonly string[] {
  const source = attempts[0]?.source;
  if (source === 'LIBTORCH') return ['and unset LIBTORCH, or let it name a folder with a fitting libtorch.'];
  if (source === 'option') return ['and leave the path out, or let it name a folder with a fitting libtorch.'];
  if (source === 'python') {
    return ['and unset LIBTORCH_USE_PYTORCH, or let LIBTORCH_NODE_PYTHON name a Python with a fitting torch.'];
  }
  return [
    'or set LIBTORCH to the folder of a libtorch, or LIBTORCH_USE_PYTORCH=1 to use the one of a Python installation.',
    '`npx libtorch-node doctor` says more.',
  ];
}
