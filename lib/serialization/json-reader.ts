import { isUtf8 } from 'node:buffer';

/**
 * Reads JSON of a known shape, token by token, and builds only the values that are used. A file must not decide how
 * much memory is taken: `JSON.parse` may take hundreds of MB for 7 MB.
 *
 * @internal
 */
export class JsonReader {
  readonly #bytes: Uint8Array;
  readonly #text: Buffer;
  readonly #fail: (what: string) => never;
  #at = 0;
  #wrong: string | undefined;

  /** `fail` throws. */
  constructor(bytes: Uint8Array, fail: (what: string) => never) {
    if (!isUtf8(bytes)) fail('it is not UTF-8');
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fail = fail;
  }

  /** Runs `body`. If it fails, the error names `wrong`. */
  reading<T>(wrong: string, body: () => T): T {
    const before = this.#wrong;
    this.#wrong = wrong;
    const value = body();
    this.#wrong = before;
    return value;
  }

  /** Calls `member` with each name; it reads the value. */
  object(member: (name: string) => void): void {
    this.#sequence(OPEN_BRACE, CLOSE_BRACE, () => {
      const name = this.string();
      this.#expect(COLON);
      member(name);
    });
  }

  /** Calls `item` before each item; it reads that. */
  array(item: () => void): void {
    this.#sequence(OPEN_BRACKET, CLOSE_BRACKET, item);
  }

  string(): string {
    this.#expect(QUOTE);
    const start = this.#at;
    let plain = true;
    for (; ; this.#at++) {
      const byte = this.#bytes[this.#at];
      if (byte === QUOTE) break;
      if (byte === undefined || byte < SPACE) this.#fault();
      if (byte === BACKSLASH) {
        plain = false;
        this.#at++;
      }
    }
    const text = this.#text.toString('utf8', start, this.#at++);
    return plain ? text : this.#unescape(text);
  }

  /** A whole number from 0 to 2^53 − 1, written with digits alone. */
  count(): number {
    this.#space();
    const start = this.#at;
    let value = 0;
    for (let digit = this.#digit(); digit >= 0; digit = this.#digit()) {
      value = value * 10 + digit;
      this.#at++;
    }
    const digits = this.#at - start;
    const leading = digits > 1 && this.#bytes[start] === ZERO;
    if (digits === 0 || leading || value > Number.MAX_SAFE_INTEGER) this.#fault();
    return value;
  }

  /** A whole number; a bigint beyond 2^53. */
  integer(): number | bigint {
    const text = this.#word();
    if (!INTEGER.test(text)) this.#fault();
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }

  /** A number. */
  number(): number {
    const text = this.#word();
    if (!NUMBER.test(text)) this.#fault();
    return Number(text);
  }

  boolean(): boolean {
    const text = this.#word();
    if (text !== 'true' && text !== 'false') this.#fault();
    return text === 'true';
  }

  /** Whether null comes next, which is then read. */
  null(): boolean {
    if (this.#peek() !== LETTER_N) return false;
    if (this.#word() !== 'null') this.#fault();
    return true;
  }

  /** Whether a string comes next. */
  atString(): boolean {
    return this.#peek() === QUOTE;
  }

  /** Skips a value of any kind. */
  skip(depth = 0): void {
    const first = this.#peek();
    if (depth > MAX_DEPTH) this.#fail('it is nested too deeply');
    if (first === OPEN_BRACE) this.object(() => this.skip(depth + 1));
    else if (first === OPEN_BRACKET) this.array(() => this.skip(depth + 1));
    else if (first === QUOTE) this.string();
    else if (!WORD.test(this.#word())) this.#fault();
  }

  /** Nothing but space may follow. */
  end(): void {
    if (this.#peek() !== undefined) this.#fault();
  }

  #sequence(open: number, close: number, item: () => void): void {
    this.#expect(open);
    if (this.#peek() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      item();
      if (this.#peek() === close) break;
      this.#expect(COMMA);
    }
    this.#at++;
  }

  /** The text up to what may follow a number, true, false or null. */
  #word(): string {
    this.#space();
    const start = this.#at;
    while (!DELIMITERS.has(this.#bytes[this.#at] ?? COMMA)) this.#at++;
    if (this.#at - start > MAX_WORD) this.#fault();
    return this.#text.toString('latin1', start, this.#at);
  }

  #unescape(text: string): string {
    try {
      return JSON.parse(`"${text}"`) as string;
    } catch {
      return this.#fault();
    }
  }

  #digit(): number {
    const digit = (this.#bytes[this.#at] ?? 0) - ZERO;
    return digit <= 9 ? digit : -1;
  }

  #peek(): number | undefined {
    this.#space();
    return this.#bytes[this.#at];
  }

  #expect(byte: number): void {
    if (this.#peek() !== byte) this.#fault();
    this.#at++;
  }

  #space(): void {
    while (SPACES.has(this.#bytes[this.#at] as number)) this.#at++;
  }

  #fault(): never {
    return this.#fail(this.#wrong ?? `it is not JSON of the right form, at byte ${this.#at}`);
  }
}

const code = (text: string): number => text.charCodeAt(0);
const [QUOTE, BACKSLASH, COLON, COMMA, SPACE, ZERO] = [
  code('"'),
  code('\\'),
  code(':'),
  code(','),
  code(' '),
  code('0'),
];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [code('{'), code('}'), code('['), code(']')];
const SPACES: ReadonlySet<number> = new Set([...' \t\n\r'].map(code));
const DELIMITERS: ReadonlySet<number> = new Set([...SPACES, COMMA, COLON, CLOSE_BRACE, CLOSE_BRACKET]);
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const LETTER_N = code('n');
/** A longer text is not a number. */
const MAX_WORD = 1000;
/** The depth that the format's own library allows. */
const MAX_DEPTH = 128;
