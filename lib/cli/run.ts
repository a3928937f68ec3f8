import { type Command, InvalidArgumentError, Option } from 'commander';

import { run } from './output';
import type { RunFlags } from './run/plan';

/** The environment may set every option, as torchrun's may: `PET_NPROC_PER_NODE` and so on. */
const PREFIX = 'PET_';

const EXAMPLES = `
Every rank gets the environment that torchrun sets: RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT and others.
The exit code is 0, that of the first rank that failed, or 128 and the number of the signal that ended the run.

Examples:
  libtorch-node run --nproc-per-node 4 train.js --epochs 10
  libtorch-node run --nproc-per-node 2 --nnodes 2 --node-rank 0 --rdzv-endpoint 10.0.0.1:29400 train.js
  libtorch-node run --nproc-per-node 2 --no-node python train.py`;

export function addRun(program: Command): void {
  const command = program
    .command('run <script> [arguments...]')
    .description('start a program once for each rank of a distributed run, as torchrun does, and end all if one fails')
    // What stands behind the script is the script's.
    .passThroughOptions();
  for (const option of OPTIONS) {
    command.addOption(fromEnvironment(option));
    const twin = underscored(option);
    if (twin) command.addOption(twin);
  }
  command
    .addHelpText('after', EXAMPLES)
    .action((script: string, args: readonly string[], flags: RunFlags) => run(() => start(script, args, flags)));
}

/** A switch is on for a number that is not 0, as torchrun reads it. */
function fromEnvironment(option: Option): Option {
  const name = PREFIX + option.long?.slice(2).replaceAll('-', '_').toUpperCase();
  if (option.required) return option.env(name);
  return Number(process.env[name] ?? 0) ? option.default(!option.negate) : option;
}

async function start(script: string, args: readonly string[], flags: RunFlags): Promise<void> {
  const [{ planOf }, { runRanks }] = await Promise.all([import('./run/plan.js'), import('./run/main.js')]);
  process.exitCode = await runRanks(planOf(script, args, flags));
}

const OPTIONS: readonly Option[] = [
  new Option(
    '--nproc-per-node <n>',
    'ranks on this machine: a number, cpu, gpu, or auto (GPUs if there are any)',
  ).default('1'),
  new Option('--nnodes <n>', 'number of machines').default('1'),
  new Option('--node-rank <n>', "this machine's number, from 0").default(0).argParser(whole),
  new Option('--rdzv-backend <name>', 'static: each machine says its number by --node-rank')
    .choices(['static'])
    .default('static'),
  new Option('--rdzv-endpoint <host:port>', 'where the starters of all machines meet: an address of machine 0'),
  new Option('--rdzv-id <name>', 'name of the run; the same on all machines').default('none'),
  new Option(
    '--rdzv-conf <settings>',
    'timeout, keep_alive_interval and keep_alive_max_attempt, as timeout=600,…',
  ).default(''),
  new Option('--standalone', 'one machine; a free port and a name are found (so they are without it, unless given)'),
  new Option(
    '--master-addr <address>',
    'MASTER_ADDR of the ranks (default: the host of --rdzv-endpoint, or 127.0.0.1)',
  ),
  new Option('--master-port <port>', 'MASTER_PORT of the ranks (default: a free port for each attempt)').argParser(
    port,
  ),
  new Option('--max-restarts <n>', 'how often all ranks are started again after one has failed')
    .default(0)
    .argParser(whole),
  new Option('--role <name>', 'ROLE_NAME of the ranks').default('default'),
  new Option('--no-node', 'start the script itself, not Node with the script: for a program of another kind'),
  new Option('--node-args <arguments>', 'arguments for Node, before the script; may be given several times')
    .default([])
    .argParser((text: string, before: readonly string[]) => [...before, ...words(text)]),
  new Option('--log-dir <folder>', 'where log files go; each run and attempt gets a folder of its own'),
  new Option(
    '-r, --redirects <streams>',
    'into files only: 1 stdout, 2 stderr, 3 both, or by rank, as 0:1,1:3',
  ).default('0'),
  new Option('-t, --tee <streams>', 'into files and onto the console; as --redirects').default('0'),
  new Option('--local-ranks-filter <ranks>', 'show only these ranks of this machine on the console, as 0,1'),
  new Option('--signals-to-handle <names>', 'signals that are passed on to the ranks').default(
    'SIGTERM,SIGINT,SIGHUP,SIGQUIT',
  ),
  new Option('--shutdown-timeout <seconds>', 'how long the ranks may take to end before SIGKILL')
    .default(30)
    .argParser(seconds),
  new Option('--failure-grace <seconds>', 'how long the others may take to end by themselves when a rank has failed')
    .default(1)
    .argParser(seconds),
  new Option('--virtual-local-rank', 'each rank sees its own GPU only, and LOCAL_RANK is 0'),
];

/** torchrun takes `--nproc_per_node` as well. */
function underscored(option: Option): Option | null {
  const { long = '' } = option;
  if (long === '--no-node') return alias(option, '--no-python');
  const name = `--${long.slice(2).replaceAll('-', '_')}`;
  return name === long ? null : alias(option, name);
}

/** Another name for an option; it has no default of its own, which would hide the other's value. */
function alias(option: Option, name: string): Option {
  const value = / (<.*>)$/.exec(option.flags)?.[1];
  const twin = new Option(value ? `${name} ${value}` : name).hideHelp();
  twin.attributeName = () => option.attributeName();
  if (option.parseArg) twin.argParser(option.parseArg);
  return twin;
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number.');
}

function port(text: string): number {
  const number = whole(text);
  if (number >= 1 && number <= 65535) return number;
  throw new InvalidArgumentError('expected a port from 1 to 65535.');
}

function seconds(text: string): number {
  const number = text.trim() === '' ? NaN : Number(text);
  if (number >= 0 && number < 1e6) return number;
  throw new InvalidArgumentError('expected a number of seconds.');
}

/** Splits as a shell does, without its variables: spaces separate, quotes keep together. */
function words(text: string): string[] {
  return [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  );
}
