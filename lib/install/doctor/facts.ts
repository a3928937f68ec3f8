import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { type CacheEntry, listCache } from '../cache';
import { type Core, listCores } from '../cores';
import { examine } from '../examine';
import { findGpus, type Gpu, hasDriverFiles } from '../gpu';
import { loadingProblem } from '../download/verify';
import { locateLibtorch } from '../locate';
import { cacheRoot, systemRoots } from '../paths';
import { findPythonTorch } from '../python';
import type { Libtorch, LocateResult } from '../types';

/** What `doctor` found out about the machine, before any judgment. */
export interface Facts {
  readonly node: string;
  readonly electron: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** glibc's version, `musl`, or `undefined` outside of Linux. */
  readonly libc: string | undefined;
  /** Our binaries for this platform. */
  readonly cores: readonly Core[];
  readonly cacheRoot: string;
  readonly cache: readonly CacheEntry[];
  readonly located: LocateResult;
  /** What the dynamic linker says about the libtorch that was found; `undefined` if it loads. */
  readonly loadingProblem: string | undefined;
  /** What happens when the whole package is loaded in a new process; `undefined` if it works. */
  readonly packageProblem: string | undefined;
  readonly gpus: readonly Gpu[];
  readonly driverFiles: boolean;
  /** A torch of Python that could be used in place of an installation. */
  readonly pythonTorch: Libtorch | undefined;
}

const packageRoot = resolve(__dirname, '../../..');

export async function gatherFacts(env: NodeJS.ProcessEnv): Promise<Facts> {
  const cores = findCores(env);
  const located = locateLibtorch({ env, systemRoots: systemRoots(), ...(cores.length > 0 ? { accepts: cores } : {}) });
  const root = cacheRoot(env);
  return {
    node: process.versions.node,
    electron: process.versions['electron'],
    platform: process.platform,
    arch: process.arch,
    libc: detectLibc(),
    cores,
    cacheRoot: root,
    cache: listCache(root),
    located,
    loadingProblem: located.found ? await loadingProblem(located.libtorch) : undefined,
    packageProblem: located.found && cores.length > 0 ? await packageProblem(env) : undefined,
    gpus: findGpus(),
    driverFiles: hasDriverFiles(),
    pythonTorch: findReusableTorch(env, located),
  };
}

function findCores(env: NodeJS.ProcessEnv): readonly Core[] {
  try {
    const { path } = createRequire(__filename)('node-gyp-build') as { path(root: string): string };
    return listCores(dirname(path(packageRoot)), env);
  } catch {
    return []; // no binary for this platform
  }
}

async function packageProblem(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const script = `require(${JSON.stringify(join(packageRoot, 'dist', 'index.js'))})`;
  try {
    await promisify(execFile)(process.execPath, ['-e', script], { env, timeout: 180_000 });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return stderr?.match(/^\w*Error: .*$/m)?.[0] ?? message;
  }
}

function findReusableTorch(env: NodeJS.ProcessEnv, located: LocateResult): Libtorch | undefined {
  if (located.found) return undefined;
  const path = findPythonTorch(env).find((answer) => answer.path !== undefined)?.path;
  const examined = path === undefined ? undefined : examine(path, 'python', located.accepts);
  return examined && 'libtorch' in examined ? examined.libtorch : undefined;
}

function detectLibc(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime ?? (hasMuslLoader() ? 'musl' : undefined);
}

function hasMuslLoader(): boolean {
  return ['x86_64', 'aarch64'].some((arch) => existsSync(join('/lib', `ld-musl-${arch}.so.1`)));
}
