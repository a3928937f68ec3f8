/** Who holds a run directory: a thread of a process. */
import { getEnvironmentData, setEnvironmentData, threadId } from 'node:worker_threads';

/** The file in a run directory that names who writes into it. */
export const LOCK = '.lock';

/** Threads of this process that have ended, for those that start later: only their parent sees a worker end. */
const ENDED = 'libtorch-node/ended-threads';

const endedThreads = (): readonly number[] => (getEnvironmentData(ENDED) as readonly number[] | undefined) ?? [];

/** Called by the parent of a worker that may have been terminated with a lock in its hands. */
export function threadEnded(id: number): void {
  setEnvironmentData(ENDED, [...endedThreads(), id]);
}

/** This thread, as a lock names it. */
export function ownName(): string {
  return `${process.pid} ${threadId}`;
}

/** Whether the thread that a lock names is still there, as far as this one can know. */
export function isAlive(name: string): boolean {
  const [pid = NaN, thread = 0] = name.split(' ').map(Number);
  if (!Number.isInteger(pid) || pid < 1) return false;
  if (pid === process.pid) return !endedThreads().includes(thread);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
