import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { pythonCandidates } from '../paths';
import { InstallError, messageOf } from './errors';

/**
 * Downloads wheels with pip, which knows mirrors, credentials and folders that this machine was configured with.
 * pip checks the hashes of its index itself. First without retries, as one dead address in its configuration otherwise
 * costs minutes.
 *
 * @returns the paths of the wheels.
 */
export async function pipDownload(
  requirements: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const failures: string[] = [];
  for (const python of pythonCandidates(env)) {
    for (const patience of [['--retries', '0', '--timeout', '15'], []]) {
      const problem = await runPip(python, [...patience, '--dest', folder, ...requirements], env);
      if (problem === undefined) return wheelsIn(folder);
      failures.push(`${python}: ${problem}`);
      if (/ENOENT|No module named pip/.test(problem)) break;
    }
  }
  throw new InstallError(
    'ERR_INSTALL_PYTHON',
    `pip could not download ${requirements.join(' ')} (${failures.join('; ')})`,
    'Name a Python with pip in LIBTORCH_NODE_PYTHON, or configure an index or find-links for pip.',
  );
}

/** The wheels that lie in a folder. */
export function wheelsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.whl'))
    .map((name) => join(folder, name));
}

/** What pip says when it fails; `undefined` when it succeeds. */
async function runPip(python: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const all = ['-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:', '--progress-bar', 'off', ...args];
  try {
    const child = spawn(python, all, { env: { ...env, PIP_NO_INPUT: '1' }, stdio: ['ignore', 'ignore', 'pipe'] });
    return await outcome(child);
  } catch (error) {
    return messageOf(error);
  }
}

async function outcome(child: ChildProcess): Promise<string | undefined> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail).once('close', done);
  });
  if (code === 0) return undefined;
  const lines = stderr.trim().split('\n');
  return (lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '').slice(0, 300) || `exit ${code}`;
}
