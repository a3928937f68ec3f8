import { listCache } from './cache';
import { examine } from './examine';
import { cacheRoot, systemRoots } from './paths';
import { findPythonTorch } from './python';
import type {
  Libtorch,
  LibtorchAttempt,
  LibtorchRequirement,
  LibtorchSource,
  LocateOptions,
  LocateResult,
} from './types';
import { DEFAULT_REQUIREMENTS, kindOf, minorOf } from './version';

/** Where to look next; a step that was named explicitly is the last one. */
interface Step {
  readonly source: LibtorchSource;
  readonly search: (search: Search) => Libtorch | undefined;
  readonly final: boolean;
}

/**
 * Finds libtorch on this machine without loading it: a folder that was named (`path`, `LIBTORCH`), a Python
 * installation when asked for (`usePython`, `LIBTORCH_USE_PYTORCH=1`), the cache that `npx libtorch-node install`
 * fills, the system. What was named and does not fit is a failure: nothing else is used in its place.
 *
 * Reads a handful of small files and starts no process, unless Python is asked for.
 */
export function locateLibtorch(options: LocateOptions = {}): LocateResult {
  const search = new Search(options.accepts ?? DEFAULT_REQUIREMENTS);
  for (const step of steps(options)) {
    const libtorch = step.search(search);
    if (libtorch) return { found: true, libtorch };
    if (step.final) break;
  }
  return { found: false, code: 'ERR_LIBTORCH_NOT_FOUND', accepts: search.accepts, attempts: search.attempts };
}

function steps(options: LocateOptions): readonly Step[] {
  const env = options.env ?? process.env;
  const named = options.path ?? env['LIBTORCH'];
  const source = options.path === undefined ? 'LIBTORCH' : 'option';
  if (named) return [{ source, final: true, search: (search) => search.examine(named, source) }];
  if (options.usePython ?? isSet(env['LIBTORCH_USE_PYTORCH'])) {
    return [{ source: 'python', final: true, search: (search) => searchPython(search, env) }];
  }
  return [
    { source: 'cache', final: false, search: (search) => searchCache(search, cacheRoot(env)) },
    { source: 'system', final: true, search: (search) => searchSystem(search, options.systemRoots ?? systemRoots()) },
  ];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}

function searchPython(search: Search, env: NodeJS.ProcessEnv): Libtorch | undefined {
  for (const { python, path, reason } of findPythonTorch(env)) {
    if (path !== undefined) return search.examine(path, 'python');
    search.reject('python', python, reason ?? 'has no module torch');
  }
  return undefined;
}

/** The best build is the one that the first requirement names; among its patch releases, the newest. */
function searchCache(search: Search, root: string): Libtorch | undefined {
  const entries = listCache(root);
  if (entries.length === 0) search.reject('cache', root, 'holds no libtorch');
  const rank = (version: string, kind: string): number => {
    const index = search.accepts.findIndex((want) => want.minor === minorOf(version) && want.kind === kind);
    return index === -1 ? search.accepts.length : index;
  };
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry.version, kindOf(entry.flavour)) }));
  return search.first(
    ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry.path),
    'cache',
  );
}

function searchSystem(search: Search, roots: readonly string[]): Libtorch | undefined {
  return search.first(roots, 'system');
}

/** What is wanted, and what was tried so far. */
class Search {
  readonly attempts: LibtorchAttempt[] = [];

  constructor(readonly accepts: readonly LibtorchRequirement[]) {}

  first(paths: readonly string[], source: LibtorchSource): Libtorch | undefined {
    for (const path of paths) {
      const libtorch = this.examine(path, source);
      if (libtorch) return libtorch;
    }
    return undefined;
  }

  examine(path: string, source: LibtorchSource): Libtorch | undefined {
    const examined = examine(path, source, this.accepts);
    if ('libtorch' in examined) return examined.libtorch;
    this.reject(source, path, examined.reason);
    return undefined;
  }

  reject(source: LibtorchSource, path: string, reason: string): void {
    this.attempts.push({ source, path, reason });
  }
}
