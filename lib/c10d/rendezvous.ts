import { fileURLToPath } from 'node:url';
import { runtimeError, typeError, valueError } from '../errors';
import { numberVariable, variable } from './environment';
import { FileStore, type Store, TCPStore } from './store';

/** How the ranks find each other: a store, and which rank of how many this process is. @internal */
export interface Meeting {
  readonly store: Store;
  readonly rank: number;
  readonly worldSize: number;
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

async function meetByTcp(host: string, port: number, { rank, worldSize, timeout }: Known): Promise<Meeting> {
  if (port < 0 || port > 65535) throw valueError(`port must have value from 0 to 65535 but was ${port}.`);
  const agent = agentServes();
  const store = await TCPStore.open(host, port, {
    ...{ worldSize, timeout },
    isMaster: !agent && rank === 0,
    multiTenant: !agent,
  });
  return { store, rank, worldSize };
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
    return { store: new FileStore(path, worldSize), rank, worldSize };
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
