import { native } from '../native/binding';
import type { StoreBox } from '../native/contract/distributed';
import { typeError } from '../errors';
import { bool, count, float, nullable, str } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { Store, storeBox } from './store';
import { type TcpArguments, connectToServer, startTcpStore } from './tcp-client';
import { milliseconds } from './time';

export interface TCPStoreOptions {
  /** How many processes use the store; null where that is not known. @defaultValue null */
  readonly worldSize?: number | null;
  /** Whether this process serves the store. @defaultValue false */
  readonly isMaster?: boolean;
  /** How long to wait for the server, for the others, and for keys, in seconds. @defaultValue 300 */
  readonly timeout?: number;
  /** Whether the server waits until all processes are there. @defaultValue true */
  readonly waitForWorkers?: boolean;
  /** Whether several stores of this process may serve one address together. @defaultValue false */
  readonly multiTenant?: boolean;
  /**
   * The descriptor of a socket that listens on `port`, which the store takes over; null where it opens one: on the loopback
   * interface if `hostName` is `localhost` or one of its addresses, else on all.
   * @defaultValue null
   */
  readonly masterListenFd?: number | null;
  /**
   * Whether libuv serves the store, as by itself in Python; libtorch finds Node's libuv here, whose version differs from its own.
   * @defaultValue false
   */
  readonly useLibuv?: boolean;
}

const TCP = {
  hostName: str(),
  port: count(0),
  worldSize: nullable(count(1)),
  isMaster: bool(false),
  timeout: float(300),
  waitForWorkers: bool(true),
  multiTenant: bool(false),
  masterListenFd: nullable(count(0)),
  useLibuv: bool(false),
};

/** A box that has been opened, in place of a constructor's arguments. */
class Opened {
  constructor(readonly box: StoreBox) {}
}

function tcpArguments(label: string, args: readonly unknown[]): TcpArguments {
  const given = readArguments(label, TCP, args);
  if ((given.masterListenFd ?? 0) > 2 ** 31 - 1)
    throw typeError(`${label}: ${given.masterListenFd} is not a descriptor`);
  if (given.port > 65535) throw typeError(`${label}: a port is a number from 0 to 65535, got ${given.port}`);
  return [
    given.hostName,
    given.port,
    given.worldSize ?? -1,
    given.isMaster,
    milliseconds(label, given.timeout),
    given.waitForWorkers,
    given.multiTenant,
    given.useLibuv,
    given.masterListenFd ?? -1,
  ];
}

/**
 * A store that one process serves and all others connect to. The constructor blocks until the connection stands, and at
 * the server until all processes are there; {@link TCPStore.open} does the same without blocking.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.TCPStore
 * @example
 * const store = await torch.distributed.TCPStore.open('127.0.0.1', 0, { isMaster: true, waitForWorkers: false });
 * store.set('greeting', 'hello');
 * store.get('greeting').toString(); // 'hello'
 */
export class TCPStore extends Store {
  constructor(hostName: string, port: number, options?: TCPStoreOptions);
  constructor(
    hostName: string,
    port: number,
    worldSize?: number | null,
    isMaster?: boolean | TCPStoreOptions,
    timeout?: number | TCPStoreOptions,
  );
  constructor(...args: readonly unknown[]) {
    const [opened] = args;
    super(
      opened instanceof Opened
        ? opened.box
        : (native.openTcpStore(...tcpArguments('TCPStore', args), null) as StoreBox),
    );
  }

  /** Opens a store without blocking this thread. */
  static async open(hostName: string, port: number, options?: TCPStoreOptions): Promise<TCPStore>;
  static async open(...args: readonly unknown[]): Promise<TCPStore> {
    return openWhere(tcpArguments('TCPStore.open', args));
  }

  /** The host as it was given. */
  get host(): string {
    return (native.tcpStoreAddress(storeBox(this)) as [string, number])[0];
  }

  /** The port: the one that the system chose where 0 was given. */
  get port(): number {
    return (native.tcpStoreAddress(storeBox(this)) as [string, number])[1];
  }
}

async function openWhere(where: TcpArguments, signal?: AbortSignal): Promise<TCPStore> {
  const [, , , isMaster] = where;
  // The server says who has not come.
  const box = await (isMaster ? startTcpStore(where, signal) : connectToServer(where));
  return new TCPStore(new Opened(box) as never, 0);
}

/**
 * {@link TCPStore.open}; once `signal` is aborted nobody waits for a server's other processes any more.
 *
 * @internal
 */
export function openTcpStore(
  host: string,
  port: number,
  options: TCPStoreOptions,
  signal?: AbortSignal,
): Promise<TCPStore> {
  return openWhere(tcpArguments('TCPStore.open', [host, port, options]), signal);
}
