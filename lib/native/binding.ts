import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { messageOf } from '../arguments/describe';
import { runtimeError } from '../errors';
import { BUNDLED } from '../install/bundled';
import { type Core, coreFor, listCores } from '../install/cores';
import { describeBadBinary, describeFailure, describeMissingBinary, describeMissingCore } from '../install/failure';
import { locateLibtorch } from '../install/locate';
import { libraryFileName } from '../install/paths';
import type { Libtorch } from '../install/types';
import type { NativeBinding } from './contract';
import { makeNativeError, receiveWarning } from './errors';

/** The loader, which links to nothing but the C library. */
interface Loader {
  /** Makes a shared library resident; returns null, or what the system's linker said. */
  preload(path: string): string | null;
}

interface LoadLoader {
  (root: string): Loader;
  path(root: string): string;
}

const packageRoot = path.resolve(__dirname, '../..');

/** A bundler has taken this file out of its package. */
function isBundled(): boolean {
  try {
    const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
    return (JSON.parse(text) as { name?: unknown }).name !== 'libtorch-node';
  } catch {
    return true;
  }
}

/** Any failure of the loader inside a bundle has the bundle as its reason. */
function failed(message: string, cause: unknown): Error {
  return runtimeError(isBundled() ? BUNDLED : message, { code: 'ERR_CORE_NOT_FOUND', cause });
}

function findLoadLoader(): LoadLoader {
  try {
    return createRequire(__filename)('node-gyp-build') as LoadLoader;
  } catch (cause) {
    throw failed('libtorch-node needs the package node-gyp-build, which is not installed: npm install', cause);
  }
}

const loadLoader = findLoadLoader();

/** libtorch's own libraries, the ones to open; the linker finds their dependencies beside them. */
function libraryFile(libtorch: Libtorch): string {
  return path.join(libtorch.libDir, libraryFileName('torch'));
}

/** The cores beside the loader. A package without any was built wrongly. */
function findCores(folder: string): readonly Core[] {
  const cores = listCores(folder);
  if (cores.length > 0) return cores;
  throw runtimeError(describeMissingCore(folder), { code: 'ERR_CORE_NOT_FOUND' });
}

/** The loader, which node-gyp-build looks for in this package, or where LIBTORCH_NODE_PREBUILD says. */
function openLoader(): { readonly file: string; readonly loader: Loader } {
  const file = findLoader();
  try {
    return { file, loader: loadLoader(packageRoot) };
  } catch (cause) {
    throw failed(describeBadBinary(file, reasonOf(cause)), cause);
  }
}

function findLoader(): string {
  try {
    return loadLoader.path(packageRoot);
  } catch (cause) {
    const folder = process.env['LIBTORCH_NODE_PREBUILD'] ?? packageRoot;
    throw failed(describeMissingBinary(folder), cause);
  }
}

/** What the system's linker or Node said, ready to end a sentence. */
const reasonOf = (cause: unknown): string => messageOf(cause).replace(/[.\s]+$/, '');

function openCore(file: string): NativeBinding {
  const module: { exports: Partial<NativeBinding> } = { exports: {} };
  try {
    process.dlopen(module, file);
  } catch (cause) {
    throw runtimeError(describeBadBinary(file, reasonOf(cause), libtorch), { code: 'ERR_CORE_NOT_FOUND', cause });
  }
  // What every version of the core has. A test compares the rest with the contract.
  if (typeof module.exports.setErrorFactory === 'function') return module.exports as NativeBinding;
  const reason = 'it lacks the functions that this version of the package calls';
  throw runtimeError(describeBadBinary(file, reason, libtorch), { code: 'ERR_CORE_NOT_FOUND' });
}

/** The libtorch that this process runs on. */
export let libtorch: Libtorch;

function load(): NativeBinding {
  const { file: loaderFile, loader } = openLoader();
  const cores = findCores(path.dirname(loaderFile));
  const found = locateLibtorch({ accepts: cores });
  if (!found.found) throw runtimeError(describeFailure(found), { code: 'ERR_LIBTORCH_NOT_FOUND' });
  libtorch = found.libtorch;
  const message = loader.preload(libraryFile(libtorch));
  if (message !== null) {
    const what = `libtorch at ${libtorch.root} does not load: ${message}`;
    throw runtimeError(`${what}\n\n\`npx libtorch-node doctor\` says what to do about it.`, {
      code: 'ERR_LIBTORCH_LOAD',
    });
  }
  const binding = openCore((coreFor(cores, libtorch) as Core).file);
  binding.setErrorFactory(makeNativeError);
  binding.setWarningReceiver(receiveWarning);
  return binding;
}

/** The addon of this environment. */
export const native: NativeBinding = load();
