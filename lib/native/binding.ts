import { createRequire } from 'node:module';
import path from 'node:path';
import { runtimeError } from '../errors';
import { type Core, coreFor, listCores } from '../install/cores';
import { describeFailure } from '../install/failure';
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

const loadLoader = createRequire(__filename)('node-gyp-build') as {
  (root: string): Loader;
  path(root: string): string;
};

const packageRoot = path.resolve(__dirname, '../..');

/** libtorch's own libraries, the ones to open; the linker finds their dependencies beside them. */
function libraryFile(libtorch: Libtorch): string {
  return path.join(libtorch.libDir, libraryFileName('torch'));
}

/** The cores beside the loader. A package without any was built wrongly. */
function findCores(folder: string): readonly Core[] {
  const cores = listCores(folder);
  if (cores.length > 0) return cores;
  const kind = process.env['LIBTORCH_NODE_FLAVOUR'] ?? 'cpu or cuda';
  throw runtimeError(
    `${folder} holds no core of libtorch-node (${kind}) for ${process.platform} ${process.arch}. ` +
      'Build it with `npm run build:native`, and check LIBTORCH_NODE_FLAVOUR.',
    { code: 'ERR_CORE_NOT_FOUND' },
  );
}

function openCore(file: string): NativeBinding {
  const module = { exports: {} };
  process.dlopen(module, file);
  return module.exports as NativeBinding;
}

/** The libtorch that this process runs on. */
export let libtorch: Libtorch;

function load(): NativeBinding {
  const loaderFile = loadLoader.path(packageRoot);
  const cores = findCores(path.dirname(loaderFile));
  const found = locateLibtorch({ accepts: cores });
  if (!found.found) throw runtimeError(describeFailure(found), { code: 'ERR_LIBTORCH_NOT_FOUND' });
  libtorch = found.libtorch;
  const message = loadLoader(packageRoot).preload(libraryFile(libtorch));
  if (message !== null) {
    throw runtimeError(`libtorch at ${libtorch.root} does not load: ${message}`, { code: 'ERR_LIBTORCH_LOAD' });
  }
  const binding = openCore((coreFor(cores, libtorch) as Core).file);
  binding.setErrorFactory(makeNativeError);
  binding.setWarningReceiver(receiveWarning);
  return binding;
}

/** The addon of this environment. */
export const native: NativeBinding = load();
