import { type Field, value } from '../../arguments/fields';
import { Module } from '../module';
import { typeError } from '../../errors';

/** Values by name: pairs, a plain object, or one of the dictionaries here. */
export type Named<T> = Iterable<readonly [string, T]> | Readonly<Record<string, T>> | NamedItems<T>;

/** Names with values as an argument: what else it may be is checked where they are read. @internal */
export const named = (): Field<unknown> => ({ ...value<unknown>('names with values', () => true), object: true });

/** What the dictionaries share: values by name, in the order in which they were added. */
export abstract class NamedItems<T> extends Module {
  constructor() {
    super();
    this.state.items = new Map();
  }

  /** What is kept for a value. */
  protected abstract check(name: string, value: unknown): T;

  protected get named(): Map<string, T> {
    return this.state.items as Map<string, T>;
  }

  get size(): number {
    return this.named.size;
  }

  get(name: string): T {
    if (!this.named.has(name)) throw typeError(`${this.constructor.name} has no item '${name}'`);
    return this.named.get(name) as T;
  }

  has(name: string): boolean {
    return this.named.has(name);
  }

  set(name: string, value: T): this {
    if (typeof name !== 'string') {
      throw typeError(`a name in a ${this.constructor.name} has to be a string, not ${typeof name}`);
    }
    this.named.set(name, this.check(name, value));
    return this;
  }

  /** Names are parts of paths, which dots divide. */
  protected refuseName(name: string): void {
    if (name !== '' && !name.includes('.')) return;
    throw typeError(`a name in a ${this.constructor.name} cannot be '${name}'`);
  }

  delete(name: string): boolean {
    return this.named.delete(name);
  }

  clear(): void {
    this.named.clear();
  }

  /** Takes an item out. */
  pop(name: string): T {
    const value = this.get(name);
    this.named.delete(name);
    return value;
  }

  update(items: Named<T>): this {
    for (const [name, value] of this.pairsOf(items)) this.set(name, value);
    return this;
  }

  protected pairsOf(items: Named<T>): Iterable<readonly [string, T]> {
    if (items instanceof NamedItems) return items.entries();
    if (typeof items !== 'object' || items === null) {
      throw typeError(`${this.constructor.name} takes names with values, not ${String(items)}`);
    }
    if (!(Symbol.iterator in items)) return this.entriesOf(items);
    const pairs = [...(items as Iterable<readonly [string, T]>)];
    const odd = pairs.findIndex((pair) => !Array.isArray(pair) || pair.length !== 2);
    if (odd >= 0) throw typeError(`element ${odd} of what a ${this.constructor.name} takes is not a pair`);
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
