import { serializationError } from './errors';

/** So often what a file names again is gone through again: tied layers and shared dicts of real models are far fewer. */
const MOST = 10_000;

/**
 * Counts how often a walk comes back to what it has been through. A small file can name one dict so often within
 * another, and so on, that the paths to it are more than any memory.
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
      throw serializationError(`the file names the same objects more than ${MOST} times within each other`);
    }
  }
}
