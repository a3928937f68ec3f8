import type { Command } from 'commander';

import { listBuilds, prune, uninstall } from '../install/download/manage';
import { formatBytes } from '../install/download/space';
import { locateLibtorch } from '../install/locate';
import { cacheRoot } from '../install/paths';
import { PINNED_CUDA_VERSION, PINNED_VERSION } from '../install/version';
import { run } from './output';
import { print } from './print';
import { visibleJson } from './visible';

interface DirFlag {
  readonly dir?: string;
}

export function addManage(program: Command): void {
  const withDir = (command: Command) => command.option('--dir <folder>', 'the cache folder, if not the default one');
  withDir(program.command('list').description('show the builds of libtorch in the cache'))
    .option('--json', 'print machine-readable JSON')
    .action((flags: DirFlag & { json?: boolean }) => run(() => list(flags.dir ?? cacheRoot(), flags.json ?? false)));
  withDir(program.command('uninstall <build>').description('remove one build, such as 2.13.0-cpu')).action(
    (build: string, flags: DirFlag) => run(() => removeOne(flags.dir ?? cacheRoot(), build)),
  );
  withDir(
    program.command('prune').description('remove builds of other versions, unfinished installations and downloads'),
  ).action((flags: DirFlag) => run(() => removeOld(flags.dir ?? cacheRoot())));
}

function list(cache: string, json: boolean): void {
  const builds = listBuilds(cache);
  if (json) return void console.log(visibleJson(builds));
  const located = locateLibtorch();
  const used = located.found ? located.libtorch.root : '';
  const lines = builds.map(({ path, version, flavour, bytes }) => {
    const mark = used === path || used.startsWith(`${path}/`) ? ' (used)' : '';
    return `${version}-${flavour}  ${formatBytes(bytes)}  ${path}${mark}`;
  });
  print(lines.length > 0 ? lines : [`${cache} holds no libtorch.`]);
}

async function removeOne(cache: string, name: string): Promise<void> {
  const { path, bytes } = await uninstall(cache, name);
  print([`Removed ${path} (${formatBytes(bytes)}).`]);
}

async function removeOld(cache: string): Promise<void> {
  const pinned = [PINNED_VERSION, PINNED_CUDA_VERSION];
  const removed = await prune(cache, ({ version }) => pinned.includes(version));
  print(removed.length > 0 ? ['Removed:', ...removed] : ['There was nothing to remove.']);
}
