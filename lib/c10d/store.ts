import { native } from '../native/binding';
import type { JobBox } from '../native/contract';
import type { StoreBox } from '../native/contract/distributed';
import { typeError } from '../errors';
import { show } from '../arguments/describe';
import { type Field, bool, float, int, nullable, optional, str, value } from '../arguments/fields';
import { readArguments, requireInstance, takesNothing } from '../arguments/read';
import { pathOf } from '../arguments/files';
import { connectAgain } from './tcp-client';
import { milliseconds, settled, settledUnlessLeft } from './time';

/** What a store holds: bytes, or text, which becomes its UTF-8. */
export type StoreValue = string | Uint8Array;

const bytesOrText = (): Field<StoreValue> =>
  value<StoreValue>('a string or bytes', (v) => typeof v === 'string' || v instanceof Uint8Array);
const keyList = (): Field<readonly string[]> =>
  value<readonly string[]>('a list of keys', (v) => Array.isArray(v) && v.every((key) => typeof key === 'string'));

const KEY = { key: str() };
const KEYS = { keys: keyList() };
const KEY_VALUE = { key: str(), value: bytesOrText() };
const ADD = { key: str(), amount: int() };
const COMPARE = { key: str(), expectedValue: bytesOrText(), desiredValue: bytesOrText() };
const WAIT = { keys: keyList(), timeout: nullable(float()) };
const TIMEOUT = { timeout: float() };
const MULTI_SET = {
  keys: keyList(),
  values: value<readonly StoreValue[]>('a list of strings or bytes', (v) => Array.isArray(v)),
};
const POP = { key: str(), block: bool(true) };

function bytesOf(given: StoreValue): Uint8Array {
  return typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
}

let boxOf: (store: Store) => StoreBox;
let drop: (store: Store) => void;

/**
 * A key-value store that several processes share: by it the ranks of a group find each other. Stores trust their network:
 * anyone who reaches one may read and write it.
 *
 * The methods block this thread until the store has answered, as Python's do; {@link getAsync} and {@link waitAsync} wait
 * for keys of others without blocking.
 *
 * @throws TorchError if no key comes in time, or the store has gone.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.Store
 * @example
 * const store: torch.distributed.Store = new torch.distributed.HashStore();
 * const soon = store.getAsync('key');
 * store.set('key', new Uint8Array([1, 2]));
 * (await soon).length; // 2
 */
export abstract class Store {
  readonly #box: StoreBox;

  /** @internal */
  constructor(box: StoreBox) {
    this.#box = box;
  }

