import { type Field, str, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { something } from '../../tensor/arguments';
import { Module } from '../module';
import { Items } from '../module-state';
import { keyError, typeError, valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

/** Values by name: pairs, a plain object, or one of the dictionaries here. */
export type Named<T> = Iterable<readonly [string, T]> | Readonly<Record<string, T>> | NamedItems<T>;

/** Names with values, as an argument. Its form is checked when it is read. @internal */
export const named = (): Field<unknown> => ({ ...value<unknown>('names with values', () => true), object: true });

const KEY = { key: str() };
const SET = { key: str(), value: { ...something(), object: true } };

/** The base of the dictionaries: values by name, in the order in which they were added. */
export abstract class NamedItems<T> extends Module {
  constructor() {
    super();
    this.state.items = new Items();
  }

  /** What is kept for a value. */
  protected abstract check(name: string, value: unknown): T;

  protected get named(): Map<string, T> {
    return this.state.items as Map<string, T>;
  }

  get size(): number {
    return this.named.size;
  }

  get(...args: [key: string]): T {
    return this.itemOf(this.keyIn('get', args));
  }

  has(...args: [key: string]): boolean {
    return this.named.has(this.keyIn('has', args));
  }

  set(...args: [key: string, value: T]): this {
    const { key, value } = readArguments(this.labelOf('set'), SET, args);
    this.named.set(key, this.check(key, value));
    return this;
  }

  protected labelOf(method: string): string {
    return `${this.displayName()}.${method}`;
  }

  protected itemOf(key: string): T {
    if (!this.named.has(key)) throw keyError(`${this.displayName()} has no item '${key}'`);
    return this.named.get(key) as T;
  }

  private keyIn(method: string, args: readonly unknown[]): string {
    return readArguments(this.labelOf(method), KEY, args).key;
  }

  /** Names are parts of paths, which have dots between them. */
  protected refuseName(name: string): void {
    if (name !== '' && !name.includes('.')) return;
    throw keyError(`a name in a ${this.displayName()} cannot be '${name}'`);
  }

  delete(...args: [key: string]): boolean {
    return this.named.delete(this.keyIn('delete', args));
  }

  clear(): void {
    this.named.clear();
  }

  /** Removes and returns an item. */
  pop(...args: [key: string]): T {
    const key = this.keyIn('pop', args);
    const value = this.itemOf(key);
    this.named.delete(key);
    return value;
  }

  /** Adds the items of another dictionary, an object or pairs. Items of the same name are replaced. */
  abstract update(...args: [items: Named<T>]): this;

  protected addAll(items: Named<T>): this {
    for (const [key, value] of this.pairsOf(items)) this.set(key, value);
    return this;
  }

  protected pairsOf(items: Named<T>): Iterable<readonly [string, T]> {
    if (items instanceof NamedItems) return items.entries();
    if (typeof items !== 'object' || items === null) {
      throw typeError(`${this.displayName()} takes names with values, not ${String(items)}`);
    }
    if (!(Symbol.iterator in items)) return this.entriesOf(items);
    const pairs = [...(items as Iterable<readonly [string, T]>)];
    for (const [i, pair] of pairs.entries()) {
      const place = `element ${i} of what a ${this.displayName()} takes`;
      if (!Array.isArray(pair)) throw typeError(`${place} is not a pair`);
      if (pair.length !== 2) throw valueError(`${place} has length ${pair.length}; 2 is required`);
    }
    return pairs;
  }

  /** The order in which a plain object is read. */
  protected entriesOf(items: Readonly<Record<string, T>>): Iterable<readonly [string, T]> {
    return Object.entries(items);
  }

  keys(): IterableIterator<string> {
    return this.named.keys();
  }

  values(): IterableIterator<T> {
    return this.named.values();
  }

  entries(): IterableIterator<[string, T]> {
    return this.named.entries();
  }

  [Symbol.iterator](): IterableIterator<string> {
    return this.keys();
  }
}

limitArguments([NamedItems], { clear: 0, keys: 0, values: 0, entries: 0 });
