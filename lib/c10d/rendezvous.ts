import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { TorchError, runtimeError, typeError, valueError } from '../errors';
import { messageOf } from '../arguments/describe';
import { type Place, refuseTogether, takeNumber, whileTheyCome } from './alike';
import { attendance, keyOf } from './attendance';
import { numberVariable, variable } from './environment';
import { whyNotStore } from './probe';
import { type Round, enterRound } from './rounds';
import { FileStore, PrefixStore, type Store, closeStore, closeWhole } from './store';
import { TCPStore, type TCPStoreOptions, openTcpStore } from './tcp-store';

const LATE = 'not all ranks came in time';

/** How long a store that has this rank's port may take to answer, in seconds. */
const PROBE = 10;

/** How long to wait before a store that has gone is looked for again, in milliseconds. */
const PAUSE = 50;

/** Before the keys of all groups, as in Python. @internal */
export const PREFIX = 'default_pg';

/** How the ranks find each other: a store, and which rank of how many this process is. @internal */
export interface Meeting {
  /** With {@link PREFIX} before its keys. */
  readonly store: PrefixStore;
  readonly rank: number;
  readonly worldSize: number;
  readonly round: Round;
}

/** What the caller knows already. -1 is not known. */
interface Known {
  readonly rank: number;
  readonly worldSize: number;
  /** In seconds. */
  readonly timeout: number;
}

function failure(scheme: string, message: string): Error {
  return valueError(`Error initializing torch.distributed using ${scheme}:// rendezvous: ${message}`);
}

/** A number of the address (`?rank=0`), of the caller, or of the environment. */
function pick(scheme: string, query: URLSearchParams, name: string, known: number, fallback?: string): number {
  const text = query.get(name);
  if (text !== null) {
    if (known !== -1) {
      throw valueError(`The address has node-specific arguments (rank, world_size) already: ${name} is given twice.`);
    }
    const number = Number(text);
    if (text === '' || !Number.isSafeInteger(number))
      throw failure(scheme, `${name} should be an integer, got '${text}'`);
    return number;
  }
  if (known !== -1) return known;
  const found = fallback === undefined ? undefined : numberVariable(fallback);
  if (found !== undefined) return found;
  throw failure(
    scheme,
    fallback ? `environment variable ${fallback} expected, but not set` : `${name.replace('_', ' ')} parameter missing`,
  );
}

/** Whether another process, such as torchrun, serves the store, so that no rank does. */
function agentServes(): boolean {
  return process.env['TORCHELASTIC_USE_AGENT_STORE'] === 'True';
}

async function meetByTcp(host: string, port: number, known: Known): Promise<Meeting> {
  const { rank, worldSize, timeout } = known;
  if (port < 0 || port > 65535) throw valueError(`port must have value from 0 to 65535 but was ${port}.`);
  const agent = agentServes();
  const serves = !agent && rank === 0;
  if (port === 0 && !serves) {
    throw valueError(
      'initProcessGroup: no store listens at port 0. Give all ranks the port of rank 0; torchrun hands on its --master-port',
    );
  }
  const open = (at: number, options: TCPStoreOptions, signal?: AbortSignal): Promise<TCPStore> =>
    openTcpStore(host, at, { worldSize, timeout, isMaster: serves, multiTenant: !agent, ...options }, signal);
  if (!serves) return join((left) => open(port, { timeout: left }), known, !agent);
  if (worldSize < 2) return meet(await open(port, {}), known, true);
  // A store that waits in vain for others is lost. This one, of the same server, can still be asked who has come.
  const server = await open(port, { waitForWorkers: false }).catch((cause: unknown) =>
    failTaken(host, port, known, cause),
  );
  const first = await meet(server, known, true);
  try {
    const place = placeOf(first);
    takeNumber(place);
    const opening = (signal: AbortSignal): Promise<TCPStore> =>
      open(server.port, {}, signal).catch((cause: unknown) => failTogether(place, cause));
    return { ...first, store: new PrefixStore(PREFIX, await whileTheyCome(place, opening, closeStore)) };
  } finally {
    closeWhole(first.store);
  }
}

const placeOf = ({ store, rank, worldSize: size, round }: Meeting): Place => ({
  ...{ store, rank, size, meeting: round.meeting },
});

/** What is known of the ranks that meet at a store, which is closed where that fails. */
async function meet(store: Store, { rank, worldSize, timeout }: Known, isServed: boolean): Promise<Meeting> {
  const prefixed = new PrefixStore(PREFIX, store);
  try {
    const round = await enterRound({ store: prefixed, rank, size: worldSize, timeout, isServed });
    return { store: prefixed, rank, worldSize, round };
  } catch (error) {
    closeWhole(prefixed);
    throw error;
  }
}

