import { type Command, InvalidArgumentError } from 'commander';

import { run } from './output';

/** Shells for which there is a script, and where it goes. */
const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** A command with its options; what stands behind a command that takes paths is completed by the shell. */
interface Words {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
}

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish', parseShell)
    .description('print a script that lets bash, zsh or fish complete commands and options')
    .addHelpText(
      'after',
      `\n${SHELLS.map((shell) => `  ${shell.padEnd(5)} ${hintOf(program.name(), shell)}`).join('\n')}`,
    )
    .action((shell: Shell) => run(() => console.log(scriptOf(program, shell))));
}

function parseShell(text: string): Shell {
  const shell = SHELLS.find((one) => one === text);
  if (shell) return shell;
  throw new InvalidArgumentError(`expected ${SHELLS.join(', ')}.`);
}

function hintOf(name: string, shell: Shell): string {
  const script = `${name} completion ${shell}`;
  if (shell === 'fish') return `${script} > ~/.config/fish/completions/${name}.fish`;
  return `echo 'source <(${script})' >> ~/.${shell}rc`;
}

function wordsOf(program: Command): Words[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description().split('\n')[0] ?? '',
    options: command.options.map(({ long, short, description }) => ({ flag: long ?? short ?? '', description })),
  }));
}

/** The script of a shell, made of what the program knows of itself. @internal */
export function scriptOf(program: Command, shell: Shell): string {
  const words = wordsOf(program);
  if (shell === 'fish') return fish(program.name(), words);
  const script = bash(program.name(), words);
  // zsh runs bash's completions once it is told to.
  return shell === 'bash' ? script : `autoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function bash(name: string, words: readonly Words[]): string {
  const id = `_${name.replaceAll('-', '_')}`;
  const cases = words.map(
    (one) => `    ${one.name}) words='${[...one.options.map(({ flag }) => flag), '--help'].join(' ')}' ;;`,
  );
  return [
    `${id}() {`,
    '  local current="${COMP_WORDS[COMP_CWORD]}" words',
    `  if [ "$COMP_CWORD" -eq 1 ]; then`,
    `    COMPREPLY=($(compgen -W '${words.map((one) => one.name).join(' ')} help' -- "$current"))`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    "    *) words='--help' ;;",
    '  esac',
    '  if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current"))',
    // One name a line: a name may have spaces.
    `  else local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$current")); fi`,
    '}',
    `complete -o filenames -F ${id} ${name}`,
  ].join('\n');
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, (character) => `\\${character}`)}'`;

function fish(name: string, words: readonly Words[]): string {
  const lines = words.flatMap((one) => [
    `complete -c ${name} -n __fish_use_subcommand -f -a ${one.name} -d ${quoted(one.description)}`,
    ...one.options
      .filter(({ flag }) => flag.startsWith('--'))
      .map(
        ({ flag, description }) =>
          `complete -c ${name} -n '__fish_seen_subcommand_from ${one.name}' -l ${flag.slice(2)} -d ${quoted(description)}`,
      ),
  ]);
  return lines.join('\n');
}
