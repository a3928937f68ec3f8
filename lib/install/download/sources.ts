import { existsSync, rmSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { findPythonTorch } from '../python';
import type { Flavour } from '../types';
import { PYPI_CUDA_FLAVOUR } from '../version';
import { InstallError, messageOf } from './errors';
import { statusError } from './http';
import { pipDownload, wheelsIn } from './pip';
import { type FetchPins, fetchNvidia, type Pin } from './requirements';
import { formatBytes } from './space';
import { downloadsFolder, fetchFile, stageArchives, stageFolder, type Workshop } from './stage';
import { findWheel, indexBase, type WheelLink } from './wheel-index';

/** What is to be installed. */
export interface Wanted {
  readonly version: string;
  readonly flavour: Flavour;
}

/** A place that libtorch can be had from: it returns a folder in the cache that holds it, unverified. */
export interface Source {
  readonly label: string;
  stage(shop: Workshop, wanted: Wanted): Promise<string>;
}

/** A folder (of libtorch, or of wheels), zip, wheel or address that the user names. */
export function givenSource(from: string): Source {
  return {
    label: from,
    stage: async (shop) => {
      if (/^https?:\/\//i.test(from)) return stageUrl(shop, from);
      const stat = statOf(from);
      if (!stat) throw usage(`${from} does not exist.`);
      if (!stat.isDirectory() && !stat.isFile()) throw usage(`${from} is neither a file nor a folder.`);
      shop.reporter.step(`Taking libtorch from ${from}`);
      if (!stat.isDirectory()) return stageArchives(shop, [from]);
      const wheels = wheelsIn(from);
      return wheels.length > 0 ? stageArchives(shop, wheels) : stageFolder(shop, from);
    },
  };
}

/** What is at the path; what the system says about it is said of the argument, not of the cache. */
function statOf(from: string): Stats | undefined {
  try {
    return statSync(from, { throwIfNoEntry: false });
  } catch (cause) {
    throw usage(`${from} cannot be read: ${messageOf(cause)}.`, cause);
  }
}

function usage(message: string, cause?: unknown): InstallError {
  return new InstallError('ERR_INSTALL_USAGE', message, 'Check the argument of --from.', { cause });
}

/** The name in an address; one that is not escaped as addresses are is taken as it is. */
function fileName(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function stageUrl(shop: Workshop, url: string): Promise<string> {
  if (!URL.canParse(url)) throw usage(`${url} is not an address.`);
  const { hash } = new URL(url);
  if (/^#sha256=(?![0-9a-f]{64}$)/i.test(hash)) throw usage(`${url} ends in a sha256 that is not 64 digits.`);
  shop.reporter.step(`Downloading ${url}`);
  const name = fileName(new URL(url).pathname.split('/').pop() || 'libtorch.zip');
  const sha256 = /^#sha256=([0-9a-f]{64})$/i.exec(hash)?.[1]?.toLowerCase();
  const file = await fetchFile(shop, url, basename(name), sha256);
  const stage = await stageArchives(shop, [file]);
  rmSync(file, { force: true });
  return stage;
}

/** The torch of a Python installation, copied so that upgrading Python's does not change it. */
export const pythonSource: Source = {
  label: 'Python',
  stage: (shop) => {
    const asked = findPythonTorch(shop.env);
    const path = asked.find((answer) => answer.path !== undefined)?.path;
    if (path === undefined) {
      const reasons = asked.map(({ python, reason }) => `${python} ${reason ?? ''}`).join('; ');
      throw new InstallError('ERR_INSTALL_PYTHON', reasons, 'Name a Python with torch in LIBTORCH_NODE_PYTHON.');
    }
    shop.reporter.step(`Copying the torch in ${path}`);
    return Promise.resolve(stageFolder(shop, path));
  },
};

/** PyTorch's wheel index, or the mirror in LIBTORCH_NODE_INDEX_URL; every file has a published sha256. */
export const indexSource: Source = {
  label: 'the wheel index',
  stage: async (shop, wanted) => {
    const base = indexBase(shop.env);
    const wheel = await findWheel(shop.http, base, {
      project: 'torch',
      specifier: `==${wanted.version}`,
      flavour: wanted.flavour,
    });
    await askForSize(shop, wheel);
    const files = [await fetchLink(shop, wheel)];
    const fetchPins: FetchPins = (pins) => fetchFromIndex(shop, base, wanted.flavour, pins);
    if (wanted.flavour !== 'cpu') files.push(...(await fetchNvidia(files[0] as string, fetchPins)));
    const stage = await stageArchives(shop, files);
    for (const file of files) rmSync(file, { force: true });
    return stage;
  },
};

async function fetchFromIndex(
  shop: Workshop,
  base: string,
  flavour: Flavour,
  pins: readonly Pin[],
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const { project, specifier } of pins) {
    files.push(await fetchLink(shop, await findWheel(shop.http, base, { project, specifier, flavour })));
  }
  return files;
}

async function fetchLink(shop: Workshop, { url, name, sha256 }: WheelLink): Promise<string> {
  shop.reporter.step(`Downloading ${name}`);
  return fetchFile(shop, url, name, sha256);
}

async function askForSize(shop: Workshop, { url, name }: WheelLink): Promise<void> {
  if (existsSync(join(downloadsFolder(shop), name))) return;
  const response = await shop.http.get(url, {}, 'HEAD');
  if (response.status === 404) throw statusError(url, 404);
  const length = Number(response.headers.get('content-length') ?? NaN);
  const size = Number.isFinite(length) && response.ok ? formatBytes(length) : 'an unknown size';
  if (await shop.reporter.confirm(`Download ${name} (${size})?`)) return;
  throw new InstallError('ERR_INSTALL_DECLINED', 'Nothing was downloaded.', 'Run the command again to go on.');
}

/** pip's configured sources: a mirror, a private index, a folder of wheels. */
export const pipSource: Source = {
  label: 'pip',
  stage: async (shop, wanted) => {
    const folder = join(downloadsFolder(shop), `pip-${wanted.version}-${wanted.flavour}`);
    shop.reporter.step(`Downloading torch ${wanted.version} with pip; this takes a while`);
    const wheels = await pipDownload([pipRequirement(wanted)], folder, shop.env);
    const torch = wheels.find((path) => basename(path).startsWith(`torch-${wanted.version}`));
    if (torch === undefined) throw new InstallError('ERR_INSTALL_PYTHON', 'pip left no wheel behind.', 'Use --from.');
    const fetchPins: FetchPins = (pins) => fetchWithPip(shop, folder, pins);
    const nvidia = wanted.flavour === 'cpu' ? [] : await fetchNvidia(torch, fetchPins);
    const stage = await stageArchives(shop, [torch, ...nvidia]);
    rmSync(folder, { recursive: true, force: true });
    return stage;
  },
};

/**
 * What pip is asked for. PyPI's wheels are of one CUDA version and do not say so: another one is asked for by its name,
 * so that pip finds it or nothing, instead of downloading gigabytes that are refused afterwards.
 */
function pipRequirement({ version, flavour }: Wanted): string {
  const unnamed = flavour === 'cpu' || flavour === PYPI_CUDA_FLAVOUR;
  return `torch==${version}${unnamed ? '' : `+${flavour}`}`;
}

async function fetchWithPip(shop: Workshop, folder: string, pins: readonly Pin[]): Promise<readonly string[]> {
  if (pins.length === 0) return [];
  const requirements = pins.map(({ project, specifier }) => project + specifier);
  shop.reporter.step(`Downloading with pip: ${requirements.join(' ')}`);
  const wheels = await pipDownload(requirements, folder, shop.env);
  return pins.map(({ project }) => {
    const wheel = wheels.find((path) => basename(path).startsWith(`${project.replaceAll('-', '_')}-`));
    if (wheel) return wheel;
    throw new InstallError('ERR_INSTALL_PYTHON', `pip left no wheel of ${project} behind.`, 'Use --from.');
  });
}
