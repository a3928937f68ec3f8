import { driverFor, flavourForGpus } from '../gpu';
import { compareVersions } from '../version';
import { describeFailure } from '../failure';
import { explainLoading } from './loading';
import type { Facts } from './facts';

/** One judgment: an `error` keeps libtorch from being used, a `warning` does not. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
}

const OLDEST_NODE = '20.17.0';
/** libtorch's wheels are made in manylinux_2_28. */
const OLDEST_GLIBC = '2.28';

type Check = (facts: Facts) => Finding | undefined;

/** All judgments about a machine, in the order in which they should be read. */
export function judge(facts: Facts): readonly Finding[] {
  const checks: readonly Check[] = [
    checkNode,
    checkElectron,
    checkLibc,
    checkCores,
    checkFound,
    checkLoads,
    checkPackage,
    checkGpu,
    checkPython,
  ];
  return checks.map((check) => check(facts)).filter((finding) => finding !== undefined);
}

function checkNode({ node }: Facts): Finding {
  if (compareVersions(node, OLDEST_NODE) >= 0) return { level: 'ok', code: 'NODE', message: `Node ${node}` };
  return {
    level: 'error',
    code: 'NODE_TOO_OLD',
    message: `Node ${node} is older than ${OLDEST_NODE}.`,
    fix: 'Install a newer Node from https://nodejs.org.',
  };
}

function checkElectron({ electron }: Facts): Finding | undefined {
  if (electron === undefined) return undefined;
  return {
    level: 'warning',
    code: 'ELECTRON',
    message: `This is Electron ${electron}: memory outside of its cage cannot be shared, so typed arrays are copied.`,
    fix: 'Keep libtorch-node out of the asar archive (asarUnpack); docs/platforms.md says how.',
  };
}

function checkLibc({ libc, platform }: Facts): Finding | undefined {
  if (platform !== 'linux') return undefined;
  if (libc === undefined || libc === 'musl') {
    return {
      level: 'error',
      code: 'MUSL',
      message: 'This system uses musl, and libtorch is built for glibc only.',
      fix: 'Use an image with glibc, such as node:22-slim instead of node:22-alpine.',
    };
  }
  if (compareVersions(libc, OLDEST_GLIBC) >= 0) return { level: 'ok', code: 'GLIBC', message: `glibc ${libc}` };
  return {
    level: 'error',
    code: 'GLIBC_TOO_OLD',
    message: `glibc ${libc} is older than ${OLDEST_GLIBC}, which libtorch needs.`,
    fix: 'Use a newer system: Debian 10, Ubuntu 20.04, RHEL 8, or later.',
  };
}

function checkCores({ cores, platform, arch }: Facts): Finding {
  if (cores.length > 0) {
    const names = cores.map(({ kind, minor }) => `${kind} for libtorch ${minor}`).join(', ');
    return { level: 'ok', code: 'CORE', message: `the package's binaries: ${names}` };
  }
  return {
    level: 'error',
    code: 'CORE_MISSING',
    message: `The package has no binary for ${platform} ${arch}.`,
    fix: 'Build it in a clone of the repository with `npm run build`; docs/platforms.md lists the platforms.',
  };
}

function checkPackage({ located, cores, packageProblem, loadingProblem }: Facts): Finding | undefined {
  if (!located.found || cores.length === 0 || loadingProblem !== undefined) return undefined;
  if (packageProblem === undefined) return { level: 'ok', code: 'WORKS', message: 'libtorch-node loads' };
  const message = `libtorch loads, but libtorch-node does not: ${packageProblem}`;
  return {
    level: 'error',
    code: 'PACKAGE',
    message,
    fix: 'Install the package again; if that does not help, report it.',
  };
}

function checkFound({ located }: Facts): Finding {
  if (!located.found) {
    return { level: 'error', code: 'LIBTORCH_NOT_FOUND', message: describeFailure(located) };
  }
  const { version, flavour, root, source } = located.libtorch;
  const message = `libtorch ${version} (${flavour}) in ${root}, found through ${source}`;
  return { level: 'ok', code: 'LIBTORCH', message };
}

function checkLoads({ located, loadingProblem }: Facts): Finding | undefined {
  if (!located.found) return undefined;
  if (loadingProblem === undefined) return { level: 'ok', code: 'LOADS', message: 'libtorch loads' };
  return { level: 'error', ...explainLoading(loadingProblem) };
}

function checkGpu(facts: Facts): Finding | undefined {
  const { gpus, located, driverFiles } = facts;
  const flavour = located.found ? located.libtorch.flavour : 'cpu';
  const [gpu] = gpus;
  if (!gpu) return checkNoGpu(flavour, driverFiles);
  const names = gpus.map(({ name, driver }) => `${name} (driver ${driver})`).join(', ');
  const needed = driverFor(flavour);
  if (needed !== undefined && parseInt(gpu.driver, 10) < needed) return driverTooOld(names, flavour, needed);
  if (flavour !== 'cpu') return { level: 'ok', code: 'GPU', message: names };
  return {
    level: 'warning',
    code: 'GPU_UNUSED',
    message: `${names} is there, but the CPU build of libtorch is used: everything runs on the CPU.`,
    fix: flavourForGpus(gpus)
      ? 'Run `npx libtorch-node install --cuda auto`.'
      : 'The driver is older than 525; update it, then run `npx libtorch-node install --cuda auto`.',
  };
}

function checkNoGpu(flavour: string, driverFiles: boolean): Finding | undefined {
  if (driverFiles) {
    return {
      level: 'warning',
      code: 'GPU_UNREADABLE',
      message: 'An NVIDIA driver is loaded, but nvidia-smi shows no GPU.',
      fix: 'In a container, start it with --gpus all and the NVIDIA container toolkit.',
    };
  }
  if (flavour === 'cpu') return undefined;
  const message = `No NVIDIA GPU was found; the ${flavour} build runs on the CPU.`;
  return { level: 'warning', code: 'GPU_MISSING', message, fix: 'The CPU build is smaller: install --cuda cpu.' };
}

function driverTooOld(names: string, flavour: string, needed: number): Finding {
  return {
    level: 'warning',
    code: 'DRIVER_TOO_OLD',
    message: `${names}: the ${flavour} build needs driver ${needed} or newer, so the GPU is not used.`,
    fix: 'Update the driver, or run `npx libtorch-node install --cuda auto`.',
  };
}

function checkPython({ pythonTorch }: Facts): Finding | undefined {
  if (!pythonTorch) return undefined;
  const { version, flavour, root } = pythonTorch;
  return {
    level: 'warning',
    code: 'PYTHON_TORCH',
    message: `Python has torch ${version} (${flavour}) in ${root}, which fits.`,
    fix: 'Set LIBTORCH_USE_PYTORCH=1 to use it in place, or run `npx libtorch-node install --use-python` to copy it.',
  };
}
