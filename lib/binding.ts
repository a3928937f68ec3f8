import { createRequire } from 'node:module';
import path from 'node:path';
import { TorchError, makeNativeError } from './errors';
import { describeFailure } from './libtorch/failure';
import { locateLibtorch } from './libtorch/locate';
import type { Libtorch } from './libtorch/types';
import type { NativeBinding } from './native';

/** The loader, which links to nothing but the C library. */
interface Loader {
  /** Makes a shared library resident; returns null, or what the system's linker said. */
  preload(path: string): string | null;
}

const loadLoader = createRequire(__filename)('node-gyp-build') as { (root: string): Loader; path(root: string): string };

const packageRoot = path.resolve(__dirname, '..');

/** libtorch's own libraries, the ones to open; the linker finds their dependencies beside them. */
function libraryFile(libtorch: Libtorch): string {
  const names = { win32: 'torch.dll', darwin: 'libtorch.dylib' } as Partial<Record<NodeJS.Platform, string>>;
  return path.join(libtorch.libDir, names[process.platform] ?? 'libtorch.so');
}

function coreFile(loaderFile: string, libtorch: Libtorch): string {
  const extension = { win32: 'dll', darwin: 'dylib' }[process.platform as string] ?? 'so';
  const flavour = libtorch.flavour === 'cpu' ? 'cpu' : 'cuda';
  return path.join(path.dirname(loaderFile), `libtorch_node_${flavour}.${extension}`);
}

function openCore(file: string): NativeBinding {
  const module = { exports: {} };
  process.dlopen(module, file);
  return module.exports as NativeBinding;
}

/** The libtorch that this process runs on. */
export let libtorch: Libtorch;

function load(): NativeBinding {
  const found = locateLibtorch();
  if (!found.found) throw new TorchError(describeFailure(found), { code: 'ERR_LIBTORCH_NOT_FOUND' });
  libtorch = found.libtorch;
  const loaderFile = loadLoader.path(packageRoot);
  const message = loadLoader(packageRoot).preload(libraryFile(libtorch));
  if (message !== null) {
    throw new TorchError(`libtorch at ${libtorch.root} does not load: ${message}`, { code: 'ERR_LIBTORCH_LOAD' });
  }
  const binding = openCore(coreFile(loaderFile, libtorch));
  binding.setErrorFactory(makeNativeError);
  return binding;
}

/** The addon of this environment. */
export const native: NativeBinding = load();
