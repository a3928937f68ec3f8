import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { codeOf, InstallError } from './errors';

export interface LockOptions {
  /** How long to wait for another installation. */
  readonly timeoutMs?: number;
  readonly pollMs?: number;
  /** A lock that was not touched for this long belongs to a machine that died. */
  readonly staleMs?: number;
  /** Called once when somebody else has the lock. */
  readonly onWait?: (owner: string) => void;
}

const TOUCH_EVERY_MS = 5_000;

/**
 * Runs `work` while this process alone holds the lock file `path`, over processes and over machines that share the
 * folder. A lock whose process is gone is taken over.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  await acquire(path, options);
  const touch = setInterval(() => {
    touchFile(path);
  }, TOUCH_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    rmSync(path, { force: true });
  }
}

async function acquire(path: string, options: LockOptions): Promise<void> {
  const { timeoutMs = 3_600_000, pollMs = 250, staleMs = 60_000, onWait } = options;
  const deadline = Date.now() + timeoutMs;
  for (let waiting = false; !tryCreate(path); ) {
    if (isStale(path, staleMs)) {
      rmSync(path, { force: true });
      continue;
    }
    if (Date.now() >= deadline) throw lockedError(path);
    if (!waiting) onWait?.(ownerOf(path));
    waiting = true;
    await sleep(pollMs);
  }
}

function tryCreate(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid} ${hostname()}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isStale(path: string, staleMs: number): boolean {
  try {
    const [pid, host] = readFileSync(path, 'utf8').trim().split(' ');
    if (host === hostname() && pid && !isAlive(Number(pid))) return true;
    return Date.now() - statSync(path).mtimeMs > staleMs;
  } catch {
    return false; // released just now: the next try takes it
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function touchFile(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder went away: the work itself will fail with a better message.
  }
}

function ownerOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return 'somebody';
  }
}

function lockedError(path: string): InstallError {
  return new InstallError(
    'ERR_INSTALL_LOCKED',
    `Another installation (process ${ownerOf(path)}) holds ${path}.`,
    'Wait for it, or delete the file if no installation is running.',
  );
}
