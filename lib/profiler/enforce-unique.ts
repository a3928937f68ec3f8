import { takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';

/** Fails where a key is seen a second time. */
export class EnforceUnique {
  readonly #seen = new Set<string>();

  constructor(...args: []) {
    takesNothing('EnforceUnique', args);
  }

  /** Notes a key, which may have several parts. */
  see(...key: readonly (string | number)[]): void {
    const text = JSON.stringify(key);
    if (this.#seen.has(text)) throw runtimeError(`duplicate key: ${text}`);
    this.#seen.add(text);
  }
}
