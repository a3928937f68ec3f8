import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import type { Flavour } from './types';

export interface Gpu {
  readonly name: string;
  /** `580.65.06` */
  readonly driver: string;
}

/** Runs a program and gives what it prints, or throws. */
export type Run = (program: string, args: readonly string[]) => string;

const runProgram: Run = (program, args) =>
  execFileSync(program, args, { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] });

/** The driver that a CUDA build needs on Linux; within a major version of CUDA, builds are compatible with each other. */
const DRIVERS: readonly { readonly flavour: Flavour; readonly driver: number }[] = [
  { flavour: 'cu130', driver: 580 },
  { flavour: 'cu126', driver: 525 },
];

/** NVIDIA GPUs as the driver reports them; nothing of CUDA needs to be installed. */
export function findGpus(run: Run = runProgram): readonly Gpu[] {
  try {
    const rows = run('nvidia-smi', ['--query-gpu=name,driver_version', '--format=csv,noheader']).trim();
    return rows.split('\n').flatMap((row) => {
      const [name, driver] = row.split(',').map((cell) => cell.trim());
      return name && driver && /^\d/.test(driver) ? [{ name, driver }] : [];
    });
  } catch {
    return [];
  }
}

/** Whether the kernel has a driver although `nvidia-smi` could not be run, as in a container without its tools. */
export function hasDriverFiles(): boolean {
  return existsSync('/proc/driver/nvidia/version');
}

/** The newest CUDA build that the driver can run; `undefined` without a GPU or with a driver that is too old. */
export function flavourForGpus(gpus: readonly Gpu[]): Flavour | undefined {
  const driver = Math.min(...gpus.map((gpu) => parseInt(gpu.driver, 10)));
  return gpus.length === 0 ? undefined : DRIVERS.find((known) => driver >= known.driver)?.flavour;
}

/** The oldest driver that runs a build, or `undefined` for CPU builds. */
export function driverFor(flavour: Flavour): number | undefined {
  if (flavour === 'cpu') return undefined;
  return Number(flavour.slice(2)) >= 130 ? 580 : 525;
}
