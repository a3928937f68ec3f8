import { setTimeout as sleep } from 'node:timers/promises';
import { native } from '../native/binding';
import type { JobBox } from '../native/contract';
import type { StoreBox } from '../native/contract/distributed';
import { runtimeError } from '../errors';
import { whyNotStore, whyNoStore } from './probe';
import { settledUnlessLeft } from './time';

/** Connections to the server of a TCPStore. */

/** The longest that a timer of Node takes, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** How long a server that has been there may take to answer, in milliseconds. */
const KNOWN = 10_000;

/** @internal */
export type TcpArguments = Parameters<typeof native.openTcpStore> extends [...infer Most, unknown] ? Most : never;

/**
 * Libtorch's own opening of a store. Once `signal` is aborted nobody waits for it any more.
 *
 * @internal
 */
export const startTcpStore = (where: TcpArguments, signal?: AbortSignal): Promise<StoreBox> =>
  settledUnlessLeft(
    (settle) => native.openTcpStore(...where, settle) as JobBox,
    (made) => made as StoreBox,
    signal,
  );

/** What connects, or an error after so many milliseconds; a connection that comes later is closed. */
async function connectWithin(where: TcpArguments, limit: number, tooLate: () => Error): Promise<StoreBox> {
  const [timer, left] = [new AbortController(), new AbortController()];
  const opening = startTcpStore(where, left.signal);
  const late = sleep(Math.max(1, limit), null, { signal: timer.signal }).then(() => {
    opening.then(
      (box) => native.closeStore(box),
      () => undefined,
    );
    left.abort();
    throw tooLate();
  });
  try {
    return await Promise.race([opening, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

/**
 * What connects, or an error when the time is over. Libtorch is asked only where a store answers: its client cannot be
 * stopped, and may wait without an end.
 *
 * @internal
 */
export async function connectToServer(where: TcpArguments): Promise<StoreBox> {
  const [host, port, , , given] = where;
  const [began, limit] = [performance.now(), Math.min(given, LONGEST_TIMER)];
  const tooLate = (why = ''): Error =>
    runtimeError(`The client socket has timed out after ${given}ms while trying to connect to ${host}:${port}${why}.`);
  const silent = await whyNoStore(host, port, limit);
  if (silent !== null) throw tooLate(`: ${silent}`);
  return connectWithin(where, limit - (performance.now() - began), tooLate);
}

/**
 * Another connection to a server that has been there, or an error at once where it has gone: unlike {@link connectToServer},
 * which waits for one that comes.
 *
 * @param timeout - How long the connection waits for keys, in milliseconds.
 * @internal
 */
export async function connectAgain(host: string, port: number, timeout: number): Promise<StoreBox> {
  const limit = Math.min(KNOWN, timeout);
  const gone = (why: string): Error => runtimeError(`the store at ${host}:${port} has gone: ${why}`);
  const why = await whyNotStore(host, port, limit);
  if (why !== null) throw gone(why);
  // Libtorch, too, would wait for a server that goes at this moment.
  const where: TcpArguments = [host, port, -1, false, limit, false, false, false, -1];
  const box = await connectWithin(where, limit, () => gone('it does not answer'));
  native.storeSetTimeout(box, timeout);
  return box;
}
