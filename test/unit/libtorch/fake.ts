import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { libraryFileName } from '../../../lib/install/paths';

export const CPU_LIBRARIES = ['torch', 'torch_cpu', 'c10'];
export const CUDA_LIBRARIES = [...CPU_LIBRARIES, 'torch_cuda', 'c10_cuda'];

/** Writes `files` (paths with `/`) below `root`. */
export function writeTree(root: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return root;
}

/** A folder that looks like a libtorch of that version, with empty libraries. */
export function fakeLibtorch(root: string, version: string, libraries: readonly string[] = CPU_LIBRARIES): string {
  const files = libraries.map((name) => [`lib/${libraryFileName(name)}`, '']);
  return writeTree(root, {
    ...Object.fromEntries(files),
    'include/torch/torch.h': '',
    'version.py': `__version__ = '${version}'\n`,
  });
}
