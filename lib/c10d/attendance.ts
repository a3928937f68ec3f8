import os from 'node:os';
import { threadId } from 'node:worker_threads';
import type { Store } from './store';

/** Which ranks have come: each leaves its number in the store, so that who waits can say who is missing. */

/** Where in the store a rank leaves its number. @internal */
export const keyOf = (meeting: string, rank: number): string => `${meeting}/here/${rank}`;

/** A process that has ended on this machine has left its number to others. */
function isGone(host: string, pid: number): boolean {
  if (host !== os.hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Says that a rank is here; what is wrong where another one has its number. @internal */
export function announce(store: Store, meeting: string, rank: number): string | null {
  const own = JSON.stringify([os.hostname(), process.pid, threadId]);
  const key = keyOf(meeting, rank);
  const first = store.compareSet(key, '', own).toString();
  if (first === own) return null;
  const [host, pid] = JSON.parse(first) as [string, number];
  if (isGone(host, pid)) {
    store.set(key, own);
    return null;
  }
  const processes = `process ${pid} on ${host} and process ${process.pid} on ${os.hostname()}`;
  // Two runs at one address look the same.
  const advice =
    rank === 0 ? 'Give each a RANK of its own, and each run an address of its own' : 'Give each a RANK of its own';
  return `two ranks have the number ${rank}: ${processes}. ${advice}`;
}

/** `0, 1, 4 to 7` */
function numbers(ranks: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const rank of ranks) {
    const last = runs.at(-1);
    if (last && last[1] === rank - 1) last[1] = rank;
    else runs.push([rank, rank]);
  }
  const textOf = (from: number, to: number): string => {
    if (from === to) return String(from);
    return to - from === 1 ? `${from}, ${to}` : `${from} to ${to}`;
  };
  return runs.map(([from, to]) => textOf(from, to)).join(', ');
}

const named = (ranks: readonly number[]): string => `${ranks.length > 1 ? 'ranks' : 'rank'} ${numbers(ranks)}`;

/** Who has come, and who has not, in words. @internal */
export interface Attendance {
  readonly here: readonly number[];
  /** Null where nobody is missing. */
  readonly missing: string | null;
}

/** Who of so many ranks has come, as far as a store knows. @internal */
export function attendance(store: Store, meeting: string, size: number): Attendance {
  const ranks = Array.from({ length: size }, (_, rank) => rank);
  const here = ranks.filter((rank) => store.check([keyOf(meeting, rank)]));
  const absent = ranks.filter((rank) => !here.includes(rank));
  if (absent.length === 0) return { here, missing: null };
  const came =
    here.length > 0 ? `${named(here)} of ${size} came, and ${named(absent)} did not` : `none of ${size} came`;
  const advice = 'Start each of them, with this address and number of ranks, and look at their first errors';
  const python = 'Ranks of Python do not say that they are here, and count as missing';
  return { here, missing: `${came}. ${advice}. ${python}` };
}
