import { type Command, InvalidArgumentError, Option } from 'commander';

import { findGpus, flavourForGpus } from '../install/gpu';
import { installLibtorch } from '../install/download/install';
import type { Reporter } from '../install/download/reporter';
import type { Flavour } from '../install/types';
import { parseFlavour, PINNED_CUDA_VERSION, PINNED_VERSION } from '../install/version';
import { run } from './output';
import { print } from './print';
import { terminalReporter } from './terminal';

interface InstallFlags {
  readonly cuda?: string;
  readonly version?: string;
  readonly from?: string;
  readonly usePython?: boolean;
  readonly dir?: string;
  readonly force?: boolean;
  readonly yes?: boolean;
}

export function addInstall(program: Command): void {
  program
    .command('install')
    .description('download libtorch into your user cache')
    .addOption(new Option('--cuda <flavour>', 'auto (by the driver), cpu, cu126, cu128 or cu130').argParser(parseCuda))
    .option('--version <version>', `default ${PINNED_VERSION}, for CUDA ${PINNED_CUDA_VERSION}`, parseVersion)
    .option('--from <source>', 'a libtorch folder, zip, wheel, folder of wheels, or address')
    .option('--use-python', 'copy the torch of a Python installation (LIBTORCH_NODE_PYTHON names it)')
    .option('--dir <folder>', 'a cache folder other than the default; name it in LIBTORCH_NODE_CACHE later')
    .option('--force', 'install again what is there')
    .option('-y, --yes', 'do not ask before a download')
    .action((flags: InstallFlags) => run(() => install(flags)));
}

async function install(flags: InstallFlags): Promise<void> {
  const reporter = terminalReporter(flags.yes ?? false);
  const { from, version, usePython, dir, force } = flags;
  const flavour = chooseFlavour(flags.cuda, reporter);
  const { libtorch, installed } = await installLibtorch({ from, version, usePython, dir, force, flavour, reporter });
  const what = `libtorch ${libtorch.version} (${libtorch.flavour})`;
  print([`${what} ${installed ? 'is now' : 'was already'} in ${libtorch.root}`]);
}

function chooseFlavour(cuda: string | undefined, reporter: Reporter): Flavour | undefined {
  if (cuda !== 'auto') return cuda === undefined ? undefined : parseFlavour(cuda);
  const gpus = findGpus();
  const flavour = flavourForGpus(gpus) ?? 'cpu';
  const found = gpus.map(({ name, driver }) => `${name}, driver ${driver}`).join('; ') || 'no NVIDIA GPU';
  reporter.step(`Found ${found}: installing the ${flavour} build`);
  return flavour;
}

function parseCuda(text: string): string {
  if (/^(auto|cpu|cu\d{3})$/.test(text)) return text;
  throw new InvalidArgumentError('expected auto, cpu, or cu with three digits, as in cu130.');
}

function parseVersion(text: string): string {
  if (/^\d+\.\d+\.\d+$/.test(text)) return text;
  throw new InvalidArgumentError('expected a version such as 2.13.0.');
}
