import { execFileSync } from 'node:child_process';

import { pythonCandidates } from './paths';

/** Finds torch without importing it, which would take seconds. */
const FIND_TORCH = `
import importlib.util
spec = importlib.util.find_spec('torch')
print(list(spec.submodule_search_locations)[0] if spec and spec.submodule_search_locations else '')
`;

/** A Python interpreter, and the folder of its torch, or why there is none. */
export interface PythonTorch {
  readonly python: string;
  readonly path?: string;
  readonly reason?: string;
}

/** Asks each interpreter that may be meant, until one has torch. Starts a process for each. */
export function findPythonTorch(env: NodeJS.ProcessEnv = process.env): readonly PythonTorch[] {
  const asked: PythonTorch[] = [];
  for (const python of pythonCandidates(env)) {
    const answer = askPython(python, env);
    asked.push(answer);
    if (answer.path !== undefined) break;
  }
  return asked;
}

function askPython(python: string, env: NodeJS.ProcessEnv): PythonTorch {
  try {
    const path = execFileSync(python, ['-c', FIND_TORCH], {
      encoding: 'utf8',
      env,
      timeout: 30_000,
      stdio: 'pipe',
    }).trim();
    return path === '' ? { python, reason: 'has no module torch' } : { python, path };
  } catch (error) {
    return { python, reason: `could not be asked for torch: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
