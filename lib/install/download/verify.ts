import { execFile } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { libraryFileName } from '../paths';
import type { Libtorch } from '../types';
import { InstallError } from './errors';

/**
 * Node closes a library again that is no addon, but only after the dynamic linker has loaded all of it: reaching
 * "did not self-register" therefore proves that every library and symbol was found.
 */
const LOAD = `
const [path, flags] = process.argv.slice(1);
try { process.dlopen({ exports: {} }, path, Number(flags)); } catch (error) {
  if (!/self-register|is not a Node|not a valid/i.test(error.message) || /win32 application/i.test(error.message)) {
    console.error(error.message);
    process.exit(1);
  }
}
`;

/** Loads libtorch in a process of its own, so that a crash or a wrong architecture cannot touch this one. */
export async function loadingProblem({ libDir }: Pick<Libtorch, 'libDir'>): Promise<string | undefined> {
  const library = join(libDir, libraryFileName('torch'));
  const flags = constants.dlopen?.RTLD_NOW ?? 2;
  try {
    await promisify(execFile)(process.execPath, ['-e', LOAD, library, String(flags)], { timeout: 180_000 });
    return undefined;
  } catch (error) {
    return describe(error as { stderr?: string; signal?: string; message: string });
  }
}

function describe({ stderr, signal, message }: { stderr?: string; signal?: string; message: string }): string {
  if (signal) return `the process that loaded it ended with ${signal}`;
  return stderr?.trim() || message;
}

export async function verify(libtorch: Libtorch): Promise<void> {
  const problem = await loadingProblem(libtorch);
  if (problem === undefined) return;
  throw new InstallError(
    'ERR_INSTALL_VERIFY',
    `${libtorch.libDir} cannot be loaded: ${problem}`,
    'Run `npx libtorch-node doctor`, which knows the usual reasons (glibc too old, musl, libgomp missing).',
  );
}
