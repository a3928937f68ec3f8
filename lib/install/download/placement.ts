import { InstallError } from './errors';
import type { Placement } from './archive';

/** Files of a wheel that only Python can use. */
const PYTHON_ONLY = /torch_python|^lib\/lib(jitbackend_test|torchbind_test|backend_with_compiler|aoti_custom_ops)\./;
const KEPT = /^(lib\/|include\/|bin\/|version\.py$|build-version$|build-hash$)/;

/**
 * What of a CPU archive is libtorch: `lib`, `include` and the version, from wherever in it they are (`torch/` in a
 * wheel, `libtorch/` in PyTorch's zips, the top in a bundle of one's own).
 */
export function placeLibtorch(names: readonly string[]): Placement {
  const prefix = torchPrefix(names);
  return (name) => {
    if (!name.startsWith(prefix)) return undefined;
    const relative = name.slice(prefix.length);
    return KEPT.test(relative) && !PYTHON_ONLY.test(relative) ? relative : undefined;
  };
}

/**
 * What of a CUDA wheel is libtorch: the same below `torch`, and NVIDIA's libraries below `nvidia`, since torch's
 * libraries look for them in `../../nvidia`.
 */
export function placeCudaWheel(names: readonly string[]): Placement {
  const torch = placeLibtorch(names);
  return (name) => {
    const relative = torch(name);
    return relative === undefined ? placeNvidia(name) : `torch/${relative}`;
  };
}

/** NVIDIA's wheels bring headers and static libraries too, which nobody needs at run time. */
export function placeNvidia(name: string): string | undefined {
  return /^nvidia\/.*(\.so[.\d]*|\.dll|License\.txt)$/.test(name) ? name : undefined;
}

function torchPrefix(names: readonly string[]): string {
  const library = names.find((name) => /(^|\/)lib\/(lib)?torch\.(so|dylib|dll)$/.test(name));
  if (library !== undefined) return library.slice(0, library.lastIndexOf('lib/', library.lastIndexOf('/')));
  throw new InstallError(
    'ERR_INSTALL_ARCHIVE',
    'The archive holds no libtorch: there is no lib/libtorch in it.',
    'Give a libtorch zip, a torch wheel, or a folder that holds lib and include.',
  );
}
