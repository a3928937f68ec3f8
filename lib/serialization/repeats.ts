import { serializationError } from './errors';

/**
 * How many times a walk may enter objects that it has entered before. Real models, with tied layers and shared dicts,
 * need far fewer.
 */
const MOST = 10_000;

/**
 * Counts how often a walk returns to objects that it has visited. In a small file, nested dicts may refer to each other
 * so often that their paths do not fit into any memory.
 *
 * @internal
 */
export class Repeats {
  readonly #seen = new WeakSet<object>();
  #count = 0;

  /** Fails when too much was visited again. */
  visit(value: object): void {
    if (!this.#seen.has(value)) return void this.#seen.add(value);
    if (++this.#count > MOST) {
      throw serializationError(`the file nests the same objects within each other more than ${MOST} times`);
    }
  }
}
