import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { libraryFileName } from './paths';
import type { Libtorch, LibtorchRequirement, LibtorchSource } from './types';
import { kindOf, minorOf, readBuildVersion } from './version';

/** Either a libtorch or a sentence that says why the folder is none that fits. */
export type Examined = { readonly libtorch: Libtorch } | { readonly reason: string };

/** libtorch.so, and what it pulls in; a file of these that is missing means half a libtorch. */
const CPU_LIBRARIES = ['torch', 'torch_cpu', 'c10'];
const CUDA_LIBRARIES = ['torch_cuda', 'c10_cuda'];

/** Looks into `path`, and into `path/torch`, where a wheel that was unpacked whole keeps its files. */
export function examine(path: string, source: LibtorchSource, accepts?: readonly LibtorchRequirement[]): Examined {
  const root = [path, join(path, 'torch')].find((folder) => libraryDir(folder) !== undefined);
  const libDir = root === undefined ? undefined : libraryDir(root);
  if (root === undefined || libDir === undefined) return { reason: absence(path) };

  const build = readBuildVersion(root);
  if (!build) return { reason: 'its version cannot be told: no build-version, version.py or version.h beside lib' };
  const misfit = accepts && explainMisfit(accepts, build.version, kindOf(build.flavour));
  if (misfit) return { reason: `is libtorch ${build.version} (${build.flavour}), ${misfit}` };
  const missing = missingLibrary(libDir, kindOf(build.flavour));
  if (missing) return { reason: `is incomplete: ${missing} is missing` };
  return { libtorch: { root, libDir, includeDir: includeDir(root), ...build, source } };
}

function absence(path: string): string {
  return existsSync(path) ? `holds no ${libraryFileName('torch')} in lib` : 'does not exist';
}

function explainMisfit(accepts: readonly LibtorchRequirement[], version: string, kind: string): string | undefined {
  if (accepts.some((want) => want.minor === minorOf(version) && want.kind === kind)) return undefined;
  return `but this build needs ${describeRequirements(accepts)}`;
}

/** `2.13 (cpu) or 2.14 (cuda)`. */
export function describeRequirements(accepts: readonly LibtorchRequirement[]): string {
  return accepts.map(({ minor, kind }) => `${minor} (${kind})`).join(' or ');
}

function missingLibrary(libDir: string, kind: 'cpu' | 'cuda'): string | undefined {
  const wanted = kind === 'cuda' ? [...CPU_LIBRARIES, ...CUDA_LIBRARIES] : CPU_LIBRARIES;
  return wanted.map((name) => libraryFileName(name)).find((file) => !existsSync(join(libDir, file)));
}

function libraryDir(root: string): string | undefined {
  const folders = ['lib', ...multiarch()].map((folder) => join(root, folder));
  return folders.find((folder) => existsSync(join(folder, libraryFileName('torch'))));
}

/** Debian keeps libraries under the machine's triple. */
function multiarch(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return [join('lib', process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu')];
}

function includeDir(root: string): string | undefined {
  const folder = join(root, 'include');
  return existsSync(join(folder, 'torch')) ? folder : undefined;
}
