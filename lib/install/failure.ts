import { describeRequirements } from './examine';
import type { Libtorch, LibtorchAttempt, LibtorchSource, LocateFailure } from './types';

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

/** What helps whoever has no binary that fits, wherever it was looked for. */
const OTHER_BINARY = [
  'To fix it, install the package again on this machine (`npm install libtorch-node`): its binaries are for one system each.',
  'In a clone of the repository, `npm run build:native` builds them.',
  '`npx libtorch-node doctor` says more.',
];

/** Electron opens a binary inside an archive by a copy elsewhere, without what lies beside it. */
function archiveHint(file: string): readonly string[] {
  return /\.asar[\\/]/.test(file)
    ? [
        "It lies in Electron's archive: leave the package out of it, with asarUnpack: ['**/node_modules/libtorch-node/**'].",
        '',
      ]
    : [];
}

/** What named another place than the package's own for the binaries. */
function prebuildHint(): readonly string[] {
  const named = process.env['LIBTORCH_NODE_PREBUILD'];
  return named
    ? [`The environment variable LIBTORCH_NODE_PREBUILD names ${named}; unset it to use the package's own.`]
    : [];
}

/** The package is there, and its binary is not: a system without one, or a clone that was not built. */
export function describeMissingBinary(folder: string): string {
  const system = `${process.platform} ${process.arch}, Node ${process.versions.node}`;
  return [
    `libtorch-node has no binary for this system (${system}) in ${folder}.`,
    '',
    ...archiveHint(`${folder}/`),
    ...prebuildHint(),
    ...OTHER_BINARY,
  ].join('\n');
}

/** The loader is there, and no core beside it: the binary that is linked to one kind of libtorch. */
export function describeMissingCore(folder: string): string {
  const flavour = process.env['LIBTORCH_NODE_FLAVOUR'];
  const kind = flavour ? `${flavour}, which LIBTORCH_NODE_FLAVOUR asks for` : 'cpu or cuda';
  const what = `${folder} holds no core of libtorch-node (${kind}) for ${process.platform} ${process.arch}.`;
  return [what, '', ...archiveHint(`${folder}/`), ...prebuildHint(), ...OTHER_BINARY].join('\n');
}

/** A binary is there and does not load: it is damaged, or was built for another libtorch, Node or version of the package. */
export function describeBadBinary(file: string, reason: string, libtorch?: Libtorch): string {
  const partner = libtorch ? ` with libtorch ${libtorch.version} (${libtorch.root})` : '';
  return [
    `The binary ${file} of libtorch-node does not load${partner}: ${reason}.`,
    'It is damaged, or was built for another system, another libtorch or another version of libtorch-node.',
    '',
    ...archiveHint(file),
    ...prebuildHint(),
    ...OTHER_BINARY,
  ].join('\n');
}
