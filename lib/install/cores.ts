import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Libtorch, LibtorchRequirement } from './types';
import { compareVersions, kindOf, minorOf } from './version';

/** One of our binaries; its name says which libtorch it was built for: `libtorch_node_cpu-2.13.so`. */
export interface Core extends LibtorchRequirement {
  readonly file: string;
}

const CORE_NAME = /^libtorch_node_(cpu|cuda)-(\d+\.\d+)\.(?:so|dylib|dll)$/;

/**
 * The binaries beside the loader, in the order in which they are preferred: CUDA before CPU, as a CUDA libtorch is only
 * there because somebody asked for it, and newer before older. `LIBTORCH_NODE_FLAVOUR=cpu` or `cuda` leaves one kind.
 */
export function listCores(folder: string, env: NodeJS.ProcessEnv = process.env): readonly Core[] {
  const wanted = env['LIBTORCH_NODE_FLAVOUR'];
  return readdirSync(folder)
    .map((name) => parseCore(folder, name))
    .filter((core) => core !== undefined)
    .filter((core) => !wanted || core.kind === wanted)
    .sort((a, b) => b.kind.localeCompare(a.kind) || compareVersions(b.minor, a.minor));
}

function parseCore(folder: string, name: string): Core | undefined {
  const [, kind, minor] = CORE_NAME.exec(name) ?? [];
  return kind && minor ? { file: join(folder, name), kind: kind as Core['kind'], minor } : undefined;
}

/** The binary that was built for a libtorch. */
export function coreFor(cores: readonly Core[], { version, flavour }: Libtorch): Core | undefined {
  return cores.find((core) => core.minor === minorOf(version) && core.kind === kindOf(flavour));
}