/** Leaves this rank's number in the store. */
function register(meeting: Meeting): Meeting {
  if (meeting.worldSize < 2 || meeting.rank < 0) return meeting;
  try {
    takeNumber(placeOf(meeting));
    return meeting;
  } catch (error) {
    closeWhole(meeting.store);
    throw error;
  }
}

/** Whether a store has gone, and not: ranks have told each other why there is no group, the time is over, an argument is wrong. */
const isGone = (error: unknown): boolean =>
  error instanceof TorchError &&
  error.code === 'ERR_TORCH' &&
  !/^initProcessGroup: |timed out after/.test(messageOf(error));

/**
 * Meets the others at a store that another process serves. One that goes meanwhile was that of the group before, and ends with
 * its rank 0: then this waits for the next.
 */
async function join(open: (left: number) => Promise<Store>, known: Known, isServed: boolean): Promise<Meeting> {
  const end = performance.now() + known.timeout * 1000;
  for (;;) {
    try {
      const store = await open(Math.max(0.001, (end - performance.now()) / 1000));
      return register(await meet(store, known, isServed));
    } catch (error) {
      if (!isServed || !isGone(error) || performance.now() > end) throw error;
    }
    await sleep(PAUSE);
  }
}

/**
 * The error of a rank 0 whose port is in use. Where a rank 0 serves there, number and port are taken twice, and all that have
 * come there are told.
 */
async function failTaken(host: string, port: number, known: Known, cause: unknown): Promise<never> {
  if (!/EADDRINUSE|address already in use/i.test(messageOf(cause))) throw cause;
  const timeout = Math.min(PROBE, known.timeout);
  if ((await whyNotStore(host, port, timeout * 1000)) !== null) throw cause;
  const other = await TCPStore.open(host, port, { timeout }).catch(() => null);
  if (!other) throw cause;
  const meeting = await meet(other, known, true);
  try {
    const isThere = await meeting.store.waitAsync([keyOf(meeting.round.meeting, 0)], timeout).then(
      () => true,
      () => false,
    );
    if (isThere) takeNumber(placeOf(meeting));
  } finally {
    closeWhole(meeting.store);
  }
  throw cause;
}

/** The error of the rank that serves, where others have not come; those that have are told as well. */
async function failTogether(place: Place, cause: unknown): Promise<never> {
  const { here, missing } = attendance(place.store, place.meeting, place.size);
  if (missing === null || !/clients joined/.test(messageOf(cause))) throw cause;
  return refuseTogether(place, [LATE, `${missing}.\n  ${messageOf(cause)}`], here);
}

type Handler = (address: URL, known: Known) => Promise<Meeting>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  async env(address, known) {
    const rank = pick('env', address.searchParams, 'rank', known.rank, 'RANK');
    const worldSize = pick('env', address.searchParams, 'world_size', known.worldSize, 'WORLD_SIZE');
    const host = variable('MASTER_ADDR');
    if (!host) throw failure('env', 'environment variable MASTER_ADDR expected, but not set');
    const port = numberVariable('MASTER_PORT');
    if (port === undefined) throw failure('env', 'environment variable MASTER_PORT expected, but not set');
    return meetByTcp(host, port, { ...known, rank, worldSize });
  },

  async tcp(address, known) {
    if (address.port === '') throw failure('tcp', 'port number missing');
    const rank = pick('tcp', address.searchParams, 'rank', known.rank);
    const worldSize = pick('tcp', address.searchParams, 'world_size', known.worldSize);
    return meetByTcp(address.hostname.replace(/^\[|\]$/g, ''), Number(address.port), { ...known, rank, worldSize });
  },

  async file(address, known) {
    if (address.pathname === '' || address.pathname === '/') throw failure('file', 'path missing');
    const rank = pick('file', address.searchParams, 'rank', known.rank);
    const worldSize = pick('file', address.searchParams, 'world_size', known.worldSize);
    const path = fileURLToPath(new URL(`file://${address.pathname}`));
    return meet(new FileStore(path, worldSize), { ...known, rank, worldSize }, false);
  },
};

function parse(initMethod: string): URL {
  try {
    return new URL(initMethod);
  } catch (cause) {
    throw valueError(
      `initProcessGroup: '${initMethod}' is not an address: expected env://, tcp://HOST:PORT or file:///PATH`,
      {
        cause,
      },
    );
  }
}

/**
 * Finds the other ranks by an address.
 *
 * @internal
 */
export async function rendezvous(initMethod: string, known: Known): Promise<Meeting> {
  if (typeof initMethod !== 'string') throw typeError('`url` must be a string.');
  const address = parse(initMethod);
  const scheme = address.protocol.slice(0, -1);
  const handler = HANDLERS[scheme];
  if (!handler) throw runtimeError(`No rendezvous handler for ${scheme}://`);
  return handler(address, known);
}
