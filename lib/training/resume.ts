import { existsSync } from 'node:fs';
import type { Callback } from './callback';
import { Checkpoints } from './callbacks/checkpoints';

/** The last checkpoint that the callbacks of a run have written; null where there is none, or none is wanted. */
export function lastCheckpointOf(callbacks: readonly Callback[], resume: boolean | undefined): string | null {
  if (resume === false) return null;
  const own = callbacks.filter((callback) => callback instanceof Checkpoints);
  const wanted = resume ? own : own.filter(({ resumes }) => resumes);
  return wanted.map(({ last }) => last).find((file) => existsSync(file)) ?? null;
}
