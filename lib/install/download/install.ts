import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { cacheEntryName } from '../cache';
import { examine } from '../examine';
import { cacheRoot } from '../paths';
import type { Flavour, Libtorch } from '../types';
import { PINNED_CUDA_VERSION, PINNED_VERSION } from '../version';
import { asFolderError, InstallError, messageOf } from './errors';
import { Http } from './http';
import { withLock } from './lock';
import { type Reporter, silentReporter } from './reporter';
import { givenSource, indexSource, pipSource, pythonSource, type Source, type Wanted } from './sources';
import type { Workshop } from './stage';
import { verify } from './verify';

export interface InstallOptions {
  /** Default: the version that this package was built for. */
  readonly version?: string;
  /** Default: `cpu`. */
  readonly flavour?: Flavour;
  /** A folder, zip, wheel or address. Its own version and flavour count, unless `version` says otherwise. */
  readonly from?: string;
  /** Copy the torch of a Python installation. */
  readonly usePython?: boolean;
  /** Default: the per-user cache. */
  readonly dir?: string;
  /** Install again what is there already. */
  readonly force?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly reporter?: Reporter;
  /** Loads what was installed; tests with fake libraries replace it. */
  readonly verify?: (libtorch: Libtorch) => Promise<void>;
}

export interface InstallResult {
  readonly libtorch: Libtorch;
  /** False when it was there already. */
  readonly installed: boolean;
}

/**
 * Puts libtorch into the cache. Two calls at once, in whatever processes, do the work once; what is not whole and
 * loadable never gets its final name.
 *
 * @throws InstallError - with a code, a sentence and a fix.
 */
export async function installLibtorch(options: InstallOptions = {}): Promise<InstallResult> {
  const env = options.env ?? process.env;
  const cache = options.dir ?? cacheRoot(env);
  const wanted = wantedBuild(options);
  if (options.from !== undefined && options.usePython) throw twoSources();
  const present = options.force || options.from !== undefined ? undefined : presentBuild(cache, wanted);
  if (present) return { libtorch: present, installed: false };

  const http = new Http({ env });
  try {
    return await installAlone({ cache, env, http, reporter: options.reporter ?? silentReporter }, wanted, options);
  } catch (error) {
    throw asFolderError(error, cache);
  } finally {
    await http.close();
  }
}

async function installAlone(shop: Workshop, wanted: Wanted, options: InstallOptions): Promise<InstallResult> {
  mkdirSync(shop.cache, { recursive: true });
  const onWait = (owner: string) => {
    shop.reporter.step(`Waiting for another installation (process ${owner})`);
  };
  return withLock(join(shop.cache, 'install.lock'), () => installLocked(shop, wanted, options), { onWait });
}

function wantedBuild({ version, flavour = 'cpu' }: InstallOptions): Wanted {
  return { version: version ?? (flavour === 'cpu' ? PINNED_VERSION : PINNED_CUDA_VERSION), flavour };
}

function presentBuild(cache: string, { version, flavour }: Wanted): Libtorch | undefined {
  const examined = examine(join(cache, cacheEntryName(version, flavour)), 'cache');
  return 'libtorch' in examined ? examined.libtorch : undefined;
}

async function installLocked(shop: Workshop, wanted: Wanted, options: InstallOptions): Promise<InstallResult> {
  const replaces = options.force === true || options.from !== undefined;
  const present = replaces ? undefined : presentBuild(shop.cache, wanted); // the other installation finished it
  if (present) return { libtorch: present, installed: false };
  const stage = await stageFromAny(shop, wanted, sources(options));
  try {
    const libtorch = await publish(shop, stage, wanted, options);
    return { libtorch, installed: true };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function sources({ from, usePython, env = process.env }: InstallOptions): readonly Source[] {
  if (from !== undefined) return [givenSource(from)];
  if (usePython ?? Boolean(env['LIBTORCH_USE_PYTORCH'])) return [pythonSource];
  return [indexSource, pipSource];
}

/** Tries the sources in order; a failure that another source cannot mend ends it. */
async function stageFromAny(shop: Workshop, wanted: Wanted, candidates: readonly Source[]): Promise<string> {
  const failures: { label: string; error: unknown }[] = [];
  for (const source of candidates) {
    try {
      return await source.stage(shop, wanted);
    } catch (error) {
      if (candidates.length === 1 || isFinal(error)) throw error;
      shop.reporter.step(`${source.label}: ${messageOf(error)}`);
      failures.push({ label: source.label, error });
    }
  }
  throw new InstallError(
    'ERR_INSTALL_NO_SOURCE',
    `libtorch ${wanted.version} (${wanted.flavour}) could not be had from anywhere:\n` +
      failures.map(({ label, error }) => `  ${label}: ${messageOf(error)}`).join('\n'),
    'Bring a libtorch zip or a torch wheel along and use --from FILE, or name a mirror in LIBTORCH_NODE_INDEX_URL.',
  );
}

/** A changed file or a full disk is the user's to know about, not a reason to look elsewhere. */
function isFinal(error: unknown): boolean {
  const codes = ['ERR_INSTALL_HASH', 'ERR_INSTALL_DISK_FULL', 'ERR_INSTALL_DECLINED'];
  return error instanceof InstallError && codes.includes(error.code);
}

/** Checks what was staged and gives it its name, in one rename. */
async function publish(shop: Workshop, stage: string, wanted: Wanted, options: InstallOptions): Promise<Libtorch> {
  const examined = examine(stage, 'cache');
  if (!('libtorch' in examined)) throw incomplete(examined.reason);
  checkBuild(examined.libtorch, wanted, options);
  shop.reporter.step('Checking that it loads');
  await (options.verify ?? verify)(examined.libtorch);
  const { version, flavour } = examined.libtorch;
  const target = join(shop.cache, cacheEntryName(version, flavour));
  replaceFolder(stage, target);
  const published = examine(target, 'cache');
  if (!('libtorch' in published)) throw incomplete(published.reason);
  return published.libtorch;
}

/**
 * The old folder steps aside first, since a rename cannot replace a folder that is not empty; it comes back if the new
 * one cannot take its place.
 */
function replaceFolder(stage: string, target: string): void {
  const old = `${stage}-old`;
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(stage, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function checkBuild(libtorch: Libtorch, wanted: Wanted, options: InstallOptions): void {
  const free = options.from !== undefined || options.usePython === true;
  const versionFits = libtorch.version === wanted.version || (free && options.version === undefined);
  const flavourFits = libtorch.flavour === wanted.flavour || (free && options.flavour === undefined);
  if (versionFits && flavourFits) return;
  const { version, flavour } = libtorch;
  throw new InstallError(
    'ERR_INSTALL_WRONG_BUILD',
    `Wanted libtorch ${wanted.version} (${wanted.flavour}), but got ${version} (${flavour}).`,
    'Ask for that version and flavour with --version and --cuda, or use another source with --from.',
  );
}

function twoSources(): InstallError {
  return new InstallError('ERR_INSTALL_USAGE', '--from and --use-python name two sources.', 'Leave one of them out.');
}

function incomplete(reason: string): InstallError {
  return new InstallError('ERR_INSTALL_ARCHIVE', `What was unpacked ${reason}.`, 'Use another file or source.');
}
