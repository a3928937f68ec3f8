import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The file that is loaded first; the others come with it. */
export function libraryFileName(name: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return `${name}.dll`;
  return platform === 'darwin' ? `lib${name}.dylib` : `lib${name}.so`;
}

/**
 * The folder that `npx libtorch-node install` fills: `LIBTORCH_NODE_CACHE`, else `libtorch-node` in the user's cache
 * folder as the platform has it.
 */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env['LIBTORCH_NODE_CACHE']) return env['LIBTORCH_NODE_CACHE'];
  return join(userCache(env, platform), 'libtorch-node');
}

function userCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home(env), 'AppData', 'Local');
  if (platform === 'darwin') return join(home(env), 'Library', 'Caches');
  const xdg = env['XDG_CACHE_HOME'];
  return xdg && isAbsolute(xdg) ? xdg : join(home(env), '.cache'); // the specification says to ignore a relative one
}

function home(env: NodeJS.ProcessEnv): string {
  return env['HOME'] ?? env['USERPROFILE'] ?? homedir();
}

/** Folders in which system packages and people put libtorch. */
export function systemRoots(platform: NodeJS.Platform = process.platform): readonly string[] {
  if (platform === 'win32') return ['C:\\libtorch'];
  if (platform === 'darwin') return ['/opt/homebrew/opt/pytorch', '/usr/local/opt/pytorch', '/usr/local/libtorch'];
  return ['/usr/local/libtorch', '/opt/libtorch', '/usr/local', '/usr'];
}

/** Python interpreters to ask, best first: the one that was named, the active environment's, the path's. */
export function pythonCandidates(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const named = env['LIBTORCH_NODE_PYTHON'];
  if (named) return [named];
  const environments = [env['VIRTUAL_ENV'], env['CONDA_PREFIX']].filter((path) => path !== undefined && path !== '');
  return [...environments.map((path) => pythonIn(path as string)), 'python3', 'python'];
}

/** The interpreter inside a virtual environment. */
export function pythonIn(environment: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');
}