  static {
    boxOf = (store: Store): StoreBox => store.#box;
    drop = (store: Store): void => native.closeStore(store.#box);
  }

  /** Sets the value of a key, whether it has one or not. */
  set(key: string, value: StoreValue): void;
  set(...args: readonly unknown[]): void {
    const { key, value: given } = readArguments('set', KEY_VALUE, args);
    native.storeSet(this.#box, key, bytesOf(given));
  }

  /** The value of a key. Waits until some process has set it, at most as long as `timeout`. */
  get(key: string): Buffer;
  get(...args: readonly unknown[]): Buffer {
    return Buffer.from(native.storeGet(this.#box, readArguments('get', KEY, args).key, null) as ArrayBuffer);
  }

  /** {@link get}, without blocking this thread. */
  async getAsync(key: string): Promise<Buffer>;
  async getAsync(...args: readonly unknown[]): Promise<Buffer> {
    const { key } = readArguments('getAsync', KEY, args);
    return getBeside(this, key);
  }

  /** Adds to the counter of a key, which begins at 0, and gives the sum. */
  add(key: string, amount: number): number;
  add(...args: readonly unknown[]): number {
    const { key, amount } = readArguments('add', ADD, args);
    return Number(native.storeAdd(this.#box, key, amount));
  }

  /**
   * Sets a key to `desiredValue` where it has `expectedValue`, or where it has none and `expectedValue` is empty. Gives what
   * the key has then. Unless libuv serves the store, those that already wait for the key are not woken by it: use
   * {@link set} for that.
   */
  compareSet(key: string, expectedValue: StoreValue, desiredValue: StoreValue): Buffer;
  compareSet(...args: readonly unknown[]): Buffer {
    const { key, expectedValue, desiredValue } = readArguments('compareSet', COMPARE, args);
    return Buffer.from(native.storeCompareSet(this.#box, key, bytesOf(expectedValue), bytesOf(desiredValue)));
  }

  /** Waits until all of the keys have been set; `timeout` in seconds, by default the store's. */
  wait(keys: readonly string[], timeout?: number | null): void;
  wait(...args: readonly unknown[]): void {
    const { keys, timeout } = readArguments('wait', WAIT, args);
    native.storeWait(this.#box, keys, timeout === null ? -1 : milliseconds('wait', timeout), null);
  }

  /** {@link wait}, without blocking this thread. */
  async waitAsync(keys: readonly string[], timeout?: number | null): Promise<void>;
  async waitAsync(...args: readonly unknown[]): Promise<void> {
    const { keys, timeout } = readArguments('waitAsync', WAIT, args);
    const limit = timeout === null ? -1 : milliseconds('waitAsync', timeout);
    return withBeside(this, (box) =>
      settled(
        (settle) => native.storeWait(box, keys, limit, settle),
        () => undefined,
      ),
    );
  }

  /** Whether all of the keys have been set. */
  check(keys: readonly string[]): boolean;
  check(...args: readonly unknown[]): boolean {
    return native.storeCheck(this.#box, readArguments('check', KEYS, args).keys);
  }

  /** Deletes a key; whether there was one. FileStore and HashStore may refuse. */
  deleteKey(key: string): boolean;
  deleteKey(...args: readonly unknown[]): boolean {
    return native.storeDelete(this.#box, readArguments('deleteKey', KEY, args).key);
  }

  /** How many keys there are. A TCPStore counts one that it uses itself. */
  numKeys(...args: readonly never[]): number {
    takesNothing('numKeys', args);
    return native.storeCount(this.#box);
  }

  /** All keys. */
  listKeys(...args: readonly never[]): string[] {
    takesNothing('listKeys', args);
    return native.storeKeys(this.#box);
  }

  /** Appends to the value of a key. */
  append(key: string, value: StoreValue): void;
  append(...args: readonly unknown[]): void {
    const { key, value: given } = readArguments('append', KEY_VALUE, args);
    native.storeAppend(this.#box, key, bytesOf(given));
  }

  /** The values of several keys; waits for them as {@link get} does. */
  multiGet(keys: readonly string[]): Buffer[];
  multiGet(...args: readonly unknown[]): Buffer[] {
    return native
      .storeMultiGet(this.#box, readArguments('multiGet', KEYS, args).keys)
      .map((bytes) => Buffer.from(bytes));
  }

  /** Sets several keys. */
  multiSet(keys: readonly string[], values: readonly StoreValue[]): void;
  multiSet(...args: readonly unknown[]): void {
    const { keys, values } = readArguments('multiSet', MULTI_SET, args);
    for (const one of values) if (!KEY_VALUE.value.fits(one)) throw typeError(`multiSet: a value is ${show(one)}`);
    native.storeMultiSet(this.#box, keys, values.map(bytesOf));
  }

  /** Puts a value at the end of a queue. */
  queuePush(key: string, value: StoreValue): void;
  queuePush(...args: readonly unknown[]): void {
    const { key, value: given } = readArguments('queuePush', KEY_VALUE, args);
    native.storeQueuePush(this.#box, key, bytesOf(given));
  }

  /** Takes the value at the front of a queue; with `block` waits for one. */
  queuePop(key: string, block?: boolean): Buffer;
  queuePop(...args: readonly unknown[]): Buffer {
    const { key, block } = readArguments('queuePop', POP, args);
    return Buffer.from(native.storeQueuePop(this.#box, key, block));
  }

  /** How many values wait in a queue. */
  queueLen(key: string): number;
  queueLen(...args: readonly unknown[]): number {
    return native.storeQueueLen(this.#box, readArguments('queueLen', KEY, args).key);
  }

  /** Whether the store has {@link append}, {@link multiGet} and {@link multiSet}. */
  hasExtendedApi(...args: readonly never[]): boolean {
    takesNothing('hasExtendedApi', args);
    return native.storeExtended(this.#box);
  }

  /** How long the store waits, in seconds. */
  get timeout(): number {
    return native.storeTimeout(this.#box) / 1000;
  }

  /** Sets `timeout`, in seconds. */
  setTimeout(timeout: number): void;
  setTimeout(...args: readonly unknown[]): void {
    const { timeout } = readArguments('setTimeout', TIMEOUT, args);
    native.storeSetTimeout(this.#box, milliseconds('setTimeout', timeout));
  }
}

/** @internal */
export const storeBox = (store: Store): StoreBox => boxOf(store);

/** Lets go of a store's connection and server at once. @internal */
export const closeStore = (store: Store): void => drop(store);

/** Lets go of a store that this library has made, and of those behind its prefixes. @internal */
export function closeWhole(store: Store): void {
  if (store instanceof PrefixStore) closeWhole(store.underlyingStore);
  closeStore(store);
}

/** Another connection to the server of a TCPStore. */
class Connection extends Store {}

/**
 * What may wait for keys of a store while others ask the store: another connection to the server of a TCPStore, since one that
 * waits answers nobody else. Stores of other kinds answer while they wait, and are given back as they are.
 *
 * @throws TorchError at once where the server has gone.
 * @internal
 */
export async function beside(store: Store): Promise<Store> {
  if (store instanceof PrefixStore) {
    const inner = await beside(store.underlyingStore);
    return inner === store.underlyingStore ? store : new PrefixStore(store.prefix, inner);
  }
  const address = native.tcpStoreAddress(boxOf(store));
  return address ? new Connection(await connectAgain(...address, native.storeTimeout(boxOf(store)))) : store;
}

/** Waits beside a store, without blocking this thread. */
async function withBeside<T>(store: Store, wait: (box: StoreBox) => Promise<T>): Promise<T> {
  const own = await beside(store);
  try {
    return await wait(boxOf(own));
  } finally {
    if (own !== store) closeWhole(own);
  }
}

/**
 * {@link Store.getAsync}. Once `signal` is aborted nobody needs the value: the promise may never settle, and what still waits
 * does not keep the process alive.
 *
 * @internal
 */
export async function getBeside(store: Store, key: string, signal?: AbortSignal): Promise<Buffer> {
  return withBeside(store, (box) =>
    settledUnlessLeft(
      (settle) => native.storeGet(box, key, settle) as JobBox,
      (bytes) => Buffer.from(bytes as ArrayBuffer),
      signal,
    ),
  );
}

const FILE = { fileName: optional(value<string | URL>('a path', () => true)), worldSize: int(-1) };

/**
 * A store in a file that all processes can reach. The last of `worldSize` processes to release it deletes the file; with -1
 * it is never deleted. A file that an earlier run left behind spoils the next one.
 *
 * @throws TorchError if the file cannot be made or locked, or holds something else than a store.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.FileStore
 * @example
 * const store = new torch.distributed.FileStore('ranks', 1);
 * store.set('greeting', 'hello');
 * store.get('greeting').toString(); // 'hello'
 */
export class FileStore extends Store {
  /** The path of the file. */
  readonly path: string;

  constructor(
    fileName: string | URL,
    worldSize?:
      | number
      | {
          /** How many processes use the file, the last of which deletes it; -1 keeps it. @defaultValue -1 */
          readonly worldSize?: number;
        },
  );
  constructor(...args: readonly unknown[]) {
    const { fileName, worldSize } = readArguments('FileStore', FILE, args);
    const path = pathOf('FileStore', fileName);
    super(native.openFileStore(path, worldSize));
    this.path = path;
  }
}

/**
 * A store within this thread: for a group of one rank, and for tests.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.HashStore
 * @example
 * const store = new torch.distributed.HashStore();
 * store.add('counter', 2);
 * store.add('counter', 3); // 5
 */
export class HashStore extends Store {
  constructor(...args: readonly never[]) {
    takesNothing('HashStore', args);
    super(native.openHashStore());
  }
}

const PREFIX = { prefix: str(), store: optional(value<Store>('a Store', (v) => v instanceof Store)) };

/**
 * Another store, with a prefix before each key.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.PrefixStore
 * @example
 * const store = new torch.distributed.HashStore();
 * new torch.distributed.PrefixStore('run-1', store).set('step', '3');
 * store.get('run-1/step').toString(); // '3'
 */
export class PrefixStore extends Store {
  /** The store that has the keys. */
  readonly underlyingStore: Store;
  /** @internal */
  readonly prefix: string;

  constructor(prefix: string, store: Store);
  constructor(...args: readonly unknown[]) {
    const { prefix, store } = readArguments('PrefixStore', PREFIX, args);
    const inner = requireInstance('PrefixStore', 'store', Store as abstract new (...given: never[]) => Store, store);
    super(native.openPrefixStore(prefix, storeBox(inner)));
    this.underlyingStore = inner;
    this.prefix = prefix;
  }
}
