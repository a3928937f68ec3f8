import { setImmediate } from 'node:timers/promises';

async function turnsOf(start: () => PromiseLike<unknown>): Promise<number> {
  let turns = 0;
  let pending = true;
  const done = Promise.resolve(start()).finally(() => (pending = false));
  done.catch(() => undefined); // thrown below, after the turn in which it failed
  while (pending) {
    await setImmediate();
    turns++;
  }
  await done;
  return turns;
}

/**
 * The most turns of the event loop while the promise of `start` was pending, in up to ten attempts, the last of which is
 * the first with `enough`. However short the work is on a fast machine, and however rarely this process runs on a busy
 * one, a loop that is free takes them in one of the attempts; a loop that is blocked does in none.
 */
export async function turnsDuring(enough: number, start: () => PromiseLike<unknown>): Promise<number> {
  let most = 0;
  for (let attempt = 0; attempt < 10 && most < enough; attempt++) most = Math.max(most, await turnsOf(start));
  return most;
}
