type Fail = (what: string) => never;

/** The values of a graph as numbered slots. A value exists from the node that makes it on. @internal */
export class ValueSlots {
  readonly #slots = new Map<string, number>();
  readonly #lastUse: number[] = [];

  get size(): number {
    return this.#lastUse.length;
  }

  /** The slot of a new value, made before or by node `at`. */
  define(name: string, at: number, fail: Fail): number {
    if (this.#slots.has(name)) fail(`the value '${name}' is made twice`);
    const slot = this.#lastUse.length;
    this.#slots.set(name, slot);
    this.#lastUse.push(at);
    return slot;
  }

  /** The slot of a value that node `at` reads. */
  use(name: string, at: number, fail: Fail): number {
    const slot = this.#slots.get(name);
    if (slot === undefined) return fail(`the value '${name}' is used before any node has made it`);
    this.#lastUse[slot] = Math.max(this.#lastUse[slot] as number, at);
    return slot;
  }

  /** A slot that is read again at `at`. */
  keep(slot: number, at: number): void {
    this.#lastUse[slot] = at;
  }

  /** For each of `count` nodes the slots that are read by none after it. */
  dead(count: number): number[][] {
    const out: number[][] = Array.from({ length: count }, () => []);
    this.#lastUse.forEach((at, slot) => out[at]?.push(slot));
    return out;
  }
}
