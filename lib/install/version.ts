import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Flavour, LibtorchRequirement } from './types';

/** The libtorch that `npx libtorch-node install` fetches by default. */
export const PINNED_VERSION = '2.13.0';
/** The CUDA build that the CUDA core is made for. */
export const PINNED_CUDA_VERSION = '2.14.1';
/** The CUDA build that PyPI's wheels, which name none, are. */
export const PYPI_CUDA_FLAVOUR = 'cu130';
export const DEFAULT_REQUIREMENTS: readonly LibtorchRequirement[] = [{ minor: '2.13', kind: 'cpu' }];

export interface BuildVersion {
  readonly version: string;
  readonly flavour: Flavour;
}

/** Reads `2.13.0`, `2.13.0+cpu` or `2.14.1+cu130`; `undefined` for anything else, ROCm and XPU builds among it. */
export function parseBuildVersion(text: string, cuda?: string | null): BuildVersion | undefined {
  const match = /^(\d+\.\d+\.\d+)(?:(?:a|b|rc|\.dev|\.post)\d+)*(?:\+([a-z0-9.]+))?$/.exec(text.trim());
  const [, version, local] = match ?? [];
  if (version === undefined) return undefined;
  const flavour = parseFlavour(local ?? cudaTag(cuda));
  return flavour && { version, flavour };
}

/** `cpu` or `cu130`; builds that name neither (a source build, Debian's) count as CPU builds. */
export function parseFlavour(tag: string): Flavour | undefined {
  if (tag === 'cpu') return 'cpu';
  const digits = /^cu(\d{3,4})$/.exec(tag)?.[1];
  if (digits !== undefined) return `cu${Number(digits)}`;
  return /^(rocm|xpu)/.test(tag) ? undefined : 'cpu';
}

/** A wheel from PyPI has no local version part, but its `version.py` says `cuda = '13.0'`. */
function cudaTag(cuda: string | null | undefined): string {
  return cuda ? `cu${cuda.replace('.', '')}` : 'cpu';
}

export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

export function kindOf(flavour: Flavour): 'cpu' | 'cuda' {
  return flavour === 'cpu' ? 'cpu' : 'cuda';
}

/** Orders `2.9.1` before `2.13.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const [i, part] of (left ?? []).entries()) {
    const difference = part - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The version of the libtorch in `root`, from the files that its various packagings leave there; nothing is loaded. */
export function readBuildVersion(root: string): BuildVersion | undefined {
  return fromBuildVersionFile(root) ?? fromVersionPy(root) ?? fromHeader(root);
}

function fromBuildVersionFile(root: string): BuildVersion | undefined {
  const text = read(join(root, 'build-version'));
  return text === undefined ? undefined : parseBuildVersion(text);
}

function fromVersionPy(root: string): BuildVersion | undefined {
  const text = read(join(root, 'version.py'));
  const version = text && /^__version__\s*=\s*'([^']+)'/m.exec(text)?.[1];
  if (!version) return undefined;
  return parseBuildVersion(version, /^cuda\b[^=]*=\s*'([^']+)'/m.exec(text)?.[1]);
}

function fromHeader(root: string): BuildVersion | undefined {
  for (const folder of ['headeronly', 'csrc/api/include/torch']) {
    const text = read(join(root, 'include', 'torch', folder, 'version.h'));
    const numbers = ['MAJOR', 'MINOR', 'PATCH'].map((part) => text && numberDefined(text, part));
    if (numbers.every(Boolean)) return parseBuildVersion(numbers.join('.'));
  }
  return undefined;
}

function numberDefined(header: string, part: string): string | undefined {
  return new RegExp(`^#define TORCH_VERSION_${part} (\\d+)`, 'm').exec(header)?.[1];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
