import type { Expression } from './expression';

/** A file must not decide how deep the reader's calls go. */
const MAX_DEPTH = 200;

/**
 * Reads what sympy writes of an expression for itself: `Add(Symbol('s77', positive=True, integer=True), Integer(1))`.
 * Returns null for what has another form.
 */
export function parseSympy(text: string): Expression | null {
  const reader = new SympyReader(text);
  const read = reader.expression(0);
  return read && reader.atEnd ? read : null;
}

class SympyReader {
  #at = 0;

  constructor(private readonly text: string) {}

  get atEnd(): boolean {
    return this.#at === this.text.length;
  }

  expression(depth: number): Expression | null {
    if (depth > MAX_DEPTH) return null;
    const integer = this.#take(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/y);
    if (integer !== null) return { kind: 'number', value: Number(integer) };
    const name = this.#take(/[A-Za-z_][\w.]*/y);
    if (name === null) return null;
    if (name === 'true' || name === 'false') return { kind: 'number', value: name === 'true' ? 1 : 0 };
    if (name === 'Infinity' || name === 'int_oo') return { kind: 'number', value: Infinity };
    if (this.#take(/\(/y) === null) return null;
    if (name === 'Symbol' || name === 'Float') return this.#quoted(name);
    const args = this.#arguments(depth);
    if (!args) return null;
    const [only] = args;
    return name === 'Integer' && only ? only : { kind: 'call', name, args };
  }

  /** `'s77', positive=True)`: a name or a number in quotes, and what is assumed of it. */
  #quoted(name: string): Expression | null {
    const quoted = this.#take(/'[^'\\]*'/y)?.slice(1, -1);
    const rest = this.#take(/(?:, \w+=\w+)*\)/y);
    if (quoted === undefined || rest === null) return null;
    return name === 'Symbol' ? { kind: 'symbol', name: quoted } : { kind: 'number', value: Number(quoted) };
  }

  #arguments(depth: number): Expression[] | null {
    const args: Expression[] = [];
    if (this.#take(/\)/y) !== null) return args;
    for (;;) {
      const arg = this.expression(depth + 1);
      if (!arg) return null;
      args.push(arg);
      if (this.#take(/\)/y) !== null) return args;
      if (this.#take(/, /y) === null) return null;
    }
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }
}
