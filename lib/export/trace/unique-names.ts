/** Names that are each given once, as torch.fx gives them: `add`, `add_1`, `add_2`. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  /** A name that begins with `base` and is not taken yet. */
  take(base: string): string {
    let name = base;
    for (let i = this.#next.get(base) ?? 0; this.#taken.has(name); i++) {
      name = `${base}_${i + 1}`;
      this.#next.set(base, i + 1);
    }
    this.#taken.add(name);
    return name;
  }
}
