import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type CacheEntry, listCache } from '../cache';
import { examine } from '../examine';
import { findGpus, type Gpu, hasDriverFiles } from '../gpu';
import { loadingProblem } from '../install/verify';
import { locateLibtorch } from '../locate';
import { cacheRoot, systemRoots } from '../paths';
import { findPythonTorch } from '../python';
import type { Libtorch, LibtorchRequirement, LocateResult } from '../types';

/** What `doctor` found out about the machine, before any judgement. */
export interface Facts {
  readonly node: string;
  readonly electron: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** glibc's version, `musl`, or `undefined` outside of Linux. */
  readonly libc: string | undefined;
  readonly cacheRoot: string;
  readonly cache: readonly CacheEntry[];
  readonly located: LocateResult;
  /** What the dynamic linker says about the libtorch that was found; `undefined` if it loads. */
  readonly loadingProblem: string | undefined;
  readonly gpus: readonly Gpu[];
  readonly driverFiles: boolean;
  /** A torch of Python that could be used in place of an installation. */
  readonly pythonTorch: Libtorch | undefined;
}

export async function gatherFacts(env: NodeJS.ProcessEnv, accepts?: readonly LibtorchRequirement[]): Promise<Facts> {
  const located = locateLibtorch({ env, systemRoots: systemRoots(), ...(accepts ? { accepts } : {}) });
  const root = cacheRoot(env);
  return {
    node: process.versions.node,
    electron: process.versions['electron'],
    platform: process.platform,
    arch: process.arch,
    libc: detectLibc(),
    cacheRoot: root,
    cache: listCache(root),
    located,
    loadingProblem: located.found ? await loadingProblem(located.libtorch) : undefined,
    gpus: findGpus(),
    driverFiles: hasDriverFiles(),
    pythonTorch: findReusableTorch(env, located),
  };
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
